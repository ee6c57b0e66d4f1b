//! Grid in, tables out: where the header is, what each column means, what each cell says.
//!
//! A sheet goes through five questions: where the table is ([`header`]), what its cells are ([`evidence`]), what its
//! columns mean ([`column`](mod@column)), which rows are deals ([`row`]) and how they stand ([`layout`]). Deals are not put
//! together here: a [`Record`] is one row, read.

pub mod fold;
pub mod relate;
pub mod stage;
pub mod table;

mod board;
mod campaign_cost;
mod column;
mod era;
mod evidence;
mod flags;
mod foreign;
mod header;
mod label;
mod layout;
mod link;
mod lookup;
mod outside;
mod pick;
mod record;
mod row;
mod section;
mod untold;
mod value;
mod vocabulary;

#[cfg(test)]
mod fixture;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use chrono::NaiveDate;

use crate::diagnostic::{Code, Diagnostic};
use crate::locus::Locus;
use crate::model::{Moment, SkipReason};
use crate::read::{Row, Sheet, Workbook};
use crate::template::{Field, SheetRule, Template};

pub use crate::template::Layout;
pub use lookup::name_owners;
pub use pick::pick;
pub use relate::relate;
pub use table::{
    Because, CellTally, Column, ColumnReading, ColumnReason, Foreign, LeftOut, Made, MadeBy, NameSays, NamedCost,
    Record, Said, SheetFinding, SheetReading, StageColumn, Table,
};

use self::column::Assigned;
use self::era::Era;
use self::foreign::Understood;
use self::outside::{Block, Side};
use self::section::Sections;
use self::value::text;
use self::vocabulary::Vocabulary;

/// What every sheet of a workbook turned out to be, in the order of the file; a sheet with several tables of deals
/// gives a reading for each. How the tables of a run belong together is for [`relate`](fn@relate) to find. The day of
/// the report gives the year to dates without one where no date around them and no name has one.
pub fn recognise(workbook: &Workbook, template: &Template, as_of: NaiveDate) -> Vec<SheetReading> {
    let vocabulary = Vocabulary::of(template);
    let readings = workbook.sheets.iter().flat_map(|sheet| {
        let rule = rule(template, &workbook.file, sheet);
        let of_sheet = rule.map(|rule| vocabulary.for_sheet(rule));
        let vocabulary = of_sheet.as_ref().unwrap_or(&vocabulary);
        let stood = relate::stood::in_cells(sheet).map(|at| Made { at, by: MadeBy::Cell });
        let saved = workbook.saved.map(|saved| Made { at: Moment::Day(saved.date()), by: MadeBy::Properties });
        let inside: Vec<Made> = stood.into_iter().chain(saved).collect();
        let mut readings = Look { file: &workbook.file, vocabulary, template, rule, as_of }.readings(sheet);
        for reading in &mut readings {
            reading.inside.clone_from(&inside);
        }
        readings
    });
    readings.collect()
}

/// What the template fixes for a sheet: the first rule that names it.
fn rule<'a>(template: &'a Template, file: &str, sheet: &Sheet) -> Option<&'a SheetRule> {
    template.sheets.iter().find(|rule| rule.is_for(file, sheet.name.as_deref()))
}

/// With what eyes a sheet is looked at.
#[derive(Clone, Copy)]
struct Look<'a> {
    file: &'a Arc<str>,
    vocabulary: &'a Vocabulary,
    template: &'a Template,
    rule: Option<&'a SheetRule>,
    as_of: NaiveDate,
}

/// So many tables one below or beside the other are looked for on a sheet.
const TABLES_ON_A_SHEET: usize = 12;

