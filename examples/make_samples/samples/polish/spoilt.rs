//! The dirty cells of the Polish sheet.

use chrono::{Datelike, TimeDelta};

use crate::samples::date;
use crate::samples::deal::{Deal, Step};
use crate::samples::dirt::{Dirt, Tells};
use crate::samples::sheet::Cell;

use super::row::{CLOSED, CONTACT, FOLLOW_UP, INQUIRY_HOUR, NUMBER, OFFER, OWNER, QUALIFIED, STAGE, VALUE, number};

/// No-break space, as a spreadsheet groups thousands and people copy them.
const NBSP: char = '\u{a0}';

/// What people typed wrong, and where.
pub const DIRT: &[Dirt] = &[
    Dirt::new(QUALIFIED, "text-date", qualified, 8, |deal| day_text(deal, Step::Qualification, "%d.%m.%Y")),
    Dirt::new(QUALIFIED, "text-date", qualified, 44, |deal| day_text(deal, Step::Qualification, "%-d.%m.%Y r.")),
    Dirt::new(QUALIFIED, "date-without-year", qualified, 61, |deal| day_text(deal, Step::Qualification, "%d.%m")),
    Dirt::new(QUALIFIED, "impossible-date", qualified_in_winter, 70, |_| Cell::text("31.02.2026")),
    Dirt::new(CONTACT, "text-date", contacted, 30, |deal| day_text(deal, Step::Contact, "%Y-%m-%d %H:%M")),
    Dirt::new(OFFER, "text-date", offered, 17, |deal| day_text(deal, Step::Offer, "%d.%m.%Y")),
    Dirt::new(OFFER, "text-date", offered, 73, |deal| day_text(deal, Step::Offer, "%d.%m.%y")),
    Dirt::new(OFFER, "placeholder", in_conversation, 50, |_| Cell::text("do uzgodnienia")),
    Dirt::new(FOLLOW_UP, "placeholder", won_at_once, 50, |_| Cell::text("brak")),
    Dirt::new(OFFER, "out-of-order", closed_after_offer, 35, |deal| day_of(deal, Step::Offer, last_year)),
    Dirt::new(CONTACT, "out-of-order", contacted_and_on, 52, |deal| {
        day_of(deal, Step::New, |day| day - TimeDelta::days(1))
    }),
    Dirt::new(CLOSED, "out-of-order", lost_after_offer, 80, |deal| {
        day_of(deal, Step::Offer, |day| day - TimeDelta::days(5))
    }),
    Dirt::new(FOLLOW_UP, "future-fact", offer_out, 90, |_| Cell::Day(date(2026, 11, 24))),
    Dirt::new(CLOSED, "missing-close-date", lost_after_offer, 25, |_| Cell::Blank),
    Dirt::new(CLOSED, "missing-close-date", won, 60, |_| Cell::Blank),
    Dirt::new(VALUE, "text-amount", won, 20, |deal| amount_text(deal, ",00 zł")),
    Dirt::new(VALUE, "text-amount", lost_after_offer, 40, |deal| amount_text(deal, ",00 zł")),
    Dirt::new(VALUE, "text-amount", offer_out, 30, |deal| amount_text(deal, " PLN")),
    Dirt::new(VALUE, "text-amount", lost_after_offer, 66, thousands_text),
    Dirt::new(VALUE, "placeholder", offer_out, 60, |_| Cell::text("do uzgodnienia")).but(Tells::NoValue),
    Dirt::new(VALUE, "placeholder", lost_after_offer, 10, |_| Cell::text("brak")).but(Tells::NoValue),
    Dirt::new(VALUE, "error-cell", lost_after_offer, 55, |_| price_of_a_missing_package()).but(Tells::NoValue),
    Dirt::new(VALUE, "formula-without-value", offer_out, 75, |_| Cell::Uncomputed("42000*0.9".to_owned(), 37_800.0))
        .but(Tells::NoValue),
    Dirt::new(OWNER, "owner-variant", contacted, 15, |deal| Cell::text(owner(deal).to_uppercase())),
    Dirt::new(OWNER, "owner-variant", contacted, 48, |deal| Cell::text(owner(deal).to_lowercase())),
    Dirt::new(OWNER, "owner-variant", contacted, 83, |deal| Cell::text(owner(deal).replace(' ', "  ") + " ")),
    Dirt::new(OWNER, "missing-owner", waiting, 60, |_| Cell::Blank).but(Tells::NoOwner),
    Dirt::new(STAGE, "stage-variant", won, 75, |_| Cell::text("wygrana ")),
    Dirt::new(STAGE, "stage-variant", offer_out, 15, |_| Cell::text("OFERTA WYSŁANA")),
    Dirt::new(STAGE, "stage-variant", deferred, 50, |_| Cell::text("pozwalam kupić")),
    Dirt::new(NUMBER, "duplicate-id", contacted, 57, |deal| Cell::text(number(deal.number - 1))),
    Dirt::new(INQUIRY_HOUR, "text-time", contacted, 5, |deal| Cell::text(deal.inquiry().format("%H.%M").to_string())),
    Dirt::new(INQUIRY_HOUR, "missing-time", contacted, 22, |_| Cell::Blank),
    Dirt::new(INQUIRY_HOUR, "missing-time", contacted, 91, |_| Cell::Blank),
];

