//! How the forecast would have done: made again at earlier moments from what was known then, and held against what
//! was won since. From copies of a sheet that is what the copies of that time told, values included, and a win counts from
//! the copy on that showed it.
//!
//! Origins lie two weeks apart, the youngest one horizon before as-of, as far back as the gate lets a forecast pass.
//! Coverage counts those whose result lay between P10 and P90; its interval rests on origins whose horizons do not
//! overlap, and below eight of these the forecast is untested. The pinball loss (of P10, P50 and P90, over the mean
//! result) is held against the plain figure of the last 13 weeks, whose spread comes from drawing its weeks anew; where
//! the forecast is not better, the plain figure is the one to show.

use std::panic::resume_unwind;
use std::thread;

use super::draw::draw;
use super::outlook::{ARRIVAL_WEEKS, outlook};
use super::track::{Seen, Track, seen};
use super::{Gate, HORIZONS, Spread};
use crate::measure::Interval;
use crate::measure::stats::proportion::{share, wilson};
use crate::measure::stats::random::{pick, uniform};
use crate::model::{Book, DealState, Moment};
use chrono::Days;

/// Days between two origins.
const STEP: u32 = 14;

/// Origins at most: two years of them.
const ORIGINS: u32 = 52;

/// Origins whose horizons do not overlap below which nothing is proved.
const TESTED_FROM: usize = 8;

/// Draws at each origin: the most, the least, and how much may be drawn for all origins together.
const DRAWS: (usize, usize) = (1000, 100);
const DRAWN_IN_ALL: usize = 3_000_000;

/// Deals from which on only every other origin is looked at.
const MANY_DEALS: usize = 20_000;

/// Draws of the weeks of the last quarter, and their stream.
const WEEK_DRAWS: usize = 1000;
const WEEKS_STREAM: u64 = 777;

/// How the forecast for one horizon would have done.
#[derive(Debug, Clone, PartialEq)]
pub struct Backtest {
    /// Origins.
    pub origins: usize,
    /// Those whose horizons do not overlap.
    pub independent: usize,
    /// What was won in a horizon, on average.
    pub mean_result: f64,
    /// Share of the results between P10 and P90; 0.8 is what they promise.
    pub coverage: Option<f64>,
    /// The same of the origins that do not overlap, as a Wilson 95 % interval.
    pub coverage_ci: Option<Interval>,
    /// The forecast's errors.
    pub model: Errors,
    /// Those of the plain figure of the last 13 weeks.
    pub last_quarter: Errors,
    /// Mean squared error of the open deals' chances.
    pub brier: Option<f64>,
    /// The same of one constant chance for all.
    pub brier_constant: Option<f64>,
    /// What was said at each origin and what came, oldest first.
    pub trials: Vec<Trial>,
}

/// One earlier moment: what the forecast said then, and what came.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Trial {
    /// The moment.
    pub origin: Moment,
    /// What it said.
    pub said: Spread,
    /// What was won within the horizon.
    pub came: f64,
}

/// Errors over the mean result.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Errors {
    /// Pinball loss of P10, P50 and P90.
    pub pinball: f64,
    /// Mean absolute error of the middle.
    pub absolute: f64,
    /// Mean error of the middle.
    pub bias: f64,
}

impl Backtest {
    /// Whether there are enough origins to prove anything.
    pub fn is_tested(&self) -> bool {
        self.independent >= TESTED_FROM
    }

    /// Whether the forecast did better than the plain figure.
    pub fn beats_last_quarter(&self) -> bool {
        self.model.pinball < self.last_quarter.pinball
    }
}

/// One origin's forecast for one horizon against its result.
struct Judged {
    /// Days before as-of.
    origin: u32,
    at: Moment,
    result: f64,
    model: Spread,
    quarter: Spread,
    quarter_middle: f64,
    /// Sum of squared errors of the chances, wins, and deals.
    squares: f64,
    wins: f64,
    deals: f64,
}

