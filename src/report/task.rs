//! Findings in, what is to be done out: a task a deal, the most urgent first. Shared by the sheet to work off, the
//! summary and the web page.

use std::collections::BTreeMap;

use crate::diagnostic::Word;
use crate::i18n::{Language, format};
use crate::measure::{Finding, Rule};

use super::{Report, story};

/// A deal that something is to be done about.
#[derive(Debug, Clone)]
pub struct Task<'a> {
    /// Its place in the book.
    pub deal: usize,
    /// Its most urgent finding.
    pub first: &'a Finding,
    /// Its other findings, most urgent first.
    pub others: Vec<&'a Finding>,
}

/// The tasks, most urgent first.
pub fn tasks<'a>(report: &Report<'a>) -> Vec<Task<'a>> {
    let mut tasks: Vec<Task<'_>> = Vec::new();
    let mut place_of: BTreeMap<usize, usize> = BTreeMap::new();
    for finding in &report.measures.findings {
        if let Some(place) = place_of.get(&finding.deal) {
            tasks[*place].others.push(finding);
        } else {
            place_of.insert(finding.deal, tasks.len());
            tasks.push(Task { deal: finding.deal, first: finding, others: Vec::new() });
        }
    }
    tasks
}

/// How long it has been so, in the unit of the promise or limit; none where nothing has passed.
pub fn overdue(finding: &Finding, language: Language) -> Option<String> {
    let days = || Word::from(language.say("count-days", &[("count", (finding.over.floor() as u64).into())]));
    let limit = || Word::from(format::short_decimal(finding.limit, 1, language));
    match finding.rule {
        Rule::NoContact | Rule::NoFollowUp => {
            let waited = story::waited(finding.over + finding.limit, language);
            let limit = story::limit(finding.limit, language);
            Some(language.say("overdue-promise", &[("waited", waited.into()), ("limit", limit.into())]))
        }
        Rule::Stalled => Some(language.say("overdue-stage", &[("days", days()), ("limit", limit())])),
        Rule::DeferredDue if finding.limit > 0.0 => {
            Some(language.say("overdue-stage", &[("days", days()), ("limit", limit())]))
        }
        Rule::DeferredDue | Rule::OverdueNextStep | Rule::CloseDatePassed => {
            Some(language.say("overdue-date", &[("days", days())]))
        }
        Rule::NoNextStep => None,
    }
}
