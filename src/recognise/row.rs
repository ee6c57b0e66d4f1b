//! A row below the header in, deal or why not out: totals, repeated headers, section titles and numbered blank lines
//! are no deals.

use super::fold::fold;
use super::header::{Region, is_header_again};
use super::section;
use super::stage::StageWord;
use super::table::Column;
use super::value::text;
use super::vocabulary::Vocabulary;
use crate::model::SkipReason;
use crate::read::{Area, Cell, Row};
use crate::template::Field;

/// Words that begin, or end, the label of a total; folded.
#[rustfmt::skip] // words fill the lines
const TOTALS: &[&str] = &[
    "razem", "suma", "sumy", "ogolem", "lacznie", "w sumie", "podsumowanie", "suma koncowa", "suma czesciowa",
    "total", "totals", "grand total", "subtotal", "sub total", "sum", "total deals", "overall", "srednia", "srednio",
    "average", "liczba szans", "liczba leadow", "liczba ofert", "ilosc szans", "wartosc lejka", "do przeniesienia",
    "z przeniesienia", "number of deals", "deal count", "pipeline value", "gesamt", "summe",
];

/// Endings of firms, folded: `Suma sp. z o.o.` is a customer.
const FIRMS: &[&str] =
    &["sp z o o", "spolka z o o", "s a", "sa", "sp j", "sp k", "s c", "gmbh", "ltd", "inc", "llc", "ag", "polska"];

/// What rows are judged by.
pub(super) struct Judge<'a> {
    pub(super) region: &'a Region<'a>,
    pub(super) columns: &'a [Column],
    pub(super) merged: &'a [Area],
    pub(super) vocabulary: &'a Vocabulary,
}

impl Judge<'_> {
    /// Why a row is no deal; none when it is one. What stands alone over a repeated header is its title.
    pub(super) fn skip_reason(&self, row: &Row, next: Option<&Row>) -> Option<SkipReason> {
        if is_header_again(row, &self.region.columns) {
            return Some(SkipReason::RepeatedHeader);
        }
        let told: Vec<(&Column, &Cell)> = self
            .columns
            .iter()
            .filter_map(|column| Some((column, row.cell(column.index)?)))
            .filter(|(_, cell)| !text::is_blank(cell))
            .collect();
        if is_total_row(&told) {
            return Some(SkipReason::Total);
        }
        if let [(column, Cell::Text(label))] = told.as_slice()
            && (self.is_section(label, row, column)
                || next.is_some_and(|next| is_header_again(next, &self.region.columns)))
        {
            return Some(SkipReason::Section);
        }
        let meaningful = told.iter().filter(|(column, cell)| match &column.field {
            Some(Field::Value) => !is_nought(cell),
            Some(field) => names_a_deal(field),
            None => false,
        });
        let fields: Vec<&Field> = meaningful.filter_map(|(column, _)| column.field.as_ref()).collect();
        let numbered = told.iter().any(|(column, _)| column.field == Some(Field::Id));
        match fields.as_slice() {
            // Nothing but a number of the line; or nothing at all.
            [] => Some(SkipReason::NoDeal),
            // A sum under the column, without a word.
            [Field::Value] if !numbered => Some(SkipReason::Total),
            _ if !numbered && told.iter().all(|(column, cell)| is_sum(column, cell)) => Some(SkipReason::Total),
            _ => None,
        }
    }

    /// A title alone in its row: merged over columns, shouted, ending in a colon, a month, `Handlowiec: Anna`; or a
    /// stage in a table that has no column for it.
    fn is_section(&self, label: &str, row: &Row, column: &Column) -> bool {
        let label = label.trim();
        let is_merged = self
            .merged
            .iter()
            .any(|area| area.top == row.number && area.left == column.index && area.right > area.left);
        let shouted = label.chars().any(char::is_alphabetic) && !label.chars().any(char::is_lowercase);
        let has_stages = self.columns.iter().any(|column| column.field == Some(Field::Stage));
        is_merged
            || shouted
            || label.ends_with(':')
            || is_month(label)
            || section::names_its_field(label, self.vocabulary)
            || !has_stages && self.vocabulary.stages().meaning(label) != StageWord::Unknown
    }
}

/// Whether a row is a total: a label that says so, in whatever column, and no word that tells a deal.
fn is_total_row(told: &[(&Column, &Cell)]) -> bool {
    let is_label = |cell: &Cell| matches!(cell, Cell::Text(label) if is_total(label));
    let Some(label) = told.iter().position(|(_, cell)| is_label(cell)) else { return false };
    // A firm may be called "Total"; then its row has a stage, an owner, a date.
    let tells_a_deal = |(column, cell): &(&Column, &Cell)| match cell {
        Cell::Date(_) => true,
        Cell::Text(_) => column.field.as_ref().is_some_and(names_a_deal) && !is_amount_like(cell) && !is_label(cell),
        _ => false,
    };
    !told.iter().enumerate().any(|(place, held)| place != label && tells_a_deal(held))
}

/// Whether a cell is a number where dates and names would stand: counts and sums below the columns.
fn is_sum(column: &Column, cell: &Cell) -> bool {
    let is_number = matches!(cell, Cell::Number { .. }) || is_amount_like(cell);
    let of_words = [
        Field::Name,
        Field::Company,
        Field::Contact,
        Field::Email,
        Field::Stage,
        Field::Outcome,
        Field::Owner,
        Field::Source,
        Field::Value,
        Field::CampaignCost,
        Field::Probability,
    ];
    is_number && column.field.as_ref().is_none_or(|field| of_words.contains(field))
}

/// Fields of which one is enough to make a row a deal.
fn names_a_deal(field: &Field) -> bool {
    !matches!(
        field,
        Field::Id
            | Field::Value
            | Field::Currency
            | Field::Probability
            | Field::InquiryTime
            | Field::Notes
            | Field::Source
            | Field::Campaign
            | Field::CampaignCost
            | Field::Owner
    )
}

pub(super) fn is_total(label: &str) -> bool {
    let folded = fold(label);
    let begins = |total: &str| folded.strip_prefix(total).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    let ends = |total: &str| folded.strip_suffix(total).is_some_and(|rest| rest.ends_with(' '));
    let is_firm = FIRMS.iter().any(|ending| folded.strip_suffix(ending).is_some_and(|rest| rest.ends_with(' ')));
    !is_firm && folded.split(' ').count() <= 5 && TOTALS.iter().any(|total| begins(total) || ends(total))
}

/// `styczeń 2026`, `March`.
fn is_month(label: &str) -> bool {
    let folded = fold(label);
    let mut words = folded.split(' ').filter(|word| !matches!(*word, "r" | "rok" | "miesiac" | "month"));
    let (month, year) = (words.next().unwrap_or_default(), words.next());
    let is_name = super::value::date::is_month_name(month);
    is_name
        && words.next().is_none()
        && year.is_none_or(|year| year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit()))
}

fn is_amount_like(cell: &Cell) -> bool {
    matches!(cell, Cell::Text(text) if text.bytes().any(|byte| byte.is_ascii_digit()) && super::value::money::looks_like_amount(text))
}

fn is_nought(cell: &Cell) -> bool {
    match cell {
        Cell::Number { value, .. } => *value == 0.0,
        Cell::Text(text) => !text.bytes().any(|byte| (b'1'..=b'9').contains(&byte)),
        _ => true,
    }
}
