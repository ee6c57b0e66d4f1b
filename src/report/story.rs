//! What the measures say in sentences: up to five findings, each with its number, and what cannot be said.
//! Shared by the summary sheet, the terminal and the titles of the charts. Computes no figure of its own.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::diagnostic::Word;
use crate::i18n::{Language, format};
use crate::measure::{
    AgeStatus, Finding, Forecast, HORIZONS, Lack, Measured, PromiseRecord, PromiseResult, PromiseState, Rule, Verdict,
};
use crate::model::{Currency, Purse};

use super::Report;
use super::section::Section;

/// A finding in words, and the part of the report where its rows are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// The sentence, without a full stop.
    pub text: String,
    /// Where to look next.
    pub target: Section,
}

/// At most so many findings are told.
const MOST: usize = 5;

/// The findings that matter most: where deals are lost, then who waits by the value at stake, then what sells, then
/// what is not kept in order.
/// Never empty: when there is nothing to act on, it says so.
pub fn headline_findings(report: &Report<'_>) -> Vec<Sentence> {
    let mut told: Vec<Sentence> = loss(report).into_iter().collect();
    told.extend(waiting(report, &[Rule::NoContact, Rule::NoFollowUp, Rule::Stalled, Rule::DeferredDue]));
    told.extend(best_source(report));
    told.extend(waiting(report, &[Rule::OverdueNextStep, Rule::CloseDatePassed, Rule::NoNextStep]));
    if report.measures.findings.is_empty() {
        told.push(Sentence { text: nothing_urgent(report), target: Section::ToDo });
    }
    told.truncate(MOST);
    told
}

/// That there is nothing to act on; where the sheets do not tell everything, that they show nothing.
pub fn nothing_urgent(report: &Report<'_>) -> String {
    let measures = report.measures;
    let judged = measures.stalled.deals.iter().all(|ageing| ageing.status != AgeStatus::CannotTell);
    let all_known = measures.first_contact.known().is_some() && measures.follow_up.known().is_some() && judged;
    report.language.text(if all_known { "story-nothing-urgent" } else { "story-nothing-shown" })
}

/// What the sheets do not allow to say, and why: one sentence each.
pub fn unsaid(report: &Report<'_>) -> Vec<String> {
    let (language, measures) = (report.language, report.measures);
    let mut sentences = Vec::new();
    for (promise, name) in [(&measures.first_contact, "first-contact"), (&measures.follow_up, "follow-up")] {
        match promise {
            Measured::Unknown(why) => {
                let why = language.text(&format!("unmeasured-{name}-{}", why.name()));
                sentences.push(language.say(&format!("story-unsaid-{name}"), &[("why", why.into())]));
            }
            Measured::Known(result) => sentences.extend(undecided_promises(result, name, report)),
        }
    }
    if let Some(why) = no_forecast(report) {
        sentences.push(language.say("story-unsaid-forecast", &[("why", why.into())]));
    }
    let counted = [
        ("story-unsaid-losses", measures.funnel.losses_unplaced),
        ("story-unsaid-age", measures.stalled.deals.iter().filter(|a| a.status == AgeStatus::CannotTell).count()),
        ("story-unsaid-values", measures.totals.without_value),
    ];
    for (key, count) in counted.into_iter().filter(|(_, count)| *count > 0) {
        sentences.push(language.say(key, &[("count", count.into())]));
    }
    if report.book.deals.iter().any(|deal| deal.value.is_some_and(|value| !value.currency.is_stated())) {
        sentences.push(language.text("story-unsaid-currency"));
    }
    sentences
}

/// Why there is no forecast at all; none when there is one for any horizon.
fn no_forecast(report: &Report<'_>) -> Option<String> {
    match &report.measures.forecast {
        Measured::Unknown(why) => Some(report.language.text(&format!("reason-{}", why.name()))),
        Measured::Known(forecast) if forecast.horizons.iter().any(Option::is_some) => None,
        Measured::Known(forecast) => Some(lacks(forecast, HORIZONS[0], report.language)),
    }
}

