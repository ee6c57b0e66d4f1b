//! How long a customer waited for what was promised, as an interval of hours, and what that proves.
//!
//! A date without a time is the interval `[day, next day)`, so the hours between two moments are an interval
//! too: `lo = clock(start.hi → stop.lo)`, `hi = clock(start.lo → stop.hi)`. The promise is *met* when
//! `hi ≤ limit`, *missed* when `lo > limit` (or `lo = limit` where the start is a date on a day that counts:
//! the start lies strictly before its midnight), else the cells *cannot tell*. While nothing has happened only
//! `lo` is known: *missed* once it is over the limit, before that *pending*. A deal lost without it counts as
//! missed if it outlived the limit, else it is *excluded* (spam, duplicates), as are vanished deals.

use super::{Latency, PromiseState, Verdict};
use crate::calendar::{Calendar, Clock};
use crate::model::Moment;

/// Limits are compared with this tolerance in hours.
const TOLERANCE: f64 = 1e-9;

/// The wait of one customer on one clock, before any limit is held against it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wait {
    state: PromiseState,
    /// Least hours between start and stop, or waited so far.
    pub lo: f64,
    /// Most hours.
    pub hi: f64,
    /// The real wait is longer than `lo`, not equal to it.
    lo_is_open: bool,
    /// Least hours from the start to as-of.
    by_as_of: f64,
}

impl Wait {
    /// The wait that began at `start` and was stopped as `state` says.
    pub(super) fn new(calendar: &Calendar, clock: Clock, start: Moment, state: PromiseState, as_of: Moment) -> Self {
        let least = |stop| calendar.hours(clock, start.hi(), stop);
        let (stop_lo, stop_hi) = match state {
            PromiseState::Recorded(at) | PromiseState::LostWithout(at) | PromiseState::Vanished(at) => {
                (at.lo(), at.hi())
            }
            PromiseState::Implied(by) => (start.lo(), by.hi()),
            PromiseState::Running => (as_of.lo(), as_of.hi()),
        };
        let day_counts = match clock {
            Clock::Elapsed => true,
            Clock::Workdays => calendar.is_workday(start.date()),
            Clock::Office => false,
        };
        let lo = least(stop_lo);
        let is_exact = start.is_exact() && stop_lo == stop_hi;
        Self {
            state,
            lo,
            hi: if is_exact { lo } else { calendar.hours(clock, start.lo(), stop_hi) },
            lo_is_open: !start.is_exact() && day_counts,
            by_as_of: if stop_lo == as_of.lo() { lo } else { least(as_of.lo()) },
        }
    }

    /// What the wait means for a limit in hours.
    pub(super) fn verdict(&self, limit: f64) -> Verdict {
        let over = self.lo > limit + TOLERANCE || (self.lo_is_open && self.lo >= limit - TOLERANCE);
        match self.state {
            PromiseState::Vanished(_) => Verdict::Excluded,
            PromiseState::Running if !over => Verdict::Pending,
            PromiseState::LostWithout(_) if !over => Verdict::Excluded,
            PromiseState::Running | PromiseState::LostWithout(_) => Verdict::Missed,
            PromiseState::Recorded(_) | PromiseState::Implied(_) if self.hi <= limit + TOLERANCE => Verdict::Met,
            PromiseState::Recorded(_) | PromiseState::Implied(_) if over => Verdict::Missed,
            PromiseState::Recorded(_) | PromiseState::Implied(_) => Verdict::CannotTell,
        }
    }

    /// Whether a limit in hours has surely passed at as-of, whatever happened.
    pub(super) fn is_mature(&self, limit: f64) -> bool {
        self.by_as_of >= limit
    }

    /// Whether the stop is in the cells.
    pub(super) fn is_recorded(&self) -> bool {
        matches!(self.state, PromiseState::Recorded(_))
    }

    /// Whether the stop happened at an unknown time.
    pub(super) fn is_implied(&self) -> bool {
        matches!(self.state, PromiseState::Implied(_))
    }

    /// The wait held against a limit in hours.
    pub(super) fn latency(&self, limit: f64) -> Latency {
        let happened = self.is_recorded() || self.is_implied();
        Latency {
            lo: self.lo,
            hi: happened.then_some(self.hi),
            verdict: self.verdict(limit),
            mature: self.is_mature(limit),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::template::CalendarRule;

    const CASES: &str = include_str!("../../tests/fixtures/promise_cases.csv");

    #[test]
    fn every_case_comes_out_on_every_clock() {
        let weekdays = [true, true, true, true, true, false, false];
        let rule = CalendarRule { weekdays, office_hours: (9, 17), polish_holidays: true, days_off: Vec::new() };
        let calendar = Calendar::new(&rule);
        let mut cases = csv::Reader::from_reader(CASES.as_bytes());
        let rows: Vec<csv::StringRecord> = cases.records().collect::<Result<_, _>>().expect("the cases are CSV");
        assert_eq!(rows.len(), 38);
        for row in &rows {
            check(&calendar, row);
        }
    }

    /// What a case expects of each clock is its verdict with the least and the most hours, which were counted second by
    /// second over a calendar written down by hand; what has not happened has no most.
    #[track_caller]
    fn check(calendar: &Calendar, row: &csv::StringRecord) {
        let [limit, start, stop, as_of, state, elapsed, workdays, office, _] = row.iter().collect::<Vec<_>>()[..]
        else {
            panic!("nine columns")
        };
        let state = match state {
            "recorded" => PromiseState::Recorded(moment(stop)),
            "implied" => PromiseState::Implied(moment(stop)),
            "lost_without" => PromiseState::LostWithout(moment(stop)),
            "running" => PromiseState::Running,
            other => panic!("no such state: {other}"),
        };
        let limit: f64 = limit.parse().expect("hours");
        let told = |clock: Clock, limit: f64| {
            let latency = Wait::new(calendar, clock, moment(start), state, moment(as_of)).latency(limit);
            let hours = |hours: f64| ((hours * 1e4).round() / 1e4).to_string();
            format!("{} {}-{}", word(latency.verdict), hours(latency.lo), latency.hi.map(hours).unwrap_or_default())
        };
        // On office hours a day of the promise is an office day of eight hours.
        let got = [told(Clock::Elapsed, limit), told(Clock::Workdays, limit), told(Clock::Office, limit / 3.0)];
        assert_eq!(got, [elapsed, workdays, office], "{row:?}");
    }

    fn moment(text: &str) -> Moment {
        match text.parse() {
            Ok(day) => Moment::Day(day),
            Err(_) => Moment::At(text.parse().expect("an ISO moment")),
        }
    }

    fn word(verdict: Verdict) -> &'static str {
        match verdict {
            Verdict::Met => "met",
            Verdict::Missed => "missed",
            Verdict::CannotTell => "cannot_tell",
            Verdict::Pending => "pending",
            Verdict::Excluded => "excluded",
        }
    }
}
