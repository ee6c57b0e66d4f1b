//! Frames in, a [`Workbook`] out: the parent's side of the pipe. Rows that come out of order, and cells that
//! come twice, are put right here and said.

use std::sync::Arc;

use chrono::NaiveDateTime;

use super::gate::{Entry, damaged};
use super::grid::{Area, Cell, Format, NamedArea, Row, Sheet, Workbook};
use super::limits::Limits;
use crate::diagnostic::{Code, Diagnostic, Warned, Word};
use crate::locus::Locus;

/// A workbook that is being received.
pub(super) struct Assembly<'a> {
    entry: &'a Entry,
    limits: &'a Limits,
    format: Option<Format>,
    saved: Option<NaiveDateTime>,
    sheets: Vec<Sheet>,
    current: Option<Sheet>,
    in_order: bool,
    remarks: Vec<Diagnostic>,
}

impl<'a> Assembly<'a> {
    /// Nothing received yet.
    pub(super) fn new(entry: &'a Entry, limits: &'a Limits) -> Self {
        Self {
            entry,
            limits,
            format: None,
            saved: None,
            sheets: Vec::new(),
            current: None,
            in_order: true,
            remarks: Vec::new(),
        }
    }

    /// The content is of this format.
    pub(super) fn format(&mut self, format: Format) {
        self.format = Some(format);
        if format == Format::Xlsb {
            self.remarks.push(Diagnostic::new(Code::ErrorCellsMayBeMissing).at(Locus::file(&self.entry.file)));
        }
    }

    /// The file was last saved then.
    pub(super) fn saved(&mut self, at: NaiveDateTime) {
        self.saved = Some(at);
    }

    /// A sheet begins.
    pub(super) fn begin(&mut self, name: Option<Arc<str>>, hidden: bool) {
        self.keep();
        self.current = Some(Sheet { name, hidden, rows: Vec::new(), merged: Vec::new(), named: Vec::new() });
    }

    /// Rows, or pieces of rows, of the sheet.
    pub(super) fn rows(&mut self, rows: Vec<Row>) {
        let Some(sheet) = &mut self.current else { return };
        for row in rows {
            self.in_order &= row.cells.is_sorted_by(|(left, _), (right, _)| left < right);
            match sheet.rows.last_mut() {
                Some(last) if last.number == row.number => {
                    let follows = match (last.cells.last(), row.cells.first()) {
                        (Some((left, _)), Some((right, _))) => left < right,
                        _ => true,
                    };
                    self.in_order &= follows;
                    last.cells.extend(row.cells.into_owned());
                }
                Some(last) if last.number > row.number => {
                    self.in_order = false;
                    sheet.rows.push(row);
                }
                _ => sheet.rows.push(row),
            }
        }
    }

    /// Merged areas of the sheet.
    pub(super) fn merged(&mut self, areas: Vec<Area>) {
        if let Some(sheet) = &mut self.current {
            sheet.merged.extend(areas);
        }
    }

    /// Areas of the sheet that the file names.
    pub(super) fn named(&mut self, areas: Vec<NamedArea>) {
        if let Some(sheet) = &mut self.current {
            sheet.named.extend(areas);
        }
    }

    /// Something was noticed.
    pub(super) fn remark(&mut self, remark: Diagnostic) {
        self.remarks.push(remark);
    }

    /// The sheet that began is given up.
    pub(super) fn lose(&mut self, remark: Diagnostic) {
        self.current = None;
        self.in_order = true;
        self.remarks.push(remark);
    }

