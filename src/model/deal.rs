//! One deal and its way through the pipeline.

use crate::locus::Locus;

use super::{Moment, Money, Pipeline, Rows, StageId, StageKind, Stand};

/// A deal with everything that the sheets say about it.
#[derive(Debug, Clone, PartialEq)]
pub struct Deal {
    /// The sheet's own number or name of the deal, or `#<row>` where it has none. Not always unique.
    pub id: String,
    /// What the deal is called.
    pub name: Option<String>,
    /// The firm that buys.
    pub company: Option<String>,
    /// The person to talk to.
    pub contact: Option<String>,
    /// Telephone number as written.
    pub phone: Option<String>,
    /// E-mail address as written.
    pub email: Option<String>,
    /// Who sells; the last row known counts.
    pub owner: Option<String>,
    /// Where the inquiry came from; the first row counts.
    pub source: Option<String>,
    /// The campaign that brought it.
    pub campaign: Option<String>,
    /// What its row says that the campaign cost: all of it, or the row's part.
    pub campaign_cost: Option<Money>,
    /// The last known value.
    pub value: Option<Money>,
    /// Stage entries in order. The same stage never stands twice in a row. Never empty.
    pub history: Vec<StageEntry>,
    /// Whether the sheet tells the last open stage of a lost deal. Where the stage cell was overwritten with
    /// "lost" and no dates tell the way, it does not.
    pub way_known: bool,
    /// Whether the sheet keeps every stage that a deal passes: a change log, or one date column per stage. Where the
    /// stage cell is overwritten instead, a jump over stages does not tell how long the lower one lasted.
    pub stages_kept: bool,
    /// Why it was lost, as written.
    pub lost_reason: Option<String>,
    /// The agreed next step, as written.
    pub next_step: Option<String>,
    /// When the next step is due.
    pub next_step_on: Option<Moment>,
    /// When the seller expects to close.
    pub expected_close: Option<Moment>,
    /// When the seller expected to close before that, oldest first: a column of the original date, and earlier copies of the
    /// sheet. No two that follow each other are the same day.
    pub earlier_closes: Vec<Moment>,
    /// How it stood in the copies of the sheet, oldest first, the newest included; a copy that tells the same as the one
    /// before is left out. Empty where there are no copies.
    pub stands: Vec<Stand>,
    /// The first copy of its sheet, where it was there already and the sheet keeps the present stage alone: of stays that
    /// began before, only those that lasted until then were seen.
    pub known_from: Option<Moment>,
    /// The last contact or activity on record.
    pub last_activity: Option<Moment>,
    /// Remarks, as written.
    pub notes: Option<String>,
    /// The value as the sheet has it, where it was converted to another currency.
    pub value_written: Option<Money>,
    /// Cells of the custom columns, in the order of [`Book::custom_columns`](super::Book::custom_columns).
    pub custom: Vec<Option<String>>,
    /// The row that stands for the deal.
    pub at: Locus,
    /// Every row the deal was built from, `at` included, in the order read.
    pub rows: Rows,
}

/// One continuous stay in a stage begins.
#[derive(Debug, Clone, PartialEq)]
pub struct StageEntry {
    /// Which stage.
    pub stage: StageId,
    /// When it was entered.
    pub entered: Entered,
    /// The value known from here on, when the row tells one.
    pub value: Option<Money>,
    /// The row that tells it.
    pub at: Locus,
}

/// When a stage was entered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entered {
    /// At this moment.
    At(Moment),
    /// After the first and not later than the second (seen between two copies of the sheet).
    Between(Moment, Moment),
    /// After the first and not later than the second, which is the first copy of the sheet: it stood so already.
    BeforeCopies(Moment, Moment),
    /// Reached, but no cell tells when.
    Unknown,
}

impl Entered {
    /// The moment, when it is known.
    pub fn moment(self) -> Option<Moment> {
        match self {
            Self::At(moment) => Some(moment),
            Self::Between(..) | Self::BeforeCopies(..) | Self::Unknown => None,
        }
    }

    /// Whether copies of the sheet tell it, and no cell: that it lies between two of them.
    pub fn is_between_copies(self) -> bool {
        matches!(self, Self::Between(..) | Self::BeforeCopies(..))
    }

    /// The moment that showed it: of a change between two copies of the sheet, that of the later one.
    pub fn shown(self) -> Option<Moment> {
        match self {
            Self::At(moment) | Self::Between(_, moment) => Some(moment),
            Self::BeforeCopies(..) | Self::Unknown => None,
        }
    }
}

/// Where a deal stands: the kind of its last stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DealState {
    /// Undecided, on the ladder.
    Open,
    /// Undecided, parked.
    Deferred,
    /// Sold.
    Won,
    /// Lost.
    Lost,
    /// Gone from the sheet.
    Vanished,
}

impl Deal {
    /// The stage it is in now.
    pub fn stage(&self) -> StageId {
        self.history.last().expect("a deal has at least one stage entry").stage
    }

    /// Where it stands.
    pub fn state(&self, pipeline: &Pipeline) -> DealState {
        match pipeline.stage(self.stage()).kind {
            StageKind::Open => DealState::Open,
            StageKind::Deferred => DealState::Deferred,
            StageKind::Won => DealState::Won,
            StageKind::Lost => DealState::Lost,
            StageKind::Vanished => DealState::Vanished,
        }
    }

    /// The highest rank ever reached (the high-water mark `m`); 0 when it was never on the ladder. Going back
    /// does not lower it. After-sales ranks count as the first won rank.
    pub fn high_water(&self, pipeline: &Pipeline) -> u32 {
        let top = pipeline.won_rank().unwrap_or(u32::MAX);
        self.history.iter().filter_map(|entry| pipeline.stage(entry.stage).rank).max().unwrap_or(0).min(top)
    }

    /// The rank of its first entry (`e`); 0 when that is off the ladder. A deal first seen higher up *joined*
    /// there and was never at risk below.
    pub fn entry_rank(&self, pipeline: &Pipeline) -> u32 {
        let top = pipeline.won_rank().unwrap_or(u32::MAX);
        self.history.first().and_then(|entry| pipeline.stage(entry.stage).rank).unwrap_or(0).min(top)
    }

    /// When it came in: the moment of its first entry.
    pub fn inquiry(&self) -> Option<Moment> {
        self.history.first().and_then(|entry| entry.entered.moment())
    }

    /// Its first entry into this very stage; none when it skipped it or never came so far.
    pub fn first_entry(&self, stage: StageId) -> Option<&StageEntry> {
        self.history.iter().find(|entry| entry.stage == stage)
    }

    /// When it was won, lost or vanished; none while undecided or when no cell tells. For a won deal the first
    /// moment of its closing run of won stages.
    pub fn closed(&self, pipeline: &Pipeline) -> Option<Moment> {
        let kind = |entry: &StageEntry| pipeline.stage(entry.stage).kind;
        let last = self.history.last()?;
        match kind(last) {
            StageKind::Open | StageKind::Deferred => None,
            StageKind::Lost | StageKind::Vanished => last.entered.moment(),
            StageKind::Won => {
                self.history.iter().rev().take_while(|entry| kind(entry) == StageKind::Won).last()?.entered.moment()
            }
        }
    }

    /// When it first stood at this rank or above; the outer none means never, the inner that no cell tells when.
    pub fn reached(&self, rank: u32, pipeline: &Pipeline) -> Option<Option<Moment>> {
        self.history
            .iter()
            .find(|entry| pipeline.stage(entry.stage).rank.is_some_and(|r| r >= rank))
            .map(|entry| entry.entered.moment())
    }
}
