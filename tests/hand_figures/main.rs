//! Small sheets as text, and what is worked out of them by hand, against report.json of the whole program.

#[path = "../support/run.rs"]
mod run;

mod costs;
mod sales;

use std::path::PathBuf;

use serde_json::Value;

/// The report of these files as of 30 June 2026.
#[track_caller]
fn report(files: &[(&str, &str)]) -> Value {
    let folder = tempfile::tempdir().expect("a folder");
    let whole: Vec<(&str, &[u8])> = files.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    lejek::output::write_all(folder.path(), &whole, &[]).expect("they are written");
    let paths: Vec<PathBuf> = files.iter().map(|(name, _)| folder.path().join(name)).collect();
    run::report_of(&paths.iter().map(PathBuf::as_path).collect::<Vec<_>>(), "2026-06-30")
}

/// Numbers may differ in the last decimals, everything else may not.
#[track_caller]
fn check(found: &Value, expected: &Value) {
    match (found.as_f64(), expected.as_f64()) {
        (Some(found), Some(wanted)) => assert!((found - wanted).abs() < 1e-6, "{found}, by hand {wanted}"),
        _ => assert_eq!(found, expected),
    }
}
