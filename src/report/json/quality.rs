//! The quality of the inputs as data: the part of report.json, and what `lejek check --json` prints.

use serde::Serialize;

use crate::i18n::Language;
use crate::report::intake::{InputColumn, InputSheet};
use crate::report::quality::{Kind, Quality as Source, severity_name};

use super::inspection::{CellCounts, Rows, cell_counts, rows};
use super::intake::{Input, Remark, diagnostics, inputs};
use super::measures::{Completeness, completeness};
use super::{Head, written};

/// The quality as JSON, ending in a line break. The same inputs give the same bytes.
pub fn check(quality: &Source<'_>) -> Vec<u8> {
    written(&Document {
        head: Head::new(quality.settings, quality.chosen, quality.language),
        inputs: inputs(quality.inputs, quality.language),
        quality: self::quality(quality),
        completeness: completeness(quality.completeness),
        diagnostics: diagnostics(quality.diagnostics, quality.language),
    })
}

#[derive(Serialize)]
struct Document<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    inputs: Vec<Input<'a>>,
    quality: Quality<'a>,
    completeness: Vec<Completeness>,
    diagnostics: Vec<Remark<'a>>,
}

/// The sums behind the list of remarks.
#[derive(Serialize)]
pub(super) struct Quality<'a> {
    /// Codes with their counts, the gravest first.
    kinds: Vec<OfCode>,
    rows: Rows,
    /// Where the cells of each sheet with deals went.
    cells: Vec<OfSheet<'a>>,
    unused_columns: Vec<Unused<'a>>,
}

#[derive(Serialize)]
struct OfCode {
    code: &'static str,
    severity: &'static str,
    title: String,
    count: usize,
    advice: Option<String>,
}

#[derive(Serialize)]
struct OfSheet<'a> {
    file: &'a str,
    sheet: Option<&'a str>,
    #[serde(flatten)]
    cells: CellCounts,
}

#[derive(Serialize)]
struct Unused<'a> {
    file: &'a str,
    sheet: Option<&'a str>,
    column: &'a str,
    header: &'a str,
    filled: usize,
    example: Option<&'a str>,
}

pub(super) fn quality<'a>(quality: &Source<'a>) -> Quality<'a> {
    Quality {
        kinds: quality.kinds().iter().map(|kind| of_code(kind, quality.language)).collect(),
        rows: rows(&quality.book.tally),
        cells: quality.tables().filter_map(of_sheet).collect(),
        unused_columns: quality.unused_columns().map(unused).collect(),
    }
}

fn of_code(kind: &Kind<'_>, language: Language) -> OfCode {
    OfCode {
        code: kind.code.name(),
        severity: severity_name(kind.severity()),
        title: kind.title(language),
        count: kind.cases.len(),
        advice: language.hint_of(kind.first()),
    }
}

fn of_sheet(sheet: &InputSheet) -> Option<OfSheet<'_>> {
    let cells = cell_counts(sheet.cells?);
    Some(OfSheet { file: &sheet.at.file, sheet: sheet.at.sheet.as_deref(), cells })
}

fn unused<'a>((sheet, column): (&'a InputSheet, &'a InputColumn)) -> Unused<'a> {
    Unused {
        file: &sheet.at.file,
        sheet: sheet.at.sheet.as_deref(),
        column: &column.letters,
        header: &column.header,
        filled: column.filled,
        example: column.example.as_deref(),
    }
}
