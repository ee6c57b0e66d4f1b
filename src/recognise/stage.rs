//! A stage word in, what it means out. (Stand-in until the real one is merged.)

use std::sync::Arc;

use crate::template::Template;

/// What a word says about a deal's stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StageWord {
    /// The stage of the template with this key.
    Stage(Arc<str>),
    /// Won, in whatever stage that is.
    Won,
    /// Lost.
    Lost,
    /// Parked.
    Deferred,
    /// Undecided; it does not tell the stage.
    Open,
    /// Nothing that lejek knows.
    Unknown,
}

/// What this word means in a template.
pub fn match_stage_word(word: &str, template: &Template) -> StageWord {
    let folded = fold(word);
    let stage = template.stages.iter().find(|stage| {
        let names = [&stage.key, &stage.name_pl, &stage.name_en];
        names.into_iter().chain(&stage.aliases).any(|name| fold(name) == folded)
    });
    match (stage, folded.as_str()) {
        (Some(stage), _) => StageWord::Stage(stage.key.as_str().into()),
        (None, "won" | "wygrana") => StageWord::Won,
        (None, "lost" | "przegrana") => StageWord::Lost,
        (None, "odlozone") => StageWord::Deferred,
        (None, "open" | "otwarta") => StageWord::Open,
        (None, word) if word.starts_with("won ") => StageWord::Won,
        _ => StageWord::Unknown,
    }
}

fn fold(text: &str) -> String {
    let text: String =
        text.to_lowercase().chars().map(|letter| if letter.is_alphanumeric() { letter } else { ' ' }).collect();
    let words = text.split_whitespace().skip_while(|word| word.chars().all(|letter| letter.is_ascii_digit()));
    words.collect::<Vec<_>>().join(" ")
}
