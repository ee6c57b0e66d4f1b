//! What the newest copy of the sheet tells that the one before did not: how many deals went where, how the value of the
//! open deals came from one sum to the other, and deal by deal. A part of the sheet on what changed.

use std::collections::BTreeMap;

use rust_xlsxwriter::{FormatAlign, XlsxError};

use crate::diagnostic::Word;
use crate::i18n::format;
use crate::measure::{Bridge, BridgePart, Change, Edit, Move, Period, SinceCopy, Turn};
use crate::model::{Moment, Purse, Stand};
use crate::report::Report;
use crate::report::section::Section;
use crate::report::since::{edit_key, sentence, turn_key};

use super::page::{Cell, Page};
use super::plan::Plan;
use super::style::{self, plain};

/// Deals that are listed at most.
const MOST_ROWS: usize = 2_000;

type Done = Result<(), XlsxError>;

/// Adds the part, where there are two copies to compare.
pub(super) fn add(page: &mut Page<'_>) -> Done {
    let Some(since) = page.plan.report.measures.since_last_copy.known() else { return Ok(()) };
    let plan = page.plan;
    let day = |moment: Moment| Word::from(format::date(moment.date(), plan.language));
    let words = [("before", day(since.before)), ("now", day(since.now))];
    page.heading(&plan.language.say("since-title", &words))?;
    counts(page, since)?;
    bridge(page, "since-open-title", &since.open)?;
    if let Some(quarter) = &since.this_quarter {
        let words = [("day", Word::from(format::date(since.quarter_ends, plan.language)))];
        page.heading(&plan.language.say("since-quarter-title", &words))?;
        bridge_rows(page, quarter)?;
    }
    list(page, since)
}

/// Whether the list of what changed since the last copy has every change of the period.
pub(super) fn lists(report: &Report<'_>, period: &Period) -> bool {
    let Some(since) = report.measures.since_last_copy.known() else { return false };
    let copied = |change: &Change| !report.book.deals[change.deal].stands.is_empty();
    since.before.date() < period.current.from
        && period.current.to <= since.now.date()
        && period.changes.iter().all(copied)
}

/// One line for the summary, with a link to the list, over these columns.
pub(super) fn summary(page: &mut Page<'_>, columns: (u16, u16), lists: &BTreeMap<Section, u32>) -> Done {
    let plan = page.plan;
    let Some(sentence) = sentence(plan.report).filter(|_| plan.has(Section::Period)) else { return Ok(()) };
    let look = plan.style.body.clone().set_text_wrap();
    let (first, last) = columns;
    page.sheet.set_row_height(page.next, style::height(2))?;
    page.wide(page.next, (first, last - 2), &sentence, &look)?;
    let there =
        plain().set_font_color(style::NAVY).set_align(FormatAlign::Right).set_align(FormatAlign::VerticalCenter);
    page.sheet.merge_range(page.next, last - 1, page.next, last, "", &there)?;
    let row = lists.get(&Section::Period).copied().unwrap_or_default();
    let title = format!("{} →", Section::Period.title(plan.language));
    page.link(page.next, last - 1, Section::Period, row, &title, &there)?;
    page.next += 1;
    Ok(())
}

/// One row a turn or an edit that some deal took.
fn counts(page: &mut Page<'_>, since: &SinceCopy) -> Done {
    let plan = page.plan;
    let mut heads = vec![plan.words("since-what"), plan.figures("since-deals")];
    let currency = plan.shown_currencies().first().copied();
    heads.extend(currency.map(|currency| plan.money_head("since-value", currency)));
    let row = |key: String, of: &dyn Fn(&Move) -> bool| {
        let found: Vec<&Move> = since.moves.iter().filter(|one| of(one)).collect();
        let stands = found.iter().filter_map(|one| one.now.as_ref().or(one.before.as_ref()));
        let value: Purse = stands.filter_map(|stand| stand.value).collect();
        let mut row = vec![Cell::Strong(plan.word(&key)), Cell::Count(found.len())];
        row.extend(currency.map(|currency| Cell::Sum(format::plain(value.of(currency)), Some(currency))));
        (!found.is_empty()).then_some(row)
    };
    let turns = Turn::ALL.iter().filter_map(|turn| row(turn_key(*turn), &|one| one.turn == *turn));
    let edits = Edit::ALL.iter().filter_map(|edit| row(edit_key(*edit), &|one| one.edits.contains(edit)));
    page.grid(&heads, turns.chain(edits).collect())
}

