//! A workbook in, the export that it is by its headers out.

use std::collections::BTreeSet;

use super::fold::fold;
use crate::read::{Cell, Row, Workbook};
use crate::template::Template;

/// A header stands below titles, not below a screen of deals.
const ROWS_LOOKED_AT: usize = 40;

/// The first of these templates that a row of the workbook has all headers of.
pub fn pick<'a>(workbook: &Workbook, templates: &'a [Template]) -> Option<&'a Template> {
    let rows = workbook.sheets.iter().flat_map(|sheet| sheet.rows.iter().take(ROWS_LOOKED_AT));
    let rows: Vec<BTreeSet<String>> = rows.map(texts).collect();
    templates.iter().find(|template| {
        template.known_by.iter().any(|headers| {
            let headers: Vec<String> = headers.iter().map(|header| fold(header)).collect();
            rows.iter().any(|row| headers.iter().all(|header| row.contains(header)))
        })
    })
}

fn texts(row: &Row) -> BTreeSet<String> {
    let text = |cell: &Cell| match cell {
        Cell::Text(text) => Some(fold(text)),
        _ => None,
    };
    row.cells.iter().filter_map(|(_, cell)| text(cell)).collect()
}
