//! A header that names a stage in, what its column holds out: the day it was reached (`Data wysłania oferty`,
//! `Date entered "Contract Sent (Sales Pipeline)"`), the hour (`Godzina kontaktu`), or a day that is but planned
//! (`Planowany follow-up`).

use std::sync::{Arc, LazyLock};

use super::Claim;
use crate::i18n::Language;
use crate::recognise::fold::{fold, squeeze};
use crate::recognise::label::Label;
use crate::recognise::stage::{StageWords, own_key};
use crate::recognise::table::ColumnReason;
use crate::template::{Field, builtin};

/// What a header says beside the name of a stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Marker {
    /// Nothing: `Oferta`.
    None,
    /// A word for "date" in this language; none where it is neither Polish nor English.
    Date(Option<Language>),
    /// A word for "hour".
    Hour,
    /// A word for what is to come.
    Planned,
}

use Language::{En, Pl};
use Marker::{Date, Hour, Planned};

/// Words before a stage, folded; what follows "date entered" is a stage whatever it is called.
#[rustfmt::skip] // words fill the lines
const BEFORE: &[(&str, Marker)] = &[
    ("data i godzina ", Date(Some(Pl))), ("data ", Date(Some(Pl))), ("dzien ", Date(Some(Pl))), ("kiedy ", Date(Some(Pl))),
    ("date of ", Date(Some(En))), ("date ", Date(Some(En))), ("when ", Date(Some(En))),
    ("datum der ", Date(None)), ("datum des ", Date(None)), ("datum ", Date(None)),
    ("godzina ", Hour), ("godz ", Hour), ("time of ", Hour), ("hour of ", Hour), ("uhrzeit der ", Hour), ("uhrzeit ", Hour),
    ("data planowanego ", Planned), ("data planowanej ", Planned), ("data nastepnego ", Planned), ("data nastepnej ", Planned),
    ("data kolejnego ", Planned), ("planowany ", Planned), ("planowana ", Planned), ("planowane ", Planned),
    ("nastepny ", Planned), ("nastepna ", Planned), ("nastepne ", Planned), ("kolejny ", Planned), ("kolejna ", Planned),
    ("kolejne ", Planned), ("termin ", Planned), ("planned ", Planned), ("next ", Planned), ("upcoming ", Planned),
    ("scheduled ", Planned), ("geplanter ", Planned), ("geplantes ", Planned), ("geplante ", Planned),
    ("naechster ", Planned), ("naechstes ", Planned), ("naechste ", Planned),
];

#[rustfmt::skip] // words fill the lines
const AFTER: &[(&str, Marker)] = &[
    (" due date", Planned), (" planned", Planned), (" due", Planned), (" termin", Planned), (" planowany", Planned),
    (" date", Date(Some(En))), (" on", Date(Some(En))), (" at", Date(Some(En))), (" z dnia", Date(Some(Pl))), (" data", Date(Some(Pl))), (" dnia", Date(Some(Pl))), (" vom", Date(None)),
    (" am", Date(None)), (" datum", Date(None)),
    (" time", Hour), (" hour", Hour), (" godzina", Hour), (" godz", Hour), (" uhrzeit", Hour),
];

/// What stands before the name of a stage, and of nothing else.
#[rustfmt::skip] // words fill the lines
const ENTERED: &[(&str, Option<Language>)] = &[
    ("date entered stage ", Some(En)), ("date entered ", Some(En)), ("entered stage ", Some(En)), ("entered ", Some(En)),
    ("hs v2 date entered ", Some(En)), ("hs date entered ", Some(En)),
    ("data wejscia w etap ", Some(Pl)), ("data wejscia do etapu ", Some(Pl)), ("data wejscia na etap ", Some(Pl)),
    ("data przejscia do etapu ", Some(Pl)), ("data przejscia na etap ", Some(Pl)), ("wejscie w etap ", Some(Pl)),
    ("data etapu ", Some(Pl)), ("datum eintritt in phase ", None), ("datum des eintritts in ", None), ("eintritt in phase ", None),
];

