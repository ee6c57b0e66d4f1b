//! `measures.trend`: what happened week by week; one item for each of `weeks` in every series.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::measure::{self, Measured, Verdicts};

use super::VerdictCounts;

#[derive(Serialize)]
pub(super) struct Trend<'a> {
    /// Mondays.
    weeks: Vec<String>,
    last_week_whole: bool,
    new: Option<&'a [usize]>,
    offers: Option<&'a [usize]>,
    won: Option<&'a [usize]>,
    lost: Option<&'a [usize]>,
    open: Option<&'a [usize]>,
    over_limit: Option<&'a [usize]>,
    undated: Undated,
    left_out: usize,
    /// Why a series is not given, by its name.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    reasons: BTreeMap<&'static str, &'static str>,
    first_contact: Option<Vec<VerdictCounts>>,
    sellers: Vec<Seller<'a>>,
}

/// Facts that no week has.
#[derive(Serialize)]
struct Undated {
    new: usize,
    offers: usize,
    won: usize,
    lost: usize,
}

#[derive(Serialize)]
struct Seller<'a> {
    seller: Option<&'a str>,
    /// On hours of working days, for the last 13 of the weeks.
    first_contact: Vec<VerdictCounts>,
}

pub(super) fn trend(trend: &measure::Trend) -> Trend<'_> {
    let verdicts = |weeks: &[Verdicts]| weeks.iter().copied().map(VerdictCounts::from).collect();
    let [new, offers, won, lost] = trend.undated;
    Trend {
        weeks: trend.weeks.iter().map(ToString::to_string).collect(),
        last_week_whole: trend.last_is_whole,
        new: known(&trend.new),
        offers: known(&trend.offers),
        won: known(&trend.won),
        lost: known(&trend.lost),
        open: known(&trend.open),
        over_limit: known(&trend.over_limit),
        undated: Undated { new, offers, won, lost },
        left_out: trend.left_out,
        reasons: reasons(trend),
        first_contact: trend.first_contact.known().map(|weeks| verdicts(weeks)),
        sellers: trend
            .sellers
            .iter()
            .map(|seller| Seller { seller: seller.name.as_deref(), first_contact: verdicts(&seller.first_contact) })
            .collect(),
    }
}

/// Why each of the series that are not given is not.
fn reasons(trend: &measure::Trend) -> BTreeMap<&'static str, &'static str> {
    let series = [
        ("new", &trend.new),
        ("offers", &trend.offers),
        ("won", &trend.won),
        ("lost", &trend.lost),
        ("open", &trend.open),
        ("over_limit", &trend.over_limit),
    ];
    let series = series.map(|(name, counts)| (name, counts.result().err()));
    let all = series.into_iter().chain([("first_contact", trend.first_contact.result().err())]);
    all.filter_map(|(name, why)| Some((name, why?.name()))).collect()
}

fn known(counts: &Measured<Vec<usize>>) -> Option<&[usize]> {
    counts.known().map(Vec::as_slice)
}
