//! Stays: a stay is one continuous visit of one deal to one stage, in days, with the way it ended. A deal
//! that returns to a stage stays there a second time.

use super::stats::survival::Exit;
use super::way::Way;
use crate::model::{Book, DealState, Moment, Pipeline, StageId, StageKind};

/// One dated stay in an open or deferred stage.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stay {
    /// Days in the stage, so far if it lasts.
    pub days: f64,
    /// Whether it ended by advancing (the event), in another way, or lasts.
    pub exit: Exit,
    /// Days from entering the stage to the deal's final win, loss or vanishing, or to as-of; none when an
    /// undated win leaves it open.
    pub to_end: Option<(f64, Exit)>,
}

/// All stays in one stage.
#[derive(Debug, Clone, Default)]
pub(super) struct Stays {
    /// Those with dates.
    pub dated: Vec<Stay>,
    /// How many there are, dated or not.
    pub all: usize,
}

/// The stays in every stage; places are those of [`Pipeline::stages`]. Won and lost stages have none.
pub(super) fn stays(book: &Book, ways: &[Way<'_>]) -> Vec<Stays> {
    let mut by_stage = vec![Stays::default(); book.pipeline.stages.len()];
    for way in ways {
        for place in 0..way.deal.history.len() {
            let StageId(stage) = way.deal.history[place].stage;
            if matches!(book.pipeline.stages[stage].kind, StageKind::Open | StageKind::Deferred) {
                by_stage[stage].all += 1;
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
    let exit = next.map_or(Exit::Censored, |next| exit(&book.pipeline, entry.stage, next.stage));
    (days >= 0.0).then(|| Stay { days, exit, to_end: to_end(book.as_of, way, start) })
}

/// Whether the deal may have left the first stage for one between it and the second, which no sheet keeps.
fn hides_its_end(pipeline: &Pipeline, way: &Way<'_>, from: StageId, to: StageId) -> bool {
    match (pipeline.stage(from).rank, pipeline.stage(to).rank) {
        (Some(from), Some(to)) => !way.deal.stages_kept && to > from + 1,
        _ => false,
    }
}

/// How a stay ends when this stage follows.
fn exit(pipeline: &Pipeline, from: StageId, to: StageId) -> Exit {
    let (from, to) = (pipeline.stage(from), pipeline.stage(to));
    let on_ladder = matches!(to.kind, StageKind::Open | StageKind::Won);
    // Whatever follows a deferred decision on the ladder, it was resumed.
    let advanced = from.kind == StageKind::Deferred || to.rank > from.rank;
    if on_ladder && advanced { Exit::Event } else { Exit::Competing }
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
