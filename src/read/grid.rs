//! Sheets as sparse grids of lejek's own cells: what crosses the boundary to the child process.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

use crate::once::{Once, Shared};

/// One input file, read.
#[derive(Debug, Clone, PartialEq)]
pub struct Workbook {
    /// The file's name as the user knows it; no two files of a run share one. `-` for standard input.
    pub file: Arc<str>,
    /// What the content is, whatever the name's ending says.
    pub format: Format,
    /// SHA-256 of the bytes, 64 lower-case hex digits.
    pub sha256: String,
    /// Size in bytes.
    pub bytes: u64,
    /// When it was last saved, by its own properties; none where the format has none.
    pub saved: Option<NaiveDateTime>,
    /// Sheets in the order of the file.
    pub sheets: Vec<Sheet>,
}

impl Workbook {
    /// Keeps the cells of each row once, also where other workbooks have them.
    pub fn keep_rows_once(&mut self, known: &mut Once<Vec<(u32, Cell)>>) {
        for sheet in &mut self.sheets {
            sheet.rows.shrink_to_fit();
            sheet.rows.iter_mut().for_each(|row| known.keep(&mut row.cells));
        }
    }
}

/// What a file is by its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Format {
    /// Office Open XML workbook (.xlsx, .xlsm).
    Xlsx,
    /// Binary workbook (.xlsb).
    Xlsb,
    /// Excel 97–2003 (.xls).
    Xls,
    /// OpenDocument (.ods).
    Ods,
    /// Separated text (.csv, .tsv, .txt).
    Csv,
    /// Tables of a web page (.html, often named .xls).
    Html,
    /// XML Spreadsheet 2003 (.xml, often named .xls).
    Xml2003,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 7] = [Self::Xlsx, Self::Xlsb, Self::Xls, Self::Ods, Self::Csv, Self::Html, Self::Xml2003];

    /// Short name (`xlsx`).
    pub fn name(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Xlsb => "xlsb",
            Self::Xls => "xls",
            Self::Ods => "ods",
            Self::Csv => "csv",
            Self::Html => "html",
            Self::Xml2003 => "xml-2003",
        }
    }
}

/// One sheet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Sheet {
    /// Its name; none for text files.
    pub name: Option<Arc<str>>,
    /// Hidden sheets are read too, and said so.
    pub hidden: bool,
    /// Non-empty rows, ascending.
    pub rows: Vec<Row>,
    /// Merged areas.
    pub merged: Vec<Area>,
    /// Areas that the file itself names: Excel tables, named ranges, filters.
    pub named: Vec<NamedArea>,
}

/// An area that the file gives a name: a hint at where a table is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NamedArea {
    /// The name.
    pub name: Arc<str>,
    /// Where it is, header row included.
    pub area: Area,
    /// Whether it is an Excel table, whose first row is its header.
    pub is_table: bool,
}

/// The non-empty cells of one row, columns ascending.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// Row number from 1.
    pub number: u32,
    /// Cells by column from 0.
    pub cells: Shared<Vec<(u32, Cell)>>,
}

impl Row {
    /// The cell in this column (from 0).
    pub fn cell(&self, column: u32) -> Option<&Cell> {
        self.cells
            .binary_search_by_key(&column, |(at, _)| *at)
            .ok()
            .and_then(|place| self.cells.get(place))
            .map(|(_, cell)| cell)
    }
}

/// A rectangle of cells, both corners included; rows from 1, columns from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Area {
    /// Top row.
    pub top: u32,
    /// Left column.
    pub left: u32,
    /// Bottom row.
    pub bottom: u32,
    /// Right column.
    pub right: u32,
}

/// A non-empty cell.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Cell {
    /// Text, with the white space around it as it stands; never empty or blank.
    Text(Arc<str>),
    /// A finite number. `percent` tells that the cell shows it as a percentage (0.5 as 50 %).
    Number {
        /// The number as stored.
        value: f64,
        /// Whether the number format shows a percentage.
        percent: bool,
    },
    /// A date, or a date with a time, that a calendar has. Midnight is a date without a time.
    Date(NaiveDateTime),
    /// A time of day: seconds after midnight, below 86,400.
    Time(u32),
    /// TRUE or FALSE.
    Bool(bool),
    /// An error value as it shows (`#N/A`, `#REF!`).
    Error(Arc<str>),
    /// A formula whose result the file does not hold.
    Unevaluated,
}

/// Numbers are finite, so that each is equal to itself.
impl Eq for Cell {}

impl Hash for Cell {
    fn hash<H: Hasher>(&self, state: &mut H) {
        std::mem::discriminant(self).hash(state);
        match self {
            Self::Text(text) | Self::Error(text) => text.hash(state),
            // Zero has two forms that are equal.
            Self::Number { value, percent } => ((value + 0.0).to_bits(), percent).hash(state),
            Self::Date(at) => at.hash(state),
            Self::Time(seconds) => seconds.hash(state),
            Self::Bool(flag) => flag.hash(state),
            Self::Unevaluated => {}
        }
    }
}
