//! The quality of the inputs in, its terminal view out: each kind of remark with its first places and what to do, the
//! gravest first; then how complete the key cells are and where rows and cells went.

use anstyle::{AnsiColor, Style};

use crate::diagnostic::{Severity, Word};
use crate::i18n::format::{integer, moment, percent};
use crate::locus::{Locus, column_letters};
use crate::report::intake::{Cells, file_names};
use crate::report::quality::{Kind, Quality, of_severity, severity_name};

use super::width::{left, right, wrapped};
use super::{line, severity_style, visible};

/// A window that nobody has made larger.
const SCREEN: usize = 80;

/// Sentences of one kind that are shown unless all are asked for.
const SENTENCES: usize = 3;

/// Lines of places that each of them gets.
const LINES_OF_PLACES: usize = 2;

/// Columns without a meaning that are named.
const COLUMNS: usize = 8;

const BAR_WIDTH: usize = 20;
const BOLD: Style = Style::new().bold();
const FAINT: Style = Style::new().dimmed();

/// How many places of a remark are named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Places {
    /// The first.
    First,
    /// All.
    All,
}

/// The whole view.
pub fn check(quality: &Quality<'_>, places: Places) -> String {
    let kinds = quality.kinds();
    let view = View { quality, places };
    let mut text = String::new();
    view.head(&mut text, &kinds);
    for kind in &kinds {
        view.kind(&mut text, kind);
    }
    view.completeness(&mut text);
    view.rows(&mut text);
    view.cells(&mut text);
    view.columns(&mut text);
    if places == Places::First && !kinds.is_empty() {
        line(&mut text, "");
        paragraph(&mut text, "", &view.word("check-more"));
    }
    text
}

struct View<'a> {
    quality: &'a Quality<'a>,
    places: Places,
}

