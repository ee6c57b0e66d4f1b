//! Sellers and sources compared: won within N days of the inquiry, pooled, with what chance alone would explain.
//!
//! Only deals that began on the first rung and are at least N days old count, so that all had the same time;
//! vanished deals are left out. The pooled rate `(won + μM)/(n + M)` lends each group M average deals
//! ([`pooling`](super::stats::pooling)), so that 1 of 1 is not 100 %. Its interval is an 80 % one. A group is *above*
//! or *below* when the probability that its rate is higher than that of all is at least 95 % or at most 5 %; below ten
//! deals there are *too few* and it is not ranked; all others differ *within chance*.
//!
//! Case mix: the wins expected if each deal had been won at the rate of its source (for sellers) or its seller (for
//! sources), E = Σ rate; adjusted = μ·(won + μM)/(E + μM). It undoes Simpson's paradox as far as that one key goes.

use std::collections::BTreeMap;

use super::ladder::Ladder;
use super::names::Names;
use super::stats::pooling::Prior;
use super::stats::proportion::{share, wilson};
use super::way::{MOST_DATED, Way};
use super::{Interval, Measured, Unmeasured};
use crate::model::{Book, DealState, Money, Purse};

/// Groups with fewer deals are not ranked.
const RANKED_FROM: usize = 10;

/// How sure a verdict must be.
const SURE: f64 = 0.95;

/// Groups compared.
#[derive(Debug, Clone, PartialEq)]
pub struct Pooled {
    /// Won within so many days.
    pub days: u32,
    /// The rate of all (μ).
    pub team_rate: f64,
    /// Average deals lent to each (M).
    pub prior_weight: f64,
    /// Ranked groups, the highest pooled rate first, then the others.
    pub groups: Vec<PooledGroup>,
    /// Whether the ranked groups stand in another order once the case mix is taken out.
    pub order_changes: bool,
    /// Deals old enough that belong to no group.
    pub without: usize,
}

/// One group.
#[derive(Debug, Clone, PartialEq)]
pub struct PooledGroup {
    /// Its name.
    pub name: String,
    /// Deals old enough.
    pub n: usize,
    /// Won within the days.
    pub won: usize,
    /// What those are worth.
    pub won_value: Purse,
    /// Won of all.
    pub raw: Option<f64>,
    /// Its Wilson 95 % interval.
    pub raw_ci: Option<Interval>,
    /// The pooled rate.
    pub pooled: f64,
    /// Its 80 % interval.
    pub pooled_80: Interval,
    /// P(its rate is above that of all).
    pub above_team: f64,
    /// Wins expected of its case mix.
    pub expected: f64,
    /// The pooled rate with the case mix taken out.
    pub adjusted: f64,
    /// Where it stands.
    pub verdict: RateVerdict,
}

/// Where a group stands against all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RateVerdict {
    /// Surely above.
    Above,
    /// Surely below.
    Below,
    /// Within what chance explains.
    WithinChance,
    /// Too few deals to say.
    TooFew,
}

impl RateVerdict {
    /// Stable name for report.json.
    pub fn name(self) -> &'static str {
        match self {
            Self::Above => "above",
            Self::Below => "below",
            Self::WithinChance => "within_noise",
            Self::TooFew => "too_few",
        }
    }
}

/// The deals old enough.
pub(super) struct Outcomes {
    days: u32,
    deals: Vec<Outcome>,
    /// Those that cannot be placed because a date is missing.
    undated: usize,
}

/// One deal old enough, and whether it was won in time.
struct Outcome {
    deal: usize,
    won: bool,
    value: Option<Money>,
}

/// Deals and wins.
#[derive(Default)]
struct Count {
    n: f64,
    won: f64,
}

impl Count {
    fn add(&mut self, outcome: &Outcome) {
        self.n += 1.0;
        self.won += f64::from(u8::from(outcome.won));
    }

    fn join(&mut self, other: &Self) {
        self.n += other.n;
        self.won += other.won;
    }
}

