//! Time to an event when something else can happen first (competing exits) and some are still waiting
//! (censored): the estimators of Kaplan–Meier (survival) and Aalen–Johansen (cumulative incidence).
//!
//! Times tie exactly, without jitter: dates without hours are all ties. At equal times exits come before
//! censorings. With `n` at risk and `d` exits at a time, `d₁` of them the event: `F += S·d₁/n`, then
//! `S *= 1 − d/n`. The unit of time is the caller's.

use super::proportion::Z95;
use crate::measure::Interval;

/// Survival levels are compared with this tolerance, so that products of fractions that should be ½ are.
const TOLERANCE: f64 = 1e-9;

/// Times are compared with this tolerance when a curve is read off.
const SAME_TIME: f64 = 1e-12;

/// How an observation ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::measure) enum Exit {
    /// By the event of interest.
    Event,
    /// By something else that rules the event out.
    Competing,
    /// Not yet: it was watched for so long and no longer.
    Censored,
}

/// The curves at one distinct time of exit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::measure) struct Step {
    time: f64,
    at_risk: u32,
    exits: u32,
    survival: f64,
    incidence: f64,
    variance: VarianceSums,
}

/// The variance of the incidence F at any later time is `F²·square − 2F·linear + constant`: these sums up to here, so that
/// it is read off like the incidence itself.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
struct VarianceSums {
    square: f64,
    linear: f64,
    constant: f64,
}

impl VarianceSums {
    /// Adds a time with `n` at risk, `d` exits, `d1` of them the event, survival `s` before it and incidence `f` at it.
    fn add(&mut self, n: f64, d: f64, d1: f64, s: f64, f: f64) {
        let left = if n > d { d / (n * (n - d)) } else { 0.0 };
        self.square += left;
        self.linear += left * f;
        self.constant += left * f * f;
        if d1 > 0.0 {
            let both = s * d1 / (n * n);
            self.linear += both;
            self.constant += both * (s * (n - d1) / n + 2.0 * f);
        }
    }

    fn at(&self, f: f64) -> f64 {
        f * f * self.square - 2.0 * f * self.linear + self.constant
    }
}

/// Survival and incidence of the event as step functions, continuous from the right.
#[derive(Debug, Clone, Default, PartialEq)]
pub(in crate::measure) struct Curve {
    steps: Vec<Step>,
}

impl Curve {
    /// The curves of these observations: how long each was watched, and how it ended.
    pub(in crate::measure) fn new(observed: &[(f64, Exit)]) -> Self {
        let mut sorted = observed.to_vec();
        sorted.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
        Self::of_sorted(sorted.into_iter())
    }

    /// The curves of observations in the order of their times.
    pub(in crate::measure) fn of_sorted(observed: impl ExactSizeIterator<Item = (f64, Exit)>) -> Self {
        let mut curve = Self::default();
        curve.follow(observed);
        curve
    }

    /// Becomes the curves of other observations in the order of their times, in the same room.
    pub(in crate::measure) fn follow(&mut self, observed: impl ExactSizeIterator<Item = (f64, Exit)>) {
        self.steps.clear();
        let mut so_far = SoFar::with(observed.len());
        let mut variance = VarianceSums::default();
        by_time(observed, |tied| {
            let (at_risk, survival) = (so_far.at_risk, so_far.survival);
            so_far.pass(tied);
            if tied.exits > 0 {
                let [n, exits, events] = [at_risk, tied.exits, tied.events].map(f64::from);
                variance.add(n, exits, events, survival, so_far.incidence);
                self.steps.push(Step {
                    time: tied.time,
                    at_risk,
                    exits: tied.exits,
                    survival: so_far.survival,
                    incidence: so_far.incidence,
                    variance,
                });
            }
        });
    }

    /// P(event by this time).
    pub(in crate::measure) fn incidence_at(&self, time: f64) -> f64 {
        self.until(time).last().map_or(0.0, |step| step.incidence)
    }

    /// P(event), as far as anybody was followed.
    pub(in crate::measure) fn incidence_at_end(&self) -> f64 {
        self.steps.last().map_or(0.0, |step| step.incidence)
    }

    /// P(neither event nor competing exit), as far as anybody was followed.
    pub(in crate::measure) fn survival_at_end(&self) -> f64 {
        self.steps.last().map_or(1.0, |step| step.survival)
    }

    /// The standard error of the incidence at a time.
    pub(in crate::measure) fn incidence_error(&self, time: f64) -> f64 {
        self.incidence_variance(time).sqrt()
    }

