//! The Polish workbook: the sheet with the deals, the lists behind its drop-downs, hidden notes.

use std::collections::BTreeMap;

use chrono::Datelike;
use rust_xlsxwriter::{
    Color, ConditionalFormatFormula, DataValidation, DataValidationErrorStyle, Format, FormatAlign, FormatBorder,
    Formula, Workbook, Worksheet, XlsxError, utility::row_col_to_cell,
};

use crate::samples::as_of;
use crate::samples::deal::Step;
use crate::samples::dirt::{Row, Spot};
use crate::samples::sheet::{Look, finish};
use crate::samples::truth::Truth;

use super::TEAM;
use super::row::{COLUMNS, NEXT_STEP, NEXT_STEPS, OWNER, REASON, REASONS, SOURCE, STAGE, UNFIT, VALUE, stage_word};

const SHEET: &str = "Lejek 2026";
/// Index of the header row: below title, `Stan na` and a blank row.
const HEADER: u32 = 3;
const LAST: u16 = COLUMNS.len() as u16 - 1;
/// Two decimals and a little room before the next column.
const AMOUNT: &str = "#,##0.00_)";
/// The month before which someone left a row empty.
const BLANK_BEFORE: u32 = 6;

const MONTHS: [&str; 12] = [
    "STYCZEŃ",
    "LUTY",
    "MARZEC",
    "KWIECIEŃ",
    "MAJ",
    "CZERWIEC",
    "LIPIEC",
    "SIERPIEŃ",
    "WRZESIEŃ",
    "PAŹDZIERNIK",
    "LISTOPAD",
    "GRUDZIEŃ",
];

/// Fill and letters of a row by its stage word.
const COLOURS: [(Step, u32, u32); 4] = [
    (Step::Won, 0x00E2_F0D9, 0x0037_5623),
    (Step::Lost, 0x00F2_F2F2, 0x007F_7F7F),
    (Step::Deferred, 0x00FF_F2CC, 0x007F_6000),
    (Step::Offer, 0x00DD_EBF7, 0x0000_0000),
];

const MEETINGS: [&str; 6] = [
    "Notatki z narad handlowych",
    "05.10 – Damian: zapytania czekają na telefon po kilka dni, ustalić dyżury",
    "12.10 – oferty bez follow-upu: każdy przegląda swoje w poniedziałek do 10:00",
    "19.10 – webinar o dotacjach powtórzyć w styczniu, najlepsze zapytania z całego roku",
    "02.11 – cennik od nowego roku, stare oferty ważne do 31.12",
    "16.11 – nie kasować przegranych, tylko wpisywać powód",
];

/// Writes the workbook; the truth says which sheet row each deal and each spot came to stand in.
pub fn write(rows: Vec<Row>, spots: &[Spot]) -> Result<(Vec<u8>, Truth), XlsxError> {
    let mut workbook = Workbook::new();
    let placed = deals_sheet(workbook.add_worksheet(), &rows)?;
    lists_sheet(workbook.add_worksheet())?;
    notes_sheet(workbook.add_worksheet())?;
    let bytes = finish(&mut workbook, "Lejek sprzedaży 2026", "Dział handlowy")?;
    let dirt =
        spots.iter().map(|spot| (row_col_to_cell(placed.deals[spot.row], spot.column), spot.what, spot.shown.clone()));
    let truth = Truth {
        as_of: as_of().date(),
        sheet: Some(SHEET),
        header_row: HEADER + 1,
        dirt: dirt.collect(),
        deals: rows.into_iter().map(|row| row.deal).collect(),
        skipped: BTreeMap::from([("section", placed.sections), ("total", 1)]),
        history_rows: 0,
    };
    Ok((bytes, truth))
}

/// Where things came to stand, as row indices.
struct Placed {
    deals: Vec<u32>,
    sections: usize,
}

