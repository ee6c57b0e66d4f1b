//! A sheet in, the place of its table out: the header below titles, totals and key figures, the columns under it and
//! the rows that belong to it. Says nothing about what the columns mean.
//!
//! The header's row is found by its words ([`search`]); rows of groups and names belong to one header ([`stack`]);
//! the rows end where another table or notes begin ([`body`]), the columns where a side table does ([`width`]).

mod body;
mod fill;
mod search;
mod stack;
mod width;

use std::collections::BTreeMap;

use super::label::Label;
use super::row::is_total;
use super::vocabulary::Vocabulary;
use crate::read::{Cell, Row, Sheet};

/// A table on a sheet: its header and the rows below.
#[derive(Debug, Clone)]
pub(super) struct Region<'a> {
    /// The rows of the header, groups included, from top to bottom; none where the table has no header.
    pub(super) header: &'a [Row],
    /// The columns from left to right.
    pub(super) columns: Vec<Headed>,
    /// All non-empty rows of the table below the header.
    pub(super) body: &'a [Row],
    /// Cells that a merged area repeats downwards: row and column to the cell on top.
    fills: BTreeMap<(u32, u32), &'a Cell>,
}

/// A column and its header.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Headed {
    /// Column number from 0.
    pub(super) index: u32,
    /// The header in the forms in which it can be looked up.
    pub(super) label: Label,
}

impl<'a> Region<'a> {
    /// Row number of the header, of several rows the last.
    pub(super) fn header_row(&self) -> Option<u32> {
        self.header.last().map(|row| row.number)
    }

    /// The row at which a remark on a whole column points: the header, or the first row.
    pub(super) fn top_row(&self) -> u32 {
        self.header_row().or(self.body.first().map(|row| row.number)).unwrap_or(1)
    }

    /// The cell of a row in a column; what is merged downwards counts in every row that it spans.
    pub(super) fn cell(&self, row: &'a Row, column: u32) -> Option<&'a Cell> {
        row.cell(column).or_else(|| self.fills.get(&(row.number, column)).copied())
    }

    /// The rows that tell what the columns hold: no titles, no repeated headers, no totals.
    pub(super) fn telling_rows(&self) -> impl Iterator<Item = &'a Row> {
        let is_telling = |row: &&'a Row| match row.cells.as_slice() {
            [_] => self.columns.len() < 3,
            // Totals leave most cells of their row empty.
            cells if cells.len() * 2 <= self.columns.len() && cells.iter().any(|(_, cell)| names_a_total(cell)) => {
                false
            }
            _ => !is_header_again(row, &self.columns),
        };
        self.body.iter().filter(is_telling)
    }

    /// The columns' numbers: from the first to the last.
    pub(super) fn span(&self) -> std::ops::RangeInclusive<u32> {
        let first = self.columns.first().map_or(0, |column| column.index);
        let last = self.columns.last().map_or(0, |column| column.index);
        first..=last
    }
}

/// The table of a sheet; none when no row can be a header. A template may fix the (last) header row.
pub(super) fn find<'a>(sheet: &'a Sheet, vocabulary: &Vocabulary, fixed: Option<u32>) -> Option<Region<'a>> {
    let header = match fixed {
        Some(number) => {
            let place = sheet.rows.iter().position(|row| row.number == number)?;
            stack::above(place, sheet, vocabulary)..=place
        }
        None => stack::around(search::header(sheet, vocabulary)?, sheet, vocabulary),
    };
    let (rows, below) = (&sheet.rows[header.clone()], &sheet.rows[header.end() + 1..]);
    let headings = stack::headings(rows, sheet, vocabulary);
    let body = body::of(below, rows, vocabulary);
    let columns = width::columns(&headings, body, named_columns(sheet, rows), vocabulary);
    Some(Region { header: rows, columns, body, fills: fill::fills(&sheet.merged, body) })
}

/// The columns of the Excel table whose header this is.
fn named_columns(sheet: &Sheet, header: &[Row]) -> Option<std::ops::RangeInclusive<u32>> {
    let tables = sheet.named.iter().filter(|named| named.is_table).map(|named| named.area);
    let last = header.last()?.number;
    tables.filter(|area| area.top == last && area.right > area.left).map(|area| area.left..=area.right).next()
}

fn names_a_total(cell: &Cell) -> bool {
    matches!(cell, Cell::Text(text) if is_total(text))
}

/// The text of a cell that may be a header: something with letters, and no address.
fn header_text(cell: &Cell) -> Option<&str> {
    match cell {
        Cell::Text(text)
            if text.chars().any(|letter| letter.is_alphabetic() || matches!(letter, '#' | '%'))
                && !text.contains('@') =>
        {
            Some(text)
        }
        _ => None,
    }
}

/// Headers are short; what is longer is prose.
const LONGEST_HEADER: usize = 80;

/// The texts of a row that consists of nothing but short texts; none where another cell stands among them.
fn words_alone(row: &Row) -> Option<Vec<(u32, &str)>> {
    row.cells
        .iter()
        .map(|(column, cell)| {
            let text = header_text(cell)?;
            (text.len() <= LONGEST_HEADER).then_some((*column, text))
        })
        .collect()
}

/// Whether a row repeats the header: most of its cells say what stands over them.
pub(super) fn is_header_again(row: &Row, columns: &[Headed]) -> bool {
    let same = |column: &&Headed| match row.cell(column.index) {
        Some(Cell::Text(text)) => {
            // Most cells differ in the first letter, which costs less than parting words.
            text.trim_start().as_bytes().first() == column.label.shown.as_bytes().first()
                && text.split_whitespace().eq(column.label.shown.split_whitespace())
        }
        _ => false,
    };
    let named = columns.iter().filter(|column| !column.label.shown.is_empty()).count();
    let alike = columns.iter().filter(same).count();
    alike >= 2 && alike * 2 > named
}
