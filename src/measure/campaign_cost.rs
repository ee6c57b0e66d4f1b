//! What campaigns cost and what they brought: cost, cost per inquiry, cost per won deal, and return = won value ÷ cost.
//!
//! The cost stands on the rows of the campaign's deals, and is read in one way. The same amount on each of them is the
//! cost of the whole campaign, once. Amounts most of which stand on one row alone are parts, a row each, and are added
//! up. Where amounts differ and yet repeat – no more than half as many amounts as rows – no cell tells which is meant,
//! and there is no cost. Blank cells say nothing. Where no deal has a campaign, the cost is that of the source. What
//! stands on rows without a name counts for all of these together. A table of campaigns and their costs beside the deals
//! comes before their rows: each of its rows is a part, and a campaign without deals stands there too.
//!
//! Every deal is one inquiry. Open deals may still be won, so that cost per won deal and return are those so far. The
//! total is that of the groups whose cost is known, their deals alone. Currencies are never added; an amount without a
//! currency is taken for one in the currency of the others when they name but one.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::way::{MOST_DATED, Way, amount};
use super::{Measured, Unmeasured};
use crate::model::{Book, CostOf, CostTable, Currency, DealState, Money, Purse};

/// What each campaign, or source, cost and brought.
#[derive(Debug, Clone, PartialEq)]
pub struct CampaignCosts {
    /// Whose cost it is.
    pub by: CostOf,
    /// Those with most deals first, deals without a name last.
    pub groups: Vec<CampaignCost>,
    /// All groups with a known cost together.
    pub total: CampaignCost,
}

/// One of them.
#[derive(Debug, Clone, PartialEq)]
pub struct CampaignCost {
    /// Its name; none for deals without one, and for the total.
    pub name: Option<String>,
    /// Its deals.
    pub inquiries: usize,
    /// Won.
    pub won: usize,
    /// Value of won deals.
    pub won_value: Purse,
    /// What it cost.
    pub cost: Measured<Money>,
    /// Cost ÷ inquiries.
    pub per_inquiry: Measured<f64>,
    /// Cost ÷ won deals.
    pub per_win: Measured<f64>,
    /// Won value ÷ cost.
    pub returned: Measured<f64>,
}

