//! The rows that a deal was built from, in little room: of a thousand weekly copies of a sheet each deal has hundreds.

use std::sync::Arc;

use crate::locus::Locus;

/// Rows of sheets, in order.
#[derive(Debug, Clone, Default)]
pub struct Rows {
    /// The sheets of the run, which all deals of a book share.
    sheets: Arc<[Locus]>,
    places: Vec<Place>,
}

#[derive(Debug, Clone, Copy)]
struct Place {
    sheet: u32,
    row: Option<u32>,
    column: Option<u32>,
}

impl Rows {
    /// Rows by the number of their sheet, their own (from 1), and, where a row holds several deals, their column (from 0).
    pub fn of(sheets: &Arc<[Locus]>, rows: impl Iterator<Item = (usize, u32, Option<u32>)>) -> Self {
        let place = |(sheet, row, column)| Place { sheet: sheet as u32, row: Some(row), column };
        let mut places: Vec<Place> = rows.map(place).collect();
        places.shrink_to_fit();
        Self { sheets: Arc::clone(sheets), places }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// One after the other.
    pub fn iter(&self) -> impl Iterator<Item = Locus> {
        let locus =
            |place: &Place| Locus { row: place.row, column: place.column, ..self.sheets[place.sheet as usize].clone() };
        self.places.iter().map(locus)
    }
}

impl PartialEq for Rows {
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len() && self.iter().eq(other.iter())
    }
}

impl FromIterator<Locus> for Rows {
    fn from_iter<I: IntoIterator<Item = Locus>>(rows: I) -> Self {
        let mut sheets: Vec<Locus> = Vec::new();
        let place = |at: Locus| {
            let sheet = Locus::sheet(&at.file, at.sheet.as_ref());
            let known = sheets.iter().position(|other| *other == sheet);
            let number = known.unwrap_or(sheets.len());
            if known.is_none() {
                sheets.push(sheet);
            }
            Place { sheet: number as u32, row: at.row, column: at.column }
        };
        let places = rows.into_iter().map(place).collect();
        Self { sheets: sheets.into(), places }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_come_out_as_they_went_in() {
        let [first, second] = ["a.csv", "b.csv"].map(|file| Locus::file(&file.into()));
        let rows = [first.at_row(3), second.at_row(2), first.at_cell(4, 1), second];
        assert_eq!(rows.iter().cloned().collect::<Rows>().iter().collect::<Vec<_>>(), rows);
    }

    #[test]
    fn the_same_rows_are_equal_whatever_other_sheets_there_are() {
        let [first, second] = ["a.csv", "b.csv"].map(|file| Locus::file(&file.into()));
        let all: Arc<[Locus]> = [first, second.clone()].into();
        assert_eq!(Rows::of(&all, [(1, 7, None)].into_iter()), [second.at_row(7)].into_iter().collect());
    }
}
