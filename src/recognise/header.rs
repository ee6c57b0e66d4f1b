//! A sheet in, the place of its table out: the header row below titles, totals and key figures, and the columns
//! under it up to the first empty one. Says nothing about what the columns mean.

use std::collections::BTreeMap;

use super::fold::squeeze;
use super::label::Label;
use super::vocabulary::Vocabulary;
use crate::read::{Area, Cell, Row, Sheet};

/// A table on a sheet: its header and the rows below.
#[derive(Debug, Clone)]
pub(super) struct Region<'a> {
    /// Row number of the (last) header row.
    pub(super) header_row: u32,
    /// The columns from left to right.
    pub(super) columns: Vec<Headed>,
    /// All non-empty rows below the header.
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
    /// The cell of a row in a column; text that is merged downwards counts in every row that it spans.
    pub(super) fn cell(&self, row: &'a Row, column: u32) -> Option<&'a Cell> {
        row.cell(column).or_else(|| self.fills.get(&(row.number, column)).copied())
    }

    /// The columns' numbers: from the first to the last.
    pub(super) fn span(&self) -> std::ops::RangeInclusive<u32> {
        let first = self.columns.first().map_or(0, |column| column.index);
        let last = self.columns.last().map_or(0, |column| column.index);
        first..=last
    }
}

/// Titles, totals and key figures above a header rarely take more rows than this.
const ROWS_LOOKED_AT: usize = 40;

/// The table of a sheet; none when no row can be a header.
pub(super) fn find<'a>(sheet: &'a Sheet, vocabulary: &Vocabulary) -> Option<Region<'a>> {
    let best = sheet
        .rows
        .iter()
        .take(ROWS_LOOKED_AT)
        .enumerate()
        .filter_map(|(place, row)| Some((place, promise(row, sheet.rows.get(place + 1)?, vocabulary)?)))
        // Of equals the first counts: later ones are repetitions.
        .fold(None, |best: Option<(usize, f64)>, (place, score)| match best {
            Some((_, so_far)) if so_far >= score => best,
            _ => Some((place, score)),
        });
    let (place, _) = best?;
    let place = place + usize::from(is_group_row(place, sheet));
    let header = &sheet.rows[place];
    let above = place.checked_sub(1).map(|place| &sheet.rows[place]).filter(|above| above.number + 1 == header.number);
    let body = &sheet.rows[place + 1..];
    let columns = columns(header, above, &sheet.merged, body, vocabulary);
    Some(Region { header_row: header.number, columns, body, fills: fills(sheet, header.number) })
}

/// Whether a row names groups of columns, by cells merged over some columns each, and the next row names the columns.
fn is_group_row(place: usize, sheet: &Sheet) -> bool {
    let [row, below, _, ..] = &sheet.rows[place..] else { return false };
    let texts = below.cells.iter().filter(|(_, cell)| header_text(cell).is_some()).count();
    let groups =
        sheet.merged.iter().any(|area| area.top == row.number && area.bottom == row.number && area.right > area.left);
    groups && below.number == row.number + 1 && texts >= 2 && texts == below.cells.len()
}

/// How well a row would do as a header, by what is known of its words and what stands below; none when it cannot.
fn promise(row: &Row, below: &Row, vocabulary: &Vocabulary) -> Option<f64> {
    let texts: Vec<&str> = row.cells.iter().filter_map(|(_, cell)| header_text(cell)).collect();
    let short: Vec<&str> = texts.iter().copied().filter(|text| text.len() <= 80).collect();
    if short.len() < 2 || texts.len() * 2 < row.cells.len() {
        return None;
    }
    let claims: Vec<_> = short.iter().map(|text| vocabulary.claims(&Label::of(text))).collect();
    let mut fields: Vec<_> = claims.iter().filter_map(|claims| claims.first()).map(|claim| &claim.field).collect();
    fields.sort();
    fields.dedup();
    let hits = fields.len() as f64;
    let known = hits / short.len() as f64;
    let unlike_below = row
        .cells
        .iter()
        .filter(|(column, cell)| {
            header_text(cell).is_some() && below.cell(*column).is_some_and(|cell| header_text(cell).is_none())
        })
        .count();
    // A header's words stand over numbers and dates; a row of values may hit a word or two by chance.
    Some(if hits >= 2.0 { hits + known } else { known + 0.1 * (unlike_below.min(5) as f64) })
}

