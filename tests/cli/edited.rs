//! What `lejek inspect --write` saves: a run with it gives the same report, and an edited line changes exactly that.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::run::{Run, check_refused, err, out, sample};
use super::{POLISH_SAMPLE, drawing};

/// An inspection of inputs that was saved.
struct Saved {
    inputs: Vec<String>,
    folder: tempfile::TempDir,
}

impl Saved {
    #[track_caller]
    fn of(inputs: &[&str]) -> Self {
        let inputs: Vec<String> = inputs.iter().map(|input| (*input).to_owned()).collect();
        let saved = Self { inputs, folder: tempfile::tempdir().expect("a folder") };
        let path = saved.path();
        let output = saved.run("inspect", &["--write", &path.display().to_string()]);
        assert_eq!(output.status.code(), Some(0), "{}", err(&output));
        saved
    }

    /// An inspection of drawn sheets.
    #[track_caller]
    fn of_drawing(name: &str, text: &str) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let inputs = drawing::draw(name, text, folder.path());
        let saved = Self { inputs: inputs.iter().map(|path| path.display().to_string()).collect(), folder };
        let output = saved.run("inspect", &["--write", &saved.path().display().to_string()]);
        assert_eq!(output.status.code(), Some(0), "{}", err(&output));
        saved
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("mine.toml")
    }

    fn text(&self) -> String {
        fs::read_to_string(self.path()).expect("written")
    }

    fn run(&self, verb: &str, more: &[&str]) -> std::process::Output {
        let inputs: Vec<&str> = self.inputs.iter().map(String::as_str).collect();
        Run::new(&[&[verb], inputs.as_slice(), &["--as-of", "2026-11-20", "--lang", "en"], more].concat()).go()
    }

    /// report.json of the inputs as they are.
    fn before(&self) -> Value {
        self.report(&[])
    }

    /// report.json with the saved template.
    fn after(&self) -> Value {
        self.report(&["--template", &self.path().display().to_string()])
    }

    /// report.json after a part of the saved template was changed.
    #[track_caller]
    fn edited(&self, from: &str, to: &str) -> Value {
        let text = self.text();
        assert_eq!(text.matches(from).count(), 1, "“{from}” stands once in\n{text}");
        #[expect(clippy::disallowed_methods, reason = "a test edits a file")]
        fs::write(self.path(), text.replace(from, to)).expect("edited");
        self.after()
    }

    #[track_caller]
    fn report(&self, more: &[&str]) -> Value {
        let output = self.run("report", &[&["--json"], more].concat());
        assert_eq!(output.status.code(), Some(0), "{}\n{}", err(&output), self.text());
        serde_json::from_slice(&output.stdout).expect("JSON")
    }
}

/// The report without what a template may change: its name, the scores and reasons that it takes the place of, and the
/// remarks on stages that nobody had named and on the template that was picked.
fn figures(mut report: Value) -> Value {
    report["template"].take();
    for input in report["inputs"].as_array_mut().expect("inputs") {
        for sheet in input["sheets"].as_array_mut().expect("sheets") {
            sheet["layout_reasons"].take();
        }
    }
    for column in report["columns"].as_array_mut().expect("columns") {
        column["score"].take();
        column["reason"].take();
    }
    for stage in report["pipeline"].as_array_mut().expect("stages") {
        stage["origin"].take();
    }
    let settled = ["unknown-stage", "template-picked"];
    for list in ["/diagnostics", "/quality/kinds"] {
        let remarks = report.pointer_mut(list).and_then(Value::as_array_mut).expect("remarks");
        remarks.retain(|remark| !settled.iter().any(|code| remark["code"] == *code));
    }
    report
}

/// The first place where two values differ.
fn difference(a: &Value, b: &Value, place: &str) -> Option<String> {
    match (a, b) {
        (Value::Object(a), Value::Object(b)) if a.len() == b.len() => a
            .iter()
            .find_map(|(key, value)| difference(value, b.get(key).unwrap_or(&Value::Null), &format!("{place}/{key}"))),
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            (0..a.len()).find_map(|at| difference(&a[at], &b[at], &format!("{place}/{at}")))
        }
        _ => (a != b).then(|| format!("{place}: {a} and then {b}")),
    }
}

#[track_caller]
fn check_same(saved: &Saved) {
    let (before, after) = (figures(saved.before()), figures(saved.after()));
    assert_eq!(difference(&before, &after, ""), None, "{:?}", saved.inputs);
}

#[test]
fn every_sample_gives_the_same_report_with_what_was_saved_of_it() {
    let folder = sample("samples");
    let entries = fs::read_dir(folder).expect("samples").map(|entry| entry.expect("an entry").path());
    let sheets: Vec<PathBuf> =
        entries.filter(|path| path.extension().is_some_and(|ending| ending == "csv" || ending == "xlsx")).collect();
    assert!(sheets.len() >= 5);
    for path in sheets {
        check_same(&Saved::of(&[&path.display().to_string()]));
    }
}