/// How headers name a stage when they speak of its date (Polish has the genitive), and the stages meant, by key or
/// name; the first that the template has counts, else the first that other templates have.
#[rustfmt::skip] // words fill the lines
const PHRASES: &[(&[&str], &[&str])] = &[
    (&["kwalifikacji", "kwalifikacja", "kwalifikacji leada", "kwalifikacja leada", "lead zakwalifikowany", "zakwalifikowania", "mql",
       "zakwalifikowano", "qualified", "qualification", "became mql", "became qualified", "qualifizierung", "qualifiziert"],
     &["qualification", "kwalifikacja"]),
    (&["sql", "became sql", "kwalifikacji handlowej"], &["sales-qualified", "qualification", "kwalifikacja"]),
    (&["pierwszego kontaktu", "pierwszy kontakt", "1 kontaktu", "1 kontakt", "i kontaktu", "kontaktu", "kontakt", "telefonu", "pierwszego telefonu",
       "oddzwonienia", "rozmowy", "pierwszej rozmowy", "1 rozmowy", "kontaktu z klientem", "pierwszego kontaktu z klientem", "skontaktowano",
       "first contact", "first outreach", "first response", "first touch", "first call", "contacted", "first contacted", "contact", "first reply",
       "called", "erstkontakt", "ersten kontakts", "kontaktiert", "erstgespraech"],
     &["contact", "pierwszy kontakt"]),
    (&["badania potrzeb", "badanie potrzeb", "analizy potrzeb", "discovery", "discovery call", "bedarfsanalyse"], &["discovery"]),
    (&["spotkania", "spotkanie", "pierwszego spotkania", "demo", "prezentacji", "prezentacja", "meeting", "presentation", "demonstracji",
       "spotkania online", "spotkania z klientem", "demo held", "termin vor ort", "praesentation"],
     &["meeting", "spotkanie"]),
    (&["oferty", "oferta", "wyslania oferty", "wyslanie oferty", "oferta wyslana", "zlozenia oferty", "zlozenie oferty", "przedstawienia oferty",
       "wyceny", "wycena", "przygotowania oferty", "wyslania oferta", "zlozenia oferta", "wyslania oferte", "oferta zlozona", "przeslania oferty", "wystawienia oferty", "sporzadzenia oferty",
       "wyslania propozycji", "wyslania wyceny", "proposal sent", "proposal", "quote sent", "quote issued", "quote", "offer sent", "offer",
       "angebot", "angebot gesendet", "angebot versendet", "angebot verschickt", "angebots", "angebotsdatum", "angebotsversand", "angebot vom"],
     &["offer", "wyslanie oferty"]),
    (&["follow up", "followup", "follow upu", "followupu", "omowienia oferty", "omowienie oferty", "kontaktu po ofercie", "kontakt po ofercie",
       "telefonu po ofercie", "followed up", "nachfassen", "nachgefasst", "nachfass"],
     &["followup", "follow up"]),
    (&["negocjacji", "negocjacje", "rozpoczecia negocjacji", "negotiation", "negotiations", "negotiation started", "verhandlung"],
     &["negotiation", "negocjacje"]),
    (&["wyslania umowy", "wyslanie umowy", "umowa wyslana", "przeslania umowy", "contract sent", "vertrag gesendet"], &["contract"]),
    (&["odlozenia", "odwleczenia", "zawieszenia", "deferred", "postponed"], &["deferred"]),
];

/// Stages that many teams date and no template has: the words of headers, and the stage's name.
const OWN: &[(&[&str], &str)] = &[
    (&["wizji", "wizji lokalnej", "wizja lokalna"], "Wizja lokalna"),
    (&["pomiaru", "pomiarow", "pomiar"], "Pomiar"),
    (&["audytu", "audyt"], "Audyt"),
    (&["site visit"], "Site visit"),
];

/// The words of templates that know stages which many teams have and the chosen template may lack.
static OF_THE_FIELD: LazyLock<Vec<StageWords>> = LazyLock::new(|| {
    ["extended", "b2b"].iter().filter_map(|name| builtin(name)).map(|one| StageWords::of(&one)).collect()
});

