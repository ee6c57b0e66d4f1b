//! The funnel: how many deals reached each stage, and how many of those that stood there went on.
//!
//! A deal reaches every stage up to its high-water mark `m`, also those it skipped. At risk at stage k are
//! the deals with `e ≤ k ≤ m`: a deal first seen higher up could never have dropped below. Of them, those
//! with `m ≥ k+1` advanced, the others were lost or vanished, or are undecided (open or deferred). The rate is
//! bounded by what the undecided can still do: `A/R` to `(A+U+V)/R`.
//!
//! A lost deal of which no sheet tells where it was lost widens the bounds of every step that it may have
//! taken; no single rate is then given between stages. From inquiry to won nothing changes.
//!
//! "Within N days" is the cumulative incidence of reaching the next stage, from first reaching this one, with
//! losing and vanishing as competing exits and undecided deals censored at as-of (Aalen–Johansen). Its
//! interval is Wilson's when nobody was censored before N, else log(−log) with the variance of Dinse and
//! Larson. It is given only when some deal was followed for N days and nearly all deals are dated.

use super::stats::proportion::{share, wilson};
use super::stats::survival::{Curve, Exit};
use super::way::{MOST_DATED, Way};
use super::{Funnel, FunnelStage, Overall, Step, Within};
use crate::model::{Book, DealState, Moment, Purse, StageId};

/// Measures the funnel. Horizons are in days.
pub(super) fn funnel(book: &Book, ways: &[Way<'_>], horizons: &[u32]) -> Funnel {
    let ladder = Ladder::of(book);
    Funnel {
        stages: (0..ladder.rungs.len()).map(|place| ladder.stage(place, ways, horizons)).collect(),
        overall: ladder.overall(ways, horizons),
        losses_unplaced: unplaced(ways).count(),
        off_ladder: ways.iter().filter(|way| way.entry == 0).count(),
    }
}

/// The rungs from the first stage to won, with their ranks.
struct Ladder<'a> {
    book: &'a Book,
    rungs: Vec<(StageId, u32)>,
    top: u32,
}

impl<'a> Ladder<'a> {
    fn of(book: &'a Book) -> Self {
        let rungs = book.pipeline.ladder().into_iter();
        let rungs = rungs.filter_map(|id| book.pipeline.stage(id).rank.map(|rank| (id, rank))).collect();
        Self { book, rungs, top: book.pipeline.won_rank().unwrap_or(u32::MAX) }
    }

