//! A table with its place in the files, and the dates of a row with the columns that tell them.

use std::fmt;

use crate::diagnostic::{Code, Diagnostic};
use crate::locus::Locus;
use crate::model::Moment;
use crate::recognise::fold::fold;
use crate::recognise::{Layout, Record, SheetFinding, SheetReading, Table};
use crate::template::Field;

/// A table and where it stands.
#[derive(Debug)]
pub(super) struct Sheet<'a> {
    pub table: &'a Table,
    pub at: Locus,
    as_of: Moment,
}

impl<'a> Sheet<'a> {
    /// The table of a sheet that has one.
    pub(super) fn of(reading: &'a SheetReading, as_of: Moment) -> Option<Self> {
        match &reading.finding {
            SheetFinding::Table(table) => {
                Some(Self { table, at: Locus::sheet(&reading.file, reading.sheet.as_ref()), as_of })
            }
            SheetFinding::LeftOut(_) => None,
        }
    }

    /// The rows that stages are made of: those that describe deals, and of a change log those known at as-of, so that
    /// no later row has any effect.
    pub(super) fn records(&self) -> impl Iterator<Item = &'a Record> {
        let (is_log, as_of) = (self.table.layout == Layout::ChangeLog, self.as_of);
        let counts = move |record: &&Record| {
            if is_log {
                entry(record).is_some_and(|(_, moment)| moment.known_by(as_of))
            } else {
                describes_a_deal(record)
            }
        };
        self.table.records.iter().filter(counts)
    }

    /// The row of a record, or, where a row holds several deals, its cell.
    pub(super) fn row(&self, record: &Record) -> Locus {
        match record.column {
            Some(column) => self.at.at_cell(record.row, column),
            None => self.at.at_row(record.row),
        }
    }

    /// What a row has under a header that the template shows.
    pub(super) fn custom(&self, record: &Record, header: &str) -> Option<String> {
        let wanted = fold(header);
        let column = self.table.columns.iter().find(|column| fold(&column.header) == wanted)?;
        record.custom.iter().find(|(index, _)| *index == column.index).map(|(_, text)| text.clone())
    }

    /// Whether some column means this.
    pub(super) fn has(&self, field: &Field) -> bool {
        self.table.column_of(field).is_some()
    }

    /// A remark on two dates that cannot both be right.
    pub(super) fn out_of_order(&self, record: &Record, earlier: &Dated, later: &Dated) -> Diagnostic {
        Diagnostic::new(Code::DatesOutOfOrder)
            .at(self.cell(record, later))
            .with("earlier", self.header(earlier))
            .with("earlier_day", earlier.moment.date())
            .with("later", self.header(later))
            .with("later_day", later.moment.date())
    }

    /// A remark on a date after as-of.
    pub(super) fn in_future(&self, record: &Record, date: &Dated) -> Diagnostic {
        Diagnostic::new(Code::FactInFuture)
            .at(self.cell(record, date))
            .with("value", date.moment.date())
            .with("field", self.header(date))
    }

    fn cell(&self, record: &Record, date: &Dated) -> Locus {
        match date.column.or_else(|| self.table.column_of(&date.field).map(|column| column.index)) {
            Some(column) => self.at.at_cell(record.row, column),
            None => self.row(record),
        }
    }

    /// The header over a date, in the user's own words.
    fn header(&self, date: &Dated) -> String {
        let column = match date.column {
            Some(index) => self.table.columns.iter().find(|column| column.index == index),
            None => self.table.column_of(&date.field),
        };
        column.map_or_else(|| date.field.key(), |column| column.header.clone())
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

/// The deal and the moment of a row of a change log: by its number, else by name; none when it does not tell both.
pub(super) fn entry(record: &Record) -> Option<(&str, Moment)> {
    let deal = record.id.as_deref().or(record.name.as_deref()).or(record.company.as_deref())?;
    Some((deal, record.entered.or(record.inquiry)?))
}

/// A date and what tells it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Dated {
    pub moment: Moment,
    pub field: Field,
    /// The column, where several have one field.
    pub column: Option<u32>,
}

impl Dated {
    /// Whether it is surely earlier than the other: a day and an hour of the same day may stand in either order.
    pub(super) fn is_before(&self, other: &Self) -> bool {
        if self.moment.is_exact() && other.moment.is_exact() {
            self.moment.lo() < other.moment.lo()
        } else {
            self.moment.date() < other.moment.date()
        }
    }
}

impl fmt::Display for Dated {
    /// The day as ISO 8601 writes it, which reads the same in every language.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.moment.date())
    }
}
