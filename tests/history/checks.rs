//! Remarks on deals that are hard to believe.

use lejek::diagnostic::Code;
use lejek::recognise::Layout;

use crate::tables::{book, codes, settings, sheet};

#[track_caller]
fn check(layout: Layout, text: &str, remarks: &str) {
    assert_eq!(codes(&book(&[sheet("deals", layout, text)], &settings("universal", "2026-06-30"))), remarks);
}

/// As many rows, made of their numbers.
fn rows(count: usize, row: impl Fn(usize) -> String) -> String {
    (1..=count).map(|number| row(number) + "\n").collect()
}

#[test]
fn amounts_that_say_nothing_or_too_much() {
    let header = "id | stage | inquiry | value\n";
    let of = |value: &str, stage: &str| format!("{header}1 | {stage} | 2026-05-01 | {value}");
    check(Layout::CurrentStage, &of("-5", "Nowe"), "absurd-amount 1");
    check(Layout::CurrentStage, &of("1000000000000", "Nowe"), "absurd-amount 1");
    check(Layout::CurrentStage, &of("0", "Nowe"), "");
    check(Layout::CurrentStage, &of("0", "Oferta"), "tiny-amount 1");
    check(Layout::CurrentStage, &of("1", "Wygrana"), "tiny-amount 1");
    let usual = rows(19, |number| format!("{number} | Nowe | 2026-05-01 | {}", 100 * number));
    check(Layout::CurrentStage, &format!("{header}{usual}20 | Nowe | 2026-05-01 | 600700800"), "unusual-amount 1");
    check(Layout::CurrentStage, &format!("{header}{usual}20 | Nowe | 2026-05-01 | 600700"), "");
    // Of two amounts nobody can tell which is usual.
    check(Layout::CurrentStage, &format!("{header}1 | Nowe | 2026-05-01 | 5\n2 | Nowe | 2026-05-01 | 600700800"), "");
}

#[test]
fn reasons_of_losses_stand_where_something_was_lost() {
    let header = "id | stage | inquiry | lost-on | lost-reason\n";
    check(Layout::StageDates, &format!("{header}1 | Utracone | 2026-05-01 | 2026-05-09 |"), "lost-reason-missing 1");
    check(Layout::StageDates, &format!("{header}1 | Utracone | 2026-05-01 | 2026-05-09 | cena"), "");
    check(Layout::StageDates, &format!("{header}1 | Oferta | 2026-05-01 | | cena"), "lost-reason-unexpected 1");
    check(Layout::StageDates, "id | stage | inquiry | lost-on\n1 | Utracone | 2026-05-01 | 2026-05-09", "");
}

#[test]
fn likely_duplicates_are_listed_and_never_merged() {
    let header = "id | company | contact | email | inquiry | value\n";
    let two = |a: &str, b: &str| format!("{header}1 | {a}\n2 | {b}");
    let first = "Acme | Jan Kowal | jan@acme.pl | 2026-05-01 | 100";
    check(Layout::CurrentStage, &two(first, "ACME | Jan Kowal | | 2026-05-04 | 100"), "likely-duplicate 1");
    check(Layout::CurrentStage, &two(first, "Acme | Jan Kowal | JAN@acme.pl | 2026-05-04 | 700"), "likely-duplicate 1");
    check(Layout::CurrentStage, &two(first, "Acme | Jan Kowal | | 2026-05-20 | 100"), "");
    check(Layout::CurrentStage, &two(first, "Acme | Ewa Lis | | 2026-05-04 | 100"), "");
    check(Layout::CurrentStage, &two(first, "Acme | Jan Kowal | | 2026-05-04 | 700"), "");
    check(Layout::CurrentStage, &two(first, "Birch | Jan Kowal | jan@acme.pl | 2026-05-04 | 100"), "");
    let text = two(first, first);
    let book = book(&[sheet("deals", Layout::CurrentStage, &text)], &settings("universal", "2026-06-30"));
    assert_eq!(book.output.deals.len(), 2);
    let note = book.warnings.iter().find(|warning| warning.code == Code::LikelyDuplicate).expect("said");
    assert_eq!(note.at.as_ref().map(ToString::to_string).as_deref(), Some("deals.csv!3"));
    assert_eq!(note.words[1].1, "deals.csv!2".into());
}

#[test]
fn a_history_filled_in_at_once_is_said() {
    let of = |together: usize, apart: usize, time: &str| {
        let at_once =
            rows(together, |number| format!("{number} | Oferta | 2026-05-01 | 2026-05-20T{time}:{:02}", number % 60));
        let alone = rows(apart, |number| {
            format!("{} | Oferta | 2026-05-01 | 2026-05-{:02}T11:{:02}:00", number + 1000, 2 + number % 18, number % 60)
        });
        format!("id | stage | inquiry | entered\n{at_once}{alone}")
    };
    check(Layout::CurrentStage, &of(10, 40, "14:05"), "filled-in-at-once 1");
    check(Layout::CurrentStage, &of(9, 0, "14:05"), "");
    check(Layout::CurrentStage, &of(10, 41, "14:05"), "");
    // Midnight is how a day without an hour is written.
    let midnight = rows(10, |number| format!("{number} | Oferta | 2026-05-01 | 2026-05-20T00:00:00"));
    check(Layout::CurrentStage, &format!("id | stage | inquiry | entered\n{midnight}"), "");
}

#[test]
fn repeated_numbers_are_those_that_the_sheet_has() {
    let leads = sheet("leads", Layout::Particulars, "deal | inquiry\na | 2026-05-01\nb | 2026-05-02");
    let deals = sheet("deals", Layout::CurrentStage, "deal | stage\nb | Oferta\na | Oferta");
    let book = book(&[leads, deals], &settings("universal", "2026-06-30"));
    assert_eq!(codes(&book), "", "a row's own number is no number of a deal");
}
