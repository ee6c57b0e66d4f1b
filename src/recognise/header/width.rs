//! The texts over the columns of a sheet in, the columns of the table out: the block of headers that holds the most
//! known ones, without the side table that may be glued to it.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use super::Headed;
use super::stack::Heading;
use crate::read::Row;
use crate::recognise::label::Label;
use crate::recognise::vocabulary::Vocabulary;

/// The columns of the table, from left to right. Columns that the file itself gives a table are taken as they are.
pub(super) fn columns(
    headings: &BTreeMap<u32, Heading>,
    body: &[Row],
    named: Option<RangeInclusive<u32>>,
    vocabulary: &Vocabulary,
) -> Vec<Headed> {
    if let Some(named) = named
        && headings.range(named.clone()).count() >= 2
    {
        return named.map(|index| headed(headings, index)).collect();
    }
    let mut block = best_block(headings, body, vocabulary);
    if let Some(width) = side_table(&block, body, vocabulary) {
        block.truncate(width);
    }
    block
}

fn headed(headings: &BTreeMap<u32, Heading>, index: u32) -> Headed {
    Headed { index, label: headings.get(&index).map_or_else(|| Label::of(""), Heading::label) }
}

/// Blocks are parted by columns without a header and without a cell.
fn best_block(headings: &BTreeMap<u32, Heading>, body: &[Row], vocabulary: &Vocabulary) -> Vec<Headed> {
    let last = headings.keys().next_back().copied().unwrap_or(0);
    let first = headings.keys().next().copied().unwrap_or(0);
    let mut blocks: Vec<Vec<Headed>> = vec![Vec::new()];
    for index in first..=last {
        if !headings.contains_key(&index) && !body.iter().any(|row| row.cell(index).is_some()) {
            blocks.push(Vec::new());
        } else if let Some(block) = blocks.last_mut() {
            block.push(headed(headings, index));
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

/// Words over the counts and sums of a side table; folded.
#[rustfmt::skip] // words fill the lines
const TALLIES: &[&str] = &[
    "liczba", "ilosc", "suma", "razem", "lacznie", "ogolem", "szt", "udzial", "liczba szans", "liczba deali", "procent",
    "count", "number", "sum", "total", "qty", "share", "deals", "no of deals", "# of deals", "# deals", "% of total",
];

/// Whether a header stands over counts or sums.
pub(super) fn is_tally(label: &Label) -> bool {
    TALLIES.contains(&label.plain())
}

/// Where a side table begins that is glued to the right: its rows run without a hole from the first row, other rows
/// end than those of the table, and its headers name a kind of column that the table has already, or a tally.
fn side_table(block: &[Headed], body: &[Row], vocabulary: &Vocabulary) -> Option<usize> {
    (2..block.len().saturating_sub(1)).find(|place| {
        let (table, side) = block.split_at(*place);
        is_tally_of(table, side, vocabulary) && ends_elsewhere(table, side, body)
    })
}

fn is_tally_of(table: &[Headed], side: &[Headed], vocabulary: &Vocabulary) -> bool {
    let means = |column: &Headed| vocabulary.claims(&column.label).into_iter().next().map(|claim| claim.field);
    let Some((first, others)) = side.split_first() else { return false };
    let kind = means(first);
    let is_repeated = table.iter().any(|column| {
        column.label.plain() == first.label.plain() && !first.label.shown.is_empty()
            || kind.is_some() && means(column) == kind
    });
    let counts = others.iter().any(|column| is_tally(&column.label));
    is_repeated && side.len() <= 4 || counts && side.len() == 2
}

/// Whether the side table's rows are full from the first one down to its own end, which is not the table's end.
fn ends_elsewhere(table: &[Headed], side: &[Headed], body: &[Row]) -> bool {
    let filled =
        |columns: &[Headed], row: &Row| columns.iter().filter(|column| row.cell(column.index).is_some()).count();
    let last_of = |columns: &[Headed]| body.iter().rposition(|row| filled(columns, row) > 0);
    let (Some(own), Some(tables)) = (last_of(side), last_of(table)) else { return false };
    let rows = &body[..=own];
    let cells: usize = rows.iter().map(|row| filled(side, row)).sum();
    let is_full = cells * 10 >= rows.len() * side.len() * 9;
    // A short side table beside a long list, or a long one beside a short list.
    let is_elsewhere = own + 1 < tables && own <= tables / 2 + 1 || own > tables;
    own >= 1 && is_full && is_elsewhere
}
