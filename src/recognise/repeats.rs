//! Two tables in, whether the second holds the deals of the first once more: a copy of the sheet with other columns.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::table::{Record, Table};
use crate::model::Moment;
use crate::template::Layout;

/// Of the smaller table's rows, this share at least stands in the other.
const SAME: f64 = 0.8;

/// Fewer rows than these may be alike by chance.
const ROWS_COMPARED: usize = 5;

/// Whether a table repeats the deals of an earlier one.
pub(super) fn repeats(later: &Table, earlier: &Table) -> bool {
    if later.layout == Layout::ChangeLog || earlier.layout == Layout::ChangeLog {
        return false;
    }
    let (later, earlier) = (marks(later), marks(earlier));
    let smaller = later.len().min(earlier.len());
    let common = later.intersection(&earlier).count();
    smaller >= ROWS_COMPARED && common as f64 >= SAME * smaller as f64
}

/// What tells a deal from others in any copy of its sheet: number or name, amount, first date.
type Mark<'a> = (&'a str, Option<Decimal>, Option<chrono::NaiveDateTime>);

fn marks(table: &Table) -> BTreeSet<Mark<'_>> {
    table.records.iter().filter_map(mark).collect()
}

fn mark(record: &Record) -> Option<Mark<'_>> {
    let name = record.id.as_deref().or(record.name.as_deref()).or(record.company.as_deref())?;
    let amount = record.value.map(|money| money.amount.round_dp(2));
    let first = record.inquiry.or(record.entered).or(record.close_date).map(Moment::lo);
    (amount.is_some() || first.is_some()).then_some((name, amount, first))
}
