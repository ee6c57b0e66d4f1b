//! Promises: a call within so many hours of the inquiry, a follow-up within so many hours of the offer.
//!
//! Each deal to which a promise applies has one record. The clock starts at the first visit to the promise's
//! first stage; where that is the bottom of the ladder, at the inquiry: the deal's first entry, if it lies
//! below the stage of the stop. It stops at the first later visit to the stop stage. A deal that jumped over
//! that stage got it at some time up to the jump. How waits are judged is in `latency`.
//!
//! The share kept counts *mature* records only: those whose limit has surely passed at as-of. Counting deals
//! called today while those still waiting are left out would flatter it. It is a range: `met/n` to
//! `(met + cannot tell)/n`, each end with Wilson's interval. Quantiles of the hours are Kaplan–Meier's, with
//! waiting and lost deals censored.
//!
//! Three clocks run side by side: all hours, hours of working days, and office hours, on which 24 hours of the limit
//! are one office day.

use super::latency::Wait;
use super::stats::proportion::{share, wilson};
use super::stats::survival::{Curve, Exit};
use super::way::{Entry, Way};
use super::{Interval, Measured, Unmeasured};
use crate::calendar::{Calendar, Clock};
use crate::model::{Book, DealState, Entered, Moment, Promise};

/// A promise, measured.
#[derive(Debug, Clone, PartialEq)]
pub struct PromiseResult {
    /// Hours within which it is kept.
    pub limit_hours: f64,
    /// On elapsed hours: what the customer lives through; the headline.
    pub clock: PromiseOnClock,
    /// On hours of working days: the list to work off and the comparison of sellers.
    pub workdays: PromiseOnClock,
    /// On office hours, a day of the limit taken as an office day.
    pub office: PromiseOnClock,
    /// One record a deal to which the promise applies, in the order of the book.
    pub records: Vec<PromiseRecord>,
    /// Deals to which it applies but whose start has no date.
    pub without_start: usize,
    /// Whether any start or stop has a time of day.
    pub has_times: bool,
}

/// A promise on one clock. Only mature records count: those whose limit has surely passed at as-of.
#[derive(Debug, Clone, PartialEq)]
pub struct PromiseOnClock {
    /// Hours of this clock within which the promise is kept.
    pub limit_hours: f64,
    /// Mature records with a verdict: met + missed + cannot tell.
    pub n: usize,
    /// Mature records by verdict.
    pub mature: Verdicts,
    /// Records whose limit may not have passed.
    pub not_mature: usize,
    /// Deals still waiting with the limit surely passed, in the order of the book.
    pub open_overdue: Vec<usize>,
    /// Least the share kept can be.
    pub share_low: Option<f64>,
    /// Most it can be.
    pub share_high: Option<f64>,
    /// Wilson interval of the least.
    pub share_low_ci: Option<Interval>,
    /// Wilson interval of the most.
    pub share_high_ci: Option<Interval>,
    /// Shares within other numbers of hours.
    pub within_hours: Vec<ShareWithin>,
    /// Quantiles 50, 75, 90 % of the hours (Kaplan–Meier), when every start has a time of day.
    pub km_hours: Option<[Option<f64>; 3]>,
}

impl PromiseOnClock {
    /// Whether the cells decide at least a quarter of the records: a range over nearly all shares tells nothing.
    pub fn is_told(&self) -> bool {
        4 * self.mature.cannot_tell <= 3 * self.n
    }
}

/// Records by verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Verdicts {
    /// Kept.
    pub met: usize,
    /// Broken.
    pub missed: usize,
    /// The cells do not decide.
    pub cannot_tell: usize,
    /// Lost before the limit, or vanished.
    pub excluded: usize,
    /// Still running.
    pub pending: usize,
}

/// The share kept had the limit been another.
#[derive(Debug, Clone, PartialEq)]
pub struct ShareWithin {
    /// The limit in hours.
    pub hours: f64,
    /// Mature records.
    pub n: usize,
    /// Least.
    pub low: Option<f64>,
    /// Most.
    pub high: Option<f64>,
}

