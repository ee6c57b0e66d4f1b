//! The sales cycle: days from inquiry to won.
//!
//! Quantiles among the deals that are ever won: the smallest t with `F(t) ≥ q·F(∞)`, where F is the cumulative
//! incidence of winning (Aalen–Johansen). The mean of closed wins is not given: quick wins close first, so in a
//! young or growing firm it lies far below the truth.
//!
//! N, the horizon under which conversion is shown, is the 90 % quantile rounded up to whole months of 30 days,
//! 30 to 180; without any win it is 90.

use super::followed::Followed;
use super::{Measured, Unmeasured};
use crate::settings::ConversionDays;

/// The sales cycle in days.
#[derive(Debug, Clone, PartialEq)]
pub struct Cycle {
    /// Deals that began on the first rung.
    pub n: usize,
    /// Won.
    pub won: usize,
    /// Share ever won, as far as anybody was followed.
    pub won_at_end: f64,
    /// Share that nobody was followed long enough to decide.
    pub undecided_at_end: f64,
    /// Half of the wins have come by then.
    pub p50: f64,
    /// Three in four.
    pub p75: f64,
    /// Nine in ten.
    pub p90: f64,
}

/// Measures the cycle of deals followed from inquiry to win; none when too few of them have dates.
pub(super) fn cycle(to_win: Option<&Followed>) -> Measured<Cycle> {
    let Some(followed) = to_win else { return Measured::Unknown(Unmeasured::TooFewDates) };
    let quantile = |share| followed.curve.quantile_among_events(share);
    let (Some(p50), Some(p75), Some(p90)) = (quantile(0.5), quantile(0.75), quantile(0.9)) else {
        return Measured::Unknown(Unmeasured::NoWins);
    };
    Measured::Known(Cycle {
        n: followed.n(),
        won: followed.events(),
        won_at_end: followed.curve.incidence_at_end(),
        undecided_at_end: followed.curve.survival_at_end(),
        p50,
        p75,
        p90,
    })
}

/// The horizon N in days.
pub(super) fn conversion_days(asked: ConversionDays, cycle: &Measured<Cycle>) -> u32 {
    match (asked, cycle.known()) {
        (ConversionDays::Fixed(days), _) => days,
        (ConversionDays::OfCycle, Some(cycle)) => ((cycle.p90 / 30.0).ceil() * 30.0).clamp(30.0, 180.0) as u32,
        (ConversionDays::OfCycle, None) => 90,
    }
}
