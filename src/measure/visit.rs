//! A deal's history in, its visits out, each with the moment at which it is taken to have begun.
//!
//! A date in a cell is that moment. A change seen between two copies of the sheet happened somewhere between them, and
//! open stages that were jumped over were passed there too: all that happened between the same two copies, such stages
//! included, is spread evenly over the time between them. One change lies in the middle, the last of three after three
//! quarters. With midpoints alone, the stages around a jump would last too long.
//!
//! Spread moments are good for durations of several such gaps. They are no facts: promises and the history in report.json
//! keep to what the copies tell.

use chrono::{Days, TimeDelta};

use super::way::Entry;
use crate::model::{Entered, Moment, Pipeline, StageId, StageKind};

/// One visit to a stage.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Visit {
    pub stage: StageId,
    /// What the sheets tell of its beginning.
    pub entered: Entered,
    /// When it is taken to have begun; none when nothing tells.
    pub at: Option<Moment>,
    /// No copy saw it: it was jumped over between two of them.
    pub is_hidden: bool,
}

impl Visit {
    /// Days between the two copies that it began between.
    pub(super) fn gap(&self) -> Option<f64> {
        match self.entered {
            Entered::Between(after, by) => Some(after.days_until(by)),
            Entered::At(_) | Entered::BeforeCopies(..) | Entered::Unknown => None,
        }
    }
}

/// The visits of a history in order. Where the sheet keeps every stage, none is hidden.
pub(super) fn visits(pipeline: &Pipeline, history: &[Entry], stages_kept: bool) -> Vec<Visit> {
    let mut visits: Vec<Visit> = Vec::with_capacity(history.len());
    for entry in history {
        let entered = entry.entered;
        if matches!(entered, Entered::Between(..)) && !stages_kept {
            let from = visits.last().map(|visit| visit.stage);
            let hidden = jumped_over(pipeline, from, entry.stage);
            visits.extend(hidden.map(|stage| Visit { stage, entered, at: None, is_hidden: true }));
        }
        visits.push(Visit { stage: entry.stage, entered, at: entered.moment(), is_hidden: false });
    }
    for between in visits.chunk_by_mut(|a, b| a.entered == b.entered) {
        let Entered::Between(after, by) = between[0].entered else { continue };
        let parts = between.len() as i64 + 1;
        for (part, visit) in (1..).zip(between) {
            visit.at = Some(share_of(after, by, part, parts));
        }
    }
    visits
}

/// When an entry of the history is taken to have happened.
pub(super) fn about(pipeline: &Pipeline, history: &[Entry], stages_kept: bool, place: usize) -> Option<Moment> {
    match history[place].entered {
        Entered::Between(..) => {
            visits(pipeline, history, stages_kept).iter().filter(|visit| !visit.is_hidden).nth(place)?.at
        }
        entered => entered.moment(),
    }
}

/// The entry by which the deal was won, lost or vanished: of closing won stages the first. None while it is undecided.
pub(super) fn closing(pipeline: &Pipeline, history: &[Entry]) -> Option<usize> {
    let kind = |place: usize| pipeline.stage(history[place].stage).kind;
    let last = history.len() - 1;
    match kind(last) {
        StageKind::Open | StageKind::Deferred => None,
        StageKind::Lost | StageKind::Vanished => Some(last),
        StageKind::Won => (0..=last).rev().take_while(|place| kind(*place) == StageKind::Won).last(),
    }
}

/// Open stages between two others of the ladder.
fn jumped_over(pipeline: &Pipeline, from: Option<StageId>, to: StageId) -> impl Iterator<Item = StageId> + '_ {
    let rank_of = |id: StageId| {
        let stage = pipeline.stage(id);
        stage.rank.filter(|_| matches!(stage.kind, StageKind::Open | StageKind::Won))
    };
    let ranks = from.and_then(rank_of).zip(rank_of(to)).map_or(0..0, |(from, to)| from + 1..to);
    let mut between: Vec<(u32, StageId)> = pipeline
        .iter()
        .filter(|(_, stage)| stage.kind == StageKind::Open)
        .filter_map(|(id, stage)| Some((stage.rank.filter(|rank| ranks.contains(rank))?, id)))
        .collect();
    between.sort_unstable();
    between.into_iter().map(|(_, id)| id)
}

/// A moment between two others: so many parts after the first.
fn share_of(after: Moment, by: Moment, part: i64, parts: i64) -> Moment {
    if let (Moment::At(after), Moment::At(by)) = (after, by) {
        return Moment::At(after + TimeDelta::seconds((by - after).num_seconds() * part / parts));
    }
    let days = (by.date() - after.date()).num_days();
    let rounded = (2 * days * part + parts) / (2 * parts);
    Moment::Day(after.date() + Days::new(rounded.unsigned_abs()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;

    fn day(day: u32) -> Moment {
        Moment::Day(NaiveDate::from_ymd_opt(2026, 5, day).expect("a day of May"))
    }

    #[test]
    fn what_happened_between_two_copies_is_spread_over_the_time_between() {
        let spread = |parts: i64| (1..parts).map(|part| share_of(day(8), day(15), part, parts)).collect::<Vec<_>>();
        assert_eq!(spread(2), [day(12)]);
        assert_eq!(spread(4), [day(10), day(12), day(13)]);
        let at = |hour: u32| Moment::At(day(8).date().and_hms_opt(hour, 0, 0).expect("an hour"));
        assert_eq!(share_of(at(8), at(16), 1, 4), at(10));
    }
}
