//! An .xlsx or .xlsm package in, cells out, one after the other: a library's dense ranges would turn two cells in
//! far corners into half a terabyte.

use std::panic::{self, AssertUnwindSafe};

use calamine::{DataRef, Reader, Style, Xlsx, XlsxCellFormulaMetadataRecord, XlsxCellReader, XlsxError};

use super::gate::{damaged, refusal};
use super::grid::{Area, Cell, NamedArea};
use super::named::{self, Table};
use super::package::Source;
use super::serial::Epoch;
use super::shown::{self, Shown};
use super::sink::{Outcome, Sink};
use super::value;
use super::workbook::{area, distinct, is_hidden, is_on_sheet, worksheets};
use crate::diagnostic::{Code, Diagnostic, Word};

/// Reads all worksheets. The library would read the tables with all their cells; here they are only hints.
pub(super) fn read(source: Source, tables: &[Table], sink: &mut Sink<'_>) -> Outcome {
    let mut book = Xlsx::new(source).map_err(|error| refuse(&error, sink))?;
    distinct(book.sheets_metadata().iter().map(|sheet| sheet.name.as_str()), sink)?;
    for sheet in worksheets(book.sheets_metadata()) {
        sink.begin(Some(&sheet.name), is_hidden(&sheet))?;
        match read_sheet(&mut book, &sheet.name, sink)? {
            Ok(()) => {
                let own = tables.iter().filter(|(on, _)| *on == sheet.name).map(|(_, table)| table.clone());
                let named: Vec<NamedArea> = own.chain(named::ranges(book.defined_names(), &sheet.name)).collect();
                sink.named(&named)?;
                let merged = merged(&mut book, &sheet.name, sink)?;
                sink.end(&merged)?;
            }
            Err(cause) => sink.lose(cause)?,
        }
    }
    Ok(())
}

fn refuse(error: &XlsxError, sink: &Sink<'_>) -> Diagnostic {
    match error {
        XlsxError::Password => refusal(Code::PasswordProtected, &sink.file),
        _ => damaged(&sink.file, error.to_string()),
    }
}

/// Reads the cells of one sheet. The inner result tells why the sheet cannot be read.
fn read_sheet(book: &mut Xlsx<Source>, name: &str, sink: &mut Sink<'_>) -> Outcome<Result<(), Word>> {
    let epoch = if book.has_1904_epoch() { Epoch::Y1904 } else { Epoch::Y1900 };
    let percent = match book.worksheet_cells_reader(name) {
        Ok(mut cells) => percent_cells(&mut cells, sink.limits.faults),
        // A chart or a macro that is listed among the worksheets has no cells.
        Err(XlsxError::NotAWorksheet(kind)) if kind != "worksheet" => return Ok(Ok(())),
        Err(XlsxError::NotAWorksheet(_)) => return Ok(Err(Word::term("damage-structure"))),
        Err(error) => return Ok(Err(error.to_string().into())),
    };
    let mut cells = match book.worksheet_cells_reader(name) {
        Ok(cells) => cells,
        Err(error) => return Ok(Err(error.to_string().into())),
    };
    let mut faults = Faults::default();
    loop {
        match next(&mut cells) {
            Ok(None) => break,
            Ok(Some(record)) if !is_on_sheet(record.pos) => faults.add(Word::term("fault-outside-sheet")),
            Ok(Some(record)) => {
                let at = (record.pos.0 + 1, record.pos.1);
                faults.settle(Some(at), sink)?;
                let shown = if percent.binary_search(&record.pos).is_ok() { Shown::Percent } else { Shown::Plain };
                pour(&record, at, shown, epoch, sink)?;
            }
            Err(Fault::Cell(cause)) => faults.add(cause),
            Err(Fault::Sheet(cause)) => return Ok(Err(cause)),
        }
        if faults.total > sink.limits.faults {
            return Ok(Err(Word::term("damage-structure")));
        }
    }
    faults.settle(None, sink)?;
    Ok(Ok(()))
}

fn pour(
    record: &XlsxCellFormulaMetadataRecord<'_>,
    at: (u32, u32),
    shown: Shown,
    epoch: Epoch,
    sink: &mut Sink<'_>,
) -> Outcome {
    // An empty text is a result; nothing at all is a formula that nobody has computed yet.
    if record.value == DataRef::Empty && record.formula.is_some() {
        sink.remark(Diagnostic::new(Code::FormulaWithoutValue).at(sink.here().at_cell(at.0, at.1)))?;
        return sink.cell(at.0, at.1, Cell::Unevaluated);
    }
    value::pour(sink, at, &record.value, shown, epoch)
}

/// What went wrong between two cells.
enum Fault {
    /// One cell is lost; the next one can be read.
    Cell(Word),
    /// The rest of the sheet is lost.
    Sheet(Word),
}

type Cells<'a> = XlsxCellReader<'a, Source>;

