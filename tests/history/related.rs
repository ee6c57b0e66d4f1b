//! One deal out of rows on several sheets or in several files.

use chrono::NaiveDate;
use lejek::diagnostic::Code;
use lejek::model::SkipReason;
use lejek::recognise::{Layout, NameSays, SheetReading};

use crate::tables::{book, codes, ladder, named, settings, sheet, way, ways};

/// The ways of all deals, the same in whatever order the sheets come, and the codes of all remarks.
#[track_caller]
fn check(sheets: &[SheetReading], expected: &[&str], remarks: &str) {
    let forth = book(sheets, &settings("universal", "2026-06-30"));
    assert_eq!(ways(&forth), expected);
    assert_eq!(codes(&forth), remarks);
    let mut turned = sheets.to_vec();
    turned.reverse();
    let back = book(&turned, &settings("universal", "2026-06-30"));
    let sorted = |mut ways: Vec<String>| {
        ways.sort();
        ways
    };
    assert_eq!(sorted(ways(&forth)), sorted(ways(&back)), "the order of the sheets plays no part");
    assert_eq!(forth.output.tally, back.output.tally);
}

fn month(name: &str, first_day: &str, text: &str) -> SheetReading {
    let first_day: NaiveDate = first_day.parse().expect("a day");
    named(sheet(name, Layout::CurrentStage, text), NameSays::Period(name.to_owned(), Some(first_day)))
}

fn of_stage(stage: &str, text: &str) -> SheetReading {
    named(sheet(stage, Layout::CurrentStage, text), NameSays::Stage(stage.to_owned()))
}

#[test]
fn of_month_sheets_the_later_tells_where_the_deal_stands() {
    let may = "deal | id | stage | inquiry | value | owner | source
        a | A | Nowe | 2026-05-04 | 100 | Anna | targi
         | B | Oferta | 2026-05-05 | 50 | Anna |";
    let june = "deal | id | stage | inquiry | value | owner | source
        a | A | Oferta | 2026-06-01 | 120 | | Google";
    let sheets = [month("maj", "2026-05-01", may), month("czerwiec", "2026-06-01", june)];
    check(&sheets, &["A: new 2026-05-04 > offer ?", "B: new 2026-05-05 > offer ?"], "");
    let book = book(&sheets, &settings("universal", "2026-06-30")).output;
    let deal = &book.deals[0];
    assert_eq!(deal.value.map(|value| value.amount), Some(120.into()));
    assert_eq!((deal.owner.as_deref(), deal.source.as_deref()), (Some("Anna"), Some("targi")), "facts fill in");
    assert_eq!((deal.at.file.as_ref(), deal.rows.len()), ("czerwiec.csv", 2));
    assert_eq!((book.tally.rows_read, book.tally.history_rows), (3, 1));
}

#[test]
fn of_stage_sheets_the_furthest_counts_and_the_lower_ones_were_reached() {
    let header = "deal | id | stage | entered | inquiry\n";
    let leads = of_stage("Nowe", &format!("{header}a | A | Nowe | | 2026-05-01\nb | B | Nowe | | 2026-05-02"));
    let contacts = of_stage("Kontakt", &format!("{header}a | A | Kontakt | 2026-05-03 |\nb | B | Kontakt | |"));
    let offers = of_stage("Oferty", &format!("{header}a | A | Oferta | 2026-05-08 |"));
    let lost = of_stage("Utracone", &format!("{header}b | B | Utracone | 2026-05-20 |"));
    check(
        &[leads, contacts, offers, lost],
        &[
            "A: new 2026-05-01 > contact 2026-05-03 > offer 2026-05-08",
            "B: new 2026-05-02 > contact ? > lost 2026-05-20",
        ],
        "",
    );
}

#[test]
fn of_sellers_sheets_the_row_with_the_newest_fact_has_the_last_word() {
    let header = "deal | id | stage | inquiry | date:contact | date:offer | owner\n";
    let by = |name: &str, row: &str| {
        named(sheet(name, Layout::StageDates, &format!("{header}{row}")), NameSays::Owner(name.to_owned()))
    };
    let anna = by("Anna", "a | A | Kontakt | 2026-05-01 | 2026-05-03 | | Anna");
    let bartek = by("Bartek", "a | A | Oferta | 2026-05-01 | | 2026-05-10 | Bartek");
    let sheets = [anna, bartek];
    let way = "A: new 2026-05-01 > contact 2026-05-03 > offer 2026-05-10";
    check(&sheets, &[way], "stage-disagrees 1");
    let book = book(&sheets, &settings("universal", "2026-06-30"));
    assert_eq!(book.output.deals[0].owner.as_deref(), Some("Bartek"));
    let words = &book.warnings.iter().find(|it| it.code == Code::StageDisagrees).expect("said").words;
    assert_eq!(words[2].1, "Anna.csv!2".into());
}

