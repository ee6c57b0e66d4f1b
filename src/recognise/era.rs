//! The name of a sheet, that of its file, and the day of the report in, the time in which the sheet's dates lie out:
//! what gives the year to a date without one where no date around it has one.

use std::path::Path;

use chrono::{Days, NaiveDate};

use super::relate::names;
use crate::read::Sheet;
use crate::template::Field;

/// The time in which the dates of a sheet lie.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Era {
    /// Around this day: the middle of the month or year that a name gives.
    Around(NaiveDate),
    /// Up to this day: that of a copy, or of the report.
    Until(NaiveDate),
}

/// What happened lies in the year before the day of the report, so around this many days before it.
const HALF_A_YEAR: Days = Days::new(182);

impl Era {
    /// What the sheet's name says, else the file's, else the day of the report.
    pub(super) fn of(sheet: &Sheet, file: &str, as_of: NaiveDate) -> Self {
        let stem = Path::new(file).file_stem().map(|stem| stem.to_string_lossy().replace('_', " "));
        let mut named = [sheet.name.as_deref(), stem.as_deref()].into_iter().flatten();
        named.find_map(Self::named).unwrap_or(Self::Until(as_of))
    }

    fn named(name: &str) -> Option<Self> {
        let meaning = names::read(name, &[], None);
        let month = || meaning.period.filter(|_| !names::is_year(name)).and_then(|period| period.first_day(None));
        let year = || names::year(name).and_then(|year| NaiveDate::from_ymd_opt(year, 7, 1));
        meaning.day.map(Self::Until).or_else(|| month().or_else(year).map(Self::Around))
    }

    /// The day to which the dates of a column are close.
    pub(super) fn near(self, field: &Field) -> NaiveDate {
        match (self, field) {
            (Self::Around(day), _)
            | (Self::Until(day), Field::ExpectedClose | Field::CloseDate | Field::NextStepOn) => day,
            (Self::Until(day), _) => day.checked_sub_days(HALF_A_YEAR).unwrap_or(day),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recognise::fixture::grid;

    #[track_caller]
    fn check(sheet: &str, file: &str, expect: &str) {
        let as_of = NaiveDate::from_ymd_opt(2026, 6, 15).expect("a day");
        let era = Era::of(&Sheet { name: Some(sheet.into()), ..grid("Klient") }, file, as_of);
        let shown = match era {
            Era::Around(day) => format!("around {day}"),
            Era::Until(day) => format!("until {day}"),
        };
        assert_eq!(shown, expect, "{sheet} of {file}");
    }

    #[test]
    fn names_place_a_sheet_in_time_and_the_report_does_otherwise() {
        check("Arkusz1", "lejek.xlsx", "until 2026-06-15");
        check("Styczeń 2025", "lejek_2026-02-14.xlsx", "around 2025-01-01");
        check("Arkusz1", "lejek_2026-02-14.xlsx", "until 2026-02-14");
        check("Arkusz1", "2024/sprzedaż 2025.xlsx", "around 2025-07-01");
        check("Rok 2025", "lejek.xlsx", "around 2025-07-01");
        check("2025", "lejek.xlsx", "around 2025-07-01");
        check("Q3 2025", "lejek.xlsx", "around 2025-07-01");
        check("Maj", "lejek 2025.xlsx", "around 2025-07-01");
    }

    #[test]
    fn what_happened_is_behind_and_what_is_planned_is_close() {
        let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).expect("a day");
        let era = Era::Until(day(2026, 6, 15));
        assert_eq!(era.near(&Field::Inquiry), day(2025, 12, 15));
        assert_eq!(era.near(&Field::ExpectedClose), day(2026, 6, 15));
    }
}
