//! The memory keeps what it was given once, whole or not at all, and never touches what is none of its own.

use std::path::{Path, PathBuf};
use std::process::Command;

use chrono::NaiveDate;
use rusqlite::Connection;

use super::{Memory, schema, series};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::Moment;
use crate::read::{Area, Cell, Format, NamedArea, Row, Sheet, Workbook};

fn day(text: &str) -> Moment {
    Moment::Day(text.parse().expect("a day"))
}

/// A workbook with a cell of each kind and so many rows, of which the first differ from version to version.
fn workbook(file: &str, version: u32, rows: u32) -> Workbook {
    let text = |words: String| Cell::Text(words.into());
    let noon = NaiveDate::from_ymd_opt(2026, 2, 3).and_then(|day| day.and_hms_opt(12, 0, 0)).expect("a moment");
    let row = |number: u32| Row {
        number,
        cells: vec![
            (0, text(format!("Żółw {number}, „wersja” {}", if number < 5 { version } else { 0 }))),
            (1, Cell::Number { value: 0.1 + f64::from(number) / 3.0, percent: false }),
            (2, Cell::Number { value: 0.5, percent: true }),
            (3, Cell::Date(noon)),
            (4, Cell::Time(3_600)),
            (5, Cell::Bool(true)),
            (6, Cell::Error("#N/A".into())),
            (9, Cell::Unevaluated),
        ]
        .into(),
    };
    let area = Area { top: 1, left: 0, bottom: 2, right: 3 };
    let sheet = Sheet {
        name: Some("Szanse".into()),
        hidden: false,
        rows: (1..=rows).map(row).collect(),
        merged: vec![area],
        named: vec![NamedArea { name: "Tabela1".into(), area, is_table: true }],
    };
    let sha256 = format!("{version:0>64}");
    Workbook { file: file.into(), format: Format::Xlsx, sha256, bytes: 1_234, saved: None, sheets: vec![sheet] }
}

struct Place {
    folder: tempfile::TempDir,
}

impl Place {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a folder") }
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join("pamięć.db")
    }

    fn open(&self) -> Memory {
        Memory::open(&self.file()).expect("a memory")
    }
}

fn keep(memory: &mut Memory, made: &str, workbook: &Workbook) {
    memory.keep(&[(day(made), workbook)]).expect("kept");
}

fn moments(memory: &Memory) -> Vec<String> {
    memory.list().expect("a list").iter().map(|kept| kept.made.date().to_string()).collect()
}

#[test]
fn what_was_kept_comes_back_as_it_was() {
    let place = Place::new();
    let book = workbook("lejek.xlsx", 1, 9);
    keep(&mut place.open(), "2026-02-06", &book);
    let recalled = place.open().recall("lejek.xlsx", day("2026-02-13"), &[]).expect("recalled");
    let named = Workbook { file: "lejek.xlsx (2026-02-06)".into(), ..book };
    assert_eq!(recalled, [(day("2026-02-06"), named)]);
}

#[test]
fn the_same_file_twice_is_one_copy_from_the_earlier_moment_on() {
    let place = Place::new();
    let mut memory = place.open();
    for made in ["2026-02-13", "2026-02-20", "2026-02-06"] {
        keep(&mut memory, made, &workbook("lejek.xlsx", 1, 9));
    }
    assert_eq!(moments(&memory), ["2026-02-06"]);
    let twice = || Memory::open(&place.file()).expect("again").list().expect("a list");
    assert_eq!(twice(), memory.list().expect("a list"));
}

#[test]
fn a_later_state_of_the_same_day_takes_the_place_of_the_earlier() {
    let place = Place::new();
    let mut memory = place.open();
    keep(&mut memory, "2026-02-06", &workbook("lejek.xlsx", 1, 9));
    keep(&mut memory, "2026-02-06", &workbook("lejek.xlsx", 2, 9));
    let kept = memory.list().expect("a list");
    assert_eq!(kept.len(), 1);
    assert_eq!(kept[0].sha256, workbook("lejek.xlsx", 2, 9).sha256);
}

