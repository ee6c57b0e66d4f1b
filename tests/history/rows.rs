//! Tables with one row a deal: current stage, or one date column per stage.

use lejek::diagnostic::Code;
use lejek::i18n::Language;
use lejek::model::SkipReason;
use lejek::recognise::{Layout, LeftOut, SheetFinding};

use crate::tables::{book, codes, ladder, settings, sheet, way};

/// Rows under a header, the way expected of each, and the codes of all remarks.
#[track_caller]
fn check_at(as_of: &str, layout: Layout, header: &str, rows: &[(&str, &str)], remarks: &str) {
    let lines: Vec<&str> = [header].into_iter().chain(rows.iter().map(|(row, _)| *row)).collect();
    let book = book(&[sheet("deals", layout, &lines.join("\n"))], &settings("universal", as_of));
    let ways: Vec<String> = book.output.deals.iter().map(|deal| way(deal, &book.output.pipeline)).collect();
    let expected: Vec<&str> = rows.iter().map(|(_, way)| *way).filter(|way| !way.is_empty()).collect();
    assert_eq!(ways, expected);
    assert_eq!(codes(&book), remarks);
}

#[track_caller]
fn check(layout: Layout, header: &str, rows: &[(&str, &str)], remarks: &str) {
    check_at("2026-06-30", layout, header, rows, remarks);
}

#[test]
fn a_current_stage_and_an_inquiry() {
    check(
        Layout::CurrentStage,
        "stage | inquiry | entered | close-date | company",
        &[
            ("Nowe zapytanie | 2026-05-01 | |", "new 2026-05-01"),
            ("Nowe zapytanie | | 2026-05-02 |", "new 2026-05-02"),
            ("Wysłanie oferty | 2026-05-01 | 2026-05-09 | 2026-08-01", "new 2026-05-01 > offer 2026-05-09"),
            ("Wysłanie oferty | 2026-05-01 | |", "new 2026-05-01 > offer ?"),
            ("Wysłanie oferty | | | | Acme", "new ? > offer ?"),
            // A word to choose from is no deal.
            ("Wysłanie oferty | | |", ""),
            ("Zamknięcie sprzedaży | 2026-05-01 | | 2026-06-01", "new 2026-05-01 > won 2026-06-01"),
            ("Zamknięcie sprzedaży | 2026-05-01 | 2026-05-31 | 2026-06-01", "new 2026-05-01 > won 2026-05-31"),
            ("Utracone | 2026-05-01 | | 2026-06-01", "new 2026-05-01 > lost 2026-06-01 (way unknown)"),
            ("Utracone | 2026-05-01 | |", "new 2026-05-01 > lost ? (way unknown)"),
            ("Odwleczone decyzje | 2026-05-01 | |", "new 2026-05-01 > deferred ?"),
        ],
        "close-date-missing 1, inquiry-date-missing 1, loss-stage-unknown 1, row-skipped 1",
    );
}

#[test]
fn a_stage_beside_an_outcome() {
    check(
        Layout::CurrentStage,
        "stage | outcome | inquiry | won-on | lost-on",
        &[
            ("offer | open | 2026-05-01 | |", "new 2026-05-01 > offer ?"),
            ("offer | won | 2026-05-01 | 2026-05-20 |", "new 2026-05-01 > offer ? > won 2026-05-20"),
            ("offer | lost | 2026-05-01 | | 2026-05-21", "new 2026-05-01 > offer ? > lost 2026-05-21"),
            ("new | lost | 2026-05-01 | | 2026-05-21", "new 2026-05-01 > lost 2026-05-21"),
            ("offer | on hold | 2026-05-01 | |", "new 2026-05-01 > offer ? > deferred ?"),
            ("won | open | 2026-05-01 | 2026-05-20 |", "new 2026-05-01 > won 2026-05-20"),
            (" | lost | 2026-05-01 | | 2026-05-22", "new 2026-05-01 > lost 2026-05-22 (way unknown)"),
            (" | contact | 2026-05-01 | |", "new 2026-05-01 > contact ?"),
            // The stage cell was left as it stood; the date tells.
            ("offer | | 2026-05-01 | | 2026-05-23", "new 2026-05-01 > offer ? > lost 2026-05-23"),
            // Unless a cell says that it is open again.
            ("offer | open | 2026-05-01 | | 2026-05-23", "new 2026-05-01 > offer ?"),
        ],
        "loss-stage-unknown 1",
    );
}

