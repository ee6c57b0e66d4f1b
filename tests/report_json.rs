//! What scripts may rely on in report.json.

mod support;

use lejek::diagnostic::{Code, Diagnostic};
use lejek::i18n::Language;
use lejek::measure::measure;
use lejek::model::{Book, Currency, Money};
use lejek::report::Report;
use lejek::report::intake::Chosen;
use lejek::report::json::json;
use serde_json::{Value, json};
use support::events;

const EXAMPLE: &str = include_str!("fixtures/example12.csv");
const AS_OF: &str = "2025-06-30";

fn text(book: &Book) -> String {
    let settings = events::settings(AS_OF);
    let remark = Diagnostic::new(Code::CloseDateMissing).at(book.deals[0].at.clone());
    let report = Report {
        language: Language::En,
        settings: &settings,
        chosen: &Chosen::Usual,
        inputs: &[],
        book,
        measures: &measure(book, &settings),
        diagnostics: &[remark],
    };
    String::from_utf8(json(&report)).expect("JSON is UTF-8")
}

fn report(book: &Book) -> Value {
    serde_json::from_str(&text(book)).expect("it is JSON")
}

#[track_caller]
fn check(report: &Value, pointer: &str, expect: &Value) {
    assert_eq!(report.pointer(pointer).unwrap_or_else(|| panic!("no {pointer}")), expect, "{pointer}");
}

#[test]
fn keys_stand_in_their_order_and_items_on_a_line() {
    let text = text(&events::book(EXAMPLE, AS_OF));
    let top: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("  \"")?.split('"').next()).collect();
    let keys = "version generator as_of language template inputs columns pipeline totals measures findings quality diagnostics deals";
    assert_eq!(top, keys.split(' ').collect::<Vec<_>>());
    assert_eq!(text.lines().filter(|line| line.starts_with("    {\"id\": ")).count(), 12);
    assert!(text.ends_with("}\n"));
}

#[test]
fn figures_stand_under_their_names() {
    let report = report(&events::book(EXAMPLE, AS_OF));
    check(&report, "/version", &json!("1"));
    check(&report, "/as_of", &json!("2025-06-30"));
    check(&report, "/totals/won_value", &json!({"PLN": 60000.0}));
    check(&report, "/measures/funnel/stages/0/within", &json!({"30": null, "60": null, "90": null}));
    check(&report, "/measures/funnel/stages/3/rate_settled", &json!(0.833_333_333_3));
    check(&report, "/measures/funnel/stages/5/value_reached", &json!(60000.0));
    check(&report, "/measures/funnel/overall/within/30/rate", &json!(0.214_285_714_3));
    check(&report, "/measures/funnel/conversion/rule", &json!("reached"));
    check(&report, "/measures/funnel/conversion/days", &json!(60));
    check(&report, "/measures/funnel/stages/3/value/lost", &json!({"PLN": 12000.0}));
    check(&report, "/measures/cohorts/0/cells/30/rate", &json!(0.4));
    check(&report, "/measures/cohorts/0/cells/90/reason", &json!("too-early"));
    check(&report, "/measures/time_in_stage/contact/quantiles/p90/not_reached_beyond", &json!(27.0));
    check(&report, "/measures/time_in_stage/contact/cif/lost/end", &json!(0.125));
    check(&report, "/measures/cycle/p50", &json!(23.0));
    check(&report, "/measures/bottleneck/ranking/0", &json!("followup"));
    check(&report, "/measures/bottleneck/named", &Value::Null);
    check(&report, "/measures/sellers/groups/0/verdict", &json!("too_few"));
    check(&report, "/measures/forecast/28/status", &json!("not_enough_data"));
    check(&report, "/measures/forecast/28/gate/why", &json!(["closed<30", "won<10", "lost<10"]));
    check(&report, "/measures/velocity/cycle_days", &json!(23.0));
    check(&report, "/measures/lost_reasons/reason", &json!("no-names"));
    // As-of is a Monday: the week that is over.
    check(&report, "/measures/period/current/from", &json!("2025-06-23"));
    check(&report, "/measures/period/current/complete", &json!(true));
    check(&report, "/measures/period/previous_so_far", &Value::Null);
    check(
        &report,
        "/measures/period/current/changes/came-in",
        &json!({"times": 1, "deals": 1, "value": {"PLN": 6000.0}, "without_value": 0}),
    );
    check(
        &report,
        "/measures/period/changes",
        &json!([{"deal_id": "D12", "deal": 11, "kind": "came-in", "from": null, "to": "new", "at": "2025-06-29",
            "undone": false, "value": 6000.0, "currency": "PLN"}]),
    );
    check(&report, "/measures/stalled/thresholds/deferred/basis", &json!("fixed"));
    check(
        &report,
        "/measures/stalled/counts",
        &json!({"stalled": 3, "scheduled": 0, "deferred": 1, "ok": 1, "cannot_tell": 0}),
    );
    check(&report, "/measures/first_contact/clock/within_hours/24", &json!({"n": 10, "low": 0.1, "high": 0.3}));
    check(&report, "/measures/first_contact/workdays/open_overdue", &json!(["D11"]));
    check(&report, "/measures/followup/clock/records/1/state", &json!("implied"));
    assert_eq!(report["measures"]["funnel"]["stages"][5].get("at_risk"), None);
    assert_eq!(report["measures"]["first_contact"]["clock"].get("km_hours"), None);
}

