//! Inputs in, tables out: what every verb that reads sheets begins with.

use std::path::Path;

use crate::cli::ReadArgs;
use crate::diagnostic::{Code, Diagnostic, Severity, Warned};
use crate::error::{Error, Result};
use crate::model::Moment;
use crate::once::Once;
use crate::read::{self, Boundary, Limits, Workbook};
use crate::recognise::{self, Made, NameSays, SheetFinding, SheetReading};
use crate::report::intake::{Chosen, InputFile};
use crate::template::{self, Template};

use super::Status;
use super::inputs::{Inputs, inputs};
use super::remember::Remembering;
use super::{clock, copy_dates, intake, speaks_for};

/// What came in: readings of all sheets, what is to be shown of the files, and what was noticed.
pub(super) struct TakenIn {
    /// The moment that the report speaks for.
    pub(super) as_of: Moment,
    /// The template asked for, else the one that an export's headers pick, else the universal one.
    pub(super) template: Template,
    pub(super) chosen: Chosen,
    pub(super) readings: Vec<SheetReading>,
    pub(super) files: Vec<InputFile>,
    pub(super) diagnostics: Vec<Diagnostic>,
    /// The files behind the names that were typed, and those that could not be used, one message each.
    pub(super) inputs: Inputs,
    /// What is to be kept when all is done; none unless asked for.
    pub(super) remembering: Option<Remembering>,
}

impl TakenIn {
    /// How a run with these inputs ends when `found` tells whether their remarks hold what was asked for.
    pub(super) fn status(&self, found: impl FnOnce(&[Diagnostic]) -> bool) -> Status {
        if !self.inputs.refused.is_empty() {
            Status::Failed
        } else if found(&self.diagnostics) {
            Status::Findings
        } else {
            Status::Done
        }
    }
}

/// Whether there is anything that `--strict` does not let pass.
pub(super) fn has_warning(remarks: &[Diagnostic]) -> bool {
    remarks.iter().any(|remark| remark.severity() >= Severity::Warning)
}

/// Reads and recognises every input, and the earlier states of them that the memory holds. An input that cannot be read
/// is left out, unless none is left.
pub(super) fn take_in(arguments: &ReadArgs, history: Option<&Path>) -> Result<TakenIn> {
    let asked = arguments.template.as_deref().map(|name| template::load(Some(name))).transpose()?;
    let program = std::env::current_exe().map_err(|cause| {
        Diagnostic::new(Code::FileUnreadable).with("file", "lejek").with("cause", cause.to_string())
    })?;
    let boundary = Boundary { program, limits: Limits::default() };
    let mut inputs = inputs(&arguments.inputs, &boundary.limits);
    let Warned { output: mut workbooks, warnings: mut diagnostics } = read_all(&mut inputs, &boundary);
    if workbooks.is_empty() {
        return Err(Error { causes: inputs.nothing_to_read() });
    }
    let (template, chosen) = match asked {
        Some(asked) => (asked, Chosen::Asked),
        None => fitting(&workbooks)?,
    };
    if let Chosen::ByHeaders(file) = &chosen {
        let picked = Diagnostic::new(Code::TemplatePicked).with("file", file.as_str());
        diagnostics.push(picked.with("name", template.name.as_str()));
    }
    let told = copy_dates::told(&arguments.copy_date, &workbooks)?;
    let as_of =
        speaks_for::as_of(arguments.as_of.as_deref(), &inputs.names(), || told.newest().unwrap_or_else(clock::today))?;
    let remembering = history.map(|path| Remembering::recall(path, as_of, &mut workbooks)).transpose()?;
    let mut readings = Vec::new();
    let mut of_file = Vec::new();
    let made = |workbook: &Workbook| {
        told.of(&workbook.file).or_else(|| remembering.as_ref()?.made(workbook, &workbooks, as_of))
    };
    let made: Vec<Option<Made>> = workbooks.iter().map(made).collect();
    let kept = remembering.as_ref().map_or(0, Remembering::own);
    let are_several = workbooks.len() > 1;
    let mut said = Once::default();
    for (place, (workbook, made)) in workbooks.iter_mut().zip(made).enumerate() {
        let stood = made.map_or(as_of, |made| made.at);
        let mut recognised = recognise::recognise(&*workbook, &template, stood.date());
        for reading in &mut recognised {
            reading.made = made;
            if are_several {
                reading.keep_rows_once(&mut said);
            }
        }
        if place >= kept {
            forget_cells(workbook, &recognised);
        }
        of_file.push(recognised.len());
        readings.extend(recognised);
    }
    drop(said);
    recognise::relate(&mut readings, &template);
    if remembering.is_none() {
        put_copies_in_time(&mut workbooks, &mut readings, &mut of_file);
    }
    recognise::name_owners(&mut readings, &workbooks);
    let mut rest = readings.as_slice();
    let mut files = Vec::new();
    for (workbook, sheets) in workbooks.iter().zip(of_file) {
        let (own, others) = rest.split_at(sheets);
        files.push(intake::input_file(workbook, own));
        rest = others;
    }
    diagnostics.extend(intake::remarks(&readings));
    diagnostics.extend(inputs.notes.iter().chain(&inputs.refused).cloned());
    let remembering = remembering.map(|remembering| remembering.of_deals(workbooks, &readings, as_of));
    Ok(TakenIn { as_of, template, chosen, readings, files, diagnostics, inputs, remembering })
}