#[test]
fn dates_of_stages_make_a_way() {
    check(
        Layout::StageDates,
        "stage | inquiry | date:contact | date:offer | date:followup | won-on | lost-on",
        &[
            (
                "won | 2026-05-01T16:00:00 | 2026-05-01 | 2026-05-04 | 2026-05-06 | 2026-05-20 |",
                "new 2026-05-01T16:00 > contact 2026-05-01 > offer 2026-05-04 > followup 2026-05-06 > won 2026-05-20",
            ),
            (
                "lost | 2026-05-01 | 2026-05-02 | | | | 2026-05-09",
                "new 2026-05-01 > contact 2026-05-02 > lost 2026-05-09",
            ),
            ("lost | 2026-05-01 | | | | | 2026-05-09", "new 2026-05-01 > lost 2026-05-09"),
            // The cell knows a stage that no date tells.
            ("followup | 2026-05-01 | 2026-05-02 | | | |", "new 2026-05-01 > contact 2026-05-02 > followup ?"),
            // Within a day the ladder gives the order.
            (
                "offer | 2026-05-01 | 2026-05-01 | 2026-05-01 | | |",
                "new 2026-05-01 > contact 2026-05-01 > offer 2026-05-01",
            ),
            // Between days the calendar does.
            (
                "contact | 2026-05-01 | 2026-05-07 | 2026-05-04 | | |",
                "new 2026-05-01 > offer 2026-05-04 > contact 2026-05-07",
            ),
            // No cell: the dates tell.
            (" | 2026-05-01 | 2026-05-02 | | | |", "new 2026-05-01 > contact 2026-05-02"),
            (" | 2026-05-01 | 2026-05-02 | | | 2026-05-05 |", "new 2026-05-01 > contact 2026-05-02 > won 2026-05-05"),
            (" | 2026-05-01 | | | | |", "new 2026-05-01"),
            ("offer | | 2026-05-02 | 2026-05-04 | | |", "new ? > contact 2026-05-02 > offer 2026-05-04"),
        ],
        "inquiry-date-missing 1, stage-missing 1",
    );
}

#[test]
fn dates_that_cannot_be_are_set_aside() {
    check(
        Layout::StageDates,
        "stage | inquiry | date:contact | date:offer | date:followup | won-on | lost-on",
        &[
            ("offer | 2026-05-10 | | 2026-05-04 | | |", "new 2026-05-10 > offer ?"),
            (
                "followup | 2026-05-10 | 2026-05-03 | 2026-05-14 | | |",
                "new 2026-05-10 > contact ? > offer 2026-05-14 > followup ?",
            ),
            ("won | 2026-05-10 | | 2026-05-12 | | 2026-05-01 |", "new 2026-05-10 > offer 2026-05-12 > won ?"),
            (
                "won | 2026-05-01 | | 2026-05-12 | 2026-05-30 | 2026-05-20 |",
                "new 2026-05-01 > offer 2026-05-12 > followup ? > won 2026-05-20",
            ),
        ],
        "dates-out-of-order 4",
    );
}

#[test]
fn a_clash_names_both_dates_by_their_headers() {
    let text = "stage | inquiry | date:offer\noffer | 2026-05-10 | 2026-05-04";
    let book = book(&[sheet("deals", Layout::StageDates, text)], &settings("universal", "2026-06-30"));
    let clash = book.warnings.iter().find(|warning| warning.code == Code::DatesOutOfOrder).expect("a clash");
    assert_eq!(
        Language::En.sentence_of(clash),
        "dates in an order that cannot be: “date:offer” (4 May 2026) before “inquiry” (10 May 2026)"
    );
    assert_eq!(clash.at.as_ref().map(ToString::to_string).as_deref(), Some("deals.csv!C2"));
}

#[test]
fn what_happened_after_as_of_is_not_known_yet() {
    let header = "stage | inquiry | date:contact | date:offer | won-on | lost-on";
    let rows = [
        // Won later: still where it stood.
        (
            "won | 2026-05-01 | 2026-05-02 | 2026-05-04 | 2026-05-20 |",
            "new 2026-05-01 > contact 2026-05-02 > offer 2026-05-04",
        ),
        ("lost | 2026-05-01 | 2026-05-02 | 2026-05-14 | | 2026-05-20", "new 2026-05-01 > contact 2026-05-02"),
        // Came in later: not there at all.
        ("new | 2026-05-11 | | | |", ""),
        // Closed at an unknown time: closed.
        ("won | 2026-05-01 | 2026-05-02 | | |", "new 2026-05-01 > contact 2026-05-02 > won ?"),
    ];
    check_at("2026-05-10", Layout::StageDates, header, &rows, "close-date-missing 1, fact-in-future 6");
}

#[test]
fn a_close_date_ahead_of_a_closed_deal_was_only_expected() {
    let header = "stage | inquiry | close-date";
    let won = ("won | 2026-05-01 | 2026-06-30", "new 2026-05-01 > won ?");
    check_at("2026-06-20", Layout::CurrentStage, header, &[won], "fact-in-future 1");
    // In a table that was written after as-of, it was won after as-of.
    let rows = [("won | 2026-05-01 | 2026-06-30", "new 2026-05-01"), ("new | 2026-06-25 | 2026-08-01", "")];
    check_at("2026-06-20", Layout::CurrentStage, header, &rows, "fact-in-future 2");
}

