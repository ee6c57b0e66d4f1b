//! References as files write them in; the areas that they name out.

use super::grid::Area;

/// The area from a top left to a bottom right corner, inside the largest sheet that there is: `A4:H20`, `$B$2`.
pub(super) fn area(reference: &str) -> Option<Area> {
    let mut corners = reference.split(':').map(corner);
    let (top, left) = corners.next()??;
    let (bottom, right) = corners.next().unwrap_or(Some((top, left)))?;
    (corners.next().is_none() && top <= bottom && left <= right).then_some(Area { top, left, bottom, right })
}

/// The sheet and the area of a reference to a part of one sheet: `'Szanse 2026'!$A$4:$H$20`.
pub(super) fn on_sheet(reference: &str) -> Option<(String, Area)> {
    let (sheet, place) = reference.trim_start_matches('=').rsplit_once('!')?;
    let sheet = match sheet.strip_prefix('\'') {
        Some(quoted) => quoted.strip_suffix('\'')?.replace("''", "'"),
        // Several areas at once are no table.
        None if sheet.contains([',', '!']) => return None,
        None => sheet.to_owned(),
    };
    Some((sheet, area(place)?))
}

/// Row from 1 and column from 0.
fn corner(reference: &str) -> Option<(u32, u32)> {
    let reference = reference.replace('$', "");
    let digits = reference.find(|letter: char| letter.is_ascii_digit())?;
    let (letters, digits) = reference.split_at(digits);
    if letters.is_empty() || letters.len() > 3 || digits.len() > 7 {
        return None;
    }
    let column = letters.bytes().try_fold(0, |column, letter| {
        letter.is_ascii_alphabetic().then(|| column * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1)
    })?;
    let row = digits.parse().ok()?;
    ((1..=1_048_576).contains(&row) && column <= 16_384).then_some((row, column - 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_name_areas_of_one_sheet() {
        let areas = |left| Area { top: 4, left, bottom: 20, right: 7 };
        for (reference, expect) in [
            ("Szanse!$A$4:$H$20", Some(("Szanse", areas(0)))),
            ("=Szanse!B4:H20", Some(("Szanse", areas(1)))),
            ("'Szanse ''26'!$A$4:$H$20", Some(("Szanse '26", areas(0)))),
            ("Szanse!#REF!", None),
            ("Szanse!$4:$4", None),
            ("Szanse!$H$20:$A$4", None),
            ("A!$A$1:$B$2,A!$D$1:$E$2", None),
            ("OFFSET(Szanse!$A$4,0,0)", None),
            ("0.23", None),
        ] {
            let found = on_sheet(reference);
            assert_eq!(found.as_ref().map(|(sheet, area)| (sheet.as_str(), *area)), expect, "{reference}");
        }
    }
}
