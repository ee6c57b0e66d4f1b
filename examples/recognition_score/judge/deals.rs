//! What was expected of the deals and what came out in, checks of counts, sums, words and single facts out.

use std::collections::BTreeMap;

use lejek::measure;
use lejek::model::{Book, Deal, DealState, Moment, Money, Purse, StageKind, StageOrigin};
use lejek::settings::Settings;

use super::check::{Check, Kind};
use super::expected::Expected;
use super::understood::Understood;

/// States in the order in which they are counted, with their names in a case.
const STATES: [(DealState, &str); 5] = [
    (DealState::Open, "open"),
    (DealState::Won, "won"),
    (DealState::Lost, "lost"),
    (DealState::Deferred, "deferred"),
    (DealState::Vanished, "vanished"),
];

/// All checks on the deals of a case.
pub(super) fn checks(expected: &Expected<'_>, understood: &Understood) -> Vec<Check> {
    let mut checks = Vec::new();
    let book = understood.book.as_ref();
    if let Some(deals) = expected.deals {
        let found = book.map_or("0".to_owned(), counted);
        checks.push(Check::same(Kind::Deals, format!("deals {deals}"), deals, found));
    }
    if let Some(sum) = expected.sum {
        let found = book.map_or("no deals".to_owned(), |book| summed(&book.deals.iter().collect::<Vec<_>>()));
        checks.push(Check::same(Kind::Deals, format!("sum {sum}"), sum, found));
    }
    for (state, value) in &expected.values {
        let found = book.map_or("no deals".to_owned(), |book| summed(&deals_in(book, state)));
        checks.push(Check::same(Kind::Deals, format!("value {state} {value}"), value, found));
    }
    if let Some(reached) = expected.reached {
        let found = book.map_or("no deals".to_owned(), |book| rungs(book, &understood.settings));
        checks.push(Check::same(Kind::Deals, format!("reached {reached}"), reached, found));
    }
    if let Some(book) = book {
        let found = if book.tally.adds_up() { "all rows".to_owned() } else { format!("{:?}", book.tally) };
        checks.push(Check::same(Kind::Said, "all rows are accounted for".to_owned(), "all rows", found));
    }
    for (word, key) in &expected.words {
        let found = book.map_or("no deals".to_owned(), |book| stage_of_word(book, word));
        checks.push(Check::same(Kind::Word, format!("word {word} = {key}"), key, found));
    }
    for (name, facts) in &expected.facts {
        let deals: Vec<&Deal> = book.map_or(Vec::new(), |book| deals_called(book, name));
        for fact in facts {
            let found = match (book, deals.as_slice()) {
                (Some(book), [deal]) => told(book, deal, fact),
                (_, deals) => format!("{} such deals", deals.len()),
            };
            checks.push(Check::same(Kind::Deals, format!("deal {name}: {fact}"), fact, found));
        }
    }
    checks
}

/// `5 = 2 open + 1 won + 2 lost`.
fn counted(book: &Book) -> String {
    let count = |state| book.deals.iter().filter(|deal| deal.state(&book.pipeline) == state).count();
    let parts = STATES.iter().map(|(state, name)| (count(*state), name)).filter(|(count, _)| *count > 0);
    let parts: Vec<String> = parts.map(|(count, name)| format!("{count} {name}")).collect();
    format!("{} = {}", book.deals.len(), parts.join(" + "))
}

/// `1200 EUR, 5000 PLN`; an amount without a currency stands alone.
fn summed(deals: &[&Deal]) -> String {
    let mut purse = Purse::default();
    deals.iter().filter_map(|deal| deal.value).for_each(|value| purse.add(value));
    let sums: Vec<String> = purse.sums().map(amount).collect();
    if sums.is_empty() { "nothing".to_owned() } else { sums.join(", ") }
}

fn deals_in<'a>(book: &'a Book, state: &str) -> Vec<&'a Deal> {
    let (state, _) = STATES.iter().find(|(_, name)| *name == state).unwrap_or_else(|| panic!("no such state: {state}"));
    book.deals.iter().filter(|deal| deal.state(&book.pipeline) == *state).collect()
}

