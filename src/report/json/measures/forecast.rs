//! `measures.forecast`: by horizon in days what will be won, with the gate, the deals behind it and its backtest.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::measure::{self, Errors, Forecast, HORIZONS, HorizonForecast, Measured, Prospect, SEED};
use crate::report::Report;

use super::{Ends, ends, moment, reason};
use crate::report::json::tidy;

#[derive(Serialize)]
pub(super) struct Horizon<'a> {
    /// `ok`, `not_enough_data`, or `unknown`.
    status: &'static str,
    /// Why it is unknown.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
    gate: Option<Gate>,
    #[serde(flatten)]
    figures: Option<Figures<'a>>,
}

#[derive(Serialize)]
struct Gate {
    ok: bool,
    why: Vec<&'static str>,
    won: usize,
    lost: usize,
    open: usize,
}

#[derive(Serialize)]
struct Figures<'a> {
    h: u32,
    currency: Option<String>,
    n_open: usize,
    left_out: usize,
    mean_existing: f64,
    sd_bernoulli_existing: f64,
    mean_new: f64,
    expected_wins_existing: f64,
    existing: Spread,
    new: Spread,
    total: Spread,
    /// The range is so wide that its middle says nothing.
    wide: bool,
    /// So few were won that it is a rough one.
    rough: bool,
    sims: usize,
    seed: u64,
    weekly_mean_existing: Vec<f64>,
    weekly_mean_new: Vec<f64>,
    /// What is won up to the end of each week.
    weekly_total: Vec<Spread>,
    last_quarter: Spread,
    last_quarter_mean: f64,
    /// `model`, or `last_quarter` where that did as well.
    shown: &'static str,
    backtest: Option<Backtest>,
    deals: Vec<Deal<'a>>,
}

#[derive(Serialize)]
struct Spread {
    p10: f64,
    p50: f64,
    p90: f64,
}

#[derive(Serialize)]
struct Backtest {
    origins: usize,
    independent_origins: usize,
    /// Whether there are enough of these to prove anything.
    tested: bool,
    mean_result: f64,
    coverage_p10_p90: Option<f64>,
    coverage_ci: Ends,
    pinball_model: f64,
    pinball_last_quarter: f64,
    wape_model: f64,
    wape_last_quarter: f64,
    bias_model: f64,
    bias_last_quarter: f64,
    brier_model: Option<f64>,
    brier_constant: Option<f64>,
    trials: Vec<Trial>,
}

/// One earlier moment: what was said then, and what came.
#[derive(Serialize)]
struct Trial {
    as_of: String,
    said: Spread,
    came: f64,
}

#[derive(Serialize)]
struct Deal<'a> {
    deal_id: &'a str,
    /// Its place in `deals`, from 0.
    deal: usize,
    stage: &'a str,
    age: f64,
    p: f64,
    se_logit: f64,
    n: usize,
    value: f64,
    p_ever: f64,
    close_p25: Option<f64>,
    close_p50: Option<f64>,
    close_p75: Option<f64>,
}

pub(super) fn forecast<'a>(report: &Report<'a>) -> BTreeMap<u32, Horizon<'a>> {
    let measured = &report.measures.forecast;
    let horizon = |place: usize| match measured {
        Measured::Unknown(_) => Horizon { status: "unknown", reason: reason(measured), gate: None, figures: None },
        Measured::Known(forecast) => {
            let figures = forecast.horizons[place].as_ref().map(|found| figures(report, forecast, place, found));
            let why: Vec<_> = forecast.gate.lacks(HORIZONS[place]).into_iter().map(measure::Lack::name).collect();
            let measure::Gate { won, lost, open } = forecast.gate;
            Horizon {
                status: if figures.is_some() { "ok" } else { "not_enough_data" },
                reason: None,
                gate: Some(Gate { ok: why.is_empty(), why, won, lost, open }),
                figures,
            }
        }
    };
    HORIZONS.iter().enumerate().map(|(place, days)| (*days, horizon(place))).collect()
}

fn figures<'a>(report: &Report<'a>, forecast: &Forecast, place: usize, found: &HorizonForecast) -> Figures<'a> {
    let amounts = |sums: &[f64]| sums.iter().map(|sum| amount(*sum)).collect();
    Figures {
        h: found.days,
        currency: forecast.currency.map(|currency| currency.code().to_owned()),
        n_open: forecast.prospects.len(),
        left_out: forecast.left_out,
        mean_existing: amount(found.mean_existing),
        sd_bernoulli_existing: amount(found.deviation_existing),
        mean_new: amount(found.mean_new),
        expected_wins_existing: tidy(found.wins_existing),
        existing: spread(found.existing),
        new: spread(found.new),
        total: spread(found.total),
        wide: found.is_wide(),
        rough: found.rough,
        sims: found.draws,
        seed: SEED,
        weekly_mean_existing: amounts(&found.weekly_existing),
        weekly_mean_new: amounts(&found.weekly_new),
        weekly_total: found.fan.iter().copied().map(spread).collect(),
        last_quarter: spread(found.last_quarter),
        last_quarter_mean: amount(found.last_quarter_mean),
        shown: if found.yields_to_last_quarter() { "last_quarter" } else { "model" },
        backtest: found.backtest.as_ref().map(backtest),
        deals: forecast.prospects.iter().map(|prospect| deal(report, place, prospect)).collect(),
    }
}

/// An amount to a hundredth of its hundredth.
fn amount(sum: f64) -> f64 {
    (sum * 1e4).round() / 1e4
}

fn spread(spread: measure::Spread) -> Spread {
    let to_the_hundredth = |sum: f64| (sum * 100.0).round() / 100.0;
    let [p10, p50, p90] = [spread.p10, spread.p50, spread.p90].map(to_the_hundredth);
    Spread { p10, p50, p90 }
}

fn backtest(found: &measure::Backtest) -> Backtest {
    let [model, quarter] = [found.model, found.last_quarter].map(|errors| Errors {
        pinball: tidy(errors.pinball),
        absolute: tidy(errors.absolute),
        bias: tidy(errors.bias),
    });
    Backtest {
        origins: found.origins,
        independent_origins: found.independent,
        tested: found.is_tested(),
        mean_result: amount(found.mean_result),
        coverage_p10_p90: found.coverage.map(tidy),
        coverage_ci: ends(found.coverage_ci),
        pinball_model: model.pinball,
        pinball_last_quarter: quarter.pinball,
        wape_model: model.absolute,
        wape_last_quarter: quarter.absolute,
        bias_model: model.bias,
        bias_last_quarter: quarter.bias,
        brier_model: found.brier.map(tidy),
        brier_constant: found.brier_constant.map(tidy),
        trials: found.trials.iter().map(trial).collect(),
    }
}

fn trial(trial: &measure::Trial) -> Trial {
    Trial { as_of: moment(trial.origin), said: spread(trial.said), came: amount(trial.came) }
}

fn deal<'a>(report: &Report<'a>, place: usize, prospect: &Prospect) -> Deal<'a> {
    let [close_p25, close_p50, close_p75] = prospect.close.map(|days| days.map(tidy));
    Deal {
        deal_id: &report.book.deals[prospect.deal].id,
        deal: prospect.deal,
        stage: &report.book.pipeline.stage(prospect.stage).key,
        age: tidy(prospect.age),
        p: tidy(prospect.chance[place]),
        se_logit: tidy(prospect.error[place]),
        n: prospect.comparable,
        value: amount(prospect.value),
        p_ever: tidy(prospect.ever),
        close_p25,
        close_p50,
        close_p75,
    }
}