fn deals_sheet(sheet: &mut Worksheet, rows: &[Row]) -> Result<Placed, XlsxError> {
    let cell = Format::new().set_font_size(10).set_border(FormatBorder::Thin).set_border_color(0x00D9_D9D9);
    let look = Look::new(&cell, "dd.mm.yyyy", AMOUNT);
    sheet.set_name(SHEET)?.set_freeze_panes(HEADER + 1, 4)?.set_zoom(85);
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0).set_repeat_rows(HEADER, HEADER)?;
    top(sheet, &look)?;

    let mut placed = Placed { deals: Vec::new(), sections: 0 };
    let mut next = HEADER + 1;
    let mut month = None;
    for row in rows {
        let inquiry = row.deal.inquiry().date();
        if month.replace(inquiry.month()) != Some(inquiry.month()) {
            next += u32::from(inquiry.month() == BLANK_BEFORE);
            section(sheet, next, inquiry.month())?;
            placed.sections += 1;
            next += 1;
        }
        for (column, cell) in (0..).zip(&row.cells) {
            look.put(sheet, next, column, cell)?;
        }
        placed.deals.push(next);
        next += 1;
    }
    let first = HEADER + 1;
    total(sheet, first, next, rows)?;
    sheet.autofilter(HEADER, 0, next - 1, LAST)?;
    colours(sheet, first, next - 1)?;
    drop_downs(sheet, first, next - 1)?;
    Ok(placed)
}

fn top(sheet: &mut Worksheet, look: &Look) -> Result<(), XlsxError> {
    let title = Format::new().set_bold().set_font_size(16).set_font_color(0x001F_3864).set_align(FormatAlign::Left);
    sheet.merge_range(0, 0, 0, LAST, "Rozświet Sp. z o.o. – lejek sprzedaży 2026", &title)?;
    sheet.set_row_height(0, 26)?;
    sheet.write_string_with_format(1, 0, "Stan na:", &Format::new().set_bold().set_font_size(10))?;
    sheet.write_date_with_format(1, 1, as_of().date(), &look.day)?;
    sheet.write_string_with_format(1, 3, "Uzupełniamy na bieżąco, najpóźniej w piątek do 15:00", &look.text)?;
    let header = Format::new()
        .set_bold()
        .set_font_size(10)
        .set_font_color(Color::White)
        .set_background_color(0x001F_3864)
        .set_border(FormatBorder::Thin)
        .set_border_color(0x008E_A9DB)
        .set_text_wrap()
        .set_align(FormatAlign::Center)
        .set_align(FormatAlign::VerticalCenter);
    for (column, (name, width)) in (0..).zip(COLUMNS) {
        sheet.set_column_width(column, width)?;
        sheet.write_string_with_format(HEADER, column, name, &header)?;
    }
    sheet.set_row_height(HEADER, 32)?;
    Ok(())
}

fn section(sheet: &mut Worksheet, row: u32, month: u32) -> Result<(), XlsxError> {
    let band =
        Format::new().set_bold().set_font_size(10).set_background_color(0x00D9_D9D9).set_align(FormatAlign::Left);
    sheet.merge_range(row, 0, row, LAST, &format!("{} 2026", MONTHS[month as usize - 1]), &band)?;
    Ok(())
}

/// The total: amounts kept as text do not count, as in any spreadsheet.
fn total(sheet: &mut Worksheet, first: u32, row: u32, rows: &[Row]) -> Result<(), XlsxError> {
    let band = Format::new().set_bold().set_font_size(10).set_border_top(FormatBorder::Double);
    for column in 0..=LAST {
        sheet.write_blank(row, column, &band)?;
    }
    sheet.write_string_with_format(row, 0, "Razem", &band)?;
    let values = format!("{}:{}", row_col_to_cell(first, VALUE), row_col_to_cell(row - 1, VALUE));
    let sum: f64 = rows.iter().map(|row| row.cells[usize::from(VALUE)].number()).sum();
    // SUMIF passes over the error cell, which would make a plain SUM an error as well.
    let formula = Formula::new(format!("SUMIF({values},\">0\")")).set_result(sum.to_string());
    sheet.write_formula_with_format(row, VALUE, formula, &band.set_num_format(AMOUNT))?;
    Ok(())
}

