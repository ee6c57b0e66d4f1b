//! Since the last copy: what the newest copy of a sheet tells of each deal that the one before did not, and what that did
//! to the value of the open deals.
//!
//! Every deal that was undecided in the copy before, or that the newest has for the first time, took one *turn*: it came
//! in, went forward or back, stood still, was parked, taken up again, won, lost, or is gone from the sheet. A deal that
//! stands undecided in both may also have been *edited*: its expected close put off or brought forward, its value raised
//! or cut, its seller changed. Deals decided before and still decided are no news.
//!
//! A bridge leads from the value before to the value now in parts that add up to the difference. The first is over all
//! open deals. The second is over those that are to be closed by the end of the newest copy's quarter, overdue ones
//! included: there plans that leave the quarter have slipped, and plans that come into it were pulled in. A deal counts in
//! one part: where it leaves or comes in with its whole value, else with the change of its value. Nothing is estimated,
//! and currencies are never added.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use super::{Measured, Unmeasured};
use crate::model::{Book, Deal, Entered, Moment, Money, Purse, StageId, StageKind, Stand};

/// What changed from one copy to the next.
#[derive(Debug, Clone, PartialEq)]
pub struct SinceCopy {
    /// When the copy before was made.
    pub before: Moment,
    /// When the newest was made.
    pub now: Moment,
    /// Each deal with its step, in the order of the book.
    pub moves: Vec<Move>,
    /// The value of open deals.
    pub open: Bridge,
    /// The value of open deals that are to be closed by the end of the quarter; none where no deal has a plan.
    pub this_quarter: Option<Bridge>,
    /// The last day of that quarter.
    pub quarter_ends: NaiveDate,
}

/// One deal from copy to copy.
#[derive(Debug, Clone, PartialEq)]
pub struct Move {
    /// Which deal.
    pub deal: usize,
    /// Where it went.
    pub turn: Turn,
    /// What was changed beside.
    pub edits: Vec<Edit>,
    /// How it stood in the copy before; none when it came in.
    pub before: Option<Stand>,
    /// How it stands now; none when it is gone.
    pub now: Option<Stand>,
}

/// Where a deal went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Turn {
    /// In the newest copy for the first time.
    CameIn,
    /// To a higher stage.
    Forward,
    /// To a lower stage.
    Back,
    /// In the same stage.
    Stood,
    /// Parked.
    Deferred,
    /// From parked, won or lost to an open stage.
    Resumed,
    /// Won.
    Won,
    /// Lost.
    Lost,
    /// No longer in the sheet.
    Vanished,
}

impl Turn {
    /// Every step.
    pub const ALL: [Self; 9] = [
        Self::Won,
        Self::Lost,
        Self::CameIn,
        Self::Forward,
        Self::Back,
        Self::Resumed,
        Self::Deferred,
        Self::Vanished,
        Self::Stood,
    ];

    /// Stable name for report.json and the catalogues.
    pub fn name(self) -> &'static str {
        match self {
            Self::CameIn => "new",
            Self::Forward => "forward",
            Self::Back => "back",
            Self::Stood => "stuck",
            Self::Deferred => "deferred",
            Self::Resumed => "resumed",
            Self::Won => "won",
            Self::Lost => "lost",
            Self::Vanished => "vanished",
        }
    }
}

/// What was changed of an undecided deal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Edit {
    /// Its expected close is later.
    Pushed,
    /// Its expected close is earlier.
    PulledIn,
    /// It is worth more.
    Grown,
    /// It is worth less.
    Shrunk,
    /// Another seller has it.
    OwnerChanged,
}

impl Edit {
    /// Every edit.
    pub const ALL: [Self; 5] = [Self::Pushed, Self::PulledIn, Self::Grown, Self::Shrunk, Self::OwnerChanged];

    /// Stable name for report.json and the catalogues.
    pub fn name(self) -> &'static str {
        match self {
            Self::Pushed => "pushed",
            Self::PulledIn => "pulled-in",
            Self::Grown => "grown",
            Self::Shrunk => "shrunk",
            Self::OwnerChanged => "owner-changed",
        }
    }
}

/// From the value before to the value now.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Bridge {
    /// The value in the copy before.
    pub before: Purse,
    /// What was added, and, below zero, taken away, by what did it.
    pub parts: BTreeMap<BridgePart, Purse>,
    /// The value now.
    pub now: Purse,
}

