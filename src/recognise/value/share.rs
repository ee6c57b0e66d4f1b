//! Cells of a column of probabilities in, shares between 0 and 1 out: 50, 50 % and 0.5 are the same.

use crate::read::Cell;

/// In what a column counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::recognise) enum Scale {
    /// From 0 to 1.
    Fractions,
    /// From 0 to 100.
    Hundredths,
}

impl Scale {
    /// The scale of a column: a number above 1 without a sign shows that it counts in hundredths.
    pub(in crate::recognise) fn of<'a>(mut cells: impl Iterator<Item = &'a Cell>) -> Self {
        let above_one = |cell| matches!(written(cell), Some(Written { value, percent: false }) if value > 1.0);
        if cells.any(above_one) { Self::Hundredths } else { Self::Fractions }
    }

    /// The share that a cell says; none when it says none between 0 and 1.
    pub(in crate::recognise) fn read(self, cell: &Cell) -> Option<f64> {
        let Written { value, percent } = written(cell)?;
        let in_hundredths = match self {
            _ if percent => true,
            Self::Fractions => false,
            // Nobody guesses half of one in a hundred: `0.5` among `20` and `80` is a half.
            Self::Hundredths => value >= 1.0,
        };
        let share = if in_hundredths { value / 100.0 } else { value };
        (0.0..=1.0).contains(&share).then_some(share)
    }
}

struct Written {
    value: f64,
    percent: bool,
}

fn written(cell: &Cell) -> Option<Written> {
    match cell {
        Cell::Number { value, percent: true } => Some(Written { value: value * 100.0, percent: true }),
        Cell::Number { value, percent: false } => Some(Written { value: *value, percent: false }),
        Cell::Text(text) => {
            let plain = text.trim().trim_end_matches('%').trim_end().replace(',', ".");
            Some(Written { value: plain.parse().ok()?, percent: text.contains('%') })
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(column: &[&str], expect: &[Option<f64>]) {
        let cells: Vec<Cell> = column.iter().map(|text| Cell::Text((*text).into())).collect();
        let scale = Scale::of(cells.iter());
        let read: Vec<Option<f64>> = cells.iter().map(|cell| scale.read(cell)).collect();
        assert_eq!(read, expect, "{column:?}");
    }

    #[test]
    fn the_scale_is_the_columns() {
        check(&["50", "1", "100"], &[Some(0.5), Some(0.01), Some(1.0)]);
        check(&["0,5", "1", "0.25"], &[Some(0.5), Some(1.0), Some(0.25)]);
        check(&["50 %", "1%", "0.25"], &[Some(0.5), Some(0.01), Some(0.25)]);
        check(&["20", "0.5"], &[Some(0.2), Some(0.5)]);
        check(&["120", "-3", "wysokie"], &[None, None, None]);
    }

    #[test]
    fn cells_shown_as_percentages_are_shares_already() {
        assert_eq!(Scale::Hundredths.read(&Cell::Number { value: 0.3, percent: true }), Some(0.3));
    }
}
