//! A compound file in, the cells of an .xls workbook out. Passwords, and other things of that age, are told by the
//! names of the streams.

use std::fs;
use std::io::Cursor;
use std::path::Path;

use calamine::{Data, Reader, Sheet, Xls, XlsError, XlsOptions};

use super::gate::{damaged, refusal};
use super::grid::{Area, Format};
use super::named;
use super::sectors;
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
    distinct(book.sheets_metadata().iter().map(|sheet| sheet.name.as_str()), sink)?;
    let epoch = if book.has_1904_epoch() { Epoch::Y1904 } else { Epoch::Y1900 };
    for sheet in worksheets(book.sheets_metadata()) {
        sink.begin(Some(&sheet.name), is_hidden(&sheet))?;
        match book.worksheet_range(&sheet.name) {
            Ok(range) => {
                workbook::pour(&range, epoch, sink)?;
                sink.named(&named::ranges(book.defined_names(), &sheet.name))?;
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
    if sectors::stream(bytes, "EncryptedPackage").is_some() {
        return Err(refusal(Code::PasswordProtected, &sink.file).into());
    }
    let cut_off = || damaged(&sink.file, Word::term("damage-cut-off"));
    let found = STREAMS.iter().find_map(|(name, foreign)| sectors::stream(bytes, name).map(|stream| (stream, foreign)));
    match found {
        Some((stream, None)) if sectors::is_whole(bytes, stream) => Ok(()),
        Some((_, None)) => Err(cut_off().into()),
        Some((_, Some(foreign))) => Err(foreign.refusal(&sink.file).into()),
        None if sectors::directory_is_missing(bytes) => Err(cut_off().into()),
        None => Err(Foreign::Not("found-compound").refusal(&sink.file).into()),
    }
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
