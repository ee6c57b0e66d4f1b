//! `twelve_deals.csv`: a change log small enough to check every number of the documentation by hand.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveTime};

use super::deal::{Deal, Step};
use super::names::Customer;
use super::truth::Truth;
use super::{SampleFile, date};

/// Deal, owner, source, value, and its way: the initial of each step with month and day of 2025.
type Line = (&'static str, &'static str, &'static str, u32, &'static str);

/// One deal skips two stages (D02), one goes back to the offer (D05), one is put off (D07), one joins at the
/// offer (D08), one is lost and comes back (D09).
const DEALS: [Line; 12] = [
    ("D01", "Anna", "Google", 10_000, "N4-01 Q4-02 C4-03 O4-08 F4-09 W4-24"),
    ("D02", "Anna", "referral", 20_000, "N4-01 C4-02 O4-05 W4-15"),
    ("D03", "Bartek", "Google", 5_000, "N4-03 L4-10"),
    ("D04", "Bartek", "Google", 8_000, "N4-07 Q4-08 C4-09 L5-05"),
    ("D05", "Anna", "trade fair", 30_000, "N4-14 Q4-14 C4-14 O4-22 F4-24 O5-06 F5-08 W5-20"),
    ("D06", "Bartek", "Google", 12_000, "N5-05 Q5-06 C5-08 O5-15 L6-20"),
    ("D07", "Anna", "trade fair", 15_000, "N5-07 Q5-09 C5-12 O5-19 F5-22 D6-02"),
    ("D08", "Celina", "referral", 40_000, "O5-12 F5-14 L6-04"),
    ("D09", "Bartek", "Google", 9_000, "N5-19 Q5-20 L5-26 Q6-02 C6-03"),
    ("D10", "Anna", "Google", 25_000, "N6-02 Q6-02 C6-03 O6-10"),
    ("D11", "Celina", "Google", 7_000, "N6-16 Q6-17"),
    ("D12", "Celina", "trade fair", 6_000, "N6-29"),
];

/// The initials of a way, with the words of the file.
const STEPS: [(char, Step, &str); 8] = [
    ('N', Step::New, "New inquiry"),
    ('Q', Step::Qualification, "Qualification"),
    ('C', Step::Contact, "First contact"),
    ('O', Step::Offer, "Offer sent"),
    ('F', Step::FollowUp, "Follow-up"),
    ('W', Step::Won, "Won"),
    ('L', Step::Lost, "Lost"),
    ('D', Step::Deferred, "Deferred"),
];

/// The file and its truth.
pub fn make() -> (SampleFile, Truth) {
    let mut text = String::from("Deal,Stage,Entered,Value,Owner,Source\n");
    let mut rows = 0;
    for (id, owner, source, value, way) in DEALS {
        for (_, word, day) in entries(way) {
            text += &format!("{id},{word},{day},{value},{owner},{source}\n");
            rows += 1;
        }
    }
    let deals: Vec<Deal> = (1..).zip(DEALS).map(|(number, line)| deal(number, line)).collect();
    let history_rows = rows - deals.len();
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
    Deal {
        number,
        customer,
        owner: Some(owner),
        source,
        campaign: None,
        value: Some(value),
        currency: "unstated",
        way: entries(way).map(|(step, _, day)| (step, day.and_time(NaiveTime::MIN))).collect(),
    }
}

/// `N4-01 Q4-02`: step, word and day of each entry.
fn entries(way: &str) -> impl Iterator<Item = (Step, &'static str, NaiveDate)> {
    way.split(' ').map(|entry| {
        let (initial, day) = entry.split_at(1);
        let (_, step, word) =
            STEPS.into_iter().find(|(known, ..)| initial.starts_with(*known)).expect("a known initial");
        let (month, day) = day.split_once('-').expect("month-day");
        let number = |digits: &str| digits.parse().expect("digits");
        (step, word, date(2025, number(month), number(day)))
    })
}
