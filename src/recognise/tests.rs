//! The whole step on small sheets, a file an area; what they share stands here.

use std::collections::BTreeMap;

use super::fixture::{finding, table};
use super::{LeftOut, SheetFinding, Table};
use crate::model::Moment;
use crate::template::Field;

mod cells;
mod columns;
mod layouts;
mod place;

fn fields(table: &Table) -> BTreeMap<String, String> {
    let taken = table.columns.iter().filter_map(|column| Some((column.header.clone(), column.field.as_ref()?.key())));
    taken.collect()
}

/// The fields of the columns in order, `-` for none.
#[track_caller]
fn check_fields(drawing: &str, expect: &[&str]) {
    let table = table(drawing);
    let taken: Vec<String> =
        table.columns.iter().map(|column| column.field.as_ref().map_or("-".into(), Field::key)).collect();
    assert_eq!(taken, expect);
}

#[track_caller]
fn check_left_out(drawing: &str, expect: LeftOut) {
    match finding(drawing) {
        SheetFinding::LeftOut(reason) => assert_eq!(reason, expect),
        SheetFinding::Table(table) => panic!("a table with {:?}", fields(&table)),
    }
}

fn day(moment: Option<Moment>) -> String {
    moment.map_or("-".into(), |moment| match moment {
        Moment::Day(day) => day.to_string(),
        Moment::At(instant) => instant.to_string(),
    })
}
