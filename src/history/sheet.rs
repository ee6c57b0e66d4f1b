//! A table with its place in the files, and the dates of a row with the columns that tell them.

use std::fmt;

use crate::diagnostic::{Code, Diagnostic};
use crate::locus::Locus;
use crate::model::Moment;
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

    /// The rows that stages are made of: of a change log those known at as-of, so that no later row has any effect.
    pub(super) fn records(&self) -> impl Iterator<Item = &'a Record> {
        let (is_log, as_of) = (self.table.layout == Layout::ChangeLog, self.as_of);
        let known = move |record: &&Record| !is_log || record.entered.is_none_or(|entered| entered.known_by(as_of));
        self.table.records.iter().filter(known)
    }

    /// The row of a record.
    pub(super) fn row(&self, record: &Record) -> Locus {
        self.at.at_row(record.row)
    }

    /// Whether some column means this.
    pub(super) fn has(&self, field: &Field) -> bool {
        self.table.column_of(field).is_some()
    }

    /// A remark on two dates that cannot both be right.
    pub(super) fn out_of_order(&self, record: &Record, earlier: &Dated, later: &Dated) -> Diagnostic {
        Diagnostic::new(Code::DatesOutOfOrder)
            .at(self.cell(record, later))
            .with("earlier", self.label(earlier))
            .with("later", self.label(later))
    }

    /// A remark on a date after as-of.
    pub(super) fn in_future(&self, record: &Record, date: &Dated) -> Diagnostic {
        Diagnostic::new(Code::FactInFuture)
            .at(self.cell(record, date))
            .with("value", date.to_string())
            .with("field", self.header(date))
    }

    fn label(&self, date: &Dated) -> String {
        format!("{} {date}", self.header(date))
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
