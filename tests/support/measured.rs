//! A book measured, to be reported with nothing said of its inputs.

use lejek::i18n::Language;
use lejek::measure::{Measures, measure};
use lejek::model::Book;
use lejek::report::Report;
use lejek::report::intake::Chosen;
use lejek::settings::Settings;

/// What a report speaks of, owned.
pub(crate) struct Measured {
    settings: Settings,
    pub(crate) book: Book,
    measures: Measures,
}

impl Measured {
    pub(crate) fn of(book: Book, settings: Settings) -> Self {
        let measures = measure(&book, &settings);
        Self { settings, book, measures }
    }

    pub(crate) fn report(&self, language: Language) -> Report<'_> {
        Report {
            language,
            settings: &self.settings,
            chosen: &Chosen::Usual,
            inputs: &[],
            book: &self.book,
            measures: &self.measures,
            diagnostics: &[],
        }
    }
}
