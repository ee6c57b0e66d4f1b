//! A cell in, yes or no out: `x`, `✓`, TAK, 1 in a column that says whether a stage was reached, and NIE, 0, `☐`.

use crate::read::Cell;

/// Marks for "reached". Case does not count.
const YES: &[&str] =
    &["x", "xx", "✓", "✔", "☑", "✅", "v", "+", "•", "●", "tak", "t", "yes", "y", "true", "ja", "j", "1", "ok"];

/// Marks for "not reached".
const NO: &[&str] = &["nie", "n", "no", "false", "f", "nein", "0", "☐", "✗", "✘", "❌"];

/// Whether a cell is a mark, and which.
pub(in crate::recognise) fn of(cell: &Cell) -> Option<bool> {
    match cell {
        Cell::Bool(mark) => Some(*mark),
        Cell::Number { value: 1.0, percent: false } => Some(true),
        Cell::Number { value: 0.0, percent: false } => Some(false),
        Cell::Text(text) => of_text(text),
        _ => None,
    }
}

/// Whether a text is a mark, and which.
pub(in crate::recognise) fn of_text(text: &str) -> Option<bool> {
    let text = text.trim();
    let is = |marks: &[&str]| marks.iter().any(|mark| mark.eq_ignore_ascii_case(text));
    match text.len() {
        1..=5 if is(YES) => Some(true),
        1..=5 if is(NO) => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_yes_or_no_and_nothing_else() {
        for (text, expect) in [
            ("x", Some(true)),
            ("X ", Some(true)),
            ("✓", Some(true)),
            ("TAK", Some(true)),
            ("v", Some(true)),
            ("Nie", Some(false)),
            ("☐", Some(false)),
            ("0", Some(false)),
            ("nie dotyczy", None),
            ("12.03.2026", None),
            ("", None),
            ("-", None),
        ] {
            assert_eq!(of_text(text), expect, "{text}");
        }
        assert_eq!(of(&Cell::Number { value: 1.0, percent: false }), Some(true));
        assert_eq!(of(&Cell::Number { value: 2.0, percent: false }), None);
        assert_eq!(of(&Cell::Bool(false)), Some(false));
    }
}
