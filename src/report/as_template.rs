//! An inspection in, a template to edit out: what was understood as lines that a run obeys, and beside them, as
//! comments, how surely, why, and an example.
//!
//! A run with the file as it is written gives the same report. So what is but a guess stays a comment, to be confirmed
//! by taking away its `#`: a stage that no template knows, an order of dates that no cell proves.

use std::collections::BTreeSet;

use crate::diagnostic::Word;
use crate::i18n::format::{integer, percent};
use crate::model::{Currency, Stage, StageKind, StageOrigin};
use crate::template::DateOrder;

use super::inspection::Inspection;
use super::intake::{ColumnReading, InputColumn, InputSheet};

/// Comments beside the lines of one block begin at one place, unless a line is longer than this.
const LONGEST_LINE: usize = 60;

/// Between a line and its comment, until all lines of the block are known. No text has one: see [`one_line`] and
/// [`quoted`].
const MARK: char = '\t';

/// The template; `extends` names the one that the run used.
pub fn as_template(inspection: &Inspection<'_>, extends: &str) -> String {
    let mut draft = Draft { inspection, text: String::new() };
    draft.head(extends);
    draft.dates();
    draft.currency();
    draft.stages();
    for sheet in first_tables(inspection) {
        draft.sheet(sheet);
    }
    draft.left_out();
    aligned(&draft.text)
}

/// The text with the comments of each block, which ends with an empty line, below one another.
fn aligned(text: &str) -> String {
    let mut lines = String::new();
    for block in text.split_inclusive("\n\n") {
        let codes = block.lines().filter_map(|line| line.split_once(MARK)).map(|(code, _)| code.chars().count());
        let width = codes.filter(|width| *width <= LONGEST_LINE).max().unwrap_or(0);
        for line in block.lines() {
            match line.split_once(MARK) {
                Some((code, comment)) => lines.push_str(&format!("{code:<width$} # {comment}")),
                None => lines.push_str(line),
            }
            lines.push('\n');
        }
    }
    lines
}

/// The tables that a part of the template can fix: of a sheet with several the first.
fn first_tables<'a>(inspection: &Inspection<'a>) -> Vec<&'a InputSheet> {
    let mut seen = BTreeSet::new();
    inspection.sheets().filter(|sheet| sheet.layout.is_some() && seen.insert(&sheet.at)).collect()
}

struct Draft<'a> {
    inspection: &'a Inspection<'a>,
    text: String,
}

