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
mod family;
mod identity;
mod links;
pub(super) mod names;
mod repeats;
mod series;

use super::table::{LeftOut, SheetFinding, SheetReading, Table};
use crate::template::{Layout, Template};

use bonds::Bonds;

/// Relates the tables of all inputs to one another.
pub fn relate(readings: &mut [SheetReading], template: &Template) {
    let families = family::families(readings);
    for family in &families {
        series::read_names(family, readings, template);
    }
    repeats::leave_out(readings);
    let families = family::families(readings);
    let mut bonds = Bonds::of(readings);
    for family in &families {
        identity::bind(family, readings, &mut bonds);
    }
    links::bind(&families, readings, &mut bonds);
    bonds.name_deals(readings);
    for reading in readings {
        leave_out_unrelated(reading);
    }
}

/// A table without states that nothing relates to holds no deals after all.
fn leave_out_unrelated(reading: &mut SheetReading) {
    let SheetFinding::Table(table) = &mut reading.finding else { return };
    let Some(reason) = table.alone else { return };
    let related = table.related_by.is_some() || table.records.iter().any(|record| record.deal.is_some());
    if !related {
        let numbered = matches!(table.layout, Layout::Activities) && reason == LeftOut::NoStages;
        reading.finding = SheetFinding::LeftOut(if numbered { LeftOut::Unrelated } else { reason });
    }
}

/// The tables of a run with their places among the readings.
fn tables(readings: &[SheetReading]) -> impl Iterator<Item = (usize, &Table)> {
    readings.iter().enumerate().filter_map(|(place, reading)| match &reading.finding {
        SheetFinding::Table(table) => Some((place, &**table)),
        SheetFinding::LeftOut(_) => None,
    })
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

#[cfg(test)]
mod tests;
