//! Open and deferred deals against the limits of their stages: the limits with where they come from, then the
//! stalled deals in the order of what there is left to save, and apart from them those that only look so.

use rust_xlsxwriter::XlsxError;

use crate::diagnostic::Word;
use crate::i18n::format;
use crate::measure::{AgeStatus, Ageing, Flag, LimitBasis, SortBasis, StageLimit};
use crate::model::Purse;
use crate::report::section::Section;
use crate::report::story;

use super::deals::{Column, age_word};
use super::formulas::Test;
use super::funnel::in_stage_of_column_a;
use super::page::{Cell, Head, Look, Page, left, right};
use super::plan::Plan;

const WIDTHS: [f64; 12] = [28.0, 28.0, 18.0, 18.0, 11.0, 10.0, 11.0, 13.0, 10.0, 30.0, 28.0, 18.0];

/// Rows of a list at most.
const MOST_ROWS: usize = 2_000;

pub(super) fn sheet<'p>(plan: &'p Plan<'p>) -> Result<Page<'p>, XlsxError> {
    let mut page = Page::new(plan, Section::Stalled, &WIDTHS)?;
    page.title(Section::Stalled, &plan.word("lead-stalled"))?;
    page.sentence(&verdict(plan))?;
    page.next += 1;
    limits(&mut page)?;
    for status in [AgeStatus::Stalled, AgeStatus::Scheduled, AgeStatus::Deferred, AgeStatus::CannotTell] {
        list(&mut page, status)?;
    }
    page.definitions(&[
        "term-stalled",
        "stalled-limit",
        "stalled-ratio",
        "term-chance",
        "stalled-scheduled",
        "stalled-deferred",
    ])?;
    Ok(page)
}

fn of_status<'a>(plan: &Plan<'a>, status: AgeStatus) -> Vec<&'a Ageing> {
    plan.report.measures.stalled.deals.iter().filter(|ageing| ageing.status == status).collect()
}

fn verdict(plan: &Plan<'_>) -> String {
    let language = plan.language;
    let stalled = of_status(plan, AgeStatus::Stalled);
    let stake = story::purse(plan.report, stalled.iter().map(|ageing| ageing.deal));
    let words = [
        ("count", Word::from(stalled.len())),
        ("all", plan.report.measures.stalled.deals.len().into()),
        ("ok", of_status(plan, AgeStatus::Ok).len().into()),
    ];
    let sentence = language.say("stalled-verdict", &words);
    if stake.is_empty() {
        return sentence;
    }
    language.say(
        "story-at-stake",
        &[("sentence", sentence.into()), ("value", format::purse_short(&stake, language).into())],
    )
}

/// The limits, and how many deals are over them.
fn limits(page: &mut Page<'_>) -> Result<(), XlsxError> {
    let plan = page.plan;
    page.heading(&plan.word("stalled-limits-title"))?;
    let mut heads = vec![
        left(plan.word("deals-stage")),
        left(plan.word("stalled-basis")),
        right(plan.word("stalled-limit-days")),
        right(plan.word("stalled-advances")),
        right(plan.word("stalled-longest")),
        right(plan.word("stalled-here")),
        right(plan.word("stalled-over")),
    ];
    heads.extend(plan.shown_currencies().iter().map(|currency| plan.money_head("stalled-over-value", *currency)));
    let rows = plan.report.measures.stalled.limits.iter().map(|limit| limit_row(plan, limit));
    page.grid(&heads, rows.collect())
}

fn limit_row(plan: &Plan<'_>, limit: &StageLimit) -> Vec<Cell> {
    let here = || plan.report.measures.stalled.deals.iter().filter(|ageing| ageing.stage == limit.stage);
    let stalled = || here().filter(|ageing| ageing.status == AgeStatus::Stalled);
    let value: Purse = stalled().filter_map(|ageing| plan.deal(ageing.deal).value).collect();
    let in_stage = in_stage_of_column_a(plan, limit.stage);
    let is_stalled = Test::Word(Column::Age, age_word(AgeStatus::Stalled, plan.language));
    let live = |tests: &[Test], count: usize| Cell::Live(plan.ledger.count(tests), count as f64, Look::Count);
    let mut row = vec![
        Cell::Strong(plan.stage_name(limit.stage).to_owned()),
        Cell::Text(plan.word(match limit.basis {
            LimitBasis::History => "limit-history",
            LimitBasis::Default => "limit-default",
            LimitBasis::Fixed => "limit-fixed",
        })),
        Cell::Tenth(limit.days),
        limit.advances.map_or(Cell::Blank, Cell::Count),
        limit.longest_advance.map_or(Cell::Blank, Cell::Tenth),
        live(std::slice::from_ref(&in_stage), here().count()),
        live(&[in_stage.clone(), is_stalled.clone()], stalled().count()),
    ];
    row.extend(plan.money_cells(&[in_stage, is_stalled], &value));
    row
}

