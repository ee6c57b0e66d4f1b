//! Inspection in, JSON out: what `lejek inspect --json` prints.
//! Keys mean here what they mean in report.json.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::model::{Currency, Tally};
use crate::report::inspection::Inspection;
use crate::report::intake::{self, Cells, ColumnReading, InputColumn, InputFile, InputSheet};

use super::intake::{NameSays, Remark, Stage, diagnostics, name_says, pipeline};
use super::{Head, tidy, written};

/// The inspection as JSON, ending in a line break. The same inputs give the same bytes.
pub fn inspection(inspection: &Inspection<'_>) -> Vec<u8> {
    written(&Document {
        head: Head::new(inspection.settings, inspection.chosen, inspection.language),
        inputs: inspection.inputs.iter().map(|input| file(input, inspection)).collect(),
        stages: inspection.book.map(pipeline).unwrap_or_default(),
        rows: inspection.book.map(|book| rows(&book.tally)),
        diagnostics: diagnostics(inspection.diagnostics, inspection.language),
    })
}

#[derive(Serialize)]
struct Document<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    inputs: Vec<File<'a>>,
    /// The ladder from the first stage, then those off it.
    stages: Vec<Stage<'a>>,
    rows: Option<Rows>,
    diagnostics: Vec<Remark<'a>>,
}

#[derive(Serialize)]
struct File<'a> {
    file: &'a str,
    format: &'static str,
    sha256: &'a str,
    sheets: Vec<Sheet<'a>>,
}

#[derive(Serialize)]
struct Sheet<'a> {
    sheet: Option<&'a str>,
    hidden: bool,
    layout: Option<&'static str>,
    layout_reasons: Vec<String>,
    left_out: Option<&'static str>,
    name_says: Option<NameSays>,
    related_by: Option<&'a str>,
    header_row: Option<u32>,
    rows: usize,
    /// Row numbers by the reason why they are not used.
    skipped: &'a BTreeMap<&'static str, Vec<u32>>,
    cells: Option<CellCounts>,
    columns: Vec<Column<'a>>,
}

#[derive(Serialize)]
pub(super) struct CellCounts {
    /// The sum of the others.
    all: usize,
    header: usize,
    read: usize,
    unassigned: usize,
    skipped: usize,
    outside: usize,
}

#[derive(Serialize)]
struct Column<'a> {
    column: &'a str,
    header: &'a str,
    field: Option<&'a str>,
    score: f64,
    reason: &'static str,
    example: Option<&'a str>,
    filled: usize,
    reading: Option<Reading<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case", tag = "as")]
enum Reading<'a> {
    Dates { order: &'static str, proved: bool },
    Marks,
    Amounts { currency: Option<&'a str> },
}

/// read = deals + history + all of skipped.
#[derive(Serialize)]
pub(super) struct Rows {
    read: usize,
    deals: usize,
    history: usize,
    skipped: BTreeMap<&'static str, usize>,
}

pub(super) fn rows(tally: &Tally) -> Rows {
    Rows {
        read: tally.rows_read,
        deals: tally.deal_rows,
        history: tally.history_rows,
        skipped: tally.skipped.iter().map(|(reason, rows)| (reason.name(), *rows)).collect(),
    }
}

fn file<'a>(input: &'a InputFile, inspection: &Inspection<'_>) -> File<'a> {
    File {
        file: &input.file,
        format: input.format,
        sha256: &input.sha256,
        sheets: input.sheets.iter().map(|of_file| sheet(of_file, inspection)).collect(),
    }
}

fn sheet<'a>(sheet: &'a InputSheet, inspection: &Inspection<'_>) -> Sheet<'a> {
    Sheet {
        sheet: sheet.at.sheet.as_deref(),
        hidden: sheet.hidden,
        layout: sheet.layout,
        layout_reasons: sheet.layout_reasons.iter().map(|reason| reason.say(inspection.language)).collect(),
        left_out: sheet.left_out,
        name_says: sheet.name_says.as_ref().map(name_says),
        related_by: sheet.related_by.as_deref(),
        header_row: sheet.header_row,
        rows: sheet.rows,
        skipped: &sheet.skipped,
        cells: sheet.cells.map(cell_counts),
        columns: sheet.columns.iter().map(column).collect(),
    }
}

pub(super) fn cell_counts(cells: Cells) -> CellCounts {
    CellCounts {
        all: cells.all(),
        header: cells.header,
        read: cells.read,
        unassigned: cells.unassigned,
        skipped: cells.skipped,
        outside: cells.outside,
    }
}

fn column(column: &InputColumn) -> Column<'_> {
    Column {
        column: &column.letters,
        header: &column.header,
        field: column.field.as_deref(),
        score: tidy(column.score),
        reason: column.reason,
        example: column.example.as_deref(),
        filled: column.filled,
        reading: column.reading.as_ref().map(reading),
    }
}

fn reading(reading: &intake::ColumnReading) -> Reading<'_> {
    match reading {
        ColumnReading::Dates { order, proved } => Reading::Dates { order: order.name(), proved: *proved },
        ColumnReading::Marks => Reading::Marks,
        ColumnReading::Amounts(currency) => Reading::Amounts { currency: currency.as_ref().map(Currency::code) },
    }
}
