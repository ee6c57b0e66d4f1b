//! Words and number forms of the user's language.
//!
//! Sentences stand in Fluent catalogues under `i18n/<language>/`; a key that a catalogue lacks is a bug and
//! panics, and a test walks them all. Numbers, dates and amounts are in [`format`](mod@format).

pub mod format;

use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use crate::diagnostic::{self, Code, Diagnostic, Word};
use crate::model::Stage;

/// A language that lejek speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// Polish.
    Pl,
    /// English.
    En,
}

impl Language {
    /// Every language.
    pub const ALL: [Self; 2] = [Self::Pl, Self::En];

    /// Two-letter code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Pl => "pl",
            Self::En => "en",
        }
    }

    /// The language of a code or locale name (`pl`, `pl_PL.UTF-8`, `en-GB`).
    pub fn from_locale(name: &str) -> Option<Self> {
        let code = name.split(['_', '-', '.', '@']).next().unwrap_or_default().to_ascii_lowercase();
        Self::ALL.into_iter().find(|language| language.code() == code)
    }

    /// Its catalogue.
    pub fn catalogue(self) -> &'static Catalogue {
        static CATALOGUES: [OnceLock<Catalogue>; 2] = [OnceLock::new(), OnceLock::new()];
        CATALOGUES[self as usize].get_or_init(|| Catalogue::load(self))
    }

    /// The sentence of this key.
    pub fn text(self, key: &str) -> String {
        self.catalogue().sentence(key, &[])
    }

    /// The sentence of this key with its words filled in. Counts choose the plural form.
    pub fn say(self, key: &str, words: &[(&str, Word)]) -> String {
        self.catalogue().sentence(key, words)
    }

    /// The sentence of a diagnostic, without its place.
    pub fn sentence_of(self, diagnostic: &Diagnostic) -> String {
        self.say(diagnostic.code.name(), &named(diagnostic))
    }

    /// The name of a stage.
    pub fn stage_name(self, stage: &Stage) -> &str {
        match self {
            Self::Pl => &stage.name_pl,
            Self::En => &stage.name_en,
        }
    }

    /// What a code is about, in a few words.
    pub fn title_of(self, code: Code) -> String {
        self.text(&format!("title-{}", code.name()))
    }

    /// The sentence of a code with its places left open: `…` for words.
    pub fn meaning_of(self, code: Code) -> String {
        self.catalogue().outline(code.name())
    }

    /// The advice of a code with its places left open.
    pub fn advice_for(self, code: Code) -> Option<String> {
        let key = format!("{}.hint", code.name());
        self.catalogue().has(&key).then(|| self.catalogue().outline(&key))
    }

    /// What to do about a diagnostic; none when there is nothing to do.
    pub fn hint_of(self, diagnostic: &Diagnostic) -> Option<String> {
        let key = format!("{}.hint", diagnostic.code.name());
        self.catalogue().has(&key).then(|| self.say(&key, &named(diagnostic)))
    }
}

fn named(diagnostic: &Diagnostic) -> Vec<(&str, Word)> {
    diagnostic.words.iter().map(|(name, word)| (name.as_str(), word.clone())).collect()
}

/// All sentences of one language.
pub struct Catalogue {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl std::fmt::Debug for Catalogue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Catalogue").finish_non_exhaustive()
    }
}

impl Catalogue {
    /// Whether the key (`key` or `key.attribute`) is there.
    pub fn has(&self, key: &str) -> bool {
        let (id, attribute) = split_key(key);
        self.bundle.get_message(id).is_some_and(|message| match attribute {
            Some(name) => message.get_attribute(name).is_some(),
            None => message.value().is_some(),
        })
    }

    fn sentence(&self, key: &str, words: &[(&str, Word)]) -> String {
        let args = words.iter().map(|(name, word)| {
            let value = match word {
                Word::Text(text) => FluentValue::from(text.as_str()),
                Word::Count(count) => FluentValue::from(*count as f64),
                Word::Day(_) => {
                    let day = word.day().expect("a day comes from a date");
                    FluentValue::from(format::date(day, self.language))
                }
                Word::Term(term) => FluentValue::from(self.sentence(term, &[])),
                Word::Each(names) => FluentValue::from(self.each(names)),
            };
            (*name, value)
        });
        self.fill(key, &args.collect())
    }

    /// `Arkusz1 (no header row), Arkusz2 (the sheet is empty)`; of many the first ten, and how many more there are.
    fn each(&self, names: &[(String, String)]) -> String {
        const MOST: usize = 10;
        let told = |(name, term): &(String, String)| format!("{name} ({})", self.sentence(term, &[]));
        let mut told: Vec<String> = names.iter().take(MOST).map(told).collect();
        if names.len() > MOST {
            told.push(format!("… (+{})", names.len() - MOST));
        }
        told.join(", ")
    }

