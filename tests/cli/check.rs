//! `lejek check`: what it finds, how it shows it, and how it ends.

use serde_json::Value;

use super::run::{Run, check_refused, err, out, sample};
use super::{POLISH_SAMPLE, drawing};

/// Every mistake that people make in such sheets, as of 20 November 2026.
const DIRTY: &str = "\
== file dirty.csv
Nr | Data zapytania | Firma | Kontakt | Opiekun | Etap | Data wejścia w etap | Data zamknięcia | Wartość | Uwaga wewnętrzna
1 | 2026-03-02 | Alfa | Jan Lis | Anna Nowak | Wygrana | | 2026-02-01 | 1000 | x
2 | 2026-03-03 | Beta | Ola Kos | Anna Nowak | Oferta wysłana | 2026-12-24 | | 2000 |
3 | 2026-03-04 | Gamma | Ewa Sum | ANNA NOWAK | Oferta wysłana | 2026-06-01 12:00 | | -500 |
3 | 2026-03-04 | Delta | Iga Ryś | Piotr Żak | Oferta wysłana | 2026-06-01 12:00 | | 3000 |
5 | 2026-03-05 | Epsilon | Leo Wilk | Piotr Żak | Wizja lokalna | 2026-06-01 12:00 | | 4000 |
6 | 31.02.2026 | Zeta | Max Bóbr | Piotr Żak | Oferta wysłana | 2026-06-01 12:00 | | 5000 |
7 | 2026-03-06 | Eta | Mia Łoś | | Oferta wysłana | 2026-06-01 12:00 | | około dwóch |
8 | | Theta | Ida Dzik | Piotr Żak | Oferta wysłana | 2026-06-01 12:00 | | 7000 |
9 | 2026-03-07 | Jota | Ala Wydra | Piotr Żak | Wygrana | | | 8000 |
10 | 2026-03-08 | Kappa | Jan Żbik | Piotr Żak | Oferta wysłana | 2026-06-01 12:00 | | 9000 |
11 | 2026-03-09 | Kappa | Jan Żbik | Piotr Żak | Nowe zapytanie | 2026-06-01 12:00 | | 9000 |
12 | 2026-03-10 | Lambda | Ula Sowa | Piotr Żak | Oferta wysłana | 2026-06-01 12:00 | | 0 |
13 | 2026-03-11 | Mi | Ota Puma | Piotr Żak | Oferta wysłana | 2026-06-01 12:00 | | 1500 |
Razem | | | | | | | | 48500 |
";

/// A check of drawn sheets.
fn dirty(more: &[&str]) -> Run {
    let run = Run::new(&[&["check", "dirty.csv", "--as-of", "2026-11-20"], more].concat());
    drawing::draw("dirty", DIRTY, run.folder.path());
    run
}

#[track_caller]
fn json(run: &Run) -> Value {
    let output = run.go();
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    serde_json::from_slice(&output.stdout).expect("JSON")
}

#[test]
fn every_kind_of_mistake_is_found_where_it_stands() {
    let shown = json(&dirty(&["--json"]));
    let remarks = shown["diagnostics"].as_array().expect("remarks");
    for (code, place) in [
        ("dates-out-of-order", "dirty.csv!H2"),
        ("fact-in-future", "dirty.csv!G3"),
        ("absurd-amount", "dirty.csv!4"),
        ("duplicate-id", "dirty.csv!4"),
        ("unknown-stage", "dirty.csv"),
        ("unreadable-date", "dirty.csv!B7"),
        ("unreadable-amount", "dirty.csv!I8"),
        ("owner-missing", "dirty.csv!8"),
        ("inquiry-date-missing", "dirty.csv!9"),
        ("close-date-missing", "dirty.csv!10"),
        ("likely-duplicate", "dirty.csv!12"),
        ("tiny-amount", "dirty.csv!13"),
        ("filled-in-at-once", "dirty.csv!G"),
        ("owners-merged", "dirty.csv!4"),
        ("row-skipped", "dirty.csv!15"),
    ] {
        let found = remarks.iter().any(|remark| remark["code"] == code && remark["at"] == place);
        let of_code: Vec<&Value> = remarks.iter().filter(|remark| remark["code"] == code).collect();
        assert!(found, "no {code} at {place}: {of_code:#?}");
    }
}

#[test]
fn the_sums_hold() {
    let shown = json(&dirty(&["--json"]));
    let quality = &shown["quality"];
    let counted: u64 = quality["kinds"].as_array().expect("kinds").iter().map(|kind| count(&kind["count"])).sum();
    assert_eq!(counted, shown["diagnostics"].as_array().expect("remarks").len() as u64);
    let rows = &quality["rows"];
    let skipped: u64 = rows["skipped"].as_object().expect("reasons").values().map(count).sum();
    assert_eq!(count(&rows["read"]), count(&rows["deals"]) + count(&rows["history"]) + skipped);
    assert_eq!(quality["unused_columns"][0]["header"], "Uwaga wewnętrzna");
    assert_eq!(quality["unused_columns"][0]["example"], "x");
    let severities = |kind: &Value| ["note", "warning", "error"].iter().position(|name| kind["severity"] == *name);
    let order: Vec<_> = quality["kinds"].as_array().expect("kinds").iter().map(severities).collect();
    assert!(order.is_sorted_by(|a, b| a >= b), "the gravest first: {order:?}");
}

