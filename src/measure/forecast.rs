//! The forecast: what will be won in the coming 4 and 13 weeks.
//!
//! *Open deals*: each has the chance of past stays in its stage that lasted at least as long to be won within the
//! horizon ([`landmark`](super::landmark)), and its value times the mean change of value that wins went through since
//! that stage. *New deals*: arrivals as in the last 13 weeks, the win curve from the inquiry, the values of past wins.
//! Both are drawn 2,000 times from a counter-based stream, so that the same book gives the same figures, with the
//! uncertainty of everything that was learned ([`draw`](mod@draw)): P10, P50 and P90 are order statistics of the draws.
//! From 20,000 open deals on there are fewer draws.
//!
//! There is no forecast below 30 closed, 10 won, 10 lost and 5 open deals, and none for 13 weeks below 30 won; below 30
//! won the one for 4 weeks is a rough one. Nearly all deals must have dates and values, in one currency. How the same
//! forecast would have done before stands beside it ([`backtest`](mod@backtest)); where it did no better than the plain
//! figure of the last quarter, that figure is the one to show. The past is taken to repeat itself: seasons, prices and
//! new people are not foreseen.

mod backtest;
mod draw;
mod outlook;
mod track;

pub use backtest::{Backtest, Errors, Trial};

use outlook::{Outlook, WEEKS};
use track::Seen;

use super::way::{self, MOST_DATED, Way};
use super::{Measured, Unmeasured};
use crate::model::{Book, Currency, DealState, StageId};

/// The horizons in days: 4 and 13 weeks.
pub const HORIZONS: [u32; 2] = [28, 91];

/// The seed of all draws.
pub const SEED: u64 = super::stats::random::SEED;

/// Draws, and how many of single deals they may come to.
const DRAWS: (usize, usize) = (2000, 200);
const DRAWN_DEALS: usize = 40_000_000;

/// What a forecast needs.
const CLOSED: usize = 30;
const WON: usize = 10;
const LOST: usize = 10;
const OPEN: usize = 5;
const WON_FOR_LONG: usize = 30;

/// What will be won.
#[derive(Debug, Clone, PartialEq)]
pub struct Forecast {
    /// The currency of all amounts; none when no deal has a value.
    pub currency: Option<Currency>,
    /// The gate, and what was counted at it.
    pub gate: Gate,
    /// One for each of [`HORIZONS`], where the gate lets it pass.
    pub horizons: [Option<HorizonForecast>; 2],
    /// The open and deferred deals by id; empty where no horizon passes.
    pub prospects: Vec<Prospect>,
    /// Undecided deals left out because their way is not wholly dated.
    pub left_out: usize,
}

/// What a forecast needs, counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gate {
    /// Won.
    pub won: usize,
    /// Lost.
    pub lost: usize,
    /// Open or deferred.
    pub open: usize,
}

/// What a forecast lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lack {
    /// Closed deals.
    Closed,
    /// Won deals.
    Won,
    /// Lost deals.
    Lost,
    /// Open deals.
    Open,
    /// Won deals enough for a long horizon.
    WonForLong,
}

impl Lack {
    /// Stable name for report.json.
    pub fn name(self) -> &'static str {
        match self {
            Self::Closed => "closed<30",
            Self::Won => "won<10",
            Self::Lost => "lost<10",
            Self::Open => "open<5",
            Self::WonForLong => "won<30_for_horizon_over_28_days",
        }
    }
}

/// What will be won within one horizon.
#[derive(Debug, Clone, PartialEq)]
pub struct HorizonForecast {
    /// The horizon in days.
    pub days: u32,
    /// From the open deals.
    pub existing: Spread,
    /// From deals still to come.
    pub new: Spread,
    /// From both.
    pub total: Spread,
    /// Mean from the open deals.
    pub mean_existing: f64,
    /// Its standard deviation if all chances were exact.
    pub deviation_existing: f64,
    /// Mean from deals still to come.
    pub mean_new: f64,
    /// Wins expected of the open deals.
    pub wins_existing: f64,
    /// The mean from open deals, week by week.
    pub weekly_existing: Vec<f64>,
    /// The mean from deals still to come, week by week.
    pub weekly_new: Vec<f64>,
    /// What is won up to the end of each week, from both.
    pub fan: Vec<Spread>,
    /// How often was drawn.
    pub draws: usize,
    /// Whether so few were won that it is a rough one.
    pub rough: bool,
    /// What the last 13 weeks would bring if they went on.
    pub last_quarter: Spread,
    /// The mean of that.
    pub last_quarter_mean: f64,
    /// How it would have done; none where no earlier moment passes the gate.
    pub backtest: Option<Backtest>,
}

/// Order statistics of draws.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spread {
    /// One draw in ten is lower.
    pub p10: f64,
    /// The middle.
    pub p50: f64,
    /// One draw in ten is higher.
    pub p90: f64,
}

/// One open deal's outlook.
#[derive(Debug, Clone, PartialEq)]
pub struct Prospect {
    /// Which deal.
    pub deal: usize,
    /// The stage it is in.
    pub stage: StageId,
    /// Days in it.
    pub age: f64,
    /// Comparable stays behind its chances.
    pub comparable: usize,
    /// What it would be worth when won.
    pub value: f64,
    /// P(won within the horizon), for each of [`HORIZONS`].
    pub chance: [f64; 2],
    /// Their standard errors on the logit scale.
    pub error: [f64; 2],
    /// P(ever won).
    pub ever: f64,
    /// Days from now by which 25, 50 and 75 % of such deals that are won at all have been.
    pub close: [Option<f64>; 3],
    /// P(won in each of the coming weeks).
    by_week: [f64; WEEKS],
}

