//! How a deal stood in one copy of the sheet, as far as people change it from week to week.

use crate::locus::Locus;

use super::{Moment, Money, StageId};

/// A deal in one copy of the sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct Stand {
    /// When the copy was made.
    pub seen: Moment,
    /// The stage it stood in.
    pub stage: StageId,
    /// What it was worth.
    pub value: Option<Money>,
    /// Who sold.
    pub owner: Option<String>,
    /// When the seller expected to close.
    pub expected_close: Option<Moment>,
    /// The row that tells it.
    pub at: Locus,
}

impl Stand {
    /// Whether another copy tells the same.
    pub fn is_as_in(&self, other: &Self) -> bool {
        self.stage == other.stage
            && self.value == other.value
            && self.owner == other.owner
            && self.expected_close == other.expected_close
    }
}
