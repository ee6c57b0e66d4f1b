//! Sheets as sales teams keep them, out of thin air: seeded chance in, named files out.
//!
//! A [`team::Team`] says how people work, [`walk`] sends inquiries through their hands, one module a file
//! writes the result as that team would keep it, [`dirt`] spoils some cells on purpose, and [`truth`]
//! remembers what a careful reader must find. All people and firms are invented.

#![expect(unreachable_pub, reason = "no program exports anything: `pub` marks what a module offers the others")]

mod chance;
mod change_log;
mod deal;
mod dirt;
mod english;
mod names;
mod office;
mod polish;
mod sheet;
mod team;
mod truth;
mod twelve_deals;
mod walk;
pub mod weekly;
mod windows1250;

use chrono::{NaiveDate, NaiveDateTime};

/// A finished file.
pub struct SampleFile {
    /// Its name in the folder of samples.
    pub name: &'static str,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// Every sample, and `truth.json` with what is in them.
pub fn all() -> Vec<SampleFile> {
    let made = [polish::make(), english::make(), change_log::make(), windows1250::make(), twelve_deals::make()];
    let truth = truth::as_json(made.iter().map(|(file, truth)| (file.name, truth)));
    let truth = SampleFile { name: "truth.json", bytes: truth.into_bytes() };
    let (weekly, _) = weekly::make();
    made.into_iter().map(|(file, _)| file).chain([truth]).chain(weekly).collect()
}

/// When the teams last saved their sheets: a Friday afternoon.
fn as_of() -> NaiveDateTime {
    date(2026, 11, 20).and_hms_opt(15, 30, 0).expect("an hour of the day")
}

fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("written as a day of the calendar")
}
