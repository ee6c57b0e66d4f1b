//! Cells of a date column in, moments out.
//!
//! Whether `03/04/2026` is a day of March or of April is decided once for the whole column, never cell by cell.
//! Zones are not converted: the sheet's own clock counts.

mod period;
mod written;

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike};

pub(in crate::recognise) use self::period::period_end;
use self::written::{Form, Written};
use super::text::is_placeholder;
use crate::i18n::Language;
use crate::model::Moment;
use crate::read::Cell;
use crate::template::DateOrder as Order;

pub(in crate::recognise) use self::written::{is_month_name, month_of, time_of_day};

/// What the texts of a column say about the order of day and month.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::recognise) struct OrderEvidence {
    day_first: usize,
    month_first: usize,
    /// Texts that read differently in either order.
    open: usize,
    /// Of those, the ones with slashes, which both orders use.
    slashed: usize,
}

impl OrderEvidence {
    /// Takes in one more cell.
    pub(in crate::recognise) fn add(&mut self, cell: &Cell) {
        let Cell::Text(text) = cell else { return };
        let Some(Written { form: Form::Numbers { first, second, slashed, .. }, .. }) = Written::scan(text) else {
            return;
        };
        match (first > 12, second > 12) {
            (true, false) => self.day_first += 1,
            (false, true) => self.month_first += 1,
            (false, false) if first != second => {
                self.open += 1;
                self.slashed += usize::from(slashed);
            }
            _ => {}
        }
    }

    /// Whether there are texts in which one number is the day and another the month.
    pub(in crate::recognise) fn has_numbers(&self) -> bool {
        self.day_first + self.month_first + self.open > 0
    }

    /// Whether there is a text that reads differently in either order.
    pub(in crate::recognise) fn is_open(&self) -> bool {
        self.open > 0
    }

    /// The order that the cells prove; none when they prove nothing, or both.
    pub(in crate::recognise) fn proved(&self) -> Option<Order> {
        match self.day_first.cmp(&self.month_first) {
            std::cmp::Ordering::Greater => Some(Order::DayFirst),
            std::cmp::Ordering::Less => Some(Order::MonthFirst),
            std::cmp::Ordering::Equal => None,
        }
    }

    /// The order to read the column in, and whether it is but assumed although it matters.
    ///
    /// A column that proves nothing follows another column of the sheet that does; else only English headers
    /// over dates with slashes speak for the month.
    pub(in crate::recognise) fn settle(
        &self,
        sibling: Option<Order>,
        language: Option<Language>,
    ) -> (Order, Certainty) {
        if let Some(order) = self.proved().or(sibling) {
            return (order, Certainty::Proved);
        }
        let order = match language {
            Some(Language::En) if self.slashed > 0 => Order::MonthFirst,
            _ => Order::DayFirst,
        };
        // Dots are written day first everywhere; only slashes and hyphens leave a doubt.
        let doubt = self.slashed > 0 || self.day_first > 0;
        (order, if self.open > 0 && doubt { Certainty::Assumed } else { Certainty::Proved })
    }
}

/// Whether an order is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::recognise) enum Certainty {
    /// The cells tell, or it makes no difference.
    Proved,
    /// The cells do not tell.
    Assumed,
}

/// What a cell of a date column says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::recognise) enum Reading {
    /// Nothing.
    Blank,
    /// A moment.
    Moment(Moment),
    /// A moment whose year the cell leaves out and its neighbours give.
    YearAssumed(Moment),
    /// A day and a month, and nothing around that gives the year.
    YearMissing,
    /// A month, quarter or week without a day; its last day.
    Period(NaiveDate),
    /// Something, but no date.
    Unreadable,
}

/// Reads a cell; `near` is a date from its neighbourhood, for dates without a year.
pub(in crate::recognise) fn read(cell: &Cell, order: Order, near: Option<NaiveDate>) -> Reading {
    let moment = match cell {
        Cell::Error(_) | Cell::Unevaluated => return Reading::Blank,
        Cell::Date(instant) => sane(moment_of(*instant)),
        Cell::Number { value, .. } => of_number(*value),
        Cell::Time(_) | Cell::Bool(_) => None,
        Cell::Text(text) if is_placeholder(text) => return Reading::Blank,
        Cell::Text(text) => return read_text(text, order, near),
    };
    moment.map_or(Reading::Unreadable, Reading::Moment)
}

/// Whether a text reads as a date in one order or the other.
pub(in crate::recognise) fn looks_like_date(text: &str) -> bool {
    Written::scan(text).is_some()
}

/// Whether a number can be a date: a serial of our time, or `20260312`.
pub(in crate::recognise) fn is_serial(value: f64) -> bool {
    of_number(value).is_some()
}

