//! The forecast: when there is one, what it says where the answer is known, and what must not move it.

use std::fmt::Write;

use chrono::{Days, NaiveDate};
use lejek::measure::{Forecast, Lack, Measured, Unmeasured, forecast};
use lejek::model::{Book, Currency, Entered, Money};
use proptest::prelude::*;

use crate::support::events;
use crate::{AS_OF, HEADER, example, told};

fn known(book: &Book) -> Forecast {
    forecast(book).known().expect("dates and values are complete").clone()
}

/// Deals that come in every week of the year before as-of; of each four, one is won after 6 to 34 days, two are lost
/// after 10, and one waits in the offer for 60 days until it is lost.
fn steady(deals_a_week: usize) -> Book {
    let last = NaiveDate::from_ymd_opt(2025, 6, 30).expect("a day");
    let mut text = HEADER.to_owned();
    for (number, week) in (0..52 * deals_a_week).map(|number| (number, number / deals_a_week)) {
        let came = last - Days::new(7 * week as u64 + (number % 7) as u64);
        let won_after = 6 + (number / 4 * 7 % 29) as u64;
        let (stage, days) = [("won", won_after), ("lost", 10), ("lost", 10), ("lost", 60)][number % 4];
        let mut add = |stage: &str, days: u64| {
            writeln!(text, "D{number:04},{stage},{},1000,,", came + Days::new(days)).expect("text grows");
        };
        add("new", 0);
        add("offer", 1);
        add(stage, days);
    }
    events::book(&text, AS_OF)
}

#[test]
fn there_is_no_forecast_without_enough_closed_deals() {
    let (_, measures) = example();
    let found = measures.forecast.known().expect("dates and values are complete");
    assert_eq!(found.gate.lacks(28), [Lack::Closed, Lack::Won, Lack::Lost]);
    assert_eq!(found.gate.lacks(91), [Lack::Closed, Lack::Won, Lack::Lost, Lack::WonForLong]);
    assert!(found.horizons.iter().all(Option::is_none) && found.prospects.is_empty());
}

#[test]
fn few_wins_give_a_rough_forecast_for_four_weeks_alone() {
    let found = known(&steady(2));
    assert!((10..30).contains(&found.gate.won), "{:?}", found.gate);
    let month = found.horizons[0].as_ref().expect("enough for four weeks");
    assert!(month.rough && found.horizons[1].is_none());
}

#[test]
fn a_steady_business_goes_on_as_it_did() {
    let book = steady(8);
    let found = known(&book);
    let [month, quarter] = [0, 1].map(|place| found.horizons[place].as_ref().expect("enough for both"));
    // Two wins a week of 1,000 each.
    let mean = |horizon: &lejek::measure::HorizonForecast| horizon.mean_existing + horizon.mean_new;
    assert!((mean(month) / 8_000.0 - 1.0).abs() < 0.15, "{}", mean(month));
    assert!((mean(quarter) / 26_000.0 - 1.0).abs() < 0.15, "{}", mean(quarter));
    for horizon in [month, quarter] {
        assert!((horizon.last_quarter_mean / mean(horizon) - 1.0).abs() < 0.2, "{}", horizon.last_quarter_mean);
        assert!(horizon.total.p10 <= horizon.total.p50 && horizon.total.p50 <= horizon.total.p90);
        let weeks: f64 = horizon.weekly_existing.iter().sum();
        assert!((weeks - horizon.mean_existing).abs() < 1.0, "{weeks}");
    }
    // Deals older than 33 days in the offer are never won.
    let dead = found.prospects.iter().filter(|prospect| prospect.age > 33.0);
    assert!(dead.clone().count() > 5 && dead.into_iter().all(|prospect| prospect.ever < 1e-9));
    let fresh = found.prospects.iter().find(|prospect| prospect.age < 9.0).expect("a new one");
    assert!(fresh.chance[0] > 0.15 && fresh.close[1] > Some(9.0), "{fresh:?}");
}

#[test]
fn the_backtest_looks_back_from_origins_of_which_it_knows_the_end() {
    let found = known(&steady(8));
    let month = found.horizons[0].as_ref().and_then(|month| month.backtest.as_ref()).expect("a year to look back on");
    // Every two weeks from the day on which 30 deals were closed, 10 of them won; four weeks apart do not overlap.
    assert!((18..=23).contains(&month.origins), "{}", month.origins);
    assert_eq!(month.independent, month.origins.div_ceil(2));
    assert!((month.mean_result / 8_000.0 - 1.0).abs() < 0.1, "{}", month.mean_result);
    assert!(month.coverage.expect("origins") > 0.7 && month.brier < month.brier_constant, "{month:?}");
    assert!(month.model.absolute < 0.35, "{month:?}");
}

#[test]
fn the_same_book_gives_the_same_draws() {
    let book = steady(4);
    assert_eq!(known(&book), known(&book));
}

