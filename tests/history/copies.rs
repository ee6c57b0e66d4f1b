//! Copies of one sheet.

use lejek::model::{DealState, SkipReason};
use lejek::recognise::{Layout, NameSays, SheetReading};

use crate::tables::{book, codes, moment, named, settings, sheet, ways};

const HEADER: &str = "deal | id | stage | inquiry | date:offer | value | next-step";

fn copy(day: &str, rows: &[&str]) -> SheetReading {
    let text = format!("{HEADER}\n{}", rows.join("\n"));
    named(sheet("copies", Layout::CurrentStage, &text), NameSays::Copy(moment(day)))
}

fn copies() -> Vec<SheetReading> {
    vec![
        copy("2026-05-08", &["a | A | Nowe | 2026-05-04 | | 100 | call", "b | B | Kontakt | 2026-05-01 | | 50 |"]),
        copy("2026-05-15", &["a | A | Kontakt | 2026-05-04 | | 100 |", "b | B | Kontakt | 2026-05-01 | | 50 |"]),
        copy("2026-05-22", &["a | A | Oferta | 2026-05-04 | 2026-05-20 | 90 |", "c | C | Nowe | 2026-05-21 | | |"]),
        copy("2026-05-29", &["a | A | Wygrana | 2026-05-04 | 2026-05-20 | 80 |", "c | C | Nowe | 2026-05-21 | | |"]),
    ]
}

#[track_caller]
fn check(sheets: &[SheetReading], as_of: &str, expected: &[&str]) {
    let book = book(sheets, &settings("universal", as_of));
    let mut ways = ways(&book);
    ways.sort();
    assert_eq!(ways, expected);
}

const WAYS: [&str; 3] = [
    "A: new 2026-05-04 > contact 2026-05-08..2026-05-15 > offer 2026-05-20 > won 2026-05-22..2026-05-29",
    "B: new 2026-05-01 > contact (2026-05-01..2026-05-08) > vanished 2026-05-15..2026-05-22",
    "C: new 2026-05-21",
];

#[test]
fn changes_between_copies_are_spans_and_what_is_gone_is_gone() {
    check(&copies(), "2026-06-30", &WAYS);
    let mut turned = copies();
    turned.reverse();
    check(&turned, "2026-06-30", &WAYS);
    let book = book(&copies(), &settings("universal", "2026-06-30"));
    let deal = &book.output.deals[0];
    assert_eq!((deal.rows.len(), deal.value.map(|value| value.amount)), (4, Some(80.into())));
    assert_eq!(deal.next_step, None, "what the newest copy no longer says is past");
    assert_eq!(book.output.deals[1].state(&book.output.pipeline), DealState::Vanished);
    assert_eq!((book.output.tally.rows_read, book.output.tally.history_rows), (8, 5));
}

#[test]
fn a_copy_missing_from_the_middle_widens_its_spans_alone() {
    let mut fewer = copies();
    fewer.remove(1);
    check(
        &fewer,
        "2026-06-30",
        &[
            // The stage between is not seen, its later date is.
            "A: new 2026-05-04 > offer 2026-05-20 > won 2026-05-22..2026-05-29",
            "B: new 2026-05-01 > contact (2026-05-01..2026-05-08) > vanished 2026-05-08..2026-05-22",
            "C: new 2026-05-21",
        ],
    );
}

#[test]
fn a_copy_made_after_as_of_is_not_known_yet() {
    let book = book(&copies(), &settings("universal", "2026-05-16"));
    let expected =
        ["A: new 2026-05-04 > contact 2026-05-08..2026-05-15", "B: new 2026-05-01 > contact (2026-05-01..2026-05-08)"];
    assert_eq!(ways(&book), expected);
    assert_eq!(book.output.tally.skipped.get(&SkipReason::AfterAsOf), Some(&4));
    assert!(book.output.pipeline.by_key("vanished").is_none(), "nothing is gone");
    let by_day = |as_of| crate::tables::book(&copies(), &settings("universal", as_of)).output.deals;
    assert_eq!(by_day("2026-05-29"), by_day("2026-05-29T16:00:00"), "a copy of that day was made by then");
}

#[test]
fn a_stage_again_is_a_visit_again() {
    let sheets = [
        copy("2026-05-08", &["a | A | Oferta | 2026-05-01 | 2026-05-06 | |"]),
        copy("2026-05-15", &["a | A | Kontakt | 2026-05-01 | 2026-05-06 | |"]),
        copy("2026-05-22", &["a | A | Oferta | 2026-05-01 | 2026-05-06 | |"]),
    ];
    let way = "A: new 2026-05-01 > offer 2026-05-06 > contact 2026-05-08..2026-05-15 > offer 2026-05-15..2026-05-22";
    check(&sheets, "2026-06-30", &[way]);
}

#[test]
fn the_same_copy_twice_moves_nothing() {
    let sheets = [copies().remove(3), copies().remove(3)];
    let book = book(&sheets, &settings("universal", "2026-06-30"));
    assert_eq!(
        ways(&book),
        ["A: new 2026-05-04 > offer 2026-05-20 > won (2026-05-20..2026-05-29)", "C: new 2026-05-21"]
    );
}

