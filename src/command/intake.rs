//! What was read and understood, as documents show it.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic, Word};
use crate::locus::{Locus, column_letters};
use crate::read::Workbook;
use crate::recognise::fold::fold;
use crate::recognise::{ColumnReading, LeftOut, NameSays, SheetFinding, SheetReading, Table};
use crate::report::intake::{self, Cells, InputColumn, InputFile, InputSheet, Reason};

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
        hidden: reading.hidden,
        layout: None,
        layout_reasons: Vec::new(),
        left_out: None,
        name_says: None,
        related_by: None,
        header_row: None,
        rows: reading.rows_on_sheet,
        skipped: BTreeMap::new(),
        cells: None,
        columns: Vec::new(),
    };
    match &reading.finding {
        SheetFinding::Table(table) => InputSheet {
            layout: Some(table.layout.name()),
            layout_reasons: table
                .layout_reasons
                .iter()
                .map(|because| Reason { name: because.key, words: because.words.clone() })
                .collect(),
            name_says: table.name_says.as_ref().map(name_says),
            related_by: table.related_by.clone(),
            header_row: table.header_row,
            rows: table.rows_read(),
            skipped: skipped(table),
            cells: Some(cells(table)),
            columns: columns(table),
            ..sheet
        },
        SheetFinding::LeftOut(reason) => InputSheet { left_out: Some(reason.name()), ..sheet },
    }
}

fn name_says(says: &NameSays) -> intake::NameSays {
    match says {
        NameSays::Stage(stage) => intake::NameSays::Stage(stage.clone()),
        NameSays::Owner(owner) => intake::NameSays::Owner(owner.clone()),
        NameSays::Period(period, _) => intake::NameSays::Period(period.clone()),
        NameSays::Copy(moment) => intake::NameSays::Copy(*moment),
    }
}

/// The name of a column; `alike` counts the headers to its left.
fn name(header: &str, alike: &mut BTreeMap<String, usize>) -> String {
    let count = alike.entry(fold(header)).or_default();
    *count += 1;
    if *count == 1 { header.to_owned() } else { format!("{header}#{count}") }
}

fn skipped(table: &Table) -> BTreeMap<&'static str, Vec<u32>> {
    let mut skipped: BTreeMap<&'static str, Vec<u32>> = BTreeMap::new();
    for (row, reason) in &table.skipped {
        skipped.entry(reason.name()).or_default().push(*row);
    }
    skipped
}

fn cells(table: &Table) -> Cells {
    let tally = &table.cells;
    Cells {
        header: tally.header,
        read: tally.read,
        unassigned: tally.unassigned,
        skipped: tally.skipped,
        outside: tally.outside,
    }
}

fn reading(reading: ColumnReading) -> intake::ColumnReading {
    match reading {
        ColumnReading::Dates { order, proved } => intake::ColumnReading::Dates { order, proved },
        ColumnReading::Marks => intake::ColumnReading::Marks,
        ColumnReading::Amounts { currency } => intake::ColumnReading::Amounts(currency),
    }
}

fn columns(table: &Table) -> Vec<InputColumn> {
    let mut alike: BTreeMap<String, usize> = BTreeMap::new();
    let column = |column: &crate::recognise::Column| InputColumn {
        letters: column_letters(column.index),
        header: column.header.clone(),
        name: name(&column.header, &mut alike),
        field: column.field.as_ref().map(crate::template::Field::key),
        score: column.score,
        reason: column.reason.name(),
        example: column.example.clone(),
        filled: column.filled,
        reading: column.reading.map(reading),
    };
    table.columns.iter().map(column).collect()
}
