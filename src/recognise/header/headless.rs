//! A sheet in, the table that stands on it without a header out: rows of one width, of which one column holds stages.

use std::collections::BTreeSet;

use super::{Headed, Region, fill};
use crate::read::{Cell, Row, Sheet};
use crate::recognise::label::Label;
use crate::recognise::stage::{StageWord, StageWords};

/// Fewer rows or columns than these prove nothing.
const ROWS: usize = 3;
const COLUMNS: usize = 3;

/// So many rows are looked at for stages.
const ROWS_LOOKED_AT: usize = 200;

/// The table; none where no column is full of stages.
pub(super) fn find<'a>(sheet: &'a Sheet, stages: &StageWords) -> Option<Region<'a>> {
    // Titles stand alone in their rows.
    let first = sheet.rows.iter().position(|row| row.cells.len() >= COLUMNS)?;
    let body = &sheet.rows[first..];
    let columns: BTreeSet<u32> =
        body.iter().take(ROWS_LOOKED_AT).flat_map(|row| row.cells.iter()).map(|(column, _)| *column).collect();
    columns.iter().find(|column| are_stages(body, **column, stages))?;
    let (left, right) = (*columns.first()?, *columns.last()?);
    let headed = |index| Headed { index, label: Label::of("") };
    (body.len() >= ROWS).then(|| Region {
        header: &[],
        columns: (left..=right).map(headed).collect(),
        body,
        fills: fill::fills(&sheet.merged, body),
    })
}

/// Whether nearly all cells of a column are stages that are known, and not all the same.
fn are_stages(body: &[Row], column: u32, stages: &StageWords) -> bool {
    let words: Vec<&str> = body
        .iter()
        .take(ROWS_LOOKED_AT)
        .filter_map(|row| match row.cell(column) {
            Some(Cell::Text(text)) => Some(&**text),
            _ => None,
        })
        .collect();
    let known = words.iter().filter(|word| !matches!(stages.meaning(word), StageWord::Unknown)).count();
    let distinct: BTreeSet<&&str> = words.iter().collect();
    words.len() >= ROWS
        && known * 5 >= words.len() * 4
        && distinct.len() >= 2
        && words.len() * 2 >= body.len().min(ROWS_LOOKED_AT)
}
