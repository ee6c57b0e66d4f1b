//! Workbooks as they were read in, the same out at a later run: what `--history` remembers, so that a team that
//! overwrites one workbook has its copies all the same.
//!
//! The memory is one SQLite file. A copy is kept as cells, not as deals, so that a better template reads the past better
//! too; a row that stands in many copies is kept once. Everything is written in transactions: whenever a run is ended,
//! the file holds what it held before the run, or all of it. What is no memory of lejek's is never written to.
//! Moments are kept as `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM:SS`.

mod cells;
mod place;
mod schema;
mod series;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::path::Path;
use std::sync::Arc;

use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, params};

use crate::diagnostic::{Code, Diagnostic};
use crate::model::Moment;
use crate::once::Shared;
use crate::read::{Cell, Format, Row, Sheet, Workbook};

use series::series;

/// The memory of one team's sheets.
#[derive(Debug)]
pub struct Memory {
    connection: Connection,
    shown: String,
}

/// Rows by their number in the memory.
type Lines = BTreeMap<i64, Shared<Vec<(u32, Cell)>>>;

/// What is kept of one file at one moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Its number in the memory.
    pub number: i64,
    /// The moment for which it speaks.
    pub made: Moment,
    /// The file's name.
    pub file: String,
    /// SHA-256 of the file, 64 lower-case hex digits.
    pub sha256: String,
    /// Sheets kept.
    pub sheets: usize,
    /// Rows kept, headers and titles included.
    pub rows: usize,
}

impl Memory {
    /// Opens a memory; a file that is not there yet is made.
    ///
    /// # Errors
    /// The file is something else than a memory of lejek's, is damaged, was written by a newer lejek, or cannot be
    /// written. Whatever it is, it stays as it is.
    pub fn open(path: &Path) -> Result<Self, Diagnostic> {
        let shown = path.display().to_string();
        place::admit(path, &shown)?;
        let connection = Connection::open(path).map_err(|cause| failure(&shown, &cause))?;
        let mut memory = Self { connection, shown };
        schema::prepare(&mut memory.connection).map_err(|trouble| trouble.of(&memory.shown))?;
        Ok(memory)
    }

    /// Opens a memory that must be there already.
    ///
    /// # Errors
    /// As [`open`](Self::open), and when there is no such file.
    pub fn open_existing(path: &Path) -> Result<Self, Diagnostic> {
        if path.is_file() {
            return Self::open(path);
        }
        Err(Diagnostic::new(Code::FileMissing).with("file", path.display().to_string()))
    }

    /// Keeps these workbooks, each as it stood at its moment: all of them or none. A file that is kept already is kept
    /// once, from the earlier moment on; another file of the same series at the same moment takes the other's place.
    pub fn keep(&mut self, workbooks: &[(Moment, &Workbook)]) -> Result<(), Diagnostic> {
        let Self { connection, shown } = self;
        let mut kept = || -> rusqlite::Result<()> {
            let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            for (made, workbook) in workbooks {
                keep(&transaction, *made, workbook)?;
            }
            drop_unused_lines(&transaction)?;
            transaction.commit()
        };
        kept().map_err(|cause| failure(shown, &cause))
    }

    /// The copies of a file that were made before a moment, in order, but for those with these hashes. A file that
    /// bears its day in its name is of one series with those that bear others.
    pub fn recall(&self, file: &str, before: Moment, known: &[&str]) -> Result<Vec<(Moment, Workbook)>, Diagnostic> {
        let series = series(file);
        let recalled = || -> rusqlite::Result<Vec<(Moment, Workbook)>> {
            let copies: Vec<Kept> = self.select("", params![])?;
            let earlier = copies.into_iter().filter(|copy| {
                self::series(&copy.file) == series
                    && copy.made.date() <= before.date()
                    && copy.made.order(before).is_lt()
                    && !known.contains(&copy.sha256.as_str())
            });
            let mut lines = Lines::new();
            earlier.map(|copy| Ok((copy.made, self.workbook(&copy, &mut lines)?))).collect()
        };
        recalled().map_err(|cause| failure(&self.shown, &cause))
    }

