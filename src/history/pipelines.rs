//! The pipelines that rows name in, the rows out that count: all of them, or those of the one that the template keeps.
//!
//! A row without a pipeline of its own is in that of its deal; a deal whose pipeline no row tells counts.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic, Warned};
use crate::error::Result;
use crate::recognise::Record;
use crate::recognise::fold::fold;
use crate::template::Template;

use super::sheet::Sheet;

/// Sets rows of other pipelines aside. Says which there are when there are several and the template names none.
pub(super) fn choose(sheets: &mut [Sheet<'_>], template: &Template) -> Result<Warned<()>> {
    let pipelines = Pipelines::of(sheets);
    match &template.pipeline {
        None if pipelines.rows.len() > 1 => {
            let note = Diagnostic::new(Code::SeveralPipelines).with("known", pipelines.listed());
            Ok(Warned { output: (), warnings: vec![note] })
        }
        Some(wanted) if !pipelines.rows.is_empty() => {
            let wanted_key = fold(wanted);
            if !pipelines.rows.contains_key(&wanted_key) {
                let known = pipelines.listed();
                let missing = Diagnostic::new(Code::PipelineMissing).with("name", wanted.as_str());
                return Err(missing.with("known", known).into());
            }
            let aside: Vec<Vec<bool>> = sheets
                .iter()
                .map(|sheet| {
                    let other = |record| pipelines.of_row(record).is_some_and(|own| own != wanted_key);
                    sheet.table.records.iter().map(other).collect()
                })
                .collect();
            for (sheet, aside) in sheets.iter_mut().zip(aside) {
                sheet.set_aside = aside;
            }
            Ok(Warned::quiet(()))
        }
        None | Some(_) => Ok(Warned::quiet(())),
    }
}

/// The pipelines of a run, by their folded names.
struct Pipelines {
    /// As first written in the order of the alphabet, with the number of rows.
    rows: BTreeMap<String, (String, usize)>,
    /// That of each deal, as the last row tells it.
    of_deals: BTreeMap<String, String>,
}

impl Pipelines {
    fn of(sheets: &[Sheet<'_>]) -> Self {
        let mut pipelines = Self { rows: BTreeMap::new(), of_deals: BTreeMap::new() };
        for record in sheets.iter().flat_map(|sheet| &sheet.table.records) {
            let Some(written) = record.pipeline.as_deref() else { continue };
            let key = fold(written);
            let (name, rows) = pipelines.rows.entry(key.clone()).or_insert_with(|| (written.to_owned(), 0));
            if written < name.as_str() {
                written.clone_into(name);
            }
            *rows += 1;
            if let Some(deal) = &record.deal {
                pipelines.of_deals.insert(deal.to_string(), key);
            }
        }
        pipelines
    }

    fn of_row(&self, record: &Record) -> Option<String> {
        match &record.pipeline {
            Some(written) => Some(fold(written)),
            None => self.of_deals.get(&**record.deal.as_ref()?).cloned(),
        }
    }

    /// `Sales (120), Partners (14)`, the largest first.
    fn listed(&self) -> String {
        let mut listed: Vec<&(String, usize)> = self.rows.values().collect();
        listed.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        let listed: Vec<String> = listed.into_iter().map(|(name, rows)| format!("{name} ({rows})")).collect();
        listed.join(", ")
    }
}
