//! `pipeline_2026-11-20.xlsx`: the sheet of a Polish team, one row a deal, one date column a stage.

mod book;
mod row;
mod spoilt;

use super::chance::Chance;
use super::office::POLISH;
use super::team::{Channel, Seller, Team, USUAL};
use super::truth::Truth;
use super::{SampleFile, as_of, date, dirt, names, walk};

const TEAM: Team = Team {
    currency: "PLN",
    office: POLISH,
    sellers: &[
        Seller { name: "Anna Wilczek", weight: 26.0, calls_after: 3.0, skill: 1.05 },
        Seller { name: "Bartosz Leśniak", weight: 23.0, calls_after: 4.0, skill: 0.95 },
        Seller { name: "Celina Mrozik", weight: 20.0, calls_after: 2.5, skill: 1.25 },
        // The story of the sheet: inquiries wait for days with him.
        Seller { name: "Damian Orczyk", weight: 18.0, calls_after: 26.0, skill: 0.8 },
        Seller { name: "Ewa Topolska", weight: 13.0, calls_after: 5.0, skill: 1.0 },
    ],
    channels: &[
        Channel {
            source: "Google Ads", campaign: Some("Google – hale"), weight: 17.0, appeal: 0.75, value: 19_000.0
        },
        Channel {
            source: "Google Ads", campaign: Some("Google – biura"), weight: 13.0, appeal: 0.65, value: 12_000.0
        },
        Channel { source: "Strona www", campaign: None, weight: 19.0, appeal: 0.9, value: 17_000.0 },
        Channel { source: "Polecenie", campaign: None, weight: 14.0, appeal: 1.5, value: 28_000.0 },
        Channel { source: "Targi", campaign: Some("Targi Hala i Magazyn"), weight: 11.0, appeal: 0.8, value: 31_000.0 },
        Channel {
            source: "LinkedIn",
            campaign: Some("LinkedIn – utrzymanie ruchu"),
            weight: 9.0,
            appeal: 0.7,
            value: 24_000.0,
        },
        // The campaign that pays best.
        Channel {
            source: "Webinar",
            campaign: Some("Webinar: dotacje na LED"),
            weight: 11.0,
            appeal: 2.1,
            value: 34_000.0,
        },
        Channel {
            source: "Cold mail",
            campaign: Some("Mailing wiosna 2026"),
            weight: 6.0,
            appeal: 0.5,
            value: 15_000.0,
        },
    ],
    habits: USUAL,
    // A date column holds one date: coming back could not be seen.
    reopened: 0.0,
};

/// The workbook and its truth.
pub fn make() -> (SampleFile, Truth) {
    let mut chance = Chance::seeded(20);
    let customers = names::POLISH.customers(402, &mut Chance::seeded(2027));
    let deals = walk::deals(&TEAM, customers, date(2026, 2, 2), as_of(), &mut chance);
    let mut rows: Vec<_> = deals.into_iter().map(|deal| row::keep(deal, &mut chance)).collect();
    let spots = dirt::spoil(&mut rows, spoilt::DIRT);
    let (bytes, truth) = book::write(rows, &spots).expect("the workbook keeps to Excel's limits");
    (SampleFile { name: "pipeline_2026-11-20.xlsx", bytes }, truth)
}
