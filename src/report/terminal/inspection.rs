//! An inspection in, its terminal view out: sheet by sheet what was understood, why, and how surely; then the stages.

use std::path::Path;

use anstyle::{AnsiColor, Style};
use unicode_width::UnicodeWidthStr;

use crate::diagnostic::{Code, Severity, Word};
use crate::i18n::format::{integer, moment, percent};
use crate::locus::Locus;
use crate::model::StageKind;
use crate::report::inspection::{Inspection, is_guessed};
use crate::report::intake::{Cells, ColumnReading, InputColumn, InputSheet};
use crate::report::quality::kinds;

use super::width::{SCREEN, cut, left, right, wrapped};
use super::{line, severity_style, visible};

/// Where the text begins behind the names of facts.
const INDENT: usize = 14;

/// Below this score the eye should stop.
const DOUBTFUL: f64 = 0.7;

/// Rows that are named one by one.
const ROWS_NAMED: usize = 8;

const BOLD: Style = Style::new().bold();
const FAINT: Style = Style::new().dimmed();

/// The whole view; `written` is the file that it was saved to.
pub fn inspection(inspection: &Inspection<'_>, written: Option<&Path>) -> String {
    let mut text = String::new();
    let view = View { inspection };
    view.head(&mut text);
    for sheet in inspection.sheets() {
        view.sheet(&mut text, sheet);
    }
    view.stages(&mut text);
    view.rows(&mut text);
    view.elsewhere(&mut text);
    view.advice(&mut text, written);
    text
}

struct View<'a> {
    inspection: &'a Inspection<'a>,
}