impl Gate {
    fn of(seen: &[Seen<'_>]) -> Self {
        let count = |state| seen.iter().filter(|deal| deal.state == state).count();
        let open = seen.iter().filter(|deal| deal.is_undecided()).count();
        Self { won: count(DealState::Won), lost: count(DealState::Lost), open }
    }

    /// What is lacking for a horizon in days.
    pub fn lacks(&self, days: u32) -> Vec<Lack> {
        let lacks = [
            (Lack::Closed, self.won + self.lost < CLOSED),
            (Lack::Won, self.won < WON),
            (Lack::Lost, self.lost < LOST),
            (Lack::Open, self.open < OPEN),
            (Lack::WonForLong, days > HORIZONS[0] && self.won < WON_FOR_LONG),
        ];
        lacks.into_iter().filter(|(_, lacking)| *lacking).map(|(lack, _)| lack).collect()
    }
}

impl HorizonForecast {
    /// Whether the range is so wide that its middle says nothing.
    pub fn is_wide(&self) -> bool {
        self.total.p90 - self.total.p10 > 2.0 * self.total.p50
    }

    /// The range to show: the forecast's, or the last quarter's where that did as well.
    pub fn shown(&self) -> Spread {
        if self.yields_to_last_quarter() { self.last_quarter } else { self.total }
    }

    /// Whether the plain figure of the last quarter did as well and is the one to show.
    pub fn yields_to_last_quarter(&self) -> bool {
        self.backtest.as_ref().is_some_and(|backtest| !backtest.beats_last_quarter())
    }
}

/// Forecasts what will be won.
pub(super) fn forecast(book: &Book, ways: &[Way<'_>]) -> Measured<Forecast> {
    let currency = match way::currency(ways.iter()) {
        Ok(currency) => currency,
        Err(reason) => return Measured::Unknown(reason),
    };
    let (tracks, left_out) = track::tracks(book, ways);
    let older = ways.iter().filter(|way| track::is_older_than_copies(way)).count();
    if tracks.is_empty() || (tracks.len() as f64) < MOST_DATED * (ways.len() - older) as f64 {
        return Measured::Unknown(Unmeasured::TooFewDates);
    }
    let seen = track::seen(&tracks, &book.pipeline, book.as_of);
    let gate = Gate::of(&seen);
    if !gate.lacks(HORIZONS[0]).is_empty() {
        return Measured::Known(Forecast { currency, gate, horizons: [None, None], prospects: Vec::new(), left_out });
    }
    let outlook = outlook::outlook(&seen, &book.pipeline, book.as_of);
    let weekly = backtest::weekly_wins(&seen, book.as_of);
    let mut backtests = backtest::backtests(book, &tracks).into_iter();
    let horizons = [0, 1].map(|place| {
        let backtest = backtests.next().flatten();
        let passes = gate.lacks(HORIZONS[place]).is_empty();
        passes.then(|| horizon(book, &outlook, place, gate, &weekly, backtest))
    });
    Measured::Known(Forecast { currency, gate, horizons, prospects: outlook.prospects, left_out })
}

fn horizon(
    book: &Book,
    outlook: &Outlook,
    place: usize,
    gate: Gate,
    weekly: &[f64],
    backtest: Option<Backtest>,
) -> HorizonForecast {
    let days = HORIZONS[place];
    let prospects = &outlook.prospects;
    let draws = (DRAWN_DEALS / prospects.len().max(1)).clamp(DRAWS.1, DRAWS.0);
    let drawn = draw::draw(outlook, &book.pipeline, place, draws);
    let sum = |each: &dyn Fn(&Prospect) -> f64| prospects.iter().map(each).sum::<f64>();
    let business = NewBusiness::of(outlook);
    let chances = draw::chances_by_week(outlook, place);
    HorizonForecast {
        days,
        existing: drawn.existing,
        new: drawn.new,
        total: drawn.total,
        mean_existing: sum(&|one| one.chance[place] * one.value),
        deviation_existing: sum(&|one| one.value * one.value * one.chance[place] * (1.0 - one.chance[place])).sqrt(),
        mean_new: business.a_week * chances.iter().map(|(p, _)| p).sum::<f64>() * business.mean_value,
        wins_existing: sum(&|one| one.chance[place]),
        weekly_existing: (0..days as usize / 7).map(|week| sum(&|one| one.value * one.by_week[week])).collect(),
        weekly_new: business.by_week(outlook, days / 7),
        fan: drawn.fan(days as usize / 7),
        draws,
        rough: gate.won < WON_FOR_LONG,
        last_quarter: backtest::last_quarter(weekly, days),
        last_quarter_mean: backtest::quarter_mean(weekly, days),
        backtest,
    }
}

/// Deals still to come, on average.
struct NewBusiness {
    a_week: f64,
    mean_value: f64,
}

impl NewBusiness {
    fn of(outlook: &Outlook) -> Self {
        let won = &outlook.won_values;
        Self {
            a_week: outlook.arrivals.iter().sum::<usize>() as f64 / outlook.arrivals.len() as f64,
            mean_value: won.iter().sum::<f64>() / won.len().max(1) as f64,
        }
    }

    /// What deals that come in the coming weeks will have brought, week by week.
    fn by_week(&self, outlook: &Outlook, weeks: u32) -> Vec<f64> {
        let mut before = 0.0;
        let won_by = |week: u32| {
            (0..week)
                .map(move |came| outlook.new_deals.incidence_at(7.0 * f64::from(week) - 7.0 * (f64::from(came) + 0.5)))
        };
        (1..=weeks)
            .map(|week| {
                let by = self.a_week * won_by(week).sum::<f64>() * self.mean_value;
                by - std::mem::replace(&mut before, by)
            })
            .collect()
    }
}