/// What changes a sum of open deals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BridgePart {
    /// Deals that came in.
    New,
    /// Deals taken up again.
    Resumed,
    /// Plans that were put off beyond the quarter.
    Slipped,
    /// Plans that were brought forward into it.
    PulledIn,
    /// Values raised.
    ValueUp,
    /// Values cut.
    ValueDown,
    /// Deals won.
    Won,
    /// Deals lost.
    Lost,
    /// Deals parked.
    Deferred,
    /// Deals gone from the sheet.
    Vanished,
}

impl BridgePart {
    /// Every part.
    pub const ALL: [Self; 10] = [
        Self::New,
        Self::Resumed,
        Self::PulledIn,
        Self::ValueUp,
        Self::Won,
        Self::Lost,
        Self::Deferred,
        Self::Vanished,
        Self::Slipped,
        Self::ValueDown,
    ];

    /// Stable name for report.json and the catalogues.
    pub fn name(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Resumed => "resumed",
            Self::Slipped => "slipped",
            Self::PulledIn => "pulled-in",
            Self::ValueUp => "value-up",
            Self::ValueDown => "value-down",
            Self::Won => "won",
            Self::Lost => "lost",
            Self::Deferred => "deferred",
            Self::Vanished => "vanished",
        }
    }
}

/// Compares the two newest copies that are known at as-of.
pub(super) fn since_last_copy(book: &Book) -> Measured<SinceCopy> {
    let [.., before, now] = book.copies.as_slice() else { return Measured::Unknown(Unmeasured::NoCopies) };
    let deals = book.deals.iter().enumerate();
    let moves: Vec<Move> = deals.filter_map(|(place, deal)| moved(book, place, deal, *before, *now)).collect();
    let quarter_ends = end_of_quarter(now.date());
    let is_open = |stand: &Stand| kind(book, stand) == StageKind::Open;
    let is_due = |stand: &Stand| is_open(stand) && stand.expected_close.is_some_and(|day| day.date() <= quarter_ends);
    let stands = || moves.iter().flat_map(|one| one.before.iter().chain(&one.now));
    let has_plans = stands().any(|stand| is_open(stand) && stand.expected_close.is_some());
    Measured::Known(SinceCopy {
        before: *before,
        now: *now,
        open: bridge(&moves, is_open),
        this_quarter: has_plans.then(|| bridge(&moves, is_due)),
        quarter_ends,
        moves,
    })
}

fn kind(book: &Book, stand: &Stand) -> StageKind {
    book.pipeline.stage(stand.stage).kind
}

/// The step of a deal; none where there are no copies of it, or it was decided before and still is.
fn moved(book: &Book, place: usize, deal: &Deal, before: Moment, now: Moment) -> Option<Move> {
    let known_by = |moment: Moment| deal.stands.iter().rev().find(|stand| stand.seen.order(moment).is_le());
    let (earlier, latest) = (known_by(before), known_by(now)?);
    let vanished =
        deal.history.last().is_some_and(|entry| book.pipeline.stage(entry.stage).kind == StageKind::Vanished);
    let gone_by = deal.history.last().filter(|_| vanished).and_then(|entry| match entry.entered {
        Entered::Between(_, by) => Some(by),
        _ => None,
    });
    if gone_by.is_some_and(|by| by.order(before).is_le()) {
        return None;
    }
    let is_gone = gone_by.is_some_and(|by| by.order(now).is_le());
    let turn = if is_gone { Turn::Vanished } else { turn(book, earlier, latest)? };
    let edits = earlier.filter(|_| !is_gone).map_or_else(Vec::new, |earlier| edits(book, earlier, latest));
    Some(Move { deal: place, turn, edits, before: earlier.cloned(), now: Some(latest.clone()).filter(|_| !is_gone) })
}

