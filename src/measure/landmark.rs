//! What became of deals that were still in their stage at a certain age.
//!
//! P(won | stage, age t) looks at all past stays in the stage that lasted longer than t, starts the clock
//! anew at t, and takes the cumulative incidence of the final win (Aalen–Johansen; lost and vanished deals
//! compete, open ones are censored): a landmark analysis (van Houwelingen 2007). Where too few stays lasted
//! that long, the age is taken back until there are enough.

use std::collections::BTreeMap;

use super::stats::survival::{Curve, Exit};

/// A past stay, in days.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct PastStay {
    /// How long it lasted, or has lasted so far.
    pub days: f64,
    /// From its start to the end of the deal, or to the moment spoken for.
    pub to_end: f64,
    /// How the deal ended: the win is the event.
    pub end: Exit,
}

/// Chances to be won of stays in the order of the deals' ends.
pub(super) fn win_curve(curve: &mut Curve, stays: &[PastStay]) {
    curve.follow(stays.iter().map(|stay| (stay.to_end, stay.end)));
}

/// What was read off for one age.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Landmark<T> {
    /// Comparable stays that it rests on.
    pub stays: usize,
    /// The age in days for which it was taken.
    pub age: f64,
    /// What was read off.
    pub figures: T,
}

/// Landmarks are thinned so that about so many stays are looked at in one stage.
const STAYS_LOOKED_AT: usize = 5_000_000;

/// The least and the most landmarks to which they are thinned. More would tell nothing new, and a sheet with exact
/// times has as many ages as open deals.
const LANDMARKS: (usize, usize) = (50, 1000);

/// Looks at the stays comparable at these ages (days), by the time of the deals' ends, and reads off something for each
/// age. At least so many stays are comparable, if there are any; times count from the start of the stay. Ages between
/// two landmarks are taken back to the younger.
pub(super) fn landmarks<L: Default, T>(
    mut past: Vec<PastStay>,
    ages: &[f64],
    enough: usize,
    look: impl Fn(&mut L, &[PastStay]),
    read: impl Fn(&L, f64) -> T,
) -> Vec<Landmark<T>> {
    past.sort_unstable_by(|a, b| b.days.total_cmp(&a.days));
    let most = (STAYS_LOOKED_AT / past.len().max(1)).clamp(LANDMARKS.0, LANDMARKS.1);
    let found = ages.iter().map(|age| landmark(&past, *age, enough)).collect();
    let mut by_age: Vec<(usize, (usize, f64))> = thinned(found, most).into_iter().enumerate().collect();
    by_age.sort_by(|(_, a), (_, b)| b.0.cmp(&a.0).then(a.1.total_cmp(&b.1)));

    // The older the age the fewer the stays, and each set holds the next.
    past.sort_unstable_by(|a, b| a.to_end.total_cmp(&b.to_end));
    let mut looked = L::default();
    let mut read_off: Vec<(usize, Landmark<T>)> = Vec::with_capacity(ages.len());
    for same in by_age.chunk_by(|(_, a), (_, b)| a.0 == b.0) {
        let (_, (stays, age)) = same[0];
        past.retain(|stay| age <= 0.0 || stay.days > age);
        look(&mut looked, &past);
        let at =
            same.iter().map(|(place, (_, age))| (*place, Landmark { stays, age: *age, figures: read(&looked, *age) }));
        read_off.extend(at);
    }
    read_off.sort_by_key(|(place, _)| *place);
    read_off.into_iter().map(|(_, landmark)| landmark).collect()
}

