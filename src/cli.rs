//! The command line: what can be typed, and its help in the user's language. What the arguments mean is decided in
//! `command/`.

use std::path::PathBuf;

use clap::{Arg, ArgAction, Args, Command, CommandFactory, Parser, Subcommand};

use crate::i18n::Language;

/// What was typed.
#[derive(Debug, Parser)]
#[command(name = "lejek", version, max_term_width = 100, disable_help_subcommand = true)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub verb: Verb,
}

/// One verb a file in `command/`.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Write the report.
    Report(ReportArgs),
    /// Show what was understood of the sheets.
    Inspect(InspectArgs),
    /// List, show or forget what `--history` keeps.
    History(HistoryArgs),
    /// Say what is wrong or missing in the sheets.
    Check(CheckArgs),
    /// List the built-in templates, or print one.
    Templates(TemplatesArgs),
    /// Say what a message or a finding means.
    Explain(ExplainArgs),
}

/// What every verb that reads sheets is told.
#[derive(Debug, Args)]
pub struct ReadArgs {
    /// Sheets to read.
    #[arg(required = true, value_name = "INPUT")]
    pub inputs: Vec<PathBuf>,
    /// Built-in template's name, or a file.
    #[arg(short, long, value_name = "NAME|FILE")]
    pub template: Option<String>,
    /// The moment to speak for.
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<String>,
    /// Language of what is written.
    #[arg(short, long, value_name = "pl|en", value_parser = ["pl", "en"], hide_possible_values = true)]
    pub lang: Option<String>,
    /// When a file stood as it is.
    #[arg(long, value_name = "FILE=DATE")]
    pub copy_date: Vec<String>,
}

/// `lejek report`.
#[derive(Debug, Args)]
pub struct ReportArgs {
    /// What to read, and how.
    #[command(flatten)]
    pub read: ReadArgs,
    /// Folder for the report.
    #[arg(short, long, value_name = "FOLDER", default_value = "lejek-report")]
    pub output: PathBuf,
    /// Where earlier states of the sheets are kept.
    #[arg(long, value_name = "FILE.db")]
    pub history: Option<PathBuf>,
    /// Which deals count at a stage.
    #[arg(long, value_name = "RULE", value_parser = ["reached", "strict", "snapshot"], default_value = "reached")]
    pub conversion: String,
    /// Horizon of conversion in days.
    #[arg(long, value_name = "DAYS", value_parser = clap::value_parser!(u32).range(1..=3650))]
    pub conversion_days: Option<u32>,
    /// Which days to hold against those before.
    #[arg(long, value_name = "week|month|quarter|FROM..TO", default_value = "week")]
    pub period: String,
    /// Also write one small workbook for each of these.
    #[arg(long, value_name = "owner", value_parser = ["owner"], hide_possible_values = true)]
    pub split_by: Option<String>,
    /// Forms of the pictures.
    #[arg(long, value_name = "FORM", value_delimiter = ',', value_parser = ["png", "svg", "none"], default_value = "png")]
    pub pictures: Vec<String>,
    /// What is to be sold.
    #[arg(long, value_name = "AMOUNT[/month|quarter|year]")]
    pub target: Option<String>,
    /// Findings of these rules make the run end with status 1.
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub fail_on: Vec<String>,
    /// Warnings make the run end with status 1.
    #[arg(long)]
    pub strict: bool,
    /// Print report.json instead of the summary.
    #[arg(long, conflicts_with = "quiet")]
    pub json: bool,
    /// Print nothing but errors.
    #[arg(short, long)]
    pub quiet: bool,
}

/// `lejek inspect`.
#[derive(Debug, Args)]
pub struct InspectArgs {
    /// What to read, and how.
    #[command(flatten)]
    pub read: ReadArgs,
    /// Print the same as JSON.
    #[arg(long)]
    pub json: bool,
    /// Save it as a template to edit.
    #[arg(short, long, value_name = "FILE.toml")]
    pub write: Option<PathBuf>,
    /// Replace that file when it is there.
    #[arg(long, requires = "write")]
    pub force: bool,
}