/// What a forecast over so many days lacks, in words.
pub fn lacks(forecast: &Forecast, days: u32, language: Language) -> String {
    let gate = &forecast.gate;
    let say = |lack: Lack| {
        let (key, count) = match lack {
            Lack::Closed => ("lack-closed", gate.won + gate.lost),
            Lack::Won => ("lack-won", gate.won),
            Lack::Lost => ("lack-lost", gate.lost),
            Lack::Open => ("lack-open", gate.open),
            Lack::WonForLong => ("lack-won-for-long", gate.won),
        };
        language.say(key, &[("count", count.into())])
    };
    gate.lacks(days).into_iter().map(say).collect::<Vec<_>>().join("; ")
}

/// Hours as the promises name them: `24 h`; from three days on, days: `12 dni`.
pub fn waited(hours: f64, language: Language) -> String {
    if hours < 72.0 {
        return limit(hours, language);
    }
    language.say("count-days", &[("count", ((hours / 24.0) as u64).into())])
}

/// A limit in hours: `24 h`, `0,5 h`.
pub fn limit(hours: f64, language: Language) -> String {
    format!("{}\u{a0}h", format::short_decimal(hours, 1, language))
}

fn undecided_promises(result: &PromiseResult, name: &str, report: &Report<'_>) -> Option<String> {
    let language = report.language;
    let open = result.clock.mature.cannot_tell;
    if open == 0 {
        // Follow-ups are promised in days; calls in minutes are worth having, and dates cannot tell them.
        let minutes = name == "first-contact" && !result.has_times;
        return minutes.then(|| language.text("story-unsaid-first-contact-minutes"));
    }
    let undecided = result.records.iter().filter(|record| record.clock.verdict == Verdict::CannotTell);
    let mut entries = undecided.flat_map(|record| &report.book.deals[record.deal].history);
    let why = match result.has_times {
        _ if entries.any(|entry| entry.entered.is_between_copies()) => "copies",
        true => "some",
        false => "hours",
    };
    let key = format!("story-unsaid-{name}-{why}");
    let words = [("count", Word::from(open)), ("limit", limit(result.limit_hours, language).into())];
    Some(language.say(&key, &words))
}

/// The stage after which most deals are lost.
fn loss(report: &Report<'_>) -> Option<Sentence> {
    let funnel = &report.measures.funnel;
    let (stage, step) = funnel.losing_most()?;
    let key = if funnel.losses_unplaced > 0 { "story-lost-at-least" } else { "story-lost-most" };
    let name = Word::from(report.stage_name(stage.stage));
    let mut text =
        report.language.say(key, &[("stage", name), ("lost", step.lost.into()), ("of", step.at_risk.into())]);
    let starts_promise = report.book.pipeline.promises.follow_up.as_ref().is_some_and(|p| p.from == stage.stage);
    let forgotten = report.measures.follow_up.known().map_or(0, lost_without);
    if starts_promise && funnel.losses_unplaced == 0 && forgotten > 0 {
        let words = [("sentence", Word::from(text)), ("count", forgotten.into())];
        text = report.language.say("story-lost-without", &words);
    }
    Some(Sentence { text, target: Section::Funnel })
}

/// Deals that were lost after the limit had passed without the promise being kept.
fn lost_without(promise: &PromiseResult) -> usize {
    let broken = |record: &&PromiseRecord| {
        matches!(record.state, PromiseState::LostWithout(_)) && record.clock.verdict == Verdict::Missed
    };
    promise.records.iter().filter(broken).count()
}

/// What these rules found; the most valuable first.
fn waiting(report: &Report<'_>, rules: &[Rule]) -> Vec<Sentence> {
    let mut told: Vec<(Decimal, Sentence)> = rules
        .iter()
        .filter_map(|rule| {
            let findings: Vec<&Finding> = report.measures.findings.iter().filter(|f| f.rule == *rule).collect();
            let stake = purse(report, findings.iter().map(|finding| finding.deal));
            let sentence = of_rule(report, *rule, &findings, &stake)?;
            Some((stake.of(main_currency(report)), sentence))
        })
        .collect();
    told.sort_by_key(|(stake, _)| std::cmp::Reverse(*stake));
    told.into_iter().map(|(_, sentence)| sentence).collect()
}