fn header_text(cell: &Cell) -> Option<&str> {
    match cell {
        Cell::Text(text) if text.chars().any(|letter| letter.is_alphabetic() || matches!(letter, '#' | '%')) => {
            Some(text)
        }
        _ => None,
    }
}

/// The columns of the block of headers that holds the most known ones; blocks are parted by columns without a
/// header and without a cell.
fn columns(header: &Row, above: Option<&Row>, merged: &[Area], body: &[Row], vocabulary: &Vocabulary) -> Vec<Headed> {
    let headers = headers(header, above, merged);
    let last = headers.keys().next_back().copied().unwrap_or(0);
    let first = headers.keys().next().copied().unwrap_or(0);
    let mut blocks: Vec<Vec<Headed>> = vec![Vec::new()];
    for index in first..=last {
        let text = headers.get(&index).map_or("", String::as_str);
        if text.is_empty() && !body.iter().any(|row| row.cell(index).is_some()) {
            blocks.push(Vec::new());
        } else if let Some(block) = blocks.last_mut() {
            block.push(Headed { index, label: Label::of(text) });
        }
    }
    let known = |block: &[Headed]| block.iter().filter(|column| !vocabulary.claims(&column.label).is_empty()).count();
    let mut best: Vec<Headed> = Vec::new();
    for block in blocks {
        if best.is_empty() || known(&block) > known(&best) {
            best = block;
        }
    }
    best
}

/// The text over each column, the name of its group before it where the header has two rows.
fn headers(header: &Row, above: Option<&Row>, merged: &[Area]) -> BTreeMap<u32, String> {
    let text = |cell: &Cell| squeeze(&super::value::text::quoted(cell));
    let mut headers: BTreeMap<u32, String> = header.cells.iter().map(|(index, cell)| (*index, text(cell))).collect();
    let Some(above) = above else { return headers };
    let width = header.cells.len() as u32;
    for area in merged.iter().filter(|area| area.top == above.number) {
        let Some(Cell::Text(group)) = above.cell(area.left) else { continue };
        let columns = area.left..=area.right;
        if area.bottom >= header.number {
            // One cell over both rows: it is the header itself.
            headers.entry(area.left).or_insert_with(|| squeeze(group));
        } else if area.right > area.left && area.right - area.left + 1 < width {
            // A title spans the whole table, a group some of its columns.
            for (_, name) in headers.range_mut(columns) {
                *name = format!("{} {name}", squeeze(group));
            }
        }
    }
    headers
}

/// Texts merged over several rows, for each row but the first. Amounts are not repeated: one amount over three rows
/// is still one amount.
fn fills(sheet: &Sheet, header_row: u32) -> BTreeMap<(u32, u32), &Cell> {
    let mut fills = BTreeMap::new();
    for area in
        sheet.merged.iter().filter(|area| area.top > header_row && area.left == area.right && area.bottom > area.top)
    {
        let top = sheet
            .rows
            .binary_search_by_key(&area.top, |row| row.number)
            .ok()
            .and_then(|place| sheet.rows[place].cell(area.left));
        let Some(cell @ Cell::Text(_)) = top else { continue };
        let Ok(start) = sheet.rows.binary_search_by_key(&area.top, |row| row.number) else { continue };
        for row in sheet.rows[start + 1..].iter().take_while(|row| row.number <= area.bottom) {
            fills.insert((row.number, area.left), cell);
        }
    }
    fills
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
