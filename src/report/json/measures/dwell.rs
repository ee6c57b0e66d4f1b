//! `measures.time_in_stage`, by stage, and `measures.cycle`.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::measure::{self, Cause, DwellQuantile, MARKS, Measured, QUANTILES};
use crate::report::Report;

use super::reason;
use crate::report::json::tidy;

#[derive(Serialize)]
pub(super) struct Dwell {
    n: usize,
    undated: usize,
    still_in: usize,
    exits: BTreeMap<&'static str, usize>,
    re_entries: usize,
    #[serde(flatten)]
    times: Option<Times>,
    /// Why there are no times.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
}

#[derive(Serialize)]
struct Times {
    median_ci: [Option<f64>; 2],
    quantiles: BTreeMap<String, Quantile>,
    rmst: Restricted,
    still_share_end: f64,
    longest_observed: f64,
    cif: BTreeMap<&'static str, BTreeMap<String, Option<f64>>>,
}

#[derive(Serialize)]
struct Quantile {
    days: Option<f64>,
    at_risk: Option<usize>,
    /// The longest stay, where the quantile lies beyond it.
    not_reached_beyond: Option<f64>,
}

#[derive(Serialize)]
struct Restricted {
    tau: f64,
    days: f64,
}

pub(super) fn time_in_stage<'a>(report: &Report<'a>) -> BTreeMap<&'a str, Dwell> {
    let key = |stage| report.book.pipeline.stage(stage).key.as_str();
    report.measures.dwells.iter().map(|figures| (key(figures.stage), dwell(figures))).collect()
}

fn dwell(dwell: &measure::Dwell) -> Dwell {
    Dwell {
        n: dwell.n,
        undated: dwell.undated,
        still_in: dwell.still_in,
        exits: Cause::ALL.iter().zip(dwell.exits).map(|(cause, exits)| (cause.name(), exits)).collect(),
        re_entries: dwell.re_entries,
        times: dwell.times.known().map(times),
        reason: reason(&dwell.times),
    }
}

fn times(times: &measure::DwellTimes) -> Times {
    let quantile = |found: Option<DwellQuantile>| Quantile {
        days: found.map(|quantile| tidy(quantile.days)),
        at_risk: found.map(|quantile| quantile.at_risk),
        not_reached_beyond: found.is_none().then_some(tidy(times.longest)),
    };
    let quantiles = QUANTILES.iter().zip(times.quantiles);
    Times {
        median_ci: [times.median_ci.0.map(tidy), times.median_ci.1.map(tidy)],
        quantiles: quantiles.map(|(percent, found)| (format!("p{percent}"), quantile(found))).collect(),
        rmst: Restricted { tau: tidy(times.restricted_to), days: tidy(times.restricted_mean) },
        still_share_end: tidy(times.still_there),
        longest_observed: tidy(times.longest),
        cif: times.causes.iter().map(|cause| (cause.cause.name(), shares(cause))).collect(),
    }
}

fn shares(cause: &measure::CauseTimes) -> BTreeMap<String, Option<f64>> {
    let marks = MARKS.iter().zip(cause.at).map(|(days, share)| (format!("at_{days}"), Some(share)));
    let rest = [
        ("end".to_owned(), Some(cause.at_end)),
        ("median_among".to_owned(), cause.p50_among),
        ("p90_among".to_owned(), cause.p90_among),
    ];
    marks.chain(rest).map(|(key, figure)| (key, figure.map(tidy))).collect()
}

#[derive(Serialize)]
pub(super) struct Cycle {
    n: Option<usize>,
    won: Option<usize>,
    p_won_end: Option<f64>,
    undecided_mass: Option<f64>,
    p50: Option<f64>,
    p75: Option<f64>,
    p90: Option<f64>,
    /// Why there is nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
}

pub(super) fn cycle(measured: &Measured<measure::Cycle>) -> Cycle {
    let cycle = measured.known();
    let figure = |pick: fn(&measure::Cycle) -> f64| cycle.map(pick).map(tidy);
    Cycle {
        n: cycle.map(|cycle| cycle.n),
        won: cycle.map(|cycle| cycle.won),
        p_won_end: figure(|cycle| cycle.won_at_end),
        undecided_mass: figure(|cycle| cycle.undecided_at_end),
        p50: figure(|cycle| cycle.p50),
        p75: figure(|cycle| cycle.p75),
        p90: figure(|cycle| cycle.p90),
        reason: reason(measured),
    }
}
