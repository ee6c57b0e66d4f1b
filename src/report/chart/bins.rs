//! Hours from inquiry to first contact, to the columns of a picture. The limit of the promise always lies between
//! two columns, or, where the sheets have dates without times, in the middle of the day that it cuts.

use std::collections::BTreeSet;

use crate::diagnostic::Word;
use crate::i18n::Language;
use crate::measure::measures::{PromiseRecord, PromiseState};

/// A column of the scale: from more than the first up to the second, in the scale's unit; open at the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Bin {
    after: Option<u32>,
    up_to: Option<u32>,
}

/// Where an inquiry stands in the picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// In a column of the scale.
    On(Bin),
    /// Contacted; no time of day tells in which column.
    NoHour,
    /// Contacted, no cell tells when.
    Undated,
    /// Lost without contact.
    Lost,
    /// Still waiting.
    Waiting,
}

/// The columns of a picture.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Scale {
    unit: Unit,
    bins: Vec<Bin>,
    limit_hours: f64,
}

/// What the columns count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit {
    /// Elapsed minutes.
    Minutes,
    /// Differences of calendar dates.
    Days,
}

/// Usual ends of columns in hours.
const HOURS: [u32; 7] = [1, 4, 8, 24, 48, 72, 168];
/// Usual ends of columns in days.
const DAYS: [u32; 6] = [0, 1, 2, 3, 7, 14];
/// Columns are in hours when at least this share of the dated contacts tells them.
const MOSTLY: f64 = 0.5;

impl Scale {
    /// The scale that suits these records and puts the limit between two columns.
    pub(super) fn of(records: &[&PromiseRecord], limit_hours: f64) -> Self {
        let dated = || records.iter().filter(|record| matches!(record.state, PromiseState::Recorded(_)));
        let exact = dated().filter(|record| hours(record).is_some()).count();
        let in_hours = exact > 0 && exact as f64 >= MOSTLY * dated().count() as f64;
        let limit_hours = limit_hours.clamp(0.0, 24.0 * 3650.0);
        let (unit, ends): (Unit, BTreeSet<u32>) = if in_hours {
            let limit = (limit_hours * 60.0).round() as u32;
            (Unit::Minutes, HOURS.iter().map(|hours| hours * 60).chain([limit.max(1)]).collect())
        } else {
            let day = limit_day(limit_hours);
            (Unit::Days, DAYS.into_iter().chain([day.saturating_sub(1), day]).collect())
        };
        let after = [None].into_iter().chain(ends.iter().copied().map(Some));
        let up_to = ends.iter().copied().map(Some).chain([None]);
        let bins = after.zip(up_to).map(|(after, up_to)| Bin { after, up_to }).collect();
        Self { unit, bins, limit_hours }
    }

    /// The columns, short to long.
    pub(super) fn bins(&self) -> &[Bin] {
        &self.bins
    }

    /// Where a record stands.
    pub(super) fn place(&self, record: &PromiseRecord) -> Place {
        match record.state {
            PromiseState::Recorded(stop) => {
                let length = match self.unit {
                    Unit::Minutes => hours(record).map(|hours| hours * 60.0),
                    Unit::Days => Some((stop.date() - record.start.date()).num_days() as f64),
                };
                length.and_then(|length| self.bin(length)).map_or(Place::NoHour, Place::On)
            }
            PromiseState::Implied(_) => Place::Undated,
            PromiseState::LostWithout(_) | PromiseState::Vanished(_) => Place::Lost,
            PromiseState::Running => Place::Waiting,
        }
    }

    /// The place of the limit, counted in columns from the left.
    pub(super) fn limit_at(&self) -> f64 {
        let (end, inside) = match self.unit {
            Unit::Minutes => ((self.limit_hours * 60.0).round().max(1.0) as u32, 0.0),
            Unit::Days => (limit_day(self.limit_hours), 0.5),
        };
        let before = self.bins.iter().take_while(|bin| bin.up_to.is_some_and(|up_to| up_to <= end)).count();
        before as f64 - inside
    }

    /// What the column is called.
    pub(super) fn label(&self, bin: Bin, language: Language) -> String {
        match self.unit {
            Unit::Minutes => label_hours(bin, language),
            Unit::Days => label_days(bin, language),
        }
    }

    fn bin(&self, length: f64) -> Option<Bin> {
        let length = length.max(0.0);
        self.bins.iter().copied().find(|bin| bin.up_to.is_none_or(|up_to| length <= f64::from(up_to)))
    }
}

/// The elapsed hours, when both ends have a time of day.
fn hours(record: &PromiseRecord) -> Option<f64> {
    match (record.state, record.start) {
        (PromiseState::Recorded(stop), start) if stop.is_exact() && start.is_exact() => Some(record.clock.lo),
        _ => None,
    }
}

/// The difference of dates that the limit cuts: that many days may be within it or not.
fn limit_day(limit_hours: f64) -> u32 {
    (limit_hours / 24.0).floor() as u32
}

fn label_hours(bin: Bin, language: Language) -> String {
    const HOUR: u32 = 60;
    const DAY: u32 = 24 * HOUR;
    let (after, up_to) = (bin.after, bin.up_to);
    // Up to two days people think in hours.
    let in_days = after.is_some_and(|after| after >= 2 * DAY && after.is_multiple_of(DAY))
        && up_to.is_none_or(|up_to| up_to.is_multiple_of(DAY));
    let (key, unit) = if in_days { ("chart-bin-days", DAY) } else { ("chart-bin-hours", HOUR) };
    let number = |minutes: u32| crate::i18n::format::short_decimal(f64::from(minutes) / f64::from(unit), 1, language);
    let range = match (after, up_to) {
        (None, Some(up_to)) => format!("≤ {}", number(up_to)),
        (Some(after), Some(up_to)) => format!("{}–{}", number(after), number(up_to)),
        (Some(after), None) => format!("> {}", number(after)),
        (None, None) => String::new(),
    };
    language.say(key, &[("range", range.into())])
}

fn label_days(bin: Bin, language: Language) -> String {
    match (bin.after, bin.up_to) {
        (None, _) => language.text("chart-bin-same-day"),
        (Some(0), Some(1)) => language.text("chart-bin-next-day"),
        (Some(after), Some(up_to)) if up_to == after + 1 => language.say("count-days", &[("count", Word::from(up_to))]),
        (Some(after), Some(up_to)) => {
            language.say("chart-bin-days", &[("range", format!("{}–{up_to}", after + 1).into())])
        }
        (Some(after), None) => language.say("chart-bin-days", &[("range", format!("> {after}").into())]),
    }
}