#[test]
fn only_earlier_copies_of_the_same_series_are_recalled() {
    let place = Place::new();
    let mut memory = place.open();
    keep(&mut memory, "2026-02-06", &workbook("lejek_2026-02-06.xlsx", 1, 9));
    keep(&mut memory, "2026-02-13", &workbook("lejek_2026-02-13.xlsx", 2, 9));
    keep(&mut memory, "2026-02-06", &workbook("zamówienia.xlsx", 3, 9));
    let made = |file: &str, before: &str, known: &[&str]| {
        let recalled = memory.recall(file, day(before), known).expect("recalled");
        recalled.iter().map(|(made, _)| made.date().to_string()).collect::<Vec<_>>()
    };
    assert_eq!(made("lejek_2026-02-20.xlsx", "2026-02-20", &[]), ["2026-02-06", "2026-02-13"]);
    assert_eq!(made("lejek.xlsx", "2026-02-13", &[]), ["2026-02-06"]);
    let first = workbook("", 1, 9).sha256;
    assert_eq!(made("lejek.xlsx", "2026-02-20", &[&first]), ["2026-02-13"]);
}

#[test]
fn what_is_forgotten_leaves_nothing_behind() {
    let place = Place::new();
    let mut memory = place.open();
    keep(&mut memory, "2026-02-06", &workbook("lejek.xlsx", 1, 9));
    keep(&mut memory, "2026-02-13", &workbook("lejek.xlsx", 2, 9));
    let lines = |memory: &Memory| -> i64 {
        memory.connection.query_row("SELECT count(*) FROM line", [], |row| row.get(0)).expect("a count")
    };
    assert_eq!(lines(&memory), 9 + 4, "what did not change is kept once");
    let first = memory.list().expect("a list")[0].number;
    memory.forget(&[first]).expect("forgotten");
    assert_eq!((moments(&memory), lines(&memory)), (vec!["2026-02-13".to_owned()], 9));
}

#[test]
fn names_of_one_series_differ_in_days_alone() {
    for name in ["lejek.xlsx", "lejek_2026-02-06.xlsx", "Lejek 6.02.2026 v2.xlsx", "2026-W07 lejek.csv"] {
        assert_eq!(series(name), "lejek", "{name}");
    }
    assert_ne!(series("lejek_anna.xlsx"), series("lejek_piotr.xlsx"));
}

#[expect(clippy::disallowed_methods, reason = "a test makes what it refuses")]
fn written(path: &Path, bytes: &[u8]) {
    std::fs::write(path, bytes).expect("written");
}

#[track_caller]
fn check_refused(path: &Path, code: Code) {
    let before = std::fs::read(path).expect("a file");
    let refusal: Diagnostic = Memory::open(path).expect_err("refused");
    assert_eq!(refusal.code, code, "{refusal:?}");
    assert_eq!(std::fs::read(path).expect("a file"), before, "it stays as it is");
}

#[test]
fn what_is_no_memory_is_refused_and_left_as_it_is() {
    let place = Place::new();
    let path = place.file();
    for foreign in [&b"PK\x03\x04 a workbook"[..], b"x", b"SQLite format 3\0 cut off"] {
        written(&path, foreign);
        check_refused(&path, Code::MemoryForeign);
    }
    std::fs::remove_file(&path).expect("removed");
    let other = Connection::open(&path).expect("a database");
    other.execute_batch("CREATE TABLE customer (id INTEGER); INSERT INTO customer VALUES (1)").expect("made");
    drop(other);
    check_refused(&path, Code::MemoryForeign);
}

#[test]
fn a_damaged_memory_is_refused_and_left_as_it_is() {
    let place = Place::new();
    let path = place.file();
    keep(&mut place.open(), "2026-02-06", &workbook("lejek.xlsx", 1, 300));
    let whole = std::fs::read(&path).expect("a file");
    written(&path, &whole[..whole.len() / 2]);
    check_refused(&path, Code::MemoryDamaged);
    let mut scratched = whole;
    let middle = scratched.len() / 2;
    scratched[4_096..middle].fill(0xA5);
    written(&path, &scratched);
    check_refused(&path, Code::MemoryDamaged);
}

