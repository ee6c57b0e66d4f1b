//! The inquiries of each month and how many of them were won within 30, 60 and 90 days.

use rust_xlsxwriter::XlsxError;

use crate::measure::{Cohort, CohortCell};
use crate::model::DealState;

use super::deals::{Column, state_word};
use super::formulas::Test;
use super::funnel::interval;
use super::page::{Cell, Look, Page};
use super::plan::Plan;

/// One row a month, the oldest first.
pub(super) fn block(page: &mut Page<'_>) -> Result<(), XlsxError> {
    let plan = page.plan;
    let cohorts = &plan.report.measures.cohorts;
    if cohorts.is_empty() {
        return Ok(());
    }
    page.heading(&plan.word("cohorts-title"))?;
    let mut heads = vec![plan.words("cohorts-month")];
    heads.extend(["n", "won", "lost", "undecided"].map(|name| plan.figures(&format!("cohorts-{name}"))));
    for (days, _) in &cohorts[0].cells {
        heads.push(plan.figures_of("cohorts-within", &[("count", (*days).into())]));
        heads.push(plan.figures_of("cohorts-interval", &[("count", (*days).into())]));
    }
    // The last of the sheet's tables, and the one that goes over the page.
    page.sheet.set_repeat_rows(page.next, page.next)?;
    page.grid(&heads, cohorts.iter().map(|cohort| row(plan, cohort)).collect())
}

fn row(plan: &Plan<'_>, cohort: &Cohort) -> Vec<Cell> {
    let live = |formula: String, count: usize| Cell::Live(formula, count as f64, Look::Count);
    let in_state = |state| plan.ledger.count(&began(plan, Some(state)));
    let undecided = [DealState::Open, DealState::Deferred].map(in_state).join("+");
    let mut row = vec![
        Cell::Month(cohort.month),
        live(plan.ledger.count(&began(plan, None)), cohort.n),
        live(in_state(DealState::Won), cohort.won),
        live(in_state(DealState::Lost), cohort.lost),
        live(undecided, cohort.undecided),
    ];
    row.extend(cohort.cells.iter().flat_map(|(_, within)| cells(plan, within)));
    row
}

/// The deals that began on the first rung in the month of the row.
fn began(plan: &Plan<'_>, state: Option<DealState>) -> Vec<Test> {
    let first = plan.report.measures.funnel.stages.first().map_or(0, |stage| stage.rank);
    let mut tests = vec![Test::InMonth(Column::Inquiry, "$A{row}".to_owned()), Test::Equals(Column::FirstRung, first)];
    tests.extend(state.map(|state| Test::Word(Column::State, state_word(state, plan.language))));
    tests
}

/// The share with its interval; why there is none, with what was won so far.
fn cells(plan: &Plan<'_>, within: &CohortCell) -> [Cell; 2] {
    if let Some(rate) = within.rate {
        return [Cell::Share(rate), interval(within.ci, plan)];
    }
    let key = if within.complete { "cohorts-undated" } else { "cohorts-too-early" };
    [Cell::Right(plan.language.say(key, &[("won", within.won.into())])), Cell::Blank]
}
