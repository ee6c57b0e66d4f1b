//! Copies of one sheet in, what changed between them out: a stage that is another one in the later copy was entered
//! between the two, and a deal that a later copy no longer has is gone.

use std::collections::BTreeSet;

use crate::model::{Deal, Entered, Moment, StageEntry, StageId, StageKind};
use crate::recognise::NameSays;

use super::ladder::Ladder;
use super::related::Spoken;
use super::row::stage_told;
use super::sheet::Sheet;

/// When the copies of a run were made, in order.
pub(super) fn moments(sheets: &[Sheet<'_>]) -> Vec<Moment> {
    let mut moments: Vec<Moment> = sheets
        .iter()
        .filter_map(|sheet| match sheet.table.name_says {
            Some(NameSays::Copy(moment)) => Some(moment),
            _ => None,
        })
        .collect();
    moments.sort_by(|a, b| a.order(*b));
    moments.dedup();
    moments
}

/// Whether a deal stands in an earlier copy and not in the newest one.
pub(super) fn any_gone(sheets: &[Sheet<'_>]) -> bool {
    let Some(newest) = moments(sheets).pop() else { return false };
    let deals = |is_newest: bool| -> BTreeSet<&str> {
        let records = sheets.iter().flat_map(|sheet| &sheet.table.records);
        let seen = records.filter(|record| record.seen.is_some_and(|seen| (seen == newest) == is_newest));
        seen.filter_map(|record| record.deal.as_deref()).collect()
    };
    deals(false).difference(&deals(true)).next().is_some()
}

/// The deal with the changes between the copies that have it; its rows are in the order of time.
pub(super) fn seen(deal: Deal, told: &[Spoken<'_>], copies: &[Moment], ladder: &Ladder) -> Deal {
    let mut history = Vec::with_capacity(deal.history.len());
    history.extend(deal.history.first().cloned());
    let dated = |stage: StageId| deal.history.iter().find(|entry| entry.stage == stage).map(|entry| entry.entered);
    let mut before: Option<(StageId, Moment)> = None;
    for row in told {
        let (Some(stage), Some(at)) = (stage_told(row.record, row.sheet.table.layout, ladder), row.record.seen) else {
            continue;
        };
        let entered = match (dated(stage), before) {
            (Some(known @ Entered::At(_)), _) => known,
            (_, Some((_, earlier))) => Entered::Between(earlier, at),
            (_, None) => Entered::Unknown,
        };
        if history.last().is_none_or(|last: &StageEntry| last.stage != stage) {
            history.push(StageEntry { stage, entered, value: None, at: row.sheet.row(row.record) });
        }
        before = Some((stage, at));
    }
    // Dates of stages that no copy saw, and the closing, stand in the newest copy.
    for entry in &deal.history {
        if history.iter().all(|known| known.stage != entry.stage) {
            let place = history.iter().position(|known| ladder.rank(known.stage) > ladder.rank(entry.stage));
            history.insert(place.unwrap_or(history.len()), entry.clone());
        }
    }
    if let Some(last) = history.last_mut() {
        last.value = deal.value;
    }
    let last_seen = told.iter().filter_map(|row| row.record.seen).next_back();
    let gone = last_seen.and_then(|seen| Some((seen, *copies.iter().find(|copy| seen.order(**copy).is_lt())?)));
    let undecided =
        history.last().is_some_and(|entry| matches!(ladder.kind(entry.stage), StageKind::Open | StageKind::Deferred));
    if let (Some((seen, missed)), Some(vanished), true) = (gone, ladder.vanished, undecided) {
        let at = deal.at.clone();
        history.push(StageEntry { stage: vanished, entered: Entered::Between(seen, missed), value: None, at });
    }
    Deal { history, ..deal }
}
