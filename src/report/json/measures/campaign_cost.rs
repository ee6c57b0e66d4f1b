//! `measures.campaign_cost`: what campaigns, or sources, cost and brought.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::measure::{self, Measured};

use super::reason;
use crate::report::json::{Sums, number, sums, tidy};

#[derive(Serialize)]
pub(super) struct CampaignCosts<'a> {
    /// `campaign`, or `source` where no deal has a campaign.
    by: Option<&'static str>,
    groups: Vec<CampaignCost<'a>>,
    /// All groups with a known cost together.
    total: Option<CampaignCost<'a>>,
    /// Why there is nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
}

#[derive(Serialize)]
struct CampaignCost<'a> {
    group: Option<&'a str>,
    inquiries: usize,
    won: usize,
    won_value: Sums,
    cost: Option<f64>,
    currency: Option<String>,
    cost_per_inquiry: Option<f64>,
    cost_per_won: Option<f64>,
    /// Won value ÷ cost.
    #[serde(rename = "return")]
    returned: Option<f64>,
    /// Why a figure is not given, by its name.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    reasons: BTreeMap<&'static str, &'static str>,
}

pub(super) fn campaign_costs(measured: &Measured<measure::CampaignCosts>) -> CampaignCosts<'_> {
    let found = measured.known();
    CampaignCosts {
        by: found.map(|found| found.by.name()),
        groups: found.map(|found| found.groups.iter().map(campaign_cost).collect()).unwrap_or_default(),
        total: found.map(|found| campaign_cost(&found.total)),
        reason: reason(measured),
    }
}

fn campaign_cost(group: &measure::CampaignCost) -> CampaignCost<'_> {
    let cost = group.cost.known();
    let reasons = [
        ("cost", reason(&group.cost)),
        ("currency", reason(&group.cost)),
        ("cost_per_inquiry", reason(&group.per_inquiry)),
        ("cost_per_won", reason(&group.per_win)),
        ("return", reason(&group.returned)),
    ];
    CampaignCost {
        group: group.name.as_deref(),
        inquiries: group.inquiries,
        won: group.won,
        won_value: sums(&group.won_value),
        cost: cost.map(|cost| number(cost.amount)),
        currency: cost.map(|cost| cost.currency.code().to_owned()),
        cost_per_inquiry: group.per_inquiry.known().copied().map(tidy),
        cost_per_won: group.per_win.known().copied().map(tidy),
        returned: group.returned.known().copied().map(tidy),
        reasons: reasons.into_iter().filter_map(|(figure, why)| Some((figure, why?))).collect(),
    }
}
