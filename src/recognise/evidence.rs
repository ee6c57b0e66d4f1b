//! The cells of a column in, what kind of cells they are out: shares of dates, amounts, stage words, yes and no.

use std::collections::BTreeSet;

use super::fold::fold;
use super::header::Region;
use super::stage::{StageWord, StageWords};
use super::value::{date, mark, money, text};
use crate::read::{Cell, Row};

/// What the cells of a column are. Shares are of the cells looked at, placeholders left aside.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Evidence {
    /// Rows of the table.
    pub(super) rows: usize,
    /// Cells with something in them, placeholders included.
    pub(super) filled: usize,
    /// Cells looked at.
    pub(super) seen: usize,
    /// Different texts among them.
    pub(super) distinct: usize,
    /// Dates, and numbers that can be dates.
    pub(super) dates: f64,
    /// Dates that are nothing else: date cells and texts.
    pub(super) plain_dates: f64,
    /// Months, quarters and weeks without a day.
    pub(super) periods: f64,
    /// Times of day.
    pub(super) times: f64,
    /// Numbers, and texts that read as amounts.
    pub(super) amounts: f64,
    /// Numbers between 0 and 1, between 0 and 100, or shown as percentages.
    pub(super) shares: f64,
    /// Yes and no: words, ticks and crosses, TRUE, FALSE, 1 and 0.
    pub(super) flags: f64,
    /// Ways of getting in touch: a call, a mail, a form, a meeting.
    pub(super) ways: f64,
    /// Texts with letters.
    pub(super) words: f64,
    /// E-mail addresses.
    pub(super) emails: f64,
    /// Currencies.
    pub(super) currencies: f64,
    /// Stage and outcome words that lejek knows, by cells.
    pub(super) known_stages: f64,
}

/// About so many cells of a column are looked at: enough for shares, whatever the column's length.
const LOOKED_AT: usize = 600;

/// Looks at the cells of every column of a table.
///
/// Of a long column it looks at the rows whose fingerprints are small. Which ones those are depends on what they say
/// alone: the order of rows and columns changes nothing.
pub(super) fn gather(region: &Region<'_>, stages: &StageWords) -> Vec<Evidence> {
    let telling: Vec<&Row> = region.telling_rows().collect();
    let fingerprints: Vec<u64> = match telling.len() {
        short if short <= LOOKED_AT => vec![0; short],
        _ => telling.iter().map(|row| fingerprint(row)).collect(),
    };
    let gather_column = |index: u32| {
        let rows = telling.iter().zip(&fingerprints);
        let cells: Vec<(u64, &Cell)> =
            rows.filter_map(|(row, print)| Some((*print, region.cell(row, index)?))).collect();
        let mut tally = Tally {
            evidence: Evidence { rows: telling.len(), filled: cells.len(), ..Evidence::default() },
            ..Tally::default()
        };
        for cell in sample(&cells) {
            tally.look_at(cell, stages);
        }
        tally.evidence()
    };
    region.columns.iter().map(|column| gather_column(column.index)).collect()
}

/// The cells to look at: all of a short column, about [`LOOKED_AT`] of a long one.
fn sample<'a>(cells: &[(u64, &'a Cell)]) -> Vec<&'a Cell> {
    let up_to = |limit: u64| cells.iter().filter(move |(print, _)| *print <= limit).map(|(_, cell)| *cell).collect();
    if cells.len() > LOOKED_AT {
        let few: Vec<&Cell> = up_to(u64::MAX / cells.len() as u64 * LOOKED_AT as u64);
        // Rows that say the same have one fingerprint: where they are most of the table, all are looked at.
        if few.len() * 8 >= LOOKED_AT {
            return few;
        }
    }
    up_to(u64::MAX)
}

/// A number that tells rows apart by their cells, whatever the order of columns.
fn fingerprint(row: &Row) -> u64 {
    row.cells.iter().fold(0, |sum, (_, cell)| sum.wrapping_add(fingerprint_of(cell)))
}

fn fingerprint_of(cell: &Cell) -> u64 {
    match cell {
        Cell::Text(text) | Cell::Error(text) => mixed(text.as_bytes().chunks(8).fold(0, |so_far, chunk| {
            let mut word = [0; 8];
            word[..chunk.len()].copy_from_slice(chunk);
            mixed(so_far ^ u64::from_le_bytes(word))
        })),
        Cell::Number { value, .. } => mixed(value.to_bits()),
        Cell::Date(instant) => mixed(instant.and_utc().timestamp_millis().unsigned_abs()),
        Cell::Time(seconds) => mixed(u64::from(*seconds)),
        Cell::Bool(flag) => mixed(u64::from(*flag) + 1),
        Cell::Unevaluated => 0,
    }
}

