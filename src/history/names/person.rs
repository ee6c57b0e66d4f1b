//! The name of a person in, what makes two spellings one person out.

use crate::recognise::fold::fold;

/// The folded words of a name from the one that comes first in the alphabet on, so that `Nowak Anna` and `Anna Nowak`
/// are one. Three names keep their order: `Jan Maria Nowak` is not `Maria Jan Nowak`.
pub(super) fn key(name: &str) -> String {
    let folded = fold(name);
    let words: Vec<&str> = folded.split(' ').collect();
    let turned = |at: usize| [&words[at..], &words[..at]].concat();
    let key = (0..words.len()).map(turned).min().unwrap_or_default().join(" ");
    if key.is_empty() { name.to_owned() } else { key }
}

/// Names with an initial and the one full name that fits each: `a nowak` is `anna nowak`, unless there is also an
/// `adam nowak`.
pub(super) fn initials(keys: &[&str]) -> Vec<(String, String)> {
    let full: Vec<(&str, Vec<&str>)> = keys
        .iter()
        .map(|key| (*key, words(key)))
        .filter(|(_, words)| !words.iter().any(|word| is_initial(word)))
        .collect();
    let short = keys.iter().filter(|key| words(key).iter().any(|word| is_initial(word)));
    short
        .filter_map(|key| {
            let mut fitting = full.iter().filter(|(_, full)| abbreviates(&words(key), full));
            match (fitting.next(), fitting.next()) {
                (Some((full, _)), None) => Some(((*key).to_owned(), (*full).to_owned())),
                _ => None,
            }
        })
        .collect()
}

fn words(key: &str) -> Vec<&str> {
    key.split(' ').collect()
}

fn is_initial(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none()
}

/// Whether two words of which one is an initial stand for these two, in either order.
fn abbreviates(short: &[&str], full: &[&str]) -> bool {
    let ([a, b], [one, other]) = (short, full) else { return false };
    let (initial, word) = match (is_initial(a), is_initial(b)) {
        (true, false) => (a, b),
        (false, true) => (b, a),
        _ => return false,
    };
    word == one && other.starts_with(initial) || word == other && one.starts_with(initial)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_person_share_a_key() {
        for name in ["Anna Nowak", "NOWAK ANNA", "nowak, anna", " Anna  Nowak."] {
            assert_eq!(key(name), "anna nowak", "{name}");
        }
        assert_eq!(key("Łukasz Wójcik"), key("Wojcik Lukasz"));
        assert_ne!(key("Anna Nowak"), key("Anna Nowacka"));
        assert_ne!(key("Jan Maria Nowak"), key("Maria Jan Nowak"));
        assert_eq!(key("Jan Maria Nowak"), key("Nowak Jan Maria"));
    }

    #[test]
    fn an_initial_stands_for_the_only_name_that_fits() {
        let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
        assert_eq!(initials(&["a nowak", "anna nowak", "jan kowal"]), [pair("a nowak", "anna nowak")]);
        assert_eq!(initials(&["a nowak", "anna nowak", "adam nowak"]), []);
        assert_eq!(initials(&["a nowak", "anna nowacka"]), []);
        assert_eq!(initials(&["anna n", "anna nowak"]), [pair("anna n", "anna nowak")]);
        assert_eq!(initials(&["a n", "anna nowak"]), []);
    }
}