    /// The log(−log) interval of the incidence at a time; none where it is 0 or 1.
    pub(in crate::measure) fn incidence_interval(&self, time: f64) -> Option<Interval> {
        let incidence = self.incidence_at(time);
        if incidence <= 0.0 || incidence >= 1.0 {
            return None;
        }
        let error = self.incidence_error(time) / (incidence * incidence.ln().abs());
        let at = |z: f64| incidence.powf((z * error).exp());
        Some(Interval { lo: at(Z95), hi: at(-Z95) })
    }

    /// The smallest time by which this share of all that ever leave by the event have left; none without
    /// events.
    pub(in crate::measure) fn quantile_among_events(&self, share: f64) -> Option<f64> {
        let end = Some(self.incidence_at_end()).filter(|end| *end > 0.0)?;
        let before = self.steps.partition_point(|step| step.incidence < share * end - TOLERANCE);
        self.steps.get(before).map(|step| step.time)
    }

    /// The smallest time by which this share have left by any exit, with how many were watched for so long; none
    /// when it is not reached.
    pub(in crate::measure) fn survival_quantile(&self, share: f64) -> Option<(f64, usize)> {
        let step = self.steps.iter().find(|step| step.survival <= 1.0 - share + TOLERANCE)?;
        Some((step.time, step.at_risk as usize))
    }

    /// The interval of the median survival: the times at which the lower and the upper log(−log) band with
    /// Greenwood's variance come down to ½ (Brookmeyer and Crowley 1982). An end that is not reached is open.
    pub(in crate::measure) fn median_interval(&self) -> (Option<f64>, Option<f64>) {
        let (mut lo, mut hi, mut greenwood) = (None, None, 0.0);
        for Step { time, at_risk, exits, survival, .. } in &self.steps {
            let (n, d) = (f64::from(*at_risk), f64::from(*exits));
            if n > d {
                greenwood += d / (n * (n - d));
            }
            let band = |z: f64| match *survival {
                s if s <= 0.0 || s >= 1.0 => s,
                s => s.powf((z * greenwood.sqrt() / s.ln().abs()).exp()),
            };
            lo = lo.or((band(Z95) <= 0.5 + TOLERANCE).then_some(*time));
            hi = hi.or((band(-Z95) <= 0.5 + TOLERANCE).then_some(*time));
        }
        (lo, hi)
    }

    /// The area under the survival curve up to a time that is not later than the longest observation: the mean of
    /// what lies within it.
    pub(in crate::measure) fn restricted_mean(&self, until: f64) -> f64 {
        let (mut area, mut last, mut survival) = (0.0, 0.0, 1.0);
        for step in self.steps.iter().take_while(|step| step.time < until) {
            area += survival * (step.time - last);
            (last, survival) = (step.time, step.survival);
        }
        area + survival * (until - last)
    }

    /// Delta-method variance of the incidence (Dinse and Larson 1986).
    fn incidence_variance(&self, time: f64) -> f64 {
        self.until(time).last().map_or(0.0, |step| step.variance.at(step.incidence).max(0.0))
    }

    fn until(&self, time: f64) -> &[Step] {
        &self.steps[..self.steps.partition_point(|step| step.time <= time + SAME_TIME)]
    }
}

/// P(event), as far as anybody was followed, of observations in the order of their times: the end of their curve
/// without the curve.
pub(in crate::measure) fn incidence_at_end(observed: impl ExactSizeIterator<Item = (f64, Exit)>) -> f64 {
    let mut so_far = SoFar::with(observed.len());
    by_time(observed, |tied| so_far.pass(tied));
    so_far.incidence
}

/// Observations of the same time.
#[derive(Debug, Clone, Copy, Default)]
struct Tied {
    time: f64,
    all: u32,
    exits: u32,
    events: u32,
}

/// Goes through observations in the order of their times, those of the same time together.
fn by_time(observed: impl Iterator<Item = (f64, Exit)>, mut pass: impl FnMut(Tied)) {
    let mut tied = Tied::default();
    for (time, exit) in observed {
        if tied.time.total_cmp(&time).is_ne() {
            pass(tied);
            tied = Tied { time, ..Tied::default() };
        }
        tied.all += 1;
        tied.exits += u32::from(exit != Exit::Censored);
        tied.events += u32::from(exit == Exit::Event);
    }
    pass(tied);
}

/// The curves before a time.
struct SoFar {
    at_risk: u32,
    survival: f64,
    incidence: f64,
}

impl SoFar {
    fn with(observed: usize) -> Self {
        Self { at_risk: observed as u32, survival: 1.0, incidence: 0.0 }
    }

