//! A sheet in, the row that does best as a header out.

use super::{LONGEST_HEADER, header_text};
use crate::read::{Cell, Row, Sheet};
use crate::recognise::fold::squeeze;
use crate::recognise::label::Label;
use crate::recognise::vocabulary::Vocabulary;

/// Titles, totals and key figures above a header rarely take more rows than this; a better header further down than
/// that below the best so far is another table's.
const PATIENCE: usize = 40;

/// Notes may be long, but a sheet whose first thousand rows hold no header has none.
const ROWS_LOOKED_AT: usize = 1000;

/// Two known headers and more.
const SURE: f64 = 2.0;

/// What the file itself names begins with a header, if anything there is one.
const NAMED_BY_FILE: f64 = 1.0;

/// A row that does best, by its place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Found {
    pub(super) place: usize,
    /// Whether it has known headers enough; else it may be a row of values.
    pub(super) is_sure: bool,
}

/// The row that does best; none when no row can be a header.
pub(super) fn header(sheet: &Sheet, vocabulary: &Vocabulary) -> Option<Found> {
    let mut best: Option<(usize, f64)> = None;
    for (place, row) in sheet.rows.iter().enumerate().take(ROWS_LOOKED_AT) {
        if best.is_some_and(|(found, score)| score >= SURE && place > found + PATIENCE) {
            break;
        }
        let Some(promise) = promise(row, &sheet.rows[place + 1..], vocabulary) else { continue };
        let named = sheet.named.iter().any(|named| named.area.top == row.number && named.area.right > named.area.left);
        let promise = if named { promise + NAMED_BY_FILE } else { promise };
        // Of equals the first counts: later ones are repetitions.
        if best.is_none_or(|(_, so_far)| promise > so_far) {
            best = Some((place, promise));
        }
    }
    best.map(|(place, promise)| Found { place, is_sure: promise >= SURE })
}

/// How well a row would do as a header, by what is known of its words and what stands below; none when it cannot.
fn promise(row: &Row, below: &[Row], vocabulary: &Vocabulary) -> Option<f64> {
    let next = below.first()?;
    let texts: Vec<(u32, &str)> =
        row.cells.iter().filter_map(|(column, cell)| Some((*column, header_text(cell)?))).collect();
    let short: Vec<(u32, &str)> = texts.iter().copied().filter(|(_, text)| text.len() <= LONGEST_HEADER).collect();
    if short.len() < 2 || texts.len() * 2 < row.cells.len() {
        return None;
    }
    let mut fields = Vec::with_capacity(short.len());
    for (column, text) in &short {
        if let Some(claim) = vocabulary.claims(&Label::of(text)).into_iter().next()
            && !recurs(row, *column, text, below)
        {
            fields.push(claim.field);
        }
    }
    fields.sort();
    fields.dedup();
    let hits = fields.len() as f64;
    let known = hits / short.len() as f64;
    let unlike_below = row
        .cells
        .iter()
        .filter(|(column, cell)| {
            header_text(cell).is_some() && next.cell(*column).is_some_and(|cell| header_text(cell).is_none())
        })
        .count();
    // A header's words stand over numbers and dates; a row of values may hit a word or two by chance.
    Some(if hits >= SURE { hits + known } else { known + 0.1 * (unlike_below.min(5) as f64) })
}

/// So many rows below are looked at for a word that comes again.
const ROWS_COMPARED: usize = 60;

/// Whether a word of a row comes again further down in its column, other than in a repetition of the row: then it is
/// a value, no header.
pub(super) fn recurs(row: &Row, column: u32, text: &str, below: &[Row]) -> bool {
    let text = squeeze(text);
    let says = |other: &Row| matches!(other.cell(column), Some(Cell::Text(held)) if squeeze(held) == text);
    below.iter().take(ROWS_COMPARED).any(|other| says(other) && !is_again(row, other))
}

/// Whether a row says the same as another in more than half of its cells.
pub(super) fn is_again(row: &Row, other: &Row) -> bool {
    let alike = row.cells.iter().filter(|(column, cell)| match (cell, other.cell(*column)) {
        (Cell::Text(text), Some(Cell::Text(held))) => squeeze(text) == squeeze(held),
        _ => false,
    });
    alike.count() * 2 > row.cells.len()
}
