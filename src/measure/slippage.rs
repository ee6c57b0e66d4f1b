//! Slippage: how often and how far expected closes were put off.
//!
//! A deal's plans are the expected closes that the sheets told one after the other: a column of the original date, then the
//! copies of a sheet, then the present one. A push is a step to a later day, a pull one to an earlier day; the slip is the
//! present plan minus the first, in days. Undecided deals are looked at as they are planned; won deals by the day on which
//! they were really won against the first plan. Deals with one plan alone say nothing and are only counted: a plan that was
//! overwritten in the only sheet there is leaves no trace, so pushes are at least so many.

use super::way::Way;
use super::{Measured, Unmeasured};
use crate::model::{DealState, Moment, Purse};

/// How far plans were put off.
#[derive(Debug, Clone, PartialEq)]
pub struct Slippage {
    /// Undecided deals with more than one plan.
    pub deals: Vec<Slip>,
    /// Undecided deals with one plan alone.
    pub one_plan: usize,
    /// Of those with more than one plan: put off against the first.
    pub pushed: usize,
    /// Brought forward.
    pub pulled: usize,
    /// Pushes of all of them.
    pub pushes: usize,
    /// Value of those put off.
    pub pushed_value: Purse,
    /// The middle slip in days.
    pub median_days: Option<f64>,
    /// Won deals with a day and an earlier plan.
    pub won: usize,
    /// Those won after their first plan.
    pub won_late: usize,
    /// The middle number of days from the first plan to the win; negative when it came sooner.
    pub won_median_days: Option<f64>,
}

/// The plans of one undecided deal.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Slip {
    /// Which deal.
    pub deal: usize,
    /// The first plan.
    pub first: Moment,
    /// The present one.
    pub last: Moment,
    /// Steps to a later day.
    pub pushes: usize,
    /// Days from the first plan to the present one.
    pub days: f64,
}

/// The slip of a deal that has an earlier plan and a present one.
pub(super) fn slip(way: &Way<'_>) -> Option<Slip> {
    let (first, last) = (*way.deal.earlier_closes.first()?, way.deal.expected_close?);
    let plans: Vec<Moment> = way.deal.earlier_closes.iter().copied().chain([last]).collect();
    let pushes = plans.windows(2).filter(|pair| pair[0].date() < pair[1].date()).count();
    let days = (last.date() - first.date()).num_days() as f64;
    Some(Slip { deal: way.index, first, last, pushes, days })
}

/// Measures the slippage.
pub(super) fn slippage(ways: &[Way<'_>]) -> Measured<Slippage> {
    let planned = || ways.iter().filter(|way| way.is_undecided());
    let mut deals: Vec<Slip> = planned().filter_map(slip).collect();
    let late = |way: &Way<'_>| {
        let (first, won) = (way.deal.earlier_closes.first()?, way.closed?);
        Some((won.date() - first.date()).num_days() as f64)
    };
    let lates: Vec<f64> = ways.iter().filter(|way| way.state == DealState::Won).filter_map(late).collect();
    if deals.is_empty() && lates.is_empty() {
        return Measured::Unknown(Unmeasured::NoPlans);
    }
    deals.sort_by(|a, b| b.days.total_cmp(&a.days).then(a.deal.cmp(&b.deal)));
    let with_plan = planned().filter(|way| way.deal.expected_close.is_some()).count();
    let pushed = || deals.iter().filter(|slip| slip.days > 0.0);
    Measured::Known(Slippage {
        one_plan: with_plan - deals.len(),
        pushed: pushed().count(),
        pulled: deals.iter().filter(|slip| slip.days < 0.0).count(),
        pushes: deals.iter().map(|slip| slip.pushes).sum(),
        pushed_value: pushed().filter_map(|slip| ways[slip.deal].value()).collect(),
        median_days: median(deals.iter().map(|slip| slip.days).collect()),
        won: lates.len(),
        won_late: lates.iter().filter(|days| **days > 0.0).count(),
        won_median_days: median(lates),
        deals,
    })
}

fn median(mut numbers: Vec<f64>) -> Option<f64> {
    numbers.sort_by(f64::total_cmp);
    let last = numbers.len().checked_sub(1)?;
    Some(f64::midpoint(numbers[last / 2], numbers[numbers.len() / 2]))
}
