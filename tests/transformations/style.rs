//! A sheet in, the same sheet with its dates or amounts written in another style out.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike};
use lejek::read::{Cell, Sheet};

use super::change::header_and_amounts;

/// A way to write a day.
pub(crate) struct Dates {
    pub(crate) example: &'static str,
    write: fn(NaiveDateTime) -> Cell,
}

/// The ways in which people write days.
pub(crate) const DATES: &[Dates] = &[
    Dates { example: "a date cell", write: Cell::Date },
    Dates { example: "2026-03-12", write: |at| text(at, "%Y-%m-%d") },
    Dates { example: "2026-03-12T14:05:00", write: iso_with_time },
    Dates { example: "12.03.2026", write: |at| text(at, "%d.%m.%Y") },
    Dates { example: "12.03.2026 r.", write: |at| text(at, "%d.%m.%Y r.") },
    Dates { example: "12/03/26", write: |at| text(at, "%d/%m/%y") },
    Dates { example: "12-03-2026", write: |at| text(at, "%d-%m-%Y") },
    Dates { example: "3/12/2026", write: |at| text(at, "%-m/%-d/%Y") },
    Dates { example: "46093", write: serial },
    Dates { example: "12 mar 2026 r.", write: |at| named(at, true) },
    Dates { example: "12 marca 2026", write: |at| named(at, false) },
    Dates { example: "Mar 12, 2026", write: |at| text(at, "%b %-d, %Y") },
];

/// Day, then the hour where there is one.
fn text(at: NaiveDateTime, day: &str) -> Cell {
    Cell::Text(with_hour(at.format(day).to_string(), at).into())
}

fn with_hour(day: String, at: NaiveDateTime) -> String {
    if at.time() == NaiveTime::MIN { day } else { format!("{day} {}", at.format("%H:%M")) }
}

fn iso_with_time(at: NaiveDateTime) -> Cell {
    let pattern = if at.time() == NaiveTime::MIN { "%Y-%m-%d" } else { "%Y-%m-%dT%H:%M:%S" };
    Cell::Text(at.format(pattern).to_string().into())
}

fn serial(at: NaiveDateTime) -> Cell {
    let first = NaiveDate::from_ymd_opt(1899, 12, 30).expect("a day");
    let day = (at.date() - first).num_days() as f64;
    Cell::Number { value: day + f64::from(at.num_seconds_from_midnight()) / 86_400.0, percent: false }
}

fn named(at: NaiveDateTime, short: bool) -> Cell {
    const SHORT: [&str; 12] = ["sty", "lut", "mar", "kwi", "maj", "cze", "lip", "sie", "wrz", "paź", "lis", "gru"];
    const LONG: [&str; 12] = [
        "stycznia",
        "lutego",
        "marca",
        "kwietnia",
        "maja",
        "czerwca",
        "lipca",
        "sierpnia",
        "września",
        "października",
        "listopada",
        "grudnia",
    ];
    let month = at.month0() as usize;
    let day = if short {
        format!("{} {} {} r.", at.day(), SHORT[month], at.year())
    } else {
        format!("{} {} {}", at.day(), LONG[month], at.year())
    };
    Cell::Text(with_hour(day, at).into())
}

/// The sheet with all its days in this style, also those that the samples write by hand.
pub(crate) fn with_dates(sheet: &Sheet, style: &Dates) -> Sheet {
    let cells = || sheet.rows.iter().flat_map(|row| row.cells.iter());
    let of_days: BTreeSet<u32> = cells().filter(|(_, cell)| full(cell).is_some()).map(|(column, _)| *column).collect();
    changed(sheet, |column, cell| {
        let at = full(cell).or_else(|| without_year(cell).filter(|_| of_days.contains(&column)));
        at.map(style.write)
    })
}

/// The moment that a cell tells in full.
fn full(cell: &Cell) -> Option<NaiveDateTime> {
    const FORMS: [&str; 3] = ["%Y-%m-%d %H:%M", "%d.%m.%y %H:%M", "%d.%m.%Y %H:%M"];
    match cell {
        Cell::Date(at) => Some(*at),
        Cell::Text(text) => {
            let day = text.trim().trim_end_matches(" r.");
            let with_time = if day.contains(':') { day.to_owned() } else { format!("{day} 00:00") };
            FORMS.iter().find_map(|form| NaiveDateTime::parse_from_str(&with_time, form).ok())
        }
        _ => None,
    }
}

/// `03.08`, in the year of the samples.
fn without_year(cell: &Cell) -> Option<NaiveDateTime> {
    match cell {
        Cell::Text(text) => NaiveDateTime::parse_from_str(&format!("{text}.2026 00:00"), "%d.%m.%Y %H:%M").ok(),
        _ => None,
    }
}

/// A way to write an amount.
pub(crate) struct Amounts {
    pub(crate) example: &'static str,
    write: fn(f64) -> String,
}

/// The ways in which people write amounts.
pub(crate) const AMOUNTS: &[Amounts] = &[
    Amounts { example: "12 500,00", write: |amount| grouped(amount, ' ', ',') },
    Amounts { example: "12\u{a0}500,00", write: |amount| grouped(amount, '\u{a0}', ',') },
    Amounts { example: "12\u{202f}500,00", write: |amount| grouped(amount, '\u{202f}', ',') },
    Amounts { example: "12.500,00", write: |amount| grouped(amount, '.', ',') },
    Amounts { example: "12,500.00", write: |amount| grouped(amount, ',', '.') },
    Amounts { example: "12500", write: |amount| amount.to_string() },
    Amounts {
        example: "12,5 tys.",
        write: |amount| format!("{} tys.", amount / 1000.0).replace('.', ",").replace("tys,", "tys."),
    },
    Amounts { example: "12.5k", write: |amount| format!("{}k", amount / 1000.0) },
];

fn grouped(amount: f64, group: char, decimal: char) -> String {
    let whole = format!("{:.0}", amount.trunc());
    let mut written = String::new();
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place) % 3 == 0 {
            written.push(group);
        }
        written.push(digit);
    }
    format!("{written}{decimal}{:02.0}", (amount.fract() * 100.0).round())
}

/// The sheet with all its plain amounts in this style.
pub(crate) fn with_amounts(sheet: &Sheet, style: &Amounts) -> Sheet {
    let (_, amounts) = header_and_amounts(sheet);
    changed(sheet, |column, cell| {
        let amount = match cell {
            _ if column != amounts => None,
            Cell::Number { value, percent: false } => Some(*value),
            Cell::Text(text) => text.replace(',', ".").parse().ok(),
            _ => None,
        };
        amount.map(|amount| Cell::Text((style.write)(amount).into()))
    })
}

fn changed(sheet: &Sheet, change: impl Fn(u32, &Cell) -> Option<Cell>) -> Sheet {
    let mut sheet = sheet.clone();
    for row in &mut sheet.rows {
        for (column, cell) in row.cells.iter_mut() {
            if let Some(other) = change(*column, cell) {
                *cell = other;
            }
        }
    }
    sheet
}
