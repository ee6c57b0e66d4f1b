//! The command line: what can be typed. What it means is decided in [`crate::settings`] and `command/`.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

/// From the sheets of a sales team to a report: where deals are lost, which stall, who waits for a call.
#[derive(Debug, Parser)]
#[command(name = "lejek", version, about, max_term_width = 100)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub verb: Verb,
}

/// One verb a file in `command/`.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Write the report: report.xlsx, pictures, report.json, and a summary on the terminal
    Report(ReportArgs),
    /// List the built-in templates, or print one to copy and edit
    Templates(TemplatesArgs),
    /// Say what a message or a finding means and what to do
    Explain(ExplainArgs),
}

/// `lejek report`.
#[derive(Debug, Args)]
pub struct ReportArgs {
    /// Sheets to read: .xlsx, .xlsm, .xls, .xlsb, .ods, .csv
    #[arg(required = true, value_name = "INPUT")]
    pub inputs: Vec<PathBuf>,
    /// Folder for the report
    #[arg(short, long, value_name = "FOLDER", default_value = "lejek-report")]
    pub output: PathBuf,
    /// Pipeline and its rules: a built-in name, or a .toml file
    #[arg(short, long, value_name = "NAME|FILE")]
    pub template: Option<String>,
    /// The moment the report speaks for: 2026-11-20, or 2026-11-20T16:00; else the date in the file's name, else today
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<String>,
    /// Language of the report; else that of the sheet's headers
    #[arg(short, long, value_name = "pl|en", value_parser = ["pl", "en"])]
    pub lang: Option<String>,
    /// End with status 1 when there are findings of these rules (`lejek explain` lists them), or `any`
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub fail_on: Vec<String>,
    /// End with status 1 when there is any warning about the sheets
    #[arg(long)]
    pub strict: bool,
    /// Print report.json on standard output instead of the summary
    #[arg(long, conflicts_with = "quiet")]
    pub json: bool,
    /// Print nothing but errors
    #[arg(short, long)]
    pub quiet: bool,
}

/// `lejek templates`.
#[derive(Debug, Args)]
pub struct TemplatesArgs {
    /// The template to print
    pub name: Option<String>,
}

/// `lejek explain`.
#[derive(Debug, Args)]
pub struct ExplainArgs {
    /// A message's code, or a finding's rule; without it all are listed
    pub code: Option<String>,
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_consistent() {
        super::Cli::command().debug_assert();
    }
}
