//! Cells of a sheet, gathered before it is known what the sheet is called or whether it is hidden, and poured once
//! it is.

use super::grid::Area;
use super::sink::{Outcome, Sink};
use super::value::{self, Reading};
use super::workbook::is_on_sheet;
use crate::diagnostic::{Code, Word};

/// A sheet that is being read.
#[derive(Debug, Default)]
pub(super) struct Draft {
    /// Its name.
    pub(super) name: Option<String>,
    /// Whether it is hidden.
    pub(super) hidden: bool,
    cells: Vec<((u32, u32), Reading)>,
    merged: Vec<Area>,
}

impl Draft {
    /// A sheet of this name, of which nothing is read yet.
    pub(super) fn named(name: Option<String>) -> Self {
        Self { name, ..Self::default() }
    }

    /// Whether nothing was read of it.
    pub(super) fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// A cell at row and column, both from 0, that stretches over so many more rows and columns.
    pub(super) fn add(&mut self, at: (u32, u32), more: (u32, u32), reading: Reading) {
        let (row, column) = at;
        let corner = (row.saturating_add(more.0).min(LAST_ROW), column.saturating_add(more.1).min(LAST_COLUMN));
        if is_on_sheet(at) && corner != at {
            self.merged.push(Area { top: row + 1, left: column, bottom: corner.0 + 1, right: corner.1 });
        }
        if !reading.is_nothing() {
            let reading = if is_on_sheet(at) { reading } else { outside() };
            self.cells.push(((row.saturating_add(1), column), reading));
        }
    }

    /// Pours the sheet.
    pub(super) fn pour(self, sink: &mut Sink<'_>) -> Outcome {
        sink.begin(self.name.as_deref(), self.hidden)?;
        for (at, reading) in self.cells {
            value::put(sink, at, reading)?;
        }
        sink.end(&self.merged)
    }
}

const LAST_ROW: u32 = 1_048_575;
const LAST_COLUMN: u32 = 16_383;

fn outside() -> Reading {
    Reading::refused(Code::CellUnreadable, Word::term("fault-outside-sheet"))
}
