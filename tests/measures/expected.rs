//! report.json against figures that an independent program worked out from the definitions alone, in another language:
//! the worked example, and 260 made-up deals with their hours and with their days alone, the open ones with next steps
//! and expected closes in a second file. Every figure that the other program has must be there and be the same.

use std::path::{Path, PathBuf};

use assert_cmd::Command;
use serde_json::Value;

/// Runs the program on these inputs and compares the measures of its report.json.
#[track_caller]
fn check(inputs: &[PathBuf], arguments: &[&str], expected: &str, at_least: usize) {
    let folder = tempfile::tempdir().expect("a folder");
    let output = Command::cargo_bin("lejek")
        .expect("built")
        .args(["report", "--json"])
        .args(arguments)
        .args(inputs)
        .current_dir(folder.path())
        .output()
        .expect("ran");
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let report: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let expected = std::fs::read(fixture(&format!("expected/{expected}"))).expect("the figures are there");
    let expected: Value = serde_json::from_slice(&expected).expect("JSON");
    let mut comparison = Comparison::default();
    comparison.walk("measures", &report["measures"], &expected);
    assert!(comparison.compared >= at_least, "only {} figures", comparison.compared);
    assert_eq!(comparison.differences, Vec::<String>::new());
}

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name)
}

#[derive(Default)]
struct Comparison {
    compared: usize,
    differences: Vec<String>,
}

impl Comparison {
    fn walk(&mut self, path: &str, got: &Value, want: &Value) {
        match (got, want) {
            (Value::Object(got), Value::Object(want)) => {
                for (key, want) in want {
                    self.walk(&format!("{path}.{key}"), got.get(key).unwrap_or(&Value::String("missing".into())), want);
                }
            }
            (Value::Array(got), Value::Array(want)) if got.len() == want.len() => {
                for (place, (got, want)) in got.iter().zip(want).enumerate() {
                    self.walk(&format!("{path}.{place}"), got, want);
                }
            }
            _ => {
                self.compared += 1;
                let same = match (got.as_f64(), want.as_f64()) {
                    (Some(got), Some(want)) => is_close(path, got, want),
                    _ => got == want,
                };
                if !same {
                    self.differences.push(format!("{path}: got {got}, expected {want}"));
                }
            }
        }
    }
}

/// Figures to nine digits, sums of money to the hundredth, what is drawn by chance to two in a hundred.
fn is_close(path: &str, got: f64, want: f64) -> bool {
    let apart = (got - want).abs();
    let tolerance = match path.rsplit('.').next() {
        Some("top_share") => 0.05,
        Some("p10" | "p50" | "p90") if want.abs() > 1000.0 => 0.02 * want.abs(),
        _ if want.abs() > 1000.0 => 0.01,
        _ => 1e-9,
    };
    apart <= tolerance.max(1e-9 * want.abs())
}

#[test]
fn the_worked_example_comes_out() {
    let arguments = ["--as-of", "2025-06-30", "--conversion-days", "30"];
    check(&[fixture("example12.csv")], &arguments, "example12.json", 700);
}

#[test]
fn deals_with_hours_come_out() {
    let inputs = [fixture("expected/small.csv"), fixture("expected/small_open.csv")];
    check(&inputs, &["--as-of", "2025-12-29T00:00:00"], "small_exact.json", 1_100);
}

#[test]
fn deals_with_days_alone_come_out() {
    let folder = tempfile::tempdir().expect("a folder");
    let days = folder.path().join("small_dates.csv");
    let events = std::fs::read_to_string(fixture("expected/small.csv")).expect("text");
    #[expect(clippy::disallowed_methods, reason = "a test makes its inputs")]
    std::fs::write(&days, of_days(&events)).expect("written");
    let inputs = [days, fixture("expected/small_open.csv")];
    check(&inputs, &["--as-of", "2025-12-28"], "small_dates.json", 1_100);
}

/// The same events without their hours.
fn of_days(events: &str) -> String {
    let day = |line: &str| {
        let mut cells: Vec<&str> = line.split(',').collect();
        cells[2] = cells[2].split('T').next().unwrap_or_default();
        cells.join(",") + "\n"
    };
    events.lines().map(day).collect()
}
