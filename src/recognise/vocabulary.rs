//! A header in, claims out: which fields it may mean, and how surely. Knows headers only; what the cells say is
//! weighed in [`column`](super::column).

mod words;

use std::collections::BTreeMap;

use self::words::{ENTRIES, ESTRANGING, FOREIGN};
use super::fold::fold;
use super::label::Label;
use super::stage::StageWords;
use super::table::ColumnReason;
use crate::i18n::Language;
use crate::template::{Field, Template};

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
pub(super) const BY_TEMPLATE: f64 = 2.0;

/// Every known header with what it may mean.
pub(super) struct Vocabulary {
    claims: BTreeMap<String, Vec<Claim>>,
    stages: StageWords,
}

impl Vocabulary {
    /// The built-in words, those of the template's stages, and the headers that the user named.
    pub(super) fn of(template: &Template) -> Self {
        let stages = StageWords::of(template);
        let mut claims: BTreeMap<String, Vec<Claim>> = BTreeMap::new();
        let mut add = |word: &str, field: &Field, weight, reason, language| {
            let claim = Claim { field: field.clone(), weight, reason, language };
            claims.entry(word.to_owned()).or_default().push(claim);
        };
        for entry in ENTRIES {
            let words = [(entry.polish, Some(Language::Pl)), (entry.english, Some(Language::En)), (entry.both, None)];
            for (words, language) in words {
                for word in words {
                    add(word, &entry.field, entry.weight, ColumnReason::Header, language);
                }
            }
        }
        for (field, headers) in &template.columns {
            let field = stages.settled(field);
            for header in headers {
                add(&fold(header), field, BY_TEMPLATE, ColumnReason::Template, None);
            }
        }
        Self { claims, stages }
    }

    /// The words of the template's stages.
    pub(super) fn stages(&self) -> &StageWords {
        &self.stages
    }

    /// The built-in words with their fields, for tests.
    #[cfg(test)]
    pub(super) fn words() -> impl Iterator<Item = (&'static str, &'static Field)> {
        ENTRIES.iter().flat_map(|entry| {
            let words = [entry.polish, entry.english, entry.both].concat();
            words.into_iter().map(|word| (word, &entry.field))
        })
    }

    /// What a header says outright, the surest claim of each field.
    pub(super) fn claims(&self, label: &Label) -> Vec<Claim> {
        let mut found = Vec::new();
        for form in &label.forms {
            self.look_up(form, 1.0, &mut found);
        }
        let by_user = found.iter().any(|claim| claim.reason == ColumnReason::Template);
        if !by_user && Self::is_foreign(label) {
            return Vec::new();
        }
        if let Some(form) = &label.without_entity
            && !FOREIGN.contains(&form.as_str())
        {
            self.look_up(form, 0.95, &mut found);
        }
        strongest(found)
    }

    /// Whether a header is known to be none of ours.
    pub(super) fn is_foreign(label: &Label) -> bool {
        label.forms.iter().any(|form| FOREIGN.contains(&form.as_str()))
    }

    /// What a header that says nothing outright resembles.
    pub(super) fn resemblances(&self, label: &Label) -> Vec<Claim> {
        let header = label.plain();
        let words: Vec<&str> = header.split(' ').collect();
        if header.len() < 5 || Self::is_foreign(label) || words.iter().any(|word| ESTRANGING.contains(word)) {
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
        let known = self.claims.get(form).into_iter().flatten();
        found.extend(known.map(|claim| Claim { weight: claim.weight * factor, ..claim.clone() }));
        found.extend(self.stage_date(form).map(|claim| Claim { weight: claim.weight * factor, ..claim }));
    }

    /// The claim of a header that names a stage, with a word for "date" or without.
    fn stage_date(&self, form: &str) -> Option<Claim> {
        let (stage, marker) = without_date_words(form);
        let field = self.stages.date_field(stage).or_else(|| {
            let (_, stages) = PHRASES.iter().find(|(phrases, _)| phrases.contains(&stage))?;
            stages.iter().find_map(|stage| self.stages.date_field(stage))
        })?;
        let weight = if marker == Marker::None { 0.8 } else { 0.95 };
        let language = match marker {
            Marker::Polish => Some(Language::Pl),
            Marker::English => Some(Language::En),
            Marker::None => None,
        };
        Some(Claim { field: field.clone(), weight, reason: ColumnReason::Header, language })
    }
}

/// The word for "date" beside the name of a stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Marker {
    None,
    Polish,
    English,
}

const BEFORE: &[(&str, Marker)] = &[
    ("date entered ", Marker::English),
    ("date of ", Marker::English),
    ("date ", Marker::English),
    ("entered ", Marker::English),
    ("data i godzina ", Marker::Polish),
    ("data wejscia w etap ", Marker::Polish),
    ("data ", Marker::Polish),
    ("dzien ", Marker::Polish),
];

const AFTER: &[(&str, Marker)] = &[
    (" date", Marker::English),
    (" on", Marker::English),
    (" at", Marker::English),
    (" data", Marker::Polish),
    (" dnia", Marker::Polish),
];

fn without_date_words(form: &str) -> (&str, Marker) {
    let before = BEFORE.iter().find_map(|(word, marker)| Some((form.strip_prefix(word)?, *marker)));
    let after = || AFTER.iter().find_map(|(word, marker)| Some((form.strip_suffix(word)?, *marker)));
    before.or_else(after).unwrap_or((form, Marker::None))
}

/// How headers name a stage when they speak of its date (Polish has the genitive), and the stages meant, by key or
/// name; the first that the template has counts.
#[rustfmt::skip] // words fill the lines
const PHRASES: &[(&[&str], &[&str])] = &[
    (&["kwalifikacji", "kwalifikacja", "kwalifikacji leada", "kwalifikacja leada", "lead zakwalifikowany", "zakwalifikowania", "mql", "sql",
       "qualified", "qualification", "became sql", "became mql", "became qualified"],
     &["qualification", "kwalifikacja"]),
    (&["pierwszego kontaktu", "pierwszy kontakt", "1 kontaktu", "1 kontakt", "kontaktu", "kontakt", "telefonu", "pierwszego telefonu", "oddzwonienia",
       "rozmowy", "pierwszej rozmowy", "first contact", "first outreach", "first response", "first touch", "first call", "contacted",
       "first contacted", "contact"],
     &["contact", "pierwszy kontakt"]),
    (&["spotkania", "spotkanie", "demo", "prezentacji", "badania potrzeb", "wizji", "wizji lokalnej", "discovery", "meeting", "presentation",
       "spotkania online"],
     &["meeting", "spotkanie"]),
    (&["oferty", "oferta", "wyslania oferty", "wyslanie oferty", "oferta wyslana", "zlozenia oferty", "przedstawienia oferty", "wyceny", "wycena",
       "wyslania propozycji", "wyslania wyceny", "proposal sent", "proposal", "quote sent", "quote issued", "quote", "offer sent", "offer"],
     &["offer", "wyslanie oferty"]),
    (&["follow up", "followup", "follow upu", "followupu", "omowienia oferty", "omowienie oferty", "kontaktu po ofercie", "kontakt po ofercie",
       "followed up"],
     &["followup", "follow up"]),
    (&["negocjacji", "negocjacje", "rozpoczecia negocjacji", "negotiation", "negotiations"], &["negotiation", "negocjacje"]),
    (&["odlozenia", "odwleczenia", "zawieszenia", "deferred", "postponed"], &["deferred"]),
];

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
