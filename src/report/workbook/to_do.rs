//! The sheet to work off: one block a seller, most urgent first, one row a deal with everything to call at once.

use std::collections::BTreeMap;

use rust_xlsxwriter::XlsxError;

use crate::i18n::{Language, format};
use crate::measure::{Finding, Rule};
use crate::report::section::Section;
use crate::report::story;
use crate::report::task::{self, Task, tasks};

use super::page::{Cell, Head, Page, left, right};
use super::plan::Plan;

/// Rows that the sheet shows at most.
const MOST_ROWS: usize = 2_000;

const WIDTHS: [f64; 12] = [4.0, 25.0, 23.0, 22.0, 16.0, 24.0, 24.0, 12.0, 10.0, 18.0, 24.0, 18.0];

pub(super) fn sheet<'p>(plan: &'p Plan<'p>) -> Result<Page<'p>, XlsxError> {
    let mut tasks = tasks(plan.report);
    tasks.retain(|task| plan.owner.is_none() || plan.deal(task.deal).owner.as_deref() == plan.owner);
    let columns = filled(plan, &tasks);
    let mut page = Page::new(plan, Section::ToDo, &kept(WIDTHS.to_vec(), &columns))?;
    page.title(Section::ToDo, &plan.word("lead-to-do"))?;
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
        block(&mut page, owner, &tasks, &columns)?;
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
        let owner = plan.deal(task.deal).owner.as_deref();
        if !blocks.contains_key(&owner) {
            order.push(owner);
        }
        blocks.entry(owner).or_default().push(task);
    }
    order.into_iter().map(|owner| (owner, blocks.remove(&owner).unwrap_or_default())).collect()
}

/// Which columns at least one row fills: the others would only make the print smaller.
fn filled(plan: &Plan<'_>, tasks: &[Task<'_>]) -> [bool; 12] {
    let mut filled = [tasks.is_empty(); 12];
    for task in tasks {
        for (filled, cell) in filled.iter_mut().zip(row(plan, task)) {
            *filled |= !matches!(cell, Cell::Blank);
        }
    }
    filled
}

fn kept<T>(of_columns: Vec<T>, columns: &[bool; 12]) -> Vec<T> {
    of_columns.into_iter().zip(columns).filter(|(_, is_kept)| **is_kept).map(|(kept, _)| kept).collect()
}

fn block(page: &mut Page<'_>, owner: Option<&str>, tasks: &[Task<'_>], columns: &[bool; 12]) -> Result<(), XlsxError> {
    let plan = page.plan;
    let language = plan.language;
    let stake = story::purse(plan.report, tasks.iter().map(|task| task.deal));
    let name = owner.map_or_else(|| plan.word("nobody"), str::to_owned);
    let mut line = language.say("to-do-block", &[("name", name.into()), ("count", tasks.len().into())]);
    if !stake.is_empty() {
        line = language.say(
            "story-at-stake",
            &[("sentence", line.into()), ("value", format::purse_short(&stake, language).into())],
        );
    }
    page.heading(&line)?;
    // The head of the first block is that of all.
    let is_first = page.list.is_none();
    let head = *page.list.get_or_insert(page.next);
    if is_first {
        page.sheet.set_repeat_rows(head, head)?;
    }
    page.heads(&kept(heads(plan), columns))?;
    for task in tasks {
        page.row(kept(row(plan, task), columns))?;
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

fn row(plan: &Plan<'_>, task: &Task<'_>) -> Vec<Cell> {
    let (deal, language) = (plan.deal(task.deal), plan.language);
    let text = |text: Option<&str>| text.map_or(Cell::Blank, |text| Cell::Text(text.to_owned()));
    let reach: Vec<&str> = [deal.phone.as_deref(), deal.email.as_deref()].into_iter().flatten().collect();
    let also: Vec<String> =
        task.others.iter().map(|finding| language.text(&format!("rule-{}", finding.rule.name()))).collect();
    vec![
        Cell::Tick,
        Cell::Strong(language.text(&format!("rule-{}.advice", task.first.rule.name()))),
        Cell::Deal(task.deal),
        plan.beside_name(task.deal),
        text(deal.contact.as_deref()),
        if reach.is_empty() { Cell::Blank } else { Cell::Text(reach.join("\n")) },
        overdue(task.first, language),
        deal.value.map_or(Cell::Blank, Cell::Money),
        plan.facts[task.deal].ageing.and_then(|ageing| ageing.p_win).map_or(Cell::Blank, Cell::Share),
        Cell::Text(plan.stage_name(deal.stage()).to_owned()),
        if also.is_empty() { Cell::Blank } else { Cell::Text(also.join("; ")) },
        Cell::Text(plan.source_of(deal)),
    ]
}

/// How long overdue: red for a broken promise.
fn overdue(finding: &Finding, language: Language) -> Cell {
    let cell = match finding.rule {
        Rule::NoContact | Rule::NoFollowUp => Cell::Broken,
        _ => Cell::Warned,
    };
    task::overdue(finding, language).map_or(Cell::Blank, cell)
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