/// One deal and a promise.
#[derive(Debug, Clone, PartialEq)]
pub struct PromiseRecord {
    /// Which deal.
    pub deal: usize,
    /// When the clock started.
    pub start: Moment,
    /// What stopped it.
    pub state: PromiseState,
    /// On elapsed hours.
    pub clock: Latency,
    /// On hours of working days.
    pub workdays: Latency,
    /// On office hours.
    pub office: Latency,
}

/// What stopped the clock of a promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PromiseState {
    /// The stop is dated.
    Recorded(Moment),
    /// It happened at some time up to this moment: a later stage was entered, or as-of, when the stop is undated.
    /// So also (as-of) for a loss on an unknown way, where it may not have happened at all.
    Implied(Moment),
    /// Lost without it, at this moment, or, when the loss is undated, some time after it.
    LostWithout(Moment),
    /// Vanished without it, likewise.
    Vanished(Moment),
    /// Still waiting.
    Running,
}

/// Hours between start and stop, as an interval, and what they mean for the promise.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Latency {
    /// Least hours.
    pub lo: f64,
    /// Most hours; none while it has not happened.
    pub hi: Option<f64>,
    /// The verdict.
    pub verdict: Verdict,
    /// Whether the limit has surely passed at as-of.
    pub mature: bool,
}

/// Verdict on a promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// Kept.
    Met,
    /// Broken.
    Missed,
    /// The cells do not decide.
    CannotTell,
    /// Running, limit not surely passed.
    Pending,
    /// Does not count.
    Excluded,
}

/// Other limits, in hours, under which the share of first contacts is shown.
pub(super) const FIRST_CONTACT_HOURS: &[f64] = &[5.0 / 60.0, 1.0, 24.0, 48.0];

/// Other limits, in hours, under which the share of follow-ups is shown.
pub(super) const FOLLOW_UP_HOURS: &[f64] = &[24.0, 48.0];

