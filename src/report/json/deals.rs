//! The deals with their ways and source rows, and the findings that point at them.

use std::collections::BTreeMap;

use serde::ser::SerializeSeq;
use serde::{Serialize, Serializer};

use crate::model::{self, Book, DealState};
use crate::report::Report;

use super::{MomentOrSpan, Row, moment, number, tidy};

#[derive(Serialize)]
struct Deal<'a> {
    id: &'a str,
    name: Option<&'a str>,
    company: Option<&'a str>,
    owner: Option<&'a str>,
    source: Option<&'a str>,
    campaign: Option<&'a str>,
    /// What its row says that the campaign cost.
    campaign_cost: Option<f64>,
    campaign_cost_currency: Option<String>,
    value: Option<f64>,
    currency: Option<String>,
    /// The value as the sheet has it, where it was converted.
    value_written: Option<f64>,
    currency_written: Option<String>,
    stage: &'a str,
    state: &'static str,
    inquiry: Option<String>,
    closed: Option<String>,
    /// The rungs that it reached, each with the moment when a cell tells it.
    reached: Vec<Reached<'a>>,
    history: Vec<Entry<'a>>,
    /// Whether the sheets tell from which stage a lost deal was lost.
    way_known: bool,
    /// File, sheet, row.
    rows: Rows<'a>,
    /// Cells of the columns that the template shows, by their headers.
    custom: BTreeMap<&'a str, Option<&'a str>>,
}

#[derive(Serialize)]
struct Reached<'a> {
    stage: &'a str,
    rank: u32,
    at: Option<String>,
}

#[derive(Serialize)]
struct Entry<'a> {
    stage: &'a str,
    entered: Option<MomentOrSpan>,
    at: String,
}

/// The rows that a deal was built from, one after the other: of a year of copies there are many.
struct Rows<'a>(&'a model::Rows);

impl Serialize for Rows<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut rows = to.serialize_seq(Some(self.0.len()))?;
        for row in self.0.iter() {
            rows.serialize_element(&Row::of(&row))?;
        }
        rows.end()
    }
}

/// All deals, each put together when it is written.
pub(super) struct Deals<'a> {
    book: &'a Book,
    rungs: Vec<(&'a str, u32)>,
}

impl Serialize for Deals<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut deals = to.serialize_seq(Some(self.book.deals.len()))?;
        for deal in &self.book.deals {
            deals.serialize_element(&one(self.book, deal, &self.rungs))?;
        }
        deals.end()
    }
}

pub(super) fn deals<'a>(report: &Report<'a>) -> Deals<'a> {
    let rungs = report.book.pipeline.ladder();
    let rungs = rungs
        .into_iter()
        .map(|id| report.book.pipeline.stage(id))
        .filter_map(|stage| stage.rank.map(|rank| (stage.key.as_str(), rank)))
        .collect();
    Deals { book: report.book, rungs }
}

fn one<'a>(book: &'a Book, deal: &'a model::Deal, rungs: &[(&'a str, u32)]) -> Deal<'a> {
    let pipeline = &book.pipeline;
    let reached = rungs.iter().filter_map(|(stage, rank)| {
        deal.reached(*rank, pipeline).map(|at| Reached { stage, rank: *rank, at: at.map(moment) })
    });
    let history = deal.history.iter().map(|entry| Entry {
        stage: &pipeline.stage(entry.stage).key,
        entered: MomentOrSpan::of(entry.entered),
        at: entry.at.to_string(),
    });
    Deal {
        id: &deal.id,
        name: deal.name.as_deref(),
        company: deal.company.as_deref(),
        owner: deal.owner.as_deref(),
        source: deal.source.as_deref(),
        campaign: deal.campaign.as_deref(),
        campaign_cost: deal.campaign_cost.map(|cost| number(cost.amount)),
        campaign_cost_currency: deal.campaign_cost.map(|cost| cost.currency.code().to_owned()),
        value: deal.value.map(|value| number(value.amount)),
        currency: deal.value.map(|value| value.currency.code().to_owned()),
        value_written: deal.value_written.map(|value| number(value.amount)),
        currency_written: deal.value_written.map(|value| value.currency.code().to_owned()),
        stage: &pipeline.stage(deal.stage()).key,
        state: state(deal.state(pipeline)),
        inquiry: deal.inquiry().map(moment),
        closed: deal.closed(pipeline).map(moment),
        reached: reached.collect(),
        history: history.collect(),
        way_known: deal.way_known,
        rows: Rows(&deal.rows),
        custom: book.custom_columns.iter().map(String::as_str).zip(deal.custom.iter().map(Option::as_deref)).collect(),
    }
}

fn state(state: DealState) -> &'static str {
    match state {
        DealState::Open => "open",
        DealState::Deferred => "deferred",
        DealState::Won => "won",
        DealState::Lost => "lost",
        DealState::Vanished => "vanished",
    }
}

#[derive(Serialize)]
pub(super) struct Finding<'a> {
    rule: &'static str,
    deal_id: &'a str,
    /// Its place in `deals`, from 0.
    deal: usize,
    at: String,
    file: &'a str,
    sheet: Option<&'a str>,
    row: Option<u32>,
    severity: u8,
    since: Option<String>,
    over: f64,
    limit: f64,
    value: Option<f64>,
    currency: Option<String>,
}

pub(super) fn findings<'a>(report: &Report<'a>) -> Vec<Finding<'a>> {
    let findings = report.measures.findings.iter().map(|finding| {
        let deal = &report.book.deals[finding.deal];
        Finding {
            rule: finding.rule.name(),
            deal_id: &deal.id,
            deal: finding.deal,
            at: deal.at.to_string(),
            file: &deal.at.file,
            sheet: deal.at.sheet.as_deref(),
            row: deal.at.row,
            severity: finding.severity,
            since: finding.since.map(moment),
            over: tidy(finding.over),
            limit: tidy(finding.limit),
            value: finding.value.map(|(amount, _)| amount),
            currency: finding.value.map(|(_, currency)| currency.code().to_owned()),
        }
    });
    findings.collect()
}
