//! What was planned against what is there: the open deals against the target, and how far expected closes were put off,
//! deal by deal.

use rust_xlsxwriter::XlsxError;

use crate::diagnostic::Word;
use crate::i18n::format;
use crate::measure::{Coverage, Measured, Slip, Slippage};
use crate::report::section::Section;

use super::page::{Cell, Look, Page};
use super::plan::Plan;

const WIDTHS: [f64; 10] = [28.0, 24.0, 18.0, 18.0, 15.0, 15.0, 15.0, 15.0, 15.0, 18.0];

/// Deals that are listed at most.
const MOST_ROWS: usize = 1_000;

type Done = Result<(), XlsxError>;

pub(super) fn sheet<'p>(plan: &'p Plan<'p>) -> Result<Page<'p>, XlsxError> {
    let mut page = Page::new(plan, Section::Plans, &WIDTHS)?;
    page.title(Section::Plans, &plan.word("lead-plans"))?;
    let measures = plan.report.measures;
    page.heading(&plan.word("coverage-title"))?;
    match &measures.coverage {
        Measured::Known(found) => coverage(&mut page, found)?,
        Measured::Unknown(why) => page.unmeasured("coverage-unknown", *why)?,
    }
    match &measures.slippage {
        Measured::Known(found) => slippage(&mut page, found)?,
        Measured::Unknown(why) => {
            page.heading(&plan.word("slippage-title"))?;
            page.unmeasured("slippage-unknown", *why)?;
        }
    }
    page.definitions(&["term-coverage", "term-slippage", "term-win-rate"])?;
    Ok(page)
}

fn times(plan: &Plan<'_>, times: f64) -> Word {
    format::short_decimal(times, 1, plan.language).into()
}

/// The target in one row, and how far the open deals reach as a sentence.
fn coverage(page: &mut Page<'_>, found: &Coverage) -> Done {
    let plan = page.plan;
    let language = plan.language;
    let sum = |amount: f64| Word::from(plan.sum_short(amount, found.currency));
    let words = [
        ("target", sum(found.target)),
        ("from", format::date(found.from, language).into()),
        ("to", format::date(found.to, language).into()),
        ("won", sum(found.won)),
    ];
    let mut told = vec![language.say("coverage-target", &words)];
    told.push(match found.coverage {
        Some(coverage) => language.say("coverage-covers", &[("times", times(plan, coverage))]),
        None => plan.word("coverage-met"),
    });
    if let (Some(needed), Some(_)) = (found.needed, found.coverage) {
        told.push(language.say("coverage-needs", &[("times", times(plan, needed))]));
    }
    page.sentence(&told.join(" "))?;
    page.next += 1;
    let heads = [
        plan.words("coverage-span"),
        plan.sum_head("coverage-amount", found.currency),
        plan.sum_head("coverage-won", found.currency),
        plan.sum_head("coverage-left", found.currency),
        plan.sum_head("coverage-open", found.currency),
        plan.figures("coverage-times"),
        plan.figures("coverage-needed"),
        plan.sum_head("coverage-due", found.currency),
    ];
    let money = found.currency.map_or(Look::Count, Look::Money);
    let none = || Cell::Right("–".to_owned());
    let row = vec![
        Cell::Strong(plan.word(&format!("coverage-{}", found.span.name()))),
        Cell::Sum(found.target, found.currency),
        Cell::Sum(found.won, found.currency),
        Cell::Live("MAX(B{row}-C{row},0)".to_owned(), found.left, money),
        Cell::Sum(found.open, found.currency),
        found.coverage.map_or_else(none, |times| Cell::Live("E{row}/D{row}".to_owned(), times, Look::Tenth)),
        found.needed.map_or_else(none, Cell::Tenth),
        found.due.known().map_or_else(none, |due| Cell::Sum(*due, found.currency)),
    ];
    page.grid(&heads, vec![row])?;
    if found.wins_undated > 0 {
        page.remark(&language.say("coverage-undated", &[("count", found.wins_undated.into())]))?;
        page.next += 1;
    }
    if let Measured::Unknown(why) = &found.due {
        page.unmeasured("coverage-due-unknown", *why)?;
    }
    Ok(())
}

/// How many plans were put off, then each deal with its first and its present plan, the latest on top.
fn slippage(page: &mut Page<'_>, found: &Slippage) -> Done {
    let plan = page.plan;
    let language = plan.language;
    page.heading(&plan.word("slippage-title"))?;
    let words = [("pushed", Word::from(found.pushed)), ("count", found.deals.len().into())];
    let mut told = language.say("slippage-sentence", &words);
    if !found.pushed_value.is_empty() {
        let value = format::purse_short(&found.pushed_value, language);
        told = language.say("story-at-stake", &[("sentence", told.into()), ("value", value.into())]);
    }
    page.sentence(&format!("{told}."))?;
    page.next += 1;
    let days = |days: Option<f64>| days.map_or_else(|| Cell::Right("–".to_owned()), Cell::Tenth);
    let mut heads = vec![plan.words("slippage-of")];
    heads.extend(["plans", "pushed", "pulled", "pushes", "median"].map(|key| plan.figures(&format!("slippage-{key}"))));
    let undecided = vec![
        Cell::Strong(plan.word("slippage-undecided")),
        Cell::Count(found.deals.len()),
        Cell::Count(found.pushed),
        Cell::Count(found.pulled),
        Cell::Count(found.pushes),
        days(found.median_days),
    ];
    let won = vec![
        Cell::Strong(plan.word("slippage-won")),
        Cell::Count(found.won),
        Cell::Count(found.won_late),
        Cell::Blank,
        Cell::Blank,
        days(found.won_median_days),
    ];
    page.grid(&heads, vec![undecided, won])?;
    if found.one_plan > 0 {
        page.remark(&language.say("slippage-one-plan", &[("count", found.one_plan.into())]))?;
        page.next += 1;
    }
    if found.deals.is_empty() {
        return Ok(());
    }
    page.list = Some(page.next);
    page.heading(&language.say("slippage-list", &[("count", found.deals.len().into())]))?;
    if found.deals.len() > MOST_ROWS {
        page.remark(&plan.list_cut(Section::Plans, MOST_ROWS, found.deals.len()))?;
    }
    let mut heads = Vec::from(["to-do-deal", "deals-beside", "deals-owner", "deals-stage"].map(|key| plan.words(key)));
    heads.extend(
        ["slippage-first", "slippage-last", "slippage-pushes", "slippage-days", "deals-value"]
            .map(|key| plan.figures(key)),
    );
    heads.push(plan.words("source-row"));
    let rows = found.deals.iter().take(MOST_ROWS).map(|slip| row(plan, slip)).collect();
    page.table(&heads, rows, &plan.word("list-empty"))
}

fn row(plan: &Plan<'_>, slip: &Slip) -> Vec<Cell> {
    let deal = plan.deal(slip.deal);
    vec![
        Cell::Deal(slip.deal),
        plan.beside_name(slip.deal),
        deal.owner.clone().map_or(Cell::Blank, Cell::Text),
        Cell::Text(plan.stage_name(deal.stage()).to_owned()),
        Cell::Moment(slip.first),
        Cell::Moment(slip.last),
        Cell::Count(slip.pushes),
        Cell::Change(slip.days),
        deal.value.map_or(Cell::Blank, Cell::Money),
        Cell::Text(plan.source_of(deal)),
    ]
}
