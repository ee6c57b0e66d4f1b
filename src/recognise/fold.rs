//! Text in, its comparable form out: lower case, no diacritics, no punctuation, single blanks.
//!
//! Two texts that a person would call the same words fold to the same string. Nothing is guessed: no stemming,
//! no spelling.

/// The comparable form of a text: `"Wysłanie\n OFERTY…"` becomes `wyslanie oferty`.
///
/// Letters lose their marks (`ł` too, which Unicode does not decompose), everything that is neither letter nor
/// digit parts words, apostrophes inside a word vanish (`lead'a`). `%` and `#` stay, as words of their own,
/// for some headers consist of nothing else.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut parted = false;
    let push = |folded: &mut String, parted: &mut bool, letter: char| {
        if *parted && !folded.is_empty() {
            folded.push(' ');
        }
        *parted = false;
        folded.push(letter);
    };
    for written in text.chars() {
        match written {
            'a'..='z' | '0'..='9' => push(&mut folded, &mut parted, written),
            'A'..='Z' => push(&mut folded, &mut parted, written.to_ascii_lowercase()),
            '%' | '#' => {
                parted = true;
                push(&mut folded, &mut parted, written);
                parted = true;
            }
            // A mark that stands after its letter (decomposed text) goes the way of apostrophes.
            '\'' | '’' | '`' | '´' | '\u{300}'..='\u{36f}' => {}
            _ if written.is_ascii() => parted = true,
            _ => match plain(written) {
                Some(letters) => letters.chars().for_each(|letter| push(&mut folded, &mut parted, letter)),
                None if written.is_alphanumeric() => {
                    written.to_lowercase().for_each(|letter| push(&mut folded, &mut parted, letter));
                }
                None => parted = true,
            },
        }
    }
    folded
}

/// The text with blanks between the words of a code name: `StageName` and `LeadID` become `Stage Name`, `Lead ID`.
/// Capitals alone tell nothing (`LEADID` stays).
pub(super) fn split_humps(text: &str) -> String {
    let mut split = String::with_capacity(text.len() + 4);
    let mut after_small = false;
    for letter in text.chars() {
        if after_small && letter.is_uppercase() {
            split.push(' ');
        }
        after_small = letter.is_lowercase();
        split.push(letter);
    }
    split
}

/// A text as it is shown: white space of any kind folded to single blanks, none at the ends.
pub(super) fn squeeze(text: &str) -> String {
    let mut words = text.split_whitespace();
    let mut squeezed = String::with_capacity(text.len());
    squeezed.push_str(words.next().unwrap_or_default());
    for word in words {
        squeezed.push(' ');
        squeezed.push_str(word);
    }
    squeezed
}

/// The plain letters of a letter with marks.
fn plain(letter: char) -> Option<&'static str> {
    PLAIN.iter().find(|(marked, _)| marked.contains(letter)).map(|(_, plain)| *plain)
}

/// Letters with marks, both cases, and what they are without.
const PLAIN: &[(&str, &str)] = &[
    ("ąàáâãåāăĄÀÁÂÃÅĀĂ", "a"),
    ("ćçčĉċĆÇČĈĊ", "c"),
    ("ďđðĎĐ", "d"),
    ("ęèéêëēėěĘÈÉÊËĒĖĚ", "e"),
    ("ğģĞĢ", "g"),
    ("ìíîïīįıÌÍÎÏĪĮİ", "i"),
    ("ķĶ", "k"),
    ("łļľĺŁĻĽĹ", "l"),
    ("ńñňņŃÑŇŅ", "n"),
    ("óòôõøōőÓÒÔÕØŌŐ", "o"),
    ("řŕŘŔ", "r"),
    ("śšşșŚŠŞȘ", "s"),
    ("ťţțŤŢȚ", "t"),
    ("ùúûūůűųÙÚÛŪŮŰŲ", "u"),
    ("ýÿÝŸ", "y"),
    ("źżžŹŻŽ", "z"),
    ("äÄæÆ", "ae"),
    ("öÖœŒ", "oe"),
    ("üÜ", "ue"),
    ("ß", "ss"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: &str) {
        assert_eq!(fold(text), expect);
        assert_eq!(fold(expect), expect, "folding twice changes nothing");
    }

    #[test]
    fn words_that_look_the_same_fold_to_the_same() {
        check("Zażółć gęślą jaźń", "zazolc gesla jazn");
        check("ŁÓDŹ", "lodz");
        check("Z\u{307}az\u{307}alenie", "zazalenie");
        check("Forma \nkontaktu", "forma kontaktu");
        check("  E.mail\u{a0}", "e mail");
        check("Kwalifikacja lead'a", "kwalifikacja leada");
        check("Proposal/Price Quote", "proposal price quote");
        check("Prawdopodobieństwo (%)", "prawdopodobienstwo %");
        check("#", "#");
        check("deal_id", "deal id");
        check("Straße – Übersicht", "strasse uebersicht");
        check("Название", "название");
        check("…", "");
    }

    #[test]
    fn code_names_are_split_at_their_humps() {
        for (name, split) in [
            ("StageName", "Stage Name"),
            ("AccountId", "Account Id"),
            ("LEADID", "LEADID"),
            ("Deal Owner", "Deal Owner"),
            ("Data wysłaniaOferty", "Data wysłania Oferty"),
        ] {
            assert_eq!(split_humps(name), split);
        }
    }
}
