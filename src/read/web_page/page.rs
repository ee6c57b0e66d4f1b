//! The tags and texts of a page in, its tables out. Tags may be left open, as they may in a browser: a cell ends
//! where the next one begins.

use html5gum::StartTag;

use super::formats::Formats;
use super::text::Gathered;
use crate::read::draft::Draft;
use crate::read::grid::Cell;
use crate::read::serial::Epoch;
use crate::read::shown::{self, Shown};
use crate::read::value::{self, Reading};

/// A page that is being read.
#[derive(Debug)]
pub(super) struct Page {
    /// Every table that has begun, in the order of their beginnings.
    drafts: Vec<Draft>,
    /// Those that have not ended, the innermost last. What stands in an inner one does not stand in the outer one.
    open: Vec<Table>,
    formats: Formats,
    /// A style sheet, a script or an option that nobody chose: its name, and its text, which is not the page's.
    aside: Option<(Vec<u8>, Gathered)>,
    text_bytes: usize,
}

/// A table that has not ended.
#[derive(Debug)]
struct Table {
    draft: usize,
    /// Rows that have begun.
    rows: u32,
    in_row: bool,
    /// The next column of the row.
    column: u32,
    /// For each column the rows that are taken by cells that reach down into them.
    taken: Vec<u32>,
    text: Option<Text>,
}

/// What is being gathered inside a table.
#[derive(Debug)]
enum Text {
    Cell { cell: Cast, text: Gathered },
    Caption(Gathered),
}

/// A cell without its text.
#[derive(Debug)]
struct Cast {
    at: (u32, u32),
    more: (u32, u32),
    /// What a program wrote beside the text, for programs.
    value: Option<Beside>,
}

#[derive(Debug)]
enum Beside {
    Number(f64, Shown),
    Bool(bool),
    Error(String),
}

/// The most columns and rows that a cell may stretch over, as browsers have it.
const WIDEST: u32 = 1_000;
const TALLEST: u32 = 65_534;

/// A longer caption is a story, not a name.
const LONGEST_NAME: usize = 200;

/// Elements that begin and end lines.
const BLOCKS: &[&[u8]] =
    &[b"div", b"p", b"li", b"ul", b"ol", b"h1", b"h2", b"h3", b"h4", b"h5", b"h6", b"pre", b"dd", b"dt", b"hr"];

impl Page {
    /// A page before its first tag.
    pub(super) fn new(text_bytes: usize) -> Self {
        Self { drafts: Vec::new(), open: Vec::new(), formats: Formats::default(), aside: None, text_bytes }
    }

    /// A tag opens.
    pub(super) fn open(&mut self, tag: &StartTag<()>) {
        match tag.name.as_slice() {
            b"style" | b"script" => self.aside = Some((tag.name.to_vec(), Gathered::default())),
            b"option" => {
                let chosen = tag.attributes.contains_key(b"selected".as_slice());
                self.aside = (!chosen).then(|| (b"option".to_vec(), Gathered::default()));
            }
            b"table" => {
                self.open.push(Table::new(self.drafts.len()));
                self.drafts.push(Draft::default());
            }
            b"tr" => self.begin_row(),
            b"td" | b"th" => self.begin_cell(tag),
            b"caption" => {
                self.end_text();
                if let Some(table) = self.open.last_mut() {
                    table.text = Some(Text::Caption(Gathered::default()));
                }
            }
            b"thead" | b"tbody" | b"tfoot" => self.end_row(),
            b"br" => self.end_line(),
            name if BLOCKS.contains(&name) => self.end_line(),
            _ => {}
        }
    }

    /// A tag closes.
    pub(super) fn close(&mut self, name: &[u8]) {
        if self.aside.as_ref().is_some_and(|(open, _)| open == name || name == b"select") {
            let aside = self.aside.take();
            if let Some((_, sheet)) = aside.filter(|(name, _)| name == b"style") {
                self.formats.learn(&sheet.raw());
            }
        }
        match name {
            b"table" => {
                self.end_row();
                self.open.pop();
            }
            b"tr" | b"thead" | b"tbody" | b"tfoot" => self.end_row(),
            b"td" | b"th" | b"caption" => self.end_text(),
            name if BLOCKS.contains(&name) => self.end_line(),
            _ => {}
        }
    }

    /// Text between tags.
    pub(super) fn text(&mut self, piece: &[u8]) {
        match (&mut self.aside, self.open.last_mut().and_then(|table| table.text.as_mut())) {
            (Some((_, gathered)), _) | (None, Some(Text::Cell { text: gathered, .. } | Text::Caption(gathered))) => {
                gathered.add(piece);
            }
            (None, None) => {}
        }
    }

    /// Whether the page ends in the middle of a row: what is missing, nobody knows. Tags may be left open in a table, but
    /// every writer ends the table itself.
    pub(super) fn is_cut_off(&self) -> bool {
        self.open.last().is_some_and(|table| table.in_row)
    }

