//! What goes where in one workbook: which parts it has, which row each deal stands in, and what the sheets look
//! up for a deal.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::diagnostic::Word;
use crate::i18n::{Language, format};
use crate::measure::{Ageing, Measured, PromiseRecord, PromiseResult};
use crate::model::{Currency, Deal, Money, Purse, StageId};
use crate::report::Report;
use crate::report::section::Section;

use super::deals::Ledger;
use super::formulas::Test;
use super::page::{Cell, Head, Look, left, right};
use super::style::Style;

/// Each currency takes a column of its own; with more than these the tables would be too wide to read.
const MOST_CURRENCIES: usize = 4;

/// Everything that the sheets share.
pub(super) struct Plan<'a> {
    pub(super) report: &'a Report<'a>,
    pub(super) language: Language,
    pub(super) style: Style,
    /// The seller that the workbook is for; none for the report itself.
    pub(super) owner: Option<&'a str>,
    /// The parts that have content, in order.
    pub(super) sections: Vec<Section>,
    /// The parts without, and why.
    pub(super) missing: Vec<(Section, String)>,
    pub(super) ledger: Ledger,
    /// Currencies of the deals' values, the most frequent first.
    pub(super) currencies: Vec<Currency>,
    /// By deal: its age, and its records of both promises.
    pub(super) facts: Vec<Facts<'a>>,
}

/// What was measured of one deal.
#[derive(Clone, Default)]
pub(super) struct Facts<'a> {
    pub(super) ageing: Option<&'a Ageing>,
    pub(super) first_contact: Option<&'a PromiseRecord>,
    pub(super) follow_up: Option<&'a PromiseRecord>,
}

impl<'a> Plan<'a> {
    pub(super) fn new(report: &'a Report<'a>) -> Self {
        let currencies = currencies(report);
        let mut plan = Self {
            report,
            language: report.language,
            owner: None,
            style: style(report, &currencies),
            sections: Vec::new(),
            missing: Vec::new(),
            ledger: Ledger::new(report),
            currencies,
            facts: facts(report),
        };
        for section in Section::ALL {
            match section.missing(report) {
                None => plan.sections.push(*section),
                Some(why) => plan.missing.push((*section, why)),
            }
        }
        plan
    }

    /// For the workbook of one seller: what to do, and the undecided deals and those with something to do.
    pub(super) fn of_owner(report: &'a Report<'a>, owner: &'a str) -> Self {
        let currencies = currencies(report);
        Self {
            report,
            language: report.language,
            owner: Some(owner),
            style: style(report, &currencies),
            sections: vec![Section::ToDo, Section::Deals],
            missing: Vec::new(),
            ledger: Ledger::of_owner(report, owner),
            currencies,
            facts: facts(report),
        }
    }

