//! Histories in, what stood open at the end of each week out.

use super::weeks::{Told, Weekly, Weeks, weekly};
use crate::measure::way::{self, Way};
use crate::measure::when::When;
use crate::measure::{Measured, Stalled, Unmeasured};
use crate::model::{Book, Moment, StageKind};

/// What stood open at the end of each week.
pub(super) struct Stock {
    /// Undecided deals.
    pub(super) open: Measured<Weekly<usize>>,
    /// What they were worth then.
    pub(super) value: Measured<Weekly<f64>>,
    /// Those on the ladder that had been in their stage for longer than its limit.
    pub(super) over_limit: Measured<Weekly<usize>>,
    /// Deals whose way is not wholly dated.
    pub(super) left_out: usize,
}

impl Stock {
    pub(super) fn of(book: &Book, ways: &[Way<'_>], stalled: &Stalled, weeks: &Weeks) -> Self {
        let dated: Vec<When> = ways.iter().map(dated).collect();
        match weeks.told(&dated, |copy| weeks.known_from(copy, book.as_of)) {
            Ok(told) => {
                let tells = |when: &When| matches!(when, When::At(_)) || matches!(when, When::By(_)) && told.from > 0;
                let counted: Vec<&Way<'_>> =
                    ways.iter().zip(&dated).filter(|(_, when)| tells(when)).map(|(way, _)| way).collect();
                Self::count(book, &counted, stalled, weeks, &told)
            }
            Err(left_out) => Self {
                open: Measured::Unknown(Unmeasured::TooFewDates),
                value: Measured::Unknown(Unmeasured::TooFewDates),
                over_limit: Measured::Unknown(Unmeasured::TooFewDates),
                left_out,
            },
        }
    }

    fn count(book: &Book, ways: &[&Way<'_>], stalled: &Stalled, weeks: &Weeks, told: &Told) -> Self {
        let ends = weeks.ends(book.as_of);
        let mut limits: Vec<Option<f64>> = vec![None; book.pipeline.stages.len()];
        for limit in &stalled.limits {
            limits[limit.stage.0] = Some(limit.days);
        }
        let (mut open, mut value, mut over) = (vec![0; ends.len()], vec![0.0; ends.len()], vec![0; ends.len()]);
        for way in ways {
            let worths = worths(way, weeks, book.as_of);
            for (place, entry) in way.history.iter().enumerate() {
                let kind = book.pipeline.stage(entry.stage).kind;
                let Some(since) = When::of(way, entry.entered).by() else { continue };
                if !matches!(kind, StageKind::Open | StageKind::Deferred) {
                    continue;
                }
                let until = way.history.get(place + 1).and_then(|next| When::of(way, next.entered).by());
                let from = weeks.known_from(since, book.as_of);
                let to = until.map_or(ends.len(), |until| weeks.known_from(until, book.as_of)).max(from);
                let limit = limits[entry.stage.0].filter(|_| kind == StageKind::Open);
                let in_time = |end: &Moment| limit.is_none_or(|limit| since.days_until(*end) <= limit);
                let late = from + ends[from..to].partition_point(in_time);
                for week in from..to {
                    open[week] += 1;
                    value[week] += worth_in(&worths, week).unwrap_or(way.amount());
                }
                over[late..to].iter_mut().for_each(|count| *count += 1);
            }
        }
        Self {
            open: Measured::Known(weekly(open, told.from)),
            value: match way::currency(ways.iter().copied()) {
                Ok(_) => Measured::Known(weekly(value, told.from)),
                Err(why) => Measured::Unknown(why),
            },
            over_limit: Measured::Known(weekly(over, told.from)),
            left_out: told.missing,
        }
    }
}

/// By when the whole way of a deal is told: at its moments, from the first copy on, or not at all.
fn dated(way: &Way<'_>) -> When {
    // Lost where a stage was written over, it may have stood in any; between copies no other is hidden than those that
    // they do not show.
    if way.is_unplaced_loss() && way.deal.stands.is_empty() {
        return When::Untold;
    }
    let mut all = way.history.iter().map(|entry| When::of(way, entry.entered));
    let first = all.next().unwrap_or(When::Untold);
    all.fold(first, |whole, entry| match (whole, entry) {
        (When::Untold, _) | (_, When::Untold) => When::Untold,
        (When::By(copy), _) | (_, When::By(copy)) => When::By(copy),
        (at, _) => at,
    })
}

/// The first week at whose end the deal was worth so much, for each time that its copies or rows tell another worth; none
/// when it never was worth anything but what it is now.
fn worths(way: &Way<'_>, weeks: &Weeks, as_of: Moment) -> Vec<(usize, f64)> {
    let week = |moment: Moment| weeks.known_from(moment, as_of);
    if way.deal.stands.is_empty() {
        if way.deal.history.iter().all(|entry| entry.value.is_none() || entry.value == way.value()) {
            return Vec::new();
        }
        let told = way.deal.history.iter().filter_map(|entry| Some((When::of(way, entry.entered).by()?, entry.value?)));
        told.map(|(moment, value)| (week(moment), way::amount(value))).collect()
    } else {
        let told = way.deal.stands.iter().map(|stand| (stand.seen, stand.value.map_or(0.0, way::amount)));
        told.map(|(seen, amount)| (week(seen), amount)).collect()
    }
}

/// The worth known at the end of a week; before any was known, the first.
fn worth_in(worths: &[(usize, f64)], week: usize) -> Option<f64> {
    let known = worths.iter().rev().find(|(from, _)| *from <= week);
    known.or(worths.first()).map(|(_, amount)| *amount)
}
