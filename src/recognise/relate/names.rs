//! The name of a sheet or a file in, what it may say of the rows out: a stage, a seller, a month, a day.

use chrono::{Datelike, NaiveDate, Weekday};

use crate::model::Moment;
use crate::read::Cell;
use crate::recognise::fold::fold;
use crate::recognise::stage::{StageWord, StageWords};
use crate::recognise::value::date;
use crate::template::DateOrder;

/// What a name says, as far as it can be told without the rows.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::recognise) enum Name {
    Stage,
    Person,
    /// A month, a quarter, a year: its first day, where the name has a year.
    Period(Option<NaiveDate>),
    Day(NaiveDate),
    Nothing,
}

/// What a name says; `near` gives the year to a day without one.
pub(in crate::recognise) fn read(name: &str, stages: &[StageWords], near: Option<NaiveDate>) -> Name {
    let folded = fold(name);
    if stages.iter().any(|words| words.meaning(name) != StageWord::Unknown) {
        return Name::Stage;
    }
    if let Some(period) = period(&folded) {
        return period;
    }
    if let Some(day) = day(name, &folded, near) {
        return Name::Day(day);
    }
    if is_person(name, &folded) { Name::Person } else { Name::Nothing }
}

/// `styczeń 2026`, `01.2026`, `2026-01`, `Q1 2026`, `I kwartał 2026`, `2026`.
fn period(folded: &str) -> Option<Name> {
    let words: Vec<&str> =
        folded.split(' ').filter(|word| !matches!(*word, "r" | "rok" | "miesiac" | "month" | "m")).collect();
    let number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit()).then(|| word.parse::<u32>().ok())?;
    let year = |word: &str| number(word).filter(|year| word.len() == 4 && (1990..=2100).contains(year));
    let from = |year: u32, month: u32| Name::Period(NaiveDate::from_ymd_opt(year as i32, month, 1));
    match words.as_slice() {
        [month] if date::month_of(month).is_some() || quarter(month).is_some() => Some(Name::Period(None)),
        [only] => Some(from(year(only)?, 1)),
        [numeral, "kwartal" | "quarter" | "kw", rest @ ..] => {
            let quarter = ["i", "ii", "iii", "iv"].iter().position(|roman| roman == numeral);
            let quarter = quarter.map_or_else(|| number(numeral), |place| Some(place as u32 + 1))?;
            match rest {
                [] => Some(Name::Period(None)),
                [of_year] => Some(from(year(of_year)?, 3 * quarter - 2)),
                _ => None,
            }
        }
        [a, b] => {
            let (rest, of_year) = if let Some(year) = year(b) { (*a, year) } else { (*b, year(a)?) };
            let month = date::month_of(rest).or_else(|| number(rest).filter(|month| (1..=12).contains(month)));
            let month = month.or_else(|| quarter(rest).map(|quarter| 3 * quarter - 2))?;
            Some(from(of_year, month))
        }
        _ => None,
    }
}

