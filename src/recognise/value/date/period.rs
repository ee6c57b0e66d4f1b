//! A text in, the last day of the month, quarter or week that it names out: `marzec 2026`, `Q1 2026`, `2026-W07`.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use super::written::month;
use crate::recognise::fold::fold;

/// The last day of the period that a text names; none when it names none, or a day.
pub(in crate::recognise) fn period_end(text: &str) -> Option<NaiveDate> {
    // Every period has a year, and most texts of a sheet have none.
    let has_year = text.as_bytes().windows(2).any(|pair| matches!(pair, [b'1', b'9'] | [b'2', b'0']));
    if !has_year || text.len() > 24 {
        return None;
    }
    let folded = fold(text);
    let words: Vec<&str> = folded.split(' ').filter(|word| !matches!(*word, "r" | "roku" | "rok")).collect();
    let (year, rest) = match words.as_slice() {
        [first, rest @ ..] if year(first).is_some() => (year(first)?, rest),
        [rest @ .., last] if year(last).is_some() => (year(last)?, rest),
        _ => return None,
    };
    match rest {
        [word] => week(year, word).or_else(|| quarter(year, word)).or_else(|| month_end(year, named_month(word)?)),
        ["tydzien" | "tydz" | "week" | "kw" | "w", number] => {
            NaiveDate::from_isoywd_opt(year, number.parse().ok()?, Weekday::Sun)
        }
        [number, "kw" | "kwartal" | "quarter" | "quartal"] | ["kwartal" | "quarter" | "quartal", number] => {
            quarter_end(year, ordinal(number)?)
        }
        _ => None,
    }
}

fn year(word: &str) -> Option<i32> {
    let is_year = word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    is_year.then(|| word.parse().ok()).flatten().filter(|year| (1990..=2100).contains(year))
}

fn week(year: i32, word: &str) -> Option<NaiveDate> {
    let number = word.strip_prefix("kw").or_else(|| word.strip_prefix('w'))?;
    NaiveDate::from_isoywd_opt(year, number.parse().ok()?, Weekday::Sun)
}

fn quarter(year: i32, word: &str) -> Option<NaiveDate> {
    let number = word.strip_prefix('q').or_else(|| word.get(..2)?.strip_suffix('q'))?;
    quarter_end(year, number.parse().ok()?)
}

fn quarter_end(year: i32, quarter: u32) -> Option<NaiveDate> {
    if (1..=4).contains(&quarter) { month_end(year, quarter * 3) } else { None }
}

fn ordinal(word: &str) -> Option<u32> {
    let roman = ["i", "ii", "iii", "iv"].iter().position(|roman| *roman == word);
    roman.map(|place| place as u32 + 1).or_else(|| word.parse().ok())
}

fn named_month(word: &str) -> Option<u32> {
    let numbered = word.len() <= 2 && word.bytes().all(|byte| byte.is_ascii_digit());
    if numbered { word.parse().ok() } else { month(word) }
}

fn month_end(year: i32, month: u32) -> Option<NaiveDate> {
    let first = NaiveDate::from_ymd_opt(year, month, 1)?;
    let last = first.checked_add_months(Months::new(1))?.checked_sub_days(Days::new(1))?;
    (last.year() == year).then_some(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_end_on_their_last_day() {
        for (text, end) in [
            ("marzec 2026", "2026-03-31"),
            ("March 2026", "2026-03-31"),
            ("März 2026", "2026-03-31"),
            ("2026 luty", "2026-02-28"),
            ("03.2026", "2026-03-31"),
            ("2026-03", "2026-03-31"),
            ("Q1 2026", "2026-03-31"),
            ("2026-Q4", "2026-12-31"),
            ("I kw. 2026", "2026-03-31"),
            ("II kwartał 2026 r.", "2026-06-30"),
            ("2026-W07", "2026-02-15"),
            ("tydzień 7 2026", "2026-02-15"),
            ("KW 7 2026", "2026-02-15"),
        ] {
            assert_eq!(period_end(text).map(|day| day.to_string()).as_deref(), Some(end), "{text}");
        }
    }

    #[test]
    fn what_names_a_day_or_nothing_is_no_period() {
        for text in
            ["12.03.2026", "2026", "marzec", "2026-W60", "Q5 2026", "13.2026", "2026-03-12", "20 1234", "FV 3/2026"]
        {
            assert_eq!(period_end(text), None, "{text}");
        }
    }
}
