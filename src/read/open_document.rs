//! An .ods package in, cells out. The library reads the whole document at once, and one without its last tag for
//! ever, so the tags are counted first.

use std::io::Read;

use calamine::{Data, Ods, OdsError, Range, Reader};
use quick_xml::events::Event;

use super::gate::{damaged, over_limit, refusal};
use super::grid::Cell;
use super::package::Source;
use super::serial::Epoch;
use super::sink::{Outcome, Sink};
use super::workbook::{self, distinct, is_hidden, worksheets};
use crate::diagnostic::{Code, Diagnostic};

/// Reads all sheets.
pub(super) fn read(source: Source, sink: &mut Sink<'_>) -> Outcome {
    let mut book = Ods::new(source).map_err(|error| refuse(&error, sink))?;
    distinct(book.sheets_metadata().iter().map(|sheet| sheet.name.as_str()), sink)?;
    for sheet in worksheets(book.sheets_metadata()) {
        sink.begin(Some(&sheet.name), is_hidden(&sheet))?;
        match (book.worksheet_range(&sheet.name), book.worksheet_formula(&sheet.name)) {
            (Ok(cells), Ok(formulas)) => {
                // OpenDocument writes dates as they are, so no epoch is asked for.
                workbook::pour(&cells, Epoch::Y1900, sink)?;
                unevaluated(&cells, &formulas, sink)?;
                sink.end(&[])?;
            }
            (Err(error), _) | (_, Err(error)) => sink.lose(error.to_string())?,
        }
    }
    Ok(())
}

fn refuse(error: &OdsError, sink: &Sink<'_>) -> Diagnostic {
    match error {
        OdsError::Password => refusal(Code::PasswordProtected, &sink.file),
        OdsError::CellLimitExceeded { .. } => over_limit(&sink.file, "limit-cells"),
        _ => damaged(&sink.file, error.to_string()),
    }
}

/// Formulas beside which no value stands.
fn unevaluated(cells: &Range<Data>, formulas: &Range<String>, sink: &mut Sink<'_>) -> Outcome {
    let Some((top, left)) = formulas.start() else { return Ok(()) };
    for (row, column, _) in formulas.used_cells() {
        let (row, column) = (top + row as u32, left + column as u32);
        if matches!(cells.get_value((row, column)), None | Some(Data::Empty)) {
            sink.remark(Diagnostic::new(Code::FormulaWithoutValue).at(sink.here().at_cell(row + 1, column)))?;
            sink.cell(row + 1, column, Cell::Unevaluated)?;
        }
    }
    Ok(())
}

/// Whether every tag of a document is closed, and none is defined by the document itself.
pub(super) fn is_well_formed(part: impl Read) -> bool {
    let mut reader = quick_xml::Reader::from_reader(std::io::BufReader::new(part));
    let mut buffer = Vec::new();
    let mut open = 0_u64;
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(_)) => open += 1,
            Ok(Event::End(_)) => open = open.saturating_sub(1),
            Ok(Event::Eof) => return open == 0,
            Ok(Event::DocType(_)) | Err(_) => return false,
            Ok(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_that_is_never_closed_is_found() {
        for (text, well) in [
            ("<a><b/><c>x</c></a>", true),
            ("<a><b/><c>x</c>", false),
            ("<a><c>x</a></c>", false),
            ("<!DOCTYPE a [<!ENTITY e \"x\">]><a>&e;</a>", false),
        ] {
            assert_eq!(is_well_formed(text.as_bytes()), well, "{text}");
        }
    }
}
