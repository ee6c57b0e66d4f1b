//! The name of a sheet or a file in, what it may say of the rows out: a stage, a seller, a month, a day. A name may
//! say several things (`Jan` is a month and a man); which of them counts, the other sheets tell.

use chrono::{Datelike, NaiveDate, Weekday};

use super::people;
use crate::model::Moment;
use crate::read::Cell;
use crate::recognise::fold::fold;
use crate::recognise::stage::{StageWord, StageWords};
use crate::recognise::value::date;
use crate::template::DateOrder;

/// What a name may say.
#[derive(Debug, Clone, PartialEq, Default)]
pub(in crate::recognise) struct Meaning {
    /// The stage word that it is.
    pub(in crate::recognise) stage: Option<String>,
    pub(in crate::recognise) person: bool,
    pub(in crate::recognise) period: Option<Period>,
    pub(in crate::recognise) day: Option<NaiveDate>,
}

/// A month, a quarter or a year, by its first month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::recognise) struct Period {
    /// None where the name leaves it out.
    pub(super) year: Option<i32>,
    pub(super) month: u32,
}

impl Period {
    /// Its first day; `year` is that of a name without one.
    pub(in crate::recognise) fn first_day(self, year: Option<i32>) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(self.year.or(year)?, self.month, 1)
    }
}

/// What a name may say; `near` gives the year to a day without one.
pub(in crate::recognise) fn read(name: &str, stages: &[StageWords], near: Option<NaiveDate>) -> Meaning {
    let folded = fold(name);
    Meaning {
        stage: stage(name, &folded, stages),
        person: people::is_person(name),
        period: period(&folded),
        day: day(name, &folded, near),
    }
}

/// Sheets of a stage are often named in the plural, which no cell is.
const PLURALS: &[(&str, &str)] = &[
    ("kontakty", "kontakt"),
    ("oferty wyslane", "oferta wysłana"),
    ("wyslane oferty", "oferta wysłana"),
    ("umowy", "umowa podpisana"),
    ("umowy podpisane", "umowa podpisana"),
    ("podpisane umowy", "umowa podpisana"),
    ("zamowienia", "zamówienie"),
    ("inquiries", "inquiry"),
    ("offers", "quote"),
    ("quotes", "quote"),
    ("proposals", "proposal"),
    ("meetings", "meeting"),
];

fn stage(name: &str, folded: &str, stages: &[StageWords]) -> Option<String> {
    let is_known = |word: &str| stages.iter().any(|words| words.meaning(word) != StageWord::Unknown);
    let singular = PLURALS.iter().find(|(plural, _)| *plural == folded).map(|(_, singular)| *singular);
    // Yes and no are outcomes in a cell, but no names of sheets.
    let is_word = name.chars().filter(|letter| letter.is_alphabetic()).count() > 3;
    [Some(name), singular].into_iter().flatten().find(|word| is_word && is_known(word)).map(ToOwned::to_owned)
}

/// Words that name nothing but a sheet, a file or a list.
#[rustfmt::skip] // words fill the lines
const GENERIC: &[&str] = &[
    "arkusz", "sheet", "tabelle", "dane", "data", "lejek", "pipeline", "lista", "list", "baza", "export", "eksport",
    "raport", "report", "kopia", "copy", "szablon", "template", "wzor", "import", "tabela", "table", "deal", "deals",
    "szanse", "szansa", "klienci", "klient", "clients", "customers", "archiwum", "archive", "stare", "old", "nowy",
    "new", "test", "inne", "other", "pozostale", "razem", "suma", "wszystko", "wszystkie", "all", "total", "notatki",
    "notes", "slowniki", "slownik", "ustawienia", "settings", "pomoc", "help", "crm", "sprzedaz", "sales", "podsumowanie",
    "summary", "zespol", "team", "dzial", "firma", "firmy", "companies", "contacts",
];

