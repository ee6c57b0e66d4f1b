//! The funnel: how many deals reached each stage, and how many of those that stood there went on.
//!
//! A deal reaches every stage up to its high-water mark `m`, also those it skipped. At risk at stage k are
//! the deals with `e ≤ k ≤ m`: a deal first seen higher up could never have dropped below. Of them, those
//! with `m ≥ k+1` advanced, the others were lost or vanished, or are undecided (open or deferred). The rate is
//! bounded by what the undecided can still do: `A/R` to `(A+U+V)/R`. By value, each deal counts with its last
//! known value.
//!
//! A lost deal of which no sheet tells where it was lost widens the bounds of every step that it may have
//! taken; no single rate is then given between stages. From inquiry to won nothing changes.
//!
//! "Within N days" is the cumulative incidence of reaching the next stage, from first reaching this one, with
//! losing and vanishing as competing exits and undecided deals censored at as-of ([`Followed`]).

use super::followed::Followed;
use super::ladder::Ladder;
use super::stats::proportion::{share, wilson};
use super::way::{MOST_DATED, Way, amount};
use super::{Interval, Measured, Unmeasured};
use crate::model::{DealState, Purse, StageId};

/// The funnel, from the first stage to won.
#[derive(Debug, Clone, PartialEq)]
pub struct Funnel {
    /// One row a rung of the ladder.
    pub stages: Vec<FunnelStage>,
    /// From inquiry to won.
    pub overall: Overall,
    /// Lost deals whose last open stage no sheet tells. They widen the bounds of the rates, and settled rates
    /// between stages are not given.
    pub losses_unplaced: usize,
    /// Deals first seen off the ladder; left out of the funnel. All others reached its first rung.
    pub off_ladder: usize,
}

impl Funnel {
    /// The rung that loses more deals than any other, wherever the unplaced losses were; none when there is no such
    /// rung, or when a single loss decides it.
    pub fn losing_most(&self) -> Option<(&FunnelStage, &Step)> {
        let steps = || self.stages.iter().filter_map(|stage| Some((stage, stage.step.as_ref()?)));
        let (stage, step) = steps().max_by_key(|(_, step)| step.lost)?;
        let next = steps().filter(|(other, _)| other.stage != stage.stage).map(|(_, step)| step.lost).max();
        (step.lost >= 2 && step.lost > next.unwrap_or(0) + self.losses_unplaced).then_some((stage, step))
    }
}

/// One rung.
#[derive(Debug, Clone, PartialEq)]
pub struct FunnelStage {
    /// Which stage.
    pub stage: StageId,
    /// Its rank.
    pub rank: u32,
    /// Deals that reached it or a higher one.
    pub reached: usize,
    /// Deals first seen here (not counted for the first rung).
    pub joined_here: usize,
    /// Deals with a visit to exactly this stage.
    pub visited: usize,
    /// Deals that are in it now.
    pub here_now: usize,
    /// Value of the deals in it now.
    pub here_now_value: Purse,
    /// Value of the deals that reached it.
    pub value_reached: Purse,
    /// The way on to the next rung; none for won.
    pub step: Option<Step>,
}

impl FunnelStage {
    /// Reached but not visited: skipped or joined higher up.
    pub fn skipped(&self) -> i64 {
        self.reached as i64 - self.visited as i64
    }
}

/// From one rung to the next: `advanced + lost + vanished + undecided + unplaced = at_risk`.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// Deals that stood here or passed through from below.
    pub at_risk: usize,
    /// Went on.
    pub advanced: usize,
    /// Lost here.
    pub lost: usize,
    /// Vanished here.
    pub vanished: usize,
    /// Not decided yet.
    pub undecided: usize,
    /// Lost, here or higher up: no sheet tells where.
    pub unplaced: usize,
    /// What they are worth.
    pub value: StepValue,
    /// Least the rate can turn out to be.
    pub rate_low: Option<f64>,
    /// Most it can turn out to be.
    pub rate_high: Option<f64>,
    /// Advanced of those decided.
    pub rate_settled: Option<f64>,
    /// Wilson 95 % interval of the settled rate.
    pub rate_settled_ci: Option<Interval>,
    /// Reached the next rung within so many days, corrected for deals that are still young.
    pub within: Vec<(u32, Option<Within>)>,
    /// The same within N days, the horizon of conversion.
    pub converted: Option<Within>,
}

/// From inquiry to won.
#[derive(Debug, Clone, PartialEq)]
pub struct Overall {
    /// Deals that began on the first rung.
    pub n: usize,
    /// Won.
    pub won: usize,
    /// Lost.
    pub lost: usize,
    /// Vanished.
    pub vanished: usize,
    /// Not decided yet.
    pub undecided: usize,
    /// What they are worth; those won are the ones that advanced.
    pub value: StepValue,
    /// Least the rate can turn out to be.
    pub rate_low: Option<f64>,
    /// Most it can turn out to be.
    pub rate_high: Option<f64>,
    /// Won of those decided.
    pub rate_settled: Option<f64>,
    /// Wilson 95 % interval of the settled rate.
    pub rate_settled_ci: Option<Interval>,
    /// Won within so many days of the inquiry.
    pub within: Vec<(u32, Option<Within>)>,
    /// The same within N days, the horizon of conversion.
    pub converted: Option<Within>,
}

