//! A text in, the numbers of a date out, before anybody decides which of them is the day.

use chrono::NaiveTime;

use crate::recognise::fold::fold;

/// A date as a text has it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Written {
    /// The day.
    pub(super) form: Form,
    /// The time of day, when the text has one.
    pub(super) time: Option<NaiveTime>,
}

/// How the day is written.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Form {
    /// Year first, or the month as a word: nothing to decide.
    Full { year: i32, month: u32, day: u32 },
    /// Two numbers of which one is the day, and mostly a year.
    Numbers { first: u32, second: u32, year: Option<i32>, slashed: bool },
    /// A day and the month as a word.
    Yearless { month: u32, day: u32 },
    /// A spreadsheet's serial number.
    Serial(f64),
}

/// A number with its count of digits, or the name of a month.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Part {
    Number(u32, usize),
    Month(u32),
}

impl Written {
    /// The date in a text; none when it is not a date, or not only a date.
    pub(super) fn scan(text: &str) -> Option<Self> {
        let text = text.trim();
        // Every date has a digit, and no date is longer than one with its weekday and zone.
        if text.len() > 48 || !text.bytes().any(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let (rest, time) = match text.find(':') {
            Some(colon) => {
                let (start, end, time) = clock(text, colon)?;
                ((&text[..start], &text[end..]), Some(time))
            }
            None => ((text, ""), None),
        };
        if time.is_none()
            && let Some(value) = serial(text)
        {
            return Some(Self { form: Form::Serial(value), time: None });
        }
        let mut parts = Parts::default();
        parts.add(rest.0)?;
        parts.add(rest.1)?;
        Some(Self { form: parts.form()?, time })
    }
}

/// The time of day that a text is, and nothing else.
pub(in crate::recognise) fn time_of_day(text: &str) -> Option<NaiveTime> {
    let text = text.trim().trim_start_matches("godz.").trim_end_matches("Uhr").trim();
    let colon = text.find([':', '.'])?;
    let (start, end, time) = clock(text, colon)?;
    (text[..start].trim().is_empty() && text[end..].trim().is_empty()).then_some(time)
}

/// The time around its first colon: where it starts, where it ends with its zone, and what it is.
fn clock(text: &str, colon: usize) -> Option<(usize, usize, NaiveTime)> {
    let bytes = text.as_bytes();
    let digits_before = bytes[..colon].iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
    let start = colon - digits_before;
    let mut at = colon;
    let hour: u32 = text[start..colon].parse().ok()?;
    let mut fields = [hour, 0, 0];
    let mut places = 0;
    for field in &mut fields[1..] {
        let is_separator = bytes.get(at).is_some_and(|byte| *byte == b':' || *byte == bytes[colon]);
        let digits = bytes[(at + 1).min(bytes.len())..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        if !is_separator || digits != 2 {
            break;
        }
        *field = text[at + 1..=at + 2].parse().ok()?;
        at += 3;
        places += 1;
    }
    if places == 0 || digits_before == 0 || digits_before > 2 {
        return None;
    }
    let mut nanoseconds = 0;
    if places == 2 && matches!(bytes.get(at), Some(b'.' | b',')) {
        let digits = bytes[at + 1..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        let fraction: String = text[at + 1..at + 1 + digits].chars().chain("000000000".chars()).take(9).collect();
        nanoseconds = fraction.parse().ok()?;
        at += 1 + digits;
    }
    let tail = text[at..].trim_start();
    let half = tail.get(..2).map(str::to_ascii_lowercase);
    let hour = match half.as_deref() {
        Some("am") => hour % 12,
        Some("pm") => hour % 12 + 12,
        _ => hour,
    };
    if matches!(half.as_deref(), Some("am" | "pm")) {
        at = text.len() - tail.len() + 2;
    }
    at = text.len() - without_zone(&text[at..]).len();
    let time = NaiveTime::from_hms_nano_opt(hour, fields[1], fields[2], nanoseconds)?;
    Some((start, at, time))
}

/// What follows a time, without its zone: `Z`, ` UTC`, `+01:00`.
fn without_zone(tail: &str) -> &str {
    let trimmed = tail.trim_start();
    for zone in ["Z", "UTC", "GMT", "CET", "CEST"] {
        if let Some(rest) = trimmed.strip_prefix(zone)
            && !rest.starts_with(char::is_alphabetic)
        {
            return rest;
        }
    }
    let offset = trimmed.strip_prefix(['+', '-']);
    offset.map_or(tail, |offset| offset.trim_start_matches(|letter: char| letter.is_ascii_digit() || letter == ':'))
}

/// `46093` or `46093,586`: five digits, for a serial of our time has five.
fn serial(text: &str) -> Option<f64> {
    let whole = text.bytes().take_while(u8::is_ascii_digit).count();
    let shape = whole == 5
        && text[5..].strip_prefix(['.', ',']).unwrap_or(&text[5..]).bytes().all(|byte| byte.is_ascii_digit());
    let value: f64 = if shape { text.replace(',', ".").parse().ok()? } else { return None };
    super::is_serial(value).then_some(value)
}

/// The parts of a date in the order of the text.
#[derive(Default)]
struct Parts {
    found: [Option<Part>; 3],
    count: usize,
    slashed: bool,
    /// The month is a Roman numeral, which a number of a deal may begin with: `X-1` is no day of October.
    roman: bool,
}

impl Parts {
    /// Takes the parts of a stretch of text; none when it holds something that no date has.
    fn add(&mut self, text: &str) -> Option<()> {
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let length = if first.is_ascii_digit() {
                rest.bytes().take_while(u8::is_ascii_digit).count()
            } else if first.is_alphabetic() {
                rest.find(|letter: char| !letter.is_alphabetic()).unwrap_or(rest.len())
            } else {
                self.slashed |= first == '/';
                if !matches!(first, '.' | ',' | '/' | '-' | '–' | '(' | ')' | '\'' | '’') && !first.is_whitespace()
                {
                    return None;
                }
                rest = &rest[first.len_utf8()..];
                continue;
            };
            let (word, tail) = rest.split_at(length);
            if first.is_ascii_digit() {
                self.push(Part::Number(word.parse().ok()?, length))?;
            } else if let Some(month) = month(word) {
                self.roman |= MONTHS[month as usize - 1][0].eq_ignore_ascii_case(word);
                self.push(Part::Month(month))?;
            } else if !is_filler(word) {
                return None;
            }
            rest = tail;
        }
        Some(())
    }

    fn push(&mut self, part: Part) -> Option<()> {
        *self.found.get_mut(self.count)? = Some(part);
        self.count += 1;
        Some(())
    }

    fn form(&self) -> Option<Form> {
        use Part::{Month, Number};
        let small = |digits: usize| digits <= 2;
        Some(match self.found {
            [Some(Number(year, 4)), Some(Number(month, _) | Month(month)), Some(Number(day, _))] => {
                Form::Full { year: year as i32, month, day }
            }
            [Some(Number(first, a)), Some(Number(second, b)), Some(Number(year, digits))] if small(a) && small(b) => {
                Form::Numbers { first, second, year: Some(full_year(year, digits)?), slashed: self.slashed }
            }
            [Some(Number(day, a)), Some(Month(month)), Some(Number(year, digits))]
            | [Some(Month(month)), Some(Number(day, a)), Some(Number(year, digits))]
                if small(a) =>
            {
                Form::Full { year: full_year(year, digits)?, month, day }
            }
            [Some(Number(first, a)), Some(Number(second, b)), None] if small(a) && small(b) => {
                Form::Numbers { first, second, year: None, slashed: self.slashed }
            }
            [Some(Number(day, a)), Some(Month(month)), None] if small(a) => Form::Yearless { month, day },
            [Some(Month(month)), Some(Number(day, a)), None] if small(a) && !self.roman => {
                Form::Yearless { month, day }
            }
            [Some(Number(compact, 8)), None, None] => {
                Form::Full { year: (compact / 10_000) as i32, month: compact / 100 % 100, day: compact % 100 }
            }
            _ => return None,
        })
    }
}

/// The year of two or four digits. chrono would take `26` for the year 26.
fn full_year(year: u32, digits: usize) -> Option<i32> {
    match digits {
        2 if year < 90 => Some(2000 + year as i32),
        2 => Some(1900 + year as i32),
        4 => Some(year as i32),
        _ => None,
    }
}

/// Words that stand beside a date and say nothing. Compared in lower case.
#[rustfmt::skip] // words fill the lines
const FILLERS: &[&str] = &[
    "r", "roku", "dnia", "dn", "godz", "godzina", "o", "g", "t", "utc", "z", "st", "nd", "rd", "th", "pon", "pn", "wt",
    "śr", "sr", "czw", "czwartek", "pt", "sob", "sobota", "niedz", "niedziela", "poniedziałek", "wtorek", "środa",
    "piątek", "mon", "monday", "tue", "tuesday", "wed", "wednesday", "thu", "thursday", "fri", "friday", "sat",
    "saturday", "sun", "sunday", "uhr", "um", "den", "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag",
    "sonntag", "mo", "di", "mi", "do", "fr", "sa", "so",
];

fn is_filler(word: &str) -> bool {
    FILLERS.contains(&word.to_lowercase().as_str())
}

/// The Roman numerals that Polish offices use; months in Polish (both cases), English and German; folded.
const MONTHS: [&[&str]; 12] = [
    &["i", "styczen", "stycznia", "january", "januar"],
    &["ii", "luty", "lutego", "february", "februar"],
    &["iii", "marzec", "marca", "march", "maerz", "mrz"],
    &["iv", "kwiecien", "kwietnia", "april"],
    &["v", "maj", "maja", "may", "mai"],
    &["vi", "czerwiec", "czerwca", "june", "juni"],
    &["vii", "lipiec", "lipca", "july", "juli"],
    &["viii", "sierpien", "sierpnia", "august"],
    &["ix", "wrzesien", "wrzesnia", "september"],
    &["x", "pazdziernik", "pazdziernika", "october", "oktober"],
    &["xi", "listopad", "listopada", "november"],
    &["xii", "grudzien", "grudnia", "december", "dezember"],
];

/// The month of a name, or of its first three letters or more (`paź`, `sept`).
pub(super) fn month(word: &str) -> Option<u32> {
    let word = fold(word);
    let is_name = |name: &str| name == word || word.len() >= 3 && name.starts_with(word.as_str());
    MONTHS.iter().position(|names| names.iter().any(|name| is_name(name))).map(|place| place as u32 + 1)
}

/// The month of a folded word that is its name in full.
pub(in crate::recognise) fn month_of(word: &str) -> Option<u32> {
    let named = MONTHS.iter().position(|names| word.len() >= 3 && names.contains(&word))?;
    Some(named as u32 + 1)
}

/// Whether a folded word is the name of a month, in full.
pub(in crate::recognise) fn is_month_name(word: &str) -> bool {
    month_of(word).is_some()
}
