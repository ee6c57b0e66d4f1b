//! Report in, bytes of `report.xlsx` out: one file a sheet, in the order of [`Section::ALL`].
//!
//! Counts, sums and shares over the deals are formulas with their results stored; estimates are values with
//! their rule beside them. Text from the input is always a text cell. The same report gives the same bytes.

mod about;
mod chart;
mod cohorts;
mod costs;
mod cuts;
mod deals;
mod dwell;
mod forecast;
mod formulas;
mod funnel;
mod groups;
mod handout;
mod losses;
mod page;
mod period;
mod plan;
mod plans;
mod pooled;
mod promise;
mod quality;
mod since;
mod stalled;
mod style;
mod summary;
mod to_do;
mod trend;

use std::collections::BTreeMap;
use std::fmt;

use rust_xlsxwriter::{DocProperties, Workbook, XlsxError};

use crate::report::Report;
use crate::report::section::Section;

pub use cuts::cuts;
pub use handout::{Handout, handouts};

use page::Page;
use plan::Plan;

/// The workbook could not be put together; the text says why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure(String);

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Failure {}

impl From<XlsxError> for Failure {
    fn from(cause: XlsxError) -> Self {
        Self(cause.to_string())
    }
}

/// The workbook of a report, as the bytes of an .xlsx file.
pub fn workbook(report: &Report<'_>) -> Result<Vec<u8>, Failure> {
    let plan = Plan::new(report);
    let mut pages: Vec<Page<'_>> = Vec::new();
    let mut lists = BTreeMap::new();
    // The summary leads to the lists of the others, and so comes last; it stands first.
    for section in plan.sections.iter().filter(|section| **section != Section::Summary) {
        let page = match section {
            Section::Summary => continue,
            Section::ToDo => to_do::sheet(&plan)?,
            Section::Period => period::sheet(&plan)?,
            Section::Trend => trend::sheet(&plan)?,
            Section::Funnel => funnel::sheet(&plan)?,
            Section::FirstContact | Section::FollowUp => promise::sheet(&plan, *section)?,
            Section::Stalled => stalled::sheet(&plan)?,
            Section::TimeInStage => dwell::sheet(&plan)?,
            Section::Sellers => groups::sellers(&plan)?,
            Section::Sources => groups::sources(&plan)?,
            Section::Losses => losses::sheet(&plan)?,
            Section::Forecast => forecast::sheet(&plan)?,
            Section::Plans => plans::sheet(&plan)?,
            Section::Quality => quality::sheet(&plan)?,
            Section::Deals => deals::sheet(&plan)?,
            Section::About => about::sheet(&plan, pages.iter().map(|page| page.texts_cut).sum())?,
        };
        lists.extend(page.list.map(|row| (*section, row)));
        pages.push(page);
    }
    pages.insert(0, summary::sheet(&plan, &lists)?);
    Ok(bound(&plan, pages)?)
}

/// How hard the file is packed, of 9: a tenth larger than at 6, in half the time.
const PACKING: u8 = 3;

/// The sheets bound into one file.
fn bound(plan: &Plan<'_>, pages: Vec<Page<'_>>) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // A fixed moment, or the bytes would change with the clock.
    let properties = DocProperties::new()
        .set_title(plan.word("summary-title"))
        .set_author("lejek")
        .set_custom_property(crate::REPORT_MARK, env!("CARGO_PKG_VERSION"))
        .set_creation_datetime(&plan.report.book.as_of.lo().and_utc());
    workbook.set_properties(&properties).set_zip_compression_level(PACKING);
    for page in pages {
        workbook.push_worksheet(page.sheet);
    }
    workbook.save_to_buffer()
}
