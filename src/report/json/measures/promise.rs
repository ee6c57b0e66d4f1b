//! `measures.first_contact` and `measures.followup`: one promise on three clocks, with a record a deal.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::measure::{Latency, Measured, PromiseOnClock, PromiseRecord, PromiseResult, PromiseState, Verdict};
use crate::model::Book;

use super::{Ends, VerdictCounts, ends};
use crate::report::json::{moment, tidy};

#[derive(Serialize)]
pub(super) struct Promise<'a> {
    clock: Option<OnClock<'a>>,
    workdays: Option<OnClock<'a>>,
    office: Option<OnClock<'a>>,
    /// Why there is nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
    /// Deals to which it applies but whose start has no date.
    without_start: Option<usize>,
    has_times: Option<bool>,
}

#[derive(Serialize)]
struct OnClock<'a> {
    limit_h: f64,
    clock: &'static str,
    n: usize,
    mature: VerdictCounts,
    not_mature: usize,
    /// Ids of the deals still waiting.
    open_overdue: Vec<&'a str>,
    share_low: Option<f64>,
    share_high: Option<f64>,
    share_low_ci: Ends,
    share_high_ci: Ends,
    within_hours: BTreeMap<String, Share>,
    #[serde(skip_serializing_if = "Option::is_none")]
    km_hours: Option<Quantiles>,
    records: Vec<Record<'a>>,
}

#[derive(Serialize)]
struct Share {
    n: usize,
    low: Option<f64>,
    high: Option<f64>,
}

#[derive(Serialize)]
struct Quantiles {
    p50: Option<f64>,
    p75: Option<f64>,
    p90: Option<f64>,
}

#[derive(Serialize)]
struct Record<'a> {
    deal_id: &'a str,
    /// Its place in `deals`, from 0.
    deal: usize,
    start: String,
    state: &'static str,
    /// The moment that goes with the state; none while waiting.
    stop: Option<String>,
    verdict: &'static str,
    lo_h: f64,
    hi_h: Option<f64>,
    mature: bool,
}

pub(super) fn promise<'a>(book: &'a Book, measured: &Measured<PromiseResult>) -> Promise<'a> {
    match measured {
        Measured::Unknown(reason) => {
            let (reason, without_start) = (Some(reason.name()), None);
            Promise { clock: None, workdays: None, office: None, reason, without_start, has_times: None }
        }
        Measured::Known(result) => Promise {
            clock: Some(on_clock(book, result, "clock", &result.clock, |record| record.clock)),
            workdays: Some(on_clock(book, result, "workdays", &result.workdays, |record| record.workdays)),
            office: Some(on_clock(book, result, "office", &result.office, |record| record.office)),
            reason: None,
            without_start: Some(result.without_start),
            has_times: Some(result.has_times),
        },
    }
}

fn on_clock<'a>(
    book: &'a Book,
    result: &PromiseResult,
    clock: &'static str,
    figures: &PromiseOnClock,
    latency: fn(&PromiseRecord) -> Latency,
) -> OnClock<'a> {
    let within = figures.within_hours.iter().map(|share| {
        let figures = Share { n: share.n, low: share.low.map(tidy), high: share.high.map(tidy) };
        (share.hours.to_string(), figures)
    });
    OnClock {
        limit_h: figures.limit_hours,
        clock,
        n: figures.n,
        mature: figures.mature.into(),
        not_mature: figures.not_mature,
        open_overdue: figures.open_overdue.iter().map(|deal| book.deals[*deal].id.as_str()).collect(),
        share_low: figures.share_low.map(tidy),
        share_high: figures.share_high.map(tidy),
        share_low_ci: ends(figures.share_low_ci),
        share_high_ci: ends(figures.share_high_ci),
        within_hours: within.collect(),
        km_hours: figures.km_hours.map(|hours| {
            let [p50, p75, p90] = hours.map(|quantile| quantile.map(tidy));
            Quantiles { p50, p75, p90 }
        }),
        records: result.records.iter().map(|one| record(book, one, latency(one))).collect(),
    }
}

fn record<'a>(book: &'a Book, record: &PromiseRecord, latency: Latency) -> Record<'a> {
    let (state, stop) = match record.state {
        PromiseState::Recorded(at) => ("recorded", Some(at)),
        PromiseState::Implied(by) => ("implied", Some(by)),
        PromiseState::LostWithout(at) => ("lost_without", Some(at)),
        PromiseState::Vanished(at) => ("vanished", Some(at)),
        PromiseState::Running => ("running", None),
    };
    Record {
        deal_id: &book.deals[record.deal].id,
        deal: record.deal,
        start: moment(record.start),
        state,
        stop: stop.map(moment),
        verdict: match latency.verdict {
            Verdict::Met => "met",
            Verdict::Missed => "missed",
            Verdict::CannotTell => "cannot_tell",
            Verdict::Pending => "pending",
            Verdict::Excluded => "excluded",
        },
        lo_h: tidy(latency.lo),
        hi_h: latency.hi.map(tidy),
        mature: latency.mature,
    }
}
