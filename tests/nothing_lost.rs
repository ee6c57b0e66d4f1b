//! A cell that is put in an odd place of a sample is found again: read, on a row that is skipped and listed, in a
//! column without meaning that is listed, or in an area that a remark names.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDate;
use lejek::diagnostic::{Code, Diagnostic, Word};
use lejek::locus::column_letters;
use lejek::read::{self, Boundary, Cell, Limits, Row, Workbook};
use lejek::recognise::{self, SheetFinding, SheetReading, Table};
use lejek::template;

/// The samples, read by the program as always.
fn samples() -> Vec<Workbook> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    let entries = std::fs::read_dir(folder).expect("samples").map(|entry| entry.expect("an entry").path());
    let mut paths: Vec<PathBuf> =
        entries.filter(|path| path.extension().is_some_and(|ending| ending == "xlsx" || ending == "csv")).collect();
    paths.sort();
    let boundary = Boundary { program: env!("CARGO_BIN_EXE_lejek").into(), limits: Limits::default() };
    let read = |path: &PathBuf| {
        let shown = Arc::from(path.file_name().expect("a name").to_string_lossy());
        read::read(path, &shown, &boundary).expect("a sample").output
    };
    paths.iter().map(read).collect()
}

fn readings(workbook: &Workbook) -> Vec<SheetReading> {
    let template = template::load(None).expect("the default template");
    let as_of = NaiveDate::from_ymd_opt(2026, 11, 20).expect("a day");
    let mut readings = recognise::recognise(workbook, &template, as_of);
    recognise::relate(&mut readings, &template);
    readings
}

/// Puts a text on a sheet, in the place of what is there.
fn put(workbook: &Workbook, sheet: usize, (row, column): (u32, u32), text: &str) -> Workbook {
    let mut workbook = workbook.clone();
    let rows = &mut workbook.sheets[sheet].rows;
    let place = rows.partition_point(|other| other.number < row);
    if rows.get(place).is_none_or(|other| other.number != row) {
        rows.insert(place, Row { number: row, cells: Vec::new().into() });
    }
    let cells = &mut rows[place].cells;
    cells.retain(|(other, _)| *other != column);
    let among = cells.partition_point(|(other, _)| *other < column);
    cells.insert(among, (column, Cell::Text(text.into())));
    workbook
}

/// Where a table has a cell; none when nothing tells.
fn whereabouts(table: &Table, row: u32, column: u32) -> Option<&'static str> {
    let is_record = table.records.iter().any(|record| record.row == row);
    let headed = table.columns.iter().find(|headed| headed.index == column);
    match headed {
        _ if table.diagnostics.iter().any(|remark| names(remark, row, column)) => Some("remark"),
        _ if table.skipped.iter().any(|(skipped, _)| *skipped == row) => Some("skipped"),
        Some(_) if table.header_row == Some(row) => Some("header"),
        Some(headed) if is_record => Some(if headed.field.is_some() { "read" } else { "unassigned" }),
        _ => None,
    }
}

/// Whether a remark names the cell, alone or in an area.
fn names(remark: &Diagnostic, row: u32, column: u32) -> bool {
    if remark.code != Code::CellsOutsideTable {
        return remark.at.as_ref().is_some_and(|at| at.row == Some(row) && at.column == Some(column));
    }
    let area = remark.words.iter().find(|(name, _)| name == "area");
    let Some((_, Word::Text(area))) = area else { panic!("{remark:?}") };
    let (first, last) = area.split_once(':').unwrap_or((area, area));
    let ((top, left), (bottom, right)) = (corner(first), corner(last));
    (top..=bottom).contains(&row) && (left..=right).contains(&column)
}

/// Row from 1 and column from 0 of `B4`.
fn corner(name: &str) -> (u32, u32) {
    let letters = name.trim_end_matches(|letter: char| letter.is_ascii_digit());
    let column = (0..16_384).find(|column| column_letters(*column) == letters).expect("a column");
    (name[letters.len()..].parse().expect("a row"), column)
}

#[test]
fn a_cell_in_an_odd_place_is_found_again() {
    let mut found = Vec::new();
    for workbook in samples() {
        let whole = readings(&workbook);
        let table_at = whole.iter().position(|reading| matches!(reading.finding, SheetFinding::Table(_)));
        let reading = &whole[table_at.expect("a table")];
        let SheetFinding::Table(table) = &reading.finding else { unreachable!("just found") };
        let sheet = workbook.sheets.iter().position(|sheet| sheet.name == reading.sheet).expect("its sheet");
        let header = table.header_row.expect("a header");
        let (first, last) = (table.columns[0].index, table.columns[table.columns.len() - 1].index);
        let bottom = workbook.sheets[sheet].rows.last().expect("rows").number;
        let middle = table.records[table.records.len() / 2].row;
        let places = [
            (header, last + 4),
            (header + 1, last + 3),
            (middle, last + 1),
            (middle, last + 2),
            (middle, last + 60),
            (middle, first + 1),
            (middle, last),
            (bottom + 1, last),
            (bottom + 1, first),
            (bottom + 4, first + 2),
            (bottom + 900, last + 200),
            (1, last + 30),
        ];
        for (row, column) in places {
            let marked = put(&workbook, sheet, (row, column), "Zażółć gęślą jaźń");
            let place = readings(&marked).iter().find_map(|reading| match &reading.finding {
                SheetFinding::Table(table) => whereabouts(table, row, column),
                SheetFinding::LeftOut(_) => None,
            });
            let file = &workbook.file;
            let cell = format!("{}{row}", column_letters(column));
            found.push(place.unwrap_or_else(|| panic!("{file}: the text in {cell} is lost")));
        }
    }
    for kind in ["remark", "skipped", "read", "unassigned"] {
        assert!(found.contains(&kind), "no place was {kind}: {found:?}");
    }
}

#[test]
fn all_cells_of_all_samples_are_accounted_for() {
    for workbook in samples() {
        for reading in readings(&workbook) {
            let SheetFinding::Table(table) = &reading.finding else { continue };
            let recognise::CellTally { header, read, unassigned, skipped, outside } = table.cells;
            let sum = header + read + unassigned + skipped + outside;
            assert_eq!(sum, reading.cells_on_sheet, "{}: {:?}", reading.file, table.cells);
            assert!(read > table.records.len(), "{}", reading.file);
        }
    }
}
