//! `windows1250.csv`: saved from a Polish Excel as "CSV (rozdzielany średnikami)": Windows-1250, `;`,
//! decimal comma, `dd.mm.yyyy`.

use std::collections::BTreeMap;

use encoding_rs::WINDOWS_1250;

use super::chance::Chance;
use super::deal::{Deal, Step};
use super::office::POLISH;
use super::team::{Channel, Seller, Team, USUAL};
use super::truth::Truth;
use super::{SampleFile, as_of, date, names, walk};

const TEAM: Team = Team {
    currency: "PLN",
    office: POLISH,
    sellers: &[
        Seller { name: "Łucja Gąsior", weight: 1.0, calls_after: 4.0, skill: 1.0 },
        Seller { name: "Żegota Ślimak", weight: 1.0, calls_after: 8.0, skill: 1.0 },
    ],
    channels: &[
        Channel { source: "Poczta pantoflowa", campaign: None, weight: 2.0, appeal: 1.4, value: 2_800.0 },
        Channel { source: "Ogłoszenie", campaign: None, weight: 3.0, appeal: 0.9, value: 1_900.0 },
    ],
    habits: USUAL,
    reopened: 0.0,
};

const HEADER: &str = "Lp.;Klient;Źródło;Opiekun;Etap;Data zapytania;Data pierwszego kontaktu;Data oferty;Data zamknięcia;Kwota netto (zł);Powód przegranej";

fn word(step: Step) -> &'static str {
    match step {
        Step::New => "nowe zapytanie",
        Step::Qualification => "kwalifikacja",
        Step::Contact => "pierwszy kontakt",
        Step::Offer => "oferta wysłana",
        Step::FollowUp => "follow-up",
        Step::Won => "wygrana",
        Step::Lost => "przegrana",
        Step::Deferred => "odłożona",
    }
}

/// The file and its truth.
pub fn make() -> (SampleFile, Truth) {
    let mut chance = Chance::seeded(1250);
    let customers = names::POLISH.customers(40, &mut Chance::seeded(1251));
    let mut deals = walk::deals(&TEAM, customers, date(2026, 7, 1), as_of(), &mut chance);
    deals.iter_mut().for_each(forget_undated);
    let mut text = format!("{HEADER}\r\n");
    for deal in &deals {
        text += &line(deal, &mut chance);
    }
    let (bytes, _, lossy) = WINDOWS_1250.encode(&text);
    assert!(!lossy, "every letter is in Windows-1250");
    let file = SampleFile { name: "windows1250.csv", bytes: bytes.into_owned() };
    (
        file,
        Truth {
            as_of: as_of().date(),
            sheet: None,
            header_row: 1,
            deals,
            skipped: BTreeMap::new(),
            history_rows: 0,
            dirt: Vec::new(),
        },
    )
}

/// The file has dates for three steps and the end; of the others only the current one can be seen.
fn forget_undated(deal: &mut Deal) {
    let current = deal.step();
    let dated = [Step::New, Step::Contact, Step::Offer, Step::Won, Step::Lost];
    deal.way.retain(|(step, _)| *step == current || dated.contains(step));
}

fn line(deal: &Deal, chance: &mut Chance) -> String {
    let day = |step: Step| deal.when(step).map_or_else(String::new, |moment| moment.format("%d.%m.%Y").to_string());
    let closed = if deal.step() == Step::Won { day(Step::Won) } else { day(Step::Lost) };
    let reason =
        if deal.step() == Step::Lost { *chance.pick(&["cena", "zły termin", "cisza", "inny wykonawca"]) } else { "" };
    let cells = [
        deal.number.to_string(),
        deal.customer.firm.clone(),
        deal.source.to_owned(),
        deal.owner.unwrap_or_default().to_owned(),
        word(deal.step()).to_owned(),
        day(Step::New),
        day(Step::Contact),
        day(Step::Offer),
        closed,
        deal.value.map_or_else(String::new, amount),
        reason.to_owned(),
    ];
    cells.join(";") + "\r\n"
}

/// `1 250,00`, thousands apart by a no-break space.
fn amount(value: u32) -> String {
    if value < 1000 { format!("{value},00") } else { format!("{}\u{a0}{:03},00", value / 1000, value % 1000) }
}
