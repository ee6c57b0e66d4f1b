//! Copies of one sheet in, what changed between them out: a stage that is another one in the later copy was entered
//! between the two, and a deal that a later copy no longer has is gone.
//!
//! The newest copy tells the facts, but what does not change by itself, the inquiry and the source, is told by the oldest.
//! A date in a cell is used where it lies between the two copies; a date outside contradicts what the copies show. How a
//! deal stood in the first copy that has it, it stood since some moment between its inquiry and that copy.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic, Word};
use crate::model::{Deal, Entered, Moment, StageEntry, StageId, StageKind, Stand};
use crate::recognise::NameSays;
use crate::recognise::fold::fold;

use super::Run;
use super::sheet::{Row, Sheet, is_made_by};

/// When the copies of each series were made, in order.
#[derive(Default)]
pub(super) struct Copies(BTreeMap<usize, Vec<Moment>>);

impl Copies {
    /// The copies known at as-of.
    pub(super) fn of(sheets: &[Sheet<'_>], as_of: Moment) -> Self {
        let mut copies: BTreeMap<usize, Vec<Moment>> = BTreeMap::new();
        for sheet in sheets {
            if let (Some(NameSays::Copy(moment)), Some(series)) = (&sheet.table.name_says, sheet.series)
                && sheet.table.records.iter().all(|record| is_made_by(record, as_of))
            {
                copies.entry(series).or_default().push(*moment);
            }
        }
        for moments in copies.values_mut() {
            moments.sort_by(|a, b| a.order(*b));
            moments.dedup();
        }
        Self(copies)
    }

    /// When the copies were made, of all series, in order.
    pub(super) fn moments(&self) -> Vec<Moment> {
        let mut moments: Vec<Moment> = self.0.values().flatten().copied().collect();
        moments.sort_by(|a, b| a.order(*b));
        moments.dedup();
        moments
    }

    /// The copy after the last one that has a row.
    fn next(&self, row: &Row<'_>) -> Option<Moment> {
        let (seen, series) = (row.record.seen?, row.sheet.series?);
        self.0.get(&series)?.iter().copied().find(|copy| seen.order(*copy).is_lt())
    }

    /// The copy before the first one that has a row.
    fn previous(&self, row: &Row<'_>) -> Option<Moment> {
        let (seen, series) = (row.record.seen?, row.sheet.series?);
        self.0.get(&series)?.iter().rev().copied().find(|copy| copy.order(seen).is_lt())
    }
}

/// The rows that tell the facts of a deal: of several copies the newest alone, and the earlier ones apart, in order.
pub(super) fn part<'a>(rows: &[Row<'a>]) -> (Vec<Row<'a>>, Vec<Row<'a>>) {
    let newest = rows.iter().filter_map(|row| row.record.seen).max_by(|a, b| a.order(*b));
    rows.iter().partition(|row| row.record.seen == newest || row.record.seen.is_none())
}

/// The deal with the changes between the copies that have it: as each earlier copy tells it, then as the newest does.
/// `first` is its row in the first of them.
pub(super) fn changes(earlier: &[(Moment, Deal)], newest: (Moment, Deal), first: &Row<'_>, run: &mut Run<'_>) -> Deal {
    let ladder = run.ladder;
    let mut history: Vec<StageEntry> = Vec::new();
    let mut before: Option<Moment> = None;
    for (seen, deal) in earlier.iter().chain([&newest]) {
        match before {
            None => history.clone_from(&deal.history),
            Some(before) => add_change(&mut history, deal, before, *seen),
        }
        before = Some(*seen);
    }
    let earlier_closes = closes(earlier, &newest.1);
    let stands = stands(earlier, &newest);
    run.warnings.extend(edited(earlier, &newest.1, ladder.first));
    let source = first_told(earlier, |deal| deal.source.clone()).map(|(_, source)| source);
    let (_, deal) = newest;
    let source = source.or_else(|| deal.source.clone());
    if history[0].entered == Entered::Unknown
        && let Some(inquiry) = deal.inquiry()
        && history.iter().find_map(|entry| entry.entered.moment()).is_none_or(|next| inquiry.order(next).is_le())
    {
        history[0].entered = Entered::At(inquiry);
    }
    let previous = run.copies.previous(first);
    date_first_copy(&mut history, stands[0].seen, previous, stands[0].stage);
    if let Some(last) = history.last_mut() {
        last.value = deal.value;
    }
    // A copy that still had it open tells the stage in which it was lost.
    let was_open = |(_, deal): &(Moment, Deal)| ladder.pipeline.stage(deal.stage()).kind == StageKind::Open;
    let way_known = deal.way_known || earlier.iter().any(was_open);
    let known_from = (previous.is_none() && !deal.stages_kept).then_some(stands[0].seen);
    Deal { source, history, way_known, earlier_closes, stands, known_from, ..deal }
}