/// The same landmarks (comparable stays, age), each taken back to one of so many that spread evenly.
fn thinned(mut landmarks: Vec<(usize, f64)>, most: usize) -> Vec<(usize, f64)> {
    let distinct: BTreeMap<usize, f64> = landmarks.iter().copied().collect();
    let every = distinct.len().div_ceil(most).max(1);
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
fn landmark(longest_first: &[PastStay], age: f64, enough: usize) -> (usize, f64) {
    let all = longest_first.len();
    let longer_than = |days: f64| longest_first.partition_point(|stay| stay.days > days);
    if age <= 0.0 {
        return (all, age);
    }
    let comparable = longer_than(age);
    if comparable >= enough {
        return (comparable, age);
    }
    // The longest age after which enough stays still lasted: the next length below that of the last one needed.
    let below = longest_first
        .get(enough - 1)
        .map_or(&[][..], |last| &longest_first[longest_first.partition_point(|stay| stay.days >= last.days)..]);
    match below.first() {
        Some(stay) if stay.days > 0.0 => (longer_than(stay.days), stay.days),
        _ => (all, 0.0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENOUGH: usize = 20;

    /// Forty stays of 1 to 40 days; every fourth deal was won ten days after the stay.
    fn stays() -> Vec<PastStay> {
        let end = |day: u32| if day.is_multiple_of(4) { Exit::Event } else { Exit::Competing };
        (1..=40).map(|day| PastStay { days: f64::from(day), to_end: f64::from(day) + 10.0, end: end(day) }).collect()
    }

    fn chances(stays: Vec<PastStay>, ages: &[f64]) -> Vec<Landmark<f64>> {
        landmarks(stays, ages, ENOUGH, win_curve, |curve, _| curve.incidence_at_end())
    }

    #[track_caller]
    fn check(stays: Vec<PastStay>, age: f64, p: f64, comparable: usize, age_used: f64) {
        let [chance] = &chances(stays, &[age])[..] else { panic!("one age, one chance") };
        assert!((chance.figures - p).abs() < 1e-9, "{chance:?}");
        assert_eq!((chance.stays, chance.age), (comparable, age_used));
    }

    #[test]
    fn only_stays_that_lasted_longer_are_comparable() {
        check(stays(), 0.0, 10.0 / 40.0, 40, 0.0);
        check(stays(), 0.5, 10.0 / 40.0, 40, 0.5);
        check(stays(), 3.0, 10.0 / 37.0, 37, 3.0);
        check(stays(), 4.0, 9.0 / 36.0, 36, 4.0);
        check(stays(), 20.0, 5.0 / 20.0, 20, 20.0);
    }

    #[test]
    fn the_age_is_taken_back_until_enough_are_comparable() {
        check(stays(), 21.0, 5.0 / 20.0, 20, 20.0);
        check(stays(), 400.0, 5.0 / 20.0, 20, 20.0);
        check(stays()[..10].to_vec(), 5.0, 0.2, 10, 0.0);
    }

    #[test]
    fn the_clock_starts_anew_at_the_age() {
        // Of the 37 that lasted longer than 3 days, those of 4 and 8 days were won by day 18: 15 days from the age on.
        let got = landmarks(stays(), &[3.0, 3.5], ENOUGH, win_curve, |curve, age| curve.incidence_at(age + 15.0));
        assert!((got[0].figures - 2.0 / 37.0).abs() < 1e-9, "{got:?}");
        assert_eq!((got[1].stays, got[1].age), (37, 3.5));
    }

    #[test]
    fn very_many_landmarks_are_taken_back_to_younger_ones() {
        let all: Vec<(usize, f64)> = (0..2500_u32).map(|place| (3000 - place as usize, f64::from(place))).collect();
        let kept = thinned(all.clone(), 1000);
        let distinct: BTreeMap<usize, f64> = kept.iter().copied().collect();
        assert_eq!(distinct.len(), 834);
        assert_eq!(kept[..7], [0, 0, 0, 3, 3, 3, 6].map(|back| (3000 - back, back as f64)));
        assert_eq!(thinned(all[..1000].to_vec(), 1000), all[..1000]);
    }

    #[test]
    fn many_ages_at_once_give_what_each_gives_alone() {
        let ages = [30.0, 0.0, 7.5, 7.5, 12.0];
        let alone: Vec<_> = ages.iter().flat_map(|age| chances(stays(), &[*age])).collect();
        assert_eq!(chances(stays(), &ages), alone);
    }
}
