//! The committed samples are what the generator makes, byte for byte; twice the same.

#[path = "../examples/make_samples/samples/mod.rs"]
mod samples;

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
    let found: BTreeSet<String> = fs::read_dir(folder())
        .expect("the folder of samples")
        .map(|entry| entry.expect("an entry of the folder").file_name().to_string_lossy().into_owned())
        .collect();
    assert_eq!(found, expected);
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
