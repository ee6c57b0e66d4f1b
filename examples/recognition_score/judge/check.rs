//! What was expected and what came out in, one check for each thing that was said out.

use lejek::model::SkipReason;
use lejek::recognise::{CellTally, Column, NameSays, SheetFinding, SheetReading, Table};
use lejek::template::{Field, Template};

use super::deals;
use super::expected::{Expected, ExpectedSheet};
use super::understood::Understood;

/// What a check is about; the score counts each kind apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A column's field.
    Column,
    /// How the deals of a sheet stand, and what its name says.
    Layout,
    /// That a sheet is none of deals, and why.
    Refusal,
    /// Where the header is, and which rows are none of deals.
    Rows,
    /// What a stage word means.
    Word,
    /// Deals, their states and what is known of them.
    Deals,
    /// That every row is accounted for, and what must be said.
    Said,
}

/// One thing that was said of a case.
#[derive(Debug)]
pub(crate) struct Check {
    /// What it is about.
    pub(crate) kind: Kind,
    /// What was expected.
    pub(crate) claim: String,
    /// What came out instead.
    pub(crate) instead: Option<String>,
    /// Whether a column got a field that it has not: worse than none.
    pub(crate) wrong_guess: bool,
}

impl Check {
    /// A check of two texts that must be the same.
    pub(super) fn same(kind: Kind, claim: String, expected: &str, found: String) -> Self {
        let instead = (expected != found).then_some(found);
        Self { kind, claim, instead, wrong_guess: false }
    }
}

/// Everything that was said of a case.
pub(super) fn checks(expected: &Expected<'_>, understood: &Understood) -> Vec<Check> {
    let mut checks = Vec::new();
    if let Some(template) = expected.template {
        let found = understood.settings.template.name.clone();
        checks.push(Check::same(Kind::Layout, format!("template {template}"), template, found));
    }
    for sheet in &expected.sheets {
        let found = understood.readings.iter().find(|reading| name(reading) == sheet.name);
        let found = found.unwrap_or_else(|| panic!("no sheet {} among those of the case", sheet.name));
        checks.extend(of_sheet(sheet, found, &understood.settings.template));
    }
    checks.extend(understood.readings.iter().filter_map(of_cells));
    checks.extend(deals::checks(expected, understood));
    for code in &expected.says {
        let instead = (!understood.codes.contains(code)).then(|| format!("only {}", understood.codes.join(" ")));
        checks.push(Check { kind: Kind::Said, claim: format!("says {code}"), instead, wrong_guess: false });
    }
    checks
}

fn name(reading: &SheetReading) -> &str {
    reading.sheet.as_deref().unwrap_or(&reading.file)
}

/// Whether every cell of a sheet went somewhere.
fn of_cells(reading: &SheetReading) -> Option<Check> {
    let SheetFinding::Table(table) = &reading.finding else { return None };
    let CellTally { header, read, unassigned, skipped, outside } = table.cells;
    let (all, found) = (reading.cells_on_sheet, header + read + unassigned + skipped + outside);
    let claim = format!("{}: all cells are accounted for", name(reading));
    Some(Check::same(Kind::Said, claim, &all.to_string(), found.to_string()))
}

fn of_sheet(expected: &ExpectedSheet<'_>, reading: &SheetReading, template: &Template) -> Vec<Check> {
    let mut checks = Vec::new();
    let claim = |what: &str| format!("{}: {what}", expected.name);
    let found = match &reading.finding {
        SheetFinding::Table(table) => table.layout.name().to_owned(),
        SheetFinding::LeftOut(reason) => format!("left out: {}", reason.name()),
    };
    if let Some(reasons) = expected.left_out {
        let right = reasons.split(" or ").any(|reason| found == format!("left out: {reason}"));
        let instead = (!right).then_some(found);
        checks.push(Check {
            kind: Kind::Refusal,
            claim: claim(&format!("left out: {reasons}")),
            instead,
            wrong_guess: false,
        });
        return checks;
    }
    let layout = expected.layout.unwrap_or_else(|| panic!("{}: neither layout nor left out", expected.name));
    let right = layout.split(" or ").any(|layout| layout == found);
    let instead = (!right).then_some(found);
    checks.push(Check { kind: Kind::Layout, claim: claim(&format!("layout {layout}")), instead, wrong_guess: false });
    let table = match &reading.finding {
        SheetFinding::Table(table) => Some(&**table),
        SheetFinding::LeftOut(_) => None,
    };
    if let Some(header) = expected.header {
        let found = table
            .map_or("no table".to_owned(), |table| table.header_row.map_or("none".to_owned(), |row| row.to_string()));
        checks.push(Check::same(Kind::Rows, claim(&format!("header {header}")), header, found));
    }
    if let Some(says) = expected.name_says {
        let found = table.and_then(|table| table.name_says.as_ref()).map_or("nothing".to_owned(), said);
        checks.push(Check::same(Kind::Layout, claim(&format!("name says {says}")), says, found));
    }
    if let Some(skipped) = expected.skipped {
        let found = table.map_or("no table".to_owned(), skipped_by_reason);
        checks.push(Check::same(Kind::Rows, claim(&format!("skipped {skipped}")), skipped, found));
    }
    checks.extend(of_stages(expected, table));
    checks.extend(of_columns(expected, table, template));
    checks
}

