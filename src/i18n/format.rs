//! Numbers, shares, amounts and dates as the language writes them.

use chrono::{Datelike, NaiveDate, Timelike};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::model::{Currency, Moment, Money, Purse};

use super::Language;

const NO_BREAK: char = '\u{a0}';

/// A whole number, thousands grouped: `12 500` (no-break space) or `12,500`.
pub fn integer(number: i64, language: Language) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3 + 1);
    if number < 0 {
        grouped.push('−');
    }
    // Four digits stand together in Polish typography.
    let group = !(language == Language::Pl && digits.len() == 4);
    for (place, digit) in digits.chars().enumerate() {
        if group && place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(match language {
                Language::Pl => NO_BREAK,
                Language::En => ',',
            });
        }
        grouped.push(digit);
    }
    grouped
}

/// A number with so many decimals, rounded half away from zero: `12,5` or `12.5`.
pub fn decimal(number: f64, places: usize, language: Language) -> String {
    let scale = 10_f64.powi(places as i32);
    let scaled = (number * scale).round();
    let whole = (scaled / scale).trunc();
    let sign = if scaled < 0.0 && whole == 0.0 { "−" } else { "" };
    let mut text = format!("{sign}{}", integer(whole as i64, language));
    if places > 0 {
        let rest = (scaled.abs() - whole.abs() * scale).round() as u64;
        text.push(match language {
            Language::Pl => ',',
            Language::En => '.',
        });
        text.push_str(&format!("{rest:0places$}"));
    }
    text
}

/// A number with at most so many decimals, trailing zeros dropped: `12`, `12,5`.
pub fn short_decimal(number: f64, places: usize, language: Language) -> String {
    let text = decimal(number, places, language);
    if places == 0 {
        return text;
    }
    text.trim_end_matches('0').trim_end_matches([',', '.']).to_owned()
}

/// A share as a percentage: 0.614 is `61 %` or `61%`.
pub fn percent(share: f64, places: usize, language: Language) -> String {
    let number = decimal(share * 100.0, places, language);
    match language {
        Language::Pl => format!("{number}{NO_BREAK}%"),
        Language::En => format!("{number}%"),
    }
}

/// Two shares as a range: `10–30 %`; one number when they print alike.
pub fn percent_range(low: f64, high: f64, places: usize, language: Language) -> String {
    let (lo, hi) = (decimal(low * 100.0, places, language), decimal(high * 100.0, places, language));
    if lo == hi {
        return percent(low, places, language);
    }
    match language {
        Language::Pl => format!("{lo}–{hi}{NO_BREAK}%"),
        Language::En => format!("{lo}–{hi}%"),
    }
}

/// A day without its year: `20.11` or `20 Nov`.
pub fn day_and_month(day: NaiveDate, language: Language) -> String {
    let whole = date(day, language);
    match language {
        Language::Pl => whole[..5].to_owned(),
        Language::En => whole[..whole.len() - 5].to_owned(),
    }
}

/// A day: `20.11.2026` or `20 Nov 2026`.
pub fn date(day: NaiveDate, language: Language) -> String {
    match language {
        Language::Pl => format!("{:02}.{:02}.{:04}", day.day(), day.month(), day.year()),
        Language::En => {
            const MONTHS: [&str; 12] =
                ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
            format!("{} {} {:04}", day.day(), MONTHS[day.month0() as usize], day.year())
        }
    }
}

/// A moment: the day, and the time when it is known: `20.11.2026, 16:00`.
pub fn moment(moment: Moment, language: Language) -> String {
    let day = date(moment.date(), language);
    match moment {
        Moment::Day(_) => day,
        Moment::At(at) => format!("{day}, {:02}:{:02}", at.hour(), at.minute()),
    }
}

/// An amount in full, without decimals: `12 500 zł` or `PLN 12,500`. An unstated currency has no sign.
pub fn money(money: Money, language: Language) -> String {
    let whole = money.amount.round().to_i64().unwrap_or(i64::MAX);
    with_currency(integer(whole, language), money.currency, language)
}

/// An amount in three or four digits: `18,6 mln zł`, `250 tys. zł`, `940 zł`; `PLN 18.6M`.
pub fn money_short(money: Money, language: Language) -> String {
    let amount = money.amount.to_f64().unwrap_or(f64::MAX);
    with_currency(amount_short(amount, language), money.currency, language)
}

/// The same for a statistic: no amount that a cell has, but an estimate in this currency.
pub fn sum_short(sum: f64, currency: Currency, language: Language) -> String {
    with_currency(amount_short(sum, language), currency, language)
}

