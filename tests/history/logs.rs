//! Change logs.

use lejek::diagnostic::Code;
use lejek::model::{Currency, Deal, DealState, SkipReason};
use lejek::recognise::Layout;
use lejek::settings::Settings;

use crate::tables::{book, codes, ladder, settings, sheet, way};

/// Twelve deals with a regress, a skip, a parking, a reopening, and one that joined at the offer.
const TWELVE: &str = "
    id | stage | entered | value | owner | source
    D01 | new | 2025-04-01 | 10000 | Anna | Google
    D01 | qualification | 2025-04-02 | 10000 | Anna | Google
    D01 | contact | 2025-04-03 | 10000 | Anna | Google
    D01 | offer | 2025-04-08 | 10000 | Anna | Google
    D01 | followup | 2025-04-09 | 10000 | Anna | Google
    D01 | won | 2025-04-24 | 10000 | Anna | Google
    D02 | new | 2025-04-01 | 20000 | Anna | polecenie
    D02 | contact | 2025-04-02 | 20000 | Anna | polecenie
    D02 | offer | 2025-04-05 | 20000 | Anna | polecenie
    D02 | won | 2025-04-15 | 20000 | Anna | polecenie
    D03 | new | 2025-04-03 | 5000 | Bartek | Google
    D03 | lost | 2025-04-10 | 5000 | Bartek | Google
    D04 | new | 2025-04-07 | 8000 | Bartek | Google
    D04 | qualification | 2025-04-08 | 8000 | Bartek | Google
    D04 | contact | 2025-04-09 | 8000 | Bartek | Google
    D04 | lost | 2025-05-05 | 8000 | Bartek | Google
    D05 | new | 2025-04-14 | 30000 | Anna | targi
    D05 | qualification | 2025-04-14 | 30000 | Anna | targi
    D05 | contact | 2025-04-14 | 30000 | Anna | targi
    D05 | offer | 2025-04-22 | 30000 | Anna | targi
    D05 | followup | 2025-04-24 | 30000 | Anna | targi
    D05 | offer | 2025-05-06 | 30000 | Anna | targi
    D05 | followup | 2025-05-08 | 30000 | Anna | targi
    D05 | won | 2025-05-20 | 30000 | Anna | targi
    D06 | new | 2025-05-05 | 12000 | Bartek | Google
    D06 | qualification | 2025-05-06 | 12000 | Bartek | Google
    D06 | contact | 2025-05-08 | 12000 | Bartek | Google
    D06 | offer | 2025-05-15 | 12000 | Bartek | Google
    D06 | lost | 2025-06-20 | 12000 | Bartek | Google
    D07 | new | 2025-05-07 | 15000 | Anna | targi
    D07 | qualification | 2025-05-09 | 15000 | Anna | targi
    D07 | contact | 2025-05-12 | 15000 | Anna | targi
    D07 | offer | 2025-05-19 | 15000 | Anna | targi
    D07 | followup | 2025-05-22 | 15000 | Anna | targi
    D07 | deferred | 2025-06-02 | 15000 | Anna | targi
    D08 | offer | 2025-05-12 | 40000 | Celina | polecenie
    D08 | followup | 2025-05-14 | 40000 | Celina | polecenie
    D08 | lost | 2025-06-04 | 40000 | Celina | polecenie
    D09 | new | 2025-05-19 | 9000 | Bartek | Google
    D09 | qualification | 2025-05-20 | 9000 | Bartek | Google
    D09 | lost | 2025-05-26 | 9000 | Bartek | Google
    D09 | qualification | 2025-06-02 | 9000 | Bartek | Google
    D09 | contact | 2025-06-03 | 9000 | Bartek | Google
    D10 | new | 2025-06-02 | 25000 | Anna | Google
    D10 | qualification | 2025-06-02 | 25000 | Anna | Google
    D10 | contact | 2025-06-03 | 25000 | Anna | Google
    D10 | offer | 2025-06-10 | 25000 | Anna | Google
    D11 | new | 2025-06-16 | 7000 | Celina | Google
    D11 | qualification | 2025-06-17 | 7000 | Celina | Google
    D12 | new | 2025-06-29 | 6000 | Celina | targi
";

fn universal() -> Settings {
    settings("universal", "2025-06-30")
}