#[test]
fn a_memory_of_a_newer_version_is_refused_and_an_older_one_migrated() {
    let place = Place::new();
    let path = place.file();
    keep(&mut place.open(), "2026-02-06", &workbook("lejek.xlsx", 1, 9));
    let version = |connection: &Connection| -> i64 {
        connection.query_row("PRAGMA user_version", [], |row| row.get(0)).expect("a version")
    };
    let mut connection = Connection::open(&path).expect("opened");
    let present = version(&connection);
    let none = "";
    let steps = [vec![none; present as usize], vec!["ALTER TABLE copy ADD COLUMN note TEXT", "broken"]].concat();
    assert!(schema::migrate(&mut connection, &steps).is_err());
    assert_eq!(version(&connection), present, "all steps or none");
    schema::migrate(&mut connection, &steps[..steps.len() - 1]).expect("migrated");
    assert_eq!(version(&connection), present + 1);
    let notes: i64 =
        connection.query_row("SELECT count(*) FROM copy WHERE note IS NULL", [], |row| row.get(0)).expect("a count");
    assert_eq!(notes, 1, "what was kept stays");
    drop(connection);
    check_refused(&path, Code::MemoryNewer);
}

#[test]
fn two_runs_at_once_wait_for_one_another() {
    let place = Place::new();
    let path = place.file();
    std::thread::scope(|scope| {
        for run in 1..=6 {
            let path = &path;
            scope.spawn(move || {
                let made = format!("2026-02-0{run}");
                keep(&mut Memory::open(path).expect("a memory"), &made, &workbook("lejek.xlsx", run, 50));
            });
        }
    });
    assert_eq!(moments(&place.open()).len(), 6);
}

/// Where a run under test finds its memory, and after how many steps of the database it dies.
const VICTIM: [&str; 2] = ["LEJEK_TEST_MEMORY", "LEJEK_TEST_STEPS"];

/// Not a test by itself: the run that is killed.
#[test]
fn victim() {
    let [Ok(path), Ok(steps)] = VICTIM.map(std::env::var) else { return };
    let mut steps: i64 = steps.parse().expect("a number");
    let mut memory = Memory::open(Path::new(&path)).expect("a memory");
    // With hardly any cache, pages reach the disk long before the transaction ends.
    memory.connection.pragma_update(None, "cache_size", 1).expect("set");
    let die = move || {
        steps -= 1;
        if steps < 0 {
            std::process::abort();
        }
        false
    };
    memory.connection.progress_handler(50, Some(die)).expect("set");
    let after = workbook("lejek.xlsx", 2, 400);
    memory.keep(&[(day("2026-02-13"), &after)]).expect("kept");
}

#[test]
fn a_run_that_is_killed_leaves_all_or_nothing() {
    let program = std::env::current_exe().expect("this test");
    let (mut killed, mut steps) = (0, 0);
    loop {
        let place = Place::new();
        keep(&mut place.open(), "2026-02-06", &workbook("lejek.xlsx", 1, 400));
        let run = Command::new(&program)
            .args(["memory::tests::victim", "--exact", "--test-threads=1"])
            .env(VICTIM[0], place.file())
            .env(VICTIM[1], steps.to_string())
            .output()
            .expect("a run");
        let memory = place.open();
        let recalled = memory.recall("lejek.xlsx", day("2026-03-01"), &[]).expect("recalled");
        assert!(recalled.iter().all(|(_, workbook)| workbook.sheets[0].rows.len() == 400), "after {steps} steps");
        let kept = moments(&memory);
        if run.status.success() {
            assert_eq!(kept, ["2026-02-06", "2026-02-13"]);
            break;
        }
        assert_eq!(kept, ["2026-02-06"], "after {steps} steps");
        killed += 1;
        steps = steps * 5 / 4 + 1;
    }
    assert!(killed > 5, "killed {killed} times");
}
