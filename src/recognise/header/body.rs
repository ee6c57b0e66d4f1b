//! The rows below a header in, those that belong to its table out: up to the next table on the sheet, and without the
//! notes under it.

use super::search::{is_again, recurs};
use super::width::is_tally;
use super::words_alone;
use crate::read::{Cell, Row};
use crate::recognise::label::Label;
use crate::recognise::row::is_total;
use crate::recognise::vocabulary::Vocabulary;

/// The rows of the table; `bottom` is the last row of the table that the file itself names.
pub(super) fn of<'a>(below: &'a [Row], header: &[Row], bottom: Option<u32>, vocabulary: &Vocabulary) -> &'a [Row] {
    let below = bottom.map_or(below, |bottom| up_to(bottom, below));
    let end = (1..below.len())
        .find(|place| begins_a_table(&below[*place - 1..], header, vocabulary))
        .map_or(below.len(), |place| without_title(&below[..place]));
    without_notes(&below[..end])
}

/// The rows up to the last one of a named table. What follows without a gap was added to it.
fn up_to(bottom: u32, rows: &[Row]) -> &[Row] {
    let inside = rows.partition_point(|row| row.number <= bottom);
    let added = rows[inside..].iter().zip(bottom + 1..).take_while(|(row, number)| row.number == *number).count();
    &rows[..inside + added]
}

/// Whether the second of these rows is the header of another table: it stands apart, consists of headers, and is no
/// repetition of the first one.
fn begins_a_table(rows: &[Row], header: &[Row], vocabulary: &Vocabulary) -> bool {
    let [before, row, below @ ..] = rows else { return false };
    let stands_apart = row.number > before.number + 1 || before.cells.len() == 1;
    if !stands_apart || row.cells.len() < 2 || below.is_empty() {
        return false;
    }
    let Some(words) = words_alone(row) else { return false };
    if header.iter().any(|header| is_again(row, header)) {
        return false;
    }
    let mut fields: Vec<_> = words
        .iter()
        .filter(|(column, text)| !recurs(row, *column, text, below))
        .filter_map(|(_, text)| vocabulary.claims(&Label::of(text)).into_iter().next())
        .map(|claim| claim.field)
        .collect();
    fields.sort();
    fields.dedup();
    let tallies = words.iter().filter(|(_, text)| is_tally(&Label::of(text))).count();
    let known = fields.len() + tallies;
    known >= 2 && known * 2 >= words.len()
}

/// The number of rows without the title of the table that follows.
fn without_title(rows: &[Row]) -> usize {
    match rows {
        [.., before, title] if title.cells.len() == 1 && title.number > before.number + 1 => rows.len() - 1,
        _ => rows.len(),
    }
}

/// The rows without the notes at the end: apart from the table, a line of text or a label with its value each.
fn without_notes(rows: &[Row]) -> &[Row] {
    let notes = rows.iter().rev().take_while(|row| is_note(row)).count();
    let table = rows.len() - notes;
    // The notes begin behind the first gap after the last row with more in it.
    let gap = (table.max(1)..rows.len()).find(|place| rows[*place].number > rows[*place - 1].number + 1);
    let Some(end) = gap else { return rows };
    let widths = || rows[..end].iter().map(|row| row.cells.len());
    let is_wide = widths().filter(|width| *width >= 3).count() * 2 > end;
    if is_wide { &rows[..end] } else { rows }
}

fn is_note(row: &Row) -> bool {
    match row.cells.as_slice() {
        [(_, Cell::Text(text))] => !is_total(text),
        [(_, Cell::Text(label)), (_, _)] => label.trim_end().ends_with(':') && !is_total(label),
        _ => false,
    }
}
