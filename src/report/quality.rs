//! What was noticed in, what is to be shown of it out: the kinds of remarks, the gravest first, and the sentences and
//! places of each. The base of `lejek check` and of the sheet of data quality.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::i18n::Language;
use crate::locus::Locus;
use crate::measure::{Completeness, CompletenessItem};
use crate::model::{Book, Moment};
use crate::settings::Settings;

use super::Report;
use super::intake::{Chosen, InputColumn, InputFile, InputSheet};

/// Everything that a document can say of the quality of the inputs.
#[derive(Debug, Clone, Copy)]
pub struct Quality<'a> {
    /// The language it is written in.
    pub language: Language,
    /// As-of and the template.
    pub settings: &'a Settings,
    /// Why it is this template.
    pub chosen: &'a Chosen,
    /// The input files and what was understood of them.
    pub inputs: &'a [InputFile],
    /// The deals.
    pub book: &'a Book,
    /// How many deals have their key cells filled.
    pub completeness: &'a [Completeness],
    /// What was noticed, in the order of the input.
    pub diagnostics: &'a [Diagnostic],
}

impl<'a> From<&Report<'a>> for Quality<'a> {
    fn from(report: &Report<'a>) -> Self {
        Self {
            language: report.language,
            settings: report.settings,
            chosen: report.chosen,
            inputs: report.inputs,
            book: report.book,
            completeness: &report.measures.completeness,
            diagnostics: report.diagnostics,
        }
    }
}

impl<'a> Quality<'a> {
    /// The moment it speaks for.
    pub fn as_of(&self) -> Moment {
        self.settings.as_of
    }

    /// The remarks by code.
    pub fn kinds(&self) -> Vec<Kind<'a>> {
        kinds(self.diagnostics)
    }

    /// The tables that were read.
    pub fn tables(&self) -> impl Iterator<Item = &'a InputSheet> + use<'a> {
        self.inputs.iter().flat_map(|input| &input.sheets).filter(|sheet| sheet.layout.is_some())
    }

    /// Whether no table has a column for what no deal has.
    pub fn has_no_column(&self, row: &Completeness) -> bool {
        let fields: &[&str] = match row.item {
            CompletenessItem::Value => &["value"],
            CompletenessItem::Owner => &["owner"],
            CompletenessItem::Source => &["source"],
            CompletenessItem::LostReason => &["lost-reason"],
            CompletenessItem::NextStep => &["next-step", "next-step-on"],
            CompletenessItem::InquiryDate
            | CompletenessItem::ContactDate
            | CompletenessItem::OfferDate
            | CompletenessItem::FollowUpDate
            | CompletenessItem::ClosedDate
            | CompletenessItem::StageSince => return false,
        };
        let has = |column: &InputColumn| column.field.as_deref().is_some_and(|field| fields.contains(&field));
        row.filled == 0 && !self.tables().any(|sheet| sheet.columns.iter().any(has))
    }

    /// The columns that mean nothing to lejek and hold something, each with its sheet.
    pub fn unused_columns(&self) -> impl Iterator<Item = (&'a InputSheet, &'a InputColumn)> + use<'a> {
        let of_sheet = |sheet: &'a InputSheet| sheet.columns.iter().map(move |column| (sheet, column));
        self.tables().flat_map(of_sheet).filter(|(_, column)| column.field.is_none() && column.filled > 0)
    }
}

/// All remarks with one code.
#[derive(Debug, Clone, PartialEq)]
pub struct Kind<'a> {
    /// Which code.
    pub code: Code,
    /// The remarks, in the order of the input; at least one.
    pub cases: Vec<&'a Diagnostic>,
}

/// The remarks by code: the gravest first, and of those the most frequent.
pub fn kinds<'a>(diagnostics: impl IntoIterator<Item = &'a Diagnostic>) -> Vec<Kind<'a>> {
    let mut by_code: BTreeMap<Code, Vec<&Diagnostic>> = BTreeMap::new();
    for diagnostic in diagnostics {
        by_code.entry(diagnostic.code).or_default().push(diagnostic);
    }
    let mut kinds: Vec<Kind<'_>> = by_code.into_iter().map(|(code, cases)| Kind { code, cases }).collect();
    kinds.sort_by_key(|kind| (Reverse(kind.severity()), Reverse(kind.cases.len()), kind.code));
    kinds
}

/// How many remarks are of this severity.
pub fn of_severity(kinds: &[Kind<'_>], severity: Severity) -> usize {
    kinds.iter().filter(|kind| kind.severity() == severity).map(|kind| kind.cases.len()).sum()
}

impl<'a> Kind<'a> {
    /// How grave they are.
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }

    /// The first of them.
    pub fn first(&self) -> &'a Diagnostic {
        self.cases[0]
    }

    /// What they are about, in a few words.
    pub fn title(&self, language: Language) -> String {
        language.title_of(self.code)
    }

    /// The different sentences of the remarks, each with the places of which it is true, in the order of the input.
    pub fn sentences(&self, language: Language) -> Vec<(String, Vec<&'a Locus>)> {
        let mut places: BTreeMap<String, usize> = BTreeMap::new();
        let mut sentences: Vec<(String, Vec<&Locus>)> = Vec::new();
        for case in &self.cases {
            let sentence = language.sentence_of(case);
            let place = *places.entry(sentence).or_insert_with_key(|sentence| {
                sentences.push((sentence.clone(), Vec::new()));
                sentences.len() - 1
            });
            sentences[place].1.extend(&case.at);
        }
        sentences
    }
}

/// Stable name for JSON and the catalogues.
pub fn severity_name(severity: Severity) -> &'static str {
    match severity {
        Severity::Note => "note",
        Severity::Warning => "warning",
        Severity::Error => "error",
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    #[test]
    fn kinds_come_gravest_first_and_their_sentences_once() {
        let file: Arc<str> = "a.csv".into();
        let at = |row| Locus::sheet(&file, None).at_row(row);
        let unreadable = |row, value: &str| {
            Diagnostic::new(Code::UnreadableDate).at(at(row)).with("value", value).with("header", "Data")
        };
        let diagnostics = [
            Diagnostic::new(Code::OwnerMissing).at(at(2)),
            unreadable(5, "jutro"),
            Diagnostic::new(Code::OwnerMissing).at(at(3)),
            unreadable(6, "wczoraj"),
            unreadable(9, "jutro"),
        ];
        let kinds = kinds(&diagnostics);
        assert_eq!(kinds.iter().map(|kind| kind.code).collect::<Vec<_>>(), [Code::UnreadableDate, Code::OwnerMissing]);
        assert_eq!(of_severity(&kinds, Severity::Warning), 3);
        let rows = |(_, places): &(String, Vec<&Locus>)| places.iter().filter_map(|at| at.row).collect::<Vec<_>>();
        let sentences: Vec<Vec<u32>> = kinds[0].sentences(Language::En).iter().map(rows).collect();
        assert_eq!(sentences, [vec![5, 9], vec![6]]);
        assert_eq!(kinds[1].sentences(Language::Pl).iter().map(rows).collect::<Vec<_>>(), [vec![2, 3]]);
    }
}