const LOG: &str = "deal | id | stage | entered
    a | A | Kontakt | 2026-05-03
    a | A | Oferta | 2026-05-10
    b | B | Kontakt | 2026-05-04
    c | C | Oferta | 2026-05-05";

#[test]
fn a_log_tells_the_way_and_the_table_the_facts() {
    let deals = "deal | id | stage | inquiry | value | company
        a | A | Oferta | 2026-05-01 | 100 | Acme
        b | B | Kontakt | 2026-05-06 | 70 | Birch";
    let sheets = [sheet("deals", Layout::CurrentStage, deals), sheet("log", Layout::ChangeLog, LOG)];
    check(
        &sheets,
        &[
            "A: new 2026-05-01 > contact 2026-05-03 > offer 2026-05-10",
            // An inquiry later than the log begins nothing.
            "B: contact 2026-05-04",
            "C: offer 2026-05-05",
        ],
        "",
    );
    let book = book(&sheets, &settings("universal", "2026-06-30")).output;
    assert_eq!(book.deals[0].company.as_deref(), Some("Acme"));
    assert_eq!(book.deals[0].rows.len(), 3);
    assert!(book.deals[0].stages_kept && book.deals[0].way_known);
}

#[test]
fn where_table_and_log_disagree_the_later_counts_else_the_more_decided() {
    let log = sheet("log", Layout::ChangeLog, LOG);
    let deals =
        |rows: &str| sheet("deals", Layout::CurrentStage, &format!("deal | id | stage | entered | lost-on\n{rows}"));
    let rest = ["B: contact 2026-05-04", "C: offer 2026-05-05"];
    let of_a = |row: &str, way: &str, remarks: &str| {
        let sheets = [deals(row), log.clone()];
        check(&sheets, &[way, rest[0], rest[1]], remarks);
    };
    let logged = "contact 2026-05-03 > offer 2026-05-10";
    of_a("a | A | Utracone | | 2026-05-20", &format!("A: {logged} > lost 2026-05-20"), "stage-disagrees 1");
    of_a("a | A | Utracone | |", &format!("A: {logged} > lost ?"), "close-date-missing 1, stage-disagrees 1");
    of_a("a | A | Kontakt | 2026-05-12 |", &format!("A: {logged} > contact 2026-05-12"), "stage-disagrees 1");
    of_a("a | A | Kontakt | 2026-05-03 |", &format!("A: {logged}"), "stage-disagrees 1");
    of_a("a | A | Kontakt | |", &format!("A: {logged}"), "stage-disagrees 1");
}

#[test]
fn a_log_that_goes_on_after_as_of_is_followed_and_the_tables_later_word_is_said() {
    let deals = sheet("deals", Layout::CurrentStage, "deal | id | stage | inquiry\na | A | Oferta | 2026-05-01");
    let log = sheet("log", Layout::ChangeLog, LOG);
    let early = book(&[deals, log], &settings("universal", "2026-05-08"));
    assert_eq!(ways(&early)[0], "A: new 2026-05-01 > contact 2026-05-03");
    assert_eq!(codes(&early), "table-is-later 1");
    assert_eq!(early.output.tally.skipped.get(&SkipReason::AfterAsOf), Some(&1));
}

#[test]
fn what_changes_on_the_way_is_taken_from_a_log_that_goes_on() {
    let deals = "deal | id | stage | inquiry | value | lost-reason\na | A | Przegrana | 2026-05-01 | 900 | Cena";
    let log = "deal | id | stage | entered | value
        a | A | Oferta | 2026-05-03 | 1200
        a | A | Przegrana | 2026-05-20 | 900";
    let sheets = [sheet("deals", Layout::CurrentStage, deals), sheet("log", Layout::ChangeLog, log)];
    let early = book(&sheets, &settings("universal", "2026-05-08"));
    assert_eq!(ways(&early), ["A: new 2026-05-01 > offer 2026-05-03"]);
    let deal = &early.output.deals[0];
    assert_eq!(deal.value.map(|value| value.amount.to_string()).as_deref(), Some("1200"));
    assert_eq!(deal.lost_reason, None, "it was not lost yet");
    check(&sheets, &["A: new 2026-05-01 > offer 2026-05-03 > lost 2026-05-20"], "");
}

