//! Deals whose future is known: each goes from stage to stage by fixed probabilities, and the days in between are
//! log-normal. The same seed gives the same deals.

#[path = "../../tests/support/chance.rs"]
mod chance;

use std::f64::consts::TAU;

use chance::Chance;
use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use lejek::locus::Locus;
use lejek::model::{
    Book, Currency, Deal, Entered, Moment, Money, Pipeline, Promise, PromiseStages, Stage, StageEntry, StageId,
    StageKind, StageOrigin, Tally,
};

/// Deals as a book knows them at as-of, and as they really went on.
pub(crate) struct Population {
    /// What is known.
    pub(crate) book: Book,
    /// The whole way of each deal of the book: stage and moment.
    #[allow(dead_code, reason = "a benchmark does not look at the future")]
    pub(crate) futures: Vec<Vec<(usize, NaiveDateTime)>>,
}

/// Places in the pipeline.
pub(crate) const WON: usize = 5;
const LOST: usize = 6;
const DEFERRED: usize = 7;

/// Key, kind, days after which a deal counts as stalled when nothing better is known.
const STAGES: [(&str, StageKind, f64); 8] = [
    ("new", StageKind::Open, 2.0),
    ("qualification", StageKind::Open, 7.0),
    ("contact", StageKind::Open, 14.0),
    ("offer", StageKind::Open, 14.0),
    ("followup", StageKind::Open, 21.0),
    ("won", StageKind::Won, 0.0),
    ("lost", StageKind::Lost, 0.0),
    ("deferred", StageKind::Deferred, 90.0),
];

/// Where to, how likely, median days, and sigma of their logarithm.
type Leaving = (usize, f64, f64, f64);

/// The ways out of each stage.
const WAYS: [(usize, &[Leaving]); 6] = [
    (0, &[(1, 0.70, 0.25, 1.1), (2, 0.12, 0.3, 1.1), (LOST, 0.18, 6.0, 1.0)]),
    (1, &[(2, 0.72, 0.7, 1.0), (3, 0.06, 1.5, 0.8), (LOST, 0.20, 8.0, 0.9), (DEFERRED, 0.02, 5.0, 0.8)]),
    (2, &[(3, 0.60, 4.0, 0.8), (LOST, 0.28, 15.0, 0.9), (DEFERRED, 0.07, 8.0, 0.8), (1, 0.05, 5.0, 0.7)]),
    (
        3,
        &[
            (4, 0.62, 2.5, 0.9),
            (WON, 0.13, 7.0, 0.8),
            (LOST, 0.17, 25.0, 0.9),
            (DEFERRED, 0.05, 12.0, 0.8),
            (2, 0.03, 6.0, 0.7),
        ],
    ),
    (4, &[(WON, 0.42, 12.0, 0.8), (LOST, 0.36, 40.0, 0.9), (DEFERRED, 0.10, 20.0, 0.8), (3, 0.12, 9.0, 0.7)]),
    (DEFERRED, &[(4, 0.30, 60.0, 0.6), (3, 0.15, 60.0, 0.6), (LOST, 0.55, 120.0, 0.6)]),
];

/// So many deals that came in evenly over so many days before the end of 2025.
pub(crate) fn population(deals: usize, days: u32, seed: u64) -> Population {
    let as_of = day(2025, 12, 31).and_time(chrono::NaiveTime::MIN);
    let mut chance = Chance(seed);
    let mut made: Vec<(Deal, Vec<(usize, NaiveDateTime)>)> = (0..deals)
        .map(|number| {
            let came = as_of - span(chance.even() * f64::from(days));
            let future = future(&mut chance, came);
            (deal(&mut chance, number, &future, as_of), future)
        })
        .collect();
    made.sort_by_key(|(deal, _)| deal.inquiry().map(Moment::lo));
    let (deals, futures): (Vec<Deal>, Vec<_>) = made.into_iter().unzip();
    let tally = Tally { rows_read: deals.len(), deal_rows: deals.len(), ..Tally::default() };
    let as_of = Moment::At(as_of);
    Population {
        book: Book {
            pipeline: pipeline(),
            deals,
            as_of,
            tally,
            copies: Vec::new(),
            custom_columns: Vec::new(),
            cost_table: None,
        },
        futures,
    }
}

/// The whole way of a deal that comes in at this moment.
fn future(chance: &mut Chance, came: NaiveDateTime) -> Vec<(usize, NaiveDateTime)> {
    let mut way = vec![(0, came)];
    while let Some((_, ways)) = WAYS.iter().find(|(stage, _)| *stage == way[way.len() - 1].0) {
        let mut drawn = chance.even();
        let next = ways.iter().find(|(_, likely, ..)| {
            drawn -= likely;
            drawn < 0.0
        });
        let (to, _, median, sigma) = *next.unwrap_or(&ways[ways.len() - 1]);
        let days = median * (sigma * chance.normal()).exp();
        way.push((to, way[way.len() - 1].1 + span(days)));
    }
    way
}

fn deal(chance: &mut Chance, number: usize, future: &[(usize, NaiveDateTime)], as_of: NaiveDateTime) -> Deal {
    let at = Locus::file(&"population".into()).at_row(number as u32 + 2);
    let hundreds = (120.0 * (0.8 * chance.normal()).exp()).round() as i64;
    let value = Money { amount: (hundreds * 100).into(), currency: Currency::PLN };
    let known = future.iter().filter(|(_, entered)| *entered <= as_of);
    let history = known.map(|(stage, entered)| StageEntry {
        stage: StageId(*stage),
        entered: Entered::At(Moment::At(*entered)),
        value: Some(value),
        at: at.clone(),
    });
    Deal {
        id: format!("D{number:07}"),
        name: None,
        company: None,
        contact: None,
        phone: None,
        email: None,
        owner: Some(format!("Owner {}", chance.below(8))),
        source: Some(format!("Source {}", chance.below(5))),
        campaign: None,
        campaign_cost: None,
        value: Some(value),
        history: history.collect(),
        way_known: true,
        stages_kept: true,
        lost_reason: None,
        next_step: None,
        next_step_on: None,
        expected_close: None,
        earlier_closes: Vec::new(),
        stands: Vec::new(),
        known_from: None,
        last_activity: None,
        notes: None,
        value_written: None,
        custom: Vec::new(),
        rows: [at.clone()].into_iter().collect(),
        at,
    }
}

fn pipeline() -> Pipeline {
    let stages = STAGES.iter().enumerate().map(|(place, (key, kind, default_limit_days))| Stage {
        key: (*key).to_owned(),
        name_pl: (*key).to_owned(),
        name_en: (*key).to_owned(),
        kind: *kind,
        rank: (place <= WON).then_some(place as u32 + 1),
        limit_days: None,
        default_limit_days: *default_limit_days,
        origin: StageOrigin::Template,
        words: Vec::new(),
    });
    let promise = |from, to, within_hours| Promise { from: StageId(from), to: StageId(to), within_hours };
    let promises = PromiseStages {
        first_contact: Some(promise(0, 2, 24.0)),
        follow_up: Some(promise(3, 4, 48.0)),
        offer: Some(StageId(3)),
    };
    Pipeline { stages: stages.collect(), promises }
}

fn span(days: f64) -> TimeDelta {
    TimeDelta::seconds((days * 86_400.0).round() as i64)
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day")
}

impl Chance {
    /// Over 0..1.
    fn even(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// Around 0 with standard deviation 1 (Box and Muller).
    fn normal(&mut self) -> f64 {
        let (radius, angle) = ((-2.0 * (1.0 - self.even()).ln()).sqrt(), TAU * self.even());
        radius * angle.cos()
    }
}
