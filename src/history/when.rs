//! The dates of a deal's rows in, what they date out, parted into those known at as-of and those after it.

use crate::model::{Moment, StageId, StageKind};
use crate::template::Field;

use super::ladder::{Ladder, Says};
use super::sheet::{Dated, Row};

/// A date as seen from as-of.
#[derive(Debug, Clone)]
pub(super) enum When<'a> {
    /// It has happened.
    Known(Dated<'a>),
    /// It lies after as-of.
    Later(Dated<'a>),
}

impl<'a> When<'a> {
    fn of(date: Dated<'a>, as_of: Moment) -> Self {
        if date.moment.known_by(as_of) { Self::Known(date) } else { Self::Later(date) }
    }

    /// The date, when it has happened.
    pub(super) fn known(&self) -> Option<&Dated<'a>> {
        match self {
            Self::Known(date) => Some(date),
            Self::Later(_) => None,
        }
    }

    /// The date, when it lies after as-of.
    pub(super) fn later(&self) -> Option<&Dated<'a>> {
        match self {
            Self::Known(_) => None,
            Self::Later(date) => Some(date),
        }
    }

    pub(super) fn date(&self) -> &Dated<'a> {
        match self {
            Self::Known(date) | Self::Later(date) => date,
        }
    }
}

/// The dates of a deal's rows by what they date.
#[derive(Debug)]
pub(super) struct Whens<'a> {
    pub inquiry: Option<When<'a>>,
    /// Into the stage that the row names.
    pub entered: Option<When<'a>>,
    /// Into stages with columns of their own, but for won and lost.
    pub steps: Vec<(StageId, When<'a>)>,
    pub won: Option<When<'a>>,
    pub lost: Option<When<'a>>,
    /// Stages that the row marks as reached, without a date; won and lost too.
    pub marks: Vec<StageId>,
    /// Closing, won or lost, as it happened.
    pub closed: Option<When<'a>>,
    /// Closing, expected or as it happened.
    pub close: Option<When<'a>>,
}

impl<'a> Whens<'a> {
    /// The dates of rows of which the last one has the last word; `state` is the one that tells where the deal stands.
    /// The inquiry is the earliest told.
    pub(super) fn of(rows: &[Row<'a>], state: Row<'a>, ladder: &Ladder, as_of: Moment) -> Self {
        let when = |row: &Row<'a>, moment: Option<Moment>, field| {
            moment.map(|moment| When::of(Dated { moment, field, column: None, row: *row }, as_of))
        };
        let inquiries = rows.iter().filter_map(|row| when(row, row.record.inquiry, Field::Inquiry));
        let mut whens = Self {
            inquiry: inquiries.min_by(|a, b| a.date().moment.order(b.date().moment)),
            entered: when(&state, state.record.entered, Field::Entered),
            steps: Vec::new(),
            won: None,
            lost: None,
            marks: Vec::new(),
            closed: None,
            close: None,
        };
        for row in rows.iter().rev() {
            let record = row.record;
            whens.won = whens.won.or_else(|| when(row, record.won_on, Field::WonOn));
            whens.lost = whens.lost.or_else(|| when(row, record.lost_on, Field::LostOn));
            whens.closed = whens.closed.or_else(|| when(row, record.closed_on, Field::ClosedOn));
            whens.close = whens.close.or_else(|| when(row, record.close_date, Field::CloseDate));
            whens.marks.extend(record.stage_marks.iter().filter_map(|(key, _)| ladder.pipeline.by_key(key)));
            whens.add_steps(row, ladder, as_of);
            if row.is_of_a_stage_sheet() && row.order != state.order {
                whens.add_sheet(row, ladder, as_of);
            }
        }
        whens
    }

    /// The dates of stages in a row, where no row with a later word has told them.
    fn add_steps(&mut self, row: &Row<'a>, ladder: &Ladder, as_of: Moment) {
        let told = self.steps.len();
        for (key, moment, column) in &row.record.stage_dates {
            let field = Field::StageDate(key.clone());
            let when = When::of(Dated { moment: *moment, field, column: Some(*column), row: *row }, as_of);
            match ladder.pipeline.by_key(key) {
                Some(stage) if stage == ladder.won => self.won = self.won.take().or(Some(when)),
                Some(stage) if ladder.kind(stage) == StageKind::Lost => self.lost = self.lost.take().or(Some(when)),
                Some(stage) if stage == ladder.first && self.begins_by_stage_date() => self.begin(when),
                Some(stage) if self.steps[..told].iter().any(|(known, _)| *known == stage) => {}
                Some(stage) => self.steps.push((stage, when)),
                None => {}
            }
        }
    }

    /// Whether no column of inquiries tells when the deal came in.
    fn begins_by_stage_date(&self) -> bool {
        self.inquiry.as_ref().is_none_or(|when| when.date().field != Field::Inquiry)
    }

    fn begin(&mut self, when: When<'a>) {
        let known = self.inquiry.take();
        self.inquiry = known.into_iter().chain([when]).min_by(|a, b| a.date().moment.order(b.date().moment));
    }

    /// The stage that is the name of a row's sheet: reached, and dated where the row tells since when it was there.
    fn add_sheet(&mut self, row: &Row<'a>, ladder: &Ladder, as_of: Moment) {
        let Some(Says::Stage(stage)) = row.record.stage.as_deref().and_then(|word| ladder.says(word)) else { return };
        self.marks.push(stage);
        let dated = self.steps.iter().any(|(known, _)| *known == stage);
        if let Some(moment) = row.record.entered.filter(|_| !dated && ladder.kind(stage) == StageKind::Open) {
            let date = Dated { moment, field: Field::Entered, column: None, row: *row };
            self.steps.push((stage, When::of(date, as_of)));
        }
    }

    /// Dates of things that happen, which a plan is not.
    pub(super) fn facts(&self) -> impl Iterator<Item = &When<'a>> {
        let steps = self.steps.iter().map(|(_, when)| when);
        [&self.inquiry, &self.entered, &self.won, &self.lost].into_iter().flatten().chain(steps)
    }
}
