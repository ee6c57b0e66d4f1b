//! A deal as one row of the Polish sheet.

use chrono::{NaiveDate, TimeDelta};

use crate::samples::chance::Chance;
use crate::samples::deal::{Deal, Step};
use crate::samples::dirt::Row;
use crate::samples::office::POLISH;
use crate::samples::sheet::Cell;
use crate::samples::{as_of, date};

/// The columns in order: header and width.
pub const COLUMNS: [(&str, f64); 22] = [
    ("Nr", 9.0),
    ("Data\nwpływu", 11.0),
    ("Godzina\nwpływu", 9.0),
    ("Firma", 28.0),
    ("Osoba kontaktowa", 21.0),
    ("Telefon", 13.0),
    ("E-mail", 36.0),
    ("Źródło", 11.0),
    ("Kampania", 27.0),
    ("Handlowiec", 16.0),
    ("Etap", 15.0),
    ("Data\nkwalifikacji", 11.0),
    ("Data pierwszego\nkontaktu", 16.0),
    ("Data wysłania\noferty", 12.0),
    ("Data\nfollow-up", 11.0),
    ("Data\nzamknięcia", 11.0),
    ("Wartość netto\n(zł)", 14.0),
    ("Powód utraty", 22.0),
    ("Następny krok", 24.0),
    ("Data następnego\nkroku", 15.0),
    ("Uwagi", 38.0),
    ("Koszt kampanii\n(zł)", 14.0),
];

pub const NUMBER: u16 = 0;
pub const INQUIRY_HOUR: u16 = 2;
pub const SOURCE: u16 = 7;
pub const OWNER: u16 = 9;
pub const STAGE: u16 = 10;
pub const QUALIFIED: u16 = 11;
pub const CONTACT: u16 = 12;
pub const OFFER: u16 = 13;
pub const FOLLOW_UP: u16 = 14;
pub const CLOSED: u16 = 15;
pub const VALUE: u16 = 16;
pub const REASON: u16 = 17;
pub const NEXT_STEP: u16 = 18;

/// Why inquiries are turned away at once.
pub const UNFIT: [&str; 4] = ["Spam / bot", "Poza obszarem działania", "Duplikat", "Brak kontaktu"];
/// Why deals are lost.
pub const REASONS: [&str; 7] = [
    "Cena",
    "Cena",
    "Wybrał konkurencję",
    "Brak decyzji / cisza",
    "Brak budżetu",
    "Realizacja wewnętrzna",
    "Zmiana potrzeb",
];
/// What is to be done next at each open step.
pub const NEXT_STEPS: [(Step, &str); 6] = [
    (Step::New, "Zadzwonić"),
    (Step::Qualification, "Telefon kontrolny"),
    (Step::Contact, "Przygotować ofertę"),
    (Step::Offer, "Zadzwonić w sprawie oferty"),
    (Step::FollowUp, "Spotkanie online"),
    (Step::Deferred, "Wrócić do tematu"),
];
/// What each campaign cost as a whole; the team notes it on every row.
const COSTS: [(&str, u32); 6] = [
    ("Google – hale", 18_400),
    ("Google – biura", 12_600),
    ("Targi Hala i Magazyn", 24_000),
    ("LinkedIn – utrzymanie ruchu", 15_500),
    ("Webinar: dotacje na LED", 6_800),
    ("Mailing wiosna 2026", 2_300),
];
const NOTES: [&str; 10] = [
    "prosi o kontakt po 14:00",
    "ma już ofertę konkurencji",
    "decyzję podejmuje zarząd",
    "chce zobaczyć realizację referencyjną",
    "przesłał rzuty hali",
    "dotacja – czeka na decyzję",
    "pyta o raty / leasing",
    "2 lokalizacje, na razie jedna",
    "oddzwonić, nie odbierał",
    "audyt oświetlenia zrobiony",
];

/// How often the hour of the first contact is not noted.
const CONTACT_WITHOUT_HOUR: f64 = 0.12;
/// How often a value is noted before the offer.
const EARLY_VALUE: f64 = 0.55;

