//! When people are at work: opening hours, weekends, holidays.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike, Weekday};

/// An office's year.
pub struct Office {
    /// From which hour to which.
    pub hours: (u32, u32),
    /// Days off in the week.
    pub weekend: &'static [Weekday],
    /// Days off in 2026, as (month, day).
    pub holidays: &'static [(u32, u32)],
}

/// A Polish office in 2026; Easter was on 5 April, Corpus Christi on 4 June.
pub const POLISH: Office = Office {
    hours: (8, 16),
    weekend: &[Weekday::Sat, Weekday::Sun],
    holidays: &[
        (1, 1),
        (1, 6),
        (4, 6),
        (5, 1),
        (5, 3),
        (6, 4),
        (8, 15),
        (11, 1),
        (11, 11),
        (12, 24),
        (12, 25),
        (12, 26),
    ],
};

/// An American office in 2026.
pub const AMERICAN: Office = Office {
    hours: (9, 17),
    weekend: &[Weekday::Sat, Weekday::Sun],
    holidays: &[(1, 1), (1, 19), (5, 25), (6, 19), (7, 3), (9, 7), (11, 26), (12, 25)],
};

/// Someone who calls customers from home, on any day of the week.
pub const EAGER: Office = Office { hours: (9, 20), weekend: &[], holidays: &[] };

impl Office {
    /// Whether anyone works on this day.
    pub fn is_open(&self, day: NaiveDate) -> bool {
        !self.weekend.contains(&day.weekday()) && !self.holidays.contains(&(day.month(), day.day()))
    }

    /// The moment when so many working hours have passed, to the minute.
    pub fn after(&self, from: NaiveDateTime, working_hours: f64) -> NaiveDateTime {
        let mut now = self.next_open(from);
        let mut left = TimeDelta::minutes((working_hours * 60.0) as i64);
        loop {
            let closing = at_hour(now.date(), self.hours.1);
            if left < closing - now {
                return now + left;
            }
            left -= closing - now;
            now = self.next_open(closing);
        }
    }

    fn next_open(&self, from: NaiveDateTime) -> NaiveDateTime {
        if self.is_open(from.date()) && from.hour() < self.hours.1 {
            return from.max(at_hour(from.date(), self.hours.0));
        }
        let mut day = from.date() + TimeDelta::days(1);
        while !self.is_open(day) {
            day += TimeDelta::days(1);
        }
        at_hour(day, self.hours.0)
    }
}

fn at_hour(day: NaiveDate, hour: u32) -> NaiveDateTime {
    day.and_time(NaiveTime::MIN) + TimeDelta::hours(hour.into())
}