    /// The sentence with `…` for every word that it waits for; counts read as several.
    fn outline(&self, key: &str) -> String {
        self.fill(key, &diagnostic::PLACES.iter().map(|place| (*place, FluentValue::from("…"))).collect())
    }

    fn fill(&self, key: &str, args: &FluentArgs<'_>) -> String {
        let (id, attribute) = split_key(key);
        let message = self.bundle.get_message(id);
        let pattern = message.and_then(|message| match attribute {
            Some(name) => message.get_attribute(name).map(|attribute| attribute.value()),
            None => message.value(),
        });
        let pattern = pattern.unwrap_or_else(|| panic!("no sentence `{key}` in the catalogue"));
        let mut errors = Vec::new();
        let sentence = self.bundle.format_pattern(pattern, Some(args), &mut errors).into_owned();
        assert!(errors.is_empty(), "sentence `{key}`: {errors:?}");
        sentence
    }

    fn load(language: Language) -> Self {
        let id = language.code().parse().expect("the codes of our languages are valid");
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match language {
            Language::Pl => |value, _| grouped(value, Language::Pl),
            Language::En => |value, _| grouped(value, Language::En),
        }));
        for source in sources(language) {
            let resource = FluentResource::try_new((*source).to_owned())
                .unwrap_or_else(|(_, errors)| panic!("the {} catalogue does not parse: {errors:?}", language.code()));
            bundle.add_resource(resource).expect("no key stands twice in a catalogue");
        }
        Self { language, bundle }
    }
}

/// The catalogue files of a language.
fn sources(language: Language) -> &'static [&'static str] {
    match language {
        Language::Pl => &[
            include_str!("i18n/pl/messages.ftl"),
            include_str!("i18n/pl/terms.ftl"),
            include_str!("i18n/pl/terminal.ftl"),
            include_str!("i18n/pl/workbook.ftl"),
            include_str!("i18n/pl/chart.ftl"),
            include_str!("i18n/pl/page.ftl"),
            include_str!("i18n/pl/inspect.ftl"),
            include_str!("i18n/pl/quality.ftl"),
            include_str!("i18n/pl/glossary.ftl"),
        ],
        Language::En => &[
            include_str!("i18n/en/messages.ftl"),
            include_str!("i18n/en/terms.ftl"),
            include_str!("i18n/en/terminal.ftl"),
            include_str!("i18n/en/workbook.ftl"),
            include_str!("i18n/en/chart.ftl"),
            include_str!("i18n/en/page.ftl"),
            include_str!("i18n/en/inspect.ftl"),
            include_str!("i18n/en/quality.ftl"),
            include_str!("i18n/en/glossary.ftl"),
        ],
    }
}

fn split_key(key: &str) -> (&str, Option<&str>) {
    match key.split_once('.') {
        Some((id, attribute)) => (id, Some(attribute)),
        None => (key, None),
    }
}

fn grouped(value: &FluentValue<'_>, language: Language) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(format::integer(number.value as i64, language)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_can_be_explained_in_every_language() {
        for language in Language::ALL {
            for code in Code::ALL {
                assert!(!language.meaning_of(*code).is_empty());
                assert!(language.title_of(*code).chars().count() <= 40, "`{}` has a long name", code.name());
                if code.severity() != diagnostic::Severity::Note {
                    assert!(language.advice_for(*code).is_some(), "what to do about `{}`?", code.name());
                }
            }
        }
    }

    #[test]
    fn counts_take_the_polish_plural() {
        let deals = |count: u64| Language::Pl.say("count-deals", &[("count", Word::from(count))]);
        assert_eq!([1, 2, 5, 22, 112].map(deals), ["1 szansa", "2 szanse", "5 szans", "22 szanse", "112 szans"]);
    }

    #[test]
    fn a_term_inside_a_sentence_speaks_the_same_language() {
        let skipped = Diagnostic::new(Code::RowSkipped).with("reason", Word::term("skip-total"));
        assert_eq!(Language::Pl.sentence_of(&skipped), "pomijam wiersz: suma");
        assert_eq!(Language::En.sentence_of(&skipped), "the row is skipped: total");
    }

    #[test]
    fn locales_name_languages() {
        for (locale, language) in
            [("pl_PL.UTF-8", Some(Language::Pl)), ("en-GB", Some(Language::En)), ("C", None), ("de_DE", None)]
        {
            assert_eq!(Language::from_locale(locale), language);
        }
    }
}
