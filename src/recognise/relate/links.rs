//! Families of tables in, those joined that name the same deals by number: deals and their history, leads and closed
//! deals, deals and calls.
//!
//! Two columns name the same deals when most of the shorter one's numbers stand in the other. Numbers that merely run
//! from 1 prove nothing; they join only under the same header.

use std::collections::BTreeMap;

use super::bonds::{Bonds, Node};
use super::family::Family;
use super::{table_at, table_at_mut};
use crate::recognise::fold::fold;
use crate::recognise::table::{Record, SheetReading, Table};
use crate::template::{Field, Layout};

/// Of the shorter column's numbers, this share at least stands in the other.
const SHARED: f64 = 0.5;

/// A column of numbers of a family.
struct Column {
    family: usize,
    /// The folded header.
    header: String,
    /// The header as written.
    shown: String,
    rows: BTreeMap<String, Vec<Node>>,
    running: bool,
}

/// A pair of columns that name the same deals.
struct Link {
    a: usize,
    b: usize,
    common: usize,
}

/// Binds the rows of different families.
pub(super) fn bind(families: &[Family], readings: &mut [SheetReading], bonds: &mut Bonds) {
    if families.len() < 2 {
        return;
    }
    let columns = columns(families, readings);
    let mut links = links(&columns, families, readings);
    // The surest first; each family is joined to what is joined already by one pair of columns.
    links.sort_by_key(|link| (std::cmp::Reverse(link.common), link.a, link.b));
    let mut groups: Vec<usize> = (0..families.len()).collect();
    for link in links {
        let (a, b) = (&columns[link.a], &columns[link.b]);
        let (group, other) = (groups[a.family], groups[b.family]);
        if group == other {
            continue;
        }
        groups.iter_mut().filter(|it| **it == other).for_each(|it| *it = group);
        join(a, b, families, readings, bonds);
        for (column, family) in [(a, a.family), (b, b.family)] {
            for place in &families[family] {
                let table = table_at_mut(readings, *place);
                table.related_by.get_or_insert_with(|| column.shown.clone());
            }
        }
    }
}

fn columns(families: &[Family], readings: &[SheetReading]) -> Vec<Column> {
    let mut columns = Vec::new();
    for (family, places) in families.iter().enumerate() {
        let mut by_header: BTreeMap<String, (String, BTreeMap<String, Vec<Node>>)> = BTreeMap::new();
        for place in places {
            let table = table_at(readings, *place);
            for (index, record) in table.records.iter().enumerate() {
                for (header, number) in numbers(table, record) {
                    let column = by_header.entry(fold(header)).or_insert_with(|| (header.to_owned(), BTreeMap::new()));
                    column.1.entry(fold(number)).or_default().push((*place, index));
                }
            }
        }
        columns.extend(by_header.into_iter().map(|(header, (shown, rows))| {
            let rows_numbered = rows.values().map(Vec::len).sum::<usize>();
            let running = rows.keys().all(|key| key.parse::<usize>().is_ok_and(|number| number <= 3 * rows_numbered));
            Column { family, header, shown, rows, running }
        }));
    }
    columns
}

/// The numbers of a row with the headers over them.
fn numbers<'a>(table: &'a Table, record: &'a Record) -> impl Iterator<Item = (&'a str, &'a str)> {
    let header = |index: u32| table.columns.iter().find(|column| column.index == index);
    let own = record.id.as_deref().zip(table.column_of(&Field::Id)).map(|(number, column)| (&*column.header, number));
    let links = record.links.iter().filter_map(move |(index, number)| {
        let column = header(*index).filter(|column| column.field.is_none())?;
        Some((&*column.header, number.as_str()))
    });
    own.into_iter().chain(links)
}

fn links(columns: &[Column], families: &[Family], readings: &[SheetReading]) -> Vec<Link> {
    let mut holders: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (place, column) in columns.iter().enumerate() {
        for number in column.rows.keys() {
            holders.entry(number).or_default().push(place);
        }
    }
    let mut common: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for places in holders.values().filter(|places| places.len() > 1) {
        for (at, a) in places.iter().enumerate() {
            for b in &places[at + 1..] {
                *common.entry((*a, *b)).or_default() += 1;
            }
        }
    }
    let kind = |column: &Column| table_at(readings, families[column.family][0]).layout;
    let is_link = |a: &Column, b: &Column, common: usize| {
        let shorter = a.rows.len().min(b.rows.len());
        let names_deals = |column: &Column| {
            let rows = column.rows.values().map(Vec::len).sum::<usize>();
            matches!(kind(column), Layout::ChangeLog | Layout::Activities) || 20 * column.rows.len() >= 19 * rows
        };
        let trusted = !(a.running || b.running) || a.header == b.header;
        let several = common >= 2 || shorter == 1 && common == 1;
        a.family != b.family
            && several
            && common as f64 >= SHARED * shorter as f64
            && trusted
            && (names_deals(a) || names_deals(b))
            && ![a, b].iter().all(|column| kind(column) == Layout::Activities)
    };
    common
        .into_iter()
        .filter(|((a, b), common)| is_link(&columns[*a], &columns[*b], *common))
        .map(|((a, b), common)| Link { a, b, common })
        .collect()
}

/// Binds the rows of two columns by their numbers. Where a number stands on several rows of deals, those stay deals of
/// their own, and what speaks of them is bound to the first.
fn join(a: &Column, b: &Column, families: &[Family], readings: &[SheetReading], bonds: &mut Bonds) {
    let many = |column: &Column| {
        let layout = table_at(readings, families[column.family][0]).layout;
        matches!(layout, Layout::ChangeLog | Layout::Activities)
    };
    for column in [a, b].into_iter().filter(|column| many(column)) {
        for nodes in column.rows.values() {
            bonds.mark(nodes[0]);
            nodes.windows(2).for_each(|pair| bonds.bind(pair[0], pair[1]));
        }
    }
    for (number, own) in &a.rows {
        let Some(theirs) = b.rows.get(number) else { continue };
        bonds.bind(own[0], theirs[0]);
    }
}
