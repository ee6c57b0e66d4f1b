//! `lejek report`: the five steps one after the other, and the files they end in.

use std::thread;

use crate::cli::ReportArgs;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::error::Result;
use crate::measure::{self, Measures, Rule};
use crate::model::{Book, Moment};
use crate::output;
use crate::report::chart::Picture;
use crate::report::{self, Report, terminal};
use crate::settings::{Conversion, ConversionDays, ConversionRule, Settings};

use super::take_in::TakenIn;
use super::understand::understand;
use super::{Console, Status, print};

/// Facts this many days older than as-of make the report say so at its top.
const OUT_OF_DATE_AFTER_DAYS: f64 = 14.0;

pub(super) fn run(arguments: &ReportArgs, console: &mut Console) -> Result<Status> {
    let fail_on = rules(&arguments.fail_on)?;
    let (language, settings, mut taken, book) =
        understand(&arguments.read, arguments.history.as_deref(), console)?.into_book()?;
    let settings = Settings { conversion: conversion(arguments), ..settings };
    let measures = measure::measure(&book, &settings);
    taken.diagnostics.extend(out_of_date(&book, &measures));

    let report = Report {
        language,
        settings: &settings,
        chosen: &taken.chosen,
        inputs: &taken.files,
        book: &book,
        measures: &measures,
        diagnostics: &taken.diagnostics,
    };
    let documents = documents(&report)?;
    let files: Vec<(&str, &[u8])> = documents.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    output::write_all(&arguments.output, &files, &taken.inputs.paths())?;
    if let Some(remembering) = &mut taken.remembering {
        remembering.keep()?;
    }

    console.complain(&taken.inputs.refused);
    if arguments.json {
        print(&String::from_utf8_lossy(files.iter().find(|(name, _)| *name == JSON).map_or(&[], |(_, json)| json)));
    } else if !arguments.quiet {
        let mut names: Vec<&str> = files.iter().map(|(name, _)| *name).collect();
        names.reverse();
        let folder = arguments.output.display().to_string();
        print(&terminal::summary(&report, &folder, &names));
    }
    Ok(status(arguments, &taken, &measures, &fail_on))
}

fn out_of_date(book: &Book, measures: &Measures) -> Option<Diagnostic> {
    let newest = measures.newest_fact?;
    let days = newest.days_until(Moment::Day(book.as_of.date()));
    (days > OUT_OF_DATE_AFTER_DAYS).then(|| {
        Diagnostic::new(Code::DataOutOfDate)
            .with("newest", newest.date())
            .with("newest_iso", newest.date().to_string())
            .with("as_of", book.as_of.date())
            .with("count", days as u64)
    })
}

const JSON: &str = "report.json";

/// Every document of a report by its file's name, the workbook last, so that it appears when all else is there. The
/// workbook and each picture are made side by side.
fn documents(report: &Report<'_>) -> Result<Vec<(String, Vec<u8>)>> {
    let (workbook, pictures) = thread::scope(|scope| {
        let workbook = scope.spawn(|| report::workbook::workbook(report));
        let pictures = painted(&report::chart::pictures(report));
        (workbook.join().expect("a bug in the workbook has said so already"), pictures)
    });
    let workbook = workbook.map_err(|cause| {
        Diagnostic::new(Code::OutputUnwritable).with("file", "report.xlsx").with("cause", cause.to_string())
    })?;
    let mut documents = pictures;
    documents.push((JSON.to_owned(), report::json::json(report)));
    documents.push(("report.xlsx".to_owned(), workbook));
    Ok(documents)
}

/// The pictures as files, each painted in a thread of its own.
fn painted(pictures: &[Picture]) -> Vec<(String, Vec<u8>)> {
    thread::scope(|scope| {
        let running: Vec<_> = pictures.iter().map(|picture| (picture.name, scope.spawn(|| picture.png()))).collect();
        let png = |bytes: thread::ScopedJoinHandle<'_, Vec<u8>>| bytes.join().expect("a bug in it has said so already");
        running.into_iter().map(|(name, bytes)| (format!("{name}.png"), png(bytes))).collect()
    })
}

/// How conversion is to be counted.
fn conversion(arguments: &ReportArgs) -> Conversion {
    let rule = ConversionRule::ALL.iter().copied().find(|rule| rule.name() == arguments.conversion);
    Conversion {
        rule: rule.unwrap_or_default(),
        days: arguments.conversion_days.map_or(ConversionDays::OfCycle, ConversionDays::Fixed),
    }
}

/// The rules that `--fail-on` names; `any` names all.
fn rules(names: &[String]) -> Result<Vec<Rule>> {
    let mut rules = Vec::new();
    for name in names {
        match Rule::ALL.iter().find(|rule| rule.name() == name) {
            Some(rule) => rules.push(*rule),
            None if name == "any" => rules.extend(Rule::ALL),
            None => return Err(Diagnostic::new(Code::CodeUnknown).with("value", name.as_str()).into()),
        }
    }
    Ok(rules)
}

fn status(arguments: &ReportArgs, taken: &TakenIn, measures: &Measures, fail_on: &[Rule]) -> Status {
    let warned = taken.diagnostics.iter().any(|diagnostic| diagnostic.severity() >= Severity::Warning);
    let found = measures.findings.iter().any(|finding| fail_on.contains(&finding.rule));
    if !taken.inputs.refused.is_empty() {
        Status::Failed
    } else if found || (arguments.strict && warned) {
        Status::Findings
    } else {
        Status::Done
    }
}
