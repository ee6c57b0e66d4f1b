//! Rates of groups, each drawn towards the rate of all by as much as the data ask for: a beta-binomial model with
//! an empirical prior (Robinson 2017).
//!
//! The prior is Beta(μM, (1−μ)M): μ = (Σx + ½)/(Σn + 1), and M, the number of average deals lent to each group, is
//! `exp(E[log M])` under a log-uniform prior on 4 to 150, weighted by the beta-binomial likelihood on a grid of 101
//! points. So M is never on an edge, and the same data give the same M.

use statrs::function::beta::{beta_reg, ln_beta};

use crate::measure::Interval;

/// Least and most average deals lent to a group.
const WEIGHTS: (f64, f64) = (4.0, 150.0);

/// Points of the grid between them.
const GRID: usize = 101;

/// What is known of a group's rate before looking at the group.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::measure) struct Prior {
    /// The rate of all (μ).
    pub rate: f64,
    /// Average deals lent to each group (M).
    pub weight: f64,
}

impl Prior {
    /// The prior of these groups (events, of).
    pub(in crate::measure) fn of(groups: &[(usize, usize)]) -> Self {
        let (events, all) = groups.iter().fold((0, 0), |(x, n), group| (x + group.0, n + group.1));
        let rate = (events as f64 + 0.5) / (all as f64 + 1.0);
        let (from, to) = (WEIGHTS.0.ln(), WEIGHTS.1.ln());
        let log_weights = (0..GRID).map(|point| from + (to - from) * point as f64 / (GRID - 1) as f64);
        let points: Vec<(f64, f64)> = log_weights.map(|log| (log, log_likelihood(groups, rate, log.exp()))).collect();
        let most = points.iter().fold(f64::NEG_INFINITY, |most, (_, likelihood)| most.max(*likelihood));
        let (sum, total) = points.iter().fold((0.0, 0.0), |(sum, total), (log, likelihood)| {
            let weight = (likelihood - most).exp();
            (sum + weight * log, total + weight)
        });
        Self { rate, weight: (sum / total).exp() }
    }

    /// What is known of a group's rate with its own events taken in.
    pub(in crate::measure) fn with(self, events: usize, of: usize) -> Posterior {
        let (x, n) = (events as f64, of as f64);
        Posterior { a: x + self.rate * self.weight, b: n - x + (1.0 - self.rate) * self.weight }
    }
}

fn log_likelihood(groups: &[(usize, usize)], rate: f64, weight: f64) -> f64 {
    let (a, b) = (rate * weight, (1.0 - rate) * weight);
    groups.iter().map(|(x, n)| ln_beta(*x as f64 + a, (n - x) as f64 + b) - ln_beta(a, b)).sum()
}

/// What is known of a group's rate: a beta distribution.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::measure) struct Posterior {
    a: f64,
    b: f64,
}

impl Posterior {
    /// Its mean: the pooled rate.
    pub(in crate::measure) fn mean(self) -> f64 {
        self.a / (self.a + self.b)
    }

    /// P(rate > this one).
    pub(in crate::measure) fn above(self, rate: f64) -> f64 {
        1.0 - beta_reg(self.a, self.b, rate)
    }

    /// The interval that leaves one in ten out on each side.
    pub(in crate::measure) fn middle_80(self) -> Interval {
        Interval { lo: self.quantile(0.1), hi: self.quantile(0.9) }
    }

    /// The rate below which this share lies, by halving.
    fn quantile(self, share: f64) -> f64 {
        let (mut lo, mut hi) = (0.0, 1.0);
        while hi - lo > 1e-15 {
            let middle = lo + (hi - lo) / 2.0;
            if middle <= lo || middle >= hi {
                break;
            }
            if beta_reg(self.a, self.b, middle) < share { lo = middle } else { hi = middle }
        }
        lo + (hi - lo) / 2.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(events: usize, of: usize, pooled: f64, interval: Option<[f64; 2]>) {
        let posterior = Prior { rate: 0.216, weight: 48.0 }.with(events, of);
        assert!((posterior.mean() - pooled).abs() < 1e-3, "{events} of {of}: {}", posterior.mean());
        if let Some([lo, hi]) = interval {
            let got = posterior.middle_80();
            assert!((got.lo - lo).abs() < 1e-3 && (got.hi - hi).abs() < 1e-3, "{events} of {of}: {got:?}");
        }
    }

    #[test]
    fn one_of_one_is_not_a_hundred_percent() {
        check(1, 1, 0.232, Some([0.157, 0.311]));
        check(4, 10, 0.247, None);
        check(12, 40, 0.254, None);
        check(30, 150, 0.204, None);
        check(9, 60, 0.179, None);
    }

    proptest! {
        #[test]
        fn a_pooled_rate_lies_between_the_groups_and_that_of_all(
            groups in prop::collection::vec((0_usize..60, 0_usize..60), 1..8)
        ) {
            let groups: Vec<(usize, usize)> = groups.into_iter().map(|(won, more)| (won, won + more)).collect();
            let prior = Prior::of(&groups);
            prop_assert!(WEIGHTS.0 < prior.weight && prior.weight < WEIGHTS.1);
            for (won, n) in groups.into_iter().filter(|(_, n)| *n > 0) {
                let (raw, pooled) = (won as f64 / n as f64, prior.with(won, n).mean());
                prop_assert!(raw.min(prior.rate) - 1e-12 <= pooled && pooled <= raw.max(prior.rate) + 1e-12);
                let interval = prior.with(won, n).middle_80();
                prop_assert!(interval.lo < pooled && pooled < interval.hi);
            }
        }
    }
}