fn read_text(text: &str, order: Order, near: Option<NaiveDate>) -> Reading {
    let Some(written) = Written::scan(text) else {
        return period_end(text).map_or(Reading::Unreadable, Reading::Period);
    };
    let day_and_month = |first, second| match order {
        Order::DayFirst => (first, second),
        Order::MonthFirst => (second, first),
    };
    let dated = |date: Option<NaiveDate>| date.and_then(|date| sane(at_time(date, written.time)));
    let near_to = |day, month| match near {
        Some(near) => dated(nearest(day, month, near)).map_or(Reading::Unreadable, Reading::YearAssumed),
        // A leap year tells whether there can be such a day at all.
        None if NaiveDate::from_ymd_opt(2000, month, day).is_some() => Reading::YearMissing,
        None => Reading::Unreadable,
    };
    match written.form {
        Form::Serial(value) => of_number(value).map_or(Reading::Unreadable, Reading::Moment),
        Form::Full { year, month, day } => {
            dated(NaiveDate::from_ymd_opt(year, month, day)).map_or(Reading::Unreadable, Reading::Moment)
        }
        Form::Numbers { first, second, year: Some(year), .. } => {
            let (day, month) = day_and_month(first, second);
            dated(NaiveDate::from_ymd_opt(year, month, day)).map_or(Reading::Unreadable, Reading::Moment)
        }
        Form::Numbers { first, second, year: None, .. } => {
            let (day, month) = day_and_month(first, second);
            near_to(day, month)
        }
        Form::Yearless { month, day } => near_to(day, month),
    }
}

/// This day in the year that brings it closest to `near`.
fn nearest(day: u32, month: u32, near: NaiveDate) -> Option<NaiveDate> {
    (near.year() - 1..=near.year() + 1)
        .filter_map(|year| NaiveDate::from_ymd_opt(year, month, day))
        .min_by_key(|date| (*date - near).num_days().abs())
}

/// A serial number of the 1900 date system, or `20260312`. The reader of a workbook has turned the serials of
/// the 1904 system into dates before.
fn of_number(value: f64) -> Option<Moment> {
    const FIRST: f64 = 32_874.0; // 1990-01-01
    const LAST: f64 = 73_415.0; // 2101-01-01
    if (FIRST..LAST).contains(&value) {
        let zero = NaiveDate::from_ymd_opt(1899, 12, 30)?.and_time(NaiveTime::MIN);
        let seconds = (value * 86_400.0).round() as i64;
        return Some(moment_of(zero + TimeDelta::try_seconds(seconds)?));
    }
    let whole = value as u32;
    let compact = value.fract() == 0.0 && (19_900_101..=21_001_231).contains(&whole);
    let date = NaiveDate::from_ymd_opt((whole / 10_000) as i32, whole / 100 % 100, whole % 100);
    if compact { date.map(Moment::Day) } else { None }
}

/// Midnight is a date without a time: that is how spreadsheets and exports write plain dates.
fn moment_of(instant: NaiveDateTime) -> Moment {
    at_time(instant.date(), Some(instant.time()))
}

fn at_time(date: NaiveDate, time: Option<NaiveTime>) -> Moment {
    match time {
        Some(time) if time.num_seconds_from_midnight() > 0 || time.nanosecond() > 0 => Moment::At(date.and_time(time)),
        _ => Moment::Day(date),
    }
}

