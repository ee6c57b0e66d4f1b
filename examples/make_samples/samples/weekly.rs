//! `weekly/pipeline_….xlsx`: six Friday copies of a small team's one sheet. The stage is overwritten, plans are put off,
//! values cut, rows sorted anew and now and then deleted, and nothing has a number.

use rust_xlsxwriter::{Format, Workbook, XlsxError};

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime};

use super::chance::Chance;
use super::deal::{Deal, Step};
use super::office::POLISH;
use super::sheet::{Cell, Look, finish};
use super::team::{Channel, Seller, Team, USUAL};
use super::{SampleFile, as_of, date, names, walk};

const TEAM: Team = Team {
    currency: "PLN",
    office: POLISH,
    sellers: &[
        Seller { name: "Olga Brzoza", weight: 3.0, calls_after: 3.0, skill: 1.1 },
        Seller { name: "Marek Sitko", weight: 3.0, calls_after: 6.0, skill: 0.9 },
        Seller { name: "Nina Rudzka", weight: 2.0, calls_after: 4.0, skill: 1.0 },
    ],
    channels: &[
        Channel { source: "Strona www", campaign: None, weight: 4.0, appeal: 0.9, value: 12_000.0 },
        Channel { source: "Polecenie", campaign: None, weight: 3.0, appeal: 1.5, value: 21_000.0 },
        Channel { source: "Targi", campaign: None, weight: 2.0, appeal: 0.8, value: 26_000.0 },
    ],
    habits: USUAL,
    reopened: 0.0,
};

const DEALS: usize = 70;

const NAMES: [&str; 6] = [
    "weekly/pipeline_2026-10-16.xlsx",
    "weekly/pipeline_2026-10-23.xlsx",
    "weekly/pipeline_2026-10-30.xlsx",
    "weekly/pipeline_2026-11-06.xlsx",
    "weekly/pipeline_2026-11-13.xlsx",
    "weekly/pipeline_2026-11-20.xlsx",
];

const HEAD: [&str; 8] =
    ["Firma", "Osoba", "Data zapytania", "Etap", "Wartość (PLN)", "Planowane zamknięcie", "Opiekun", "Źródło"];

const WIDTHS: [f64; 8] = [30.0, 22.0, 15.0, 19.0, 15.0, 20.0, 15.0, 14.0];

/// What the six copies hold, counted by their maker.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Deals in any of them.
    pub deals: usize,
    /// Rows in all of them.
    pub rows: usize,
    /// Deals whose row was deleted while they were open.
    pub vanished: usize,
    /// Deals that are won in the last copy that has them.
    pub won: usize,
    /// Deals that are lost in the last copy that has them.
    pub lost: usize,
    /// Firms whose plan the last copy has later than the one before.
    pub pushed: Vec<String>,
}

/// A deal as the team keeps it from week to week.
struct Kept {
    deal: Deal,
    /// From which copy on its row is deleted.
    deleted: usize,
    /// From which copy on it is worth a tenth less.
    cut: usize,
    /// From which copy on its firm is written in another way.
    renamed: usize,
}

/// The copies, and what is in them.
pub fn make() -> (Vec<SampleFile>, Found) {
    let mut chance = Chance::seeded(610);
    let customers = names::POLISH.customers(DEALS, &mut Chance::seeded(611));
    let deals = walk::deals(&TEAM, customers, date(2026, 8, 17), as_of(), &mut chance);
    let mut once = |probability: f64| if chance.happens(probability) { 1 + chance.below(5) } else { usize::MAX };
    let mut kept: Vec<Kept> =
        deals.into_iter().map(|deal| Kept { deal, deleted: once(0.06), cut: once(0.2), renamed: once(0.15) }).collect();
    let mut order = Chance::seeded(612);
    let mut files = Vec::new();
    let mut found = Found::default();
    for (place, name) in NAMES.into_iter().enumerate() {
        order.shuffle(&mut kept);
        let rows: Vec<[Cell; 8]> = kept.iter().filter_map(|kept| kept.row(place)).collect();
        found.rows += rows.len();
        files.push(SampleFile { name, bytes: write(&rows, made(place)).expect("a small workbook") });
    }
    for kept in &kept {
        found.add(kept);
    }
    found.pushed.sort();
    (files, found)
}

