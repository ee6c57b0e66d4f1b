//! The dates of a row in, what they date out, parted into those known at as-of and those after it.

use crate::model::{Moment, StageId, StageKind};
use crate::recognise::Record;
use crate::template::Field;

use super::ladder::Ladder;
use super::sheet::Dated;

/// A date as seen from as-of.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum When {
    /// It has happened.
    Known(Dated),
    /// It lies after as-of.
    Later(Dated),
}

impl When {
    fn of(date: Dated, as_of: Moment) -> Self {
        if date.moment.known_by(as_of) { Self::Known(date) } else { Self::Later(date) }
    }

    /// The date, when it has happened.
    pub(super) fn known(&self) -> Option<&Dated> {
        match self {
            Self::Known(date) => Some(date),
            Self::Later(_) => None,
        }
    }

    /// The date, when it lies after as-of.
    pub(super) fn later(&self) -> Option<&Dated> {
        match self {
            Self::Known(_) => None,
            Self::Later(date) => Some(date),
        }
    }
}

/// The dates of a row by what they date.
#[derive(Debug)]
pub(super) struct Whens {
    pub inquiry: Option<When>,
    /// Into the stage that the row names.
    pub entered: Option<When>,
    /// Into stages with columns of their own, but for won and lost.
    pub steps: Vec<(StageId, When)>,
    pub won: Option<When>,
    pub lost: Option<When>,
    /// Stages that the row marks as reached, without a date; won and lost too.
    pub marks: Vec<StageId>,
    /// Closing, won or lost, as it happened.
    pub closed: Option<When>,
    /// Closing, expected or as it happened.
    pub close: Option<When>,
}

impl Whens {
    pub(super) fn of(record: &Record, ladder: &Ladder, as_of: Moment) -> Self {
        let when = |moment: Moment, field| When::of(Dated { moment, field, column: None }, as_of);
        let plain = |moment: Option<Moment>, field| moment.map(|moment| when(moment, field));
        let mut whens = Self {
            inquiry: plain(record.inquiry, Field::Inquiry),
            entered: plain(record.entered, Field::Entered),
            steps: Vec::new(),
            marks: record.stage_marks.iter().filter_map(|(key, _)| ladder.pipeline.by_key(key)).collect(),
            won: plain(record.won_on, Field::WonOn),
            lost: plain(record.lost_on, Field::LostOn),
            closed: plain(record.closed_on, Field::ClosedOn),
            close: plain(record.close_date, Field::CloseDate),
        };
        for (key, moment, column) in &record.stage_dates {
            let date = Dated { moment: *moment, field: Field::StageDate(key.clone()), column: *column };
            let when = When::of(date, as_of);
            match ladder.pipeline.by_key(key) {
                Some(stage) if stage == ladder.won => whens.won = whens.won.or(Some(when)),
                Some(stage) if ladder.kind(stage) == StageKind::Lost => whens.lost = whens.lost.or(Some(when)),
                Some(stage) if stage == ladder.first && whens.inquiry.is_none() => whens.inquiry = Some(when),
                Some(stage) => whens.steps.push((stage, when)),
                None => {}
            }
        }
        whens
    }

    /// Dates of things that happen, which a plan is not.
    pub(super) fn facts(&self) -> impl Iterator<Item = &When> {
        let steps = self.steps.iter().map(|(_, when)| when);
        [&self.inquiry, &self.entered, &self.won, &self.lost].into_iter().flatten().chain(steps)
    }
}
