//! A deal as one row of the English sheet, and the cells that people spoilt there.

use chrono::{Datelike, NaiveDateTime, TimeDelta};

use crate::samples::as_of;
use crate::samples::chance::Chance;
use crate::samples::deal::{Deal, Step};
use crate::samples::dirt::{Dirt, Row, Tells};
use crate::samples::sheet::Cell;

/// The columns in order: header and width.
pub const COLUMNS: [(&str, f64); 14] = [
    ("Deal ID", 9.0),
    ("Company", 27.0),
    ("Contact", 19.0),
    ("Email", 40.0),
    ("Owner", 14.0),
    ("Source", 12.0),
    ("Stage", 14.0),
    ("Status", 10.0),
    ("Created", 11.0),
    ("Last Stage Change", 12.0),
    ("Last Contact", 12.0),
    ("Expected Close", 12.0),
    ("Amount (USD)", 14.0),
    ("Next Step", 24.0),
];

pub const OWNER: u16 = 4;
pub const STAGE: u16 = 6;
pub const STATUS: u16 = 7;
const LAST_CONTACT: u16 = 10;
const EXPECTED_CLOSE: u16 = 11;
pub const AMOUNT: u16 = 12;

/// Dirt in the order of the columns. The first two text dates could be read either way; the third one
/// proves that months come first.
pub const DIRT: &[Dirt] = &[
    Dirt::new(
        OWNER,
        "owner-variant",
        |deal| deal.step() == Step::Lost,
        20,
        |deal| Cell::text(deal.owner.unwrap_or_default().to_lowercase()),
    ),
    Dirt::new(
        OWNER,
        "owner-variant",
        |deal| deal.step().is_open(),
        70,
        |deal| Cell::text(deal.owner.unwrap_or_default().to_uppercase()),
    ),
    Dirt::new(LAST_CONTACT, "text-date", talked_early_in_the_month, 40, |deal| contact_text(deal, "%-m/%-d/%Y")),
    Dirt::new(LAST_CONTACT, "text-date", talked_early_in_the_month, 80, |deal| contact_text(deal, "%-m/%-d/%Y")),
    Dirt::new(LAST_CONTACT, "text-date", talked_late_in_the_month, 60, |deal| contact_text(deal, "%-m/%-d/%Y")),
    Dirt::new(LAST_CONTACT, "text-date", talked_late_in_the_month, 90, |deal| contact_text(deal, "%b %-d, %Y")),
    Dirt::new(EXPECTED_CLOSE, "vague-date", |deal| deal.step() == Step::FollowUp, 50, |_| Cell::text("Q1 2027")),
    Dirt::new(EXPECTED_CLOSE, "placeholder", |deal| deal.step() == Step::Offer, 30, |_| Cell::text("TBD")),
    Dirt::new(AMOUNT, "text-amount", |deal| deal.step() == Step::Won, 30, |deal| Cell::text(grouped(deal, "$", ""))),
    Dirt::new(
        AMOUNT,
        "text-amount",
        |deal| deal.step() == Step::Lost,
        55,
        |deal| Cell::text(grouped(deal, "$", ".00")),
    ),
    Dirt::new(
        AMOUNT,
        "text-amount",
        |deal| deal.step() == Step::Offer,
        60,
        |deal| {
            let value = deal.value.unwrap_or(0);
            Cell::text(format!("{}.{}k", value / 1000, value % 1000 / 100))
        },
    ),
    Dirt::new(AMOUNT, "placeholder", |deal| deal.step() == Step::Contact, 40, |_| Cell::text("TBD"))
        .but(Tells::NoValue),
    Dirt::new(AMOUNT, "other-currency", |deal| deal.step() == Step::Won, 70, |deal| Cell::text(grouped(deal, "€", "")))
        .but(Tells::ValueIn("EUR")),
    Dirt::new(
        AMOUNT,
        "other-currency",
        |deal| deal.step() == Step::Lost,
        85,
        |deal| Cell::text(grouped(deal, "€", ".00")),
    )
    .but(Tells::ValueIn("EUR")),
    Dirt::new(
        AMOUNT,
        "other-currency",
        |deal| deal.step() == Step::Offer,
        95,
        |deal| Cell::text(grouped(deal, "EUR ", "")),
    )
    .but(Tells::ValueIn("EUR")),
];