impl Look<'_> {
    fn readings(&self, sheet: &Sheet) -> Vec<SheetReading> {
        let left_out = match self.rule {
            _ if sheet.rows.is_empty() => Some(LeftOut::Empty),
            Some(rule) if rule.left_out => Some(LeftOut::ByTemplate),
            _ => None,
        };
        match left_out {
            Some(reason) => vec![self.reading(sheet, SheetFinding::LeftOut(reason))],
            None => self.tables(sheet, TABLES_ON_A_SHEET),
        }
    }

    /// The readings of a sheet that may hold several tables: the best one first, then those around it. What is around
    /// the tables and none itself is named in a remark.
    fn tables(&self, sheet: &Sheet, at_most: usize) -> Vec<SheetReading> {
        let (finding, blocks) = self.table(sheet);
        let mut reading = self.reading(sheet, finding);
        let SheetFinding::Table(table) = &mut reading.finding else {
            reading.costs = self.costs(sheet);
            if !reading.costs.is_empty() {
                reading.finding = SheetFinding::LeftOut(LeftOut::Foreign(Foreign::Campaigns));
            }
            return vec![reading];
        };
        let mut others = Vec::new();
        for block in blocks {
            let further = self.further_tables(sheet, &block, at_most - 1);
            if further.is_empty() {
                let at = Locus::sheet(self.file, sheet.name.as_ref());
                table.diagnostics.push(block.remark(&at, sheet));
            } else {
                table.cells.outside -= block.cells;
                reading.cells_on_sheet -= block.cells;
            }
            others.extend(further);
        }
        reading.rows_on_sheet -= others.iter().map(|other| other.rows_on_sheet).sum::<usize>();
        others.insert(0, reading);
        others
    }

    /// The tables of deals in a block beside or below a table; none when it holds something else.
    fn further_tables(&self, sheet: &Sheet, block: &Block, at_most: usize) -> Vec<SheetReading> {
        let has_room = block.area.bottom > block.area.top && block.area.right > block.area.left;
        if at_most == 0 || !has_room || block.side == Side::Above {
            return Vec::new();
        }
        let own = Look { rule: None, ..*self };
        let readings = own.tables(&block.sheet(sheet), at_most);
        match readings.first().map(|reading| &reading.finding) {
            Some(SheetFinding::Table(table)) if table.alone.is_none() => readings,
            _ => Vec::new(),
        }
    }

    fn reading(&self, sheet: &Sheet, finding: SheetFinding) -> SheetReading {
        SheetReading {
            file: Arc::clone(self.file),
            sheet: sheet.name.clone(),
            hidden: sheet.hidden,
            rows_on_sheet: sheet.rows.len(),
            cells_on_sheet: sheet.rows.iter().map(|row| row.cells.len()).sum(),
            made: None,
            inside: Vec::new(),
            finding,
            costs: Vec::new(),
        }
    }

    /// What a sheet without deals tells of the costs of campaigns; nothing where it is no table of them.
    fn costs(&self, sheet: &Sheet) -> Vec<NamedCost> {
        let at = Locus::sheet(self.file, sheet.name.as_ref());
        let fixed = self.rule.and_then(|rule| rule.header_row);
        let Some(region) = header::find(sheet, self.vocabulary, fixed) else { return Vec::new() };
        let evidence = evidence::gather(&region, self.vocabulary.stages());
        let mut assigned = column::assign(&region, &evidence, self.vocabulary, &at);
        let Some(rows) = campaign_cost::rows(&region, &evidence, &mut assigned, self.vocabulary) else {
            return Vec::new();
        };
        let sections = Sections::of(&[], &assigned, self.vocabulary);
        let times = record::Times { era: Era::of(sheet, self.file, self.as_of), sections: &sections };
        let records = record::read(&region, &rows, &mut assigned, times, self.template, &at, &mut Vec::new());
        let named = |record: Record| {
            let said = record.says.into_owned();
            Some(NamedCost { name: said.campaign.or(said.source)?, cost: said.campaign_cost? })
        };
        records.into_iter().filter_map(named).collect()
    }

    /// A board of deals, and what stands around it.
    fn board(&self, sheet: &Sheet, region: &header::Region<'_>) -> (SheetFinding, Vec<Block>) {
        let mut board = board::read(region, self.vocabulary, self.template.currency);
        let rows: Vec<&Row> = region.body.iter().collect();
        show_cells(&mut board.columns, &rows);
        let table = Table {
            layout: Layout::Board,
            layout_reasons: board.reasons(),
            name_says: None,
            related_by: None,
            alone: None,
            cells: outside::tally(sheet, region, &board.columns, &board.records, &board.skipped),
            stage_columns: board.stages,
            header_row: region.header_row(),
            columns: board.columns,
            language: None,
            records: board.records,
            skipped: board.skipped,
            diagnostics: Vec::new(),
        };
        (SheetFinding::Table(Box::new(table)), outside::blocks(sheet, region))
    }

    /// The best table of a sheet, and what stands around it.
    fn table(&self, sheet: &Sheet) -> (SheetFinding, Vec<Block>) {
        let at = Locus::sheet(self.file, sheet.name.as_ref());
        let fixed = self.rule.and_then(|rule| rule.header_row);
        let Some(region) = header::find(sheet, self.vocabulary, fixed) else {
            let reason = foreign::without_header(sheet).map_or(LeftOut::NoHeader, LeftOut::Foreign);
            return (SheetFinding::LeftOut(reason), Vec::new());
        };
        let fixed_layout = self.rule.and_then(|rule| rule.layout);
        if fixed_layout.map_or_else(|| board::is_board(&region, self.vocabulary), |layout| layout == Layout::Board) {
            return self.board(sheet, &region);
        }
        let evidence = evidence::gather(&region, self.vocabulary.stages());
        let mut assigned = column::assign(&region, &evidence, self.vocabulary, &at);
        campaign_cost::tell(&region, &evidence, &mut assigned, self.vocabulary);
        let understood =
            Understood { region: &region, assigned: &assigned, evidence: &evidence, stages: self.vocabulary.stages() };
        if fixed_layout.is_none()
            && let Some(kind) = foreign::surely(understood)
        {
            return (SheetFinding::LeftOut(LeftOut::Foreign(kind)), Vec::new());
        }
        let links = link::columns(&region, &assigned, &evidence);
        let Sorted { rows, skipped, titles } = sort_rows(sheet, &region, &assigned, self.vocabulary);
        let sections = Sections::of(&titles, &assigned, self.vocabulary);
        let alone = layout::left_out(&assigned, &evidence, &sections)
            .map(|reason| foreign::instead(understood).map_or(reason, LeftOut::Foreign));
        if let Some(reason) = alone
            && !layout::needs_others(&assigned, &evidence, &links)
        {
            return (SheetFinding::LeftOut(reason), Vec::new());
        }
        show_cells(&mut assigned.columns, &rows);
        let mut diagnostics = std::mem::take(&mut assigned.diagnostics);
        if region.header.is_empty() {
            diagnostics.push(Diagnostic::new(Code::HeaderMissing).at(at.at_row(region.top_row())));
        }
        let times = record::Times { era: Era::of(sheet, self.file, self.as_of), sections: &sections };
        let mut records = record::read(&region, &rows, &mut assigned, times, self.template, &at, &mut diagnostics);
        flags::tell(&region, &rows, &mut assigned, &mut records);
        link::read(&region, &rows, &links, &mut records);
        sections.tell(&mut records);
        let layout = fixed_layout.unwrap_or_else(|| match alone {
            Some(_) => layout::of_dependent(&assigned, &records),
            None => layout::of(&assigned, &records),
        });
        if layout == Layout::ChangeLog {
            take_created_for_entered(&mut assigned, &mut records);
            take_name_for_number(&mut assigned, &mut records);
        }
        let cells = outside::tally(sheet, &region, &assigned.columns, &records, &skipped);
        let table = Table {
            layout,
            layout_reasons: layout::reasons(layout, fixed_layout, &assigned).chain(sections.reasons()).collect(),
            name_says: None,
            related_by: None,
            alone,
            stage_columns: column::stage_columns(&assigned.columns),
            header_row: region.header_row(),
            columns: assigned.columns,
            language: assigned.language,
            records,
            skipped,
            cells,
            diagnostics,
        };
        (SheetFinding::Table(Box::new(table)), outside::blocks(sheet, &region))
    }
}

