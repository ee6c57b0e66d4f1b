//! Two tables in, whether one holds the deals of the other once more: a copy of the sheet with other columns, or the
//! same file twice. Of two such tables the fuller one counts, whichever comes first.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::tables;
use crate::model::Moment;
use crate::recognise::table::{LeftOut, NameSays, Record, SheetFinding, SheetReading, Table};
use crate::template::Layout;

/// Of the smaller table's rows, this share at least stands in the other.
const SAME: f64 = 0.8;

/// Fewer rows than these may be alike by chance.
const ROWS_COMPARED: usize = 5;

/// Leaves out tables that repeat a fuller one.
pub(super) fn leave_out(readings: &mut [SheetReading]) {
    let marks: BTreeMap<usize, BTreeSet<Mark<'_>>> = tables(readings)
        .filter(|(_, table)| is_compared(table))
        .map(|(place, table)| (place, table.records.iter().filter_map(mark).collect()))
        .collect();
    let mut repeated = BTreeSet::new();
    for (a, b) in alike(&marks) {
        let tables = [a, b].map(|place| super::table_at(readings, place));
        // Parts of one table may share deals that moved from sheet to sheet.
        let parts = tables.iter().all(|table| table.name_says.is_some());
        if !parts && !repeated.contains(&a) && !repeated.contains(&b) {
            repeated.insert(if fullness(tables[1]) > fullness(tables[0]) { a } else { b });
        }
    }
    for place in repeated {
        readings[place].finding = SheetFinding::LeftOut(LeftOut::Repeats);
    }
}

fn is_compared(table: &Table) -> bool {
    !matches!(table.layout, Layout::ChangeLog | Layout::Activities)
        && table.alone.is_none()
        && !matches!(table.name_says, Some(NameSays::Copy(_)))
}

fn fullness(table: &Table) -> (usize, usize) {
    (table.columns.iter().filter(|column| column.field.is_some()).count(), table.records.len())
}

/// Pairs of tables of which one repeats the other, earlier first.
fn alike(marks: &BTreeMap<usize, BTreeSet<Mark<'_>>>) -> Vec<(usize, usize)> {
    let mut holders: BTreeMap<&Mark<'_>, Vec<usize>> = BTreeMap::new();
    for (place, marks) in marks {
        for mark in marks {
            holders.entry(mark).or_default().push(*place);
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
    let repeats = |((a, b), common): &((usize, usize), usize)| {
        let smaller = marks[a].len().min(marks[b].len());
        smaller >= ROWS_COMPARED && *common as f64 >= SAME * smaller as f64
    };
    common.into_iter().filter(repeats).map(|(pair, _)| pair).collect()
}

/// What tells a deal from others in any copy of its sheet: number or name, amount, first date.
type Mark<'a> = (&'a str, Option<Decimal>, Option<chrono::NaiveDateTime>);

fn mark(record: &Record) -> Option<Mark<'_>> {
    let name = record.id.as_deref().or(record.name.as_deref()).or(record.company.as_deref())?;
    let amount = record.value.map(|money| money.amount.round_dp(2));
    let first = record.inquiry.or(record.entered).or(record.close_date).map(Moment::lo);
    (amount.is_some() || first.is_some()).then_some((name, amount, first))
}