#[test]
fn what_is_wrong_in_an_old_copy_is_no_news() {
    let sheets = [
        copy("2026-05-08", &["a | A | Oferta | 2026-05-04 | 2026-05-01 | |"]),
        copy("2026-05-15", &["a | A | Oferta | 2026-05-04 | 2026-05-06 | |"]),
    ];
    let book = book(&sheets, &settings("universal", "2026-06-30"));
    assert_eq!(codes(&book), "value-missing 1");
}

#[test]
fn a_copy_tells_the_stage_in_which_a_deal_was_lost() {
    let sheets = [
        copy("2026-05-08", &["a | A | Oferta | 2026-05-04 | | |", "b | B | Przegrana | 2026-05-04 | | |"]),
        copy("2026-05-15", &["a | A | Przegrana | 2026-05-04 | | |", "b | B | Przegrana | 2026-05-04 | | |"]),
    ];
    let deals = book(&sheets, &settings("universal", "2026-05-20")).output.deals;
    let known: Vec<(&str, bool)> = deals.iter().map(|deal| (deal.id.as_str(), deal.way_known)).collect();
    assert_eq!(known, [("A", true), ("B", false)]);
}

#[test]
fn what_the_first_copy_tells_happened_before_it() {
    let sheets = [
        copy("2026-05-08", &["a | A | Oferta | 2026-04-04 | | |", "b | B | Oferta | | | |"]),
        copy(
            "2026-05-15",
            &[
                "a | A | Oferta | 2026-04-04 | | |",
                "b | B | Oferta | | | |",
                "c | C | Kontakt | 2026-05-10 | | |",
                "d | D | Kontakt | 2026-05-15 | | |",
                "e | E | Kontakt | 2026-03-01 | | |",
                "f | F | Kontakt | | | |",
            ],
        ),
    ];
    check(
        &sheets,
        "2026-05-20",
        &[
            "A: new 2026-04-04 > offer (2026-04-04..2026-05-08)",
            "B: new ? > offer ?",
            "C: new 2026-05-10 > contact 2026-05-10..2026-05-15",
            "D: new 2026-05-15 > contact 2026-05-15",
            // Nobody knows why it was not in the copy before.
            "E: new 2026-03-01 > contact (2026-03-01..2026-05-15)",
            "F: new 2026-05-08..2026-05-15 > contact 2026-05-08..2026-05-15",
        ],
    );
}

#[test]
fn a_dated_stage_between_two_copies_narrows_what_follows() {
    let sheets = [
        copy("2026-05-08", &["a | A | Nowe | 2026-05-04 | | |"]),
        copy("2026-05-15", &["a | A | Wygrana | 2026-05-04 | 2026-05-11 | |"]),
    ];
    check(&sheets, "2026-05-20", &["A: new 2026-05-04 > offer 2026-05-11 > won 2026-05-11..2026-05-15"]);
}

#[test]
fn what_people_change_is_kept_from_copy_to_copy() {
    let head = "deal | id | stage | inquiry | value | owner | expected-close | source";
    let copy = |day: &str, row: &str| {
        let sheet = sheet("copies", Layout::CurrentStage, &format!("{head}\n{row}"));
        named(sheet, NameSays::Copy(moment(day)))
    };
    let sheets = [
        copy("2026-05-08", "a | A | Nowe | 2026-05-04 | 100 | Anna | 2026-06-01 | Google"),
        copy("2026-05-15", "a | A | Nowe | 2026-05-04 | 100 | ANNA | 2026-06-01 | Google"),
        copy("2026-05-22", "a | A | Nowe | 2026-05-06 | 90 | Jan | 2026-07-01 | Targi"),
    ];
    let book = book(&sheets, &settings("universal", "2026-05-30"));
    let deal = &book.output.deals[0];
    let stands: Vec<String> = deal
        .stands
        .iter()
        .map(|stand| {
            let value = stand.value.map(|value| value.amount.to_string()).unwrap_or_default();
            let close = stand.expected_close.map(|close| close.date().to_string()).unwrap_or_default();
            format!("{} {value} {} {close}", stand.seen.date(), stand.owner.as_deref().unwrap_or("–"))
        })
        .collect();
    assert_eq!(stands, ["2026-05-08 100 Anna 2026-06-01", "2026-05-22 90 Jan 2026-07-01"]);
    assert_eq!(deal.earlier_closes, [moment("2026-06-01")]);
    // The inquiry and the source happened once: the first copy has the say, and the change is said.
    assert_eq!((deal.inquiry(), deal.source.as_deref()), (Some(moment("2026-05-04")), Some("Google")));
    assert_eq!(codes(&book), "fact-edited 2");
    assert_eq!(book.output.copies, ["2026-05-08", "2026-05-15", "2026-05-22"].map(moment));
}

#[test]
fn a_log_beside_the_copies_tells_what_was_before_the_first_of_them() {
    let first_copy = |sheets: &[SheetReading]| {
        let book = book(sheets, &settings("universal", "2026-06-30")).output;
        let deal = book.deals.into_iter().find(|deal| deal.id == "B").expect("the deal");
        (deal.known_from, deal.stages_kept)
    };
    let mut sheets = copies();
    assert_eq!(first_copy(&sheets), (Some(moment("2026-05-08")), false));
    let log = "deal | id | stage | entered\nb | B | Nowe | 2026-05-01\nb | B | Kontakt | 2026-05-06";
    sheets.push(sheet("log", Layout::ChangeLog, log));
    assert_eq!(first_copy(&sheets), (None, true));
}
