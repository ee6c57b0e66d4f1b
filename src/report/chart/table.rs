//! Rows of names and figures: where they stand from the top, and columns as wide as their widest text.

use super::look::{HEADER, Type};
use super::page::{Align, Page};

/// Space between columns.
pub(super) const GAP: f64 = 28.0;
/// Space above the rows apart, in rows.
const APART: f64 = 0.35;
/// The highest a row gets.
const HIGHEST: f64 = 140.0;

/// Where the rows stand, from the top.
pub(super) struct Rows {
    /// Top of the first.
    pub(super) top: f64,
    /// Bottom of the last.
    pub(super) bottom: f64,
    /// From one row to the next.
    pub(super) pitch: f64,
    /// The middle of each.
    pub(super) middles: Vec<f64>,
}

impl Rows {
    /// So many rows between two places; those from `apart` on stand a little apart.
    pub(super) fn between(count: usize, apart: usize, top: f64, bottom: f64) -> Self {
        let room = if apart < count { APART } else { 0.0 };
        let pitch = ((bottom - top) / (count.max(1) as f64 + room)).min(HIGHEST);
        let middle = |row: usize| top + (row as f64 + 0.5 + if row >= apart { room } else { 0.0 }) * pitch;
        let bottom = top + (count as f64 + room) * pitch;
        Self { top, bottom, pitch, middles: (0..count).map(middle).collect() }
    }

    /// Middle of the heads of columns.
    pub(super) fn heads(&self) -> f64 {
        self.top - 14.0
    }
}

/// A column of figures under its head.
pub(super) struct Column {
    head: String,
    cells: Vec<(String, Type)>,
}

impl Column {
    /// One cell for each of the rows.
    pub(super) fn new<R>(head: String, rows: &[R], cell: impl Fn(&R) -> (String, Type)) -> Self {
        Self { head, cells: rows.iter().map(cell).collect() }
    }

    /// Width of its widest text.
    pub(super) fn width(&self) -> f64 {
        self.cells.iter().map(|(text, set)| set.width(text)).fold(HEADER.width(&self.head), f64::max)
    }

    /// Draws it with its right edge at this place.
    pub(super) fn draw(&self, page: &Page<'_>, right: f64, places: &Rows) {
        page.text((right, places.heads()), Align::Right, HEADER, &self.head);
        for ((text, set), middle) in self.cells.iter().zip(&places.middles) {
            page.text((right, *middle), Align::Right, *set, text);
        }
    }
}

/// Draws columns one beside the other up to this right edge; gives the place where free space ends before them.
pub(super) fn draw_right(page: &Page<'_>, columns: &[Column], mut right: f64, places: &Rows) -> f64 {
    for column in columns.iter().rev() {
        column.draw(page, right, places);
        right -= column.width() + GAP;
    }
    right
}
