//! Small sheets in the shapes that teams and CRMs keep, and what a careful human says of each: see
//! `tests/recognition/README.md`.

#[path = "../examples/recognition_score/judge/mod.rs"]
mod judge;

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

use judge::{Score, Verdict};

static VERDICTS: LazyLock<Vec<Verdict>> = LazyLock::new(|| judge::judge_all(Path::new(env!("CARGO_BIN_EXE_lejek"))));

#[test]
fn nothing_fails_that_is_not_on_the_list() {
    let score = Score::of(&VERDICTS);
    let known = judge::known_failures();
    let new: Vec<&String> = score.failures.iter().filter(|failure| !known.contains(*failure)).collect();
    assert!(new.is_empty(), "`cargo run --example recognition_score` shows more: {new:#?}");
}

#[test]
fn there_are_cases_enough() {
    let cases: BTreeSet<&str> = VERDICTS.iter().map(|verdict| verdict.case.as_str()).collect();
    assert!(cases.len() >= 70, "{} cases", cases.len());
}
