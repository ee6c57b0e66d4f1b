//! Arguments in, what was understood of the inputs out: the way on which every verb that reads sheets begins.

use std::path::Path;

use crate::cli::ReadArgs;
use crate::diagnostic::Diagnostic;
use crate::error::{Error, Result};
use crate::history;
use crate::i18n::Language;
use crate::model::Book;
use crate::recognise::{SheetFinding, SheetReading};
use crate::settings::Settings;

use super::Console;
use super::take_in::{TakenIn, take_in};

/// What a run has before anything is measured.
pub(super) struct Understood {
    /// The language to write in.
    pub(super) language: Language,
    pub(super) settings: Settings,
    /// All remarks up to here are in its diagnostics.
    pub(super) taken: TakenIn,
    /// The deals, or why there are none.
    pub(super) book: std::result::Result<Book, Vec<Diagnostic>>,
}

impl Understood {
    /// The deals of a verb that can do nothing without them.
    pub(super) fn into_book(self) -> Result<(Language, Settings, TakenIn, Book)> {
        let book = self.book.map_err(|causes| Error { causes })?;
        Ok((self.language, self.settings, self.taken, book))
    }
}

/// Reads the inputs and puts their deals together. From here on the console speaks the language of the sheets, unless
/// another was asked for. `history` is the memory to read earlier states of the sheets from.
pub(super) fn understand(arguments: &ReadArgs, history: Option<&Path>, console: &mut Console) -> Result<Understood> {
    let asked = arguments.lang.as_deref().and_then(Language::from_locale);
    if let Some(language) = asked {
        console.speak(language);
    }
    let mut taken = take_in(arguments, history)?;
    let settings = Settings::new(taken.as_of, taken.template.clone());
    let language = asked.or_else(|| language_of(&taken.readings)).unwrap_or(console.language);
    console.speak(language);
    let book = match history::book(&taken.readings, &settings) {
        Ok(book) => Ok(book.drain_into(&mut taken.diagnostics)),
        Err(error) => Err(error.causes),
    };
    Ok(Understood { language, settings, taken, book })
}

/// The language in which most of the tables' headers are written.
fn language_of(readings: &[SheetReading]) -> Option<Language> {
    let spoken = readings.iter().filter_map(|reading| match &reading.finding {
        SheetFinding::Table(table) => table.language.map(|language| (language, table.records.len())),
        SheetFinding::LeftOut(_) => None,
    });
    spoken.max_by_key(|(_, rows)| *rows).map(|(language, _)| language)
}