/// The backtests of both horizons; none where no origin passes the gate.
pub(super) fn backtests(book: &Book, tracks: &[Track<'_>]) -> [Option<Backtest>; 2] {
    let now = seen(tracks, &book.pipeline, book.as_of);
    let step = if tracks.len() > MANY_DEALS { 2 * STEP } else { STEP };
    let first = HORIZONS[0].div_ceil(step);
    let mut passed: Vec<u32> = Vec::new();
    for place in first..first + ORIGINS * STEP / step {
        let at = before(book.as_of, place * step);
        let then = seen(tracks, &book.pipeline, at);
        if Gate::of(&then).lacks(HORIZONS[0]).is_empty() {
            passed.push(place * step);
        } else if then.is_empty() {
            break;
        }
    }
    let undecided = now.iter().filter(|deal| deal.is_undecided()).count();
    let each = passed.len().max(1) * HORIZONS.len() * (undecided + tracks.len() / 50).max(1);
    let draws = (DRAWN_IN_ALL / each).clamp(DRAWS.1, DRAWS.0);
    let judged = |days: &u32| {
        let origin = Origin { book, days: *days, at: before(book.as_of, *days), now: &now };
        origin.judged(&seen(tracks, &book.pipeline, origin.at), draws)
    };
    let judged: Vec<_> = side_by_side(&passed, judged);
    [0, 1].map(|horizon| {
        let trials: Vec<&Judged> = judged.iter().filter_map(|horizons| horizons[horizon].as_ref()).collect();
        backtest(&trials, HORIZONS[horizon], step)
    })
}

/// Works out each item, in two threads that take every other one; no item knows of the others.
fn side_by_side<T: Sync, R: Send>(items: &[T], each: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let every_other = |first: usize| items.iter().skip(first).step_by(2).map(&each).collect::<Vec<R>>();
    let (even, odd) = thread::scope(|scope| {
        let odd = scope.spawn(|| every_other(1));
        (every_other(0), odd.join().unwrap_or_else(|bug| resume_unwind(bug)))
    });
    let mut odd = odd.into_iter();
    even.into_iter().flat_map(|one| [Some(one), odd.next()]).flatten().collect()
}

/// The moment so many days earlier.
fn before(moment: Moment, days: u32) -> Moment {
    let days = Days::new(u64::from(days));
    match moment {
        Moment::Day(day) => Moment::Day(day - days),
        Moment::At(instant) => Moment::At(instant - days),
    }
}

/// An earlier moment, and what is known today.
struct Origin<'a> {
    book: &'a Book,
    days: u32,
    at: Moment,
    now: &'a [Seen<'a>],
}

impl Origin<'_> {
    /// The forecasts for the horizons that have passed since.
    fn judged(&self, then: &[Seen<'_>], draws: usize) -> [Option<Judged>; 2] {
        let outlook = outlook(then, &self.book.pipeline, self.at);
        let gate = Gate::of(then);
        let weeks = weekly_wins(then, self.at);
        [0, 1].map(|horizon| {
            let days = HORIZONS[horizon];
            if self.days < days || !gate.lacks(days).is_empty() {
                return None;
            }
            let until = before(self.book.as_of, self.days - days);
            let won = |deal: &&Seen<'_>| {
                deal.state == DealState::Won
                    && deal.closed_shown.is_some_and(|closed| closed.known_by(until) && !closed.known_by(self.at))
            };
            let results: Vec<&Seen<'_>> = self.now.iter().filter(won).collect();
            let mut is_won = vec![false; self.book.deals.len()];
            for deal in &results {
                is_won[deal.deal] = true;
            }
            let drawn = draw(&outlook, &self.book.pipeline, horizon, draws);
            let outcomes = outlook.prospects.iter().map(|prospect| {
                let outcome = f64::from(u8::from(is_won[prospect.deal]));
                (outcome, (prospect.chance[horizon] - outcome).powi(2))
            });
            let (wins, squares) = outcomes.fold((0.0, 0.0), |sum, each| (sum.0 + each.0, sum.1 + each.1));
            Some(Judged {
                origin: self.days,
                at: self.at,
                result: results.iter().map(|deal| deal.value).sum(),
                model: drawn.total,
                quarter: last_quarter(&weeks, days),
                quarter_middle: quarter_mean(&weeks, days),
                squares,
                wins,
                deals: outlook.prospects.len() as f64,
            })
        })
    }
}

