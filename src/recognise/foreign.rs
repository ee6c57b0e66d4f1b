//! A table in, what it is about when it is not about deals out: prices, pay, goods sold, sums, words, people, campaigns,
//! figures.
//!
//! Two questions. [`surely`]: is it something else although a column looks like stages? A payroll has a status, a price
//! list may have a stage of building. [`instead`]: now that it holds no deals, what does it hold? Headers tell, and only
//! sales themselves speak against them: known stage words, dates of stages, reasons for losing.

mod words;

use std::collections::BTreeSet;

use self::words::{TELLING, Telling};
use super::column::Assigned;
use super::evidence::Evidence;
use super::fold::fold;
use super::header::{Headed, Region};
use super::stage::{StageWord, StageWords};
use super::table::{ColumnReason, Foreign};
use crate::read::{Cell, Row, Sheet};
use crate::template::Field;

/// A table with its columns, as far as it is understood.
#[derive(Clone, Copy)]
pub(super) struct Understood<'a> {
    pub(super) region: &'a Region<'a>,
    pub(super) assigned: &'a Assigned,
    pub(super) evidence: &'a [Evidence],
    pub(super) stages: &'a StageWords,
}

impl Understood<'_> {
    fn filled(&self, field: &Field) -> bool {
        self.cells_of(field).is_some_and(|cells| cells.seen > 0)
    }

    fn cells_of(&self, field: &Field) -> Option<&Evidence> {
        self.assigned.place_of(field).map(|place| &self.evidence[place])
    }

    /// Whether only sheets about sales look so.
    fn is_about_sales(&self) -> bool {
        let knows_stages = [Field::Stage, Field::Outcome]
            .iter()
            .any(|field| self.cells_of(field).is_some_and(|cells| cells.known_stages > 0.5 || cells.flags >= 0.8));
        let dates = self.assigned.columns.iter().filter(|column| match &column.field {
            Some(Field::StageDate(_) | Field::StageTime(_)) => column.filled > 0,
            Some(field) => {
                matches!(field, Field::LostOn | Field::WonOn | Field::ExpectedClose | Field::Entered)
                    && self.filled(field)
            }
            None => false,
        });
        let by_user = self.assigned.columns.iter().any(|column| column.reason == ColumnReason::Template);
        let of_sales = [Field::LostReason, Field::NextStep, Field::Probability].iter().any(|field| self.filled(field));
        by_user || knows_stages || of_sales || dates.count() >= 2
    }

    /// Whether it says who buys.
    fn has_customers(&self) -> bool {
        [Field::Company, Field::Contact, Field::Phone, Field::Email].iter().any(|field| self.filled(field))
    }

    fn has_states(&self) -> bool {
        self.assigned.place_of(&Field::Stage).is_some_and(|place| self.assigned.header_weights[place] >= 0.95)
    }

    /// How many words tell this kind, those that tell it alone and those that go with it; one that stands over several
    /// columns counts once.
    fn hits(&self, telling: &Telling) -> (usize, usize) {
        let mut taken = BTreeSet::new();
        let mut hits = |words: &'static [&'static str]| {
            let told: BTreeSet<&str> = self
                .region
                .columns
                .iter()
                .filter_map(|headed| {
                    let word = headed.label.forms.iter().find_map(|form| word_in(form, words))?;
                    taken.insert(headed.index).then_some(word)
                })
                .collect();
            told.len()
        };
        (hits(telling.alone), hits(telling.beside))
    }
}

/// The word that a header is, or begins or ends with.
fn word_in(form: &str, words: &'static [&'static str]) -> Option<&'static str> {
    words.iter().copied().find(|word| {
        let begins = form.strip_prefix(word).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
        begins || form.strip_suffix(word).is_some_and(|rest| rest.ends_with(' '))
    })
}

