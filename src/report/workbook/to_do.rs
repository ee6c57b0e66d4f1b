//! The sheet to work off: one block a seller, most urgent first, one row a deal with everything to call at once.

use std::collections::BTreeMap;

use rust_xlsxwriter::XlsxError;

use crate::diagnostic::Word;
use crate::i18n::{Language, format};
use crate::measure::{Finding, Rule};
use crate::report::section::Section;
use crate::report::story;

use super::page::{Cell, Head, Page, left, right};
use super::plan::{Plan, deals_to_do};

/// Rows that the sheet shows at most.
const MOST_ROWS: usize = 2_000;

const WIDTHS: [f64; 12] = [4.0, 20.0, 23.0, 22.0, 16.0, 24.0, 24.0, 12.0, 10.0, 18.0, 24.0, 18.0];

/// A deal with its findings, most urgent first.
type Task<'a> = (usize, Vec<&'a Finding>);

pub(super) fn sheet<'p>(plan: &'p Plan<'p>) -> Result<Page<'p>, XlsxError> {
    let mut page = Page::new(plan, Section::ToDo, &WIDTHS)?;
    page.title(Section::ToDo, &plan.word("lead-to-do"))?;
    let findings = &plan.report.measures.findings;
    let tasks: Vec<Task<'_>> = deals_to_do(plan.report)
        .into_iter()
        .filter(|(deal, _)| plan.owner.is_none() || plan.deal(*deal).owner.as_deref() == plan.owner)
        .map(|(deal, places)| (deal, places.into_iter().map(|place| &findings[place]).collect()))
        .collect();
    if tasks.is_empty() {
        let said = match plan.owner {
            Some(owner) => plan.language.say("to-do-free", &[("names", owner.into())]),
            None => story::nothing_urgent(plan.report),
        };
        page.sentence(&said)?;
    }
    let all = tasks.len();
    if all > MOST_ROWS {
        page.warning(&plan.list_cut(Section::ToDo, MOST_ROWS, all))?;
    }
    for (owner, tasks) in by_owner(plan, tasks) {
        block(&mut page, owner, &tasks)?;
    }
    if plan.owner.is_none() {
        nothing_urgent(&mut page)?;
    }
    Ok(page)
}

/// Sellers in the order of their most urgent task. Only the most urgent rows are kept when there are too many.
fn by_owner<'a>(plan: &Plan<'a>, mut tasks: Vec<Task<'a>>) -> Vec<(Option<&'a str>, Vec<Task<'a>>)> {
    tasks.truncate(MOST_ROWS);
    let mut order = Vec::new();
    let mut blocks: BTreeMap<Option<&str>, Vec<Task<'_>>> = BTreeMap::new();
    for task in tasks {
        let owner = plan.deal(task.0).owner.as_deref();
        if !blocks.contains_key(&owner) {
            order.push(owner);
        }
        blocks.entry(owner).or_default().push(task);
    }
    order.into_iter().map(|owner| (owner, blocks.remove(&owner).unwrap_or_default())).collect()
}

fn block(page: &mut Page<'_>, owner: Option<&str>, tasks: &[Task<'_>]) -> Result<(), XlsxError> {
    let plan = page.plan;
    let language = plan.language;
    let stake = story::purse(plan.report, tasks.iter().map(|(deal, _)| *deal));
    let name = owner.map_or_else(|| plan.word("nobody"), str::to_owned);
    let mut line = language.say("to-do-block", &[("name", name.into()), ("count", tasks.len().into())]);
    if !stake.is_empty() {
        line = language.say(
            "story-at-stake",
            &[("sentence", line.into()), ("value", format::purse_short(&stake, language).into())],
        );
    }
    page.heading(&line)?;
    page.heads(&heads(plan))?;
    for task in tasks {
        page.row(row(plan, task))?;
    }
    page.next += 1;
    Ok(())
}

fn heads(plan: &Plan<'_>) -> Vec<Head> {
    let head = |key: &str| left(plan.word(key));
    vec![
        left("✓"),
        head("to-do-action"),
        head("to-do-deal"),
        head("deals-beside"),
        head("deals-contact"),
        head("to-do-reach"),
        head("to-do-overdue"),
        right(plan.word("deals-value")),
        plan.figures("stalled-chance"),
        head("deals-stage"),
        head("to-do-also"),
        head("source-row"),
    ]
}

fn row(plan: &Plan<'_>, (at, findings): &Task<'_>) -> Vec<Cell> {
    let (deal, language) = (plan.deal(*at), plan.language);
    let first = findings[0];
    let text = |text: Option<&str>| text.map_or(Cell::Blank, |text| Cell::Text(text.to_owned()));
    let reach: Vec<&str> = [deal.phone.as_deref(), deal.email.as_deref()].into_iter().flatten().collect();
    let also: Vec<String> =
        findings[1..].iter().map(|finding| language.text(&format!("rule-{}", finding.rule.name()))).collect();
    vec![
        Cell::Tick,
        Cell::Strong(language.text(&format!("rule-{}.advice", first.rule.name()))),
        Cell::Deal(*at),
        plan.beside_name(*at),
        text(deal.contact.as_deref()),
        Cell::Text(reach.join("\n")),
        overdue(first, language),
        deal.value.map_or(Cell::Blank, Cell::Money),
        plan.facts[*at].ageing.and_then(|ageing| ageing.p_win).map_or(Cell::Blank, Cell::Share),
        Cell::Text(plan.stage_name(deal.stage()).to_owned()),
        Cell::Text(also.join("; ")),
        Cell::Text(plan.source_of(deal)),
    ]
}

/// How long overdue, in the unit of the promise or limit.
fn overdue(finding: &Finding, language: Language) -> Cell {
    let days = |count: f64| Word::from(language.say("count-days", &[("count", (count.floor() as u64).into())]));
    let limit_days = format::short_decimal(finding.limit, 1, language);
    match finding.rule {
        Rule::NoContact | Rule::NoFollowUp => {
            let hours = finding.over + finding.limit;
            let words = [
                ("waited", Word::from(story::waited(hours, language))),
                ("limit", story::limit(finding.limit, language).into()),
            ];
            Cell::Broken(language.say("overdue-promise", &words))
        }
        Rule::Stalled => {
            Cell::Warned(language.say("overdue-stage", &[("days", days(finding.over)), ("limit", limit_days.into())]))
        }
        Rule::DeferredDue if finding.limit > 0.0 => {
            Cell::Warned(language.say("overdue-stage", &[("days", days(finding.over)), ("limit", limit_days.into())]))
        }
        Rule::DeferredDue | Rule::OverdueNextStep | Rule::CloseDatePassed => {
            Cell::Warned(language.say("overdue-date", &[("days", days(finding.over))]))
        }
        Rule::NoNextStep => Cell::Blank,
    }
}

/// Sellers without anything to do are named too.
fn nothing_urgent(page: &mut Page<'_>) -> Result<(), XlsxError> {
    let plan = page.plan;
    let free: Vec<&str> = plan
        .report
        .measures
        .owners
        .iter()
        .filter(|group| group.findings == 0)
        .filter_map(|group| group.name.as_deref())
        .collect();
    if free.is_empty() || plan.report.measures.findings.is_empty() {
        return Ok(());
    }
    page.sentence(&plan.language.say("to-do-free", &[("names", free.join(", ").into())]))
}