impl Draft<'_> {
    fn line(&mut self, line: &str) {
        self.text.push_str(line.trim_end());
        self.text.push('\n');
    }

    /// A line with a comment beside it.
    fn beside(&mut self, line: &str, comment: &str) {
        self.line(&format!("{line}{MARK}{}", one_line(comment)));
    }

    /// A comment on a line of its own.
    fn comment(&mut self, key: &str, words: &[(&str, Word)]) {
        let sentence = self.inspection.language.say(key, words);
        for line in sentence.lines() {
            self.line(&format!("# {}", one_line(line)));
        }
    }

    fn word(&self, key: &str) -> String {
        self.inspection.language.text(key)
    }

    fn count(&self, count: usize) -> String {
        integer(count as i64, self.inspection.language)
    }

    fn head(&mut self, extends: &str) {
        let files: Vec<&str> = self.inspection.inputs.iter().map(|input| input.file.as_str()).collect();
        self.comment("written-head", &[("files", files.join(", ").into())]);
        self.line("");
        let why = self.inspection.chosen.say(self.inspection.language);
        self.beside(&format!("extends = {}", quoted(extends)), &why);
        let without = self.without();
        if !without.is_empty() {
            let keys: Vec<String> = without.into_iter().map(quoted).collect();
            self.beside(&format!("without = [{}]", keys.join(", ")), &self.word("written-without"));
        }
    }

    /// Stages of the template that the sheets do not use. They are left out by themselves, but for a pipeline to which
    /// the file adds a stage.
    fn without(&self) -> Vec<&str> {
        let stages = self.inspection.stages();
        let of_template = &self.inspection.settings.template.stages;
        if !stages.iter().any(|stage| !self.is_in_template(stage) && self.has_column(stage)) {
            return Vec::new();
        }
        let unused = of_template.iter().filter(|rule| stages.iter().all(|stage| stage.key != rule.key));
        unused.map(|rule| rule.key.as_str()).collect()
    }

    fn is_in_template(&self, stage: &Stage) -> bool {
        self.inspection.settings.template.stages.iter().any(|rule| rule.key == stage.key)
    }

    /// Whether a column is tied to the stage, so that the file must know it.
    fn has_column(&self, stage: &Stage) -> bool {
        let tied = |column: &InputColumn| {
            let field = column.field.as_deref().and_then(|field| field.split_once(':'));
            field.is_some_and(|(_, key)| key == stage.key)
        };
        first_tables(self.inspection).into_iter().flat_map(|sheet| &sheet.columns).any(tied)
    }

    /// The order of day and month: a line where cells prove it, a comment where it is but assumed.
    fn dates(&mut self) {
        let readings = self.inspection.sheets().flat_map(|sheet| &sheet.columns).filter_map(|column| column.reading);
        let orders: Vec<(DateOrder, bool)> = readings
            .filter_map(|reading| match reading {
                ColumnReading::Dates { order, proved } => Some((order, proved)),
                ColumnReading::Marks | ColumnReading::Amounts(_) => None,
            })
            .collect();
        let Some((order, _)) = orders.first() else { return };
        if orders.iter().any(|(other, _)| other != order) {
            self.line("");
            self.comment("written-dates-differ", &[]);
            return;
        }
        let line = format!("date-order = {}", quoted(order.name()));
        if orders.iter().all(|(_, proved)| *proved) {
            self.beside(&line, &self.word("written-dates-proved"));
        } else {
            self.beside(&format!("# {line}"), &self.word("written-dates-assumed"));
        }
    }

    fn currency(&mut self) {
        let deals = self.inspection.book.map_or(&[][..], |book| &book.deals);
        let unstated = deals.iter().filter_map(|deal| deal.value).any(|value| value.currency == Currency::UNSTATED);
        if unstated {
            self.beside("# currency = \"PLN\"", &self.word("written-currency"));
        }
    }

    /// The stages in order, each with the words that lead to it.
    fn stages(&mut self) {
        let stages: Vec<&Stage> =
            self.inspection.stages().iter().filter(|stage| stage.kind != StageKind::Vanished).collect();
        if stages.is_empty() {
            return;
        }
        self.line("");
        self.comment("written-stages", &[]);
        for stage in stages {
            if self.is_in_template(stage) {
                self.stage_of_template(stage);
            } else {
                self.further_stage(stage);
            }
        }
    }

    fn stage_of_template(&mut self, stage: &Stage) {
        let name = self.inspection.language.stage_name(stage).to_owned();
        self.line("[[stage]]");
        self.beside(&format!("key = {}", quoted(&stage.key)), &name);
        let known = self.inspection.words_of_template;
        let (own, others): (Vec<_>, Vec<_>) = stage.words.iter().partition(|(word, _)| known.contains(word));
        if !own.is_empty() {
            self.line("aliases = [");
            for (word, rows) in own {
                let rows = self.inspection.language.say("written-rows", &[("count", (*rows).into())]);
                self.beside(&format!("  {},", quoted(word)), &rows);
            }
            self.line("]");
        }
        for (word, rows) in others {
            let words = [("word", Word::from(word.as_str())), ("count", Word::from(*rows))];
            self.comment("written-word-by-meaning", &words);
        }
        self.line("");
    }

    /// A stage that the template lacks. It stays a comment unless a column is tied to it: its place is a guess, or it is
    /// found again by itself.
    fn further_stage(&mut self, stage: &Stage) {
        let rows: usize = stage.words.iter().map(|(_, rows)| rows).sum();
        let name = self.inspection.language.stage_name(stage);
        let key = if stage.origin == StageOrigin::Sheet { "written-stage-guessed" } else { "written-stage-of-field" };
        self.comment(key, &[("stage", name.into()), ("count", rows.into())]);
        let mark = if self.has_column(stage) { "" } else { "# " };
        let words: Vec<String> = stage.words.iter().map(|(word, _)| quoted(word)).collect();
        let kind = match stage.kind {
            StageKind::Won => Some("won"),
            StageKind::Lost => Some("lost"),
            StageKind::Deferred => Some("deferred"),
            StageKind::Open | StageKind::Vanished => None,
        };
        let mut lines = vec![
            "[[stage]]".to_owned(),
            format!("key = {}", quoted(&stage.key)),
            format!("name = {{ pl = {}, en = {} }}", quoted(&stage.name_pl), quoted(&stage.name_en)),
        ];
        lines.extend(kind.map(|kind| format!("kind = {}", quoted(kind))));
        if !words.is_empty() {
            lines.push(format!("aliases = [{}]", words.join(", ")));
        }
        if stage.default_limit_days > 0.0 {
            lines.push(format!("default-limit = \"{}d\"", stage.default_limit_days));
        }
        for line in lines {
            self.line(&format!("{mark}{line}"));
        }
        self.line("");
    }

    fn sheet(&mut self, sheet: &InputSheet) {
        let skipped: usize = sheet.skipped.values().map(Vec::len).sum();
        let words = [
            ("sheet", Word::from(sheet.at.to_string())),
            ("count", Word::from(sheet.rows)),
            ("used", self.count(sheet.rows - skipped).into()),
        ];
        self.comment("written-sheet", &words);
        self.line("[[sheet]]");
        self.sheet_names(sheet, "");
        self.beside("use = true", &self.word("written-use"));
        if let Some(row) = sheet.header_row {
            self.line(&format!("header-row = {row}"));
        }
        let layout = sheet.layout.unwrap_or_default();
        self.beside(&format!("layout = {}", quoted(layout)), &self.word(&format!("layout-{layout}")));
        for reason in &sheet.layout_reasons {
            self.line(&format!("# · {}", one_line(&reason.say(self.inspection.language))));
        }
        self.line("[sheet.columns]");
        let (used, unused): (Vec<_>, Vec<_>) = sheet.columns.iter().partition(|column| column.field.is_some());
        for (field, columns) in by_field(&used) {
            let key = if field.contains(':') { quoted(field) } else { field.to_owned() };
            if let [column] = columns.as_slice() {
                self.beside(&format!("{key} = [{}]", quoted(&column.name)), &self.about(column));
                continue;
            }
            self.line(&format!("{key} = ["));
            for column in columns {
                self.beside(&format!("  {},", quoted(&column.name)), &self.about(column));
            }
            self.line("]");
        }
        if !unused.is_empty() {
            self.comment("written-unused", &[]);
            for column in &unused {
                self.line(&format!("#   {}", one_line(&format!("{} – {}", column.name, self.about(column)))));
            }
            let names: Vec<String> = unused.iter().map(|column| quoted(&column.name)).collect();
            self.line(&format!("# ignore = [{}]", names.join(", ")));
        }
        self.line("");
    }

    /// Which sheet is meant: by its name, and by its file where the name does not tell.
    fn sheet_names(&mut self, sheet: &InputSheet, mark: &str) {
        let namesakes = self.inspection.sheets().filter(|other| other.at.sheet == sheet.at.sheet);
        let files: BTreeSet<&str> = namesakes.map(|other| &*other.at.file).collect();
        if sheet.at.sheet.is_none() || files.len() > 1 {
            let pattern = without_date(&sheet.at.file);
            let of_file = |file: &&str| without_date(file) == pattern;
            let alone = files.iter().copied().filter(of_file).count() == 1;
            let file = if alone { &pattern } else { &*sheet.at.file };
            let line = format!("{mark}file = {}", quoted(file));
            if *file == *sheet.at.file {
                self.line(&line);
            } else {
                self.beside(&line, &self.word("written-any-date"));
            }
        }
        if let Some(name) = &sheet.at.sheet {
            self.line(&format!("{mark}name = {}", quoted(name)));
        }
    }

    /// Column, certainty, reason, example.
    fn about(&self, column: &InputColumn) -> String {
        let language = self.inspection.language;
        let mut parts = vec![column.letters.clone()];
        if column.field.is_some() {
            parts.push(percent(column.score, 0, language));
        }
        parts.push(self.word(&format!("column-reason-{}", column.reason)));
        if let Some(example) = &column.example {
            parts.push(language.say("written-example", &[("example", example.as_str().into())]));
        }
        parts.join(" · ")
    }

    /// Sheets without deals, as comments: they are left out by themselves.
    fn left_out(&mut self) {
        let inspection = self.inspection;
        for sheet in inspection.sheets() {
            let Some(why) = sheet.left_out.filter(|why| *why != "empty") else { continue };
            let why = Word::term(format!("left-out-{why}"));
            self.comment("written-left-out", &[("sheet", sheet.at.to_string().into()), ("reason", why)]);
            self.line("# [[sheet]]");
            self.sheet_names(sheet, "# ");
            self.line("# header-row = 1");
            self.line("");
        }
    }
}

