//! A team that overwrites one workbook and runs lejek with `--history` every week.

use std::path::{Path, PathBuf};

use assert_cmd::Command;
use serde_json::Value;

/// A folder in which one sheet is kept, and the memory beside it.
struct Team {
    folder: tempfile::TempDir,
}

impl Team {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a folder") }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Overwrites the sheet.
    fn write(&self, name: &str, rows: &[&str]) {
        let text = format!("Firma;Osoba kontaktowa;Data zapytania;Etap;Wartość\n{}\n", rows.join("\n"));
        #[expect(clippy::disallowed_methods, reason = "a test makes its inputs")]
        std::fs::write(self.path(name), text).expect("written");
    }

    fn run(&self, arguments: &[&str]) -> std::process::Output {
        let mut command = Command::cargo_bin("lejek").expect("the program");
        command.current_dir(self.folder.path()).env("LEJEK_LANG", "en").args(arguments);
        command.output().expect("a run")
    }

    /// A week's report on the sheet as it stands.
    fn report(&self, day: &str) -> Value {
        let run = self.run(&["report", "lejek.csv", "--as-of", day, "--history", "team.db", "--json"]);
        assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
        serde_json::from_slice(&run.stdout).expect("JSON")
    }

    fn history(&self, arguments: &[&str]) -> String {
        let run = self.run(&[&["history", "team.db"], arguments].concat());
        assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
        String::from_utf8(run.stdout).expect("text")
    }
}

const FIRST: [&str; 3] = [
    "Alfa;Anna Nowak;2026-05-04;Nowe;1000",
    "Beta;Jan Wilk;2026-05-05;Kontakt;2000",
    "Gamma;Ewa Żak;2026-05-06;Oferta;3000",
];
const SECOND: [&str; 3] = [
    "Gamma;Ewa Żak;2026-05-06;Wygrana;3500",
    "Alfa;Anna Nowak;2026-05-04;Oferta;1000",
    "Beta;Jan Wilk;2026-05-05;Kontakt;2000",
];

fn deal<'a>(report: &'a Value, company: &str) -> &'a Value {
    let deals = report["deals"].as_array().expect("deals");
    deals.iter().find(|deal| deal["company"] == company).unwrap_or_else(|| panic!("no {company}"))
}

fn files(deal: &Value) -> Vec<&str> {
    deal["rows"].as_array().expect("rows").iter().filter_map(|row| row[0].as_str()).collect()
}

#[test]
fn from_the_second_week_on_an_overwritten_sheet_has_a_history() {
    let team = Team::new();
    team.write("lejek.csv", &FIRST);
    let first = team.report("2026-05-08");
    assert_eq!(files(deal(&first, "Alfa")), ["lejek.csv"]);
    assert_eq!(first["measures"]["since_last_copy"]["reason"], "no-copies");
    team.write("lejek.csv", &SECOND);
    let report = team.report("2026-05-15");
    assert_eq!(report["deals"].as_array().map(Vec::len), Some(3));
    let since = &report["measures"]["since_last_copy"];
    let counts =
        ["won", "forward", "stuck", "new", "vanished"].map(|turn| since["deals"][turn].as_array().map(Vec::len));
    assert_eq!(counts, [1, 1, 1, 0, 0].map(Some));
    let alfa = deal(&report, "Alfa");
    assert_eq!(files(alfa), ["lejek.csv", "lejek.csv (2026-05-08)"]);
    let entered = &alfa["history"].as_array().expect("a history").last().expect("an entry")["entered"];
    assert_eq!(*entered, serde_json::json!(["2026-05-08", "2026-05-15"]));
}

#[test]
fn a_run_again_changes_neither_the_memory_nor_the_report() {
    let team = Team::new();
    team.write("lejek.csv", &FIRST);
    team.report("2026-05-08");
    team.write("lejek.csv", &SECOND);
    let (report, kept) = (team.report("2026-05-15"), team.history(&[]));
    assert_eq!((team.report("2026-05-15"), team.history(&[])), (report, kept.clone()));
    assert!(kept.starts_with("2 copies\n"), "{kept}");
}

#[test]
fn nothing_is_kept_unless_asked_for() {
    let team = Team::new();
    team.write("lejek.csv", &FIRST);
    assert!(team.run(&["report", "lejek.csv", "--as-of", "2026-05-08", "-o", "raport"]).status.success());
    let left: Vec<String> = names(team.folder.path());
    assert_eq!(left, ["lejek.csv", "raport"]);
}

fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).expect("a folder");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn copies_are_listed_shown_and_forgotten() {
    let team = Team::new();
    for (day, rows) in [("2026-05-08", &FIRST), ("2026-05-15", &SECOND)] {
        team.write("lejek.csv", rows);
        team.report(day);
    }
    assert!(team.history(&["--show", "1"]).contains("Alfa\tAnna Nowak"));
    let refused = team.run(&["history", "team.db", "--show", "7"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("error[memory-without-copy]"));
    assert_eq!(team.history(&["--forget-before", "2026-05-10"]), "1 copy forgotten; kept: 1\n");
    assert!(team.history(&[]).contains("15 May 2026"));
    assert_eq!(team.history(&["--keep", "0"]), "1 copy forgotten; kept: 0\n");
}

#[test]
fn what_is_no_memory_is_refused_before_anything_is_written() {
    let team = Team::new();
    team.write("lejek.csv", &FIRST);
    let run = team.run(&["report", "lejek.csv", "--as-of", "2026-05-08", "--history", "lejek.csv"]);
    assert_eq!(run.status.code(), Some(2));
    let said = String::from_utf8_lossy(&run.stderr).into_owned();
    assert!(said.contains("error[memory-foreign]"), "{said}");
    assert_eq!(names(team.folder.path()), ["lejek.csv"], "no report, and the sheet as it was");
    assert_eq!(team.run(&["history", "none.db"]).status.code(), Some(2));
}

#[test]
fn a_moment_may_be_told_for_a_file_that_does_not_bear_it() {
    let team = Team::new();
    team.write("stary.csv", &FIRST);
    team.write("lejek_2026-05-15.csv", &SECOND);
    let told = ["report", "stary.csv", "lejek_2026-05-15.csv", "--copy-date", "stary.csv=2026-05-08", "--json"];
    let run = team.run(&told);
    let report: Value = serde_json::from_slice(&run.stdout).expect("JSON");
    assert_eq!(files(deal(&report, "Alfa")), ["stary.csv", "lejek_2026-05-15.csv"]);
    assert_eq!(report["deals"].as_array().map(Vec::len), Some(3));
    for wrong in ["stary.csv", "stary.csv=soon", "other.csv=2026-05-08"] {
        let run = team.run(&["report", "stary.csv", "--copy-date", wrong, "--json"]);
        assert!(String::from_utf8_lossy(&run.stderr).contains("error[copy-date-unreadable]"), "{wrong}");
    }
}
