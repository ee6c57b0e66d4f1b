//! An .xlsb package in, cells out, one after the other. Number formats tell dates here, but not percentages.

use calamine::{Reader, Xlsb, XlsbError};

use super::gate::{damaged, refusal};
use super::named;
use super::package::Source;
use super::serial::Epoch;
use super::shown::Shown;
use super::sink::{Outcome, Sink};
use super::value;
use super::workbook::{distinct, is_hidden, is_on_sheet, worksheets};
use crate::diagnostic::{Code, Diagnostic, Word};

/// Reads all worksheets.
pub(super) fn read(source: Source, sink: &mut Sink<'_>) -> Outcome {
    let mut book = Xlsb::new(source).map_err(|error| refuse(&error, sink))?;
    distinct(book.sheets_metadata().iter().map(|sheet| sheet.name.as_str()), sink)?;
    for sheet in worksheets(book.sheets_metadata()) {
        sink.begin(Some(&sheet.name), is_hidden(&sheet))?;
        match read_sheet(&mut book, &sheet.name, sink)? {
            Ok(()) => {
                sink.named(&named::ranges(book.defined_names(), &sheet.name))?;
                sink.end(&[])?;
            }
            Err(cause) => sink.lose(cause)?,
        }
    }
    Ok(())
}

fn refuse(error: &XlsbError, sink: &Sink<'_>) -> Diagnostic {
    match error {
        XlsbError::Password => refusal(Code::PasswordProtected, &sink.file),
        _ => damaged(&sink.file, error.to_string()),
    }
}

/// Reads the cells of one sheet. The inner result tells why the sheet cannot be read.
fn read_sheet(book: &mut Xlsb<Source>, name: &str, sink: &mut Sink<'_>) -> Outcome<Result<(), Word>> {
    let epoch = if book.has_1904_epoch() { Epoch::Y1904 } else { Epoch::Y1900 };
    let mut cells = match book.worksheet_cells_reader(name) {
        Ok(cells) => cells,
        Err(error) => return Ok(Err(error.to_string().into())),
    };
    loop {
        match cells.next_cell() {
            Ok(None) => return Ok(Ok(())),
            Ok(Some(cell)) if is_on_sheet(cell.get_position()) => {
                let (row, column) = cell.get_position();
                value::pour(sink, (row + 1, column), cell.get_value(), Shown::Plain, epoch)?;
            }
            // Records of a binary sheet cannot be told apart once one of them is wrong.
            Ok(Some(_)) => return Ok(Err(Word::term("fault-outside-sheet"))),
            Err(error) => return Ok(Err(error.to_string().into())),
        }
    }
}
