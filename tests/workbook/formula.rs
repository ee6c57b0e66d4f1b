//! A spreadsheet of one purpose: computes the counts and sums over the sheet of deals from its cells, the way a
//! spreadsheet program would, and so independently of lejek's measures.

use std::collections::BTreeMap;

use calamine::{Data, DataType as _, Range};
use chrono::{Months, NaiveDate, TimeDelta};
use lejek::i18n::Language;

/// The sheet of deals: cells by column head.
pub(crate) struct Deals {
    columns: BTreeMap<String, Vec<Data>>,
}

impl Deals {
    pub(crate) fn read(sheet: &Range<Data>) -> Self {
        let (top, _) = sheet.start().expect("the sheet has cells");
        let heads = (top..=top + 6)
            .find(|row| sheet.range((*row, 0), (*row, 9)).used_cells().count() >= 5)
            .expect("the table has a head");
        let (bottom, right) = sheet.end().expect("the sheet has cells");
        let column = |column: u32| {
            let head = sheet.get_value((heads, column))?.as_string()?;
            let cells = (heads + 1..=bottom).map(|row| sheet.get_value((row, column)).cloned().unwrap_or_default());
            Some((head, cells.collect()))
        };
        Self { columns: (0..=right).filter_map(column).collect() }
    }

    /// What a formula over the deals gives; none for formulas over other cells. `cell` gives the text of a cell of
    /// the formula's own sheet.
    pub(crate) fn value_of(&self, formula: &str, cell: &dyn Fn(u32, u32) -> String) -> Option<f64> {
        if let Some((left, right)) = formula.split_once(")+") {
            return Some(self.value_of(&format!("{left})"), cell)? + self.value_of(right, cell)?);
        }
        let (name, rest) = formula.split_once('(')?;
        let arguments = rest.strip_suffix(')')?;
        match name {
            "ROWS" => Some(self.column(arguments)?.len() as f64),
            "COUNTIFS" => self.criteria(&split(arguments, ','), cell).map(|rows| rows.len() as f64),
            "SUMIFS" => {
                let arguments = split(arguments, ',');
                let values = self.column(&arguments[0])?;
                let rows = self.criteria(&arguments[1..], cell)?;
                Some(rows.into_iter().map(|row| values[row].as_f64().unwrap_or(0.0)).sum())
            }
            "SUMPRODUCT" => self.product(&split(arguments, '*'), cell),
            _ => None,
        }
    }

    fn column(&self, reference: &str) -> Option<&Vec<Data>> {
        let head = reference.split_once('[')?.1.strip_suffix(']')?;
        Some(self.columns.get(head).unwrap_or_else(|| panic!("no column {head}")))
    }

    /// The rows that fulfil pairs of column and criterion.
    fn criteria(&self, arguments: &[String], cell: &dyn Fn(u32, u32) -> String) -> Option<Vec<usize>> {
        let mut rows: Option<Vec<usize>> = None;
        for pair in arguments.chunks(2) {
            let cells = self.column(&pair[0])?;
            let criterion = match pair[1].strip_prefix('"') {
                Some(_) if pair[1].contains("\"&") => {
                    let (sign, day) = pair[1].split_once('&')?;
                    format!("{}{}", sign.trim_matches('"'), day_number(day, cell))
                }
                Some(word) => word.strip_suffix('"')?.to_owned(),
                None if pair[1].starts_with('$') => cell_at(&pair[1], cell),
                None => pair[1].clone(),
            };
            let before = rows.unwrap_or_else(|| (0..cells.len()).collect());
            rows = Some(before.into_iter().filter(|row| fulfils(&cells[*row], &criterion)).collect());
        }
        rows
    }

    fn product(&self, factors: &[String], cell: &dyn Fn(u32, u32) -> String) -> Option<f64> {
        let rows = self.columns.values().next()?.len();
        let mut products = vec![1.0; rows];
        for factor in factors {
            for (row, product) in products.iter_mut().enumerate() {
                *product *= self.factor(factor, row, cell)?;
            }
        }
        Some(products.into_iter().sum())
    }

    fn factor(&self, factor: &str, row: usize, cell: &dyn Fn(u32, u32) -> String) -> Option<f64> {
        if factor == "1" {
            return Some(1.0);
        }
        if let Some(arguments) = factor.strip_prefix("EXACT(") {
            let (reference, address) = arguments.strip_suffix(')')?.split_once(',')?;
            return Some(f64::from(text(&self.column(reference)?[row]) == cell_at(address, cell)));
        }
        if let Some(comparison) = factor.strip_prefix('(') {
            let comparison = comparison.strip_suffix(')')?;
            let (reference, rest) = comparison.split_once(']')?;
            let found = &self.column(&format!("{reference}]"))?[row];
            return Some(f64::from(match rest.strip_prefix('=').map(|word| word.trim_matches('"')) {
                Some(word) if rest.contains('"') => text(found) == word,
                _ => fulfils(found, rest),
            }));
        }
        Some(self.column(factor)?[row].as_f64().unwrap_or(0.0))
    }
}

