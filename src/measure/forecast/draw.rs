//! The draws: what the open deals and the deals still to come may bring, as a distribution.
//!
//! Every chance is as uncertain as the history it was learned from, and deals of one stage share that uncertainty: one
//! normal shock a stage on the logit scale, scaled by each chance's own standard error; one for the win curve of new
//! deals; one mean-one log-normal for their number and mean value, with variance `1/Σarrivals + cv²/wins`. Given the
//! shocks, deals are won independently.

use super::outlook::{Outlook, off_the_edge};
use super::{HORIZONS, Spread};
use crate::measure::stats::random::{SEED, normal, pick, uniform};
use crate::model::{Pipeline, StageId};

/// The streams of the draws.
const STAGE_SHOCKS: u64 = SEED + 11;
const DEALS: u64 = SEED + 22;
const ARRIVALS: u64 = SEED + 33;
const NEW_WINS: u64 = SEED + 44;
const NEW_VALUES: u64 = SEED + 55;

/// What was drawn for one horizon.
pub(super) struct Drawn {
    /// From the open deals.
    pub existing: Spread,
    /// From deals still to come.
    pub new: Spread,
    /// From both.
    pub total: Spread,
}

/// Draws so many times for a horizon (its place in [`HORIZONS`]).
pub(super) fn draw(outlook: &Outlook, pipeline: &Pipeline, horizon: usize, draws: usize) -> Drawn {
    // Shocks are numbered by the stages' keys, so that they do not depend on where the stages stand.
    let mut stages: Vec<StageId> = outlook.prospects.iter().map(|prospect| prospect.stage).collect();
    stages.sort_by_key(|stage| &pipeline.stage(*stage).key);
    stages.dedup();
    let shocks = stages.len() + 2;
    let shock = |draw: usize, place: usize| normal(STAGE_SHOCKS, draw * shocks + place);
    let deals: Vec<Chance> = outlook
        .prospects
        .iter()
        .map(|prospect| Chance {
            logit: logit(prospect.chance[horizon]),
            error: prospect.error[horizon],
            p: prospect.chance[horizon],
            value: prospect.value,
            shock: stages.iter().position(|stage| *stage == prospect.stage).unwrap_or_default(),
        })
        .collect();
    let new = NewDeals::of(outlook, horizon);
    let mut shocked = vec![0.0; stages.len()];
    let (mut existing, mut fresh, mut total) = (Vec::new(), Vec::new(), Vec::new());
    for draw in 0..draws {
        for (place, shocked) in shocked.iter_mut().enumerate() {
            *shocked = shock(draw, place);
        }
        let old: f64 = deals
            .iter()
            .enumerate()
            .filter(|(place, deal)| uniform(DEALS, draw * deals.len() + place) < deal.shocked(shocked[deal.shock]))
            .map(|(_, deal)| deal.value)
            .sum();
        let new = new.draw(draw, shock(draw, shocks - 2), shock(draw, shocks - 1));
        existing.push(old);
        fresh.push(new);
        total.push(old + new);
    }
    Drawn { existing: Spread::of(existing), new: Spread::of(fresh), total: Spread::of(total) }
}

/// One open deal's chance.
struct Chance {
    logit: f64,
    error: f64,
    p: f64,
    value: f64,
    shock: usize,
}

impl Chance {
    fn shocked(&self, shock: f64) -> f64 {
        if self.error > 0.0 { logistic(self.logit + shock * self.error) } else { self.p }
    }
}

/// Deals still to come.
struct NewDeals<'a> {
    arrivals: &'a [usize],
    most_arrivals: usize,
    won_values: &'a [f64],
    /// For each week to come, the logit of winning within the horizon, and its error.
    weeks: Vec<(f64, f64)>,
    /// Standard deviation of the logarithm of their number and mean value.
    level: f64,
}

impl<'a> NewDeals<'a> {
    fn of(outlook: &'a Outlook, horizon: usize) -> Self {
        let won = &outlook.won_values;
        let (mean, variance) = mean_and_variance(won);
        let arrived: usize = outlook.arrivals.iter().sum();
        let level = (1.0 / arrived.max(1) as f64 + variance / (mean * mean) / won.len().max(1) as f64).sqrt();
        let weeks = chances_by_week(outlook, horizon).into_iter().map(|(p, error)| (logit(p), error));
        Self {
            arrivals: &outlook.arrivals,
            most_arrivals: outlook.arrivals.iter().copied().max().unwrap_or(0),
            won_values: won,
            weeks: weeks.collect(),
            level: if level.is_finite() { level } else { 0.0 },
        }
    }

    fn draw(&self, draw: usize, curve_shock: f64, level_shock: f64) -> f64 {
        if self.most_arrivals == 0 || self.won_values.is_empty() {
            return 0.0;
        }
        let mut sum = 0.0;
        for (week, (logit, error)) in self.weeks.iter().enumerate() {
            let p = logistic(logit + curve_shock * error);
            let place = draw * self.weeks.len() + week;
            let came = self.arrivals[pick(uniform(ARRIVALS, place), self.arrivals.len())];
            for deal in (0..came).map(|deal| place * self.most_arrivals + deal) {
                if uniform(NEW_WINS, deal) < p {
                    sum += self.won_values[pick(uniform(NEW_VALUES, deal), self.won_values.len())];
                }
            }
        }
        sum * (level_shock * self.level - self.level * self.level / 2.0).exp()
    }
}

/// For deals that come in the middle of each week of the horizon, the chance to be won within it, and its error on the
/// logit scale.
pub(super) fn chances_by_week(outlook: &Outlook, horizon: usize) -> Vec<(f64, f64)> {
    let days = f64::from(HORIZONS[horizon]);
    let weeks = HORIZONS[horizon] / 7;
    (0..weeks)
        .map(|week| {
            let left = days - 7.0 * (f64::from(week) + 0.5);
            off_the_edge(outlook.new_deals.incidence_at(left), outlook.new_deals.incidence_error(left), 1e-6)
        })
        .collect()
}

fn mean_and_variance(numbers: &[f64]) -> (f64, f64) {
    let n = numbers.len().max(1) as f64;
    let mean = numbers.iter().sum::<f64>() / n;
    (mean, numbers.iter().map(|number| (number - mean).powi(2)).sum::<f64>() / n)
}

fn logit(p: f64) -> f64 {
    (p / (1.0 - p)).ln()
}

fn logistic(logit: f64) -> f64 {
    1.0 / (1.0 + (-logit).exp())
}

impl Spread {
    /// The spread of what was drawn: order statistics, nothing between them.
    pub(super) fn of(mut drawn: Vec<f64>) -> Self {
        drawn.sort_by(f64::total_cmp);
        let at = |share: f64| {
            let place = (share * drawn.len() as f64 - 1e-12).ceil() as usize;
            drawn.get(place.saturating_sub(1)).copied().unwrap_or(0.0)
        };
        Self { p10: at(0.1), p50: at(0.5), p90: at(0.9) }
    }
}
