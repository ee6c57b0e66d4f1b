//! What was known at a moment: the chances of the deals open then, and how new deals had come and sold so far.

use super::track::Seen;
use super::{HORIZONS, Prospect};
use crate::measure::landmark::{Landmark, PastStay, landmarks, win_curve};
use crate::measure::stats::survival::{Curve, Exit};
use crate::model::{DealState, Moment, Pipeline, StageId, StageKind};

/// Comparable stays on which a chance rests at least.
const COMPARABLE_STAYS: usize = 5;

/// Wins from which the change of a deal's value on its way is learned.
const WINS_WITH_VALUES: usize = 20;

/// Weeks over which arrivals are looked at.
pub(super) const ARRIVAL_WEEKS: usize = 13;

/// The largest standard error of a chance on the logit scale.
const LARGEST_ERROR: f64 = 2.0;

/// Weeks of the longest horizon.
pub(super) const WEEKS: usize = HORIZONS[1] as usize / 7;

/// The state of affairs at a moment.
pub(super) struct Outlook {
    /// The open and deferred deals, in the order of the tracks.
    pub prospects: Vec<Prospect>,
    /// Deals that came in each of the last weeks, oldest first.
    pub arrivals: Vec<usize>,
    /// Winning from the inquiry on, for deals of any age.
    pub new_deals: Curve,
    /// The values of past wins.
    pub won_values: Vec<f64>,
}

/// The outlook on deals as they were seen at a moment.
pub(super) fn outlook(seen: &[Seen<'_>], pipeline: &Pipeline, at: Moment) -> Outlook {
    let mut past: Vec<Vec<PastStay>> = vec![Vec::new(); pipeline.stages.len()];
    for deal in seen.iter().filter(|deal| deal.is_whole) {
        for (stage, start, end) in deal.stays() {
            if is_undecided_stage(pipeline, stage) {
                let (to_end, exit) = to_end(deal, start, at);
                past[stage.0].push(PastStay { days: start.days_until(end.unwrap_or(at)), to_end, end: exit });
            }
        }
    }
    let mut prospects = Vec::new();
    for (place, past) in past.into_iter().enumerate() {
        let stage = StageId(place);
        let here: Vec<(usize, &Seen<'_>)> =
            seen.iter().enumerate().filter(|(_, deal)| deal.is_undecided() && deal.stands().0 == stage).collect();
        if here.is_empty() {
            continue;
        }
        let ages: Vec<f64> = here.iter().map(|(_, deal)| deal.stands().1.days_until(at)).collect();
        let ratio = value_ratio(seen, stage);
        let chances = landmarks(past, &ages, COMPARABLE_STAYS, win_curve, chance);
        for (((order, deal), age), landmark) in here.into_iter().zip(ages).zip(chances) {
            prospects.push((order, prospect(deal, stage, age, ratio, landmark)));
        }
    }
    prospects.sort_by_key(|(order, _)| *order);
    let came = seen.iter().filter(|deal| deal.is_whole && deal.came_on_the_ladder(pipeline));
    let ends: Vec<(f64, Exit)> = came.map(|deal| to_end(deal, deal.inquiry(), at)).collect();
    Outlook {
        prospects: prospects.into_iter().map(|(_, prospect)| prospect).collect(),
        arrivals: arrivals(seen, at),
        new_deals: Curve::new(&ends),
        won_values: seen.iter().filter(|deal| deal.state == DealState::Won).map(|deal| deal.value).collect(),
    }
}

fn is_undecided_stage(pipeline: &Pipeline, stage: StageId) -> bool {
    matches!(pipeline.stage(stage).kind, StageKind::Open | StageKind::Deferred)
}

/// Days from a moment to the deal's end, and how it ended.
fn to_end(deal: &Seen<'_>, start: Moment, at: Moment) -> (f64, Exit) {
    let exit = match deal.state {
        DealState::Won => Exit::Event,
        DealState::Lost | DealState::Vanished => Exit::Competing,
        DealState::Open | DealState::Deferred => Exit::Censored,
    };
    (start.days_until(deal.closed.unwrap_or(at)), exit)
}

/// What is read off for a deal of some age.
#[derive(Debug, Clone)]
struct Chance {
    /// P(won within the horizon) and its standard error.
    within: [(f64, f64); 2],
    /// P(won within so many weeks), from one week on.
    by_week: [f64; WEEKS],
    /// P(ever won).
    ever: f64,
    /// Days by which 25, 50 and 75 % of those ever won are.
    close: [Option<f64>; 3],
}

fn chance(curve: &Curve, age: f64) -> Chance {
    let after = |days: f64| curve.incidence_at(age + days);
    Chance {
        within: HORIZONS.map(|days| {
            let days = f64::from(days);
            (after(days), curve.incidence_error(age + days))
        }),
        by_week: std::array::from_fn(|week| after(7.0 * (week + 1) as f64)),
        ever: curve.incidence_at_end(),
        close: [0.25, 0.5, 0.75].map(|share| curve.quantile_among_events(share).map(|time| time - age)),
    }
}

fn prospect(deal: &Seen<'_>, stage: StageId, age: f64, ratio: f64, landmark: Landmark<Chance>) -> Prospect {
    let Landmark { stays, figures, .. } = landmark;
    // No floor to speak of: one under hundreds of dead deals would add up.
    let chance = figures.within.map(|(p, error)| off_the_edge(p, error, 1e-9));
    let mut before = 0.0;
    Prospect {
        deal: deal.deal,
        stage,
        age,
        comparable: stays,
        value: deal.value * ratio,
        chance: chance.map(|(p, _)| p),
        error: chance.map(|(_, error)| error),
        ever: figures.ever,
        close: figures.close,
        by_week: figures.by_week.map(|by| by - std::mem::replace(&mut before, by)),
    }
}

/// A probability away from 0 and 1 by at least so much, and its standard error on the logit scale.
pub(super) fn off_the_edge(p: f64, error: f64, least: f64) -> (f64, f64) {
    let inside = p.clamp(least, 1.0 - least);
    let decided = p <= 0.0 || p >= 1.0;
    (inside, if decided { 0.0 } else { (error / (inside * (1.0 - inside))).min(LARGEST_ERROR) })
}

/// Mean of the won value over the value while in this stage; 1 with too few wins.
fn value_ratio(seen: &[Seen<'_>], stage: StageId) -> f64 {
    let won = seen.iter().filter(|deal| deal.state == DealState::Won);
    let ratios: Vec<f64> = won.filter_map(|deal| Some(deal.value / deal.value_in(stage)?)).collect();
    if ratios.len() < WINS_WITH_VALUES { 1.0 } else { ratios.iter().sum::<f64>() / ratios.len() as f64 }
}

/// Deals that came in each of the last weeks, oldest first.
fn arrivals(seen: &[Seen<'_>], at: Moment) -> Vec<usize> {
    let mut weeks = vec![0; ARRIVAL_WEEKS];
    for deal in seen {
        let week = (at.hi() - deal.inquiry().lo()).num_seconds().div_euclid(7 * 86_400);
        if let Some(count) = usize::try_from(week).ok().and_then(|week| weeks.get_mut(week)) {
            *count += 1;
        }
    }
    weeks.reverse();
    weeks
}