/// Measures what campaigns cost and brought.
pub(super) fn campaign_costs(book: &Book, ways: &[Way<'_>]) -> Measured<CampaignCosts> {
    let table = book.cost_table.as_ref();
    if table.is_none() && ways.iter().all(|way| way.deal.campaign_cost.is_none()) {
        return Measured::Unknown(Unmeasured::NoCosts);
    }
    let named = |by: &CostOf| ways.iter().any(|way| by.of(way.deal).is_some());
    let by_rows = || [CostOf::Campaign, CostOf::Source].into_iter().find(named);
    let Some(by) = table.map(|table| table.by).or_else(by_rows) else {
        return Measured::Unknown(Unmeasured::NoNames);
    };
    let tabled = |name: Option<&str>| table?.costs.get(name?);
    let unit = only_currency(ways, table);
    let mut members: BTreeMap<Option<&str>, Vec<&Way<'_>>> = BTreeMap::new();
    for way in ways {
        members.entry(by.of(way.deal)).or_default().push(way);
    }
    for name in table.iter().flat_map(|table| table.costs.keys()) {
        members.entry(Some(name)).or_default();
    }
    let cost_of = |name: Option<&str>, members: &[&Way<'_>]| match tabled(name) {
        Some(parts) => sum_of_parts(parts, unit),
        None => cost(members.iter().filter_map(|way| way.deal.campaign_cost), unit),
    };
    let mut groups: Vec<CampaignCost> =
        members.iter().map(|(name, members)| group(*name, members, cost_of(*name, members), unit)).collect();
    groups.sort_by_key(|group| (group.name.is_none(), std::cmp::Reverse(group.inquiries)));
    let counted: Vec<&Way<'_>> = members
        .iter()
        .filter(|(name, members)| cost_of(**name, members).known().is_some())
        .flat_map(|(_, members)| members)
        .copied()
        .collect();
    let total = group(None, &counted, sum(&groups), unit);
    Measured::Known(CampaignCosts { by, groups, total })
}

/// The currency of all values and costs, as far as they name one; none when they name none or several.
fn only_currency(ways: &[Way<'_>], table: Option<&CostTable>) -> Option<Currency> {
    let amounts = ways.iter().flat_map(|way| [way.deal.value, way.deal.campaign_cost]).flatten();
    let tabled = table.iter().flat_map(|table| table.costs.values().flatten().copied());
    let named: BTreeSet<Currency> =
        amounts.chain(tabled).map(|money| money.currency).filter(|currency| currency.is_stated()).collect();
    named.first().copied().filter(|_| named.len() == 1)
}

/// The cost of a campaign that a table tells.
fn sum_of_parts(parts: &[Money], unit: Option<Currency>) -> Measured<Money> {
    let purse: Purse = parts.iter().map(|part| within(*part, unit)).collect();
    purse.only().map_or(Measured::Unknown(Unmeasured::SeveralCurrencies), Measured::Known)
}

fn group(name: Option<&str>, members: &[&Way<'_>], cost: Measured<Money>, unit: Option<Currency>) -> CampaignCost {
    let wins: Vec<&Way<'_>> = members.iter().filter(|way| way.state == DealState::Won).copied().collect();
    let values: Vec<Money> = wins.iter().filter_map(|way| way.value()).collect();
    CampaignCost {
        name: name.map(str::to_owned),
        inquiries: members.len(),
        won: wins.len(),
        per_inquiry: each(&cost, members.len(), Unmeasured::NoDeals),
        per_win: each(&cost, wins.len(), Unmeasured::NoWins),
        returned: returned(&cost, &values, wins.len(), unit),
        won_value: values.into_iter().collect(),
        cost,
    }
}

/// The cost of a campaign whose rows tell these amounts.
fn cost(told: impl Iterator<Item = Money>, unit: Option<Currency>) -> Measured<Money> {
    let (mut amounts, mut purse, mut rows) = (BTreeSet::new(), Purse::default(), 0);
    for money in told.map(|money| within(money, unit)) {
        amounts.insert(money.amount);
        purse.add(money);
        rows += 1;
    }
    match (purse.only(), amounts.first()) {
        (None, None) => Measured::Unknown(Unmeasured::NoCosts),
        (None, Some(_)) => Measured::Unknown(Unmeasured::SeveralCurrencies),
        (Some(sum), Some(whole)) if amounts.len() == 1 => Measured::Known(Money { amount: *whole, ..sum }),
        (Some(sum), _) if 2 * amounts.len() > rows => Measured::Known(sum),
        (Some(_), _) => Measured::Unknown(Unmeasured::CostsUnclear),
    }
}

/// The known costs together; where there is none, why the first of the others is not known.
fn sum(groups: &[CampaignCost]) -> Measured<Money> {
    let purse: Purse = groups.iter().filter_map(|group| group.cost.known().copied()).collect();
    if purse.is_empty() {
        let mut lacks = groups.iter().filter_map(|group| group.cost.result().err());
        return Measured::Unknown(lacks.find(|why| *why != Unmeasured::NoCosts).unwrap_or(Unmeasured::NoCosts));
    }
    purse.only().map_or(Measured::Unknown(Unmeasured::SeveralCurrencies), Measured::Known)
}

/// The cost of each of so many; the reason when there are none.
fn each(cost: &Measured<Money>, count: usize, none: Unmeasured) -> Measured<f64> {
    match cost {
        Measured::Unknown(why) => Measured::Unknown(*why),
        Measured::Known(_) if count == 0 => Measured::Unknown(none),
        Measured::Known(cost) => Measured::Known(amount(*cost) / count as f64),
    }
}

/// Won value ÷ cost; 0 where nothing is won yet.
fn returned(cost: &Measured<Money>, values: &[Money], won: usize, unit: Option<Currency>) -> Measured<f64> {
    let cost = match cost {
        Measured::Known(cost) if cost.amount > Decimal::ZERO => cost,
        Measured::Known(_) => return Measured::Unknown(Unmeasured::NoCosts),
        Measured::Unknown(why) => return Measured::Unknown(*why),
    };
    if (values.len() as f64) < MOST_DATED * won as f64 {
        return Measured::Unknown(Unmeasured::TooFewValues);
    }
    let purse: Purse = values.iter().map(|value| within(*value, unit)).collect();
    let sum = if purse.is_empty() { Some(Money { amount: Decimal::ZERO, ..*cost }) } else { purse.only() };
    match sum.filter(|sum| sum.currency == cost.currency) {
        Some(sum) => Measured::Known(amount(sum) / amount(*cost)),
        None => Measured::Unknown(Unmeasured::SeveralCurrencies),
    }
}

/// The amount in this currency, where it names none.
fn within(money: Money, unit: Option<Currency>) -> Money {
    let named = Some(money.currency).filter(|currency| currency.is_stated());
    Money { currency: named.or(unit).unwrap_or(Currency::UNSTATED), ..money }
}
