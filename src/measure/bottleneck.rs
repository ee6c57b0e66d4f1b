//! The bottleneck: at which stage most money stops.
//!
//! Score of stage k, in money a month: `(value lost at k in the window + value now stalled at k) · q / months`, where
//! q is the probability that a deal which reached the next stage is won (Aalen–Johansen; 1 before won). It is what
//! would be sold more each month if what stopped here had gone on and sold as usual. Lost at k means lost with k as
//! the highest stage reached; the window is the last 365 days, or the whole history, at least 30.
//!
//! Beside it stand what one more percent going on from here is worth, and the stage as a queue by Little's law on the
//! window (Little and Graves 2008): average number in the stage, arrivals a day, and their quotient, the average stay.
//! Net flow above zero means that the queue is growing.
//!
//! A bottleneck is named only when it comes first in at least 80 % of 200 resamples of the deals. Stages early in the
//! pipeline lose deals that should be lost; the score does not know which.

use super::followed::Followed;
use super::ladder::Ladder;
use super::stats::random::{SEED, pick, uniform};
use super::stay::{Stay, Stays};
use super::way::{MOST_DATED, Way, currency};
use super::{AgeStatus, Measured, Stalled, Unmeasured};
use crate::model::{Book, Currency, DealState, Moment, StageId};

/// The window in days, and the least it may be.
const WINDOW: (f64, f64) = (365.0, 30.0);

/// Days of a month.
const MONTH: f64 = 30.0;

/// How often the deals are drawn anew: the most, the least, and how much may be drawn in all.
const RESAMPLES: (usize, usize) = (200, 50);
const DRAWN_IN_ALL: usize = 5_000_000;

/// The share of these in which a named bottleneck comes first.
const NAMED_FROM: f64 = 0.8;

/// The stream of the resamples.
const STREAM: u64 = SEED + 66;

/// Where money stops.
#[derive(Debug, Clone, PartialEq)]
pub struct Bottleneck {
    /// The window in days.
    pub window_days: f64,
    /// The currency of all sums; none when no deal has a value.
    pub currency: Option<Currency>,
    /// One row a rung but won.
    pub stages: Vec<BottleneckStage>,
    /// The stages, highest score first.
    pub ranking: Vec<StageId>,
    /// Share of the resamples in which the first comes first.
    pub top_share: f64,
    /// The bottleneck, when there is one.
    pub named: Option<StageId>,
    /// Lost deals left out because no cell tells when.
    pub lost_undated: usize,
}

/// What stops at one stage.
#[derive(Debug, Clone, PartialEq)]
pub struct BottleneckStage {
    /// Which stage.
    pub stage: StageId,
    /// P(a deal here reaches the next stage).
    pub conversion: f64,
    /// P(a deal at the next stage is won).
    pub won_after: f64,
    /// Lost here in the window.
    pub lost: usize,
    /// Their value a month.
    pub lost_a_month: f64,
    /// Stalled here now.
    pub stalled: usize,
    /// Their value.
    pub stalled_value: f64,
    /// Money a month that stops here.
    pub score: f64,
    /// Its share of all that stops.
    pub score_share: f64,
    /// Money a month that one more percent going on is worth.
    pub one_percent: f64,
    /// The stage as a queue.
    pub queue: Queue,
}

/// A stage as a queue, over the window.
#[derive(Debug, Clone, PartialEq)]
pub struct Queue {
    /// Average number of deals in it.
    pub length: f64,
    /// Deals that enter it a day.
    pub arrivals: f64,
    /// Average days in it: length over arrivals.
    pub days: Option<f64>,
    /// Entries less exits.
    pub net_flow: i64,
}

/// Measures where money stops.
pub(super) fn bottleneck(
    book: &Book,
    ladder: &Ladder<'_>,
    ways: &[Way<'_>],
    advances: &[Option<Followed>],
    stays: &[Stays],
    stalled: &Stalled,
) -> Measured<Bottleneck> {
    let currency = match currency(ways.iter()) {
        Ok(currency) => currency,
        Err(reason) => return Measured::Unknown(reason),
    };
    if ways.iter().any(|way| way.entry > 0 && way.is_unplaced_loss()) {
        return Measured::Unknown(Unmeasured::LossesUnplaced);
    }
    let (all, dated) = stays.iter().fold((0, 0), |(all, dated), stays| (all + stays.seen(), dated + stays.dated.len()));
    if all == 0 || (dated as f64) < MOST_DATED * all as f64 {
        return Measured::Unknown(Unmeasured::TooFewDates);
    }
    let inquiries = ways.iter().filter_map(|way| way.inquiry);
    let history = inquiries.map(|inquiry| inquiry.days_until(book.as_of)).fold(0.0, f64::max);
    let mut is_stalled = vec![false; ways.len()];
    for ageing in &stalled.deals {
        is_stalled[ageing.deal] = ageing.status == AgeStatus::Stalled;
    }
    let scope = Scope { book, ladder, ways, is_stalled, window: history.min(WINDOW.0).max(WINDOW.1) };
    let stages: Option<Vec<BottleneckStage>> =
        ladder.steps().zip(advances).map(|(step, advance)| scope.stage(step, advance.as_ref()?, stays)).collect();
    let Some(mut stages) = stages else { return Measured::Unknown(Unmeasured::TooFewDates) };
    let total: f64 = stages.iter().map(|stage| stage.score).sum();
    for stage in &mut stages {
        stage.score_share = stage.score / if total > 0.0 { total } else { 1.0 };
    }
    let mut ranking: Vec<&BottleneckStage> = stages.iter().collect();
    ranking.sort_by(|a, b| b.score.total_cmp(&a.score));
    let ranking: Vec<StageId> = ranking.into_iter().map(|stage| stage.stage).collect();
    let top_share = scope.top_share(&stages, &ranking);
    let lost_undated = ways.iter().filter(|way| way.state == DealState::Lost && way.closed.is_none()).count();
    Measured::Known(Bottleneck {
        window_days: scope.window,
        currency,
        named: ranking.first().copied().filter(|_| total > 0.0 && top_share >= NAMED_FROM),
        stages,
        ranking,
        top_share,
        lost_undated,
    })
}

struct Scope<'a> {
    book: &'a Book,
    ladder: &'a Ladder<'a>,
    ways: &'a [Way<'a>],
    is_stalled: Vec<bool>,
    window: f64,
}

