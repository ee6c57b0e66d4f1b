//! Spreadsheet serials in, calendar moments out. Libraries turn any number into some date; here a number that
//! no calendar has stays a number that no calendar has.

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime};

/// The day from which a workbook counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Epoch {
    /// Day 1 is 1 January 1900, and day 60 is 29 February 1900, which never was.
    Y1900,
    /// Day 0 is 1 January 1904.
    Y1904,
}

/// What a serial under a date or time format says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Serial {
    /// A day, with a time unless it is midnight.
    Moment(NaiveDateTime),
    /// A time of day in seconds after midnight.
    TimeOfDay(u32),
    /// Before the first day, after the last one, or on the day that never was.
    OutOfRange,
}

const DAY_SECONDS: i64 = 86_400;

/// The day after 31 December 9999, counted from 1900 as spreadsheets do.
const END_OF_DAYS: f64 = 2_958_466.0;

/// The day on which a workbook of 1904 starts, counted from 1900.
const DAYS_FROM_1900_TO_1904: i64 = 1_462;

/// Reads a serial, to the nearest second: the floats of spreadsheets carry no more.
pub(super) fn read(value: f64, epoch: Epoch) -> Serial {
    if (0.0..1.0).contains(&value) {
        let seconds = (value * DAY_SECONDS as f64).round() as i64;
        return Serial::TimeOfDay(seconds.min(DAY_SECONDS - 1) as u32);
    }
    if !(1.0..END_OF_DAYS).contains(&value) {
        return Serial::OutOfRange;
    }
    let seconds = (value * DAY_SECONDS as f64).round() as i64;
    let (days, second) = (seconds.div_euclid(DAY_SECONDS), seconds.rem_euclid(DAY_SECONDS));
    let days = match epoch {
        Epoch::Y1904 => days + DAYS_FROM_1900_TO_1904,
        Epoch::Y1900 if days == 60 => return Serial::OutOfRange,
        // Before the day that never was, the count is one ahead of the calendar.
        Epoch::Y1900 if days < 60 => days + 1,
        Epoch::Y1900 => days,
    };
    if days as f64 >= END_OF_DAYS {
        return Serial::OutOfRange;
    }
    let day = NaiveDate::from_ymd_opt(1899, 12, 30).and_then(|zero| zero.checked_add_days(Days::new(days as u64)));
    let time = NaiveTime::from_num_seconds_from_midnight_opt(second as u32, 0);
    match (day, time) {
        (Some(day), Some(time)) => Serial::Moment(day.and_time(time)),
        _ => Serial::OutOfRange,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(value: f64, epoch: Epoch, expect: &str) {
        let said = match read(value, epoch) {
            Serial::Moment(moment) => moment.to_string(),
            Serial::TimeOfDay(seconds) => format!("{seconds} s"),
            Serial::OutOfRange => "-".to_owned(),
        };
        assert_eq!(said, expect, "{value} {epoch:?}");
    }

    #[test]
    fn serials_count_as_spreadsheets_count() {
        for (value, expect) in [
            (1.0, "1900-01-01 00:00:00"),
            (59.0, "1900-02-28 00:00:00"),
            (60.0, "-"),
            (60.5, "-"),
            (61.0, "1900-03-01 00:00:00"),
            (45_943.541, "2025-10-13 12:59:02"),
            (46_000.999_999_9, "2025-12-10 00:00:00"),
            (2_958_465.0, "9999-12-31 00:00:00"),
            (2_958_465.999_999_9, "-"),
            (2_958_466.0, "-"),
            (-1.0, "-"),
            (1e300, "-"),
            (f64::NAN, "-"),
            (f64::INFINITY, "-"),
            (0.0, "0 s"),
            (0.5, "43200 s"),
            (0.999_999_99, "86399 s"),
        ] {
            check(value, Epoch::Y1900, expect);
        }
    }

    #[test]
    fn the_epoch_of_1904_is_four_years_and_a_day_later() {
        check(1.0, Epoch::Y1904, "1904-01-02 00:00:00");
        check(44_481.541, Epoch::Y1904, "2025-10-13 12:59:02");
        check(60.0, Epoch::Y1904, "1904-03-01 00:00:00");
        check(2_957_004.0, Epoch::Y1904, "-");
    }
}
