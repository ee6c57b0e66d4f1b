//! How long the report of an everyday sheet takes, as a ratio to the least that any program must do: read the same
//! workbook with calamine and write the same cells with `rust_xlsxwriter`. Both run in turn, so that a busy machine
//! slows both. Run with `cargo bench --bench everyday`.

#![expect(clippy::print_stdout, reason = "printing is what it does")]

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use calamine::{Data, Reader, Xlsx, open_workbook};
use chrono::{Days, NaiveDate, NaiveDateTime};
use rust_xlsxwriter::{Format, Workbook};

const DEALS: [u32; 3] = [400, 2_000, 10_000];
const ROUNDS: usize = 7;

fn main() {
    let folder = tempfile::tempdir().expect("a folder");
    println!("{:>7} {:>12} {:>14} {:>7}", "deals", "report", "read + write", "ratio");
    for deals in DEALS {
        let sheet = folder.path().join(format!("{deals}.xlsx"));
        write_sheet(&sheet, deals);
        let mut times: Vec<(Duration, Duration)> = (0..ROUNDS)
            .map(|_| (time(|| report(&sheet, folder.path())), time(|| copy(&sheet, folder.path()))))
            .collect();
        // The quickest round of each is the one least disturbed.
        times.sort();
        let report = times[0].0;
        let copy = times.iter().map(|(_, copy)| *copy).min().unwrap_or_default();
        let ratio = report.as_secs_f64() / copy.as_secs_f64();
        println!("{deals:>7} {:>9.0} ms {:>11.0} ms {ratio:>7.1}", millis(report), millis(copy));
    }
}

fn time(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

fn report(sheet: &Path, folder: &Path) {
    let status = Command::new(env!("CARGO_BIN_EXE_lejek"))
        .args(["report", "--quiet", "--as-of", "2026-11-20", "-o"])
        .arg(folder.join("report"))
        .arg(sheet)
        .status()
        .expect("ran");
    assert!(status.success());
}

/// Every cell read and written again.
fn copy(sheet: &Path, folder: &Path) {
    let mut workbook: Xlsx<_> = open_workbook(sheet).expect("a workbook");
    let range = workbook.worksheet_range("Deals").expect("a sheet");
    let mut copy = Workbook::new();
    let page = copy.add_worksheet();
    for (row, column, cell) in range.used_cells() {
        let (row, column) = (row as u32, column as u16);
        match cell {
            Data::Float(number) => page.write_number(row, column, *number),
            Data::DateTime(moment) => page.write_number(row, column, moment.as_f64()),
            other => page.write_string(row, column, other.to_string()),
        }
        .expect("written");
    }
    let bytes = copy.save_to_buffer().expect("saved");
    #[expect(clippy::disallowed_methods, reason = "a benchmark writes what it measures")]
    std::fs::write(folder.join("copy.xlsx"), bytes).expect("written");
}

/// A sheet with one date column per stage: each deal goes a little further than the one before, then they begin anew.
fn write_sheet(path: &Path, deals: u32) {
    const STAGES: [&str; 5] =
        ["Inquiry date", "Qualification date", "First contact date", "Offer date", "Follow-up date"];
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet().set_name("Deals").expect("a name");
    let date = Format::new().set_num_format("yyyy-mm-dd hh:mm");
    let heads = ["ID", "Company", "Owner", "Source", "Amount", "Stage"].into_iter().chain(STAGES).chain(["Close date"]);
    for (column, head) in (0..).zip(heads) {
        sheet.write_string(0, column, head).expect("written");
    }
    let first = NaiveDate::from_ymd_opt(2025, 12, 1).and_then(|day| day.and_hms_opt(9, 0, 0)).expect("a moment");
    for deal in 0..deals {
        let row = deal + 1;
        let came = first + Days::new(u64::from(deal % 340));
        let reached = 1 + deal % 5;
        let state = ["New", "Lost", "Lost", "Offer sent", "Won"][(reached - 1) as usize];
        let texts = [
            format!("D{deal:05}"),
            format!("Firm {}", deal * 7919 % 10_007),
            format!("Owner {}", deal % 7),
            format!("Source {}", deal % 5),
        ];
        for (column, text) in (0..).zip(texts) {
            sheet.write_string(row, column, text).expect("written");
        }
        sheet.write_number(row, 4, f64::from(deal * 31 % 90_000)).expect("written");
        sheet.write_string(row, 5, state).expect("written");
        for stage in 0..reached {
            let when: NaiveDateTime = came + Days::new(u64::from(stage * 3));
            sheet.write_datetime_with_format(row, 6 + stage as u16, when, &date).expect("written");
        }
        if state == "Won" || state == "Lost" {
            sheet.write_datetime_with_format(row, 11, came + Days::new(20), &date).expect("written");
        }
    }
    let bytes = workbook.save_to_buffer().expect("saved");
    #[expect(clippy::disallowed_methods, reason = "a benchmark makes its inputs")]
    std::fs::write(path, bytes).expect("written");
}