    /// All was received.
    ///
    /// Errors: no sheet could be read.
    pub(super) fn finish(mut self) -> Result<Warned<Workbook>, Diagnostic> {
        self.keep();
        let file = &self.entry.file;
        let Some(format) = self.format else {
            return Err(damaged(file, Word::term("damage-structure")));
        };
        if self.sheets.is_empty() {
            let causes = self.remarks.iter().find(|remark| remark.code == Code::SheetUnreadable);
            let cause = causes.and_then(|remark| remark.words.first()).map(|(_, word)| word.clone());
            return Err(damaged(file, cause.unwrap_or_else(|| Word::term("damage-structure"))));
        }
        let workbook = Workbook {
            file: Arc::clone(file),
            format,
            sha256: self.entry.sha256.clone(),
            bytes: self.entry.bytes,
            saved: self.saved,
            sheets: self.sheets,
        };
        Ok(Warned { output: workbook, warnings: self.remarks })
    }

    fn keep(&mut self) {
        let Some(mut sheet) = self.current.take() else { return };
        if !self.in_order {
            let (rows, twice) = put_in_order(sheet.rows);
            sheet.rows = rows;
            let place = Locus::sheet(&self.entry.file, sheet.name.as_ref());
            let remarks =
                twice.iter().map(|(row, column)| Diagnostic::new(Code::CellTwice).at(place.at_cell(*row, *column)));
            self.remarks.extend(remarks.take(self.limits.remarks));
            self.in_order = true;
        }
        self.sheets.push(sheet);
    }
}

/// Rows and columns ascending, each cell once, and where a cell stood twice. The later one in the file counts.
fn put_in_order(rows: Vec<Row>) -> (Vec<Row>, Vec<(u32, u32)>) {
    let mut cells: Vec<(u32, u32, Cell)> = rows
        .into_iter()
        .flat_map(|row| row.cells.into_owned().into_iter().map(move |(column, cell)| (row.number, column, cell)))
        .collect();
    cells.sort_by_key(|(row, column, _)| (*row, *column));
    let mut ordered: Vec<Row> = Vec::new();
    let mut twice = Vec::new();
    for (number, column, cell) in cells {
        match ordered.last_mut() {
            Some(row) if row.number == number => match row.cells.last_mut() {
                Some((last, earlier)) if *last == column => {
                    *earlier = cell;
                    twice.push((number, column));
                }
                _ => row.cells.push((column, cell)),
            },
            _ => ordered.push(Row { number, cells: vec![(column, cell)].into() }),
        }
    }
    (ordered, twice)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(number: u32, cells: &[(u32, bool)]) -> Row {
        let cells: Vec<_> = cells.iter().map(|(column, truth)| (*column, Cell::Bool(*truth))).collect();
        Row { number, cells: cells.into() }
    }

    #[track_caller]
    fn check(received: &[Vec<Row>], expect: &[Row], remarked: &[&str]) {
        let entry = Entry { file: "a.xlsx".into(), sha256: String::new(), bytes: 1 };
        let mut assembly = Assembly::new(&entry, &Limits::DEFAULT);
        assembly.format(Format::Xlsx);
        assembly.begin(Some("S".into()), false);
        for rows in received {
            assembly.rows(rows.clone());
        }
        let read = assembly.finish().expect("a workbook");
        assert_eq!(read.output.sheets.first().map(|sheet| sheet.rows.as_slice()), Some(expect));
        let places: Vec<String> =
            read.warnings.iter().filter_map(|remark| remark.at.as_ref()).map(ToString::to_string).collect();
        assert_eq!(places, remarked);
    }

    #[test]
    fn pieces_of_a_row_are_joined() {
        check(
            &[vec![row(1, &[(0, true)])], vec![row(1, &[(1, false)]), row(4, &[(0, true)])]],
            &[row(1, &[(0, true), (1, false)]), row(4, &[(0, true)])],
            &[],
        );
    }

    #[test]
    fn disorder_is_put_right_and_the_later_of_two_cells_counts() {
        check(
            &[vec![row(3, &[(0, true)]), row(1, &[(1, true), (0, true)])], vec![row(3, &[(0, false)])]],
            &[row(1, &[(0, true), (1, true)]), row(3, &[(0, false)])],
            &["a.xlsx › S!A3"],
        );
    }
}
