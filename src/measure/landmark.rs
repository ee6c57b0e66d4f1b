//! The chance to win of a deal that is still in its stage at a certain age.
//!
//! P(won | stage, age t) looks at all past stays in the stage that lasted longer than t, starts the clock
//! anew at t, and takes the cumulative incidence of the final win (Aalen–Johansen; lost and vanished deals
//! compete, open ones are censored): a landmark analysis (van Houwelingen 2007). Where too few stays lasted
//! that long, the age is taken back until there are enough.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::stats::survival::Exit;
use super::stay::Stay;

/// Comparable stays needed before a chance is named.
pub(super) const COMPARABLE_STAYS: usize = 20;

/// Landmarks that are worked out in one stage at most; ages between two of them are taken back to the younger.
/// More would tell nothing new, and a sheet with exact times has as many ages as open deals.
const LANDMARKS: usize = 1000;

/// A chance to win.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Chance {
    /// P(won).
    pub p: f64,
    /// Stays that it rests on.
    pub stays: usize,
    /// The age in days for which it was taken.
    pub age: f64,
}

/// The chances at these ages (days), one for each. Stays whose deal has no dated end are not looked at.
pub(super) fn chances(stays: &[Stay], ages: &[f64]) -> Vec<Chance> {
    let mut longest_first: Vec<(f64, (f64, Exit))> =
        stays.iter().filter_map(|stay| stay.to_end.map(|end| (stay.days, end))).collect();
    longest_first.sort_by(|a, b| b.0.total_cmp(&a.0));
    let landmarks = thinned(ages.iter().map(|age| landmark(&longest_first, *age)).collect());

    // The stays longer than t are the same for every t between two of their lengths: the first ones of the
    // list. All ends are counted from the same age, so starting the clock anew at it keeps their order.
    let mut latest_end_first: Vec<(usize, (f64, Exit))> =
        longest_first.iter().map(|(_, end)| *end).enumerate().collect();
    latest_end_first.sort_by(|(_, a), (_, b)| latest_first(a, b));
    let ends: Vec<(usize, Exit)> = latest_end_first.into_iter().map(|(place, (_, exit))| (place, exit)).collect();
    let mut by_count: BTreeMap<usize, f64> = landmarks.iter().map(|(count, _)| (*count, 0.0)).collect();
    for (count, p) in &mut by_count {
        *p = incidence(ends.iter().filter(|(place, _)| place < count).map(|(_, exit)| *exit));
    }
    landmarks.into_iter().map(|(stays, age)| Chance { p: by_count[&stays], stays, age }).collect()
}

/// The incidence of the event from exits in the order of time, latest first.
///
/// Read backwards, Aalen–Johansen needs nothing but the number at risk n: `F = (event + (n − 1)·F′) / n` at
/// an exit, where F′ is the incidence after it, and `F = F′` at a censoring. Tied exits may be taken one after
/// the other: the products are the same.
fn incidence(latest_first: impl Iterator<Item = Exit>) -> f64 {
    let (mut at_risk, mut incidence) = (0.0, 0.0);
    for exit in latest_first {
        let later = at_risk;
        at_risk += 1.0;
        match exit {
            Exit::Event => incidence = incidence * (later / at_risk) + 1.0 / at_risk,
            Exit::Competing => incidence *= later / at_risk,
            Exit::Censored => {}
        }
    }
    incidence
}

/// Latest first; at equal times exits come before censorings, so here after them.
fn latest_first(a: &(f64, Exit), b: &(f64, Exit)) -> Ordering {
    let is_exit = |end: &(f64, Exit)| end.1 != Exit::Censored;
    b.0.total_cmp(&a.0).then(is_exit(a).cmp(&is_exit(b)))
}

/// The same landmarks (comparable stays, age), each taken back to one of so many that spread evenly.
fn thinned(mut landmarks: Vec<(usize, f64)>) -> Vec<(usize, f64)> {
    let distinct: BTreeMap<usize, f64> = landmarks.iter().copied().collect();
    let every = distinct.len().div_ceil(LANDMARKS).max(1);
    // The youngest has the most comparable stays and is always among them.
    let kept: BTreeMap<usize, f64> = distinct.into_iter().rev().step_by(every).collect();
    for landmark in &mut landmarks {
        if let Some((stays, age)) = kept.range(landmark.0..).next()
            && *stays != landmark.0
        {
            *landmark = (*stays, *age);
        }
    }
    landmarks
}