fn colours(sheet: &mut Worksheet, first: u32, last: u32) -> Result<(), XlsxError> {
    for (step, fill, letters) in COLOURS {
        let rule = format!("=${}=\"{}\"", row_col_to_cell(first, STAGE), stage_word(step));
        let format = Format::new().set_background_color(fill).set_font_color(letters);
        let rule = ConditionalFormatFormula::new().set_rule(rule.as_str()).set_format(format);
        sheet.add_conditional_format(first, 0, last, LAST, &rule)?;
    }
    Ok(())
}

/// The lists on the second sheet: header, the column they serve, entries.
fn lists() -> [(&'static str, u16, Vec<&'static str>); 5] {
    [
        ("Źródło", SOURCE, distinct(TEAM.channels.iter().map(|channel| channel.source))),
        ("Handlowiec", OWNER, TEAM.sellers.iter().map(|seller| seller.name).collect()),
        ("Etap", STAGE, Step::LADDER.into_iter().chain([Step::Lost, Step::Deferred]).map(stage_word).collect()),
        ("Powód utraty", REASON, distinct(REASONS.into_iter().chain(UNFIT))),
        ("Następny krok", NEXT_STEP, NEXT_STEPS.into_iter().map(|(_, word)| word).collect()),
    ]
}

fn distinct(words: impl Iterator<Item = &'static str>) -> Vec<&'static str> {
    let mut seen = Vec::new();
    for word in words {
        if !seen.contains(&word) {
            seen.push(word);
        }
    }
    seen
}

/// Drop-downs that warn but do not forbid, or the sheet could not be dirty.
fn drop_downs(sheet: &mut Worksheet, first: u32, last: u32) -> Result<(), XlsxError> {
    for (place, (_, column, words)) in (0..).zip(lists()) {
        let list = row_col_to_cell(1, place);
        let letter = list.trim_end_matches(|c: char| c.is_ascii_digit());
        let source = format!("='Słowniki'!${letter}$2:${letter}${}", words.len() + 1);
        let rule = DataValidation::new()
            .allow_list_formula(Formula::new(source))
            .set_error_style(DataValidationErrorStyle::Warning);
        sheet.add_data_validation(first, column, last, column, &rule)?;
    }
    Ok(())
}

fn lists_sheet(sheet: &mut Worksheet) -> Result<(), XlsxError> {
    const PRICES: [(&str, u32); 4] =
        [("Pakiet S", 9_500), ("Pakiet M", 18_900), ("Pakiet L", 34_000), ("Audyt oświetlenia", 2_400)];
    const PACKAGE: u16 = 7;
    let head = Format::new().set_bold().set_background_color(0x00D9_E1F2);
    let amount = Format::new().set_num_format(AMOUNT);
    sheet.set_name("Słowniki")?;
    for (column, (name, _, words)) in (0..).zip(lists()) {
        sheet.set_column_width(column, 26)?;
        sheet.write_string_with_format(0, column, name, &head)?;
        for (row, word) in (1..).zip(words) {
            sheet.write_string(row, column, word)?;
        }
    }
    sheet.set_column_width(PACKAGE, 20)?.set_column_width(PACKAGE + 1, 14)?;
    sheet.write_string_with_format(0, PACKAGE, "Pakiet", &head)?;
    sheet.write_string_with_format(0, PACKAGE + 1, "Cena netto", &head)?;
    for (row, (package, price)) in (1..).zip(PRICES) {
        sheet.write_string(row, PACKAGE, package)?;
        sheet.write_number_with_format(row, PACKAGE + 1, price, &amount)?;
    }
    Ok(())
}

fn notes_sheet(sheet: &mut Worksheet) -> Result<(), XlsxError> {
    sheet.set_name("Notatki")?.set_column_width(0, 90)?.set_hidden(true);
    for (row, note) in (0..).zip(MEETINGS) {
        sheet.write_string(row, 0, note)?;
    }
    Ok(())
}
