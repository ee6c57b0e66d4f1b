//! A header in, claims out: which fields it may mean, and how surely. Knows headers only; what the cells say is
//! weighed in [`column`](super::column).

mod german;
pub(super) mod stage_header;
mod words;

use std::collections::BTreeMap;

use self::german::GERMAN;
use self::words::{ENTRIES, ESTRANGING, FOREIGN, FOREIGN_BEGINNINGS};
use super::fold::fold;
use super::label::{Another, Label};
use super::stage::StageWords;
use super::table::ColumnReason;
use crate::i18n::Language;
use crate::template::{Field, SheetRule, Template};

/// What a header may mean.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Claim {
    /// The meaning.
    pub(super) field: Field,
    /// How surely: 0 to 1; the user's own word is above all.
    pub(super) weight: f64,
    /// On what ground.
    pub(super) reason: ColumnReason,
    /// The language of the header, when it tells.
    pub(super) language: Option<Language>,
}

/// A header that the user tied to a field beats every other claim.
const BY_TEMPLATE: f64 = 2.0;

/// What the user says of one sheet beats what is said of all.
const BY_SHEET_RULE: f64 = 4.0;

/// Every known header with what it may mean.
#[derive(Clone)]
pub(super) struct Vocabulary {
    claims: BTreeMap<&'static str, Vec<Claim>>,
    tied: BTreeMap<String, Tie>,
    stages: StageWords,
}

/// What the user says of a header.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Tie {
    /// The meaning; none for a column that is to be left alone.
    pub(super) field: Option<Field>,
    /// How surely: above every other claim, and the first of several headers above the others.
    pub(super) weight: f64,
}

impl Vocabulary {
    /// The built-in words, those of the template's stages, and the headers that the user named.
    pub(super) fn of(template: &Template) -> Self {
        let mut claims: BTreeMap<&'static str, Vec<Claim>> = BTreeMap::new();
        for (word, field, weight, language) in entries() {
            let claim = Claim { field: field.clone(), weight, reason: ColumnReason::Header, language };
            claims.entry(word).or_default().push(claim);
        }
        let mut vocabulary = Self { claims, tied: BTreeMap::new(), stages: StageWords::of(template) };
        vocabulary.tie_all(&template.columns, &template.ignored, BY_TEMPLATE);
        vocabulary
    }

    /// The same with what the user says of this sheet, which comes before what is said of all.
    pub(super) fn for_sheet(&self, rule: &SheetRule) -> Self {
        let mut vocabulary = self.clone();
        vocabulary.tie_all(&rule.columns, &rule.ignored, BY_SHEET_RULE);
        vocabulary
    }

    fn tie_all(&mut self, columns: &[(Field, Vec<String>)], ignored: &[String], weight: f64) {
        let mut ties = BTreeMap::new();
        for header in ignored {
            ties.insert(fold(header), Tie { field: None, weight });
        }
        for (field, headers) in columns {
            for (place, header) in (0_u32..).zip(headers) {
                let tie = Tie {
                    field: Some(self.stages.settled(field).clone()),
                    weight: weight - f64::from(place.min(999)) * 0.001,
                };
                ties.entry(fold(header)).or_insert(tie);
            }
        }
        self.tied.extend(ties);
    }

    /// What the user says of the `nth` column with this header, counted from 1.
    pub(super) fn tie(&self, label: &Label, nth: usize) -> Option<&Tie> {
        let numbered = (!self.tied.is_empty()).then(|| self.tied.get(&format!("{} # {nth}", label.folded))).flatten();
        let plain = || std::iter::once(&label.folded).chain(&label.forms).find_map(|form| self.tied.get(form));
        numbered.or_else(plain)
    }

    /// The words of the template's stages.
    pub(super) fn stages(&self) -> &StageWords {
        &self.stages
    }

    /// The built-in words with their fields, for tests.
    #[cfg(test)]
    pub(super) fn words() -> impl Iterator<Item = (&'static str, &'static Field)> {
        entries().map(|(word, field, ..)| (word, field))
    }

    /// Whether the user says something of a header.
    pub(super) fn is_tied(&self, label: &Label) -> bool {
        self.tie(label, 1).is_some()
    }

    /// What a header says outright, the surest claim of each field.
    pub(super) fn claims(&self, label: &Label) -> Vec<Claim> {
        self.tie(label, 1).map_or_else(|| self.claims_by_words(label), Tie::claims)
    }

    /// What a header says outright by its words alone, whatever the user says of it.
    pub(super) fn claims_by_words(&self, label: &Label) -> Vec<Claim> {
        if self.is_foreign(label) {
            return Vec::new();
        }
        let mut found = Vec::new();
        for form in &label.forms {
            self.look_up(form, 1.0, &mut found);
        }
        if let Some(form) = &label.without_entity
            && !FOREIGN.contains(&form.as_str())
        {
            self.look_up(form, 0.95, &mut found);
        }
        if let Some((another, form)) = &label.of_another {
            let mut of_another = Vec::new();
            self.look_up(form, 0.95, &mut of_another);
            found.extend(of_another.into_iter().filter_map(|claim| claim.of(*another)));
        }
        if found.is_empty() {
            found.extend(stage_header::own_stage(label));
            found.extend(self.said_twice(label));
        }
        strongest(found)
    }

