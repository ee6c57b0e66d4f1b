//! Copies of one sheet in, what changed between them out: a stage that is another one in the later copy was entered
//! between the two, and a deal that a later copy no longer has is gone.
//!
//! The newest copy tells the facts. A date in a cell is used where it lies between the two copies; a date outside
//! contradicts what the copies show.

use std::collections::BTreeMap;

use crate::model::{Deal, Entered, Moment, StageEntry, StageKind};
use crate::recognise::NameSays;

use super::Run;
use super::ladder::Ladder;
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

    /// The copy after the last one that has a row.
    fn next(&self, row: &Row<'_>) -> Option<Moment> {
        let (seen, series) = (row.record.seen?, row.sheet.series?);
        self.0.get(&series)?.iter().copied().find(|copy| seen.order(*copy).is_lt())
    }
}

/// The rows that tell the facts of a deal: of several copies the newest alone, and the earlier ones apart, in order.
pub(super) fn part<'a>(rows: &[Row<'a>]) -> (Vec<Row<'a>>, Vec<Row<'a>>) {
    let newest = rows.iter().filter_map(|row| row.record.seen).max_by(|a, b| a.order(*b));
    rows.iter().partition(|row| row.record.seen == newest || row.record.seen.is_none())
}

/// The deal with the changes between the copies that have it: as each earlier copy tells it, then as the newest does.
pub(super) fn changes(earlier: &[(Moment, Deal)], newest: (Moment, Deal), ladder: &Ladder) -> Deal {
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
    let (_, deal) = newest;
    if history[0].entered == Entered::Unknown
        && let Some(inquiry) = deal.inquiry()
        && history.iter().find_map(|entry| entry.entered.moment()).is_none_or(|next| inquiry.order(next).is_le())
    {
        history[0].entered = Entered::At(inquiry);
    }
    if let Some(last) = history.last_mut() {
        last.value = deal.value;
    }
    // A copy that still had it open tells the stage in which it was lost.
    let was_open = |(_, deal): &(Moment, Deal)| ladder.pipeline.stage(deal.stage()).kind == StageKind::Open;
    let way_known = deal.way_known || earlier.iter().any(was_open);
    Deal { history, way_known, earlier_closes, ..deal }
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
    for entry in &deal.history[..deal.history.len() - 1] {
        let is_new = history.iter().all(|old| old.stage != entry.stage);
        let after = history.iter().filter_map(|old| old.entered.moment()).next_back();
        let in_order = between(entry).is_some_and(|at| after.is_none_or(|after| after.order(at).is_le()));
        if is_new && in_order {
            history.push(entry.clone());
        }
    }
    let entered = between(present).map_or(Entered::Between(before, seen), Entered::At);
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