/// What was won in each of the last 13 weeks before a moment.
pub(super) fn weekly_wins(seen: &[Seen<'_>], at: Moment) -> Vec<f64> {
    let mut weeks = vec![0.0; ARRIVAL_WEEKS];
    for deal in seen.iter().filter(|deal| deal.state == DealState::Won) {
        let week = deal.closed.map(|closed| (closed.days_until(at) / 7.0).floor());
        let place = week.filter(|week| *week >= 0.0).map(|week| week as usize);
        if let Some(sum) = place.and_then(|place| weeks.get_mut(place)) {
            *sum += deal.value;
        }
    }
    weeks
}

/// What a horizon brings when its weeks are drawn from the last 13.
pub(super) fn last_quarter(weekly: &[f64], days: u32) -> Spread {
    let weeks = days as usize / 7;
    let drawn = (0..WEEK_DRAWS).map(|draw| {
        let week = |week| weekly[pick(uniform(WEEKS_STREAM, draw * weeks + week), weekly.len())];
        (0..weeks).map(week).sum()
    });
    Spread::of(drawn.collect())
}

/// What a horizon brings when all weeks are as the last 13 were on average.
pub(super) fn quarter_mean(weekly: &[f64], days: u32) -> f64 {
    weekly.iter().sum::<f64>() / weekly.len() as f64 * f64::from(days) / 7.0
}

fn backtest(trials: &[&Judged], horizon: u32, step: u32) -> Option<Backtest> {
    if trials.is_empty() {
        return None;
    }
    let covered = |trial: &&&Judged| (trial.model.p10..=trial.model.p90).contains(&trial.result);
    // Counted back from the youngest, every so-manieth origin does not overlap the one before.
    let apart = horizon.div_ceil(step) * step;
    let youngest = trials.iter().map(|trial| trial.origin).min().unwrap_or(0);
    let independent: Vec<&Judged> =
        trials.iter().copied().filter(|trial| (trial.origin - youngest).is_multiple_of(apart)).collect();
    let n = trials.len() as f64;
    let mean_result = trials.iter().map(|trial| trial.result).sum::<f64>() / n;
    let sum = |each: fn(&Judged) -> f64| trials.iter().map(|trial| each(trial)).sum::<f64>();
    let errors = |spread: fn(&Judged) -> Spread, middle: fn(&Judged) -> f64| {
        let over = |sum: f64| if mean_result > 0.0 { sum / n / mean_result } else { 0.0 };
        Errors {
            pinball: over(trials.iter().map(|trial| pinball_of(trial.result, spread(trial))).sum()),
            absolute: over(trials.iter().map(|trial| (middle(trial) - trial.result).abs()).sum()),
            bias: over(trials.iter().map(|trial| middle(trial) - trial.result).sum()),
        }
    };
    let (wins, deals) = (sum(|trial| trial.wins), sum(|trial| trial.deals));
    let base = (deals > 0.0).then(|| wins / deals);
    Some(Backtest {
        origins: trials.len(),
        independent: independent.len(),
        mean_result,
        coverage: share(trials.iter().filter(covered).count(), trials.len()),
        coverage_ci: wilson(independent.iter().filter(covered).count(), independent.len()),
        model: errors(|trial| trial.model, |trial| trial.model.p50),
        last_quarter: errors(|trial| trial.quarter, |trial| trial.quarter_middle),
        brier: (deals > 0.0).then(|| sum(|trial| trial.squares) / deals),
        brier_constant: base.map(|base| base * (1.0 - base)),
        trials: trials
            .iter()
            .rev()
            .map(|trial| Trial { origin: trial.at, said: trial.model, came: trial.result })
            .collect(),
    })
}

/// Mean pinball loss of the three quantiles.
fn pinball_of(result: f64, spread: Spread) -> f64 {
    let loss = |quantile: f64, share: f64| {
        let under = result - quantile;
        if under >= 0.0 { under * share } else { -under * (1.0 - share) }
    };
    (loss(spread.p10, 0.1) + loss(spread.p50, 0.5) + loss(spread.p90, 0.9)) / 3.0
}
