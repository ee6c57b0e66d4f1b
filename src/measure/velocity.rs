//! Win rate and sales velocity.
//!
//! Win rate: won of won and lost, by count (Wilson's interval) and by value, over the deals closed in the window: the
//! last 365 days, or the whole history. Open deals are in neither, so that it is no forecast of them.
//!
//! Velocity, in money a day: open deals × win rate × mean value of a win ÷ median days from inquiry to won (the
//! cycle's, with deals that still wait counted in). It says what the open pipeline would bring a day if all went on as
//! before; beside it stands what was really sold a day in the window. Each lever stands beside the result.

use super::cycle::Cycle;
use super::stats::proportion::{share, wilson};
use super::way::{Way, currency};
use super::{Interval, Measured, Unmeasured};
use crate::model::{Book, Currency, DealState};

/// The window in days, at most.
const WINDOW: f64 = 365.0;

/// Win rate and velocity with what they are made of.
#[derive(Debug, Clone, PartialEq)]
pub struct Velocity {
    /// The window in days.
    pub window_days: f64,
    /// The currency of all amounts; none when no deal has a value.
    pub currency: Option<Currency>,
    /// Deals open now.
    pub open: usize,
    /// Won in the window.
    pub won: usize,
    /// Lost in the window.
    pub lost: usize,
    /// Closed deals left out because no cell tells when.
    pub undated: usize,
    /// Won of won and lost.
    pub win_rate: Option<f64>,
    /// Its Wilson 95 % interval.
    pub win_rate_ci: Option<Interval>,
    /// The same by value.
    pub win_rate_by_value: Option<f64>,
    /// Mean value of a win.
    pub mean_win: Option<f64>,
    /// Median value of a win.
    pub median_win: Option<f64>,
    /// Median days from inquiry to won.
    pub cycle_days: Option<f64>,
    /// Money a day from the open pipeline.
    pub a_day: Measured<f64>,
    /// Money a day that was won in the window.
    pub sold_a_day: f64,
}

/// Measures the win rate and the velocity.
pub(super) fn velocity(book: &Book, ways: &[Way<'_>], cycle: &Measured<Cycle>) -> Measured<Velocity> {
    let currency = match currency(ways.iter()) {
        Ok(currency) => currency,
        Err(reason) => return Measured::Unknown(reason),
    };
    let since = |way: &Way<'_>| way.inquiry.map(|inquiry| inquiry.days_until(book.as_of));
    let history = ways.iter().filter_map(since).fold(0.0, f64::max);
    if history <= 0.0 {
        return Measured::Unknown(Unmeasured::TooFewDates);
    }
    let window_days = history.min(WINDOW);
    let closed = |state| {
        ways.iter().filter(move |way| {
            let ago = way.closed.map(|closed| closed.days_until(book.as_of));
            way.state == state && ago.is_some_and(|ago| ago <= window_days)
        })
    };
    let mut wins: Vec<f64> = closed(DealState::Won).map(Way::amount).collect();
    wins.sort_by(f64::total_cmp);
    let (won, lost) = (wins.len(), closed(DealState::Lost).count());
    let won_value: f64 = wins.iter().sum();
    let mut losses: Vec<f64> = closed(DealState::Lost).map(Way::amount).collect();
    losses.sort_by(f64::total_cmp);
    let closed_value = won_value + losses.iter().sum::<f64>();
    let open = ways.iter().filter(|way| way.state == DealState::Open).count();
    let win_rate = share(won, won + lost);
    let mean_win = (won > 0).then(|| won_value / won as f64);
    let cycle_days = cycle.known().map(|cycle| cycle.p50);
    let a_day = match (win_rate, mean_win, cycle_days, cycle) {
        (Some(rate), Some(mean), Some(days), _) => Measured::Known(open as f64 * rate * mean / days.max(1.0)),
        (_, _, None, Measured::Unknown(reason)) => Measured::Unknown(*reason),
        _ => Measured::Unknown(Unmeasured::NoWins),
    };
    let is_closed = |way: &&Way<'_>| matches!(way.state, DealState::Won | DealState::Lost);
    Measured::Known(Velocity {
        window_days,
        currency,
        open,
        won,
        lost,
        undated: ways.iter().filter(is_closed).filter(|way| way.closed.is_none()).count(),
        win_rate,
        win_rate_ci: wilson(won, won + lost),
        win_rate_by_value: (closed_value > 0.0).then(|| won_value / closed_value),
        mean_win,
        median_win: (won > 0).then(|| f64::midpoint(wins[(won - 1) / 2], wins[won / 2])),
        cycle_days,
        a_day,
        sold_a_day: won_value / window_days,
    })
}
