//! All deals of a run with their pipeline, and where every row of the input went.

use std::collections::BTreeMap;

use super::{Deal, Moment, Money, Pipeline};

/// The deals that a report speaks of.
#[derive(Debug, Clone, PartialEq)]
pub struct Book {
    /// The stages, as the template and the sheets give them.
    pub pipeline: Pipeline,
    /// The deals, in the order of the input.
    pub deals: Vec<Deal>,
    /// The moment the report speaks for.
    pub as_of: Moment,
    /// Where every row went.
    pub tally: Tally,
    /// When the copies of the sheets were made that are known at as-of, in order; empty where there are none.
    pub copies: Vec<Moment>,
    /// Headers of the columns that are shown though they mean nothing to lejek; [`Deal::custom`] has their cells.
    pub custom_columns: Vec<String>,
    /// What campaigns or sources cost by a table of them; none where there is no such table.
    pub cost_table: Option<CostTable>,
}

/// What campaigns, or sources, cost by a table of their own: each amount is a part.
#[derive(Debug, Clone, PartialEq)]
pub struct CostTable {
    /// Whose costs they are.
    pub by: CostOf,
    /// The amounts by name, as deals have it where they have it.
    pub costs: BTreeMap<String, Vec<Money>>,
}

/// By what deals are put together to share a cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CostOf {
    /// By campaign.
    Campaign,
    /// By source.
    Source,
}

impl CostOf {
    /// Stable name for report.json.
    pub fn name(self) -> &'static str {
        match self {
            Self::Campaign => "campaign",
            Self::Source => "source",
        }
    }

    /// What a deal belongs to.
    pub fn of(self, deal: &Deal) -> Option<&str> {
        match self {
            Self::Campaign => deal.campaign.as_deref(),
            Self::Source => deal.source.as_deref(),
        }
    }
}

/// Where every row of the tables went: `deal_rows + history_rows + skipped = rows_read`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tally {
    /// Non-empty rows below the headers of the tables that were read.
    pub rows_read: usize,
    /// Rows that stand for a deal: equal to the number of deals.
    pub deal_rows: usize,
    /// Further rows that add to the history of a deal.
    pub history_rows: usize,
    /// Rows not used, by reason.
    pub skipped: BTreeMap<SkipReason, usize>,
}

impl Tally {
    /// Rows not used, whatever the reason.
    pub fn rows_skipped(&self) -> usize {
        self.skipped.values().sum()
    }

    /// Whether every row is accounted for.
    pub fn adds_up(&self) -> bool {
        self.deal_rows + self.history_rows + self.rows_skipped() == self.rows_read
    }
}

/// Why a row is no deal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SkipReason {
    /// A total or sub-total.
    Total,
    /// The header again.
    RepeatedHeader,
    /// A title inside the table (`STYCZEŃ 2026`).
    Section,
    /// Nothing in any recognised column that would make it a deal.
    NoDeal,
    /// A row of a change log without a readable stage or moment.
    UnreadableEntry,
    /// Dated after the as-of moment.
    AfterAsOf,
    /// About a deal that no table has the state of.
    NoSuchDeal,
    /// A deal of another pipeline than the one asked for.
    OtherPipeline,
    /// A deal that stands in a fuller table once more.
    Repeated,
}

impl SkipReason {
    /// Every reason.
    pub const ALL: &'static [Self] = &[
        Self::Total,
        Self::RepeatedHeader,
        Self::Section,
        Self::NoDeal,
        Self::UnreadableEntry,
        Self::AfterAsOf,
        Self::NoSuchDeal,
        Self::OtherPipeline,
        Self::Repeated,
    ];

    /// Stable name for report.json and the catalogues.
    pub fn name(self) -> &'static str {
        match self {
            Self::Total => "total",
            Self::RepeatedHeader => "repeated-header",
            Self::Section => "section",
            Self::NoDeal => "no-deal",
            Self::UnreadableEntry => "unreadable-entry",
            Self::AfterAsOf => "after-as-of",
            Self::NoSuchDeal => "no-such-deal",
            Self::OtherPipeline => "other-pipeline",
            Self::Repeated => "repeated",
        }
    }
}
