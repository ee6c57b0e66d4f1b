//! What came in and how it was understood: files, sheets, columns, stages, remarks.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::diagnostic::{Severity, Word};
use crate::model::{StageKind, StageOrigin};
use crate::report::Report;

use super::tidy;

#[derive(Serialize)]
pub(super) struct Input<'a> {
    file: &'a str,
    format: &'static str,
    bytes: u64,
    sha256: &'a str,
    sheets: Vec<Sheet<'a>>,
}

#[derive(Serialize)]
struct Sheet<'a> {
    sheet: Option<&'a str>,
    layout: Option<&'static str>,
    left_out: Option<&'static str>,
    header_row: Option<u32>,
    rows: usize,
    skipped: &'a BTreeMap<&'static str, usize>,
}

pub(super) fn inputs<'a>(report: &Report<'a>) -> Vec<Input<'a>> {
    let inputs = report.inputs.iter().map(|input| Input {
        file: &input.file,
        format: input.format,
        bytes: input.bytes,
        sha256: &input.sha256,
        sheets: input
            .sheets
            .iter()
            .map(|sheet| Sheet {
                sheet: sheet.at.sheet.as_deref(),
                layout: sheet.layout,
                left_out: sheet.left_out,
                header_row: sheet.header_row,
                rows: sheet.rows,
                skipped: &sheet.skipped,
            })
            .collect(),
    });
    inputs.collect()
}

#[derive(Serialize)]
pub(super) struct Column<'a> {
    file: &'a str,
    sheet: Option<&'a str>,
    column: &'a str,
    header: &'a str,
    field: Option<&'a str>,
    score: f64,
    reason: &'static str,
    example: Option<&'a str>,
    filled: usize,
}

pub(super) fn columns<'a>(report: &Report<'a>) -> Vec<Column<'a>> {
    let sheets = report.inputs.iter().flat_map(|input| input.sheets.iter().map(move |sheet| (input, sheet)));
    let columns = sheets.flat_map(|(input, sheet)| sheet.columns.iter().map(move |column| (input, sheet, column)));
    columns
        .map(|(input, sheet, column)| Column {
            file: &input.file,
            sheet: sheet.at.sheet.as_deref(),
            column: &column.letters,
            header: &column.header,
            field: column.field.as_deref(),
            score: tidy(column.score),
            reason: column.reason,
            example: column.example.as_deref(),
            filled: column.filled,
        })
        .collect()
}

#[derive(Serialize)]
pub(super) struct Stage<'a> {
    key: &'a str,
    name_pl: &'a str,
    name_en: &'a str,
    rank: Option<u32>,
    kind: &'static str,
    origin: &'static str,
    /// Days, when the template fixes them.
    limit: Option<f64>,
    words: Vec<StageWord<'a>>,
    /// Deals in it now.
    deals: usize,
}

#[derive(Serialize)]
struct StageWord<'a> {
    word: &'a str,
    rows: usize,
}

pub(super) fn pipeline<'a>(report: &Report<'a>) -> Vec<Stage<'a>> {
    let pipeline = &report.book.pipeline;
    let mut here = vec![0; pipeline.stages.len()];
    for deal in &report.book.deals {
        here[deal.stage().0] += 1;
    }
    let stages = pipeline.stages.iter().zip(here).map(|(stage, deals)| Stage {
        key: &stage.key,
        name_pl: &stage.name_pl,
        name_en: &stage.name_en,
        rank: stage.rank,
        kind: match stage.kind {
            StageKind::Open => "open",
            StageKind::Deferred => "deferred",
            StageKind::Won => "won",
            StageKind::Lost => "lost",
            StageKind::Vanished => "vanished",
        },
        origin: match stage.origin {
            StageOrigin::Template => "template",
            StageOrigin::Sheet => "sheet",
        },
        limit: stage.limit_days,
        words: stage.words.iter().map(|(word, rows)| StageWord { word, rows: *rows }).collect(),
        deals,
    });
    stages.collect()
}

#[derive(Serialize)]
pub(super) struct Remark<'a> {
    code: &'static str,
    severity: &'static str,
    at: Option<String>,
    words: BTreeMap<&'a str, WordOrCount<'a>>,
    sentence: String,
}

#[derive(Serialize)]
#[serde(untagged)]
enum WordOrCount<'a> {
    Word(&'a str),
    Count(u64),
    Day(String),
}

pub(super) fn diagnostics<'a>(report: &Report<'a>) -> Vec<Remark<'a>> {
    let remarks = report.diagnostics.iter().map(|diagnostic| Remark {
        code: diagnostic.code.name(),
        severity: match diagnostic.severity() {
            Severity::Note => "note",
            Severity::Warning => "warning",
            Severity::Error => "error",
        },
        at: diagnostic.at.as_ref().map(ToString::to_string),
        words: diagnostic
            .words
            .iter()
            .map(|(name, word)| match word {
                Word::Text(text) | Word::Term(text) => (name.as_str(), WordOrCount::Word(text)),
                Word::Count(count) => (name.as_str(), WordOrCount::Count(*count)),
                Word::Day(_) => {
                    (name.as_str(), WordOrCount::Day(word.day().map_or_else(String::new, |day| day.to_string())))
                }
            })
            .collect(),
        sentence: report.language.sentence_of(diagnostic),
    });
    remarks.collect()
}
