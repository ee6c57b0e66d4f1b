//! Measures in, documents out: what is shown, in which order and rounding. One folder or file a form:
//! workbook, charts, web page, JSON, terminal. Nothing here computes a figure that report.json does not have.

pub mod as_template;
pub mod chart;
pub mod headline;
pub mod inspection;
pub mod intake;
pub mod json;
pub mod page;
pub mod quality;
pub mod section;
pub mod since;
pub mod story;
pub mod task;
pub mod terminal;
pub mod workbook;

use crate::diagnostic::Diagnostic;
use crate::i18n::Language;
use crate::measure::Measures;
use crate::model::{Book, StageId};
use crate::settings::Settings;

/// Everything that a document can speak of.
#[derive(Debug, Clone, Copy)]
pub struct Report<'a> {
    /// The language it is written in.
    pub language: Language,
    /// What the run was asked to do.
    pub settings: &'a Settings,
    /// Why it uses the template of its settings.
    pub chosen: &'a intake::Chosen,
    /// The input files and what was understood of them.
    pub inputs: &'a [intake::InputFile],
    /// The deals.
    pub book: &'a Book,
    /// The measures.
    pub measures: &'a Measures,
    /// What was noticed, in the order of the input.
    pub diagnostics: &'a [Diagnostic],
}

impl<'a> Report<'a> {
    /// A stage's name in the report's language.
    pub fn stage_name(&self, id: StageId) -> &'a str {
        self.language.stage_name(self.book.pipeline.stage(id))
    }
}
