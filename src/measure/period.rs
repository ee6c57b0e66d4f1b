//! Periods: what came in, moved, was won and lost in a week, month, quarter or between two days, against the period
//! before, and deal by deal what changed.
//!
//! The current period is the one that as-of lies in, from its first day (weeks begin on Monday) up to as-of. On the first
//! day of a period nothing has happened yet: there the one before is current. Beside it stands the whole period before and,
//! while the current one lasts, as many days of that one, so that three days are never held against seven.
//!
//! A change is one step in a deal's history: it came in, went forward or back on the ladder, was parked or taken up again,
//! was won or lost. It belongs to the period of its date. A change seen between two copies of the sheet belongs to that of
//! the later copy, which showed it first. A change without a date belongs to no period; how many there are is said, and a
//! kind of change that has no date at all is not measured. A win or a loss counts where it stands at as-of: one that was
//! taken back is listed as undone and not counted. Values are the deals' last known ones.
//!
//! A promise belongs to the period in which its clock started; the elapsed clock judges, as for the headline.

mod change;
mod span;

use std::collections::BTreeMap;

use chrono::NaiveDate;

pub use change::{Change, ChangeKind};

use super::way::{self, Way};
use super::when::When;
use super::{Measured, PromiseResult, Unmeasured, Verdicts};
use crate::model::{Book, Entered, Purse};
use crate::settings::PeriodRule;
use span::Span;

/// What happened in the current period, held against the one before.
#[derive(Debug, Clone, PartialEq)]
pub struct Period {
    /// What was asked for.
    pub rule: PeriodRule,
    /// The period that as-of lies in.
    pub current: PeriodFigures,
    /// The whole period before.
    pub previous: PeriodFigures,
    /// As many days of the period before as the current one has run; none when it is over.
    pub previous_so_far: Option<PeriodFigures>,
    /// Every change of the current period, by date.
    pub changes: Vec<Change>,
    /// Changes that no cell dates and that may belong to one of these periods.
    pub undated: BTreeMap<ChangeKind, usize>,
    /// Deals of which the sheets keep the present stage alone: their steps in these periods were written over and are not
    /// seen.
    pub stages_overwritten: usize,
}

impl Period {
    /// The figures to hold the current ones against: of as many days while the period lasts, else of the whole one.
    pub fn before(&self) -> &PeriodFigures {
        self.previous_so_far.as_ref().unwrap_or(&self.previous)
    }
}

/// The figures of one period.
#[derive(Debug, Clone, PartialEq)]
pub struct PeriodFigures {
    /// Its first day.
    pub from: NaiveDate,
    /// The last day counted.
    pub to: NaiveDate,
    /// Whether all its days are over at as-of.
    pub complete: bool,
    /// Changes by kind; each kind stands here once.
    pub changes: BTreeMap<ChangeKind, Measured<PeriodCount>>,
    /// Deals that got their first offer.
    pub offers: Measured<PeriodCount>,
    /// Inquiries of this period and their first contact.
    pub first_contact: Measured<PeriodPromise>,
    /// Offers of this period and their follow-up.
    pub follow_up: Measured<PeriodPromise>,
}

/// How often something happened in a period, and to which value.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PeriodCount {
    /// Times.
    pub times: usize,
    /// Deals, each once.
    pub deals: usize,
    /// Their values, each deal's once.
    pub value: Purse,
    /// Deals without a value.
    pub without_value: usize,
}

/// A promise whose clock started in a period.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PeriodPromise {
    /// Records whose limit has surely passed, by verdict.
    pub mature: Verdicts,
    /// Records whose limit may not have passed: in no share yet.
    pub not_mature: usize,
    /// Least the share kept can be.
    pub share_low: Option<f64>,
    /// Most it can be.
    pub share_high: Option<f64>,
}