impl View<'_> {
    fn word(&self, key: &str) -> String {
        self.inspection.language.text(key)
    }

    fn say(&self, key: &str, words: &[(&str, Word)]) -> String {
        self.inspection.language.say(key, words)
    }

    /// A fact with its name, over as many lines as it needs.
    fn fact(&self, text: &mut String, key: &str, fact: &str) {
        let name = if key.is_empty() { String::new() } else { self.word(key) };
        for (place, part) in wrapped(&visible(fact), SCREEN - INDENT).iter().enumerate() {
            let name = if place == 0 { name.as_str() } else { "" };
            line(text, &format!("  {FAINT}{}{FAINT:#}{part}", left(name, INDENT - 2)));
        }
    }

    fn head(&self, text: &mut String) {
        let template = &self.inspection.settings.template.name;
        let why = self.inspection.chosen.say(self.inspection.language);
        self.fact(text, "inspect-template", &format!("{template} – {why}"));
        self.fact(text, "inspect-as-of", &moment(self.inspection.as_of(), self.inspection.language));
        line(text, "");
    }

    fn sheet(&self, text: &mut String, sheet: &InputSheet) {
        let hidden = if sheet.hidden { format!(" ({})", self.word("inspect-hidden")) } else { String::new() };
        line(text, &format!("{BOLD}{}{BOLD:#}{hidden}", visible(&sheet.at.to_string())));
        match (sheet.layout, sheet.left_out) {
            (Some(layout), _) => self.table(text, sheet, layout),
            (None, Some(why)) => {
                let why = Word::term(format!("left-out-{why}"));
                self.fact(text, "inspect-left-out", &self.say("inspect-left-out-why", &[("reason", why)]));
            }
            (None, None) => {}
        }
        line(text, "");
    }

    fn table(&self, text: &mut String, sheet: &InputSheet, layout: &str) {
        let language = self.inspection.language;
        self.fact(text, "inspect-layout", &self.word(&format!("layout-{layout}")));
        for reason in &sheet.layout_reasons {
            self.fact(text, "", &format!("· {}", reason.say(language)));
        }
        let header = match sheet.header_row {
            Some(row) => self.say("inspect-header-row", &[("row", row.to_string().into())]),
            None => self.word("inspect-no-header"),
        };
        self.fact(text, "inspect-header", &header);
        if let Some(says) = &sheet.name_says {
            self.fact(text, "inspect-name", &says.say(language));
        }
        if let Some(column) = &sheet.related_by {
            self.fact(text, "inspect-related", &self.say("inspect-related-by", &[("header", column.as_str().into())]));
        }
        self.fact(text, "inspect-rows", &self.rows_of(sheet));
        for (reason, rows) in &sheet.skipped {
            let words = [("reason", Word::term(format!("skip-{reason}"))), ("rows", self.named_rows(rows).into())];
            self.fact(text, "", &format!("· {}", self.say("inspect-skipped", &words)));
        }
        if let Some(cells) = sheet.cells.as_ref().filter(|cells| **cells != Cells::default()) {
            self.fact(text, "inspect-cells", &super::sum_of_cells(cells, language));
        }
        self.columns(text, sheet);
        self.remarks(text, &sheet.at);
    }

    fn rows_of(&self, sheet: &InputSheet) -> String {
        let skipped: usize = sheet.skipped.values().map(Vec::len).sum();
        let words = [("count", Word::from(sheet.rows)), ("used", self.count(sheet.rows - skipped).into())];
        self.say("inspect-rows-read", &words)
    }

    fn named_rows(&self, rows: &[u32]) -> String {
        let named: Vec<String> = rows.iter().take(ROWS_NAMED).map(u32::to_string).collect();
        let more = if rows.len() > ROWS_NAMED { " …" } else { "" };
        let words = [("count", Word::from(rows.len())), ("rows", format!("{}{more}", named.join(", ")).into())];
        self.say("inspect-row-numbers", &words)
    }

    fn count(&self, count: usize) -> String {
        integer(count as i64, self.inspection.language)
    }

    fn columns(&self, text: &mut String, sheet: &InputSheet) {
        line(text, "");
        let widths = Widths::of(self, sheet);
        let heads = ["inspect-header", "inspect-meaning", "inspect-sure", "inspect-why", "inspect-example"];
        let [header, field, score, why, example] = heads.map(|key| self.word(key));
        line(
            text,
            &format!("{FAINT}{}{FAINT:#}", widths.row(["", &header, &field, &score, &why, &example]).trim_end()),
        );
        for column in &sheet.columns {
            line(text, self.column(column, &widths).trim_end());
            if let Some(reading) = column.reading.and_then(|reading| self.reading(reading)) {
                line(text, &format!("{FAINT}{}↳ {reading}{FAINT:#}", " ".repeat(LETTERS + 4)));
            }
        }
    }

    fn column(&self, column: &InputColumn, widths: &Widths) -> String {
        let language = self.inspection.language;
        let field = self.meaning(column);
        let score = if column.field.is_some() { percent(column.score, 0, language) } else { String::new() };
        let why = self.word(&format!("column-reason-{}", column.reason));
        let example = column.example.as_deref().map(visible).unwrap_or_default();
        let row = widths.row([&column.letters, &visible(&column.header), &field, &score, &why, &example]);
        let style = match column.field {
            None => FAINT,
            Some(_) if column.score < DOUBTFUL => Style::new().fg_color(Some(AnsiColor::Yellow.into())),
            Some(_) => Style::new(),
        };
        format!("{style}{}{style:#}", row.trim_end())
    }

    fn meaning(&self, column: &InputColumn) -> String {
        let name = |key: &str| visible(self.inspection.stage_name(key));
        column.meaning(self.inspection.language, name).unwrap_or_else(|| "–".to_owned())
    }

    /// How the cells of a column were read, where it is worth a line.
    fn reading(&self, reading: ColumnReading) -> Option<String> {
        match reading {
            ColumnReading::Dates { order, proved } => {
                let key = if proved { "reading-dates-proved" } else { "reading-dates-assumed" };
                Some(self.say(key, &[("order", Word::term(format!("order-{}", order.name())))]))
            }
            ColumnReading::Marks => Some(self.word("reading-marks")),
            ColumnReading::Amounts(currency) => {
                currency.map(|currency| self.say("reading-amounts", &[("currency", currency.code().into())]))
            }
        }
    }

    /// What was noticed on a sheet, a line a code; rows that were skipped stand above already.
    fn remarks(&self, text: &mut String, at: &Locus) {
        let here = self.inspection.diagnostics.iter().filter(|diagnostic| {
            let place = diagnostic.at.as_ref();
            place.is_some_and(|place| place.file == at.file && place.sheet == at.sheet)
                && !matches!(diagnostic.code, Code::RowSkipped | Code::UnknownStage)
        });
        let kinds = kinds(here);
        if !kinds.is_empty() {
            line(text, "");
        }
        for kind in kinds {
            let first = kind.first();
            // The sentence on cells outside the table names its area itself.
            let place = first.at.as_ref().filter(|_| first.code != Code::CellsOutsideTable).map(place_on_sheet);
            let cell = place.filter(|place| !place.is_empty()).map_or(String::new(), |place| format!(" ({place})"));
            let more = match kind.cases.len() {
                1 => String::new(),
                count => self.say("terminal-more", &[("count", (count - 1).into())]),
            };
            let sentence = format!("{}{cell}{more}", self.inspection.language.sentence_of(first));
            let style = severity_style(first.severity());
            let mark = if first.severity() == Severity::Note { "·" } else { "!" };
            for (place, part) in wrapped(&visible(&sentence), SCREEN - 4).iter().enumerate() {
                let mark = if place == 0 { mark } else { " " };
                line(text, &format!("  {style}{mark}{style:#} {part}"));
            }
        }
    }

    /// The ladder from the first stage, then what is off it, each with the words of the sheets.
    fn stages(&self, text: &mut String) {
        let stages = self.inspection.stages();
        if stages.is_empty() {
            return;
        }
        let title = self.word("inspect-stages");
        line(text, &format!("{BOLD}{title}{BOLD:#}"));
        let names: Vec<String> =
            stages.iter().map(|stage| visible(self.inspection.language.stage_name(stage))).collect();
        let width = names.iter().map(|name| name.width()).max().unwrap_or(0).min(30);
        for (stage, name) in stages.iter().zip(&names) {
            let rank = stage.rank.map_or_else(|| "–".to_owned(), |rank| rank.to_string());
            let kind = match stage.kind {
                StageKind::Open => String::new(),
                StageKind::Won => self.word("state-won"),
                StageKind::Lost => self.word("state-lost"),
                StageKind::Deferred => self.word("state-deferred"),
                StageKind::Vanished => self.word("state-vanished"),
            };
            let words: Vec<String> =
                stage.words.iter().map(|(word, rows)| format!("{} ({})", visible(word), self.count(*rows))).collect();
            let words = if words.is_empty() { self.word("inspect-no-words") } else { words.join(", ") };
            let guessed =
                if is_guessed(stage) { format!(" – {}", self.word("inspect-guessed")) } else { String::new() };
            let begin = 4 + 2 + width + 2 + 11;
            let style = if is_guessed(stage) { severity_style(Severity::Warning) } else { Style::new() };
            for (place, part) in wrapped(&format!("{words}{guessed}"), SCREEN - begin).iter().enumerate() {
                let (rank, name, kind) =
                    if place == 0 { (rank.as_str(), name.as_str(), kind.as_str()) } else { ("", "", "") };
                let head = format!("{}  {}  {}", right(rank, 4), left(name, width), left(kind, 11));
                line(text, &format!("{style}{head}{style:#}{part}"));
            }
        }
        line(text, "");
    }

    /// Rows read = deals + further rows of the same deals + rows skipped.
    fn rows(&self, text: &mut String) {
        let Some(book) = self.inspection.book else { return };
        for part in wrapped(&super::sum_of_rows(&book.tally, self.inspection.language), SCREEN) {
            line(text, &part);
        }
    }

    /// What was noticed beside the sheets.
    fn elsewhere(&self, text: &mut String) {
        for diagnostic in self.inspection.diagnostics.iter().filter(|diagnostic| diagnostic.at.is_none()) {
            text.push_str(&super::message(diagnostic, self.inspection.language));
        }
    }

    /// Where the template is, or how to get one.
    fn advice(&self, text: &mut String, written: Option<&Path>) {
        let advice = match written {
            Some(path) => self.say("inspect-written", &[("file", path.display().to_string().into())]),
            None => self.word("inspect-mend"),
        };
        for part in wrapped(&visible(&advice), SCREEN) {
            line(text, &part);
        }
    }
}