/// `q1`, `kw1`.
fn quarter(word: &str) -> Option<u32> {
    let digit = word.strip_prefix('q').or_else(|| word.strip_prefix("kw"))?;
    digit.parse().ok().filter(|quarter| (1..=4).contains(quarter))
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

/// `2026 w07`, `tydzien 7`, `tydzien 7 2026`, `week 7`.
fn week(folded: &str, near: Option<NaiveDate>) -> Option<NaiveDate> {
    let words: Vec<&str> = folded.split(' ').collect();
    let number = |word: &str| word.parse::<u32>().ok();
    let (year, week) = match words.as_slice() {
        [year, week] if year.len() == 4 && week.starts_with('w') => (number(year)?, number(&week[1..])?),
        ["tydzien" | "tydz" | "week", week] => (near?.year() as u32, number(week)?),
        ["tydzien" | "tydz" | "week", week, year] if year.len() == 4 => (number(year)?, number(week)?),
        _ => return None,
    };
    NaiveDate::from_isoywd_opt(year as i32, week, Weekday::Sun)
}

/// One first name that many people have, or such a name or a letter with one or two names behind it.
fn is_person(name: &str, folded: &str) -> bool {
    let words: Vec<&str> = folded.split(' ').collect();
    let known = FIRST_NAMES.contains(&words[0]);
    let capitals = name.split_whitespace().all(|word| word.chars().next().is_some_and(char::is_uppercase));
    let letters = name.chars().all(|letter| letter.is_alphabetic() || matches!(letter, ' ' | '-' | '.'));
    match words.len() {
        1 => known,
        2 | 3 => capitals && letters && (known || words[0].len() == 1),
        _ => false,
    }
}

/// First names, folded: a sheet is taken for a seller's only by a name that many people have.
#[rustfmt::skip] // names fill the lines
const FIRST_NAMES: &[&str] = &[
    "adam", "adrian", "agata", "agnieszka", "alan", "aleksander", "aleksandra", "alice", "alicja", "alina", "amy",
    "andrew", "andrzej", "ania", "anita", "ann", "anna", "anne", "antoni", "arkadiusz", "artur", "asia", "barbara",
    "bartek", "bartlomiej", "bartosz", "basia", "beata", "ben", "blazej", "bogdan", "bozena", "celina", "charles",
    "cezary", "chris", "claudia", "damian", "daniel", "danuta", "dariusz", "darek", "david", "dawid", "dominik",
    "dominika", "dorota", "edward", "edyta", "elzbieta", "emilia", "emily", "emma", "eric", "ewa", "ewelina",
    "filip", "frank", "gabriela", "george", "grzegorz", "halina", "hanna", "hans", "helen", "henryk", "hubert",
    "igor", "ilona", "irena", "iwona", "izabela", "jacek", "jack", "jakub", "james", "jan", "jane", "janusz",
    "jaroslaw", "jarek", "jerzy", "jessica", "joanna", "john", "jolanta", "jozef", "julia", "justyna", "kacper",
    "kamil", "kamila", "karen", "karol", "karolina", "kasia", "kate", "katarzyna", "kevin", "kinga", "klaus",
    "konrad", "krystyna", "krzysztof", "laura", "lena", "leszek", "linda", "lukasz", "maciej", "maciek", "magda",
    "magdalena", "malgorzata", "marcin", "marek", "maria", "mariola", "mariusz", "mark", "marta", "martin", "mary",
    "mateusz", "michael", "michal", "mike", "miroslaw", "monika", "natalia", "nina", "oliver", "olga", "oskar",
    "ola", "patrycja", "patryk", "paul", "paulina", "pawel", "peter", "piotr", "piotrek", "przemyslaw", "rachel",
    "radoslaw", "rafal", "renata", "richard", "rita", "robert", "roman", "ryszard", "sandra", "sarah", "sebastian",
    "simon", "slawomir", "stanislaw", "stefan", "susan", "sylwia", "szymon", "tadeusz", "thomas", "tom", "tomasz",
    "tomek", "urszula", "waldemar", "weronika", "wiktor", "wojciech", "wojtek", "zbigniew", "zofia", "zuzanna",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recognise::fixture::template;

    #[track_caller]
    fn check(name: &str, expect: &Name) {
        let near = NaiveDate::from_ymd_opt(2026, 2, 20);
        assert_eq!(read(name, &[StageWords::of(&template())], near), *expect, "{name}");
    }

    fn on(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).expect("a day")
    }

    #[test]
    fn names_say_stages_people_periods_and_days() {
        for name in ["Oferta wysłana", "3. Kontakt", "Przegrana", "Nowe"] {
            check(name, &Name::Stage);
        }
        for name in ["Anna", "Anna Nowak", "J. Nowak", "John Smith"] {
            check(name, &Name::Person);
        }
        for name in ["styczeń", "Marzec", "Q1", "II kwartał"] {
            check(name, &Name::Period(None));
        }
        for name in ["luty 2026", "02.2026", "2026-02", "Luty 2026 r."] {
            check(name, &Name::Period(Some(on(2026, 2, 1))));
        }
        check("Q2 2026", &Name::Period(Some(on(2026, 4, 1))));
        for name in ["2026-02-14", "kopia 14.02", "Stan na 14.02.2026", "lejek_2026-02-14", "14 lutego 2026"] {
            check(name, &Name::Day(on(2026, 2, 14)));
        }
        for name in ["2026-W07", "tydzień 7", "Week 7 2026"] {
            check(name, &Name::Day(on(2026, 2, 15)));
        }
        for name in ["Arkusz1", "Sheet2", "Dane", "Warszawa", "Klienci B2B", "Lejek 2026 nowy", "Produkt Anna"] {
            check(name, &Name::Nothing);
        }
    }
}
