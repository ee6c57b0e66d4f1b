//! What a careful reader must find in each file: the generator's own knowledge, for tests and documents.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::deal::{Deal, Step};

/// The truth about one file.
pub struct Truth {
    /// The sheet with the deals; none in a text file.
    pub sheet: Option<&'static str>,
    /// The day the file speaks for.
    pub as_of: NaiveDate,
    /// The header's row number, from 1.
    pub header_row: u32,
    /// Every deal as far as the file tells it.
    pub deals: Vec<Deal>,
    /// Non-empty rows below the header that stand for no deal, by lejek's name of the reason.
    pub skipped: BTreeMap<&'static str, usize>,
    /// Rows that add to the history of a deal that already has one.
    pub history_rows: usize,
    /// Cells that were spoilt: cell, what is wrong, what is seen there.
    pub dirt: Vec<(String, &'static str, String)>,
}

/// `truth.json`.
pub fn as_json<'a>(files: impl Iterator<Item = (&'a str, &'a Truth)>) -> String {
    let files: serde_json::Map<String, Value> = files.map(|(name, truth)| (name.to_owned(), truth.as_json())).collect();
    format!("{:#}\n", Value::Object(files))
}

impl Truth {
    fn as_json(&self) -> Value {
        let skipped: usize = self.skipped.values().sum();
        let dirt: Vec<Value> =
            self.dirt.iter().map(|(cell, what, shown)| json!({ "cell": cell, "what": what, "shown": shown })).collect();
        json!({
            "as_of": self.as_of.to_string(),
            "sheet": self.sheet,
            "header_row": self.header_row,
            "rows_read": self.deals.len() + self.history_rows + skipped,
            "rows_skipped": self.skipped,
            "history_rows": self.history_rows,
            "deals": self.deals.len(),
            "states": count(&self.deals, |deal| state(deal).to_owned()),
            "stages": count(&self.deals, |deal| deal.step().key().to_owned()),
            "reached": self.reached(),
            "value": self.value(),
            "owners": self.by(|deal| deal.owner),
            "sources": self.by(|deal| Some(deal.source)),
            "campaigns": self.by(|deal| deal.campaign),
            "dirt": dirt,
        })
    }

    /// Deals that came at least as far as each stage.
    fn reached(&self) -> BTreeMap<&'static str, usize> {
        let reached = |rung: Step| self.deals.iter().filter(|deal| deal.furthest() >= rung).count();
        Step::LADDER.into_iter().map(|rung| (rung.key(), reached(rung))).collect()
    }

    /// Readable amounts added up: currency, then state.
    fn value(&self) -> BTreeMap<&'static str, BTreeMap<&'static str, u32>> {
        let mut sums: BTreeMap<_, BTreeMap<_, u32>> = BTreeMap::new();
        for deal in &self.deals {
            *sums.entry(deal.currency).or_default().entry(state(deal)).or_default() += deal.value.unwrap_or(0);
        }
        sums
    }

    /// Deals by state for everyone who has a name; the others under an empty one.
    fn by(&self, name: impl Fn(&Deal) -> Option<&'static str>) -> BTreeMap<&'static str, BTreeMap<String, usize>> {
        let mut names: BTreeMap<&'static str, Vec<&Deal>> = BTreeMap::new();
        for deal in &self.deals {
            names.entry(name(deal).unwrap_or_default()).or_default().push(deal);
        }
        names.into_iter().map(|(name, deals)| (name, count(deals, |deal| state(deal).to_owned()))).collect()
    }
}

fn state(deal: &Deal) -> &'static str {
    match deal.step() {
        Step::Won => "won",
        Step::Lost => "lost",
        Step::Deferred => "deferred",
        Step::New | Step::Qualification | Step::Contact | Step::Offer | Step::FollowUp => "open",
    }
}

fn count<'a>(deals: impl IntoIterator<Item = &'a Deal>, word: impl Fn(&Deal) -> String) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for deal in deals {
        *counts.entry(word(deal)).or_default() += 1;
    }
    counts
}