#[track_caller]
fn check_unknown(change: impl Fn(&mut Book), reason: Unmeasured) {
    let mut book = steady(4);
    change(&mut book);
    assert_eq!(forecast(&book), Measured::Unknown(reason));
}

#[test]
fn a_forecast_needs_dates_and_values_in_one_currency() {
    check_unknown(
        |book| book.deals.iter_mut().step_by(10).for_each(|deal| deal.history[0].entered = Entered::Unknown),
        Unmeasured::TooFewDates,
    );
    check_unknown(
        |book| book.deals.iter_mut().step_by(10).for_each(|deal| deal.value = None),
        Unmeasured::TooFewValues,
    );
    let eur = Money { amount: 1.into(), currency: Currency::EUR };
    check_unknown(|book| book.deals[3].value = Some(eur), Unmeasured::SeveralCurrencies);
}

#[test]
fn deals_with_gaps_are_left_out_and_counted() {
    let mut book = steady(8);
    let open = book.deals.iter().position(|deal| deal.history.len() == 2).expect("an open deal");
    book.deals[open].history[1].entered = Entered::Unknown;
    let (before, after) = (known(&steady(8)), known(&book));
    assert_eq!((after.left_out, after.prospects.len() + 1), (1, before.prospects.len()));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4))]
    #[test]
    fn order_and_unit_of_money_change_nothing(turn in 1_usize..200) {
        let book = steady(4);
        let mut changed = book.clone();
        changed.deals.rotate_left(turn);
        for deal in &mut changed.deals {
            for value in deal.history.iter_mut().filter_map(|entry| entry.value.as_mut()).chain(&mut deal.value) {
                value.amount *= rust_decimal::Decimal::from(4);
            }
        }
        let (a, b) = (known(&book), known(&changed));
        for (a, b) in a.horizons.iter().flatten().zip(b.horizons.iter().flatten()) {
            for (a, b) in [(a.total, b.total), (a.existing, b.existing), (a.last_quarter, b.last_quarter)] {
                prop_assert!((4.0 * a.p10 - b.p10).abs() < 0.01 && (4.0 * a.p90 - b.p90).abs() < 0.01);
            }
            let errors = |found: &lejek::measure::HorizonForecast| {
                found.backtest.as_ref().map(|backtest| (backtest.model.pinball * 1e9).round() as i64)
            };
            prop_assert_eq!(errors(a), errors(b));
        }
    }
}

// ---- velocity and lost reasons ------------------------------------------------------------------------------

#[test]
fn velocity_and_its_levers() {
    let (_, measures) = example();
    let velocity = measures.velocity.known().expect("one currency");
    assert_eq!((velocity.open, velocity.won, velocity.lost, velocity.undated), (4, 3, 4, 0));
    assert_eq!((velocity.win_rate, velocity.cycle_days), (Some(3.0 / 7.0), Some(23.0)));
    assert_eq!((velocity.mean_win, velocity.median_win), (Some(20_000.0), Some(20_000.0)));
    assert_eq!(velocity.win_rate_by_value, Some(60.0 / 125.0));
    assert_eq!(velocity.a_day, Measured::Known(4.0 * (3.0 / 7.0) * 20_000.0 / 23.0));
    assert_eq!((velocity.window_days, velocity.sold_a_day), (90.0, 60_000.0 / 90.0));
    let (_, none) = told(&["A new 2025-06-01", "B new 2025-06-02", "B lost 2025-06-05"]);
    assert_eq!(
        none.velocity.known().map(|velocity| velocity.a_day.clone()),
        Some(Measured::Unknown(Unmeasured::NoWins))
    );
}

#[test]
fn lost_reasons_by_stage_and_source() {
    let mut book = events::book(crate::EXAMPLE, AS_OF);
    // D03 was lost as an inquiry, D04 after the contact, D06 after the offer, D08 after the follow-up.
    for (deal, reason) in [(2, "cena"), (3, "Cena"), (5, " Cena "), (7, " ")] {
        book.deals[deal].lost_reason = Some(reason.to_owned());
    }
    let (_, measures) = crate::measured(book);
    let found = measures.lost_reasons.known().expect("somebody wrote why");
    assert_eq!((found.lost, found.without, found.reasons.len()), (4, 1, 1));
    let price = &found.reasons[0];
    assert_eq!((price.reason.as_str(), price.deals), ("Cena", 3));
    assert_eq!(price.value.of(Currency::PLN), 25_000.into());
    let stages: Vec<_> = price.by_stage.iter().map(|(stage, deals)| (stage.map(|stage| stage.0), *deals)).collect();
    assert_eq!(stages, [(Some(0), 1), (Some(2), 1), (Some(3), 1)]);
    assert_eq!(price.by_source, [(Some("Google".to_owned()), 3)]);
    assert_eq!(example().1.lost_reasons, Measured::Unknown(Unmeasured::NoNames));
    assert_eq!(told(&["A new 2025-06-01"]).1.lost_reasons, Measured::Unknown(Unmeasured::NoDeals));
}
