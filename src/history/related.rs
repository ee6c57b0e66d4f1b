//! Rows of several sheets or files that speak of one deal in, that deal out.
//!
//! Tables of deals are merged into one row first ([`merge`]), the newest or the fullest having the last word on where
//! the deal stands. A change log beside them tells the way, and calls and meetings date what no column dates
//! ([`activity`]). Copies of one sheet tell changes between two days ([`copies`]). Every row stays in
//! [`Deal::rows`], and no deal counts twice.
//!
//! [`merge`]: super::merge
//! [`activity`]: super::activity
//! [`copies`]: super::copies

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Deal, Entered, SkipReason, StageEntry, StageId, StageKind};
use crate::recognise::{Layout, Record};

use super::row::{self, Habits};
use super::sheet::Sheet;
use super::{Order, Rows, activity, copies, log, merge};

/// A row that speaks of a deal.
#[derive(Clone, Copy)]
pub(super) struct Spoken<'a> {
    pub(super) order: Order,
    pub(super) sheet: &'a Sheet<'a>,
    pub(super) record: &'a Record,
}

/// Adds the deals of rows that speak of one deal together.
pub(super) fn read(sheets: &[Sheet<'_>], rows: &mut Rows<'_>) {
    let mut deals: BTreeMap<&str, Vec<Spoken<'_>>> = BTreeMap::new();
    for (place, sheet) in sheets.iter().enumerate() {
        for (index, record) in sheet.table.records.iter().enumerate() {
            if let Some(deal) = &record.deal {
                let order = Order { sheet: place, record: index };
                deals.entry(deal).or_default().push(Spoken { order, sheet, record });
            }
        }
    }
    if deals.is_empty() {
        return;
    }
    let habits: Vec<Habits> = sheets.iter().map(|sheet| Habits::of(sheet, rows)).collect();
    let copies = copies::moments(sheets);
    let mut dated = activity::Dated::default();
    for spoken in deals.into_values() {
        one(&spoken, &habits, &copies, &mut dated, rows);
    }
    rows.warnings.extend(dated.remarks());
}

/// Adds the deal of these rows, or skips them, each with its reason.
fn one(
    spoken: &[Spoken<'_>],
    habits: &[Habits],
    copies: &[crate::model::Moment],
    dated: &mut activity::Dated,
    rows: &mut Rows<'_>,
) {
    let of = |layout: fn(Layout) -> bool| -> Vec<Spoken<'_>> {
        spoken.iter().copied().filter(|row| layout(row.sheet.table.layout)).collect()
    };
    let activities = of(|layout| layout == Layout::Activities);
    let told = of(|layout| !matches!(layout, Layout::Activities | Layout::ChangeLog));
    let mut entries = Vec::new();
    let mut skipped = Vec::new();
    for row in of(|layout| layout == Layout::ChangeLog) {
        match log::Row::of(row.sheet, row.record, row.order, rows) {
            Ok(entry) => entries.push(entry),
            Err(reason) => skipped.push(reason),
        }
    }
    let way = (!entries.is_empty()).then(|| log::deal(entries, rows));
    let row = of_rows(&told, &activities, way.is_some(), habits, copies, dated, rows);
    let deal = match (way, row) {
        (Some(way), Some(Ok(row))) => Some(combined(way, row, &told, rows)),
        (Some(way), _) => Some(activity::noted(way, &activities, rows.settings.as_of)),
        (None, Some(Ok(row))) => Some(row),
        (None, Some(Err(reason))) => {
            skipped.extend(spoken.iter().skip(skipped.len()).map(|_| reason));
            None
        }
        (None, None) => {
            skipped.extend(activities.iter().map(|_| SkipReason::NoSuchDeal));
            None
        }
    };
    for reason in &skipped {
        rows.skip(*reason);
    }
    if let Some(deal) = deal {
        rows.tally.history_rows += spoken.len() - skipped.len() - 1;
        let places = spoken.iter().map(|row| row.sheet.row(row.record)).collect();
        rows.deals.push((spoken[0].order, Deal { rows: places, ..deal }));
    }
}

/// The deal of the rows of tables of deals, or why they hold none; nothing when there is no such row.
fn of_rows(
    told: &[Spoken<'_>],
    activities: &[Spoken<'_>],
    has_log: bool,
    habits: &[Habits],
    copies: &[crate::model::Moment],
    dated: &mut activity::Dated,
    rows: &mut Rows<'_>,
) -> Option<Result<Deal, SkipReason>> {
    let told = merge::in_order(told);
    let main = *told.last()?;
    let mut record = merge::merged(&told, rows.ladder);
    activity::add(&mut record, activities, has_log, rows, dated);
    let custom = merge::custom(&told, &rows.settings.template.shown);
    let deal = row::deal(main.sheet, &record, &habits[main.order.sheet], rows);
    let deal = deal.map(|deal| Deal { custom, ..deal });
    if told.iter().any(|row| row.record.seen.is_some()) {
        return Some(deal.map(|deal| copies::seen(deal, &told, copies, rows.ladder)));
    }
    Some(deal)
}

/// The deal whose way a log tells and whose facts a table of deals.
fn combined(way: Deal, row: Deal, told: &[Spoken<'_>], rows: &mut Rows<'_>) -> Deal {
    let ladder = rows.ladder;
    let mut history = way.history;
    begin_with_inquiry(&mut history, &row, ladder.first);
    end_with_present(&mut history, &row);
    let (last, present) = (history.last().map(|entry| entry.stage), row.history.last());
    if let (Some(last), Some(present)) = (last, present)
        && last != present.stage
    {
        let closed = |stage| matches!(ladder.kind(stage), StageKind::Won | StageKind::Lost);
        let further = match (closed(present.stage), closed(last)) {
            (true, _) => true,
            (false, false) => {
                ladder.kind(present.stage) == StageKind::Open && ladder.rank(present.stage) > ladder.rank(last)
            }
            (false, true) => false,
        };
        let row_tells = told.iter().any(|row| row.record.stage.is_some() || row.record.outcome.is_some());
        if row_tells {
            let name = |stage: StageId| {
                let stage = ladder.pipeline.stage(stage);
                stage.words.first().map_or_else(|| stage.name_en.clone(), |(word, _)| word.clone())
            };
            rows.warnings.push(
                Diagnostic::new(Code::StageDisagrees)
                    .at(present.at.clone())
                    .with("word", name(present.stage))
                    .with("other", name(last)),
            );
        }
        if further && (row_tells || closed(present.stage)) {
            let newest = history.iter().rev().find_map(|entry| entry.entered.moment());
            let fits = |entered: &Entered| match (entered.moment(), newest) {
                (Some(entered), Some(newest)) => newest.order(entered).is_le(),
                _ => true,
            };
            let entered = Some(present.entered).filter(fits).unwrap_or(Entered::Unknown);
            history.push(StageEntry { entered, ..present.clone() });
        }
    }
    Deal {
        history,
        way_known: true,
        stages_kept: true,
        name: row.name.or(way.name),
        company: row.company.or(way.company),
        contact: row.contact.or(way.contact),
        phone: row.phone.or(way.phone),
        email: row.email.or(way.email),
        owner: row.owner.or(way.owner),
        source: row.source.or(way.source),
        campaign: row.campaign.or(way.campaign),
        value: row.value.or(way.value),
        lost_reason: row.lost_reason.or(way.lost_reason),
        next_step: row.next_step.or(way.next_step),
        next_step_on: row.next_step_on.or(way.next_step_on),
        expected_close: row.expected_close.or(way.expected_close),
        last_activity: row.last_activity.or(way.last_activity),
        notes: row.notes.or(way.notes),
        ..row
    }
}

/// The day of the inquiry begins the history when it is earlier than the log.
fn begin_with_inquiry(history: &mut Vec<StageEntry>, row: &Deal, first: StageId) {
    let (Some(inquiry), Some(begins)) = (row.inquiry(), history.first()) else { return };
    let earlier = begins.entered.moment().is_none_or(|begins| inquiry.order(begins).is_lt());
    let entry = StageEntry { stage: first, entered: Entered::At(inquiry), value: None, at: row.at.clone() };
    if begins.stage != first && earlier {
        history.insert(0, entry);
    } else if begins.stage == first && earlier {
        history[0].entered = entry.entered;
    }
}

/// Of entries at the last moment of a log, which tells no order among them, the present stage is the last.
fn end_with_present(history: &mut [StageEntry], row: &Deal) {
    let Some(last) = history.last().and_then(|entry| entry.entered.moment()) else { return };
    let present = row.stage();
    let tied = history.iter().rposition(|entry| entry.stage == present && entry.entered.moment() == Some(last));
    if let Some(place) = tied {
        history[place..].rotate_left(1);
    }
}