/// Measures one promise over all deals.
pub(super) fn promise(
    book: &Book,
    ways: &[Way<'_>],
    promise: Option<&Promise>,
    calendar: &Calendar,
    hours: &[f64],
) -> Measured<PromiseResult> {
    let Some(course) = promise.and_then(|promise| Course::of(book, promise)) else {
        return Measured::Unknown(Unmeasured::NoStage);
    };
    let applies: Vec<(&Way<'_>, usize)> =
        ways.iter().filter_map(|way| course.start(way).map(|place| (way, place))).collect();
    let started: Vec<Started> = applies.iter().filter_map(|(way, place)| course.follow(way, *place)).collect();
    if let Some(reason) = unmeasured(&applies, &started) {
        return Measured::Unknown(reason);
    }
    let limit = course.promise.within_hours;
    let office = |hours: f64| if hours < 24.0 { hours } else { hours / 24.0 * calendar.office_day() };
    let office_hours: Vec<f64> = hours.iter().map(|hours| office(*hours)).collect();
    let waits = |clock| -> Vec<Wait> {
        started.iter().map(|one| Wait::new(calendar, clock, one.start, one.state, book.as_of)).collect()
    };
    let on = [Clock::Elapsed, Clock::Workdays, Clock::Office].map(waits);
    let records = started.iter().enumerate().map(|(place, one)| PromiseRecord {
        deal: one.deal,
        start: one.start,
        state: one.state,
        clock: on[0][place].latency(limit),
        workdays: on[1][place].latency(limit),
        office: on[2][place].latency(office(limit)),
    });
    Measured::Known(PromiseResult {
        limit_hours: limit,
        clock: on_clock(&started, &on[0], limit, hours),
        workdays: on_clock(&started, &on[1], limit, hours),
        office: on_clock(&started, &on[2], office(limit), &office_hours),
        records: records.collect(),
        without_start: applies.len() - started.len(),
        has_times: started.iter().any(Started::has_time),
    })
}

/// Why a promise cannot be measured, if it cannot.
fn unmeasured(applies: &[(&Way<'_>, usize)], started: &[Started]) -> Option<Unmeasured> {
    let by_copies = |from: usize, entries: usize| {
        applies.iter().any(|(way, place)| {
            let mut told = way.deal.history.iter().skip(place + from).take(entries);
            told.any(|entry| entry.entered.is_between_copies())
        })
    };
    let any = |wanted: fn(&PromiseState) -> bool| started.iter().any(|one| wanted(&one.state));
    if applies.is_empty() {
        Some(Unmeasured::NoDeals)
    } else if started.is_empty() {
        Some(if by_copies(0, 1) { Unmeasured::BetweenCopies } else { Unmeasured::NoStartDates })
    } else if any(|state| matches!(state, PromiseState::Implied(_)))
        && !any(|state| matches!(state, PromiseState::Recorded(_)))
    {
        // Deals got it, but nobody wrote down when: those still waiting cannot stand for all.
        Some(if by_copies(1, usize::MAX) { Unmeasured::BetweenCopies } else { Unmeasured::NoStopDates })
    } else {
        None
    }
}

/// A promise with the ranks it runs between.
struct Course<'a> {
    book: &'a Book,
    promise: &'a Promise,
    target: u32,
    from_the_bottom: bool,
}

/// A deal whose clock started at a known moment.
struct Started {
    deal: usize,
    start: Moment,
    state: PromiseState,
}

impl Started {
    fn has_time(&self) -> bool {
        self.start.is_exact() || matches!(self.state, PromiseState::Recorded(stop) if stop.is_exact())
    }
}

impl<'a> Course<'a> {
    fn of(book: &'a Book, promise: &'a Promise) -> Option<Self> {
        let target = book.pipeline.stage(promise.to).rank?;
        let from_the_bottom = book.pipeline.ladder().first() == Some(&promise.from);
        Some(Self { book, promise, target, from_the_bottom })
    }

    /// The place in the deal's history at which the clock starts; none when the promise does not apply.
    fn start(&self, way: &Way<'_>) -> Option<usize> {
        if self.from_the_bottom {
            (0 < way.entry && way.entry < self.target).then_some(0)
        } else {
            way.history.iter().position(|entry| entry.stage == self.promise.from)
        }
    }

    /// What became of a deal whose clock starts at this place; none when the start has no date.
    fn follow(&self, way: &Way<'_>, place: usize) -> Option<Started> {
        let history = way.history;
        let start = history[place].entered.moment()?;
        let stop = (place + 1..history.len()).find_map(|later| self.stop(way, start, later));
        Some(Started { deal: way.index, start, state: stop.unwrap_or(PromiseState::Running) })
    }

    /// Whether, and how, the entry at `place` stops the clock.
    fn stop(&self, way: &Way<'_>, start: Moment, place: usize) -> Option<PromiseState> {
        let (before, rest) = way.history.split_at(place);
        let entry = &rest[0];
        let is_last = rest.len() == 1;
        match self.book.pipeline.stage(entry.stage).rank {
            Some(rank) if rank == self.target => Some(match entry.entered {
                Entered::At(moment) if start.days_until(moment) >= 0.0 => PromiseState::Recorded(moment),
                _ => PromiseState::Implied(self.latest(start, rest)),
            }),
            Some(rank) if rank > self.target => Some(PromiseState::Implied(self.latest(start, rest))),
            // The loss was written over the stage: it may have been kept before, or not.
            _ if way.is_unplaced_loss() && is_last => Some(PromiseState::Implied(self.book.as_of)),
            _ if way.state == DealState::Lost && is_last => Some(PromiseState::LostWithout(earliest(before, entry))),
            _ if way.state == DealState::Vanished && is_last => Some(PromiseState::Vanished(earliest(before, entry))),
            _ => None,
        }
    }

    /// The moment by which the first of these entries has surely happened. Dates before the start contradict
    /// it and tell nothing.
    fn latest(&self, start: Moment, entries: &[Entry]) -> Moment {
        let mut by = entries.iter().filter_map(|entry| match entry.entered {
            Entered::At(moment) | Entered::Between(_, moment) | Entered::BeforeCopies(_, moment) => Some(moment),
            Entered::Unknown => None,
        });
        by.find(|by| start.days_until(*by) >= 0.0).unwrap_or(self.book.as_of)
    }
}

/// The moment before which this entry has surely not happened, by its own cell or those of the entries before.
fn earliest(before: &[Entry], entry: &Entry) -> Moment {
    let known = |entry: &Entry| match entry.entered {
        Entered::At(moment) | Entered::Between(moment, _) | Entered::BeforeCopies(moment, _) => Some(moment),
        Entered::Unknown => None,
    };
    known(entry)
        .or_else(|| before.iter().rev().find_map(|entry| entry.entered.moment()))
        .expect("the clock started at a dated entry")
}

fn on_clock(started: &[Started], waits: &[Wait], limit: f64, hours: &[f64]) -> PromiseOnClock {
    let mature = verdicts(waits, limit);
    let n = mature.judged();
    let most = mature.met + mature.cannot_tell;
    let overdue = started
        .iter()
        .zip(waits)
        .filter(|(one, wait)| one.state == PromiseState::Running && wait.verdict(limit) == Verdict::Missed);
    let all_exact = started.iter().all(|one| one.start.is_exact());
    PromiseOnClock {
        limit_hours: limit,
        n,
        mature,
        not_mature: waits.iter().filter(|wait| !wait.is_mature(limit)).count(),
        open_overdue: overdue.map(|(one, _)| one.deal).collect(),
        share_low: share(mature.met, n),
        share_high: share(most, n),
        share_low_ci: wilson(mature.met, n),
        share_high_ci: wilson(most, n),
        within_hours: hours.iter().map(|hours| share_within(waits, *hours)).collect(),
        km_hours: all_exact.then(|| quantiles(waits)),
    }
}

/// Mature records by verdict.
fn verdicts(waits: &[Wait], limit: f64) -> Verdicts {
    let mut verdicts = Verdicts::default();
    for wait in waits.iter().filter(|wait| wait.is_mature(limit)) {
        verdicts.count(wait.verdict(limit));
    }
    verdicts
}

fn share_within(waits: &[Wait], hours: f64) -> ShareWithin {
    let mature = verdicts(waits, hours);
    let n = mature.judged();
    ShareWithin { hours, n, low: share(mature.met, n), high: share(mature.met + mature.cannot_tell, n) }
}

/// Hours by which 50, 75 and 90 % had it; none where that is not reached.
fn quantiles(waits: &[Wait]) -> [Option<f64>; 3] {
    let observed: Vec<(f64, Exit)> = waits
        .iter()
        .filter(|wait| !wait.is_implied())
        .map(|wait| if wait.is_recorded() { (wait.hi, Exit::Event) } else { (wait.lo, Exit::Censored) })
        .collect();
    let curve = Curve::new(&observed);
    [0.5, 0.75, 0.9].map(|share| curve.survival_quantile(share).map(|(hours, _)| hours))
}

impl Verdicts {
    /// Records that count: kept, broken, or not decided by the cells.
    pub fn judged(&self) -> usize {
        self.met + self.missed + self.cannot_tell
    }

    /// The share kept, from the least that it can be to the most; none where nothing counts.
    pub fn kept(&self) -> Option<(f64, f64)> {
        share(self.met, self.judged()).zip(share(self.met + self.cannot_tell, self.judged()))
    }

    /// Counts one more.
    pub(super) fn count(&mut self, verdict: Verdict) {
        *match verdict {
            Verdict::Met => &mut self.met,
            Verdict::Missed => &mut self.missed,
            Verdict::CannotTell => &mut self.cannot_tell,
            Verdict::Excluded => &mut self.excluded,
            Verdict::Pending => &mut self.pending,
        } += 1;
    }
}
