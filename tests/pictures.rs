//! Pictures show what report.json says: the figures of each are looked up there and looked for on the page.

#[path = "support/measured.rs"]
mod measured;
mod support;

use std::fmt::Write;

use chrono::{Days, NaiveDate};
use lejek::i18n::{Language, format};
use lejek::model::Currency;
use lejek::report::chart::{Picture, pictures};
use lejek::report::json::json;
use measured::Measured;
use serde_json::Value;
use support::events;

const AS_OF: &str = "2025-06-30";

/// Eight deals a week for a year from two sellers and three sources, each fourth won: the referrals sooner and more.
fn events() -> String {
    let last = NaiveDate::from_ymd_opt(2025, 6, 30).expect("a day");
    let mut text = "deal_id,stage,entered_at,value,owner,source\n".to_owned();
    for number in 0..416_usize {
        let came = last - Days::new((7 * (number / 8) + number % 7) as u64);
        let (owner, source) = (["Anna", "Jan"][number % 2], ["Ads", "Fair", "Referral"][number / 3 % 3]);
        let call = (number % 5) as u64;
        let end = if number % 4 == 0 || (source == "Referral" && number % 3 == 0) { "won" } else { "lost" };
        let steps = [("new", 0), ("contact", call), ("offer", 8), (end, 12 + (number % 29) as u64)];
        for (stage, days) in &steps[..if number % 9 == 0 { 3 } else { 4 }] {
            let day = came + Days::new(*days);
            writeln!(text, "D{number:04},{stage},{day},{},{owner},{source}", 1000 + number).expect("text grows");
        }
    }
    text
}

/// The pictures of these deals, and what report.json says of them.
fn drawn() -> (Vec<Picture>, Value) {
    let measured = Measured::of(events::book(&events(), AS_OF), events::settings(AS_OF));
    let report = measured.report(Language::En);
    (pictures(&report), serde_json::from_slice(&json(&report)).expect("it is JSON"))
}

/// The texts of one of the pictures.
fn texts<'p>(pictures: &'p [Picture], name: &str) -> Vec<&'p str> {
    let picture = pictures.iter().find(|picture| picture.name == name).unwrap_or_else(|| panic!("no {name}"));
    picture.texts().collect()
}

#[track_caller]
fn has(texts: &[&str], expected: &str) {
    assert!(texts.iter().any(|text| text.contains(expected)), "“{expected}” is not in {texts:#?}");
}

fn number(value: &Value, pointer: &str) -> f64 {
    value.pointer(pointer).and_then(Value::as_f64).unwrap_or_else(|| panic!("no number at {pointer}"))
}

fn items<'v>(value: &'v Value, pointer: &str) -> &'v [Value] {
    value.pointer(pointer).and_then(Value::as_array).unwrap_or_else(|| panic!("no list at {pointer}"))
}

#[test]
fn sources_show_their_counts_values_and_rates() {
    let (pictures, report) = drawn();
    let page = texts(&pictures, "sources");
    let won = number(&report, "/totals/won_value/PLN");
    for source in items(&report, "/measures/sources") {
        let (deals, value) = (number(source, "/deals"), number(source, "/won_value/PLN"));
        let share = format::percent(deals / number(&report, "/totals/deals"), 0, Language::En);
        has(&page, &format!("{share} · {deals}"));
        let worth = format::sum_short(value, Currency::PLN, Language::En);
        has(&page, &format!("{} · {worth}", format::percent(value / won, 0, Language::En)));
    }
    for group in items(&report, "/measures/campaigns/groups") {
        has(&page, &format!("{} of {}", group["won"], group["n"]));
        has(&page, &format::percent(number(group, "/pooled"), 0, Language::En));
    }
}

