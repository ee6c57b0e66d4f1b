//! Where a deal stands and the dates of its row in, its stage entries in order out.
//!
//! Dates go by the ladder within a day and by the calendar between days; hours count where all entries of a day have
//! them. A date that cannot be (an offer before its inquiry, a closing before it) is set aside: the stage counts as
//! reached at an unknown time, so that no duration is ever negative.

use crate::diagnostic::Diagnostic;
use crate::model::{StageId, StageKind};

use super::ladder::Ladder;
use super::sheet::Dated;
use super::when::Whens;

/// Where a deal stands at as-of.
#[derive(Debug)]
pub(super) enum Standing<'a> {
    /// Not decided.
    Undecided {
        /// The stage; when no cell tells, it is where the dates end.
        stage: Option<StageId>,
        /// The stage in which it was parked, when a cell tells.
        through: Option<StageId>,
    },
    /// Won or lost.
    Closed {
        stage: StageId,
        /// The stage that it had come to, when a cell tells.
        through: Option<StageId>,
        on: Option<Dated<'a>>,
    },
}

impl Standing<'_> {
    /// An open deal stands at least here, though its stage cell was left as it stood.
    pub(super) fn rise_to(&mut self, reached: StageId, ladder: &Ladder) {
        if let Self::Undecided { stage: Some(stage), .. } = self
            && ladder.kind(*stage) == StageKind::Open
            && ladder.rank(*stage) < ladder.rank(reached)
        {
            *stage = reached;
        }
    }
}

/// A stage and since when, as far as it is known.
pub(super) type Step<'a> = (StageId, Option<Dated<'a>>);

/// The stage entries of a deal, from the first rung on.
pub(super) fn way<'a>(
    standing: &Standing<'a>,
    whens: &Whens<'a>,
    ladder: &Ladder,
    warnings: &mut Vec<Diagnostic>,
) -> Vec<Step<'a>> {
    let mut way = Way { ladder, path: Vec::new(), clashes: Vec::new() };
    let inquiry = whens.inquiry.as_ref().and_then(|when| when.known());
    let entered = whens.entered.as_ref().and_then(|when| when.known());
    way.path.push((ladder.first, inquiry.cloned()));
    let (after_sales, steps): (Vec<_>, Vec<_>) =
        steps(whens, ladder).into_iter().partition(|(stage, _)| ladder.kind(*stage) == StageKind::Won);
    match standing {
        Standing::Undecided { stage, through } => {
            way.climb(steps, None);
            way.reach_marks(whens);
            if let Some(through) = through {
                way.stand(*through, entered, None);
            }
            if let Some(stage) = stage {
                way.stand(*stage, entered.filter(|_| through.is_none()), None);
            }
        }
        Standing::Closed { stage, through, on } => {
            let on = way.not_before(inquiry, on.as_ref());
            way.climb(steps, on.as_ref());
            way.reach_marks(whens);
            if let Some(through) = through {
                way.stand(*through, entered, on.as_ref());
            }
            way.close(*stage, on, after_sales, entered.filter(|_| through.is_none()));
        }
    }
    warnings.extend(way.clashes.iter().map(|clash| clash.later.out_of_order(&clash.earlier)));
    way.path
}

/// Dates of stages that have happened, in order.
fn steps<'a>(whens: &Whens<'a>, ladder: &Ladder) -> Vec<(StageId, Dated<'a>)> {
    let known = whens.steps.iter().filter_map(|(stage, when)| Some((*stage, when.known()?.clone())));
    let mut steps: Vec<(StageId, Dated<'_>)> = known.collect();
    steps.sort_by_key(|(stage, date)| (date.moment.date(), ladder.rank(*stage)));
    for day in steps.chunk_by_mut(|a, b| a.1.moment.date() == b.1.moment.date()) {
        if day.iter().all(|(_, date)| date.moment.is_exact()) {
            day.sort_by_key(|(_, date)| date.moment.lo());
        }
    }
    steps
}

/// A way being put together.
struct Way<'l, 'a> {
    ladder: &'l Ladder,
    path: Vec<Step<'a>>,
    clashes: Vec<Clash<'a>>,
}

/// Two dates of which the one that should be later stands before the other.
struct Clash<'a> {
    earlier: Dated<'a>,
    later: Dated<'a>,
}

