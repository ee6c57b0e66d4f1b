//! `measures.velocity`, with the win rate, and `measures.lost_reasons`.

use serde::Serialize;

use crate::measure::{self, Measured};
use crate::report::Report;

use super::{Ends, ends, reason};
use crate::report::json::{Sums, sums, tidy};

#[derive(Serialize)]
pub(super) struct Velocity {
    #[serde(flatten)]
    figures: Option<Figures>,
    /// Why there is nothing, or why there is no velocity.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
}

#[derive(Serialize)]
struct Figures {
    window_days: f64,
    currency: Option<String>,
    open: usize,
    won: usize,
    lost: usize,
    undated: usize,
    win_rate: Option<f64>,
    win_rate_ci: Ends,
    win_rate_by_value: Option<f64>,
    mean_won_value: Option<f64>,
    median_won_value: Option<f64>,
    cycle_days: Option<f64>,
    velocity_a_day: Option<f64>,
    sold_a_day: f64,
}

pub(super) fn velocity(measured: &Measured<measure::Velocity>) -> Velocity {
    let figures = measured.known().map(|found| Figures {
        window_days: tidy(found.window_days),
        currency: found.currency.map(|currency| currency.code().to_owned()),
        open: found.open,
        won: found.won,
        lost: found.lost,
        undated: found.undated,
        win_rate: found.win_rate.map(tidy),
        win_rate_ci: ends(found.win_rate_ci),
        win_rate_by_value: found.win_rate_by_value.map(tidy),
        mean_won_value: found.mean_win.map(tidy),
        median_won_value: found.median_win.map(tidy),
        cycle_days: found.cycle_days.map(tidy),
        velocity_a_day: found.a_day.known().copied().map(tidy),
        sold_a_day: tidy(found.sold_a_day),
    });
    let inner = measured.known().and_then(|found| reason(&found.a_day));
    Velocity { figures, reason: reason(measured).or(inner) }
}

#[derive(Serialize)]
pub(super) struct LostReasons<'a> {
    lost: Option<usize>,
    without: Option<usize>,
    reasons: Vec<LostReason<'a>>,
    /// Why there is nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
}

#[derive(Serialize)]
struct LostReason<'a> {
    reason: &'a str,
    deals: usize,
    value_by_currency: Sums,
    by_stage: Vec<ByStage<'a>>,
    by_source: Vec<BySource<'a>>,
}

#[derive(Serialize)]
struct ByStage<'a> {
    /// None where no sheet tells it.
    stage: Option<&'a str>,
    deals: usize,
}

#[derive(Serialize)]
struct BySource<'a> {
    /// None for deals without one.
    source: Option<&'a str>,
    deals: usize,
}

pub(super) fn lost_reasons<'a>(report: &Report<'a>) -> LostReasons<'a> {
    let measured = &report.measures.lost_reasons;
    let found = measured.known();
    let rows = found.map(|found| found.reasons.as_slice()).unwrap_or_default();
    LostReasons {
        lost: found.map(|found| found.lost),
        without: found.map(|found| found.without),
        reasons: rows.iter().map(|row| lost_reason(report, row)).collect(),
        reason: reason(measured),
    }
}

fn lost_reason<'a>(report: &Report<'a>, row: &'a measure::LostReason) -> LostReason<'a> {
    let stage = |(stage, deals): &(Option<crate::model::StageId>, usize)| ByStage {
        stage: stage.map(|stage| report.book.pipeline.stage(stage).key.as_str()),
        deals: *deals,
    };
    let source = |(source, deals): &'a (Option<String>, usize)| BySource { source: source.as_deref(), deals: *deals };
    LostReason {
        reason: &row.reason,
        deals: row.deals,
        value_by_currency: sums(&row.value),
        by_stage: row.by_stage.iter().map(stage).collect(),
        by_source: row.by_source.iter().map(source).collect(),
    }
}