/// Whether a name says nothing by itself, nor beside others: `Arkusz3`, `Dane 2026`, `Archiwum`.
pub(super) fn is_generic(name: &str) -> bool {
    let folded = fold(name);
    folded.split(' ').all(|word| {
        let letters = word.trim_end_matches(|letter: char| letter.is_ascii_digit());
        letters.is_empty() || GENERIC.contains(&letters)
    })
}

/// `styczeń 2026`, `01.2026`, `2026-01`, `sty 26`, `Q1 2026`, `I kwartał`, `2026`, `styczeń-marzec 2026`.
fn period(folded: &str) -> Option<Period> {
    let words: Vec<&str> = folded
        .split(' ')
        .filter(|word| !matches!(*word, "r" | "rok" | "miesiac" | "month" | "m" | "kwartal" | "quarter" | "kw"))
        .collect();
    let is_quarter = folded.split(' ').any(|word| matches!(word, "kwartal" | "quarter" | "kw"));
    let number = |word: &str| word.parse::<u32>().ok().filter(|_| word.len() <= 4);
    let year = |word: &str| match (word.len(), number(word)?) {
        (4, year @ 1990..=2100) => Some(year as i32),
        _ => None,
    };
    // A bare number is a month only beside a full year, and two digits are a year only beside a month in words.
    let short_year = |word: &str| number(word).filter(|_| word.len() == 2).map(|year| 2000 + year as i32);
    let part = |word: &str| if is_quarter { numeral(word).map(first_month) } else { quarter(word).or(month(word)) };
    let of = |year: Option<i32>, month: u32| Some(Period { year, month });
    match words.as_slice() {
        [only] => match (part(only), year(only)) {
            (Some(month), _) => of(None, month),
            (None, Some(year)) if !is_quarter => of(Some(year), 1),
            (None, _) => glued_quarter(only).and_then(|(year, month)| of(Some(year), month)),
        },
        [first, last, rest @ ..] if month(first).is_some() && month(last).is_some() => match rest {
            [] => of(None, month(first)?),
            [only] => of(Some(year(only).or(short_year(only))?), month(first)?),
            _ => None,
        },
        [a, b] => {
            let (rest, of_year) = match (year(a), year(b)) {
                (_, Some(year)) => (a, year),
                (Some(year), None) => (b, year),
                (None, None) => return of(short_year(b), part(a)?).filter(|period| period.year.is_some()),
            };
            let in_digits = || number(rest).filter(|month| (1..=12).contains(month) && !is_quarter);
            of(Some(of_year), part(rest).or_else(in_digits)?)
        }
        _ => None,
    }
}

/// A month's name, in full or by its first three letters.
fn month(word: &str) -> Option<u32> {
    const SHORT: [&[&str]; 12] = [
        &["sty", "jan"],
        &["lut", "feb"],
        &["mar"],
        &["kwi", "apr"],
        &["may"],
        &["cze", "jun"],
        &["lip", "jul"],
        &["sie", "aug"],
        &["wrz", "sep", "sept"],
        &["paz", "oct", "okt"],
        &["lis", "nov"],
        &["gru", "dec", "dez"],
    ];
    let short = || SHORT.iter().position(|names| names.contains(&word)).map(|place| place as u32 + 1);
    date::month_of(word).or_else(short)
}

/// `q1`, `kw1`, `1q`.
fn quarter(word: &str) -> Option<u32> {
    let digit = word.strip_prefix('q').or_else(|| word.strip_prefix("kw")).or_else(|| word.strip_suffix('q'))?;
    numeral(digit).filter(|_| digit.len() == 1).map(first_month)
}

/// `2026q1`.
fn glued_quarter(word: &str) -> Option<(i32, u32)> {
    let (year, quarter) = word.split_once('q')?;
    let year = year.parse().ok().filter(|_| year.len() == 4)?;
    Some((year, first_month(numeral(quarter)?)))
}