impl<'a> Way<'_, 'a> {
    /// The second date, unless it is before the first, which it must follow.
    fn not_before(&mut self, earlier: Option<&Dated<'a>>, later: Option<&Dated<'a>>) -> Option<Dated<'a>> {
        match (earlier, later) {
            (Some(earlier), Some(later)) if later.is_before(earlier) => {
                self.clashes.push(Clash { earlier: earlier.clone(), later: later.clone() });
                None
            }
            (_, later) => later.cloned(),
        }
    }

    /// Goes up by the dates of stages, all of them between inquiry and closing.
    fn climb(&mut self, steps: Vec<(StageId, Dated<'a>)>, closing: Option<&Dated<'a>>) {
        let inquiry = self.path[0].1.clone();
        let mut undated = Vec::new();
        for (stage, date) in steps {
            let date = self.not_before(inquiry.as_ref(), Some(&date));
            match date.filter(|date| self.not_before(Some(date), closing).is_some() || closing.is_none()) {
                Some(date) => self.enter(stage, Some(date)),
                None => undated.push(stage),
            }
        }
        for stage in undated {
            self.reach(stage);
        }
    }

    /// Stands in a stage at last; `entered` tells since when, if it fits the other dates.
    fn stand(&mut self, stage: StageId, entered: Option<&Dated<'a>>, closing: Option<&Dated<'a>>) {
        let last = self.path.iter().rev().find_map(|(_, date)| date.clone());
        // A step of its own dates this stage already.
        let dated = self.path.last().is_some_and(|(last, date)| *last == stage && date.is_some());
        let since = if dated { None } else { self.not_before(last.as_ref(), entered) };
        let since = since.filter(|since| closing.is_none() || self.not_before(Some(since), closing).is_some());
        self.enter(stage, since);
    }

    /// Is won or lost. Care after the sale follows the win, dated by its own column or by `entered`.
    fn close(
        &mut self,
        stage: StageId,
        on: Option<Dated<'a>>,
        after_sales: Vec<(StageId, Dated<'a>)>,
        entered: Option<&Dated<'a>>,
    ) {
        if self.ladder.kind(stage) != StageKind::Won {
            self.enter(stage, on);
            return;
        }
        let cared_for = after_sales.iter().any(|(cared, _)| *cared == stage);
        if stage == self.ladder.won || cared_for || on.is_some() {
            self.enter(self.ladder.won, on.clone());
        }
        for (cared, date) in after_sales {
            let date = self.not_before(on.as_ref(), Some(&date));
            self.enter(cared, date);
        }
        if stage != self.ladder.won && !cared_for {
            let since = self.not_before(on.as_ref(), entered);
            self.enter(stage, since);
        }
    }

    /// One more stage; the same stage again adds no more than its date.
    fn enter(&mut self, stage: StageId, date: Option<Dated<'a>>) {
        match self.path.last_mut() {
            Some((last, known)) if *last == stage => *known = known.take().or(date),
            _ => self.path.push((stage, date)),
        }
    }

    /// Stages that are marked as reached, but for those that close a deal.
    fn reach_marks(&mut self, whens: &Whens<'_>) {
        let mut marks: Vec<StageId> =
            whens.marks.iter().copied().filter(|stage| self.ladder.kind(*stage) == StageKind::Open).collect();
        marks.sort_by_key(|stage| self.ladder.rank(*stage));
        for stage in marks {
            self.reach(stage);
        }
    }

    /// A stage that was reached at an unknown time: below the first higher one.
    fn reach(&mut self, stage: StageId) {
        let rank = |stage: &StageId| self.ladder.rank(*stage);
        if self.path.iter().all(|(visited, _)| *visited != stage) {
            let above = self.path.iter().position(|(visited, _)| rank(visited) > rank(&stage));
            self.path.insert(above.unwrap_or(self.path.len()), (stage, None));
        }
    }
}
