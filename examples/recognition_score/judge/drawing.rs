//! A drawn text in, the files that it draws out: workbooks with several sheets, typed cells and merged areas, or
//! separated text. The form is described in `tests/recognition/README.md`.

use std::path::{Path, PathBuf};

use chrono::{NaiveDateTime, NaiveTime};
use rust_xlsxwriter::{Format, Formula, Table, Workbook, Worksheet};

/// One file of a case.
struct File<'a> {
    name: String,
    sheets: Vec<Sheet<'a>>,
}

/// One sheet of a file.
struct Sheet<'a> {
    name: &'a str,
    hidden: bool,
    tables: Vec<&'a str>,
    lines: Vec<&'a str>,
}

/// Draws the files of a text into a folder, in the order in which they stand there.
pub(super) fn draw(case: &str, text: &str, folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<File<'_>> = Vec::new();
    for line in text.lines() {
        let words = line.strip_prefix("== ");
        if let Some(name) = words.and_then(|words| words.strip_prefix("file ")) {
            files.push(File { name: name.trim().to_owned(), sheets: Vec::new() });
            continue;
        }
        if files.is_empty() {
            files.push(File { name: format!("{case}.xlsx"), sheets: Vec::new() });
        }
        let sheets = &mut files.last_mut().expect("just made").sheets;
        let named = words.and_then(|words| {
            let hidden = words.strip_prefix("hidden ");
            Some((hidden.unwrap_or(words).strip_prefix("sheet ")?, hidden.is_some()))
        });
        if let Some((name, hidden)) = named {
            sheets.push(Sheet { name: name.trim(), hidden, tables: Vec::new(), lines: Vec::new() });
            continue;
        }
        if sheets.is_empty() {
            sheets.push(Sheet { name: "Arkusz1", hidden: false, tables: Vec::new(), lines: Vec::new() });
        }
        let sheet = sheets.last_mut().expect("just made");
        match words.and_then(|words| words.strip_prefix("table ")) {
            Some(area) => sheet.tables.push(area.trim()),
            None => sheet.lines.push(line),
        }
    }
    files.iter().map(|file| write(file, folder)).collect()
}

fn write(file: &File<'_>, folder: &Path) -> PathBuf {
    let path = folder.join(&file.name);
    let bytes = if path.extension().is_some_and(|ending| ending == "csv") {
        let sheet = file.sheets.first().unwrap_or_else(|| panic!("{} has no lines", file.name));
        separated(sheet).into_bytes()
    } else {
        workbook(file)
    };
    #[expect(clippy::disallowed_methods, reason = "inputs are made in a folder that is gone afterwards")]
    std::fs::write(&path, bytes).expect("a file in a fresh folder");
    path
}

fn separated(sheet: &Sheet<'_>) -> String {
    let line = |line: &&str| cells(line).map(|(_, cell)| field(cell)).collect::<Vec<_>>().join(";");
    sheet.lines.iter().map(line).collect::<Vec<_>>().join("\r\n") + "\r\n"
}

