//! Tables and lists of the page: the funnel stage by stage, what each seller has to do, and the most urgent deals.

use std::collections::BTreeMap;

use maud::{Markup, html};

use crate::i18n::format;
use crate::measure::Rule;
use crate::report::task::{Task, overdue, tasks};
use crate::report::{Report, story};

use super::told;

/// So many deals are listed; all of them are in the workbook.
const MOST: usize = 12;

/// What is to be done: how many findings of each rule each seller has, then the most urgent deals.
pub(super) fn to_do(report: &Report<'_>) -> Markup {
    let language = report.language;
    let findings = &report.measures.findings;
    let tasks = tasks(report);
    html! {
        section {
            h2 { (language.text("sheet-to-do")) }
            @if findings.is_empty() {
                p { (story::nothing_urgent(report)) }
            } @else {
                (by_seller(report))
                h3 { (language.say("page-urgent", &[("count", tasks.len().min(MOST).into()), ("all", tasks.len().into())])) }
                div.wide { ul.tasks { @for task in tasks.iter().take(MOST) { (listed(report, task)) } } }
                @if tasks.len() > MOST { p.under { (language.text("page-more")) } }
            }
        }
    }
}

/// One row a seller with the count of each rule that found anything.
fn by_seller(report: &Report<'_>) -> Markup {
    let (language, findings) = (report.language, &report.measures.findings);
    let rules: Vec<Rule> =
        Rule::ALL.iter().copied().filter(|rule| findings.iter().any(|finding| finding.rule == *rule)).collect();
    // Those without a name come last.
    let mut counts: BTreeMap<(bool, Option<&str>), BTreeMap<Rule, usize>> = BTreeMap::new();
    for finding in findings {
        let owner = report.book.deals[finding.deal].owner.as_deref();
        *counts.entry((owner.is_none(), owner)).or_default().entry(finding.rule).or_default() += 1;
    }
    html! {
        div.wide { table {
            thead { tr {
                th { (language.text("chart-sellers-name")) }
                @for rule in &rules { th.n { (language.text(&format!("rule-{}", rule.name()))) } }
            } }
            tbody { @for ((_, owner), of_rule) in &counts {
                tr {
                    th { @match owner { Some(name) => (told(name)), None => (language.text("nobody")) } }
                    @for rule in &rules {
                        @let count = of_rule.get(rule).copied().unwrap_or_default();
                        td.n { @if count > 0 { (format::integer(count as i64, language)) } @else { "–" } }
                    }
                }
            } }
        } }
    }
}

fn listed(report: &Report<'_>, task: &Task<'_>) -> Markup {
    let language = report.language;
    let deal = &report.book.deals[task.deal];
    let name = deal.name.as_deref().or(deal.company.as_deref()).unwrap_or(&deal.id);
    let beside = deal.company.as_deref().filter(|company| *company != name);
    let worth = deal.value.map(|value| format::money(value, language));
    let reach = [deal.contact.as_deref(), deal.phone.as_deref(), deal.email.as_deref()];
    html! {
        li {
            b { (language.text(&format!("rule-{}.advice", task.first.rule.name()))) } ": " (told(name))
            @if let Some(company) = beside { " · " (told(company)) }
            @if let Some(worth) = worth { " · " (worth) }
            small {
                (told(report.stage_name(deal.stage())))
                @if let Some(overdue) = overdue(task.first, language) { " · " (overdue) }
                @if let Some(owner) = &deal.owner { " · " (told(owner)) }
            }
            @if reach.iter().any(Option::is_some) {
                small { @for (place, told_how) in reach.iter().flatten().enumerate() {
                    @if place > 0 { " · " }
                    (told(told_how))
                } }
            }
        }
    }
}

/// The funnel stage by stage, each with a bar; nothing when no deal ever stood on the ladder.
pub(super) fn funnel(report: &Report<'_>) -> Markup {
    let (funnel, language) = (&report.measures.funnel, report.language);
    let most = funnel.stages.iter().map(|stage| stage.reached).max().unwrap_or(0);
    let head = |key: &str| html! { th.n { (language.text(key)) } };
    let unplaced = funnel.losses_unplaced;
    html! {
        @if most > 0 {
            section {
                h2 { (language.text("sheet-funnel")) }
                div.wide { table {
                    thead { tr {
                        th { (language.text("chart-stage")) }
                        th {}
                        (head("page-reached")) (head("page-onward")) (head("chart-funnel-lost-here"))
                    } }
                    tbody { @for stage in &funnel.stages {
                        tr {
                            th { (told(report.stage_name(stage.stage))) }
                            td.bar {
                                i.won[stage.step.is_none()]
                                    style={ "width:" (format!("{:.1}", 100.0 * stage.reached as f64 / most as f64)) "%" } {}
                            }
                            td.n { (format::integer(stage.reached as i64, language)) }
                            @let rates = stage.step.as_ref().and_then(|step| Some((step.rate_low?, step.rate_high?)));
                            td.n { @if let Some((low, high)) = rates { (format::percent_range(low, high, 0, language)) } @else { "–" } }
                            td.n { @match &stage.step {
                                None => "–",
                                Some(step) if unplaced > 0 && step.lost == 0 => "?",
                                Some(step) => { @if unplaced > 0 { "≥ " } (format::integer(step.lost as i64, language)) }
                            } }
                        }
                    } }
                } }
                @if unplaced > 0 { p.under { (language.say("loss-stage-unknown", &[("count", unplaced.into())])) } }
            }
        }
    }
}
