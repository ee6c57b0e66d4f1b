//! A text in, the figures that a reader sees in it out: with the unit and the decimals that they are shown with, and
//! without days and times of day.

use lejek::i18n::Language;

/// A number as it is shown.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Figure {
    number: f64,
    /// Decimals that are shown.
    decimals: i32,
    /// What one stands for: 1000 for thousands, 0.01 for percent.
    unit: f64,
    /// Whether it counts days, of which those are told that have passed.
    of_days: bool,
}

impl Figure {
    /// What may stand behind it: from the least to the most number that is shown so; a share may be told by its rest.
    pub(crate) fn meanings(&self) -> Vec<(f64, f64)> {
        let half = 0.5 * 10_f64.powi(-self.decimals) * self.unit * (1.0 + 1e-9) + 1e-9;
        let value = self.number * self.unit;
        let mut meanings = vec![(value - half, value + half)];
        if (self.unit - 0.01).abs() < 1e-12 {
            meanings.push((1.0 - value - half, 1.0 - value + half));
        }
        if self.of_days && self.decimals == 0 {
            meanings.push((value, value + 1.0 - 1e-9));
        }
        meanings
    }

    /// Whether an axis may have it as its mark: one or two digits, then noughts.
    pub(crate) fn is_round(&self) -> bool {
        let mut number = self.number.abs();
        while number >= 100.0 && number % 10.0 == 0.0 {
            number /= 10.0;
        }
        number < 100.0
    }
}

/// The figures of a text in their order.
pub(crate) fn figures(text: &str, language: Language) -> Vec<Figure> {
    let letters: Vec<char> = text.replace('\u{202f}', "\u{a0}").chars().collect();
    let (group, point) = match language {
        Language::Pl => ('\u{a0}', ','),
        Language::En => (',', '.'),
    };
    let digit = |at: usize| letters.get(at).is_some_and(char::is_ascii_digit);
    let (mut found, mut at) = (Vec::new(), 0);
    while at < letters.len() {
        if !digit(at) {
            at += 1;
            continue;
        }
        let begin = at;
        let mut number = String::new();
        loop {
            while digit(at) {
                number.push(letters[at]);
                at += 1;
            }
            // Groups of three belong together.
            let grouped = letters.get(at) == Some(&group) && (1..=3).all(|next| digit(at + next)) && !digit(at + 4);
            if !grouped {
                break;
            }
            at += 1;
        }
        let mut decimals = 0;
        if letters.get(at) == Some(&point) && digit(at + 1) {
            number.push('.');
            at += 1;
            while digit(at) {
                number.push(letters[at]);
                decimals += 1;
                at += 1;
            }
        }
        let rest: String = letters[at..].iter().take(14).collect();
        let before: String = letters[begin.saturating_sub(8)..begin].iter().collect();
        if is_of_a_day(&rest, &before, language) || before.ends_with(char::is_alphabetic) {
            while letters.get(at).is_some_and(|letter| letter.is_ascii_digit() || ".:".contains(*letter)) {
                at += 1;
            }
            continue;
        }
        found.push(Figure {
            number: number.parse().expect("digits"),
            decimals,
            unit: unit(&rest),
            of_days: is_of_days(&rest),
        });
    }
    found
}

/// `20.11.2026`, `16:00`, `20 Nov 2026`.
fn is_of_a_day(rest: &str, before: &str, language: Language) -> bool {
    const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let digits = |text: &str, sign: char| {
        text.strip_prefix(sign).is_some_and(|rest| rest.starts_with(|d: char| d.is_ascii_digit()))
    };
    let word = rest.trim_start_matches([' ', '\u{a0}']);
    let year = MONTHS.iter().any(|month| before.trim_end_matches([' ', '\u{a0}']).ends_with(month));
    digits(rest, ':')
        || (language == Language::Pl && digits(rest, '.'))
        || (language == Language::En && (MONTHS.iter().any(|month| word.starts_with(month)) || year))
}

fn is_of_days(rest: &str) -> bool {
    let word = rest.trim_start_matches([' ', '\u{a0}']);
    ["dni", "dzie", "day", "h"].iter().any(|unit| word.starts_with(unit))
}

fn unit(rest: &str) -> f64 {
    // Both ends of a range share the unit: `61–68 %`.
    let rest = rest
        .trim_start_matches(|letter: char| letter == '–' || letter.is_ascii_digit() || letter == ',' || letter == '.');
    let word = rest.trim_start_matches([' ', '\u{a0}']);
    match word {
        _ if word.starts_with('%') || word.starts_with("pp") => 0.01,
        _ if word.starts_with("mln") || rest.starts_with('M') => 1e6,
        _ if word.starts_with("tys") || rest.starts_with('k') => 1e3,
        _ => 1.0,
    }
}

#[test]
fn figures_are_read_as_shown() {
    let figure = |number, decimals, unit| Figure { number, decimals, unit, of_days: false };
    let thousand = figures("1\u{a0}234 szanse, 61–68 %, 2,8\u{a0}mln\u{a0}zł, stan na 20.11.2026, 16:00", Language::Pl);
    assert_eq!(thousand, [figure(1234.0, 0, 1.0), figure(61.0, 0, 0.01), figure(68.0, 0, 0.01), figure(2.8, 1, 1e6)]);
    let thousand = figures("1,234 deals as of 20 Nov 2026, PLN 418k", Language::En);
    assert_eq!(thousand, [figure(1234.0, 0, 1.0), figure(418.0, 0, 1e3)]);
}
