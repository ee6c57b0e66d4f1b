//! Where the sheets cannot support a number, report.json has null with a reason: every null of the measures is looked at,
//! from one deal up to twelve, without dates, without values and in two currencies.

#[path = "support/measured.rs"]
mod measured;
mod support;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use lejek::i18n::Language;
use lejek::model::{Book, Currency, Entered, Moment, Money};
use lejek::report::json::json;
use measured::Measured;
use serde_json::Value;
use support::events;

const EXAMPLE: &str = include_str!("fixtures/example12.csv");
const AS_OF: &str = "2025-06-30";

/// Fields beside a null that tell why.
const TELL_WHY: [&str; 3] = ["reason", "why", "not_reached_beyond"];

const DOCS: &str = include_str!("../docs/measures.md");

/// The nulls that tell by themselves what they mean, by the ends of their paths: the table of the documentation.
fn self_evident() -> Vec<&'static str> {
    let rows = DOCS.lines().skip_while(|line| !line.starts_with("| in report.json |")).skip(2);
    let ends = rows.take_while(|line| line.starts_with('|')).filter_map(|line| line.split('|').nth(1));
    ends.flat_map(|cell| cell.split('`').skip(1).step_by(2)).collect()
}

/// Deals of every size and shape, by name.
fn books() -> Vec<(String, Book)> {
    let whole = events::book(EXAMPLE, AS_OF);
    let mut books: Vec<(String, Book)> = (1..=whole.deals.len())
        .map(|count| {
            let mut book = whole.clone();
            book.deals.truncate(count);
            (format!("{count} deals"), book)
        })
        .collect();
    let mut changed = |name: &str, change: fn(&mut Book)| {
        let mut book = whole.clone();
        change(&mut book);
        books.push((name.to_owned(), book));
    };
    changed("no dates", |book| {
        let entries = book.deals.iter_mut().flat_map(|deal| &mut deal.history);
        entries.for_each(|entry| entry.entered = Entered::Unknown);
    });
    changed("a first copy", |book| {
        let copy = Moment::Day(NaiveDate::from_ymd_opt(2025, 5, 16).expect("a day"));
        for deal in &mut book.deals {
            let seen = |entered: Entered| entered.moment().is_some_and(|moment| moment.order(copy).is_le());
            deal.known_from = seen(deal.history[0].entered).then_some(copy);
            let inquiry = usize::from(deal.id != "D01");
            for entry in deal.history.iter_mut().skip(inquiry).filter(|entry| seen(entry.entered)) {
                entry.entered = Entered::Unknown;
            }
        }
    });
    changed("no values", |book| {
        for deal in &mut book.deals {
            deal.value = None;
            deal.history.iter_mut().for_each(|entry| entry.value = None);
        }
    });
    changed("two currencies", |book| {
        let values = book.deals.iter_mut().step_by(2).filter_map(|deal| deal.value.as_mut());
        values.for_each(|value| value.currency = Currency::EUR);
    });
    changed("costs", |book| {
        // Whole, unclear, in two currencies, none at all; the first is of a campaign that won.
        let costs = [
            ("Alfa", 900),
            ("Alfa", 900),
            ("Beta", 1),
            ("Beta", 1),
            ("Beta", 2),
            ("Beta", 2),
            ("Gamma", 5),
            ("Gamma", 6),
        ];
        for (deal, (campaign, cost)) in book.deals.iter_mut().zip(costs) {
            let currency = if cost == 6 { Currency::EUR } else { Currency::PLN };
            deal.campaign = Some(campaign.to_owned());
            deal.campaign_cost = Some(Money { amount: cost.into(), currency });
        }
    });
    changed("costs of nobody", |book| {
        for deal in &mut book.deals {
            (deal.source, deal.campaign_cost) = (None, deal.value);
        }
    });
    changed("one stage", |book| book.deals.iter_mut().for_each(|deal| deal.history.truncate(1)));
    changed("no names", |book| {
        for deal in &mut book.deals {
            (deal.owner, deal.source) = (None, None);
        }
    });
    books
}

/// The nulls that nothing beside them explains, by their paths with `*` for places, and every reason given.
fn walk(at: &str, value: &Value, beside: Option<&Value>, nulls: &mut BTreeSet<String>, reasons: &mut BTreeSet<String>) {
    match value {
        Value::Null => {
            let told = |key: &&str| beside.and_then(|beside| beside.get(key)).is_some_and(|why| !why.is_null());
            let series = at.rsplit('/').next().expect("a key");
            let of_series = beside.and_then(|beside| beside.get("reasons")?.get(series));
            if !TELL_WHY.iter().any(told) && of_series.is_none() {
                nulls.insert(at.to_owned());
            }
        }
        Value::Array(items) => items.iter().for_each(|item| walk(&format!("{at}/*"), item, None, nulls, reasons)),
        Value::Object(fields) => {
            for (key, field) in fields {
                let told = match key.as_str() {
                    "reason" => Some(field),
                    // A map from figures to reasons; a list under this name is one of lost deals.
                    _ if at.ends_with("/reasons") => Some(field),
                    _ => None,
                };
                reasons.extend(told.and_then(Value::as_str).map(str::to_owned));
                walk(&format!("{at}/{key}"), field, Some(value), nulls, reasons);
            }
        }
        Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[test]
fn every_null_tells_why() {
    let (mut nulls, mut reasons) = (BTreeMap::new(), BTreeSet::new());
    for (name, book) in books() {
        let measured = Measured::of(book, events::settings(AS_OF));
        let report: Value = serde_json::from_slice(&json(&measured.report(Language::En))).expect("it is JSON");
        let mut found = BTreeSet::new();
        walk("", &report["measures"], None, &mut found, &mut reasons);
        nulls.extend(found.into_iter().map(|path| (path, name.clone())));
    }
    let evident = self_evident();
    let stands_in = |path: &str, end: &str| path.ends_with(&format!("/{end}"));
    let bare: Vec<String> = nulls
        .iter()
        .filter(|(path, _)| !evident.iter().any(|end| stands_in(path, end)))
        .map(|(path, name)| format!("{path} ({name})"))
        .collect();
    assert!(bare.is_empty(), "null without a reason:\n{}", bare.join("\n"));
    for end in evident {
        assert!(nulls.keys().any(|path| stands_in(path, end)), "no null ends in {end}");
    }
    for reason in reasons {
        assert!(DOCS.contains(&format!("`{reason}`")), "docs/measures.md does not explain {reason}");
    }
}