/// The claims of a header in one of its forms.
pub(super) fn claims(form: &str, stages: &StageWords) -> Vec<Claim> {
    let (name, marker) = parted(form);
    let claim = |field, weight, language| Claim { field, weight, reason: ColumnReason::Header, language };
    match (marker, reached(name, stages)) {
        (Marker::None, Some((field, known))) => vec![claim(field, if known { 0.8 } else { 0.75 }, None)],
        (Date(language), Some((field, known))) => vec![claim(field, if known { 0.95 } else { 0.9 }, language)],
        (Hour, Some((Field::StageDate(key), _))) => vec![claim(Field::StageTime(key), 0.95, None)],
        (Hour, Some((Field::Inquiry, _))) => vec![claim(Field::InquiryTime, 0.95, None)],
        (Planned, Some((Field::StageDate(_), _))) => {
            vec![claim(Field::NextStepOn, 0.9, None), claim(Field::NextStep, 0.8, None)]
        }
        _ => Vec::new(),
    }
}

/// The stage of a column of marks with this header.
pub(super) fn marked(form: &str, stages: &StageWords) -> Option<Field> {
    let (name, marker) = parted(form);
    let of_template =
        || stages.mark_field(name).or_else(|| meant(name).iter().find_map(|stage| stages.mark_field(stage)));
    let of_the_field = || match reached(name, stages) {
        Some((field @ Field::StageDate(_), _)) => Some(field),
        _ => None,
    };
    if matches!(marker, Marker::None | Date(_)) { of_template().or_else(of_the_field) } else { None }
}

/// The claim of a header that says "date entered" before a stage that nobody knows; none where it says it of no stage.
pub(super) fn own_stage(label: &Label) -> Option<Claim> {
    let (_, language) = entered(label.plain())?;
    let key: Arc<str> = own_key(&stage_word(&label.shown)).into();
    let named = key.chars().any(char::is_alphabetic);
    named.then_some(Claim { field: Field::StageDate(key), weight: 0.9, reason: ColumnReason::Header, language })
}

/// The stage that a header names, as the header writes it: without words for "date", quotation marks and the name of
/// the pipeline.
pub(in crate::recognise) fn stage_word(header: &str) -> String {
    let unquoted: String = header.chars().map(|letter| if QUOTES.contains(&letter) { ' ' } else { letter }).collect();
    let bare = squeeze(unquoted.split(" (").next().unwrap_or_default());
    let folded = fold(&bare);
    let name = match entered(&folded) {
        Some((name, _)) => name,
        None => parted(&folded).0,
    };
    if let Some((_, own)) = OWN.iter().find(|(words, _)| words.contains(&name)) {
        return (*own).to_owned();
    }
    // The words of the header that fold to the name: punctuation makes a word of the header several of the name.
    let words: Vec<&str> = bare.split(' ').collect();
    let stretches = (0..words.len()).flat_map(|from| (from + 1..=words.len()).map(move |to| (from, to)));
    let written = stretches.map(|(from, to)| words[from..to].join(" ")).find(|stretch| fold(stretch) == name);
    written.unwrap_or(bare).trim_end_matches([',', ':', ';']).to_owned()
}

/// The pipeline that an export names after the stage: `Date entered "Contract Sent (Sales Pipeline)"`.
pub(in crate::recognise) fn pipeline_of(label: &Label) -> Option<&str> {
    entered(label.plain())?;
    let (_, rest) = label.shown.split_once(" (")?;
    rest.split(')').next()
}

const QUOTES: [char; 9] = ['"', '\'', '“', '”', '„', '’', '‘', '«', '»'];

fn entered(form: &str) -> Option<(&str, Option<Language>)> {
    ENTERED.iter().find_map(|(words, language)| Some((form.strip_prefix(words)?, *language)))
}

fn parted(form: &str) -> (&str, Marker) {
    if let Some((name, language)) = entered(form) {
        return (name, Date(language));
    }
    let before = BEFORE.iter().find_map(|(word, marker)| Some((form.strip_prefix(word)?, *marker)));
    let after = || AFTER.iter().find_map(|(word, marker)| Some((form.strip_suffix(word)?, *marker)));
    before.or_else(after).unwrap_or((form, Marker::None))
}

