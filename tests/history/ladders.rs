//! The ladder that the template and the words of the sheets make together.

use lejek::model::StageOrigin;
use lejek::recognise::Layout;

use crate::tables::{book, codes, ladder, settings, sheet};

#[track_caller]
fn check(template: &str, layout: Layout, text: &str, expected: &str) {
    let book = book(&[sheet("deals", layout, text)], &settings(template, "2026-06-30"));
    assert_eq!(ladder(&book.output.pipeline), expected);
}

/// Deals with these stage words.
fn deals(words: &[&str]) -> String {
    let rows = words.iter().enumerate().map(|(number, word)| format!("{number} | {word}\n"));
    "id | stage\n".to_owned() + &rows.collect::<String>()
}

#[track_caller]
fn check_words(template: &str, words: &[&str], expected: &str) {
    check(template, Layout::CurrentStage, &deals(words), expected);
}

#[test]
fn rungs_that_no_sheet_uses_are_left_out() {
    check_words("universal", &["Lead", "Proposal", "Closed won"], "new offer won");
    check_words("universal", &["Proposal", "Closed lost"], "new offer won");
    check(
        "universal",
        Layout::StageDates,
        "inquiry | date:contact | date:offer | won-on\n2026-05-01 | | |",
        "new contact offer won",
    );
}

#[test]
fn a_log_begins_where_its_rows_begin() {
    let log = "id | stage | entered\nA | Qualified | 2026-05-01\nA | Proposal | 2026-05-02\nA | Lost | 2026-05-03";
    check("universal", Layout::ChangeLog, log, "qualification offer won");
}

#[test]
fn who_uses_the_names_of_the_template_uses_its_whole_ladder() {
    let whole = "new qualification contact offer followup won";
    check_words("universal", &["Nowe zapytanie", "Wysłanie oferty", "Utracone"], whole);
    check(
        "universal",
        Layout::ChangeLog,
        "id | stage | entered\nA | contact | 2026-05-01\nA | offer | 2026-05-02",
        whole,
    );
}

#[test]
fn stages_of_the_field_are_added_at_their_place() {
    check_words(
        "universal",
        &[
            "Lead",
            "Negotiation/Review",
            "Needs analysis",
            "Proposal/Price Quote",
            "Contract sent",
            "Demo",
            "Closed won",
        ],
        "new discovery meeting offer negotiation contract won",
    );
    check_words("b2c", &["Lead", "Qualified", "Proposal"], "new qualification offer won");
    check(
        "b2c",
        Layout::StageDates,
        "inquiry | date:meeting | date:offer\n2026-05-01 | 2026-05-02 |",
        "new meeting offer won",
    );
}

#[test]
fn promises_need_both_their_stages_and_offers_one() {
    let text = deals(&["Nowe", "Kontakt", "Oferta", "Wygrana"]);
    let book = book(&[sheet("deals", Layout::CurrentStage, &text)], &settings("universal", "2026-06-30")).output;
    assert!(book.pipeline.promises.first_contact.is_some());
    assert_eq!(book.pipeline.promises.follow_up, None);
    assert_eq!(book.pipeline.promises.offer, book.pipeline.by_key("offer"));
}

#[test]
fn unknown_words_are_placed_by_their_numbers() {
    check_words(
        "universal",
        &["1. Nowe", "2. Wizja lokalna", "3. Oferta", "4. Próbka", "5. Wygrana"],
        "new wizja-lokalna offer próbka won",
    );
    // One number is no numbering.
    check_words("universal", &["Nowe", "1. wizyta", "Oferta"], "new offer wizyta won");
}

#[test]
fn unknown_words_are_placed_by_the_log() {
    check(
        "universal",
        Layout::ChangeLog,
        "id | stage | entered
         A | Qualified | 2026-05-01
         A | Proof of Value | 2026-05-04
         A | Proposal | 2026-05-09
         B | First look | 2026-05-01
         B | Qualified | 2026-05-02
         B | Proof of Value | 2026-05-04
         C | Proof of Value | 2026-05-01
         C | Qualified | 2026-05-03",
        "first-look qualification proof-of-value offer won",
    );
}

#[test]
fn unknown_words_are_placed_by_probabilities_that_rise() {
    check(
        "universal",
        Layout::CurrentStage,
        "id | stage | probability
         1 | Prospecting | 0.1
         2 | Value Proposition | 0.5
         3 | Perception | 0.7
         4 | Proposal | 0.75",
        "new value-proposition perception offer won",
    );
}

#[test]
fn other_unknown_words_stand_before_won_and_are_said() {
    let text = "stage | inquiry
        Nowe | 2026-05-01
        Sonda | 2026-05-01
        Oferta | 2026-05-01
        sonda | 2026-05-01
        Sonda | 2026-05-01";
    let book = book(&[sheet("deals", Layout::CurrentStage, text)], &settings("universal", "2026-06-30"));
    assert_eq!(ladder(&book.output.pipeline), "new offer sonda won");
    assert_eq!(codes(&book), "unknown-stage 1");
    let words = &book.warnings[0].words;
    assert_eq!(words[0].1, "Sonda".into());
    assert_eq!(words[1].1, 3_usize.into());
    assert_eq!(words[2].1, "Oferta › Sonda › Won".into());
    let stage = &book.output.pipeline.stages[2];
    assert_eq!((stage.origin, stage.name_pl.as_str(), stage.rank), (StageOrigin::Sheet, "Sonda", Some(3)));
    assert_eq!(stage.words, [("Sonda".to_owned(), 2), ("sonda".to_owned(), 1)]);
}

#[test]
fn an_unknown_word_may_look_like_the_key_of_a_stage() {
    // The field knows `sales-qualified`, but not under this word.
    let text = deals(&["Nowe", "Sales-qualified?", "SQL"]);
    let book = book(&[sheet("deals", Layout::CurrentStage, &text)], &settings("universal", "2026-06-30")).output;
    let rows: Vec<usize> = book.pipeline.stages.iter().map(|stage| stage.words.len()).collect();
    assert_eq!(rows.iter().sum::<usize>(), 3, "{:?}", book.pipeline);
}
