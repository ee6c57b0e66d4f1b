//! What the measures make of deals whose future is known: estimate, truth, and how far they are apart. The truth comes
//! from half a million deals followed to their end, counted without any of lejek's estimators; the forecasts are held
//! against what the same deals really brought.
//!
//! Run with `cargo run --release --example known_truth`.

#![expect(clippy::print_stdout, reason = "printing is what it does")]

mod population;

use chrono::NaiveDateTime;
use lejek::measure::{Forecast, HORIZONS, Measures, measure};
use lejek::settings::Settings;
use lejek::template::builtin;
use population::{Population, WON, population};

const RUNGS: [&str; 5] = ["new", "qualification", "contact", "offer", "followup"];

type Way = Vec<(usize, NaiveDateTime)>;

fn main() {
    let truth = population(500_000, 730, 1).futures;
    for (title, deals, days, seed) in
        [("two years, 5,000 deals", 5_000, 730, 2), ("three months, 500 deals", 500, 91, 3)]
    {
        let known = population(deals, days, seed);
        let settings = Settings::new(known.book.as_of, builtin("universal").expect("built in"));
        let measures = measure(&known.book, &settings);
        println!("\n{title}\n{:<44} {:>9} {:>9} {:>8}", "", "estimate", "truth", "error");
        rates(&measures, &truth);
        times(&measures, &truth);
        if let Some(forecast) = measures.forecast.known() {
            forecasts(forecast, &known);
        }
    }
}

fn line(what: &str, estimate: Option<f64>, truth: f64) {
    match estimate {
        Some(estimate) => {
            println!("{what:<44} {estimate:>9.3} {truth:>9.3} {:>+7.1} %", 100.0 * (estimate / truth - 1.0));
        }
        None => println!("{what:<44} {:>9} {truth:>9.3}", "-"),
    }
}

/// Went on within 30 days, and won within 60.
fn rates(measures: &Measures, truth: &[Way]) {
    for (rung, name) in RUNGS.iter().enumerate() {
        let step = measures.funnel.stages[rung].step.as_ref().expect("a step");
        let estimate = step.within[0].1.as_ref().map(|within| within.rate);
        let times: Vec<f64> = truth.iter().filter_map(|way| went_on(way, rung)).collect();
        let in_time = times.iter().filter(|days| **days <= 30.0).count();
        line(&format!("{name}: went on within 30 days"), estimate, in_time as f64 / times.len() as f64);
    }
    let estimate = measures.funnel.overall.within[1].1.as_ref().map(|within| within.rate);
    let won = truth.iter().filter(|way| cycle(way).is_some_and(|days| days <= 60.0)).count();
    line("won within 60 days of the inquiry", estimate, won as f64 / truth.len() as f64);
}

/// Quantiles of the days in each stage, and of the cycle.
fn times(measures: &Measures, truth: &[Way]) {
    for dwell in &measures.dwells {
        let stays = truth.iter().flat_map(|way| way.windows(2).filter(|pair| pair[0].0 == dwell.stage.0));
        let stays = sorted(stays.map(|pair| days(pair[0].1, pair[1].1)));
        let name = RUNGS.get(dwell.stage.0).copied().unwrap_or("deferred");
        let quantile =
            |place: usize| dwell.times.known().and_then(|times| times.quantiles[place]).map(|found| found.days);
        line(&format!("{name}: half leave within days"), quantile(0), at(&stays, 0.5));
        line(&format!("{name}: three in four leave within days"), quantile(1), at(&stays, 0.75));
    }
    let cycles = sorted(truth.iter().filter_map(cycle));
    let known = measures.cycle.known();
    line("cycle: half of the wins within days", known.map(|cycle| cycle.p50), at(&cycles, 0.5));
    line("cycle: nine in ten within days", known.map(|cycle| cycle.p90), at(&cycles, 0.9));
}

/// The open deals' wins, and the value to be won from them, against what they brought.
fn forecasts(forecast: &Forecast, known: &Population) {
    for (horizon, found) in HORIZONS.iter().zip(&forecast.horizons) {
        let Some(found) = found else { continue };
        let as_of = known.book.as_of.lo();
        let wins: Vec<usize> = forecast
            .prospects
            .iter()
            .map(|prospect| prospect.deal)
            .filter(|deal| {
                let won = known.futures[*deal].iter().find(|(stage, _)| *stage == WON);
                won.is_some_and(|(_, moment)| days(as_of, *moment) <= f64::from(*horizon))
            })
            .collect();
        let brought = wins.iter().filter_map(|deal| known.book.deals[*deal].value);
        let brought: rust_decimal::Decimal = brought.map(|money| money.amount).sum();
        let brought = f64::try_from(brought).expect("a number");
        line(&format!("open deals: wins within {horizon} days"), Some(found.wins_existing), wins.len() as f64);
        line(&format!("open deals: thousands within {horizon} days"), Some(found.existing.p50 / 1e3), brought / 1e3);
        let (low, high) = (found.existing.p10 / 1e3, found.existing.p90 / 1e3);
        let inside = if (low..=high).contains(&(brought / 1e3)) { "holds it" } else { "misses it" };
        println!("{:<44} {low:>9.1} {high:>9.1}   {inside}", "  eight in ten such forecasts lie between");
    }
}

/// Days from first reaching a rung to reaching a higher one, infinite where that never happened; none for ways that
/// never came so far.
fn went_on(way: &Way, rung: usize) -> Option<f64> {
    let reached = |rung: usize| way.iter().find(|(stage, _)| (rung..=WON).contains(stage)).map(|(_, moment)| *moment);
    let start = reached(rung)?;
    Some(reached(rung + 1).map_or(f64::INFINITY, |next| days(start, next)))
}

/// Days from inquiry to won.
fn cycle(way: &Way) -> Option<f64> {
    let won = way.iter().find(|(stage, _)| *stage == WON)?;
    Some(days(way[0].1, won.1))
}

fn days(from: NaiveDateTime, to: NaiveDateTime) -> f64 {
    (to - from).num_seconds() as f64 / 86_400.0
}

fn sorted(numbers: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut numbers: Vec<f64> = numbers.collect();
    numbers.sort_by(f64::total_cmp);
    numbers
}

fn at(sorted: &[f64], share: f64) -> f64 {
    sorted[(share * sorted.len() as f64) as usize]
}
