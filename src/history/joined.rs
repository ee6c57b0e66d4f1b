//! What rows of one deal say in, the deal out, and where each of its rows went.
//!
//! Rows of tables of deals tell where it stands ([`row`]), the newest or the fullest having the last word ([`say`]). A
//! change log beside them tells the way ([`log`]), calls and meetings date what no column dates ([`activity`]), and
//! copies of one sheet tell changes between two days ([`copies`]). Every row that counts stays in [`Deal::rows`], and no
//! deal counts twice.
//!
//! [`row`]: super::row
//! [`say`]: super::say
//! [`log`]: super::log
//! [`activity`]: super::activity
//! [`copies`]: super::copies

use crate::model::{Deal, Entered, Moment, Rows, SkipReason, StageEntry, StageId, StageKind};

use super::ladder::Ladder;
use super::log::Entry;
use super::sheet::{Row, is_made_by};
use super::subject::Subject;
use super::{Found, Run, activity, copies, log, row, say};

/// Adds the deal that these rows speak of, or skips them, each with its reason.
pub(super) fn read(subject: Subject<'_>, run: &mut Run<'_>) {
    let as_of = run.settings.as_of;
    let mut entries: Vec<Entry<'_>> = Vec::new();
    let mut log_goes_on = false;
    for row in subject.entries {
        match Entry::of(row, run) {
            Ok(entry) => entries.push(entry),
            Err(reason) => {
                log_goes_on |= reason == SkipReason::AfterAsOf;
                run.skip(reason, &[row]);
            }
        }
    }
    let told = keep(subject.told, run, |row| is_made_by(row.record, as_of).then_some(()).ok_or(SkipReason::AfterAsOf));
    let activities = keep(subject.activities, run, |row| match activity::moment(row.record) {
        Some(moment) if moment.known_by(as_of) => Ok(()),
        Some(_) => Err(SkipReason::AfterAsOf),
        None => Err(SkipReason::UnreadableEntry),
    });
    let mut rows: Vec<Row<'_>> = entries.iter().map(|entry| entry.row).collect();
    let way = (!entries.is_empty()).then(|| log::deal(entries, run));
    let told = say::in_order(told, run.ladder, as_of);
    let contacts = if way.is_some() { &[] } else { activities.as_slice() };
    let of_rows = if told.is_empty() { Err(SkipReason::NoSuchDeal) } else { of_rows(&told, contacts, run) };
    let deal = match (way, of_rows) {
        (Some(way), Ok(row)) if log_goes_on => Ok(as_logged(way, row, &told, run)),
        (Some(way), Ok(mut row)) => {
            let mut history = begun_with_inquiry(&way, &row, run.ladder.first);
            end_with_state(&mut history, &row, &told, run);
            row.history = history;
            Ok(combined(way, row))
        }
        (Some(way), Err(reason)) => {
            run.skip(reason, &told);
            rows.extend(&activities);
            return run.found(way, rows);
        }
        (None, of_rows) if log_goes_on => of_rows.map(|row| before_the_log(row, run.ladder)),
        (None, of_rows) => of_rows,
    };
    match deal {
        Ok(deal) => {
            rows.extend(told);
            rows.extend(&activities);
            run.found(deal, rows);
        }
        Err(reason) => {
            run.skip(reason, &told);
            let unknown = if reason == SkipReason::NoDeal { SkipReason::NoSuchDeal } else { reason };
            run.skip(unknown, &activities);
        }
    }
}

/// The rows that count; the others are skipped.
fn keep<'a>(
    rows: Vec<Row<'a>>,
    run: &mut Run<'_>,
    counts: impl Fn(&Row<'a>) -> Result<(), SkipReason>,
) -> Vec<Row<'a>> {
    let counted = |row: &Row<'a>| counts(row).map_err(|reason| run.skip(reason, &[*row])).is_ok();
    rows.into_iter().filter(counted).collect()
}