/// Measures the period that the settings ask for.
pub(super) fn period(
    book: &Book,
    ways: &[Way<'_>],
    rule: PeriodRule,
    first_contact: &Measured<PromiseResult>,
    follow_up: &Measured<PromiseResult>,
) -> Period {
    let spans = span::spans(rule, book.as_of);
    // What the first copy of the sheet showed already, made before these periods, has no date and yet is in none of them.
    let is_past = |way: &Way<'_>, entered: Entered| matches!(When::of(way, entered), When::By(copy) if copy.date() < spans.previous.from);
    let told: Vec<Span> = [spans.current, spans.previous].into_iter().chain(spans.previous_so_far).collect();
    let mut kinds: BTreeMap<ChangeKind, Happened> =
        ChangeKind::ALL.iter().map(|kind| (*kind, Happened::new(&told))).collect();
    let mut changes: Vec<Change> = Vec::new();
    for way in ways {
        for change in change::changes(&book.pipeline, way).filter(|change| !is_past(way, change.entered)) {
            if let Some(happened) = kinds.get_mut(&change.kind).filter(|_| !change.undone) {
                happened.count(way, change.day());
            }
            changes.extend(Some(change).filter(|change| change.day().is_some_and(|day| spans.current.has(day))));
        }
    }
    changes.sort_by_key(|change| (change.day(), change.deal));
    let offers = way::offers(book, ways).map(|offers| {
        let mut happened = Happened::new(&told);
        for (way, entered) in offers.into_iter().filter(|(way, entered)| !is_past(way, *entered)) {
            happened.count(way, change::day(entered));
        }
        happened
    });
    let figures = |place: usize| PeriodFigures {
        from: told[place].from,
        to: told[place].to,
        complete: told[place].complete,
        changes: kinds.iter().map(|(kind, happened)| (*kind, happened.within(place))).collect(),
        offers: offers.as_ref().map_or_else(|reason| Measured::Unknown(*reason), |happened| happened.within(place)),
        first_contact: promise(first_contact, told[place]),
        follow_up: promise(follow_up, told[place]),
    };
    Period {
        rule,
        current: figures(0),
        previous: figures(1),
        previous_so_far: spans.previous_so_far.map(|_| figures(2)),
        changes,
        undated: kinds.iter().map(|(kind, happened)| (*kind, happened.undated)).collect(),
        stages_overwritten: ways.iter().filter(|way| is_overwritten(way, spans.previous.from)).count(),
    }
}

/// Whether steps of a deal since this day were written over and are not seen: the sheet keeps the present stage alone, and
/// there are no copies of it, or none from before.
fn is_overwritten(way: &Way<'_>, since: NaiveDate) -> bool {
    let copied = way.known_from.map_or(!way.deal.stands.is_empty(), |copy| copy.date() < since);
    !way.stages_kept && !copied
}

/// What happened of one kind, counted deal by deal.
struct Happened<'a> {
    spans: &'a [Span],
    /// For each span what happened on its days, and the deal counted last.
    counts: Vec<(PeriodCount, Option<usize>)>,
    dated: bool,
    undated: usize,
}

impl<'a> Happened<'a> {
    fn new(spans: &'a [Span]) -> Self {
        Self { spans, counts: vec![(PeriodCount::default(), None); spans.len()], dated: false, undated: 0 }
    }

    /// Counts once more; what happened to one deal is counted side by side.
    fn count(&mut self, way: &Way<'_>, day: Option<NaiveDate>) {
        let Some(day) = day else {
            self.undated += 1;
            return;
        };
        self.dated = true;
        for (span, (count, last)) in self.spans.iter().zip(&mut self.counts) {
            if !span.has(day) {
                continue;
            }
            count.times += 1;
            if last.replace(way.index) != Some(way.index) {
                let value = way.value();
                count.deals += 1;
                count.without_value += usize::from(value.is_none());
                count.value.extend(value);
            }
        }
    }

    /// What happened within a span; unknown when all of it, at whatever time, is without a date.
    fn within(&self, span: usize) -> Measured<PeriodCount> {
        if self.undated > 0 && !self.dated {
            Measured::Unknown(Unmeasured::NoDates)
        } else {
            Measured::Known(self.counts[span].0.clone())
        }
    }
}

/// The part of a promise whose clock started within a span.
fn promise(measured: &Measured<PromiseResult>, span: Span) -> Measured<PeriodPromise> {
    let result = match measured {
        Measured::Known(result) => result,
        Measured::Unknown(reason) => return Measured::Unknown(*reason),
    };
    let (mut mature, mut not_mature) = (Verdicts::default(), 0);
    for record in result.records.iter().filter(|record| span.has(record.start.date())) {
        if record.clock.mature {
            mature.count(record.clock.verdict);
        } else {
            not_mature += 1;
        }
    }
    let (share_low, share_high) = mature.kept().unzip();
    Measured::Known(PeriodPromise { mature, not_mature, share_low, share_high })
}