/// The columns of each field, in the order in which the fields first stand on the sheet: several columns of a board
/// hold names.
fn by_field<'c>(columns: &[&'c InputColumn]) -> Vec<(&'c str, Vec<&'c InputColumn>)> {
    let mut fields: Vec<(&str, Vec<&InputColumn>)> = Vec::new();
    for column in columns {
        let Some(field) = column.field.as_deref() else { continue };
        match fields.iter_mut().find(|(known, _)| *known == field) {
            Some((_, same)) => same.push(column),
            None => fields.push((field, vec![column])),
        }
    }
    fields
}

/// The name of a file with `*` for a date in it, so that it stands for the file of every week.
fn without_date(file: &str) -> String {
    const FEWEST_DIGITS: usize = 6;
    let is_digit = |letter: char| letter.is_ascii_digit();
    let mut rest = file;
    let mut pattern = String::new();
    while let Some(start) = rest.find(is_digit) {
        let run = &rest[start..];
        let end = run.find(|letter: char| !is_digit(letter) && !matches!(letter, '-' | '.' | '_' | 'W'));
        let run = run[..end.unwrap_or(run.len())].trim_end_matches(|letter| !is_digit(letter));
        pattern.push_str(&rest[..start]);
        pattern.push_str(if run.matches(is_digit).count() >= FEWEST_DIGITS { "*" } else { run });
        rest = &rest[start + run.len()..];
    }
    pattern + rest
}

/// Text for a comment: nothing in it can end the line.
fn one_line(text: &str) -> String {
    text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect()
}

/// A text as TOML writes it.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' => quoted.extend(['\\', letter]),
            letter if letter.is_control() => quoted.push_str(&format!("\\u{:04X}", u32::from(letter))),
            letter => quoted.push(letter),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_in_names_of_files_stand_for_any() {
        for (file, pattern) in [
            ("pipeline_2026-11-20.csv", "pipeline_*.csv"),
            ("20.11.2026 lejek.csv", "* lejek.csv"),
            ("crm-2026-W47.csv", "crm-*.csv"),
            ("export20261120_140500.csv", "export*.csv"),
            ("team 7 (3).csv", "team 7 (3).csv"),
        ] {
            assert_eq!(without_date(file), pattern);
        }
    }

    #[test]
    fn texts_are_quoted_as_toml_reads_them() {
        for text in ["Łódź", "a \"b\" \\ c", "two\nlines\tand\u{7f}", "#1 = x"] {
            let line = format!("key = {}", quoted(text));
            let table: toml::Table = line.parse().expect("TOML");
            assert_eq!(table["key"].as_str(), Some(text));
        }
    }
}
