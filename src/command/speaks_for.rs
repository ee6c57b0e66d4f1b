//! The moment a report speaks for: what `--as-of` says, else the newest date in the inputs' names, else today. And the
//! days that it holds against those before: what `--period` says.

use std::path::PathBuf;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, Weekday};

use crate::diagnostic::{Code, Diagnostic};
use crate::model::Moment;
use crate::settings::PeriodRule;

/// The as-of moment; `today` is asked only when nothing else tells.
///
/// # Errors
/// `--as-of` is no date.
pub(super) fn as_of(
    typed: Option<&str>,
    inputs: &[PathBuf],
    today: impl FnOnce() -> NaiveDate,
) -> Result<Moment, Diagnostic> {
    if let Some(typed) = typed {
        return parse(typed).ok_or_else(|| Diagnostic::new(Code::AsOfUnreadable).with("value", typed));
    }
    let named = inputs.iter().filter_map(|path| in_name(&path.file_stem()?.to_string_lossy())).max();
    Ok(Moment::Day(named.unwrap_or_else(today)))
}

/// Facts this many days older than as-of are worth a remark at the top of everything.
const OUT_OF_DATE_AFTER_DAYS: f64 = 14.0;

/// The remark that the sheets are older than the moment that is spoken for.
pub(super) fn out_of_date(as_of: Moment, newest: Option<Moment>) -> Option<Diagnostic> {
    let newest = newest?;
    let days = newest.days_until(Moment::Day(as_of.date()));
    (days > OUT_OF_DATE_AFTER_DAYS).then(|| {
        Diagnostic::new(Code::DataOutOfDate)
            .with("newest", newest.date())
            .with("newest_iso", newest.date().to_string())
            .with("as_of", as_of.date())
            .with("count", days as u64)
    })
}

/// The period of `week`, `month`, `quarter` or `2026-11-01..2026-11-20`.
///
/// # Errors
/// It is none of these, ends before it begins, or begins after as-of.
pub(super) fn period(typed: &str, as_of: Moment) -> Result<PeriodRule, Diagnostic> {
    let named = [PeriodRule::Week, PeriodRule::Month, PeriodRule::Quarter];
    let between = || {
        let (from, to) = typed.split_once("..")?;
        let [Moment::Day(from), Moment::Day(to)] = [parse(from)?, parse(to)?] else { return None };
        (from <= to && from <= as_of.date()).then_some(PeriodRule::Between(from, to))
    };
    let found = named.into_iter().find(|rule| rule.name() == typed).or_else(between);
    found.ok_or_else(|| Diagnostic::new(Code::PeriodUnreadable).with("value", typed))
}

/// `2026-11-20`, `2026-11-20T16:00` or `2026-11-20T16:00:30`; a blank may stand for the `T`, and a day may be
/// written `20.11.2026`.
pub(super) fn parse(typed: &str) -> Option<Moment> {
    let typed = typed.trim();
    let (day, time) = match typed.split_once(['T', ' ']) {
        Some((day, time)) => (day, Some(time)),
        None => (typed, None),
    };
    let day = match day.split_once('.') {
        Some(_) => day_of(&numbers(day)?, [2, 1, 0])?,
        None => day_of(&numbers(day)?, [0, 1, 2])?,
    };
    let Some(time) = time else { return Some(Moment::Day(day)) };
    let parts: Option<Vec<u32>> = time.split(':').map(|part| part.parse().ok()).collect();
    let time = match parts?.as_slice() {
        [hour, minute] => NaiveTime::from_hms_opt(*hour, *minute, 0),
        [hour, minute, second] => NaiveTime::from_hms_opt(*hour, *minute, *second),
        _ => None,
    };
    Some(Moment::At(NaiveDateTime::new(day, time?)))
}

fn numbers(day: &str) -> Option<Vec<&str>> {
    let parts: Vec<&str> = day.split(['-', '.']).collect();
    parts.iter().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit())).then_some(parts)
}

/// A day of three runs of digits; `order` says where year, month and day stand.
fn day_of(parts: &[&str], order: [usize; 3]) -> Option<NaiveDate> {
    let [a, b, c] = parts else { return None };
    let [year, month, day] = order.map(|place| [a, b, c][place]);
    if year.len() != 4 || month.len() > 2 || day.len() > 2 {
        return None;
    }
    let year = year.parse().ok().filter(|year| (1990..=2100).contains(year))?;
    NaiveDate::from_ymd_opt(year, month.parse().ok()?, day.parse().ok()?)
}

