//! The measures, under the names that scripts know them by.

mod bottleneck;
mod campaign_cost;
mod cohort;
mod dwell;
mod forecast;
mod funnel;
mod period;
mod plans;
mod pooled;
mod promise;
mod since;
mod speed;
mod stalled;
mod trend;
mod velocity;

use std::collections::BTreeMap;

use serde::Serialize;

use crate::measure::{self, Interval, Measured, Verdicts};
use crate::report::Report;

use super::{Sums, moment, sums, tidy};

#[derive(Serialize)]
pub(super) struct Totals {
    deals: usize,
    open: usize,
    deferred: usize,
    won: usize,
    lost: usize,
    vanished: usize,
    won_value: Sums,
    open_value: Sums,
    deferred_value: Sums,
    lost_value: Sums,
    without_value: usize,
    rows_read: usize,
    deal_rows: usize,
    history_rows: usize,
    rows_skipped: BTreeMap<&'static str, usize>,
}

pub(super) fn totals(report: &Report<'_>) -> Totals {
    let (totals, tally) = (&report.measures.totals, &report.book.tally);
    Totals {
        deals: totals.deals,
        open: totals.open,
        deferred: totals.deferred,
        won: totals.won,
        lost: totals.lost,
        vanished: totals.vanished,
        won_value: sums(&totals.won_value),
        open_value: sums(&totals.open_value),
        deferred_value: sums(&totals.deferred_value),
        lost_value: sums(&totals.lost_value),
        without_value: totals.without_value,
        rows_read: tally.rows_read,
        deal_rows: tally.deal_rows,
        history_rows: tally.history_rows,
        rows_skipped: tally.skipped.iter().map(|(reason, rows)| (reason.name(), *rows)).collect(),
    }
}

#[derive(Serialize)]
pub(super) struct Measures<'a> {
    funnel: funnel::Funnel<'a>,
    cohorts: Vec<cohort::Cohort>,
    time_in_stage: BTreeMap<&'a str, dwell::Dwell>,
    cycle: dwell::Cycle,
    stalled: stalled::Stalled<'a>,
    first_contact: promise::Promise<'a>,
    followup: promise::Promise<'a>,
    contact_buckets: speed::Buckets,
    bottleneck: bottleneck::Bottleneck<'a>,
    forecast: BTreeMap<u32, forecast::Horizon<'a>>,
    velocity: velocity::Velocity,
    coverage: plans::Coverage,
    slippage: plans::Slippage<'a>,
    lost_reasons: velocity::LostReasons<'a>,
    trend: trend::Trend<'a>,
    sellers: pooled::Pooled<'a>,
    /// By source.
    campaigns: pooled::Pooled<'a>,
    owners: Vec<Group<'a>>,
    sources: Vec<Group<'a>>,
    named_campaigns: Vec<Group<'a>>,
    named_campaigns_pooled: pooled::Pooled<'a>,
    campaign_cost: campaign_cost::CampaignCosts<'a>,
    period: period::Period<'a>,
    since_last_copy: since::SinceCopy<'a>,
    completeness: Vec<Completeness>,
    newest_fact: Option<String>,
}

pub(super) fn completeness(items: &[measure::Completeness]) -> Vec<Completeness> {
    let item = |item: &measure::Completeness| Completeness { item: item.item.name(), of: item.of, filled: item.filled };
    items.iter().map(item).collect()
}

pub(super) fn measures<'a>(report: &Report<'a>) -> Measures<'a> {
    let measures = report.measures;
    let days = measures.conversion.days;
    Measures {
        funnel: funnel::funnel(report),
        cohorts: measures.cohorts.iter().map(cohort::cohort).collect(),
        time_in_stage: dwell::time_in_stage(report),
        cycle: dwell::cycle(&measures.cycle),
        stalled: stalled::stalled(report),
        first_contact: promise::promise(report.book, &measures.first_contact),
        followup: promise::promise(report.book, &measures.follow_up),
        contact_buckets: speed::buckets(&measures.contact_speed, days),
        bottleneck: bottleneck::bottleneck(report),
        forecast: forecast::forecast(report),
        velocity: velocity::velocity(&measures.velocity),
        coverage: plans::coverage(&measures.coverage),
        slippage: plans::slippage(report),
        lost_reasons: velocity::lost_reasons(report),
        trend: trend::trend(&measures.trend),
        sellers: pooled::pooled(&measures.sellers_pooled, days),
        campaigns: pooled::pooled(&measures.sources_pooled, days),
        owners: measures.owners.iter().map(group).collect(),
        sources: measures.sources.iter().map(group).collect(),
        named_campaigns: measures.campaigns.iter().map(group).collect(),
        named_campaigns_pooled: pooled::pooled(&measures.campaigns_pooled, days),
        campaign_cost: campaign_cost::campaign_costs(&measures.campaign_costs),
        completeness: completeness(&measures.completeness),
        period: period::period(report),
        since_last_copy: since::since_last_copy(report),
        newest_fact: measures.newest_fact.map(moment),
    }
}

#[derive(Serialize)]
pub(super) struct Completeness {
    item: &'static str,
    of: usize,
    filled: usize,
}

#[derive(Serialize)]
struct Group<'a> {
    group: Option<&'a str>,
    deals: usize,
    open: usize,
    deferred: usize,
    won: usize,
    lost: usize,
    won_value: Sums,
    open_value: Sums,
    win_rate: Option<f64>,
    win_rate_ci: Ends,
    first_contact: Option<VerdictCounts>,
    followup: Option<VerdictCounts>,
    stalled: usize,
    stalled_value: Sums,
    findings: usize,
}

fn group(group: &measure::Group) -> Group<'_> {
    Group {
        group: group.name.as_deref(),
        deals: group.deals,
        open: group.open,
        deferred: group.deferred,
        won: group.won,
        lost: group.lost,
        won_value: sums(&group.won_value),
        open_value: sums(&group.open_value),
        win_rate: group.win_rate.map(tidy),
        win_rate_ci: ends(group.win_rate_ci),
        first_contact: group.first_contact.map(VerdictCounts::from),
        followup: group.follow_up.map(VerdictCounts::from),
        stalled: group.stalled,
        stalled_value: sums(&group.stalled_value),
        findings: group.findings,
    }
}

#[derive(Serialize)]
struct VerdictCounts {
    met: usize,
    missed: usize,
    cannot_tell: usize,
    excluded: usize,
    pending: usize,
}

impl From<Verdicts> for VerdictCounts {
    fn from(Verdicts { met, missed, cannot_tell, excluded, pending }: Verdicts) -> Self {
        Self { met, missed, cannot_tell, excluded, pending }
    }
}

/// Why something was not measured.
fn reason<T>(measured: &Measured<T>) -> Option<&'static str> {
    match measured {
        Measured::Known(_) => None,
        Measured::Unknown(why) => Some(why.name()),
    }
}

/// Both ends of an interval; both open when there is none.
type Ends = [Option<f64>; 2];

fn ends(interval: Option<Interval>) -> Ends {
    [interval.map(|ends| tidy(ends.lo)), interval.map(|ends| tidy(ends.hi))]
}