fn turn(book: &Book, before: Option<&Stand>, now: &Stand) -> Option<Turn> {
    let rank = |id: StageId| book.pipeline.stage(id).rank;
    let Some(before) = before else { return Some(Turn::CameIn) };
    Some(match (kind(book, before), kind(book, now)) {
        (StageKind::Won | StageKind::Lost | StageKind::Vanished, StageKind::Open | StageKind::Deferred)
        | (StageKind::Deferred, StageKind::Open) => Turn::Resumed,
        (StageKind::Won, StageKind::Won) | (StageKind::Lost, StageKind::Lost) => return None,
        (_, StageKind::Won) => Turn::Won,
        (_, StageKind::Lost) => Turn::Lost,
        (_, StageKind::Vanished) => Turn::Vanished,
        _ if before.stage == now.stage => Turn::Stood,
        (_, StageKind::Deferred) => Turn::Deferred,
        (_, StageKind::Open) if rank(now.stage) > rank(before.stage) => Turn::Forward,
        (_, StageKind::Open) => Turn::Back,
    })
}

fn edits(book: &Book, before: &Stand, now: &Stand) -> Vec<Edit> {
    let is_undecided = |stand: &Stand| matches!(kind(book, stand), StageKind::Open | StageKind::Deferred);
    if !is_undecided(before) || !is_undecided(now) {
        return Vec::new();
    }
    let days = before.expected_close.zip(now.expected_close).map(|(before, now)| (before.date(), now.date()));
    let amounts = before.value.zip(now.value).filter(|(before, now)| before.currency == now.currency);
    let amounts = amounts.map(|(before, now)| (before.amount, now.amount));
    let signs = [
        (Edit::Pushed, days.is_some_and(|(before, now)| before < now)),
        (Edit::PulledIn, days.is_some_and(|(before, now)| now < before)),
        (Edit::Grown, amounts.is_some_and(|(before, now)| before < now)),
        (Edit::Shrunk, amounts.is_some_and(|(before, now)| now < before)),
        (Edit::OwnerChanged, before.owner.as_ref().zip(now.owner.as_ref()).is_some_and(|(before, now)| before != now)),
    ];
    signs.into_iter().filter(|(_, holds)| *holds).map(|(edit, _)| edit).collect()
}

/// The way from the sum of the deals that counted before to the sum of those that count now.
fn bridge(moves: &[Move], counts: impl Fn(&Stand) -> bool) -> Bridge {
    let mut bridge = Bridge::default();
    for one in moves {
        let value = |stand: &Option<Stand>| stand.as_ref().filter(|stand| counts(stand)).map(|stand| stand.value);
        let (before, now) = (value(&one.before), value(&one.now));
        bridge.before.extend(before.flatten());
        bridge.now.extend(now.flatten());
        let out = before.flatten().map(|money| Money { amount: -money.amount, ..money });
        match (before, now) {
            (None, Some(now)) => bridge.add(came_by(one.turn), now),
            (Some(_), None) => bridge.add(left_by(one.turn), out),
            (Some(Some(a)), Some(Some(b))) if a.currency == b.currency => {
                let part = if a.amount < b.amount { BridgePart::ValueUp } else { BridgePart::ValueDown };
                let change = Money { amount: b.amount - a.amount, ..b };
                bridge.add(part, Some(change).filter(|change| !change.amount.is_zero()));
            }
            (Some(_), Some(now)) => {
                bridge.add(BridgePart::ValueDown, out);
                bridge.add(BridgePart::ValueUp, now);
            }
            (None, None) => {}
        }
    }
    bridge
}

impl Bridge {
    fn add(&mut self, part: BridgePart, money: Option<Money>) {
        if let Some(money) = money {
            self.parts.entry(part).or_default().add(money);
        }
    }
}

/// By what a deal came to count that did not before.
fn came_by(turn: Turn) -> BridgePart {
    match turn {
        Turn::CameIn => BridgePart::New,
        Turn::Resumed => BridgePart::Resumed,
        _ => BridgePart::PulledIn,
    }
}

/// By what a deal no longer counts.
fn left_by(turn: Turn) -> BridgePart {
    match turn {
        Turn::Won => BridgePart::Won,
        Turn::Lost => BridgePart::Lost,
        Turn::Deferred => BridgePart::Deferred,
        Turn::Vanished => BridgePart::Vanished,
        _ => BridgePart::Slipped,
    }
}

fn end_of_quarter(day: NaiveDate) -> NaiveDate {
    let last_month = day.month0() / 3 * 3 + 3;
    let next = if last_month == 12 { (day.year() + 1, 1) } else { (day.year(), last_month + 1) };
    NaiveDate::from_ymd_opt(next.0, next.1, 1).and_then(|first| first.pred_opt()).unwrap_or(day)
}
