//! A cell of a board in, the deal that it names out.

use rust_decimal::Decimal;

use crate::model::{Currency, Money};
use crate::read::Cell;
use crate::recognise::table::{Record, Said};
use crate::recognise::value::{date, money, text};

/// The deal of a card; none when the cell says nothing.
pub(super) fn read(row: u32, column: u32, stage: String, cell: &Cell) -> Option<Record> {
    let written = text::paragraph(cell)?;
    let mut lines = written.lines().map(str::trim).filter(|line| !line.is_empty());
    let (name, mut value) = part_amount(lines.next()?);
    let mut notes = Vec::new();
    for line in lines {
        match amount(line) {
            Some(amount) if value.is_none() => value = Some(amount),
            _ => notes.push(line),
        }
    }
    let notes = (!notes.is_empty()).then(|| notes.join("\n"));
    let says = Said { name: Some(name.to_owned()), stage: Some(stage), value, notes, ..Said::default() };
    Some(Record { row, column: Some(column), says: says.into(), ..Record::default() })
}

/// What may stand between a name and its amount.
const DASHES: &[&str] = &[" – ", " - ", " — ", ", ", "; ", ": ", " | ", " / ", " ("];

/// A line without the amount at its end, and the amount.
pub(super) fn part_amount(line: &str) -> (&str, Option<Money>) {
    let parted = DASHES.iter().find_map(|dash| {
        let (name, rest) = line.rsplit_once(dash)?;
        Some((name.trim(), amount(rest.trim().trim_end_matches(')'))?))
    });
    match parted.or_else(|| part_currency(line)) {
        Some((name, amount)) if !name.is_empty() => (name, Some(amount)),
        _ => (line.trim(), None),
    }
}

/// `Alfa 12 500 zł`: without a dash only digits in groups and a currency make an amount.
fn part_currency(line: &str) -> Option<(&str, Money)> {
    let starts = line.match_indices(' ').map(|(at, _)| at);
    starts.into_iter().find_map(|at| {
        let (name, rest) = line.split_at(at);
        let amount = amount(rest.trim()).filter(|amount| amount.currency.is_stated())?;
        let groups: Vec<&str> =
            rest.split_whitespace().filter(|word| word.bytes().all(|byte| byte.is_ascii_digit())).collect();
        let is_grouped = groups.iter().skip(1).all(|group| group.len() == 3);
        is_grouped.then_some((name.trim(), amount))
    })
}

/// Smaller numbers without a currency are counts of something.
const LEAST: i64 = 100;

fn amount(text: &str) -> Option<Money> {
    if !text.bytes().any(|byte| byte.is_ascii_digit()) || date::looks_like_date(text) {
        return None;
    }
    match money::read(&Cell::Text(text.into()), money::Style::PLAIN) {
        money::Reading::Amount(amount, currency) => {
            let is_amount = currency.is_some() || amount >= Decimal::from(LEAST);
            is_amount.then(|| Money { amount, currency: currency.unwrap_or(Currency::UNSTATED) })
        }
        money::Reading::Blank | money::Reading::Range | money::Reading::Unreadable => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, name: &str, value: &str) {
        let (read, amount) = part_amount(line);
        let amount = amount.map_or("-".into(), |money| format!("{} {}", money.amount, money.currency));
        assert_eq!((read, amount.as_str()), (name, value), "{line}");
    }

    #[test]
    fn an_amount_is_parted_from_the_name() {
        check("Alfa – 12 500 zł", "Alfa", "12500 PLN");
        check("Alfa (12 500 zł)", "Alfa", "12500 PLN");
        check("Alfa, 4000", "Alfa", "4000 unstated");
        check("Alfa 12 500 zł", "Alfa", "12500 PLN");
        check("Studio 54 12 500 zł", "Studio 54", "12500 PLN");
        check("Alfa-Beta sp. z o.o.", "Alfa-Beta sp. z o.o.", "-");
        check("Studio 54", "Studio 54", "-");
        check("Alfa – 12.03.2026", "Alfa – 12.03.2026", "-");
        check("Alfa – wersja 2", "Alfa – wersja 2", "-");
    }
}
