//! What lejek finds in each sample against what the program that made it knows: samples/truth.json.

#[path = "support/run.rs"]
mod run;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

use serde_json::Value;

use run::report;

#[test]
fn counts_by_state_are_the_truth() {
    each_sample(|name, truth, report| {
        assert_eq!(report["totals"]["deals"], truth["deals"], "{name}");
        for state in ["open", "won", "lost", "deferred"] {
            assert_eq!(report["totals"][state], or_zero(&truth["states"][state]), "{name}: {state}");
        }
    });
}

#[test]
fn counts_by_stage_are_the_truth() {
    each_sample(|name, truth, report| {
        let mut found: BTreeMap<&str, u64> = BTreeMap::new();
        for deal in report["deals"].as_array().expect("deals") {
            *found.entry(deal["stage"].as_str().expect("a stage")).or_default() += 1;
        }
        assert_eq!(serde_json::json!(found), truth["stages"], "{name}");
    });
}

#[test]
fn reached_counts_are_the_truth() {
    each_sample(|name, truth, report| {
        // The generator knows the whole way also where the sheet keeps the present stage alone.
        if report["measures"]["funnel"]["losses_unplaced"].as_u64().is_some_and(|count| count > 0) {
            return;
        }
        for stage in report["measures"]["funnel"]["stages"].as_array().expect("stages") {
            let key = stage["stage"].as_str().expect("a key");
            assert_eq!(stage["reached"], truth["reached"][key], "{name}: {key}");
        }
    });
}

#[test]
fn rows_are_the_truth() {
    each_sample(|name, truth, report| {
        let totals = &report["totals"];
        for key in ["rows_read", "history_rows", "rows_skipped"] {
            assert_eq!(totals[key], truth[key], "{name}: {key}");
        }
        let sheets = report["inputs"][0]["sheets"].as_array().expect("sheets");
        let tables: Vec<&Value> = sheets.iter().filter(|sheet| !sheet["layout"].is_null()).collect();
        assert_eq!(tables.len(), 1, "{name}");
        assert_eq!((&tables[0]["sheet"], &tables[0]["header_row"]), (&truth["sheet"], &truth["header_row"]), "{name}");
    });
}

#[test]
fn sums_by_currency_are_the_truth() {
    each_sample(|name, truth, report| {
        for (currency, states) in truth["value"].as_object().expect("currencies") {
            for (state, sum) in states.as_object().expect("states") {
                let found = report["totals"][format!("{state}_value")][currency].as_f64();
                assert_eq!(found, sum.as_f64(), "{name}: {state} in {currency}");
            }
        }
    });
}

#[test]
fn counts_by_owner_and_source_are_the_truth() {
    each_sample(|name, truth, report| {
        for groups in ["owners", "sources"] {
            let mut found: BTreeMap<String, BTreeMap<&str, u64>> = BTreeMap::new();
            for group in report["measures"][groups].as_array().expect("groups") {
                let states = found.entry(folded(group["group"].as_str().unwrap_or_default())).or_default();
                for state in ["open", "won", "lost", "deferred"] {
                    *states.entry(state).or_default() += group[state].as_u64().expect("a count");
                }
            }
            for (group, states) in truth[groups].as_object().expect("groups") {
                for state in ["open", "won", "lost", "deferred"] {
                    let known = states[state].as_u64().unwrap_or(0);
                    let found = found.get(&folded(group)).map_or(0, |states| states[state]);
                    assert_eq!(found, known, "{name}: {groups} {group} {state}");
                }
            }
        }
    });
}

/// Names in their variants as one name: the samples write owners with other capitals and blanks too.
fn folded(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

fn or_zero(count: &Value) -> Value {
    if count.is_null() { Value::from(0) } else { count.clone() }
}

/// Every sample's name, what is true of it, and what lejek reports; each is run once.
static SAMPLES: LazyLock<Vec<(String, Value, Value)>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    let truth = std::fs::read(folder.join("truth.json")).expect("the truth");
    let Value::Object(samples) = serde_json::from_slice(&truth).expect("JSON") else { panic!("samples by name") };
    let run = |(name, truth): (String, Value)| {
        let found = report(&folder.join(&name), truth["as_of"].as_str().expect("a date"));
        (name, truth, found)
    };
    samples.into_iter().map(run).collect()
});

fn each_sample(check: impl Fn(&str, &Value, &Value)) {
    for (name, truth, report) in SAMPLES.iter() {
        check(name, truth, report);
    }
}
