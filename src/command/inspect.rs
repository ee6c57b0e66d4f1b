//! `lejek inspect`: what was understood of the inputs, on the terminal, as JSON, or as a template to edit.

use std::collections::BTreeSet;
use std::path::Path;

use crate::cli::InspectArgs;
use crate::error::{Error, Result};
use crate::model::Stage;
use crate::output::{self, Existing};
use crate::recognise::stage::{StageWord, StageWords};
use crate::report::inspection::Inspection;
use crate::report::{as_template, json, terminal};
use crate::template::{self, Template};

use super::understand::{Understood, understand};
use super::{Console, Status, print};

pub(super) fn run(arguments: &InspectArgs, console: &mut Console) -> Result<Status> {
    let Understood { language, settings, mut taken, book } = understand(&arguments.read, None, console)?;
    let book = match book {
        Ok(book) => Some(book),
        Err(causes) if arguments.write.is_some() => return Err(Error { causes }),
        Err(causes) => {
            taken.diagnostics.extend(causes);
            None
        }
    };
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
    if let Some(path) = &arguments.write {
        let existing = if arguments.force { Existing::Replaced } else { Existing::Stays };
        let extends = extends(arguments.read.template.as_deref(), &settings.template, path);
        let text = as_template::as_template(&inspection, &extends);
        output::write_one(path, text.as_bytes(), existing, &taken.inputs.paths())?;
    }
    console.complain(&taken.inputs.refused);
    if arguments.json {
        print(&String::from_utf8_lossy(&json::inspection(&inspection)));
    } else {
        print(&terminal::inspection(&inspection, arguments.write.as_deref()));
    }
    Ok(if taken.inputs.refused.is_empty() { Status::Done } else { Status::Failed })
}

/// How a file at this place names the template of the run: a built-in one by its name, a file by its name where both
/// lie in one folder, else by its whole path.
fn extends(asked: Option<&str>, template: &Template, target: &Path) -> String {
    let asked = match asked {
        Some(asked) if template::source(asked).is_none() => Path::new(asked),
        _ => return template.name.clone(),
    };
    let whole = |path: &Path| std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
    let (asked, target) = (whole(asked), whole(target));
    let near = asked.parent() == target.parent();
    let named = if near { asked.file_name().map(Path::new) } else { None };
    named.unwrap_or(&asked).display().to_string()
}

/// The words of these stages that the template itself ties to them.
fn words_of_template<'s>(stages: impl Iterator<Item = &'s Stage>, template: &Template) -> BTreeSet<String> {
    let own = StageWords::of(template);
    let words = stages.flat_map(|stage| stage.words.iter().map(move |(word, _)| (stage, word)));
    let tied = words.filter(|(stage, word)| own.meaning(word) == StageWord::Stage(stage.key.as_str().into()));
    tied.map(|(_, word)| word.clone()).collect()
}
