//! `english_current_stage.xlsx`: an American team's sheet with the current stage only; the total stands
//! above the header, a side table beside the deals, a dashboard on a sheet of its own.

mod book;
mod row;

use super::chance::Chance;
use super::office::AMERICAN;
use super::team::{Channel, Seller, Team, USUAL};
use super::truth::Truth;
use super::{SampleFile, as_of, date, dirt, names, walk};

const TEAM: Team = Team {
    currency: "USD",
    office: AMERICAN,
    sellers: &[
        Seller { name: "Maya Ellison", weight: 4.0, calls_after: 3.0, skill: 1.0 },
        Seller { name: "Tom Haldane", weight: 3.0, calls_after: 6.0, skill: 0.7 },
        Seller { name: "Priya Raman", weight: 3.0, calls_after: 2.0, skill: 0.8 },
        Seller { name: "Owen Castell", weight: 2.0, calls_after: 14.0, skill: 0.8 },
    ],
    channels: &[
        Channel { source: "Website", campaign: None, weight: 5.0, appeal: 0.8, value: 7_500.0 },
        Channel { source: "Referral", campaign: None, weight: 3.0, appeal: 1.6, value: 12_500.0 },
        Channel { source: "Trade Show", campaign: None, weight: 2.0, appeal: 0.9, value: 15_000.0 },
        Channel { source: "Outbound", campaign: None, weight: 3.0, appeal: 0.6, value: 9_000.0 },
        Channel { source: "Partner", campaign: None, weight: 1.5, appeal: 1.3, value: 18_000.0 },
    ],
    habits: USUAL,
    reopened: 0.0,
};

/// The workbook and its truth.
pub fn make() -> (SampleFile, Truth) {
    let mut chance = Chance::seeded(150);
    let customers = names::AMERICAN.customers(150, &mut Chance::seeded(151));
    let deals = walk::deals(&TEAM, customers, date(2026, 3, 2), as_of(), &mut chance);
    let mut rows: Vec<_> = deals.into_iter().map(|deal| row::keep(deal, &mut chance)).collect();
    let spots = dirt::spoil(&mut rows, row::DIRT);
    let (bytes, truth) = book::write(rows, &spots).expect("the workbook keeps to Excel's limits");
    (SampleFile { name: "english_current_stage.xlsx", bytes }, truth)
}