    /// Everything that is kept, in the order of time.
    pub fn list(&self) -> Result<Vec<Kept>, Diagnostic> {
        self.select("", params![]).map_err(|cause| failure(&self.shown, &cause))
    }

    /// A copy by its number.
    pub fn show(&self, number: i64) -> Result<Option<Workbook>, Diagnostic> {
        let shown = || -> rusqlite::Result<Option<Workbook>> {
            let copies = self.select("WHERE copy.id = ?1", params![number])?;
            copies.first().map(|copy| self.workbook(copy, &mut Lines::new())).transpose()
        };
        shown().map_err(|cause| failure(&self.shown, &cause))
    }

    /// Forgets the copies with these numbers, and gives their place back to the disk.
    pub fn forget(&mut self, numbers: &[i64]) -> Result<(), Diagnostic> {
        let Self { connection, shown } = self;
        let mut forgotten = || -> rusqlite::Result<()> {
            let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            for number in numbers {
                delete(&transaction, *number)?;
            }
            drop_unused_lines(&transaction)?;
            transaction.commit()?;
            connection.execute_batch("VACUUM")
        };
        forgotten().map_err(|cause| failure(shown, &cause))
    }

    fn select(&self, condition: &str, parameters: impl rusqlite::Params) -> rusqlite::Result<Vec<Kept>> {
        let mut statement = self.connection.prepare(&format!(
            "SELECT copy.id, made, file, sha256, \
                 (SELECT count(*) FROM sheet WHERE sheet.copy = copy.id), \
                 (SELECT count(*) FROM entry WHERE entry.copy = copy.id) \
             FROM copy {condition} ORDER BY made, file"
        ))?;
        let kept = statement.query_map(parameters, |row| {
            let made: String = row.get(1)?;
            Ok(Kept {
                number: row.get(0)?,
                made: cells::moment(&made).ok_or(rusqlite::Error::InvalidQuery)?,
                file: row.get(2)?,
                sha256: row.get(3)?,
                sheets: row.get::<_, u32>(4)? as usize,
                rows: row.get::<_, u32>(5)? as usize,
            })
        })?;
        kept.collect()
    }

    /// The workbook of a copy, named by its file and its moment. Rows that earlier ones had are those of the earlier ones.
    fn workbook(&self, copy: &Kept, lines: &mut Lines) -> rusqlite::Result<Workbook> {
        let mut rows = self.connection.prepare(
            "SELECT number, line, cells FROM entry JOIN line ON line.id = entry.line \
             WHERE copy = ?1 AND sheet = ?2 ORDER BY number",
        )?;
        let mut sheets =
            self.connection.prepare("SELECT place, name, hidden, areas FROM sheet WHERE copy = ?1 ORDER BY place")?;
        let mut read = Vec::with_capacity(copy.sheets);
        let mut of_copy = sheets.query(params![copy.number])?;
        while let Some(sheet) = of_copy.next()? {
            let (place, name): (i64, Option<String>) = (sheet.get(0)?, sheet.get(1)?);
            let areas: String = sheet.get(3)?;
            let (merged, named) = cells::areas(&areas).ok_or(rusqlite::Error::InvalidQuery)?;
            let of_sheet = rows.query_map(params![copy.number, place], |row| {
                let cells = match lines.entry(row.get(1)?) {
                    Entry::Occupied(known) => known.get().clone(),
                    Entry::Vacant(place) => {
                        let read = cells::cells(row.get_ref(2)?.as_str()?).ok_or(rusqlite::Error::InvalidQuery)?;
                        place.insert(read.into()).clone()
                    }
                };
                Ok(Row { number: row.get(0)?, cells })
            })?;
            let rows = of_sheet.collect::<rusqlite::Result<Vec<Row>>>()?;
            read.push(Sheet { name: name.map(Arc::from), hidden: sheet.get(2)?, rows, merged, named });
        }
        let (format, bytes): (String, i64) =
            self.connection.query_row("SELECT format, bytes FROM copy WHERE id = ?1", params![copy.number], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })?;
        Ok(Workbook {
            file: format!("{} ({})", copy.file, cells::written(copy.made)).into(),
            format: Format::ALL.into_iter().find(|known| known.name() == format).unwrap_or(Format::Xlsx),
            sha256: copy.sha256.clone(),
            bytes: bytes.unsigned_abs(),
            saved: None,
            sheets: read,
        })
    }
}

