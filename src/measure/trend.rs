//! The trend: what happened in each of the last weeks, and how soon each seller called back.
//!
//! Weeks run from Monday to Sunday; the last one goes on until as-of. Inquiries, offers, wins and losses count in the
//! week of their date: an offer is the first time that a deal stood at the stage of offers. *Open* and *over the limit*
//! are stocks at the end of the week, from deals whose way is wholly dated: over the limit is a deal that had been in
//! its stage for longer than today's limit of that stage – what was agreed on at the time is not known, so these are
//! more than the stalled ones. What has no date is counted beside, and a series of which more than one fact in twenty
//! lacks its date is not given at all.
//!
//! Promises are those of the first contact: on elapsed hours for the team, in the week of the inquiry, and on hours of
//! working days for sellers, which is fair to those who get their inquiries on Fridays. Mature records alone count.

use chrono::{Datelike, Days, NaiveDate};

use super::names::Names;
use super::way::{self, MOST_DATED, Way};
use super::{Latency, Measured, PromiseRecord, PromiseResult, Stalled, Unmeasured, Verdict, Verdicts};
use crate::model::{Book, DealState, Moment, StageKind};

/// Weeks told at most: two years.
const WEEKS: usize = 104;

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
    pub new: Measured<Vec<usize>>,
    /// Deals that got their first offer.
    pub offers: Measured<Vec<usize>>,
    /// Deals won.
    pub won: Measured<Vec<usize>>,
    /// Deals lost.
    pub lost: Measured<Vec<usize>>,
    /// Undecided deals at the end of the week, deferred ones included.
    pub open: Measured<Vec<usize>>,
    /// Those on the ladder that had been in their stage for longer than its limit.
    pub over_limit: Measured<Vec<usize>>,
    /// Facts without a date, which no week has: inquiries, offers, wins, losses.
    pub undated: [usize; 4],
    /// Deals whose way is not wholly dated, which no stock has.
    pub left_out: usize,
    /// First contacts of the week's inquiries by verdict, on elapsed hours.
    pub first_contact: Measured<Vec<Verdicts>>,
    /// The same by seller, on hours of working days; by name, those without one last.
    pub sellers: Vec<SellerWeeks>,
}

/// One seller's first contacts.
#[derive(Debug, Clone, PartialEq)]
pub struct SellerWeeks {
    /// The name; none for deals without one.
    pub name: Option<String>,
    /// By verdict, one for each of the last 13 weeks, or of all when there are fewer.
    pub first_contact: Vec<Verdicts>,
}

/// The weeks that are told, by their Mondays.
struct Weeks {
    mondays: Vec<NaiveDate>,
}

impl Weeks {
    /// From the first inquiry to as-of, [`WEEKS`] at most.
    fn of(ways: &[Way<'_>], as_of: Moment) -> Self {
        let last = monday(as_of.date());
        let first = ways.iter().filter_map(|way| way.inquiry).map(|inquiry| monday(inquiry.date())).min();
        let first = first.unwrap_or(last).min(last);
        let count = ((last - first).num_weeks() as usize + 1).min(WEEKS);
        let mondays = (0..count).rev().map(|back| last - Days::new(7 * back as u64)).collect();
        Self { mondays }
    }

    /// The place of the week of a day; below zero, or past the last, for weeks that are not told.
    fn number(&self, day: NaiveDate) -> i64 {
        (day - self.mondays[0]).num_days().div_euclid(7)
    }

    fn place(&self, day: NaiveDate) -> Option<usize> {
        usize::try_from(self.number(day)).ok().filter(|place| *place < self.mondays.len())
    }

    /// The first week at the end of which this is known; their number when at the end of none.
    fn known_from(&self, moment: Moment, as_of: Moment) -> usize {
        let week = self.number(moment.date()).max(0) as usize;
        let last = self.mondays.len() - 1;
        if week < last || week == last && moment.known_by(as_of) { week } else { last + 1 }
    }

    /// How many of these dates lie in each week, and how many facts have none; not known when those are too many.
    fn count(&self, dates: &[Option<Moment>]) -> (Measured<Vec<usize>>, usize) {
        let dated: Vec<Moment> = dates.iter().copied().flatten().collect();
        let undated = dates.len() - dated.len();
        if (dated.len() as f64) < MOST_DATED * dates.len() as f64 {
            return (Measured::Unknown(Unmeasured::TooFewDates), undated);
        }
        let mut counts = vec![0; self.mondays.len()];
        for place in dated.iter().filter_map(|moment| self.place(moment.date())) {
            counts[place] += 1;
        }
        (Measured::Known(counts), undated)
    }

    /// The last moment of each week; as-of for the last.
    fn ends(&self, as_of: Moment) -> Vec<Moment> {
        let sunday = |monday: &NaiveDate| Moment::Day(*monday + Days::new(6));
        let before_last = self.mondays.iter().take(self.mondays.len() - 1).map(sunday);
        before_last.chain([as_of]).collect()
    }

    /// Records by the week of their start.
    fn verdicts<'r>(
        &self,
        records: impl Iterator<Item = &'r PromiseRecord>,
        latency: fn(&PromiseRecord) -> &Latency,
    ) -> Vec<Verdicts> {
        let mut weeks = vec![Verdicts::default(); self.mondays.len()];
        for record in records.filter(|record| latency(record).mature) {
            let Some(place) = self.place(record.start.date()) else { continue };
            let week = &mut weeks[place];
            *match latency(record).verdict {
                Verdict::Met => &mut week.met,
                Verdict::Missed => &mut week.missed,
                Verdict::CannotTell => &mut week.cannot_tell,
                Verdict::Excluded => &mut week.excluded,
                Verdict::Pending => &mut week.pending,
            } += 1;
        }
        weeks
    }
}