/// Whether a formula is put together from our functions, our columns and addresses alone.
pub(crate) fn is_ours(formula: &str, language: Language) -> bool {
    let mut rest = formula.replace(&language.text("table-deals"), "");
    for column in ["stage", "state", "value", "currency", "owner", "source", "campaign", "age", "first-rung"] {
        rest = rest.replace(&format!("[{}]", language.text(&format!("deals-{column}"))), "");
    }
    for column in ["furthest-rung", "loss-placed", "contact-clock", "contact-workdays"] {
        rest = rest.replace(&format!("[{}]", language.text(&format!("deals-{column}"))), "");
    }
    for column in ["follow-up-clock", "follow-up-workdays", "lost-reason", "inquiry"] {
        rest = rest.replace(&format!("[{}]", language.text(&format!("deals-{column}"))), "");
    }
    let words = [
        "state-open",
        "state-deferred",
        "state-won",
        "state-lost",
        "state-vanished",
        "age-stalled",
        "verdict-met",
        "verdict-missed",
        "verdict-cannot-tell",
        "currency-unstated",
        "yes",
        "no",
    ];
    for word in words.map(|key| language.text(key)).iter().map(String::as_str).chain(["PLN", "EUR"]) {
        rest = rest.replace(&format!("\"{word}\""), "");
    }
    for function in ["SUMPRODUCT", "COUNTIFS", "SUMIFS", "EXACT", "ROWS", "SUM", "MAX", "EDATE"] {
        rest = rest.replace(function, "");
    }
    rest.replace("\"\"", "")
        .chars()
        .all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || "$():,+-*/=<>&\"".contains(c))
}

/// The number of a day that stands in a cell, or a week or a month later: `$A17`, `($A17+7)`, `EDATE($A17,1)`.
fn day_number(address: &str, cell: &dyn Fn(u32, u32) -> String) -> i64 {
    let a_month_later = address.strip_prefix("EDATE(").and_then(|rest| rest.strip_suffix(",1)"));
    let a_week_later = address.strip_prefix('(').and_then(|rest| rest.strip_suffix("+7)"));
    let text = cell_at(a_month_later.or(a_week_later).unwrap_or(address), cell);
    let (number, zero) = (text.parse().expect("a day"), NaiveDate::from_ymd_opt(1899, 12, 30).expect("a day"));
    let day = zero + TimeDelta::days(number);
    let day = if a_month_later.is_some() { day + Months::new(1) } else { day };
    let day = if a_week_later.is_some() { day + TimeDelta::days(7) } else { day };
    (day - zero).num_days()
}

/// COUNTIFS: whole cells, whatever the case; numbers by comparison.
fn fulfils(found: &Data, criterion: &str) -> bool {
    let number = |text: &str| text.parse::<f64>().ok();
    let found_number = || match found {
        Data::DateTime(moment) => Some(moment.as_f64()),
        other => other.as_f64(),
    };
    let compared = |sign: &str| Some((found_number()?, number(criterion.strip_prefix(sign)?)?));
    if let Some((found, limit)) = compared(">=") {
        return found >= limit;
    }
    if let Some((found, limit)) = compared("<=") {
        return found <= limit;
    }
    if let Some((found, limit)) = compared("<") {
        return found < limit;
    }
    let plain = criterion.strip_prefix('=').unwrap_or(criterion);
    match (found, number(plain)) {
        (Data::Float(found), Some(wanted)) => (found - wanted).abs() < 1e-9,
        (Data::Int(found), Some(wanted)) => (*found as f64 - wanted).abs() < 1e-9,
        _ => text(found).to_lowercase() == plain.to_lowercase(),
    }
}

fn text(cell: &Data) -> String {
    cell.as_string().unwrap_or_default()
}

/// The text of a cell named like `$A17`.
fn cell_at(address: &str, cell: &dyn Fn(u32, u32) -> String) -> String {
    let plain = address.replace('$', "");
    let column = plain.chars().next().map_or(0, |letter| u32::from(letter) - u32::from('A'));
    let row: u32 = plain[1..].parse().expect("a row number");
    cell(row - 1, column)
}

/// Splits at a separator outside brackets and quotes.
fn split(text: &str, separator: char) -> Vec<String> {
    let (mut parts, mut depth, mut quoted) = (vec![String::new()], 0, false);
    for letter in text.chars() {
        match letter {
            '"' => quoted = !quoted,
            '(' | '[' if !quoted => depth += 1,
            ')' | ']' if !quoted => depth -= 1,
            _ => {}
        }
        if letter == separator && depth == 0 && !quoted {
            parts.push(String::new());
        } else {
            parts.last_mut().expect("there is a part").push(letter);
        }
    }
    parts
}