/// Puts files that are all copies of a sheet in the order of time, whatever told their days, so that the order in which they
/// were given plays no part. `of_file` counts the readings of each.
fn put_copies_in_time(workbooks: &mut Vec<Workbook>, readings: &mut Vec<SheetReading>, of_file: &mut Vec<usize>) {
    let made = |reading: &SheetReading| match &reading.finding {
        SheetFinding::Table(table) => match table.name_says {
            Some(NameSays::Copy(moment)) => Some(moment.lo()),
            _ => None,
        },
        SheetFinding::LeftOut(_) => None,
    };
    let mut rest = std::mem::take(readings).into_iter();
    let files = std::mem::take(workbooks).into_iter().zip(of_file.iter());
    let mut files: Vec<(Workbook, Vec<SheetReading>)> =
        files.map(|(workbook, sheets)| (workbook, rest.by_ref().take(*sheets).collect())).collect();
    let day = |(_, readings): &(Workbook, Vec<SheetReading>)| readings.iter().filter_map(made).max();
    if files.iter().all(|file| day(file).is_some()) {
        files.sort_by(|a, b| day(a).cmp(&day(b)).then_with(|| a.0.file.cmp(&b.0.file)));
    }
    of_file.clear();
    for (workbook, of_workbook) in files {
        of_file.push(of_workbook.len());
        readings.extend(of_workbook);
        workbooks.push(workbook);
    }
}

/// Gives up the cells of sheets that are read and are wanted no more: of a year of copies, there are many.
fn forget_cells(workbook: &mut Workbook, readings: &[SheetReading]) {
    let stands_alone = |reading: &SheetReading| match &reading.finding {
        SheetFinding::Table(table) => table.alone.is_none(),
        SheetFinding::LeftOut(_) => false,
    };
    for sheet in &mut workbook.sheets {
        let mut own = readings.iter().filter(|reading| reading.sheet == sheet.name);
        if own.all(stands_alone) {
            sheet.rows = Vec::new();
        }
    }
}

/// Every file that can be read; the inputs learn which cannot. Which template fits, all of them decide together, so they
/// are held until then, a row that several have once.
fn read_all(inputs: &mut Inputs, boundary: &Boundary) -> Warned<Vec<Workbook>> {
    let (mut workbooks, mut warnings, mut refused) = (Vec::new(), Vec::new(), Vec::new());
    let mut rows = Once::default();
    for (place, input) in inputs.files.iter().enumerate() {
        match read::read(&input.path, &input.shown, boundary) {
            Ok(read) => {
                let mut workbook = read.drain_into(&mut warnings);
                if inputs.files.len() > 1 {
                    workbook.keep_rows_once(&mut rows);
                }
                workbooks.push(workbook);
            }
            Err(refusal) => refused.push((place, refusal)),
        }
    }
    inputs.refuse(refused);
    Warned { output: workbooks, warnings }
}

/// The template of the first export that is known by its headers.
fn fitting(workbooks: &[Workbook]) -> Result<(Template, Chosen)> {
    let pickable = template::pickable();
    let pick = |workbook| recognise::pick(workbook, &pickable).map(|template| (template.clone(), workbook));
    match workbooks.iter().find_map(pick) {
        Some((template, workbook)) => Ok((template, Chosen::ByHeaders(workbook.file.to_string()))),
        None => Ok((template::load(None)?, Chosen::Usual)),
    }
}
