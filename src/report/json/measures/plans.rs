//! `measures.coverage` of a target by the open deals, and `measures.slippage` of expected closes.

use serde::Serialize;

use crate::measure::{self, Measured};
use crate::report::Report;

use super::reason;
use crate::report::json::{Sums, moment, sums, tidy};

#[derive(Serialize)]
pub(super) struct Coverage {
    #[serde(flatten)]
    figures: Option<CoverageFigures>,
    /// Why there is nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
}

#[derive(Serialize)]
struct CoverageFigures {
    target: f64,
    span: &'static str,
    from: String,
    to: String,
    currency: Option<String>,
    won: f64,
    wins_undated: usize,
    left: f64,
    open_value: f64,
    coverage: Option<f64>,
    due_value: Option<f64>,
    /// Why there is no due value.
    #[serde(skip_serializing_if = "Option::is_none")]
    due_reason: Option<&'static str>,
    needed: Option<f64>,
}

pub(super) fn coverage(measured: &Measured<measure::Coverage>) -> Coverage {
    let figures = measured.known().map(|found| CoverageFigures {
        target: found.target,
        span: found.span.name(),
        from: found.from.to_string(),
        to: found.to.to_string(),
        currency: found.currency.map(|currency| currency.code().to_owned()),
        won: tidy(found.won),
        wins_undated: found.wins_undated,
        left: tidy(found.left),
        open_value: tidy(found.open),
        coverage: found.coverage.map(tidy),
        due_value: found.due.known().copied().map(tidy),
        due_reason: reason(&found.due),
        needed: found.needed.map(tidy),
    });
    Coverage { figures, reason: reason(measured) }
}

#[derive(Serialize)]
pub(super) struct Slippage<'a> {
    #[serde(flatten)]
    figures: Option<SlippageFigures<'a>>,
    /// Why there is nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
}

#[derive(Serialize)]
struct SlippageFigures<'a> {
    with_plans: usize,
    one_plan: usize,
    pushed: usize,
    pulled: usize,
    pushes: usize,
    pushed_value: Sums,
    median_days: Option<f64>,
    won: usize,
    won_late: usize,
    won_median_days: Option<f64>,
    deals: Vec<Slip<'a>>,
}

#[derive(Serialize)]
struct Slip<'a> {
    deal_id: &'a str,
    /// Its place in `deals`, from 0.
    deal: usize,
    first: String,
    last: String,
    pushes: usize,
    days: f64,
}

pub(super) fn slippage<'a>(report: &Report<'a>) -> Slippage<'a> {
    let measured = &report.measures.slippage;
    let figures = measured.known().map(|found| SlippageFigures {
        with_plans: found.deals.len(),
        one_plan: found.one_plan,
        pushed: found.pushed,
        pulled: found.pulled,
        pushes: found.pushes,
        pushed_value: sums(&found.pushed_value),
        median_days: found.median_days,
        won: found.won,
        won_late: found.won_late,
        won_median_days: found.won_median_days,
        deals: found.deals.iter().map(|slip| one(report, slip)).collect(),
    });
    Slippage { figures, reason: reason(measured) }
}

fn one<'a>(report: &Report<'a>, slip: &measure::Slip) -> Slip<'a> {
    Slip {
        deal_id: &report.book.deals[slip.deal].id,
        deal: slip.deal,
        first: moment(slip.first),
        last: moment(slip.last),
        pushes: slip.pushes,
        days: slip.days,
    }
}
