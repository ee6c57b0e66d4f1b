//! Stays: a stay is one continuous visit of one deal to one stage, in days, with the way it ended. A deal
//! that returns to a stage stays there a second time.

use super::Cause;
use super::stats::survival::Exit;
use super::way::Way;
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
}

/// The stays in every stage; places are those of [`Pipeline::stages`]. Won and lost stages have none.
pub(super) fn stays(book: &Book, ways: &[Way<'_>]) -> Vec<Stays> {
    let mut by_stage = vec![Stays::default(); book.pipeline.stages.len()];
    for way in ways {
        for place in 0..way.deal.history.len() {
            let id = way.deal.history[place].stage;
            if matches!(book.pipeline.stage(id).kind, StageKind::Open | StageKind::Deferred) {
                let StageId(stage) = id;
                let first = way.deal.history[..place].iter().all(|before| before.stage != id);
                by_stage[stage].all += 1;
                by_stage[stage].deals += usize::from(first);
                by_stage[stage].dated.extend(stay(book, way, place));
            }
        }
    }
    by_stage
}

/// The stay that begins with this entry of the history; none without dates, when they contradict, or when the
/// deal went on by a way that no sheet tells.
fn stay(book: &Book, way: &Way<'_>, place: usize) -> Option<Stay> {
    let entry = &way.deal.history[place];
    let next = way.deal.history.get(place + 1);
    if way.is_unplaced_loss() && place + 2 == way.deal.history.len() {
        return None;
    }
    if next.is_some_and(|next| hides_its_end(&book.pipeline, way, entry.stage, next.stage)) {
        return None;
    }
    let start = entry.entered.moment()?;
    let end = next.map_or(Some(book.as_of), |next| next.entered.moment())?;
    let days = start.days_until(end);
    let left_by = next.map(|next| cause(&book.pipeline, entry.stage, next.stage));
    (days >= 0.0).then(|| Stay { start, days, left_by, to_end: to_end(book.as_of, way, start) })
}

/// Whether the deal may have left the first stage for one between it and the second, which no sheet keeps.
pub(super) fn hides_its_end(pipeline: &Pipeline, way: &Way<'_>, from: StageId, to: StageId) -> bool {
    match (pipeline.stage(from).rank, pipeline.stage(to).rank) {
        (Some(from), Some(to)) => !way.deal.stages_kept && to > from + 1,
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
