//! What the readers of all workbook formats share: which sheets count, and what lies on a sheet.

use std::collections::BTreeSet;

use calamine::{Data, Dimensions, Range, Sheet, SheetType, SheetVisible};

use super::gate::refusal;
use super::grid::Area;
use super::serial::Epoch;
use super::shown::Shown;
use super::sink::{Outcome, Sink};
use super::value;
use crate::diagnostic::Code;

/// The sheets that hold cells. Charts and macros are none, though some libraries read cells from them.
pub(super) fn worksheets(sheets: &[Sheet]) -> Vec<Sheet> {
    sheets.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet).cloned().collect()
}

/// Whether a sheet is hidden, in either of the two ways.
pub(super) fn is_hidden(sheet: &Sheet) -> bool {
    sheet.visible != SheetVisible::Visible
}

/// Refuses two sheets of one name, whatever the case: libraries read the first of them twice.
pub(super) fn distinct<'a>(mut names: impl Iterator<Item = &'a str>, sink: &Sink<'_>) -> Outcome {
    let mut seen = BTreeSet::new();
    match names.find(|name| !seen.insert(name.to_lowercase())) {
        Some(twin) => Err(refusal(Code::SheetNameTwice, &sink.file).with("sheet", twin).into()),
        None => Ok(()),
    }
}

/// Whether row and column, both from 0, lie on the largest sheet that there is.
pub(super) fn is_on_sheet((row, column): (u32, u32)) -> bool {
    row < 1_048_576 && column < 16_384
}

/// A merged area, if it lies on the sheet.
pub(super) fn area(merged: Dimensions) -> Option<Area> {
    let ((top, left), (bottom, right)) = (merged.start, merged.end);
    let honest = top <= bottom && left <= right && is_on_sheet(merged.end);
    honest.then_some(Area { top: top + 1, left, bottom: bottom + 1, right })
}

/// Pours a dense range of a library into the sink.
pub(super) fn pour(range: &Range<Data>, epoch: Epoch, sink: &mut Sink<'_>) -> Outcome {
    let Some((top, left)) = range.start() else { return Ok(()) };
    for (row, column, value) in range.used_cells() {
        let at = (top + row as u32 + 1, left + column as u32);
        match value {
            Data::String(text) if value::error_in_text(text) => value::pour_error(sink, at, text)?,
            _ => value::pour(sink, at, &value::borrowed(value), Shown::Plain, epoch)?,
        }
    }
    Ok(())
}