#[test]
fn sellers_show_what_each_kept_in_each_week() {
    let (pictures, report) = drawn();
    let page = texts(&pictures, "sellers");
    let mut cells = 0;
    for seller in items(&report, "/measures/trend/sellers") {
        has(&page, seller["seller"].as_str().expect("a name"));
        let kept = |week: &Value| ["met", "cannot_tell", "missed"].map(|key| number(week, &format!("/{key}")));
        let text = |[met, open, missed]: [f64; 3]| {
            let low = if open > 0.0 { format!("{met}–{}", met + open) } else { met.to_string() };
            format!("{low}/{}", met + open + missed)
        };
        let weeks: Vec<[f64; 3]> = items(seller, "/first_contact").iter().map(kept).collect();
        for week in weeks.iter().filter(|week| week.iter().sum::<f64>() > 0.0) {
            assert!(page.contains(&text(*week).as_str()), "{}", text(*week));
            cells += 1;
        }
        let sum = |place: usize| weeks.iter().map(|week| week[place]).sum::<f64>();
        assert!(page.contains(&text([sum(0), sum(1), sum(2)]).as_str()));
    }
    assert!(cells > 20, "{cells}");
}

#[test]
fn the_forecast_shows_its_ends_and_its_trials() {
    let (pictures, report) = drawn();
    let page = texts(&pictures, "forecast");
    let found = &report["measures"]["forecast"]["91"];
    let last = items(found, "/weekly_total").last().expect("a fan");
    for (place, end) in ["p10", "p50", "p90"].iter().enumerate() {
        let sum = number(found, &format!("/total/{end}"));
        assert!((sum - number(last, &format!("/{end}"))).abs() < 1.0, "the fan ends at the total: {place}");
        has(&page, &format::sum_short(sum, Currency::PLN, Language::En));
    }
    let trials = items(found, "/backtest/trials");
    let held =
        |trial: &&Value| (number(trial, "/said/p10")..=number(trial, "/said/p90")).contains(&number(trial, "/came"));
    has(&page, &format!("{} of {}", trials.iter().filter(held).count(), trials.len()));
    assert!((trials.len() as f64 - number(found, "/backtest/origins")).abs() < 0.5);
}

#[test]
fn the_trend_shows_the_last_whole_week_and_adds_up() {
    let (pictures, report) = drawn();
    let page = texts(&pictures, "trend");
    let trend = &report["measures"]["trend"];
    let series =
        |name: &str| -> Vec<f64> { items(trend, &format!("/{name}")).iter().filter_map(Value::as_f64).collect() };
    for name in ["new", "offers", "won", "open", "over_limit"] {
        let counts = series(name);
        let whole = counts.len() - 1 - usize::from(trend["last_week_whole"] == Value::Bool(false));
        assert!(page.contains(&counts[whole].to_string().as_str()), "{name} {}", counts[whole]);
    }
    let sum = |name: &str| series(name).iter().sum::<f64>();
    let total = |name: &str| number(&report, &format!("/totals/{name}"));
    for (series, total) in [("new", total("deals")), ("won", total("won")), ("lost", total("lost"))] {
        assert!((sum(series) - total).abs() < 0.5, "{series}: {} of {total}", sum(series));
    }
    let open = series("open").last().copied().expect("a week");
    assert!((open - total("open") - total("deferred")).abs() < 0.5, "{open}");
}

#[test]
fn time_in_stage_shows_every_quantile() {
    let (pictures, report) = drawn();
    let page = texts(&pictures, "time-in-stage");
    let stages = report["measures"]["time_in_stage"].as_object().expect("stages");
    for stage in stages.values() {
        assert!(page.contains(&format::integer(number(stage, "/n") as i64, Language::En).as_str()));
        for quantile in ["p50", "p90"] {
            let quantile = &stage["quantiles"][quantile];
            let (sign, days) = match quantile["days"].as_f64() {
                Some(days) => ("", days),
                None => ("> ", number(quantile, "/not_reached_beyond")),
            };
            has(&page, &format!("{sign}{}", format::short_decimal(days, usize::from(days < 9.95), Language::En)));
        }
    }
}