/// The deal of the rows of tables of deals, which are in the order in which they have their say.
fn of_rows(told: &[Row<'_>], activities: &[Row<'_>], run: &mut Run<'_>) -> Result<Deal, SkipReason> {
    run.warnings.extend(say::disagreement(told, run.ladder));
    let as_of = run.settings.as_of;
    let (rows, earlier) = copies::part(told);
    let deal = row::deal(&rows, activities, as_of, run)?;
    let Some((newest, seen)) = rows.iter().rev().find_map(|row| Some((row, row.record.seen?))) else { return Ok(deal) };
    let said = run.warnings.len();
    let first = earlier.iter().min_by(|a, b| a.record.seen.map(Moment::lo).cmp(&b.record.seen.map(Moment::lo)));
    let first = *first.unwrap_or(newest);
    let of_copy = |row: &Row<'_>| Some((row.record.seen?, row::deal(&[*row], &[], row.record.seen?, run).ok()?));
    let earlier: Vec<(Moment, Deal)> = earlier.iter().filter_map(of_copy).collect();
    // What is wrong in a copy that nobody keeps any longer is no news.
    run.warnings.truncate(said);
    let deal = copies::changes(&earlier, (seen, deal), &first, run);
    let elsewhere = rows.iter().any(|row| row.record.seen.is_none());
    Ok(if elsewhere { deal } else { copies::gone(deal, newest, run) })
}

