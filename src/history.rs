//! Tables in, a [`Book`] out: every deal with its way through the stages, and where every row went.
//!
//! The stages come first, from the template and from the words of all tables together ([`ladder`]). Then each row
//! of a table of deals becomes a deal ([`row`]), the rows of change logs become deals by their number ([`log`]), and
//! rows that recognition has found to speak of one deal, on several sheets or in several files, become one
//! ([`related`]).
//! Nothing is guessed in silence: what a cell cannot mean is set aside and said so.

mod activity;
mod checks;
mod copies;
mod evidence;
mod facts;
mod ladder;
mod lexicon;
mod log;
mod merge;
mod related;
mod row;
mod sheet;
mod state;
mod way;
mod when;

use crate::diagnostic::{Code, Diagnostic, Warned};
use crate::error::Result;
use crate::model::{Book, Deal, SkipReason, Tally};
use crate::recognise::{Layout, SheetReading};
use crate::settings::Settings;

use ladder::Ladder;
use sheet::Sheet;

/// The deals of all tables of all inputs. Fails when there is no table at all.
pub fn book(readings: &[SheetReading], settings: &Settings) -> Result<Warned<Book>> {
    let sheets: Vec<Sheet<'_>> = readings.iter().filter_map(|reading| Sheet::of(reading, settings.as_of)).collect();
    if sheets.is_empty() {
        return Err(nothing_found(readings).into());
    }
    let mut warnings = Vec::new();
    let ladder = ladder::ladder(&sheets, &settings.template).drain_into(&mut warnings);
    let mut rows = Rows { ladder: &ladder, settings, deals: Vec::new(), tally: Tally::default(), warnings };
    for (place, sheet) in sheets.iter().enumerate() {
        rows.count(sheet);
        match sheet.table.layout {
            Layout::ChangeLog => {}
            Layout::Activities => activity::skip_unrelated(sheet, &mut rows),
            _ => row::read(place, sheet, &mut rows),
        }
    }
    log::read(&sheets, &mut rows);
    related::read(&sheets, &mut rows);
    let Rows { mut deals, mut tally, mut warnings, .. } = rows;
    deals.sort_by_key(|(order, _)| *order);
    tally.deal_rows = deals.len();
    debug_assert!(tally.adds_up(), "a row is unaccounted for: {tally:?}");
    checks::check(&sheets, &deals, &ladder, &mut warnings);
    let deals = deals.into_iter().map(|(_, deal)| deal).collect();
    let book = Book {
        pipeline: ladder.pipeline,
        deals,
        as_of: settings.as_of,
        tally,
        custom_columns: settings.template.shown.clone(),
    };
    Ok(Warned { output: book, warnings })
}

/// Where a row stands among all rows of the run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Order {
    sheet: usize,
    record: usize,
}

/// What the rows have given so far.
struct Rows<'a> {
    ladder: &'a Ladder,
    settings: &'a Settings,
    deals: Vec<(Order, Deal)>,
    tally: Tally,
    warnings: Vec<Diagnostic>,
}

impl Rows<'_> {
    /// Counts the rows of a sheet, and those that recognition has set aside.
    fn count(&mut self, sheet: &Sheet<'_>) {
        self.tally.rows_read += sheet.table.rows_read();
        for (_, reason) in &sheet.table.skipped {
            self.skip(*reason);
        }
    }

    fn skip(&mut self, reason: SkipReason) {
        *self.tally.skipped.entry(reason).or_default() += 1;
    }
}

fn nothing_found(readings: &[SheetReading]) -> Diagnostic {
    let mut files: Vec<&str> = readings.iter().map(|reading| &*reading.file).collect();
    files.dedup();
    let looked: Vec<&str> = readings.iter().map(|reading| reading.sheet.as_deref().unwrap_or(&reading.file)).collect();
    Diagnostic::new(Code::NoTableFound).with("file", files.join(", ")).with("looked", looked.join(", "))
}
