//! A family of tables in, what the names of their sheets and files say of the rows out, written into the records.
//!
//! The sheets of a workbook may be stages and the files sellers, so each is asked by itself. A name counts only in
//! the company of others of its kind.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use chrono::{Datelike, NaiveDate};

use super::copies::{Rungs, overlap};
use super::family::Family;
use super::names::{self, Meaning, Period};
use super::people;
use super::{table_at, table_at_mut};
use crate::diagnostic::{Code, Diagnostic, Word};
use crate::locus::Locus;
use crate::model::Moment;
use crate::recognise::fold::fold;
use crate::recognise::stage::{StageWord, StageWords};
use crate::recognise::table::{Because, Foreign, LeftOut, Made, MadeBy, NameSays, Record, SheetReading};
use crate::template::{self, Layout, Template};

/// Copies of a sheet share at least this part of their deals from one to the next; sheets of months share less.
const COPIES_SHARE: f64 = 0.6;

/// Of names that are to be of one kind, this share at least must be so by themselves.
const TELLING: f64 = 2.0 / 3.0;

/// Where a column says what the names say too, this share of its cells must agree before the names fill its gaps.
const AGREE: f64 = 0.8;

/// Words that are known without looking at the tables.
pub(super) struct Known {
    stages: Vec<StageWords>,
    owners: BTreeSet<String>,
}

impl Known {
    /// The stages of the template and of those of the field, and the owners that the template names.
    pub(super) fn of(template: &Template) -> Self {
        let of_field = ["extended", "b2b"].into_iter().filter_map(template::builtin);
        let mut stages = vec![StageWords::of(template)];
        stages.extend(of_field.map(|template| StageWords::of(&template)));
        let spellings = template.owners.iter().flat_map(|(name, others)| std::iter::once(name).chain(others));
        Self { stages, owners: spellings.map(|name| fold(name)).collect() }
    }

    fn meaning(&self, name: &str, near: Option<NaiveDate>) -> Meaning {
        let meaning = names::read(name, &self.stages, near);
        Meaning { person: meaning.person || self.owners.contains(&fold(name)), ..meaning }
    }
}

