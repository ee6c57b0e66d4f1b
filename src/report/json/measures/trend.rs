//! `measures.trend`: what happened week by week; one item for each of `weeks` in every series.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::measure::{self, Measured, Verdicts, WeekConversion, Weekly};

use super::VerdictCounts;

#[derive(Serialize)]
pub(super) struct Trend<'a> {
    /// Mondays.
    weeks: Vec<String>,
    last_week_whole: bool,
    /// In each series the weeks before the first copy of the sheet are null, where it is copies that date the facts.
    new: Option<&'a [Option<usize>]>,
    contacted: Option<&'a [Option<usize>]>,
    offers: Option<&'a [Option<usize>]>,
    won: Option<&'a [Option<usize>]>,
    lost: Option<&'a [Option<usize>]>,
    open: Option<&'a [Option<usize>]>,
    open_value: Option<&'a [Option<f64>]>,
    over_limit: Option<&'a [Option<usize>]>,
    undated: Undated,
    left_out: usize,
    /// Why a series is not given, by its name.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    reasons: BTreeMap<&'static str, &'static str>,
    first_contact: Option<Vec<VerdictCounts>>,
    follow_up: Option<Vec<VerdictCounts>>,
    conversion_days: u32,
    conversion: Vec<Conversion>,
    sellers: Vec<Seller<'a>>,
}

/// Facts that no week has.
#[derive(Serialize)]
struct Undated {
    new: usize,
    contacted: usize,
    offers: usize,
    won: usize,
    lost: usize,
}

/// The inquiries of a week; how many were won within the horizon, and the share once all of them have had so long.
#[derive(Serialize)]
struct Conversion {
    n: usize,
    won: usize,
    rate: Option<f64>,
}

#[derive(Serialize)]
struct Seller<'a> {
    seller: Option<&'a str>,
    /// On hours of working days, for the last 13 of the weeks.
    first_contact: Vec<VerdictCounts>,
}

pub(super) fn trend(trend: &measure::Trend) -> Trend<'_> {
    let verdicts = |weeks: &Vec<Verdicts>| weeks.iter().copied().map(VerdictCounts::from).collect();
    let conversion = |week: &WeekConversion| Conversion { n: week.n, won: week.within.won, rate: week.within.rate };
    let [new, contacted, offers, won, lost] = trend.undated;
    Trend {
        weeks: trend.weeks.iter().map(ToString::to_string).collect(),
        last_week_whole: trend.last_is_whole,
        new: known(&trend.new),
        contacted: known(&trend.contacted),
        offers: known(&trend.offers),
        won: known(&trend.won),
        lost: known(&trend.lost),
        open: known(&trend.open),
        open_value: known(&trend.open_value),
        over_limit: known(&trend.over_limit),
        undated: Undated { new, contacted, offers, won, lost },
        left_out: trend.left_out,
        reasons: reasons(trend),
        first_contact: trend.first_contact.known().map(verdicts),
        follow_up: trend.follow_up.known().map(verdicts),
        conversion_days: trend.conversion_days,
        conversion: trend.conversion.iter().map(conversion).collect(),
        sellers: trend
            .sellers
            .iter()
            .map(|seller| Seller { seller: seller.name.as_deref(), first_contact: verdicts(&seller.first_contact) })
            .collect(),
    }
}

/// Why each of the series that are not given is not.
fn reasons(trend: &measure::Trend) -> BTreeMap<&'static str, &'static str> {
    let all = [
        ("new", trend.new.result().err()),
        ("contacted", trend.contacted.result().err()),
        ("offers", trend.offers.result().err()),
        ("won", trend.won.result().err()),
        ("lost", trend.lost.result().err()),
        ("open", trend.open.result().err()),
        ("open_value", trend.open_value.result().err()),
        ("over_limit", trend.over_limit.result().err()),
        ("first_contact", trend.first_contact.result().err()),
        ("follow_up", trend.follow_up.result().err()),
    ];
    all.into_iter().filter_map(|(name, why)| Some((name, why?.name()))).collect()
}

fn known<T>(series: &Measured<Weekly<T>>) -> Option<&[Option<T>]> {
    series.known().map(Vec::as_slice)
}