/// What a table surely is, other than deals, whatever its columns are called.
pub(super) fn surely(table: Understood<'_>) -> Option<Foreign> {
    if is_pivot(table) {
        return Some(Foreign::Pivot);
    }
    if table.is_about_sales() {
        return None;
    }
    let kind = TELLING.iter().find(|telling| {
        let (alone, beside) = table.hits(telling);
        let is_told = alone >= 2 || alone == 1 && beside >= 2;
        let speaks_of_customers = telling.without_customers && table.has_customers();
        // Deals have customers and stages; ledgers have customers and no stages.
        let has_both = table.has_customers() && table.has_states();
        is_told && !speaks_of_customers && !has_both
    });
    kind.map(|telling| telling.kind)
}

/// What a table is that holds no deals.
pub(super) fn instead(table: Understood<'_>) -> Option<Foreign> {
    if is_statistics(table) {
        return Some(Foreign::Statistics);
    }
    let told = TELLING.iter().find(|telling| {
        let (alone, beside) = table.hits(telling);
        alone >= 1 && alone + beside >= 3 || beside >= 3 && telling.kind == Foreign::SalesLedger
    });
    match told {
        Some(telling) => Some(telling.kind),
        None if is_word_list(table) => Some(Foreign::WordList),
        None if is_contacts(table) => Some(Foreign::Contacts),
        None => None,
    }
}

/// What spreadsheets call the parts of a pivot table, and how its sums begin; folded.
const PIVOT_PARTS: &[&str] = &["etykiety wierszy", "row labels", "etykiety kolumn", "column labels"];
const PIVOT_SUMS: &[&str] =
    &["suma z ", "sum of ", "liczba z ", "count of ", "srednia z ", "average of ", "suma koncowa", "grand total"];

/// A pivot table by its own words, or stages across with counts below them.
fn is_pivot(table: Understood<'_>) -> bool {
    let forms = || table.region.columns.iter().flat_map(|headed| &headed.label.forms);
    let parts = forms().any(|form| PIVOT_PARTS.iter().any(|part| form.contains(part)));
    let sums = table
        .region
        .columns
        .iter()
        .filter(|headed| {
            headed.label.forms.iter().any(|form| PIVOT_SUMS.iter().any(|sum| form.starts_with(sum) || form == sum))
        })
        .count();
    parts || sums >= 2 || sums == 1 && table.region.columns.len() <= 4 || counts_by_stage(table)
}

/// `Handlowiec | Nowe | Oferta | Wygrana` over numbers that are neither marks nor dates.
fn counts_by_stage(table: Understood<'_>) -> bool {
    let is_stage = |headed: &Headed| table.stages.meaning(&headed.label.shown) != StageWord::Unknown;
    let stages: Vec<&Evidence> = table
        .region
        .columns
        .iter()
        .zip(table.evidence)
        .filter(|(headed, cells)| is_stage(headed) && cells.seen > 0)
        .map(|(_, cells)| cells)
        .collect();
    let counts = stages.iter().filter(|cells| cells.amounts >= 0.9 && cells.dates < 0.5 && cells.flags < 0.5).count();
    stages.len() >= 3 && counts * 5 >= stages.len() * 4
}

/// Words over figures by area or period; folded.
#[rustfmt::skip] // words fill the lines
const AREAS_AND_PERIODS: &[&str] = &[
    "wojewodztwo", "powiat", "gmina", "region", "kraj", "miasto", "miesiac", "kwartal", "rok", "tydzien", "dzien",
    "data", "country", "state", "county", "month", "quarter", "year", "week", "date", "day", "area",
];

/// Years, months or quarters across, or areas and periods with nothing but numbers beside them.
fn is_statistics(table: Understood<'_>) -> bool {
    let periods = table.region.columns.iter().filter(|headed| is_period(&headed.label.shown)).count();
    let columns = table.region.columns.iter().zip(table.evidence).filter(|(_, cells)| cells.seen > 0);
    let (named, others): (Vec<_>, Vec<_>) = columns
        .partition(|(headed, _)| headed.label.forms.iter().any(|form| word_in(form, AREAS_AND_PERIODS).is_some()));
    let figures = others.iter().filter(|(_, cells)| cells.amounts >= 0.8 || cells.times >= 0.8).count();
    periods >= 3 || !named.is_empty() && !others.is_empty() && figures == others.len()
}

