//! A compound file in, the cells of an .xls workbook out. Passwords, and other things of that age, are told by the
//! names of the streams.

use std::fs;
use std::io::Cursor;
use std::path::Path;

use calamine::{Data, Reader, Sheet, Xls, XlsError, XlsOptions};

use super::gate::{damaged, refusal};
use super::grid::{Area, Format};
use super::serial::Epoch;
use super::signature::Foreign;
use super::sink::{Outcome, Sink};
use super::workbook::{self, area, distinct, is_hidden, worksheets};
use crate::diagnostic::{Code, Diagnostic, Word};

/// Reads a compound file.
pub(super) fn read(path: &Path, sink: &mut Sink<'_>) -> Outcome {
    let bytes = fs::read(path).map_err(|error| damaged(&sink.file, error.to_string()))?;
    tell(&bytes, sink)?;
    sink.format(Format::Xls)?;
    let mut book = open(&bytes, None, sink)?;
    if holds_zeros(&mut book) {
        // Without a code page record the library takes UTF-16 for single bytes.
        book = open(&bytes, Some(UTF_16), sink)?;
    }
    distinct(book.sheets_metadata(), sink)?;
    let epoch = if book.has_1904_epoch() { Epoch::Y1904 } else { Epoch::Y1900 };
    for sheet in worksheets(book.sheets_metadata()) {
        sink.begin(Some(&sheet.name), is_hidden(&sheet))?;
        match book.worksheet_range(&sheet.name) {
            Ok(range) => {
                workbook::pour(&range, epoch, sink)?;
                let merged = merged(&book, &sheet);
                sink.end(&merged)?;
            }
            Err(error) => sink.lose(error.to_string())?,
        }
    }
    Ok(())
}

type Book<'a> = Xls<Cursor<&'a [u8]>>;

/// The code page of UTF-16.
const UTF_16: u16 = 1200;

/// Streams whose names tell what a compound file is.
const STREAMS: &[(&str, Option<Foreign>)] = &[
    ("Workbook", None),
    ("Book", None),
    ("WordDocument", Some(Foreign::Not("found-document"))),
    ("PowerPoint Document", Some(Foreign::Not("found-presentation"))),
    ("__properties_version1.0", Some(Foreign::Not("found-message"))),
];

/// Refuses what is no .xls workbook. Other workbooks with a password are wrapped into a compound file.
fn tell(bytes: &[u8], sink: &Sink<'_>) -> Outcome {
    if has_stream(bytes, "EncryptedPackage") {
        return Err(refusal(Code::PasswordProtected, &sink.file).into());
    }
    match STREAMS.iter().find(|(name, _)| has_stream(bytes, name)) {
        Some((_, None)) => Ok(()),
        Some((_, Some(foreign))) => Err(foreign.refusal(&sink.file).into()),
        None if is_cut_off(bytes) => Err(damaged(&sink.file, Word::term("damage-cut-off")).into()),
        None => Err(Foreign::Not("found-compound").refusal(&sink.file).into()),
    }
}

/// Whether the directory, whose first sector is named at 48, lies behind the end of the file. Sectors are as large
/// as the power of two at 30 and follow a header of the same size.
fn is_cut_off(bytes: &[u8]) -> bool {
    let number = |at: usize, length: usize| {
        bytes
            .get(at..at + length)
            .map(|field| field.iter().rev().fold(0_u64, |number, byte| number << 8 | u64::from(*byte)))
    };
    match (number(48, 4), number(30, 2)) {
        (Some(sector), Some(power @ 7..=16)) => ((sector + 2) << power) > bytes.len() as u64,
        _ => true,
    }
}

/// Whether the directory has an entry of this name. Entries are 128 bytes long and begin with the name in UTF-16,
/// whose length with the final zero stands at 64.
fn has_stream(bytes: &[u8], name: &str) -> bool {
    let wide: Vec<u8> = name.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect();
    let length = (wide.len() as u16).to_le_bytes();
    bytes.chunks_exact(128).any(|entry| entry.starts_with(&wide) && entry.get(64..66) == Some(&length))
}

fn open<'a>(bytes: &'a [u8], code_page: Option<u16>, sink: &Sink<'_>) -> Outcome<Book<'a>> {
    let mut options = XlsOptions::default();
    options.force_codepage = code_page;
    Ok(Xls::new_with_options(Cursor::new(bytes), options).map_err(|error| refuse(&error, sink))?)
}

fn refuse(error: &XlsError, sink: &Sink<'_>) -> Diagnostic {
    match error {
        XlsError::Password => refusal(Code::PasswordProtected, &sink.file),
        _ => damaged(&sink.file, error.to_string()),
    }
}

fn holds_zeros(book: &mut Book<'_>) -> bool {
    let names: Vec<String> = book.sheet_names();
    names.iter().any(|name| {
        let range = book.worksheet_range(name).unwrap_or_default();
        range.used_cells().any(|(_, _, value)| matches!(value, Data::String(text) if text.contains('\0')))
    })
}

fn merged(book: &Book<'_>, sheet: &Sheet) -> Vec<Area> {
    book.merge_cells_by_sheet_name(&sheet.name).unwrap_or_default().into_iter().filter_map(area).collect()
}