fn of_rule(report: &Report<'_>, rule: Rule, findings: &[&Finding], stake: &Purse) -> Option<Sentence> {
    let language = report.language;
    let longest = findings.iter().max_by(|a, b| a.over.total_cmp(&b.over))?;
    let mut words = vec![
        ("count", Word::from(findings.len())),
        ("limit", limit(longest.limit, language).into()),
        ("longest", waited(longest.over + longest.limit, language).into()),
    ];
    let (stage, here) = most_common(findings.iter().map(|finding| report.book.deals[finding.deal].stage()))?;
    words.extend([("stage", Word::from(report.stage_name(stage))), ("here", here.into())]);
    // No stage stands out when each deal is in another.
    let spread = rule == Rule::Stalled && findings.len() > 1 && here == 1;
    let key = if spread { "story-stalled-spread".to_owned() } else { format!("story-{}", rule.name()) };
    let mut text = language.say(&key, &words);
    if !stake.is_empty() {
        text = language.say(
            "story-at-stake",
            &[("sentence", text.into()), ("value", format::purse_short(stake, language).into())],
        );
    }
    let target = match rule {
        Rule::NoContact => Section::FirstContact,
        Rule::NoFollowUp => Section::FollowUp,
        Rule::Stalled | Rule::DeferredDue => Section::Stalled,
        Rule::OverdueNextStep | Rule::NoNextStep | Rule::CloseDatePassed => Section::ToDo,
    };
    Some(Sentence { text, target })
}

/// The source whose share of sales exceeds its share of deals the most; told from five sales on.
fn best_source(report: &Report<'_>) -> Option<Sentence> {
    const FEWEST_WON: usize = 5;
    let (language, currency) = (report.language, main_currency(report));
    let totals = &report.measures.totals;
    let (all, won) = (totals.deals as f64, format::plain(totals.won_value.of(currency)));
    if totals.won_value.single().is_none() || won <= 0.0 {
        return None;
    }
    let shares =
        |group: &crate::measure::Group| (group.deals as f64 / all, format::plain(group.won_value.of(currency)) / won);
    let (name, (of_deals, of_sales)) = report
        .measures
        .sources
        .iter()
        .filter(|group| group.won >= FEWEST_WON)
        .filter_map(|group| Some((group.name.as_deref()?, shares(group))))
        .max_by(|(_, a), (_, b)| (a.1 - a.0).total_cmp(&(b.1 - b.0)))?;
    let telling = of_sales - of_deals > 0.05;
    let words = [
        ("source", Word::from(name)),
        ("deals", format::percent(of_deals, 0, language).into()),
        ("sales", format::percent(of_sales, 0, language).into()),
    ];
    telling.then(|| Sentence { text: language.say("story-source", &words), target: Section::Sources })
}

/// The value of these deals together, by currency; each deal once.
pub fn purse(report: &Report<'_>, deals: impl Iterator<Item = usize>) -> Purse {
    let once: std::collections::BTreeSet<usize> = deals.collect();
    once.into_iter().filter_map(|deal| report.book.deals[deal].value).collect()
}

/// The currency that most deals are in; unstated when none has a value.
pub fn main_currency(report: &Report<'_>) -> Currency {
    most_common(report.book.deals.iter().filter_map(|deal| Some(deal.value?.currency)))
        .map_or(Currency::UNSTATED, |(currency, _)| currency)
}

/// What occurs most often, and how often; the first in order among equals.
fn most_common<T: Ord + Copy>(items: impl Iterator<Item = T>) -> Option<(T, usize)> {
    let mut counts: BTreeMap<T, usize> = BTreeMap::new();
    for item in items {
        *counts.entry(item).or_default() += 1;
    }
    counts.into_iter().rev().max_by_key(|(_, count)| *count)
}
