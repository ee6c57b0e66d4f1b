//! The names in one column of the deals, each once and in order, and a number for the name of each deal: groups are then
//! counted by numbers, not by comparing texts.

use std::collections::HashMap;

use super::way::Way;
use crate::model::Deal;

/// The sellers, sources or campaigns of a book.
pub(super) struct Names<'a> {
    /// Every name once, in order; the first, of deals without one, is none.
    pub all: Vec<Option<&'a str>>,
    /// For each deal of the book the place of its name.
    pub of: Vec<u32>,
}

impl<'a> Names<'a> {
    pub(super) fn new(ways: &[Way<'a>], column: impl Fn(&'a Deal) -> Option<&'a str>) -> Self {
        let mut seen: HashMap<Option<&str>, u32> = HashMap::from([(None, 0)]);
        let number = |way: &Way<'a>| {
            let next = seen.len() as u32;
            *seen.entry(column(way.deal)).or_insert(next)
        };
        let mut of: Vec<u32> = ways.iter().map(number).collect();
        let mut by_name: Vec<(Option<&str>, u32)> = seen.into_iter().collect();
        by_name.sort_unstable();
        let mut places = vec![0; by_name.len()];
        for (place, (_, number)) in by_name.iter().enumerate() {
            places[*number as usize] = place as u32;
        }
        for number in &mut of {
            *number = places[*number as usize];
        }
        Self { all: by_name.into_iter().map(|(name, _)| name).collect(), of }
    }

    /// Whether any deal has a name.
    pub(super) fn any(&self) -> bool {
        self.all.len() > 1
    }

    /// The place of a deal's name.
    pub(super) fn place(&self, deal: usize) -> usize {
        self.of[deal] as usize
    }
}
