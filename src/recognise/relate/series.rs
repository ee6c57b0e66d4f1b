//! A family of tables in, what the names of their sheets say of the rows out, written into the records.

use std::collections::BTreeSet;
use std::path::Path;

use chrono::NaiveDate;

use super::family::Family;
use super::identity::overlap;
use super::names::{self, Name};
use super::{table_at, table_at_mut};
use crate::diagnostic::Word;
use crate::model::Moment;
use crate::recognise::stage::StageWords;
use crate::recognise::table::{Because, NameSays, SheetReading};
use crate::template::{self, Field, Layout, Template};

/// Copies of a sheet share at least this part of their deals from one to the next; sheets of months share less.
const COPIES_SHARE: f64 = 0.6;

/// Reads the names of a family's sheets, and writes what they say.
pub(super) fn read_names(family: &Family, readings: &mut [SheetReading], template: &Template) {
    if family.len() < 2 {
        return;
    }
    let names: Vec<String> = family.iter().map(|place| name(*place, family, readings)).collect();
    if names.iter().collect::<BTreeSet<_>>().len() < names.len() {
        return;
    }
    let mut stages = vec![StageWords::of(template)];
    stages.extend(["extended", "b2b"].iter().filter_map(|name| template::builtin(name)).map(|it| StageWords::of(&it)));
    let near = newest(family, readings);
    let meanings: Vec<Name> = names.iter().map(|name| names::read(name, &stages, near)).collect();
    let all = |is: fn(&Name) -> bool| meanings.iter().all(is);
    let lacks = |field: &Field| family.iter().all(|place| is_blank(field, *place, readings));
    if all(|name| *name == Name::Stage) {
        if lacks(&Field::Stage) {
            say(family, readings, &names, |name| NameSays::Stage(name.to_owned()), "name-stage");
        }
    } else if all(|name| *name == Name::Person) {
        if lacks(&Field::Owner) {
            say(family, readings, &names, |name| NameSays::Owner(name.to_owned()), "name-owner");
        }
    } else if all(|name| matches!(name, Name::Day(_))) {
        days(family, readings, &names, &meanings);
    } else if all(|name| matches!(name, Name::Period(_))) {
        let first_day = |name: &str| match names::read(name, &stages, near) {
            Name::Period(day) => day,
            _ => None,
        };
        say(family, readings, &names, |name| NameSays::Period(name.to_owned(), first_day(name)), "name-period");
    }
}

/// The name that tells a table from the others: its sheet's, or, where each is alone in its file, the file's.
fn name(place: usize, family: &Family, readings: &[SheetReading]) -> String {
    let reading = &readings[place];
    let alone = family.iter().filter(|other| readings[**other].file == reading.file).count() == 1;
    let stem = || Path::new(&*reading.file).file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into());
    match &reading.sheet {
        Some(sheet) if !alone => sheet.to_string(),
        _ => stem(),
    }
}

/// The newest day of the family's deals: names of days may leave out the year.
fn newest(family: &Family, readings: &[SheetReading]) -> Option<NaiveDate> {
    let records = family.iter().flat_map(|place| &table_at(readings, *place).records);
    records.filter_map(|record| record.inquiry.or(record.entered)).map(Moment::date).max()
}

fn is_blank(field: &Field, place: usize, readings: &[SheetReading]) -> bool {
    table_at(readings, place).column_of(field).is_none_or(|column| column.filled == 0)
}

/// Days as names: copies when the deals are mostly the same from one to the next, else the days are but periods.
fn days(family: &Family, readings: &mut [SheetReading], names: &[String], meanings: &[Name]) {
    let mut in_time: Vec<(NaiveDate, usize)> = meanings
        .iter()
        .zip(family)
        .filter_map(|(name, place)| if let Name::Day(day) = name { Some((*day, *place)) } else { None })
        .collect();
    in_time.sort_unstable();
    let shares: Vec<f64> = in_time.windows(2).map(|pair| overlap(&[pair[0].1, pair[1].1], readings)).collect();
    let copies = shares.iter().all(|share| *share >= COPIES_SHARE);
    let least = shares.iter().copied().fold(1.0, f64::min);
    // Copies as files are for the trend over time; here they would only be taken for repeats.
    for (day, place) in in_time {
        let table = table_at_mut(readings, place);
        let share = Word::from((least * 100.0).round() as u64);
        if copies {
            table.name_says = Some(NameSays::Copy(Moment::Day(day)));
            table.records.iter_mut().for_each(|record| record.seen = Some(Moment::Day(day)));
            table.layout_reasons.push(Because { key: "name-copy", words: vec![("day", day.into()), ("share", share)] });
        } else {
            let name = family.iter().zip(names).find(|(other, _)| **other == place).map(|(_, name)| name.clone());
            table.name_says = name.map(|name| NameSays::Period(name, Some(day)));
            table.layout_reasons.push(Because { key: "name-day-no-copy", words: vec![("share", share)] });
        }
    }
}

/// Writes what the names say into tables and records.
fn say(
    family: &Family,
    readings: &mut [SheetReading],
    names: &[String],
    says: impl Fn(&str) -> NameSays,
    because: &'static str,
) {
    for (place, name) in family.iter().zip(names) {
        let table = table_at_mut(readings, *place);
        let says = says(name);
        for record in &mut table.records {
            match &says {
                NameSays::Stage(stage) => record.stage = record.stage.take().or_else(|| Some(stage.clone())),
                NameSays::Owner(owner) => record.owner = record.owner.take().or_else(|| Some(owner.clone())),
                NameSays::Period(..) | NameSays::Copy(_) => {}
            }
        }
        if matches!(says, NameSays::Stage(_)) && table.alone.take().is_some() {
            table.layout = Layout::CurrentStage;
        }
        table.layout_reasons.push(Because { key: because, words: vec![("name", Word::from(name.as_str()))] });
        table.name_says = Some(says);
    }
}