/// The sheets of the recognition benchmark, exports of CRMs among them, that hold deals.
#[test]
fn every_shape_gives_the_same_report_with_what_was_saved_of_it() {
    let folder = sample("tests/recognition");
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder).expect("cases").map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    let mut same = 0;
    for path in &paths {
        let made = tempfile::tempdir().expect("a folder");
        let Some(inputs) = inputs_of(path, made.path()) else { continue };
        let inputs: Vec<&str> = inputs.iter().map(String::as_str).collect();
        if has_deals(&inputs) {
            check_same(&Saved::of(&inputs));
            same += 1;
        }
    }
    assert!(same >= 80, "{same} shapes with deals");
}

fn inputs_of(case: &Path, folder: &Path) -> Option<Vec<String>> {
    let shown = |path: &PathBuf| path.display().to_string();
    match case.extension()?.to_str()? {
        "csv" => Some(vec![shown(&case.to_path_buf())]),
        "grid" => {
            let name = case.file_stem()?.to_string_lossy().into_owned();
            let paths = drawing::draw(&name, &fs::read_to_string(case).expect("text"), folder);
            Some(paths.iter().map(shown).collect())
        }
        _ => None,
    }
}

fn has_deals(inputs: &[&str]) -> bool {
    let output = Run::new(&[&["inspect", "--json", "--as-of", "2026-11-20"], inputs].concat()).go();
    let shown: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    !shown["rows"].is_null()
}

#[test]
fn a_word_moves_to_another_stage() {
    let saved = Saved::of(&[&sample(POLISH_SAMPLE)]);
    let before = saved.before();
    let text = saved.text();
    let line = text.lines().find(|line| line.contains("\"pozwalam kupić\"")).expect("a line a word");
    let end = text.lines().find(|line| line.contains("\"Przegrana\"")).expect("a line a word").to_owned();
    saved.edited(&format!("{line}\n"), "");
    let after = saved.edited(&end, &format!("{end}\n{line}"));
    let count = |report: &Value, state: &str| report["totals"][state].as_u64().expect("a count");
    assert_eq!(count(&after, "deferred"), count(&before, "deferred") - 1);
    assert_eq!(count(&after, "lost"), count(&before, "lost") + 1);
    let moved: Vec<&Value> = deals_that_differ(&before, &after);
    assert_eq!(moved.len(), 1, "{moved:?}");
}

/// The deals of the first report that are not the same in the second.
fn deals_that_differ<'a>(before: &'a Value, after: &Value) -> Vec<&'a Value> {
    let (before, after) = (before["deals"].as_array().expect("deals"), after["deals"].as_array().expect("deals"));
    assert_eq!(before.len(), after.len());
    before.iter().zip(after).filter(|(a, b)| a != b).map(|(a, _)| a).collect()
}

const TWO_AMOUNTS: &str = "\
Nr | Data zapytania | Firma | Etap | Wartość netto | Wartość brutto | Data | Data
1 | 2026-03-02 | Alfa | Oferta wysłana | 1000 | 1230 | 2026-03-05 | 2026-03-06
2 | 2026-03-03 | Beta | Wygrana | 2000 | 2460 | 2026-03-07 | 2026-03-09
3 | 2026-03-04 | Gamma | Nowe zapytanie | 3000 | 3690 | |
";

#[test]
fn a_column_is_tied_to_another_field() {
    let saved = Saved::of_drawing("amounts", TWO_AMOUNTS);
    let before = saved.before();
    let after = saved.edited("value = [\"Wartość netto\"]", "value = [\"Wartość brutto\"]");
    for (deal, value) in [(0, 1230.0), (1, 2460.0), (2, 3690.0)] {
        assert_eq!(after["deals"][deal]["value"], value);
        for key in ["stage", "inquiry", "history", "owner"] {
            assert_eq!(after["deals"][deal][key], before["deals"][deal][key], "{key}");
        }
    }
}

#[test]
fn the_second_column_of_a_header_has_a_name_of_its_own() {
    let saved = Saved::of_drawing("twice", TWO_AMOUNTS);
    assert!(saved.text().contains("# ignore = [\"Wartość brutto\", \"Data\", \"Data#2\"]"), "{}", saved.text());
    let after = saved.edited("[sheet.columns]\n", "[sheet.columns]\n\"date:offer\" = [\"Data#2\"]\n");
    let column = after["columns"].as_array().expect("columns").iter().find(|column| column["field"] == "date:offer");
    assert_eq!(column.expect("tied")["column"], "H");
    assert_eq!(after["deals"][0]["history"][1]["entered"], "2026-03-06");
}

#[test]
fn a_sheet_is_left_out() {
    let rows =
        "Nr | Data zapytania | Firma | Etap\n1 | 2026-03-02 | Alfa | Oferta wysłana\n2 | 2026-03-03 | Beta | Wygrana\n";
    let other = rows.replace("Alfa", "Gamma").replace("Beta", "Delta").replace("\n1", "\n3").replace("\n2", "\n4");
    let saved = Saved::of_drawing("sheets", &format!("== sheet Warszawa\n{rows}== sheet Test\n{other}"));
    assert_eq!(saved.before()["totals"]["deals"], 4);
    let after = saved.edited("name = \"Test\"\nuse = true ", "name = \"Test\"\nuse = false");
    assert_eq!(after["totals"]["deals"], 2);
    assert_eq!(after["inputs"][0]["sheets"][1]["left_out"], "by-template");
}

