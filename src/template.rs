//! A template is a pipeline with its rules: stages and their order, names, aliases, limits, promises,
//! calendar and, optionally, which headers mean what. `templates/*.toml` in, [`Template`] out.
//!
//! The format of the file is in [`file`](mod@file), how a file changes the template that it extends in [`assemble`], and what it
//! fixes about the reading of sheets in [`reading`].

mod assemble;
pub mod field;
mod file;
mod layout;
mod reading;
mod target;
mod unit;

pub use field::Field;
pub use layout::{DateOrder, Layout};
pub use target::{Target, TargetSpan};

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use rust_decimal::Decimal;

use crate::diagnostic::{Code, Diagnostic};
use crate::error::Result;
use crate::model::{Currency, StageKind};

/// The template of a run that names none.
const DEFAULT: &str = "universal";

/// The templates in the binary: name and text.
const BUILTIN: &[(&str, &str)] = &[
    ("universal", include_str!("../templates/universal.toml")),
    ("extended", include_str!("../templates/extended.toml")),
    ("b2b", include_str!("../templates/b2b.toml")),
    ("b2c", include_str!("../templates/b2c.toml")),
    ("hubspot", include_str!("../templates/hubspot.toml")),
    ("pipedrive", include_str!("../templates/pipedrive.toml")),
    ("salesforce", include_str!("../templates/salesforce.toml")),
    ("odoo", include_str!("../templates/odoo.toml")),
    ("zoho", include_str!("../templates/zoho.toml")),
    ("livespace", include_str!("../templates/livespace.toml")),
];

/// Names of the templates in the binary.
pub const BUILTIN_NAMES: &[&str] = &names();

const fn names() -> [&'static str; BUILTIN.len()] {
    let mut names = [""; BUILTIN.len()];
    let mut place = 0;
    while place < names.len() {
        names[place] = BUILTIN[place].0;
        place += 1;
    }
    names
}

/// The template of this name, or in this file; the universal one when none is named.
pub fn load(name_or_path: Option<&str>) -> Result<Template> {
    let name = name_or_path.unwrap_or(DEFAULT);
    if let Some(template) = builtin(name) {
        return Ok(template);
    }
    read(Path::new(name), &[])
}

/// The template in this file, which the files of these names extend.
fn read(path: &Path, extended_by: &[PathBuf]) -> Result<Template> {
    let shown = path.display().to_string();
    if !path.is_file() {
        return Err(missing(&shown).into());
    }
    let file = path.file_name().map_or_else(|| shown.as_str().into(), |file| file.to_string_lossy());
    let unreadable = |cause: std::io::Error| {
        Diagnostic::new(Code::TemplateUnreadable).with("file", &*file).with("cause", cause.to_string())
    };
    let text = std::fs::read_to_string(path).map_err(unreadable)?;
    let own = path.canonicalize().map_err(unreadable)?;
    if extended_by.contains(&own) {
        return Err(assemble::extends_itself(&file).into());
    }
    let chain = [extended_by, &[own]].concat();
    let folder = path.parent().unwrap_or(Path::new(""));
    assemble::template(&file, &text, &|base| builtin(base).map_or_else(|| read(&folder.join(base), &chain), Ok))
}

/// The template of this name in the binary.
pub fn builtin(name: &str) -> Option<Template> {
    source(name).map(|text| {
        let template = assemble::template(name, text, &|base| builtin(base).ok_or_else(|| missing(base).into()));
        template.expect("a test reads every built-in template")
    })
}

/// The built-in templates that an export's headers pick by themselves.
pub fn pickable() -> Vec<Template> {
    BUILTIN_NAMES.iter().filter_map(|name| builtin(name)).filter(|template| !template.known_by.is_empty()).collect()
}

/// The text of a template in the binary, as a file to start from.
pub fn source(name: &str) -> Option<&'static str> {
    BUILTIN.iter().find(|(known, _)| *known == name).map(|(_, text)| *text)
}

fn missing(name: &str) -> Diagnostic {
    Diagnostic::new(Code::TemplateMissing).with("name", name).with("known", BUILTIN_NAMES.join(", "))
}