fn said(says: &NameSays) -> String {
    match says {
        NameSays::Stage(word) => format!("stage {word}"),
        NameSays::Owner(name) => format!("owner {name}"),
        NameSays::Period(period, _) => format!("period {period}"),
        NameSays::Copy(moment) => format!("copy {}", moment.date()),
    }
}

fn skipped_by_reason(table: &Table) -> String {
    let counted = SkipReason::ALL.iter().filter_map(|reason| {
        let count = table.skipped.iter().filter(|(_, skipped)| skipped == reason).count();
        (count > 0).then(|| format!("{count} {}", reason.name()))
    });
    let counted: Vec<String> = counted.collect();
    if counted.is_empty() { "nothing".to_owned() } else { counted.join(", ") }
}

fn of_stages(expected: &ExpectedSheet<'_>, table: Option<&Table>) -> Vec<Check> {
    let check = |(word, key): &(&str, &str)| {
        let stage = table.and_then(|table| table.stage_columns.iter().find(|stage| stage.word == *word));
        let found = stage.map_or("no stage".to_owned(), |stage| stage.key.to_string());
        Check::same(Kind::Word, format!("{}: stage column {word} = {key}", expected.name), key, found)
    };
    expected.stages.iter().map(check).collect()
}

/// A check for every column that was named, and for every column that got a field though it was not.
fn of_columns(expected: &ExpectedSheet<'_>, table: Option<&Table>, template: &Template) -> Vec<Check> {
    if expected.columns.is_empty() {
        return Vec::new();
    }
    let columns: &[Column] = table.map_or(&[], |table| &table.columns);
    let mut named = vec![false; columns.len()];
    let mut checks = Vec::new();
    for (header, field) in &expected.columns {
        let place = (0..columns.len()).find(|place| !named[*place] && is_called(&columns[*place], header));
        if let Some(place) = place {
            named[place] = true;
        }
        checks.push(of_column(expected.name, header, field, place.map(|place| &columns[place]), template));
    }
    let strays = columns.iter().zip(named).filter(|(column, named)| !named && column.field.is_some());
    checks.extend(strays.map(|(column, _)| of_column(expected.name, &column.header, "-", Some(column), template)));
    checks
}

fn is_called(column: &Column, header: &str) -> bool {
    match header.strip_prefix('@') {
        Some(letters) => letters == letters_of(column.index),
        None => column.header == header,
    }
}

/// The letters of a column: `A` for 0, `AB` for 27.
fn letters_of(index: u32) -> String {
    let letter = char::from(b'A' + (index % 26) as u8);
    if index < 26 { letter.to_string() } else { format!("{}{letter}", letters_of(index / 26 - 1)) }
}

fn of_column(sheet: &str, header: &str, field: &str, column: Option<&Column>, template: &Template) -> Check {
    let found = column.and_then(|column| column.field.as_ref()).map_or("-".to_owned(), |field| key_of(field, template));
    let right = field.split(" or ").any(|field| field == found || field == "date:any" && found.starts_with("date:"));
    let score = column.map_or(0.0, |column| column.score);
    Check {
        kind: Kind::Column,
        claim: format!("{sheet}: column {header} = {field}"),
        wrong_guess: !right && found != "-",
        instead: (!right).then(|| format!("{found} ({score:.2})")),
    }
}

/// The key of a field; the date of a stage that the template does not have is `date:own`.
fn key_of(field: &Field, template: &Template) -> String {
    let known = |stage: &str| template.stages.iter().any(|rule| rule.key == stage);
    match field {
        Field::StageDate(stage) if !known(stage) => "date:own".to_owned(),
        Field::StageTime(stage) if !known(stage) => "time:own".to_owned(),
        other => other.key(),
    }
}