/// The word for how far a deal came.
pub fn stage_word(step: Step) -> &'static str {
    match step {
        Step::New => "New Lead",
        Step::Qualification => "Qualified",
        Step::Contact => "Contacted",
        Step::Offer => "Proposal Sent",
        Step::FollowUp => "Follow-Up",
        Step::Won => "Closed Won",
        Step::Lost | Step::Deferred => unreachable!("these are statuses, not stages"),
    }
}

/// The word for its state.
pub fn status_word(step: Step) -> &'static str {
    match step {
        Step::Won => "Won",
        Step::Lost => "Lost",
        Step::Deferred => "On Hold",
        Step::New | Step::Qualification | Step::Contact | Step::Offer | Step::FollowUp => "Open",
    }
}

fn next_step_word(step: Step) -> &'static str {
    match step {
        Step::New => "Intro call",
        Step::Qualification => "Call to qualify need",
        Step::Contact => "Prepare proposal",
        Step::Offer => "Walk through proposal",
        Step::FollowUp => "Get signature",
        Step::Deferred => "Check back",
        Step::Won | Step::Lost => "",
    }
}

/// The row that the team keeps of a deal.
pub fn keep(deal: Deal, chance: &mut Chance) -> Row {
    let step = deal.step();
    let closed = matches!(step, Step::Won | Step::Lost);
    let contact = last_contact(&deal).map(|moment| Cell::Day(moment.date()));
    let expected = match step {
        Step::New | Step::Qualification => Cell::Blank,
        _ if closed => Cell::Day(deal.since().date()),
        // Some hopes are weeks old.
        _ => Cell::Day(as_of().date() + TimeDelta::days(chance.below(100) as i64 - 20)),
    };
    let planned = !closed && chance.happens(0.7);
    let cells = vec![
        Cell::Number((4200 + deal.number) as f64),
        Cell::text(&deal.customer.firm),
        Cell::text(&deal.customer.person),
        Cell::text(&deal.customer.email),
        Cell::maybe(deal.owner, Cell::text),
        Cell::text(deal.source),
        Cell::text(stage_word(deal.furthest())),
        Cell::text(status_word(step)),
        Cell::Day(deal.inquiry().date()),
        Cell::Day(deal.since().date()),
        contact.unwrap_or(Cell::Blank),
        expected,
        Cell::maybe(deal.value, |value| Cell::Amount(value.into())),
        Cell::maybe(planned.then_some(next_step_word(step)), Cell::text),
    ];
    Row { deal, cells }
}

/// The last time someone talked to the customer: at the last step, once there was a first contact.
fn last_contact(deal: &Deal) -> Option<NaiveDateTime> {
    (deal.furthest() >= Step::Contact).then(|| deal.since())
}

fn talked_early_in_the_month(deal: &Deal) -> bool {
    last_contact(deal).is_some_and(|moment| moment.day() <= 12)
}

fn talked_late_in_the_month(deal: &Deal) -> bool {
    last_contact(deal).is_some_and(|moment| moment.day() > 12)
}

fn contact_text(deal: &Deal, format: &str) -> Cell {
    Cell::maybe(last_contact(deal), |moment| Cell::text(moment.format(format).to_string()))
}

/// `$12,400`, `€9,800.00`.
fn grouped(deal: &Deal, sign: &str, cents: &str) -> String {
    let value = deal.value.unwrap_or(0);
    if value < 1000 {
        format!("{sign}{value}{cents}")
    } else {
        format!("{sign}{},{:03}{cents}", value / 1000, value % 1000)
    }
}
