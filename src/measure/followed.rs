//! Deals followed over time until an event, and the rate of the event within so many days.
//!
//! The rate is the cumulative incidence of Aalen and Johansen. Its interval is Wilson's when nobody was censored
//! before the horizon, where the rate is the plain share; else log(−log) with the variance of Dinse and Larson
//! (1986). It is given only when some deal was followed for so long and nearly all deals are dated.

use super::Within;
use super::stats::proportion::wilson;
use super::stats::survival::{Curve, Exit};
use super::way::MOST_DATED;

/// Deals followed over time.
pub(super) struct Followed {
    observed: Vec<(f64, Exit)>,
    /// Survival and incidence of the event.
    pub curve: Curve,
}

impl Followed {
    /// The dated ones of these deals; none when too many are undated to speak for all.
    pub(super) fn of(times: impl Iterator<Item = Option<(f64, Exit)>>) -> Option<Self> {
        let mut all = 0;
        let observed: Vec<(f64, Exit)> = times.inspect(|_| all += 1).flatten().collect();
        let enough = observed.len() as f64 >= MOST_DATED * f64::from(all);
        enough.then(|| Self { curve: Curve::new(&observed), observed })
    }

    /// How many there are.
    pub(super) fn n(&self) -> usize {
        self.observed.len()
    }

    /// How many came to the event.
    pub(super) fn events(&self) -> usize {
        self.count(|_, exit| exit == Exit::Event)
    }

    /// The rate within a horizon; none when nobody was followed that long.
    pub(super) fn within(&self, horizon: u32) -> Option<Within> {
        let days = f64::from(horizon);
        let at_risk_at_h = self.count(|time, _| time >= days);
        if at_risk_at_h == 0 {
            return None;
        }
        let censored_before = self.count(|time, exit| exit == Exit::Censored && time < days);
        let interval = if censored_before == 0 {
            wilson(self.count(|time, exit| exit == Exit::Event && time <= days), self.n())
        } else {
            self.curve.incidence_interval(days)
        };
        Some(Within {
            rate: self.curve.incidence_at(days),
            ci: (interval.map(|ci| ci.lo), interval.map(|ci| ci.hi)),
            n: self.n(),
            censored_before,
            at_risk_at_h,
        })
    }

    fn count(&self, wanted: impl Fn(f64, Exit) -> bool) -> usize {
        self.observed.iter().filter(|(time, exit)| wanted(*time, *exit)).count()
    }
}
