//! What came in and how it was understood: files, sheets, columns, stages, remarks.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::diagnostic::{Diagnostic, Word};
use crate::i18n::Language;
use crate::model::{Book, Currency, StageKind, StageOrigin};
use crate::report::intake::{self, Chosen, InputFile};
use crate::report::quality::severity_name;
use crate::template;

use super::{moment, number, tidy};

/// The template, and why it is this one.
#[derive(Serialize)]
pub(super) struct Template<'a> {
    name: &'a str,
    chosen: &'static str,
    why: String,
    currency: Option<&'a str>,
    rates: BTreeMap<&'a str, f64>,
}

pub(super) fn template<'a>(template: &'a template::Template, chosen: &Chosen, language: Language) -> Template<'a> {
    Template {
        name: &template.name,
        chosen: chosen.name(),
        why: chosen.say(language),
        currency: template.currency.as_ref().map(Currency::code),
        rates: template.rates.iter().map(|(currency, rate)| (currency.code(), number(*rate))).collect(),
    }
}

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
    hidden: bool,
    layout_reasons: Vec<String>,
    name_says: Option<NameSays>,
    related_by: Option<&'a str>,
    header_row: Option<u32>,
    rows: usize,
    skipped: BTreeMap<&'static str, usize>,
}

/// What the sheet's name says of all its rows: of what kind that is, and what it says.
#[derive(Serialize)]
pub(super) struct NameSays {
    kind: &'static str,
    value: String,
}

pub(super) fn name_says(says: &intake::NameSays) -> NameSays {
    let value = match says {
        intake::NameSays::Stage(name) | intake::NameSays::Owner(name) | intake::NameSays::Period(name) => name.clone(),
        intake::NameSays::Copy(at) => moment(*at),
    };
    NameSays { kind: says.name(), value }
}

pub(super) fn inputs(inputs: &[InputFile], language: Language) -> Vec<Input<'_>> {
    let inputs = inputs.iter().map(|input| Input {
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
                hidden: sheet.hidden,
                layout_reasons: sheet.layout_reasons.iter().map(|reason| reason.say(language)).collect(),
                name_says: sheet.name_says.as_ref().map(name_says),
                related_by: sheet.related_by.as_deref(),
                header_row: sheet.header_row,
                rows: sheet.rows,
                skipped: sheet.skipped.iter().map(|(reason, rows)| (*reason, rows.len())).collect(),
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

pub(super) fn columns(inputs: &[InputFile]) -> Vec<Column<'_>> {
    let sheets = inputs.iter().flat_map(|input| input.sheets.iter().map(move |sheet| (input, sheet)));
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

pub(super) fn pipeline(book: &Book) -> Vec<Stage<'_>> {
    let pipeline = &book.pipeline;
    let mut here = vec![0; pipeline.stages.len()];
    for deal in &book.deals {
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
    Each(BTreeMap<&'a str, &'a str>),
}

pub(super) fn diagnostics(diagnostics: &[Diagnostic], language: Language) -> Vec<Remark<'_>> {
    let remarks = diagnostics.iter().map(|diagnostic| Remark {
        code: diagnostic.code.name(),
        severity: severity_name(diagnostic.severity()),
        at: diagnostic.at.as_ref().map(ToString::to_string),
        words: diagnostic
            .words
            .iter()
            .map(|(name, word)| match word {
                Word::Text(text) | Word::Term(text) => (name.as_str(), WordOrCount::Word(text)),
                Word::Count(count) => (name.as_str(), WordOrCount::Count(*count)),
                Word::Each(names) => {
                    let reasons = names.iter().map(|(name, term)| (name.as_str(), term.as_str()));
                    (name.as_str(), WordOrCount::Each(reasons.collect()))
                }
                Word::Day(_) => {
                    (name.as_str(), WordOrCount::Day(word.day().map_or_else(String::new, |day| day.to_string())))
                }
            })
            .collect(),
        sentence: language.sentence_of(diagnostic),
    });
    remarks.collect()
}