/// A rate within a horizon (Aalen–Johansen).
#[derive(Debug, Clone, PartialEq)]
pub struct Within {
    /// The rate.
    pub rate: f64,
    /// Its 95 % interval; open ends where the rate is 0 or 1 and deals were censored.
    pub ci: (Option<f64>, Option<f64>),
    /// Deals it rests on.
    pub n: usize,
    /// Deals not followed to the horizon.
    pub censored_before: usize,
    /// Deals still followed at the horizon.
    pub at_risk_at_h: usize,
}

/// What the deals at risk are worth, by outcome.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct StepValue {
    /// All of them.
    pub at_risk: Purse,
    /// Those that went on.
    pub advanced: Purse,
    /// Those lost here.
    pub lost: Purse,
    /// Those that vanished here.
    pub vanished: Purse,
    /// Those not decided yet.
    pub undecided: Purse,
    /// Those lost, here or higher up.
    pub unplaced: Purse,
    /// Deals without a value.
    pub without: usize,
}

/// Rates by value.
#[derive(Debug, Clone, PartialEq)]
pub struct ValueRates {
    /// Least.
    pub low: f64,
    /// Most.
    pub high: f64,
    /// Of what is decided; none when nothing is.
    pub settled: Option<f64>,
}

impl StepValue {
    /// The rates by value, when there is one currency and nearly all deals have a value.
    pub fn rates(&self, deals: usize) -> Measured<ValueRates> {
        if self.at_risk.single().is_none() {
            return Measured::Unknown(Unmeasured::SeveralCurrencies);
        }
        if !self.unplaced.is_empty() {
            return Measured::Unknown(Unmeasured::LossesUnplaced);
        }
        let sum = |purse: &Purse| purse.sums().map(amount).sum::<f64>();
        let all = sum(&self.at_risk);
        if all <= 0.0 || self.without as f64 > (1.0 - MOST_DATED) * deals as f64 {
            return Measured::Unknown(Unmeasured::TooFewValues);
        }
        let (advanced, lost) = (sum(&self.advanced), sum(&self.lost));
        let settled = (advanced + lost > 0.0).then(|| advanced / (advanced + lost));
        Measured::Known(ValueRates { low: advanced / all, high: (all - lost) / all, settled })
    }
}

/// The horizons of rates, in days.
pub(super) struct Horizons<'a> {
    /// Those shown side by side.
    pub shown: &'a [u32],
    /// N, that of conversion.
    pub conversion: u32,
}

impl Horizons<'_> {
    /// The rates within the horizons shown.
    fn rates(&self, followed: Option<&Followed>) -> Vec<(u32, Option<Within>)> {
        self.shown.iter().map(|days| (*days, followed.and_then(|deals| deals.within(*days)))).collect()
    }

    /// The rate within N days.
    fn converted(&self, followed: Option<&Followed>) -> Option<Within> {
        followed.and_then(|deals| deals.within(self.conversion))
    }
}

/// Measures the funnel.
pub(super) fn funnel(
    ladder: &Ladder<'_>,
    ways: &[Way<'_>],
    advances: &[Option<Followed>],
    to_win: Option<&Followed>,
    horizons: &Horizons<'_>,
) -> Funnel {
    let stages = visited(ladder, ways).into_iter().enumerate();
    Funnel {
        stages: stages.map(|(place, visited)| stage(ladder, (place, visited), ways, advances, horizons)).collect(),
        overall: overall(ladder, ways, to_win, horizons),
        losses_unplaced: unplaced(ways).count(),
        off_ladder: ways.iter().filter(|way| way.entry == 0).count(),
    }
}

/// How many deals have stood on each rung.
fn visited(ladder: &Ladder<'_>, ways: &[Way<'_>]) -> Vec<usize> {
    let rung = |id| ladder.rank_of(id).and_then(|rank| ladder.rungs.iter().position(|(_, other)| *other == rank));
    let (mut visited, mut last) = (vec![0; ladder.rungs.len()], vec![None; ladder.rungs.len()]);
    for way in ways {
        for place in way.history.iter().filter_map(|entry| rung(entry.stage)) {
            if last[place].replace(way.index) != Some(way.index) {
                visited[place] += 1;
            }
        }
    }
    visited
}

