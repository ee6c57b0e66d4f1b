//! Conversion by a named rule: of the deals that count at a stage, those that count at the next.
//!
//! `reached` counts deals at risk and those of them that advanced, as the funnel does. `strict` counts a deal at a
//! stage only if it stood in it and in every stage before it. `snapshot` counts the deals that are in a stage now
//! or further up, so that lost and deferred deals count nowhere. The last two are for those who must match a CRM;
//! neither tells what share of deals goes on: the first drops all that skipped a stage, the second all that were lost.

use super::ladder::Ladder;
use super::stats::proportion::{share, wilson};
use super::way::Way;
use super::{Funnel, Interval};
use crate::model::{DealState, StageId};
use crate::settings::{Conversion as Asked, ConversionDays, ConversionRule};

/// Conversion under the rule of the run.
#[derive(Debug, Clone, PartialEq)]
pub struct Conversion {
    /// The rule.
    pub rule: ConversionRule,
    /// The horizon N in days of all measures that look at wins within N days.
    pub days: u32,
    /// Where N comes from.
    pub days_from: ConversionDays,
    /// From each rung to the next.
    pub steps: Vec<(StageId, ConversionStep)>,
    /// From the first rung to won.
    pub overall: ConversionStep,
}

/// Of the deals that count at one end, those that count at the other.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ConversionStep {
    /// Deals that count.
    pub of: usize,
    /// Those of them that went on.
    pub went_on: usize,
    /// Their share; none of nothing, and none where no sheet tells at which stage some deals were lost.
    pub rate: Option<f64>,
    /// Its Wilson 95 % interval.
    pub ci: Option<Interval>,
}

/// Conversion by the rule asked for, with N as found.
pub(super) fn conversion(
    ladder: &Ladder<'_>,
    ways: &[Way<'_>],
    funnel: &Funnel,
    asked: Asked,
    days: u32,
) -> Conversion {
    let count = |counts: &dyn Fn(&Way<'_>, u32) -> bool| -> Vec<usize> {
        ladder.rungs.iter().map(|(_, rank)| ways.iter().filter(|way| counts(way, *rank)).count()).collect()
    };
    let (steps, overall) = match asked.rule {
        ConversionRule::Reached => reached(funnel),
        ConversionRule::Strict => by_counts(&count(&|way, rank| passed_all(ladder, way, rank))),
        ConversionRule::Snapshot => by_counts(&count(&stands_at_or_above(ladder))),
    };
    let stages = ladder.steps().map(|(stage, ..)| stage);
    Conversion { rule: asked.rule, days, days_from: asked.days, steps: stages.zip(steps).collect(), overall }
}

fn reached(funnel: &Funnel) -> (Vec<ConversionStep>, ConversionStep) {
    let steps = funnel.stages.iter().filter_map(|stage| stage.step.as_ref());
    let steps = steps.map(|step| match funnel.losses_unplaced {
        0 => ConversionStep::of(step.advanced, step.at_risk),
        _ => ConversionStep { of: step.at_risk, went_on: step.advanced, rate: None, ci: None },
    });
    (steps.collect(), ConversionStep::of(funnel.overall.won, funnel.overall.n))
}

fn by_counts(counts: &[usize]) -> (Vec<ConversionStep>, ConversionStep) {
    let steps = counts.windows(2).map(|pair| ConversionStep::of(pair[1], pair[0])).collect();
    let ends = counts.first().zip(counts.last());
    (steps, ends.map_or(ConversionStep::of(0, 0), |(first, last)| ConversionStep::of(*last, *first)))
}

/// Whether a deal stood on every rung up to this rank.
fn passed_all(ladder: &Ladder<'_>, way: &Way<'_>, rank: u32) -> bool {
    let stood = |rung: u32| way.history.iter().any(|entry| ladder.rank_of(entry.stage) == Some(rung));
    ladder.rungs.iter().map(|(_, rung)| *rung).take_while(|rung| *rung <= rank).all(stood)
}

fn stands_at_or_above(ladder: &Ladder<'_>) -> impl Fn(&Way<'_>, u32) -> bool {
    |way, rank| {
        matches!(way.state, DealState::Open | DealState::Won)
            && ladder.rank_of(way.stage).is_some_and(|now| now >= rank)
    }
}

impl ConversionStep {
    fn of(went_on: usize, of: usize) -> Self {
        Self { of, went_on, rate: share(went_on, of), ci: wilson(went_on, of) }
    }
}
