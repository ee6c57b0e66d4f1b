//! A name of a sheet in, whether it can be a person's out: first names that many people have.

use crate::recognise::fold::fold;

/// One first name, or such a name or a letter with one or two names behind it.
pub(super) fn is_person(name: &str) -> bool {
    let folded = fold(name);
    let words: Vec<&str> = folded.split(' ').collect();
    let known = FIRST_NAMES.contains(&words[0]);
    match words.len() {
        1 => known,
        2 | 3 => is_capitalised(name) && (known || words[0].len() == 1 && words[1].len() > 2),
        _ => false,
    }
}

/// One or two words of letters that may be a person's where the other sheets are people's.
pub(super) fn may_be_person(name: &str) -> bool {
    let words = name.split_whitespace().count();
    (1..=2).contains(&words) && is_capitalised(name) && name.chars().filter(|letter| letter.is_alphabetic()).count() > 2
}

fn is_capitalised(name: &str) -> bool {
    let capitals = name.split_whitespace().all(|word| word.chars().next().is_some_and(char::is_uppercase));
    capitals && name.chars().all(|letter| letter.is_alphabetic() || matches!(letter, ' ' | '-' | '.'))
}

/// First names, folded: a sheet is taken for a seller's only by a name that many people have.
#[rustfmt::skip] // names fill the lines
const FIRST_NAMES: &[&str] = &[
    "adam", "adrian", "agata", "agnieszka", "alan", "aleksander", "aleksandra", "alice", "alicja", "alina", "amy",
    "andrew", "andrzej", "ania", "anita", "ann", "anna", "anne", "antoni", "arkadiusz", "artur", "asia", "barbara",
    "bartek", "bartlomiej", "bartosz", "basia", "beata", "ben", "blazej", "bogdan", "bozena", "celina", "charles",
    "cezary", "chris", "claudia", "damian", "daniel", "danuta", "dariusz", "darek", "david", "dawid", "dominik",
    "dominika", "dorota", "edward", "edyta", "elzbieta", "emilia", "emily", "emma", "eric", "ewa", "ewelina",
    "filip", "frank", "gabriela", "george", "grzegorz", "halina", "hanna", "hans", "helen", "henryk", "hubert",
    "igor", "ilona", "irena", "iwona", "izabela", "jacek", "jack", "jakub", "james", "jan", "jane", "janusz",
    "jaroslaw", "jarek", "jerzy", "jessica", "joanna", "john", "jolanta", "jozef", "julia", "justyna", "kacper",
    "kamil", "kamila", "karen", "karol", "karolina", "kasia", "kate", "katarzyna", "kevin", "kinga", "klaus",
    "konrad", "krystyna", "krzysztof", "laura", "lena", "leszek", "linda", "lukasz", "maciej", "maciek", "magda",
    "magdalena", "malgorzata", "marcin", "marek", "maria", "mariola", "mariusz", "mark", "marta", "martin", "mary",
    "mateusz", "michael", "michal", "mike", "miroslaw", "monika", "natalia", "nina", "oliver", "olga", "oskar",
    "ola", "patrycja", "patryk", "paul", "paulina", "pawel", "peter", "piotr", "piotrek", "przemyslaw", "rachel",
    "radoslaw", "rafal", "renata", "richard", "rita", "robert", "roman", "ryszard", "sandra", "sarah", "sebastian",
    "simon", "slawomir", "stanislaw", "stefan", "susan", "sylwia", "szymon", "tadeusz", "thomas", "tom", "tomasz",
    "tomek", "urszula", "waldemar", "weronika", "wiktor", "wojciech", "wojtek", "zbigniew", "zofia", "zuzanna",
];