fn keep(transaction: &Transaction<'_>, made: Moment, workbook: &Workbook) -> rusqlite::Result<()> {
    let written = cells::written(made);
    let same: Option<(i64, String)> = transaction
        .query_row("SELECT id, made FROM copy WHERE sha256 = ?1", params![workbook.sha256], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .optional()?;
    if let Some((_, earlier)) = &same
        && *earlier <= written
    {
        return Ok(());
    }
    let series = series(&workbook.file);
    // By the names of the files: what a series is was once told otherwise.
    let mut of_moment = transaction.prepare("SELECT id, file FROM copy WHERE made = ?1")?;
    let of_moment =
        of_moment.query_map(params![written], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?)))?;
    let of_moment = of_moment.collect::<rusqlite::Result<Vec<(i64, String)>>>()?;
    let other = of_moment.into_iter().find(|(_, file)| self::series(file) == series).map(|(number, _)| number);
    for number in other.into_iter().chain(same.map(|(number, _)| number)) {
        delete(transaction, number)?;
    }
    transaction.execute(
        "INSERT INTO copy (made, file, series, format, sha256, bytes) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![written, &*workbook.file, series, workbook.format.name(), workbook.sha256, workbook.bytes as i64],
    )?;
    let copy = transaction.last_insert_rowid();
    for (place, sheet) in workbook.sheets.iter().enumerate() {
        keep_sheet(transaction, copy, place as i64, sheet)?;
    }
    Ok(())
}

fn keep_sheet(transaction: &Transaction<'_>, copy: i64, place: i64, sheet: &Sheet) -> rusqlite::Result<()> {
    transaction.execute(
        "INSERT INTO sheet (copy, place, name, hidden, areas) VALUES (?1, ?2, ?3, ?4, ?5)",
        params![copy, place, sheet.name.as_deref(), sheet.hidden, cells::written_areas(&sheet.merged, &sheet.named)],
    )?;
    let mut line = transaction.prepare("INSERT OR IGNORE INTO line (cells) VALUES (?1)")?;
    let mut entry = transaction
        .prepare("INSERT INTO entry (copy, sheet, number, line) SELECT ?1, ?2, ?3, id FROM line WHERE cells = ?4")?;
    for row in &sheet.rows {
        let text = cells::written_cells(&row.cells);
        line.execute(params![text])?;
        entry.execute(params![copy, place, row.number, text])?;
    }
    Ok(())
}

fn delete(transaction: &Transaction<'_>, copy: i64) -> rusqlite::Result<()> {
    for table in ["entry", "sheet"] {
        transaction.execute(&format!("DELETE FROM {table} WHERE copy = ?1"), params![copy])?;
    }
    transaction.execute("DELETE FROM copy WHERE id = ?1", params![copy]).map(|_| ())
}

/// Rows that no copy has any longer.
fn drop_unused_lines(transaction: &Transaction<'_>) -> rusqlite::Result<()> {
    transaction.execute("DELETE FROM line WHERE id NOT IN (SELECT line FROM entry)", []).map(|_| ())
}

fn failure(file: &str, cause: &rusqlite::Error) -> Diagnostic {
    schema::Trouble::from(cause).of(file)
}
