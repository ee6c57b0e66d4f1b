//! A row below the header in, deal or why not out: totals, repeated headers, section titles and numbered blank lines
//! are no deals.

use super::fold::fold;
use super::header::{Region, is_header_again};
use super::table::Column;
use super::value::text;
use crate::model::SkipReason;
use crate::read::{Area, Cell, Row};
use crate::template::Field;

/// Words that begin, or end, the label of a total; folded.
#[rustfmt::skip] // words fill the lines
const TOTALS: &[&str] = &[
    "razem", "suma", "sumy", "ogolem", "lacznie", "w sumie", "podsumowanie", "suma koncowa", "suma czesciowa",
    "total", "totals", "grand total", "subtotal", "sub total", "sum", "total deals", "overall", "srednia", "srednio",
    "average",
];

/// Why a row is no deal; none when it is one.
pub(super) fn skip_reason(row: &Row, region: &Region<'_>, columns: &[Column], merged: &[Area]) -> Option<SkipReason> {
    if is_header_again(row, &region.columns) {
        return Some(SkipReason::RepeatedHeader);
    }
    let told: Vec<(&Column, &Cell)> = columns
        .iter()
        .filter_map(|column| Some((column, row.cell(column.index)?)))
        .filter(|(_, cell)| !text::is_blank(cell))
        .collect();
    let words = || told.iter().filter(|(_, cell)| matches!(cell, Cell::Text(_)));
    let first_text = words().next();
    if let Some((_, Cell::Text(label))) = first_text {
        // A firm may be called "Total"; then its row has a stage, an owner, a date.
        let others = words()
            .skip(1)
            .any(|(column, cell)| column.field.as_ref().is_some_and(names_a_deal) && !is_amount_like(cell));
        let dated = told.iter().any(|(_, cell)| matches!(cell, Cell::Date(_)));
        if !others && !dated && is_total(label) {
            return Some(SkipReason::Total);
        }
        if told.len() == 1 && is_section(label, row, first_text.map_or(0, |(column, _)| column.index), merged) {
            return Some(SkipReason::Section);
        }
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
        _ => None,
    }
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
            | Field::Owner
    )
}

pub(super) fn is_total(label: &str) -> bool {
    let folded = fold(label);
    let begins = |total: &str| folded.strip_prefix(total).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    let ends = |total: &str| folded.strip_suffix(total).is_some_and(|rest| rest.ends_with(' '));
    folded.split(' ').count() <= 5 && TOTALS.iter().any(|total| begins(total) || ends(total))
}

/// A title alone in its row: merged over columns, shouted, ending in a colon, or a month.
fn is_section(label: &str, row: &Row, column: u32, merged: &[Area]) -> bool {
    let label = label.trim();
    let is_merged = merged.iter().any(|area| area.top == row.number && area.left == column && area.right > area.left);
    let shouted = label.chars().any(char::is_alphabetic) && !label.chars().any(char::is_lowercase);
    is_merged || shouted || label.ends_with(':') || is_month(label)
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
