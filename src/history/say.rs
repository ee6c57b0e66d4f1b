//! Rows of tables of deals that speak of one deal in, the order in which they have their say out.
//!
//! The last word has the table that tells most of a deal; of tables alike the later month, then the row with the newest
//! fact, then the one in which the deal is furthest. Neither the order of inputs nor of rows plays a part.

use std::cmp::Ordering;

use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Moment, StageId, StageKind};
use crate::recognise::NameSays;

use super::ladder::{Ladder, Says};
use super::row::Told;
use super::sheet::Row;

/// The rows in the order in which they have their say; the last one has the last word.
pub(super) fn in_order<'a>(mut rows: Vec<Row<'a>>, ladder: &Ladder, as_of: Moment) -> Vec<Row<'a>> {
    if rows.len() > 1 {
        rows.sort_by_cached_key(|row| {
            let place = (&row.sheet.at, row.record.row, row.record.column);
            (row.sheet.weight, time(row), newest_fact(row, as_of), furthest(row, ladder), place)
        });
    }
    rows
}

/// The time for which a row speaks, as far as its sheet tells.
fn time(row: &Row<'_>) -> Option<chrono::NaiveDateTime> {
    row.record.seen.map(Moment::lo).or_else(|| match &row.sheet.table.name_says {
        Some(NameSays::Period(_, first_day)) => first_day.map(|day| Moment::Day(day).lo()),
        _ => None,
    })
}

fn newest_fact(row: &Row<'_>, as_of: Moment) -> Option<chrono::NaiveDateTime> {
    let record = row.record;
    let days = [record.inquiry, record.entered, record.won_on, record.lost_on, record.closed_on, record.last_activity];
    let steps = record.stage_dates.iter().map(|(_, moment, _)| *moment);
    days.into_iter().flatten().chain(steps).filter(|moment| moment.known_by(as_of)).map(Moment::lo).max()
}

/// The row that tells where the deal stands: the last one with a state cell. Where the names of the sheets are the
/// stages, the furthest one.
pub(super) fn state<'a>(rows: &[Row<'a>], ladder: &Ladder) -> Row<'a> {
    let last = *rows.last().expect("a deal is made of at least one row");
    let telling = || rows.iter().filter(|row| row.tells_state());
    let chosen = if telling().all(Row::is_of_a_stage_sheet) {
        telling().max_by_key(|row| furthest(row, ladder))
    } else {
        telling().next_back()
    };
    chosen.copied().unwrap_or(last)
}

/// Decided stages are further than open ones, and those by their rank.
fn furthest(row: &Row<'_>, ladder: &Ladder) -> (u8, u32) {
    match Told::of(row, ladder).word {
        Some(Says::Stage(stage)) => match ladder.kind(stage) {
            StageKind::Won | StageKind::Lost | StageKind::Vanished => (2, 0),
            StageKind::Deferred => (1, u32::MAX),
            StageKind::Open => (1, ladder.rank(stage)),
        },
        Some(Says::Open) | None => (0, 0),
    }
}

/// A remark when two tables alike, neither of them the later one, have the deal in different stages.
pub(super) fn disagreement(rows: &[Row<'_>], ladder: &Ladder) -> Option<Diagnostic> {
    let told = |row: &Row<'_>| match Told::of(row, ladder).word {
        Some(Says::Stage(stage)) if !row.is_of_a_stage_sheet() => Some(stage),
        _ => None,
    };
    let followed = rows.iter().rfind(|row| row.tells_state())?;
    let stage = told(followed)?;
    let alike =
        |row: &&Row<'_>| row.sheet.weight == followed.sheet.weight && time(row).cmp(&time(followed)) == Ordering::Equal;
    let other = rows.iter().filter(alike).find(|row| told(row).is_some_and(|other| other != stage))?;
    Some(disagree((followed, stage), (other.at().to_string(), told(other)?), ladder))
}

/// A remark on a deal that stands in different stages here and there.
pub(super) fn disagree(here: (&Row<'_>, StageId), there: (String, StageId), ladder: &Ladder) -> Diagnostic {
    two_stages(Code::StageDisagrees, here, there, ladder)
}

/// A remark on a deal whose stage here is news from after as-of, and there that of the day.
pub(super) fn later(here: (&Row<'_>, StageId), there: (String, StageId), ladder: &Ladder) -> Diagnostic {
    two_stages(Code::TableIsLater, here, there, ladder)
}

fn two_stages(code: Code, here: (&Row<'_>, StageId), there: (String, StageId), ladder: &Ladder) -> Diagnostic {
    Diagnostic::new(code)
        .at(here.0.at())
        .with("word", ladder.word(here.1))
        .with("other", ladder.word(there.1))
        .with("place", there.0)
}