    /// What both halves of a header in two languages say: `Klient / Kunde`.
    fn said_twice(&self, label: &Label) -> Vec<Claim> {
        let Some((first, second)) = label.shown.split_once('/') else { return Vec::new() };
        let of_second = self.claims_by_words(&Label::of(second));
        let mut claims = self.claims_by_words(&Label::of(first));
        claims.retain(|claim| of_second.iter().any(|other| other.field == claim.field));
        claims
    }

    /// What a column of marks with this header says of a stage.
    pub(super) fn mark(&self, label: &Label) -> Option<Claim> {
        let forms = label.forms.iter().chain(&label.without_entity);
        let field =
            forms.filter(|_| !self.is_foreign(label)).find_map(|form| stage_header::marked(form, &self.stages))?;
        Some(Claim { field, weight: 0.9, reason: ColumnReason::Header, language: None })
    }

    /// Whether a header is known to be none of ours.
    pub(super) fn is_foreign(&self, label: &Label) -> bool {
        let begins_so = |form: &str| FOREIGN_BEGINNINGS.iter().any(|beginning| form.starts_with(beginning));
        let is_foreign = |form: &str| FOREIGN.contains(&form) || begins_so(form) && !self.claims.contains_key(form);
        label.forms.iter().any(|form| is_foreign(form))
    }

    /// What a header that says nothing outright resembles.
    pub(super) fn resemblances(&self, label: &Label) -> Vec<Claim> {
        let header = label.plain();
        let words: Vec<&str> = header.split(' ').collect();
        if header.len() < 5
            || label.of_another.is_some()
            || self.is_foreign(label)
            || words.iter().any(|word| ESTRANGING.contains(word))
        {
            return Vec::new();
        }
        let mut found = Vec::new();
        for (known, claims) in &self.claims {
            let likeness = likeness(header, &words, known);
            if likeness > 0.0 {
                found.extend(claims.iter().filter(|claim| may_be_resembled(&claim.field)).map(|claim| Claim {
                    weight: claim.weight.min(1.0) * likeness,
                    reason: ColumnReason::SimilarHeader,
                    ..claim.clone()
                }));
            }
        }
        strongest(found)
    }

    fn look_up(&self, form: &str, factor: f64, found: &mut Vec<Claim>) {
        let known = self.claims.get(form).into_iter().flatten().cloned();
        let of_stages = stage_header::claims(form, &self.stages);
        found.extend(known.chain(of_stages).map(|claim| Claim { weight: claim.weight * factor, ..claim }));
    }
}

impl Claim {
    /// What the claim means where the header speaks of a firm or a person beside the deal: its name, its telephone, its
    /// address. What else is said of them is not said of the deal.
    fn of(self, another: Another) -> Option<Self> {
        let field = match (another, &self.field) {
            (Another::Firm, Field::Name | Field::Company) => Field::Company,
            (Another::Person, Field::Name | Field::Contact) => Field::Contact,
            (Another::Person, Field::Phone | Field::Email) => self.field.clone(),
            _ => return None,
        };
        Some(Self { field, ..self })
    }
}

impl Tie {
    /// The one claim of a header that the user tied, or none.
    pub(super) fn claims(&self) -> Vec<Claim> {
        let claim = |field: &Field| Claim {
            field: field.clone(),
            weight: self.weight,
            reason: ColumnReason::Template,
            language: None,
        };
        self.field.iter().map(claim).collect()
    }
}

/// Every built-in header with its field, weight and language.
fn entries() -> impl Iterator<Item = (&'static str, &'static Field, f64, Option<Language>)> {
    let of_both = ENTRIES.iter().flat_map(|entry| {
        let words = [(entry.polish, Some(Language::Pl)), (entry.english, Some(Language::En)), (entry.both, None)];
        let in_language = move |(words, language): (&'static [&'static str], Option<Language>)| {
            words.iter().map(move |word| (*word, &entry.field, entry.weight, language))
        };
        words.into_iter().flat_map(in_language)
    });
    let german =
        GERMAN.iter().flat_map(|(field, weight, words)| words.iter().map(move |word| (*word, field, *weight, None)));
    of_both.chain(german)
}

/// How much a header is like a known one: 0 when it is not. Either it has all the known one's words, two or more,
/// and not many others, or it differs by a slip of the pen.
fn likeness(header: &str, words: &[&str], known: &str) -> f64 {
    let known_words = known.split(' ').count();
    if known_words >= 2 && words.len() <= known_words + 2 && known.split(' ').all(|word| words.contains(&word)) {
        return 0.8;
    }
    let same_start = header.as_bytes().first() == known.as_bytes().first();
    let near_length = header.len().abs_diff(known.len()) <= 2;
    if known.len() >= 5 && same_start && near_length && strsim::jaro_winkler(header, known) >= 0.95 {
        0.85
    } else {
        0.0
    }
}

/// Short names are too close to one another to be guessed.
fn may_be_resembled(field: &Field) -> bool {
    !matches!(field, Field::Id | Field::Currency | Field::InquiryTime | Field::Left)
}

/// The surest claim of each field, surest first.
fn strongest(mut claims: Vec<Claim>) -> Vec<Claim> {
    claims.sort_by(|a, b| b.weight.total_cmp(&a.weight).then_with(|| a.field.cmp(&b.field)));
    let mut kept: Vec<Claim> = Vec::with_capacity(claims.len());
    for claim in claims {
        if !kept.iter().any(|other| other.field == claim.field) {
            kept.push(claim);
        }
    }
    kept
}
