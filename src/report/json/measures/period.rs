//! `measures.period`: what came in, moved, was won and lost in the period, against the one before, deal by deal.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::measure::{Change, Measured, PeriodCount, PeriodFigures, PeriodPromise};
use crate::model::Book;
use crate::report::Report;

use super::reason;
use crate::report::json::{MomentOrSpan, Sums, number, sums, tidy};

#[derive(Serialize)]
pub(super) struct Period<'a> {
    rule: &'static str,
    current: Figures,
    previous: Figures,
    /// As many days of the period before as the current one has run; null when it is over.
    previous_so_far: Option<Figures>,
    changes: Vec<OneChange<'a>>,
    undated: BTreeMap<&'static str, usize>,
    stages_overwritten: usize,
}

#[derive(Serialize)]
struct Figures {
    from: String,
    to: String,
    complete: bool,
    changes: BTreeMap<&'static str, Count>,
    offers: Count,
    first_contact: Promise,
    followup: Promise,
}

#[derive(Serialize)]
struct Count {
    times: Option<usize>,
    deals: Option<usize>,
    value: Option<Sums>,
    without_value: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
}

#[derive(Serialize)]
struct Promise {
    met: Option<usize>,
    missed: Option<usize>,
    cannot_tell: Option<usize>,
    not_mature: Option<usize>,
    share_low: Option<f64>,
    share_high: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
}

#[derive(Serialize)]
struct OneChange<'a> {
    deal_id: &'a str,
    /// Its place in `deals`, from 0.
    deal: usize,
    kind: &'static str,
    /// Null when it came in, or when no sheet keeps the stage before.
    from: Option<&'a str>,
    to: &'a str,
    /// A moment; two when it lies between two copies.
    at: Option<MomentOrSpan>,
    undone: bool,
    value: Option<f64>,
    currency: Option<String>,
}

pub(super) fn period<'a>(report: &Report<'a>) -> Period<'a> {
    let period = &report.measures.period;
    Period {
        rule: period.rule.name(),
        current: figures(&period.current),
        previous: figures(&period.previous),
        previous_so_far: period.previous_so_far.as_ref().map(figures),
        changes: period.changes.iter().map(|change| one(report.book, change)).collect(),
        undated: period.undated.iter().map(|(kind, count)| (kind.name(), *count)).collect(),
        stages_overwritten: period.stages_overwritten,
    }
}

fn figures(figures: &PeriodFigures) -> Figures {
    Figures {
        from: figures.from.to_string(),
        to: figures.to.to_string(),
        complete: figures.complete,
        changes: figures.changes.iter().map(|(kind, measured)| (kind.name(), count(measured))).collect(),
        offers: count(&figures.offers),
        first_contact: promise(&figures.first_contact),
        followup: promise(&figures.follow_up),
    }
}

fn count(measured: &Measured<PeriodCount>) -> Count {
    let count = measured.known();
    Count {
        times: count.map(|count| count.times),
        deals: count.map(|count| count.deals),
        value: count.map(|count| sums(&count.value)),
        without_value: count.map(|count| count.without_value),
        reason: reason(measured),
    }
}

fn promise(measured: &Measured<PeriodPromise>) -> Promise {
    let promise = measured.known();
    Promise {
        met: promise.map(|promise| promise.mature.met),
        missed: promise.map(|promise| promise.mature.missed),
        cannot_tell: promise.map(|promise| promise.mature.cannot_tell),
        not_mature: promise.map(|promise| promise.not_mature),
        share_low: promise.and_then(|promise| promise.share_low).map(tidy),
        share_high: promise.and_then(|promise| promise.share_high).map(tidy),
        reason: reason(measured),
    }
}

fn one<'a>(book: &'a Book, change: &Change) -> OneChange<'a> {
    let deal = &book.deals[change.deal];
    let key = |stage| book.pipeline.stage(stage).key.as_str();
    OneChange {
        deal_id: &deal.id,
        deal: change.deal,
        kind: change.kind.name(),
        from: change.from.map(key),
        to: key(change.to),
        at: MomentOrSpan::of(change.entered),
        undone: change.undone,
        value: deal.value.map(|value| number(value.amount)),
        currency: deal.value.map(|value| value.currency.code().to_owned()),
    }
}
