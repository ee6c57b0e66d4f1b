//! What holds for any table.

use lejek::recognise::{Layout, NameSays, SheetReading};
use proptest::prelude::*;

use crate::tables::{book, moment, named, settings, sheet, table, way};

const WORDS: &[&str] = &["", "new", "contact", "Oferta", "won", "lost", "deferred", "Sonda", "Demo", "open", "-"];
const HEADER: &str = "id | company | stage | outcome | inquiry | entered | date:contact | date:offer | date:won | \
                      lost-on | closed-on | close-date | lost-reason | value";

fn word() -> impl Strategy<Value = String> {
    proptest::sample::select(WORDS).prop_map(ToOwned::to_owned)
}

fn date() -> impl Strategy<Value = String> {
    prop_oneof![
        2 => Just(String::new()),
        3 => (1_u32..=28).prop_map(|day| format!("2026-05-{day:02}")),
        1 => (1_u32..=28, 0_u32..24).prop_map(|(day, hour)| format!("2026-05-{day:02}T{hour:02}:30:00")),
    ]
}

fn row() -> impl Strategy<Value = String> {
    let people = (proptest::sample::select(&["", "1", "2", "3"][..]), proptest::sample::select(&["", "Acme"][..]));
    let reason = proptest::sample::select(&["", "price"][..]);
    let dates = proptest::collection::vec(date(), 8);
    (people, word(), word(), dates, reason, -2_i32..3).prop_map(
        |((id, company), stage, outcome, dates, reason, value)| {
            format!("{id} | {company} | {stage} | {outcome} | {} | {reason} | {value}", dates.join(" | "))
        },
    )
}

fn entry() -> impl Strategy<Value = String> {
    (proptest::sample::select(&["A", "B", "C", ""][..]), word(), date())
        .prop_map(|(id, stage, entered)| format!("{id} | {stage} | {entered}"))
}

fn layout() -> impl Strategy<Value = Layout> {
    prop_oneof![Just(Layout::CurrentStage), Just(Layout::StageDates)]
}

/// Several rows that may speak of a few deals, on a sheet of some kind.
fn related() -> impl Strategy<Value = SheetReading> {
    let deal = || proptest::sample::select(&["a", "b", "c", "d", ""][..]);
    let rows = (deal(), row()).prop_map(|(deal, row)| format!("{deal} | {row}"));
    let rows = proptest::collection::vec(rows, 0..6).boxed();
    let entries = (deal(), entry()).prop_map(|(deal, entry)| format!("{deal} | {entry}"));
    let entries = proptest::collection::vec(entries, 0..6);
    let kind = prop_oneof![Just(Layout::Activities), Just(Layout::ChangeLog)];
    let days = proptest::sample::select(&["2026-05-05", "2026-05-12", "2026-05-26"][..]);
    prop_oneof![
        rows.clone().prop_map(|rows| sheet_of(Layout::CurrentStage, &format!("deal | {HEADER}"), &rows)),
        rows.clone().prop_map(|rows| sheet_of(Layout::Particulars, &format!("deal | {HEADER}"), &rows)),
        (rows.clone(), days.clone()).prop_map(|(rows, day)| {
            let first = moment(day).date();
            let says = NameSays::Period(day.to_owned(), Some(first));
            named(sheet_of(Layout::StageDates, &format!("deal | {HEADER}"), &rows), says)
        }),
        (rows, days).prop_map(|(rows, day)| {
            let says = NameSays::Copy(moment(day));
            named(sheet_of(Layout::CurrentStage, &format!("deal | {HEADER}"), &rows), says)
        }),
        (entries, kind).prop_map(|(rows, kind)| sheet_of(kind, "deal | id | stage | entered", &rows)),
    ]
}

/// The sheets, each in a file of its own.
fn workbooks() -> impl Strategy<Value = Vec<SheetReading>> {
    proptest::collection::vec(related(), 1..6).prop_map(|mut sheets| {
        for (number, sheet) in sheets.iter_mut().enumerate() {
            sheet.file = format!("{number}.csv").into();
        }
        sheets
    })
}

fn sheet_of(layout: Layout, header: &str, rows: &[String]) -> SheetReading {
    sheet("deals", layout, &format!("{header}\n{}", rows.join("\n")))
}

