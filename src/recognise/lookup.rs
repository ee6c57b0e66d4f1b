//! Sheets that hold no deals in, the names behind the codes of owners out: `H01` is Anna Kos where a sheet of the run
//! spells it out.
//!
//! A code becomes a name only beyond doubt: each code stands for one name, every code that owns deals is there, and no
//! other sheet says otherwise. Plain numbers meet by chance, so they need the same header, too.

use std::collections::{BTreeMap, BTreeSet};

use super::fold::fold;
use super::table::{Column, SheetFinding, SheetReading, Table};
use super::value::text;
use crate::diagnostic::{Code, Diagnostic};
use crate::locus::Locus;
use crate::read::{Row, Sheet, Workbook};
use crate::template::Field;

/// Gives owners that stand as codes the names that a sheet without deals has for them, and says so.
pub fn name_owners(readings: &mut [SheetReading], workbooks: &[Workbook]) {
    let mut keys: Vec<Key> = Vec::new();
    for reading in readings.iter().filter(|reading| matches!(reading.finding, SheetFinding::LeftOut(_))) {
        let of_file = workbooks.iter().find(|workbook| workbook.file == reading.file);
        let sheet = of_file.and_then(|workbook| workbook.sheets.iter().find(|sheet| sheet.name == reading.sheet));
        let place = Locus::sheet(&reading.file, reading.sheet.as_ref());
        keys.extend(sheet.map(|sheet| Key::all(sheet, &place)).unwrap_or_default());
    }
    for reading in readings {
        let at = Locus::sheet(&reading.file, reading.sheet.as_ref());
        if let SheetFinding::Table(table) = &mut reading.finding {
            look_up(table, &keys, &at);
        }
    }
}

fn look_up(table: &mut Table, keys: &[Key], sheet: &Locus) {
    let Some(column) = table.column_of(&Field::Owner) else { return };
    let codes: BTreeSet<&str> = table.records.iter().filter_map(|record| record.owner.as_deref()).collect();
    let mut fitting = keys.iter().filter(|key| key.fits(&codes, column));
    let Some(key) = fitting.next() else { return };
    if fitting.any(|other| codes.iter().any(|code| other.names[*code] != key.names[*code])) {
        return;
    }
    let note = Diagnostic::new(Code::OwnersLookedUp)
        .at(sheet.at_cell(table.header_row.unwrap_or_default(), column.index))
        .with("header", column.header.as_str())
        .with("count", codes.len())
        .with("place", key.place.to_string());
    table.diagnostics.push(note);
    for record in &mut table.records {
        record.owner = record.owner.take().map(|code| key.names[&code].clone());
    }
}

/// A column of codes on a sheet that names people.
struct Key {
    place: Locus,
    /// The header over the codes, folded.
    header: String,
    /// Code to name.
    names: BTreeMap<String, String>,
}

/// Headers over names of people, and over their parts; folded.
const NAME: &[&str] = &[
    "name",
    "full name",
    "rep name",
    "user name",
    "owner",
    "owner name",
    "seller",
    "salesperson",
    "sales rep",
    "user",
    "imie i nazwisko",
    "nazwisko i imie",
    "handlowiec",
    "opiekun",
    "sprzedawca",
    "pracownik",
    "uzytkownik",
    "vertreter",
    "verkaeufer",
    "mitarbeiter",
];
const FIRST_NAME: &[&str] = &["first name", "imie", "vorname"];
const LAST_NAME: &[&str] = &["last name", "nazwisko", "nachname"];

impl Key {
    /// Every column of codes of a sheet whose first row names its columns and one of them people.
    fn all(sheet: &Sheet, place: &Locus) -> Vec<Self> {
        let Some((top, rows)) = sheet.rows.split_first() else { return Vec::new() };
        let headers: Vec<(u32, String)> =
            top.cells.iter().filter_map(|(column, cell)| Some((*column, fold(&text::line(cell)?)))).collect();
        let under = |names: &[&str]| {
            headers.iter().find(|(_, header)| names.contains(&header.as_str())).map(|(column, _)| *column)
        };
        let parts = match (under(NAME), under(FIRST_NAME), under(LAST_NAME)) {
            (Some(name), ..) => vec![name],
            (None, first, Some(last)) => first.into_iter().chain([last]).collect(),
            (None, _, None) => return Vec::new(),
        };
        let of_codes = headers.iter().filter(|(column, _)| !parts.contains(column));
        of_codes.filter_map(|(column, header)| Self::of(rows, *column, header, &parts, place)).collect()
    }

