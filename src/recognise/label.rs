//! A header cell in, its comparable forms out: entity prefix, numbering, units and code-name spelling removed.

use super::fold::{fold, split_humps, squeeze};
use super::value::money::{currency_in, currency_of};
use crate::model::Currency;

/// A header in the forms in which it can be looked up.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Label {
    /// As written, line breaks and double blanks folded.
    pub(super) shown: String,
    /// All of it, folded: how a template names it.
    pub(super) folded: String,
    /// The folded forms, the fullest first; each later one has lost a unit, a bracket or a number.
    pub(super) forms: Vec<String>,
    /// The form without the entity that the header begins with (`deal`, `szansa sprzedazy`).
    pub(super) without_entity: Option<String>,
    /// What the header says of a firm, a person or a thing beside the deal (`Organization - Address`), folded.
    pub(super) of_another: Option<(Another, String)>,
    /// The currency that the header names.
    pub(super) currency: Option<Currency>,
    /// Written as programs write (`deal_id`, `StageName`), so its English says nothing about the user's language.
    pub(super) is_code: bool,
}

/// What a pipeline tool puts before a header: `Deal - Title`. Folded.
#[rustfmt::skip] // words fill the lines
const ENTITIES: &[&str] = &[
    "deal", "deals", "szansa sprzedazy", "szansy sprzedazy", "szansa", "opportunity", "opp", "potential", "lead", "transakcja",
    "current", "pipeline", "verkaufschance",
];

/// What a pipeline tool keeps beside deals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Another {
    Firm,
    Person,
    Thing,
}

/// What it puts before their headers, folded.
const OTHER_ENTITIES: &[(Another, &[&str])] = &[
    (Another::Firm, &["organization", "organisation", "organizacja", "company", "account", "firma", "unternehmen"]),
    (Another::Person, &["person", "osoba", "contact", "kontakt", "contact person", "osoba kontaktowa"]),
    (
        Another::Thing,
        &["activity", "aktywnosc", "aktivitaet", "product", "produkt", "user", "uzytkownik", "project", "projekt"],
    ),
];

/// Names that say no more than that there are dates; folded.
const DATE_WORDS: &[&str] = &["data", "date", "dzien", "dnia", "day", "kiedy", "when", "datum"];

impl Label {
    /// The forms of a header.
    pub(super) fn of(header: &str) -> Self {
        let shown = squeeze(header);
        let split = split_humps(&shown);
        let folded = fold(&split);
        let (entity, split) = part_prefix(&split, ENTITIES);
        let of_another = OTHER_ENTITIES.iter().find_map(|(another, entities)| match part_prefix(split, entities) {
            (Some(_), rest) if entity.is_none() => Some((*another, fold(rest))),
            _ => None,
        });
        let mut forms = Vec::with_capacity(3);
        let mut keep = |form: String| {
            if !form.is_empty() && !forms.contains(&form) {
                forms.push(form);
            }
        };
        let full = fold(split);
        keep(without_number(&full).to_owned());
        keep(without_unit(without_number(&full)).to_owned());
        let unbracketed = fold(&without_brackets(split));
        let plain = without_unit(without_number(&unbracketed)).to_owned();
        // `Deal - Title` is surer than a mere `Title`.
        keep(entity.map(|entity| format!("{} {plain}", fold(entity))).unwrap_or_default());
        keep(plain);
        let without_entity = forms.iter().find_map(|form| after_entity(form)).map(str::to_owned);
        let is_code = shown.contains('_')
            || !shown.contains(' ')
                && (split_humps(&shown) != shown || shown.starts_with(|c: char| c.is_ascii_lowercase()));
        Self { currency: currency_in(&shown), shown, folded, forms, without_entity, of_another, is_code }
    }

    /// The forms of a header below the names of its groups, the outermost first: `Oferta` over `data` is the date of
    /// the offer, and where group and name say nothing together the name speaks for itself.
    pub(super) fn grouped(groups: &[String], name: &str) -> Self {
        let Some(group) = groups.last() else { return Self::of(name) };
        let mut label = Self::of(&format!("{} {name}", groups.join(" ")));
        // A bare "date" below a group is the date of that group, never one of the deal.
        let alone = if DATE_WORDS.contains(&fold(name).as_str()) { group.clone() } else { name.to_owned() };
        let mut headers = vec![format!("{group} {name}"), format!("{name} {group}")];
        if let Some((first, _)) = name.split_once(' ')
            && DATE_WORDS.contains(&fold(first).as_str())
        {
            // `Oferta` over `data wysłania`: some date of the offer.
            headers.push(format!("{first} {group}"));
        }
        headers.push(alone);
        for header in &headers {
            for form in Self::of(header).forms {
                if !label.forms.contains(&form) {
                    label.forms.push(form);
                }
            }
        }
        label
    }

