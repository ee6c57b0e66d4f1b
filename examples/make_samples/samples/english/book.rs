//! The English workbook: the pipeline with its total above and a side table beside it, and a dashboard.

use std::collections::BTreeMap;

use rust_xlsxwriter::{
    Color, ConditionalFormatFormula, Format, FormatAlign, FormatBorder, Formula, Workbook, Worksheet, XlsxError,
    utility::{column_number_to_name, row_col_to_cell},
};

use crate::samples::as_of;
use crate::samples::deal::{Deal, Step};
use crate::samples::dirt::{Row, Spot};
use crate::samples::sheet::{Look, finish};
use crate::samples::truth::Truth;

use super::TEAM;
use super::row::{AMOUNT, COLUMNS, OWNER, STAGE, STATUS, stage_word, status_word};

const SHEET: &str = "Pipeline";
/// Index of the header row: below the title and the total.
const HEADER: u32 = 2;
const FIRST: u32 = HEADER + 1;
const LAST: u16 = COLUMNS.len() as u16 - 1;
/// One empty column keeps the side table apart.
const SIDE: u16 = LAST + 2;
const DOLLARS: &str = "$#,##0_)";

/// Fill of a row by its status.
const COLOURS: [(Step, u32); 3] = [(Step::Won, 0x00E2_EFDA), (Step::Lost, 0x00FC_E4D6), (Step::Deferred, 0x00FF_F2CC)];

/// Writes the workbook; the truth says where the spots came to stand.
pub fn write(rows: Vec<Row>, spots: &[Spot]) -> Result<(Vec<u8>, Truth), XlsxError> {
    let mut workbook = Workbook::new();
    let pipeline = Pipeline { rows: &rows, last: FIRST + rows.len() as u32 - 1 };
    pipeline.deals(workbook.add_worksheet())?;
    pipeline.dashboard(workbook.add_worksheet())?;
    let bytes = finish(&mut workbook, "Sales Pipeline 2026", "Sales Operations")?;
    let dirt =
        spots.iter().map(|spot| (row_col_to_cell(FIRST + spot.row as u32, spot.column), spot.what, spot.shown.clone()));
    let truth = Truth {
        as_of: as_of().date(),
        sheet: Some(SHEET),
        header_row: HEADER + 1,
        dirt: dirt.collect(),
        deals: rows.into_iter().map(|row| row.deal).collect(),
        skipped: BTreeMap::new(),
        history_rows: 0,
    };
    Ok((bytes, truth))
}

/// The rows and the index of the last one: what every formula of the workbook speaks of.
struct Pipeline<'a> {
    rows: &'a [Row],
    last: u32,
}

