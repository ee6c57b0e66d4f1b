//! A deal's way up the ladder in ranks, and its history: what most measures ask of a deal, worked out once and close
//! together, so that a measure runs through very many deals without visiting each.

use super::Unmeasured;
use super::visit::{about, closing};
use crate::model::{Book, Currency, Deal, DealState, Entered, Moment, Money, Purse, StageId};

/// The share of deals whose dates must be known before times are computed from them. Deals without dates
/// are not a random sample: those still waiting mostly have one, those that moved on do not.
pub(super) const MOST_DATED: f64 = 0.95;

/// One entry of a deal's history.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry {
    /// Which stage.
    pub stage: StageId,
    /// When it was entered.
    pub entered: Entered,
}

/// One deal of the book with its ranks.
#[derive(Debug, Clone, Copy)]
pub(super) struct Way<'a> {
    /// Its place in the book.
    pub index: usize,
    /// The deal.
    pub deal: &'a Deal,
    /// Its stage entries in order, never empty.
    pub history: &'a [Entry],
    /// Whether the sheet keeps every stage that it passes.
    pub stages_kept: bool,
    /// The first copy of its sheet, where it was there already and the sheet keeps the present stage alone.
    pub known_from: Option<Moment>,
    /// The stage that it is in.
    pub stage: StageId,
    /// Where it stands.
    pub state: DealState,
    /// Rank of its first entry (`e`); 0 off the ladder.
    pub entry: u32,
    /// Highest rank ever reached (`m`); 0 for none.
    pub high: u32,
    /// When it came in.
    pub inquiry: Option<Moment>,
    /// When it was won, lost or vanished, if a cell tells, or, in the middle, two copies of the sheet.
    pub closed: Option<Moment>,
    /// What the sheets tell of that moment.
    pub closing: Entered,
    value: Option<Money>,
    amount: f64,
    is_unplaced_loss: bool,
}

impl Way<'_> {
    /// Whether it stood at this rank or passed through from below.
    pub(super) fn at_risk(&self, rank: u32) -> bool {
        0 < self.entry && self.entry <= rank && rank <= self.high
    }

    /// Lost, and no sheet tells from which stage.
    pub(super) fn is_unplaced_loss(&self) -> bool {
        self.is_unplaced_loss
    }

    /// Whether the deal is still to be decided.
    pub(super) fn is_undecided(&self) -> bool {
        matches!(self.state, DealState::Open | DealState::Deferred)
    }

    /// Its first entry into this very stage; none when it skipped it or never came so far.
    pub(super) fn first_entry(&self, stage: StageId) -> Option<&Entry> {
        self.history.iter().find(|entry| entry.stage == stage)
    }

    /// Its last known value.
    pub(super) fn value(&self) -> Option<Money> {
        self.value
    }

    /// The amount of its value; 0 when it has none.
    pub(super) fn amount(&self) -> f64 {
        self.amount
    }
}

/// The histories of all deals, one after the other in the order of the book.
pub(super) fn histories(book: &Book) -> Vec<Entry> {
    let entries = book.deals.iter().flat_map(|deal| &deal.history);
    entries.map(|entry| Entry { stage: entry.stage, entered: entry.entered }).collect()
}

/// The ways of all deals, in the order of the book, with their [`histories`].
pub(super) fn ways<'a>(book: &'a Book, mut histories: &'a [Entry]) -> Vec<Way<'a>> {
    let pipeline = &book.pipeline;
    let deals = book.deals.iter().enumerate();
    deals
        .map(|(index, deal)| {
            let (history, rest) = histories.split_at(deal.history.len());
            histories = rest;
            let closing = closing(pipeline, history);
            let state = deal.state(pipeline);
            Way {
                index,
                deal,
                history,
                stages_kept: deal.stages_kept,
                known_from: deal.known_from,
                stage: deal.stage(),
                state,
                entry: deal.entry_rank(pipeline),
                high: deal.high_water(pipeline),
                inquiry: deal.inquiry(),
                closed: closing.and_then(|place| about(pipeline, history, deal.stages_kept, place)),
                closing: closing.map_or(Entered::Unknown, |place| history[place].entered),
                value: deal.value,
                amount: deal.value.map_or(0.0, amount),
                is_unplaced_loss: state == DealState::Lost && !deal.way_known,
            }
        })
        .collect()
}

/// The first entry of each deal into the stage of offers; the reason when the pipeline has no such stage.
pub(super) fn offers<'a>(book: &'a Book, ways: &'a [Way<'a>]) -> Result<Vec<(&'a Way<'a>, Entered)>, Unmeasured> {
    let offer = book.pipeline.promises.offer.ok_or(Unmeasured::NoStage)?;
    Ok(ways.iter().filter_map(|way| Some((way, way.first_entry(offer)?.entered))).collect())
}

/// The one currency of the deals' values; the reason when there are several, or too few values to speak for all.
pub(super) fn currency<'w>(ways: impl Iterator<Item = &'w Way<'w>> + Clone) -> Result<Option<Currency>, Unmeasured> {
    let values: Purse = ways.clone().filter_map(Way::value).collect();
    if values.single().is_none() {
        return Err(Unmeasured::SeveralCurrencies);
    }
    let with_value = ways.clone().filter(|way| way.value().is_some()).count();
    if (with_value as f64) < MOST_DATED * ways.count() as f64 {
        return Err(Unmeasured::TooFewValues);
    }
    Ok(values.sums().next().map(|sum| sum.currency))
}

/// An amount for statistics and sorting.
pub(super) fn amount(money: Money) -> f64 {
    rust_decimal::prelude::ToPrimitive::to_f64(&money.amount).unwrap_or(0.0)
}