    /// The plainest form.
    pub(super) fn plain(&self) -> &str {
        self.forms.last().map_or("", String::as_str)
    }
}

/// Parts the entity before a dash from the rest: `Deal - Title`, `Szansa sprzedaży – Tytuł`, `Szansa sprzedaży . Etykieta`.
fn part_prefix<'a>(header: &'a str, entities: &[&str]) -> (Option<&'a str>, &'a str) {
    for mark in [" - ", " – ", " — ", " . ", ": "] {
        if let Some((entity, rest)) = header.split_once(mark)
            && entities.contains(&fold(entity).as_str())
        {
            return (Some(entity), rest);
        }
    }
    (None, header)
}

fn after_entity(form: &str) -> Option<&str> {
    ENTITIES.iter().find_map(|entity| form.strip_prefix(entity)?.strip_prefix(' '))
}

/// `3 firma` without its number, unless nothing else is there.
fn without_number(form: &str) -> &str {
    match form.split_once(' ') {
        Some((number, rest)) if number.bytes().all(|byte| byte.is_ascii_digit()) => rest,
        _ => form,
    }
}

/// `wartosc pln` without its currency, unless nothing else is there.
fn without_unit(form: &str) -> &str {
    match form.rsplit_once(' ') {
        Some((rest, unit)) if currency_of(unit).is_some() => rest,
        _ => form,
    }
}

fn without_brackets(header: &str) -> String {
    let mut depth = 0_u32;
    header
        .chars()
        .filter(|letter| {
            match letter {
                '(' | '[' => depth += 1,
                ')' | ']' => {
                    depth = depth.saturating_sub(1);
                    return false;
                }
                _ => {}
            }
            depth == 0
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(header: &str, forms: &[&str], without_entity: Option<&str>) {
        let label = Label::of(header);
        assert_eq!(label.forms, forms, "{header}");
        assert_eq!(label.without_entity.as_deref(), without_entity, "{header}");
    }

    #[test]
    fn headers_lose_what_is_not_their_name() {
        check("Deal - Title", &["title", "deal title"], Some("title"));
        check("Szansa sprzedaży – Tytuł", &["tytul", "szansa sprzedazy tytul"], Some("tytul"));
        check("Organizacja - Adres", &["organizacja adres"], None);
        check("3. Nazwa firmy", &["nazwa firmy"], None);
        check("Data 1. kontaktu", &["data 1 kontaktu"], None);
        check("Wartość (PLN)", &["wartosc pln", "wartosc"], None);
        check("Deal Value, $", &["deal value"], Some("value"));
        check("Kwota (netto)", &["kwota netto", "kwota"], None);
        check("Szansa sprzedaży  \nWartość", &["szansa sprzedazy wartosc"], Some("wartosc"));
        check("deal_created_at", &["deal created at"], Some("created at"));
        check("StageName", &["stage name"], None);
        check("LEADID", &["leadid"], None);
        check(
            "Date entered \"Offer sent (Sales Pipeline)\"",
            &["date entered offer sent sales pipeline", "date entered offer sent"],
            None,
        );
        check("PLN", &["pln"], None);
        check("%", &["%"], None);
    }

    #[test]
    fn a_name_below_a_group_is_looked_up_with_it_and_alone() {
        let forms = |group: &str, name| Label::grouped(&[group.to_owned()], name).forms;
        assert_eq!(forms("Oferta", "kwota"), ["oferta kwota", "kwota oferta", "kwota"]);
        assert_eq!(forms("Oferta", "data"), ["oferta data", "data oferta", "oferta"]);
    }

    #[test]
    fn code_names_are_known() {
        for (header, is_code) in [
            ("deal_id", true),
            ("StageName", true),
            ("DEAL_ID", true),
            ("stage", true),
            ("Stage", false),
            ("Deal Stage", false),
        ] {
            assert_eq!(Label::of(header).is_code, is_code, "{header}");
        }
    }
}