#[test]
fn a_deal_whose_log_begins_after_as_of_stands_where_its_dates_are() {
    let deals = "deal | id | stage | inquiry | lost-reason\na | A | Przegrana | 2026-05-01 | Cena";
    let log = "deal | id | stage | entered\na | A | Oferta | 2026-05-12\na | A | Przegrana | 2026-05-20";
    let sheets = [sheet("deals", Layout::CurrentStage, deals), sheet("log", Layout::ChangeLog, log)];
    let early = book(&sheets, &settings("universal", "2026-05-08"));
    assert_eq!(ways(&early), ["A: new 2026-05-01"]);
    assert_eq!(early.output.deals[0].lost_reason, None);
}

#[test]
fn entries_of_one_moment_end_with_the_present_stage() {
    let log = "deal | id | stage | entered\na | A | Oferta | 2026-05-03\na | A | Kontakt | 2026-05-03";
    let deals = sheet("deals", Layout::CurrentStage, "deal | id | stage\na | A | Oferta");
    check(&[deals, sheet("log", Layout::ChangeLog, log)], &["A: contact 2026-05-03 > offer 2026-05-03"], "");
}

#[test]
fn a_table_without_stages_settles_no_order() {
    let log = "deal | id | stage | entered\na | A | Nowe | 2026-05-03\na | A | Kontakt | 2026-05-03";
    let plans = "deal | id | expected-close\na | A | 2026-08-01";
    let sheets = [sheet("log", Layout::ChangeLog, log), sheet("plans", Layout::Particulars, plans)];
    check(&sheets, &["A: new 2026-05-03 > contact 2026-05-03"], "");
}

#[test]
fn leads_without_a_closed_row_are_open() {
    let leads = "deal | id | inquiry | source\na | A | 2026-05-01 | Google\nb | B | 2026-05-02 | targi";
    let closed = "deal | id | won-on | owner\nb | B | 2026-05-09 | Anna\nc | C | 2026-05-10 | Jan";
    let sheets = [sheet("leads", Layout::Particulars, leads), sheet("closed", Layout::StageDates, closed)];
    check(&sheets, &["A: new 2026-05-01", "B: new 2026-05-02 > won 2026-05-09", "C: new ? > won 2026-05-10"], "");
    let book = book(&sheets, &settings("universal", "2026-06-30")).output;
    assert_eq!(book.deals[1].source.as_deref(), Some("targi"));
}

#[test]
fn a_remark_names_the_sheet_that_has_the_date() {
    let leads = "deal | id | inquiry\na | A | 2026-05-20";
    let closed = "deal | id | won-on\na | A | 2026-05-09";
    let sheets = [sheet("leads", Layout::Particulars, leads), sheet("closed", Layout::StageDates, closed)];
    let book = book(&sheets, &settings("universal", "2026-06-30"));
    let clash = book.warnings.iter().find(|it| it.code == Code::DatesOutOfOrder).expect("a clash");
    assert_eq!(clash.at.as_ref().map(ToString::to_string).as_deref(), Some("closed.csv!C2"));
}

const DEALS: &str = "deal | id | stage | inquiry | date:offer | date:contact
    a | A | Nowe | 2026-05-01 | |
    b | B | Oferta | 2026-05-01 | 2026-05-10 |
    c | C | Oferta | 2026-05-01 | 2026-05-10 | 2026-05-02
    d | D | Utracone | 2026-05-01 | |
    e | E | Oferta | 2026-05-01 | 2026-05-03 |";

const CALLS: &str = "deal | activity | last-activity
    a | Zadanie | 2026-05-02
    a | Rozmowa telefoniczna | 2026-05-03
    a | Rozmowa telefoniczna | 2026-05-04
    b | Spotkanie | 2026-04-20
    b | E-mail | 2026-05-04
    b | Telefon | 2026-05-11
    c | Telefon | 2026-05-05
    d | Telefon | 2026-05-06
    e | Telefon | 2026-07-05
    e | Telefon | 2026-05-07
    x | Telefon | 2026-05-07
    a | Telefon |";

