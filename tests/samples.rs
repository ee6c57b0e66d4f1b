//! The committed samples are what the generator makes, byte for byte; twice the same.

#[path = "../examples/make_samples/samples/mod.rs"]
mod samples;

#[path = "support/run.rs"]
mod run;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("samples")
}

#[test]
fn samples_are_what_the_generator_makes() {
    for sample in samples::all() {
        let kept = fs::read(folder().join(sample.name)).unwrap_or_default();
        assert!(
            kept == sample.bytes,
            "samples/{} is not what the generator makes now: run `cargo run --example make_samples`",
            sample.name
        );
    }
}

#[test]
fn nothing_else_lies_among_the_samples() {
    let made = samples::all().into_iter().map(|sample| sample.name.to_owned());
    let expected: BTreeSet<String> = made.chain(["README.md".to_owned()]).collect();
    let found: BTreeSet<String> = files(&folder(), "").chain(files(&folder().join("weekly"), "weekly/")).collect();
    assert_eq!(found, expected);
}

/// The files that stand in a folder, each after the folder's own name.
fn files(folder: &Path, within: &'static str) -> impl Iterator<Item = String> {
    let entries =
        fs::read_dir(folder).expect("a folder of samples").map(|entry| entry.expect("an entry of the folder"));
    let files = entries.filter(|entry| entry.path().is_file());
    files.map(move |entry| format!("{within}{}", entry.file_name().to_string_lossy()))
}

#[test]
fn samples_are_the_same_on_every_run() {
    for (first, second) in samples::all().into_iter().zip(samples::all()) {
        assert!(first.bytes == second.bytes, "{} changed between two runs", first.name);
    }
}

#[test]
fn samples_stay_small() {
    let bytes: usize = samples::all().iter().map(|sample| sample.bytes.len()).sum();
    assert!(bytes < 200_000, "{bytes} bytes");
}

#[test]
fn the_weekly_copies_tell_what_their_maker_knows() {
    let (_, made) = samples::weekly::make();
    let report = run::report(&folder().join("weekly"), "2026-11-20");
    let counted = |key: &str| report["totals"][key].as_u64().map(|count| count as usize);
    assert_eq!(counted("deals"), Some(made.deals));
    assert_eq!(counted("rows_read"), Some(made.rows));
    assert_eq!(counted("won"), Some(made.won));
    assert_eq!(counted("lost"), Some(made.lost));
    assert_eq!(counted("vanished"), Some(made.vanished));
    assert!(made.vanished > 0 && made.won > 0 && made.lost > 0, "{made:?}");
    let since = &report["measures"]["since_last_copy"];
    assert_eq!((&since["before"], &since["now"]), (&"2026-11-13".into(), &"2026-11-20".into()));
    let firm = |one: &serde_json::Value| {
        let deal = &report["deals"][one["deal"].as_u64().expect("a place") as usize];
        deal["company"].as_str().expect("a firm").to_owned()
    };
    let mut pushed: Vec<String> = since["deals"]["pushed"].as_array().expect("a list").iter().map(firm).collect();
    pushed.sort();
    assert_eq!(pushed, made.pushed);
    assert!(pushed.len() > 1);
}
