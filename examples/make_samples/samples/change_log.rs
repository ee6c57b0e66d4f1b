//! `change_log.csv`: what a CRM exports, one row a change, in the order of time, deals interleaved.

use std::collections::BTreeMap;

use super::chance::Chance;
use super::deal::{Deal, Step};
use super::office::POLISH;
use super::team::{Channel, Habit, Seller, Team, USUAL};
use super::truth::Truth;
use super::{SampleFile, as_of, date, names, walk};

fn team() -> Team {
    let [new, qualification, contact, offer, follow_up] = USUAL;
    Team {
        currency: "PLN",
        office: POLISH,
        sellers: &[
            Seller { name: "Hanna Bielik", weight: 4.0, calls_after: 3.0, skill: 0.8 },
            Seller { name: "Igor Czapla", weight: 3.0, calls_after: 7.0, skill: 0.6 },
            Seller { name: "Julia Drozd", weight: 3.0, calls_after: 4.0, skill: 0.7 },
        ],
        channels: &[
            Channel { source: "Formularz", campaign: None, weight: 5.0, appeal: 0.9, value: 8_000.0 },
            Channel { source: "Polecenie", campaign: None, weight: 3.0, appeal: 1.5, value: 14_000.0 },
            Channel { source: "Telefon", campaign: None, weight: 2.0, appeal: 1.1, value: 9_500.0 },
        ],
        habits: [
            new,
            qualification,
            contact,
            Habit { back: (5.0, 30.0), ..offer },
            // Offers are drawn up anew here after the first talk about them.
            Habit { back: (14.0, 25.0), deferred: (9.0, 60.0), ..follow_up },
        ],
        reopened: 0.12,
    }
}

fn word(step: Step) -> &'static str {
    match step {
        Step::New => "Nowe zapytanie",
        Step::Qualification => "Kwalifikacja",
        Step::Contact => "Pierwszy kontakt",
        Step::Offer => "Wysłanie oferty",
        Step::FollowUp => "Follow-up",
        Step::Won => "Zamknięcie – wygrana",
        Step::Lost => "Zamknięcie – przegrana",
        Step::Deferred => "Odłożone",
    }
}

/// The file and its truth. Rows end in CR LF after a byte-order mark, as Excel expects them.
pub fn make() -> (SampleFile, Truth) {
    let mut chance = Chance::seeded(80);
    let customers = names::POLISH.customers(80, &mut Chance::seeded(81));
    let deals = walk::deals(&team(), customers, date(2026, 5, 4), as_of(), &mut chance);

    let mut changes: Vec<_> = deals.iter().flat_map(|deal| entries(deal, &mut chance)).collect();
    changes.sort_by_key(|(moment, number, _)| (*moment, *number));
    let mut text = String::from("\u{feff}Nr szansy;Etap;Data zmiany;Wartość (PLN);Handlowiec;Źródło\r\n");
    for (_, _, line) in &changes {
        text += line;
    }
    let history_rows = changes.len() - deals.len();
    let truth = Truth {
        as_of: as_of().date(),
        sheet: None,
        header_row: 1,
        deals,
        skipped: BTreeMap::new(),
        history_rows,
        dirt: Vec::new(),
    };
    (SampleFile { name: "change_log.csv", bytes: text.into_bytes() }, truth)
}

/// Moment, number of the deal and line of each of its changes. Now and then an offer is stored twice,
/// because only its value changed; the last value is the deal's.
fn entries(deal: &Deal, chance: &mut Chance) -> Vec<(chrono::NaiveDateTime, usize, String)> {
    let mut entries = Vec::new();
    let mut note = |step: Step, moment: chrono::NaiveDateTime, value: u32| {
        let (number, owner, source) = (deal.number, deal.owner.unwrap_or_default(), deal.source);
        let line =
            format!("S-{number:04};{};{};{value},00;{owner};{source}\r\n", word(step), moment.format("%Y-%m-%d %H:%M"));
        entries.push((moment, number, line));
    };
    let value = deal.value.unwrap_or(0);
    for (step, moment) in &deal.way {
        if *step == Step::Offer && chance.happens(0.12) {
            note(*step, *moment, value + value / 100 * 15);
            note(*step, *moment + chrono::TimeDelta::minutes(25), value);
        } else {
            note(*step, *moment, value);
        }
    }
    entries
}