    /// Goes past a time.
    fn pass(&mut self, tied: Tied) {
        let n = f64::from(self.at_risk);
        self.at_risk -= tied.all;
        if tied.exits > 0 {
            self.incidence += self.survival * f64::from(tied.events) / n;
            self.survival *= 1.0 - f64::from(tied.exits) / n;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Exit::{Censored, Competing, Event};
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn close(got: f64, want: f64) {
        assert!((got - want).abs() < 1e-9, "got {got}, expected {want}");
    }

    /// Stays at the stage of first contact in the worked example of twelve deals.
    fn contact_stays() -> Vec<(f64, Exit)> {
        let advanced = [3.0, 5.0, 7.0, 7.0, 7.0, 8.0].map(|days| (days, Event));
        advanced.into_iter().chain([(26.0, Competing), (27.0, Censored)]).collect()
    }

    #[test]
    fn the_worked_example_comes_out() {
        let curve = Curve::new(&contact_stays());
        let survival: Vec<f64> = curve.steps.iter().map(|step| step.survival).collect();
        assert_eq!(survival.len(), 5);
        for (got, want) in survival.into_iter().zip([0.875, 0.75, 0.375, 0.25, 0.125]) {
            close(got, want);
        }
        close(curve.incidence_at(1e9), 0.75);
        assert_eq!(curve.survival_quantile(0.5), Some((7.0, 6)));
        assert_eq!(curve.survival_quantile(0.75), Some((8.0, 3)));
        assert_eq!(curve.median_interval(), (Some(3.0), Some(26.0)));
        close(curve.restricted_mean(27.0), 11.25);
        close(curve.survival_at_end(), 0.125);
        assert_eq!(curve.survival_quantile(0.9), None);
        assert_eq!(curve.quantile_among_events(0.9), Some(8.0));
    }

    #[test]
    fn won_within_thirty_days_of_the_inquiry() {
        // Eleven deals that began as an inquiry: three won, three lost, five undecided.
        let won = [23.0, 14.0, 36.0].map(|days| (days, Event));
        let lost = [7.0, 28.0, 46.0].map(|days| (days, Competing));
        let open = [54.0, 42.0, 28.0, 14.0, 1.0].map(|days| (days, Censored));
        let curve = Curve::new(&won.into_iter().chain(lost).chain(open).collect::<Vec<_>>());
        close(curve.incidence_at(30.0), 3.0 / 14.0);
        let interval = curve.incidence_interval(30.0).expect("the incidence is neither 0 nor 1");
        assert!((interval.lo - 0.032).abs() < 5e-4 && (interval.hi - 0.501).abs() < 5e-4, "{interval:?}");
    }

    #[test]
    fn nobody_observed_means_nothing_claimed() {
        let curve = Curve::new(&[]);
        close(curve.incidence_at(30.0), 0.0);
        assert_eq!(curve.survival_quantile(0.5), None);
        assert_eq!(curve.quantile_among_events(0.5), None);
        assert_eq!(curve.median_interval(), (None, None));
        close(curve.survival_at_end(), 1.0);
        assert_eq!(curve.incidence_interval(30.0), None);
    }

    fn observations() -> impl Strategy<Value = Vec<(f64, Exit)>> {
        let exit = prop_oneof![Just(Event), Just(Competing), Just(Censored)];
        prop::collection::vec(((0_u32..40).prop_map(f64::from), exit), 0..60)
    }

    proptest! {
        #[test]
        fn survival_and_all_causes_make_one(observed in observations()) {
            let swapped = observed.iter().map(|(time, exit)| (*time, match exit {
                Event => Competing,
                Competing => Event,
                Censored => Censored,
            }));
            let (event, other) = (Curve::new(&observed), Curve::new(&swapped.collect::<Vec<_>>()));
            for (a, b) in event.steps.iter().zip(&other.steps) {
                prop_assert!((a.incidence + b.incidence + a.survival - 1.0).abs() < 1e-9);
            }
        }

        #[test]
        fn without_censoring_incidence_is_the_plain_share(observed in observations(), horizon in 0_u32..40) {
            let observed: Vec<_> = observed.into_iter().filter(|(_, exit)| *exit != Censored).collect();
            prop_assume!(!observed.is_empty());
            let horizon = f64::from(horizon);
            let events = observed.iter().filter(|(time, exit)| *time <= horizon && *exit == Event).count();
            let plain = events as f64 / observed.len() as f64;
            prop_assert!((Curve::new(&observed).incidence_at(horizon) - plain).abs() < 1e-9);
        }
    }
}
