//! The trend: what happened in each of the last weeks, what stood open at their ends, and how soon each seller called
//! back.
//!
//! Weeks run from Monday to Sunday; the last one goes on until as-of. Inquiries, contacts, offers, wins and losses count in
//! the week of their date, or of the copy of the sheet that showed them first: a contact is the first time that a deal
//! stood at the stage of the first contact or above it, an offer the first time at the stage of offers. *Open*, its value
//! and *over the limit* are stocks at the end of the week, from deals whose way is wholly dated: over the limit is a deal
//! that had been in its stage for longer than today's limit of that stage – what was agreed on at the time is not known,
//! so these are more than the stalled ones. Values are those known at the time.
//!
//! What has no date is counted beside, and a series of which more than one fact in twenty lacks its date is not given at
//! all – but copies of the sheet date everything that came after the first of them: where that is enough, the series
//! begins there.
//!
//! Promises count in the week in which their clock started, on elapsed hours; for sellers on hours of working days, which
//! is fair to those who get their inquiries on Fridays. Mature records alone count. The conversion of a week is the share
//! of its inquiries that were won within N days, once every one of them has had so long.

mod stock;
mod weeks;

use chrono::{Days, NaiveDate};

pub use weeks::Weekly;

use super::cohort::{self, CohortCell};
use super::ladder::Ladder;
use super::names::Names;
use super::way::{self, Entry, Way};
use super::when::When;
use super::{Latency, Measured, PromiseRecord, PromiseResult, Stalled, Unmeasured, Verdicts};
use crate::model::{Book, DealState, Entered, Moment};
use stock::Stock;
use weeks::{Weeks, sunday};

/// Weeks of each seller: a quarter.
const SELLER_WEEKS: usize = 13;

/// What happened week by week.
#[derive(Debug, Clone, PartialEq)]
pub struct Trend {
    /// The Mondays, oldest first; the last week goes on until as-of.
    pub weeks: Vec<NaiveDate>,
    /// Whether as-of is the end of the last week.
    pub last_is_whole: bool,
    /// Inquiries that came in.
    pub new: Measured<Weekly<usize>>,
    /// Deals that came to their first contact.
    pub contacted: Measured<Weekly<usize>>,
    /// Deals that got their first offer.
    pub offers: Measured<Weekly<usize>>,
    /// Deals won.
    pub won: Measured<Weekly<usize>>,
    /// Deals lost.
    pub lost: Measured<Weekly<usize>>,
    /// Undecided deals at the end of the week, deferred ones included.
    pub open: Measured<Weekly<usize>>,
    /// What those were worth then; an amount of the one currency.
    pub open_value: Measured<Weekly<f64>>,
    /// Those on the ladder that had been in their stage for longer than its limit.
    pub over_limit: Measured<Weekly<usize>>,
    /// Facts without a date, which no week has: inquiries, contacts, offers, wins, losses.
    pub undated: [usize; 5],
    /// Deals whose way is not wholly dated, which no stock has.
    pub left_out: usize,
    /// First contacts of the week's inquiries by verdict, on elapsed hours.
    pub first_contact: Measured<Vec<Verdicts>>,
    /// Follow-ups of the week's offers by verdict, on elapsed hours.
    pub follow_up: Measured<Vec<Verdicts>>,
    /// The horizon of the conversion, in days.
    pub conversion_days: u32,
    /// What became of the week's inquiries.
    pub conversion: Vec<WeekConversion>,
    /// First contacts by seller, on hours of working days; by name, those without one last.
    pub sellers: Vec<SellerWeeks>,
}

/// Weeks below which there is no trend.
const FEWEST: usize = 3;

impl Trend {
    /// Whether there are weeks enough, and anything that can be told of them.
    pub fn is_told(&self) -> bool {
        let counts = [&self.new, &self.contacted, &self.offers, &self.won, &self.lost, &self.open];
        self.weeks.len() >= FEWEST && counts.into_iter().any(|counts| counts.known().is_some())
    }
}

/// The inquiries of one week.
#[derive(Debug, Clone, PartialEq)]
pub struct WeekConversion {
    /// Inquiries.
    pub n: usize,
    /// How many of them were won within the horizon.
    pub within: CohortCell,
}

/// One seller's first contacts.
#[derive(Debug, Clone, PartialEq)]
pub struct SellerWeeks {
    /// The name; none for deals without one.
    pub name: Option<String>,
    /// By verdict, one for each of the last 13 weeks, or of all when there are fewer.
    pub first_contact: Vec<Verdicts>,
}

/// What the trend is made of, beside the book.
pub(super) struct Grounds<'a> {
    pub(super) ladder: &'a Ladder<'a>,
    pub(super) ways: &'a [Way<'a>],
    pub(super) stalled: &'a Stalled,
    pub(super) first_contact: &'a Measured<PromiseResult>,
    pub(super) follow_up: &'a Measured<PromiseResult>,
    pub(super) owners: &'a Names<'a>,
    /// The horizon of the conversion, in days.
    pub(super) days: u32,
}

