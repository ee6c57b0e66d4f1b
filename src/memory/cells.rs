//! Cells, areas and moments to the text in which they are kept, and back. The form is lejek's own, so that it stays when
//! a type of the reading step changes: `[[0,{"t":"Alfa"}],[3,{"n":12500.0}]]`.

use std::sync::Arc;

use chrono::{NaiveDate, NaiveDateTime, Timelike};
use serde::{Deserialize, Serialize};

use crate::model::Moment;
use crate::read::{Area, Cell, NamedArea};

#[derive(Serialize, Deserialize)]
enum Kept {
    #[serde(rename = "t")]
    Text(Arc<str>),
    #[serde(rename = "n")]
    Number(f64),
    #[serde(rename = "p")]
    Percent(f64),
    #[serde(rename = "d")]
    Date(NaiveDateTime),
    #[serde(rename = "s")]
    Time(u32),
    #[serde(rename = "b")]
    Bool(bool),
    #[serde(rename = "e")]
    Error(Arc<str>),
    #[serde(rename = "u")]
    Unevaluated,
}

impl From<&Cell> for Kept {
    fn from(cell: &Cell) -> Self {
        match cell {
            Cell::Text(text) => Self::Text(Arc::clone(text)),
            Cell::Number { value, percent: false } => Self::Number(*value),
            Cell::Number { value, percent: true } => Self::Percent(*value),
            Cell::Date(at) => Self::Date(*at),
            Cell::Time(seconds) => Self::Time(*seconds),
            Cell::Bool(flag) => Self::Bool(*flag),
            Cell::Error(text) => Self::Error(Arc::clone(text)),
            Cell::Unevaluated => Self::Unevaluated,
        }
    }
}

impl From<Kept> for Cell {
    fn from(kept: Kept) -> Self {
        match kept {
            Kept::Text(text) => Self::Text(text),
            Kept::Number(value) => Self::Number { value, percent: false },
            Kept::Percent(value) => Self::Number { value, percent: true },
            Kept::Date(at) => Self::Date(at),
            Kept::Time(seconds) => Self::Time(seconds),
            Kept::Bool(flag) => Self::Bool(flag),
            Kept::Error(text) => Self::Error(text),
            Kept::Unevaluated => Self::Unevaluated,
        }
    }
}

/// The cells of a row as text.
pub(super) fn written_cells(cells: &[(u32, Cell)]) -> String {
    let kept: Vec<(u32, Kept)> = cells.iter().map(|(column, cell)| (*column, cell.into())).collect();
    serde_json::to_string(&kept).expect("cells are finite numbers, flags and text")
}

/// The cells of a row; none when the text is no row.
pub(super) fn cells(text: &str) -> Option<Vec<(u32, Cell)>> {
    let kept: Vec<(u32, Kept)> = serde_json::from_str(text).ok()?;
    Some(kept.into_iter().map(|(column, cell)| (column, cell.into())).collect())
}

/// A rectangle: top, left, bottom, right.
type Corners = (u32, u32, u32, u32);

/// Merged areas, and those with a name: name, rectangle, whether it is a table.
type Areas = (Vec<Corners>, Vec<(Arc<str>, Corners, bool)>);

/// The areas of a sheet as text.
pub(super) fn written_areas(merged: &[Area], named: &[NamedArea]) -> String {
    let corners = |area: &Area| (area.top, area.left, area.bottom, area.right);
    let named = named.iter().map(|named| (Arc::clone(&named.name), corners(&named.area), named.is_table)).collect();
    let areas: Areas = (merged.iter().map(corners).collect(), named);
    serde_json::to_string(&areas).expect("areas are numbers and text")
}

/// The areas of a sheet; none when the text holds none.
pub(super) fn areas(text: &str) -> Option<(Vec<Area>, Vec<NamedArea>)> {
    let area = |(top, left, bottom, right): Corners| Area { top, left, bottom, right };
    let (merged, named): Areas = serde_json::from_str(text).ok()?;
    let named = named.into_iter().map(|(name, corners, is_table)| NamedArea { name, area: area(corners), is_table });
    Some((merged.into_iter().map(area).collect(), named.collect()))
}

/// A moment as text; texts are in the order of the moments.
pub(super) fn written(moment: Moment) -> String {
    match moment {
        Moment::Day(day) => day.to_string(),
        Moment::At(at) => format!("{}T{:02}:{:02}:{:02}", at.date(), at.hour(), at.minute(), at.second()),
    }
}

/// The moment of a text.
pub(super) fn moment(text: &str) -> Option<Moment> {
    let day = text.parse::<NaiveDate>().map(Moment::Day);
    day.or_else(|_| text.parse::<NaiveDateTime>().map(Moment::At)).ok()
}