/// `lejek history`.
#[derive(Debug, Args)]
pub struct HistoryArgs {
    /// The memory.
    #[arg(value_name = "FILE.db")]
    pub file: PathBuf,
    /// The copy to print.
    #[arg(long, value_name = "NUMBER", conflicts_with_all = ["keep", "forget_before"])]
    pub show: Option<i64>,
    /// Forget all but so many.
    #[arg(long, value_name = "COPIES", conflicts_with = "forget_before")]
    pub keep: Option<usize>,
    /// Forget what is older.
    #[arg(long, value_name = "DATE")]
    pub forget_before: Option<String>,
}

/// `lejek check`.
#[derive(Debug, Args)]
pub struct CheckArgs {
    /// What to read, and how.
    #[command(flatten)]
    pub read: ReadArgs,
    /// Print every place.
    #[arg(short, long)]
    pub all: bool,
    /// Messages with these codes make the run end with status 1.
    #[arg(long, value_name = "CODE", value_delimiter = ',')]
    pub fail_on: Vec<String>,
    /// Warnings make the run end with status 1.
    #[arg(long)]
    pub strict: bool,
    /// Print the same as JSON.
    #[arg(long)]
    pub json: bool,
}

/// `lejek templates`.
#[derive(Debug, Args)]
pub struct TemplatesArgs {
    /// The template to print.
    #[arg(value_name = "NAME")]
    pub name: Option<String>,
}

/// `lejek explain`.
#[derive(Debug, Args)]
pub struct ExplainArgs {
    /// A message's code, or a finding's rule.
    #[arg(value_name = "CODE")]
    pub code: Option<String>,
}

/// The command line with its help in this language: every verb and argument has its sentence in the catalogue
/// under `cli-<verb>` and `cli-<verb>-<argument>`, or, for arguments that mean the same to all, `cli-<argument>`.
pub fn command(language: Language) -> Command {
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
    let mut command = dressed(Cli::command().disable_version_flag(true).arg(version), "cli", language)
        .subcommand_help_heading(language.text("cli-heading-verbs"));
    let verbs: Vec<String> = command.get_subcommands().map(|verb| verb.get_name().to_owned()).collect();
    for name in verbs {
        command = command.mut_subcommand(&name, |verb| dressed(verb, &format!("cli-{name}"), language));
    }
    command
}

/// One verb with its sentences: what it does, what each argument is, and the headings between them.
fn dressed(command: Command, key: &str, language: Language) -> Command {
    let heading =
        |arg: &Arg| language.text(if arg.is_positional() { "cli-heading-arguments" } else { "cli-heading-options" });
    command
        .about(language.text(key))
        .help_template(format!("{{about}}\n\n{}: {{usage}}\n\n{{all-args}}", language.text("cli-heading-usage")))
        .mut_args(|arg| {
            let name = arg.get_id().as_str().replace('_', "-");
            let own = format!("{key}-{name}");
            let help = language.text(&if language.catalogue().has(&own) { own } else { format!("cli-{name}") });
            let heading = heading(&arg);
            arg.help(help).help_heading(heading)
        })
        .disable_help_flag(true)
        .arg(
            Arg::new("help")
                .short('h')
                .long("help")
                .action(ArgAction::Help)
                .help(language.text("cli-help"))
                .help_heading(language.text("cli-heading-options")),
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_consistent_in_every_language() {
        for language in Language::ALL {
            command(language).debug_assert();
        }
    }

    #[test]
    fn help_speaks_the_language() {
        let help =
            |language| command(language).find_subcommand_mut("report").expect("a verb").render_help().to_string();
        assert!(help(Language::Pl).contains("Użycie: "), "{}", help(Language::Pl));
        assert!(help(Language::En).contains("Usage: "), "{}", help(Language::En));
        assert!(!help(Language::Pl).contains("Options"), "{}", help(Language::Pl));
    }
}
