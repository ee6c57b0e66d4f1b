//! Small sheets in the shapes that teams and CRMs keep, and what a careful human says of each: see
//! `tests/recognition/README.md`.

#[path = "../examples/recognition_score/judge/mod.rs"]
mod judge;

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

use judge::{Score, Verdict};

static VERDICTS: LazyLock<Vec<Verdict>> =
    LazyLock::new(|| judge::judge_all(Path::new(env!("CARGO_BIN_EXE_lejek")), "tests/recognition"));

#[test]
fn every_case_comes_out_as_a_careful_human_says() {
    let score = Score::of(&VERDICTS);
    assert!(score.failures.is_empty(), "`cargo run --example recognition_score` shows more: {:#?}", score.failures);
}

#[test]
fn there_are_cases_enough() {
    let cases: BTreeSet<&str> = VERDICTS.iter().map(|verdict| verdict.case.as_str()).collect();
    assert!(cases.len() >= 110, "{} cases", cases.len());
}