/// Reads the names of a family's sheets and files, and writes what they say.
pub(super) fn read_names(family: &Family, readings: &mut [SheetReading], known: &Known, rungs: &Rungs) {
    let mut levels = vec![Level::Sheets, Level::Files];
    if made(family, readings, rungs, |reading| reading.made) {
        levels.pop();
    }
    for level in levels {
        let units = units(level, family, readings, known);
        if units.len() > 1
            && let Some(kind) = kind(&units)
        {
            match kind {
                Kind::Stages => stages(&units, readings, known),
                Kind::People => people(&units, readings),
                Kind::Days => days(&units, readings, rungs),
                Kind::Periods => periods(&units, readings),
            }
        }
    }
    if family.iter().all(|place| table_at(readings, *place).name_says.is_none()) {
        let told_by =
            |by: MadeBy| move |reading: &SheetReading| reading.inside.iter().find(|made| made.by == by).copied();
        let _ = made(family, readings, rungs, told_by(MadeBy::Cell))
            || made(family, readings, rungs, told_by(MadeBy::Properties));
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Level {
    Sheets,
    Files,
}

/// The tables of a family with one name.
struct Unit {
    /// As it is to be shown.
    name: String,
    meaning: Meaning,
    tables: Vec<usize>,
}

/// The tables by the names of their sheets, or of their files; none where some sheet has no name.
fn units(level: Level, family: &Family, readings: &[SheetReading], known: &Known) -> Vec<Unit> {
    let mut tables: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for place in family {
        let reading = &readings[*place];
        let name = match level {
            Level::Sheets => reading.sheet.as_deref().map(str::trim).map(ToOwned::to_owned),
            Level::Files => Some(stem(&reading.file)),
        };
        let Some(name) = name else { return Vec::new() };
        tables.entry(name).or_default().push(*place);
    }
    let near = |tables: &[usize]| tables.iter().filter_map(|place| newest(table_records(*place, readings))).max();
    let whole: Vec<Unit> = tables
        .iter()
        .map(|(name, tables)| Unit {
            name: name.clone(),
            meaning: known.meaning(name, near(tables)),
            tables: tables.clone(),
        })
        .collect();
    if kind(&whole).is_some() {
        return whole;
    }
    // `Lejek Anna` and `Lejek Piotr` differ by what they say.
    let own = without_common_words(&tables.keys().collect::<Vec<_>>());
    let parts = whole.into_iter().zip(own).map(|(unit, name)| {
        let meaning = known.meaning(&name, near(&unit.tables));
        Unit { name, meaning, ..unit }
    });
    parts.collect()
}

fn table_records(place: usize, readings: &[SheetReading]) -> &[Record] {
    &table_at(readings, place).records
}

/// The name of a file without its ending, written as people write: `anna_nowak` is `Anna Nowak`.
fn stem(file: &str) -> String {
    let stem = Path::new(file).file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().replace('_', " "));
    if stem.chars().any(char::is_uppercase) {
        return stem;
    }
    let capitalised = stem.split(' ').map(|word| {
        let mut letters = word.chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    });
    capitalised.collect::<Vec<String>>().join(" ")
}

/// Names without the words that all of them have.
fn without_common_words(names: &[&String]) -> Vec<String> {
    let words = |name: &str| -> Vec<String> {
        name.split(|letter: char| letter.is_whitespace() || letter == '_').map(ToOwned::to_owned).collect()
    };
    let is_common = |word: &str| names.iter().all(|name| words(name).iter().any(|other| fold(other) == fold(word)));
    let own = |name: &&String| {
        let own: Vec<String> = words(name).into_iter().filter(|word| !is_common(word)).collect();
        own.join(" ").trim_matches(|letter: char| !letter.is_alphanumeric() && letter != '.').to_owned()
    };
    names.iter().map(own).collect()
}

/// What a series of names says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Stages,
    Days,
    Periods,
    People,
}

/// What these names say together: all of them, or most of them where the others may say the same.
fn kind(units: &[Unit]) -> Option<Kind> {
    const KINDS: [Kind; 4] = [Kind::Stages, Kind::Days, Kind::Periods, Kind::People];
    let says = |kind: Kind, unit: &Unit| match kind {
        Kind::Stages => unit.meaning.stage.is_some(),
        Kind::Days => unit.meaning.day.is_some(),
        Kind::Periods => unit.meaning.period.is_some(),
        Kind::People => unit.meaning.person,
    };
    let may_say = |kind: Kind, unit: &Unit| {
        let says_else = KINDS.iter().any(|other| says(*other, unit));
        match kind {
            Kind::Stages => !says_else && !names::is_generic(&unit.name) && unit.name.chars().any(char::is_alphabetic),
            Kind::People => !says_else && !names::is_generic(&unit.name) && people::may_be_person(&unit.name),
            Kind::Days | Kind::Periods => true,
        }
    };
    let count = |kind: Kind| units.iter().filter(|unit| says(kind, unit)).count();
    let all = KINDS.into_iter().find(|kind| count(*kind) == units.len());
    let most = |kind: &Kind| {
        let told = count(*kind);
        let others_may = units.iter().all(|unit| says(*kind, unit) || may_say(*kind, unit));
        told >= 2 && told as f64 >= TELLING * units.len() as f64 && others_may
    };
    all.or_else(|| KINDS.into_iter().find(most))
}

