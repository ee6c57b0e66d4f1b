//! Sellers, and sources with campaigns: the same columns for each. No ranking and no words of cause: a rate over
//! few deals says so.

use rust_xlsxwriter::XlsxError;

use crate::i18n::format;
use crate::measure::{AgeStatus, Group, Verdicts};
use crate::model::DealState;
use crate::report::section::Section;

use super::costs;
use super::deals::{Column, age_word, state_word};
use super::formulas::Test;
use super::funnel::{interval, ratio};
use super::page::{Cell, Head, Look, Page};
use super::plan::Plan;
use super::pooled;

/// Closed deals from which on a win rate says something.
const ENOUGH_CLOSED: usize = 10;

/// Rows at most; every one of them carries a dozen formulas.
const MOST_GROUPS: usize = 200;

pub(super) fn sellers<'p>(plan: &'p Plan<'p>) -> Result<Page<'p>, XlsxError> {
    let mut page = start(plan, Section::Sellers)?;
    let by = By { plan, section: Section::Sellers, column: Column::Owner, nobody: "nobody", with_work: true };
    by.block(&mut page, &plan.report.measures.owners)?;
    pooled::block(&mut page, &plan.report.measures.sellers_pooled, by.name())?;
    page.definitions(&["term-groups", "term-case-mix", "groups-win-rate", "groups-too-few", "groups-promise"])?;
    Ok(page)
}

pub(super) fn sources<'p>(plan: &'p Plan<'p>) -> Result<Page<'p>, XlsxError> {
    let mut page = start(plan, Section::Sources)?;
    let measures = plan.report.measures;
    let blocks = [
        ("sources-title", Column::Source, "no-source", &measures.sources, &measures.sources_pooled),
        ("campaigns-title", Column::Campaign, "no-campaign", &measures.campaigns, &measures.campaigns_pooled),
    ];
    for (title, column, nobody, groups, pooled) in blocks {
        if groups.iter().any(|group| group.name.is_some()) {
            page.heading(&plan.word(title))?;
            let by = By { plan, section: Section::Sources, column, nobody, with_work: false };
            by.block(&mut page, groups)?;
            pooled::block(&mut page, pooled, by.name())?;
        }
    }
    costs::block(&mut page)?;
    page.definitions(&["term-groups", "groups-win-rate", "groups-too-few", "groups-promise"])?;
    if measures.campaign_costs.known().is_some() {
        page.definitions(&["term-campaign-cost"])?;
    }
    Ok(page)
}

fn start<'p>(plan: &'p Plan<'p>, section: Section) -> Result<Page<'p>, XlsxError> {
    let mut widths: Vec<f64> = vec![26.0];
    widths.extend([10.0, 10.0, 10.0, 10.0, 13.0]);
    widths.extend([12.0, 13.0, 15.0, 21.0]);
    widths.extend(vec![14.0; 2 * plan.shown_currencies().len()]);
    widths.extend([9.0, 12.0]);
    if section == Section::Sources && plan.report.measures.campaign_costs.known().is_some() {
        let wider = widths.iter_mut().zip(costs::WIDTHS);
        wider.for_each(|(width, cost)| *width = width.max(cost));
    }
    let mut page = Page::new(plan, section, &widths)?;
    page.title(section, &plan.word(&format!("lead-{}", section.name())))?;
    Ok(page)
}

/// What deals are grouped by.
struct By<'p> {
    plan: &'p Plan<'p>,
    section: Section,
    column: Column,
    /// What to call the deals without a name.
    nobody: &'static str,
    /// Sellers have work to do; sources have not.
    with_work: bool,
}

