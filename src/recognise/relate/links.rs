//! Families of tables in, those joined that name the same deals out: deals and their history, leads and closed deals,
//! deals and calls.
//!
//! Two columns name the same deals when most of the shorter one's words stand in the other, and one of them names one
//! row a deal. Numbers without gaps meet by chance: they join only where the headers or the other facts say so. The
//! surest pair joins two families; a family is joined to what is joined already once.

use std::cmp::Reverse;

use super::bonds::{Bonds, Node};
use super::family::Family;
use super::identity::Agreement;
use super::spoken::{self, Speaker, Words};
use super::{holds_many_rows_a_deal, is_one_row_a_deal, record_at, table_at, table_at_mut};
use crate::model::Moment;
use crate::recognise::table::{Because, SheetReading};
use crate::template::Layout;

/// Of the shorter column's words, this share at least stands in the other.
const SHARED: f64 = 0.5;

/// Where only the other facts can tell, so many pairs of rows are asked, and this share of them agrees.
const ASKED: usize = 3;
const AGREE: f64 = 0.8;

/// Families that speak of the same deals.
pub(super) struct Joined {
    /// Places among the families.
    pub(super) families: Vec<usize>,
}

/// Joins families and binds their rows.
pub(super) fn join(families: &[Family], readings: &mut [SheetReading], bonds: &mut Bonds) -> Vec<Joined> {
    let mut groups = Groups { of: (0..families.len()).collect() };
    if families.len() > 1 {
        let each = |columns: fn(usize, &Family, &[SheetReading]) -> Vec<Speaker>, readings: &[SheetReading]| {
            families.iter().enumerate().flat_map(|(at, places)| columns(at, places, readings)).collect::<Vec<_>>()
        };
        let numbers = each(spoken::numbers, readings);
        join_by(&numbers, families, readings, bonds, &mut groups);
        let many = |at: usize| holds_many_rows_a_deal(table_at(readings, families[at][0]).layout);
        if (0..families.len()).any(|at| many(at) && groups.is_alone(at)) {
            let words = each(spoken::words, readings);
            join_by(&words, families, readings, bonds, &mut groups);
        }
    }
    groups.joined()
}

/// Which families are joined: each has the number of its group.
struct Groups {
    of: Vec<usize>,
}

impl Groups {
    fn is_alone(&self, family: usize) -> bool {
        self.of.iter().filter(|group| **group == self.of[family]).count() == 1
    }

    fn unite(&mut self, a: usize, b: usize) {
        let (kept, given_up) = (self.of[a], self.of[b]);
        self.of.iter_mut().filter(|group| **group == given_up).for_each(|group| *group = kept);
    }

    fn joined(&self) -> Vec<Joined> {
        let members = |group: usize| (0..self.of.len()).filter(|family| self.of[*family] == group).collect();
        let groups = (0..self.of.len()).filter(|group| self.of.contains(group));
        groups.map(|group| Joined { families: members(group) }).collect()
    }
}

/// Two columns that name the same deals.
struct Link {
    a: usize,
    b: usize,
    kinship: Kinship,
    common: usize,
}

/// What the headers say of two columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kinship {
    /// Nothing, or two different things.
    None,
    /// One numbers the rows of a table whose name the other's header has: `deal_id` and the `id` of `deals.csv`.
    ByName,
    /// Both number the same thing.
    Same,
}

impl Kinship {
    fn of(a: &Speaker, b: &Speaker) -> Self {
        let names = |bare: &Speaker, other: &Speaker| {
            let thing = &other.about.thing;
            bare.about.thing.is_empty() && bare.is_own && (bare.about.named.contains(thing) || thing == "deal")
        };
        match (a.about.thing.is_empty(), b.about.thing.is_empty()) {
            (false, false) if a.about.thing == b.about.thing => Self::Same,
            (true, false) if names(a, b) => Self::ByName,
            (false, true) if names(b, a) => Self::ByName,
            _ => Self::None,
        }
    }
}

/// Joins what these columns join.
fn join_by(
    columns: &[Speaker],
    families: &[Family],
    readings: &mut [SheetReading],
    bonds: &mut Bonds,
    groups: &mut Groups,
) {
    let shown = |link: &Link| {
        let place = |at: usize| (&columns[at].shown, &readings[families[columns[at].family][0]].file);
        let (a, b) = (place(link.a), place(link.b));
        (a.min(b), a.max(b))
    };
    let mut links = links(columns, families, readings);
    // The surest first, and nothing by the order of inputs.
    links.sort_by(|a, b| {
        (Reverse(a.kinship), Reverse(a.common))
            .cmp(&(Reverse(b.kinship), Reverse(b.common)))
            .then_with(|| shown(a).cmp(&shown(b)))
    });
    let mut used: Vec<usize> = Vec::new();
    for link in &links {
        let (a, b) = (&columns[link.a], &columns[link.b]);
        let is_new = groups.of[a.family] != groups.of[b.family];
        // Columns in use that meet once more: a number may stand in these two families and in no third.
        let again = used.contains(&link.a) && used.contains(&link.b);
        if !is_new && !again {
            continue;
        }
        groups.unite(a.family, b.family);
        used.extend([link.a, link.b]);
        bind(a, b, families, readings, bonds);
        for column in [a, b] {
            for place in &families[column.family] {
                let table = table_at_mut(readings, *place);
                if table.related_by.is_none() {
                    let header = column.shown.as_str().into();
                    table.layout_reasons.push(Because { key: "related", words: vec![("header", header)] });
                    table.related_by = Some(column.shown.clone());
                }
            }
        }
    }
}