    pub(super) fn deal(&self, deal: usize) -> &'a Deal {
        &self.report.book.deals[deal]
    }

    /// What to call a deal: its name, else its firm, else its number.
    pub(super) fn deal_name(&self, deal: usize) -> &'a str {
        let deal = self.deal(deal);
        deal.name.as_deref().or(deal.company.as_deref()).unwrap_or(&deal.id)
    }

    /// What tells the deal apart beside what it is called: its firm, else the sheet's own number for it.
    pub(super) fn beside_name(&self, deal: usize) -> Cell {
        let name = self.deal_name(deal);
        let deal = self.deal(deal);
        // A number that lejek gave says no more than the source row.
        let id = Some(deal.id.as_str()).filter(|id| !id.starts_with('#'));
        let mut told = [deal.company.as_deref(), id].into_iter().flatten().filter(|told| *told != name);
        told.next().map_or(Cell::Blank, |told| Cell::Text(told.to_owned()))
    }

    /// Where a deal's row stands in the input; the file is named only when there are several.
    pub(super) fn source_of(&self, deal: &Deal) -> String {
        match (&deal.at.sheet, deal.at.row) {
            (Some(sheet), Some(row)) if self.report.inputs.len() == 1 => format!("{sheet}!{row}"),
            (None, Some(row)) if self.report.inputs.len() == 1 => row.to_string(),
            _ => deal.at.to_string(),
        }
    }

    pub(super) fn stage_name(&self, stage: StageId) -> &'a str {
        self.report.stage_name(stage)
    }

    /// A word or sentence without figures.
    pub(super) fn word(&self, key: &str) -> String {
        self.language.text(key)
    }

    /// The currencies that have columns of their own; the deals in others stand on the sheet of deals alone.
    pub(super) fn shown_currencies(&self) -> &[Currency] {
        &self.currencies[..self.currencies.len().min(MOST_CURRENCIES)]
    }

    /// The head of a column of words, with the note that the catalogue has for it.
    pub(super) fn words(&self, key: &str) -> Head {
        self.noted(key, left(self.word(key)))
    }

    /// The head of a column of figures, with the note that the catalogue has for it.
    pub(super) fn figures(&self, key: &str) -> Head {
        self.figures_of(key, &[])
    }

    /// The same with words filled in.
    pub(super) fn figures_of(&self, key: &str, words: &[(&str, Word)]) -> Head {
        self.noted(key, right(self.language.say(key, words)))
    }

    /// The head of a column of money.
    pub(super) fn money_head(&self, key: &str, currency: Currency) -> Head {
        let title = self.word(key);
        let title = match format::currency_sign(currency, self.language) {
            Some(sign) => format!("{title}, {sign}"),
            None => title,
        };
        self.noted(key, right(title))
    }

    /// The head of a column of sums in one currency; none where no deal has a value.
    pub(super) fn sum_head(&self, key: &str, currency: Option<Currency>) -> Head {
        self.money_head(key, currency.unwrap_or(Currency::UNSTATED))
    }

    fn noted(&self, key: &str, head: Head) -> Head {
        let note = format!("{key}.note");
        if self.language.catalogue().has(&note) { head.meaning(self.word(&note)) } else { head }
    }

    /// A sum in three or four digits with its currency: `418 tys. zł`.
    pub(super) fn sum_short(&self, sum: f64, currency: Option<Currency>) -> String {
        let amount = Decimal::from_f64_retain(sum).unwrap_or_default();
        format::money_short(Money { amount, currency: currency.unwrap_or(Currency::UNSTATED) }, self.language)
    }

    /// The sums of the deals that pass these tests, one cell a currency.
    pub(super) fn money_cells(&self, tests: &[Test], purse: &Purse) -> Vec<Cell> {
        let sum = |currency: &Currency| {
            let formula = self.ledger.sum(*currency, tests);
            Cell::Live(formula, format::plain(purse.of(*currency)), Look::Money(*currency))
        };
        self.shown_currencies().iter().map(sum).collect()
    }

    /// The same as values, where no formula could follow them.
    pub(super) fn money_values(&self, purse: &Purse) -> Vec<Cell> {
        let sum = |currency: &Currency| Cell::Sum(format::plain(purse.of(*currency)), Some(*currency));
        self.shown_currencies().iter().map(sum).collect()
    }

    /// The remark over a list that does not show all its rows.
    pub(super) fn list_cut(&self, section: Section, shown: usize, all: usize) -> String {
        let words =
            [("sheet", Word::from(section.title(self.language))), ("shown", shown.into()), ("count", all.into())];
        self.language.say("list-cut", &words)
    }

    pub(super) fn has(&self, section: Section) -> bool {
        self.sections.contains(&section)
    }
}

fn currencies(report: &Report<'_>) -> Vec<Currency> {
    let mut counts: BTreeMap<Currency, usize> = BTreeMap::new();
    for value in report.book.deals.iter().filter_map(|deal| deal.value) {
        *counts.entry(value.currency).or_default() += 1;
    }
    let mut currencies: Vec<_> = counts.into_iter().collect();
    currencies.sort_by_key(|(currency, count)| (std::cmp::Reverse(*count), *currency));
    currencies.into_iter().map(|(currency, _)| currency).collect()
}

/// Formats for these currencies, and for those that campaigns are paid in.
fn style(report: &Report<'_>, currencies: &[Currency]) -> Style {
    let of_costs = report.book.deals.iter().filter_map(|deal| Some(deal.campaign_cost?.currency));
    Style::new(report.language, currencies.iter().copied().chain(of_costs))
}

fn facts<'a>(report: &'a Report<'a>) -> Vec<Facts<'a>> {
    let mut facts = vec![Facts::default(); report.book.deals.len()];
    for ageing in &report.measures.stalled.deals {
        facts[ageing.deal].ageing = Some(ageing);
    }
    for record in records(&report.measures.first_contact) {
        facts[record.deal].first_contact = Some(record);
    }
    for record in records(&report.measures.follow_up) {
        facts[record.deal].follow_up = Some(record);
    }
    facts
}

fn records(promise: &Measured<PromiseResult>) -> &[PromiseRecord] {
    promise.known().map_or(&[], |result| &result.records)
}
