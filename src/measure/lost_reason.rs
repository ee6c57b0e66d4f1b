//! Why deals were lost, as the sheets say it: by reason, and for each reason at which stage and from which source.
//!
//! Reasons that differ in case and outer spaces alone are one, shown as it is written most often. The stage is the
//! highest that the deal ever reached; none where no sheet tells it. Reasons are what sellers wrote down, often in one
//! word after the fact: they tell what was written.

use std::collections::BTreeMap;

use super::way::Way;
use super::{Measured, Unmeasured};
use crate::measure::ladder::Ladder;
use crate::model::{DealState, Purse, StageId};

/// Why deals were lost.
#[derive(Debug, Clone, PartialEq)]
pub struct LostReasons {
    /// Lost deals.
    pub lost: usize,
    /// Those of them without a reason.
    pub without: usize,
    /// The reasons, most deals first.
    pub reasons: Vec<LostReason>,
}

/// One reason.
#[derive(Debug, Clone, PartialEq)]
pub struct LostReason {
    /// As written most often.
    pub reason: String,
    /// Deals lost for it.
    pub deals: usize,
    /// Their value.
    pub value: Purse,
    /// Deals by the highest stage reached, in pipeline order; none where no sheet tells it.
    pub by_stage: Vec<(Option<StageId>, usize)>,
    /// Deals by source; none for those without one.
    pub by_source: Vec<(Option<String>, usize)>,
}

/// Counts the reasons for which deals were lost.
pub(super) fn lost_reasons(ladder: &Ladder<'_>, ways: &[Way<'_>]) -> Measured<LostReasons> {
    let lost: Vec<&Way<'_>> = ways.iter().filter(|way| way.state == DealState::Lost).collect();
    if lost.is_empty() {
        return Measured::Unknown(Unmeasured::NoDeals);
    }
    let mut by_reason: BTreeMap<String, Vec<&Way<'_>>> = BTreeMap::new();
    for way in &lost {
        if let Some(reason) = written(way) {
            by_reason.entry(reason.to_lowercase()).or_default().push(way);
        }
    }
    if by_reason.is_empty() {
        return Measured::Unknown(Unmeasured::NoNames);
    }
    let mut reasons: Vec<LostReason> = by_reason.values().map(|deals| lost_reason(ladder, deals)).collect();
    reasons.sort_by(|a, b| b.deals.cmp(&a.deals).then_with(|| a.reason.cmp(&b.reason)));
    let with: usize = reasons.iter().map(|reason| reason.deals).sum();
    Measured::Known(LostReasons { lost: lost.len(), without: lost.len() - with, reasons })
}

fn written<'a>(way: &Way<'a>) -> Option<&'a str> {
    way.deal.lost_reason.as_deref().map(str::trim).filter(|reason| !reason.is_empty())
}

fn lost_reason(ladder: &Ladder<'_>, deals: &[&Way<'_>]) -> LostReason {
    let spellings = tally(deals.iter().filter_map(|way| written(way)));
    let stage = |way: &&Way<'_>| {
        let rung = ladder.rungs.iter().find(|(_, rank)| *rank == way.high);
        rung.map(|(stage, _)| *stage).filter(|_| way.deal.way_known)
    };
    LostReason {
        // Of spellings as frequent the first of the alphabet, for the order of rows must not show.
        reason: spellings.iter().rev().max_by_key(|(_, n)| *n).map_or_else(String::new, |(text, _)| (*text).to_owned()),
        deals: deals.len(),
        value: deals.iter().filter_map(|way| way.value()).collect(),
        by_stage: tally(deals.iter().map(stage)),
        by_source: tally(deals.iter().map(|way| way.deal.source.clone())),
    }
}

/// How often each occurs, in their order.
fn tally<T: Ord>(items: impl Iterator<Item = T>) -> Vec<(T, usize)> {
    let mut counts: BTreeMap<T, usize> = BTreeMap::new();
    for item in items {
        *counts.entry(item).or_default() += 1;
    }
    counts.into_iter().collect()
}
