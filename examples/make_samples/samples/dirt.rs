//! Cells spoilt on purpose, the way people spoil them.

use super::deal::Deal;
use super::sheet::Cell;

/// A deal and its row as the team keeps it.
pub struct Row {
    pub deal: Deal,
    pub cells: Vec<Cell>,
}

/// One kind of dirt and the deal it falls on.
pub struct Dirt {
    /// The column, from 0.
    pub column: u16,
    /// What is wrong, for the truth.
    pub what: &'static str,
    /// Which deals it may fall on.
    pub fits: fn(&Deal) -> bool,
    /// On which of them: 0 is the first, 100 the last.
    pub percent: usize,
    /// What the cell holds then.
    pub cell: fn(&Deal) -> Cell,
    /// What that changes in what the sheet tells of the deal.
    pub tells: Tells,
}

impl Dirt {
    /// Dirt that leaves the deal as readable as it was.
    pub const fn new(
        column: u16,
        what: &'static str,
        fits: fn(&Deal) -> bool,
        percent: usize,
        cell: fn(&Deal) -> Cell,
    ) -> Self {
        Self { column, what, fits, percent, cell, tells: Tells::AllTheSame }
    }

    /// The same dirt, but it changes what the sheet tells.
    pub const fn but(mut self, tells: Tells) -> Self {
        self.tells = tells;
        self
    }
}

/// What a careful reader knows of a deal after the dirt fell.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Tells {
    /// As much as before: the cell can still be read, or it only held a date on the way.
    AllTheSame,
    /// No amount.
    NoValue,
    /// No seller.
    NoOwner,
    /// An amount in another currency.
    ValueIn(&'static str),
}

/// Dirt in its place.
pub struct Spot {
    /// Index of the row among the deals.
    pub row: usize,
    pub column: u16,
    pub what: &'static str,
    /// What a person sees in the cell.
    pub shown: String,
}

/// Lets every kind fall on a row of its own. In the order of the table.
pub fn spoil(rows: &mut [Row], dirt: &[Dirt]) -> Vec<Spot> {
    let mut spots: Vec<Spot> = Vec::new();
    for kind in dirt {
        let clean = |index: &usize| spots.iter().all(|spot| spot.row != *index);
        let fitting: Vec<usize> =
            (0..rows.len()).filter(|index| (kind.fits)(&rows[*index].deal)).filter(clean).collect();
        assert!(!fitting.is_empty(), "no deal for the dirt `{}`", kind.what);
        let at = fitting[(fitting.len() - 1) * kind.percent / 100];
        let Row { deal, cells } = &mut rows[at];
        let cell = (kind.cell)(deal);
        spots.push(Spot { row: at, column: kind.column, what: kind.what, shown: cell.shown() });
        cells[usize::from(kind.column)] = cell;
        match kind.tells {
            Tells::AllTheSame => {}
            Tells::NoValue => deal.value = None,
            Tells::NoOwner => deal.owner = None,
            Tells::ValueIn(currency) => deal.currency = currency,
        }
    }
    spots
}
