//! A table with its place in the files, a row of it, and a date with the cell that tells it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic};
use crate::locus::Locus;
use crate::model::Moment;
use crate::recognise::fold::fold;
use crate::recognise::{Column, Layout, NameSays, Record, SheetFinding, SheetReading, Table};
use crate::template::Field;

/// A table and where it stands.
#[derive(Debug)]
pub(super) struct Sheet<'a> {
    pub table: &'a Table,
    pub at: Locus,
    /// The sheets that are one table in parts over time, months or copies, share this number.
    pub series: Option<usize>,
    /// How much it tells of deals: a table of leads less than one of deals. Equal for all sheets of a series.
    pub weight: usize,
    /// Whether each row belongs to a pipeline that does not count; empty when all count.
    pub set_aside: Vec<bool>,
    pub as_of: Moment,
}

impl<'a> Sheet<'a> {
    /// The tables of all sheets that have one.
    pub(super) fn all(readings: &'a [SheetReading], as_of: Moment) -> Vec<Self> {
        let mut sheets: Vec<Self> = readings.iter().filter_map(|reading| Self::of(reading, as_of)).collect();
        number_series(&mut sheets);
        let mut weights: BTreeMap<usize, usize> = BTreeMap::new();
        for sheet in &sheets {
            if let Some(series) = sheet.series {
                let most = weights.entry(series).or_default();
                *most = sheet.weight.max(*most);
            }
        }
        for sheet in &mut sheets {
            sheet.weight = sheet.series.map_or(sheet.weight, |series| weights[&series]);
        }
        sheets
    }

    fn of(reading: &'a SheetReading, as_of: Moment) -> Option<Self> {
        match &reading.finding {
            SheetFinding::Table(table) => {
                let at = Locus::sheet(&reading.file, reading.sheet.as_ref());
                Some(Self { table, at, series: None, weight: weight(table), set_aside: Vec::new(), as_of })
            }
            SheetFinding::LeftOut(_) => None,
        }
    }

    /// The rows that count, with their places in the table.
    pub(super) fn counted(&self) -> impl Iterator<Item = (usize, &'a Record)> {
        let counts = |(place, _): &(usize, &Record)| !self.set_aside.get(*place).copied().unwrap_or(false);
        self.table.records.iter().enumerate().filter(counts)
    }

    /// The rows that stages are made of: those that describe deals and are known at as-of, so that no later row has
    /// any effect.
    pub(super) fn records(&self) -> impl Iterator<Item = &'a Record> {
        let (layout, as_of) = (self.table.layout, self.as_of);
        let tells_stages = move |record: &&Record| match layout {
            Layout::ChangeLog => entry(record).is_some_and(|(_, moment)| moment.known_by(as_of)),
            Layout::Activities => false,
            _ => (record.deal.is_some() || describes_a_deal(record)) && is_made_by(record, as_of),
        };
        self.counted().map(|(_, record)| record).filter(tells_stages)
    }

    /// The row of a record, or, where a row holds several deals, its cell.
    pub(super) fn row(&self, record: &Record) -> Locus {
        match record.column {
            Some(column) => self.at.at_cell(record.row, column),
            None => self.at.at_row(record.row),
        }
    }

    /// The column with a header that the template shows.
    pub(super) fn column_under(&self, header: &str) -> Option<&'a Column> {
        let wanted = fold(header);
        self.table.columns.iter().find(|column| fold(&column.header) == wanted)
    }

    /// Whether some column means this.
    pub(super) fn has(&self, field: &Field) -> bool {
        self.table.column_of(field).is_some()
    }
}

/// Numbers the months, and the copies, of one table: those of one file, and those that are files of their own. Several
/// sheets of one copy are no series.
fn number_series(sheets: &mut [Sheet<'_>]) {
    let part = |sheet: &Sheet<'_>| match &sheet.table.name_says {
        Some(NameSays::Period(name, _)) => Some((0, name.clone())),
        Some(NameSays::Copy(moment)) => Some((1, moment.lo().to_string())),
        Some(NameSays::Stage(_) | NameSays::Owner(_)) | None => None,
    };
    let mut in_file: BTreeMap<(Arc<str>, usize), BTreeSet<String>> = BTreeMap::new();
    for sheet in sheets.iter() {
        if let Some((kind, name)) = part(sheet) {
            in_file.entry((Arc::clone(&sheet.at.file), kind)).or_default().insert(name);
        }
    }
    for sheet in sheets {
        sheet.series = part(sheet).map(|(kind, _)| {
            let own = (Arc::clone(&sheet.at.file), kind);
            let several = in_file.iter().filter(|(_, parts)| parts.len() > 1);
            several.map(|(key, _)| key).position(|key| *key == own).map_or(kind, |place| place + 2)
        });
    }
}

