//! A book's deals as dated tracks, and as anybody saw them at an earlier moment.

use crate::measure::stay;
use crate::measure::way::{Way, amount};
use crate::model::{Book, DealState, Entered, Moment, Pipeline, StageId, StageKind};

/// A deal whose whole way is dated.
pub(super) struct Track<'a> {
    id: &'a str,
    /// Its place in the book.
    pub deal: usize,
    entries: Vec<Entry>,
    /// Its last known value.
    value: f64,
}

#[derive(Debug, Clone, Copy)]
struct Entry {
    stage: StageId,
    at: Moment,
    value: Option<f64>,
}

/// The deals whose whole way is dated, by their id, and how many undecided deals are not among them.
pub(super) fn tracks<'a>(book: &'a Book, ways: &[Way<'a>]) -> (Vec<Track<'a>>, usize) {
    let mut left_out = 0;
    let mut tracks = Vec::with_capacity(ways.len());
    for way in ways {
        match track(book, way) {
            Some(track) => tracks.push(track),
            None => left_out += usize::from(way.is_undecided()),
        }
    }
    // Deals that share an id are told apart by what they are, not by where they stand.
    tracks.sort_by(|a, b| {
        let first = |track: &Track<'_>| track.entries[0].at.lo();
        a.id.cmp(b.id).then_with(|| first(a).cmp(&first(b))).then_with(|| a.value.total_cmp(&b.value))
    });
    (tracks, left_out)
}

fn track<'a>(book: &'a Book, way: &Way<'a>) -> Option<Track<'a>> {
    if way.is_unplaced_loss() {
        return None;
    }
    let mut entries: Vec<Entry> = Vec::with_capacity(way.deal.history.len());
    for entry in &way.deal.history {
        let Entered::At(at) = entry.entered else { return None };
        if let Some(before) = entries.last() {
            let contradicts = before.at.days_until(at) < 0.0;
            if contradicts || stay::hides_its_end(&book.pipeline, way, before.stage, entry.stage) {
                return None;
            }
        }
        entries.push(Entry { stage: entry.stage, at, value: entry.value.map(amount) });
    }
    Some(Track { id: &way.deal.id, deal: way.index, entries, value: way.amount() })
}

/// A deal as it was known at a moment.
#[derive(Debug, Clone, Copy)]
pub(super) struct Seen<'a> {
    /// Its place in the book.
    pub deal: usize,
    entries: &'a [Entry],
    /// Where it stood.
    pub state: DealState,
    /// When it was won, lost or had vanished.
    pub closed: Option<Moment>,
    /// What it was worth.
    pub value: f64,
}

/// The deals known at a moment, as they were.
pub(super) fn seen<'a>(tracks: &'a [Track<'_>], pipeline: &Pipeline, at: Moment) -> Vec<Seen<'a>> {
    let known = |track: &'a Track<'_>| {
        let entries = &track.entries[..track.entries.partition_point(|entry| entry.at.known_by(at))];
        let last = entries.last()?;
        // Where no row tells an earlier value, the last one stands for it.
        let told = || entries.iter().rev().find_map(|entry| entry.value);
        let value = if entries.len() < track.entries.len() { told().unwrap_or(track.value) } else { track.value };
        let state = state(pipeline, last.stage);
        Some(Seen { deal: track.deal, entries, state, closed: closed(pipeline, entries, state), value })
    };
    tracks.iter().filter_map(known).collect()
}

fn state(pipeline: &Pipeline, stage: StageId) -> DealState {
    match pipeline.stage(stage).kind {
        StageKind::Open => DealState::Open,
        StageKind::Deferred => DealState::Deferred,
        StageKind::Won => DealState::Won,
        StageKind::Lost => DealState::Lost,
        StageKind::Vanished => DealState::Vanished,
    }
}

fn closed(pipeline: &Pipeline, entries: &[Entry], state: DealState) -> Option<Moment> {
    let is_won = |entry: &&Entry| pipeline.stage(entry.stage).kind == StageKind::Won;
    match state {
        DealState::Open | DealState::Deferred => None,
        DealState::Lost | DealState::Vanished => entries.last().map(|entry| entry.at),
        DealState::Won => entries.iter().rev().take_while(is_won).last().map(|entry| entry.at),
    }
}

impl Seen<'_> {
    /// Whether it was still to be decided.
    pub(super) fn is_undecided(&self) -> bool {
        matches!(self.state, DealState::Open | DealState::Deferred)
    }

    /// When it came in.
    pub(super) fn inquiry(&self) -> Moment {
        self.entries[0].at
    }

    /// Whether it came in on the ladder.
    pub(super) fn came_on_the_ladder(&self, pipeline: &Pipeline) -> bool {
        pipeline.stage(self.entries[0].stage).rank.is_some()
    }

    /// The stage it stood in, and since when.
    pub(super) fn stands(&self) -> (StageId, Moment) {
        let last = self.entries[self.entries.len() - 1];
        (last.stage, last.at)
    }

    /// Its stays: stage, start, and end if they had ended.
    pub(super) fn stays(&self) -> impl Iterator<Item = (StageId, Moment, Option<Moment>)> {
        let ends = self.entries.iter().skip(1).map(|entry| Some(entry.at)).chain([None]);
        self.entries.iter().zip(ends).map(|(entry, end)| (entry.stage, entry.at, end))
    }

    /// What it was worth when it first stood in a stage with a value.
    pub(super) fn value_in(&self, stage: StageId) -> Option<f64> {
        let here = self.entries.iter().filter(|entry| entry.stage == stage);
        here.filter_map(|entry| entry.value).find(|value| *value > 0.0)
    }
}
