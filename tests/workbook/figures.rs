//! Every figure of every sheet, for every sample and in both languages, against report.json: numbers in cells, and
//! shares in sentences. A figure must stand in the part of report.json that the sheet is made from, or be a formula,
//! which the other tests and LibreOffice compute again.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use calamine::{Data, Reader as _, Xlsx, open_workbook};
use lejek::i18n::Language;
use lejek::report::section::Section;
use serde_json::Value;

#[test]
fn every_figure_of_every_sheet_stands_in_report_json() {
    for sample in samples() {
        for language in Language::ALL {
            let (checked, strangers) = walk(&sample, language);
            assert!(strangers.is_empty(), "{}: not in report.json:\n{}", sample.display(), strangers.join("\n"));
            assert!(checked > 40, "{}: only {checked} figures", sample.display());
        }
    }
}

/// Parts of report.json that a sheet is made from; all of it for the sheets that tell of everything.
fn parts(section: Section) -> &'static [&'static str] {
    match section {
        Section::Funnel => &["/measures/funnel", "/measures/cohorts", "/measures/cycle"],
        Section::FirstContact => &["/measures/first_contact", "/measures/contact_buckets", "/deals"],
        Section::FollowUp => &["/measures/followup", "/deals"],
        Section::Stalled => &["/measures/stalled", "/findings", "/deals", "/totals"],
        Section::TimeInStage => &["/measures/time_in_stage", "/measures/cycle", "/measures/bottleneck"],
        Section::Sellers => &["/measures/owners", "/measures/sellers", "/totals"],
        Section::Losses => &["/measures/lost_reasons"],
        Section::Forecast => &["/measures/forecast", "/measures/velocity", "/deals"],
        Section::Plans => &["/measures/coverage", "/measures/slippage", "/deals"],
        Section::Sources => &[
            "/measures/sources",
            "/measures/campaigns",
            "/measures/named_campaigns",
            "/measures/named_campaigns_pooled",
            "/measures/campaign_cost",
        ],
        _ => &[""],
    }
}

/// Numbers that sentences name as rules, in percent.
const RULES: &[f64] = &[95.0, 80.0, 100.0, 50.0, 75.0, 90.0];

/// Compares one sample's workbook with its report.json: the number of figures compared, and those that are not there.
fn walk(sample: &Path, language: Language) -> (usize, Vec<String>) {
    let folder = tempfile::tempdir().expect("a folder");
    let ran = Command::new(env!("CARGO_BIN_EXE_lejek"))
        .arg("report")
        .arg(sample)
        .args(["--as-of", "2026-11-20", "--target", "300000/year", "--quiet", "--lang", language.code(), "-o"])
        .arg(folder.path())
        .output()
        .expect("lejek runs");
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    let json = std::fs::read(folder.path().join("report.json")).expect("report.json");
    let json: Value = serde_json::from_slice(&json).expect("JSON");
    let mut workbook: Xlsx<_> = open_workbook(folder.path().join("report.xlsx")).expect("report.xlsx");
    let (mut checked, mut strangers) = (0, Vec::new());
    for section in Section::ALL {
        let title = section.title(language);
        if !workbook.sheet_names().contains(&title) {
            continue;
        }
        let known = numbers(&json, parts(*section));
        let formulas = workbook.worksheet_formula(&title).expect("formulas");
        let cells = workbook.worksheet_range(&title).expect("cells");
        let (top, left) = cells.start().unwrap_or_default();
        for (row, column, cell) in cells.used_cells() {
            let place = (top + row as u32, left + column as u32);
            if formulas.get_value(place).is_some_and(|formula| !formula.is_empty()) {
                continue;
            }
            match cell {
                Data::Float(number) => {
                    if !holds(&known, *number) {
                        strangers.push(format!("{title} {place:?}: {number}"));
                    }
                    checked += 1;
                }
                Data::String(text) if speaks_for_itself(*section) => {
                    for (share, places) in shares(text) {
                        if !RULES.contains(&share) && !near(&known, share, places) {
                            strangers.push(format!("{title} {place:?}: {share} % of “{text}”"));
                        }
                        checked += 1;
                    }
                }
                _ => {}
            }
        }
    }
    (checked, strangers)
}

/// Sheets whose texts are lejek's own; on the others they may be the user's.
fn speaks_for_itself(section: Section) -> bool {
    !matches!(section, Section::Deals | Section::ToDo | Section::Quality | Section::About)
}

/// Every number under these places, and how often each code was noticed; sorted.
fn numbers(json: &Value, parts: &[&str]) -> Vec<f64> {
    let mut found = Vec::new();
    for part in parts {
        gather(json.pointer(part).unwrap_or_else(|| panic!("no {part}")), &mut found);
    }
    let mut by_code: BTreeMap<&str, f64> = BTreeMap::new();
    for remark in json["diagnostics"].as_array().into_iter().flatten() {
        *by_code.entry(remark["code"].as_str().unwrap_or_default()).or_default() += 1.0;
    }
    found.extend(by_code.into_values());
    found.extend([0.0, json["findings"].as_array().map_or(0, Vec::len) as f64]);
    found.sort_by(f64::total_cmp);
    found
}

fn gather(value: &Value, into: &mut Vec<f64>) {
    match value {
        Value::Number(number) => into.extend(number.as_f64()),
        Value::Array(items) => items.iter().for_each(|item| gather(item, into)),
        Value::Object(fields) => {
            fields.values().for_each(|field| gather(field, into));
            into.extend(kept(value).into_iter().flatten());
        }
        _ => {}
    }
}

/// Least and most of the promises kept, where these are their counts.
fn kept(counts: &Value) -> Option<[f64; 2]> {
    let [met, missed, open] = ["met", "missed", "cannot_tell"].map(|key| counts.get(key).and_then(Value::as_f64));
    let (met, missed, open) = (met?, missed?, open?);
    let n = met + missed + open;
    (n > 0.0).then(|| [met / n, (met + open) / n])
}

fn holds(known: &[f64], number: f64) -> bool {
    let slack = 1e-6 * number.abs().max(1e-3);
    let at = known.partition_point(|other| *other < number - slack);
    known.get(at).is_some_and(|other| *other <= number + slack)
}

/// Whether a share is, so rounded, a number of report.json or what it lacks of the whole.
fn near(known: &[f64], percent: f64, places: usize) -> bool {
    let half = 0.5 * 0.1_f64.powi(places as i32) + 1e-9;
    let within = |share: f64| {
        let at = known.partition_point(|other| *other * 100.0 < share - half);
        known.get(at).is_some_and(|other| *other * 100.0 <= share + half)
    };
    within(percent) || within(100.0 - percent)
}

/// The shares that a sentence names, in percent, with their decimals: `61–68 %` names two.
fn shares(text: &str) -> Vec<(f64, usize)> {
    let mut found = Vec::new();
    for (end, _) in text.match_indices('%') {
        let before = text[..end].trim_end_matches([' ', '\u{a0}']);
        let start = before
            .char_indices()
            .rev()
            .take_while(|(_, letter)| letter.is_ascii_digit() || "–,.".contains(*letter))
            .last()
            .map_or(before.len(), |(start, _)| start);
        for number in before[start..].split('–').filter(|number| !number.is_empty()) {
            let number = number.replace(',', ".");
            let places = number.split_once('.').map_or(0, |(_, places)| places.len());
            found.extend(number.parse().ok().map(|share| (share, places)));
        }
    }
    found
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

#[test]
fn shares_are_read_as_written() {
    assert_eq!(shares("61–68 % (18), 7.5% and none"), vec![(61.0, 0), (68.0, 0), (7.5, 1)]);
}