/// What happened week by week.
pub(super) fn trend(book: &Book, grounds: &Grounds<'_>) -> Trend {
    let ways = grounds.ways;
    let weeks = Weeks::of(ways, book.as_of);
    let known = |when: When| if when.by().is_some_and(|by| by.known_by(book.as_of)) { when } else { When::Untold };
    let count = |facts: Vec<When>| weeks.count(&facts.into_iter().map(known).collect::<Vec<_>>());
    let closed = |state: DealState| {
        ways.iter().filter(move |way| way.state == state).map(|way| When::of(way, way.closing)).collect()
    };
    let (new, no_inquiry) = count(ways.iter().map(|way| When::of(way, way.history[0].entered)).collect());
    let of_stage = |facts: Result<Vec<When>, Unmeasured>| match facts {
        Ok(facts) => count(facts),
        Err(why) => (Measured::Unknown(why), 0),
    };
    let (contacted, no_contact) = of_stage(contacts(book, ways));
    let offers = way::offers(book, ways);
    let offers = offers.map(|offers| offers.into_iter().map(|(way, entered)| When::of(way, entered)).collect());
    let (offers, no_offer) = of_stage(offers);
    let (won, no_win) = count(closed(DealState::Won));
    let (lost, no_loss) = count(closed(DealState::Lost));
    let stock = Stock::of(book, ways, grounds.stalled, &weeks);
    let promise = |promise: &Measured<PromiseResult>| match promise {
        Measured::Known(promise) => Measured::Known(verdicts(&weeks, &promise.records, |record| &record.clock)),
        Measured::Unknown(why) => Measured::Unknown(*why),
    };
    Trend {
        last_is_whole: weeks.mondays.last().is_some_and(|last| whole(*last, book.as_of)),
        undated: [no_inquiry, no_contact, no_offer, no_win, no_loss],
        left_out: stock.left_out,
        sellers: grounds
            .first_contact
            .known()
            .map(|contact| sellers(grounds.owners, contact, &weeks))
            .unwrap_or_default(),
        conversion_days: grounds.days,
        conversion: conversion(book, grounds, &weeks),
        first_contact: promise(grounds.first_contact),
        follow_up: promise(grounds.follow_up),
        weeks: weeks.mondays,
        new,
        contacted,
        offers,
        won,
        lost,
        open: stock.open,
        open_value: stock.value,
        over_limit: stock.over_limit,
    }
}

/// When each deal first stood at the stage of the first contact or above it.
fn contacts(book: &Book, ways: &[Way<'_>]) -> Result<Vec<When>, Unmeasured> {
    let contact = book.pipeline.promises.first_contact.as_ref().ok_or(Unmeasured::NoStage)?;
    let rank = book.pipeline.stage(contact.to).rank.ok_or(Unmeasured::NoStage)?;
    let first = |way: &Way<'_>| {
        let rank_of = |entry: &Entry| book.pipeline.stage(entry.stage).rank.filter(|reached| *reached >= rank);
        let (reached, entered) = way.history.iter().find_map(|entry| Some((rank_of(entry)?, entry.entered)))?;
        // Where the stage cell is overwritten, the date of a later stage is not that of the contact.
        let is_hidden = reached > rank && !way.stages_kept && matches!(entered, Entered::At(_));
        Some(if is_hidden { When::Untold } else { When::of(way, entered) })
    };
    Ok(ways.iter().filter_map(first).collect())
}

/// The inquiries of each week and how many of them were won within the horizon.
fn conversion(book: &Book, grounds: &Grounds<'_>, weeks: &Weeks) -> Vec<WeekConversion> {
    let mut by_week: Vec<Vec<&Way<'_>>> = vec![Vec::new(); weeks.mondays.len()];
    for way in grounds.ladder.began(grounds.ways) {
        if let Some(place) = way.inquiry.and_then(|inquiry| weeks.place(inquiry.date())) {
            by_week[place].push(way);
        }
    }
    let covered = cohort::last_covered_day(book.as_of);
    let of_week = |(monday, ways): (&NaiveDate, &Vec<&Way<'_>>)| WeekConversion {
        n: ways.len(),
        within: cohort::within(grounds.ladder, ways, sunday(*monday), grounds.days, covered),
    };
    weeks.mondays.iter().zip(&by_week).map(of_week).collect()
}

/// Whether as-of leaves nothing of the week that begins on this Monday.
fn whole(monday: NaiveDate, as_of: Moment) -> bool {
    matches!(as_of, Moment::Day(day) if day >= monday + Days::new(6))
}

/// Mature records by the week of their start.
fn verdicts<'r>(
    weeks: &Weeks,
    records: impl IntoIterator<Item = &'r PromiseRecord>,
    latency: fn(&PromiseRecord) -> &Latency,
) -> Vec<Verdicts> {
    let mut verdicts = vec![Verdicts::default(); weeks.mondays.len()];
    for record in records.into_iter().filter(|record| latency(record).mature) {
        if let Some(place) = weeks.place(record.start.date()) {
            verdicts[place].count(latency(record).verdict);
        }
    }
    verdicts
}

/// Each seller's first contacts, those without a name last.
fn sellers(owners: &Names<'_>, contact: &PromiseResult, weeks: &Weeks) -> Vec<SellerWeeks> {
    let mut records: Vec<Vec<&PromiseRecord>> = vec![Vec::new(); owners.all.len()];
    for record in &contact.records {
        records[owners.place(record.deal)].push(record);
    }
    let quarter = weeks.mondays.len().saturating_sub(SELLER_WEEKS);
    let any = owners.all.iter().zip(records).filter(|(_, records)| !records.is_empty());
    let mut sellers: Vec<SellerWeeks> = any
        .map(|(name, records)| SellerWeeks {
            name: name.map(str::to_owned),
            first_contact: verdicts(weeks, records, |record| &record.workdays).split_off(quarter),
        })
        .collect();
    sellers.sort_by_key(|seller| seller.name.is_none());
    sellers
}
