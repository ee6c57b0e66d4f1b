//! Findings: what to act on, one line a deal and rule, most urgent first.
//!
//! Promises are judged on hours of working days, so that nobody is late over a weekend. A deferred deal is
//! found by one rule only, when its day has come. The order is that of the rules, then of severity, then of
//! the value at stake.

use super::stalled::severity;
use super::way::{Way, amount};
use super::{AgeStatus, Ageing, Finding, Flag, PromiseResult, Rule, Stalled};
use crate::model::{Book, DealState, Moment};

/// A date that passed at most so many days ago is of severity 1, or 2; beyond that 3.
const DAYS_PASSED: [f64; 2] = [7.0, 30.0];

/// Everything to act on.
pub(super) fn findings(
    book: &Book,
    ways: &[Way<'_>],
    stalled: &Stalled,
    first_contact: Option<&PromiseResult>,
    follow_up: Option<&PromiseResult>,
) -> Vec<Finding> {
    let finder = Finder { as_of: book.as_of, ways, ages: &stalled.deals };
    let of_rule = |rule| match rule {
        Rule::NoContact => finder.late(rule, first_contact),
        Rule::NoFollowUp => finder.late(rule, follow_up),
        Rule::Stalled => finder.old(rule, DealState::Open),
        Rule::DeferredDue => finder.old(rule, DealState::Deferred),
        Rule::OverdueNextStep => finder.passed(rule, Flag::OverdueNextStep, |way| way.deal.next_step_on),
        Rule::CloseDatePassed => finder.passed(rule, Flag::CloseDatePassed, |way| way.deal.expected_close),
        Rule::NoNextStep => finder.without_step(rule),
    };
    let mut all = Vec::new();
    for rule in Rule::ALL {
        let mut found = of_rule(*rule);
        found.sort_by(|a, b| {
            let worth = |finding: &Finding| ways[finding.deal].amount();
            let graver = b.severity.cmp(&a.severity);
            graver.then_with(|| worth(b).total_cmp(&worth(a))).then_with(|| a.deal.cmp(&b.deal))
        });
        all.extend(found);
    }
    all
}

struct Finder<'a> {
    as_of: Moment,
    ways: &'a [Way<'a>],
    ages: &'a [Ageing],
}

impl<'a> Finder<'a> {
    /// Customers still waiting although the promise has passed.
    fn late(&self, rule: Rule, promise: Option<&PromiseResult>) -> Vec<Finding> {
        let Some(promise) = promise else { return Vec::new() };
        let limit = promise.limit_hours;
        let overdue = &promise.workdays.open_overdue;
        // Both lists are in the order of the book.
        let records = promise.records.iter().filter(|record| overdue.binary_search(&record.deal).is_ok());
        records
            .map(|record| Finding {
                severity: severity(record.workdays.lo / limit),
                since: Some(record.start),
                over: record.workdays.lo - limit,
                limit,
                ..self.finding(rule, record.deal)
            })
            .collect()
    }

    /// Deals of this state that are stalled.
    fn old(&self, rule: Rule, state: DealState) -> Vec<Finding> {
        let stalled = self.ages.iter().filter(|ageing| ageing.status == AgeStatus::Stalled);
        stalled
            .filter(|ageing| self.ways[ageing.deal].state == state)
            .map(|ageing| {
                let finding = Finding { severity: ageing.severity, ..self.finding(rule, ageing.deal) };
                match self.ways[ageing.deal].deal.next_step_on {
                    Some(due) if state == DealState::Deferred => {
                        Finding { since: Some(due), over: due.days_until(self.as_of), ..finding }
                    }
                    _ => Finding {
                        since: self.since(ageing),
                        over: ageing.age.unwrap_or_default(),
                        limit: ageing.limit,
                        ..finding
                    },
                }
            })
            .collect()
    }

    /// Open deals of which a date has passed.
    fn passed(&self, rule: Rule, flag: Flag, date: fn(&Way<'_>) -> Option<Moment>) -> Vec<Finding> {
        self.flagged(flag)
            .map(|ageing| {
                let since = date(&self.ways[ageing.deal]);
                let days = since.map_or(0.0, |since| (self.as_of.date() - since.date()).num_days() as f64);
                let steps = DAYS_PASSED.iter().filter(|limit| days > **limit).count();
                Finding { severity: 1 + steps as u8, since, over: days, ..self.finding(rule, ageing.deal) }
            })
            .collect()
    }

    /// Open deals without a next step, where the team keeps them.
    fn without_step(&self, rule: Rule) -> Vec<Finding> {
        self.flagged(Flag::NoNextStep)
            .map(|ageing| Finding { since: self.since(ageing), ..self.finding(rule, ageing.deal) })
            .collect()
    }

    fn flagged(&self, flag: Flag) -> impl Iterator<Item = &'a Ageing> {
        let ways = self.ways;
        self.ages
            .iter()
            .filter(move |ageing| ageing.flags.contains(&flag) && ways[ageing.deal].state == DealState::Open)
    }

    /// Since when the deal is in its stage.
    fn since(&self, ageing: &Ageing) -> Option<Moment> {
        self.ways[ageing.deal].history.last().and_then(|entry| entry.entered.moment())
    }

    fn finding(&self, rule: Rule, deal: usize) -> Finding {
        let value = self.ways[deal].value().map(|money| (amount(money), money.currency));
        Finding { rule, deal, severity: 1, since: None, over: 0.0, limit: 0.0, value }
    }
}