/// The text of a cell as separated text has it.
fn field(cell: &str) -> String {
    let text = plain(cell);
    if text.contains([';', '"', '\n']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

fn workbook(file: &File<'_>) -> Vec<u8> {
    let mut workbook = Workbook::new();
    for sheet in &file.sheets {
        let worksheet = workbook.add_worksheet();
        worksheet.set_name(sheet.name).expect("a name for a sheet");
        worksheet.set_hidden(sheet.hidden);
        for (row, line) in sheet.lines.iter().enumerate() {
            for (column, cell) in cells(line) {
                put(worksheet, row as u32, column, cell);
            }
        }
        for table in &sheet.tables {
            add_table(worksheet, table);
        }
        merge(worksheet, &sheet.lines);
    }
    workbook.save_to_buffer().expect("a workbook")
}

/// The cells of a line with their columns, blank ones too.
fn cells(line: &str) -> impl Iterator<Item = (u16, &str)> {
    line.split('|').enumerate().map(|(column, cell)| (column as u16, cell.trim()))
}

/// The text of a cell: without the quotation marks that say "text whatever it looks like", with its line breaks.
fn plain(cell: &str) -> String {
    let bare = cell.strip_prefix('"').and_then(|cell| cell.strip_suffix('"')).unwrap_or(cell);
    bare.replace("\\n", "\n")
}

fn put(worksheet: &mut Worksheet, row: u32, column: u16, cell: &str) {
    let shown = |format: &str| Format::new().set_num_format(format);
    let day_and_time = || NaiveDateTime::parse_from_str(cell, "%Y-%m-%d %H:%M").ok();
    let day = || cell.parse::<chrono::NaiveDate>().ok();
    let time = || NaiveTime::parse_from_str(cell, "%H:%M").ok();
    let number = |text: &str| text.parse::<f64>().ok().filter(|number| number.is_finite());
    let written = if cell.is_empty() || cell == "^" || cell == "<" {
        return;
    } else if cell == "TRUE" || cell == "FALSE" {
        worksheet.write_boolean(row, column, cell == "TRUE")
    } else if ["#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?"].contains(&cell) {
        worksheet.write_formula(row, column, Formula::new("=NA()").set_result(cell))
    } else if let Some(moment) = day_and_time() {
        worksheet.write_datetime_with_format(row, column, moment, &shown("yyyy-mm-dd hh:mm"))
    } else if let Some(day) = day() {
        worksheet.write_datetime_with_format(row, column, day, &shown("yyyy-mm-dd"))
    } else if let Some(time) = time() {
        worksheet.write_datetime_with_format(row, column, time, &shown("hh:mm"))
    } else if let Some(percent) = cell.strip_suffix('%').and_then(number) {
        worksheet.write_number_with_format(row, column, percent / 100.0, &shown("0%"))
    } else if let Some(number) = number(cell) {
        worksheet.write_number(row, column, number)
    } else {
        worksheet.write_string(row, column, plain(cell))
    };
    written.expect("a cell on the sheet");
}

/// An Excel table: `Name A4:F20`.
fn add_table(worksheet: &mut Worksheet, drawn: &str) {
    let (name, area) = drawn.rsplit_once(' ').expect("a name and an area");
    let (from, to) = area.split_once(':').expect("two corners");
    let ((top, left), (bottom, right)) = (corner(from), corner(to));
    worksheet.add_table(top, left, bottom, right, &Table::new().set_name(name)).expect("a table");
}

/// Row and column, both from 0, of `B4`.
fn corner(name: &str) -> (u32, u16) {
    let letters = name.trim_end_matches(|letter: char| letter.is_ascii_digit());
    let column = letters.bytes().fold(0, |column, letter| column * 26 + u16::from(letter - b'A') + 1);
    (name[letters.len()..].parse::<u32>().expect("a row") - 1, column - 1)
}

/// `<` belongs to the cell on its left, `^` to the one above.
fn merge(worksheet: &mut Worksheet, lines: &[&str]) {
    let drawn: Vec<Vec<&str>> = lines.iter().map(|line| cells(line).map(|(_, cell)| cell).collect()).collect();
    let at = |row: usize, column: usize| drawn.get(row).and_then(|cells| cells.get(column)).copied().unwrap_or("");
    for (row, cells) in drawn.iter().enumerate() {
        for (column, cell) in cells.iter().enumerate().filter(|(_, cell)| !["<", "^", ""].contains(*cell)) {
            let wide = (column + 1..cells.len()).take_while(|right| at(row, *right) == "<").count();
            let high = (row + 1..drawn.len()).take_while(|below| at(*below, column) == "^").count();
            if wide + high > 0 {
                let (bottom, right) = ((row + high) as u32, (column + wide) as u16);
                let (row, column) = (row as u32, column as u16);
                worksheet.merge_range(row, column, bottom, right, "", &Format::new()).expect("areas that do not cross");
                put(worksheet, row, column, cell);
            }
        }
    }
}
