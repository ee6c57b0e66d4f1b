//! `lejek report`: the five steps one after the other, and the files they end in.

use std::collections::BTreeMap;
use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{iter, thread};

use crate::cli::ReportArgs;
use crate::diagnostic::{Code, Diagnostic};
use crate::error::Result;
use crate::measure::{self, Rule};
use crate::output;
use crate::report::chart::Picture;
use crate::report::{self, Report, terminal};
use crate::settings::{Conversion, ConversionDays, ConversionRule, Settings};
use crate::template::Target;

use super::take_in::has_warning;
use super::understand::understand;
use super::{ANY, Console, Status, code_unknown, print, speaks_for};

pub(super) fn run(arguments: &ReportArgs, console: &mut Console) -> Result<Status> {
    let fail_on = rules(&arguments.fail_on)?;
    let (language, settings, mut taken, book) =
        understand(&arguments.read, arguments.history.as_deref(), console)?.into_book()?;
    // The deals hold what there is to say; of a year of copies, the rows are many.
    taken.readings = Vec::new();
    let period = speaks_for::period(&arguments.period, settings.as_of)?;
    let mut settings = Settings { conversion: conversion(arguments), period, ..settings };
    if let Some(typed) = &arguments.target {
        settings.template.target = Some(target(typed)?);
    }
    let measures = measure::measure(&book, &settings);
    taken.diagnostics.extend(speaks_for::out_of_date(book.as_of, measures.newest_fact));
    taken.diagnostics.extend(report::workbook::cuts(&book));

    let report = Report {
        language,
        settings: &settings,
        chosen: &taken.chosen,
        inputs: &taken.files,
        book: &book,
        measures: &measures,
        diagnostics: &taken.diagnostics,
    };
    let mut documents = documents(&report, Forms::of(&arguments.pictures))?;
    if arguments.split_by.is_some() {
        documents.splice(0..0, handouts(&report)?);
    }
    let files: Vec<(&str, &[u8])> = documents.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    output::write_all(&arguments.output, &files, &taken.inputs.paths())?;
    if let Some(remembering) = &mut taken.remembering {
        remembering.keep()?;
    }

    console.complain(&taken.inputs.refused);
    if arguments.json {
        print(&String::from_utf8_lossy(files.iter().find(|(name, _)| *name == JSON).map_or(&[], |(_, json)| json)));
    } else if !arguments.quiet {
        let names = shown_names(&files);
        let folder = arguments.output.display().to_string();
        print(&terminal::summary(&report, &folder, &names));
    }
    let found = measures.findings.iter().any(|finding| fail_on.contains(&finding.rule));
    Ok(taken.status(|remarks| found || (arguments.strict && has_warning(remarks))))
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
/// workbook, the page and the pictures are made side by side; the workbook, which takes most memory, here, where the sheets
/// have left room.
fn documents(report: &Report<'_>, forms: Forms) -> Result<Vec<(String, Vec<u8>)>> {
    let (workbook, others) = thread::scope(|scope| {
        let json = scope.spawn(|| report::json::json(report));
        let shown = scope.spawn(|| shown(report, forms));
        let workbook = report::workbook::workbook(report);
        let mut others = made(shown);
        others.push((JSON.to_owned(), made(json)));
        (workbook, others)
    });
    let workbook = workbook.map_err(|cause| unwritable("report.xlsx", &cause))?;
    Ok(others.into_iter().chain([("report.xlsx".to_owned(), workbook)]).collect())
}

/// The pictures in these forms, and the page that shows them.
fn shown(report: &Report<'_>, forms: Forms) -> Vec<(String, Vec<u8>)> {
    let pictures = report::chart::pictures(report);
    thread::scope(|scope| {
        let painted = scope.spawn(|| if forms.png { painted(&pictures) } else { Vec::new() });
        let page = report::page::page(report, &pictures);
        let mut files = made(painted);
        if forms.svg {
            files.extend(pictures.iter().map(|one| (format!("{}.svg", one.name), one.svg().into_bytes())));
        }
        files.push((PAGE.to_owned(), page));
        files
    })
}

/// The pictures as PNG files, by as many painters as there are processors: a page of pixels is large, and more of them
/// at once would be no sooner.
fn painted(pictures: &[Picture]) -> Vec<(String, Vec<u8>)> {
    let painters = thread::available_parallelism().map_or(1, NonZero::get).min(pictures.len());
    let next = AtomicUsize::new(0);
    let paint = || {
        let turn = || pictures.get(next.fetch_add(1, Ordering::Relaxed));
        iter::from_fn(turn).map(|one| (one.name, one.png())).collect::<Vec<_>>()
    };
    let mut files: BTreeMap<&str, Vec<u8>> = thread::scope(|scope| {
        let running: Vec<_> = (0..painters).map(|_| scope.spawn(paint)).collect();
        running.into_iter().flat_map(made).collect()
    });
    pictures.iter().filter_map(|one| Some((format!("{}.png", one.name), files.remove(one.name)?))).collect()
}

fn unwritable(file: &str, cause: &report::workbook::Failure) -> Diagnostic {
    Diagnostic::new(Code::OutputUnwritable).with("file", file).with("cause", cause.to_string())
}

/// One small workbook a seller.
fn handouts(report: &Report<'_>) -> Result<Vec<(String, Vec<u8>)>> {
    let handouts = report::workbook::handouts(report).map_err(|cause| unwritable("to-do-….xlsx", &cause))?;
    Ok(handouts.into_iter().map(|handout| (handout.file, handout.workbook)).collect())
}

/// The files to name on the terminal, the workbook first; those of single sellers as one.
fn shown_names<'a>(files: &[(&'a str, &[u8])]) -> Vec<&'a str> {
    let of_seller = |name: &str| name.starts_with("to-do-");
    let mut names: Vec<&str> = files.iter().map(|(name, _)| *name).filter(|name| !of_seller(name)).rev().collect();
    if files.iter().any(|(name, _)| of_seller(name)) {
        names.push("to-do-*.xlsx");
    }
    names
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
            None if name == ANY => rules.extend(Rule::ALL),
            None => return Err(code_unknown(name, Rule::ALL.iter().map(|rule| rule.name()).chain([ANY])).into()),
        }
    }
    Ok(rules)
}
