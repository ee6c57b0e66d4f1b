//! All tables of a run in, how they belong together out: sheets that are one table in parts, copies of one table,
//! tables joined by the numbers of their deals, and rows that speak of the same deal.
//!
//! Tables with the same headings are a [`family`]. What the names of its sheets say, a stage, a seller, a month, a day,
//! is in [`names`] and [`series`]; which of its rows are one deal in [`identity`]; which tables of different families
//! name the same deals in [`links`]. Rows of one deal get one [`Record::deal`]; what nothing relates to is left out
//! with its reason. Neither the order of inputs nor of rows plays a part.
//!
//! [`Record::deal`]: super::table::Record::deal

mod bonds;
mod copies;
mod family;
mod identity;
mod links;
pub(super) mod names;
mod numbering;
mod people;
mod repeats;
mod series;
mod spoken;
pub(super) mod stood;

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use super::table::{LeftOut, Record, SheetFinding, SheetReading, Table};
use crate::model::SkipReason;
use crate::template::{Field, Layout, Template};

use bonds::{Bonds, Node};
use copies::Rungs;
use family::Family;
use links::Joined;

/// Relates the tables of all inputs to one another.
pub fn relate(readings: &mut [SheetReading], template: &Template) {
    let mut families = family::families(readings);
    let rungs = Rungs::of(template);
    if families.iter().any(|family| family.len() > 1) {
        let known = series::Known::of(template);
        for family in &families {
            series::read_names(family, readings, &known, &rungs);
        }
    }
    repeats::leave_out(readings);
    for family in &mut families {
        family.retain(|place| matches!(readings[*place].finding, SheetFinding::Table(_)));
    }
    families.retain(|family| !family.is_empty());
    let mut bonds = Bonds::of(readings);
    let mut doubts = Vec::new();
    for family in &families {
        identity::bind(family, readings, &mut bonds);
        doubts.extend(copies::bind(family, readings, template, &rungs, &mut bonds));
    }
    let joined = links::join(&families, readings, &mut bonds);
    bonds.name_deals(readings);
    copies::say_doubts(&doubts, readings);
    for join in &joined {
        leave_out_unrelated(join, &families, readings);
    }
}

/// Of tables that are joined, those that hold no deals after all.
fn leave_out_unrelated(joined: &Joined, families: &[Family], readings: &mut [SheetReading]) {
    let places: Vec<usize> = joined.families.iter().flat_map(|family| families[*family].iter().copied()).collect();
    let holds_deals = places.iter().any(|place| table_at(readings, *place).alone.is_none())
        || joined.families.len() > 1 && places.iter().any(|place| tells_states(table_at(readings, *place)));
    for place in places {
        let table = table_at(readings, place);
        let Some(reason) = table.alone else { continue };
        let is_related = table.related_by.is_some() || table.records.iter().any(|record| record.deal.is_some());
        if !(holds_deals && is_related) {
            let is_of_deals =
                table.layout == Layout::Activities && matches!(reason, LeftOut::NoStages | LeftOut::OneDate);
            let reason = if is_of_deals { LeftOut::Unrelated } else { reason };
            readings[place].finding = SheetFinding::LeftOut(reason);
        } else if !is_list_of_deals(table) {
            skip(table_at_mut(readings, place), SkipReason::NoSuchDeal, |record| record.deal.is_none());
        }
    }
}

/// Whether a table that cannot stand alone still tells how deals ended or went on.
fn tells_states(table: &Table) -> bool {
    let tells = |field: &Field| {
        matches!(field, Field::WonOn | Field::LostOn | Field::ClosedOn | Field::Stage | Field::StageDate(_))
    };
    table.columns.iter().filter_map(|column| column.field.as_ref()).any(tells)
}

/// Whether rows that no other table speaks of are deals all the same: leads that came in, deals that were won. A list
/// of firms or of calls is none.
fn is_list_of_deals(table: &Table) -> bool {
    let came_in = || table.column_of(&Field::Inquiry).is_some_and(|column| column.filled > 0);
    let of_one_deal_each = || {
        let deals: Vec<&str> = table.records.iter().filter_map(|record| record.deal.as_deref()).collect();
        deals.iter().collect::<BTreeSet<_>>().len() == deals.len()
    };
    let numbered = || table.records.iter().filter(|record| record.id.is_some() || !record.links.is_empty()).count();
    tells_states(table) || came_in() && of_one_deal_each() && 2 * numbered() >= table.records.len()
}

/// Whether several rows of one table with this layout speak of one deal.
fn holds_many_rows_a_deal(layout: Layout) -> bool {
    matches!(layout, Layout::ChangeLog | Layout::Activities)
}

/// Whether each row of a table is a deal of its own, whatever other tables say.
fn is_one_row_a_deal(table: &Table) -> bool {
    let is_beside_deals = table.layout == Layout::Particulars && table.alone.is_some();
    !holds_many_rows_a_deal(table.layout) && !is_beside_deals
}

/// Takes records out of a table and lists their rows as skipped.
fn skip(table: &mut Table, reason: SkipReason, mut is_skipped: impl FnMut(&Record) -> bool) {
    let skipped = &mut table.skipped;
    table.records.retain(|record| {
        let goes = is_skipped(record);
        if goes {
            skipped.push((record.row, reason));
        }
        !goes
    });
    skipped.sort_by_key(|(row, _)| *row);
}

/// The tables of a run with their places among the readings.
fn tables(readings: &[SheetReading]) -> impl Iterator<Item = (usize, &Table)> {
    readings.iter().enumerate().filter_map(|(place, reading)| match &reading.finding {
        SheetFinding::Table(table) => Some((place, &**table)),
        SheetFinding::LeftOut(_) => None,
    })
}

fn record_at(readings: &[SheetReading], (place, row): Node) -> &Record {
    &table_at(readings, place).records[row]
}

fn table_at(readings: &[SheetReading], place: usize) -> &Table {
    match &readings[place].finding {
        SheetFinding::Table(table) => table,
        SheetFinding::LeftOut(_) => unreachable!("families are made of tables"),
    }
}

fn table_at_mut(readings: &mut [SheetReading], place: usize) -> &mut Table {
    match &mut readings[place].finding {
        SheetFinding::Table(table) => table,
        SheetFinding::LeftOut(_) => unreachable!("families are made of tables"),
    }
}
