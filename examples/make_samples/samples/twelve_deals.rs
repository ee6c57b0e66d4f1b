//! `twelve_deals.csv`: a change log small enough to check every number of the documentation by hand.

use std::collections::BTreeMap;

use super::deal::{Deal, Step};
use super::names::Customer;
use super::truth::Truth;
use super::{SampleFile, date};

/// Deal, owner, source, value, and its steps with (month, day) of 2025.
type Line = (&'static str, &'static str, &'static str, u32, &'static [(Step, (u32, u32))]);

use Step::{Contact, Deferred, FollowUp, Lost, New, Offer, Qualification, Won};

/// One deal skips two stages (D02), one goes back to the offer (D05), one is put off (D07), one joins at the
/// offer (D08), one is lost and comes back (D09).
#[rustfmt::skip]
const DEALS: [Line; 12] = [
    ("D01", "Anna", "Google", 10_000, &[(New, (4, 1)), (Qualification, (4, 2)), (Contact, (4, 3)), (Offer, (4, 8)), (FollowUp, (4, 9)), (Won, (4, 24))]),
    ("D02", "Anna", "referral", 20_000, &[(New, (4, 1)), (Contact, (4, 2)), (Offer, (4, 5)), (Won, (4, 15))]),
    ("D03", "Bartek", "Google", 5_000, &[(New, (4, 3)), (Lost, (4, 10))]),
    ("D04", "Bartek", "Google", 8_000, &[(New, (4, 7)), (Qualification, (4, 8)), (Contact, (4, 9)), (Lost, (5, 5))]),
    ("D05", "Anna", "trade fair", 30_000, &[(New, (4, 14)), (Qualification, (4, 14)), (Contact, (4, 14)), (Offer, (4, 22)), (FollowUp, (4, 24)), (Offer, (5, 6)), (FollowUp, (5, 8)), (Won, (5, 20))]),
    ("D06", "Bartek", "Google", 12_000, &[(New, (5, 5)), (Qualification, (5, 6)), (Contact, (5, 8)), (Offer, (5, 15)), (Lost, (6, 20))]),
    ("D07", "Anna", "trade fair", 15_000, &[(New, (5, 7)), (Qualification, (5, 9)), (Contact, (5, 12)), (Offer, (5, 19)), (FollowUp, (5, 22)), (Deferred, (6, 2))]),
    ("D08", "Celina", "referral", 40_000, &[(Offer, (5, 12)), (FollowUp, (5, 14)), (Lost, (6, 4))]),
    ("D09", "Bartek", "Google", 9_000, &[(New, (5, 19)), (Qualification, (5, 20)), (Lost, (5, 26)), (Qualification, (6, 2)), (Contact, (6, 3))]),
    ("D10", "Anna", "Google", 25_000, &[(New, (6, 2)), (Qualification, (6, 2)), (Contact, (6, 3)), (Offer, (6, 10))]),
    ("D11", "Celina", "Google", 7_000, &[(New, (6, 16)), (Qualification, (6, 17))]),
    ("D12", "Celina", "trade fair", 6_000, &[(New, (6, 29))]),
];

fn word(step: Step) -> &'static str {
    match step {
        New => "New inquiry",
        Qualification => "Qualification",
        Contact => "First contact",
        Offer => "Offer sent",
        FollowUp => "Follow-up",
        Won => "Won",
        Lost => "Lost",
        Deferred => "Deferred",
    }
}

/// The file and its truth.
pub fn make() -> (SampleFile, Truth) {
    let mut text = String::from("Deal,Stage,Entered,Value,Owner,Source\n");
    let mut entries = 0;
    for (id, owner, source, value, way) in DEALS {
        for (step, (month, day)) in way {
            text += &format!("{id},{},{},{value},{owner},{source}\n", word(*step), date(2025, *month, *day));
            entries += 1;
        }
    }
    let deals: Vec<Deal> = (1..).zip(DEALS).map(|(number, line)| deal(number, line)).collect();
    let history_rows = entries - deals.len();
    let truth = Truth {
        as_of: date(2025, 6, 30),
        sheet: None,
        header_row: 1,
        deals,
        skipped: BTreeMap::new(),
        history_rows,
        dirt: Vec::new(),
    };
    (SampleFile { name: "twelve_deals.csv", bytes: text.into_bytes() }, truth)
}

fn deal(number: usize, (id, owner, source, value, way): Line) -> Deal {
    let nobody = String::new;
    let customer = Customer { firm: id.to_owned(), person: nobody(), phone: nobody(), email: nobody() };
    let way = way.iter().map(|(step, (month, day))| (*step, date(2025, *month, *day).and_time(chrono::NaiveTime::MIN)));
    Deal {
        number,
        customer,
        owner: Some(owner),
        source,
        campaign: None,
        value: Some(value),
        currency: "unstated",
        way: way.collect(),
    }
}
