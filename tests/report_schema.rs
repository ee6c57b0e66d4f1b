//! `docs/report.schema.json` describes report.json: that of every sample, and one with a target and dates put off, is as
//! it says, and what is not as it says is refused.

#[path = "support/run.rs"]
mod run;
#[path = "report_schema/schema.rs"]
mod schema;

use std::path::Path;

use serde_json::{Value, json};

use schema::errors;

const AS_OF: &str = "2026-11-20";

/// A sheet with expected closes that were put off, and a firm and owner for its deals.
const PUT_OFF: &str = "Deal,Stage,Created,Value,Owner,Expected close,Original close date\n\
    One,Offer sent,2026-09-01,1000,Anna,2026-12-10,2026-10-10\n\
    Two,Offer sent,2026-09-03,2500,Jan,2026-11-30,2026-12-30\n\
    Three,Won,2026-08-03,2500,Jan,2026-10-30,2026-09-30\n";

/// A sheet with campaigns, of which one has no cost.
const COSTS: &str = "Deal,Stage,Created,Value,Campaign,Campaign cost\n\
    One,Won,2026-09-01,1000,Spring,400\n\
    Two,Offer sent,2026-09-03,2500,Spring,400\n\
    Three,Won,2026-08-03,2500,Fair,\n";

fn schema() -> Value {
    serde_json::from_str(include_str!("../docs/report.schema.json")).expect("the schema is JSON")
}

#[track_caller]
fn check(name: &str, report: &Value) {
    let wrong = errors(&schema(), report);
    let first: Vec<&str> = wrong.iter().take(10).map(String::as_str).collect();
    assert!(wrong.is_empty(), "{name} is not as the schema says:\n{}", first.join("\n"));
}

#[test]
fn every_samples_report_is_as_the_schema_says() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    let mut checked = 0;
    for entry in std::fs::read_dir(folder).expect("samples") {
        let path = entry.expect("an entry").path();
        if path.extension().is_some_and(|ending| ending == "csv" || ending == "xlsx") {
            check(&path.display().to_string(), &run::report(&path, AS_OF));
            checked += 1;
        }
    }
    assert!(checked >= 5, "{checked} samples");
}

/// The six copies of one sheet: stages between two days, and what is new since the last one.
#[test]
fn copies_are_as_the_schema_says() {
    let report = run::report(&Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/weekly"), "2026-11-23");
    assert!(report["measures"]["since_last_copy"]["open_value"].is_object(), "no copies");
    check("samples/weekly", &report);
}

#[test]
fn plans_are_as_the_schema_says() {
    let folder = tempfile::tempdir().expect("a folder");
    let sheet = folder.path().join("deals.csv");
    lejek::output::write_all(folder.path(), &[("deals.csv", PUT_OFF.as_bytes())], &[]).expect("it is written");
    let report = run::report(&sheet, AS_OF);
    assert!(report["measures"]["slippage"]["deals"].is_array(), "{}", report["measures"]["slippage"]);
    check("deals.csv", &report);
}

#[test]
fn costs_of_campaigns_are_as_the_schema_says() {
    let folder = tempfile::tempdir().expect("a folder");
    let costs = COSTS.as_bytes();
    lejek::output::write_all(folder.path(), &[("deals.csv", costs)], &[]).expect("it is written");
    let report = run::report(&folder.path().join("deals.csv"), AS_OF);
    assert!(
        report["measures"]["campaign_cost"]["total"]["cost"].is_number(),
        "{}",
        report["measures"]["campaign_cost"]
    );
    check("deals.csv", &report);
}

#[test]
fn what_the_schema_does_not_say_is_refused() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    let report = run::report(&folder.join("twelve_deals.csv"), AS_OF);
    let changes: [(&str, Value); 4] = [
        ("/totals/won", json!("three")),
        ("/measures/funnel/stages", json!({})),
        ("/deals/0/id", Value::Null),
        ("/totals", json!({"deals": 12})),
    ];
    for (place, wrong) in changes {
        let mut changed = report.clone();
        *changed.pointer_mut(place).expect(place) = wrong;
        assert!(!errors(&schema(), &changed).is_empty(), "{place} may be anything");
    }
    let mut changed = report;
    changed["totals"]["unheard_of"] = json!(1);
    assert!(!errors(&schema(), &changed).is_empty(), "a key may be called anything");
}
