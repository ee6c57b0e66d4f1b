//! `lejek inspect`: what it shows.

use serde_json::Value;

use super::POLISH_SAMPLE;
use super::run::{Run, check_refused, err, out, sample};

/// What the program prints, ending well.
#[track_caller]
fn printed(run: &Run) -> String {
    let output = run.go();
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    out(&output)
}

#[track_caller]
fn json(run: &Run) -> Value {
    serde_json::from_str(&printed(run)).expect("JSON")
}

#[test]
fn what_was_understood_is_shown_sheet_by_sheet() {
    let run = Run::new(&["inspect", &sample(POLISH_SAMPLE), "--lang", "en"]);
    let shown = printed(&run);
    for part in [
        "Template    universal – no other one fits better",
        "As of       20 Nov 2026",
        "pipeline_2026-11-20.xlsx › Lejek 2026",
        "Layout      one row a deal, one date column per stage",
        "Header      row 4",
        "413 rows below the header, 402 of them used",
        "· total: 1 row (418)",
        "Left out    no deals are read from here: a list of words, not deals",
        "Notatki (hidden sheet)",
        "cannot read the date “31.02.2026” (column “Data kwalifikacji”) (L30)",
        "413 rows read = 402 deals + 0 further rows of the same deals + 11 left out",
    ] {
        assert!(shown.contains(part), "no “{part}” in\n{shown}");
    }
    assert!(shown.contains("(A1:D2, the first") && !shown.contains("(A1)"), "a place is told once:\n{shown}");
    let owner = shown.lines().find(|line| line.contains("Handlowiec")).expect("a line a column");
    assert!(owner.contains("owner") && owner.contains("100%") && owner.contains("known header"), "{owner}");
    let offer = shown.lines().find(|line| line.contains("Oferta wysłana (20)")).expect("a line a stage");
    assert!(offer.trim_start().starts_with("4 "), "{offer}");
    assert!(shown.lines().all(|line| line.chars().count() <= 100), "no line is wider than the screen");
    assert_eq!(run.files(), Vec::<String>::new(), "nothing is written");
}

#[test]
fn a_remark_on_a_whole_sheet_has_no_place() {
    let polish = b"Nazwa;Etap;Warto\x9c\xe6 z\xb3;Handlowiec\nA;Oferta;100;\xa3ukasz\nB;Oferta;200;\x81\x83\x88Ewa\n";
    let shown = printed(&Run::new(&["inspect", "old.csv", "--lang", "en"]).with_file("old.csv", polish));
    assert!(shown.contains("cannot be read in the encoding") && !shown.contains("()"), "{shown}");
}

#[test]
fn the_same_stands_in_json() {
    let shown = json(&Run::new(&["inspect", &sample(POLISH_SAMPLE), "--json"]));
    assert_eq!(shown["template"]["chosen"], "usual");
    let sheets = &shown["inputs"][0]["sheets"];
    assert_eq!(sheets[0]["layout"], "stage-dates");
    assert_eq!(sheets[0]["header_row"], 4);
    assert_eq!(sheets[0]["skipped"]["total"], serde_json::json!([418]));
    let cells = &sheets[0]["cells"];
    let parts = ["header", "read", "unassigned", "skipped", "outside"].map(|part| cells[part].as_u64().expect(part));
    assert_eq!(cells["all"], parts.iter().sum::<u64>());
    assert_eq!(sheets[0]["columns"][9]["field"], "owner");
    assert_eq!(sheets[1]["left_out"], "word-list");
    assert_eq!(sheets[2]["hidden"], true);
    assert_eq!(shown["stages"][3]["words"][0], serde_json::json!({"word": "Oferta wysłana", "rows": 20}));
    assert_eq!(shown["rows"]["deals"], 402);
}

#[test]
fn sheets_without_deals_are_inspected_too() {
    let lists = b"Town;River\nWarsaw;Vistula\nOpole;Oder\n";
    let run = Run::new(&["inspect", "lists.csv", "--lang", "en"]).with_file("lists.csv", lists);
    let shown = printed(&run);
    assert!(shown.contains("Left out"), "{shown}");
    assert!(shown.contains("no-table-found"), "{shown}");
    check_refused(&Run::new(&["inspect", "absent.csv"]), "file-missing", "absent.csv");
}