#[test]
fn calls_date_the_first_contact_and_the_follow_up() {
    let sheets = [sheet("deals", Layout::StageDates, DEALS), sheet("calls", Layout::Activities, CALLS)];
    check(
        &sheets,
        &[
            // Its stage cell was left as it stood.
            "A: new 2026-05-01 > contact 2026-05-03",
            "B: new 2026-05-01 > contact 2026-05-04 > offer 2026-05-10 > followup 2026-05-11",
            "C: new 2026-05-01 > contact 2026-05-02 > offer 2026-05-10",
            "D: new 2026-05-01 > contact 2026-05-06 > lost ?",
            // The first call on record came after the offer: it is no first contact.
            "E: new 2026-05-01 > offer 2026-05-03 > followup 2026-05-07",
        ],
        "dates-from-activities 1, row-skipped 2",
    );
    let book = book(&sheets, &settings("universal", "2026-06-30"));
    let last: Vec<String> =
        book.output.deals.iter().filter_map(|deal| deal.last_activity).map(|day| day.date().to_string()).collect();
    assert_eq!(last, ["2026-05-04", "2026-05-11", "2026-05-05", "2026-05-06", "2026-05-07"]);
    let skipped: Vec<_> = book.output.tally.skipped.into_iter().collect();
    assert_eq!(skipped, [(SkipReason::UnreadableEntry, 1), (SkipReason::AfterAsOf, 1), (SkipReason::NoSuchDeal, 1)]);
    let note = book.warnings.iter().find(|it| it.code == Code::DatesFromActivities).expect("said");
    assert_eq!((&note.words[0].1, &note.words[1].1), (&3_usize.into(), &2_usize.into()));
}

#[test]
fn calls_add_the_stage_of_first_contact() {
    let deals = "deal | id | stage | inquiry\na | A | Lead | 2026-05-01\nb | B | Won | 2026-05-01";
    let calls = "deal | activity | last-activity\na | Call | 2026-05-02T10:00:00";
    let sheets = [sheet("deals", Layout::CurrentStage, deals), sheet("calls", Layout::Activities, calls)];
    let book = book(&sheets, &settings("universal", "2026-06-30"));
    assert_eq!(ladder(&book.output.pipeline), "new contact won");
    assert!(book.output.pipeline.promises.first_contact.is_some(), "the promise can be measured");
    assert_eq!(way(&book.output.deals[0], &book.output.pipeline), "new 2026-05-01 > contact 2026-05-02T10:00");
}

#[test]
fn a_status_of_calls_is_no_stage() {
    let deals = "deal | id | stage | inquiry\na | A | Lead | 2026-05-01";
    let calls = "deal | activity | last-activity | stage\na | Call | 2026-05-02 | Completed";
    let sheets = [sheet("deals", Layout::CurrentStage, deals), sheet("calls", Layout::Activities, calls)];
    check(&sheets, &["A: new 2026-05-01 > contact 2026-05-02"], "dates-from-activities 1");
}

#[test]
fn marks_are_stages_reached_at_an_unknown_time() {
    let text = "id | inquiry | mark:contact | mark:offer | mark:won | mark:lost | lost-on
        A | 2026-05-01 | x | x | | |
        B | 2026-05-01 | x | x | x | |
        C | 2026-05-01 | x | | | x | 2026-05-20
        D | 2026-05-01 | | | | |";
    check(
        &[sheet("deals", Layout::StageMarks, text)],
        &[
            "A: new 2026-05-01 > contact ? > offer ?",
            "B: new 2026-05-01 > contact ? > offer ? > won ?",
            "C: new 2026-05-01 > contact ? > lost 2026-05-20",
            "D: new 2026-05-01",
        ],
        "",
    );
}

#[test]
fn the_stage_of_a_loss_tells_the_way() {
    let text = "id | stage | inquiry | lost-on | lost-stage
        A | Utracone | 2026-05-01 | 2026-05-09 | Oferta
        B | | 2026-05-01 | 2026-05-09 | Oferta
        C | Oferta | 2026-05-01 | | Kontakt
        D | Utracone | 2026-05-01 | 2026-05-09 |";
    check(
        &[sheet("deals", Layout::CurrentStage, text)],
        &[
            "A: new 2026-05-01 > offer ? > lost 2026-05-09",
            "B: new 2026-05-01 > offer ? > lost 2026-05-09",
            // Nothing was lost here.
            "C: new 2026-05-01 > offer ?",
            "D: new 2026-05-01 > lost 2026-05-09 (way unknown)",
        ],
        "loss-stage-unknown 1",
    );
    // Also a stage in which no deal stands now.
    let text = "id | stage | inquiry | lost-on | lost-stage\nA | Lost | 2026-05-01 | 2026-05-09 | Proposal";
    check(&[sheet("deals", Layout::CurrentStage, text)], &["A: new 2026-05-01 > offer ? > lost 2026-05-09"], "");
}
