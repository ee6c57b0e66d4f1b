//! The files of a case in, what lejek makes of them out: the first three steps of a run, as every verb takes them.

use std::path::{Path, PathBuf};

use lejek::history;
use lejek::model::{Book, Moment};
use lejek::read::{self, Boundary, Limits};
use lejek::recognise::{self, SheetFinding, SheetReading};
use lejek::settings::Settings;
use lejek::template;

/// What came out.
pub(super) struct Understood {
    pub(super) settings: Settings,
    pub(super) readings: Vec<SheetReading>,
    /// None where no sheet holds deals.
    pub(super) book: Option<Book>,
    /// Names of the codes of all diagnostics.
    pub(super) codes: Vec<&'static str>,
}

/// Reads the files and puts the deals together.
pub(super) fn understand(program: &Path, paths: &[PathBuf], as_of: Moment) -> Understood {
    let boundary = Boundary { program: program.to_owned(), limits: Limits::default() };
    let mut diagnostics = Vec::new();
    let mut workbooks = Vec::new();
    for path in paths {
        let read = read::read(path, &read::shown_name(path), &boundary)
            .unwrap_or_else(|refusal| panic!("{}: {refusal:?}", path.display()));
        workbooks.push(read.drain_into(&mut diagnostics));
    }
    let pickable = template::pickable();
    let picked = workbooks.iter().find_map(|workbook| recognise::pick(workbook, &pickable)).cloned();
    let template = picked.unwrap_or_else(|| template::load(None).expect("the default template"));
    let mut readings: Vec<SheetReading> =
        workbooks.iter().flat_map(|workbook| recognise::recognise(workbook, &template, as_of.date())).collect();
    recognise::relate(&mut readings, &template);
    recognise::name_owners(&mut readings, &workbooks);
    for reading in &readings {
        if let SheetFinding::Table(table) = &reading.finding {
            diagnostics.extend(table.diagnostics.iter().cloned());
        }
    }
    let settings = Settings::new(as_of, template);
    let book = match history::book(&readings, &settings) {
        Ok(book) => Some(book.drain_into(&mut diagnostics)),
        Err(error) => {
            diagnostics.extend(error.causes);
            None
        }
    };
    let codes = diagnostics.iter().map(|diagnostic| diagnostic.code.name()).collect();
    Understood { settings, readings, book, codes }
}
