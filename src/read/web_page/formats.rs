//! A page's styles in, the number formats of its classes out. Excel writes them as `mso-number-format`.

use std::collections::BTreeMap;

use crate::read::shown::{self, Shown};

/// How the numbers of each class are shown.
#[derive(Debug, Default)]
pub(super) struct Formats(BTreeMap<String, Shown>);

impl Formats {
    /// Learns the rules of a style sheet: `.xl65 { mso-number-format:"0%"; }`.
    pub(super) fn learn(&mut self, sheet: &str) {
        for rule in sheet.split('}') {
            let Some((selectors, style)) = rule.split_once('{') else { continue };
            let Some(shown) = in_style(style) else { continue };
            let names = selectors.split(|letter: char| !(letter.is_alphanumeric() || ".-_".contains(letter)));
            self.0.extend(names.filter_map(|name| Some((name.split_once('.')?.1.to_owned(), shown))));
        }
    }

    /// How an element with this style and these classes shows its number.
    pub(super) fn of(&self, style: &str, classes: &str) -> Option<Shown> {
        in_style(style).or_else(|| classes.split_ascii_whitespace().find_map(|class| self.0.get(class).copied()))
    }
}

/// The format that a style names. Its code is a text of a style sheet, in which `\0022` is a quotation mark, and a
/// backslash stands before letters that mean themselves.
fn in_style(style: &str) -> Option<Shown> {
    let code = style.split_once("mso-number-format:")?.1.trim_start();
    let quote = code.chars().next().filter(|letter| "\"'".contains(*letter));
    let code = match quote {
        Some(quote) => code.get(1..)?.split(quote).next()?,
        None => code.split(';').next()?,
    };
    Some(shown::shown(&code.replace("\\0022", "\"").replace('\\', "")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_are_found_in_classes_and_styles() {
        let mut formats = Formats::default();
        formats.learn(
            "td {mso-number-format:General;} .xl65, td.xl66{mso-number-format:\"dd\\/mm\\/yyyy\";} .a{color:red}",
        );
        for (style, classes, expect) in [
            ("", "xl65", Some(Shown::Moment)),
            ("", "big xl66", Some(Shown::Moment)),
            ("mso-number-format:'0%'", "xl65", Some(Shown::Percent)),
            ("mso-number-format:\\@; color:red", "", Some(Shown::Plain)),
            ("mso-number-format:\"#,##0\\0022 dni\\0022\"", "", Some(Shown::Plain)),
            ("color:red", "a", None),
        ] {
            assert_eq!(formats.of(style, classes), expect, "{style} {classes}");
        }
    }
}
