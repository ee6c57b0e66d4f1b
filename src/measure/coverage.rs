//! Pipeline coverage: the open deals against what is left of the target.
//!
//! The target is for the calendar month, quarter or year that as-of lies in. Left of it is what was not won there yet, and
//! coverage is the value of the open deals ÷ what is left; the same of those expected to close in time, where sheets have
//! expected closes. Beside it stands the coverage that would be needed: 1 ÷ the win rate by value of the last year, which
//! is what a rule of thumb ("three times") stands for. It says how far the open deals would reach, not that they will close
//! in time. Deferred deals are not open. Amounts are in the one currency of the values.

use chrono::{Datelike, Days, Months, NaiveDate};
use rust_decimal::prelude::ToPrimitive;

use super::velocity::Velocity;
use super::way::{Way, currency};
use super::{Measured, Unmeasured};
use crate::model::{Book, Currency, DealState};
use crate::template::{Target, TargetSpan};

/// A target and how far the open deals would reach.
#[derive(Debug, Clone, PartialEq)]
pub struct Coverage {
    /// What is to be won.
    pub target: f64,
    /// In which time.
    pub span: TargetSpan,
    /// The first day of that time.
    pub from: NaiveDate,
    /// Its last day.
    pub to: NaiveDate,
    /// The currency of all amounts; none when no deal has a value.
    pub currency: Option<Currency>,
    /// Won in that time so far.
    pub won: f64,
    /// Won deals that no cell dates: they may belong to it.
    pub wins_undated: usize,
    /// What is left to win; 0 when the target is met.
    pub left: f64,
    /// Value of the open deals.
    pub open: f64,
    /// Open deals ÷ left; none when nothing is left.
    pub coverage: Option<f64>,
    /// Value of the open deals that are expected to close in that time.
    pub due: Measured<f64>,
    /// The coverage that would be needed at the win rate by value; none when that is not known.
    pub needed: Option<f64>,
}

/// Measures the coverage of a target.
pub(super) fn coverage(
    book: &Book,
    ways: &[Way<'_>],
    target: Option<Target>,
    velocity: &Measured<Velocity>,
) -> Measured<Coverage> {
    let Some(target) = target else { return Measured::Unknown(Unmeasured::NoTarget) };
    let currency = match currency(ways.iter()) {
        Ok(currency) => currency,
        Err(reason) => return Measured::Unknown(reason),
    };
    let (from, to) = days(target.span, book.as_of.date());
    let wins = || ways.iter().filter(|way| way.state == DealState::Won);
    let in_time = |way: &&Way<'_>| way.closed.is_some_and(|closed| from <= closed.date());
    let open = || ways.iter().filter(|way| way.state == DealState::Open);
    let amount = target.amount.to_f64().unwrap_or(0.0);
    let won = sum(wins().filter(in_time));
    let (left, open_value) = ((amount - won).max(0.0), sum(open()));
    let expected = || open().filter_map(|way| way.deal.expected_close.map(|close| (way, close.date())));
    let due = sum(expected().filter(|(_, close)| *close <= to).map(|(way, _)| way));
    let win_rate = velocity.known().and_then(|velocity| velocity.win_rate_by_value);
    Measured::Known(Coverage {
        target: amount,
        span: target.span,
        from,
        to,
        currency,
        won,
        wins_undated: wins().filter(|way| way.closed.is_none()).count(),
        left,
        open: open_value,
        coverage: (left > 0.0).then(|| open_value / left),
        due: if expected().next().is_some() { Measured::Known(due) } else { Measured::Unknown(Unmeasured::NoPlans) },
        needed: win_rate.filter(|rate| *rate > 0.0).map(|rate| 1.0 / rate),
    })
}

/// The sum of the deals' values, the same in whatever order they stand.
fn sum<'a>(ways: impl Iterator<Item = &'a Way<'a>>) -> f64 {
    let mut amounts: Vec<f64> = ways.map(Way::amount).collect();
    amounts.sort_by(f64::total_cmp);
    amounts.iter().sum()
}

/// The first and the last day of the month, quarter or year of a day.
fn days(span: TargetSpan, day: NaiveDate) -> (NaiveDate, NaiveDate) {
    let first_of_month = day - Days::new(u64::from(day.day0()));
    let from = first_of_month - Months::new(day.month0() % span.months());
    (from, from + Months::new(span.months()) - Days::new(1))
}