/// Each name is the stage of its rows.
fn stages(units: &[Unit], readings: &mut [SheetReading], known: &Known) {
    let meaning =
        |word: &str| known.stages.iter().map(|words| words.meaning(word)).find(|it| *it != StageWord::Unknown);
    let same = |cell: &str, name: &str| {
        fold(cell) == fold(name) || meaning(cell).is_some_and(|own| meaning(name) == Some(own))
    };
    let word = |unit: &Unit| unit.meaning.stage.clone().unwrap_or_else(|| unit.name.clone());
    if !fills_gaps(units, readings, |record| record.stage.as_deref(), |cell, unit| same(cell, &word(unit))) {
        return;
    }
    for unit in units {
        let stage = word(unit);
        say(unit, readings, "name-stage", &NameSays::Stage(stage.clone()), |record| {
            record.stage.get_or_insert_with(|| stage.clone());
        });
        for place in &unit.tables {
            let table = table_at_mut(readings, *place);
            if matches!(table.alone, Some(LeftOut::NoStages | LeftOut::OneDate | LeftOut::Foreign(Foreign::Contacts))) {
                table.alone = None;
                if table.layout == Layout::Particulars {
                    table.layout = Layout::CurrentStage;
                }
            }
        }
    }
}

/// Each name is the seller of its rows.
fn people(units: &[Unit], readings: &mut [SheetReading]) {
    let same = |cell: &str, unit: &Unit| {
        let name = fold(&unit.name);
        fold(cell).split(' ').any(|word| word.len() > 1 && name.split(' ').any(|other| other == word))
    };
    if fills_gaps(units, readings, |record| record.owner.as_deref(), same) {
        for unit in units {
            say(unit, readings, "name-owner", &NameSays::Owner(unit.name.clone()), |record| {
                record.owner.get_or_insert_with(|| unit.name.clone());
            });
        }
    }
}

/// Whether the names may fill the empty cells of a column: there are no others, or those agree with the names.
fn fills_gaps(
    units: &[Unit],
    readings: &[SheetReading],
    cell: impl Fn(&Record) -> Option<&str>,
    same: impl Fn(&str, &Unit) -> bool,
) -> bool {
    let (mut told, mut agree) = (0, 0);
    for unit in units {
        for record in unit.tables.iter().flat_map(|place| table_records(*place, readings)) {
            if let Some(cell) = cell(record) {
                told += 1;
                agree += usize::from(same(cell, unit));
            }
        }
    }
    agree as f64 >= AGREE * told as f64
}

/// Each name is a month, a quarter or a year, those without a year in that of their file or of most of their rows.
fn periods(units: &[Unit], readings: &mut [SheetReading]) {
    for unit in units {
        let Some(period) = unit.meaning.period else { continue };
        for place in &unit.tables {
            let year = names::year(&stem(&readings[*place].file));
            let year = year.or_else(|| usual_year(table_records(*place, readings), period));
            let says = NameSays::Period(unit.name.clone(), period.first_day(year));
            say_of(*place, readings, "name-period", &unit.name, &says, |_| {});
        }
    }
}

/// The year of most of the inquiries, those of the same month first.
fn usual_year(records: &[Record], period: Period) -> Option<i32> {
    let mut years: BTreeMap<i32, (usize, usize)> = BTreeMap::new();
    for day in records.iter().filter_map(|record| record.inquiry.or(record.entered)).map(Moment::date) {
        let (in_month, all) = years.entry(day.year()).or_default();
        *in_month += usize::from(day.month() == period.month);
        *all += 1;
    }
    years.into_iter().max_by_key(|(_, counts)| *counts).map(|(year, _)| year)
}

/// Days as names: copies when the deals are mostly the same from one to the next, else the days are but periods.
fn days(units: &[Unit], readings: &mut [SheetReading], rungs: &Rungs) {
    let mut in_time: Vec<(NaiveDate, &Unit)> =
        units.iter().filter_map(|unit| Some((unit.meaning.day?, unit))).collect();
    in_time.sort_by_key(|(day, _)| *day);
    let shares = in_time.windows(2).map(|pair| overlap(&pair[0].1.tables, &pair[1].1.tables, readings, rungs));
    let least = shares.fold(1.0, f64::min);
    let share = ("share", Word::from((least * 100.0).round() as u64));
    for (day, unit) in in_time {
        let (says, because) = if least >= COPIES_SHARE {
            (NameSays::Copy(Moment::Day(day)), "name-copy")
        } else {
            (NameSays::Period(unit.name.clone(), Some(day)), "name-no-copy")
        };
        let seen = matches!(says, NameSays::Copy(_)).then_some(Moment::Day(day));
        say(unit, readings, because, &says, |record| record.seen = seen);
        for place in &unit.tables {
            if let Some(reason) = table_at_mut(readings, *place).layout_reasons.last_mut() {
                reason.words.push(share.clone());
            }
        }
    }
}

