//! The cells of a column in, what kind of cells they are out: shares of dates, amounts, stage words, yes and no.

use std::collections::BTreeSet;

use super::header::Region;
use super::stage::{StageWord, StageWords};
use super::value::{date, money, text};
use crate::read::{Cell, Row};

/// What the cells of a column are. Shares are of the cells looked at, placeholders left aside.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Evidence {
    /// Cells with something in them, placeholders included.
    pub(super) filled: usize,
    /// Cells looked at.
    pub(super) seen: usize,
    /// Different texts among them, counted up to [`WORDS_REMEMBERED`].
    pub(super) distinct: usize,
    /// Dates, and numbers that can be dates.
    pub(super) dates: f64,
    /// Dates that are nothing else: date cells and texts.
    pub(super) plain_dates: f64,
    /// Times of day.
    pub(super) times: f64,
    /// Numbers, and texts that read as amounts.
    pub(super) amounts: f64,
    /// Numbers between 0 and 1, between 0 and 100, or shown as percentages.
    pub(super) shares: f64,
    /// Yes and no, in words or as TRUE, FALSE, 1 and 0.
    pub(super) flags: f64,
    /// Texts with letters.
    pub(super) words: f64,
    /// E-mail addresses.
    pub(super) emails: f64,
    /// Currencies.
    pub(super) currencies: f64,
    /// Stage and outcome words that lejek knows, by cells.
    pub(super) known_stages: f64,
}

/// So many cells of a column are looked at one by one, of the rest every so-many-th: enough for shares.
const LOOKED_AT: usize = 120;
const THEN_EVERY: usize = 16;

/// Different texts that are counted; more are as good as all different.
pub(super) const WORDS_REMEMBERED: usize = 200;

/// Different texts that are tried as stage words.
const STAGE_WORDS_TRIED: usize = 60;

/// Looks at the cells of every column of a table.
pub(super) fn gather(region: &Region<'_>, stages: &StageWords) -> Vec<Evidence> {
    let rows: Vec<&Row> = region.telling_rows().collect();
    let gather_column = |index: u32| {
        let mut tally = Tally::default();
        for row in &rows {
            if let Some(cell) = region.cell(row, index) {
                tally.evidence.filled += 1;
                if tally.evidence.filled <= LOOKED_AT || tally.evidence.filled % THEN_EVERY == 0 {
                    tally.look_at(cell, stages);
                }
            }
        }
        tally.evidence()
    };
    region.columns.iter().map(|column| gather_column(column.index)).collect()
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
                // A column of stages has few words; what comes after many need not be remembered.
                let new = self.texts.len() < WORDS_REMEMBERED && self.texts.insert(written);
                if new && self.texts.len() <= STAGE_WORDS_TRIED && stages.meaning(written) != StageWord::Unknown {
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
            &mut evidence.times,
            &mut evidence.amounts,
            &mut evidence.shares,
            &mut evidence.flags,
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
    } else if written.len() <= 5 {
        evidence.flags += count(FLAGS.iter().any(|flag| flag.eq_ignore_ascii_case(written)));
    }
    evidence.words += count(written.chars().any(char::is_alphabetic));
    evidence.emails += count(written.contains('@') && !written.contains(' '));
    evidence.currencies += count(written.len() <= 4 && money::currency_of(written).is_some());
}

const FLAGS: &[&str] = &["tak", "nie", "yes", "no", "true", "false", "x", "t", "n", "y", "f"];
