//! What was understood of a sheet: its layout, its columns, and one record a row.

use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::i18n::Language;
use crate::model::{Currency, Moment, Money, SkipReason};
use crate::template::Field;

/// What a sheet turned out to be.
#[derive(Debug, Clone, PartialEq)]
pub struct SheetReading {
    /// The file's name.
    pub file: Arc<str>,
    /// The sheet's name; none for text files.
    pub sheet: Option<Arc<str>>,
    /// Non-empty rows on the sheet, titles and header included.
    pub rows_on_sheet: usize,
    /// The table, or why there is none.
    pub finding: SheetFinding,
}

/// A table of deals, or the reason why the sheet has none.
#[derive(Debug, Clone, PartialEq)]
pub enum SheetFinding {
    /// A table of deals or of their history.
    Table(Box<Table>),
    /// No deals here.
    LeftOut(LeftOut),
}

/// Why a sheet is no table of deals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeftOut {
    /// No cell at all.
    Empty,
    /// No row that could be a header.
    NoHeader,
    /// A table, but neither stages nor dates of stages in it.
    NoStages,
    /// Stages, but nothing that tells one deal from another: a list of stages, a pivot table.
    NoDeals,
    /// The deals of another sheet once more.
    Repeats,
}

impl LeftOut {
    /// Stable name for report.json and the catalogues.
    pub fn name(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::NoHeader => "no-header",
            Self::NoStages => "no-stages",
            Self::NoDeals => "no-deals",
            Self::Repeats => "repeats",
        }
    }
}

/// A recognised table.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// How deals stand in it.
    pub layout: Layout,
    /// Row number of the (last) header row.
    pub header_row: u32,
    /// Every column of the table, in order, also those that mean nothing to lejek.
    pub columns: Vec<Column>,
    /// The language of the headers; none when they do not tell.
    pub language: Option<Language>,
    /// Rows that hold something, in order.
    pub records: Vec<Record>,
    /// Rows below the header that are no records.
    pub skipped: Vec<(u32, SkipReason)>,
    /// What was noticed on the way.
    pub diagnostics: Vec<Diagnostic>,
}

impl Table {
    /// Non-empty rows below the header.
    pub fn rows_read(&self) -> usize {
        self.records.len() + self.skipped.len()
    }

    /// The column that got this field.
    pub fn column_of(&self, field: &Field) -> Option<&Column> {
        self.columns.iter().find(|column| column.field.as_ref() == Some(field))
    }
}

/// How deals stand in a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// One row a deal with its current stage and some dates.
    CurrentStage,
    /// One row a deal with one date column per stage (and, mostly, the current stage too).
    StageDates,
    /// One row a stage entry: deal, stage, moment.
    ChangeLog,
}

impl Layout {
    /// Stable name for report.json and the catalogues.
    pub fn name(self) -> &'static str {
        match self {
            Self::CurrentStage => "current-stage",
            Self::StageDates => "stage-dates",
            Self::ChangeLog => "change-log",
        }
    }
}

/// One column and what it was taken for.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Column number from 0.
    pub index: u32,
    /// The header as written, line breaks and double blanks folded to one blank.
    pub header: String,
    /// What it means; none when it is not used.
    pub field: Option<Field>,
    /// How sure that is: 0 to 1.
    pub score: f64,
    /// Why, in the words of the catalogue (`column-reason-<name>`).
    pub reason: ColumnReason,
    /// The first cell with something in it, as text.
    pub example: Option<String>,
    /// Cells filled in this column.
    pub filled: usize,
}

/// Why a column got its field, or none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnReason {
    /// The template ties this header to the field.
    Template,
    /// The header is in the vocabulary.
    Header,
    /// The header resembles one in the vocabulary.
    SimilarHeader,
    /// The cells tell.
    Cells,
    /// Header and cells contradict each other.
    CellsContradict,
    /// Another column fits the field better.
    BetterColumn,
    /// Nothing speaks for any field.
    Nothing,
}

impl ColumnReason {
    /// Stable name for report.json and the catalogues.
    pub fn name(self) -> &'static str {
        match self {
            Self::Template => "template",
            Self::Header => "header",
            Self::SimilarHeader => "similar-header",
            Self::Cells => "cells",
            Self::CellsContradict => "cells-contradict",
            Self::BetterColumn => "better-column",
            Self::Nothing => "nothing",
        }
    }
}

/// One row, its cells read as what their columns mean. Texts are trimmed; placeholders (`-`, `brak`, `n/a`)
/// are none.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Record {
    /// Row number from 1.
    pub row: u32,
    /// The deal's number.
    pub id: Option<String>,
    /// Its name.
    pub name: Option<String>,
    /// The firm.
    pub company: Option<String>,
    /// The person.
    pub contact: Option<String>,
    /// Telephone.
    pub phone: Option<String>,
    /// E-mail.
    pub email: Option<String>,
    /// The stage word as written.
    pub stage: Option<String>,
    /// The word of the second state column.
    pub outcome: Option<String>,
    /// The amount.
    pub value: Option<Money>,
    /// The seller.
    pub owner: Option<String>,
    /// The source.
    pub source: Option<String>,
    /// The campaign.
    pub campaign: Option<String>,
    /// When the inquiry came in; day and hour from two columns are joined.
    pub inquiry: Option<Moment>,
    /// Stage dates: key of the template's stage, when, and the cell's column (from 0).
    pub stage_dates: Vec<(Arc<str>, Moment, u32)>,
    /// Since when it is in its stage; the moment of a change log's row.
    pub entered: Option<Moment>,
    /// Until when it was in the stage of a change log's row.
    pub left: Option<Moment>,
    /// Expected while open, actual when closed.
    pub close_date: Option<Moment>,
    /// Actual closing, won or lost.
    pub closed_on: Option<Moment>,
    /// Won on.
    pub won_on: Option<Moment>,
    /// Lost on.
    pub lost_on: Option<Moment>,
    /// Expected closing.
    pub expected_close: Option<Moment>,
    /// Why lost.
    pub lost_reason: Option<String>,
    /// Next step.
    pub next_step: Option<String>,
    /// Next step due.
    pub next_step_on: Option<Moment>,
    /// Last contact or activity.
    pub last_activity: Option<Moment>,
    /// Probability of winning, 0 to 1.
    pub probability: Option<f64>,
    /// Remarks.
    pub notes: Option<String>,
    /// The currency that amounts of this row are in when the amount names none.
    pub currency: Option<Currency>,
}
