//! Cohorts: of the inquiries of one calendar month, how many were won within so many days.
//!
//! Deals that began on the first rung, by the month of their inquiry. A cell has a rate, with Wilson's interval,
//! only when every deal of the month has had the whole horizon: the last day of the month plus the horizon is
//! covered by as-of. Younger months always look worse than they are.

use std::collections::BTreeMap;

use chrono::{Datelike, Days, Months, NaiveDate, TimeDelta};

use super::Interval;
use super::ladder::Ladder;
use super::stats::proportion::{share, wilson};
use super::way::Way;
use crate::model::{Book, DealState, Moment};

/// The inquiries of one month.
#[derive(Debug, Clone, PartialEq)]
pub struct Cohort {
    /// The first day of the month.
    pub month: NaiveDate,
    /// Inquiries.
    pub n: usize,
    /// Won by as-of.
    pub won: usize,
    /// Lost by as-of.
    pub lost: usize,
    /// Open or deferred.
    pub undecided: usize,
    /// One cell a horizon in days.
    pub cells: Vec<(u32, CohortCell)>,
}

/// Won within a horizon.
#[derive(Debug, Clone, PartialEq)]
pub struct CohortCell {
    /// Whether every deal of the month has had the horizon.
    pub complete: bool,
    /// Won within it so far.
    pub won: usize,
    /// Wins of the month that no cell dates; they may belong here, so that there is no rate.
    pub undated: usize,
    /// Won of all, when the cell is complete.
    pub rate: Option<f64>,
    /// Its Wilson 95 % interval.
    pub ci: Option<Interval>,
}

/// The cohorts of all months with an inquiry, oldest first. Deals without a date of inquiry belong to none.
pub(super) fn cohorts(book: &Book, ladder: &Ladder<'_>, ways: &[Way<'_>], horizons: &[u32]) -> Vec<Cohort> {
    let mut months: BTreeMap<NaiveDate, Vec<&Way<'_>>> = BTreeMap::new();
    for way in ladder.began(ways) {
        if let Some(month) = way.inquiry.and_then(|inquiry| inquiry.date().with_day(1)) {
            months.entry(month).or_default().push(way);
        }
    }
    let covered = last_covered_day(book.as_of);
    months.into_iter().map(|(month, ways)| cohort(ladder, month, &ways, horizons, covered)).collect()
}

fn cohort(ladder: &Ladder<'_>, month: NaiveDate, ways: &[&Way<'_>], horizons: &[u32], covered: NaiveDate) -> Cohort {
    let count = |state| ways.iter().filter(|way| way.state == state).count();
    let last = (month + Months::new(1)) - TimeDelta::days(1);
    Cohort {
        month,
        n: ways.len(),
        won: count(DealState::Won),
        lost: count(DealState::Lost),
        undecided: count(DealState::Open) + count(DealState::Deferred),
        cells: horizons.iter().map(|horizon| (*horizon, within(ladder, ways, last, *horizon, covered))).collect(),
    }
}

/// How many of the inquiries up to a last day were won within a horizon in days, as-of covering this day.
pub(super) fn within(
    ladder: &Ladder<'_>,
    ways: &[&Way<'_>],
    last: NaiveDate,
    horizon: u32,
    covered: NaiveDate,
) -> CohortCell {
    let wins = ways.iter().filter(|way| way.state == DealState::Won);
    let times: Vec<Option<f64>> = wins.map(|way| ladder.time_to_win(way).map(|(days, _)| days)).collect();
    let complete = last + Days::new(u64::from(horizon)) <= covered;
    let won = times.iter().flatten().filter(|days| **days <= f64::from(horizon)).count();
    let undated = times.iter().filter(|days| days.is_none()).count();
    let says = complete && undated == 0;
    CohortCell {
        complete,
        won,
        undated,
        rate: share(won, ways.len()).filter(|_| says),
        ci: wilson(won, ways.len()).filter(|_| says),
    }
}

/// The last day that as-of covers wholly.
pub(super) fn last_covered_day(as_of: Moment) -> NaiveDate {
    match as_of {
        Moment::Day(day) => day,
        Moment::At(instant) => (instant - TimeDelta::microseconds(1)).date(),
    }
}
