//! Tables in, families out: tables with nearly the same headings, which one team keeps on several sheets or files.

use std::collections::BTreeSet;

use super::tables;
use crate::recognise::fold::fold;
use crate::recognise::table::SheetReading;
use crate::template::Layout;

/// Places of tables among the readings, in their order.
pub(super) type Family = Vec<usize>;

/// Of all headers of two tables of a family, this share at least stands in both.
const ALIKE: f64 = 0.75;

/// Every table in one family, most of them alone.
pub(super) fn families(readings: &[SheetReading]) -> Vec<Family> {
    let mut families: Vec<(Kind, BTreeSet<String>, Family)> = Vec::new();
    for (place, table) in tables(readings) {
        let headers: BTreeSet<String> =
            table.columns.iter().map(|column| fold(&column.header)).filter(|header| !header.is_empty()).collect();
        let kind = Kind::of(table.layout);
        let kin = families.iter_mut().find(|(other, theirs, _)| *other == kind && alike(&headers, theirs) >= ALIKE);
        match kin {
            Some((_, _, family)) => family.push(place),
            None => families.push((kind, headers, vec![place])),
        }
    }
    families.into_iter().map(|(_, _, family)| family).collect()
}

/// What the rows of a table are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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

fn alike(a: &BTreeSet<String>, b: &BTreeSet<String>) -> f64 {
    let (common, all) = (a.intersection(b).count(), a.union(b).count());
    if all == 0 { 0.0 } else { common as f64 / all as f64 }
}
