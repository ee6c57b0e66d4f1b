//! Every figure that pictures, page and terminal show, for every sample and in both languages, against report.json: each
//! number must stand there, so rounded as it is shown, or be a share, a count or a sum of what stands there. The workbook
//! is walked by `tests/workbook/figures.rs`.

#[path = "support/measured.rs"]
mod measured;
#[path = "figures/shown.rs"]
mod shown;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDate;
use lejek::history;
use lejek::i18n::Language;
use lejek::model::Moment;
use lejek::read::{self, Boundary, Limits};
use lejek::recognise;
use lejek::report::chart::pictures;
use lejek::report::json::json;
use lejek::report::page::page;
use lejek::report::terminal::summary;
use lejek::settings::Settings;
use lejek::template;
use serde_json::Value;

use measured::Measured;
use shown::{Figure, figures};

#[test]
fn every_figure_shown_stands_in_report_json() {
    for sample in samples() {
        let measured = measured(&sample);
        for language in Language::ALL {
            let report = measured.report(language);
            let json: Value = serde_json::from_slice(&json(&report)).expect("JSON");
            let known = Known::of(&json);
            let pictures = pictures(&report);
            let page = String::from_utf8(page(&report, &[])).expect("UTF-8");
            let mut texts: Vec<(&str, String)> =
                vec![("page", without_markup(&page)), ("terminal", without_colours(&summary(&report, "", &[])))];
            texts.extend(
                pictures.iter().flat_map(|picture| picture.texts().map(|text| (picture.name, text.to_owned()))),
            );
            let (mut checked, mut strangers) = (0, BTreeSet::new());
            for (place, text) in &texts {
                // Pictures have axes, whose marks are round numbers.
                let axes = !matches!(*place, "page" | "terminal");
                for figure in figures(&known.without_names(text), language) {
                    checked += 1;
                    let is_known = known.has(&figure) || (axes && figure.is_round());
                    if !is_known {
                        strangers
                            .insert(format!("{place}: {figure:?} of “{}”", text.lines().next().unwrap_or_default()));
                    }
                }
            }
            assert!(
                strangers.is_empty(),
                "{} {}: not in report.json:\n{}",
                sample.display(),
                language.code(),
                strangers.into_iter().collect::<Vec<_>>().join("\n")
            );
            assert!(checked > 100, "{}: only {checked} figures", sample.display());
        }
    }
}

/// What report.json says, as numbers and names.
struct Known {
    /// Sorted.
    numbers: Vec<f64>,
    /// From the longest, so that a name within another does not hide the rest of it.
    names: Vec<String>,
}

impl Known {
    fn of(json: &Value) -> Self {
        let (mut numbers, mut names) = (RULES.to_vec(), BTreeSet::new());
        gather(json, &mut numbers, &mut names);
        counts_of_findings(json, &mut numbers);
        shares_of_totals(json, &mut numbers);
        sums_over_stages(json, &mut numbers);
        numbers.sort_by(f64::total_cmp);
        let mut names: Vec<String> = names.into_iter().collect();
        names.sort_by_key(|name| std::cmp::Reverse(name.len()));
        Self { numbers, names }
    }

    fn has(&self, figure: &Figure) -> bool {
        figure.meanings().into_iter().any(|(low, high)| {
            let place = self.numbers.partition_point(|number| *number < low);
            self.numbers.get(place).is_some_and(|number| *number <= high)
        })
    }

    /// The text without what the sheets call their stages, sellers, sources and deals.
    fn without_names(&self, text: &str) -> String {
        let mut text = text.to_owned();
        for name in &self.names {
            if text.contains(name.as_str()) {
                text = text.replace(name.as_str(), " ");
            }
        }
        text
    }
}

/// Numbers that sentences name as rules: quantiles, intervals, "8 in 10", horizons of the forecast in weeks, hours.
const RULES: &[f64] = &[0.0, 0.8, 0.95, 0.5, 0.75, 0.9, 3.0, 4.0, 8.0, 9.0, 10.0, 13.0, 20.0, 24.0, 30.0, 48.0, 90.0];

/// Keys of report.json that say where something stands, and count nothing.
const PLACES: [&str; 6] = ["row", "rows", "deal", "rank", "header_row", "bytes"];

fn gather(value: &Value, numbers: &mut Vec<f64>, names: &mut BTreeSet<String>) {
    match value {
        Value::Number(number) => numbers.extend(number.as_f64()),
        // A bare number as text would take figures apart.
        Value::String(text)
            if text.chars().any(|letter| letter.is_ascii_digit()) && text.chars().any(char::is_alphabetic) =>
        {
            names.insert(text.clone());
        }
        Value::Array(items) => {
            numbers.push(items.len() as f64);
            for item in items {
                gather(item, numbers, names);
            }
        }
        Value::Object(fields) => {
            for (_, field) in fields.iter().filter(|(key, _)| !PLACES.contains(&key.as_str())) {
                gather(field, numbers, names);
            }
            // Least and most of the promises kept.
            let of = |key: &str| fields.get(key).and_then(Value::as_f64);
            if let (Some(met), Some(missed), Some(open)) = (of("met"), of("missed"), of("cannot_tell")) {
                let all = met + missed + open;
                numbers.extend([all, met + open]);
                if all > 0.0 {
                    numbers.extend([met / all, (met + open) / all]);
                }
            }
        }
        _ => {}
    }
}