/// One to four, in either kind of digits.
fn numeral(word: &str) -> Option<u32> {
    let roman = ["i", "ii", "iii", "iv"].iter().position(|roman| *roman == word).map(|place| place as u32 + 1);
    roman.or_else(|| word.parse().ok()).filter(|quarter| (1..=4).contains(quarter))
}

fn first_month(quarter: u32) -> u32 {
    3 * quarter - 2
}

/// Whether a name says nothing but a year: `2026`, `Rok 2026`.
pub(in crate::recognise) fn is_year(name: &str) -> bool {
    let rest = |word: &str| word.parse::<u32>().is_err() && !matches!(word, "r" | "rok" | "year");
    year(name).is_some() && !fold(name).split(' ').any(rest)
}

/// The year that a name mentions: `lejek 2025`.
pub(in crate::recognise) fn year(name: &str) -> Option<i32> {
    let years: Vec<i32> = fold(name)
        .split(' ')
        .filter(|word| word.len() == 4)
        .filter_map(|word| word.parse().ok())
        .filter(|year| (1990..=2100).contains(year))
        .collect();
    if let [only] = years.as_slice() { Some(*only) } else { None }
}

/// Words beside the day of a copy.
#[rustfmt::skip] // words fill the lines
const BESIDE_A_DAY: &[&str] = &[
    "kopia", "z", "dnia", "stan", "na", "dzien", "lejek", "pipeline", "szanse", "arkusz", "copy", "as", "of", "backup",
    "sheet", "raport", "report", "deals", "export", "eksport", "tydzien", "week",
];

/// `2026-02-14`, `kopia 14.02`, `stan na 14.02.2026`, `2026-W07`, `tydzień 7 2026`: the day, or the Sunday of the week.
fn day(name: &str, folded: &str, near: Option<NaiveDate>) -> Option<NaiveDate> {
    if let Some(week) = week(folded, near) {
        return Some(week);
    }
    let parted: String = name.chars().map(|letter| if letter == '_' { ' ' } else { letter }).collect();
    let words: Vec<&str> =
        parted.split_whitespace().filter(|word| !BESIDE_A_DAY.contains(&fold(word).as_str())).collect();
    let text = Cell::Text(words.join(" ").into());
    match date::read(&text, DateOrder::DayFirst, near) {
        date::Reading::Moment(Moment::Day(day)) | date::Reading::YearAssumed(Moment::Day(day)) => Some(day),
        _ => None,
    }
}

