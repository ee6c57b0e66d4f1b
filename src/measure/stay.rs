//! Stays: a stay is one continuous visit of one deal to one stage, in days, with the way it ended. A deal
//! that returns to a stage stays there a second time.
//!
//! Stays that began before the first copy of a sheet that keeps the present stage alone are left out: of those only the
//! ones that lasted were seen, and survivors would make the times too long.

use super::Cause;
use super::stats::survival::Exit;
use super::visit::{Visit, visits};
use super::way::{MOST_DATED, Way};
use crate::model::{Book, DealState, Moment, Pipeline, StageId, StageKind};

/// One dated stay in an open or deferred stage.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stay {
    /// When it began.
    pub start: Moment,
    /// Days in the stage, so far if it lasts.
    pub days: f64,
    /// How it ended; none while it lasts.
    pub left_by: Option<Cause>,
    /// Days from entering the stage to the deal's final win, loss or vanishing, or to as-of; none when an
    /// undated win leaves it open.
    pub to_end: Option<(f64, Exit)>,
}

impl Stay {
    /// Advancing is the event, every other way out competes with it.
    pub(super) fn exit(&self) -> Exit {
        match self.left_by {
            Some(Cause::Advance) => Exit::Event,
            Some(_) => Exit::Competing,
            None => Exit::Censored,
        }
    }
}

/// All stays in one stage.
#[derive(Debug, Clone, Default)]
pub(super) struct Stays {
    /// Those with dates.
    pub dated: Vec<Stay>,
    /// How many there are, dated or not.
    pub all: usize,
    /// How many deals they are of.
    pub deals: usize,
    /// Those of all that began before there were copies to see them.
    pub unseen: usize,
    /// Days between the two copies between which a dated stay began or ended, in order; as many as there are such stays.
    gaps: Vec<f64>,
}

impl Stays {
    /// Those that the dated ones are to speak for.
    pub(super) fn seen(&self) -> usize {
        self.all - self.unseen
    }

    /// The usual days between two copies, where more than a few of the stays rest on copies.
    pub(super) fn gap(&self) -> Option<f64> {
        let many = self.gaps.len() as f64 > (1.0 - MOST_DATED) * self.dated.len() as f64;
        self.gaps.get(self.gaps.len() / 2).copied().filter(|_| many)
    }
}

/// The stays in every stage; places are those of [`Pipeline::stages`]. Won and lost stages have none.
pub(super) fn stays(book: &Book, ways: &[Way<'_>]) -> Vec<Stays> {
    let mut by_stage = vec![Stays::default(); book.pipeline.stages.len()];
    for way in ways {
        let visits = visits(&book.pipeline, way.history, way.stages_kept);
        for place in 0..visits.len() {
            let id = visits[place].stage;
            if matches!(book.pipeline.stage(id).kind, StageKind::Open | StageKind::Deferred) {
                let stays = &mut by_stage[id.0];
                stays.all += 1;
                stays.deals += usize::from(visits[..place].iter().all(|before| before.stage != id));
                if began_unseen(way, &visits[place]) {
                    stays.unseen += 1;
                } else if let Some(stay) = stay(book, way, &visits, place) {
                    stays.dated.push(stay);
                    stays.gaps.extend(visits[place..].iter().take(2).filter_map(Visit::gap).max_by(f64::total_cmp));
                }
            }
        }
    }
    for stays in &mut by_stage {
        stays.gaps.sort_by(f64::total_cmp);
    }
    by_stage
}

/// Whether a visit began before the first copy of a sheet that keeps the present stage alone.
fn began_unseen(way: &Way<'_>, visit: &Visit) -> bool {
    let began_before = |first: Moment| visit.at.is_none_or(|at| at.date() < first.date());
    way.known_from.is_some_and(began_before)
}

/// The stay that begins with this visit; none without dates, when they contradict, or when the deal went on by a way
/// that no sheet tells.
fn stay(book: &Book, way: &Way<'_>, visits: &[Visit], place: usize) -> Option<Stay> {
    let visit = &visits[place];
    let next = visits.get(place + 1);
    if way.is_unplaced_loss() && place + 2 == visits.len() {
        return None;
    }
    if next.is_some_and(|next| hides_its_end(&book.pipeline, way, visit.stage, next.stage)) {
        return None;
    }
    let start = visit.at?;
    let end = next.map_or(Some(book.as_of), |next| next.at)?;
    let days = start.days_until(end);
    let left_by = next.map(|next| cause(&book.pipeline, visit.stage, next.stage));
    (days >= 0.0).then(|| Stay { start, days, left_by, to_end: to_end(book.as_of, way, start) })
}

/// Whether the deal may have left the first stage for one between it and the second, which no sheet keeps.
pub(super) fn hides_its_end(pipeline: &Pipeline, way: &Way<'_>, from: StageId, to: StageId) -> bool {
    match (pipeline.stage(from).rank, pipeline.stage(to).rank) {
        (Some(from), Some(to)) => !way.stages_kept && to > from + 1,
        _ => false,
    }
}

/// How a stay ends when this stage follows. Whatever follows a deferred decision on the ladder, it was resumed.
pub(super) fn cause(pipeline: &Pipeline, from: StageId, to: StageId) -> Cause {
    let (from, to) = (pipeline.stage(from), pipeline.stage(to));
    match to.kind {
        StageKind::Lost => Cause::Lost,
        StageKind::Deferred => Cause::Deferred,
        StageKind::Vanished => Cause::Vanished,
        StageKind::Open | StageKind::Won if from.kind == StageKind::Deferred || to.rank > from.rank => Cause::Advance,
        StageKind::Open | StageKind::Won => Cause::Regress,
    }
}

/// The deal's end, counted from `start`. An undated loss is taken at as-of, the last moment it can have
/// happened; an undated win cannot be placed.
fn to_end(as_of: Moment, way: &Way<'_>, start: Moment) -> Option<(f64, Exit)> {
    let (end, exit) = match way.state {
        DealState::Won => (way.closed?, Exit::Event),
        DealState::Lost | DealState::Vanished => (way.closed.unwrap_or(as_of), Exit::Competing),
        DealState::Open | DealState::Deferred => (as_of, Exit::Censored),
    };
    Some((start.days_until(end), exit))
}
