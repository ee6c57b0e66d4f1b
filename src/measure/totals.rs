//! Headline counts and sums: every deal stands in exactly one state, its value in its own currency.

use super::Totals;
use super::way::Way;
use crate::model::{DealState, Purse};

/// Counts and sums over all deals.
pub(super) fn totals(ways: &[Way<'_>]) -> Totals {
    let mut totals = Totals { deals: ways.len(), ..Totals::default() };
    for way in ways {
        let mut unshown = Purse::default();
        let (count, value) = match way.state {
            DealState::Open => (&mut totals.open, &mut totals.open_value),
            DealState::Deferred => (&mut totals.deferred, &mut totals.deferred_value),
            DealState::Won => (&mut totals.won, &mut totals.won_value),
            DealState::Lost => (&mut totals.lost, &mut totals.lost_value),
            DealState::Vanished => (&mut totals.vanished, &mut unshown),
        };
        *count += 1;
        value.extend(way.value());
        totals.without_value += usize::from(way.value().is_none());
    }
    totals
}