/// A pipeline and its rules, complete: every optional key of the file has got its value.
#[derive(Debug, Clone, PartialEq)]
pub struct Template {
    /// `universal`, or the file's name.
    pub name: String,
    /// The stages: the ladder from the first to won, then those off the ladder.
    pub stages: Vec<StageRule>,
    /// Words that the file itself gives to a stage, with the stage's key: they beat the words of what it extends, also
    /// where those differ in case, accents or numbering.
    pub own_words: Vec<(String, String)>,
    /// Inquiry to first contact.
    pub first_contact: PromiseRule,
    /// Offer to follow-up.
    pub follow_up: PromiseRule,
    /// Which hours and days count as work.
    pub calendar: CalendarRule,
    /// Days within which an agreed next step keeps an old deal from being stalled (30).
    pub scheduled_within_days: u32,
    /// Headers that the user ties to a field, in the file's order; they beat the built-in vocabulary. `Data#2` is the
    /// second column with the header `Data`.
    pub columns: Vec<(Field, Vec<String>)>,
    /// Headers of columns that are left alone, whatever they look like.
    pub ignored: Vec<String>,
    /// Headers of columns that mean nothing to lejek and are shown on the sheet of deals all the same, in order.
    pub shown: Vec<String>,
    /// Day or month first, where the user says so for every column of dates.
    pub date_order: Option<DateOrder>,
    /// The currency of amounts that name none.
    pub currency: Option<Currency>,
    /// What one unit of another currency is worth in [`currency`](Self::currency); amounts are converted at these rates.
    pub rates: BTreeMap<Currency, Decimal>,
    /// What is to be sold.
    pub target: Option<Target>,
    /// Of several pipelines the one that counts.
    pub pipeline: Option<String>,
    /// Names of owners, each with its other spellings.
    pub owners: Vec<(String, Vec<String>)>,
    /// Names of sources, each with its other spellings.
    pub sources: Vec<(String, Vec<String>)>,
    /// What is fixed for single sheets.
    pub sheets: Vec<SheetRule>,
    /// Rows of two copies of a sheet that are one deal, by their places as messages write them.
    pub same: Vec<[String; 2]>,
    /// Rows of two copies that are two deals, however alike they look.
    pub different: Vec<[String; 2]>,
    /// Sets of headers by which an export is known: a sheet that has all headers of one set picks this template by
    /// itself. Empty for templates that are never picked; a file that extends a template is not known by its headers.
    pub known_by: Vec<Vec<String>>,
}

/// What a template fixes for a sheet; what it leaves open is recognised.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SheetRule {
    /// The file's name, in which `*` stands for anything; none for any file.
    pub file: Option<String>,
    /// The sheet's name; none for text files, and for any sheet of the file.
    pub name: Option<String>,
    /// Whether the sheet is left out.
    pub left_out: bool,
    /// The (last) header row, from 1.
    pub header_row: Option<u32>,
    /// How deals stand in it.
    pub layout: Option<Layout>,
    /// Headers of this sheet tied to fields; they beat those of the whole template.
    pub columns: Vec<(Field, Vec<String>)>,
    /// Headers of columns of this sheet that are left alone.
    pub ignored: Vec<String>,
}

impl SheetRule {
    /// Whether it speaks of this sheet of this file.
    pub fn is_for(&self, file: &str, sheet: Option<&str>) -> bool {
        self.file.as_deref().is_none_or(|pattern| is_like(file, pattern))
            && self.name.as_deref().is_none_or(|name| sheet == Some(name))
    }
}

/// Whether a name is like a pattern in which `*` stands for anything.
fn is_like(name: &str, pattern: &str) -> bool {
    match pattern.split_once('*') {
        None => name == pattern,
        Some((before, after)) => name.strip_prefix(before).is_some_and(|rest| {
            rest.char_indices().map(|(at, _)| at).chain([rest.len()]).any(|at| is_like(&rest[at..], after))
        }),
    }
}

/// One stage as the template has it.
#[derive(Debug, Clone, PartialEq)]
pub struct StageRule {
    /// Stable key (`offer`).
    pub key: String,
    /// Polish name.
    pub name_pl: String,
    /// English name.
    pub name_en: String,
    /// Other words for it, in any language.
    pub aliases: Vec<String>,
    /// What it means to be here.
    pub kind: StageKind,
    /// Stalled after this many days, when fixed by the user.
    pub limit_days: Option<f64>,
    /// The limit to assume when the history is too short to learn one.
    pub default_limit_days: f64,
}

/// A promise as the template has it.
#[derive(Debug, Clone, PartialEq)]
pub struct PromiseRule {
    /// Key of the stage whose first entry starts the clock.
    pub from: String,
    /// Key of the stage whose first entry stops it.
    pub to: String,
    /// Hours on the clock that counts.
    pub within_hours: f64,
}

/// Working time.
#[derive(Debug, Clone, PartialEq)]
pub struct CalendarRule {
    /// Working days of the week, Monday first.
    pub weekdays: [bool; 7],
    /// Working hours of a day: from, to (whole hours, 0–24).
    pub office_hours: (u32, u32),
    /// Whether Polish public holidays are free.
    pub polish_holidays: bool,
    /// Further free days.
    pub days_off: Vec<chrono::NaiveDate>,
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    fn keys(template: &Template) -> Vec<&str> {
        template.stages.iter().map(|stage| stage.key.as_str()).collect()
    }

