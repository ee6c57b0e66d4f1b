//! A stage word in, the template's stage out, or the outcome that the word names.
//!
//! Words match exactly after folding. Nothing is guessed by resemblance, for two stages of one sheet may differ by a
//! letter and must never be merged.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::fold::fold;
use crate::model::StageKind;
use crate::template::{Field, Template, builtin};

/// What a word in a stage or outcome column says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StageWord {
    /// The template's stage of this key.
    Stage(Arc<str>),
    /// Sold.
    Won,
    /// Lost.
    Lost,
    /// Parked.
    Deferred,
    /// Not closed; which stage, it does not say.
    Open,
    /// Nothing that lejek knows: a stage of the sheet's own.
    Unknown,
}

/// What a word says, by the template first, then by the outcome words that every sales team uses.
///
/// Case, diacritics, numbering (`3.`, `03 -`) and percentages do not count. Who asks for many words keeps a
/// [`StageWords`].
pub fn match_stage_word(word: &str, template: &Template) -> StageWord {
    StageWords::of(template).meaning(word)
}

/// The words of a template, ready to be looked up.
#[derive(Debug, Clone)]
pub struct StageWords {
    by_word: BTreeMap<String, Arc<str>>,
    /// Keys of the stages in their order, with the field of a column of their dates.
    fields: Vec<(Arc<str>, Field)>,
    kinds: Vec<(Arc<str>, StageKind)>,
}

/// The words of the field's stages, also of those that the universal template lacks.
pub(super) fn of_the_field() -> Vec<StageWords> {
    ["extended", "b2b"].iter().filter_map(|name| builtin(name)).map(|template| StageWords::of(&template)).collect()
}

impl StageWords {
    /// Collects the keys, names and aliases of all stages. Of two stages that claim a word the one has it to which the
    /// user's own file gives it, else the first.
    pub fn of(template: &Template) -> Self {
        let mut by_word = BTreeMap::new();
        for (word, key) in &template.own_words {
            by_word.entry(essence(&fold(word))).or_insert_with(|| key.as_str().into());
        }
        let mut fields = Vec::with_capacity(template.stages.len());
        let mut kinds = Vec::with_capacity(template.stages.len());
        for (place, stage) in template.stages.iter().enumerate() {
            let key: Arc<str> = stage.key.as_str().into();
            let names = [&stage.key, &stage.name_pl, &stage.name_en];
            for word in names.into_iter().chain(&stage.aliases) {
                by_word.entry(essence(&fold(word))).or_insert_with(|| Arc::clone(&key));
            }
            let field = match stage.kind {
                _ if place == 0 => Field::Inquiry,
                StageKind::Won => Field::WonOn,
                StageKind::Lost => Field::LostOn,
                _ => Field::StageDate(Arc::clone(&key)),
            };
            kinds.push((Arc::clone(&key), stage.kind));
            fields.push((key, field));
        }
        Self { by_word, fields, kinds }
    }

    /// What a word says.
    pub fn meaning(&self, word: &str) -> StageWord {
        let folded = fold(word);
        let essence = essence(&folded);
        if let Some(key) = self.by_word.get(&essence).or_else(|| self.by_word.get(&folded)) {
            return StageWord::Stage(Arc::clone(key));
        }
        match outcome(&essence) {
            StageWord::Unknown => self.said_twice(word).unwrap_or_else(|| ending_with_reason(word)),
            known => known,
        }
    }

    /// What both halves of a word in two languages say: `nowe / neu`.
    fn said_twice(&self, word: &str) -> Option<StageWord> {
        let (first, second) = word.split_once(" / ")?;
        let meaning = self.meaning(first);
        (meaning != StageWord::Unknown && meaning == self.meaning(second)).then_some(meaning)
    }

    /// The key of the stage that a word names, or of the one with which such an outcome ends.
    pub(super) fn key(&self, word: &str) -> Option<Arc<str>> {
        let of_kind = |kind: StageKind| self.kinds.iter().find(|(_, other)| *other == kind).map(|(key, _)| key.clone());
        match self.meaning(word) {
            StageWord::Stage(key) => Some(key),
            StageWord::Won => of_kind(StageKind::Won),
            StageWord::Lost => of_kind(StageKind::Lost),
            StageWord::Deferred => of_kind(StageKind::Deferred),
            StageWord::Open | StageWord::Unknown => None,
        }
    }

    /// The field of a column that holds the dates of this stage: the first stage begins with the inquiry, the
    /// last ones are the day of winning or losing.
    pub(super) fn date_field(&self, folded: &str) -> Option<&Field> {
        self.by_word.get(folded).and_then(|key| self.field_of(key))
    }