/// Spreads a number over all bits (the finaliser of `SplitMix64`).
fn mixed(number: u64) -> u64 {
    let number = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ (number >> 31)
}

#[derive(Default)]
struct Tally<'a> {
    evidence: Evidence,
    texts: BTreeSet<&'a str>,
    known: BTreeSet<&'a str>,
    numbers_01: usize,
    numbers: usize,
}

impl<'a> Tally<'a> {
    fn look_at(&mut self, cell: &'a Cell, stages: &StageWords) {
        let evidence = &mut self.evidence;
        match cell {
            Cell::Error(_) | Cell::Unevaluated => return,
            Cell::Text(written) if text::is_placeholder(written) => return,
            Cell::Text(written) => {
                if self.texts.insert(written) && stages.meaning(written) != StageWord::Unknown {
                    self.known.insert(written);
                }
                evidence.known_stages += f64::from(u8::from(self.known.contains(&**written)));
                if let Ok(number) = written.trim().parse::<f64>() {
                    self.numbers += 1;
                    self.numbers_01 += usize::from(is_nought_or_one(number));
                }
                look_at_text(evidence, written);
            }
            Cell::Date(_) => {
                evidence.dates += 1.0;
                evidence.plain_dates += 1.0;
            }
            Cell::Time(_) => evidence.times += 1.0,
            Cell::Bool(_) => evidence.flags += 1.0,
            Cell::Number { value, percent } => {
                self.numbers += 1;
                self.numbers_01 += usize::from(is_nought_or_one(*value));
                evidence.amounts += 1.0;
                evidence.dates += f64::from(u8::from(date::is_serial(*value)));
                evidence.times += f64::from(u8::from((0.0..1.0).contains(value) && !percent));
                evidence.shares += f64::from(u8::from(*percent || (0.0..=100.0).contains(value)));
            }
        }
        evidence.seen += 1;
    }

    fn evidence(self) -> Evidence {
        let mut evidence = self.evidence;
        // Noughts and ones are yes and no only where there is nothing else.
        if self.numbers > 0 && self.numbers_01 == self.numbers {
            evidence.flags += self.numbers as f64;
        }
        evidence.distinct = self.texts.len();
        let seen = evidence.seen.max(1) as f64;
        for share in [
            &mut evidence.dates,
            &mut evidence.plain_dates,
            &mut evidence.periods,
            &mut evidence.times,
            &mut evidence.amounts,
            &mut evidence.shares,
            &mut evidence.flags,
            &mut evidence.ways,
            &mut evidence.words,
            &mut evidence.emails,
            &mut evidence.currencies,
            &mut evidence.known_stages,
        ] {
            *share /= seen;
        }
        evidence
    }
}

fn is_nought_or_one(value: f64) -> bool {
    [0_f64, 1.0].iter().any(|flag| flag.to_bits() == value.to_bits())
}

fn look_at_text(evidence: &mut Evidence, written: &str) {
    let written = written.trim();
    let count = |holds: bool| f64::from(u8::from(holds));
    let has_digit = written.bytes().any(|byte| byte.is_ascii_digit());
    if has_digit {
        let is_date = date::looks_like_date(written);
        evidence.dates += count(is_date);
        evidence.plain_dates += count(is_date && !written.bytes().all(|byte| byte.is_ascii_digit()));
        evidence.times += count(date::time_of_day(written).is_some());
        evidence.amounts += count(money::looks_like_amount(written));
        let share = written.trim_end_matches('%').trim_end().replace(',', ".").parse::<f64>();
        evidence.shares += count(share.is_ok_and(|share| (0.0..=100.0).contains(&share)));
        evidence.periods += count(date::period_end(written).is_some());
    } else {
        evidence.flags += count(mark::of_text(written).is_some());
        evidence.ways += count(written.len() <= 16 && WAYS.contains(&fold(written).as_str()));
    }
    evidence.words += count(written.chars().any(char::is_alphabetic));
    evidence.emails += count(written.contains('@') && !written.contains(' '));
    evidence.currencies += count(written.len() <= 4 && money::currency_of(written).is_some());
}

/// How people get in touch, folded.
#[rustfmt::skip] // words fill the lines
const WAYS: &[&str] = &[
    "telefon", "telefonicznie", "rozmowa", "phone", "call", "cold call", "anruf", "e mail", "email", "mail", "mailowo", "mailing",
    "formularz", "formularz www", "form", "web form", "www", "strona www", "strona", "web", "website", "sms", "chat", "czat",
    "messenger", "whatsapp", "facebook", "linkedin", "spotkanie", "meeting", "osobiscie", "wizyta", "visit", "lunch", "demo",
    "task", "zadanie", "note", "notatka", "follow up", "followup", "todo", "to do", "deadline", "besuch", "termin",
];
