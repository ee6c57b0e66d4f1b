//! Public holidays of Poland (Act of 18 January 1951 on days off work, as amended).

use chrono::{Days, NaiveDate};

/// Month, day, and the first year in which the day is free.
const FIXED: &[(u32, u32, i32)] = &[
    (1, 1, i32::MIN),   // New Year
    (1, 6, 2011),       // Epiphany, free again since 2011
    (5, 1, i32::MIN),   // Labour Day
    (5, 3, i32::MIN),   // Constitution Day
    (8, 15, i32::MIN),  // Assumption
    (11, 1, i32::MIN),  // All Saints
    (11, 11, i32::MIN), // Independence Day
    (12, 24, 2025),     // Christmas Eve, Act of 6 December 2024
    (12, 25, i32::MIN), // Christmas
    (12, 26, i32::MIN), // Boxing Day
];

/// Days after Easter Sunday: itself, Easter Monday, Pentecost, Corpus Christi.
const AFTER_EASTER: [u64; 4] = [0, 1, 49, 60];

/// Days that were free once: the centenary of independence.
const ONCE: &[(i32, u32, u32)] = &[(2018, 11, 12)];

/// The public holidays of a year, not sorted. Some fall on weekends.
pub fn holidays(year: i32) -> impl Iterator<Item = NaiveDate> {
    let fixed = FIXED.iter().filter(move |(.., since)| year >= *since).map(move |(month, day, _)| (year, *month, *day));
    let once = ONCE.iter().copied().filter(move |(only, ..)| *only == year);
    let moving = AFTER_EASTER.into_iter().filter_map(move |days| easter(year).checked_add_days(Days::new(days)));
    fixed.chain(once).filter_map(|(year, month, day)| NaiveDate::from_ymd_opt(year, month, day)).chain(moving)
}

/// Easter Sunday, by the anonymous Gregorian algorithm (Meeus, Jones, Butcher).
#[allow(clippy::many_single_char_names)] // the letters are those of the published algorithm
fn easter(year: i32) -> NaiveDate {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let (d, e) = (b / 4, b % 4);
    let f = (b + 8) / 25;
    let g = (b - f + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let march_based = h + l - 7 * m + 114;
    NaiveDate::from_ymd_opt(year, (march_based / 31) as u32, (march_based % 31 + 1) as u32)
        .expect("the algorithm gives a day of March or April")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("an ISO date")
    }

    #[track_caller]
    fn check(text: &str, free: bool) {
        let day = day(text);
        let year = chrono::Datelike::year(&day);
        assert_eq!(holidays(year).any(|holiday| holiday == day), free, "{text}");
    }

    #[test]
    fn easter_moves() {
        for text in ["1961-04-02", "2000-04-23", "2008-03-23", "2011-04-24", "2024-03-31", "2025-04-20", "2038-04-25"] {
            assert_eq!(easter(chrono::Datelike::year(&day(text))), day(text));
        }
    }

    #[test]
    fn holidays_follow_the_law_of_their_year() {
        check("2010-01-06", false);
        check("2011-01-06", true);
        check("2018-11-12", true);
        check("2019-11-12", false);
        check("2024-12-24", false);
        check("2025-12-24", true);
        check("2026-04-05", true);
        check("2026-04-06", true);
        check("2026-05-24", true);
        check("2026-06-04", true);
        check("2026-06-05", false);
        check("2026-05-02", false);
    }

    #[test]
    fn a_year_has_fourteen_holidays_since_2025() {
        for (year, count) in [(2010, 12), (2018, 14), (2024, 13), (2025, 14), (2045, 14)] {
            assert_eq!(holidays(year).count(), count, "{year}");
        }
    }
}