/// A number of any size in three or four digits: `18,6 mln`, `250 tys.`, `18.6M`.
pub fn amount_short(amount: f64, language: Language) -> String {
    const STEPS: [(f64, &str, &str); 3] = [(1e9, "mld", "B"), (1e6, "mln", "M"), (1e3, "tys.", "k")];
    let step = STEPS.iter().find(|(size, ..)| amount.abs() >= 0.9995 * size);
    let Some((size, pl, en)) = step else {
        return integer(amount.round() as i64, language);
    };
    let scaled = amount / size;
    let number = short_decimal(scaled, usize::from(scaled.abs() < 99.95), language);
    match language {
        Language::Pl => format!("{number}{NO_BREAK}{pl}"),
        Language::En => format!("{number}{en}"),
    }
}

/// Every sum of a purse in short, joined with ` + `; `0` for an empty one.
pub fn purse_short(purse: &Purse, language: Language) -> String {
    let sums: Vec<String> = purse.sums().map(|sum| money_short(sum, language)).collect();
    if sums.is_empty() { "0".to_owned() } else { sums.join(" + ") }
}

/// The sign or code that stands with an amount; none when unstated.
pub fn currency_sign(currency: Currency, language: Language) -> Option<String> {
    if !currency.is_stated() {
        return None;
    }
    Some(match (currency, language) {
        (Currency::PLN, Language::Pl) => "zł".to_owned(),
        (Currency::EUR, _) => "€".to_owned(),
        (Currency::USD, Language::En) => "$".to_owned(),
        (Currency::GBP, Language::En) => "£".to_owned(),
        (other, _) => other.code().to_owned(),
    })
}

fn with_currency(number: String, currency: Currency, language: Language) -> String {
    match (currency_sign(currency, language), language) {
        (None, _) => number,
        (Some(sign), Language::Pl) => format!("{number}{NO_BREAK}{sign}"),
        (Some(sign), Language::En) if sign.len() == 3 && sign.is_ascii() => {
            format!("{sign}{NO_BREAK}{number}")
        }
        (Some(sign), Language::En) => format!("{sign}{number}"),
    }
}

/// An exact decimal for formulas and JSON: plain digits with a point.
pub fn plain(amount: Decimal) -> f64 {
    amount.to_f64().unwrap_or(f64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(shown: &str, expected: &str) {
        assert_eq!(shown.replace(NO_BREAK, "_"), expected);
    }

    #[test]
    fn numbers_are_grouped_as_the_language_groups_them() {
        check(&integer(1_234_567, Language::Pl), "1_234_567");
        check(&integer(1234, Language::Pl), "1234");
        check(&integer(1234, Language::En), "1,234");
        check(&integer(-12_500, Language::En), "−12,500");
        check(&decimal(12.25, 1, Language::Pl), "12,3");
        check(&decimal(-0.04, 1, Language::En), "0.0");
        check(&decimal(-0.44, 1, Language::En), "−0.4");
        check(&short_decimal(12.0, 1, Language::Pl), "12");
    }

    #[test]
    fn shares_and_ranges() {
        check(&percent(0.614, 0, Language::Pl), "61_%");
        check(&percent_range(0.1, 0.3, 0, Language::En), "10–30%");
        check(&percent_range(0.101, 0.103, 0, Language::Pl), "10_%");
    }

    #[test]
    fn amounts() {
        let amount = |amount: i64, currency| Money { amount: amount.into(), currency };
        check(&money(amount(12_500, Currency::PLN), Language::Pl), "12_500_zł");
        check(&money(amount(12_500, Currency::PLN), Language::En), "PLN_12,500");
        check(&money_short(amount(18_600_000, Currency::PLN), Language::Pl), "18,6_mln_zł");
        check(&money_short(amount(999_960, Currency::EUR), Language::En), "€1M");
        check(&money_short(amount(250_000, Currency::UNSTATED), Language::Pl), "250_tys.");
        check(&money_short(amount(940, Currency::USD), Language::En), "$940");
    }

    #[test]
    fn moments() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 5).expect("a day");
        check(&day_and_month(day, Language::Pl), "05.11");
        check(&day_and_month(day, Language::En), "5 Nov");
        check(&moment(Moment::Day(day), Language::Pl), "05.11.2026");
        check(&moment(Moment::At(day.and_hms_opt(9, 5, 0).expect("a time")), Language::En), "5 Nov 2026, 09:05");
    }
}
