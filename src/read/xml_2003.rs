//! An XML Spreadsheet 2003 in, its cells out. Excel wrote this format for years, and older exports still do, most of
//! them under the name `.xls`.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::draft::Draft;
use super::encoding;
use super::gate::{damaged, refusal};
use super::grid::{Cell, Format};
use super::serial::Epoch;
use super::shown::{self, Shown};
use super::signature::Foreign;
use super::sink::{Outcome, Sink};
use super::value::{self, Reading};
use super::workbook::distinct;
use crate::diagnostic::{Code, Word};

/// Reads all worksheets.
pub(super) fn read(path: &Path, sink: &mut Sink<'_>) -> Outcome {
    let bytes =
        fs::read(path).map_err(|error| refusal(Code::FileUnreadable, &sink.file).with("cause", error.to_string()))?;
    let Some(decoded) = encoding::decode_markup(bytes) else {
        return Err(Foreign::Not("found-binary").refusal(&sink.file).into());
    };
    let sheets =
        sheets(&decoded.text, sink.limits.text_bytes).map_err(|cause| damaged(&sink.file, Word::term(cause)))?;
    distinct(sheets.iter().filter_map(|sheet| sheet.name.as_deref()), sink)?;
    sink.format(Format::Xml2003)?;
    if let Some(remark) = decoded.remark(&sink.file) {
        sink.remark(remark)?;
    }
    for sheet in sheets {
        sheet.pour(sink)?;
    }
    Ok(())
}

/// The worksheets of a document, or a term that says what is wrong with it.
fn sheets(text: &str, text_bytes: usize) -> Result<Vec<Draft>, &'static str> {
    let mut reader = Reader::from_str(text);
    let mut book = Book { text_bytes, ..Book::default() };
    let mut open = 0_u64;
    loop {
        match reader.read_event().map_err(|error| wrong(&error))? {
            Event::Start(tag) => {
                open += 1;
                book.open(&tag);
            }
            Event::Empty(tag) => {
                book.open(&tag);
                book.close(tag.local_name().as_ref());
            }
            Event::End(tag) => {
                open = open.saturating_sub(1);
                book.close(tag.local_name().as_ref());
            }
            Event::Text(text) => book.text(&text.xml10_content()),
            Event::CData(text) => book.text(&text.xml10_content()),
            Event::GeneralRef(reference) => book.text(&meaning(&reference)),
            // No spreadsheet defines entities of its own.
            Event::DocType(_) => return Err("damage-structure"),
            Event::Eof if open > 0 => return Err("damage-cut-off"),
            Event::Eof => return Ok(book.sheets),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
        }
    }
}

/// A tag that never ends tells that the document does not either.
fn wrong(error: &quick_xml::Error) -> &'static str {
    if matches!(error, quick_xml::Error::Syntax(_)) { "damage-cut-off" } else { "damage-structure" }
}

/// What a reference stands for; one that is not known stands for itself.
fn meaning(reference: &BytesRef<'_>) -> String {
    if let Ok(Some(letter)) = reference.resolve_char_ref() {
        return letter.to_string();
    }
    let name: &str = reference;
    quick_xml::escape::resolve_predefined_entity(name).map_or_else(|| format!("&{name};"), str::to_owned)
}

/// A document that is being read. Rows and columns count from 0; `row` and `column` are the next ones.
#[derive(Debug, Default)]
struct Book {
    sheets: Vec<Draft>,
    /// The number formats by the names of their styles.
    shown: BTreeMap<String, Shown>,
    style: String,
    row: u32,
    /// Rows that the next one is below, because this one is meant several times.
    repeated: u32,
    column: u32,
    cell: Option<Open>,
    /// The value of the cell, or whether the sheet is hidden, while it is being read.
    text: Option<String>,
    in_comment: bool,
    text_bytes: usize,
}

/// A cell that has not ended.
#[derive(Debug)]
struct Open {
    more: (u32, u32),
    shown: Shown,
    has_formula: bool,
    kind: String,
    value: Option<String>,
}

