//! `measures.bottleneck`: the money that stops at each stage.

use serde::Serialize;

use crate::measure::BottleneckStage;
use crate::report::Report;

use super::reason;
use crate::report::json::tidy;

#[derive(Serialize)]
pub(super) struct Bottleneck<'a> {
    window_days: Option<f64>,
    currency: Option<String>,
    stages: Vec<Stage<'a>>,
    ranking: Vec<&'a str>,
    top_share: Option<f64>,
    /// The bottleneck, when one stage surely is it.
    named: Option<&'a str>,
    lost_undated: Option<usize>,
    /// Why there is nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
}

#[derive(Serialize)]
struct Stage<'a> {
    stage: &'a str,
    conversion: f64,
    q_next: f64,
    lost_n: usize,
    lost_value_month: f64,
    stalled_n: usize,
    stalled_value: f64,
    score_month: f64,
    score_share: f64,
    one_point_lift_month: f64,
    little: Queue,
}

#[derive(Serialize)]
struct Queue {
    avg_wip: f64,
    arrivals_per_day: f64,
    avg_days: Option<f64>,
    net_flow: i64,
}

pub(super) fn bottleneck<'a>(report: &Report<'a>) -> Bottleneck<'a> {
    let measured = &report.measures.bottleneck;
    let found = measured.known();
    let key = |stage| report.book.pipeline.stage(stage).key.as_str();
    let stages = found.map(|found| found.stages.as_slice()).unwrap_or_default();
    let ranking = found.map(|found| found.ranking.as_slice()).unwrap_or_default();
    Bottleneck {
        window_days: found.map(|found| tidy(found.window_days)),
        currency: found.and_then(|found| found.currency).map(|currency| currency.code().to_owned()),
        stages: stages.iter().map(|figures| stage(key(figures.stage), figures)).collect(),
        ranking: ranking.iter().map(|stage| key(*stage)).collect(),
        top_share: found.map(|found| tidy(found.top_share)),
        named: found.and_then(|found| found.named).map(key),
        lost_undated: found.map(|found| found.lost_undated),
        reason: reason(measured),
    }
}

fn stage<'a>(key: &'a str, stage: &BottleneckStage) -> Stage<'a> {
    Stage {
        stage: key,
        conversion: tidy(stage.conversion),
        q_next: tidy(stage.won_after),
        lost_n: stage.lost,
        lost_value_month: stage.lost_a_month,
        stalled_n: stage.stalled,
        stalled_value: stage.stalled_value,
        score_month: stage.score,
        score_share: tidy(stage.score_share),
        one_point_lift_month: stage.one_percent,
        little: Queue {
            avg_wip: tidy(stage.queue.length),
            arrivals_per_day: tidy(stage.queue.arrivals),
            avg_days: stage.queue.days.map(tidy),
            net_flow: stage.queue.net_flow,
        },
    }
}