fn next<'a>(cells: &mut Cells<'a>) -> Result<Option<XlsxCellFormulaMetadataRecord<'a>>, Fault> {
    // A row number beyond all bounds panics in the library, which then goes on with the next cell.
    let step = panic::catch_unwind(AssertUnwindSafe(|| cells.next_cell_with_formula_metadata()));
    step.map_err(|_| Fault::Cell(Word::term("fault-outside-sheet")))?.map_err(|error| match error {
        XlsxError::Io(_) | XlsxError::Zip(_) | XlsxError::Xml(_) | XlsxError::XmlEof(_) | XlsxError::Encoding(_) => {
            Fault::Sheet(error.to_string().into())
        }
        XlsxError::CellError(shown) => Fault::Cell(Word::Text(shown)),
        _ => Fault::Cell(error.to_string().into()),
    })
}

/// Cells that the library could not read, until their place can be told: it does not say where they are, but
/// their neighbours do.
#[derive(Default)]
struct Faults {
    waiting: Vec<Word>,
    last: Option<(u32, u32)>,
    total: usize,
}

impl Faults {
    fn add(&mut self, cause: Word) {
        self.total += 1;
        self.waiting.push(cause);
    }

    /// A cell was read, or the sheet has ended: the places of those before it are as known as they will be.
    fn settle(&mut self, now: Option<(u32, u32)>, sink: &mut Sink<'_>) -> Outcome {
        let before = std::mem::replace(&mut self.last, now);
        let waiting = std::mem::take(&mut self.waiting);
        let places = between(before, now, waiting.len());
        for (passed, cause) in waiting.into_iter().enumerate() {
            let place = match places {
                Gap::Cells(row, first) => sink.here().at_cell(row, first + passed as u32),
                Gap::Row(row) => sink.here().at_row(row),
                Gap::Somewhere => sink.here(),
            };
            let shown = match &cause {
                Word::Text(text) if value::error_in_text(text) || text.starts_with('#') => Some(text.clone()),
                _ => None,
            };
            let remark = match &shown {
                Some(shown) => Diagnostic::new(Code::ErrorCell).with("value", shown.as_str()),
                None => Diagnostic::new(Code::CellUnreadable).with("cause", cause),
            };
            if let (Some(shown), Some(row), Some(column)) = (shown, place.row, place.column) {
                sink.cell(row, column, Cell::Error(shown.into()))?;
            }
            sink.remark(remark.at(place))?;
        }
        Ok(())
    }
}

/// Where cells lie that stand between two others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Gap {
    /// They fill the gap: the row, and the column of the first.
    Cells(u32, u32),
    /// In this row.
    Row(u32),
    /// Nobody knows.
    Somewhere,
}

fn between(before: Option<(u32, u32)>, now: Option<(u32, u32)>, count: usize) -> Gap {
    match (before, now) {
        (Some((row, left)), Some((same, right))) if row == same && left < right => {
            if (right - left - 1) as usize == count { Gap::Cells(row, left + 1) } else { Gap::Row(row) }
        }
        (None, Some((1, right))) if right as usize == count => Gap::Cells(1, 0),
        _ => Gap::Somewhere,
    }
}

/// Places of the cells that are shown as percentages, in order. Most workbooks have none.
fn percent_cells(cells: &mut Cells<'_>, most_faults: usize) -> Vec<(u32, u32)> {
    let percent: Vec<bool> = cells.styles().iter().map(is_percent).collect();
    let mut places = Vec::new();
    if !percent.contains(&true) {
        return places;
    }
    let mut faults = 0;
    while faults <= most_faults {
        match panic::catch_unwind(AssertUnwindSafe(|| cells.next_style_id())) {
            Ok(Ok(Some((row, column, style)))) if percent.get(style) == Some(&true) => places.push((row, column)),
            Ok(Ok(Some(_))) => {}
            Ok(Ok(None)) => break,
            Ok(Err(_)) | Err(_) => faults += 1,
        }
    }
    places.sort_unstable();
    places
}

fn is_percent(style: &Style) -> bool {
    style.number_format.as_ref().is_some_and(|format| shown::shown(&format.format_code) == Shown::Percent)
}

/// Merged areas; a sheet whose areas make no sense is read without them.
fn merged(book: &mut Xlsx<Source>, name: &str, sink: &mut Sink<'_>) -> Outcome<Vec<Area>> {
    let read = panic::catch_unwind(AssertUnwindSafe(|| book.merge_cells_by_sheet_name(name)));
    if let Ok(Ok(areas)) = read {
        return Ok(areas.into_iter().filter_map(area).collect());
    }
    sink.remark(Diagnostic::new(Code::CellUnreadable).at(sink.here()).with("cause", Word::term("fault-merged")))?;
    Ok(Vec::new())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lost_cell_is_placed_by_its_neighbours() {
        for (before, now, count, gap) in [
            (Some((4, 1)), Some((4, 3)), 1, Gap::Cells(4, 2)),
            (Some((4, 1)), Some((4, 4)), 2, Gap::Cells(4, 2)),
            (Some((4, 1)), Some((4, 9)), 1, Gap::Row(4)),
            (Some((4, 1)), Some((5, 0)), 1, Gap::Somewhere),
            (None, Some((1, 1)), 1, Gap::Cells(1, 0)),
            (Some((4, 1)), None, 1, Gap::Somewhere),
        ] {
            assert_eq!(between(before, now, count), gap, "{before:?} {now:?}");
        }
    }
}