#[test]
fn closed_dates_of_open_deals_are_plans() {
    let text = "stage | inquiry | closed-on
        offer | 2026-05-01 | 2026-08-01
        contact | 2026-05-01 | 2026-09-01
        won | 2026-05-01 | 2026-05-20";
    let book = book(&[sheet("deals", Layout::CurrentStage, text)], &settings("universal", "2026-06-30"));
    assert_eq!(codes(&book), "");
    let expected: Vec<_> =
        book.output.deals.iter().map(|deal| deal.expected_close.map(|date| date.date().to_string())).collect();
    assert_eq!(expected, [Some("2026-08-01".to_owned()), Some("2026-09-01".to_owned()), None]);
    assert_eq!(way(&book.output.deals[2], &book.output.pipeline), "new 2026-05-01 > won 2026-05-20");
}

#[test]
fn rows_without_a_stage() {
    check(
        Layout::CurrentStage,
        "id | company | stage | inquiry | value | lost-reason",
        &[
            ("1 | Acme | | 2026-05-01 | 10 |", "new 2026-05-01"),
            ("2 | Acme | | | 10 |", "new ?"),
            // Lists are numbered ahead, and sums stand below them.
            ("3 | | | | |", ""),
            (" | | | | 20 |", ""),
            ("4 | Acme | | 2026-05-02 | 10 | too dear", "new 2026-05-02 > lost ? (way unknown)"),
            ("5 | Acme | open | 2026-05-03 | 10 |", "new 2026-05-03"),
        ],
        "inquiry-date-missing 1, loss-stage-unknown 1, row-skipped 2, stage-missing 2",
    );
}

#[test]
fn every_row_is_a_deal_and_repeated_numbers_are_said() {
    let text = "id | stage | inquiry | owner | value
        7 | offer | 2026-05-01 | Anna | 10
        8 | offer | 2026-05-02 | | -5
        7 | won | 2026-05-03 | Anna |
         | contact | 2026-05-04 | Anna | 10";
    let book = book(&[sheet("deals", Layout::CurrentStage, text)], &settings("universal", "2026-06-30"));
    assert_eq!(codes(&book), "absurd-amount 1, duplicate-id 1, owner-missing 1, value-missing 1");
    let ids: Vec<&str> = book.output.deals.iter().map(|deal| deal.id.as_str()).collect();
    assert_eq!(ids, ["7", "8", "7", "#5"]);
    let other = sheet("other", Layout::CurrentStage, text);
    let both =
        crate::tables::book(&[sheet("deals", Layout::CurrentStage, text), other], &settings("universal", "2026-06-30"));
    assert!(codes(&both).contains("duplicate-id 2"), "sheets number anew: {}", codes(&both));
}

#[test]
fn a_state_in_two_levels() {
    let text = "outcome | stage | inquiry
        New | | 2026-05-01
        Opportunity | Proposal sent | 2026-05-01
        Opportunity | Won | 2026-05-01
        Opportunity | Lost | 2026-05-01
        Customer | | 2026-05-01
        Churned customer | | 2026-05-01
        Disqualified | | 2026-05-01";
    let book = book(&[sheet("deals", Layout::CurrentStage, text)], &settings("universal", "2026-06-30")).output;
    let stages: Vec<&str> = book.deals.iter().map(|deal| book.pipeline.stage(deal.stage()).key.as_str()).collect();
    assert_eq!(stages, ["new", "offer", "won", "lost", "won", "won", "lost"]);
    assert_eq!(ladder(&book.pipeline), "new offer won", "the status that opens the second level is no stage");
}

#[test]
fn care_after_the_sale_keeps_the_day_of_winning() {
    let text = "stage | inquiry | won-on | date:after-sales
        after-sales | 2026-05-01 | 2026-05-20 | 2026-06-02
        after-sales | 2026-05-01 | 2026-05-21 |
        won | 2026-05-01 | 2026-05-22 |";
    let book = book(&[sheet("deals", Layout::StageDates, text)], &settings("extended", "2026-06-30")).output;
    let ways: Vec<String> = book.deals.iter().map(|deal| way(deal, &book.pipeline)).collect();
    assert_eq!(
        ways,
        [
            "new 2026-05-01 > won 2026-05-20 > after-sales 2026-06-02",
            "new 2026-05-01 > won 2026-05-21 > after-sales ?",
            "new 2026-05-01 > won 2026-05-22",
        ]
    );
}

#[test]
fn skipped_rows_are_counted_and_sheets_left_out_are_not() {
    let mut deals = sheet("deals", Layout::CurrentStage, "stage | inquiry\noffer | 2026-05-01");
    crate::tables::table(&mut deals).skipped = vec![(3, SkipReason::Total), (4, SkipReason::RepeatedHeader)];
    let mut repeats = sheet("copy", Layout::CurrentStage, "stage | inquiry\noffer | 2026-05-01");
    repeats.finding = SheetFinding::LeftOut(LeftOut::Repeats);
    let settings = settings("universal", "2026-06-30");
    let tally = book(&[deals, repeats.clone()], &settings).output.tally;
    assert_eq!((tally.rows_read, tally.deal_rows, tally.rows_skipped()), (3, 1, 2));
    let nothing = lejek::history::book(&[repeats], &settings).expect_err("no table");
    assert_eq!(nothing.causes[0].code, Code::NoTableFound);
}
