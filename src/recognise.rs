//! Grid in, tables out: where the header is, what each column means, what each cell says.
//!
//! A sheet goes through five questions: where the table is ([`header`]), what its cells are ([`evidence`]), what its
//! columns mean ([`column`](mod@column)), which rows are deals ([`row`]) and how they stand ([`layout`]). Deals are not put
//! together here: a [`Record`] is one row, read.

pub mod fold;
pub mod relate;
pub mod stage;
pub mod table;

mod column;
mod evidence;
mod header;
mod label;
mod layout;
mod link;
mod pick;
mod record;
mod row;
mod value;
mod vocabulary;

#[cfg(test)]
mod fixture;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic};
use crate::locus::Locus;
use crate::model::{Currency, SkipReason};
use crate::read::{Row, Sheet, Workbook};
use crate::template::{Field, Template};

pub use crate::template::Layout;
pub use pick::pick;
pub use relate::relate;
pub use table::{
    Because, CellTally, Column, ColumnReading, ColumnReason, Foreign, LeftOut, NameSays, Record, SheetFinding,
    SheetReading, StageColumn, Table,
};

use self::column::Assigned;
use self::value::text;
use self::vocabulary::Vocabulary;

/// What every sheet of a workbook turned out to be, in the order of the file. How the tables of a run belong together
/// is for [`relate`](fn@relate) to find.
pub fn recognise(workbook: &Workbook, template: &Template) -> Vec<SheetReading> {
    let vocabulary = Vocabulary::of(template);
    let mut readings: Vec<SheetReading> = Vec::with_capacity(workbook.sheets.len());
    for sheet in &workbook.sheets {
        let at = Locus::sheet(&workbook.file, sheet.name.as_ref());
        readings.push(SheetReading {
            file: Arc::clone(&workbook.file),
            sheet: sheet.name.clone(),
            hidden: sheet.hidden,
            rows_on_sheet: sheet.rows.len(),
            cells_on_sheet: sheet.rows.iter().map(|row| row.cells.len()).sum(),
            finding: recognise_sheet(sheet, &at, &vocabulary, template.currency),
        });
    }
    readings
}

fn recognise_sheet(sheet: &Sheet, at: &Locus, vocabulary: &Vocabulary, currency: Option<Currency>) -> SheetFinding {
    if sheet.rows.is_empty() {
        return SheetFinding::LeftOut(LeftOut::Empty);
    }
    let Some(region) = header::find(sheet, vocabulary) else { return SheetFinding::LeftOut(LeftOut::NoHeader) };
    let evidence = evidence::gather(&region, vocabulary.stages());
    let mut assigned = column::assign(&region, &evidence, vocabulary, at);
    let links = link::columns(&region, &assigned, &evidence);
    let alone = layout::left_out(&assigned, &evidence);
    if let Some(reason) = alone
        && !layout::needs_others(&assigned, &evidence, &links)
    {
        return SheetFinding::LeftOut(reason);
    }
    let (rows, skipped) = sort_rows(sheet, &region, &assigned);
    show_cells(&mut assigned.columns, &rows);
    if !skipped.is_empty() {
        count_cells_of_deals(&mut assigned, &rows);
    }
    let mut diagnostics = std::mem::take(&mut assigned.diagnostics);
    let mut records = record::read(&region, &rows, &assigned, currency, at, &mut diagnostics);
    diagnostics.extend(several_currencies(&records, at));
    link::read(&region, &rows, &links, &mut records);
    let layout = match alone {
        Some(_) => layout::of_dependent(&assigned, &records),
        None => layout::of(&assigned, &records),
    };
    if layout == Layout::ChangeLog {
        take_created_for_entered(&mut assigned, &mut records);
        take_name_for_number(&mut assigned, &mut records);
    }
    SheetFinding::Table(Box::new(Table {
        layout,
        layout_reasons: Vec::new(),
        name_says: None,
        related_by: None,
        alone,
        stage_columns: Vec::new(),
        header_row: Some(region.header_row),
        columns: assigned.columns,
        language: assigned.language,
        records,
        skipped,
        cells: CellTally::default(),
        diagnostics,
    }))
}

/// Parts the rows of deals from those that are none. Rows with nothing in the table's own columns belong to
/// something beside it and are not counted.
fn sort_rows<'a>(
    sheet: &Sheet,
    region: &header::Region<'a>,
    assigned: &Assigned,
) -> (Vec<&'a Row>, Vec<(u32, SkipReason)>) {
    let span = region.span();
    let mut deals = Vec::with_capacity(region.body.len());
    let mut skipped = Vec::new();
    for row in region.body.iter().filter(|row| row.cells.iter().any(|(column, _)| span.contains(column))) {
        match row::skip_reason(row, region, &assigned.columns, &sheet.merged) {
            Some(reason) => skipped.push((row.number, reason)),
            None => deals.push(row),
        }
    }
    (deals, skipped)
}

/// What columns hold is told without the titles and totals between the deals.
fn count_cells_of_deals(assigned: &mut Assigned, rows: &[&Row]) {
    for column in &mut assigned.columns {
        let cells = || rows.iter().filter_map(|row| row.cell(column.index));
        column.filled = cells().count();
        column.example = cells().map(value::text::quoted).find(|text| !text.is_empty());
    }
}

/// What each column holds in the rows of deals: how many cells, and the first of them.
fn show_cells(columns: &mut [Column], rows: &[&Row]) {
    for column in columns {
        let cells = || rows.iter().filter_map(|row| row.cell(column.index));
        column.filled = cells().count();
        column.example = cells().map(text::quoted).find(|text| !text.is_empty());
    }
}

/// In a change log a row is created when the deal enters the stage.
fn take_created_for_entered(assigned: &mut Assigned, records: &mut [Record]) {
    if assigned.place_of(&Field::Entered).is_some() {
        return;
    }
    if let Some(place) = assigned.place_of(&Field::Inquiry) {
        assigned.columns[place].field = Some(Field::Entered);
        for record in records {
            record.entered = record.inquiry.take();
        }
    }
}

/// A change log that numbers no deals tells them apart by their names.
fn take_name_for_number(assigned: &mut Assigned, records: &mut [Record]) {
    if assigned.place_of(&Field::Id).is_some() {
        return;
    }
    let named = [Field::Name, Field::Company].into_iter().find_map(|field| assigned.place_of(&field));
    if let Some(place) = named {
        assigned.columns[place].field = Some(Field::Id);
        for record in records {
            record.id = record.name.take().or_else(|| record.company.take());
        }
    }
}

fn several_currencies(records: &[Record], at: &Locus) -> Option<Diagnostic> {
    let mut currencies: Vec<Currency> =
        records.iter().filter_map(|record| record.value).map(|money| money.currency).collect();
    currencies.sort();
    currencies.dedup();
    let codes: Vec<&str> = currencies.iter().filter(|currency| currency.is_stated()).map(Currency::code).collect();
    (codes.len() > 1)
        .then(|| Diagnostic::new(Code::SeveralCurrencies).at(at.clone()).with("currencies", codes.join(", ")))
}
