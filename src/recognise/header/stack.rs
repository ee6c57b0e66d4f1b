//! A header row in, all rows of the header and the text over each column out: groups over names, cells merged over
//! both rows, a header and its translation.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use super::search::recurs;
use super::words_alone;
use crate::read::{Area, Cell, Row, Sheet};
use crate::recognise::fold::squeeze;
use crate::recognise::label::Label;
use crate::recognise::value::text::quoted;
use crate::recognise::vocabulary::Vocabulary;
use crate::template::Field;

/// What stands over a column: its name, and the groups over it, the outermost first.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Heading {
    pub(super) groups: Vec<String>,
    pub(super) name: String,
}

impl Heading {
    pub(super) fn label(&self) -> Label {
        Label::grouped(&self.groups, &self.name)
    }
}

/// More rows than these are no header.
const DEEPEST: usize = 3;

/// The rows of the header to which a row belongs.
pub(super) fn around(place: usize, sheet: &Sheet, vocabulary: &Vocabulary) -> RangeInclusive<usize> {
    let mut last = place;
    while last - place + 1 < DEEPEST && are_one_header(last, sheet, vocabulary) {
        last += 1;
    }
    above(last, sheet, vocabulary).min(place)..=last
}

/// The first row of the header that ends with this row.
pub(super) fn above(last: usize, sheet: &Sheet, vocabulary: &Vocabulary) -> usize {
    let mut first = last;
    while first > 0 && last - first + 1 < DEEPEST && are_one_header(first - 1, sheet, vocabulary) {
        first -= 1;
    }
    first
}

/// Whether a row and the next belong to one header.
fn are_one_header(place: usize, sheet: &Sheet, vocabulary: &Vocabulary) -> bool {
    let [upper, lower, below @ ..] = &sheet.rows[place..] else { return false };
    let (Some(over), Some(names)) = (words_alone(upper), words_alone(lower)) else { return false };
    if lower.number != upper.number + 1 || below.is_empty() || over.iter().any(|(_, text)| text.contains(':')) {
        return false;
    }
    if names.iter().any(|(column, text)| recurs(lower, *column, text, below)) {
        return false;
    }
    let first = names.first().map_or(0, |(column, _)| *column);
    let merged_down = is_merged_down(upper, lower, &sheet.merged);
    let is_title = over.len() == 1 && over[0].0 <= first && !merged_down;
    if is_title {
        return false;
    }
    let known = names.iter().filter(|(_, name)| field(name, vocabulary).is_some()).count();
    if merged_down || has_merged_groups(upper, &names, &sheet.merged) {
        return names.len() >= 2 && known * 3 >= names.len();
    }
    known * 2 >= names.len()
        && (are_translations(&over, &names, vocabulary)
            || groups_tell(&headings(&sheet.rows[place..=place + 1], sheet, vocabulary), vocabulary))
}

/// Whether a cell of the upper row is merged with the one below it.
fn is_merged_down(upper: &Row, lower: &Row, merged: &[Area]) -> bool {
    merged.iter().any(|area| area.top == upper.number && area.bottom >= lower.number && upper.cell(area.left).is_some())
}

/// Whether cells of the upper row are merged over some, not all, of the names.
fn has_merged_groups(upper: &Row, names: &[(u32, &str)], merged: &[Area]) -> bool {
    let under = |area: &Area| names.iter().filter(|(column, _)| (area.left..=area.right).contains(column)).count();
    merged
        .iter()
        .filter(|area| area.top == upper.number && area.bottom == upper.number && area.right > area.left)
        .any(|area| (2..names.len()).contains(&under(area)))
}

