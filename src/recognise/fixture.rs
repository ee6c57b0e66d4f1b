//! Small grids and a small template for the tests of this step.

use std::sync::Arc;

use chrono::NaiveDate;

use super::{SheetFinding, SheetReading, Table, recognise, relate};
use crate::model::StageKind;
use crate::read::{Area, Cell, Format, Row, Sheet, Workbook};
use crate::template::{StageRule, Template, builtin};

/// A template with the six stages of the field, lost and deferred.
pub(crate) fn template() -> Template {
    use StageKind::{Deferred, Lost, Open, Won};
    Template {
        stages: vec![
            stage("new", "Nowe zapytanie", "New inquiry", &["nowe", "nowy lead", "lead"], Open),
            stage("qualification", "Kwalifikacja", "Qualification", &["kwalifikacje", "qualified"], Open),
            stage("contact", "Pierwszy kontakt", "First contact", &["kontakt", "contacted"], Open),
            stage("offer", "Wysłanie oferty", "Offer sent", &["oferta", "oferta wysłana", "proposal"], Open),
            stage("followup", "Follow-up", "Follow-up", &["followup"], Open),
            stage("won", "Wygrana", "Won", &["closed won", "zamknięcie", "umowa podpisana"], Won),
            stage("lost", "Przegrana", "Lost", &["closed lost", "utracona"], Lost),
            stage("deferred", "Odłożone", "Deferred", &["pozwalam kupić"], Deferred),
        ],
        ..builtin("universal").expect("built in")
    }
}

fn stage(key: &str, name_pl: &str, name_en: &str, aliases: &[&str], kind: StageKind) -> StageRule {
    StageRule {
        key: key.into(),
        name_pl: name_pl.into(),
        name_en: name_en.into(),
        aliases: aliases.iter().map(|alias| (*alias).to_owned()).collect(),
        kind,
        limit_days: None,
        default_limit_days: 14.0,
    }
}

/// The day of the report.
pub(super) fn as_of() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 20).expect("a day")
}

/// A sheet drawn as text: a line a row, cells parted by `|`, blank cells empty. Plain numbers are numbers, TRUE and
/// FALSE are flags, all else is text.
pub(super) fn grid(drawing: &str) -> Sheet {
    let lines = drawing.trim_matches('\n').lines().enumerate();
    let rows = lines.map(|(place, line)| Row { number: place as u32 + 1, cells: cells(line).into() });
    Sheet {
        name: Some("Arkusz1".into()),
        hidden: false,
        rows: rows.filter(|row| !row.cells.is_empty()).collect(),
        merged: Vec::new(),
        named: Vec::new(),
    }
}

fn cells(line: &str) -> Vec<(u32, Cell)> {
    let drawn = line.split('|').enumerate().map(|(column, drawn)| (column as u32, drawn.trim()));
    drawn.filter(|(_, drawn)| !drawn.is_empty()).map(|(column, drawn)| (column, cell(drawn))).collect()
}

fn cell(drawn: &str) -> Cell {
    match (drawn, drawn.parse()) {
        ("TRUE", _) => Cell::Bool(true),
        ("FALSE", _) => Cell::Bool(false),
        (_, Ok(value)) if f64::is_finite(value) => Cell::Number { value, percent: false },
        _ => Cell::Text(drawn.into()),
    }
}

/// A drawn sheet with these areas merged (`A1:C2`).
pub(super) fn merged(drawing: &str, areas: &[&str]) -> Sheet {
    Sheet { merged: areas.iter().map(|written| area(written)).collect(), ..grid(drawing) }
}

/// The area of a name as spreadsheets write it; columns up to `Z`.
pub(super) fn area(written: &str) -> Area {
    let corner = |corner: &str| {
        let (letter, row) = corner.split_at(1);
        (row.parse::<u32>().expect("a row"), u32::from(letter.as_bytes()[0] - b'A'))
    };
    let (first, last) = written.split_once(':').expect("two corners");
    let ((top, left), (bottom, right)) = (corner(first), corner(last));
    Area { top, left, bottom, right }
}

/// A workbook of these sheets.
pub(super) fn workbook(sheets: Vec<Sheet>) -> Workbook {
    Workbook {
        file: Arc::from("lejek.xlsx"),
        format: Format::Xlsx,
        sha256: String::new(),
        bytes: 0,
        saved: None,
        sheets,
    }
}

/// What these workbooks turn out to be, related to one another.
pub(super) fn related(workbooks: &[Workbook]) -> Vec<SheetReading> {
    let mut readings: Vec<_> =
        workbooks.iter().flat_map(|workbook| recognise(workbook, &template(), as_of())).collect();
    relate(&mut readings, &template());
    readings
}

/// What a drawn sheet turns out to be.
pub(super) fn finding(drawing: &str) -> SheetFinding {
    related(&[workbook(vec![grid(drawing)])]).remove(0).finding
}

/// The table of a drawn sheet.
#[track_caller]
pub(super) fn table(drawing: &str) -> Table {
    table_of(grid(drawing))
}

/// The first table of a sheet.
#[track_caller]
pub(super) fn table_of(sheet: Sheet) -> Table {
    match related(&[workbook(vec![sheet])]).remove(0).finding {
        SheetFinding::Table(table) => *table,
        SheetFinding::LeftOut(reason) => panic!("left out: {reason:?}"),
    }
}
