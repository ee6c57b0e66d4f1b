//! A number format in, how it shows a number out, as far as it matters.

/// How a number is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shown {
    /// As a number.
    Plain,
    /// As a percentage.
    Percent,
    /// As a day, a time, or both.
    Moment,
}

/// Formats that are known by their names.
const NAMED: &[(&str, Shown)] = &[
    ("General", Shown::Plain),
    ("Standard", Shown::Plain),
    ("Fixed", Shown::Plain),
    ("Currency", Shown::Plain),
    ("Euro Currency", Shown::Plain),
    ("Scientific", Shown::Plain),
    ("Yes/No", Shown::Plain),
    ("True/False", Shown::Plain),
    ("On/Off", Shown::Plain),
    ("Percent", Shown::Percent),
];

/// What a format's code, or its name, shows.
pub(super) fn shown(code: &str) -> Shown {
    if let Some((_, shown)) = NAMED.iter().find(|(name, _)| name.eq_ignore_ascii_case(code.trim())) {
        return *shown;
    }
    let plain = unquoted(code);
    if plain.contains('%') {
        Shown::Percent
    } else if plain.contains(['d', 'm', 'y', 'h', 's']) {
        Shown::Moment
    } else {
        Shown::Plain
    }
}

/// The code in lower case without what it writes out as it stands: texts in quotes, escaped letters, and colours,
/// currencies and languages in brackets. Elapsed time (`[h]`) is in brackets too, and is a number.
fn unquoted(code: &str) -> String {
    let mut plain = String::new();
    let mut letters = code.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '"' => while letters.next().is_some_and(|letter| letter != '"') {},
            '[' => {
                let inside: String = letters.by_ref().take_while(|letter| *letter != ']').collect();
                if ["h", "hh", "m", "mm", "s", "ss"].contains(&inside.to_ascii_lowercase().as_str()) {
                    return String::new();
                }
            }
            '\\' | '_' | '*' => {
                letters.next();
            }
            _ => plain.extend(letter.to_lowercase()),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_are_told_by_what_they_show() {
        for (code, expect) in [
            ("General", Shown::Plain),
            ("#,##0.00\\ \"zł/dzień\"", Shown::Plain),
            ("#,##0 [$USD]", Shown::Plain),
            ("0.0%", Shown::Percent),
            ("0\\%", Shown::Plain),
            ("0\" %\"", Shown::Plain),
            ("Percent", Shown::Percent),
            ("yyyy\\-mm\\-dd", Shown::Moment),
            ("[$-415]d\\ mmmm\\ yyyy;@", Shown::Moment),
            ("Short Date", Shown::Moment),
            ("General Date", Shown::Moment),
            ("h:mm", Shown::Moment),
            ("[h]:mm", Shown::Plain),
            ("\\@", Shown::Plain),
        ] {
            assert_eq!(shown(code), expect, "{code}");
        }
    }
}
