//! What the readers of formats pour their cells into: it batches rows into frames, counts against the limits,
//! and keeps remarks from flooding.

use std::io::{self, Write};
use std::sync::Arc;

use chrono::NaiveDateTime;

use super::frame::{self, Frame};
use super::gate::over_limit;
use super::grid::{Area, Cell, Format, NamedArea, Row};
use super::limits::Limits;
use crate::diagnostic::{Code, Diagnostic, Word};
use crate::locus::Locus;

/// Why reading ends early.
#[derive(Debug)]
pub(super) enum Stop {
    /// The file cannot be read.
    Refused(Diagnostic),
    /// Nobody listens any more.
    ParentGone,
}

impl From<Diagnostic> for Stop {
    fn from(refusal: Diagnostic) -> Self {
        Self::Refused(refusal)
    }
}

impl From<io::Error> for Stop {
    fn from(_: io::Error) -> Self {
        Self::ParentGone
    }
}

/// Reading goes on, or it ends early.
pub(super) type Outcome<T = ()> = Result<T, Stop>;

/// Rows are sent when about so many bytes have gathered; with the largest text of a cell on top, a frame stays
/// well under its limit.
const BATCH_BYTES: usize = 128 << 10;

/// The way out of the child.
pub(super) struct Sink<'a> {
    /// The file's name for people.
    pub(super) file: Arc<str>,
    /// What the file may ask for.
    pub(super) limits: Limits,
    out: &'a mut dyn Write,
    sheet: Option<Arc<str>>,
    sheets: usize,
    rows: Vec<Row>,
    gathered: usize,
    cells: u64,
    remarks: usize,
}

impl<'a> Sink<'a> {
    /// A sink that writes frames to `out`.
    pub(super) fn new(file: Arc<str>, limits: Limits, out: &'a mut dyn Write) -> Self {
        Self { file, limits, out, sheet: None, sheets: 0, rows: Vec::new(), gathered: 0, cells: 0, remarks: 0 }
    }

    /// Says what the file is.
    pub(super) fn format(&mut self, format: Format) -> Outcome {
        self.send(&Frame::Format(format))
    }

    /// Says when the file was last saved.
    pub(super) fn saved(&mut self, at: NaiveDateTime) -> Outcome {
        self.send(&Frame::Saved(at))
    }

    /// Begins a sheet.
    pub(super) fn begin(&mut self, name: Option<&str>, hidden: bool) -> Outcome {
        self.sheets += 1;
        if self.sheets > self.limits.sheets {
            return Err(over_limit(&self.file, "limit-sheets").into());
        }
        self.sheet = name.map(Arc::from);
        self.remarks = 0;
        self.send(&Frame::Sheet { name: self.sheet.clone(), hidden })?;
        if hidden {
            self.remark(Diagnostic::new(Code::HiddenSheetRead).at(self.here()))?;
        }
        Ok(())
    }

    /// A cell of the sheet; row from 1, column from 0.
    pub(super) fn cell(&mut self, row: u32, column: u32, cell: Cell) -> Outcome {
        self.cells += 1;
        if self.cells > self.limits.cells {
            return Err(over_limit(&self.file, "limit-cells").into());
        }
        self.gathered += 24 + text_of(&cell).map_or(0, str::len);
        match self.rows.last_mut() {
            Some(last) if last.number == row => last.cells.push((column, cell)),
            _ => self.rows.push(Row { number: row, cells: vec![(column, cell)].into() }),
        }
        if self.gathered >= BATCH_BYTES { self.flush() } else { Ok(()) }
    }

    /// A remark; one about a cell is only counted once there are too many of them on the sheet.
    pub(super) fn remark(&mut self, remark: Diagnostic) -> Outcome {
        self.remarks += 1;
        if self.remarks > self.limits.remarks { Ok(()) } else { self.send(&Frame::Remark(remark)) }
    }

    /// Areas of the sheet that the file names; no more than anybody would look at.
    pub(super) fn named(&mut self, areas: &[NamedArea]) -> Outcome {
        const MOST: usize = 512;
        if areas.is_empty() {
            return Ok(());
        }
        self.send(&Frame::Named(areas.iter().take(MOST).cloned().collect()))
    }

    /// Ends the sheet.
    pub(super) fn end(&mut self, merged: &[Area]) -> Outcome {
        self.flush()?;
        if merged.len() > self.limits.merged {
            return Err(over_limit(&self.file, "limit-merged").into());
        }
        for areas in merged.chunks(1 << 12) {
            self.send(&Frame::Merged(areas.to_vec()))?;
        }
        let unlisted = self.remarks.saturating_sub(self.limits.remarks);
        if unlisted > 0 {
            let remark = Diagnostic::new(Code::RemarksCut).at(self.here()).with("count", unlisted);
            self.send(&Frame::Remark(remark))?;
        }
        Ok(())
    }

    /// Gives the sheet up.
    pub(super) fn lose(&mut self, cause: impl Into<Word>) -> Outcome {
        self.rows.clear();
        self.gathered = 0;
        let remark = Diagnostic::new(Code::SheetUnreadable).at(self.here()).with("cause", cause);
        self.send(&Frame::SheetLost(remark))
    }

    /// Says how it ended. Returns whether the parent could be told.
    pub(super) fn close(mut self, outcome: Outcome) -> io::Result<()> {
        let last = match outcome {
            Ok(()) => Frame::Done,
            Err(Stop::Refused(refusal)) => Frame::Refused(refusal),
            Err(Stop::ParentGone) => return Err(io::ErrorKind::BrokenPipe.into()),
        };
        self.send(&last).and_then(|()| Ok(self.out.flush()?)).map_err(|_| io::ErrorKind::BrokenPipe.into())
    }

    /// The sheet as a place.
    pub(super) fn here(&self) -> Locus {
        Locus::sheet(&self.file, self.sheet.as_ref())
    }

    fn flush(&mut self) -> Outcome {
        self.gathered = 0;
        if self.rows.is_empty() {
            return Ok(());
        }
        let rows = std::mem::take(&mut self.rows);
        self.send(&Frame::Rows(rows))
    }

    fn send(&mut self, frame: &Frame) -> Outcome {
        Ok(frame::write(self.out, frame)?)
    }
}

fn text_of(cell: &Cell) -> Option<&str> {
    match cell {
        Cell::Text(text) | Cell::Error(text) => Some(text),
        Cell::Number { .. } | Cell::Date(_) | Cell::Time(_) | Cell::Bool(_) | Cell::Unevaluated => None,
    }
}
