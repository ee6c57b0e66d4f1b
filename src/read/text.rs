//! A separated text file in, cells out: all of them text, for a sheet without types has none to believe.

use std::fs;
use std::path::Path;

use super::encoding;
use super::gate::{damaged, refusal};
use super::grid::Format;
use super::separated::{self, Bounds, Record};
use super::signature::Foreign;
use super::sink::{Outcome, Sink};
use super::value;
use crate::diagnostic::{Code, Word};
use crate::locus::Locus;

/// Reads a text file as one nameless sheet. Rows are records, as a spreadsheet would number them.
pub(super) fn read(path: &Path, sink: &mut Sink<'_>) -> Outcome {
    let bytes =
        fs::read(path).map_err(|error| refusal(Code::FileUnreadable, &sink.file).with("cause", error.to_string()))?;
    let Some(decoded) = encoding::decode(bytes) else {
        return Err(Foreign::Not("found-binary").refusal(&sink.file).into());
    };
    if decoded.text.trim().is_empty() {
        return Err(refusal(Code::FileEmpty, &sink.file).into());
    }
    sink.format(Format::Csv)?;
    sink.begin(None, false)?;
    if let Some(remark) = decoded.remark(&sink.file) {
        sink.remark(remark)?;
    }
    let bounds = Bounds { lines: sink.limits.quoted_lines, bytes: sink.limits.quoted_bytes };
    for record in separated::records(&decoded.text, bounds) {
        let Record { row, fields } = record.map_err(|open| {
            let place = Locus::file(&sink.file).at_row(open.line);
            damaged(&sink.file, Word::term("damage-open-quote")).at(place)
        })?;
        for (column, field) in (0_u32..).zip(&fields) {
            value::pour_text(sink, (row, column), field)?;
        }
    }
    sink.end(&[])
}
