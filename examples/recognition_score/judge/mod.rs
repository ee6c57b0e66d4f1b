//! A folder of cases in, what lejek gets right and wrong in each out. `tests/recognition/README.md` says what a case is.

mod check;
mod deals;
mod drawing;
mod expected;
mod score;
mod understood;

use std::fs;
use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};

use chrono::{NaiveDate, NaiveTime};
use lejek::model::Moment;

use check::{Check, Kind};
use expected::Expected;

pub(crate) use score::Score;

/// A case and everything that was said of it.
pub(crate) struct Verdict {
    /// The name of its two files.
    pub(crate) case: String,
    /// What was said, in order.
    pub(crate) checks: Vec<Check>,
}

/// Every case of a folder of the repository, by name. The program reads the files as lejek's own child process.
pub(crate) fn judge_all(program: &Path, folder: &str) -> Vec<Verdict> {
    let endings = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "expected");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let entries = fs::read_dir(folder).expect("the folder of the cases");
    let mut cases: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).filter(endings).collect();
    cases.sort();
    cases.iter().map(|path| judge(program, path)).collect()
}

fn judge(program: &Path, path: &Path) -> Verdict {
    let case = path.file_stem().expect("a name").to_string_lossy().into_owned();
    let text = fs::read_to_string(path).expect("text");
    let expected = Expected::read(&case, &text);
    let made = tempfile::tempdir().expect("a folder");
    let sheet = path.with_extension("csv");
    let inputs = if sheet.is_file() {
        vec![sheet]
    } else {
        let drawing = fs::read_to_string(path.with_extension("grid"));
        let drawing = drawing.unwrap_or_else(|cause| panic!("{case}: neither a .csv nor a .grid: {cause}"));
        drawing::draw(&case, &drawing, made.path())
    };
    let as_of: NaiveDate = expected.as_of.unwrap_or("2026-11-20").parse().expect("a day");
    let as_of = Moment::At(as_of.and_time(NaiveTime::from_hms_opt(23, 59, 59).expect("a time")));
    let outcome = panic::catch_unwind(AssertUnwindSafe(|| {
        let understood = understood::understand(program, &inputs, as_of);
        check::checks(&expected, &understood)
    }));
    let checks = outcome.unwrap_or_else(|panic| {
        let told = panic.downcast_ref::<String>().cloned().unwrap_or_default();
        vec![Check { kind: Kind::Said, claim: "ends without a panic".into(), instead: Some(told), wrong_guess: false }]
    });
    assert!(!checks.is_empty(), "{case}: nothing is expected");
    Verdict { case, checks }
}
