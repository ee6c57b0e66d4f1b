//! Rows of several tables of deals that speak of one deal in, one row out.
//!
//! The last word has the table that tells most of a deal, and of tables alike the later one. An inquiry is the
//! earliest, a source the first told; everything else is the last told. Where the sheets' names are the stages, the deal
//! stands in the furthest one, and the others count as reached.

use std::sync::Arc;

use crate::model::{Moment, StageKind};
use crate::recognise::{Layout, NameSays, Record};
use crate::template::Field;

use super::ladder::{Ladder, Says};
use super::related::Spoken;

/// The rows in the order in which they have their say; the last one has the last word.
pub(super) fn in_order<'a>(told: &[Spoken<'a>]) -> Vec<Spoken<'a>> {
    let mut told = told.to_vec();
    told.sort_by_key(|row| {
        let time = row.record.seen.map(Moment::lo).or_else(|| match &row.sheet.table.name_says {
            Some(NameSays::Period(_, first_day)) => first_day.map(|day| Moment::Day(day).lo()),
            _ => None,
        });
        (weight(row), time, row.order)
    });
    told
}

/// How much a table tells of deals: a table of leads less than one of deals.
fn weight(row: &Spoken<'_>) -> usize {
    const OF_DEALS: [Field; 8] = [
        Field::Value,
        Field::Name,
        Field::Probability,
        Field::CloseDate,
        Field::ClosedOn,
        Field::WonOn,
        Field::LostOn,
        Field::ExpectedClose,
    ];
    let states = usize::from(row.sheet.table.layout != Layout::Particulars);
    10 * states + OF_DEALS.iter().filter(|field| row.sheet.has(field)).count()
}

/// One row of these, which are in order.
pub(super) fn merged(told: &[Spoken<'_>], ladder: &Ladder) -> Record {
    let records = || told.iter().map(|row| row.record);
    let last = told.last().expect("a deal is made of at least one row").record;
    let mut merged = Record { deal: None, links: Vec::new(), custom: Vec::new(), ..last.clone() };
    macro_rules! last_told {
        ($($field:ident),+) => { $( merged.$field = records().rev().find_map(|record| record.$field.clone()); )+ };
    }
    macro_rules! first_told {
        ($($field:ident),+) => { $( merged.$field = records().find_map(|record| record.$field.clone()); )+ };
    }
    last_told!(id, name, company, contact, phone, email, value, owner, close_date, closed_on, won_on, lost_on);
    last_told!(
        expected_close,
        lost_stage,
        lost_reason,
        next_step,
        next_step_on,
        probability,
        pipeline,
        notes,
        currency
    );
    first_told!(source, campaign);
    merged.inquiry = records().filter_map(|record| record.inquiry).min_by(|a, b| a.order(*b));
    merged.last_activity = records().filter_map(|record| record.last_activity).max_by(|a, b| a.order(*b));
    let own_columns = told.iter().all(|row| row.order.sheet == told[0].order.sheet);
    merged.stage_dates = Vec::new();
    merged.stage_marks = Vec::new();
    for record in records().rev() {
        for (key, moment, column) in &record.stage_dates {
            if !merged.stage_dates.iter().any(|(known, ..)| known == key) {
                merged.stage_dates.push((Arc::clone(key), *moment, column.filter(|_| own_columns)));
            }
        }
        merged.stage_marks.extend(record.stage_marks.iter().cloned());
    }
    state(&mut merged, told, ladder);
    merged
}

/// Where the deal stands: what one row says of it, so that no two states are mixed.
fn state(merged: &mut Record, told: &[Spoken<'_>], ladder: &Ladder) {
    let tells = |row: &&Spoken<'_>| row.record.stage.is_some() || row.record.outcome.is_some();
    let of_names = |row: &&Spoken<'_>| matches!(row.sheet.table.name_says, Some(NameSays::Stage(_)));
    let chosen = if told.iter().filter(tells).all(|row| of_names(&row)) {
        told.iter().filter(tells).max_by_key(|row| furthest(row.record, ladder))
    } else {
        told.iter().rfind(tells)
    };
    let Some(chosen) = chosen else { return };
    for row in told.iter().filter(tells).filter(of_names) {
        if let Some(Says::Stage(stage)) = row.record.stage.as_deref().and_then(|word| ladder.says(word)) {
            let key = ladder.pipeline.stage(stage).key.as_str();
            merged.stage_marks.push((key.into(), 0));
        }
    }
    let record = chosen.record;
    merged.stage.clone_from(&record.stage);
    merged.outcome.clone_from(&record.outcome);
    merged.entered = record.entered;
    merged.left = record.left;
}

/// Decided stages are further than open ones, and those by their rank.
fn furthest(record: &Record, ladder: &Ladder) -> (u8, u32) {
    let word = record.stage.as_deref().or(record.outcome.as_deref());
    match word.and_then(|word| ladder.says(word)) {
        Some(Says::Stage(stage)) => match ladder.kind(stage) {
            StageKind::Won | StageKind::Lost | StageKind::Vanished => (2, 0),
            StageKind::Deferred => (1, u32::MAX),
            StageKind::Open => (1, ladder.rank(stage)),
        },
        Some(Says::Open) | None => (0, 0),
    }
}

/// The cells of the columns that the template shows, by their headers; the last told.
pub(super) fn custom(told: &[Spoken<'_>], shown: &[String]) -> Vec<Option<String>> {
    let cell = |header: &String| told.iter().rev().find_map(|row| row.sheet.custom(row.record, header));
    shown.iter().map(cell).collect()
}