impl Pipeline<'_> {
    fn deals(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let look = Look::new(&Format::new(), "mm/dd/yyyy", DOLLARS);
        sheet.set_name(SHEET)?.set_freeze_panes(FIRST, 2)?.set_zoom(90).set_row_height(HEADER, 30)?;
        sheet.set_landscape().set_print_fit_to_pages(1, 0).set_repeat_rows(HEADER, HEADER)?;
        sheet.write_string_with_format(0, 0, "Sales Pipeline 2026", &Format::new().set_bold().set_font_size(16))?;
        self.total_above(sheet)?;
        for (column, (name, width)) in (0..).zip(COLUMNS) {
            sheet.set_column_width(column, width)?;
            sheet.write_string_with_format(HEADER, column, name, &head())?;
        }
        for (row, kept) in (FIRST..).zip(self.rows) {
            for (column, cell) in (0..).zip(&kept.cells) {
                look.put(sheet, row, column, cell)?;
            }
        }
        sheet.autofilter(HEADER, 0, self.last, LAST)?;
        for (step, fill) in COLOURS {
            let rule = format!("=${}=\"{}\"", row_col_to_cell(FIRST, STATUS), status_word(step));
            let rule = ConditionalFormatFormula::new()
                .set_rule(rule.as_str())
                .set_format(Format::new().set_background_color(fill));
            sheet.add_conditional_format(FIRST, 0, self.last, LAST, &rule)?;
        }
        self.side_table(sheet)
    }

    fn total_above(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let bold = Format::new().set_bold();
        let letter = column_number_to_name(AMOUNT);
        let formula = format!("SUM({letter}{}:{letter}{})", FIRST + 1, self.last + 1);
        let total = Formula::new(formula).set_result(self.sum(|_| true).to_string());
        sheet.write_string_with_format(1, AMOUNT - 1, "Total", &bold)?;
        sheet.write_formula_with_format(1, AMOUNT, total, &bold.clone().set_num_format(DOLLARS))?;
        Ok(())
    }

    /// Open deals by owner, right beside the first rows.
    fn side_table(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        sheet.set_column_width(SIDE, 16)?.set_column_width(SIDE + 1, 11)?.set_column_width(SIDE + 2, 14)?;
        for (column, name) in (SIDE..).zip(["Owner", "Open deals", "Open amount"]) {
            sheet.write_string_with_format(HEADER, column, name, &head())?;
        }
        for (row, seller) in (FIRST..).zip(TEAM.sellers) {
            let mine = |deal: &Deal| deal.owner == Some(seller.name) && deal.step().is_open();
            let name = row_col_to_cell(row, SIDE);
            let criteria = format!("{},{name},{},\"Open\"", range(OWNER, self.last), range(STATUS, self.last));
            sheet.write_string(row, SIDE, seller.name)?;
            self.figures(sheet, row, SIDE + 1, &criteria, &mine)?;
        }
        Ok(())
    }

    fn dashboard(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        sheet.set_name("Dashboard")?.set_column_width(0, 18)?.set_column_width(1, 17)?.set_column_width(2, 16)?;
        sheet.write_string_with_format(0, 0, "Pipeline summary", &Format::new().set_bold().set_font_size(14))?;
        let stages = Step::LADDER.map(stage_word);
        let after =
            self.block(sheet, 2, ("Stage", STAGE), &stages, |deal, word| stage_word(deal.furthest()) == word)?;
        let states = [Step::New, Step::Won, Step::Lost, Step::Deferred].map(status_word);
        self.block(sheet, after + 1, ("Status", STATUS), &states, |deal, word| status_word(deal.step()) == word)?;
        Ok(())
    }

    /// Count and amount for each word of a column, with a grand total; the row below.
    fn block(
        &self,
        sheet: &mut Worksheet,
        top: u32,
        (name, column): (&str, u16),
        words: &[&str],
        says: fn(&Deal, &str) -> bool,
    ) -> Result<u32, XlsxError> {
        for (column, title) in (0..).zip([name, "Count of Deal ID", "Sum of Amount"]) {
            sheet.write_string_with_format(top, column, title, &head())?;
        }
        let mut row = top + 1;
        for word in words {
            sheet.write_string(row, 0, *word)?;
            let criteria = format!("{},{}", on_pipeline(column, self.last), row_col_to_cell(row, 0));
            self.figures(sheet, row, 1, &criteria, &|deal| says(deal, word))?;
            row += 1;
        }
        let bold = Format::new().set_bold().set_border_top(FormatBorder::Thin);
        sheet.write_string_with_format(row, 0, "Grand Total", &bold)?;
        let count = Formula::new(format!("SUM(B{}:B{row})", top + 2)).set_result(self.rows.len().to_string());
        let sum = Formula::new(format!("SUM(C{}:C{row})", top + 2)).set_result(self.sum(|_| true).to_string());
        sheet.write_formula_with_format(row, 1, count, &bold)?;
        sheet.write_formula_with_format(row, 2, sum, &bold.set_num_format(DOLLARS))?;
        Ok(row + 1)
    }

    /// Two live formulas beside each other: how many deals meet the criteria, and what they are worth.
    fn figures(
        &self,
        sheet: &mut Worksheet,
        row: u32,
        column: u16,
        criteria: &str,
        meets: &dyn Fn(&Deal) -> bool,
    ) -> Result<(), XlsxError> {
        let deals = self.rows.iter().filter(|row| meets(&row.deal)).count();
        let amounts = on_pipeline(AMOUNT, self.last);
        let count = Formula::new(format!("COUNTIFS({criteria})")).set_result(deals.to_string());
        let sum = Formula::new(format!("SUMIFS({amounts},{criteria})")).set_result(self.sum(meets).to_string());
        sheet.write_formula(row, column, count)?;
        sheet.write_formula_with_format(row, column + 1, sum, &Format::new().set_num_format(DOLLARS))?;
        Ok(())
    }

    /// What a spreadsheet adds up: numbers, not amounts typed as text.
    fn sum(&self, meets: impl Fn(&Deal) -> bool) -> f64 {
        let meeting = self.rows.iter().filter(|row| meets(&row.deal));
        meeting.map(|row| row.cells[usize::from(AMOUNT)].number()).sum()
    }
}

fn head() -> Format {
    Format::new()
        .set_bold()
        .set_font_color(Color::White)
        .set_background_color(0x0040_4040)
        .set_text_wrap()
        .set_align(FormatAlign::VerticalCenter)
}

/// `$E$4:$E$153`.
fn range(column: u16, last: u32) -> String {
    let letter = column_number_to_name(column);
    format!("${letter}${}:${letter}${}", FIRST + 1, last + 1)
}

/// The same cells, seen from any sheet.
fn on_pipeline(column: u16, last: u32) -> String {
    format!("{SHEET}!{}", range(column, last))
}
