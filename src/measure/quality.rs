//! Data quality: how many deals have the cells that the measures need, and how fresh the sheets are.

use super::stalled::has_next_step;
use super::way::{Entry, Way};
use super::{Completeness, CompletenessItem};
use crate::model::{Book, DealState, Entered, Moment, Promise, StageId};

/// How complete the key cells are, in the order of the items. Items whose stage the pipeline lacks are left
/// out.
pub(super) fn completeness(book: &Book, ways: &[Way<'_>]) -> Vec<Completeness> {
    let mut items: Vec<(Due, Completeness)> = ITEMS
        .iter()
        .filter_map(|(item, cell)| Some((cell.due(book)?, Completeness { item: *item, of: 0, filled: 0 })))
        .collect();
    for way in ways {
        for (due, completeness) in &mut items {
            if let Some(filled) = due(way) {
                completeness.of += 1;
                completeness.filled += usize::from(filled);
            }
        }
    }
    items.into_iter().map(|(_, completeness)| completeness).collect()
}

/// Whether a cell of a deal is filled; none when the deal needs none.
type Due<'a> = Box<dyn Fn(&Way<'_>) -> Option<bool> + 'a>;

/// Where an item is looked up.
enum Cell {
    /// In a cell of the deal: whether it is filled; none when the deal needs none.
    OfDeal(fn(&Way<'_>) -> Option<bool>),
    /// In the date of a stage (none when the pipeline lacks it), for the deals that should have one.
    OfStage(fn(&Book) -> Option<StageId>, fn(&Book, &Way<'_>, StageId) -> bool),
}

impl Cell {
    /// The look-up in this book; none when the pipeline lacks the stage.
    fn due<'a>(&'a self, book: &'a Book) -> Option<Due<'a>> {
        Some(match self {
            Self::OfDeal(filled) => Box::new(filled),
            Self::OfStage(stage, due) => {
                let stage = stage(book)?;
                Box::new(move |way| due(book, way, stage).then(|| is_dated(way, stage)))
            }
        })
    }
}

const ITEMS: &[(CompletenessItem, Cell)] = &[
    (CompletenessItem::InquiryDate, Cell::OfStage(|book| book.pipeline.ladder().first().copied(), |_, _, _| true)),
    (CompletenessItem::ContactDate, Cell::OfStage(|book| first_contact(book).map(|promise| promise.to), came_to)),
    (CompletenessItem::OfferDate, Cell::OfStage(|book| book.pipeline.promises.offer, came_to)),
    (CompletenessItem::FollowUpDate, Cell::OfStage(|book| follow_up(book).map(|promise| promise.to), visited)),
    (CompletenessItem::ClosedDate, Cell::OfDeal(|way| is_closed(way).then(|| has_date(way.history.last())))),
    (CompletenessItem::StageSince, Cell::OfDeal(|way| way.is_undecided().then(|| has_date(way.history.last())))),
    (CompletenessItem::Value, Cell::OfDeal(|way| Some(way.deal.value.is_some()))),
    (CompletenessItem::Owner, Cell::OfDeal(|way| Some(way.deal.owner.is_some()))),
    (CompletenessItem::Source, Cell::OfDeal(|way| Some(way.deal.source.is_some()))),
    (
        CompletenessItem::LostReason,
        Cell::OfDeal(|way| (way.state == DealState::Lost).then_some(way.deal.lost_reason.is_some())),
    ),
    (CompletenessItem::NextStep, Cell::OfDeal(|way| way.is_undecided().then(|| has_next_step(way)))),
];

fn first_contact(book: &Book) -> Option<&Promise> {
    book.pipeline.promises.first_contact.as_ref()
}

fn follow_up(book: &Book) -> Option<&Promise> {
    book.pipeline.promises.follow_up.as_ref()
}

fn is_closed(way: &Way<'_>) -> bool {
    matches!(way.state, DealState::Won | DealState::Lost)
}

/// Whether the deal came as far as this stage, skipped or not.
fn came_to(book: &Book, way: &Way<'_>, stage: StageId) -> bool {
    book.pipeline.stage(stage).rank.is_some_and(|rank| way.high >= rank)
}

fn visited(_: &Book, way: &Way<'_>, stage: StageId) -> bool {
    way.first_entry(stage).is_some()
}

fn is_dated(way: &Way<'_>, stage: StageId) -> bool {
    has_date(way.first_entry(stage))
}

fn has_date(entry: Option<&Entry>) -> bool {
    entry.is_some_and(|entry| entry.entered.moment().is_some())
}

/// The newest moment in the sheets that is not later than as-of: a stage entry or an activity.
pub(super) fn newest_fact(book: &Book, histories: &[Entry]) -> Option<Moment> {
    let entries = histories.iter().filter_map(|entry| match entry.entered {
        Entered::At(moment) | Entered::Between(_, moment) | Entered::BeforeCopies(_, moment) => Some(moment),
        Entered::Unknown => None,
    });
    let activities = book.deals.iter().filter_map(|deal| deal.last_activity);
    entries.chain(activities).filter(|moment| moment.known_by(book.as_of)).max_by(|a, b| a.order(*b))
}
