//! `measures.stalled`: the limits of the stages and every open or deferred deal held against them.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::measure::{self, AgeStatus, Flag, LimitBasis, SortBasis};
use crate::report::Report;

use crate::report::json::{number, tidy};

#[derive(Serialize)]
pub(super) struct Stalled<'a> {
    thresholds: BTreeMap<&'a str, Threshold>,
    deals: Vec<Ageing<'a>>,
    counts: BTreeMap<&'static str, usize>,
    sort_basis: &'static str,
}

#[derive(Serialize)]
struct Threshold {
    days: f64,
    basis: &'static str,
    advances: Option<usize>,
    longest_advance: Option<f64>,
}

#[derive(Serialize)]
struct Ageing<'a> {
    deal_id: &'a str,
    /// Its place in `deals`, from 0.
    deal: usize,
    stage: &'a str,
    age: Option<f64>,
    threshold: f64,
    ratio: Option<f64>,
    status: &'static str,
    severity: u8,
    flags: Vec<&'static str>,
    value: Option<f64>,
    p_win: Option<f64>,
    p_win_n: usize,
    p_age_used: Option<f64>,
    p_win_at_entry: Option<f64>,
    expected_value: Option<f64>,
}

pub(super) fn stalled<'a>(report: &Report<'a>) -> Stalled<'a> {
    let stalled = &report.measures.stalled;
    let key = |stage| report.book.pipeline.stage(stage).key.as_str();
    let mut counts: BTreeMap<&str, usize> = STATUSES.iter().map(|status| (status_name(*status), 0)).collect();
    for ageing in &stalled.deals {
        *counts.entry(status_name(ageing.status)).or_default() += 1;
    }
    Stalled {
        thresholds: stalled.limits.iter().map(|limit| (key(limit.stage), threshold(limit))).collect(),
        deals: stalled.deals.iter().map(|deal| ageing(report, deal)).collect(),
        counts,
        sort_basis: match stalled.sorted_by {
            SortBasis::ExpectedValue => "expected_value",
            SortBasis::Value => "value",
        },
    }
}

fn threshold(limit: &measure::StageLimit) -> Threshold {
    Threshold {
        days: tidy(limit.days),
        basis: match limit.basis {
            LimitBasis::History => "history",
            LimitBasis::Default => "default",
            LimitBasis::Fixed => "fixed",
        },
        advances: limit.advances,
        longest_advance: limit.longest_advance.map(tidy),
    }
}

fn ageing<'a>(report: &Report<'a>, ageing: &measure::Ageing) -> Ageing<'a> {
    let deal = &report.book.deals[ageing.deal];
    Ageing {
        deal_id: &deal.id,
        deal: ageing.deal,
        stage: &report.book.pipeline.stage(ageing.stage).key,
        age: ageing.age.map(tidy),
        threshold: tidy(ageing.limit),
        ratio: ageing.ratio.map(tidy),
        status: status_name(ageing.status),
        severity: ageing.severity,
        flags: ageing.flags.iter().map(|flag| flag_name(*flag)).collect(),
        value: deal.value.map(|value| number(value.amount)),
        p_win: ageing.p_win.map(tidy),
        p_win_n: ageing.p_win_n,
        p_age_used: ageing.p_age_used.map(tidy),
        p_win_at_entry: ageing.p_win_at_entry.map(tidy),
        expected_value: ageing.expected_value,
    }
}

const STATUSES: [AgeStatus; 5] =
    [AgeStatus::Stalled, AgeStatus::Scheduled, AgeStatus::Deferred, AgeStatus::Ok, AgeStatus::CannotTell];

fn status_name(status: AgeStatus) -> &'static str {
    match status {
        AgeStatus::Stalled => "stalled",
        AgeStatus::Scheduled => "scheduled",
        AgeStatus::Deferred => "deferred",
        AgeStatus::Ok => "ok",
        AgeStatus::CannotTell => "cannot_tell",
    }
}

fn flag_name(flag: Flag) -> &'static str {
    match flag {
        Flag::OverdueNextStep => "overdue_next_step",
        Flag::NoNextStep => "no_next_step",
        Flag::CloseDatePassed => "close_date_passed",
        Flag::CloseDateMoved => "close_date_moved",
        Flag::NoActivity => "no_activity_14d",
    }
}
