//! `measures.funnel`: `stages` from the first to won, and `overall` from inquiry to won.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::measure;
use crate::report::Report;
use crate::settings::ConversionDays;

use super::{Ends, ends, reason};
use crate::report::json::{Sums, number, sums, tidy};

#[derive(Serialize)]
pub(super) struct Funnel<'a> {
    stages: Vec<Stage<'a>>,
    overall: Overall,
    losses_unplaced: usize,
    off_ladder: usize,
    conversion: Conversion<'a>,
}

#[derive(Serialize)]
struct Conversion<'a> {
    rule: &'static str,
    days: u32,
    /// `cycle` or `option`.
    days_from: &'static str,
    steps: Vec<ConversionStep<'a>>,
    overall: ConversionStep<'a>,
}

#[derive(Serialize)]
struct ConversionStep<'a> {
    /// The stage they leave; none from inquiry to won.
    #[serde(skip_serializing_if = "Option::is_none")]
    stage: Option<&'a str>,
    of: usize,
    went_on: usize,
    rate: Option<f64>,
    ci: Ends,
}

/// What the deals are worth by outcome, and the rates by value.
#[derive(Serialize)]
struct Value {
    at_risk: Sums,
    advanced: Sums,
    lost: Sums,
    vanished: Sums,
    undecided: Sums,
    unplaced: Sums,
    without: usize,
    rate_low: Option<f64>,
    rate_high: Option<f64>,
    rate_settled: Option<f64>,
    /// Why there are no rates.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
}

#[derive(Serialize)]
struct Stage<'a> {
    stage: &'a str,
    rank: u32,
    reached: usize,
    joined_here: usize,
    visited: usize,
    skipped: i64,
    here_now: usize,
    here_now_value_by_currency: Sums,
    /// None when there are several currencies: they are never added.
    value_reached: Option<f64>,
    value_reached_by_currency: Sums,
    /// None on the last rung.
    #[serde(flatten)]
    step: Option<Step>,
}

#[derive(Serialize)]
struct Step {
    at_risk: usize,
    advanced: usize,
    lost: usize,
    vanished: usize,
    undecided: usize,
    unplaced: usize,
    rate_so_far: Option<f64>,
    rate_low: Option<f64>,
    rate_high: Option<f64>,
    rate_settled: Option<f64>,
    rate_settled_ci: Ends,
    within: Horizons,
    within_conversion_days: Option<Within>,
    value: Value,
}

#[derive(Serialize)]
struct Overall {
    n: usize,
    won: usize,
    lost: usize,
    vanished: usize,
    undecided: usize,
    rate_low: Option<f64>,
    rate_high: Option<f64>,
    rate_settled: Option<f64>,
    rate_settled_ci: Ends,
    within: Horizons,
    within_conversion_days: Option<Within>,
    value: Value,
}

/// Rates by their horizon in days.
type Horizons = BTreeMap<u32, Option<Within>>;

#[derive(Serialize)]
struct Within {
    rate: f64,
    ci: Ends,
    n: usize,
    censored_before: usize,
    at_risk_at_h: usize,
}

pub(super) fn funnel<'a>(report: &Report<'a>) -> Funnel<'a> {
    let funnel = &report.measures.funnel;
    let stages = funnel.stages.iter().map(|stage| Stage {
        stage: &report.book.pipeline.stage(stage.stage).key,
        rank: stage.rank,
        reached: stage.reached,
        joined_here: stage.joined_here,
        visited: stage.visited,
        skipped: stage.skipped(),
        here_now: stage.here_now,
        here_now_value_by_currency: sums(&stage.here_now_value),
        value_reached: stage.value_reached.single().map(number),
        value_reached_by_currency: sums(&stage.value_reached),
        step: stage.step.as_ref().map(step),
    });
    Funnel {
        stages: stages.collect(),
        overall: overall(&funnel.overall),
        losses_unplaced: funnel.losses_unplaced,
        off_ladder: funnel.off_ladder,
        conversion: conversion(report),
    }
}

fn step(step: &measure::Step) -> Step {
    let so_far = (step.at_risk > 0).then(|| step.advanced as f64 / step.at_risk as f64);
    Step {
        at_risk: step.at_risk,
        advanced: step.advanced,
        lost: step.lost,
        vanished: step.vanished,
        undecided: step.undecided,
        unplaced: step.unplaced,
        rate_so_far: so_far.map(tidy),
        rate_low: step.rate_low.map(tidy),
        rate_high: step.rate_high.map(tidy),
        rate_settled: step.rate_settled.map(tidy),
        rate_settled_ci: ends(step.rate_settled_ci),
        within: horizons(&step.within),
        within_conversion_days: step.converted.as_ref().map(within),
        value: value(&step.value, step.at_risk),
    }
}

fn overall(overall: &measure::Overall) -> Overall {
    Overall {
        n: overall.n,
        won: overall.won,
        lost: overall.lost,
        vanished: overall.vanished,
        undecided: overall.undecided,
        rate_low: overall.rate_low.map(tidy),
        rate_high: overall.rate_high.map(tidy),
        rate_settled: overall.rate_settled.map(tidy),
        rate_settled_ci: ends(overall.rate_settled_ci),
        within: horizons(&overall.within),
        within_conversion_days: overall.converted.as_ref().map(within),
        value: value(&overall.value, overall.n),
    }
}

fn horizons(rates: &[(u32, Option<measure::Within>)]) -> Horizons {
    rates.iter().map(|(days, rate)| (*days, rate.as_ref().map(within))).collect()
}

fn within(within: &measure::Within) -> Within {
    Within {
        rate: tidy(within.rate),
        ci: [within.ci.0.map(tidy), within.ci.1.map(tidy)],
        n: within.n,
        censored_before: within.censored_before,
        at_risk_at_h: within.at_risk_at_h,
    }
}

fn value(value: &measure::StepValue, deals: usize) -> Value {
    let rates = value.rates(deals);
    let known = rates.known();
    Value {
        at_risk: sums(&value.at_risk),
        advanced: sums(&value.advanced),
        lost: sums(&value.lost),
        vanished: sums(&value.vanished),
        undecided: sums(&value.undecided),
        unplaced: sums(&value.unplaced),
        without: value.without,
        rate_low: known.map(|rates| tidy(rates.low)),
        rate_high: known.map(|rates| tidy(rates.high)),
        rate_settled: known.and_then(|rates| rates.settled).map(tidy),
        reason: reason(&rates),
    }
}

fn conversion<'a>(report: &Report<'a>) -> Conversion<'a> {
    let conversion = &report.measures.conversion;
    let step = |stage, step: &measure::ConversionStep| ConversionStep {
        stage,
        of: step.of,
        went_on: step.went_on,
        rate: step.rate.map(tidy),
        ci: ends(step.ci),
    };
    let key = |stage| report.book.pipeline.stage(stage).key.as_str();
    Conversion {
        rule: conversion.rule.name(),
        days: conversion.days,
        days_from: match conversion.days_from {
            ConversionDays::OfCycle => "cycle",
            ConversionDays::Fixed(_) => "option",
        },
        steps: conversion.steps.iter().map(|(stage, figures)| step(Some(key(*stage)), figures)).collect(),
        overall: step(None, &conversion.overall),
    }
}