/// The pairs of columns that name the same deals.
fn links(columns: &[Speaker], families: &[Family], readings: &[SheetReading]) -> Vec<Link> {
    let mut words: Vec<(&str, usize)> = Vec::new();
    for (at, column) in columns.iter().enumerate() {
        words.extend(column.rows.iter().map(|(word, _)| (word.as_str(), at)));
    }
    words.sort_unstable();
    let mut common = vec![0; columns.len() * columns.len()];
    for same in words.chunk_by(|a, b| a.0 == b.0) {
        for (at, (_, a)) in same.iter().enumerate() {
            same[at + 1..].iter().for_each(|(_, b)| common[a * columns.len() + b] += 1);
        }
    }
    let mut links = Vec::new();
    for a in 0..columns.len() {
        for b in a + 1..columns.len() {
            let common = common[a * columns.len() + b];
            let link = Link { a, b, kinship: Kinship::of(&columns[a], &columns[b]), common };
            if common > 0 && is_link(&link, columns, families, readings) {
                links.push(link);
            }
        }
    }
    links
}

fn is_link(link: &Link, columns: &[Speaker], families: &[Family], readings: &[SheetReading]) -> bool {
    let (a, b) = (&columns[link.a], &columns[link.b]);
    let layouts = [a, b].map(|column| column.layout(families, readings));
    if a.family == b.family || layouts == [Layout::Activities; 2] {
        return false;
    }
    let shorter = a.rows.len().min(b.rows.len());
    let enough = link.common as f64 >= SHARED * shorter as f64 && (link.common > 1 || link.kinship > Kinship::None);
    enough
        && match (a.words, b.words) {
            (None, None) => {
                let names_one_row = |column: &Speaker, layout: Layout| match layout {
                    Layout::ChangeLog => column.is_own,
                    Layout::Activities => false,
                    _ => column.is_unique,
                };
                (names_one_row(a, layouts[0]) || names_one_row(b, layouts[1]))
                    && !numbers_customers(a, b, layouts)
                    && (!(a.is_dense || b.is_dense) || link.kinship > Kinship::None || facts_agree(a, b, readings))
            }
            // Names join what happens to deals to the deals, never two lists of deals.
            (Some(own), Some(other)) => {
                let same = own == other || own == Words::OfLog || other == Words::OfLog;
                same && holds_many_rows_a_deal(layouts[0]) != holds_many_rows_a_deal(layouts[1])
            }
            _ => false,
        }
}

/// A list of customers is none of deals, though deals have the customers' numbers.
fn numbers_customers(a: &Speaker, b: &Speaker, layouts: [Layout; 2]) -> bool {
    let of_customers = [a, b].iter().any(|column| column.about.thing == "customer");
    of_customers && layouts.contains(&Layout::Particulars)
}

/// Whether rows with one number mostly agree in what else they say.
fn facts_agree(a: &Speaker, b: &Speaker, readings: &[SheetReading]) -> bool {
    let (mut told, mut agree) = (0, 0);
    for (own, theirs) in meetings(a, b) {
        let facts = Agreement::of(record_at(readings, own[0]), record_at(readings, theirs[0]));
        told += usize::from(facts.told > 0);
        agree += usize::from(facts.same > 0);
    }
    told >= ASKED && agree as f64 >= AGREE * told as f64
}

/// The rows of the words that stand in both columns, in the order of words.
fn meetings<'a>(a: &'a Speaker, b: &'a Speaker) -> impl Iterator<Item = (&'a [Node], &'a [Node])> {
    let mut theirs = b.rows.iter().peekable();
    a.rows.iter().filter_map(move |(word, own)| {
        while theirs.next_if(|(other, _)| other < word).is_some() {}
        theirs.next_if(|(other, _)| other == word).map(|(_, nodes)| (own.as_slice(), nodes.as_slice()))
    })
}

/// Binds the rows of two columns by their words. Where a number stands on several rows that are deals of their own,
/// what speaks of them is bound to the one that came in first; a name that several deals have tells nothing.
fn bind(a: &Speaker, b: &Speaker, families: &[Family], readings: &[SheetReading], bonds: &mut Bonds) {
    for column in [a, b].into_iter().filter(|column| column.layout(families, readings) == Layout::ChangeLog) {
        for (_, nodes) in &column.rows {
            bonds.mark(nodes[0]);
            nodes.windows(2).for_each(|pair| bonds.bind(pair[0], pair[1]));
        }
    }
    for (own, theirs) in meetings(a, b) {
        let sides = [(a, own), (b, theirs)].map(|(column, nodes)| {
            let table = table_at(readings, families[column.family][0]);
            let tells_of_deals = holds_many_rows_a_deal(table.layout) || !is_one_row_a_deal(table) && !column.is_unique;
            if tells_of_deals {
                return Some(nodes.to_vec());
            }
            let is_one = nodes.windows(2).all(|pair| bonds.are_one(pair[0], pair[1]));
            (is_one || column.words.is_none()).then(|| vec![earliest(nodes, readings)])
        });
        if let [Some(own), Some(theirs)] = sides {
            for (a, b) in own.iter().map(|node| (theirs[0], *node)).chain(theirs.iter().map(|node| (own[0], *node))) {
                bonds.bind(a, b);
            }
        }
    }
}

/// Of rows with one number the deal that came in first, else that with the first number or name.
fn earliest(nodes: &[Node], readings: &[SheetReading]) -> Node {
    let first = nodes.iter().min_by_key(|node| {
        let record = record_at(readings, **node);
        let day = record.inquiry.or(record.entered).map(Moment::lo);
        (day.is_none(), day, &record.id, &record.name, &record.company, **node)
    });
    *first.expect("a word stands on a row")
}