#[test]
fn findings_and_remarks_name_their_rows() {
    let report = report(&events::book(EXAMPLE, AS_OF));
    check(&report, "/findings/0/rule", &json!("no-contact"));
    check(&report, "/findings/0/deal_id", &json!("D11"));
    check(&report, "/findings/0/at", &json!("events.csv!49"));
    check(&report, "/findings/0/row", &json!(49));
    check(&report, "/diagnostics/0/code", &json!("close-date-missing"));
    check(&report, "/diagnostics/0/at", &json!("events.csv!2"));
    let sentence = report["diagnostics"][0]["sentence"].as_str().expect("a sentence");
    assert!(!sentence.is_empty());
    check(&report, "/deals/1/rows/3", &json!(["events.csv", null, 11]));
    check(&report, "/deals/1/reached/4", &json!({"stage": "followup", "rank": 5, "at": "2025-04-15"}));
}

#[test]
fn currencies_are_never_added() {
    let mut book = events::book(EXAMPLE, AS_OF);
    book.deals[1].value = Some(Money { amount: "1500.50".parse().expect("an amount"), currency: Currency::EUR });
    book.deals[4].value = None;
    let report = report(&book);
    check(&report, "/totals/won_value", &json!({"EUR": 1500.5, "PLN": 10000.0}));
    check(&report, "/measures/funnel/stages/5/value_reached", &Value::Null);
    check(&report, "/measures/funnel/stages/5/value_reached_by_currency", &json!({"EUR": 1500.5, "PLN": 10000.0}));
    check(&report, "/deals/4/currency", &Value::Null);
}

#[test]
fn what_is_not_measured_has_a_reason() {
    let events = "deal_id,stage,entered_at,value,owner,source\nA,new,2025-01-01T09:00:00,,,\nA,contact,,,,\n";
    let report = report(&events::book(events, AS_OF));
    check(&report, "/measures/first_contact/clock", &Value::Null);
    check(&report, "/measures/first_contact/reason", &json!("no-stop-dates"));
    check(&report, "/measures/followup/reason", &json!("no-deals"));
    check(&report, "/measures/cycle/reason", &json!("no-wins"));
    check(&report, "/measures/time_in_stage/new/reason", &json!("too-few-dates"));
    check(&report, "/measures/forecast/91", &json!({"status": "unknown", "reason": "too-few-values", "gate": null}));
    check(&report, "/measures/sellers/reason", &json!("no-names"));
    check(
        &report,
        "/measures/period/current/changes/forward",
        &json!({"times": null, "deals": null, "value": null, "without_value": null, "reason": "no-dates"}),
    );
    check(&report, "/deals/0/history/0/entered", &json!("2025-01-01T09:00:00"));
    check(&report, "/deals/0/history/1/entered", &Value::Null);
    check(&report, "/measures/owners/0/group", &Value::Null);
}

#[test]
fn the_same_book_gives_the_same_bytes() {
    let book = events::book(EXAMPLE, AS_OF);
    assert_eq!(text(&book), text(&book));
}
