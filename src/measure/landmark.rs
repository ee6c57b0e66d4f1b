//! The chance to win of a deal that is still in its stage at a certain age.
//!
//! P(won | stage, age t) looks at all past stays in the stage that lasted longer than t, starts the clock
//! anew at t, and takes the cumulative incidence of the final win (Aalen–Johansen; lost and vanished deals
//! compete, open ones are censored): a landmark analysis (van Houwelingen 2007). Where too few stays lasted
//! that long, the age is taken back until there are enough.

use std::collections::BTreeMap;

use super::stats::survival::{Exit, final_incidence};
use super::stay::Stay;

/// Comparable stays needed before a chance is named.
pub(super) const COMPARABLE_STAYS: usize = 20;

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
    let mut followed: Vec<(f64, (f64, Exit))> =
        stays.iter().filter_map(|stay| stay.to_end.map(|end| (stay.days, end))).collect();
    followed.sort_by(|a, b| b.0.total_cmp(&a.0));
    let landmarks: Vec<(usize, f64)> = ages.iter().map(|age| landmark(&followed, *age)).collect();

    // The stays longer than t are the same for every t between two of their lengths, so the number of them
    // tells which they are. From few to many, each set grows out of the one before.
    let mut by_count: BTreeMap<usize, f64> = landmarks.iter().map(|(count, _)| (*count, 0.0)).collect();
    let mut watched: Vec<(f64, Exit)> = Vec::with_capacity(followed.len());
    for (count, p) in &mut by_count {
        watched.extend(followed[watched.len()..*count].iter().map(|(_, end)| *end));
        watched.sort_by(|a, b| a.0.total_cmp(&b.0));
        // All ends are counted from the same age, so starting the clock anew does not change their order.
        *p = final_incidence(&watched);
    }
    landmarks.into_iter().map(|(stays, age)| Chance { p: by_count[&stays], stays, age }).collect()
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

    /// Forty stays of 1 to 40 days; every fourth deal was won ten days after the stay.
    fn stays() -> Vec<Stay> {
        let exit = |day: u32| if day.is_multiple_of(4) { Exit::Event } else { Exit::Competing };
        (1..=40)
            .map(|day| Stay { days: f64::from(day), exit: exit(day), to_end: Some((f64::from(day) + 10.0, exit(day))) })
            .collect()
    }

    #[track_caller]
    fn check(age: f64, p: f64, comparable: usize, age_used: f64) {
        let [chance] = chances(&stays(), &[age])[..] else { panic!("one age, one chance") };
        assert!((chance.p - p).abs() < 1e-9, "{chance:?}");
        assert_eq!((chance.stays, chance.age), (comparable, age_used));
    }

    #[test]
    fn only_stays_that_lasted_longer_are_comparable() {
        check(0.0, 10.0 / 40.0, 40, 0.0);
        check(0.5, 10.0 / 40.0, 40, 0.5);
        check(3.0, 10.0 / 37.0, 37, 3.0);
        check(4.0, 9.0 / 36.0, 36, 4.0);
        check(20.0, 5.0 / 20.0, 20, 20.0);
    }

    #[test]
    fn the_age_is_taken_back_until_twenty_are_comparable() {
        check(21.0, 5.0 / 20.0, 20, 20.0);
        check(400.0, 5.0 / 20.0, 20, 20.0);
        let few = &stays()[..10];
        assert_eq!(chances(few, &[5.0]), [Chance { p: 0.2, stays: 10, age: 0.0 }]);
    }

    #[test]
    fn many_ages_at_once_give_what_each_gives_alone() {
        let ages = [30.0, 0.0, 7.5, 7.5, 12.0];
        let alone: Vec<Chance> = ages.iter().flat_map(|age| chances(&stays(), &[*age])).collect();
        assert_eq!(chances(&stays(), &ages), alone);
    }
}
