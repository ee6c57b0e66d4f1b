//! `lejek report`: the five steps one after the other, and the files they end in.

use std::thread;

use crate::cli::ReportArgs;
use crate::diagnostic::{Code, Diagnostic};
use crate::error::Result;
use crate::measure::{self, Rule};
use crate::output;
use crate::report::chart::Picture;
use crate::report::{self, Report, terminal};
use crate::settings::{Conversion, ConversionDays, ConversionRule, Settings};

use super::take_in::has_warning;
use super::understand::understand;
use super::{ANY, Console, Status, code_unknown, print, speaks_for};

pub(super) fn run(arguments: &ReportArgs, console: &mut Console) -> Result<Status> {
    let fail_on = rules(&arguments.fail_on)?;
    let (language, settings, mut taken, book) = understand(&arguments.read, console)?.into_book()?;
    let period = speaks_for::period(&arguments.period, settings.as_of)?;
    let settings = Settings { conversion: conversion(arguments), period, ..settings };
    let measures = measure::measure(&book, &settings);
    taken.diagnostics.extend(speaks_for::out_of_date(book.as_of, measures.newest_fact));

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

    console.complain(&taken.inputs.refused);
    if arguments.json {
        print(&String::from_utf8_lossy(files.iter().find(|(name, _)| *name == JSON).map_or(&[], |(_, json)| json)));
    } else if !arguments.quiet {
        let mut names: Vec<&str> = files.iter().map(|(name, _)| *name).collect();
        names.reverse();
        let folder = arguments.output.display().to_string();
        print(&terminal::summary(&report, &folder, &names));
    }
    let found = measures.findings.iter().any(|finding| fail_on.contains(&finding.rule));
    Ok(taken.status(|remarks| found || (arguments.strict && has_warning(remarks))))
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
            None if name == ANY => rules.extend(Rule::ALL),
            None => return Err(code_unknown(name, Rule::ALL.iter().map(|rule| rule.name()).chain([ANY])).into()),
        }
    }
    Ok(rules)
}