    /// The field of a column of marks that say whether this stage was reached: no stage is told apart.
    pub(super) fn mark_field(&self, folded: &str) -> Option<Field> {
        self.by_word.get(folded).map(|key| Field::StageDate(Arc::clone(key)))
    }

    /// The same field, but for the dates of the first stage, of winning and of losing, which have fields of their own.
    pub(super) fn settled<'a>(&'a self, field: &'a Field) -> &'a Field {
        match field {
            Field::StageDate(key) => self.field_of(key).unwrap_or(field),
            plain => plain,
        }
    }

    /// The other way round: what a column of marks holds that is tied to a field of dates.
    pub(super) fn unsettled(&self, field: &Field) -> Field {
        match field {
            Field::Inquiry | Field::WonOn | Field::LostOn => {
                let key = self.fields.iter().find(|(_, dated)| dated == field).map(|(key, _)| Arc::clone(key));
                key.map_or_else(|| field.clone(), Field::StageDate)
            }
            other => other.clone(),
        }
    }

    fn field_of(&self, key: &str) -> Option<&Field> {
        self.fields.iter().find(|(known, _)| &**known == key).map(|(_, field)| field)
    }
}

/// A key for a stage that only the sheet names: its letters and digits, without its numbering.
pub fn own_key(word: &str) -> String {
    let letters: String =
        word.to_lowercase().chars().map(|letter| if letter.is_alphanumeric() { letter } else { ' ' }).collect();
    let mut words: Vec<&str> = letters.split_whitespace().collect();
    if words.len() > 1 && words[0].chars().all(|letter| letter.is_ascii_digit()) {
        words.remove(0);
    }
    words.join("-")
}

/// The words of a folded text without numbering in front (`3`, `03`, `etap 3`) and percentages (`50 %`); the text
/// as it is when nothing else is in it.
fn essence(folded: &str) -> String {
    let words: Vec<&str> = folded.split(' ').collect();
    let is_number = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    let is_percentage = |place: usize| {
        let next_is_sign = |place: usize| words.get(place + 1).is_some_and(|next| *next == "%");
        // `12.5 %` has folded to three words.
        words[place] == "%"
            || is_number(words[place])
                && (next_is_sign(place)
                    || words.get(place + 1).is_some_and(|next| is_number(next)) && next_is_sign(place + 1))
    };
    let mut kept: Vec<&str> =
        (0..words.len()).filter(|place| !is_percentage(*place)).map(|place| words[place]).collect();
    let numbered = match kept.as_slice() {
        ["etap" | "stage" | "krok" | "step" | "faza" | "phase", number, _, ..] if is_number(number) => 2,
        ["#", number, _, ..] if is_number(number) => 2,
        [number, _, ..] if is_number(number) => 1,
        _ => 0,
    };
    kept.drain(..numbered);
    if kept.is_empty() { folded.to_owned() } else { kept.join(" ") }
}

/// `przegrana (cena)`, `Lost – price`: lost, and why. What is won or open is not told so: `Klient – oferta` is neither.
fn ending_with_reason(word: &str) -> StageWord {
    let parted = [" (", " - ", " – ", " — ", ": "].iter().find_map(|mark| word.split_once(mark));
    let is_no =
        parted.is_some_and(|(ending, _)| matches!(fold(ending).as_str(), "nie" | "no" | "nein" | "n" | "f" | "false"));
    match parted.map(|(ending, _)| outcome(&essence(&fold(ending)))) {
        Some(StageWord::Lost) if !is_no => StageWord::Lost,
        _ => StageWord::Unknown,
    }
}

/// The outcome that a folded word names.
fn outcome(essence: &str) -> StageWord {
    if let Some((_, meaning)) = OUTCOMES.iter().find(|(words, _)| words.contains(&essence)) {
        return meaning.clone();
    }
    // `Won - Closed self-serve`, `Zakończone wygrane`: closed, and how.
    let mut words = essence.split(' ');
    let has = |known: &[&str]| essence.split(' ').any(|word| known.contains(&word));
    let closed = words.any(|word| word == "closed" || word.starts_with("zamkn") || word.starts_with("zakoncz"));
    match (has(WON), has(LOST), has(&["not", "nie", "no", "bez"])) {
        (true, false, false) if closed => StageWord::Won,
        (false, true, false) if closed => StageWord::Lost,
        _ => StageWord::Unknown,
    }
}

const WON: &[&str] = &["won", "wygrana", "wygrane", "wygrany", "wygrano", "sukces", "sprzedane", "sprzedaz"];
const LOST: &[&str] = &["lost", "przegrana", "przegrane", "przegrany", "przegrano", "utracona", "utracone", "porazka"];