/// Sales happen between 1990 and 2100; anything else is a slip of the pen.
fn sane(moment: Moment) -> Option<Moment> {
    (1990..=2100).contains(&moment.date().year()).then_some(moment)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn show(reading: Reading) -> String {
        let moment = |moment| match moment {
            Moment::Day(day) => day.to_string(),
            Moment::At(instant) => instant.to_string(),
        };
        match reading {
            Reading::Blank => "blank".into(),
            Reading::Unreadable => "unreadable".into(),
            Reading::Moment(at) => moment(at),
            Reading::YearAssumed(at) => format!("{} assumed", moment(at)),
            Reading::YearMissing => "no year".into(),
            Reading::Period(end) => format!("until {end}"),
        }
    }

    #[track_caller]
    fn check(text: &str, expect: &str) {
        let near = NaiveDate::from_ymd_opt(2025, 12, 20);
        assert_eq!(show(read(&Cell::Text(text.into()), Order::DayFirst, near)), expect, "{text}");
    }

    #[test]
    fn dates_as_people_and_programs_write_them() {
        for text in [
            "12.03.2026",
            "12.3.2026",
            " 12.03.2026 ",
            "12.03.26",
            "12-03-2026",
            "12/3/2026",
            "2026-03-12",
            "2026.03.12",
            "2026/3/12",
            "20260312",
            "2026-03-12 00:00:00",
            "2026-03-12T00:00:00Z",
            "12 mar 2026 r.",
            "12 marca 2026",
            "12 marzec 2026",
            "12 III 2026",
            "12.III.2026",
            "Mar 12, 2026",
            "March 12th, 2026",
            "12 Mar, 2026",
            "12. März 2026",
            "12. Mrz. 2026",
            "Do, 12.03.2026",
            "12 mar '26",
            "12-Mar-26",
            "Thursday, March 12, 2026",
            "12.03.2026 (czwartek)",
            "czw. 12.03.2026",
            "dnia 12.03.2026 r.",
            "46093",
            "46093,0",
            "2026-03-12 UTC",
        ] {
            check(text, "2026-03-12");
        }
    }

    #[test]
    fn times_of_day_are_kept() {
        for text in [
            "2026-03-12 14:05",
            "2026-03-12T14:05:00",
            "2026-03-12T14:05:00Z",
            "2026-03-12 14:05:00.000 UTC",
            "2026-03-12T14:05:00+01:00",
            "12.03.2026 14:05",
            "12.03.2026, godz. 14:05",
            "12/03/26 02:05 PM",
            "12 Mar, 2026 14:05:00",
            "12 marca 2026 o 14:05",
            "14:05 12.03.2026",
            "12.03.2026 14:05 Uhr",
        ] {
            check(text, "2026-03-12 14:05:00");
        }
        check("2023-01-09T09:04:27.21Z", "2023-01-09 09:04:27.210");
        check("2023-02-17 04:15:01.155000 UTC", "2023-02-17 04:15:01.155");
        check("12.03.2026 12:10 AM", "2026-03-12 00:10:00");
    }

    #[test]
    fn a_missing_year_comes_from_the_neighbours() {
        check("12.12", "2025-12-12 assumed");
        check("03.01.", "2026-01-03 assumed");
        check("5 stycznia", "2026-01-05 assumed");
        let reading = read(&Cell::Text("12.03".into()), Order::DayFirst, None);
        assert_eq!(show(reading), "no year", "no neighbour, no year");
        let reading = read(&Cell::Text("31.02".into()), Order::DayFirst, None);
        assert_eq!(show(reading), "unreadable", "no year has this day");
    }

    #[test]
    fn what_no_calendar_has_is_refused() {
        for text in [
            "31.02.2026",
            "32.01.2026",
            "12.13.2026",
            "12.03.0026",
            "12.03.1926",
            "marzec",
            "wkrótce",
            "12",
            "tel. 12 345 67 89",
            "oferta 12/2026/A",
            "X-1",
            "V/12",
            "2026-03-12 25:00",
            "1234.5",
        ] {
            check(text, "unreadable");
        }
        for text in ["-", "brak", "do uzgodnienia", "n/a"] {
            check(text, "blank");
        }
        for text in ["marzec 2026", "03.2026", "2026-03", "Q1 2026"] {
            check(text, "until 2026-03-31");
        }
    }

    #[test]
    fn numbers_are_serials_only_where_a_sale_can_be() {
        let number = |value| show(read(&Cell::Number { value, percent: false }, Order::DayFirst, None));
        assert_eq!(number(46_093.0), "2026-03-12");
        assert_eq!(number(46_093.586_805_555_56), "2026-03-12 14:05:00");
        assert_eq!(number(20_260_312.0), "2026-03-12");
        assert_eq!(number(12.0), "unreadable");
        assert_eq!(number(20_261_312.0), "unreadable");
    }

    #[track_caller]
    fn check_order(column: &[&str], language: Option<Language>, expect: (Order, Certainty)) {
        let mut evidence = OrderEvidence::default();
        for text in column {
            evidence.add(&Cell::Text((*text).into()));
        }
        assert_eq!(evidence.settle(None, language), expect, "{column:?}");
    }

    #[test]
    fn the_order_is_decided_for_the_whole_column() {
        use Certainty::{Assumed, Proved};
        use Language::{En, Pl};
        use Order::{DayFirst, MonthFirst};
        check_order(&["03/04/2026", "23/04/2026"], Some(En), (DayFirst, Proved));
        check_order(&["03/04/2026", "04/23/26 08:55 PM"], Some(Pl), (MonthFirst, Proved));
        check_order(&["03/04/2026"], Some(Pl), (DayFirst, Assumed));
        check_order(&["03/04/2026"], Some(En), (MonthFirst, Assumed));
        check_order(&["04/04/2026"], Some(En), (DayFirst, Proved));
        check_order(&["03.04.2026"], Some(En), (DayFirst, Proved));
        check_order(&["2026-04-03"], None, (DayFirst, Proved));
    }

    #[test]
    fn a_column_that_proves_nothing_follows_its_sibling() {
        let mut evidence = OrderEvidence::default();
        evidence.add(&Cell::Text("03/04/2026".into()));
        assert_eq!(
            evidence.settle(Some(Order::MonthFirst), Some(Language::Pl)),
            (Order::MonthFirst, Certainty::Proved)
        );
    }
}
