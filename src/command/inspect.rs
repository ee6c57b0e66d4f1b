//! `lejek inspect`: what was understood of the inputs, on the terminal or as JSON.

use std::collections::BTreeSet;

use crate::cli::InspectArgs;
use crate::error::Result;
use crate::recognise::stage::{StageWord, StageWords};
use crate::report::inspection::Inspection;
use crate::report::{json, terminal};
use crate::template::Template;

use super::understand::{Understood, understand};
use super::{Console, Status, print};

pub(super) fn run(arguments: &InspectArgs, console: &mut Console) -> Result<Status> {
    let Understood { language, settings, mut taken, book } = understand(&arguments.read, console)?;
    let book = book.map_err(|causes| taken.diagnostics.extend(causes)).ok();
    let words = words_of_template(book.iter().flat_map(|book| &book.pipeline.stages), &settings.template);
    let inspection = Inspection {
        language,
        settings: &settings,
        chosen: &taken.chosen,
        inputs: &taken.files,
        book: book.as_ref(),
        words_of_template: &words,
        diagnostics: &taken.diagnostics,
    };
    console.complain(&taken.inputs.refused);
    if arguments.json {
        print(&String::from_utf8_lossy(&json::inspection(&inspection)));
    } else {
        print(&terminal::inspection(&inspection));
    }
    Ok(if taken.inputs.refused.is_empty() { Status::Done } else { Status::Failed })
}

/// The words of these stages that the template itself ties to them.
fn words_of_template<'s>(
    stages: impl Iterator<Item = &'s crate::model::Stage>,
    template: &Template,
) -> BTreeSet<String> {
    let own = StageWords::of(template);
    let words = stages.flat_map(|stage| stage.words.iter().map(move |(word, _)| (stage, word)));
    let tied = words.filter(|(stage, word)| own.meaning(word) == StageWord::Stage(stage.key.as_str().into()));
    tied.map(|(_, word)| word.clone()).collect()
}
