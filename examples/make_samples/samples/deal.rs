//! A deal as the generator knows it: the truth behind a row.

use chrono::NaiveDateTime;

use super::names::Customer;

/// The steps of every sample's pipeline; [`Step::key`] is the stage's key in lejek's templates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    New,
    Qualification,
    Contact,
    Offer,
    FollowUp,
    Won,
    Lost,
    Deferred,
}

impl Step {
    /// The way to a win, in order.
    pub const LADDER: [Self; 6] =
        [Self::New, Self::Qualification, Self::Contact, Self::Offer, Self::FollowUp, Self::Won];

    /// The stage's key in lejek's templates.
    pub fn key(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Qualification => "qualification",
            Self::Contact => "contact",
            Self::Offer => "offer",
            Self::FollowUp => "followup",
            Self::Won => "won",
            Self::Lost => "lost",
            Self::Deferred => "deferred",
        }
    }

    /// Still to be worked on: neither closed nor put off.
    pub fn is_open(self) -> bool {
        self < Self::Won
    }

    /// The next step towards a win; a win stays one.
    pub fn next(self) -> Self {
        Self::LADDER.into_iter().find(|step| *step > self).unwrap_or(Self::Won)
    }
}

/// One deal.
#[derive(Debug, Clone)]
pub struct Deal {
    /// Counted from 1 in the order of the inquiries.
    pub number: usize,
    /// Who asked.
    pub customer: Customer,
    /// Whose deal it is; none when nobody wrote it down.
    pub owner: Option<&'static str>,
    /// Where the inquiry came from.
    pub source: &'static str,
    /// The campaign behind it, if any.
    pub campaign: Option<&'static str>,
    /// What it is worth, as far as the sheet tells it.
    pub value: Option<u32>,
    /// The currency of that: a code, or `unstated` where the sheet names no currency.
    pub currency: &'static str,
    /// Every step with its moment, in order; the first is the inquiry.
    pub way: Vec<(Step, NaiveDateTime)>,
}

impl Deal {
    /// Where it stands.
    pub fn step(&self) -> Step {
        self.last().0
    }

    /// Since when it stands there.
    pub fn since(&self) -> NaiveDateTime {
        self.last().1
    }

    fn last(&self) -> (Step, NaiveDateTime) {
        *self.way.last().expect("a deal begins with its inquiry")
    }

    /// When the inquiry came in.
    pub fn inquiry(&self) -> NaiveDateTime {
        self.way[0].1
    }

    /// When it came to this step for the first time.
    pub fn when(&self, step: Step) -> Option<NaiveDateTime> {
        self.way.iter().find(|(reached, _)| *reached == step).map(|(_, moment)| *moment)
    }

    /// How far it ever came on the way to a win.
    pub fn furthest(&self) -> Step {
        let steps = self.way.iter().map(|(step, _)| *step);
        steps.filter(|step| *step <= Step::Won).max().expect("a deal begins with its inquiry")
    }
}
