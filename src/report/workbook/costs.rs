//! What each campaign, or source, cost and brought, on the sheet of sources. Inquiries, wins and their value are
//! counted by formulas; what the cost is, the rows of several deals tell together, so it stands as a value.

use rust_xlsxwriter::XlsxError;

use crate::i18n::format;
use crate::measure::{CampaignCost, CampaignCosts, Measured, Unmeasured};
use crate::model::{CostOf, DealState, Purse};

use super::deals::{Column, state_word};
use super::formulas::Test;
use super::page::{Cell, Look, Page};
use super::plan::Plan;

/// Widths of the block, from the first column on.
pub(super) const WIDTHS: [f64; 9] = [26.0, 10.0, 10.0, 15.0, 14.0, 14.0, 14.0, 13.0, 26.0];

/// Rows at most.
const MOST_GROUPS: usize = 200;

/// The block; nothing where no sheet tells costs.
pub(super) fn block(page: &mut Page<'_>) -> Result<(), XlsxError> {
    let plan = page.plan;
    let Some(costs) = plan.report.measures.campaign_costs.known() else { return Ok(()) };
    page.heading(&plan.word(&format!("costs-title-{}", costs.by.name())))?;
    let (told, untold): (Vec<_>, Vec<_>) = costs.groups.iter().partition(|group| is_told(group));
    if !untold.is_empty() {
        let deals: usize = untold.iter().map(|group| group.inquiries).sum();
        page.remark(&plan.language.say("costs-untold", &[("count", deals.into())]))?;
    }
    if told.len() > MOST_GROUPS {
        let words = [("shown", MOST_GROUPS.into()), ("count", told.len().into())];
        page.remark(&plan.language.say("pooled-cut", &words))?;
    }
    page.next += 1;
    let column = match costs.by {
        CostOf::Campaign => Column::Campaign,
        CostOf::Source => Column::Source,
    };
    let mut heads = vec![plan.words(&format!("deals-{}", costs.by.name()))];
    let figures = ["inquiries", "won", "won-value", "cost", "per-inquiry", "per-win", "return"];
    heads.extend(figures.map(|name| plan.figures(&format!("costs-{name}"))));
    heads.push(plan.words("costs-why"));
    let mut rows: Vec<Vec<Cell>> = told.iter().take(MOST_GROUPS).map(|group| row(plan, costs, column, group)).collect();
    rows.push(total(plan, &costs.total));
    page.grid(&heads, rows)
}

/// Whether a cell tells a cost, be it one that cannot be added up.
fn is_told(group: &CampaignCost) -> bool {
    group.cost != Measured::Unknown(Unmeasured::NoCosts)
}

fn row(plan: &Plan<'_>, costs: &CampaignCosts, column: Column, group: &CampaignCost) -> Vec<Cell> {
    let mine =
        Test::named(column, group.name.as_deref(), costs.groups.iter().filter_map(|group| group.name.as_deref()));
    let won = [mine.clone(), Test::Word(Column::State, state_word(DealState::Won, plan.language))];
    let nobody = || plan.word(&format!("no-{}", costs.by.name()));
    let mut row = vec![
        Cell::Strong(group.name.clone().unwrap_or_else(nobody)),
        Cell::Live(plan.ledger.count(&[mine]), group.inquiries as f64, Look::Count),
        Cell::Live(plan.ledger.count(&won), group.won as f64, Look::Count),
        match group.won_value.only() {
            Some(sum) => {
                Cell::Live(plan.ledger.sum(sum.currency, &won), format::plain(sum.amount), Look::Money(sum.currency))
            }
            None => other_value(plan, &group.won_value),
        },
    ];
    row.extend(figures(plan, group));
    row
}

/// The groups with a known cost together; its counts and sums are values, for the rows above may be more.
fn total(plan: &Plan<'_>, total: &CampaignCost) -> Vec<Cell> {
    let mut row = vec![
        Cell::Strong(plan.word("groups-total")),
        Cell::Count(total.inquiries),
        Cell::Count(total.won),
        total.won_value.only().map_or_else(|| other_value(plan, &total.won_value), Cell::Money),
    ];
    row.extend(figures(plan, total));
    row
}

/// From the cost on.
fn figures(plan: &Plan<'_>, group: &CampaignCost) -> Vec<Cell> {
    let none = || Cell::Right("–".to_owned());
    let money = group.cost.known().map_or(Look::Count, |cost| Look::Money(cost.currency));
    let ratio = |formula: &str, figure: &Measured<f64>, look| match figure {
        Measured::Known(figure) => Cell::Live(formula.to_owned(), *figure, look),
        Measured::Unknown(_) => none(),
    };
    let mut why: Vec<String> = Vec::new();
    let reasons = [&group.per_inquiry, &group.per_win, &group.returned].into_iter().filter_map(|it| it.result().err());
    for reason in reasons.map(|reason| plan.word(&format!("reason-{}", reason.name()))) {
        if !why.contains(&reason) {
            why.push(reason);
        }
    }
    vec![
        group.cost.known().map_or_else(none, |cost| Cell::Money(*cost)),
        ratio("E{row}/B{row}", &group.per_inquiry, money),
        ratio("E{row}/C{row}", &group.per_win, money),
        ratio("D{row}/E{row}", &group.returned, Look::Tenth),
        Cell::Text(why.join("; ")),
    ]
}

/// Nothing, or sums in several currencies.
fn other_value(plan: &Plan<'_>, purse: &Purse) -> Cell {
    if purse.is_empty() { Cell::Count(0) } else { Cell::Right(format::purse_short(purse, plan.language)) }
}