/// The deals of one status, in the order of the measure.
fn list(page: &mut Page<'_>, status: AgeStatus) -> Result<(), XlsxError> {
    let plan = page.plan;
    let mut ageings = of_status(plan, status);
    if ageings.is_empty() && status != AgeStatus::Stalled {
        return Ok(());
    }
    let name = match status {
        AgeStatus::Stalled => "stalled",
        AgeStatus::Scheduled => "scheduled",
        AgeStatus::Deferred => "deferred",
        AgeStatus::Ok | AgeStatus::CannotTell => "unknown",
    };
    let all = ageings.len();
    if status == AgeStatus::Stalled {
        page.list = Some(page.next);
    }
    let title = format!("stalled-list-{name}");
    page.heading(&plan.language.say(&title, &[("count", all.into())]))?;
    if status == AgeStatus::Stalled {
        page.remark(&plan.word(match plan.report.measures.stalled.sorted_by {
            SortBasis::ExpectedValue => "stalled-sorted-by-chance",
            SortBasis::Value => "stalled-sorted-by-value",
        }))?;
    }
    if all > MOST_ROWS {
        ageings.truncate(MOST_ROWS);
        page.remark(&plan.list_cut(Section::Stalled, MOST_ROWS, all))?;
    }
    let rows = ageings.into_iter().map(|ageing| row(plan, ageing)).collect();
    page.table(&heads(plan), rows, &plan.word("list-empty"))
}

fn heads(plan: &Plan<'_>) -> Vec<Head> {
    vec![
        left(plan.word("to-do-deal")),
        left(plan.word("deals-beside")),
        left(plan.word("deals-owner")),
        left(plan.word("deals-stage")),
        right(plan.word("stalled-days")),
        right(plan.word("stalled-limit-days")),
        plan.figures("stalled-ratio"),
        right(plan.word("deals-value")),
        plan.figures("stalled-chance"),
        left(plan.word("stalled-flags")),
        left(plan.word("deals-next-step")),
        left(plan.word("source-row")),
    ]
}

fn row(plan: &Plan<'_>, ageing: &Ageing) -> Vec<Cell> {
    let (deal, language) = (plan.deal(ageing.deal), plan.language);
    let text = |text: &Option<String>| text.clone().map_or(Cell::Blank, Cell::Text);
    let flags: Vec<String> = ageing.flags.iter().map(|flag| plan.word(flag_key(*flag))).collect();
    let due = deal.next_step_on.map(|due| format::date(due.date(), language));
    let next_step: Vec<String> = due.into_iter().chain(deal.next_step.clone()).collect();
    vec![
        Cell::Deal(ageing.deal),
        plan.beside_name(ageing.deal),
        text(&deal.owner),
        Cell::Text(plan.stage_name(ageing.stage).to_owned()),
        ageing.age.map_or(Cell::Blank, Cell::Tenth),
        Cell::Tenth(ageing.limit),
        ageing.ratio.map_or(Cell::Blank, Cell::Tenth),
        deal.value.map_or(Cell::Blank, Cell::Money),
        ageing.p_win.map_or(Cell::Blank, Cell::Share),
        Cell::Warned(flags.join("; ")),
        Cell::Text(next_step.join(" ")),
        Cell::Text(plan.source_of(deal)),
    ]
}

fn flag_key(flag: Flag) -> &'static str {
    match flag {
        Flag::OverdueNextStep => "flag-overdue-next-step",
        Flag::NoNextStep => "flag-no-next-step",
        Flag::CloseDatePassed => "flag-close-date-passed",
        Flag::CloseDateMoved => "flag-close-date-moved",
        Flag::NoActivity => "flag-no-activity",
    }
}