/// Words for how a deal ended, or did not, folded.
#[rustfmt::skip] // words fill the lines
const OUTCOMES: &[(&[&str], StageWord)] = &[
    (&["wygrana", "wygrane", "wygrany", "wygrano", "wygralismy", "sprzedane", "sprzedana", "sprzedano", "sprzedaz", "sukces", "zrealizowane",
       "zrealizowana", "zrealizowany", "podpisana", "podpisane", "podpisano", "umowa podpisana", "pozyskany", "pozyskana", "pozyskane",
       "klient pozyskany", "klient", "zlecenie", "zlecono", "tak", "won", "win", "closed won", "deal won", "sold", "signed", "contract signed", "customer",
       "churned customer", "success", "yes", "true", "y", "t", "gewonnen", "ja"], StageWord::Won),
    (&["przegrana", "przegrane", "przegrany", "przegrano", "przegralismy", "utracona", "utracone", "utracony", "utracono", "stracona", "stracone",
       "stracony", "odrzucona", "odrzucone", "odrzucony", "odrzucono", "rezygnacja", "rezygnacja klienta", "zrezygnowano", "rezygnacja z umowy", "zrezygnowal", "porazka",
       "brak zgody", "nie", "lost", "loss", "closed lost", "deal lost", "lost lead", "junk lead", "dead", "disqualified", "passed",
       "no decision", "rejected", "declined", "no", "false", "n", "f", "verloren", "abgelehnt", "nein"], StageWord::Lost),
    (&["nieaktualna", "nieaktualne", "nieaktualny", "archiwum", "odlozone", "odlozona", "odlozony", "zawieszona", "zawieszone", "zawieszony",
       "wstrzymana", "wstrzymane", "pozwalam kupic", "odwleczona", "odwleczone", "na pozniej", "on hold", "postponed", "deferred", "paused",
       "parked"], StageWord::Deferred),
    (&["otwarta", "otwarte", "otwarty", "w toku", "w trakcie", "w realizacji", "niezamknieta", "open", "in progress", "ongoing", "pending", "offen", "in bearbeitung"],
       StageWord::Open),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recognise::fixture::template;

    fn stage(key: &str) -> StageWord {
        StageWord::Stage(key.into())
    }

    #[track_caller]
    fn check(word: &str, expect: &StageWord) {
        assert_eq!(match_stage_word(word, &template()), *expect, "{word}");
    }

    #[test]
    fn stages_are_found_by_key_name_and_alias() {
        for word in ["offer", "Wysłanie oferty", "wyslanie  OFERTY", "Offer sent", "oferta wysłana", "Proposal"] {
            check(word, &stage("offer"));
        }
        for word in [
            "3. Wysłanie oferty",
            "3) Wysłanie oferty",
            "03 - Wysłanie oferty",
            "Etap 3: Wysłanie oferty",
            "Wysłanie oferty (50%)",
            "50% Wysłanie oferty",
            "Wysłanie oferty – 12,5 %",
        ] {
            check(word, &stage("offer"));
        }
    }

    #[test]
    fn outcomes_are_known_without_a_template() {
        check("Closed Won", &stage("won"));
        check("Sukces", &stage("won"));
        check("WON - CLOSED SELF-SERVE", &StageWord::Won);
        check("Zakończone Wygrane", &stage("won"));
        check("Closed Lost", &stage("lost"));
        check("Closed - Lost to competitor", &StageWord::Lost);
        check("Disqualified", &stage("lost"));
        check("Zawieszona", &stage("deferred"));
        check("otwarta", &StageWord::Open);
        check("nowe / lead", &stage("new"));
        check("przegrana (cena)", &StageWord::Lost);
        check("Lost – price", &StageWord::Lost);
        check("TAK", &StageWord::Won);
        check("FALSE", &StageWord::Lost);
    }

    #[test]
    fn nothing_is_guessed_by_resemblance() {
        for word in [
            "Oferta poprawiona",
            "Klient – oferta",
            "Nie odbiera",
            "Nie - oddzwonić",
            "Aktywna",
            "Nieaktywna",
            "Offers",
            "Won't buy",
            "closed not won",
            "Wygaszona",
            "50%",
            "3",
            "",
        ] {
            check(word, &StageWord::Unknown);
        }
    }

    #[test]
    fn stages_of_the_sheet_get_keys_without_their_numbering() {
        for (word, key) in [
            ("3. Value Proposition", "value-proposition"),
            ("Wizja lokalna", "wizja-lokalna"),
            ("Id. Decision Makers", "id-decision-makers"),
            ("2", "2"),
        ] {
            assert_eq!(own_key(word), key);
        }
    }
}
