//! The terminal's share: a summary of one screen, what was understood of the inputs, what is wrong in them, and
//! messages in one shape.
//!
//! Text comes with colour; the stream it is written to takes the colour away where it is not wanted.

mod check;
mod inspection;
mod width;

use std::fmt::Write;

use anstyle::{AnsiColor, Style};

use crate::diagnostic::{Diagnostic, Severity, Word};
use crate::i18n::Language;
use crate::i18n::format::{integer, moment, percent_range, purse_short};
use crate::measure::{AgeStatus, Measured, PromiseResult, Rule};
use crate::model::{Purse, StageKind, Tally};

use super::intake::{Cells, file_names};
use super::quality::{kinds, severity_name};
use super::{Report, since};

pub use check::{Places, check};
pub use inspection::inspection;

const BAR_WIDTH: usize = 30;
const NAME_WIDTH: usize = 24;

/// The summary of a report, ending with where its files are.
pub fn summary(report: &Report<'_>, folder: &str, files: &[&str]) -> String {
    let mut text = String::new();
    headline(&mut text, report);
    funnel(&mut text, report);
    promises(&mut text, report);
    findings(&mut text, report);
    remarks(&mut text, report);
    let files = files.join(", ");
    let written =
        report.language.say("terminal-written", &[("folder", Word::from(folder)), ("files", Word::from(files))]);
    line(&mut text, &written);
    text
}

/// One message: severity and code, the sentence, where, and what to do.
///
/// ```text
/// warning[unreadable-date]: cannot read the date “31.02.2026” (column “Data kontaktu”)
///   --> pipeline.xlsx › Szanse!D17
///   = type the date as 2026-01-31; until then the cell counts as empty
/// ```
pub fn message(diagnostic: &Diagnostic, language: Language) -> String {
    let mut text = heading(diagnostic, language);
    text.push('\n');
    if let Some(at) = &diagnostic.at {
        line(&mut text, &format!("  --> {}", visible(&at.to_string())));
    }
    if let Some(hint) = language.hint_of(diagnostic) {
        line(&mut text, &format!("  = {}", visible(&hint)));
    }
    text
}

fn heading(diagnostic: &Diagnostic, language: Language) -> String {
    let severity = language.text(&format!("severity-{}", severity_name(diagnostic.severity())));
    let style = severity_style(diagnostic.severity());
    let sentence = visible(&language.sentence_of(diagnostic));
    format!("{style}{severity}[{}]{style:#}: {sentence}", diagnostic.code.name())
}

fn severity_style(severity: Severity) -> Style {
    let colour = match severity {
        Severity::Error => AnsiColor::Red,
        Severity::Warning => AnsiColor::Yellow,
        Severity::Note => AnsiColor::Cyan,
    };
    Style::new().fg_color(Some(colour.into())).bold()
}

fn headline(text: &mut String, report: &Report<'_>) {
    let language = report.language;
    let totals = &report.measures.totals;
    let files = visible(&file_names(report.inputs, language));
    let bold = Style::new().bold();
    let title = language.say("terminal-title", &[("as_of", Word::from(moment(report.book.as_of, language)))]);
    line(text, &format!("{bold}{title}{bold:#} · {files}"));
    let worth = |count: usize, value: &Purse| {
        let count = integer(count as i64, language);
        if value.is_empty() { count } else { format!("{count} ({})", purse_short(value, language)) }
    };
    let words = [
        ("count", Word::from(totals.deals)),
        ("open", Word::from(worth(totals.open, &totals.open_value))),
        ("won", Word::from(worth(totals.won, &totals.won_value))),
        ("lost", Word::from(worth(totals.lost, &totals.lost_value))),
        ("deferred", Word::from(worth(totals.deferred, &totals.deferred_value))),
    ];
    line(text, &language.say("terminal-totals", &words));
    let skipped = report.book.tally.rows_skipped();
    if skipped > 0 {
        line(text, &language.say("terminal-skipped", &[("count", Word::from(skipped))]));
    }
    if let Some(since) = since::sentence(report) {
        line(text, &since);
    }
    line(text, "");
}

fn funnel(text: &mut String, report: &Report<'_>) {
    let language = report.language;
    let rungs = &report.measures.funnel.stages;
    let widest = rungs.iter().map(|rung| rung.reached).max().unwrap_or(0).max(1);
    for rung in rungs {
        let stage = report.book.pipeline.stage(rung.stage);
        let name = width::left(&visible(language.stage_name(stage)), NAME_WIDTH);
        let filled = (rung.reached * BAR_WIDTH).div_ceil(widest);
        let colour = if stage.kind == StageKind::Won { AnsiColor::Green } else { AnsiColor::Blue };
        let style = Style::new().fg_color(Some(colour.into()));
        let bar = format!("{style}{}{style:#}{}", "█".repeat(filled), " ".repeat(BAR_WIDTH - filled));
        let onward = rung.step.as_ref().and_then(|step| Some((step.rate_low?, step.rate_high?)));
        let onward = onward.map_or(String::new(), |(low, high)| {
            let share = percent_range(low, high, 0, language);
            format!("   {}", language.say("terminal-onward", &[("share", Word::from(share))]))
        });
        line(text, &format!("  {name} {bar} {:>7}{onward}", integer(rung.reached as i64, language)));
    }
    if report.measures.funnel.losses_unplaced > 0 {
        let count = Word::from(report.measures.funnel.losses_unplaced);
        line(text, &format!("  {}", language.say("loss-stage-unknown", &[("count", count)])));
    }
    line(text, "");
}

