//! An axis of days on which a week is as wide at the left as months are at the right: `ln(1 + days)`. Zero has a
//! place, and no age is too large.

use std::ops::Range;

use plotters::coord::ranged1d::{KeyPointHint, NoDefaultFormatting, Ranged, ValueFormatter};

/// Days from 0 to `last`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Days {
    last: f64,
}

/// The days that people count in. Each is about twice the one before, so that they stand evenly.
const TICKS: [u32; 14] = [0, 1, 3, 7, 14, 30, 90, 180, 365, 730, 1825, 3650, 9125, 36_500];
/// A century and a half: a date of birth in the wrong column.
const LONGEST: f64 = 55_000.0;
/// Two weeks are shown even when all deals are younger.
const SHORTEST: f64 = 14.0;

impl Days {
    /// An axis that ends a little after the last of these ages.
    pub(super) fn up_to(ages: impl IntoIterator<Item = f64>) -> Self {
        let last = ages.into_iter().filter(|age| age.is_finite()).fold(0.0, f64::max);
        Self { last: (last * 1.12).clamp(SHORTEST * 1.12, LONGEST) }
    }
}

impl Ranged for Days {
    type FormatOption = NoDefaultFormatting;
    type ValueType = f64;

    fn map(&self, days: &f64, (from, to): (i32, i32)) -> i32 {
        let share = days.clamp(0.0, self.last).ln_1p() / self.last.ln_1p();
        from + (share * f64::from(to - from)).round() as i32
    }

    fn key_points<Hint: KeyPointHint>(&self, hint: Hint) -> Vec<f64> {
        let ticks: Vec<f64> = TICKS.into_iter().map(f64::from).filter(|tick| *tick <= self.last).collect();
        let every = ticks.len().div_ceil(hint.max_num_points().max(1));
        ticks.into_iter().step_by(every.max(1)).collect()
    }

    fn range(&self) -> Range<f64> {
        0.0..self.last
    }
}

impl ValueFormatter<f64> for Days {
    fn format(days: &f64) -> String {
        format!("{days:.0}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_age_has_a_place_between_the_ends() {
        for last in [0.0, 1.0, 400.0, 1e9, f64::INFINITY, f64::NAN] {
            let axis = Days::up_to([last]);
            for age in [-5.0, 0.0, 0.5, 30.0, 1e12] {
                assert!((100..=900).contains(&axis.map(&age, (100, 900))), "{age} of {last}");
            }
            assert_eq!(axis.map(&0.0, (100, 900)), 100);
        }
    }

    #[test]
    fn ticks_stand_apart() {
        for last in [0.0, 20.0, 100.0, 400.0, 3000.0, 1e6] {
            let axis = Days::up_to([last]);
            let ticks = axis.key_points(20);
            let places: Vec<i32> = ticks.iter().map(|tick| axis.map(tick, (0, 480))).collect();
            assert!(places.windows(2).all(|pair| pair[1] - pair[0] >= 26), "{ticks:?} {places:?}");
            assert!(ticks.len() >= 5, "{ticks:?}");
        }
    }
}