/// The deal as it stood at as-of, of which a log tells more after that: the table was written later, so what changes
/// on the way is taken from the log.
fn as_logged(way: Deal, row: Deal, told: &[Row<'_>], run: &mut Run<'_>) -> Deal {
    let history = begun_with_inquiry(&way, &row, run.ladder.first);
    let (present, logged) = (row.stage(), way.stage());
    let state = say::state(told, run.ladder);
    if present != logged && state.tells_state() {
        let place = way.history.last().map(|entry| entry.at.to_string()).unwrap_or_default();
        run.warnings.push(say::later((&state, present), (place, logged), run.ladder));
    }
    let lost = run.ladder.kind(logged) == StageKind::Lost;
    let (value, expected_close) = (way.value.or(row.value), way.expected_close.or(row.expected_close));
    let lost_reason = row.lost_reason.clone().filter(|_| lost);
    Deal { value, lost_reason, expected_close, ..combined(way, Deal { history, ..row }) }
}

/// The deal at as-of, of which a log tells nothing until after that: what has no date in the table is news from later.
fn before_the_log(row: Deal, ladder: &Ladder) -> Deal {
    let mut history = row.history;
    let first = history.remove(0);
    history.retain(|entry| entry.entered.moment().is_some());
    history.insert(0, first);
    history.dedup_by(|later, earlier| later.stage == earlier.stage);
    let lost = history.last().is_some_and(|entry| ladder.kind(entry.stage) == StageKind::Lost);
    Deal { history, way_known: row.way_known || !lost, lost_reason: row.lost_reason.filter(|_| lost), ..row }
}

/// The deal whose way a log tells, as the row has it, and whose facts a table of deals.
fn combined(way: Deal, row: Deal) -> Deal {
    let custom = row.custom.into_iter().zip(way.custom).map(|(row, way)| row.or(way)).collect();
    Deal {
        way_known: true,
        stages_kept: true,
        known_from: None,
        name: row.name.or(way.name),
        company: row.company.or(way.company),
        contact: row.contact.or(way.contact),
        phone: row.phone.or(way.phone),
        email: row.email.or(way.email),
        owner: row.owner.or(way.owner),
        source: row.source.or(way.source),
        campaign: row.campaign.or(way.campaign),
        campaign_cost: row.campaign_cost.or(way.campaign_cost),
        value: row.value.or(way.value),
        lost_reason: row.lost_reason.or(way.lost_reason),
        next_step: row.next_step.or(way.next_step),
        next_step_on: row.next_step_on.or(way.next_step_on),
        expected_close: row.expected_close.or(way.expected_close),
        earlier_closes: if row.earlier_closes.is_empty() { way.earlier_closes } else { row.earlier_closes },
        last_activity: row.last_activity.or(way.last_activity),
        notes: row.notes.or(way.notes),
        custom,
        ..row
    }
}

/// The day of the inquiry begins the history when it is earlier than the log.
fn begun_with_inquiry(way: &Deal, row: &Deal, first: StageId) -> Vec<StageEntry> {
    let mut history = way.history.clone();
    let (Some(inquiry), Some(begins)) = (row.inquiry(), history.first_mut()) else { return history };
    let Some(logged) = begins.entered.moment() else { return history };
    let surely = |a: Moment, b: Moment| {
        if a.is_exact() && b.is_exact() { a.order(b).is_lt() } else { a.date() < b.date() }
    };
    if begins.stage == first {
        if surely(inquiry, logged) {
            begins.entered = Entered::At(inquiry);
        }
    } else if !surely(logged, inquiry) {
        history.insert(0, StageEntry { stage: first, entered: Entered::At(inquiry), value: None, at: row.at.clone() });
    }
    history
}

/// Where the rows and the log disagree on the present stage, the later one is followed, else the more decided one.
fn end_with_state(history: &mut Vec<StageEntry>, row: &Deal, told: &[Row<'_>], run: &mut Run<'_>) {
    let ladder = run.ladder;
    let present = row.history.last().expect("a deal has at least one stage entry");
    let state = say::state(told, ladder);
    if !state.tells_state() && !ladder.is_closed(present.stage) {
        return;
    }
    settle_ties(history, present.stage);
    let logged = history.last().expect("a log has at least one entry");
    if present.stage == logged.stage {
        return;
    }
    let other = (logged.at.to_string(), logged.stage);
    run.warnings.push(say::disagree((&state, present.stage), other, ladder));
    let decided = |stage| match ladder.kind(stage) {
        StageKind::Won | StageKind::Lost | StageKind::Vanished => (2, 0),
        StageKind::Deferred => (1, 0),
        StageKind::Open => (0, ladder.rank(stage)),
    };
    let newest = logged.entered.moment();
    let follows = match (present.entered.moment(), newest) {
        (Some(present), Some(logged)) if present.date() != logged.date() => present.date() > logged.date(),
        _ => decided(present.stage) > decided(logged.stage) || ladder.is_closed(present.stage),
    };
    if follows {
        let fits = |entered: Moment| newest.is_none_or(|newest| newest.order(entered).is_le());
        let entered = present.entered.moment().filter(|entered| fits(*entered));
        history.push(StageEntry { entered: entered.map_or(Entered::Unknown, Entered::At), ..present.clone() });
    }
}

/// Of entries at the last moment of a log, which tells no order among them, the present stage is the last.
fn settle_ties(history: &mut Vec<StageEntry>, present: StageId) {
    let last = history.last().and_then(|entry| entry.entered.moment());
    let tied =
        history.iter().rposition(|entry| entry.stage == present && last.is_some() && entry.entered.moment() == last);
    if let Some(place) = tied {
        history[place..].rotate_left(1);
        history.dedup_by(|later, earlier| later.stage == earlier.stage);
    }
}

impl Run<'_> {
    /// Adds a deal with the rows that it was built from.
    fn found(&mut self, mut deal: Deal, mut rows: Vec<Row<'_>>) {
        self.tally.history_rows += rows.len() - 1;
        rows.sort_by_key(|row| row.order);
        let order = rows[0].order;
        let mut sheets: Vec<usize> = rows.iter().map(|row| row.order.sheet).collect();
        sheets.dedup();
        let places = rows.iter().map(|row| (row.order.sheet, row.record.row, row.record.column));
        deal.rows = Rows::of(&self.sheets, places);
        if rows.len() > 1 {
            let newest = activity::newest(&rows, self.settings.as_of);
            deal.last_activity = newest.into_iter().chain(deal.last_activity).max_by(|a, b| a.order(*b));
        }
        self.found.push(Found { order, sheets, deal });
    }
}