fn qualified(deal: &Deal) -> bool {
    deal.when(Step::Qualification).is_some() && deal.furthest() > Step::Qualification
}

fn qualified_in_winter(deal: &Deal) -> bool {
    qualified(deal) && deal.inquiry().date() < date(2026, 3, 2)
}

fn contacted(deal: &Deal) -> bool {
    deal.when(Step::Contact).is_some()
}

fn contacted_and_on(deal: &Deal) -> bool {
    contacted(deal) && deal.furthest() > Step::Contact
}

fn waiting(deal: &Deal) -> bool {
    deal.step() < Step::Contact
}

fn in_conversation(deal: &Deal) -> bool {
    deal.step() == Step::Contact
}

fn offered(deal: &Deal) -> bool {
    deal.when(Step::Offer).is_some()
}

fn offer_out(deal: &Deal) -> bool {
    deal.step() == Step::Offer
}

fn closed_after_offer(deal: &Deal) -> bool {
    offered(deal) && matches!(deal.step(), Step::Won | Step::Lost)
}

fn lost_after_offer(deal: &Deal) -> bool {
    offered(deal) && deal.step() == Step::Lost
}

fn won(deal: &Deal) -> bool {
    deal.step() == Step::Won
}

fn won_at_once(deal: &Deal) -> bool {
    won(deal) && deal.when(Step::FollowUp).is_none()
}

fn deferred(deal: &Deal) -> bool {
    deal.step() == Step::Deferred
}

fn owner(deal: &Deal) -> &'static str {
    deal.owner.unwrap_or_default()
}

fn day_of(deal: &Deal, step: Step, change: fn(chrono::NaiveDate) -> chrono::NaiveDate) -> Cell {
    Cell::maybe(deal.when(step), |moment| Cell::Day(change(moment.date())))
}

fn last_year(day: chrono::NaiveDate) -> chrono::NaiveDate {
    day.with_year(day.year() - 1).unwrap_or(day)
}

fn day_text(deal: &Deal, step: Step, format: &str) -> Cell {
    Cell::maybe(deal.when(step), |moment| Cell::text(moment.format(format).to_string()))
}

/// `12 500,00 zł`, the thousands apart by a no-break space.
fn amount_text(deal: &Deal, unit: &str) -> Cell {
    let value = deal.value.unwrap_or(0);
    Cell::text(format!("{}{NBSP}{:03}{unit}", value / 1000, value % 1000))
}

/// `18,5 tys.`
fn thousands_text(deal: &Deal) -> Cell {
    let value = deal.value.unwrap_or(0);
    Cell::text(format!("{},{} tys.", value / 1000, value % 1000 / 100))
}

/// A look-up in the price list that finds nothing; a Polish Excel shows `#N/D!`.
fn price_of_a_missing_package() -> Cell {
    Cell::Formula("VLOOKUP(\"Pakiet XL\",'Słowniki'!$H$2:$I$5,2,FALSE)".to_owned(), "#N/A".to_owned())
}
