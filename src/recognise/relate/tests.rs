//! Small workbooks, and how their tables are found to belong together: in whatever order files, sheets and rows stand.

mod copies;
mod identity;
mod links;
mod names;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::read::{Sheet, Workbook};
use crate::recognise::fixture::{as_of, grid, template, workbook};
use crate::recognise::table::{LeftOut, Record, SheetFinding, SheetReading, Table};
use crate::recognise::{recognise, relate};

/// Files with their sheets, drawn as text; a sheet without a name is a text file's.
type Files<'a> = &'a [(&'a str, &'a [(&'a str, &'a str)])];

fn related(workbooks: &[Workbook]) -> Vec<SheetReading> {
    let mut readings: Vec<_> =
        workbooks.iter().flat_map(|workbook| recognise(workbook, &template(), as_of())).collect();
    relate(&mut readings, &template());
    readings
}

fn read(files: Files<'_>) -> Vec<SheetReading> {
    related(&workbooks(files))
}

fn workbooks(files: Files<'_>) -> Vec<Workbook> {
    let sheet = |(name, drawing): &(&str, &str)| {
        let name = Some(Arc::from(*name)).filter(|name: &Arc<str>| !name.is_empty());
        Sheet { name, ..grid(drawing) }
    };
    let book = |(file, sheets): &(&str, &[(&str, &str)])| Workbook {
        file: Arc::from(*file),
        ..workbook(sheets.iter().map(sheet).collect())
    };
    files.iter().map(book).collect()
}

/// The same files with everything the other way round: files, sheets, rows below the header.
fn turned(files: Files<'_>) -> Vec<SheetReading> {
    let mut workbooks = workbooks(files);
    workbooks.reverse();
    for workbook in &mut workbooks {
        workbook.sheets.reverse();
        for sheet in &mut workbook.sheets {
            let numbers: Vec<u32> = sheet.rows.iter().map(|row| row.number).collect();
            sheet.rows[1..].reverse();
            sheet.rows.iter_mut().zip(numbers).for_each(|(row, number)| row.number = number);
        }
    }
    related(&workbooks)
}

fn tables(readings: &[SheetReading]) -> impl Iterator<Item = (&SheetReading, &Table)> {
    readings.iter().filter_map(|reading| match &reading.finding {
        SheetFinding::Table(table) => Some((reading, &**table)),
        SheetFinding::LeftOut(_) => None,
    })
}

#[track_caller]
fn table<'a>(readings: &'a [SheetReading], name: &str) -> &'a Table {
    let named = tables(readings).find(|(reading, _)| shown(reading) == name);
    named.unwrap_or_else(|| panic!("no table {name}")).1
}

fn left_out(readings: &[SheetReading]) -> Vec<(&str, LeftOut)> {
    let reasons = readings.iter().filter_map(|reading| match reading.finding {
        SheetFinding::LeftOut(reason) => Some((shown(reading), reason)),
        SheetFinding::Table(_) => None,
    });
    reasons.collect()
}

/// A sheet by its name, a text file by its own.
fn shown(reading: &SheetReading) -> &str {
    reading.sheet.as_deref().unwrap_or(&reading.file)
}

fn label(record: &Record) -> &str {
    [&record.id, &record.company, &record.name, &record.contact, &record.email, &record.notes]
        .into_iter()
        .find_map(|cell| cell.as_deref())
        .unwrap_or("?")
}

/// The deals that stand on several rows: each as the places of its rows, `sheet:number` or `sheet:name`.
fn together(readings: &[SheetReading]) -> Vec<String> {
    let mut deals: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    let mut rows = BTreeMap::<&str, usize>::new();
    for (reading, table) in tables(readings) {
        for record in &table.records {
            if let Some(deal) = &record.deal {
                deals.entry(deal).or_default().insert(format!("{}:{}", shown(reading), label(record)));
                *rows.entry(deal).or_default() += 1;
            }
        }
    }
    let several = deals.into_iter().filter(|(deal, _)| rows[deal] > 1);
    let mut several: Vec<String> = several.map(|(_, rows)| rows.into_iter().collect::<Vec<_>>().join(" = ")).collect();
    several.sort_unstable();
    several
}

/// Checks which rows are one deal, in the order given and in the other.
#[track_caller]
fn check(files: Files<'_>, expect: &[&str]) {
    assert_eq!(together(&read(files)), expect, "as they stand");
    assert_eq!(together(&turned(files)), expect, "the other way round");
}

#[test]
fn what_a_fuller_table_has_too_is_left_out_and_the_rest_stays() {
    let rows = |stage: &str, from: u32| -> String {
        let row = |at: u32| format!("S{at} | Firma {at} | {stage} | 2026-03-0{at} | {at}00");
        (from..from + 6).map(row).collect::<Vec<_>>().join("\n")
    };
    let full = format!("Nr | Klient | Etap | Data zapytania | Wartość | Opiekun\n{} | Anna", rows("Oferta", 1));
    let copy = format!("Deal ID | Company | Stage | Created Date | Amount\n{}", rows("Offer sent", 2));
    for readings in [
        read(&[("lejek.xlsx", &[("Lejek", &full), ("Stary", &copy)])]),
        turned(&[("lejek.xlsx", &[("Lejek", &full), ("Stary", &copy)])]),
    ] {
        let old = table(&readings, "Stary");
        let kept: Vec<&str> = old.records.iter().map(label).collect();
        assert_eq!((kept.as_slice(), old.skipped.len(), old.rows_read()), (&["S7"][..], 5, 6));
        assert_eq!(table(&readings, "Lejek").records.len(), 6);
    }
}

#[test]
fn of_two_tables_alike_the_names_decide_not_the_order() {
    let rows: Vec<String> = (1..=6).map(|at| format!("S{at} | Firma {at} | Oferta | 2026-03-0{at}")).collect();
    let text = format!("Nr | Klient | Etap | Data zapytania\n{}", rows.join("\n"));
    let files: Files<'_> = &[("b.csv", &[("", &text)]), ("a.csv", &[("", &text)])];
    assert_eq!(left_out(&read(files)), [("b.csv", LeftOut::Repeats)]);
    assert_eq!(left_out(&turned(files)), [("b.csv", LeftOut::Repeats)]);
}
