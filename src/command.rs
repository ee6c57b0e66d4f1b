//! One file a verb. This layer alone knows the clock, the environment and the terminal.
//!
//! Status: 0 all done; 1 findings that `--fail-on` or `--strict` asked for; 2 could not do it, or not all of it.

mod check;
mod clock;
mod copy_dates;
mod explain;
mod history;
mod inputs;
mod inspect;
mod intake;
mod remember;
mod report;
mod speaks_for;
mod take_in;
mod templates;
mod understand;

use std::ffi::OsString;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use clap::FromArgMatches;

use crate::cli::{self, Cli, Verb};
use crate::diagnostic::{Code, Diagnostic};
use crate::error::Error;
use crate::i18n::Language;
use crate::read;
use crate::report::terminal;
use crate::suggest::nearest;

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// All done.
    Done,
    /// Done, and there are findings of the kind that was asked for.
    Findings,
    /// Not done, or not all of it: an input was left out.
    Failed,
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        Self::from(status as u8)
    }
}

/// Runs lejek with these arguments, the program's name first.
pub fn run(arguments: Vec<OsString>) -> ExitCode {
    // The hidden verb of the child process that reads one file; see `read`.
    if let [_, verb, file] = arguments.as_slice()
        && verb == read::CHILD_VERB
    {
        return read::serve(Path::new(file), std::io::stdout().lock());
    }
    let mut console = Console::from_environment();
    let typed = cli::command(console.language).try_get_matches_from(arguments);
    let cli = match typed.and_then(|typed| Cli::from_arg_matches(&typed)) {
        Ok(cli) => cli,
        Err(refusal) => {
            // A closed pipe is no error of ours.
            let _ = refusal.print();
            return if refusal.use_stderr() { Status::Failed.into() } else { Status::Done.into() };
        }
    };
    let outcome = match &cli.verb {
        Verb::Report(arguments) => report::run(arguments, &mut console),
        Verb::Inspect(arguments) => inspect::run(arguments, &mut console),
        Verb::History(arguments) => history::run(arguments, &mut console),
        Verb::Check(arguments) => check::run(arguments, &mut console),
        Verb::Templates(arguments) => templates::run(arguments, &mut console),
        Verb::Explain(arguments) => explain::run(arguments, &mut console),
    };
    let status = outcome.unwrap_or_else(|Error { causes }| {
        console.complain(&causes);
        Status::Failed
    });
    status.into()
}

/// What `--fail-on` calls everything that it can name.
const ANY: &str = "any";

/// The refusal of a code that does not exist, with the known one that was probably meant.
fn code_unknown<'n>(code: &str, known: impl Iterator<Item = &'n str>) -> Diagnostic {
    let known: Vec<&str> = known.collect();
    let meant = nearest(code, &known).unwrap_or("none");
    Diagnostic::new(Code::CodeUnknown).with("value", code).with("suggestion", meant)
}

/// Prints on standard output. A closed pipe is no error.
fn print(text: &str) {
    let _ = anstream::stdout().write_all(text.as_bytes());
}

/// Where messages go, and in which language.
#[derive(Debug)]
pub(crate) struct Console {
    language: Language,
    fixed: bool,
}

impl Console {
    /// `LEJEK_LANG` fixes the language of messages; else the locale proposes one.
    fn from_environment() -> Self {
        let set = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
        let fixed = set("LEJEK_LANG").and_then(|name| Language::from_locale(&name));
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(set);
        let proposed = locale.and_then(|name| Language::from_locale(&name));
        Self { language: fixed.or(proposed).unwrap_or(Language::En), fixed: fixed.is_some() }
    }

    /// The language of messages from here on, unless the environment fixes it.
    fn speak(&mut self, language: Language) {
        if !self.fixed {
            self.language = language;
        }
    }

    /// Prints messages on standard error, each with its place and its advice.
    fn complain(&self, diagnostics: &[Diagnostic]) {
        for diagnostic in diagnostics {
            let _ = anstream::stderr().write_all(terminal::message(diagnostic, self.language).as_bytes());
        }
    }
}
