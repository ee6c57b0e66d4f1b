//! The rows of change logs about one deal in, that deal out: one row a stage entry. They may stand anywhere in any log of
//! the run; they are ordered by their moment, then as they stand. The same stage again is an edit, not a visit.

use crate::model::{Deal, Entered, Moment, SkipReason, StageEntry, StageId};
use crate::recognise::{Layout, Record};

use super::ladder::Says;
use super::sheet::{Row, entry};
use super::state::state_words;
use super::{Run, facts};

/// A stage entry as a row of a log tells it.
pub(super) struct Entry<'a> {
    id: &'a str,
    stage: StageId,
    moment: Moment,
    pub row: Row<'a>,
}

impl<'a> Entry<'a> {
    /// The entry of a row, or why it tells none.
    pub(super) fn of(row: Row<'a>, run: &Run<'_>) -> Result<Self, SkipReason> {
        let (id, moment) = entry(row.record).ok_or(SkipReason::UnreadableEntry)?;
        if !moment.known_by(run.settings.as_of) {
            return Err(SkipReason::AfterAsOf);
        }
        let words = state_words(row.record, Layout::ChangeLog, |_| None);
        match words.decides.and_then(|word| run.ladder.says(word)) {
            Some(Says::Stage(stage)) => Ok(Self { id, stage, moment, row }),
            Some(Says::Open) | None => Err(SkipReason::UnreadableEntry),
        }
    }
}

/// The deal of these entries, of which there is at least one, in the order read.
pub(super) fn deal(mut entries: Vec<Entry<'_>>, run: &Run<'_>) -> Deal {
    let id = entries[0].id.to_owned();
    let at = entries[0].row.at();
    entries.sort_by(|a, b| a.moment.order(b.moment).then(a.row.order.cmp(&b.row.order)));
    let currency = run.settings.template.currency;
    let mut history: Vec<StageEntry> = Vec::new();
    for entry in &entries {
        let value = facts::value(entry.row.record, currency);
        match history.last_mut() {
            Some(last) if last.stage == entry.stage => last.value = value.or(last.value),
            _ => history.push(StageEntry {
                stage: entry.stage,
                entered: Entered::At(entry.moment),
                value,
                at: entry.row.at(),
            }),
        }
    }
    let rows: Vec<Row<'_>> = entries.iter().map(|entry| entry.row).collect();
    let records: Vec<&Record> = rows.iter().map(|row| row.record).collect();
    let deal = facts::deal(&records, at, history, &run.ladder.pipeline, currency);
    Deal { id, custom: run.custom(&rows), ..deal }
}