/// The rows of a table, those of deals apart from the others.
struct Sorted<'a> {
    rows: Vec<&'a Row>,
    skipped: Vec<(u32, SkipReason)>,
    /// The titles between the rows, with their rows.
    titles: Vec<(u32, String)>,
}

/// Parts the rows of deals from those that are none. Rows with nothing in the table's own columns belong to
/// something beside it and are not counted.
fn sort_rows<'a>(
    sheet: &Sheet,
    region: &header::Region<'a>,
    assigned: &Assigned,
    vocabulary: &Vocabulary,
) -> Sorted<'a> {
    let span = region.span();
    let judge = row::Judge { region, columns: &assigned.columns, merged: &sheet.merged, vocabulary };
    let mut sorted = Sorted { rows: Vec::with_capacity(region.body.len()), skipped: Vec::new(), titles: Vec::new() };
    for (row, next) in region.body.iter().zip(region.body.iter().skip(1).map(Some).chain([None])) {
        let Some((_, first)) = row.cells.iter().find(|(column, _)| span.contains(column)) else { continue };
        let reason = judge.skip_reason(row, next);
        match reason {
            Some(reason) => sorted.skipped.push((row.number, reason)),
            None => sorted.rows.push(row),
        }
        if reason == Some(SkipReason::Section) {
            sorted.titles.push((row.number, text::quoted(first)));
        }
    }
    sorted
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
