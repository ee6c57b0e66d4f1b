//! An axis of days that is even up to about a week and logarithmic beyond: `ln(1 + days / 7)`. Zero has a place,
//! days and years can both be told apart, and no age is too large.

use std::ops::Range;

use plotters::coord::ranged1d::{KeyPointHint, NoDefaultFormatting, Ranged, ValueFormatter};
use plotters::coord::types::RangedCoordf64;

use crate::i18n::{Language, format};

use super::look::{self, HEADER};
use super::page::{self, Align, Page, Plot};
use super::table::Rows;

/// Days from 0 to `last`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Days {
    last: f64,
}

/// The days that people count in.
const TICKS: [u32; 14] = [0, 1, 3, 7, 14, 30, 90, 180, 365, 730, 1825, 3650, 9125, 36_500];
/// Ticks drawn at most.
const MOST_TICKS: usize = 18;
/// Up to about here the axis is even.
const EVEN: f64 = 7.0;
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

    /// Draws the axis over rows between two places: a rule for each tick, its days above, and what they count.
    pub(super) fn draw<'p>(
        self,
        page: &Page<'p>,
        (left, right): (f64, f64),
        rows: &Rows,
        language: Language,
    ) -> Plot<'p, Days, RangedCoordf64> {
        let plot = page.plot((left, rows.top), (right, rows.bottom), self, page::span(0.0, 1.0));
        for (x, days) in plot.ticks(MOST_TICKS) {
            page.line((x, rows.top), (x, rows.bottom), 1.0, look::PALE);
            page.text((x, rows.heads()), Align::Centre, HEADER, &format::integer(days as i64, language));
        }
        let middle = (left.midpoint(right), rows.heads() - 20.0);
        page.text(middle, Align::Centre, HEADER, &language.text("chart-days"));
        plot
    }

    /// Where on the axis, from 0 to 1.
    fn share(self, days: f64) -> f64 {
        let place = |days: f64| (days / EVEN).ln_1p();
        place(days.clamp(0.0, self.last)) / place(self.last)
    }
}

impl Ranged for Days {
    type FormatOption = NoDefaultFormatting;
    type ValueType = f64;

    fn map(&self, days: &f64, (from, to): (i32, i32)) -> i32 {
        from + (self.share(*days) * f64::from(to - from)).round() as i32
    }

    fn key_points<Hint: KeyPointHint>(&self, hint: Hint) -> Vec<f64> {
        let apart = 1.0 / hint.max_num_points().max(1) as f64;
        let mut free_from = 0.0;
        let mut ticks = Vec::new();
        for tick in TICKS.into_iter().map(f64::from).filter(|tick| *tick <= self.last) {
            if self.share(tick) >= free_from {
                free_from = self.share(tick) + apart;
                ticks.push(tick);
            }
        }
        ticks
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
            let places: Vec<i32> = ticks.iter().map(|tick| axis.map(tick, (0, 500))).collect();
            assert!(places.windows(2).all(|pair| pair[1] - pair[0] >= 23), "{ticks:?} {places:?}");
            assert!(ticks.len() >= 5, "{ticks:?}");
        }
    }
}
