//! Tables in, families out: tables with nearly the same headings, which one team keeps on several sheets or files.

use std::collections::{BTreeMap, BTreeSet};

use super::tables;
use crate::recognise::fold::fold;
use crate::recognise::table::{SheetReading, Table};
use crate::template::Layout;

/// Places of tables among the readings, in their order.
pub(super) type Family = Vec<usize>;

/// Of all headings of two tables of a family, this share at least stands in both …
const ALIKE: f64 = 0.75;

/// … or of the headings of the table that has fewer: sheets of lost deals have a reason, sheets of new ones no offer.
const WITHIN: f64 = 0.8;

/// Fewer common headings than these are no kinship when the longer table has others.
const COMMON: usize = 3;

/// Every table in one family, most of them alone. Whoever is kin to one of a family belongs to it, so that the order
/// of tables plays no part.
pub(super) fn families(readings: &[SheetReading]) -> Vec<Family> {
    let mut same: BTreeMap<(Kind, BTreeSet<String>), Family> = BTreeMap::new();
    for (place, table) in tables(readings) {
        same.entry((Kind::of(table.layout), headings(table))).or_default().push(place);
    }
    let mut open: Vec<_> = same.into_iter().collect();
    let mut families = Vec::new();
    while let Some((first, mut family)) = open.pop() {
        let mut members = vec![first];
        let mut looked_at = 0;
        while let Some((kind, headings)) = members.get(looked_at).cloned() {
            looked_at += 1;
            let (kin, others): (Vec<_>, Vec<_>) =
                open.into_iter().partition(|((other, theirs), _)| *other == kind && are_alike(&headings, theirs));
            open = others;
            for (member, places) in kin {
                members.push(member);
                family.extend(places);
            }
        }
        family.sort_unstable();
        families.push(family);
    }
    families.sort_unstable();
    families
}

/// The headings of a table, folded; a column without one goes by its field.
fn headings(table: &Table) -> BTreeSet<String> {
    let heading = |header: &str| Some(fold(header)).filter(|folded| !folded.is_empty());
    let of_columns = table.columns.iter().filter_map(|column| {
        heading(&column.header).or_else(|| column.field.as_ref().map(|field| format!("= {}", field.key())))
    });
    of_columns.collect()
}

/// What the rows of a table are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Deals,
    Entries,
    Activities,
    Cards,
}

impl Kind {
    fn of(layout: Layout) -> Self {
        match layout {
            Layout::ChangeLog => Self::Entries,
            Layout::Activities => Self::Activities,
            Layout::Board => Self::Cards,
            Layout::CurrentStage | Layout::StageDates | Layout::StageMarks | Layout::Particulars => Self::Deals,
        }
    }
}

fn are_alike(a: &BTreeSet<String>, b: &BTreeSet<String>) -> bool {
    let common = a.intersection(b).count();
    let (fewer, more) = (a.len().min(b.len()), a.len().max(b.len()));
    let share = |of: usize| if of == 0 { 0.0 } else { common as f64 / of as f64 };
    share(a.len() + b.len() - common) >= ALIKE || common >= COMMON && share(fewer) >= WITHIN && share(more) >= 0.5
}