fn promises(text: &mut String, report: &Report<'_>) {
    let both = [("first-contact", &report.measures.first_contact), ("follow-up", &report.measures.follow_up)];
    for (name, promise) in both {
        let sentence = match promise {
            Measured::Known(result) => kept(name, result, report.language),
            Measured::Unknown(reason) => {
                let reason = Word::term(format!("unmeasured-{name}-{}", reason.name()));
                report.language.say(&format!("terminal-{name}-unknown"), &[("reason", reason)])
            }
        };
        line(text, &sentence);
    }
    let stalled: Vec<usize> = report
        .measures
        .stalled
        .deals
        .iter()
        .filter(|ageing| ageing.status == AgeStatus::Stalled)
        .map(|ageing| ageing.deal)
        .collect();
    let value: Purse = stalled.iter().filter_map(|deal| report.book.deals[*deal].value).collect();
    let words = [("count", Word::from(stalled.len())), ("value", Word::from(purse_short(&value, report.language)))];
    line(text, &report.language.say("terminal-stalled", &words));
    line(text, "");
}

fn kept(name: &str, result: &PromiseResult, language: Language) -> String {
    let limit = Word::from(result.limit_hours.round() as u64);
    match (result.clock.share_low, result.clock.share_high) {
        (Some(low), Some(high)) => {
            let share = percent_range(low, high, 0, language);
            let words = [
                ("limit", limit),
                ("share", Word::from(share)),
                ("open", Word::from(result.clock.mature.cannot_tell)),
                ("count", Word::from(result.clock.n)),
                ("waiting", Word::from(integer(result.clock.open_overdue.len() as i64, language))),
            ];
            let untold = if result.clock.is_told() { "" } else { "-untold" };
            language.say(&format!("terminal-{name}{untold}"), &words)
        }
        _ => language.say(&format!("terminal-{name}-young"), &[("limit", limit)]),
    }
}

fn findings(text: &mut String, report: &Report<'_>) {
    let language = report.language;
    let count = Word::from(report.measures.findings.len());
    line(text, &language.say("terminal-findings", &[("count", count)]));
    for rule in Rule::ALL {
        let count = report.measures.findings.iter().filter(|finding| finding.rule == *rule).count();
        if count > 0 {
            let name = language.text(&format!("rule-{}", rule.name()));
            line(text, &format!("  {:>5}  {name}", integer(count as i64, language)));
        }
    }
    line(text, "");
}

/// Warnings, one line a code with its first place; all of them are on the sheet of data quality.
fn remarks(text: &mut String, report: &Report<'_>) {
    let kinds = kinds(report.diagnostics.iter().filter(|diagnostic| diagnostic.severity() >= Severity::Warning));
    for kind in &kinds {
        let first = kind.first();
        let place = first.at.as_ref().map_or(String::new(), |at| format!(" ({})", visible(&at.to_string())));
        let more = match kind.cases.len() {
            1 => String::new(),
            count => report.language.say("terminal-more", &[("count", Word::from(count - 1))]),
        };
        line(text, &format!("{}{place}{more}", heading(first, report.language)));
    }
    if !kinds.is_empty() {
        line(text, &report.language.text("terminal-quality"));
        line(text, "");
    }
}

/// `413 rows read = 402 deals + 0 further rows + 11 skipped`.
fn sum_of_rows(tally: &Tally, language: Language) -> String {
    let words = [
        ("count", Word::from(tally.rows_read)),
        ("deals", Word::from(tally.deal_rows)),
        ("history", Word::from(tally.history_rows)),
        ("skipped", Word::from(tally.rows_skipped())),
    ];
    language.say("rows-sum", &words)
}

/// `20 in the header + 5,800 read + 4 outside the table`.
fn sum_of_cells(cells: &Cells, language: Language) -> String {
    let parts = cells.parts().into_iter().filter(|(_, count)| *count > 0);
    let parts = parts.map(|(name, count)| {
        format!("{} {}", integer(count as i64, language), language.text(&format!("cells-{name}")))
    });
    parts.collect::<Vec<_>>().join(" + ")
}

fn line(text: &mut String, content: &str) {
    writeln!(text, "{content}").expect("a string takes every line");
}

/// Text from the input as a terminal may show it: control characters and marks that turn the direction of
/// writing become visible escapes.
pub fn visible(text: &str) -> String {
    let turns =
        |letter: char| matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.chars()
        .flat_map(|letter| {
            let escape = letter.is_control() || turns(letter);
            let escaped = escape.then(|| letter.escape_unicode()).into_iter().flatten();
            escaped.chain((!escape).then_some(letter))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::diagnostic::Code;
    use crate::locus::Locus;

    fn plain(text: &str) -> String {
        anstream::adapter::strip_str(text).to_string()
    }

    #[test]
    fn a_message_says_what_where_and_what_to_do() {
        let file: Arc<str> = "pipeline.xlsx".into();
        let sheet: Arc<str> = "Szanse".into();
        let diagnostic = Diagnostic::new(Code::UnreadableDate)
            .at(Locus::sheet(&file, Some(&sheet)).at_cell(17, 3))
            .with("value", "31.02.2026")
            .with("header", "Data kontaktu");
        assert_eq!(
            plain(&message(&diagnostic, Language::Pl)),
            "ostrzeżenie[unreadable-date]: nie rozumiem daty „31.02.2026” (kolumna „Data kontaktu”)\n  \
             --> pipeline.xlsx › Szanse!D17\n  \
             = wpisz datę jako 31.01.2026; do tego czasu komórka liczy się jako pusta\n"
        );
    }

    #[test]
    fn control_characters_and_direction_marks_are_shown_not_obeyed() {
        assert_eq!(visible("a\u{1b}[31mb\u{202e}c"), "a\\u{1b}[31mb\\u{202e}c");
        assert_eq!(visible("Łódź – „x”"), "Łódź – „x”");
    }
}
