//! Small tables as text in, recognised tables out; deals as one line each.
//!
//! A table's first line has the keys of its fields, each further line is a row: `id | stage | inquiry`. Three headers
//! are no fields: `deal` is what relates rows, `mark:offer` marks a stage as reached, `custom:Branch` is shown.

use std::sync::Arc;

use chrono::NaiveDate;
use lejek::diagnostic::Warned;
use lejek::model::{Book, Currency, Deal, Entered, Moment, Money, Pipeline};
use lejek::recognise::{
    CellTally, Column, ColumnReason, Layout, NameSays, Record, SheetFinding, SheetReading, StageColumn, Table,
};
use lejek::settings::Settings;
use lejek::template::{self, Field};

/// The settings of a run with a built-in template.
pub(crate) fn settings(template: &str, as_of: &str) -> Settings {
    let template = template::load(Some(template)).expect("built in");
    Settings::new(moment(as_of), template)
}

/// An ISO date, or date and time.
pub(crate) fn moment(text: &str) -> Moment {
    match text.parse::<NaiveDate>() {
        Ok(day) => Moment::Day(day),
        Err(_) => Moment::At(text.parse().expect("an ISO date, or date and time")),
    }
}

/// `1200 EUR`; without a code, an amount that names no currency.
fn amount(cell: &str) -> Money {
    let (amount, code) = cell.split_once(' ').unwrap_or((cell, ""));
    let currency = Currency::from_code(code).unwrap_or(Currency::UNSTATED);
    Money { amount: amount.parse().expect("an amount"), currency }
}

/// A sheet with this table.
pub(crate) fn sheet(name: &str, layout: Layout, text: &str) -> SheetReading {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let header = lines.next().expect("a table has a header");
    let heads: Vec<Head> = cells(header).map(Head::of).collect();
    let records: Vec<Record> = lines.enumerate().map(|(place, line)| record(place as u32 + 2, &heads, line)).collect();
    let columns = heads.iter().enumerate().map(|(index, head)| Column {
        index: index as u32,
        header: head.header(),
        field: head.field(),
        score: 1.0,
        reason: ColumnReason::Header,
        example: None,
        filled: records.len(),
        reading: None,
    });
    let table = Table {
        layout,
        layout_reasons: Vec::new(),
        name_says: None,
        related_by: None,
        alone: None,
        stage_columns: heads.iter().enumerate().filter_map(|(index, head)| head.stage(index as u32)).collect(),
        header_row: Some(1),
        columns: columns.collect(),
        language: None,
        records,
        skipped: Vec::new(),
        cells: CellTally::default(),
        diagnostics: Vec::new(),
    };
    let rows_on_sheet = table.rows_read() + 1;
    SheetReading {
        file: format!("{name}.csv").into(),
        sheet: None,
        hidden: false,
        rows_on_sheet,
        cells_on_sheet: 0,
        made: None,
        inside: Vec::new(),
        finding: SheetFinding::Table(Box::new(table)),
        costs: Vec::new(),
    }
}

/// The same sheet, whose name says something of its rows.
pub(crate) fn named(mut reading: SheetReading, says: NameSays) -> SheetReading {
    let table = table(&mut reading);
    if let NameSays::Copy(moment) = &says {
        for record in &mut table.records {
            record.seen = Some(*moment);
        }
    }
    table.name_says = Some(says);
    reading
}

/// What a column of the tests is for.
enum Head {
    Field(Field),
    Deal,
    Mark(Arc<str>),
    Custom(String),
}

impl Head {
    fn of(key: &str) -> Self {
        match key.split_once(':') {
            None if key == "deal" => Self::Deal,
            Some(("mark", stage)) => Self::Mark(stage.into()),
            Some(("custom", header)) => Self::Custom(header.to_owned()),
            _ => Self::Field(Field::from_key(key).expect("a key of a field")),
        }
    }

    fn field(&self) -> Option<Field> {
        match self {
            Self::Field(field) => Some(field.clone()),
            Self::Deal | Self::Mark(_) | Self::Custom(_) => None,
        }
    }

    /// The stage whose marks it has.
    fn stage(&self, index: u32) -> Option<StageColumn> {
        match self {
            Self::Mark(key) => Some(StageColumn { index, key: Arc::clone(key), word: key.as_ref().to_owned() }),
            Self::Field(_) | Self::Deal | Self::Custom(_) => None,
        }
    }

    fn header(&self) -> String {
        match self {
            Self::Field(field) => field.key(),
            Self::Deal => "deal".to_owned(),
            Self::Mark(stage) => stage.as_ref().to_owned(),
            Self::Custom(header) => header.clone(),
        }
    }
}

/// The table of a sheet.
pub(crate) fn table(reading: &mut SheetReading) -> &mut Table {
    match &mut reading.finding {
        SheetFinding::Table(table) => table,
        SheetFinding::LeftOut(reason) => panic!("left out: {reason:?}"),
    }
}

fn cells(line: &str) -> impl Iterator<Item = &str> {
    line.split('|').map(str::trim)
}

