//! `measures.cohorts`: the inquiries of each month and what was won of them within each horizon.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::measure;

use super::{Ends, ends};
use crate::report::json::tidy;

#[derive(Serialize)]
pub(super) struct Cohort {
    /// `YYYY-MM`.
    month: String,
    n: usize,
    won_so_far: usize,
    lost: usize,
    undecided: usize,
    cells: BTreeMap<u32, Cell>,
}

#[derive(Serialize)]
struct Cell {
    complete: bool,
    won: usize,
    rate: Option<f64>,
    /// None where there is no rate.
    ci: Option<Ends>,
    /// Why there is no rate.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
}

pub(super) fn cohort(cohort: &measure::Cohort) -> Cohort {
    Cohort {
        month: cohort.month.format("%Y-%m").to_string(),
        n: cohort.n,
        won_so_far: cohort.won,
        lost: cohort.lost,
        undecided: cohort.undecided,
        cells: cohort.cells.iter().map(|(days, figures)| (*days, cell(figures))).collect(),
    }
}

fn cell(cell: &measure::CohortCell) -> Cell {
    Cell {
        complete: cell.complete,
        won: cell.won,
        rate: cell.rate.map(tidy),
        ci: cell.ci.map(|interval| ends(Some(interval))),
        reason: match (cell.complete, cell.undated) {
            (false, _) => Some("too-early"),
            (true, 0) => None,
            (true, _) => Some("wins-undated"),
        },
    }
}