fn weight(table: &Table) -> usize {
    const OF_DEALS: [Field; 8] = [
        Field::Value,
        Field::Name,
        Field::Probability,
        Field::CloseDate,
        Field::ClosedOn,
        Field::WonOn,
        Field::LostOn,
        Field::ExpectedClose,
    ];
    let states = usize::from(table.layout != Layout::Particulars);
    10 * states + OF_DEALS.iter().filter(|field| table.column_of(field).is_some()).count()
}

/// Where a row stands among all rows of the run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Order {
    pub sheet: usize,
    pub record: usize,
}

/// A row with its sheet.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row<'a> {
    pub order: Order,
    pub sheet: &'a Sheet<'a>,
    pub record: &'a Record,
}

impl Row<'_> {
    /// Where it stands.
    pub(super) fn at(&self) -> Locus {
        self.sheet.row(self.record)
    }

    pub(super) fn layout(&self) -> Layout {
        self.sheet.table.layout
    }

    /// Whether a cell tells where the deal stands.
    pub(super) fn tells_state(&self) -> bool {
        self.record.stage.is_some() || self.record.outcome.is_some()
    }

    /// Whether the name of the sheet is the stage of its deals.
    pub(super) fn is_of_a_stage_sheet(&self) -> bool {
        matches!(self.sheet.table.name_says, Some(NameSays::Stage(_)))
    }
}

/// Whether a row speaks of one deal: of somebody, of a day, or by two of its number, its value and its state. Lists
/// are numbered ahead, sums stand below, and a sheet of words to choose from has stages without deals.
pub(super) fn describes_a_deal(record: &Record) -> bool {
    let somebody = [&record.name, &record.company, &record.contact, &record.phone, &record.email];
    let days = [
        record.inquiry,
        record.entered,
        record.close_date,
        record.closed_on,
        record.won_on,
        record.lost_on,
        record.expected_close,
        record.next_step_on,
        record.last_activity,
    ];
    let hints = [record.id.is_some(), record.value.is_some(), record.stage.is_some() || record.outcome.is_some()];
    somebody.into_iter().any(Option::is_some)
        || days.iter().any(Option::is_some)
        || !record.stage_dates.is_empty()
        || hints.into_iter().filter(|hint| *hint).count() >= 2
}

/// Whether the copy that a row is from was made by then; one that tells its day alone, on that day at the latest.
pub(super) fn is_made_by(record: &Record, as_of: Moment) -> bool {
    record.seen.is_none_or(|seen| seen.known_by(as_of) || !seen.is_exact() && seen.date() == as_of.date())
}

/// The deal and the moment of a row of a change log: by its number, else by name; none when it does not tell both.
pub(super) fn entry(record: &Record) -> Option<(&str, Moment)> {
    let deal = record.id.as_deref().or(record.name.as_deref()).or(record.company.as_deref())?;
    Some((deal, record.entered.or(record.inquiry)?))
}

/// A date and what tells it.
#[derive(Debug, Clone)]
pub(super) struct Dated<'a> {
    pub moment: Moment,
    pub field: Field,
    /// The column, where several have one field.
    pub column: Option<u32>,
    /// The row that tells it.
    pub row: Row<'a>,
}

impl Dated<'_> {
    /// Whether it is surely earlier than the other: a day and an hour of the same day may stand in either order.
    pub(super) fn is_before(&self, other: &Self) -> bool {
        if self.moment.is_exact() && other.moment.is_exact() {
            self.moment.lo() < other.moment.lo()
        } else {
            self.moment.date() < other.moment.date()
        }
    }

    /// A remark on this date, which cannot be right if the earlier one is.
    pub(super) fn out_of_order(&self, earlier: &Self) -> Diagnostic {
        Diagnostic::new(Code::DatesOutOfOrder)
            .at(self.cell())
            .with("earlier", earlier.header())
            .with("earlier_day", earlier.moment.date())
            .with("later", self.header())
            .with("later_day", self.moment.date())
    }

    /// A remark on a date after as-of.
    pub(super) fn in_future(&self) -> Diagnostic {
        Diagnostic::new(Code::FactInFuture)
            .at(self.cell())
            .with("value", self.moment.date())
            .with("field", self.header())
    }

    fn cell(&self) -> Locus {
        match self.column() {
            Some(column) => self.row.sheet.at.at_cell(self.row.record.row, column.index),
            None => self.row.at(),
        }
    }

    /// The header over a date, in the user's own words.
    fn header(&self) -> String {
        self.column().map_or_else(|| self.field.key(), |column| column.header.clone())
    }

    fn column(&self) -> Option<&Column> {
        let table = self.row.sheet.table;
        match self.column {
            Some(index) => table.columns.iter().find(|column| column.index == index),
            None => table.column_of(&self.field),
        }
    }
}