    fn stage(&self, place: usize, ways: &[Way<'_>], horizons: &[u32]) -> FunnelStage {
        let (stage, rank) = self.rungs[place];
        let on_rung = |id: StageId| self.rank_of(id) == Some(rank);
        let reached = || ways.iter().filter(|way| way.entry > 0 && way.high >= rank);
        let here_now = || ways.iter().filter(|way| on_rung(way.deal.stage()));
        FunnelStage {
            stage,
            rank,
            reached: reached().count(),
            joined_here: ways.iter().filter(|way| place > 0 && way.entry == rank).count(),
            visited: ways.iter().filter(|way| way.deal.history.iter().any(|entry| on_rung(entry.stage))).count(),
            here_now: here_now().count(),
            here_now_value: here_now().filter_map(Way::value).collect(),
            value_reached: reached().filter_map(Way::value).collect::<Purse>(),
            step: self.rungs.get(place + 1).map(|(_, next)| self.step(rank, *next, ways, horizons)),
        }
    }

    fn step(&self, rank: u32, next: u32, ways: &[Way<'_>], horizons: &[u32]) -> Step {
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
        let rate_high = if next == self.top {
            share(open_ended, at_risk).or(rate_low)
        } else {
            share(open_ended + unplaced_here + unplaced_below, at_risk + unplaced_below)
        };
        let all_placed = unplaced(ways).next().is_none();
        let decided = if all_placed { advanced + lost } else { 0 };
        let times = || Followed::of(risk.iter().map(|way| self.time_to(rank, next, way)));
        Step {
            at_risk,
            advanced,
            lost,
            vanished,
            undecided,
            unplaced: unplaced_here,
            rate_low,
            rate_high,
            rate_settled: share(advanced, decided),
            rate_settled_ci: wilson(advanced, decided),
            within: within(all_placed.then(times).flatten().as_ref(), horizons),
        }
    }

    fn overall(&self, ways: &[Way<'_>], horizons: &[u32]) -> Overall {
        let first = self.rungs.first().map_or(u32::MAX, |(_, rank)| *rank);
        let began: Vec<&Way<'_>> = ways.iter().filter(|way| way.entry == first).collect();
        let count = |state| began.iter().filter(|way| way.state == state).count();
        let (n, won, lost) = (began.len(), count(DealState::Won), count(DealState::Lost));
        let vanished = count(DealState::Vanished);
        Overall {
            n,
            won,
            lost,
            vanished,
            undecided: n - won - lost - vanished,
            rate_low: share(won, n),
            rate_high: share(n - lost, n),
            rate_settled: share(won, won + lost),
            rate_settled_ci: wilson(won, won + lost),
            within: within(Followed::of(began.iter().map(|way| self.time_to_win(way))).as_ref(), horizons),
        }
    }

    /// Days from first reaching a rank to first reaching the next, and how it ended; none without dates.
    fn time_to(&self, rank: u32, next: u32, way: &Way<'_>) -> Option<(f64, Exit)> {
        if way.deal.jumped_over(rank, &self.book.pipeline) || way.deal.jumped_over(next, &self.book.pipeline) {
            return None;
        }
        let start = way.deal.reached(rank, &self.book.pipeline)??;
        match way.deal.reached(next, &self.book.pipeline) {
            Some(advanced) => span(start, advanced?, Exit::Event),
            None => self.time_to_end(start, way),
        }
    }

    /// Days from inquiry to the final win, and how it ended; none without dates.
    fn time_to_win(&self, way: &Way<'_>) -> Option<(f64, Exit)> {
        let start = way.deal.inquiry()?;
        if way.state == DealState::Won { span(start, way.closed?, Exit::Event) } else { self.time_to_end(start, way) }
    }

    /// Days until the deal was lost or vanished, or until as-of. An undated loss is taken at the last moment
    /// that it can have happened: leaving it out would flatter the rate.
    fn time_to_end(&self, start: Moment, way: &Way<'_>) -> Option<(f64, Exit)> {
        match way.state {
            DealState::Lost | DealState::Vanished => {
                span(start, way.closed.unwrap_or(self.book.as_of), Exit::Competing)
            }
            DealState::Open | DealState::Deferred | DealState::Won => span(start, self.book.as_of, Exit::Censored),
        }
    }

    /// The rung of a stage; after-sales stages stand on the won rung.
    fn rank_of(&self, id: StageId) -> Option<u32> {
        self.book.pipeline.stage(id).rank.map(|rank| rank.min(self.top))
    }
}

/// Lost deals on the ladder of which no sheet tells where they were lost.
fn unplaced<'a, 'b>(ways: &'a [Way<'b>]) -> impl Iterator<Item = &'a Way<'b>> {
    ways.iter().filter(|way| way.entry > 0 && way.is_unplaced_loss())
}

/// A span of days; none when the dates contradict each other.
fn span(start: Moment, end: Moment, exit: Exit) -> Option<(f64, Exit)> {
    let days = start.days_until(end);
    (days >= 0.0).then_some((days, exit))
}

/// Deals followed over time.
struct Followed {
    observed: Vec<(f64, Exit)>,
    curve: Curve,
}

impl Followed {
    /// The dated ones of these deals; none when too many are undated to speak for all.
    fn of(times: impl ExactSizeIterator<Item = Option<(f64, Exit)>>) -> Option<Self> {
        let all = times.len();
        let observed: Vec<(f64, Exit)> = times.flatten().collect();
        let enough = observed.len() as f64 >= MOST_DATED * all as f64;
        enough.then(|| Self { curve: Curve::new(&observed), observed })
    }

    /// The rate within a horizon; none when nobody was followed that long.
    fn within(&self, horizon: u32) -> Option<Within> {
        let days = f64::from(horizon);
        let count = |wanted: &dyn Fn(f64, Exit) -> bool| {
            self.observed.iter().filter(|(time, exit)| wanted(*time, *exit)).count()
        };
        let at_risk_at_h = count(&|time, _| time >= days);
        if at_risk_at_h == 0 {
            return None;
        }
        let n = self.observed.len();
        let censored_before = count(&|time, exit| exit == Exit::Censored && time < days);
        let interval = if censored_before == 0 {
            wilson(count(&|time, exit| exit == Exit::Event && time <= days), n)
        } else {
            self.curve.incidence_interval(days)
        };
        Some(Within {
            rate: self.curve.incidence_at(days),
            ci: (interval.map(|ci| ci.lo), interval.map(|ci| ci.hi)),
            n,
            censored_before,
            at_risk_at_h,
        })
    }
}

fn within(followed: Option<&Followed>, horizons: &[u32]) -> Vec<(u32, Option<Within>)> {
    horizons.iter().map(|horizon| (*horizon, followed.and_then(|deals| deals.within(*horizon)))).collect()
}
