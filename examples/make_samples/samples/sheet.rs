//! Cells as people fill them, and how they get into a workbook.

use std::io::{Cursor, Read, Write};

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Formula, Workbook, Worksheet, XlsxError};
use zip::{ZipArchive, ZipWriter, write::SimpleFileOptions};

/// One cell.
#[derive(Debug, Clone)]
pub enum Cell {
    Blank,
    Text(String),
    /// A number without a format: a day of the month, a count.
    Number(f64),
    /// A number in the sheet's format for money.
    Amount(f64),
    Day(NaiveDate),
    Moment(NaiveDateTime),
    Time(NaiveTime),
    /// A formula with its cached result.
    Formula(String, String),
    /// A formula that its program never computed: no result is stored. With what it would give.
    Uncomputed(String, f64),
}

impl Cell {
    /// A text, or nothing.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// What is there, or a blank cell.
    pub fn maybe<T>(thing: Option<T>, cell: impl Fn(T) -> Self) -> Self {
        thing.map_or(Self::Blank, cell)
    }

    /// What a spreadsheet's sum takes from it.
    pub fn number(&self) -> f64 {
        match self {
            Self::Number(number) | Self::Amount(number) | Self::Uncomputed(_, number) => *number,
            Self::Formula(_, result) => result.parse().unwrap_or(0.0),
            Self::Blank | Self::Text(_) | Self::Day(_) | Self::Moment(_) | Self::Time(_) => 0.0,
        }
    }

    /// What a person sees in it, dates as ISO 8601.
    pub fn shown(&self) -> String {
        match self {
            Self::Blank => String::new(),
            Self::Text(text) => text.clone(),
            Self::Number(number) | Self::Amount(number) => number.to_string(),
            Self::Day(day) => day.to_string(),
            Self::Moment(moment) => moment.format("%Y-%m-%dT%H:%M").to_string(),
            Self::Time(time) => time.format("%H:%M").to_string(),
            Self::Formula(_, result) => result.clone(),
            Self::Uncomputed(formula, _) => formula.clone(),
        }
    }
}

/// The number formats of a sheet. Excel shows its own separators for the reader's country.
pub struct Look {
    pub text: Format,
    pub number: Format,
    pub day: Format,
    pub moment: Format,
    pub time: Format,
    pub amount: Format,
}

impl Look {
    /// The same cell format with the number formats of a country.
    pub fn new(base: &Format, day: &str, amount: &str) -> Self {
        let centred = base.clone().set_align(FormatAlign::Center);
        Self {
            text: base.clone(),
            number: centred.clone(),
            day: centred.clone().set_num_format(day),
            moment: centred.clone().set_num_format(format!("{day} hh:mm")),
            time: centred.set_num_format("hh:mm"),
            amount: base.clone().set_num_format(amount),
        }
    }

    /// Writes a cell.
    pub fn put(&self, sheet: &mut Worksheet, row: u32, column: u16, cell: &Cell) -> Result<(), XlsxError> {
        match cell {
            Cell::Blank => sheet.write_blank(row, column, &self.text)?,
            Cell::Text(text) => sheet.write_string_with_format(row, column, text, &self.text)?,
            Cell::Number(number) => sheet.write_number_with_format(row, column, *number, &self.number)?,
            Cell::Amount(amount) => sheet.write_number_with_format(row, column, *amount, &self.amount)?,
            Cell::Day(day) => sheet.write_datetime_with_format(row, column, day, &self.day)?,
            Cell::Moment(moment) => sheet.write_datetime_with_format(row, column, moment, &self.moment)?,
            Cell::Time(time) => sheet.write_datetime_with_format(row, column, time, &self.time)?,
            Cell::Formula(formula, result) => {
                let formula = Formula::new(formula.as_str()).set_result(result);
                sheet.write_formula_with_format(row, column, formula, &self.amount)?
            }
            Cell::Uncomputed(formula, _) => {
                let formula = Formula::new(formula.as_str()).set_result(NO_RESULT);
                sheet.write_formula_with_format(row, column, formula, &self.amount)?
            }
        };
        Ok(())
    }
}

/// Stands for a missing result until [`finish`] takes it out; the writer itself always stores one.
const NO_RESULT: &str = "never computed";

/// The finished file: the same creation date on every run, and no result where none was computed.
pub fn finish(workbook: &mut Workbook, title: &str, author: &str) -> Result<Vec<u8>, XlsxError> {
    let created = ExcelDateTime::from_ymd(2026, 11, 20)?.and_hms(15, 30, 0)?;
    let properties = DocProperties::new().set_title(title).set_author(author).set_creation_datetime(&created);
    workbook.set_properties(&properties);
    Ok(without_results(&workbook.save_to_buffer()?))
}

fn without_results(workbook: &[u8]) -> Vec<u8> {
    rezip(workbook).expect("the workbook was written a moment ago")
}

fn rezip(workbook: &[u8]) -> zip::result::ZipResult<Vec<u8>> {
    let mut old = ZipArchive::new(Cursor::new(workbook))?;
    let mut new = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..old.len() {
        let mut part = old.by_index(index)?;
        if !part.name()?.starts_with("xl/worksheets/sheet") {
            new.raw_copy_file(part)?;
            continue;
        }
        let mut xml = String::new();
        part.read_to_string(&mut xml)?;
        new.start_file(part.name()?, SimpleFileOptions::default())?;
        new.write_all(forget_results(&xml).as_bytes())?;
    }
    Ok(new.finish()?.into_inner())
}

/// `<c r="Q9" t="str"><f>…</f><v>never computed</v></c>` becomes `<c r="Q9"><f>…</f></c>`.
fn forget_results(xml: &str) -> String {
    let stored = format!("<v>{NO_RESULT}</v>");
    let (mut done, mut rest) = (String::new(), xml);
    while let Some((before, after)) = rest.split_once(&stored) {
        let (head, cell) = before.rsplit_once("<c ").expect("a result stands in a cell");
        done += &format!("{head}<c {}", cell.replacen(r#" t="str""#, "", 1));
        rest = after;
    }
    done + rest
}
