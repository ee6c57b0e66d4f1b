//! Cells as text: trimmed, numbers without a needless `.0`, placeholders as nothing.

use crate::read::Cell;
use crate::recognise::fold::squeeze;

/// What people write into a cell to say that there is nothing in it. Case does not count.
#[rustfmt::skip] // words fill the lines
const PLACEHOLDERS: &[&str] = &[
    "-", "--", "---", "–", "—", ".", "..", "...", "…", "?", "??", "/", "\\", "n/a", "n.a.", "#n/a", "#n/d", "#n/d!",
    "b/d", "b.d.", "n/d", "brak", "(brak)", "brak danych", "nie dotyczy", "nie ustalono", "do ustalenia",
    "do uzgodnienia", "none", "(none)", "null", "nan", "nat", "tbd", "tba", "t.b.d.", "select", "-- select --",
    "- select -", "wybierz", "(blank)", "(puste)", "(empty)",
];

/// Whether a text only says that there is nothing.
pub(in crate::recognise) fn is_placeholder(text: &str) -> bool {
    let text = text.trim();
    // The longest placeholder is short, and none begins with a digit, so that most texts cost nothing.
    let may_be = |first: &u8| !first.is_ascii_digit() && *first != b'+';
    text.as_bytes().first().is_none_or(|first| {
        text.len() <= 16 && may_be(first) && PLACEHOLDERS.iter().any(|known| known.eq_ignore_ascii_case(text))
    })
}

/// Whether a cell says nothing: a placeholder, an error, a formula without a result.
pub(in crate::recognise) fn is_blank(cell: &Cell) -> bool {
    match cell {
        Cell::Text(text) => is_placeholder(text),
        Cell::Error(_) | Cell::Unevaluated => true,
        Cell::Number { .. } | Cell::Date(_) | Cell::Time(_) | Cell::Bool(_) => false,
    }
}

/// The cell as one line of text; none when it is empty, a placeholder or an error.
pub(in crate::recognise) fn line(cell: &Cell) -> Option<String> {
    match cell {
        Cell::Text(text) => (!is_placeholder(text)).then(|| squeeze(text)),
        other => written(other),
    }
}

/// The cell as text with its line breaks, for remarks.
pub(in crate::recognise) fn paragraph(cell: &Cell) -> Option<String> {
    match cell {
        Cell::Text(text) => (!is_placeholder(text)).then(|| text.trim().to_owned()),
        other => written(other),
    }
}

/// The cell as it can be quoted in a message; placeholders and errors included.
pub(in crate::recognise) fn quoted(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) | Cell::Error(text) => squeeze(text),
        other => written(other).unwrap_or_default(),
    }
}

fn written(cell: &Cell) -> Option<String> {
    match cell {
        Cell::Number { value, percent: true } => Some(format!("{} %", number(value * 100.0))),
        Cell::Number { value, percent: false } => Some(number(*value)),
        Cell::Date(moment) if moment.time() == chrono::NaiveTime::MIN => Some(moment.format("%Y-%m-%d").to_string()),
        Cell::Date(moment) => Some(moment.format("%Y-%m-%d %H:%M").to_string()),
        Cell::Time(seconds) => Some(format!("{:02}:{:02}", seconds / 3600, seconds / 60 % 60)),
        Cell::Bool(true) => Some("TRUE".to_owned()),
        Cell::Bool(false) => Some("FALSE".to_owned()),
        Cell::Text(_) | Cell::Error(_) | Cell::Unevaluated => None,
    }
}

/// Digits without an exponent; at most six decimals, for a float's last digits are noise.
fn number(value: f64) -> String {
    let rounded = (value * 1e6).round() / 1e6;
    format!("{}", if rounded.is_finite() { rounded } else { value })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(cell: &Cell, expect: Option<&str>) {
        assert_eq!(line(cell).as_deref(), expect);
    }

    #[test]
    fn cells_read_as_they_are_meant() {
        check(&Cell::Text("  Anna\u{a0} Nowak\n".into()), Some("Anna Nowak"));
        check(&Cell::Text("0123".into()), Some("0123"));
        check(&Cell::Number { value: 215.0, percent: false }, Some("215"));
        check(&Cell::Number { value: 0.5, percent: true }, Some("50 %"));
        check(&Cell::Number { value: 12.1, percent: false }, Some("12.1"));
        check(&Cell::Bool(true), Some("TRUE"));
        check(&Cell::Time(50_700), Some("14:05"));
        check(&Cell::Error("#N/A".into()), None);
    }

    #[test]
    fn placeholders_are_nothing() {
        for text in ["-", " – ", "brak", "BRAK", "n/a", "N/A", "b/d", "#N/A", "Select", "null", "?"] {
            check(&Cell::Text(text.into()), None);
        }
        for text in ["Brak kwalifikacji", "0", "x", "unknown", "Selekt sp. z o.o."] {
            check(&Cell::Text(text.into()), Some(text));
        }
    }
}
