//! Tables in, a [`Book`] out: every deal with its way through the stages, and where every row went.
//!
//! The stages come first, from the template and from the words of all tables together ([`ladder`]). Then the rows are
//! put together that speak of one deal, mostly a single one ([`subject`]), and each of them becomes a deal ([`joined`]).
//! Names in variants, amounts in other currencies and remarks on the whole come last.
//! Nothing is guessed in silence: what a cell cannot mean is set aside and said so.

mod activity;
mod campaigns;
mod checks;
mod copies;
mod evidence;
mod facts;
mod joined;
mod ladder;
mod lexicon;
mod log;
mod names;
mod pipelines;
mod rates;
mod row;
mod say;
mod sheet;
mod state;
mod subject;
mod way;
mod when;

use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic, Warned, Word};
use crate::error::Result;
use crate::locus::Locus;
use crate::model::{Book, Deal, SkipReason, Tally};
use crate::recognise::{SheetFinding, SheetReading};
use crate::settings::Settings;

use copies::Copies;
use ladder::Ladder;
use row::Habits;
use sheet::{Order, Row, Sheet};
use subject::Subject;

/// The deals of all tables of all inputs. Fails when there is no table at all.
pub fn book(readings: &[SheetReading], settings: &Settings) -> Result<Warned<Book>> {
    let mut sheets = Sheet::all(readings, settings.as_of);
    if sheets.is_empty() {
        return Err(nothing_found(readings).into());
    }
    let mut warnings = Vec::new();
    pipelines::choose(&mut sheets, &settings.template)?.drain_into(&mut warnings);
    let mut ladder = ladder::ladder(&sheets, &settings.template).drain_into(&mut warnings);
    let mut run = Run::of(&sheets, &ladder, settings, warnings);
    for places in subject::subjects(&sheets) {
        joined::read(Subject::at(&places, &sheets), &mut run);
    }
    let Run { mut found, mut tally, mut warnings, taken, shown, copies, .. } = run;
    warnings.extend(taken.remark());
    found.sort_by_key(|found| found.order);
    tally.deal_rows = found.len();
    debug_assert!(tally.adds_up(), "a row is unaccounted for: {tally:?}");
    warnings.extend(names::unite(&mut found, &settings.template));
    warnings.extend(rates::convert(&mut found, &settings.template));
    warnings.extend(rates::several(&found));
    let (cost_table, remarks) = campaigns::costs(readings, &found, &settings.template, settings.as_of);
    warnings.extend(remarks);
    ladder.drop_unused(found.iter().map(|found| &found.deal));
    warnings.extend(checks::check(&sheets, &found, &ladder, settings));
    let book = Book {
        pipeline: ladder.pipeline,
        deals: found.into_iter().map(|found| found.deal).collect(),
        as_of: settings.as_of,
        tally,
        copies: copies.moments(),
        custom_columns: shown.headers,
        cost_table,
    };
    Ok(Warned { output: book, warnings })
}

/// A deal and where it was found.
struct Found {
    /// Its first row.
    order: Order,
    /// The sheets of its rows.
    sheets: Vec<usize>,
    deal: Deal,
}

/// What building deals needs, and what the rows have given so far.
struct Run<'a> {
    ladder: &'a Ladder,
    settings: &'a Settings,
    /// Where the sheets are, by their numbers.
    sheets: Arc<[Locus]>,
    /// By sheet.
    habits: Vec<Habits>,
    copies: Copies,
    shown: Shown,
    taken: activity::Taken,
    found: Vec<Found>,
    tally: Tally,
    warnings: Vec<Diagnostic>,
}