impl Book {
    fn open(&mut self, tag: &BytesStart<'_>) {
        let number = |name| attribute(tag, name).and_then(|value| value.trim().parse::<u32>().ok());
        match tag.local_name().as_ref() {
            "Style" => self.style = attribute(tag, "ID").unwrap_or_default(),
            "NumberFormat" => {
                let shown = shown::shown(&attribute(tag, "Format").unwrap_or_default());
                self.shown.insert(self.style.clone(), shown);
            }
            "Worksheet" => {
                self.sheets.push(Draft::named(attribute(tag, "Name")));
                self.row = 0;
            }
            "Row" => {
                self.row = number("Index").map_or(self.row, |index| index.saturating_sub(1));
                self.repeated = number("Span").unwrap_or(0);
                self.column = 0;
            }
            "Cell" => {
                self.column = number("Index").map_or(self.column, |index| index.saturating_sub(1));
                let style = attribute(tag, "StyleID").unwrap_or_default();
                self.cell = Some(Open {
                    more: (number("MergeDown").unwrap_or(0), number("MergeAcross").unwrap_or(0)),
                    shown: self.shown.get(&style).copied().unwrap_or(Shown::Plain),
                    has_formula: attribute(tag, "Formula").is_some(),
                    kind: String::new(),
                    value: None,
                });
            }
            "Comment" => self.in_comment = true,
            "Data" if !self.in_comment => {
                if let Some(cell) = &mut self.cell {
                    cell.kind = attribute(tag, "Type").unwrap_or_default();
                    self.text = Some(String::new());
                }
            }
            "Visible" => self.text = Some(String::new()),
            _ => {}
        }
    }

    fn text(&mut self, piece: &str) {
        if let Some(text) = &mut self.text {
            text.push_str(piece);
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "Row" => self.row = self.row.saturating_add(1).saturating_add(self.repeated),
            "Cell" => self.end_cell(),
            "Comment" => self.in_comment = false,
            "Data" if !self.in_comment => {
                let value = self.text.take();
                if let Some(cell) = &mut self.cell {
                    cell.value = value;
                }
            }
            "Visible" => {
                let visible = self.text.take().unwrap_or_default();
                if let Some(sheet) = self.sheets.last_mut() {
                    sheet.hidden = visible.trim() != "SheetVisible";
                }
            }
            _ => {}
        }
    }

    fn end_cell(&mut self) {
        let Some(cell) = self.cell.take() else { return };
        if let Some(sheet) = self.sheets.last_mut() {
            sheet.add((self.row, self.column), cell.more, cell.reading(self.text_bytes));
        }
        self.column = self.column.saturating_add(1).saturating_add(cell.more.1);
    }
}

impl Open {
    fn reading(&self, text_bytes: usize) -> Reading {
        let text = match &self.value {
            Some(text) => text.as_str(),
            None if self.has_formula => return Reading::unevaluated(),
            None => "",
        };
        match self.kind.as_str() {
            "Number" => match text.trim().parse() {
                Ok(number) => value::number(number, self.shown, Epoch::Y1900),
                Err(_) => Reading::refused(Code::CellUnreadable, text),
            },
            "DateTime" => moment(text),
            "Boolean" => Reading::cell(Cell::Bool(text.trim() == "1")),
            "Error" => value::error_cell(text.trim()),
            _ => value::read_text(text, text_bytes),
        }
    }
}

/// A time without a day is written as one on the day before the first, which differs between the two epochs.
fn moment(text: &str) -> Reading {
    let time = ["1899-12-31T", "1899-12-30T", "1904-01-01T"].iter().find_map(|day| text.trim().strip_prefix(day));
    value::iso_moment(time.unwrap_or(text))
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag.attributes().flatten().find(|attribute| attribute.key.local_name().as_ref() == name)?;
    found.normalized_value(XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
}