#[test]
fn dates_are_read_in_the_other_order() {
    let rows = "Nr;Data zapytania;Firma;Etap\n1;03/04/2026;Alfa;Oferta wysłana\n2;05/06/2026;Beta;Wygrana\n";
    let saved = Saved::of_drawing("orders", &format!("== file orders.csv\n{}", rows.replace(';', " | ")));
    let before = saved.before();
    assert_eq!(before["deals"][0]["inquiry"], "2026-04-03");
    check_same(&saved);
    let after = saved.edited("# date-order = \"day-first\"", "date-order = \"month-first\"");
    assert_eq!(after["deals"][0]["inquiry"], "2026-03-04");
    assert_eq!(after["deals"][1]["inquiry"], "2026-05-06");
    let assumed = |report: &Value| {
        report["diagnostics"].as_array().expect("remarks").iter().any(|remark| remark["code"] == "date-order-assumed")
    };
    assert!(assumed(&before) && !assumed(&after), "what the user says is not assumed");
}

#[test]
fn a_stage_that_nobody_knows_becomes_part_of_another() {
    let rows = "Nr | Data zapytania | Firma | Etap\n1 | 2026-03-02 | Alfa | Wizja lokalna\n\
                2 | 2026-03-03 | Beta | Wygrana\n3 | 2026-03-04 | Gamma | Oferta wysłana\n4 | 2026-03-04 | Delta | Nowe\n";
    let saved = Saved::of_drawing("visit", rows);
    assert!(saved.text().contains("# key = \"wizja-lokalna\""), "{}", saved.text());
    check_same(&saved);
    let after = saved.edited("  \"Oferta wysłana\", ", "  \"Oferta wysłana\", \"Wizja lokalna\",");
    assert_eq!(after["deals"][0]["stage"], "offer");
}

#[test]
fn a_file_that_is_there_stays_unless_it_may_be_replaced() {
    let twelve = sample("samples/twelve_deals.csv");
    let write = ["inspect", twelve.as_str(), "--write", "mine.toml"];
    check_refused(&Run::new(&write).with_file("mine.toml", b"mine"), "output-exists", "mine.toml");
    let forced = Run::new(&[write.as_slice(), &["--force"]].concat()).with_file("mine.toml", b"mine");
    let output = forced.go();
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    assert!(out(&output).contains("mine.toml"), "{}", out(&output));
    let written = fs::read_to_string(forced.folder.path().join("mine.toml")).expect("there");
    assert!(written.contains("extends = \"universal\""), "{written}");
    let lists = Run::new(&["inspect", "lists.csv", "--write", "mine.toml"]).with_file("lists.csv", b"A;B\n1;2\n3;4\n");
    check_refused(&lists, "no-table-found", "lists.csv");
}

#[test]
fn what_was_saved_extends_the_template_of_the_run() {
    let twelve = sample("samples/twelve_deals.csv");
    let run = Run::new(&["inspect", twelve.as_str(), "--template", "team.toml", "--write", "mine.toml"])
        .with_file("team.toml", b"extends = \"b2c\"\ncurrency = \"EUR\"\n");
    let output = run.go();
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    let written = fs::read_to_string(run.folder.path().join("mine.toml")).expect("there");
    assert!(written.contains("extends = \"team.toml\""), "{written}");
}

#[test]
fn the_template_goes_to_standard_output_when_asked_for() {
    let twelve = sample("samples/twelve_deals.csv");
    let run = Run::new(&["inspect", &twelve, "--write", "-"]);
    let output = run.go();
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    assert_eq!(run.files(), Vec::<String>::new(), "nothing is written");
    let again = Run::new(&["report", &twelve, "--as-of", "2025-06-30", "--quiet", "--template", "mine.toml"]);
    let output = again.with_file("mine.toml", &output.stdout).go();
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
}

#[test]
fn comments_of_a_block_stand_below_one_another() {
    let text = Saved::of(&[&sample(POLISH_SAMPLE)]).text();
    let columns = text.split("[sheet.columns]").nth(1).and_then(|rest| rest.split("\n\n").next()).expect("columns");
    let begins = |line: &str| line.find(" # ").map(|at| line[..at].chars().count());
    let places: Vec<usize> = columns.lines().filter_map(begins).collect();
    assert!(places.len() > 15 && places.iter().all(|place| *place == places[0]), "{columns}");
}

#[test]
fn an_input_is_never_written_over_not_even_with_force() {
    let twelve = fs::read(sample("samples/twelve_deals.csv")).expect("there");
    let run = Run::new(&["inspect", "deals.csv", "--write", "deals.csv", "--force"]).with_file("deals.csv", &twelve);
    check_refused(&run, "output-is-input", "deals.csv");
    assert_eq!(fs::read(run.folder.path().join("deals.csv")).expect("there"), twelve);
}
