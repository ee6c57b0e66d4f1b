//! Inputs in, tables out: what every verb that reads sheets begins with.

use std::path::PathBuf;

use crate::diagnostic::{Code, Diagnostic};
use crate::error::{Error, Result};
use crate::read::{self, Boundary, Limits, Workbook};
use crate::recognise::{self, SheetReading};
use crate::report::intake::{Chosen, InputFile};
use crate::template::{self, Template};

use super::intake;

/// What came in: readings of all sheets, what is to be shown of the files, and what was noticed.
pub(super) struct TakenIn {
    /// The template asked for, else the one that an export's headers pick, else the universal one.
    pub(super) template: Template,
    pub(super) chosen: Chosen,
    pub(super) readings: Vec<SheetReading>,
    pub(super) files: Vec<InputFile>,
    pub(super) diagnostics: Vec<Diagnostic>,
    /// Inputs that could not be used, one message each.
    pub(super) refused: Vec<Diagnostic>,
}

/// Reads and recognises every input. One that cannot be read is left out, unless none is left.
pub(super) fn take_in(inputs: &[PathBuf], template: Option<&str>) -> Result<TakenIn> {
    let asked = template.map(|name| template::load(Some(name))).transpose()?;
    let program = std::env::current_exe().map_err(|cause| {
        Diagnostic::new(Code::FileUnreadable).with("file", "lejek").with("cause", cause.to_string())
    })?;
    let boundary = Boundary { program, limits: Limits::default() };
    let (mut workbooks, mut diagnostics, mut refused) = (Vec::new(), Vec::new(), Vec::new());
    for path in inputs {
        match read::read(path, &boundary) {
            Ok(read) => workbooks.push(read.drain_into(&mut diagnostics)),
            Err(refusal) => refused.push(refusal),
        }
    }
    if workbooks.is_empty() {
        return Err(Error { causes: refused });
    }
    let (template, chosen) = match asked {
        Some(asked) => (asked, Chosen::Asked),
        None => fitting(&workbooks)?,
    };
    let mut readings = Vec::new();
    let mut of_file = Vec::new();
    for workbook in &workbooks {
        let recognised = recognise::recognise(workbook, &template);
        of_file.push(recognised.len());
        readings.extend(recognised);
    }
    recognise::relate(&mut readings, &template);
    let mut rest = readings.as_slice();
    let mut files = Vec::new();
    for (workbook, sheets) in workbooks.iter().zip(of_file) {
        let (own, others) = rest.split_at(sheets);
        files.push(intake::input_file(workbook, own));
        rest = others;
    }
    diagnostics.extend(intake::remarks(&readings));
    diagnostics.extend(refused.iter().cloned());
    Ok(TakenIn { template, chosen, readings, files, diagnostics, refused })
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
