//! A sheet in, the figures of its report out: counts, sums, measures and the ways of all deals, without the places
//! where they stand.

use std::path::Path;
use std::sync::Arc;

use chrono::{NaiveDate, NaiveTime};
use lejek::history;
use lejek::i18n::Language;
use lejek::model::Moment;
use lejek::read::{self, Boundary, Format, Limits, Sheet, Workbook};
use lejek::recognise::{self, SheetFinding};
use lejek::report::json;
use lejek::settings::Settings;
use lejek::template;
use serde_json::{Value, json};

use super::measured::Measured;

/// The sheet of a sample that holds its deals.
pub(crate) fn deals_sheet(sample: &str) -> Sheet {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples").join(sample);
    let workbook = read_file(&path);
    let template = template::load(None).expect("the default template");
    let readings = recognise::recognise(&workbook, &template, last_day());
    let of_deals = readings.iter().find(|reading| matches!(reading.finding, SheetFinding::Table(_)));
    let name = &of_deals.expect("a sheet of deals").sheet;
    workbook.sheets.into_iter().find(|sheet| sheet.name == *name).expect("a sheet of the workbook")
}

/// A file's workbook, read by the program as always.
pub(crate) fn read_file(path: &Path) -> Workbook {
    let boundary = Boundary { program: env!("CARGO_BIN_EXE_lejek").into(), limits: Limits::default() };
    read::read(path, &Arc::from("sprzedaz"), &boundary).expect("a file that can be read").output
}

/// What the report says of a workbook with this sheet alone.
pub(crate) fn figures(sheet: &Sheet) -> Value {
    let workbook = Workbook {
        file: Arc::from("sprzedaz.xlsx"),
        format: Format::Xlsx,
        sha256: String::new(),
        bytes: 0,
        saved: None,
        sheets: vec![sheet.clone()],
    };
    let template = template::load(None).expect("the default template");
    let mut readings = recognise::recognise(&workbook, &template, last_day());
    recognise::relate(&mut readings, &template);
    let as_of = Moment::At(last_day().and_time(NaiveTime::from_hms_opt(23, 59, 59).expect("a time")));
    let settings = Settings::new(as_of, template);
    let Ok(book) = history::book(&readings, &settings) else { return json!("no deals") };
    let book = book.output;
    assert!(book.tally.adds_up(), "a row is lost: {:?}", book.tally);
    let measured = Measured::of(book, settings);
    let report = measured.report(Language::En);
    without_places(&serde_json::from_slice(&json::json(&report)).expect("JSON"))
}

/// The day for which the report speaks.
fn last_day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 20).expect("a day")
}

/// The parts of report.json that say nothing of rows.
fn without_places(report: &Value) -> Value {
    let mut totals = report["totals"].clone();
    for key in ["rows_read", "deal_rows", "history_rows", "rows_skipped"] {
        totals.as_object_mut().expect("totals").remove(key);
    }
    let stage = |stage: &Value| json!({ "key": stage["key"], "rank": stage["rank"], "deals": stage["deals"] });
    let stages: Vec<Value> = list(&report["pipeline"]).iter().map(stage).collect();
    let mut measures = report["measures"].clone();
    measures["stalled"].as_object_mut().expect("stalled").remove("deals");
    // A forecast lists its deals by their places.
    for horizon in measures["forecast"].as_object_mut().expect("forecast").values_mut() {
        if let Some(horizon) = horizon.as_object_mut() {
            horizon.remove("deals");
        }
    }
    // And a period what changed in it; the counts stand beside.
    measures["period"].as_object_mut().expect("a period").remove("changes");
    for promise in ["first_contact", "followup"] {
        for clock in ["clock", "workdays", "office"] {
            if let Some(clock) = measures[promise][clock].as_object_mut() {
                clock.remove("records");
                clock.remove("open_overdue");
            }
        }
    }
    let mut deals: Vec<Value> = list(&report["deals"]).iter().map(deal_without_places).collect();
    deals.sort_by_key(Value::to_string);
    json!({ "totals": totals, "pipeline": stages, "deals": deals, "measures": measures })
}

fn deal_without_places(deal: &Value) -> Value {
    let history = list(&deal["history"]).iter().map(|entry| json!([entry["stage"], entry["entered"]]));
    let history: Vec<Value> = history.collect();
    let mut deal = deal.clone();
    let parts = deal.as_object_mut().expect("a deal");
    parts.remove("rows");
    parts.insert("history".into(), Value::from(history));
    deal
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// The first place at which two values differ, with its path.
pub(crate) fn first_difference(before: &Value, after: &Value, path: &str) -> (String, String) {
    let deeper = match (before, after) {
        (Value::Object(parts), Value::Object(_)) => {
            let key = parts.keys().find(|key| before[*key] != after[*key]);
            key.map(|key| (&before[key], &after[key], format!("{path}.{key}")))
        }
        (Value::Array(parts), Value::Array(others)) => {
            let pairs = parts.iter().zip(others).enumerate().find(|(_, (part, other))| part != other);
            pairs.map(|(place, (part, other))| (part, other, format!("{path}[{place}]")))
        }
        _ => None,
    };
    match deeper {
        Some((before, after, path)) => first_difference(before, after, &path),
        None => (format!("{path} = {}", short(before)), short(after)),
    }
}

fn short(value: &Value) -> String {
    value.to_string().chars().take(300).collect()
}
