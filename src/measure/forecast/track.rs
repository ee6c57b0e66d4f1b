//! A book's deals as dated tracks, and as anybody saw them at an earlier moment.
//!
//! From copies of a sheet, what was known at a moment is what the copies made by then told: a change is known from the
//! copy on that showed it, and a value is the one that stood in the last copy. A deal that was there in the first copy
//! already goes on from there; its stays teach nothing, as of those like it only the ones that lasted were seen.

use crate::measure::stay;
use crate::measure::visit::visits;
use crate::measure::way::{Way, amount};
use crate::model::{Book, DealState, Entered, Moment, Pipeline, StageId, StageKind, Stand};

/// A deal whose whole way is dated, or all that copies of the sheet saw of it.
pub(super) struct Track<'a> {
    id: &'a str,
    /// Its place in the book.
    pub deal: usize,
    entries: Vec<Entry>,
    /// Its last known value.
    value: f64,
    /// How it stood in copies of the sheet.
    stands: &'a [Stand],
    /// Whether it was seen from its beginning on.
    is_whole: bool,
}

#[derive(Debug, Clone, Copy)]
struct Entry {
    stage: StageId,
    at: Moment,
    /// The moment that showed it.
    shown: Moment,
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
    let deal = way.deal;
    // Between two copies it cannot have stood anywhere for long.
    let lost_between = matches!(way.history.last()?.entered, Entered::Between(..));
    if way.is_unplaced_loss() && !lost_between {
        return None;
    }
    let mut values = deal.history.iter().map(|entry| entry.value.map(amount));
    let mut entries: Vec<Entry> = Vec::with_capacity(deal.history.len());
    for visit in visits(&book.pipeline, way.history, way.stages_kept) {
        let value = if visit.is_hidden { None } else { values.next().flatten() };
        let (at, shown) = match visit.entered {
            Entered::BeforeCopies(..) => continue,
            entered => (visit.at?, entered.shown()?),
        };
        if let Some(before) = entries.last() {
            let contradicts = before.at.days_until(at) < 0.0;
            let passed_unseen = deal.known_from.is_some() && before.at.date() < deal.known_from?.date();
            let hides_its_end = || stay::hides_its_end(&book.pipeline, way, before.stage, visit.stage);
            if contradicts || !passed_unseen && hides_its_end() {
                return None;
            }
        }
        let shown = deal.known_from.filter(|first| shown.order(*first).is_lt()).unwrap_or(shown);
        let in_copy = || deal.stands.iter().rev().find(|stand| stand.seen.known_by(shown))?.value.map(amount);
        entries.push(Entry { stage: visit.stage, at, shown, value: value.or_else(in_copy) });
    }
    // One that still stands where the first copy had it has been there nobody knows how long.
    let stands = entries.last()?.stage == deal.stage();
    let is_whole = deal.known_from.is_none_or(|first| first.date() <= entries[0].at.date());
    stands.then(|| Track {
        id: &deal.id,
        deal: way.index,
        entries,
        value: way.amount(),
        stands: &deal.stands,
        is_whole,
    })
}

/// Whether the deal could not have a track, being there before the first copy of its sheet.
pub(super) fn is_older_than_copies(way: &Way<'_>) -> bool {
    way.known_from.is_some()
        && way.history.iter().any(|entry| matches!(entry.entered, Entered::BeforeCopies(..) | Entered::Unknown))
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
    /// The moment that showed that.
    pub closed_shown: Option<Moment>,
    /// What it was worth.
    pub value: f64,
    /// Whether it was seen from its beginning on, so that others can be held against it.
    pub is_whole: bool,
}

/// The deals known at a moment, as they were.
pub(super) fn seen<'a>(tracks: &'a [Track<'_>], pipeline: &Pipeline, at: Moment) -> Vec<Seen<'a>> {
    let known = |track: &'a Track<'_>| {
        let entries = &track.entries[..track.entries.partition_point(|entry| entry.shown.known_by(at))];
        let last = entries.last()?;
        // Where no row tells an earlier value, the last one stands for it.
        let told = || entries.iter().rev().find_map(|entry| entry.value);
        let in_copies = track.stands.partition_point(|stand| stand.seen.known_by(at));
        let value = match track.stands[..in_copies].last() {
            Some(stand) => stand.value.map_or(0.0, amount),
            None if entries.len() < track.entries.len() => told().unwrap_or(track.value),
            None => track.value,
        };
        let state = state(pipeline, last.stage);
        let closing = closing(pipeline, entries, state);
        Some(Seen {
            deal: track.deal,
            entries,
            state,
            closed: closing.map(|entry| entry.at),
            closed_shown: closing.map(|entry| entry.shown),
            value,
            is_whole: track.is_whole,
        })
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

/// The entry by which it was won, lost or had vanished.
fn closing<'e>(pipeline: &Pipeline, entries: &'e [Entry], state: DealState) -> Option<&'e Entry> {
    let is_won = |entry: &&Entry| pipeline.stage(entry.stage).kind == StageKind::Won;
    match state {
        DealState::Open | DealState::Deferred => None,
        DealState::Lost | DealState::Vanished => entries.last(),
        DealState::Won => entries.iter().rev().take_while(is_won).last(),
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