fn bridge(page: &mut Page<'_>, title: &str, bridge: &Bridge) -> Done {
    page.heading(&page.plan.word(title))?;
    bridge_rows(page, bridge)
}

/// From the sum before through the parts to the sum now.
fn bridge_rows(page: &mut Page<'_>, bridge: &Bridge) -> Done {
    let plan = page.plan;
    let currencies: Vec<_> = plan.shown_currencies().to_vec();
    let mut heads = vec![plan.words("since-what")];
    heads.extend(currencies.iter().map(|currency| plan.money_head("since-value", *currency)));
    let row = |key: &str, purse: &Purse| {
        let mut row = vec![Cell::Strong(plan.word(key))];
        row.extend(plan.money_values(purse));
        row
    };
    let mut rows = vec![row("bridge-before", &bridge.before)];
    for part in BridgePart::ALL {
        if let Some(purse) = bridge.parts.get(&part) {
            rows.push(row(&format!("bridge-{}", part.name()), purse));
        }
    }
    rows.push(row("bridge-now", &bridge.now));
    page.grid(&heads, rows)
}

/// Deal by deal, but for those that stood still and were left alone.
fn list(page: &mut Page<'_>, since: &SinceCopy) -> Done {
    let plan = page.plan;
    let place = |one: &&Move| Turn::ALL.iter().position(|turn| *turn == one.turn);
    let mut moves: Vec<&Move> =
        since.moves.iter().filter(|one| one.turn != Turn::Stood || !one.edits.is_empty()).collect();
    moves.sort_by_key(place);
    let all = moves.len();
    page.list = Some(page.next);
    page.heading(&plan.language.say("since-list-title", &[("count", all.into())]))?;
    if all > MOST_ROWS {
        moves.truncate(MOST_ROWS);
        page.remark(&plan.list_cut(Section::Period, MOST_ROWS, all))?;
    }
    let mut heads = vec![plan.words("to-do-deal")];
    let keys = ["deals-beside", "period-kind", "deals-owner", "period-from-stage", "period-to-stage"];
    heads.extend(keys.map(|key| plan.words(key)));
    heads.extend(["since-value-before", "since-value-now"].map(|key| plan.figures(key)));
    heads.extend(["since-expected", "source-row"].map(|key| plan.words(key)));
    let rows = moves.into_iter().map(|one| row(plan, one)).collect();
    page.table(&heads, rows, &plan.word("period-nothing"))
}

fn row(plan: &Plan<'_>, one: &Move) -> Vec<Cell> {
    let turn = (one.turn != Turn::Stood).then(|| plan.word(&format!("{}.one", turn_key(one.turn))));
    let edits = one.edits.iter().map(|edit| plan.word(&format!("{}.one", edit_key(*edit))));
    let happened = turn.into_iter().chain(edits).collect::<Vec<String>>().join(", ");
    let (before, now) = (one.before.as_ref(), one.now.as_ref());
    let stage =
        |stand: Option<&Stand>| stand.map_or(Cell::Blank, |stand| Cell::Text(plan.stage_name(stand.stage).to_owned()));
    let value = |stand: Option<&Stand>| stand.and_then(|stand| stand.value).map_or(Cell::Blank, Cell::Money);
    let owner = |stand: Option<&Stand>| stand.and_then(|stand| stand.owner.clone());
    let close = |stand: Option<&Stand>| {
        stand.and_then(|stand| stand.expected_close).map(|day| format::date(day.date(), plan.language))
    };
    let latest = now.or(before);
    vec![
        Cell::Deal(one.deal),
        plan.beside_name(one.deal),
        match one.turn {
            Turn::Won => Cell::Good(happened),
            Turn::Lost | Turn::Vanished => Cell::Warned(happened),
            _ => Cell::Text(happened),
        },
        changed(owner(before), owner(latest)),
        stage(before),
        stage(now),
        value(before),
        value(now),
        changed(close(before), close(latest)),
        Cell::Text(latest.map_or_else(String::new, |stand| stand.at.to_string())),
    ]
}

/// What is there now, and what was before it where that was something else.
fn changed(before: Option<String>, now: Option<String>) -> Cell {
    match (before, now) {
        (Some(before), Some(now)) if before != now => Cell::Text(format!("{before} → {now}")),
        (_, Some(now)) => Cell::Text(now),
        (_, None) => Cell::Blank,
    }
}