/// Whether the names mean more under their groups than by themselves: two dates, each of another stage; an amount and
/// a date of the same offer.
fn groups_tell(headings: &BTreeMap<u32, Heading>, vocabulary: &Vocabulary) -> bool {
    let grouped: Vec<&Heading> = headings.values().filter(|heading| !heading.groups.is_empty()).collect();
    let is_repeated = |heading: &Heading| {
        let others = grouped.iter().filter(|other| other.name == heading.name && other.groups != heading.groups);
        others.count() > 0 && field(&heading.name, vocabulary).is_some()
    };
    let says_more = |heading: &Heading| {
        let joined = field(&format!("{} {}", heading.groups.join(" "), heading.name), vocabulary);
        joined.is_some() && joined != field(&heading.name, vocabulary)
    };
    grouped.iter().any(|heading| is_repeated(heading) || says_more(heading))
}

/// Whether the lower row says the same as the upper in another language.
fn are_translations(over: &[(u32, &str)], names: &[(u32, &str)], vocabulary: &Vocabulary) -> bool {
    let pairs: Vec<(&str, &str)> = over
        .iter()
        .filter_map(|(column, text)| {
            let (_, name) = names.iter().find(|(other, _)| other == column)?;
            Some((*text, *name))
        })
        .collect();
    let same = pairs.iter().filter(|(text, name)| {
        squeeze(text) != squeeze(name)
            && field(text, vocabulary).is_some()
            && field(text, vocabulary) == field(name, vocabulary)
    });
    let same = same.count();
    same >= 2 && same * 5 >= names.len() * 3
}

/// What a header surely means.
fn field(header: &str, vocabulary: &Vocabulary) -> Option<Field> {
    vocabulary.claims(&Label::of(header)).into_iter().next().map(|claim| claim.field)
}

/// The texts over each column.
pub(super) fn headings(header: &[Row], sheet: &Sheet, vocabulary: &Vocabulary) -> BTreeMap<u32, Heading> {
    if let [upper, lower] = header
        && let (Some(over), Some(names)) = (words_alone(upper), words_alone(lower))
        && are_translations(&over, &names, vocabulary)
    {
        return headings(&header[..1], sheet, vocabulary);
    }
    let Some((names, groups)) = header.split_last() else { return BTreeMap::new() };
    let columns: BTreeSet<u32> = header.iter().flat_map(|row| row.cells.iter()).map(|(column, _)| *column).collect();
    let mut headings: BTreeMap<u32, Heading> =
        names.cells.iter().map(|(column, cell)| (*column, named(cell))).collect();
    for row in groups.iter().rev() {
        let spans = spans(row, &columns, &headings, &sheet.merged);
        for (group, span) in spans {
            let (first, last) = (*span.start(), *span.end());
            if let Entry::Vacant(place) = headings.entry(first) {
                // Nothing below it: one cell over all rows, it is the name itself.
                place.insert(Heading { groups: Vec::new(), name: group });
                continue;
            }
            for (_, heading) in headings.range_mut(first..=last) {
                heading.groups.insert(0, group.clone());
            }
        }
    }
    headings
}

fn named(cell: &Cell) -> Heading {
    Heading { groups: Vec::new(), name: squeeze(&quoted(cell)) }
}

/// The groups of a row with the columns that each spans: those it is merged over, and, in a row without merged cells,
/// those up to the next group. What spans everything is a title.
fn spans(
    row: &Row,
    columns: &BTreeSet<u32>,
    below: &BTreeMap<u32, Heading>,
    merged: &[Area],
) -> Vec<(String, RangeInclusive<u32>)> {
    let area_of = |column: u32| merged.iter().find(|area| area.top == row.number && area.left == column);
    let has_wide = merged.iter().any(|area| area.top == row.number && area.right > area.left);
    let last = below.keys().next_back().copied().unwrap_or(0);
    let mut spans = Vec::with_capacity(row.cells.len());
    for (place, (column, cell)) in row.cells.iter().enumerate() {
        let end = match area_of(*column) {
            Some(area) => area.right,
            None if has_wide => *column,
            None => row.cells.get(place + 1).map_or(last, |(next, _)| next.saturating_sub(1)).max(*column),
        };
        let is_title = columns.len() > 1 && columns.iter().all(|under| (*column..=end).contains(under));
        if !is_title {
            spans.push((squeeze(&quoted(cell)), *column..=end));
        }
    }
    spans
}
