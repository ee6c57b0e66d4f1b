//! Titles between the rows of a table in, what they say of the rows below out: the stage, the seller, or the month that
//! gives the year to dates without one.
//!
//! A title counts until the next of its kind. All titles must say something, and none may say what a column says: one
//! that nobody understands makes the others doubtful.

use chrono::NaiveDate;

use super::column::Assigned;
use super::label::Label;
use super::relate::names;
use super::stage::StageWord;
use super::table::{Because, Record};
use super::vocabulary::Vocabulary;
use crate::diagnostic::Word;
use crate::template::Field;

/// What the titles of a table say, each with its row.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Sections {
    stages: Vec<(u32, String)>,
    owners: Vec<(u32, String)>,
    months: Vec<(u32, NaiveDate)>,
}

/// What a title says.
enum Says {
    Stage(String),
    Owner(String),
    Month(Option<NaiveDate>),
    Nothing,
}

impl Sections {
    /// Reads titles with their rows.
    pub(super) fn of(titles: &[(u32, String)], assigned: &Assigned, vocabulary: &Vocabulary) -> Self {
        let mut sections = Self::default();
        for (row, title) in titles {
            match says(title, vocabulary) {
                Says::Stage(word) => sections.stages.push((*row, word)),
                Says::Owner(name) => sections.owners.push((*row, name)),
                Says::Month(Some(first)) => sections.months.push((*row, first)),
                Says::Month(None) => {}
                Says::Nothing => return Self::default(),
            }
        }
        if assigned.place_of(&Field::Stage).is_some() {
            sections.stages.clear();
        }
        if assigned.place_of(&Field::Owner).is_some() {
            sections.owners.clear();
        }
        sections
    }

    /// Whether the titles name the stages of the deals below them.
    pub(super) fn name_stages(&self) -> bool {
        !self.stages.is_empty()
    }

    /// The month in whose section a row stands.
    pub(super) fn month_of(&self, row: u32) -> Option<NaiveDate> {
        last_before(&self.months, row).copied()
    }

    /// Gives the records what the titles over them say.
    pub(super) fn tell(&self, records: &mut [Record]) {
        for record in records {
            if let Some(stage) = last_before(&self.stages, record.row) {
                record.stage = Some(stage.clone());
            }
            if let Some(owner) = last_before(&self.owners, record.row) {
                record.owner = Some(owner.clone());
            }
        }
    }

    /// What was taken from the titles, in words.
    pub(super) fn reasons(&self) -> Vec<Because> {
        let count = |titles: usize| vec![("count", Word::from(titles))];
        [
            ("sections-stage", self.stages.len()),
            ("sections-owner", self.owners.len()),
            ("sections-month", self.months.len()),
        ]
        .into_iter()
        .filter(|(_, titles)| *titles > 0)
        .map(|(key, titles)| Because { key, words: count(titles) })
        .collect()
    }
}

fn last_before<T>(titles: &[(u32, T)], row: u32) -> Option<&T> {
    let below = titles.partition_point(|(title, _)| *title < row);
    below.checked_sub(1).map(|place| &titles[place].1)
}

fn says(title: &str, vocabulary: &Vocabulary) -> Says {
    if let Some((field, rest)) = field_and_word(title, vocabulary) {
        return if field == Field::Owner { Says::Owner(rest.to_owned()) } else { Says::Stage(rest.to_owned()) };
    }
    let title = title.trim().trim_end_matches(':').trim_end();
    let meaning = names::read(title, std::slice::from_ref(vocabulary.stages()), None);
    let is_stage = meaning.stage.is_some() || vocabulary.stages().meaning(title) != StageWord::Unknown;
    match meaning.period {
        _ if is_stage => Says::Stage(title.to_owned()),
        // `Jan` is a man before he is a month.
        _ if meaning.person => Says::Owner(title.to_owned()),
        Some(period) => Says::Month(period.first_day(None)),
        None => Says::Nothing,
    }
}

/// Whether a title begins with the name of the field that it gives: `Handlowiec: Anna Nowak`, `Etap: Wizja lokalna`.
pub(super) fn names_its_field(title: &str, vocabulary: &Vocabulary) -> bool {
    field_and_word(title, vocabulary).is_some()
}

fn field_and_word<'a>(title: &'a str, vocabulary: &Vocabulary) -> Option<(Field, &'a str)> {
    let (header, word) = title.split_once(':')?;
    let word = word.trim();
    let claims = vocabulary.claims(&Label::of(header));
    let field =
        claims.into_iter().map(|claim| claim.field).find(|field| matches!(field, Field::Owner | Field::Stage))?;
    (!word.is_empty()).then_some((field, word))
}
