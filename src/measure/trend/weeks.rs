//! Facts with their moments in, how many of them each week has out.

use chrono::{Datelike, Days, NaiveDate};

use crate::measure::way::{MOST_DATED, Way};
use crate::measure::when::When;
use crate::measure::{Measured, Unmeasured};
use crate::model::Moment;

/// One figure a week; none for the weeks before the first copy of the sheet, of which it shows no more than their outcome.
pub type Weekly<T> = Vec<Option<T>>;

/// Weeks told at most: two years.
const WEEKS: usize = 104;

/// From which week on facts can be told, and how many of them no week has.
pub(super) struct Told {
    /// The place of the first week.
    pub(super) from: usize,
    /// Facts that belong to an unknown week.
    pub(super) missing: usize,
}

/// The weeks that are told, by their Mondays.
pub(super) struct Weeks {
    pub(super) mondays: Vec<NaiveDate>,
}

impl Weeks {
    /// From the first inquiry to as-of, [`WEEKS`] at most.
    pub(super) fn of(ways: &[Way<'_>], as_of: Moment) -> Self {
        let last = monday(as_of.date());
        let first = ways.iter().filter_map(|way| way.inquiry).map(|inquiry| monday(inquiry.date())).min();
        let first = first.unwrap_or(last).min(last);
        let count = ((last - first).num_weeks() as usize + 1).min(WEEKS);
        let mondays = (0..count).rev().map(|back| last - Days::new(7 * back as u64)).collect();
        Self { mondays }
    }

    /// The place of the week of a day; below zero, or past the last, for weeks that are not told.
    fn number(&self, day: NaiveDate) -> i64 {
        (day - self.mondays[0]).num_days().div_euclid(7)
    }

    pub(super) fn place(&self, day: NaiveDate) -> Option<usize> {
        usize::try_from(self.number(day)).ok().filter(|place| *place < self.mondays.len())
    }

    /// The first week at the end of which this is known; their number when at the end of none.
    pub(super) fn known_from(&self, moment: Moment, as_of: Moment) -> usize {
        let week = self.number(moment.date()).max(0) as usize;
        let last = self.mondays.len() - 1;
        if week < last || week == last && moment.known_by(as_of) { week } else { last + 1 }
    }

    /// How many of these facts lie in each week, and how many have none; not known when those are too many.
    pub(super) fn count(&self, facts: &[When]) -> (Measured<Weekly<usize>>, usize) {
        // What the first copy showed happened at the latest in the week of that copy.
        let told = self.told(facts, |copy| self.mondays.partition_point(|monday| *monday <= copy.date()));
        let told = match told {
            Ok(told) => told,
            Err(untold) => return (Measured::Unknown(Unmeasured::TooFewDates), untold),
        };
        let mut counts = vec![0; self.mondays.len()];
        for fact in facts {
            if let When::At(moment) = fact
                && let Some(place) = self.place(moment.date())
            {
                counts[place] += 1;
            }
        }
        (Measured::Known(weekly(counts, told.from)), told.missing)
    }

    /// All weeks where nearly all facts have their moment, else those from `after` the first copies on, where that
    /// dates them nearly all; how many facts lack their moment when neither does.
    pub(super) fn told(&self, facts: &[When], after: impl Fn(Moment) -> usize) -> Result<Told, usize> {
        let dated = facts.iter().filter(|fact| matches!(fact, When::At(_))).count();
        let untold = facts.iter().filter(|fact| matches!(fact, When::Untold)).count();
        let most = |known: usize| known as f64 >= MOST_DATED * facts.len() as f64;
        if most(dated) {
            return Ok(Told { from: 0, missing: facts.len() - dated });
        }
        let copies = facts.iter().filter_map(|fact| if let When::By(copy) = fact { Some(after(*copy)) } else { None });
        match copies.max().filter(|from| most(facts.len() - untold) && *from < self.mondays.len()) {
            Some(from) => Ok(Told { from, missing: untold }),
            None => Err(facts.len() - dated),
        }
    }

    /// The last moment of each week; as-of for the last.
    pub(super) fn ends(&self, as_of: Moment) -> Vec<Moment> {
        let before_last = self.mondays.iter().take(self.mondays.len() - 1).map(|monday| Moment::Day(sunday(*monday)));
        before_last.chain([as_of]).collect()
    }
}

/// The figures of the weeks from this one on.
pub(super) fn weekly<T>(figures: Vec<T>, from: usize) -> Weekly<T> {
    figures.into_iter().enumerate().map(|(place, figure)| (from <= place).then_some(figure)).collect()
}

fn monday(day: NaiveDate) -> NaiveDate {
    day - Days::new(day.weekday().num_days_from_monday().into())
}

/// The last day of the week that begins on this Monday.
pub(super) fn sunday(monday: NaiveDate) -> NaiveDate {
    monday + Days::new(6)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(day: u32) -> Moment {
        Moment::Day(NaiveDate::from_ymd_opt(2026, 11, day).expect("a day"))
    }

    fn weeks(mondays: &[u32]) -> Weeks {
        Weeks { mondays: mondays.iter().map(|monday| day(*monday).date()).collect() }
    }

    #[test]
    fn weeks_begin_on_monday_and_the_last_ends_at_as_of() {
        let weeks = weeks(&[9, 16]);
        assert_eq!(weeks.place(day(15).date()), Some(0));
        assert_eq!(weeks.place(day(16).date()), Some(1));
        assert_eq!((weeks.place(day(8).date()), weeks.place(day(23).date())), (None, None));
        assert_eq!(weeks.ends(day(20)), [day(15), day(20)]);
        let (counts, missing) = weeks.count(&[When::At(day(10)), When::At(day(1))]);
        assert_eq!((counts, missing), (Measured::Known(vec![Some(1), Some(0)]), 0));
        let (counts, missing) = weeks.count(&[When::At(day(10)), When::Untold]);
        assert_eq!((counts, missing), (Measured::Unknown(Unmeasured::TooFewDates), 1));
    }

    #[test]
    fn copies_tell_the_weeks_after_the_first_of_them() {
        let weeks = weeks(&[2, 9, 16]);
        let (counts, missing) = weeks.count(&[When::By(day(6)), When::At(day(13)), When::At(day(20))]);
        assert_eq!((counts, missing), (Measured::Known(vec![None, Some(1), Some(1)]), 0));
        // Made on a Monday, it may show what happened on that day.
        let (counts, _) = weeks.count(&[When::By(day(9)), When::At(day(20))]);
        assert_eq!(counts, Measured::Known(vec![None, None, Some(1)]));
        let (counts, missing) = weeks.count(&[When::By(day(20)), When::At(day(20))]);
        assert_eq!((counts, missing), (Measured::Unknown(Unmeasured::TooFewDates), 1));
    }
}