/// The stages that a phrase means.
fn meant(name: &str) -> &'static [&'static str] {
    PHRASES.iter().find(|(phrases, _)| phrases.contains(&name)).map_or(&[][..], |(_, stages)| stages)
}

/// The field of the day on which the named stage was reached, and whether the template has the stage.
fn reached(name: &str, stages: &StageWords) -> Option<(Field, bool)> {
    let meant = meant(name);
    let by_name = |words: &StageWords| words.date_field(name).cloned();
    let by_phrase = |words: &StageWords| meant.iter().find_map(|stage| words.date_field(stage)).cloned();
    if let Some(field) = by_name(stages).or_else(|| by_phrase(stages)) {
        return Some((field, true));
    }
    if let Some((_, own)) = OWN.iter().find(|(words, _)| words.contains(&name)) {
        return Some((Field::StageDate(own_key(own).into()), false));
    }
    // Only stages on the way to the sale: what comes after it, and the ends, have words of their own.
    let field = OF_THE_FIELD.iter().find_map(by_name).or_else(|| OF_THE_FIELD.iter().find_map(by_phrase))?;
    matches!(field, Field::StageDate(_)).then_some((field, false))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recognise::fixture::template;

    #[track_caller]
    fn check_word(header: &str, word: &str) {
        assert_eq!(stage_word(header), word, "{header}");
    }

    #[test]
    fn the_stage_of_a_header_is_written_as_the_header_writes_it() {
        check_word("Date entered \"Contract Sent (Sales Pipeline)\"", "Contract Sent");
        check_word("Date entered 'Wizja lokalna'", "Wizja lokalna");
        check_word("Date entered “Proposal/Price Quote (B2B)”", "Proposal/Price Quote");
        check_word("Data wejścia w etap Wizja lokalna", "Wizja lokalna");
        check_word("Data wejścia do etapu „Próbki u klienta”", "Próbki u klienta");
        check_word("Data wizji", "Wizja lokalna");
        check_word("Oferta wysłana", "Oferta wysłana");
        check_word("Data DEMO", "DEMO");
        check_word("Proposal sent date", "Proposal sent");
    }

    #[track_caller]
    fn check_claim(header: &str, field: &str) {
        let stages = StageWords::of(&template());
        let label = Label::of(header);
        let claims: Vec<Claim> = label.forms.iter().flat_map(|form| claims(form, &stages)).collect();
        assert_eq!(claims.first().map(|claim| claim.field.key()).as_deref(), Some(field), "{header}");
    }

    #[test]
    fn headers_name_days_hours_and_plans_of_stages() {
        check_claim("Data wysłania oferty", "date:offer");
        check_claim("Angebot gesendet am", "date:offer");
        check_claim("Erstkontakt", "date:contact");
        check_claim("Godzina kontaktu", "time:contact");
        check_claim("First contact time", "time:contact");
        check_claim("Godz. wysłania oferty", "time:offer");
        check_claim("Planowany follow-up", "next-step-on");
        check_claim("Termin follow-up", "next-step-on");
        check_claim("Next Follow-Up", "next-step-on");
        check_claim("Data badania potrzeb", "date:discovery");
        check_claim("Data DEMO", "date:meeting");
        check_claim("Data wizji lokalnej", "date:wizja-lokalna");
        check_claim("Data wysłania umowy", "date:contract");
    }

    #[test]
    fn what_was_entered_is_a_stage_whatever_it_is_called() {
        let own = |header| own_stage(&Label::of(header)).map(|claim| claim.field.key());
        assert_eq!(own("Date entered \"Legal review (Sales Pipeline)\"").as_deref(), Some("date:legal-review"));
        assert_eq!(own("Data wejścia w etap Próbki").as_deref(), Some("date:próbki"));
        assert_eq!(own("Date entered 12345"), None);
        assert_eq!(own("Data przyjęcia"), None);
        assert_eq!(pipeline_of(&Label::of("Date entered \"Won (Renewals)\"")), Some("Renewals"));
        assert_eq!(pipeline_of(&Label::of("Wartość (PLN)")), None);
    }
}
