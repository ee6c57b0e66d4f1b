//! Time in stage: how long deals stay in each stage, and how they leave it.
//!
//! The unit is the stay, in days: a deal that returns stays a second time. Leaving by any cause is Kaplan–Meier's,
//! so that stays that last count for as long as they have lasted; the causes are Aalen–Johansen's on exact ties,
//! and with the share still there they add up to one. `1 − KM` with the other causes censored would overestimate
//! each of them (Satagopan et al. 2004).
//!
//! A quantile is the smallest t with `S(t) ≤ 1 − q`. Where it is not reached there is no number, but the longest
//! stay seen and the share still there. The interval of the median is Brookmeyer and Crowley's (1982) on
//! log(−log) bands. The restricted mean is the area under S up to τ, at most 90 days: stages are compared at the
//! same τ alone.
//!
//! Where stays begin or end between two copies of the sheet, their days are good to about the time between these. A stage
//! whose median is not four times that gets no number: copies cannot tell it more exactly.

use super::stats::survival::{Curve, Exit};
use super::stay::{Stay, Stays};
use super::way::MOST_DATED;
use super::{Cause, Measured, Unmeasured};
use crate::model::{Book, StageId, StageKind};

/// The restricted mean looks at so many days at most.
const RESTRICTED_DAYS: f64 = 90.0;

/// So many times the days between two copies a figure must be that rests on them.
pub(super) const GAPS: f64 = 4.0;

/// The days at which shares by cause are read off.
pub const MARKS: [u32; 4] = [7, 14, 30, 90];

/// The shares whose quantiles are given, in percent.
pub const QUANTILES: [u32; 3] = [50, 75, 90];

/// Stays in one stage.
#[derive(Debug, Clone, PartialEq)]
pub struct Dwell {
    /// Which stage.
    pub stage: StageId,
    /// Stays with dates; everything below rests on them.
    pub n: usize,
    /// Stays without.
    pub undated: usize,
    /// Stays that last.
    pub still_in: usize,
    /// Stays that ended, by cause in the order of [`Cause::ALL`].
    pub exits: [usize; 5],
    /// Stays of deals that had been here before.
    pub re_entries: usize,
    /// How long they are.
    pub times: Measured<DwellTimes>,
}

/// Days in one stage.
#[derive(Debug, Clone, PartialEq)]
pub struct DwellTimes {
    /// One for each of [`QUANTILES`].
    pub quantiles: [Option<DwellQuantile>; 3],
    /// The 95 % interval of the median; an end that is not reached is open.
    pub median_ci: (Option<f64>, Option<f64>),
    /// The restricted mean in days.
    pub restricted_mean: f64,
    /// The days up to which it looks.
    pub restricted_to: f64,
    /// Share still there at the end of what was observed.
    pub still_there: f64,
    /// The longest stay, ended or not.
    pub longest: f64,
    /// The causes that were seen.
    pub causes: Vec<CauseTimes>,
}

/// A quantile of the days in a stage.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DwellQuantile {
    /// The days.
    pub days: f64,
    /// Stays that lasted at least so long: below five it is a rough figure.
    pub at_risk: usize,
}

/// Leaving by one cause.
#[derive(Debug, Clone, PartialEq)]
pub struct CauseTimes {
    /// Which cause.
    pub cause: Cause,
    /// Share that has left by it after so many days, for each of [`MARKS`].
    pub at: [f64; 4],
    /// Share that ever leaves by it, as far as anybody was followed.
    pub at_end: f64,
    /// Days by which half of them have.
    pub p50_among: Option<f64>,
    /// Days by which nine in ten of them have.
    pub p90_among: Option<f64>,
}

/// Time in every open or deferred stage that a deal ever stayed in, in pipeline order.
pub(super) fn dwells(book: &Book, stays: &[Stays]) -> Vec<Dwell> {
    let stages = book.pipeline.iter().filter(|(_, stage)| matches!(stage.kind, StageKind::Open | StageKind::Deferred));
    stages.map(|(id, _)| (id, &stays[id.0])).filter(|(_, stays)| stays.all > 0).map(|(id, s)| dwell(id, s)).collect()
}

fn dwell(stage: StageId, stays: &Stays) -> Dwell {
    let n = stays.dated.len();
    let enough = n > 0 && n as f64 >= MOST_DATED * stays.seen() as f64;
    let exits = Cause::ALL.map(|cause| stays.dated.iter().filter(|stay| stay.left_by == Some(cause)).count());
    Dwell {
        stage,
        n,
        undated: stays.all - n,
        still_in: n - exits.iter().sum::<usize>(),
        exits,
        re_entries: stays.all - stays.deals,
        times: if enough {
            as_fine_as_copies(times(&stays.dated, exits), stays.gap())
        } else {
            Measured::Unknown(Unmeasured::TooFewDates)
        },
    }
}

/// The times, unless they are too short for copies so many days apart to tell.
fn as_fine_as_copies(times: DwellTimes, gap: Option<f64>) -> Measured<DwellTimes> {
    let median = times.quantiles[0].map_or(times.longest, |quantile| quantile.days);
    match gap.map(|gap| median / gap) {
        Some(gaps) if gaps < 2.0 => Measured::Unknown(Unmeasured::UnderTwoGaps),
        Some(gaps) if gaps < GAPS => Measured::Unknown(Unmeasured::UnderFourGaps),
        _ => Measured::Known(times),
    }
}

fn times(stays: &[Stay], exits: [usize; 5]) -> DwellTimes {
    let mut by_days: Vec<(f64, Option<Cause>)> = stays.iter().map(|stay| (stay.days, stay.left_by)).collect();
    by_days.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
    let curve = |event: &dyn Fn(Cause) -> bool| {
        Curve::of_sorted(by_days.iter().map(|(days, left_by)| {
            let exit = match left_by {
                Some(cause) if event(*cause) => Exit::Event,
                Some(_) => Exit::Competing,
                None => Exit::Censored,
            };
            (*days, exit)
        }))
    };
    let any = curve(&|_| true);
    let longest = by_days.last().map_or(0.0, |(days, _)| *days);
    let restricted_to = longest.min(RESTRICTED_DAYS);
    let quantile = |percent: u32| {
        let (days, at_risk) = any.survival_quantile(f64::from(percent) / 100.0)?;
        Some(DwellQuantile { days, at_risk })
    };
    let seen = Cause::ALL.into_iter().zip(exits).filter(|(_, exits)| *exits > 0);
    DwellTimes {
        quantiles: QUANTILES.map(quantile),
        median_ci: any.median_interval(),
        restricted_mean: any.restricted_mean(restricted_to),
        restricted_to,
        still_there: any.survival_at_end(),
        longest,
        causes: seen.map(|(cause, _)| cause_times(cause, &curve(&|other| other == cause))).collect(),
    }
}

fn cause_times(cause: Cause, curve: &Curve) -> CauseTimes {
    CauseTimes {
        cause,
        at: MARKS.map(|days| curve.incidence_at(f64::from(days))),
        at_end: curve.incidence_at_end(),
        p50_among: curve.quantile_among_events(0.5),
        p90_among: curve.quantile_among_events(0.9),
    }
}
