//! `--copy-date` in, the moments out at which single files stood as they are.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::diagnostic::{Code, Diagnostic};
use crate::model::Moment;
use crate::read::Workbook;
use crate::recognise::{Made, MadeBy};

use super::speaks_for;

/// Moments by the names of files.
#[derive(Debug, Default)]
pub(super) struct CopyDates(BTreeMap<Arc<str>, Moment>);

/// What the user says of these workbooks.
///
/// # Errors
/// One of them is not FILE=DATE, or no file of the run has that name.
pub(super) fn told(typed: &[String], workbooks: &[Workbook]) -> Result<CopyDates, Diagnostic> {
    let mut moments = BTreeMap::new();
    for typed in typed {
        let (file, moment) = one(typed, workbooks)
            .ok_or_else(|| Diagnostic::new(Code::CopyDateUnreadable).with("value", typed.as_str()))?;
        moments.insert(file, moment);
    }
    Ok(CopyDates(moments))
}

fn one(typed: &str, workbooks: &[Workbook]) -> Option<(Arc<str>, Moment)> {
    let (file, date) = typed.rsplit_once('=')?;
    let is_meant = |workbook: &&Workbook| {
        let shown = &*workbook.file;
        shown == file || file.ends_with(&format!("/{shown}")) || shown.ends_with(&format!("/{file}"))
    };
    Some((Arc::clone(&workbooks.iter().find(is_meant)?.file), speaks_for::parse(date)?))
}

impl CopyDates {
    /// What the user says of a file; when of others, then a day in its name is as good as said.
    pub(super) fn of(&self, file: &Arc<str>) -> Option<Made> {
        if self.0.is_empty() {
            return None;
        }
        let told = self.0.get(file).copied();
        let at = told.or_else(|| speaks_for::in_name(file).map(Moment::Day))?;
        Some(Made { at, by: MadeBy::User })
    }

    /// The newest day told.
    pub(super) fn newest(&self) -> Option<NaiveDate> {
        self.0.values().map(|moment| moment.date()).max()
    }
}