    /// The tables in which something stands, in the order of their beginnings.
    pub(super) fn finish(mut self) -> Vec<Draft> {
        while !self.open.is_empty() {
            self.end_row();
            self.open.pop();
        }
        self.drafts.retain(|draft| !draft.is_empty());
        self.drafts
    }

    fn begin_row(&mut self) {
        self.end_row();
        if let Some(table) = self.open.last_mut() {
            table.begin_row();
        }
    }

    fn begin_cell(&mut self, tag: &StartTag<()>) {
        self.end_text();
        let Some(table) = self.open.last_mut() else { return };
        if !table.in_row {
            table.begin_row();
        }
        let span = |name: &str, most| attribute(tag, name).trim().parse().unwrap_or(1).clamp(1, most);
        let (width, height) = (span("colspan", WIDEST), span("rowspan", TALLEST));
        let at = table.place(width, height);
        let cell = Cast { at, more: (height - 1, width - 1), value: beside(tag, &self.formats) };
        table.text = Some(Text::Cell { cell, text: Gathered::default() });
    }

    fn end_line(&mut self) {
        if let Some(Text::Cell { text, .. } | Text::Caption(text)) =
            self.open.last_mut().and_then(|table| table.text.as_mut())
        {
            text.end_line();
        }
    }

    fn end_row(&mut self) {
        self.end_text();
        if let Some(table) = self.open.last_mut() {
            table.in_row = false;
        }
    }

    fn end_text(&mut self) {
        let Some(table) = self.open.last_mut() else { return };
        let Some(draft) = self.drafts.get_mut(table.draft) else { return };
        match table.text.take() {
            Some(Text::Cell { cell, text }) => {
                let reading = cell.reading(&text.shown(), self.text_bytes);
                draft.add(cell.at, cell.more, reading);
            }
            Some(Text::Caption(text)) => {
                draft.name = Some(text.shown()).filter(|name| (1..=LONGEST_NAME).contains(&name.len()));
            }
            None => {}
        }
    }
}

impl Table {
    fn new(draft: usize) -> Self {
        Self { draft, rows: 0, in_row: false, column: 0, taken: Vec::new(), text: None }
    }

    fn begin_row(&mut self) {
        self.rows = self.rows.saturating_add(1);
        self.in_row = true;
        self.column = 0;
    }

    /// The place, from 0, of a cell of this width and height: the first of the row into which none reaches down.
    fn place(&mut self, width: u32, height: u32) -> (u32, u32) {
        let row = self.rows - 1;
        let is_taken = |taken: &[u32], column| taken.get(column as usize).is_some_and(|below| *below > row);
        while is_taken(&self.taken, self.column) {
            self.column += 1;
        }
        let at = (row, self.column);
        self.column = self.column.saturating_add(width);
        if height > 1 {
            let (from, to) = (at.1 as usize, (self.column as usize).min(MOST_COLUMNS));
            self.taken.resize(self.taken.len().max(to), 0);
            for below in self.taken.get_mut(from..to).unwrap_or_default() {
                *below = row.saturating_add(height);
            }
        }
        at
    }
}

/// Columns in which cells that reach down are looked for: all that a sheet has.
const MOST_COLUMNS: usize = 16_384;

impl Cast {
    fn reading(&self, text: &str, text_bytes: usize) -> Reading {
        match &self.value {
            Some(Beside::Number(number, shown)) => value::number(*number, *shown, Epoch::Y1900),
            Some(Beside::Bool(truth)) => Reading::cell(Cell::Bool(*truth)),
            Some(Beside::Error(shown)) => value::error_cell(shown),
            None if value::error_in_text(text) => value::error_cell(text),
            None => value::read_text(text, text_bytes),
        }
    }
}

/// What Excel (`x:num`, `x:bool`, `x:err`) and LibreOffice (`sdval`, `sdnum`) write beside a cell's text. A number
/// whose format is not known is left to its text, for it may be a date.
fn beside(tag: &StartTag<()>, formats: &Formats) -> Option<Beside> {
    let of = |name: &str| Some(attribute(tag, name)).filter(|value| !value.trim().is_empty());
    if let Some(error) = of("x:err") {
        return Some(Beside::Error(error));
    }
    if let Some(truth) = of("x:bool") {
        return Some(Beside::Bool(truth.trim().eq_ignore_ascii_case("true") || truth.trim() == "1"));
    }
    let number = of("x:num").or_else(|| of("sdval"))?.trim().parse().ok()?;
    // `1045;0;DD.MM.YYYY`: the language, the language of the format, and the format.
    let of_libre_office = of("sdnum").map(|format| match format.splitn(3, ';').nth(2) {
        Some(code) => shown::shown(code),
        None => Shown::Plain,
    });
    let shown = of_libre_office.or_else(|| formats.of(&attribute(tag, "style"), &attribute(tag, "class")))?;
    Some(Beside::Number(number, shown))
}

fn attribute(tag: &StartTag<()>, name: &str) -> String {
    tag.attributes.get(name.as_bytes()).map(|value| String::from_utf8_lossy(value).into_owned()).unwrap_or_default()
}