fn monday(day: NaiveDate) -> NaiveDate {
    day - Days::new(day.weekday().num_days_from_monday().into())
}

/// What happened week by week.
pub(super) fn trend(
    book: &Book,
    ways: &[Way<'_>],
    stalled: &Stalled,
    contact: &Measured<PromiseResult>,
    owners: &Names<'_>,
) -> Trend {
    let weeks = Weeks::of(ways, book.as_of);
    let known = |moment: Option<Moment>| moment.filter(|moment| moment.known_by(book.as_of));
    let all = |moments: Vec<Option<Moment>>| weeks.count(&moments);
    let closed =
        |state: DealState| ways.iter().filter(move |way| way.state == state).map(|way| known(way.closed_shown));
    let (new, no_inquiry) = all(ways.iter().map(|way| known(way.inquiry)).collect());
    let (offers, no_offer) = match way::offers(book, ways) {
        Ok(offers) => all(offers.into_iter().map(|(_, entered)| known(entered.shown())).collect()),
        Err(why) => (Measured::Unknown(why), 0),
    };
    let (won, no_win) = all(closed(DealState::Won).collect());
    let (lost, no_loss) = all(closed(DealState::Lost).collect());
    let stock = Stock::of(book, ways, stalled, &weeks);
    let first_contact = match contact {
        Measured::Known(contact) => Measured::Known(weeks.verdicts(contact.records.iter(), |record| &record.clock)),
        Measured::Unknown(why) => Measured::Unknown(*why),
    };
    Trend {
        last_is_whole: weeks.mondays.last().is_some_and(|last| whole(*last, book.as_of)),
        undated: [no_inquiry, no_offer, no_win, no_loss],
        left_out: stock.left_out,
        sellers: contact.known().map(|contact| sellers(owners, contact, &weeks)).unwrap_or_default(),
        weeks: weeks.mondays,
        new,
        offers,
        won,
        lost,
        open: stock.open,
        over_limit: stock.over_limit,
        first_contact,
    }
}

/// Whether as-of leaves nothing of the week that begins on this Monday.
fn whole(monday: NaiveDate, as_of: Moment) -> bool {
    matches!(as_of, Moment::Day(day) if day >= monday + Days::new(6))
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
            first_contact: weeks.verdicts(records.into_iter(), |record| &record.workdays).split_off(quarter),
        })
        .collect();
    sellers.sort_by_key(|seller| seller.name.is_none());
    sellers
}

/// What stood open at the end of each week.
struct Stock {
    open: Measured<Vec<usize>>,
    over_limit: Measured<Vec<usize>>,
    left_out: usize,
}

impl Stock {
    fn of(book: &Book, ways: &[Way<'_>], stalled: &Stalled, weeks: &Weeks) -> Self {
        let dated: Vec<&Way<'_>> = ways.iter().filter(|way| is_wholly_dated(way)).collect();
        let left_out = ways.len() - dated.len();
        if (dated.len() as f64) < MOST_DATED * ways.len() as f64 {
            let unknown = || Measured::Unknown(Unmeasured::TooFewDates);
            return Self { open: unknown(), over_limit: unknown(), left_out };
        }
        let mut limits: Vec<Option<f64>> = vec![None; book.pipeline.stages.len()];
        for limit in &stalled.limits {
            limits[limit.stage.0] = Some(limit.days);
        }
        let ends = weeks.ends(book.as_of);
        let (mut open, mut over) = (vec![0; ends.len()], vec![0; ends.len()]);
        for way in dated {
            for (place, entry) in way.history.iter().enumerate() {
                let Some(since) = entry.entered.shown() else { continue };
                let until = way.history.get(place + 1).and_then(|next| next.entered.shown());
                let kind = book.pipeline.stage(entry.stage).kind;
                if !matches!(kind, StageKind::Open | StageKind::Deferred) {
                    continue;
                }
                let from = weeks.known_from(since, book.as_of);
                let to = until.map_or(ends.len(), |until| weeks.known_from(until, book.as_of));
                let limit = limits[entry.stage.0].filter(|_| kind == StageKind::Open);
                for week in from..to {
                    open[week] += 1;
                    over[week] += usize::from(limit.is_some_and(|limit| since.days_until(ends[week]) > limit));
                }
            }
        }
        Self { open: Measured::Known(open), over_limit: Measured::Known(over), left_out }
    }
}

/// Whether every step of the deal has a date and no step is hidden.
fn is_wholly_dated(way: &Way<'_>) -> bool {
    way.history.iter().all(|entry| entry.entered.shown().is_some()) && !way.is_unplaced_loss()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weeks_begin_on_monday_and_the_last_ends_at_as_of() {
        let day = |d| NaiveDate::from_ymd_opt(2026, 11, d).expect("a day");
        let weeks = Weeks { mondays: vec![day(9), day(16)] };
        assert_eq!(weeks.place(day(15)), Some(0));
        assert_eq!(weeks.place(day(16)), Some(1));
        assert_eq!((weeks.place(day(8)), weeks.place(day(23))), (None, None));
        assert_eq!(weeks.ends(Moment::Day(day(20))), [Moment::Day(day(15)), Moment::Day(day(20))]);
        assert!(!whole(day(16), Moment::Day(day(20))) && whole(day(16), Moment::Day(day(22))));
        let (counts, undated) = weeks.count(&[Some(Moment::Day(day(10))), Some(Moment::Day(day(1)))]);
        assert_eq!((counts, undated), (Measured::Known(vec![1, 0]), 0));
        let (counts, undated) = weeks.count(&[Some(Moment::Day(day(10))), None]);
        assert_eq!((counts, undated), (Measured::Unknown(Unmeasured::TooFewDates), 1));
    }
}