fn record(row: u32, heads: &[Head], line: &str) -> Record {
    let mut record = Record { row, ..Record::default() };
    for (column, (head, cell)) in heads.iter().zip(cells(line)).enumerate().filter(|(_, (_, cell))| !cell.is_empty()) {
        let column = column as u32;
        let field = match head {
            Head::Field(field) => field,
            Head::Deal => {
                record.deal = Some(cell.into());
                continue;
            }
            Head::Mark(stage) => {
                record.stage_marks.push((Arc::clone(stage), column));
                continue;
            }
            Head::Custom(_) => {
                record.custom.push((column, cell.to_owned()));
                continue;
            }
        };
        let text = || Some(cell.to_owned());
        let when = || Some(moment(cell));
        match field {
            Field::Id => record.id = text(),
            Field::Name => record.name = text(),
            Field::Company => record.company = text(),
            Field::Stage => record.stage = text(),
            Field::Outcome => record.outcome = text(),
            Field::Contact => record.contact = text(),
            Field::Email => record.email = text(),
            Field::Campaign => record.campaign = text(),
            Field::Pipeline => record.pipeline = text(),
            Field::Activity => record.activity = text(),
            Field::LostStage => record.lost_stage = text(),
            Field::NextStep => record.next_step = text(),
            Field::Owner => record.owner = text(),
            Field::Source => record.source = text(),
            Field::LostReason => record.lost_reason = text(),
            Field::Value => record.value = Some(amount(cell)),
            Field::CampaignCost => record.campaign_cost = Some(amount(cell)),
            Field::Inquiry => record.inquiry = when(),
            Field::Entered => record.entered = when(),
            Field::StageDate(stage) => record.stage_dates.push((Arc::clone(stage), moment(cell), column)),
            Field::CloseDate => record.close_date = when(),
            Field::ClosedOn => record.closed_on = when(),
            Field::WonOn => record.won_on = when(),
            Field::LostOn => record.lost_on = when(),
            Field::ExpectedClose => record.expected_close = when(),
            Field::OriginalClose => record.original_close = when(),
            Field::LastActivity => record.last_activity = when(),
            Field::Probability => record.probability = Some(cell.parse().expect("a probability")),
            other => panic!("the tests have no column `{}`", other.key()),
        }
    }
    record
}

/// The book of these sheets; every row must be accounted for.
#[track_caller]
pub(crate) fn book(sheets: &[SheetReading], settings: &Settings) -> Warned<Book> {
    let book = lejek::history::book(sheets, settings).expect("there is a table");
    assert!(book.output.tally.adds_up(), "{:?}", book.output.tally);
    assert_eq!(book.output.tally.deal_rows, book.output.deals.len());
    let rows_of_deals: usize = book.output.deals.iter().map(|deal| deal.rows.len()).sum();
    assert_eq!(rows_of_deals, book.output.tally.deal_rows + book.output.tally.history_rows);
    for deal in &book.output.deals {
        assert!(!deal.history.is_empty(), "{}", deal.id);
        assert!(deal.rows.iter().any(|row| row == deal.at), "{}", deal.id);
        assert!(
            deal.history.windows(2).all(|pair| pair[0].stage != pair[1].stage),
            "{}",
            way(deal, &book.output.pipeline)
        );
    }
    book
}

/// `new 2025-04-01 > offer ? > lost 2025-05-05`, with `(way unknown)` where that holds.
pub(crate) fn way(deal: &Deal, pipeline: &Pipeline) -> String {
    let entries = deal.history.iter().map(|entry| {
        let when = match entry.entered {
            Entered::At(Moment::Day(day)) => day.to_string(),
            Entered::At(Moment::At(at)) => at.format("%Y-%m-%dT%H:%M").to_string(),
            Entered::Between(after, by) => format!("{}..{}", after.date(), by.date()),
            Entered::BeforeCopies(after, by) => format!("({}..{})", after.date(), by.date()),
            Entered::Unknown => "?".to_owned(),
        };
        format!("{} {when}", pipeline.stage(entry.stage).key)
    });
    let unknown = if deal.way_known { "" } else { " (way unknown)" };
    entries.collect::<Vec<_>>().join(" > ") + unknown
}

/// Number and way of every deal, in the order of the input.
pub(crate) fn ways(book: &Warned<Book>) -> Vec<String> {
    let book = &book.output;
    book.deals.iter().map(|deal| format!("{}: {}", deal.id, way(deal, &book.pipeline))).collect()
}

/// Keys of the ladder.
pub(crate) fn ladder(pipeline: &Pipeline) -> String {
    let keys: Vec<&str> = pipeline.ladder().into_iter().map(|id| pipeline.stage(id).key.as_str()).collect();
    keys.join(" ")
}

/// Names of the codes of all remarks, with their counts.
pub(crate) fn codes(book: &Warned<Book>) -> String {
    let mut counts = std::collections::BTreeMap::<&str, usize>::new();
    for warning in &book.warnings {
        *counts.entry(warning.code.name()).or_default() += 1;
    }
    counts.into_iter().map(|(name, count)| format!("{name} {count}")).collect::<Vec<_>>().join(", ")
}
