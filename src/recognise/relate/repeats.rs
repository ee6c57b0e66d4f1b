//! The tables of a run in, those out whose deals stand in a fuller one once more: a copy of the sheet with other
//! columns, the same file twice. Rows that only the copy has stay; all others are listed as repeated, so that no deal
//! counts twice and none is lost.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::{holds_many_rows_a_deal, table_at, table_at_mut, tables};
use crate::model::{Moment, SkipReason};
use crate::recognise::table::{LeftOut, NameSays, Record, SheetFinding, SheetReading, Table};

/// Of the smaller table's rows, this share at least stands in the other.
const SAME: f64 = 0.8;

/// Fewer rows than these may be alike by chance.
const ROWS_COMPARED: usize = 5;

/// Leaves out what repeats a fuller table.
pub(super) fn leave_out(readings: &mut [SheetReading]) {
    let mut compared: Vec<usize> =
        tables(readings).filter(|(_, table)| is_compared(table)).map(|(place, _)| place).collect();
    // The fullest first; of two alike the one that the names put first, whatever the order of inputs.
    compared.sort_by_key(|place| {
        let reading = &readings[*place];
        (Reverse(fullness(table_at(readings, *place))), &reading.file, *place)
    });
    let common = Common::of(&compared, readings);
    let mut kept: Vec<usize> = Vec::new();
    let mut repeated: Vec<(usize, usize)> = Vec::new();
    for place in 0..compared.len() {
        let says = |at: usize| table_at(readings, compared[at]).name_says.is_some();
        // Parts of one table may share deals that moved from sheet to sheet.
        match kept.iter().find(|fuller| common.repeats(**fuller, place) && !(says(**fuller) && says(place))) {
            Some(fuller) => repeated.push((compared[place], compared[*fuller])),
            None => kept.push(place),
        }
    }
    for (place, fuller) in repeated {
        leave_out_rows(place, fuller, readings);
    }
}

fn is_compared(table: &Table) -> bool {
    let is_copy = matches!(table.name_says, Some(NameSays::Copy(_)));
    !holds_many_rows_a_deal(table.layout) && table.alone.is_none() && !is_copy
}

fn fullness(table: &Table) -> (usize, usize) {
    (table.columns.iter().filter(|column| column.field.is_some()).count(), table.records.len())
}

/// How many deals each two tables have in common.
struct Common {
    /// The deals of each table.
    deals: Vec<usize>,
    /// A row of counts for each table.
    common: Vec<usize>,
}

impl Common {
    fn of(compared: &[usize], readings: &[SheetReading]) -> Self {
        let count = compared.len();
        let (mut deals, mut common) = (vec![0; count], vec![0; count * count]);
        if count < 2 {
            return Self { deals, common };
        }
        let mut marks: Vec<(Mark<'_>, usize)> = Vec::new();
        for (at, place) in compared.iter().enumerate() {
            marks.extend(table_at(readings, *place).records.iter().filter_map(mark).map(|mark| (mark, at)));
        }
        marks.sort_unstable();
        marks.dedup();
        for same in marks.chunk_by(|a, b| a.0 == b.0) {
            for (at, (_, a)) in same.iter().enumerate() {
                deals[*a] += 1;
                for (_, b) in &same[at + 1..] {
                    common[a * count + b] += 1;
                }
            }
        }
        Self { deals, common }
    }

    /// Whether nearly all deals of the smaller of two tables stand in the other.
    fn repeats(&self, fuller: usize, place: usize) -> bool {
        let (a, b) = (fuller.min(place), fuller.max(place));
        let smaller = self.deals[a].min(self.deals[b]);
        smaller >= ROWS_COMPARED && self.common[a * self.deals.len() + b] as f64 >= SAME * smaller as f64
    }
}

/// Leaves out the rows whose deals the fuller table has too, and the table when nothing else is in it.
fn leave_out_rows(place: usize, fuller: usize, readings: &mut [SheetReading]) {
    let records = &table_at(readings, fuller).records;
    let marks: BTreeSet<Mark<'_>> = records.iter().filter_map(mark).collect();
    let names: BTreeSet<&str> = records.iter().filter_map(name).collect();
    let stands_there = |record: &Record| match (mark(record), name(record)) {
        (Some(mark), _) if marks.contains(&mark) => true,
        (_, Some(name)) => names.contains(name),
        (_, None) => false,
    };
    let repeated: Vec<bool> = table_at(readings, place).records.iter().map(stands_there).collect();
    if repeated.iter().all(|repeated| *repeated) {
        readings[place].finding = SheetFinding::LeftOut(LeftOut::Repeats);
        return;
    }
    let table = table_at_mut(readings, place);
    let mut repeated = repeated.into_iter();
    super::skip(table, SkipReason::Repeated, |_| repeated.next() == Some(true));
}

/// What tells a deal from others in any copy of its sheet: number or name, amount, first date.
type Mark<'a> = (&'a str, Option<Decimal>, Option<chrono::NaiveDateTime>);

fn mark(record: &Record) -> Option<Mark<'_>> {
    let amount = record.value.map(|money| money.amount.round_dp(2));
    let first = record.inquiry.or(record.entered).or(record.close_date).map(Moment::lo);
    (amount.is_some() || first.is_some()).then_some((name(record)?, amount, first))
}

fn name(record: &Record) -> Option<&str> {
    record.id.as_deref().or(record.name.as_deref()).or(record.company.as_deref())
}
