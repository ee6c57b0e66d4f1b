//! All tables of a run in, how they belong together out: sheets that are one table in parts, copies of one table,
//! tables joined by the numbers of their deals, and rows that speak of the same deal.

use super::table::SheetReading;
use crate::template::Template;

/// Relates the tables of all inputs to one another.
pub fn relate(_readings: &mut [SheetReading], _template: &Template) {}
