//! `cargo run --release --example gallery`: draws the pictures of docs/gallery.md into docs/gallery/, small, from
//! made-up deals of sixty weeks. The deals come from a fixed sequence of numbers: the same program draws the same.

#[path = "../tests/support/chance.rs"]
mod chance;
#[path = "../tests/support/events.rs"]
mod events;

use std::fmt::Write;
use std::path::Path;

use chance::Chance;
use chrono::{NaiveDateTime, TimeDelta, Timelike};
use lejek::diagnostic::Diagnostic;
use lejek::i18n::Language;
use lejek::measure::measure;
use lejek::output;
use lejek::report::Report;
use lejek::report::chart::pictures;
use lejek::report::intake::{Chosen, InputFile};

/// Width of a picture in pixels.
const WIDTH: u32 = 1000;
const AS_OF: &str = "2026-11-20T16:00:00";
const WEEKS: u64 = 60;
const DEALS: u64 = 700;

fn main() -> Result<(), Box<Diagnostic>> {
    let (book, settings) = (events::book(&made_up(), AS_OF), events::settings(AS_OF));
    let measures = measure(&book, &settings);
    let input = InputFile {
        file: "pipeline.xlsx".to_owned(),
        format: "xlsx",
        bytes: 0,
        sha256: String::new(),
        sheets: Vec::new(),
    };
    let report = Report {
        language: Language::En,
        settings: &settings,
        chosen: &Chosen::Usual,
        inputs: &[input],
        book: &book,
        measures: &measures,
        diagnostics: &[],
    };
    let drawn: Vec<(String, Vec<u8>)> = pictures(&report)
        .into_iter()
        .map(|picture| (format!("{}.png", picture.name), picture.small_png(WIDTH)))
        .collect();
    let files: Vec<(&str, &[u8])> = drawn.iter().map(|(name, png)| (name.as_str(), png.as_slice())).collect();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/gallery");
    output::write_all(&folder, &files, &[]).map_err(Box::new)
}

/// Source, how often it brings a deal, how likely its deals go on, and what they are worth.
const SOURCES: [(&str, u64, u64, u64); 5] = [
    ("Google Ads", 34, 62, 6),
    ("Website", 24, 70, 9),
    ("Referral", 16, 84, 17),
    ("Trade fair", 15, 73, 13),
    ("Cold mail", 11, 50, 8),
];
/// Seller and the hours within which the first call is usually made.
const SELLERS: [(&str, u64); 5] =
    [("Anna Nowak", 10), ("Łukasz Dąbek", 22), ("Żaneta Ścibor", 15), ("Jan Kowalski", 48), ("Olga Wrona", 30)];
/// Stages after the first call, and the days that a stay in them lasts at most.
const STEPS: [(&str, u64); 4] = [("contact", 14), ("offer", 30), ("followup", 40), ("won", 0)];

/// The deals as events.
fn made_up() -> String {
    let mut chance = Chance(7);
    let end: NaiveDateTime = AS_OF.parse().expect("a moment");
    let mut text = "deal_id,stage,entered_at,value,owner,source\n".to_owned();
    for number in 0..DEALS {
        let pick = chance.below(100);
        let mut sum = 0;
        let place = SOURCES.iter().position(|(_, share, ..)| {
            sum += share;
            pick < sum
        });
        let (source, _, onward, worth) = SOURCES[place.unwrap_or_default()];
        let (seller, hours) = SELLERS[(chance.below(25) as f64).sqrt() as usize];
        let value = worth * (400 + chance.below(2600));
        let mut now = end - TimeDelta::minutes((chance.below(WEEKS * 7 * 24 * 60) + 60) as i64);
        now = now.with_hour(8 + chance.below(10) as u32).unwrap_or(now).min(end);
        let mut add = |stage: &str, at: NaiveDateTime| {
            writeln!(text, "D{number:04},{stage},{},{value},{seller},{source}", at.format("%Y-%m-%dT%H:%M:%S"))
                .expect("text grows");
        };
        add("new", now);
        now += TimeDelta::minutes((hours * chance.below(120) / 2) as i64 + 5);
        for (stage, days) in STEPS {
            let fate = chance.below(100);
            if fate >= onward + 14 && chance.below(4) > 0 {
                break;
            }
            if fate >= onward {
                add("lost", now);
                break;
            }
            add(stage, now);
            // Most stays are short, some long.
            let share = chance.below(1000) * chance.below(1000);
            now += TimeDelta::minutes((days * 24 * 60 * share / 1_000_000) as i64 + 45);
        }
    }
    text
}
