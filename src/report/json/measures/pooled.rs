//! `measures.sellers`, `.campaigns` (by source) and `.named_campaigns_pooled`: groups compared by pooled rates.

use serde::Serialize;

use crate::measure::{self, Measured, PooledGroup, RateVerdict};

use super::{Ends, ends, reason};
use crate::report::json::{Sums, number, sums, tidy};

#[derive(Serialize)]
pub(super) struct Pooled<'a> {
    n_days: u32,
    team_rate: Option<f64>,
    prior_weight: Option<f64>,
    groups: Vec<Group<'a>>,
    order_changes: Option<bool>,
    without: Option<usize>,
    /// Why there is nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
}

#[derive(Serialize)]
struct Group<'a> {
    group: &'a str,
    won: usize,
    n: usize,
    /// None when there are several currencies: they are never added.
    won_value: Option<f64>,
    won_value_by_currency: Sums,
    raw: Option<f64>,
    raw_ci: Ends,
    pooled: f64,
    pooled_80: Ends,
    p_above_team: f64,
    expected: f64,
    adjusted: f64,
    ranked: bool,
    verdict: &'static str,
}

pub(super) fn pooled(measured: &Measured<measure::Pooled>, days: u32) -> Pooled<'_> {
    let pooled = measured.known();
    Pooled {
        n_days: days,
        team_rate: pooled.map(|pooled| tidy(pooled.team_rate)),
        prior_weight: pooled.map(|pooled| tidy(pooled.prior_weight)),
        groups: pooled.map(|pooled| pooled.groups.iter().map(group).collect()).unwrap_or_default(),
        order_changes: pooled.map(|pooled| pooled.order_changes),
        without: pooled.map(|pooled| pooled.without),
        reason: reason(measured),
    }
}

fn group(group: &PooledGroup) -> Group<'_> {
    Group {
        group: &group.name,
        won: group.won,
        n: group.n,
        won_value: group.won_value.single().map(number),
        won_value_by_currency: sums(&group.won_value),
        raw: group.raw.map(tidy),
        raw_ci: ends(group.raw_ci),
        pooled: tidy(group.pooled),
        pooled_80: ends(Some(group.pooled_80)),
        p_above_team: tidy(group.above_team),
        expected: tidy(group.expected),
        adjusted: tidy(group.adjusted),
        ranked: group.verdict != RateVerdict::TooFew,
        verdict: group.verdict.name(),
    }
}