fn count(value: &Value) -> u64 {
    value.as_u64().expect("a count")
}

#[test]
fn report_json_has_the_same_figures() {
    let checked = json(&dirty(&["--json"]));
    let report = Run::new(&["report", "dirty.csv", "--as-of", "2026-11-20", "--json"]);
    drawing::draw("dirty", DIRTY, report.folder.path());
    let report = json(&report);
    assert_eq!(report["quality"], checked["quality"]);
    assert_eq!(report["measures"]["completeness"], checked["completeness"]);
    assert_eq!(report["diagnostics"], checked["diagnostics"]);
}

#[test]
fn the_view_fits_a_small_window_in_both_languages() {
    for (language, parts) in [
        (
            "en",
            [
                "warning[unreadable-date] Dates that cannot be read: 1",
                "--> dirty.csv!B7",
                "= type the date as",
                "· the number “3” stands on 2 rows (4, 5)",
                "14 rows read = 13 deals + 0 further rows of the same deals + 1 left out",
                "“Uwaga wewnętrzna” (dirty.csv!J, 1 cell), e.g. “x”",
                "no such column",
            ],
        ),
        (
            "pl",
            [
                "ostrzeżenie[unreadable-date] Nieczytelne daty: 1",
                "--> dirty.csv!B7",
                "= wpisz datę jako",
                "· numer „3” mają 2 wiersze (4, 5)",
                "14 wierszy przeczytanych = 13 szans",
                "„Uwaga wewnętrzna” (dirty.csv!J, 1 komórka), np. „x”",
                "brak takiej kolumny",
            ],
        ),
    ] {
        let run = dirty(&["--lang", language]);
        let output = run.go();
        assert_eq!(output.status.code(), Some(0), "{}", err(&output));
        let shown = out(&output);
        for part in parts {
            assert!(shown.contains(part), "no “{part}” in\n{shown}");
        }
        let widest = shown.lines().max_by_key(|line| line.chars().count()).expect("lines");
        assert!(widest.chars().count() <= 80, "{widest}");
        assert_eq!(run.files(), ["dirty.csv"], "nothing is written");
    }
}

#[test]
fn places_are_cut_unless_all_are_asked_for() {
    let places = |more: &[&str]| {
        let shown = out(&Run::new(&[&["check", &sample(POLISH_SAMPLE), "--lang", "en"], more].concat()).go());
        let listed = shown.split("No value: 59").nth(1).and_then(|rest| rest.split(" = ").next()).expect("a kind");
        listed.matches(',').count()
    };
    assert!(places(&[]) < 30);
    assert_eq!(places(&["--all"]), 58);
}

#[test]
fn the_status_tells_what_was_asked() {
    let status = |more: &[&str]| dirty(more).go().status.code();
    assert_eq!(status(&[]), Some(0));
    assert_eq!(status(&["--strict"]), Some(1));
    assert_eq!(status(&["--fail-on", "fact-in-future"]), Some(1));
    assert_eq!(status(&["--fail-on", "year-assumed,cell-twice"]), Some(0));
    assert_eq!(status(&["--fail-on", "year-assumed,unknown-stage"]), Some(1));
    assert_eq!(status(&["--fail-on", "any"]), Some(1));
    let clean = |more: &[&str]| {
        let run = Run::new(&[&["check", "clean.csv", "--as-of", "2026-03-05"], more].concat());
        let rows = "Nr;Data zapytania;Firma;Etap\n1;2026-03-02;Alfa;Nowe zapytanie\n2;2026-03-03;Beta;Nowe zapytanie\n";
        run.with_file("clean.csv", rows.as_bytes()).go()
    };
    assert_eq!(clean(&["--fail-on", "any", "--strict"]).status.code(), Some(0), "{}", out(&clean(&[])));
    assert!(out(&clean(&["--lang", "en"])).contains("Nothing was noticed"), "{}", out(&clean(&[])));
}

#[test]
fn a_code_that_does_not_exist_is_refused_with_the_one_that_was_meant() {
    check_refused(&dirty(&["--fail-on", "unreadable-dates"]), "code-unknown", "did you mean unreadable-date?");
    check_refused(&dirty(&["--fail-on", "xyz"]), "code-unknown", "list them all: lejek explain");
}

#[test]
fn an_input_that_cannot_be_read_is_an_error_among_the_others() {
    let run = dirty(&["absent.xlsx", "--lang", "en"]);
    let output = run.go();
    assert_eq!(output.status.code(), Some(2));
    let shown = out(&output);
    let (error, warning) = (shown.find("error[file-missing]"), shown.find("warning["));
    assert!(error.is_some() && error < warning, "the gravest first:\n{shown}");
    check_refused(&Run::new(&["check", "absent.xlsx"]), "file-missing", "absent.xlsx");
}