/// Compares the groups of these names; the case mix is that of the others.
pub(super) fn pooled(outcomes: &Outcomes, names: &Names<'_>, mixes: &Names<'_>) -> Measured<Pooled> {
    let Outcomes { days, deals, undated } = outcomes;
    if (*undated as f64) > (1.0 - MOST_DATED) * (deals.len() + undated) as f64 {
        return Measured::Unknown(Unmeasured::TooFewDates);
    }
    if deals.is_empty() {
        return Measured::Unknown(Unmeasured::TooYoung);
    }
    let mut mixed: BTreeMap<(usize, usize), Count> = BTreeMap::new();
    let mut groups: BTreeMap<usize, Vec<&Outcome>> = BTreeMap::new();
    for outcome in deals.iter().filter(|outcome| names.place(outcome.deal) > 0) {
        let name = names.place(outcome.deal);
        groups.entry(name).or_default().push(outcome);
        mixed.entry((name, mixes.place(outcome.deal))).or_default().add(outcome);
    }
    let mut of_mix: BTreeMap<usize, Count> = BTreeMap::new();
    for ((_, mix), count) in &mixed {
        of_mix.entry(*mix).or_default().join(count);
    }
    if groups.is_empty() {
        return Measured::Unknown(Unmeasured::NoNames);
    }
    let counts: Vec<(usize, usize)> = groups.values().map(|group| (won(group), group.len())).collect();
    let prior = Prior::of(&counts);
    let mut expected: BTreeMap<usize, f64> = BTreeMap::new();
    for ((name, mix), own) in &mixed {
        *expected.entry(*name).or_default() += own.n * of_mix[mix].won / of_mix[mix].n;
    }
    let named = groups.iter().filter_map(|(name, group)| Some((names.all[*name]?, group, expected[name])));
    let mut rows: Vec<PooledGroup> =
        named.map(|(name, group, expected)| pooled_group(name, group, prior, expected)).collect();
    rows.sort_by(|a, b| {
        let ranked = |row: &PooledGroup| row.verdict == RateVerdict::TooFew;
        ranked(a).cmp(&ranked(b)).then(b.pooled.total_cmp(&a.pooled)).then_with(|| a.name.cmp(&b.name))
    });
    let ranked = rows.iter().filter(|row| row.verdict != RateVerdict::TooFew);
    let order_changes = !ranked.is_sorted_by(|a, b| a.adjusted >= b.adjusted);
    let named: usize = counts.iter().map(|(_, n)| n).sum();
    Measured::Known(Pooled {
        days: *days,
        team_rate: prior.rate,
        prior_weight: prior.weight,
        order_changes,
        without: deals.len() - named,
        groups: rows,
    })
}

/// The deals that are at least so many days old, and which of them were won within as many.
pub(super) fn outcomes(book: &Book, ladder: &Ladder<'_>, ways: &[Way<'_>], days: u32) -> Outcomes {
    let mut undated = 0;
    let mut deals = Vec::new();
    for way in ladder.began(ways).filter(|way| way.state != DealState::Vanished) {
        let Some(inquiry) = way.inquiry else {
            undated += 1;
            continue;
        };
        if inquiry.days_until(book.as_of) < f64::from(days) {
            continue;
        }
        let won = match (way.state, way.closed) {
            (DealState::Won, None) => {
                undated += 1;
                continue;
            }
            (DealState::Won, Some(closed)) => inquiry.days_until(closed) <= f64::from(days),
            _ => false,
        };
        deals.push(Outcome { deal: way.index, won, value: way.value() });
    }
    Outcomes { days, deals, undated }
}

fn won(group: &[&Outcome]) -> usize {
    group.iter().filter(|outcome| outcome.won).count()
}

fn pooled_group(name: &str, group: &[&Outcome], prior: Prior, expected: f64) -> PooledGroup {
    let (n, won) = (group.len(), won(group));
    let posterior = prior.with(won, n);
    let lent = prior.rate * prior.weight;
    let above_team = posterior.above(prior.rate);
    let verdict = match above_team {
        _ if n < RANKED_FROM => RateVerdict::TooFew,
        above if above >= SURE => RateVerdict::Above,
        above if above <= 1.0 - SURE => RateVerdict::Below,
        _ => RateVerdict::WithinChance,
    };
    PooledGroup {
        name: name.to_owned(),
        n,
        won,
        won_value: group.iter().filter(|outcome| outcome.won).filter_map(|outcome| outcome.value).collect(),
        raw: share(won, n),
        raw_ci: wilson(won, n),
        pooled: posterior.mean(),
        pooled_80: posterior.middle_80(),
        above_team,
        expected,
        adjusted: (prior.rate * (won as f64 + lent) / (expected + lent)).min(1.0),
        verdict,
    }
}