/// The date in a file's name: `2026-11-20`, `20.11.2026`, `20261120`, or the last day of a week `2026-W47`.
/// The last one counts when there are several.
pub(super) fn in_name(name: &str) -> Option<NaiveDate> {
    // Runs of digits, with the letters and marks before each.
    let mut runs: Vec<(String, String)> = Vec::new();
    let mut gap = String::new();
    let mut in_digits = false;
    for letter in name.chars() {
        match (letter.is_ascii_digit(), in_digits) {
            (true, true) => runs.last_mut()?.1.push(letter),
            (true, false) => runs.push((std::mem::take(&mut gap), letter.to_string())),
            (false, _) => gap.push(letter),
        }
        in_digits = letter.is_ascii_digit();
    }
    let digits: Vec<&str> = runs.iter().map(|(_, digits)| digits.as_str()).collect();
    let joined = |place: usize| runs.get(place).is_some_and(|(gap, _)| matches!(gap.as_str(), "-" | "." | "_" | " "));
    let mut found = None;
    for place in 0..runs.len() {
        let three = digits.get(place..place + 3).filter(|_| joined(place + 1) && joined(place + 2));
        let day = three
            .and_then(|parts| day_of(parts, [0, 1, 2]).or_else(|| day_of(parts, [2, 1, 0])))
            .or_else(|| compact(digits[place]))
            .or_else(|| week(digits[place], runs.get(place + 1)?));
        found = day.or(found);
    }
    found
}

/// `20261120`.
fn compact(digits: &str) -> Option<NaiveDate> {
    if digits.len() != 8 {
        return None;
    }
    day_of(&[&digits[..4], &digits[4..6], &digits[6..]], [0, 1, 2])
}

/// `2026-W47`: the Sunday that ends the ISO week.
fn week(year: &str, (gap, week): &(String, String)) -> Option<NaiveDate> {
    let marked = matches!(gap.to_ascii_uppercase().as_str(), "-W" | "W" | "_W" | " W");
    if !marked || year.len() != 4 || week.len() > 2 {
        return None;
    }
    NaiveDate::from_isoywd_opt(year.parse().ok()?, week.parse().ok()?, Weekday::Sun)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_name(name: &str, expected: Option<&str>) {
        assert_eq!(in_name(name).map(|day| day.to_string()).as_deref(), expected, "{name}");
    }

    #[test]
    fn dates_are_found_in_names() {
        check_name("lejek_2026-11-20", Some("2026-11-20"));
        check_name("Pipeline 20.11.2026 (kopia 2)", Some("2026-11-20"));
        check_name("pipeline_2026_11_20_v3", Some("2026-11-20"));
        check_name("export-20261120", Some("2026-11-20"));
        check_name("2026-W47", Some("2026-11-22"));
        check_name("od 2026-01-01 do 2026-11-20", Some("2026-11-20"));
        check_name("pipeline-31.02.2026", None);
        check_name("deals-1234567-89", None);
        check_name("Q3 2026", None);
        check_name("ąę2026-11-20ł", Some("2026-11-20"));
    }

    #[track_caller]
    fn check_typed(typed: &str, expected: Option<&str>) {
        let shown = parse(typed).map(|moment| match moment {
            Moment::Day(day) => day.to_string(),
            Moment::At(instant) => instant.to_string(),
        });
        assert_eq!(shown.as_deref(), expected, "{typed}");
    }

    #[test]
    fn as_of_takes_days_and_moments() {
        check_typed("2026-11-20", Some("2026-11-20"));
        check_typed("20.11.2026", Some("2026-11-20"));
        check_typed("2026-11-20T16:00", Some("2026-11-20 16:00:00"));
        check_typed("2026-11-20 16:00:05", Some("2026-11-20 16:00:05"));
        check_typed("2026-02-30", None);
        check_typed("friday", None);
        check_typed("2026-11-20T25:00", None);
        check_typed("", None);
    }

    #[track_caller]
    fn check_period(typed: &str, expected: Option<&str>) {
        let as_of = parse("2026-11-20").expect("a day");
        let shown = period(typed, as_of).map(|rule| match rule {
            PeriodRule::Between(from, to) => format!("{from} to {to}"),
            rule => rule.name().to_owned(),
        });
        assert_eq!(shown.ok().as_deref(), expected, "{typed}");
    }

    #[test]
    fn periods_have_names_or_two_days() {
        check_period("week", Some("week"));
        check_period("quarter", Some("quarter"));
        check_period("2026-11-01..2026-11-20", Some("2026-11-01 to 2026-11-20"));
        check_period("1.11.2026..30.11.2026", Some("2026-11-01 to 2026-11-30"));
        check_period("2026-11-20..2026-11-01", None);
        check_period("2026-11-21..2026-11-30", None);
        check_period("2026-11-01T10:00..2026-11-20", None);
        check_period("2026-11-01..", None);
        check_period("between", None);
        check_period("year", None);
    }

    #[test]
    fn what_is_typed_beats_the_name_and_the_name_beats_today() {
        let today = || NaiveDate::from_ymd_opt(2027, 1, 1).expect("a day");
        let inputs = [PathBuf::from("a_2026-11-13.xlsx"), PathBuf::from("b_2026-11-20.xlsx")];
        let day = |moment: Moment| moment.date().to_string();
        assert_eq!(day(as_of(Some("2026-10-01"), &inputs, today).expect("a date")), "2026-10-01");
        assert_eq!(day(as_of(None, &inputs, today).expect("a date")), "2026-11-20");
        assert_eq!(day(as_of(None, &[PathBuf::from("pipeline.xlsx")], today).expect("a date")), "2027-01-01");
        assert_eq!(as_of(Some("soon"), &inputs, today).expect_err("no date").code, Code::AsOfUnreadable);
    }
}
