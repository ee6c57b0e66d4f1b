//! The rungs from the first stage to won, and the days that deals took from one to another.
//!
//! A span begins when a deal first stands at a rank or above it. It ends with the event asked for, with the deal's
//! loss or vanishing (competing exits), or at as-of (censored: open and deferred deals). An undated loss is taken
//! at as-of, the last moment at which it can have happened: leaving it out would flatter every rate.

use super::followed::Followed;
use super::stats::survival::Exit;
use super::visit::about;
use super::way::Way;
use crate::model::{Book, DealState, Entered, Moment, StageId};

/// The rungs of a book's pipeline with their ranks.
pub(super) struct Ladder<'a> {
    book: &'a Book,
    /// The rungs, from the first to won.
    pub rungs: Vec<(StageId, u32)>,
    /// The rank of won.
    pub top: u32,
    /// For each rung, when each deal of the book first stood there or above.
    reached: Vec<Vec<Reached>>,
}

/// When a deal first stood on a rung or above it.
#[derive(Debug, Clone, Copy)]
enum Reached {
    /// Never so far.
    Never,
    /// No cell tells, or it came past in a jump that hides when.
    Untold,
    At(Moment),
}

impl<'a> Ladder<'a> {
    pub(super) fn of(book: &'a Book, ways: &[Way<'_>]) -> Self {
        let rungs = book.pipeline.ladder().into_iter();
        let rungs: Vec<(StageId, u32)> =
            rungs.filter_map(|id| book.pipeline.stage(id).rank.map(|rank| (id, rank))).collect();
        let reached = reached(book, &rungs, ways);
        Self { book, rungs, top: book.pipeline.won_rank().unwrap_or(u32::MAX), reached }
    }

    /// Each rung but the last, with the rank of the next.
    pub(super) fn steps(&self) -> impl Iterator<Item = (StageId, u32, u32)> {
        self.rungs.windows(2).map(|pair| (pair[0].0, pair[0].1, pair[1].1))
    }

    /// The deals that began on the first rung: all of them could have come all the way.
    pub(super) fn began<'w>(&self, ways: &'w [Way<'w>]) -> impl Iterator<Item = &'w Way<'w>> {
        let first = self.rungs.first().map_or(u32::MAX, |(_, rank)| *rank);
        ways.iter().filter(move |way| way.entry == first)
    }

    /// For each of the steps, the deals at risk there, followed to the next rung.
    pub(super) fn advances(&self, ways: &[Way<'_>]) -> Vec<Option<Followed>> {
        let follow = |(_, rank, next)| {
            let at_risk = ways.iter().filter(|way| way.at_risk(rank));
            Followed::of(at_risk.map(|way| self.time_to(rank, next, way)))
        };
        self.steps().map(follow).collect()
    }

    /// The rung of a stage; after-sales stages stand on the won rung.
    pub(super) fn rank_of(&self, id: StageId) -> Option<u32> {
        self.book.pipeline.stage(id).rank.map(|rank| rank.min(self.top))
    }

    /// The deals that began on the first rung, followed to their win.
    pub(super) fn to_win(&self, ways: &[Way<'_>]) -> Option<Followed> {
        Followed::of(self.began(ways).map(|way| self.time_to_win(way)))
    }

    /// Days from first reaching a rung to first reaching the next, and how it ended; none without dates.
    pub(super) fn time_to(&self, rank: u32, next: u32, way: &Way<'_>) -> Option<(f64, Exit)> {
        let start = self.reached(rank, way)?;
        match self.first_at(next, way) {
            Reached::At(reached) => span(start, reached, Exit::Event),
            Reached::Untold => None,
            Reached::Never => self.time_to_end(start, way),
        }
    }

    /// Days from inquiry to the final win, and how it ended; none without dates.
    pub(super) fn time_to_win(&self, way: &Way<'_>) -> Option<(f64, Exit)> {
        self.time_to_win_since(way.inquiry?, way)
    }

    /// Days from first reaching a rung to the final win, and how it ended; none without dates.
    pub(super) fn time_to_win_from(&self, rank: u32, way: &Way<'_>) -> Option<(f64, Exit)> {
        self.time_to_win_since(self.reached(rank, way)?, way)
    }

    /// When a deal first stood on a rung or above; none without a date.
    pub(super) fn reached(&self, rank: u32, way: &Way<'_>) -> Option<Moment> {
        match self.first_at(rank, way) {
            Reached::At(moment) => Some(moment),
            Reached::Never | Reached::Untold => None,
        }
    }

    fn first_at(&self, rank: u32, way: &Way<'_>) -> Reached {
        let rung = self.rungs.iter().position(|(_, other)| *other == rank).expect("a rank of the ladder");
        self.reached[rung][way.index]
    }

    fn time_to_win_since(&self, start: Moment, way: &Way<'_>) -> Option<(f64, Exit)> {
        if way.state == DealState::Won { span(start, way.closed?, Exit::Event) } else { self.time_to_end(start, way) }
    }

    fn time_to_end(&self, start: Moment, way: &Way<'_>) -> Option<(f64, Exit)> {
        match way.state {
            DealState::Lost | DealState::Vanished => {
                span(start, way.closed.unwrap_or(self.book.as_of), Exit::Competing)
            }
            DealState::Open | DealState::Deferred | DealState::Won => span(start, self.book.as_of, Exit::Censored),
        }
    }
}

/// For each rung, when each deal first stood there or above.
fn reached(book: &Book, rungs: &[(StageId, u32)], ways: &[Way<'_>]) -> Vec<Vec<Reached>> {
    let mut reached = vec![vec![Reached::Never; ways.len()]; rungs.len()];
    for way in ways {
        let mut highest = 0;
        for (place, entry) in way.history.iter().enumerate() {
            let Some(rank) = book.pipeline.stage(entry.stage).rank.filter(|rank| *rank > highest) else { continue };
            let newly = rungs.iter().enumerate().filter(|(_, (_, rung))| (highest + 1..=rank).contains(rung));
            for (rung, (_, passed)) in newly {
                let hides = *passed < rank && !way.stages_kept && !matches!(entry.entered, Entered::Between(..));
                let moment = if hides { None } else { about(&book.pipeline, way.history, way.stages_kept, place) };
                reached[rung][way.index] = moment.map_or(Reached::Untold, Reached::At);
            }
            highest = rank;
        }
    }
    reached
}

/// A span of days; none when the dates contradict each other.
fn span(start: Moment, end: Moment, exit: Exit) -> Option<(f64, Exit)> {
    let days = start.days_until(end);
    (days >= 0.0).then_some((days, exit))
}
