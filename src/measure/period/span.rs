//! A rule and the as-of moment in, the days of the current period and of the one before out.

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::model::Moment;
use crate::settings::PeriodRule;

/// The days that a report on a period looks at.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Spans {
    pub current: Span,
    pub previous: Span,
    pub previous_so_far: Option<Span>,
}

/// Days from the first to the last, both counted.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Span {
    pub from: NaiveDate,
    pub to: NaiveDate,
    /// Whether they are all the days of the period, and over at as-of.
    pub complete: bool,
}

impl Span {
    pub(super) fn has(&self, day: NaiveDate) -> bool {
        self.from <= day && day <= self.to
    }
}

/// The period that as-of lies in, or the one before when it has only begun, with the one before that.
pub(super) fn spans(rule: PeriodRule, as_of: Moment) -> Spans {
    let today = as_of.date();
    let (earlier, from, to) = if let PeriodRule::Between(from, to) = rule {
        (from - Days::new((to - from).num_days().unsigned_abs() + 1), from, to)
    } else {
        let begun = first_day(rule, today);
        let from = if begun == today { before(rule, begun) } else { begun };
        (before(rule, from), from, day_before(after(rule, from)))
    };
    let previous = Span { from: earlier, to: day_before(from), complete: true };
    let is_over = match as_of {
        Moment::Day(day) => to <= day,
        Moment::At(instant) => to < instant.date(),
    };
    let run = (today.min(to) - from).num_days().max(0).unsigned_abs();
    let so_far = Span { to: (earlier + Days::new(run)).min(previous.to), complete: false, ..previous };
    Spans {
        current: Span { from, to: today.min(to).max(from), complete: is_over },
        previous,
        previous_so_far: (!is_over).then_some(so_far),
    }
}

/// The first day of the week, month or quarter of a day.
fn first_day(rule: PeriodRule, day: NaiveDate) -> NaiveDate {
    let first_of_month = day - Days::new(u64::from(day.day0()));
    match rule {
        PeriodRule::Week => day - Days::new(u64::from(day.weekday().num_days_from_monday())),
        PeriodRule::Month => first_of_month,
        PeriodRule::Quarter => first_of_month - Months::new(day.month0() % 3),
        PeriodRule::Between(from, _) => from,
    }
}

/// The first day of the period after the one that begins on this day.
fn after(rule: PeriodRule, from: NaiveDate) -> NaiveDate {
    match rule {
        PeriodRule::Week => from + Days::new(7),
        PeriodRule::Month => from + Months::new(1),
        PeriodRule::Quarter => from + Months::new(3),
        PeriodRule::Between(_, to) => to + Days::new(1),
    }
}

/// The first day of the period before the one that begins on this day.
fn before(rule: PeriodRule, from: NaiveDate) -> NaiveDate {
    first_day(rule, day_before(from))
}

fn day_before(day: NaiveDate) -> NaiveDate {
    day - Days::new(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn shown(span: Span) -> String {
        format!("{}..{}{}", span.from, span.to, if span.complete { "" } else { " so far" })
    }

    #[track_caller]
    fn check(rule: PeriodRule, as_of: &str, current: &str, previous: &str, so_far: Option<&str>) {
        let as_of = as_of.parse().map_or_else(|_| Moment::At(as_of.parse().expect("a moment")), Moment::Day);
        let spans = spans(rule, as_of);
        assert_eq!((shown(spans.current), shown(spans.previous)), (current.to_owned(), previous.to_owned()));
        assert_eq!(spans.previous_so_far.map(shown).as_deref(), so_far);
    }

    #[test]
    fn weeks_begin_on_monday_and_run_up_to_as_of() {
        let week = PeriodRule::Week;
        check(
            week,
            "2026-11-20",
            "2026-11-16..2026-11-20 so far",
            "2026-11-09..2026-11-15",
            Some("2026-11-09..2026-11-13 so far"),
        );
        check(week, "2026-11-22", "2026-11-16..2026-11-22", "2026-11-09..2026-11-15", None);
        // On Monday the week that is over is what there is to speak of.
        check(week, "2026-11-23", "2026-11-16..2026-11-22", "2026-11-09..2026-11-15", None);
        check(week, "2026-11-23T09:00:00", "2026-11-16..2026-11-22", "2026-11-09..2026-11-15", None);
        // In the evening of Sunday the week is not over.
        check(
            week,
            "2026-11-22T20:00:00",
            "2026-11-16..2026-11-22 so far",
            "2026-11-09..2026-11-15",
            Some("2026-11-09..2026-11-15 so far"),
        );
        // The first week of an ISO year may begin in the year before.
        check(week, "2026-01-04", "2025-12-29..2026-01-04", "2025-12-22..2025-12-28", None);
    }

    #[test]
    fn months_and_quarters_have_their_own_lengths() {
        check(PeriodRule::Month, "2026-03-31", "2026-03-01..2026-03-31", "2026-02-01..2026-02-28", None);
        check(
            PeriodRule::Month,
            "2026-03-30",
            "2026-03-01..2026-03-30 so far",
            "2026-02-01..2026-02-28",
            Some("2026-02-01..2026-02-28 so far"),
        );
        check(PeriodRule::Month, "2026-03-01", "2026-02-01..2026-02-28", "2026-01-01..2026-01-31", None);
        check(
            PeriodRule::Quarter,
            "2026-02-10",
            "2026-01-01..2026-02-10 so far",
            "2025-10-01..2025-12-31",
            Some("2025-10-01..2025-11-10 so far"),
        );
    }

    #[test]
    fn days_of_ones_own_are_held_against_as_many_before() {
        let between = PeriodRule::Between(day("2026-03-05"), day("2026-03-10"));
        check(between, "2026-11-20", "2026-03-05..2026-03-10", "2026-02-27..2026-03-04", None);
        check(
            between,
            "2026-03-06",
            "2026-03-05..2026-03-06 so far",
            "2026-02-27..2026-03-04",
            Some("2026-02-27..2026-02-28 so far"),
        );
    }

    proptest! {
        #[test]
        fn periods_leave_no_day_out_and_count_none_twice(days in 0_u64..20_000, rule in 0_usize..3) {
            let rule = [PeriodRule::Week, PeriodRule::Month, PeriodRule::Quarter][rule];
            let today = day("2000-01-01") + Days::new(days);
            let spans = spans(rule, Moment::Day(today));
            prop_assert_eq!(spans.previous.to.succ_opt(), Some(spans.current.from));
            prop_assert_eq!(first_day(rule, spans.previous.from), spans.previous.from);
            prop_assert!(spans.current.from < today && spans.current.to <= today);
            prop_assert_eq!(after(rule, spans.previous.from), spans.current.from);
            if let Some(so_far) = spans.previous_so_far {
                let run = |span: Span| (span.to - span.from).num_days();
                prop_assert!(run(so_far) <= run(spans.current) && so_far.to <= spans.previous.to);
            }
        }
    }
}
