//! A table whose headers are stages and whose cells are deals in, one record a cell out.
//!
//! A card may say more than a name: `Alfa – 12 500 zł`, or several lines, of which the first is the name, an amount the
//! value, and the others remarks.

mod card;

use std::collections::BTreeSet;
use std::sync::Arc;

use super::Because;
use super::fold::fold;
use super::header::{Headed, Region};
use super::row::is_total;
use super::stage::{StageWord, StageWords, of_the_field, own_key};
use super::table::{Column, ColumnReason, Record, StageColumn};
use super::value::{date, money, text};
use super::vocabulary::Vocabulary;
use crate::diagnostic::Word;
use crate::model::{Currency, SkipReason};
use crate::read::{Cell, Row};
use crate::template::Field;

/// A board, read.
#[derive(Debug)]
pub(super) struct Board {
    pub(super) columns: Vec<Column>,
    pub(super) stages: Vec<StageColumn>,
    pub(super) records: Vec<Record>,
    pub(super) skipped: Vec<(u32, SkipReason)>,
}

/// Fewer stages side by side may be columns of anything.
const STAGES: usize = 3;

/// Of the columns with cells, this share at least stands for a stage that is known.
const KNOWN: f64 = 0.6;

/// Of the cells below the stages, this share at least is the name of a deal, and no two of so many are alike.
const CARDS: f64 = 0.7;
const DISTINCT: f64 = 0.8;

/// Whether the table is a board: its headers name stages, its cells are neither dates nor marks nor counts.
pub(super) fn is_board(region: &Region<'_>, vocabulary: &Vocabulary) -> bool {
    let filled: Vec<&Headed> =
        region.columns.iter().filter(|headed| region.body.iter().any(|row| row.cell(headed.index).is_some())).collect();
    let stages = filled.iter().filter(|headed| is_known(headed, vocabulary.stages())).count();
    let known = region.columns.iter().filter(|headed| is_known(headed, vocabulary.stages()));
    let named: BTreeSet<String> = known.map(|headed| fold(&word(headed))).collect();
    if named.len() < STAGES || (stages as f64) < KNOWN * filled.len() as f64 {
        return false;
    }
    let cells: Vec<&Cell> = rows_of_cards(region)
        .flat_map(|row| row.cells.iter().filter(|(column, _)| is_stage(region, *column)))
        .map(|(_, cell)| cell)
        .filter(|cell| !text::is_blank(cell))
        .collect();
    let cards: Vec<&str> = cells.iter().filter_map(|cell| name_of_a_deal(cell, vocabulary.stages())).collect();
    let distinct: BTreeSet<&str> = cards.iter().copied().collect();
    cards.len() >= STAGES
        && cards.len() as f64 >= CARDS * cells.len() as f64
        && distinct.len() as f64 >= DISTINCT * cards.len() as f64
}

fn is_known(headed: &Headed, stages: &StageWords) -> bool {
    stages.meaning(&word(headed)) != StageWord::Unknown
}

/// The stage as a header names it: without the number of its deals, or their sum.
fn word(headed: &Headed) -> String {
    let shown = &headed.label.shown;
    let bare = shown.split(['(', '[']).next().unwrap_or_default();
    let (name, _) = card::part_amount(bare);
    let counted = name.trim_end_matches(|letter: char| letter.is_ascii_digit()).trim_end_matches([' ', '-', '–', ':']);
    if counted.trim().is_empty() { shown.clone() } else { counted.trim().to_owned() }
}

/// Columns without a header hold the numbers of rows, weeks, and the like.
fn is_stage(region: &Region<'_>, column: u32) -> bool {
    let headed = region.columns.iter().find(|headed| headed.index == column);
    headed.is_some_and(|headed| !headed.label.shown.is_empty() && headed.label.forms != ["lp"])
}

fn rows_of_cards<'a>(region: &Region<'a>) -> impl Iterator<Item = &'a Row> {
    region.body.iter().filter(|row| !is_tally(row))
}

/// A row of counts and sums.
fn is_tally(row: &Row) -> bool {
    row.cells.iter().all(|(_, cell)| match cell {
        Cell::Text(text) => is_total(text) || is_total(text.split(':').next().unwrap_or_default()) || is_amount(text),
        Cell::Number { .. } => true,
        other => text::is_blank(other),
    })
}

fn is_amount(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_digit()) && money::looks_like_amount(text)
}

fn name_of_a_deal<'a>(cell: &'a Cell, stages: &StageWords) -> Option<&'a str> {
    let Cell::Text(text) = cell else { return None };
    let letters = text.chars().filter(|letter| letter.is_alphabetic()).count();
    let is_name = letters >= 2
        && !date::looks_like_date(text)
        && !is_amount(text)
        && !matches!(fold(text).as_str(), "tak" | "nie" | "yes" | "no" | "ok" | "xx")
        && stages.meaning(text) == StageWord::Unknown;
    is_name.then_some(text)
}

/// Reads the cards.
pub(super) fn read(region: &Region<'_>, vocabulary: &Vocabulary, currency: Option<Currency>) -> Board {
    let words: Vec<Option<String>> =
        region.columns.iter().map(|headed| is_stage(region, headed.index).then(|| word(headed))).collect();
    let first = *region.span().start();
    let word_of = |column: u32| words.get(column.checked_sub(first)? as usize)?.clone();
    let (mut records, mut skipped) = (Vec::new(), Vec::new());
    for row in region.body {
        let own = row.cells.iter().filter(|(column, _)| region.span().contains(column));
        let cards: Vec<Record> =
            own.clone().filter_map(|(column, cell)| card::read(row.number, *column, word_of(*column)?, cell)).collect();
        match (own.count(), is_tally(row), cards.is_empty()) {
            (0, ..) => {}
            (_, true, _) => skipped.push((row.number, SkipReason::Total)),
            (_, _, true) => skipped.push((row.number, SkipReason::NoDeal)),
            _ => records.extend(cards),
        }
    }
    for record in &mut records {
        record.currency = currency;
        if let Some(value) = &mut record.value
            && !value.currency.is_stated()
        {
            value.currency = currency.unwrap_or(Currency::UNSTATED);
        }
    }
    let field = of_the_field();
    let stages = region.columns.iter().zip(&words).filter_map(|(headed, word)| {
        let word = word.clone()?;
        Some(StageColumn { index: headed.index, key: key(&word, vocabulary.stages(), &field), word })
    });
    Board {
        stages: stages.collect(),
        columns: region.columns.iter().zip(&words).map(|(headed, word)| column(headed, word.is_some())).collect(),
        records,
        skipped,
    }
}

/// The key of the stage that a word names: the template's, the field's, or its own.
fn key(word: &str, stages: &StageWords, field: &[StageWords]) -> Arc<str> {
    let known = std::iter::once(stages).chain(field).find_map(|words| words.key(word));
    known.unwrap_or_else(|| own_key(word).into())
}

/// The cells of a stage are names of deals, wherever they stand.
fn column(headed: &Headed, is_stage: bool) -> Column {
    Column {
        index: headed.index,
        header: headed.label.shown.clone(),
        field: is_stage.then_some(Field::Name),
        score: if is_stage { 1.0 } else { 0.0 },
        reason: if is_stage { ColumnReason::Cells } else { ColumnReason::Nothing },
        example: None,
        filled: 0,
        reading: None,
    }
}

impl Board {
    /// What speaks for the board.
    pub(super) fn reasons(&self) -> Vec<Because> {
        let words = vec![("count", Word::from(self.records.len()))];
        vec![Because { key: "board", words }]
    }
}
