//! The draws: what the open deals and the deals still to come may bring, as a distribution.
//!
//! Every chance is as uncertain as the history it was learned from, and deals of one stage share that uncertainty: one
//! normal shock a stage on the logit scale, scaled by each chance's own standard error; one for the win curve of new
//! deals; one mean-one log-normal for their number and mean value, with variance `1/Σarrivals + cv²/wins`. Given the
//! shocks, deals are won independently.

use super::outlook::{Outlook, WEEKS, off_the_edge};
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
    /// What each draw won in each week, from both.
    by_week: Vec<[f64; WEEKS]>,
}

impl Drawn {
    /// The spread of what is won up to the end of each week of the horizon.
    pub(super) fn fan(&self, weeks: usize) -> Vec<Spread> {
        let mut so_far = vec![0.0; self.by_week.len()];
        (0..weeks)
            .map(|week| {
                for (sum, weeks) in so_far.iter_mut().zip(&self.by_week) {
                    *sum += weeks[week];
                }
                Spread::of(so_far.clone())
            })
            .collect()
    }
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
            odds: prospect.chance[horizon] / (1.0 - prospect.chance[horizon]) * (1.0 + 1e-9),
            error: prospect.error[horizon],
            p: prospect.chance[horizon],
            value: prospect.value,
            by_week: cumulated(prospect.by_week),
            shock: stages.iter().position(|stage| *stage == prospect.stage).unwrap_or_default(),
        })
        .collect();
    let new = NewDeals::of(outlook, horizon);
    let mut most_error = vec![0.0_f64; stages.len()];
    for deal in &deals {
        most_error[deal.shock] = most_error[deal.shock].max(deal.error);
    }
    let (mut shocked, mut lift) = (vec![0.0; stages.len()], vec![1.0; stages.len()]);
    let weeks = HORIZONS[horizon] as usize / 7;
    let (mut existing, mut fresh, mut total, mut by_week) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for draw in 0..draws {
        for (place, shocked) in shocked.iter_mut().enumerate() {
            *shocked = shock(draw, place);
            lift[place] = (shocked.abs() * most_error[place]).exp();
        }
        let mut won = [0.0; WEEKS];
        let mut old = 0.0;
        for (place, deal) in deals.iter().enumerate() {
            let luck = uniform(DEALS, draw * deals.len() + place);
            // A chance is less than its odds: most deals are seen to be lost before their chance is worked out.
            if luck > deal.odds * lift[deal.shock] {
                continue;
            }
            let chance = deal.shocked(shocked[deal.shock]);
            if luck < chance {
                old += deal.value;
                won[week_of(luck / chance, &deal.by_week[..weeks])] += deal.value;
            }
        }
        let new = new.draw(draw, shock(draw, shocks - 2), shock(draw, shocks - 1), &mut won);
        existing.push(old);
        fresh.push(new);
        total.push(old + new);
        by_week.push(won);
    }
    Drawn { existing: Spread::of(existing), new: Spread::of(fresh), total: Spread::of(total), by_week }
}

/// In which week a deal is won that is won by the last of them: `luck` is even between 0 and 1, `won_by` the chance
/// to be won by the end of each week.
fn week_of(luck: f64, won_by: &[f64]) -> usize {
    let all = won_by.last().copied().unwrap_or_default();
    won_by.iter().position(|by| luck * all < *by).unwrap_or(won_by.len() - 1)
}

fn cumulated(mut by_week: [f64; WEEKS]) -> [f64; WEEKS] {
    let mut so_far = 0.0;
    for chance in &mut by_week {
        so_far += *chance;
        *chance = so_far;
    }
    by_week
}

/// One open deal's chance.
struct Chance {
    logit: f64,
    /// Its odds, a hair more than they are: rounding must not make them less.
    odds: f64,
    error: f64,
    p: f64,
    value: f64,
    /// P(won by the end of each week).
    by_week: [f64; WEEKS],
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
    /// P(won so many weeks after the middle of the week that it came in), from the end of that week on.
    won_by: Vec<f64>,
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
            won_by: (0..HORIZONS[horizon] / 7)
                .map(|week| outlook.new_deals.incidence_at(7.0 * (f64::from(week) + 0.5)))
                .collect(),
            level: if level.is_finite() { level } else { 0.0 },
        }
    }

    /// The sum of one draw; adds it to the weeks in which it is won.
    fn draw(&self, draw: usize, curve_shock: f64, level_shock: f64, won: &mut [f64; WEEKS]) -> f64 {
        if self.most_arrivals == 0 || self.won_values.is_empty() {
            return 0.0;
        }
        let mut sum = 0.0;
        let level = (level_shock * self.level - self.level * self.level / 2.0).exp();
        for (week, (logit, error)) in self.weeks.iter().enumerate() {
            let p = logistic(logit + curve_shock * error);
            let place = draw * self.weeks.len() + week;
            let came = self.arrivals[pick(uniform(ARRIVALS, place), self.arrivals.len())];
            for deal in (0..came).map(|deal| place * self.most_arrivals + deal) {
                let luck = uniform(NEW_WINS, deal);
                if luck < p {
                    let value = self.won_values[pick(uniform(NEW_VALUES, deal), self.won_values.len())];
                    sum += value;
                    won[week + week_of(luck / p, &self.won_by[..self.weeks.len() - week])] += value * level;
                }
            }
        }
        sum * level
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