#[test]
fn twelve_deals_reach_and_visit_what_they_should() {
    let book = book(&[sheet("twelve", Layout::ChangeLog, TWELVE)], &universal());
    assert_eq!(codes(&book), "");
    let book = book.output;
    let pipeline = &book.pipeline;
    assert_eq!(ladder(pipeline), "new qualification contact offer followup won");
    let counts = |count: &dyn Fn(u32) -> usize| (1..=6).map(count).collect::<Vec<usize>>();
    let reached = counts(&|rank| book.deals.iter().filter(|deal| deal.high_water(pipeline) >= rank).count());
    let visits = |deal: &Deal, rank| deal.history.iter().any(|entry| pipeline.stage(entry.stage).rank == Some(rank));
    let visited = counts(&|rank| book.deals.iter().filter(|deal| visits(deal, rank)).count());
    let stood = |deal: &Deal, rank| deal.entry_rank(pipeline) <= rank && rank <= deal.high_water(pipeline);
    let at_risk = counts(&|rank| book.deals.iter().filter(|deal| stood(deal, rank)).count());
    assert_eq!(reached, [12, 10, 9, 7, 5, 3]);
    assert_eq!(visited, [11, 8, 8, 7, 4, 3]);
    assert_eq!(at_risk[..5], [11, 9, 8, 7, 5]);
    let states: Vec<DealState> = book.deals.iter().map(|deal| deal.state(pipeline)).collect();
    let of = |state| states.iter().filter(|other| **other == state).count();
    let all = [DealState::Open, DealState::Won, DealState::Lost, DealState::Deferred];
    assert_eq!(all.map(of), [4, 3, 4, 1]);
    assert_eq!((book.tally.rows_read, book.tally.deal_rows, book.tally.history_rows), (50, 12, 38));
}

#[track_caller]
fn check(log: &str, expected: &[&str]) {
    let book = book(&[sheet("log", Layout::ChangeLog, log)], &universal()).output;
    let ways: Vec<String> =
        book.deals.iter().map(|deal| format!("{}: {}", deal.id, way(deal, &book.pipeline))).collect();
    assert_eq!(ways, expected);
}

#[test]
fn rows_are_ordered_by_their_moment_and_deals_as_they_come() {
    check(
        "id | stage | entered
         B | contact | 2025-04-03
         A | new | 2025-04-01
         B | new | 2025-04-02T10:00:00
         A | new | 2025-04-05
         A | contact | 2025-04-05",
        &["B: new 2025-04-02T10:00 > contact 2025-04-03", "A: new 2025-04-01 > contact 2025-04-05"],
    );
}

#[test]
fn the_last_word_on_value_and_owner_counts_and_the_first_on_the_source() {
    let log = "id | stage | entered | value | owner | source
         A | offer | 2025-04-09 | 120 | Celina | targi
         A | new | 2025-04-01 | 100 | Anna | Google
         A | offer | 2025-04-10 | 130 | |";
    let book = book(&[sheet("log", Layout::ChangeLog, log)], &universal()).output;
    let deal = &book.deals[0];
    assert_eq!((deal.owner.as_deref(), deal.source.as_deref()), (Some("Celina"), Some("Google")));
    assert_eq!(deal.value.map(|value| value.amount), Some(130.into()));
    let values: Vec<_> = deal.history.iter().map(|entry| entry.value.map(|value| value.amount)).collect();
    assert_eq!(values, [Some(100.into()), Some(130.into())], "a second row of one stage edits the value");
    assert_eq!(deal.value.map(|value| value.currency), Some(Currency::UNSTATED));
    assert_eq!((deal.at.row, deal.rows.len()), (Some(2), 3), "the first row read stands for the deal");
}

#[test]
fn rows_after_as_of_and_rows_that_tell_no_entry_are_set_aside() {
    let log = "id | stage | entered
         A | new | 2025-06-29
         A | contact | 2025-07-01
         A | | 2025-06-30
         | contact | 2025-06-30
         B | contact |
         C | new | 2025-07-02";
    let book = book(&[sheet("log", Layout::ChangeLog, log)], &universal()).output;
    assert_eq!(book.deals.len(), 1);
    let skipped: Vec<_> = book.tally.skipped.into_iter().collect();
    assert_eq!(skipped, [(SkipReason::UnreadableEntry, 3), (SkipReason::AfterAsOf, 2)]);
}

#[test]
fn a_log_may_call_its_deals_by_name() {
    check(
        "name | stage | inquiry
         Acme, phase 2 | new | 2025-04-01
         Birch | new | 2025-04-02
         Acme, phase 2 | offer | 2025-04-07",
        &["Acme, phase 2: new 2025-04-01 > offer 2025-04-07", "Birch: new 2025-04-02"],
    );
}

#[test]
fn logs_of_several_files_are_one_log() {
    let first = sheet("may", Layout::ChangeLog, "id | stage | entered\nA | new | 2025-05-01\nB | new | 2025-05-02");
    let second = sheet("june", Layout::ChangeLog, "id | stage | entered\nA | contact | 2025-06-01");
    let book = book(&[first, second], &universal());
    assert!(book.warnings.iter().all(|warning| warning.code != Code::DuplicateId));
    let book = book.output;
    assert_eq!(way(&book.deals[0], &book.pipeline), "new 2025-05-01 > contact 2025-06-01");
    assert_eq!(book.tally.history_rows, 1);
}