/// Tables of which something else than their names says when they stood as they are read: copies when the deals are
/// mostly the same from one moment to the next. Gives back whether they are.
fn made(
    family: &Family,
    readings: &mut [SheetReading],
    rungs: &Rungs,
    told: impl Fn(&SheetReading) -> Option<Made>,
) -> bool {
    let mut in_time: BTreeMap<_, (Made, Vec<usize>)> = BTreeMap::new();
    for place in family {
        let Some(made) = told(&readings[*place]) else { return false };
        in_time.entry(made.at.lo()).or_insert((made, Vec::new())).1.push(*place);
    }
    let moments: Vec<(Made, Vec<usize>)> = in_time.into_values().collect();
    let least = moments.windows(2).map(|pair| overlap(&pair[0].1, &pair[1].1, readings, rungs)).fold(1.0, f64::min);
    if moments.len() < 2 || least < COPIES_SHARE {
        return false;
    }
    for place in moments.iter().flat_map(|(_, tables)| tables) {
        let Some(made) = told(&readings[*place]) else { continue };
        let at = Locus::sheet(&readings[*place].file, readings[*place].sheet.as_ref());
        let words = vec![("name", Word::from(made.at.date())), ("share", Word::from((least * 100.0).round() as u64))];
        let table = table_at_mut(readings, *place);
        table.records.iter_mut().for_each(|record| record.seen = Some(made.at));
        table.layout_reasons.push(Because { key: made.by.key(), words });
        let by = match made.by {
            MadeBy::Cell => Some("dated-by-cell"),
            MadeBy::Properties => Some("dated-by-properties"),
            MadeBy::Present | MadeBy::Memory | MadeBy::User => None,
        };
        if let Some(by) = by.map(Word::term) {
            table
                .diagnostics
                .push(Diagnostic::new(Code::CopyDated).at(at).with("day", made.at.date()).with("reason", by));
        }
        table.name_says = Some(NameSays::Copy(made.at));
    }
    true
}

/// Writes what a name says into its tables and their records.
fn say(
    unit: &Unit,
    readings: &mut [SheetReading],
    because: &'static str,
    says: &NameSays,
    mut write: impl FnMut(&mut Record),
) {
    for place in &unit.tables {
        say_of(*place, readings, because, &unit.name, says, &mut write);
    }
}

fn say_of(
    place: usize,
    readings: &mut [SheetReading],
    because: &'static str,
    name: &str,
    says: &NameSays,
    write: impl FnMut(&mut Record),
) {
    let table = table_at_mut(readings, place);
    table.records.iter_mut().for_each(write);
    table.layout_reasons.push(Because { key: because, words: vec![("name", name.into())] });
    // Where sheet and file both say something, what places the rows in time matters most.
    if table.name_says.as_ref().is_none_or(|known| weight(says) > weight(known)) {
        table.name_says = Some(says.clone());
    }
}

fn weight(says: &NameSays) -> u8 {
    match says {
        NameSays::Owner(_) => 0,
        NameSays::Stage(_) => 1,
        NameSays::Period(..) => 2,
        NameSays::Copy(_) => 3,
    }
}

/// The newest day of a table's deals: names of days may leave out the year.
fn newest(records: &[Record]) -> Option<NaiveDate> {
    records.iter().filter_map(|record| record.inquiry.or(record.entered)).map(Moment::date).max()
}
