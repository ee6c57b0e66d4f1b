//! `--history`: earlier states of the run's files out of the memory, and, when all is done, the present ones into it.

use std::path::Path;

use crate::diagnostic::Diagnostic;
use crate::memory::Memory;
use crate::model::Moment;
use crate::read::Workbook;
use crate::recognise::{Made, MadeBy, NameSays, SheetFinding, SheetReading};

use super::speaks_for;

/// A memory in use.
pub(super) struct Remembering {
    memory: Memory,
    /// How many of the workbooks are the run's own; the others were recalled, each with its moment.
    own: usize,
    recalled: Vec<Moment>,
    /// What is to be kept.
    present: Vec<(Moment, Workbook)>,
}

impl Remembering {
    /// Opens the memory, and adds to the workbooks of a run what it holds of them from before as-of.
    pub(super) fn recall(path: &Path, as_of: Moment, workbooks: &mut Vec<Workbook>) -> Result<Self, Diagnostic> {
        let memory = Memory::open(path)?;
        let own = workbooks.len();
        let known: Vec<String> = workbooks.iter().map(|workbook| workbook.sha256.clone()).collect();
        let known: Vec<&str> = known.iter().map(String::as_str).collect();
        let mut earlier: Vec<(Moment, Workbook)> = Vec::new();
        for workbook in workbooks.iter() {
            for (made, copy) in memory.recall(&workbook.file, as_of, &known)? {
                if earlier.iter().all(|(_, other)| other.file != copy.file) {
                    earlier.push((made, copy));
                }
            }
        }
        let (recalled, copies): (Vec<Moment>, Vec<Workbook>) = earlier.into_iter().unzip();
        workbooks.extend(copies);
        Ok(Self { memory, own, recalled, present: Vec::new() })
    }

    /// How many of the workbooks are the run's own, whose cells are to be kept.
    pub(super) fn own(&self) -> usize {
        self.own
    }

    /// When a workbook stood as it is, if the memory has another state of the run's files.
    pub(super) fn made(&self, workbook: &Workbook, workbooks: &[Workbook], as_of: Moment) -> Option<Made> {
        if self.recalled.is_empty() {
            return None;
        }
        let place = workbooks.iter().position(|other| other.file == workbook.file)?;
        Some(match place.checked_sub(self.own) {
            Some(copy) => Made { at: self.recalled[copy], by: MadeBy::Memory },
            None => Made { at: day_in_name(workbook).unwrap_or(as_of), by: MadeBy::Present },
        })
    }

    /// Chooses what is to be kept: the run's own workbooks, of them the sheets that hold deals, each as it stood at the
    /// day of its copy, else at as-of.
    #[must_use]
    pub(super) fn of_deals(mut self, workbooks: Vec<Workbook>, readings: &[SheetReading], as_of: Moment) -> Self {
        for mut workbook in workbooks.into_iter().take(self.own) {
            let own: Vec<&SheetReading> = readings.iter().filter(|reading| reading.file == workbook.file).collect();
            let table = |reading: &&&SheetReading| matches!(reading.finding, SheetFinding::Table(_));
            workbook.sheets.retain(|sheet| own.iter().filter(table).any(|reading| reading.sheet == sheet.name));
            let copies = own.iter().filter_map(|reading| copy(reading));
            let made = copies.max_by(|a, b| a.order(*b)).or_else(|| day_in_name(&workbook)).unwrap_or(as_of);
            if !workbook.sheets.is_empty() && made.date() <= as_of.date() {
                self.present.push((made, workbook));
            }
        }
        self
    }

    /// Keeps the present state of the run's files.
    pub(super) fn keep(&mut self) -> Result<(), Diagnostic> {
        let present: Vec<(Moment, &Workbook)> = self.present.iter().map(|(made, workbook)| (*made, workbook)).collect();
        self.memory.keep(&present)
    }
}

/// The moment of the copy that a sheet is.
fn copy(reading: &SheetReading) -> Option<Moment> {
    match &reading.finding {
        SheetFinding::Table(table) => match &table.name_says {
            Some(NameSays::Copy(moment)) => Some(*moment),
            _ => None,
        },
        SheetFinding::LeftOut(_) => None,
    }
}

fn day_in_name(workbook: &Workbook) -> Option<Moment> {
    let stem = Path::new(&*workbook.file).file_stem()?;
    speaks_for::in_name(&stem.to_string_lossy()).map(Moment::Day)
}
