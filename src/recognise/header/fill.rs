//! Merged areas in, the cells that they repeat downwards out.

use std::collections::BTreeMap;

use crate::read::{Area, Cell, Row};
use crate::recognise::value::{date, money};

/// Texts and dates merged over several rows, for each row but the first. Amounts are not repeated: one amount over
/// three rows is still one amount.
pub(super) fn fills<'a>(merged: &[Area], body: &'a [Row]) -> BTreeMap<(u32, u32), &'a Cell> {
    let mut fills = BTreeMap::new();
    for area in merged.iter().filter(|area| area.left == area.right && area.bottom > area.top) {
        let Ok(top) = body.binary_search_by_key(&area.top, |row| row.number) else { continue };
        let Some(cell) = body[top].cell(area.left).filter(|cell| is_repeated(cell)) else { continue };
        for row in body[top + 1..].iter().take_while(|row| row.number <= area.bottom) {
            fills.insert((row.number, area.left), cell);
        }
    }
    fills
}

fn is_repeated(cell: &Cell) -> bool {
    match cell {
        Cell::Text(text) => date::looks_like_date(text) || !money::looks_like_amount(text),
        Cell::Date(_) | Cell::Bool(_) => true,
        Cell::Number { .. } | Cell::Time(_) | Cell::Error(_) | Cell::Unevaluated => false,
    }
}