impl View<'_> {
    fn word(&self, key: &str) -> String {
        self.quality.language.text(key)
    }

    fn say(&self, key: &str, words: &[(&str, Word)]) -> String {
        self.quality.language.say(key, words)
    }

    fn count(&self, count: usize) -> String {
        integer(count as i64, self.quality.language)
    }

    fn title(&self, text: &mut String, key: &str) {
        line(text, "");
        line(text, &format!("{BOLD}{}{BOLD:#}", self.word(key)));
    }

    fn head(&self, text: &mut String, kinds: &[Kind<'_>]) {
        let language = self.quality.language;
        let title = self.say("check-title", &[("as_of", moment(self.quality.as_of(), language).into())]);
        line(text, &format!("{BOLD}{title}{BOLD:#}"));
        paragraph(text, "", &file_names(self.quality.inputs, language));
        let severities = [Severity::Error, Severity::Warning, Severity::Note];
        let counts = severities.map(|severity| (severity, of_severity(kinds, severity)));
        let counts: Vec<String> = counts
            .into_iter()
            .filter(|(severity, count)| *count > 0 || *severity == Severity::Warning)
            .map(|(severity, count)| {
                self.say(&format!("count-{}s", severity_name(severity)), &[("count", count.into())])
            })
            .collect();
        let found = if kinds.is_empty() { self.word("check-nothing") } else { counts.join(" · ") };
        paragraph(text, "", &found);
    }

    fn kind(&self, text: &mut String, kind: &Kind<'_>) {
        let language = self.quality.language;
        let severity = self.word(&format!("severity-{}", severity_name(kind.severity())));
        let style = severity_style(kind.severity());
        line(text, "");
        line(
            text,
            &format!(
                "{style}{severity}[{}]{style:#} {BOLD}{}{BOLD:#}: {}",
                kind.code.name(),
                kind.title(language),
                self.count(kind.cases.len())
            ),
        );
        let sentences = kind.sentences(language);
        let shown = if self.places == Places::All { sentences.len() } else { SENTENCES };
        for (sentence, places) in sentences.iter().take(shown) {
            paragraph(text, "  · ", sentence);
            self.places(text, places);
        }
        let more: usize = sentences.iter().skip(shown).map(|(_, places)| places.len()).sum();
        if more > 0 {
            paragraph(text, "  · ", &self.say("check-further", &[("count", more.into())]));
        }
        if let Some(hint) = language.hint_of(kind.first()) {
            paragraph(text, "  = ", &hint);
        }
    }

    /// The places of one sentence, those of a sheet behind its name.
    fn places(&self, text: &mut String, places: &[&Locus]) {
        const BEGIN: &str = "    --> ";
        if places.is_empty() {
            return;
        }
        let listed = by_sheet(places).join("; ");
        let lines = wrapped(&visible(&listed), SCREEN - BEGIN.len() - " …".len());
        let shown = if self.places == Places::All { lines.len() } else { LINES_OF_PLACES.min(lines.len()) };
        for (place, part) in lines.iter().take(shown).enumerate() {
            let begin = if place == 0 { BEGIN } else { "        " };
            let goes_on = place + 1 == shown && shown < lines.len();
            let part = if goes_on { format!("{} …", part.trim_end_matches(',')) } else { part.clone() };
            line(text, &format!("{begin}{part}"));
        }
    }

    fn completeness(&self, text: &mut String) {
        self.title(text, "quality-completeness-title");
        for row in self.quality.completeness.iter().filter(|row| row.of > 0) {
            let name = left(&self.word(&format!("item-{}", row.item.name())), 34);
            let words = [("count", self.count(row.filled).into()), ("of", self.count(row.of).into())];
            let counts = right(&self.say("check-of", &words), 15);
            let share = row.filled as f64 / row.of as f64;
            let bar = if self.quality.has_no_column(row) {
                format!("{FAINT}{}{FAINT:#}", self.word("quality-no-column"))
            } else {
                let filled = (share * BAR_WIDTH as f64).floor() as usize;
                let blue = Style::new().fg_color(Some(AnsiColor::Blue.into()));
                let rest = "░".repeat(BAR_WIDTH - filled);
                format!("{blue}{}{blue:#}{FAINT}{rest}{FAINT:#}", "█".repeat(filled))
            };
            line(text, &format!("  {name} {counts} {} {bar}", right(&whole_percent(share, self.quality), 5)));
        }
    }

    /// Rows read = deals + further rows + rows left out, and those by their reasons.
    fn rows(&self, text: &mut String) {
        let tally = &self.quality.book.tally;
        self.title(text, "quality-rows");
        paragraph(text, "  ", &super::sum_of_rows(tally, self.quality.language));
        for (reason, rows) in &tally.skipped {
            let reason = self.word(&format!("skip-{}", reason.name()));
            paragraph(text, "  · ", &format!("{} – {reason}", self.count(*rows)));
        }
    }

    /// Where the cells of the sheets with deals went.
    fn cells(&self, text: &mut String) {
        let sum: Cells = self.quality.tables().filter_map(|sheet| sheet.cells).sum();
        self.title(text, "quality-cells");
        let words =
            [("count", Word::from(sum.all())), ("sum", super::sum_of_cells(&sum, self.quality.language).into())];
        paragraph(text, "  ", &self.say("check-cells", &words));
    }

    /// Columns that mean nothing to lejek, each with an example.
    fn columns(&self, text: &mut String) {
        let columns: Vec<_> = self.quality.unused_columns().collect();
        if columns.is_empty() {
            return;
        }
        self.title(text, "quality-unused-title");
        let shown = if self.places == Places::All { columns.len() } else { COLUMNS };
        for (sheet, column) in columns.iter().take(shown) {
            let example = column.example.as_deref().unwrap_or_default();
            let words = [
                ("place", Word::from(format!("{}!{}", sheet.at, column.letters))),
                ("header", column.header.as_str().into()),
                ("count", column.filled.into()),
                ("example", example.into()),
            ];
            paragraph(text, "  · ", &self.say("check-unused", &words));
        }
        let more = columns.len().saturating_sub(shown);
        if more > 0 {
            paragraph(text, "  · ", &self.say("check-further", &[("count", more.into())]));
        }
    }
}

/// Text over as many lines as it needs, each behind blanks as wide as `begin`.
fn paragraph(text: &mut String, begin: &str, content: &str) {
    let indent = begin.chars().count();
    for (place, part) in wrapped(&visible(content), SCREEN - indent).iter().enumerate() {
        let begin = if place == 0 { begin.to_owned() } else { " ".repeat(indent) };
        line(text, &format!("{begin}{part}"));
    }
}

/// Whole percent, but never all of it, or nothing, unless that is so.
fn whole_percent(share: f64, quality: &Quality<'_>) -> String {
    let share = if share < 1.0 { share.min(0.99) } else { share };
    percent(if share > 0.0 { share.max(0.01) } else { share }, 0, quality.language)
}

/// `pipeline.xlsx › Szanse!D17, D19`: the places of each sheet in a row, in the order in which the sheets first stand.
fn by_sheet(places: &[&Locus]) -> Vec<String> {
    let mut sheets: Vec<(Locus, Vec<String>)> = Vec::new();
    for place in places {
        let sheet = Locus::sheet(&place.file, place.sheet.as_ref());
        let column = place.column.map(column_letters).unwrap_or_default();
        let cell = column + &place.row.map(|row| row.to_string()).unwrap_or_default();
        match sheets.iter_mut().rev().find(|(known, _)| *known == sheet) {
            Some((_, cells)) => cells.push(cell),
            None => sheets.push((sheet, vec![cell])),
        }
    }
    let named = sheets.into_iter().map(|(sheet, cells)| {
        let cells: Vec<String> = cells.into_iter().filter(|cell| !cell.is_empty()).collect();
        if cells.is_empty() { sheet.to_string() } else { format!("{sheet}!{}", cells.join(", ")) }
    });
    named.collect()
}