/// All ways, in the order of the alphabet.
fn ways(readings: &[SheetReading], as_of: &str) -> Vec<String> {
    let book = book(readings, &settings("universal", as_of)).output;
    let mut ways: Vec<String> = book.deals.iter().map(|deal| way(deal, &book.pipeline)).collect();
    ways.sort();
    ways
}

#[test]
fn a_stage_never_follows_itself_where_the_log_tells_of_later_days_alone() {
    let row = "b | 1 | new | new | 2026-05-11 | 2026-05-11 | 2026-05-02";
    let head = "deal | id | stage | outcome | inquiry | entered | date:contact";
    let mut deals = sheet_of(Layout::CurrentStage, head, &[row.to_owned()]);
    let mut log = sheet_of(Layout::ChangeLog, "deal | id | stage | entered", &["b | C | Demo | 2026-05-28".to_owned()]);
    (deals.file, log.file) = ("0.csv".into(), "1.csv".into());
    assert_eq!(ways(&[deals, log], "2026-05-15"), ["new 2026-05-11"]);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn the_order_of_the_rows_plays_no_part(
        (rows, shuffled) in proptest::collection::vec(row(), 0..12)
            .prop_flat_map(|rows| (Just(rows.clone()), Just(rows).prop_shuffle())),
        layout in layout(),
    ) {
        let of = |rows: &[String]| ways(&[sheet_of(layout, HEADER, rows)], "2026-05-15");
        prop_assert_eq!(of(&rows), of(&shuffled));
    }

    #[test]
    fn no_duration_is_negative(rows in proptest::collection::vec(row(), 1..12), layout in layout()) {
        let book = book(&[sheet_of(layout, HEADER, &rows)], &settings("extended", "2026-05-15")).output;
        for deal in &book.deals {
            let moments: Vec<_> = deal.history.iter().filter_map(|entry| entry.entered.moment()).collect();
            prop_assert!(moments.windows(2).all(|pair| pair[0].days_until(pair[1]) >= 0.0), "{}", way(deal, &book.pipeline));
            prop_assert!(moments.iter().all(|moment| moment.known_by(book.as_of)));
        }
    }

    #[test]
    fn rows_of_a_log_after_as_of_change_nothing(rows in proptest::collection::vec(entry(), 1..40)) {
        let as_of = "2026-05-15";
        let whole = sheet_of(Layout::ChangeLog, "id | stage | entered", &rows);
        let mut until = whole.clone();
        let known = settings("universal", as_of).as_of;
        table(&mut until).records.retain(|record| record.entered.is_none_or(|entered| entered.known_by(known)));
        let [whole, until] = [whole, until].map(|log| book(&[log], &settings("universal", as_of)).output);
        prop_assert_eq!(whole.pipeline, until.pipeline);
        prop_assert_eq!(whole.deals, until.deals);
    }

    #[test]
    fn the_order_of_the_sheets_plays_no_part(
        (sheets, shuffled) in workbooks().prop_flat_map(|sheets| (Just(sheets.clone()), Just(sheets).prop_shuffle())),
    ) {
        prop_assert_eq!(ways(&sheets, "2026-05-15"), ways(&shuffled, "2026-05-15"));
    }

    #[test]
    fn related_rows_are_accounted_for_and_never_go_back_in_time(mut sheets in workbooks()) {
        let book = book(&sheets, &settings("universal", "2026-05-15")).output;
        let rows: usize = sheets.iter_mut().map(|sheet| table(sheet).records.len()).sum();
        prop_assert_eq!(book.tally.rows_read, rows);
        for deal in &book.deals {
            let moments: Vec<_> = deal.history.iter().filter_map(|entry| entry.entered.moment()).collect();
            prop_assert!(moments.windows(2).all(|pair| pair[0].days_until(pair[1]) >= 0.0), "{}", way(deal, &book.pipeline));
            prop_assert!(moments.iter().all(|moment| moment.known_by(book.as_of)));
        }
    }

    #[test]
    fn every_row_is_accounted_for(
        rows in proptest::collection::vec(row(), 0..12),
        entries in proptest::collection::vec(entry(), 0..12),
        layout in layout(),
    ) {
        let readings =
            [sheet_of(layout, HEADER, &rows), sheet_of(Layout::ChangeLog, "id | stage | entered", &entries)];
        let book = book(&readings, &settings("b2b", "2026-05-15")).output;
        prop_assert_eq!(book.tally.rows_read, rows.len() + entries.len());
    }
}
