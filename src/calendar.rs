//! Working time: elapsed hours, hours of working days, office hours between two instants of civil time.
//!
//! Nothing here walks from day to day: the working time before an instant is counted from the start of the
//! era by week arithmetic and a sorted table of free days, and a span is the difference of two such counts.
//! There are no time zones; the two nights of the change of clocks are 24 hours long like all others.

pub mod poland;

use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike};

use crate::template::CalendarRule;

/// The years whose public holidays are known. In others only weekends and the template's free days count.
const HOLIDAY_YEARS: std::ops::RangeInclusive<i32> = 1900..=2199;

const MICROS_PER_HOUR: i64 = 3_600_000_000;

/// Which hours count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Clock {
    /// Every hour: what the customer lives through.
    Elapsed,
    /// The 24 hours of every working day.
    Workdays,
    /// The office hours of every working day.
    Office,
}

/// Which days are worked, and between which hours.
#[derive(Debug, Clone, PartialEq)]
pub struct Calendar {
    weekdays: [bool; 7],
    office_hours: (u32, u32),
    /// Free days that fall on a working weekday, sorted, each once.
    free: Vec<NaiveDate>,
}

impl Calendar {
    /// The calendar of a template.
    pub fn new(rule: &CalendarRule) -> Self {
        let works = |day: &NaiveDate| rule.weekdays[day.weekday().num_days_from_monday() as usize];
        let mut free: Vec<NaiveDate> = rule.days_off.iter().copied().filter(works).collect();
        if rule.polish_holidays {
            free.extend(HOLIDAY_YEARS.flat_map(poland::holidays).filter(works));
        }
        free.sort_unstable();
        free.dedup();
        Self { weekdays: rule.weekdays, office_hours: rule.office_hours, free }
    }

    /// Whether people work on this day.
    pub fn is_workday(&self, day: NaiveDate) -> bool {
        self.is_worked(day, self.free_before(day))
    }

    /// Working days from `from` up to, but not including, `to`; negative when `to` is earlier.
    pub fn workdays(&self, from: NaiveDate, to: NaiveDate) -> i64 {
        self.workdays_before(to) - self.workdays_before(from)
    }

    /// Office hours of one working day.
    pub fn office_day(&self) -> f64 {
        f64::from(self.office_hours.1 - self.office_hours.0)
    }

    /// Hours from `from` to `to` on a clock; 0 when `to` is not later.
    pub fn hours(&self, clock: Clock, from: NaiveDateTime, to: NaiveDateTime) -> f64 {
        if to <= from {
            return 0.0;
        }
        match clock {
            Clock::Elapsed => elapsed_hours(from, to),
            Clock::Workdays => self.workday_hours(from, to),
            Clock::Office => self.office_hours(from, to),
        }
    }

    /// Hours between two instants that fall on working days, 24 a day; 0 when `to` is not later.
    pub fn workday_hours(&self, from: NaiveDateTime, to: NaiveDateTime) -> f64 {
        self.hours_within((0, 24), from, to)
    }

    /// Hours between two instants that fall into the office hours of working days; 0 when `to` is not later.
    pub fn office_hours(&self, from: NaiveDateTime, to: NaiveDateTime) -> f64 {
        self.hours_within(self.office_hours, from, to)
    }

    fn hours_within(&self, hours: (u32, u32), from: NaiveDateTime, to: NaiveDateTime) -> f64 {
        let micros = self.worked_before(hours, to) - self.worked_before(hours, from);
        if to <= from { 0.0 } else { micros as f64 / MICROS_PER_HOUR as f64 }
    }

    /// Microseconds of working time from the start of the era to this instant.
    fn worked_before(&self, (opens, closes): (u32, u32), instant: NaiveDateTime) -> i64 {
        let [opens, closes] = [opens, closes].map(|hour| i64::from(hour) * MICROS_PER_HOUR);
        let day = instant.date();
        let free = self.free_before(day);
        let whole_days = self.workdays_less(free, day) * (closes - opens);
        if !self.is_worked(day, free) {
            return whole_days;
        }
        let time = instant.time();
        let today = i64::from(time.num_seconds_from_midnight()) * 1_000_000 + i64::from(time.nanosecond()) / 1_000;
        whole_days + today.clamp(opens, closes) - opens
    }

