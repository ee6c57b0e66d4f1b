//! What was read and understood, as documents show it.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic, Word};
use crate::locus::{Locus, column_letters};
use crate::read::Workbook;
use crate::recognise::{LeftOut, SheetFinding, SheetReading, Table};
use crate::report::intake::{InputColumn, InputFile, InputSheet};

/// One input with what was understood of its sheets.
pub(super) fn input_file(workbook: &Workbook, readings: &[SheetReading]) -> InputFile {
    InputFile {
        file: workbook.file.to_string(),
        format: workbook.format.name(),
        bytes: workbook.bytes,
        sha256: workbook.sha256.clone(),
        sheets: readings.iter().map(input_sheet).collect(),
    }
}

/// What there is to say about sheets that were left out or hold remarks.
pub(super) fn remarks(readings: &[SheetReading]) -> Vec<Diagnostic> {
    readings.iter().flat_map(remarks_on).collect()
}

fn remarks_on(reading: &SheetReading) -> Vec<Diagnostic> {
    match &reading.finding {
        SheetFinding::Table(table) => {
            let skipped = table.skipped.iter().map(|(row, reason)| {
                let reason = Word::term(format!("skip-{}", reason.name()));
                Diagnostic::new(Code::RowSkipped).at(place(reading).at_row(*row)).with("reason", reason)
            });
            table.diagnostics.iter().cloned().chain(skipped).collect()
        }
        // Empty sheets come with every new workbook; there is nothing to say about them.
        SheetFinding::LeftOut(LeftOut::Empty) => Vec::new(),
        SheetFinding::LeftOut(reason) => {
            let reason = Word::term(format!("left-out-{}", reason.name()));
            vec![Diagnostic::new(Code::SheetWithoutDeals).at(place(reading)).with("reason", reason)]
        }
    }
}

fn place(reading: &SheetReading) -> Locus {
    Locus::sheet(&reading.file, reading.sheet.as_ref())
}

fn input_sheet(reading: &SheetReading) -> InputSheet {
    let sheet = InputSheet {
        at: place(reading),
        layout: None,
        left_out: None,
        header_row: None,
        rows: reading.rows_on_sheet,
        skipped: BTreeMap::new(),
        columns: Vec::new(),
    };
    match &reading.finding {
        SheetFinding::Table(table) => InputSheet {
            layout: Some(table.layout.name()),
            header_row: table.header_row,
            rows: table.rows_read(),
            skipped: skipped(table),
            columns: columns(table),
            ..sheet
        },
        SheetFinding::LeftOut(reason) => InputSheet { left_out: Some(reason.name()), ..sheet },
    }
}

fn skipped(table: &Table) -> BTreeMap<&'static str, usize> {
    let mut skipped = BTreeMap::new();
    for (_, reason) in &table.skipped {
        *skipped.entry(reason.name()).or_default() += 1;
    }
    skipped
}

fn columns(table: &Table) -> Vec<InputColumn> {
    let column = |column: &crate::recognise::Column| InputColumn {
        letters: column_letters(column.index),
        header: column.header.clone(),
        field: column.field.as_ref().map(crate::template::Field::key),
        score: column.score,
        reason: column.reason.name(),
        example: column.example.clone(),
        filled: column.filled,
    };
    table.columns.iter().map(column).collect()
}
