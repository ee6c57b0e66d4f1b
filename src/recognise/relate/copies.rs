//! The copies of one table in, each deal's rows through all of them out.
//!
//! Each copy is matched with the one before ([`mod@matching`]), whatever the order in which they were given. A row that was
//! missing for a while and comes again as it was goes on as the deal that it is. What fits two deals alike is bound to
//! none and listed, for the user to settle in the template.

mod facts;
mod matching;

use std::collections::{BTreeMap, BTreeSet};

use super::bonds::{Bonds, Node};
use super::family::Family;
use super::{record_at, table_at, table_at_mut};
use crate::diagnostic::{Code, Diagnostic};
use crate::locus::Locus;
use crate::recognise::table::{NameSays, SheetReading};
use crate::template::{Field, Template};

pub(super) use facts::Rungs;
use facts::{Facts, Told};
use matching::{Matching, matching};

/// Two rows of neighbouring copies that may be one deal, while another row fits about as well.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Doubt {
    pub(super) later: Node,
    pub(super) earlier: Node,
}

/// Binds the rows of a family if all its tables are copies; what could not be told is given back.
pub(super) fn bind(
    family: &Family,
    readings: &[SheetReading],
    template: &Template,
    rungs: &Rungs,
    bonds: &mut Bonds,
) -> Vec<Doubt> {
    let mut in_time: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    for place in family {
        let Some(NameSays::Copy(moment)) = &table_at(readings, *place).name_says else { return Vec::new() };
        in_time.entry(moment.lo()).or_default().push(*place);
    }
    let settled = Settled::of(family, readings, template);
    settled.same.iter().for_each(|(a, b)| bonds.bind(*a, *b));
    let mut doubts = Vec::new();
    let mut missing = Missing::default();
    let mut before: Option<Copy<'_>> = None;
    for tables in in_time.into_values() {
        let copy = Copy::of(&tables, readings, rungs);
        let Some(earlier) = before else {
            before = Some(copy);
            continue;
        };
        let matching = copy.matched_with(&earlier, &settled);
        let of_pair = |(a, b): (usize, usize)| (earlier.rows[a].node, copy.rows[b].node);
        for (a, b) in matching.pairs.iter().copied().map(of_pair) {
            bonds.bind(a, b);
        }
        for row in matching.new {
            if let Some(known) = missing.find(&copy.rows[row])
                && !settled.are_different(known, copy.rows[row].node)
            {
                bonds.bind(known, copy.rows[row].node);
            }
        }
        missing.add(matching.gone.into_iter().map(|row| &earlier.rows[row]));
        doubts.extend(matching.doubts.into_iter().map(of_pair).map(|(earlier, later)| Doubt { later, earlier }));
        before = Some(copy);
    }
    doubts.sort_unstable();
    doubts
}

/// Lists what could not be told with the table of its later row.
pub(super) fn say_doubts(doubts: &[Doubt], readings: &mut [SheetReading]) {
    for Doubt { earlier, later } in doubts {
        let at = |readings: &[SheetReading], node: Node| {
            let reading = &readings[node.0];
            Locus::sheet(&reading.file, reading.sheet.as_ref()).at_row(record_at(readings, node).row)
        };
        let (at, other) = (at(readings, *later), at(readings, *earlier));
        let doubt =
            Diagnostic::new(Code::CopiesDoubtful).with("place", at.to_string()).with("other", other.to_string()).at(at);
        table_at_mut(readings, later.0).diagnostics.push(doubt);
    }
}

/// The share of the smaller side's rows that stand on the other side too.
pub(super) fn overlap(a: &[usize], b: &[usize], readings: &[SheetReading], rungs: &Rungs) -> f64 {
    let (a, b) = (Copy::of(a, readings, rungs), Copy::of(b, readings, rungs));
    let smaller = a.rows.len().min(b.rows.len());
    let common = b.matched_with(&a, &Settled::default()).pairs.len();
    if smaller == 0 { 0.0 } else { common as f64 / smaller as f64 }
}

/// The table as it stood at one moment.
struct Copy<'a> {
    rows: Vec<Facts<'a>>,
    told: Told,
}

impl<'a> Copy<'a> {
    fn of(tables: &[usize], readings: &'a [SheetReading], rungs: &Rungs) -> Self {
        let nodes = tables.iter().flat_map(|place| {
            let records = table_at(readings, *place).records.len();
            (0..records).map(move |record| (*place, record))
        });
        let rows: Vec<Facts<'_>> = nodes.map(|node| Facts::of(node, record_at(readings, node), rungs)).collect();
        let has = |field: &Field| tables.iter().any(|place| table_at(readings, *place).column_of(field).is_some());
        let names = [Field::Company, Field::Name, Field::Contact].into_iter().filter(|field| has(field)).count();
        let days = rows.iter().any(|row| row.inquiry.is_some());
        Self { rows, told: Told { person: names > 1, inquiry: has(&Field::Inquiry), days } }
    }

    fn matched_with(&self, earlier: &Self, settled: &Settled) -> Matching {
        matching(&earlier.rows, &self.rows, self.told.and(earlier.told), settled)
    }
}

/// Rows that are gone from the copies, by what tells them surely from others.
#[derive(Default)]
struct Missing {
    by_mark: BTreeMap<facts::Mark, Vec<Node>>,
}

impl Missing {
    fn add<'f>(&mut self, rows: impl Iterator<Item = &'f Facts<'f>>) {
        for row in rows {
            if let Some(mark) = row.mark() {
                self.by_mark.entry(mark).or_default().push(row.node);
            }
        }
    }

    /// The row that comes again, and is missing no longer; none where two would fit.
    fn find(&mut self, row: &Facts<'_>) -> Option<Node> {
        match self.by_mark.remove(&row.mark()?)?.as_slice() {
            [only] => Some(*only),
            _ => None,
        }
    }
}

/// What the user has settled: rows that are one deal, and rows that are not.
#[derive(Debug, Default)]
struct Settled {
    same: BTreeSet<(Node, Node)>,
    different: BTreeSet<(Node, Node)>,
}

impl Settled {
    fn of(family: &Family, readings: &[SheetReading], template: &Template) -> Self {
        if template.same.is_empty() && template.different.is_empty() {
            return Self::default();
        }
        let mut places: BTreeMap<String, Node> = BTreeMap::new();
        for place in family {
            let at = Locus::sheet(&readings[*place].file, readings[*place].sheet.as_ref());
            for (row, record) in table_at(readings, *place).records.iter().enumerate() {
                places.insert(at.at_row(record.row).to_string(), (*place, row));
            }
        }
        let nodes = |pairs: &[[String; 2]]| {
            let node = |place: &String| places.get(place.trim()).copied();
            pairs.iter().filter_map(|[a, b]| Some(ordered(node(a)?, node(b)?))).collect()
        };
        Self { same: nodes(&template.same), different: nodes(&template.different) }
    }

    fn are_same(&self, a: Node, b: Node) -> bool {
        self.same.contains(&ordered(a, b))
    }

    fn are_different(&self, a: Node, b: Node) -> bool {
        self.different.contains(&ordered(a, b))
    }
}

fn ordered(a: Node, b: Node) -> (Node, Node) {
    (a.min(b), a.max(b))
}
