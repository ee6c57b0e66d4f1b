//! Change logs in, deals out: one row a stage entry. The rows of one deal may stand anywhere in any log of the run;
//! they are ordered by their moment, then as they stand. The same stage again is an edit, not a visit.

use std::collections::BTreeMap;

use crate::model::{Deal, Entered, Moment, SkipReason, StageEntry, StageId};
use crate::recognise::{Layout, Record};

use super::ladder::Says;
use super::sheet::{Sheet, entry};
use super::state::state_words;
use super::{Order, Rows, facts};

/// Adds the deals of every change log.
pub(super) fn read(sheets: &[Sheet<'_>], rows: &mut Rows<'_>) {
    let mut deals: BTreeMap<&str, Vec<Row<'_>>> = BTreeMap::new();
    for (place, sheet) in sheets.iter().enumerate().filter(|(_, sheet)| sheet.table.layout == Layout::ChangeLog) {
        for (index, record) in sheet.table.records.iter().enumerate().filter(|(_, record)| record.deal.is_none()) {
            match Row::of(sheet, record, Order { sheet: place, record: index }, rows) {
                Ok(row) => deals.entry(row.id).or_default().push(row),
                Err(reason) => rows.skip(reason),
            }
        }
    }
    for entries in deals.into_values() {
        rows.tally.history_rows += entries.len() - 1;
        let order = entries[0].order;
        let deal = deal(entries, rows);
        rows.deals.push((order, deal));
    }
}

/// A stage entry as a row of a log tells it.
pub(super) struct Row<'a> {
    id: &'a str,
    stage: StageId,
    moment: Moment,
    order: Order,
    record: &'a Record,
    sheet: &'a Sheet<'a>,
}

impl<'a> Row<'a> {
    pub(super) fn of(
        sheet: &'a Sheet<'a>,
        record: &'a Record,
        order: Order,
        rows: &Rows<'_>,
    ) -> Result<Self, SkipReason> {
        let (id, moment) = entry(record).ok_or(SkipReason::UnreadableEntry)?;
        if !moment.known_by(rows.settings.as_of) {
            return Err(SkipReason::AfterAsOf);
        }
        let words = state_words(record, Layout::ChangeLog, |_| None);
        match words.decides.and_then(|word| rows.ladder.says(word)) {
            Some(Says::Stage(stage)) => Ok(Self { id, stage, moment, order, record, sheet }),
            Some(Says::Open) | None => Err(SkipReason::UnreadableEntry),
        }
    }
}

/// The deal of these rows, which stand in the order read.
pub(super) fn deal(mut entries: Vec<Row<'_>>, rows: &Rows<'_>) -> Deal {
    let id = entries[0].id.to_owned();
    let places = entries.iter().map(|row| row.sheet.row(row.record)).collect();
    entries.sort_by(|a, b| a.moment.order(b.moment).then(a.order.cmp(&b.order)));
    let currency = rows.settings.template.currency;
    let mut history: Vec<StageEntry> = Vec::new();
    for row in &entries {
        let value = facts::value(row.record, currency);
        match history.last_mut() {
            Some(last) if last.stage == row.stage => last.value = value.or(last.value),
            _ => history.push(StageEntry {
                stage: row.stage,
                entered: Entered::At(row.moment),
                value,
                at: row.sheet.row(row.record),
            }),
        }
    }
    let records: Vec<&Record> = entries.iter().map(|row| row.record).collect();
    Deal { id, ..facts::deal(&records, places, history, &rows.ladder.pipeline, currency) }
}
