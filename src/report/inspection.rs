//! What was understood of the inputs, before anything is measured: the base of `lejek inspect` in all its forms.

use std::collections::BTreeSet;

use crate::diagnostic::Diagnostic;
use crate::i18n::Language;
use crate::model::{Book, Moment, Stage, StageOrigin};
use crate::settings::Settings;

use super::intake::{Chosen, InputFile, InputSheet};

/// Everything that an inspection can speak of.
#[derive(Debug, Clone, Copy)]
pub struct Inspection<'a> {
    /// The language it is written in.
    pub language: Language,
    /// As-of and the template.
    pub settings: &'a Settings,
    /// Why it is this template.
    pub chosen: &'a Chosen,
    /// The input files and what was understood of them.
    pub inputs: &'a [InputFile],
    /// The deals; none when no sheet has any.
    pub book: Option<&'a Book>,
    /// State words that the template itself ties to a stage. All others were placed by their meaning or by the rows.
    pub words_of_template: &'a BTreeSet<String>,
    /// What was noticed, in the order of the input.
    pub diagnostics: &'a [Diagnostic],
}

impl<'a> Inspection<'a> {
    /// The moment it speaks for.
    pub fn as_of(&self) -> Moment {
        self.settings.as_of
    }

    /// Every sheet of every file.
    pub fn sheets(&self) -> impl Iterator<Item = &'a InputSheet> {
        self.inputs.iter().flat_map(|input| &input.sheets)
    }

    /// The stages as they were used, the ladder first.
    pub fn stages(&self) -> &'a [Stage] {
        self.book.map_or(&[], |book| &book.pipeline.stages)
    }

    /// A stage's name by its key.
    pub fn stage_name(&self, key: &'a str) -> &'a str {
        let stage = self.stages().iter().find(|stage| stage.key == key);
        stage.map_or(key, |stage| self.language.stage_name(stage))
    }
}

/// Whether only the sheets name this stage, so that its place is a guess.
pub fn is_guessed(stage: &Stage) -> bool {
    stage.origin == StageOrigin::Sheet
}