    /// Working days from the start of the era up to, but not including, this day.
    fn workdays_before(&self, day: NaiveDate) -> i64 {
        self.workdays_less(self.free_before(day), day)
    }

    /// How many of the free days are before this day.
    fn free_before(&self, day: NaiveDate) -> usize {
        self.free.partition_point(|free| *free < day)
    }

    /// Whether people work on a day with so many free days before it.
    fn is_worked(&self, day: NaiveDate, free_before: usize) -> bool {
        self.weekdays[day.weekday().num_days_from_monday() as usize] && self.free.get(free_before) != Some(&day)
    }

    /// Working days from the start of the era up to, but not including, a day with so many free days before it.
    fn workdays_less(&self, free_before: usize, day: NaiveDate) -> i64 {
        // Day 1 of the era, 1 January of year 1, was a Monday.
        let days = i64::from(day.num_days_from_ce()) - 1;
        let worked = |weekdays: &[bool]| weekdays.iter().filter(|works| **works).count() as i64;
        let weeks = days.div_euclid(7) * worked(&self.weekdays);
        let rest = worked(&self.weekdays[..days.rem_euclid(7) as usize]);
        weeks + rest - free_before as i64
    }
}

/// Hours from `from` to `to`; negative when `to` is earlier.
pub fn elapsed_hours(from: NaiveDateTime, to: NaiveDateTime) -> f64 {
    let span = to - from;
    (span.num_seconds() as f64 + f64::from(span.subsec_nanos()) / 1e9) / 3600.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn polish() -> Calendar {
        let weekdays = [true, true, true, true, true, false, false];
        Calendar::new(&CalendarRule { weekdays, office_hours: (9, 17), polish_holidays: true, days_off: Vec::new() })
    }

    fn day(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).expect("a day of the calendar")
    }

    /// The same hours, counted from day to day.
    fn day_by_day(calendar: &Calendar, (opens, closes): (u32, u32), from: NaiveDateTime, to: NaiveDateTime) -> f64 {
        let hour =
            |day: NaiveDate, hour: u32| day.and_time(chrono::NaiveTime::MIN) + chrono::TimeDelta::hours(hour.into());
        from.date()
            .iter_days()
            .take_while(|day| *day <= to.date())
            .filter(|day| calendar.is_workday(*day))
            .map(|day| elapsed_hours(from.max(hour(day, opens)), to.min(hour(day, closes))).max(0.0))
            .sum()
    }

    #[test]
    fn years_have_their_working_days() {
        for (year, days) in [(2024, 252), (2025, 251), (2026, 253), (2027, 253)] {
            assert_eq!(polish().workdays(day(year, 1, 1), day(year + 1, 1, 1)), days, "{year}");
        }
    }

    #[test]
    fn a_firm_has_free_days_of_its_own() {
        let rule = CalendarRule {
            weekdays: [true, true, true, true, true, true, false],
            office_hours: (8, 16),
            polish_holidays: false,
            // A Sunday is free anyway and must not count twice.
            days_off: vec![day(2026, 5, 2), day(2026, 5, 3), day(2026, 5, 2)],
        };
        let calendar = Calendar::new(&rule);
        assert_eq!(calendar.workdays(day(2026, 4, 27), day(2026, 5, 4)), 5);
        let at = |d| day(2026, 5, d).and_hms_opt(12, 0, 0).expect("noon");
        assert_eq!(calendar.hours(Clock::Office, at(1), at(4)).to_bits(), 8.0_f64.to_bits());
    }

    proptest! {
        #[test]
        fn counting_by_tables_equals_counting_day_by_day(start in 0_i64..130_000, span in -50_i64..9_000) {
            let calendar = polish();
            let from = day(2010, 1, 1).and_hms_opt(0, 0, 0).expect("midnight") + chrono::TimeDelta::hours(start);
            let to = from + chrono::TimeDelta::minutes(span * 7);
            for (clock, hours) in [(Clock::Workdays, (0, 24)), (Clock::Office, (9, 17))] {
                let slow = day_by_day(&calendar, hours, from, to);
                prop_assert!((calendar.hours(clock, from, to) - slow).abs() < 1e-9);
            }
        }
    }
}
