//! How long the report of many weekly copies of one sheet takes, a copy, and how much memory: the time of a copy should
//! stay as it is while they become more, and a further copy should take a few hundred bytes a row at most. Run with
//! `cargo bench --bench copies`, or with other numbers of copies: `cargo bench --bench copies -- 50 1000`. Peak memory is
//! read from /proc and so is told on Linux alone.

#![expect(clippy::print_stdout, reason = "printing is what it does")]

use std::fmt::Write as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use chrono::{Days, NaiveDate};

/// Rows of each copy.
const DEALS: usize = 2_000;

/// Deals that leave, and that come, from one copy to the next.
const TURNOVER: usize = 20;

const COPIES: [usize; 3] = [50, 200, 1_000];

fn main() {
    let asked: Vec<usize> = std::env::args().filter_map(|argument| argument.parse().ok()).collect();
    let rounds = if asked.is_empty() { COPIES.to_vec() } else { asked };
    println!("{:>7} {:>10} {:>14} {:>12} {:>14}", "copies", "seconds", "ms a copy", "peak MB", "MB a copy");
    for copies in rounds {
        let folder = tempfile::tempdir().expect("a folder");
        write_copies(folder.path(), copies);
        let (time, peak) = report(folder.path());
        let each = time.as_secs_f64() * 1000.0 / copies as f64;
        let (peak_mb, mb_each) = match peak {
            Some(peak) => (format!("{:.0}", peak / 1024.0), format!("{:.2}", peak / 1024.0 / copies as f64)),
            None => ("–".to_owned(), "–".to_owned()),
        };
        println!("{copies:>7} {:>10.1} {each:>14.1} {peak_mb:>12} {mb_each:>14}", time.as_secs_f64());
    }
}

/// The time of a run, and its peak memory in kB where the system tells it.
fn report(folder: &Path) -> (Duration, Option<f64>) {
    let begun = Instant::now();
    let mut run = Command::new(env!("CARGO_BIN_EXE_lejek"))
        .arg("report")
        .arg(folder)
        .arg("-o")
        .arg(folder.join("report"))
        .args(["--quiet", "--pictures", "none"])
        .stdout(Stdio::null())
        .spawn()
        .expect("the program");
    let mut peak = None;
    let status = loop {
        peak = high_water(&run).or(peak);
        if let Some(status) = run.try_wait().expect("a run") {
            break status;
        }
        std::thread::sleep(Duration::from_millis(5));
    };
    assert!(status.success(), "{status}");
    (begun.elapsed(), peak)
}

fn high_water(run: &Child) -> Option<f64> {
    let status = std::fs::read_to_string(format!("/proc/{}/status", run.id())).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix(" kB")?.trim().parse().ok()
}

/// Numbers that look random and are always the same (Knuth's MMIX generator).
struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }
}

struct Kept {
    number: usize,
    came: NaiveDate,
    stage: usize,
    value: usize,
}

const STAGES: [&str; 7] =
    ["Nowe zapytanie", "Kwalifikacja", "Kontakt", "Wysłanie oferty", "Follow-up", "Wygrana", "Przegrana"];
const OWNERS: [&str; 3] = ["Anna Nowak", "Piotr Lis", "Ewa Mazur"];
const CITIES: [&str; 4] = ["Gdańsk", "Łódź", "Opole", "Żywiec"];

/// Weekly copies without numbers of deals: deals come, move on, are decided and leave.
fn write_copies(folder: &Path, copies: usize) {
    let mut dice = Dice(7);
    let first = NaiveDate::from_ymd_opt(2007, 1, 5).expect("a day");
    let mut made = 0;
    let mut deals: Vec<Kept> = Vec::new();
    for week in 0..copies {
        let day = first + Days::new(7 * week as u64);
        while deals.len() < DEALS {
            let (came, value) = (day - Days::new(dice.below(7) as u64), 1_000 + 100 * dice.below(90));
            deals.push(Kept { number: made, came, stage: 0, value });
            made += 1;
        }
        let mut text = String::from("Firma;Osoba kontaktowa;Data zapytania;Etap;Wartość;Handlowiec\n");
        for Kept { number, came, stage, value } in &deals {
            let (stage, owner, city) = (STAGES[*stage], OWNERS[number % 3], CITIES[number % 4]);
            let line = writeln!(
                text,
                "Firma {} {city} sp. z o.o.;Jan {};{came};{stage};{value};{owner}",
                number * 7919 % 99_991,
                number % 977
            );
            line.expect("a text takes any line");
        }
        #[expect(clippy::disallowed_methods, reason = "a bench makes its inputs")]
        std::fs::write(folder.join(format!("pipeline_{day}.csv")), text).expect("written");
        for deal in deals.iter_mut().filter(|deal| deal.stage < 5) {
            match dice.below(100) {
                0..10 => deal.stage += 1,
                10..13 => deal.stage = 6,
                _ => {}
            }
        }
        let mut leave = TURNOVER;
        deals.retain(|deal| {
            let leaves = leave > 0 && deal.stage >= 5;
            leave -= usize::from(leaves);
            !leaves
        });
    }
}