impl By<'_> {
    fn block(&self, page: &mut Page<'_>, groups: &[Group]) -> Result<(), XlsxError> {
        let plan = self.plan;
        let shown = &groups[..groups.len().min(MOST_GROUPS)];
        if shown.len() < groups.len() {
            page.remark(&plan.list_cut(self.section, shown.len(), groups.len()))?;
        }
        page.heads(&self.heads())?;
        for group in shown {
            page.row(self.row(group, groups))?;
        }
        self.totals(page)?;
        page.next += 1;
        Ok(())
    }

    /// The head of the column of names.
    fn name(&self) -> &'static str {
        match self.column {
            Column::Owner => "deals-owner",
            Column::Source => "deals-source",
            _ => "deals-campaign",
        }
    }

    fn heads(&self) -> Vec<Head> {
        let plan = self.plan;
        let mut heads = vec![plan.words(self.name())];
        let names = ["deals", "open", "deferred", "won", "lost", "win-rate", "interval", "first-contact", "follow-up"];
        heads.extend(names.map(|name| plan.figures(&format!("groups-{name}"))));
        for key in ["groups-won-value", "groups-open-value"] {
            heads.extend(plan.shown_currencies().iter().map(|currency| plan.money_head(key, *currency)));
        }
        heads.push(plan.figures("groups-stalled"));
        if self.with_work {
            heads.push(plan.figures("groups-findings"));
        }
        heads
    }

    fn row(&self, group: &Group, all: &[Group]) -> Vec<Cell> {
        let plan = self.plan;
        let names = all.iter().filter_map(|group| group.name.as_deref());
        let mine = Test::named(self.column, group.name.as_deref(), names);
        let in_state = |state| [mine.clone(), Test::Word(Column::State, state_word(state, plan.language))];
        let live = |tests: &[Test], count: usize| Cell::Live(plan.ledger.count(tests), count as f64, Look::Count);
        let mut row = vec![
            Cell::Strong(group.name.clone().unwrap_or_else(|| plan.word(self.nobody))),
            live(std::slice::from_ref(&mine), group.deals),
            live(&in_state(DealState::Open), group.open),
            live(&in_state(DealState::Deferred), group.deferred),
            live(&in_state(DealState::Won), group.won),
            live(&in_state(DealState::Lost), group.lost),
            ratio("E{row}/(E{row}+F{row})", group.win_rate),
            if group.won + group.lost < ENOUGH_CLOSED {
                Cell::Right(plan.word("too-few"))
            } else {
                interval(group.win_rate_ci, plan)
            },
            self.promise(group.first_contact),
            self.promise(group.follow_up),
        ];
        row.extend(plan.money_cells(&in_state(DealState::Won), &group.won_value));
        row.extend(plan.money_cells(&in_state(DealState::Open), &group.open_value));
        row.push(if plan.has(Section::Stalled) {
            let is_stalled = Test::Word(Column::Age, age_word(AgeStatus::Stalled, plan.language));
            live(&[mine, is_stalled], group.stalled)
        } else {
            Cell::Blank
        });
        if self.with_work {
            row.push(Cell::Count(group.findings));
        }
        row
    }

    /// The share kept on working days, with what it rests on: `61–68 % (18)`.
    fn promise(&self, verdicts: Option<Verdicts>) -> Cell {
        let Some(verdicts) = verdicts else { return Cell::Blank };
        let Some((low, high)) = verdicts.kept() else { return Cell::Right("–".to_owned()) };
        let share = format::percent_range(low, high, 0, self.plan.language);
        Cell::Right(format!("{share} ({})", verdicts.judged()))
    }

    /// The last row counts all deals at once: the rows above must add up to it.
    fn totals(&self, page: &mut Page<'_>) -> Result<(), XlsxError> {
        let plan = self.plan;
        let (totals, row) = (&plan.report.measures.totals, page.next);
        let style = &plan.style;
        let in_state = |state| [Test::Word(Column::State, state_word(state, plan.language))];
        page.text(row, 0, &plan.word("groups-total"), &style.total_text)?;
        page.live(row, 1, &plan.ledger.count(&[]), totals.deals as f64, &style.total)?;
        let counts = [
            (DealState::Open, totals.open),
            (DealState::Deferred, totals.deferred),
            (DealState::Won, totals.won),
            (DealState::Lost, totals.lost),
        ];
        for (column, (state, count)) in (2..).zip(counts) {
            page.live(row, column, &plan.ledger.count(&in_state(state)), count as f64, &style.total)?;
        }
        for column in 6..10 {
            page.text(row, column, "", &style.total)?;
        }
        let mut column = 10;
        for (state, purse) in [(DealState::Won, &totals.won_value), (DealState::Open, &totals.open_value)] {
            for currency in plan.shown_currencies() {
                let formula = plan.ledger.sum(*currency, &in_state(state));
                page.live(row, column, &formula, format::plain(purse.of(*currency)), &style.total_money(*currency))?;
                column += 1;
            }
        }
        if plan.has(Section::Stalled) {
            let stalled = plan.report.measures.stalled.deals.iter().filter(|a| a.status == AgeStatus::Stalled);
            let is_stalled = Test::Word(Column::Age, age_word(AgeStatus::Stalled, plan.language));
            page.live(row, column, &plan.ledger.count(&[is_stalled]), stalled.count() as f64, &style.total)?;
        } else {
            page.text(row, column, "", &style.total)?;
        }
        if self.with_work {
            page.sheet.write_number_with_format(
                row,
                column + 1,
                plan.report.measures.findings.len() as f64,
                &style.total,
            )?;
        }
        page.next += 1;
        Ok(())
    }
}