/// `2026 w07`, `w07 2026`, `tydzien 7`, `tydz 7 2026`, `week 7`, `kw7`; without a year the week closest to `near`.
fn week(folded: &str, near: Option<NaiveDate>) -> Option<NaiveDate> {
    let words: Vec<&str> = folded.split(' ').collect();
    let number = |word: &str| word.parse::<u32>().ok();
    let glued = |word: &str| ["week", "kw", "w"].iter().find_map(|prefix| number(word.strip_prefix(prefix)?));
    let year = |word: &str| number(word).filter(|_| word.len() == 4).map(|year| year as i32);
    let (year, week) = match words.as_slice() {
        [of_year, week] if year(of_year).is_some() => (year(of_year), glued(week)?),
        [week, of_year] if year(of_year).is_some() => (year(of_year), glued(week)?),
        ["tydzien" | "tydz" | "week", week] => (None, number(week)?),
        ["tydzien" | "tydz" | "week", week, of_year] => (Some(year(of_year)?), number(week)?),
        // `kw1` is a quarter.
        [week] if quarter(week).is_none() => (None, glued(week)?),
        _ => return None,
    };
    let sunday = |year| NaiveDate::from_isoywd_opt(year, week, Weekday::Sun);
    match (year, near) {
        (Some(year), _) => sunday(year),
        (None, Some(near)) => (near.year() - 1..=near.year() + 1)
            .filter_map(sunday)
            .min_by_key(|sunday| (*sunday - near).num_days().abs()),
        (None, None) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::template::builtin;

    fn meaning(name: &str) -> Meaning {
        let stages = ["universal", "extended"].map(|name| StageWords::of(&builtin(name).expect("built in")));
        read(name, &stages, NaiveDate::from_ymd_opt(2026, 2, 20))
    }

    fn on(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).expect("a day")
    }

    #[test]
    fn stages() {
        for (name, stage) in [
            ("Oferta wysłana", "Oferta wysłana"),
            ("3. Kontakt", "3. Kontakt"),
            ("Przegrane", "Przegrane"),
            ("Nowe", "Nowe"),
            ("Oferty", "Oferty"),
            ("Kontakty", "kontakt"),
            ("Negocjacje", "Negocjacje"),
        ] {
            assert_eq!(meaning(name).stage.as_deref(), Some(stage), "{name}");
        }
        for (plural, singular) in PLURALS {
            assert_eq!(meaning(plural).stage.as_deref(), Some(*singular), "{plural}");
        }
        for name in ["TAK", "Nie", "Anna", "luty", "Arkusz1", "Wizja lokalna"] {
            assert_eq!(meaning(name).stage, None, "{name}");
        }
    }

    #[test]
    fn people() {
        for name in ["Anna", "anna", "Anna Nowak", "J. Nowak", "John Smith", "Jan"] {
            assert!(meaning(name).person, "{name}");
        }
        for name in ["Arkusz1", "Dane", "Warszawa", "Klienci B2B", "Produkt Anna", "A. K.", "Nowe", "anna nowak i inni"]
        {
            assert!(!meaning(name).person, "{name}");
        }
    }

    #[track_caller]
    fn check_period(name: &str, year: Option<i32>, month: u32) {
        assert_eq!(meaning(name).period, Some(Period { year, month }), "{name}");
    }

    #[test]
    fn months_quarters_and_years() {
        for name in ["luty 2026", "02.2026", "2026-02", "Luty 2026 r.", "lut 26", "Feb 2026", "02_2026"] {
            check_period(name, Some(2026), 2);
        }
        for name in ["styczeń", "JAN", "Sty", "Q1", "I kwartał", "1 kwartał", "styczeń - marzec"] {
            check_period(name, None, 1);
        }
        for name in ["Q2 2026", "2026 Q2", "2026Q2", "II kwartał 2026", "kwartał 2 2026", "2Q 2026"] {
            check_period(name, Some(2026), 4);
        }
        check_period("2025", Some(2025), 1);
        for name in ["Arkusz1", "13.2026", "2", "01 02", "Anna 2026", "14.02.2026", "", "5 kwartał"] {
            assert_eq!(meaning(name).period, None, "{name}");
        }
    }

    #[test]
    fn days_and_weeks() {
        for name in ["2026-02-14", "kopia 14.02", "Stan na 14.02.2026", "lejek_2026-02-14", "14 lutego 2026"] {
            assert_eq!(meaning(name).day, Some(on(2026, 2, 14)), "{name}");
        }
        for name in ["2026-W07", "tydzień 7", "Week 7 2026", "W7", "tydz. 07", "w07 2026"] {
            assert_eq!(meaning(name).day, Some(on(2026, 2, 15)), "{name}");
        }
        assert_eq!(meaning("tydzień 50").day, Some(on(2025, 12, 14)), "the closest");
        for name in ["Arkusz1", "luty 2026", "Q1", "kw1", "W1a", "2026", "7"] {
            assert_eq!(meaning(name).day, None, "{name}");
        }
    }

    #[test]
    fn names_that_say_nothing() {
        for name in ["Arkusz1", "Sheet 2", "Dane", "Lejek 2026", "Archiwum", "lista klienci"] {
            assert!(is_generic(name), "{name}");
        }
        for name in ["Wizja lokalna", "Kowalska", "Oferta"] {
            assert!(!is_generic(name), "{name}");
        }
        assert_eq!((year("lejek 2025"), year("2024-2025"), year("lejek")), (Some(2025), None, None));
    }
}