    fn of(rows: &[Row], column: u32, header: &str, parts: &[u32], place: &Locus) -> Option<Self> {
        let written = |row: &Row, column: u32| text::line(row.cell(column)?);
        let mut names = BTreeMap::new();
        for row in rows {
            let name: Vec<String> = parts.iter().filter_map(|part| written(row, *part)).collect();
            let (Some(code), false) = (written(row, column), name.is_empty()) else { continue };
            let name = name.join(" ");
            if !is_code(&code) || names.insert(code, name.clone()).is_some_and(|other| other != name) {
                return None;
            }
        }
        (!names.is_empty()).then(|| Self { place: place.clone(), header: header.to_owned(), names })
    }

    fn fits(&self, codes: &BTreeSet<&str>, owner: &Column) -> bool {
        let numbers = codes.iter().all(|code| code.bytes().all(|byte| byte.is_ascii_digit()));
        let alike = fold(&owner.header).ends_with(&self.header);
        !codes.is_empty() && codes.iter().all(|code| self.names.contains_key(*code)) && (alike || !numbers)
    }
}

/// `H01`, `1001`, `anna@firma.example`: one word that no person is called.
fn is_code(text: &str) -> bool {
    !text.contains(char::is_whitespace) && text.contains(|letter: char| letter.is_ascii_digit() || letter == '@')
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{as_of, grid, template, workbook};
    use super::super::{recognise, relate};
    use super::*;

    /// The owners of three deals whose sellers stand as codes, beside this sheet.
    fn owners(codes: &str, people: &str) -> Vec<String> {
        let deals: Vec<String> = codes
            .split(' ')
            .zip(["Alfa", "Beta", "Gama"])
            .map(|(code, firm)| format!("{firm} | Oferta | {code} | 2026-03-02"))
            .collect();
        let deals = format!("Klient | Etap | Opiekun | Data zapytania\n{}", deals.join("\n"));
        let people = Sheet { name: Some("Ludzie".into()), ..grid(people) };
        let workbooks = [workbook(vec![grid(&deals), people])];
        let mut readings = recognise(&workbooks[0], &template(), as_of());
        relate(&mut readings, &template());
        name_owners(&mut readings, &workbooks);
        let SheetFinding::Table(table) = &readings[0].finding else { panic!("no table") };
        let said = table.diagnostics.iter().filter(|remark| remark.code == Code::OwnersLookedUp).count();
        let owners: Vec<String> = table.records.iter().filter_map(|record| record.owner.clone()).collect();
        assert_eq!(said > 0, owners != codes.split(' ').collect::<Vec<_>>(), "every change is said");
        owners
    }

    #[test]
    fn codes_become_the_names_that_a_sheet_spells_out() {
        let people = "Kod | Imię | Nazwisko\nH01 | Anna | Kos\nH02 | Jan | Wilk\nH03 | Ewa | Lis";
        assert_eq!(owners("H01 H02 H01", people), ["Anna Kos", "Jan Wilk", "Anna Kos"]);
        let people = "E-mail | Pracownik\na@x.example | Anna Kos\nj@x.example | Jan Wilk";
        assert_eq!(owners("a@x.example j@x.example a@x.example", people), ["Anna Kos", "Jan Wilk", "Anna Kos"]);
    }

    #[test]
    fn codes_stay_where_a_sheet_leaves_a_doubt() {
        let twice = "Kod | Imię | Nazwisko\nH01 | Anna | Kos\nH01 | Jan | Wilk\nH02 | Ewa | Lis";
        assert_eq!(owners("H01 H02 H01", twice), ["H01", "H02", "H01"]);
        let missing = "Kod | Imię | Nazwisko\nH01 | Anna | Kos\nH03 | Ewa | Lis";
        assert_eq!(owners("H01 H02 H01", missing), ["H01", "H02", "H01"]);
    }
}