/// How many findings each rule has, over all, by seller and by stage, with the value of their deals; the value of deals
/// by the verdict on their age.
fn counts_of_findings(json: &Value, numbers: &mut Vec<f64>) {
    let none = Vec::new();
    let findings = json["findings"].as_array().unwrap_or(&none);
    let deal = |finding: &Value| &json["deals"][finding["deal"].as_u64().unwrap_or_default() as usize];
    let mut sums: BTreeMap<(String, String), (f64, BTreeSet<u64>, f64)> = BTreeMap::new();
    for finding in findings {
        let (rule, owner) = (finding["rule"].to_string(), deal(finding)["owner"].to_string());
        let stage = deal(finding)["stage"].to_string();
        let value =
            deal(finding)["value"].as_f64().or_else(|| deal(finding)["value"]["amount"].as_f64()).unwrap_or(0.0);
        for key in [(rule.clone(), owner), (rule.clone(), String::new()), (rule, stage), Default::default()] {
            let sum = sums.entry(key).or_default();
            sum.0 += 1.0;
            if sum.1.insert(finding["deal"].as_u64().unwrap_or_default()) {
                sum.2 += value;
            }
        }
        numbers.extend(["over", "limit"].map(|key| finding[key].as_f64().unwrap_or(0.0)));
        let waited = finding["over"].as_f64().unwrap_or(0.0) + finding["limit"].as_f64().unwrap_or(0.0);
        numbers.extend([waited, (waited / 24.0).floor()]);
    }
    for ageing in json["measures"]["stalled"]["deals"].as_array().into_iter().flatten() {
        let sum = sums.entry(("status".to_owned(), ageing["status"].to_string())).or_default();
        sum.2 += ageing["value"].as_f64().unwrap_or(0.0);
    }
    for (count, deals, value) in sums.into_values() {
        numbers.extend([count, deals.len() as f64, value]);
    }
}

/// Each group's share of all deals and of all that was won.
fn shares_of_totals(json: &Value, numbers: &mut Vec<f64>) {
    let all = json["totals"]["deals"].as_f64().unwrap_or(1.0);
    for list in ["owners", "sources", "campaigns"] {
        for group in json["measures"][list].as_array().into_iter().flatten() {
            numbers.push(group["deals"].as_f64().unwrap_or(0.0) / all);
            for (currency, won) in group["won_value"].as_object().into_iter().flatten() {
                let total = json["totals"]["won_value"][currency].as_f64().unwrap_or(1.0);
                numbers.push(won.as_f64().unwrap_or(0.0) / total);
            }
        }
    }
}

/// Stays of all stages together.
fn sums_over_stages(json: &Value, numbers: &mut Vec<f64>) {
    let stages: Vec<&Value> =
        json["measures"]["time_in_stage"].as_object().into_iter().flat_map(|map| map.values()).collect();
    let keys: BTreeSet<&String> =
        stages.iter().filter_map(|stage| stage.as_object()).flat_map(|stage| stage.keys()).collect();
    numbers.extend(keys.into_iter().map(|key| stages.iter().filter_map(|stage| stage[key].as_f64()).sum::<f64>()));
}

/// What a reader sees of a page.
fn without_markup(page: &str) -> String {
    let body = page.split("<body>").nth(1).expect("a body");
    let mut text = String::new();
    for part in body.split('<') {
        let (tag, rest) = part.split_once('>').unwrap_or(("", part));
        // Deals, firms and telephones are names.
        if !tag.starts_with("bdi") {
            text.push_str(rest);
        }
        text.push('\n');
    }
    text.replace("&amp;", "&").replace("&quot;", "\"")
}

fn without_colours(text: &str) -> String {
    let mut parts = text.split('\u{1b}');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |plain, part| plain + part.split_once('m').map_or("", |(_, rest)| rest))
}

/// A sample, read by the program as always and measured.
fn measured(sample: &Path) -> Measured {
    let boundary = Boundary { program: env!("CARGO_BIN_EXE_lejek").into(), limits: Limits::default() };
    let workbook = read::read(sample, &Arc::from("sample"), &boundary).expect("a file that can be read").output;
    let day = NaiveDate::from_ymd_opt(2026, 11, 20).expect("a day");
    let template = template::load(None).expect("the default template");
    let mut readings = recognise::recognise(&workbook, &template, day);
    recognise::relate(&mut readings, &template);
    let settings = Settings::new(Moment::Day(day), template);
    let book = history::book(&readings, &settings).expect("deals").output;
    Measured::of(book, settings)
}

fn samples() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    let mut found: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("samples")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "csv" || ending == "xlsx"))
        .collect();
    found.sort();
    assert!(found.len() >= 5, "the samples are where they were");
    found
}