/// `D17`, or `17` for a whole row: the place without the sheet, which stands above. Empty for a whole sheet.
fn place_on_sheet(at: &Locus) -> String {
    let column = at.column.map(crate::locus::column_letters).unwrap_or_default();
    let row = at.row.map(|row| row.to_string()).unwrap_or_default();
    format!("{column}{row}")
}

/// Places that an example gets at least.
const LEAST_EXAMPLE: usize = 16;

/// Places of a column's letters.
const LETTERS: usize = 3;

/// How wide the columns of a table of columns are.
struct Widths {
    header: usize,
    field: usize,
    score: usize,
    why: usize,
    example: usize,
}

impl Widths {
    /// As wide as what stands in them, within the screen.
    fn of(view: &View<'_>, sheet: &InputSheet) -> Self {
        let widest = |head: &str, text: &dyn Fn(&InputColumn) -> String| {
            let cells = sheet.columns.iter().map(|column| text(column).width());
            cells.chain([view.word(head).width()]).max().unwrap_or(0)
        };
        let mut widths = [
            widest("inspect-header", &|column| visible(&column.header)),
            widest("inspect-meaning", &|column| view.meaning(column)),
            widest("inspect-why", &|column| view.word(&format!("column-reason-{}", column.reason))),
        ];
        let score = view.word("inspect-sure").width().max(5);
        // Between the columns, and before the first, stand two blanks.
        let room = SCREEN - LETTERS - score - 6 * 2;
        while widths.iter().sum::<usize>() + LEAST_EXAMPLE > room {
            let widest = widths.iter_mut().max().expect("three columns");
            *widest -= 1;
        }
        let [header, field, why] = widths;
        Self { header, field, score, why, example: room - header - field - why }
    }

    fn row(&self, [letters, header, field, score, why, example]: [&str; 6]) -> String {
        format!(
            "  {}  {}  {}  {}  {}  {}",
            left(letters, LETTERS),
            left(header, self.header),
            left(field, self.field),
            right(score, self.score),
            left(why, self.why),
            cut(example, self.example)
        )
    }
}