    #[track_caller]
    fn check_ladder(name: &str, expected: &str) {
        let template = builtin(name).expect("built in");
        assert_eq!(keys(&template).join(" "), expected);
    }

    #[test]
    fn the_built_in_ladders() {
        check_ladder("universal", "new qualification contact offer followup won lost deferred");
        check_ladder(
            "extended",
            "new qualification contact meeting offer followup negotiation won after-sales lost deferred",
        );
        check_ladder(
            "b2b",
            "new qualification contact sales-qualified discovery meeting offer followup negotiation contract won \
             after-sales lost deferred",
        );
        check_ladder("b2c", "new contact offer followup won lost deferred");
    }

    #[test]
    fn the_universal_template_keeps_the_promises_of_the_field() {
        let template = load(None).expect("the default");
        let limits: Vec<f64> = template.stages.iter().map(|stage| stage.default_limit_days).collect();
        assert_eq!(limits[..5], [2.0, 7.0, 14.0, 14.0, 21.0]);
        assert_eq!(limits.last(), Some(&90.0));
        assert!(template.stages.iter().all(|stage| stage.limit_days.is_none()), "limits are learned");
        let promise = |promise: &PromiseRule| (promise.from.clone(), promise.to.clone(), promise.within_hours);
        assert_eq!(promise(&template.first_contact), ("new".into(), "contact".into(), 24.0));
        assert_eq!(promise(&template.follow_up), ("offer".into(), "followup".into(), 48.0));
        assert_eq!(template.calendar.weekdays, [true, true, true, true, true, false, false]);
        assert_eq!(template.calendar.office_hours, (9, 17));
        assert!(template.calendar.polish_holidays);
        assert_eq!(template.scheduled_within_days, 30);
    }

    #[test]
    fn every_name_leads_to_its_template() {
        for name in BUILTIN_NAMES {
            assert_eq!(builtin(name).expect("built in").name, *name);
        }
        assert_eq!(load(Some("b2x")).expect_err("no such template").causes[0].code, Code::TemplateMissing);
    }

    #[test]
    fn a_rule_names_files_of_every_week() {
        for (pattern, like, unlike) in [
            ("crm.csv", "crm.csv", "crm-old.csv"),
            ("crm_*.csv", "crm_2026-11-20.csv", "crm.csv"),
            ("*/crm*.csv", "2026/crm.csv", "crm.csv"),
            ("*", "", "none is unlike"),
        ] {
            let rule = SheetRule { file: Some(pattern.into()), ..SheetRule::default() };
            assert!(rule.is_for(like, None), "{pattern}");
            assert!(pattern == "*" || !rule.is_for(unlike, None), "{pattern}");
        }
        let rule = SheetRule { name: Some("Szanse".into()), ..SheetRule::default() };
        assert!(rule.is_for("any.xlsx", Some("Szanse")) && !rule.is_for("any.csv", None));
    }

    #[test]
    fn a_file_may_extend_a_file_but_not_itself() {
        let folder = tempfile::tempdir().expect("a folder");
        let put = |name: &str, text: &str| {
            let path = folder.path().join(name);
            let mut file = tempfile::NamedTempFile::new_in(folder.path()).expect("a file");
            file.write_all(text.as_bytes()).expect("written");
            file.persist(&path).expect("there");
            path
        };
        put("team.toml", "extends = \"b2c\"\ncurrency = \"EUR\"\n");
        let mine = put("mine.toml", "extends = \"team.toml\"\nshow = [\"City\"]\n");
        let template = load(mine.to_str()).expect("a template");
        assert_eq!((template.currency, template.shown), (Some(Currency::EUR), vec!["City".to_owned()]));
        put("a.toml", "extends = \"b.toml\"\n");
        let b = put("b.toml", "extends = \"a.toml\"\n");
        assert_eq!(load(b.to_str()).expect_err("a circle").causes[0].code, Code::TemplateInvalid);
        let lost = put("lost.toml", "extends = \"nowhere.toml\"\n");
        assert_eq!(load(lost.to_str()).expect_err("no such file").causes[0].code, Code::TemplateMissing);
    }

    #[test]
    fn a_file_is_read_from_the_disk() {
        let mut file = tempfile::Builder::new().suffix(".toml").tempfile().expect("a file");
        file.write_all(b"extends = \"b2c\"\n[[stage]]\nkey = \"offer\"\nlimit = \"4d\"\n").expect("written");
        let template = load(file.path().to_str()).expect("a template");
        assert_eq!(keys(&template), keys(&builtin("b2c").expect("built in")));
        assert_eq!(template.stages[2].limit_days, Some(4.0));
        assert!(file.path().ends_with(&template.name), "named like the file");
    }
}
