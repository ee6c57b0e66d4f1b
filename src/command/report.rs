//! `lejek report`: the five steps one after the other, and the files they end in.

use std::thread;

use crate::cli::ReportArgs;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::error::Result;
use crate::measure::{self, Measures, Rule};
use crate::model::{Book, Moment};
use crate::output;
use crate::report::{self, Report, terminal};
use crate::settings::{Conversion, ConversionDays, ConversionRule, Settings};
use crate::template::Target;

use super::take_in::TakenIn;
use super::understand::understand;
use super::{Console, Status, print, speaks_for};

/// Facts this many days older than as-of make the report say so at its top.
const OUT_OF_DATE_AFTER_DAYS: f64 = 14.0;

pub(super) fn run(arguments: &ReportArgs, console: &mut Console) -> Result<Status> {
    let fail_on = rules(&arguments.fail_on)?;
    let (language, settings, mut taken, book) = understand(&arguments.read, console)?.into_book()?;
    let period = speaks_for::period(&arguments.period, settings.as_of)?;
    let mut settings = Settings { conversion: conversion(arguments), period, ..settings };
    if let Some(typed) = &arguments.target {
        settings.template.target = Some(target(typed)?);
    }
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
    let documents = documents(&report, Forms::of(&arguments.pictures))?;
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
const PAGE: &str = "report.html";

/// Which files a picture becomes.
#[derive(Debug, Clone, Copy, Default)]
struct Forms {
    png: bool,
    svg: bool,
}

impl Forms {
    /// The forms that `--pictures` names; `none` names none.
    fn of(names: &[String]) -> Self {
        let named = |form: &str| names.iter().any(|name| name == form);
        Self { png: named("png"), svg: named("svg") }
    }
}

/// Every document of a report by its file's name, the workbook last, so that it appears when all else is there. The
/// workbook, the page and each picture are made side by side.
fn documents(report: &Report<'_>, forms: Forms) -> Result<Vec<(String, Vec<u8>)>> {
    let (workbook, others) = thread::scope(|scope| {
        let workbook = scope.spawn(|| report::workbook::workbook(report));
        let json = scope.spawn(|| report::json::json(report));
        let mut others = shown(report, forms);
        others.push((JSON.to_owned(), made(json)));
        (made(workbook), others)
    });
    let workbook = workbook.map_err(|cause| {
        Diagnostic::new(Code::OutputUnwritable).with("file", "report.xlsx").with("cause", cause.to_string())
    })?;
    Ok(others.into_iter().chain([("report.xlsx".to_owned(), workbook)]).collect())
}

/// The pictures in these forms, each painted in a thread of its own, and the page that shows them.
fn shown(report: &Report<'_>, forms: Forms) -> Vec<(String, Vec<u8>)> {
    let pictures = report::chart::pictures(report);
    thread::scope(|scope| {
        let mut running = Vec::new();
        for picture in pictures.iter().filter(|_| forms.png) {
            running.push((picture.name, scope.spawn(|| picture.png())));
        }
        let page = report::page::page(report, &pictures);
        let painted = running.into_iter().map(|(name, png)| (format!("{name}.png"), made(png)));
        let mut files: Vec<(String, Vec<u8>)> = painted.collect();
        if forms.svg {
            files.extend(pictures.iter().map(|one| (format!("{}.svg", one.name), one.svg().into_bytes())));
        }
        files.push((PAGE.to_owned(), page));
        files
    })
}

/// What a thread has made; a bug in it goes on here.
fn made<T>(thread: thread::ScopedJoinHandle<'_, T>) -> T {
    thread.join().unwrap_or_else(|bug| std::panic::resume_unwind(bug))
}

/// How conversion is to be counted.
fn conversion(arguments: &ReportArgs) -> Conversion {
    let rule = ConversionRule::ALL.iter().copied().find(|rule| rule.name() == arguments.conversion);
    Conversion {
        rule: rule.unwrap_or_default(),
        days: arguments.conversion_days.map_or(ConversionDays::OfCycle, ConversionDays::Fixed),
    }
}

/// What is to be sold.
fn target(typed: &str) -> Result<Target> {
    Target::parse(typed).ok_or_else(|| Diagnostic::new(Code::TargetUnreadable).with("value", typed).into())
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