/// How many of the stays (longest first) are comparable at this age, and the age that was taken.
fn landmark(longest_first: &[(f64, (f64, Exit))], age: f64) -> (usize, f64) {
    let all = longest_first.len();
    let longer_than = |days: f64| longest_first.partition_point(|stay| stay.0 > days);
    if age <= 0.0 {
        return (all, age);
    }
    let comparable = longer_than(age);
    if comparable >= COMPARABLE_STAYS {
        return (comparable, age);
    }
    // The longest age after which enough stays still lasted: the next length below that of the 20th.
    let below = longest_first
        .get(COMPARABLE_STAYS - 1)
        .map_or(&[][..], |twentieth| &longest_first[longest_first.partition_point(|stay| stay.0 >= twentieth.0)..]);
    match below.first() {
        Some((days, _)) if *days > 0.0 => (longer_than(*days), *days),
        _ => (all, 0.0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::stats::survival::Curve;

    /// Forty stays of 1 to 40 days; every fourth deal was won ten days after the stay.
    fn stays() -> Vec<Stay> {
        let exit = |day: u32| if day.is_multiple_of(4) { Exit::Event } else { Exit::Competing };
        let start = crate::model::Moment::Day(chrono::NaiveDate::MIN);
        (1..=40)
            .map(|day| Stay {
                start,
                days: f64::from(day),
                left_by: None,
                to_end: Some((f64::from(day) + 10.0, exit(day))),
            })
            .collect()
    }

    #[track_caller]
    fn check(stays: &[Stay], age: f64, p: f64, comparable: usize, age_used: f64) {
        let [chance] = chances(stays, &[age])[..] else { panic!("one age, one chance") };
        assert!((chance.p - p).abs() < 1e-9, "{chance:?}");
        assert_eq!((chance.stays, chance.age), (comparable, age_used));
    }

    #[test]
    fn only_stays_that_lasted_longer_are_comparable() {
        check(&stays(), 0.0, 10.0 / 40.0, 40, 0.0);
        check(&stays(), 0.5, 10.0 / 40.0, 40, 0.5);
        check(&stays(), 3.0, 10.0 / 37.0, 37, 3.0);
        check(&stays(), 4.0, 9.0 / 36.0, 36, 4.0);
        check(&stays(), 20.0, 5.0 / 20.0, 20, 20.0);
    }

    #[test]
    fn the_age_is_taken_back_until_twenty_are_comparable() {
        check(&stays(), 21.0, 5.0 / 20.0, 20, 20.0);
        check(&stays(), 400.0, 5.0 / 20.0, 20, 20.0);
        check(&stays()[..10], 5.0, 0.2, 10, 0.0);
    }

    #[test]
    fn backwards_gives_what_the_curve_gives() {
        let ends = [(5.0, Exit::Event), (5.0, Exit::Censored), (5.0, Exit::Competing), (2.0, Exit::Event)];
        let ends = ends.into_iter().chain([(9.0, Exit::Censored), (7.0, Exit::Event), (7.0, Exit::Event)]);
        let ends: Vec<(f64, Exit)> = ends.collect();
        let mut backwards = ends.clone();
        backwards.sort_by(latest_first);
        let got = incidence(backwards.iter().map(|(_, exit)| *exit));
        assert!((got - Curve::new(&ends).incidence_at(f64::INFINITY)).abs() < 1e-12);
    }

    #[test]
    fn very_many_landmarks_are_taken_back_to_younger_ones() {
        let all: Vec<(usize, f64)> = (0..2500_u32).map(|place| (3000 - place as usize, f64::from(place))).collect();
        let kept = thinned(all.clone());
        let distinct: BTreeMap<usize, f64> = kept.iter().copied().collect();
        assert_eq!(distinct.len(), 834);
        assert_eq!(kept[..7], [0, 0, 0, 3, 3, 3, 6].map(|back| (3000 - back, back as f64)));
        assert_eq!(thinned(all[..1000].to_vec()), all[..1000]);
    }

    #[test]
    fn many_ages_at_once_give_what_each_gives_alone() {
        let ages = [30.0, 0.0, 7.5, 7.5, 12.0];
        let alone: Vec<Chance> = ages.iter().flat_map(|age| chances(&stays(), &[*age])).collect();
        assert_eq!(chances(&stays(), &ages), alone);
    }
}