impl<'a> Run<'a> {
    /// Every row counted, and none read but those that recognition has set aside.
    fn of(sheets: &[Sheet<'_>], ladder: &'a Ladder, settings: &'a Settings, warnings: Vec<Diagnostic>) -> Self {
        let habits = |(place, sheet)| Habits::of(place, sheet, ladder, settings.as_of);
        let mut run = Self {
            ladder,
            settings,
            sheets: sheets.iter().map(|sheet| sheet.at.clone()).collect(),
            habits: sheets.iter().enumerate().map(habits).collect(),
            copies: Copies::of(sheets, settings.as_of),
            shown: Shown::of(sheets, &settings.template.shown),
            taken: activity::Taken::default(),
            found: Vec::new(),
            tally: Tally::default(),
            warnings,
        };
        run.warnings.extend(Shown::missing(sheets, &settings.template.shown));
        for sheet in sheets {
            run.tally.rows_read += sheet.table.rows_read();
            for (_, reason) in &sheet.table.skipped {
                run.count_skipped(*reason, 1);
            }
            let aside = sheet.set_aside.iter().filter(|aside| **aside).count();
            run.count_skipped(SkipReason::OtherPipeline, aside);
        }
        run
    }

    /// Leaves rows out, and says so of each, unless the run asked for it: facts after as-of have remarks of their own.
    fn skip(&mut self, reason: SkipReason, rows: &[Row<'_>]) {
        self.count_skipped(reason, rows.len());
        if matches!(reason, SkipReason::AfterAsOf | SkipReason::OtherPipeline) {
            return;
        }
        let why = Word::term(format!("skip-{}", reason.name()));
        let remark = |row: &Row<'_>| Diagnostic::new(Code::RowSkipped).at(row.at()).with("reason", why.clone());
        self.warnings.extend(rows.iter().map(remark));
    }

    fn count_skipped(&mut self, reason: SkipReason, rows: usize) {
        if rows > 0 {
            *self.tally.skipped.entry(reason).or_default() += rows;
        }
    }

    /// The cells of the shown columns; of several rows the last told.
    fn custom(&self, rows: &[Row<'_>]) -> Vec<Option<String>> {
        let cell = |place: usize, row: &Row<'_>| {
            let column = self.shown.columns[row.order.sheet][place]?;
            row.record.custom.iter().find(|(index, _)| *index == column).map(|(_, text)| text.clone())
        };
        (0..self.shown.headers.len()).map(|place| rows.iter().rev().find_map(|row| cell(place, row))).collect()
    }
}

/// The columns that the template shows and some table has.
struct Shown {
    headers: Vec<String>,
    /// By sheet and header, the column's number.
    columns: Vec<Vec<Option<u32>>>,
}

impl Shown {
    fn of(sheets: &[Sheet<'_>], wanted: &[String]) -> Self {
        let has = |header: &&String| sheets.iter().any(|sheet| sheet.column_under(header).is_some());
        let headers: Vec<String> = wanted.iter().filter(has).cloned().collect();
        let column = |sheet: &Sheet<'_>, header: &String| sheet.column_under(header).map(|column| column.index);
        let columns = |sheet| headers.iter().map(|header| column(sheet, header)).collect();
        Self { columns: sheets.iter().map(columns).collect(), headers }
    }

    /// A remark on each column that the template shows and no table has.
    fn missing(sheets: &[Sheet<'_>], wanted: &[String]) -> Vec<Diagnostic> {
        let lacks = |header: &&String| !sheets.iter().any(|sheet| sheet.column_under(header).is_some());
        let remark = |header: &String| Diagnostic::new(Code::ShownColumnMissing).with("header", header.as_str());
        wanted.iter().filter(lacks).map(remark).collect()
    }
}

fn nothing_found(readings: &[SheetReading]) -> Diagnostic {
    let mut files: Vec<&str> = readings.iter().map(|reading| &*reading.file).collect();
    files.dedup();
    let why = |reading: &SheetReading| {
        let SheetFinding::LeftOut(reason) = &reading.finding else { return None };
        let name = reading.sheet.as_deref().unwrap_or(&reading.file);
        Some((name.to_owned(), format!("left-out-{}", reason.name())))
    };
    let looked = Word::Each(readings.iter().filter_map(why).collect());
    Diagnostic::new(Code::NoTableFound).with("file", Word::names(&files)).with("looked", looked)
}
