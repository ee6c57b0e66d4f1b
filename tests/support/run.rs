//! Runs the program and takes its report.json.
#![allow(dead_code, reason = "each test program uses its part")]

use std::path::Path;

use assert_cmd::Command;
use serde_json::Value;

/// The report.json of this input as of this day, in a folder that is gone afterwards. The run must succeed.
#[track_caller]
pub(crate) fn report(input: &Path, as_of: &str) -> Value {
    report_of(&[input], as_of)
}

/// The same of several inputs.
#[track_caller]
pub(crate) fn report_of(inputs: &[&Path], as_of: &str) -> Value {
    let folder = tempfile::tempdir().expect("a folder");
    let output = Command::cargo_bin("lejek")
        .expect("built")
        .args(["report", "--json", "--as-of", as_of])
        .args(inputs)
        .current_dir(folder.path())
        .output()
        .expect("ran");
    assert_eq!(output.status.code(), Some(0), "{inputs:?}: {}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("JSON")
}