/// `2024`, `styczeń`, `Q1`, `I kwartał`.
fn is_period(header: &str) -> bool {
    let folded = fold(header);
    let mut words = folded.split(' ');
    let first = words.next().unwrap_or_default();
    let is_year = first.len() == 4 && first.parse::<u32>().is_ok_and(|year| (1900..=2100).contains(&year));
    let is_quarter = matches!(first, "q1" | "q2" | "q3" | "q4") || folded.ends_with("kwartal");
    (is_year || is_quarter || super::value::date::is_month_name(first)) && words.count() <= 1
}

/// Columns of words of which none comes twice in its column, and no figures beside them.
fn is_word_list(table: Understood<'_>) -> bool {
    let filled: Vec<&Evidence> = table.evidence.iter().filter(|cells| cells.seen > 0).collect();
    let texts = filled.iter().all(|cells| cells.amounts < 0.5 && cells.dates < 0.5 && cells.emails < 0.3);
    let lists = filled.iter().filter(|cells| cells.distinct == cells.seen).count();
    let longest = filled.iter().map(|cells| cells.seen).max().unwrap_or(0);
    let all = filled.len();
    (1..=8).contains(&all)
        && !table.has_customers()
        && texts
        && longest < LONGEST_LIST
        && (lists == all || all <= 3 && lists >= 1)
}

/// Nobody chooses from a list of more words.
const LONGEST_LIST: usize = 200;

/// Words over what is told of people and firms beside their names; folded.
#[rustfmt::skip] // words fill the lines
const ABOUT_PEOPLE: &[&str] = &[
    "imie", "nazwisko", "stanowisko", "miasto", "adres", "ulica", "kod pocztowy", "nip", "regon", "www", "branza",
    "kraj", "first name", "last name", "job title", "position", "city", "street", "address", "zip", "postal code",
    "website", "industry", "country", "billing city", "number of employees", "role", "team", "title", "rep name",
    "user id", "rating", "wojewodztwo", "kam nr", "kam nazwisko",
];

fn is_contacts(table: Understood<'_>) -> bool {
    let own = [Field::Company, Field::Contact, Field::Phone, Field::Email, Field::Name];
    let is_list_of_leads = table.filled(&Field::Name) && table.filled(&Field::Inquiry);
    let fields = own.iter().filter(|field| table.filled(field)).count();
    let about = table.region.columns.iter().zip(&table.assigned.columns).filter(|(headed, column)| {
        let is_own = column.field.as_ref().is_some_and(|field| own.contains(field));
        !is_own && headed.label.forms.iter().any(|form| word_in(form, ABOUT_PEOPLE).is_some())
    });
    let about = about.count();
    !is_list_of_leads && fields + about >= 3 && (fields >= 1 || about >= 3)
}

/// Rows with a label and a figure each, of a sheet without a header.
const FIGURES: usize = 3;

/// What a sheet without a header holds.
pub(super) fn without_header(sheet: &Sheet) -> Option<Foreign> {
    let is_year = |(_, cell): &&(u32, Cell)| match cell {
        Cell::Number { value, .. } => value.fract() == 0.0 && (1900.0..=2100.0).contains(value),
        _ => false,
    };
    let years = |row: &Row| row.cells.iter().filter(is_year).count();
    let numbers = |row: &Row| row.cells.iter().filter(|(_, cell)| !matches!(cell, Cell::Text(_))).count();
    let texts = |row: &Row| row.cells.len() - numbers(row);
    let begin_with_years = sheet.rows.iter().filter(|row| row.cells.first().is_some_and(|cell| is_year(&cell))).count();
    if sheet.rows.iter().any(|row| years(row) >= 3) || begin_with_years >= 3 {
        return Some(Foreign::Statistics);
    }
    let figures = sheet.rows.iter().filter(|row| texts(row) >= 1 && numbers(row) >= 1 && texts(row) <= numbers(row));
    let figures = figures.count();
    (figures >= FIGURES && figures * 2 >= sheet.rows.len()).then_some(Foreign::Dashboard)
}