/// Where the copy that first has a deal does not tell since when it stands so: after its inquiry and not later than that
/// copy; of a deal that the copy before did not have, also after that one.
fn date_first_copy(history: &mut [StageEntry], seen: Moment, previous: Option<Moment>, stage: StageId) {
    let Some(place) = history.iter().position(|entry| entry.stage == stage && entry.entered == Entered::Unknown) else {
        return;
    };
    let known = history[..place].iter().rev().find_map(|entry| entry.entered.moment());
    let came = known.filter(|known| known.date() <= seen.date());
    let entered = match (came, previous) {
        (Some(came), _) if came.date() == seen.date() => Entered::At(came),
        (Some(came), Some(previous)) if previous.date() <= came.date() => Entered::Between(came, seen),
        (Some(came), _) => Entered::BeforeCopies(came, seen),
        (None, Some(previous)) if known.is_none() => Entered::Between(previous, seen),
        (None, _) => return,
    };
    let untold = history[..place].iter().all(|entry| entry.entered == Entered::Unknown);
    history[place].entered = entered;
    if untold && matches!(entered, Entered::Between(..)) {
        history[..place].iter_mut().for_each(|entry| entry.entered = entered);
    }
}

/// How the deal stood in its copies, each change once.
fn stands(earlier: &[(Moment, Deal)], newest: &(Moment, Deal)) -> Vec<Stand> {
    let mut stands: Vec<Stand> = Vec::new();
    for (seen, deal) in earlier.iter().chain([newest]) {
        let stand = Stand {
            seen: *seen,
            stage: deal.stage(),
            value: deal.value,
            owner: deal.owner.clone(),
            expected_close: deal.expected_close,
            at: deal.at.clone(),
        };
        if stands.last().is_none_or(|last| !last.is_as_in(&stand)) {
            stands.push(stand);
        }
    }
    stands
}

/// Remarks on what does not change by itself, and yet was another in an earlier copy: the day of the inquiry, and the
/// source. The earliest counts.
fn edited(earlier: &[(Moment, Deal)], newest: &Deal, first: StageId) -> Vec<Diagnostic> {
    let inquiry = |deal: &Deal| deal.inquiry().filter(|_| deal.history[0].stage == first).map(Moment::date);
    let source = |deal: &Deal| deal.source.clone();
    let remark = |fact: &'static str, seen: Moment, before: Word, after: Word| {
        let remark = Diagnostic::new(Code::FactEdited).at(newest.at.clone()).with("fact", Word::term(fact));
        remark.with("before", before).with("after", after).with("day", seen.date())
    };
    let mut remarks = Vec::new();
    if let Some(((seen, before), after)) = first_told(earlier, inquiry).zip(inquiry(newest))
        && before != after
    {
        remarks.push(remark("fact-inquiry", seen, before.into(), after.into()));
    }
    if let Some(((seen, before), after)) = first_told(earlier, source).zip(source(newest))
        && fold(&before) != fold(&after)
    {
        remarks.push(remark("fact-source", seen, before.into(), after.into()));
    }
    remarks
}

/// What the earliest copy tells that tells it at all, and when that was.
fn first_told<T>(earlier: &[(Moment, Deal)], tell: impl Fn(&Deal) -> Option<T>) -> Option<(Moment, T)> {
    earlier.iter().find_map(|(seen, deal)| Some((*seen, tell(deal)?)))
}

/// The expected closes before the present one, as the copies told them one after the other.
fn closes(earlier: &[(Moment, Deal)], newest: &Deal) -> Vec<Moment> {
    let of_copies = earlier.iter().filter_map(|(_, deal)| deal.expected_close);
    let original = earlier.iter().map(|(_, deal)| deal).chain([newest]).find_map(|deal| deal.earlier_closes.first());
    let mut closes: Vec<Moment> = original.copied().into_iter().chain(of_copies).chain(newest.expected_close).collect();
    closes.dedup_by_key(|close| close.date());
    if newest.expected_close.is_some() {
        closes.pop();
    }
    closes
}

/// Adds what a copy tells that the one before did not.
fn add_change(history: &mut Vec<StageEntry>, deal: &Deal, before: Moment, seen: Moment) {
    let between = |entry: &StageEntry| entry.entered.moment().filter(|at| before.date() <= at.date());
    let known = history.last().map(|entry| entry.stage);
    let present = deal.history.last().expect("a deal has at least one stage entry");
    if known == Some(present.stage) {
        return;
    }
    // Stages that were passed between the copies, with their dates.
    let mut after_passed = before;
    for entry in &deal.history[..deal.history.len() - 1] {
        let is_new = history.iter().all(|old| old.stage != entry.stage);
        let after = history.iter().filter_map(|old| old.entered.moment()).next_back();
        let in_order = between(entry).is_some_and(|at| after.is_none_or(|after| after.order(at).is_le()));
        if is_new && in_order {
            after_passed = entry.entered.moment().filter(|at| before.order(*at).is_lt()).unwrap_or(after_passed);
            history.push(entry.clone());
        }
    }
    let entered = between(present).map_or(Entered::Between(after_passed, seen), Entered::At);
    history.push(StageEntry { entered, ..present.clone() });
}

/// The deal, gone when a later copy of its sheet no longer has it and it was not decided.
pub(super) fn gone(mut deal: Deal, newest: &Row<'_>, run: &Run<'_>) -> Deal {
    let missed = run.copies.next(newest);
    if let (Some(seen), Some(missed), Some(vanished)) = (newest.record.seen, missed, run.ladder.vanished)
        && !run.ladder.is_closed(deal.stage())
    {
        let at = newest.at();
        deal.history.push(StageEntry { stage: vanished, entered: Entered::Between(seen, missed), value: None, at });
    }
    deal
}
