//! A moment known exactly, or only to the day. Civil time as the sheet has it: no zones.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

/// A point in time as a sheet knows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Moment {
    /// Some time within this day: the interval `[day 00:00, next day 00:00)`.
    Day(NaiveDate),
    /// Exactly then.
    At(NaiveDateTime),
}

impl Moment {
    /// The earliest instant it can be.
    pub fn lo(self) -> NaiveDateTime {
        match self {
            Self::Day(day) => day.and_time(NaiveTime::MIN),
            Self::At(instant) => instant,
        }
    }

    /// The instant before which it surely is (for a day), or the instant itself.
    pub fn hi(self) -> NaiveDateTime {
        match self {
            Self::Day(day) => day.and_time(NaiveTime::MIN) + TimeDelta::days(1),
            Self::At(instant) => instant,
        }
    }

    /// The calendar day.
    pub fn date(self) -> NaiveDate {
        match self {
            Self::Day(day) => day,
            Self::At(instant) => instant.date(),
        }
    }

    /// Whether the time of day is known.
    pub fn is_exact(self) -> bool {
        matches!(self, Self::At(_))
    }

    /// Days from `self` to `later`: the exact difference when both are exact, else the difference of the
    /// calendar dates (whole days). Negative when `later` is earlier.
    pub fn days_until(self, later: Self) -> f64 {
        match (self, later) {
            (Self::At(a), Self::At(b)) => seconds(b - a) / 86_400.0,
            _ => (later.date().num_days_from_ce() - self.date().num_days_from_ce()).into(),
        }
    }

    /// Whether a fact stamped with this moment is known at `as_of`. A date-only as-of speaks for the end of
    /// that day; with a time, a date-only fact of the same day is not known yet.
    pub fn known_by(self, as_of: Self) -> bool {
        match (as_of, self) {
            (Self::Day(day), fact) => fact.date() <= day,
            (Self::At(instant), Self::At(fact)) => fact <= instant,
            (Self::At(instant), Self::Day(fact)) => fact < instant.date(),
        }
    }

    /// The order of facts inside one deal: by earliest instant.
    pub fn order(self, other: Self) -> std::cmp::Ordering {
        self.lo().cmp(&other.lo())
    }
}

fn seconds(span: TimeDelta) -> f64 {
    span.num_seconds() as f64 + f64::from(span.subsec_nanos()) / 1e9
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(d: u32) -> Moment {
        Moment::Day(NaiveDate::from_ymd_opt(2026, 3, d).expect("a day of March"))
    }

    fn at(d: u32, hour: u32) -> Moment {
        Moment::At(day(d).date().and_hms_opt(hour, 0, 0).expect("an hour"))
    }

    #[test]
    fn durations_are_exact_only_between_exact_moments() {
        assert_eq!(at(1, 12).days_until(at(2, 18)).to_bits(), 1.25_f64.to_bits());
        assert_eq!(day(1).days_until(at(2, 18)).to_bits(), 1.0_f64.to_bits());
        assert_eq!(day(5).days_until(day(2)).to_bits(), (-3.0_f64).to_bits());
    }

    #[test]
    fn a_date_only_as_of_covers_its_whole_day() {
        assert!(at(2, 23).known_by(day(2)));
        assert!(day(2).known_by(day(2)));
        assert!(!day(3).known_by(day(2)));
    }

    #[test]
    fn an_exact_as_of_does_not_know_the_date_only_facts_of_its_day() {
        assert!(at(2, 9).known_by(at(2, 9)));
        assert!(!at(2, 10).known_by(at(2, 9)));
        assert!(!day(2).known_by(at(2, 9)));
        assert!(day(1).known_by(at(2, 9)));
    }
}