/// When a copy was made: on Friday at half past three.
fn made(place: usize) -> NaiveDateTime {
    as_of() - Days::new(7 * (NAMES.len() - 1 - place) as u64)
}

impl Kept {
    /// Where it stood when a copy was made; none when it was not there.
    fn step(&self, place: usize) -> Option<Step> {
        let known = self.deal.way.iter().rfind(|(_, moment)| *moment <= made(place));
        known.map(|(step, _)| *step).filter(|_| place < self.deleted)
    }

    /// The plan at that time: a month and a half after the inquiry, put off by three weeks whenever it has passed.
    fn plan(&self, place: usize) -> NaiveDate {
        let mut plan = self.deal.inquiry().date() + Days::new(45);
        while plan < made(place).date() {
            plan = plan + Days::new(21);
        }
        plan
    }

    fn firm(&self, place: usize) -> String {
        let firm = &self.deal.customer.firm;
        if place >= self.renamed { firm.to_uppercase() } else { firm.clone() }
    }

    fn row(&self, place: usize) -> Option<[Cell; 8]> {
        let step = self.step(place)?;
        let value = f64::from(self.deal.value.unwrap_or_default());
        let value = if place >= self.cut { value * 0.9 } else { value };
        Some([
            Cell::text(self.firm(place)),
            Cell::text(self.deal.customer.person.clone()),
            Cell::Day(self.deal.inquiry().date()),
            Cell::text(word(step)),
            Cell::Amount(value),
            if step.is_open() { Cell::Day(self.plan(place)) } else { Cell::Blank },
            Cell::maybe(self.deal.owner, Cell::text),
            Cell::text(self.deal.source),
        ])
    }
}

impl Found {
    fn add(&mut self, kept: &Kept) {
        let steps: Vec<Option<Step>> = (0..NAMES.len()).map(|place| kept.step(place)).collect();
        let Some(last) = steps.iter().rev().find_map(|step| *step) else { return };
        self.deals += 1;
        self.won += usize::from(last == Step::Won);
        self.lost += usize::from(last == Step::Lost);
        let now = NAMES.len() - 1;
        self.vanished += usize::from(steps[now].is_none() && last != Step::Won && last != Step::Lost);
        let is_open = |place: usize| steps[place].is_some_and(Step::is_open);
        if is_open(now - 1) && is_open(now) && kept.plan(now - 1) < kept.plan(now) {
            self.pushed.push(kept.firm(now));
        }
    }
}

fn word(step: Step) -> &'static str {
    match step {
        Step::New => "Nowe zapytanie",
        Step::Qualification => "Kwalifikacja",
        Step::Contact => "Pierwszy kontakt",
        Step::Offer => "Wysłanie oferty",
        Step::FollowUp => "Follow-up",
        Step::Won => "Wygrana",
        Step::Lost => "Przegrana",
        Step::Deferred => "Odłożone",
    }
}

fn write(rows: &[[Cell; 8]], made: NaiveDateTime) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet().set_name("Lejek")?;
    let look = Look::new(&Format::new(), "dd.mm.yyyy", "#,##0");
    let bold = Format::new().set_bold();
    for (column, (head, width)) in HEAD.into_iter().zip(WIDTHS).enumerate() {
        sheet.write_string_with_format(0, column as u16, head, &bold)?;
        sheet.set_column_width(column as u16, width)?;
    }
    for (row, cells) in (1..).zip(rows) {
        for (column, cell) in (0..).zip(cells) {
            look.put(sheet, row, column, cell)?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    let title = format!("Lejek, stan na {}", made.date().and_time(NaiveTime::MIN).format("%d.%m.%Y"));
    finish(&mut workbook, &title, "Olga Brzoza")
}