impl Scope<'_> {
    /// One stage; none when too few of its deals have dates.
    fn stage(
        &self,
        (stage, rank, next): (StageId, u32, u32),
        advance: &Followed,
        stays: &[Stays],
    ) -> Option<BottleneckStage> {
        let months = self.window / MONTH;
        let at_risk = |rank: u32| self.ways.iter().filter(move |way| way.at_risk(rank));
        let won_after = if next == self.ladder.top {
            1.0
        } else {
            let times = at_risk(next).map(|way| self.ladder.time_to_win_from(next, way));
            Followed::of(times)?.curve.incidence_at_end()
        };
        let entered = at_risk(rank).filter(|way| {
            self.ladder.reached(rank, way).is_some_and(|reached| reached.days_until(self.book.as_of) <= self.window)
        });
        let entered: f64 = entered.map(Way::amount).sum();
        let lost = self.ways.iter().filter(|way| self.is_lost_at(rank, way));
        let (lost, lost_value) = lost.fold((0, 0.0), |(n, value), way| (n + 1, value + way.amount()));
        let stuck = self.ways.iter().filter(|way| way.high == rank && self.is_stalled[way.index]);
        let (stalled, stalled_value) = stuck.fold((0, 0.0), |(n, value), way| (n + 1, value + way.amount()));
        Some(BottleneckStage {
            stage,
            conversion: advance.curve.incidence_at_end(),
            won_after,
            lost,
            lost_a_month: grosze(lost_value / months),
            stalled,
            stalled_value: grosze(stalled_value),
            score: grosze((lost_value + stalled_value) * won_after / months),
            score_share: 0.0,
            one_percent: grosze(0.01 * entered * won_after / months),
            queue: self.queue(&stays[stage.0].dated),
        })
    }

    fn is_lost_at(&self, rank: u32, way: &Way<'_>) -> bool {
        let in_window = |closed: Moment| (0.0..=self.window).contains(&closed.days_until(self.book.as_of));
        way.state == DealState::Lost && way.at_risk(rank) && way.high == rank && way.closed.is_some_and(in_window)
    }

    fn queue(&self, stays: &[Stay]) -> Queue {
        let (mut present, mut arrivals, mut exits) = (0.0, 0_u32, 0_u32);
        let window = 0.0..=self.window;
        for stay in stays {
            let span = self.book.as_of.lo() - stay.start.lo();
            let start = self.window - span.num_milliseconds() as f64 / 86_400_000.0;
            let end = start + stay.days;
            present += (end.min(self.window) - start.max(0.0)).max(0.0);
            arrivals += u32::from(window.contains(&start));
            exits += u32::from(stay.left_by.is_some() && window.contains(&end));
        }
        Queue {
            length: present / self.window,
            arrivals: f64::from(arrivals) / self.window,
            days: (arrivals > 0).then(|| present / f64::from(arrivals)),
            net_flow: i64::from(arrivals) - i64::from(exits),
        }
    }

    /// In how many resamples of the deals the first of the ranking comes first.
    fn top_share(&self, stages: &[BottleneckStage], ranking: &[StageId]) -> f64 {
        let ranks: Vec<u32> = self.ladder.steps().map(|(_, rank, _)| rank).collect();
        let mut stops: Vec<(&str, usize, f64)> = self.ways.iter().map(|way| self.stop(way, &ranks, stages)).collect();
        stops.sort_by(|a, b| a.0.cmp(b.0).then(a.1.cmp(&b.1)).then(a.2.total_cmp(&b.2)));
        let stops: Vec<(usize, f64)> = stops.into_iter().map(|(_, place, value)| (place, value)).collect();
        let resamples = (DRAWN_IN_ALL / stops.len().max(1)).clamp(RESAMPLES.1, RESAMPLES.0);
        let mut sums = vec![0.0; stages.len()];
        let firsts = (0..resamples).filter(|resample| {
            sums.fill(0.0);
            for draw in 0..stops.len() {
                let (place, value) = stops[pick(uniform(STREAM, resample * stops.len() + draw), stops.len())];
                sums[place] += value;
            }
            // Of equal sums the lower stage comes first.
            let first = (0..sums.len()).rev().max_by(|a, b| sums[*a].total_cmp(&sums[*b]));
            first.map(|place| stages[place].stage) == ranking.first().copied()
        });
        firsts.count() as f64 / resamples as f64
    }

    /// A deal's id, the place of the stage at which it stops, and the money that stops with it.
    fn stop<'w>(&self, way: &Way<'w>, ranks: &[u32], stages: &[BottleneckStage]) -> (&'w str, usize, f64) {
        let place = ranks.iter().position(|rank| *rank == way.high);
        let stops = |place: &usize| self.is_lost_at(ranks[*place], way) || self.is_stalled[way.index];
        match place.filter(stops) {
            Some(place) => (&way.deal.id, place, way.amount() * stages[place].won_after),
            None => (&way.deal.id, 0, 0.0),
        }
    }
}

/// An amount to the hundredth.
fn grosze(amount: f64) -> f64 {
    (amount * 100.0).round() / 100.0
}
