//! Report in, `report.json` out: everything in the documents as data, for scripts.
//!
//! The key names are a contract of their own, so they stand in types of their own. Moments are written as
//! `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM:SS`, amounts as numbers beside their currency, shares as 0 to 1 with at
//! most ten decimals. What could not be measured is `null` with a `reason`.

mod deals;
mod inspection;
mod intake;
mod lines;
mod measures;
mod quality;

use std::collections::BTreeMap;

use chrono::Timelike;
use rust_decimal::prelude::ToPrimitive;
use serde::Serialize;

use crate::i18n::Language;
use crate::locus::Locus;
use crate::model::{Entered, Moment, Purse};
use crate::report::Report;
use crate::report::intake::Chosen;
use crate::settings::Settings;

pub use inspection::inspection;
pub use quality::check;

/// The version of the format: raised when a key changes its meaning or goes away.
const VERSION: &str = "1";

/// The report as JSON, one line a key or list item, ending in a line break. The same report gives the same bytes.
pub fn json(report: &Report<'_>) -> Vec<u8> {
    let document = Document {
        head: Head::new(report.settings, report.chosen, report.language),
        inputs: intake::inputs(report.inputs, report.language),
        columns: intake::columns(report.inputs),
        pipeline: intake::pipeline(report.book),
        totals: measures::totals(report),
        measures: measures::measures(report),
        findings: deals::findings(report),
        quality: quality::quality(&report.into()),
        diagnostics: intake::diagnostics(report.diagnostics, report.language),
        deals: deals::deals(report),
    };
    written(&document)
}

/// What every document begins with.
#[derive(Serialize)]
struct Head<'a> {
    version: &'static str,
    generator: &'static str,
    as_of: String,
    language: &'static str,
    template: intake::Template<'a>,
}

impl<'a> Head<'a> {
    fn new(settings: &'a Settings, chosen: &'a Chosen, language: Language) -> Self {
        Self {
            version: VERSION,
            generator: concat!("lejek ", env!("CARGO_PKG_VERSION")),
            as_of: moment(settings.as_of),
            language: language.code(),
            template: intake::template(&settings.template, chosen, language),
        }
    }
}

fn written(document: &impl Serialize) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut out = serde_json::Serializer::with_formatter(&mut bytes, lines::Lines::default());
    document.serialize(&mut out).expect("plain structs with text keys are always JSON");
    bytes.push(b'\n');
    bytes
}

#[derive(Serialize)]
struct Document<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    inputs: Vec<intake::Input<'a>>,
    columns: Vec<intake::Column<'a>>,
    pipeline: Vec<intake::Stage<'a>>,
    totals: measures::Totals,
    measures: measures::Measures<'a>,
    findings: Vec<deals::Finding<'a>>,
    quality: quality::Quality<'a>,
    diagnostics: Vec<intake::Remark<'a>>,
    deals: deals::Deals<'a>,
}

/// Sums by the code of their currency.
type Sums = BTreeMap<String, f64>;

fn sums(purse: &Purse) -> Sums {
    purse.sums().map(|sum| (sum.currency.code().to_owned(), number(sum.amount))).collect()
}

fn number(amount: rust_decimal::Decimal) -> f64 {
    amount.to_f64().expect("every decimal has a nearest float")
}

/// A statistic to ten decimals, so that noise in the last bits does not reach the file.
fn tidy(statistic: f64) -> f64 {
    let scaled = statistic * 1e10;
    // Beyond 53 bits scaling would add noise instead of taking it away.
    if scaled.abs() < 9e15 { scaled.round() / 1e10 } else { statistic }
}

fn moment(moment: Moment) -> String {
    match moment {
        Moment::Day(day) => day.to_string(),
        Moment::At(at) => format!("{}T{:02}:{:02}:{:02}", at.date(), at.hour(), at.minute(), at.second()),
    }
}

/// A moment; two when it lies between them.
#[derive(Serialize)]
#[serde(untagged)]
enum MomentOrSpan {
    At(String),
    Between([String; 2]),
}

impl MomentOrSpan {
    /// None when no cell tells.
    fn of(entered: Entered) -> Option<Self> {
        match entered {
            Entered::At(at) => Some(Self::At(moment(at))),
            Entered::Between(after, by) | Entered::BeforeCopies(after, by) => {
                Some(Self::Between([moment(after), moment(by)]))
            }
            Entered::Unknown => None,
        }
    }
}

/// A row of an input as its parts, for scripts that open it.
#[derive(Serialize)]
struct Row<'a>(&'a str, Option<&'a str>, Option<u32>);

impl<'a> Row<'a> {
    fn of(locus: &'a Locus) -> Self {
        Self(&locus.file, locus.sheet.as_deref(), locus.row)
    }
}
