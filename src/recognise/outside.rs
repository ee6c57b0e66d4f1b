//! A table on its sheet in, where every cell of the sheet went out: the tally, and the blocks outside the table.

use std::collections::BTreeMap;

use super::header::Region;
use super::table::{CellTally, Column, Record};
use super::value::text;
use crate::diagnostic::{Code, Diagnostic, Word};
use crate::locus::{Locus, column_letters};
use crate::model::SkipReason;
use crate::read::{Area, Row, Sheet};

/// Cells that belong to no table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Block {
    /// On which side of the table.
    pub(super) side: Side,
    /// The smallest area that holds them all.
    pub(super) area: Area,
    /// How many there are.
    pub(super) cells: usize,
}

/// On which side of a table something stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Side {
    Above,
    Left,
    Right,
    Below,
}

impl Side {
    fn name(self) -> &'static str {
        match self {
            Self::Above => "above",
            Self::Left => "left",
            Self::Right => "right",
            Self::Below => "below",
        }
    }

    /// The side of a table on which a cell lies; none for cells within it.
    fn of(row: u32, column: u32, table: &Area) -> Option<Self> {
        match () {
            () if row < table.top => Some(Self::Above),
            () if row > table.bottom => Some(Self::Below),
            () if column < table.left => Some(Self::Left),
            () if column > table.right => Some(Self::Right),
            () => None,
        }
    }
}

impl Block {
    /// The remark that names the block and its first words, so that no cell is left out in silence.
    pub(super) fn remark(&self, at: &Locus, sheet: &Sheet) -> Diagnostic {
        Diagnostic::new(Code::CellsOutsideTable)
            .at(at.at_cell(self.area.top, self.area.left))
            .with("value", self.first_words(sheet))
            .with("area", area_name(&self.area))
            .with("count", self.cells)
            .with("place", Word::term(format!("outside-{}", self.side.name())))
    }

    fn first_words(&self, sheet: &Sheet) -> String {
        const MOST_LETTERS: usize = 60;
        let rows = sheet.rows.iter().filter(|row| (self.area.top..=self.area.bottom).contains(&row.number));
        let cells = rows.flat_map(|row| row.cells.iter());
        let own = cells.filter(|(column, _)| (self.area.left..=self.area.right).contains(column));
        let words = own.map(|(_, cell)| text::quoted(cell)).find(|words| !words.is_empty()).unwrap_or_default();
        match words.char_indices().nth(MOST_LETTERS) {
            Some((end, _)) => format!("{}…", &words[..end]),
            None => words,
        }
    }

    /// The block as a sheet of its own, to see whether it is a table too.
    pub(super) fn sheet(&self, sheet: &Sheet) -> Sheet {
        let within = |row: &&Row| (self.area.top..=self.area.bottom).contains(&row.number);
        let cells = |row: &Row| {
            let own = row.cells.iter().filter(|(column, _)| (self.area.left..=self.area.right).contains(column));
            Row { number: row.number, cells: own.cloned().collect::<Vec<_>>().into() }
        };
        Sheet {
            name: sheet.name.clone(),
            hidden: sheet.hidden,
            rows: sheet.rows.iter().filter(within).map(cells).filter(|row| !row.cells.is_empty()).collect(),
            merged: sheet.merged.iter().filter(|area| is_within(area, &self.area)).copied().collect(),
            named: sheet.named.iter().filter(|named| is_within(&named.area, &self.area)).cloned().collect(),
        }
    }
}

fn is_within(inner: &Area, outer: &Area) -> bool {
    inner.top >= outer.top && inner.bottom <= outer.bottom && inner.left >= outer.left && inner.right <= outer.right
}

/// `A1:C2`, or `B7` for a single cell.
fn area_name(area: &Area) -> String {
    let (first, last) = (
        format!("{}{}", column_letters(area.left), area.top),
        format!("{}{}", column_letters(area.right), area.bottom),
    );
    if first == last { first } else { format!("{first}:{last}") }
}

/// The cells around the table, a block a side, from the top.
pub(super) fn blocks(sheet: &Sheet, region: &Region<'_>) -> Vec<Block> {
    let table = extent(region);
    let mut blocks: BTreeMap<Side, Block> = BTreeMap::new();
    for row in &sheet.rows {
        for (column, _) in row.cells.iter() {
            let Some(side) = Side::of(row.number, *column, &table) else { continue };
            let cell = Area { top: row.number, left: *column, bottom: row.number, right: *column };
            let block = blocks.entry(side).or_insert(Block { side, area: cell, cells: 0 });
            block.cells += 1;
            block.area.left = block.area.left.min(*column);
            block.area.right = block.area.right.max(*column);
            block.area.bottom = row.number;
        }
    }
    blocks.into_values().collect()
}

/// From the first row of the header to the last row of the body.
fn extent(region: &Region<'_>) -> Area {
    let rows = || region.header.iter().chain(region.body).map(|row| row.number);
    let span = region.span();
    Area {
        top: rows().next().unwrap_or(1),
        left: *span.start(),
        bottom: rows().next_back().unwrap_or(1),
        right: *span.end(),
    }
}

/// Where the cells of a sheet went.
pub(super) fn tally(
    sheet: &Sheet,
    region: &Region<'_>,
    columns: &[Column],
    records: &[Record],
    skipped: &[(u32, SkipReason)],
) -> CellTally {
    let mut tally = CellTally::default();
    let span = region.span();
    let within = |row: &Row| row.cells.iter().filter(|(column, _)| span.contains(column)).count();
    for row in region.header {
        tally.header += within(row);
    }
    let mut read = records.iter().map(|record| record.row).peekable();
    let mut passed = skipped.iter().map(|(row, _)| *row).peekable();
    for row in region.body {
        // Several records may stand on one row: the deals of a board.
        while read.next_if(|number| *number < row.number).is_some() {}
        while passed.next_if(|number| *number < row.number).is_some() {}
        if read.peek() == Some(&row.number) {
            for (column, _) in row.cells.iter().filter(|(column, _)| span.contains(column)) {
                let place = (column - span.start()) as usize;
                let has_field = columns.get(place).is_some_and(|column| column.field.is_some());
                *(if has_field { &mut tally.read } else { &mut tally.unassigned }) += 1;
            }
        } else if passed.peek() == Some(&row.number) {
            tally.skipped += within(row);
        }
    }
    let cells: usize = sheet.rows.iter().map(|row| row.cells.len()).sum();
    let blocks: usize = blocks(sheet, region).iter().map(|block| block.cells).sum();
    tally.outside = blocks;
    debug_assert_eq!(
        tally.header + tally.read + tally.unassigned + tally.skipped + tally.outside,
        cells,
        "a cell is unaccounted for: {tally:?}"
    );
    tally
}