fn stage(
    ladder: &Ladder<'_>,
    (place, visited): (usize, usize),
    ways: &[Way<'_>],
    advances: &[Option<Followed>],
    horizons: &Horizons<'_>,
) -> FunnelStage {
    let (stage, rank) = ladder.rungs[place];
    let on_rung = |id| ladder.rank_of(id) == Some(rank);
    let reached = || ways.iter().filter(|way| way.entry > 0 && way.high >= rank);
    let here_now = || ways.iter().filter(|way| on_rung(way.stage));
    FunnelStage {
        stage,
        rank,
        reached: reached().count(),
        joined_here: ways.iter().filter(|way| place > 0 && way.entry == rank).count(),
        visited,
        here_now: here_now().count(),
        here_now_value: here_now().filter_map(Way::value).collect(),
        value_reached: reached().filter_map(Way::value).collect::<Purse>(),
        step: ladder.rungs.get(place + 1).map(|(_, next)| {
            let followed = advances.get(place).and_then(Option::as_ref);
            step((rank, *next, ladder.top), ways, followed, horizons)
        }),
    }
}

fn step(
    (rank, next, top): (u32, u32, u32),
    ways: &[Way<'_>],
    followed: Option<&Followed>,
    horizons: &Horizons<'_>,
) -> Step {
    let risk: Vec<&Way<'_>> = ways.iter().filter(|way| way.at_risk(rank)).collect();
    let stayed = |state| risk.iter().filter(move |way| way.high < next && way.state == state);
    let at_risk = risk.len();
    let advanced = risk.iter().filter(|way| way.high >= next).count();
    let unplaced_here = stayed(DealState::Lost).filter(|way| way.is_unplaced_loss()).count();
    let lost = stayed(DealState::Lost).count() - unplaced_here;
    let vanished = stayed(DealState::Vanished).count();
    let undecided = at_risk - advanced - lost - vanished - unplaced_here;

    // Losses last seen further down may have come as far as here and gone on, but none of them was won.
    let unplaced_below = unplaced(ways).filter(|way| way.high < rank).count();
    let open_ended = advanced + undecided + vanished;
    let rate_low = share(advanced, at_risk + unplaced_below);
    let rate_high = if next == top {
        share(open_ended, at_risk).or(rate_low)
    } else {
        share(open_ended + unplaced_here + unplaced_below, at_risk + unplaced_below)
    };
    let all_placed = unplaced(ways).next().is_none();
    let decided = if all_placed { advanced + lost } else { 0 };
    let followed = followed.filter(|_| all_placed);
    Step {
        at_risk,
        advanced,
        lost,
        vanished,
        undecided,
        unplaced: unplaced_here,
        value: value(risk.iter().copied(), |way| way.high >= next),
        rate_low,
        rate_high,
        rate_settled: share(advanced, decided),
        rate_settled_ci: wilson(advanced, decided),
        within: horizons.rates(followed),
        converted: horizons.converted(followed),
    }
}

fn overall(ladder: &Ladder<'_>, ways: &[Way<'_>], to_win: Option<&Followed>, horizons: &Horizons<'_>) -> Overall {
    let began: Vec<&Way<'_>> = ladder.began(ways).collect();
    let count = |state| began.iter().filter(|way| way.state == state).count();
    let (n, won, lost) = (began.len(), count(DealState::Won), count(DealState::Lost));
    let vanished = count(DealState::Vanished);
    // Wherever an unplaced loss happened, it is one from inquiry to won.
    let mut value = value(began.iter().copied(), |way| way.state == DealState::Won);
    value.lost.extend(std::mem::take(&mut value.unplaced).sums());
    Overall {
        n,
        won,
        lost,
        vanished,
        undecided: n - won - lost - vanished,
        value,
        rate_low: share(won, n),
        rate_high: share(n - lost, n),
        rate_settled: share(won, won + lost),
        rate_settled_ci: wilson(won, won + lost),
        within: horizons.rates(to_win),
        converted: horizons.converted(to_win),
    }
}

/// What these deals are worth by outcome, given which of them advanced.
fn value<'w>(ways: impl Iterator<Item = &'w Way<'w>>, advanced: impl Fn(&Way<'_>) -> bool) -> StepValue {
    let mut worth = StepValue::default();
    for way in ways {
        let Some(value) = way.value() else {
            worth.without += 1;
            continue;
        };
        worth.at_risk.add(value);
        let outcome = match way.state {
            _ if advanced(way) => &mut worth.advanced,
            DealState::Lost if way.is_unplaced_loss() => &mut worth.unplaced,
            DealState::Lost => &mut worth.lost,
            DealState::Vanished => &mut worth.vanished,
            DealState::Open | DealState::Deferred | DealState::Won => &mut worth.undecided,
        };
        outcome.add(value);
    }
    worth
}

/// Lost deals on the ladder of which no sheet tells where they were lost.
fn unplaced<'a, 'b>(ways: &'a [Way<'b>]) -> impl Iterator<Item = &'a Way<'b>> {
    ways.iter().filter(|way| way.entry > 0 && way.is_unplaced_loss())
}
