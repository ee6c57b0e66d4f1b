//! Hours from inquiry to first contact, to the columns of a picture. The limit of the promise always lies between
//! two columns, or, where the sheets have dates without times, in the middle of the day that it cuts.

use std::collections::BTreeSet;

use crate::diagnostic::Word;
use crate::i18n::{Language, format};
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
    /// Lost; no sheet tells whether there was a contact before.
    LostUntold,
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
    let number = |minutes: u32| format::short_decimal(f64::from(minutes) / f64::from(unit), 1, language);
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

#[cfg(test)]
mod tests {
    use chrono::{NaiveDate, TimeDelta};

    use super::*;
    use crate::measure::measures::{Latency, Verdict};
    use crate::model::Moment;

    fn record(start: Moment, state: PromiseState) -> PromiseRecord {
        let lo = match state {
            PromiseState::Recorded(stop) => start.days_until(stop) * 24.0,
            _ => 0.0,
        };
        let latency = Latency { lo, hi: Some(lo), verdict: Verdict::Met, mature: true };
        PromiseRecord { deal: 0, start, state, clock: latency, workdays: latency, office: latency }
    }

    fn day(number: i64) -> Moment {
        let first = NaiveDate::from_ymd_opt(2026, 3, 2).expect("a day");
        Moment::Day(first + TimeDelta::days(number))
    }

    fn after(minutes: i64) -> PromiseRecord {
        let start = day(0).lo();
        record(Moment::At(start), PromiseState::Recorded(Moment::At(start + TimeDelta::minutes(minutes))))
    }

    /// The label of the column that each record comes into, and where the limit stands.
    #[track_caller]
    fn check(records: &[PromiseRecord], limit_hours: f64, expected: &[&str], limit_at: f64) {
        let all: Vec<&PromiseRecord> = records.iter().collect();
        let scale = Scale::of(&all, limit_hours);
        let shown: Vec<String> = records
            .iter()
            .map(|record| match scale.place(record) {
                Place::On(bin) => scale.label(bin, Language::En),
                apart => format!("{apart:?}"),
            })
            .collect();
        assert_eq!(shown, expected);
        assert!((scale.limit_at() - limit_at).abs() < 1e-9, "{}", scale.limit_at());
    }

    #[test]
    fn exact_times_come_into_columns_of_hours() {
        let records = [0, 60, 61, 1440, 1441, 2881, 10_080, 10_081].map(after);
        let expected = ["≤ 1 h", "≤ 1 h", "1–4 h", "8–24 h", "24–48 h", "2–3 days", "3–7 days", "> 7 days"];
        check(&records, 24.0, &expected, 4.0);
    }

    #[test]
    fn dates_come_into_columns_of_days_and_the_limit_cuts_one() {
        let records = [0, 1, 2, 5, 9, 20].map(|days| record(day(0), PromiseState::Recorded(day(days))));
        let expected = ["same day", "next day", "2 days", "4–7 days", "8–14 days", "> 14 days"];
        check(&records, 24.0, &expected, 1.5);
    }

    #[test]
    fn any_limit_gets_a_column_end_of_its_own() {
        check(&[after(10 * 60), after(13 * 60)], 12.0, &["8–12 h", "12–24 h"], 4.0);
        check(&[after(200 * 60)], 240.0, &["7–10 days"], 8.0);
        let fifth = record(day(0), PromiseState::Recorded(day(5)));
        check(&[fifth], 120.0, &["5 days"], 5.5);
        check(&[after(1)], f64::MAX, &["≤ 1 h"], 8.0);
    }

    #[test]
    fn what_has_no_length_stands_apart() {
        let stop = Moment::At(day(1).lo());
        let mixed = record(day(0), PromiseState::Recorded(stop));
        let undated = record(day(0), PromiseState::Implied(stop));
        let lost = record(day(0), PromiseState::LostWithout(stop));
        let waiting = record(day(0), PromiseState::Running);
        check(
            &[after(5), after(9), mixed, undated, lost, waiting],
            24.0,
            &["≤ 1 h", "≤ 1 h", "NoHour", "Undated", "Lost", "Waiting"],
            4.0,
        );
    }
}
