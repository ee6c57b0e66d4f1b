//! Columns of yes and no beside the stages in, how the deals ended out: `Is Closed Won`, `IsClosed`, `IsWon`.
//!
//! Stages have the names that a team gave them, and no word tells that `Deal signed` is a sale; these columns do. A no
//! says that a deal is lost only where another column says that it is closed.

use super::column::Assigned;
use super::header::Region;
use super::table::{ColumnReason, Record};
use super::value::mark;
use crate::read::Row;
use crate::template::Field;

/// Headers of such columns in a form without signs and case.
const WON: &[&str] = &["is won", "is closed won", "hs is closed won"];
const LOST: &[&str] = &["is lost", "is closed lost", "hs is closed lost"];
const CLOSED: &[&str] = &["is closed", "is deal closed", "hs is closed"];

/// A plain word of the vocabulary is surer than what several columns say together.
const SCORE: f64 = 0.9;

/// Gives records of a table with stages their outcomes, unless a column has them already.
pub(super) fn tell(region: &Region<'_>, rows: &[&Row], assigned: &mut Assigned, records: &mut [Record]) {
    if assigned.place_of(&Field::Stage).is_none() || assigned.place_of(&Field::Outcome).is_some() {
        return;
    }
    let column = |words: &[&str]| {
        let is_it = |form: &String| words.contains(&form.as_str());
        let headed = region.columns.iter().find(|headed| headed.label.forms.iter().any(is_it))?;
        let says = |row: &&Row| region.cell(row, headed.index).and_then(mark::of);
        rows.iter().any(|row| says(row).is_some()).then_some(headed.index)
    };
    let (won, lost, closed) = (column(WON), column(LOST), column(CLOSED));
    if won.is_none() && lost.is_none() {
        return;
    }
    for (row, record) in rows.iter().zip(records) {
        let says = |column: Option<u32>| column.and_then(|column| region.cell(row, column)).and_then(mark::of);
        let is_lost = says(lost) == Some(true) || says(closed) == Some(true) && says(won) == Some(false);
        record.outcome = match (says(won), is_lost) {
            (Some(true), _) => Some("TRUE".to_owned()),
            (_, true) => Some("FALSE".to_owned()),
            _ => None,
        };
    }
    for column in &mut assigned.columns {
        if column.field.is_none() && [won, lost, closed].contains(&Some(column.index)) {
            (column.field, column.score, column.reason) = (Some(Field::Outcome), SCORE, ColumnReason::Header);
        }
    }
}