/// The stage word of the sheet's own list.
pub fn stage_word(step: Step) -> &'static str {
    match step {
        Step::New => "Nowe zapytanie",
        Step::Qualification => "Kwalifikacja",
        Step::Contact => "Pierwszy kontakt",
        Step::Offer => "Oferta wysłana",
        Step::FollowUp => "Follow-up",
        Step::Won => "Wygrana",
        Step::Lost => "Przegrana",
        Step::Deferred => "Odłożone",
    }
}

/// The row that the team keeps of a deal; what the row does not tell is forgotten in the deal as well.
pub fn keep(mut deal: Deal, chance: &mut Chance) -> Row {
    if deal.furthest() < Step::Offer && !chance.happens(EARLY_VALUE) {
        deal.value = None;
    }
    let day = |step: Step| Cell::maybe(deal.when(step), |moment| Cell::Day(moment.date()));
    let contact = match deal.when(Step::Contact) {
        Some(moment) if chance.happens(CONTACT_WITHOUT_HOUR) => Cell::Day(moment.date()),
        moment => Cell::maybe(moment, Cell::Moment),
    };
    let closed = deal.when(Step::Won).or(deal.when(Step::Lost));
    let (next_step, next_on) = next_step(&deal, chance);
    let cells = vec![
        Cell::text(number(deal.number)),
        Cell::Day(deal.inquiry().date()),
        Cell::Time(deal.inquiry().time()),
        Cell::text(&deal.customer.firm),
        Cell::text(&deal.customer.person),
        Cell::text(&deal.customer.phone),
        Cell::text(&deal.customer.email),
        Cell::text(deal.source),
        Cell::maybe(deal.campaign, Cell::text),
        Cell::maybe(deal.owner, Cell::text),
        Cell::text(stage_word(deal.step())),
        day(Step::Qualification),
        contact,
        day(Step::Offer),
        day(Step::FollowUp),
        Cell::maybe(closed, |moment| Cell::Day(moment.date())),
        Cell::maybe(deal.value, |value| Cell::Amount(value.into())),
        reason(&deal, chance),
        Cell::maybe(next_step, Cell::text),
        Cell::maybe(next_on, Cell::Day),
        note(&deal, chance),
        Cell::maybe(cost(&deal), |cost| Cell::Amount(cost.into())),
    ];
    Row { deal, cells }
}

/// The team's number of a deal.
pub fn number(count: usize) -> String {
    format!("Z/{count:03}/26")
}

fn cost(deal: &Deal) -> Option<u32> {
    COSTS.iter().find(|(campaign, _)| deal.campaign == Some(campaign)).map(|(_, cost)| *cost)
}

fn reason(deal: &Deal, chance: &mut Chance) -> Cell {
    match deal.step() {
        Step::Lost if deal.furthest() < Step::Contact => Cell::text(*chance.pick(&UNFIT)),
        Step::Lost => Cell::text(*chance.pick(&REASONS)),
        _ => Cell::Blank,
    }
}

fn note(deal: &Deal, chance: &mut Chance) -> Cell {
    match deal.step() {
        Step::Deferred => Cell::text("„pozwalam kupić” – sami wrócą do tematu"),
        _ if chance.happens(0.16) => Cell::text(*chance.pick(&NOTES)),
        _ => Cell::Blank,
    }
}

/// What is planned. Fresh deals have a plan, old ones mostly none or one that is past.
fn next_step(deal: &Deal, chance: &mut Chance) -> (Option<&'static str>, Option<NaiveDate>) {
    let Some((_, word)) = NEXT_STEPS.iter().find(|(step, _)| *step == deal.step()) else {
        return (None, None);
    };
    let today = as_of().date();
    let since = deal.since().date();
    let in_days = |from: NaiveDate, days: usize| working_day(from + TimeDelta::days(days as i64));
    if deal.step() == Step::Deferred {
        return (Some(word), Some(in_days(date(2026, 10, 20), chance.below(160))));
    }
    let fresh = (today - since).num_days() < 14;
    let planned = if fresh { 0.85 } else { 0.55 };
    if !chance.happens(planned) {
        return (None, None);
    }
    let ahead = fresh || chance.happens(0.2);
    let on = if ahead { in_days(today, chance.below(12)) } else { in_days(since, 3 + chance.below(9)) };
    (Some(word), Some(on))
}

fn working_day(mut day: NaiveDate) -> NaiveDate {
    while !POLISH.is_open(day) {
        day += TimeDelta::days(1);
    }
    day
}