/// `new 5, contact 3, won 1`.
fn rungs(book: &Book, settings: &Settings) -> String {
    let funnel = measure::measure(book, settings).funnel;
    let rungs: Vec<String> =
        funnel.stages.iter().map(|rung| format!("{} {}", stage_key(book, rung.stage.0), rung.reached)).collect();
    rungs.join(", ")
}

fn amount(money: Money) -> String {
    let number = money.amount.normalize();
    if money.currency.is_stated() { format!("{number} {}", money.currency.code()) } else { number.to_string() }
}

fn stage_of_word(book: &Book, word: &str) -> String {
    let stages: BTreeMap<&str, &str> = book
        .pipeline
        .stages
        .iter()
        .flat_map(|stage| {
            let key = if stage.origin == StageOrigin::Sheet { "own" } else { stage.key.as_str() };
            stage.words.iter().map(move |(used, _)| (used.as_str(), key))
        })
        .collect();
    stages.get(word).map_or("no stage".to_owned(), |key| (*key).to_owned())
}

fn deals_called<'a>(book: &'a Book, name: &str) -> Vec<&'a Deal> {
    let called = |deal: &&Deal| {
        let names = [Some(&deal.id), deal.name.as_ref(), deal.company.as_ref(), deal.contact.as_ref()];
        names.into_iter().flatten().any(|other| other == name)
    };
    book.deals.iter().filter(called).collect()
}

/// What a deal says where the fact asks: the same words when it is true.
fn told(book: &Book, deal: &Deal, fact: &str) -> String {
    let (about, value) = fact.split_once(' ').unwrap_or((fact, ""));
    let (about, found) = match about {
        "state" => {
            (about, STATES.iter().find(|(state, _)| *state == deal.state(&book.pipeline)).map(|(_, s)| (*s).into()))
        }
        "stage" => (about, Some(stage_key(book, deal.stage().0))),
        "lost-at" => (about, lost_at(book, deal)),
        "value" => (about, deal.value.map(amount)),
        "owner" => (about, deal.owner.clone()),
        "source" => (about, deal.source.clone()),
        "campaign" => (about, deal.campaign.clone()),
        "campaign-cost" => (about, deal.campaign_cost.map(amount)),
        "company" => (about, deal.company.clone()),
        "contact" => (about, deal.contact.clone()),
        "email" => (about, deal.email.clone()),
        "reason" => (about, deal.lost_reason.clone()),
        "next-step" => (about, deal.next_step.clone()),
        "next-step-on" => (about, deal.next_step_on.map(written)),
        "expected" => (about, deal.expected_close.map(written)),
        "last" => (about, deal.last_activity.map(written)),
        "rows" => (about, Some(deal.rows.len().to_string())),
        "into" => {
            let stage = value.split(' ').next().unwrap_or_default();
            let entry = deal.history.iter().find(|entry| stage_key(book, entry.stage.0) == stage);
            let when = entry.map(|entry| entry.entered.moment().map_or("unknown".to_owned(), written));
            return format!("into {stage} {}", when.unwrap_or_else(|| "never".to_owned()));
        }
        _ => panic!("no such fact: {fact}"),
    };
    format!("{about} {}", found.unwrap_or_else(|| "none".to_owned()))
}

fn stage_key(book: &Book, place: usize) -> String {
    let stage = &book.pipeline.stages[place];
    if stage.origin == StageOrigin::Sheet { "own".to_owned() } else { stage.key.clone() }
}

/// The last open stage of a lost deal, where the sheet tells it.
fn lost_at(book: &Book, deal: &Deal) -> Option<String> {
    let open = |stage: usize| book.pipeline.stages[stage].kind == StageKind::Open;
    let last = deal.history.iter().rev().find(|entry| open(entry.stage.0)).filter(|_| deal.way_known);
    last.map(|entry| stage_key(book, entry.stage.0))
}

fn written(moment: Moment) -> String {
    match moment {
        Moment::Day(day) => day.to_string(),
        Moment::At(at) => at.format("%Y-%m-%d %H:%M").to_string(),
    }
}
