//! `measures.since_last_copy`: what the newest copy of the sheet tells that the one before did not, deal by deal, and the
//! value of open deals before and now with what lies between.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::measure::{self, Edit, Turn};
use crate::model::{Book, Stand};
use crate::report::Report;

use super::reason;
use crate::report::json::{Row, Sums, moment, number, sums};

#[derive(Serialize)]
pub(super) struct SinceCopy<'a> {
    #[serde(flatten)]
    found: Option<Found<'a>>,
    /// Why there is nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
}

#[derive(Serialize)]
struct Found<'a> {
    before: String,
    now: String,
    /// Deals by where they went and by what was changed of them; every name stands here.
    deals: BTreeMap<&'static str, Vec<Move<'a>>>,
    open_value: Bridge,
    /// Deals that are to be closed by the end of the quarter; null where no deal has a plan.
    this_quarter: Option<Bridge>,
    quarter_ends: String,
}

#[derive(Serialize)]
struct Move<'a> {
    deal_id: &'a str,
    /// Its place in `deals`, from 0.
    deal: usize,
    /// Null when it came in.
    before: Option<OneStand<'a>>,
    /// Null when it is gone.
    now: Option<OneStand<'a>>,
}

#[derive(Serialize)]
struct OneStand<'a> {
    stage: &'a str,
    value: Option<f64>,
    currency: Option<String>,
    owner: Option<&'a str>,
    expected_close: Option<String>,
    /// File, sheet, row.
    row: Row<'a>,
}

/// `before` and all of `parts` add up to `now`, in each currency.
#[derive(Serialize)]
struct Bridge {
    before: Sums,
    parts: BTreeMap<&'static str, Sums>,
    now: Sums,
}

pub(super) fn since_last_copy<'a>(report: &Report<'a>) -> SinceCopy<'a> {
    let measured = &report.measures.since_last_copy;
    let found = measured.known().map(|found| {
        let mut deals: BTreeMap<&'static str, Vec<Move<'a>>> = BTreeMap::new();
        for name in Turn::ALL.map(Turn::name).into_iter().chain(Edit::ALL.map(Edit::name)) {
            deals.insert(name, Vec::new());
        }
        for one in &found.moves {
            for name in [one.turn.name()].into_iter().chain(one.edits.iter().map(|edit| edit.name())) {
                deals.entry(name).or_default().push(moved(report.book, one));
            }
        }
        Found {
            before: moment(found.before),
            now: moment(found.now),
            deals,
            open_value: bridge(&found.open),
            this_quarter: found.this_quarter.as_ref().map(bridge),
            quarter_ends: found.quarter_ends.to_string(),
        }
    });
    SinceCopy { found, reason: reason(measured) }
}

fn moved<'a>(book: &'a Book, one: &'a measure::Move) -> Move<'a> {
    Move {
        deal_id: &book.deals[one.deal].id,
        deal: one.deal,
        before: one.before.as_ref().map(|stand| one_stand(book, stand)),
        now: one.now.as_ref().map(|stand| one_stand(book, stand)),
    }
}

fn one_stand<'a>(book: &'a Book, stand: &'a Stand) -> OneStand<'a> {
    OneStand {
        stage: &book.pipeline.stage(stand.stage).key,
        value: stand.value.map(|value| number(value.amount)),
        currency: stand.value.map(|value| value.currency.code().to_owned()),
        owner: stand.owner.as_deref(),
        expected_close: stand.expected_close.map(moment),
        row: Row::of(&stand.at),
    }
}

fn bridge(bridge: &measure::Bridge) -> Bridge {
    Bridge {
        before: sums(&bridge.before),
        parts: bridge.parts.iter().map(|(part, purse)| (part.name(), sums(purse))).collect(),
        now: sums(&bridge.now),
    }
}
