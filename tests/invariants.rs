//! What must hold for every report, checked on report.json of all samples.

#[path = "support/run.rs"]
mod run;

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use serde_json::Value;

use run::report;

#[test]
fn every_deal_and_every_row_is_accounted_for() {
    for (name, report) in REPORTS.iter() {
        let totals = &report["totals"];
        let count = |key: &str| totals[key].as_u64().unwrap_or_else(|| panic!("{name}: totals.{key}"));
        let states = ["open", "won", "lost", "deferred", "vanished"].map(count);
        assert_eq!(states.iter().sum::<u64>(), count("deals"), "{name}: states add up to deals");
        assert_eq!(report["deals"].as_array().map(Vec::len), Some(count("deals") as usize), "{name}");
        let skipped = sum_of(&totals["rows_skipped"]);
        assert_eq!(count("deals") + count("history_rows") + skipped, count("rows_read"), "{name}: rows add up");
    }
}

#[test]
fn reached_never_rises_and_every_deal_at_risk_has_one_outcome() {
    for (name, report) in REPORTS.iter() {
        let stages = report["measures"]["funnel"]["stages"].as_array().expect("stages");
        let reached: Vec<u64> = stages.iter().map(|stage| stage["reached"].as_u64().expect("a count")).collect();
        assert!(reached.is_sorted_by(|a, b| a >= b), "{name}: {reached:?}");
        for stage in stages.iter().filter(|stage| stage.get("at_risk").is_some()) {
            let outcomes = ["advanced", "lost", "vanished", "undecided", "unplaced"];
            let sum: u64 = outcomes.iter().map(|outcome| stage[*outcome].as_u64().unwrap_or(0)).sum();
            assert_eq!(Some(sum), stage["at_risk"].as_u64(), "{name}: {stage}");
        }
    }
}

#[test]
fn sums_over_owners_and_sources_are_the_totals() {
    for (name, report) in REPORTS.iter() {
        for groups in ["owners", "sources"] {
            let rows = report["measures"][groups].as_array().expect("groups");
            for key in ["deals", "open", "won", "lost", "deferred"] {
                let sum: u64 = rows.iter().map(|row| row[key].as_u64().expect("a count")).sum();
                assert_eq!(Some(sum), report["totals"][key].as_u64(), "{name}: {groups}.{key}");
            }
        }
    }
}

#[test]
fn every_finding_names_its_source_row() {
    for (name, report) in REPORTS.iter() {
        for finding in report["findings"].as_array().expect("findings") {
            assert!(finding["row"].as_u64().is_some_and(|row| row > 0), "{name}: {finding}");
            assert!(finding["file"].as_str().is_some_and(|file| !file.is_empty()), "{name}: {finding}");
        }
    }
}

/// Rows stamped later than the moment spoken for might as well not be there.
#[test]
fn what_happened_later_changes_nothing() {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    let folder = tempfile::tempdir().expect("a folder");
    for (name, column, separator, as_of) in
        [("twelve_deals.csv", 2, ',', "2025-05-20"), ("change_log.csv", 2, ';', "2026-08-31")]
    {
        let whole = std::fs::read_to_string(samples.join(name)).expect("the sample is UTF-8");
        let mut later = 0;
        let known = whole.lines().map(|line| {
            let entered = line.split(separator).nth(column).expect("a cell");
            let is_later = entered.starts_with("20") && entered > &format!("{as_of} 99")[..];
            later += usize::from(is_later);
            // The place of every other row stays.
            if is_later { separator.to_string().repeat(line.matches(separator).count()) } else { line.to_owned() }
        });
        let known = known.collect::<Vec<_>>().join("\n");
        assert!(later > 10, "{name}: {later} rows");
        let cut = folder.path().join(name);
        lejek::output::write_all(folder.path(), &[(name, known.as_bytes())], &[]).expect("it is written");
        let (all, cut) = (report(&samples.join(name), as_of), report(&cut, as_of));
        for part in ["as_of", "measures", "findings", "deals"] {
            assert_eq!(all[part], cut[part], "{name}: {part}");
        }
        for part in ["deals", "open", "deferred", "won", "lost", "won_value", "open_value", "lost_value"] {
            assert_eq!(all["totals"][part], cut["totals"][part], "{name}: {part}");
        }
    }
}

fn sum_of(counts: &Value) -> u64 {
    counts.as_object().expect("counts by reason").values().map(|count| count.as_u64().expect("a count")).sum()
}

/// Every sample's name and report.json; each is run once.
static REPORTS: LazyLock<Vec<(String, Value)>> = LazyLock::new(|| {
    let run = |path: PathBuf| (path.display().to_string(), report(&path, "2026-11-20"));
    let reports: Vec<_> = samples().into_iter().map(run).collect();
    assert!(reports.len() >= 5, "all samples");
    reports
});

fn samples() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("samples")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "xlsx" || ending == "csv"))
        .collect();
    paths.sort();
    paths
}
