//! The state words of all tables in, their meanings out, with the stages that they add to the template.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::model::{StageKind, StageOrigin};
use crate::recognise::Layout;
use crate::recognise::stage::{StageWord, StageWords, own_key};
use crate::template::{self, Field, StageRule, Template};

use super::activity;
use super::evidence::Evidence;
use super::sheet::Sheet;
use super::state::state_words;

/// Templates that know stages which many teams have and the chosen template may lack; the last one has the order of
/// them all.
const OF_THE_FIELD: [&str; 2] = ["extended", "b2b"];

const DEFAULT_LIMIT_DAYS: f64 = 14.0;

/// What a word means before the stages have their places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Meaning {
    /// The key of a stage.
    Stage(String),
    /// Undecided.
    Open,
}

/// Every state word of the sheets with its meaning, and the stages that they add to the template.
pub(super) struct Lexicon {
    pub meanings: BTreeMap<String, Meaning>,
    kinds: BTreeMap<String, StageKind>,
    added: BTreeMap<String, (StageRule, StageOrigin)>,
    field: Vec<(Template, StageWords)>,
}

impl Lexicon {
    pub(super) fn of(sheets: &[Sheet<'_>], template: &Template) -> Self {
        let field = OF_THE_FIELD.iter().filter_map(|name| template::builtin(name));
        let field = field.map(|template| (template.clone(), StageWords::of(&template))).collect();
        let own = StageWords::of(template);
        let kinds = template.stages.iter().map(|rule| (rule.key.clone(), rule.kind)).collect();
        let mut lexicon = Self { meanings: BTreeMap::new(), kinds, added: BTreeMap::new(), field };
        let records = sheets.iter().flat_map(Sheet::records);
        let words: BTreeSet<&String> =
            records.flat_map(|record| [&record.stage, &record.outcome, &record.lost_stage]).flatten().collect();
        for word in words {
            let meaning = lexicon.meaning(word, own.meaning(word), template);
            lexicon.meanings.insert(word.clone(), meaning);
        }
        for column in sheets.iter().flat_map(|sheet| &sheet.table.stage_columns) {
            lexicon.add_of_the_field(&column.key);
            lexicon.add(own_stage(column.key.to_string(), &column.word), StageOrigin::Sheet);
        }
        for key in sheets.iter().flat_map(dated_keys) {
            lexicon.add_of_the_field(key);
        }
        lexicon
    }

    /// What a word means, of which the template says so much.
    fn meaning(&mut self, word: &str, says: StageWord, template: &Template) -> Meaning {
        let of_kind = |kind| {
            let rule = template.stages.iter().find(|rule| rule.kind == kind);
            Meaning::Stage(rule.expect("a template has stages of every kind").key.clone())
        };
        match says {
            StageWord::Stage(key) => Meaning::Stage(key.as_ref().to_owned()),
            StageWord::Won => of_kind(StageKind::Won),
            StageWord::Lost => of_kind(StageKind::Lost),
            StageWord::Deferred => of_kind(StageKind::Deferred),
            StageWord::Open => Meaning::Open,
            StageWord::Unknown => Meaning::Stage(self.beyond(word)),
        }
    }

    /// The key of the stage for a word that the template does not know.
    fn beyond(&mut self, word: &str) -> String {
        let known = self.field.iter().find_map(|(_, words)| match words.meaning(word) {
            StageWord::Stage(key) => Some(key),
            _ => None,
        });
        if let Some(key) = known {
            self.add_of_the_field(&key);
            return key.as_ref().to_owned();
        }
        let mut key = own_key(word);
        // A stage of a template may have this key without having this word.
        while self.kinds.contains_key(&key) && self.origin(&key) == StageOrigin::Template {
            key.push('+');
        }
        self.add(own_stage(key.clone(), word), StageOrigin::Sheet);
        key
    }

    fn add_of_the_field(&mut self, key: &str) {
        let rule = self.field.iter().flat_map(|(template, _)| &template.stages).find(|rule| rule.key == key);
        if let Some(rule) = rule.cloned() {
            self.add(rule, StageOrigin::Template);
        }
    }

    /// Adds a stage that is not there yet.
    fn add(&mut self, rule: StageRule, origin: StageOrigin) {
        if !self.kinds.contains_key(&rule.key) {
            self.kinds.insert(rule.key.clone(), rule.kind);
            self.added.insert(rule.key.clone(), (rule, origin));
        }
    }

    /// The key of the stage that a word leads to.
    pub(super) fn key(&self, word: &str) -> Option<&str> {
        match self.meanings.get(word)? {
            Meaning::Stage(key) => Some(key),
            Meaning::Open => None,
        }
    }

    /// The kind of stage that a word leads to.
    pub(super) fn kind(&self, word: &str) -> Option<StageKind> {
        match self.meanings.get(word)? {
            Meaning::Stage(key) => self.kinds.get(key).copied(),
            Meaning::Open => Some(StageKind::Open),
        }
    }

    /// The stages that the template lacks, in the order in which to place them: those of the field first, then by
    /// number, then those with most rows, then by name. The order of the rows plays no part.
    pub(super) fn added(&self, usage: &Usage, evidence: &Evidence) -> Vec<&StageRule> {
        let mut added: Vec<&(StageRule, StageOrigin)> =
            self.added.iter().filter(|(key, _)| usage.is_used(key)).map(|(_, added)| added).collect();
        added.sort_by_key(|(rule, origin)| {
            let number = evidence.number(&rule.key).unwrap_or(u32::MAX);
            (*origin == StageOrigin::Sheet, number, Reverse(usage.rows.get(&rule.key)))
        });
        added.into_iter().map(|(rule, _)| rule).collect()
    }

    /// Whether a template knows a stage, or only the sheets.
    pub(super) fn origin(&self, key: &str) -> StageOrigin {
        self.added.get(key).map_or(StageOrigin::Template, |(_, origin)| *origin)
    }

    /// The place of a stage in the order of the field.
    pub(super) fn order(&self, key: &str) -> Option<usize> {
        self.field.last()?.0.stages.iter().position(|rule| rule.key == key)
    }
}

/// Keys of the stages that columns of dates name.
fn dated_keys<'a>(sheet: &'a Sheet<'_>) -> impl Iterator<Item = &'a str> {
    sheet.table.columns.iter().filter_map(|column| match &column.field {
        Some(Field::StageDate(key)) => Some(&**key),
        _ => None,
    })
}

/// A stage that only the sheet names.
fn own_stage(key: String, word: &str) -> StageRule {
    StageRule {
        key,
        name_pl: word.to_owned(),
        name_en: word.to_owned(),
        aliases: Vec::new(),
        kind: StageKind::Open,
        limit_days: None,
        default_limit_days: DEFAULT_LIMIT_DAYS,
    }
}

/// Which words count in how many rows.
pub(super) struct Usage {
    /// Word to rows.
    pub words: BTreeMap<String, usize>,
    /// Stage key to rows.
    rows: BTreeMap<String, usize>,
    /// Keys of stages with a column of their own.
    dated: BTreeSet<String>,
}

impl Usage {
    pub(super) fn of(sheets: &[Sheet<'_>], lexicon: &Lexicon) -> Self {
        let mut usage = Self { words: BTreeMap::new(), rows: BTreeMap::new(), dated: BTreeSet::new() };
        for sheet in sheets {
            usage.dated.extend(dated_keys(sheet).map(ToOwned::to_owned));
            usage.dated.extend(sheet.table.stage_columns.iter().map(|column| column.key.to_string()));
            for record in sheet.records() {
                let words = state_words(record, sheet.table.layout, |word| lexicon.kind(word));
                for word in [words.decides, words.through].into_iter().flatten() {
                    match usage.words.get_mut(word) {
                        Some(rows) => *rows += 1,
                        None => drop(usage.words.insert(word.to_owned(), 1)),
                    }
                }
            }
        }
        for (word, rows) in &usage.words {
            if let Some(key) = lexicon.key(word) {
                *usage.rows.entry(key.to_owned()).or_default() += rows;
            }
        }
        usage
    }

    /// Calls and meetings tell of first contacts and, where offers have dates, of follow-ups; a change log tells its
    /// own stages.
    pub(super) fn add_contacts(&mut self, sheets: &[Sheet<'_>], template: &Template) {
        let of = |layout| sheets.iter().filter(move |sheet| sheet.table.layout == layout);
        let mut contacts = of(Layout::Activities).flat_map(|sheet| &sheet.table.records);
        if of(Layout::ChangeLog).next().is_none() && contacts.any(activity::is_dated_contact) {
            self.dated.insert(template.first_contact.to.clone());
            if self.dated.contains(&template.follow_up.from) {
                self.dated.insert(template.follow_up.to.clone());
            }
        }
    }

    /// Whether a word or a column of dates names this stage.
    pub(super) fn is_used(&self, key: &str) -> bool {
        self.rows.contains_key(key) || self.dated.contains(key)
    }

    /// The words of a stage, most used first.
    pub(super) fn words_of(&self, lexicon: &Lexicon, leads_here: impl Fn(&Meaning) -> bool) -> Vec<(String, usize)> {
        let here = self.words.iter().filter(|(word, _)| lexicon.meanings.get(*word).is_some_and(&leads_here));
        let mut words: Vec<(String, usize)> = here.map(|(word, rows)| (word.clone(), *rows)).collect();
        words.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        words
    }
}
