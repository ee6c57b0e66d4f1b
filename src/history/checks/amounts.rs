//! The amounts of deals in, those out that can hardly be what a deal is worth.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Currency, Deal, DealState, Pipeline};

use super::Found;

/// From here on an amount is a telephone number or a slip of the hand.
const ABSURD: i64 = 1_000_000_000_000;

/// Up to here an amount stands in for one that is not known.
const TINY: i64 = 1;

/// So many times the usual amount is more than deals of one team differ.
const UNUSUAL_TIMES: i64 = 1000;

/// Of fewer amounts it cannot be told what is usual.
const AMOUNTS_COMPARED: usize = 20;

/// A remark on an amount that cannot be, or that says nothing where an offer must have named one; `offer` is the rung of
/// offers.
pub(super) fn of_deal(deal: &Deal, offer: Option<u32>, pipeline: &Pipeline) -> Option<Diagnostic> {
    let amount = deal.value_written.or(deal.value)?.amount;
    let code = if amount.is_sign_negative() && !amount.is_zero() || amount >= ABSURD.into() {
        Code::AbsurdAmount
    } else if amount <= TINY.into() && was_offered(deal, offer, pipeline) {
        Code::TinyAmount
    } else {
        return None;
    };
    Some(Diagnostic::new(code).at(deal.at.clone()).with("value", amount.normalize().to_string()))
}

fn was_offered(deal: &Deal, offer: Option<u32>, pipeline: &Pipeline) -> bool {
    offer.is_some_and(|offer| deal.high_water(pipeline) >= offer) || deal.state(pipeline) == DealState::Won
}

/// Remarks on amounts far beyond all others of their currency.
pub(super) fn unusual(found: &[Found]) -> Vec<Diagnostic> {
    let mut amounts: BTreeMap<Currency, Vec<Decimal>> = BTreeMap::new();
    for value in found.iter().filter_map(|found| found.deal.value) {
        if value.amount > TINY.into() && value.amount < ABSURD.into() {
            amounts.entry(value.currency).or_default().push(value.amount);
        }
    }
    let usual: BTreeMap<Currency, Decimal> = amounts
        .into_iter()
        .filter(|(_, amounts)| amounts.len() >= AMOUNTS_COMPARED)
        .map(|(currency, mut amounts)| {
            amounts.sort_unstable();
            (currency, amounts[amounts.len() / 2])
        })
        .collect();
    let far = |found: &Found| {
        let value = found.deal.value?;
        let usual = usual.get(&value.currency)?;
        let far = *usual * Decimal::from(UNUSUAL_TIMES) <= value.amount && value.amount < ABSURD.into();
        far.then(|| {
            Diagnostic::new(Code::UnusualAmount)
                .at(found.deal.at.clone())
                .with("value", value.amount.normalize().to_string())
                .with("other", usual.normalize().to_string())
        })
    };
    found.iter().filter_map(far).collect()
}
