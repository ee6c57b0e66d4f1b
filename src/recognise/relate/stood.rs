//! A sheet in, the day out for which a cell above its table says that it stands: `Stan na 20.11.2026`, `As of`, then a
//! date in the same cell or in the next.

use crate::model::Moment;
use crate::read::{Cell, Row, Sheet};
use crate::recognise::fold::fold;
use crate::recognise::value::date;
use crate::template::DateOrder;

/// Rows from the top in which such a cell is looked for.
const ROWS: usize = 8;

/// What such a cell begins with, folded.
const MARKERS: [&str; 9] = [
    "stan na dzien",
    "stan na",
    "stan z dnia",
    "stan z",
    "dane na dzien",
    "kopia z dnia",
    "as of",
    "status as of",
    "stand vom",
];

/// The day of the first cell that tells one.
pub(in crate::recognise) fn in_cells(sheet: &Sheet) -> Option<Moment> {
    sheet.rows.iter().take(ROWS).find_map(in_row)
}

fn in_row(row: &Row) -> Option<Moment> {
    row.cells.iter().enumerate().find_map(|(place, (_, cell))| {
        let Cell::Text(text) = cell else { return None };
        let rest = after_marker(text)?;
        if rest.is_empty() { row.cells.get(place + 1).and_then(|(_, next)| day(next)) } else { in_text(&rest) }
    })
}

/// The words behind the marker; none where there is no marker.
fn after_marker(text: &str) -> Option<Vec<&str>> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let begins_with = |marker: &&&str| {
        let count = marker.split(' ').count();
        words.len() >= count && fold(&words[..count].join(" ")) == **marker
    };
    let marker = MARKERS.iter().find(begins_with)?;
    Some(words[marker.split(' ').count()..].to_vec())
}

/// A date in as many of the first words as make one: `20.11.2026 r.`, `20 listopada 2026, piątek`.
fn in_text(words: &[&str]) -> Option<Moment> {
    (1..=words.len().min(4)).rev().find_map(|count| {
        let text = words[..count].join(" ");
        let text = text.trim_matches(|letter: char| letter.is_whitespace() || ":,;()".contains(letter));
        day(&Cell::Text(text.into()))
    })
}

fn day(cell: &Cell) -> Option<Moment> {
    if matches!(cell, Cell::Number { .. }) {
        return None;
    }
    match date::read(cell, DateOrder::DayFirst, None) {
        date::Reading::Moment(moment) => Some(Moment::Day(moment.date())),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recognise::fixture::grid;

    #[track_caller]
    fn check(drawing: &str, expected: Option<&str>) {
        let found = in_cells(&grid(drawing)).map(|moment| moment.date().to_string());
        assert_eq!(found.as_deref(), expected, "{drawing}");
    }

    #[test]
    fn a_cell_above_tells_the_day() {
        check("Lejek\nStan na 20.11.2026\nFirma | Etap", Some("2026-11-20"));
        check("Stan na dzień: 20.11.2026 r.\nFirma | Etap", Some("2026-11-20"));
        check("Stan na | 20.11.2026\nFirma | Etap", Some("2026-11-20"));
        check("As of 2026-11-20\nCompany | Stage", Some("2026-11-20"));
        check("Stan na | Firma\n20.11.2026 | Alfa", None);
        check("Stan magazynu 20.11.2026\nFirma | Etap", None);
        check("Firma | Etap\nAlfa | Nowe", None);
    }
}
