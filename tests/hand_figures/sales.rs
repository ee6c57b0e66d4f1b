//! Win rate, sales velocity and lost reasons of twelve deals with a date for each stage.

use serde_json::json;

use super::{check, report};

/// Wins 10, 20, 30 and 40 days after the inquiry; losses and open deals are all older than that.
const DEALS: &str = "\
Nr;Klient;Źródło;Etap;Powód utraty;Wartość;Data zapytania;Data pierwszego kontaktu;Data wysłania oferty;Data wygranej;Data utraty
1;Alfa;Google;Wygrana;;10 000 zł;2026-01-01;2026-01-02;2026-01-05;2026-01-11;
2;Beta;Google;Wygrana;;20 000 zł;2026-01-02;2026-01-03;2026-01-10;2026-01-22;
3;Gamma;Targi;Wygrana;;30 000 zł;2026-02-01;2026-02-03;2026-02-10;2026-03-03;
4;Delta;Polecenie;Wygrana;;60 000 zł;2026-02-01;2026-02-02;2026-02-20;2026-03-13;
5;Epsilon;Google;Utracona;Cena;10 000 zł;2026-01-05;2026-01-10;2026-01-20;;2026-04-01
6;Zeta;Targi;Utracona;cena;15 000 zł;2026-01-06;2026-01-12;2026-01-25;;2026-04-02
7;Eta;Google;Utracona;cena;5 000 zł;2026-01-07;2026-01-15;;;2026-04-03
8;Theta;Google;Utracona;Brak budżetu;20 000 zł;2026-01-08;2026-01-16;;;2026-04-10
9;Jota;Polecenie;Utracona;;30 000 zł;2026-01-09;;;;2026-04-12
10;Kappa;Targi;Oferta wysłana;;7 000 zł;2026-02-10;2026-02-11;2026-02-20;;
11;Lambda;Google;Oferta wysłana;;8 000 zł;2026-02-11;2026-02-12;2026-02-21;;
12;My;Polecenie;Pierwszy kontakt;;9 000 zł;2026-02-12;2026-02-13;;;
";

#[test]
fn win_rate_and_velocity_are_those_worked_out_by_hand() {
    let report = report(&[("szanse.csv", DEALS)]);
    let velocity = &report["measures"]["velocity"];
    // From the first inquiry, 1 January, to 30 June: 180 days, less than a year.
    check(&velocity["window_days"], &json!(180));
    check(&velocity["won"], &json!(4));
    check(&velocity["lost"], &json!(5));
    check(&velocity["open"], &json!(3));
    // 4 of 4 + 5; Wilson: (4/9 + z²/18) ÷ (1 + z²/9) = 0.461064, and 0.272285 to each side.
    check(&velocity["win_rate"], &json!(4.0 / 9.0));
    for (end, wanted) in [(0, 0.188_779), (1, 0.733_349)] {
        let found = velocity["win_rate_ci"][end].as_f64().expect("an end");
        assert!((found - wanted).abs() < 2e-6, "{found}, by hand {wanted}");
    }
    // Won 10 + 20 + 30 + 60 = 120 thousand; lost 10 + 15 + 5 + 20 + 30 = 80: 120 of 200.
    check(&velocity["win_rate_by_value"], &json!(0.6));
    check(&velocity["mean_won_value"], &json!(30_000));
    check(&velocity["median_won_value"], &json!(25_000));
    // Nobody leaves before the last win: 1, 2, 3, 4 of 12 won by days 10, 20, 30, 40; half of 4/12 by day 20.
    check(&velocity["cycle_days"], &json!(20));
    // 3 open × 4/9 × 30 000 ÷ 20 days.
    check(&velocity["velocity_a_day"], &json!(2_000));
    check(&velocity["sold_a_day"], &json!(120_000.0 / 180.0));
    check(&velocity["currency"], &json!("PLN"));
}

#[test]
fn lost_reasons_are_those_counted_by_hand() {
    let report = report(&[("szanse.csv", DEALS)]);
    let reasons = &report["measures"]["lost_reasons"];
    check(&reasons["lost"], &json!(5));
    // Jota has none.
    check(&reasons["without"], &json!(1));
    // Epsilon and Zeta had an offer, Eta but a contact: 10 + 15 + 5 thousand. The spelling is that of two of the three.
    let price = json!({
        "reason": "cena", "deals": 3, "value_by_currency": { "PLN": 30_000.0 },
        "by_stage": [{ "stage": "contact", "deals": 1 }, { "stage": "offer", "deals": 2 }],
        "by_source": [{ "source": "Google", "deals": 2 }, { "source": "Targi", "deals": 1 }],
    });
    let budget = json!({
        "reason": "Brak budżetu", "deals": 1, "value_by_currency": { "PLN": 20_000.0 },
        "by_stage": [{ "stage": "contact", "deals": 1 }],
        "by_source": [{ "source": "Google", "deals": 1 }],
    });
    check(&reasons["reasons"], &json!([price, budget]));
}

/// Without a closed deal there is nothing to divide by, and the reason stands beside.
#[test]
fn nothing_closed_gives_no_win_rate_and_no_velocity() {
    let open: Vec<&str> = DEALS.lines().take(1).chain(DEALS.lines().skip(10)).collect();
    let report = report(&[("szanse.csv", &open.join("\n"))]);
    let measures = &report["measures"];
    check(&measures["velocity"]["win_rate"], &json!(null));
    check(&measures["velocity"]["velocity_a_day"], &json!(null));
    check(&measures["velocity"]["reason"], &json!("no-wins"));
    check(&measures["lost_reasons"]["reason"], &json!("no-deals"));
}
