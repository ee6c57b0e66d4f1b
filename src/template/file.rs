//! The format of a template file: TOML text in, what it says out. Keys that do not exist are refused with their
//! line and the key that was probably meant; what the values mean together is decided in `assemble`.

use std::collections::BTreeMap;

use serde::de::{self, Deserialize, Deserializer};
use toml::Spanned;
use toml::value::Datetime;

use crate::diagnostic::{Code, Diagnostic};
use crate::model::StageKind;
use crate::suggest::nearest;

use super::{DateOrder, Field, Layout};

/// What a template file says. Each key is explained in `templates/universal.toml`.
#[derive(Debug, serde::Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) struct File {
    pub extends: Option<String>,
    #[serde(default)]
    pub without: Vec<String>,
    pub scheduled_within: Option<String>,
    pub currency: Option<String>,
    pub target: Option<String>,
    #[serde(default)]
    pub rates: BTreeMap<String, f64>,
    pub date_order: Option<Order>,
    pub pipeline: Option<String>,
    #[serde(default)]
    pub show: Vec<String>,
    #[serde(default)]
    pub owners: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    pub sources: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    pub known_by: Vec<Vec<String>>,
    #[serde(default)]
    pub sheet: Vec<Sheet>,
    #[serde(default)]
    pub same: Vec<Pair>,
    #[serde(default)]
    pub different: Vec<Pair>,
    #[serde(default)]
    pub stage: Vec<Stage>,
    #[serde(default)]
    pub promise: Promises,
    #[serde(default)]
    pub calendar: Calendar,
    #[serde(default)]
    pub columns: Columns,
}

/// `[[sheet]]`
#[derive(Debug, serde::Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) struct Sheet {
    pub file: Option<String>,
    pub name: Option<String>,
    #[serde(rename = "use", default = "yes")]
    pub used: bool,
    pub header_row: Option<u32>,
    pub layout: Option<NamedLayout>,
    #[serde(default)]
    pub columns: Columns,
}

/// `[[same]]` and `[[different]]`
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Pair {
    pub rows: [String; 2],
}

fn yes() -> bool {
    true
}

/// `[[stage]]`
#[derive(Debug, serde::Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) struct Stage {
    pub key: String,
    #[serde(default)]
    pub name: Names,
    #[serde(default)]
    pub aliases: Vec<String>,
    pub kind: Option<Kind>,
    pub after: Option<String>,
    pub limit: Option<String>,
    pub default_limit: Option<String>,
}

/// `name = { pl = "…", en = "…" }`
#[derive(Debug, Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Names {
    pub pl: Option<String>,
    pub en: Option<String>,
}

/// `kind = "open"`
#[derive(Debug, Clone, Copy, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Kind {
    Open,
    Won,
    Lost,
    Deferred,
}

impl From<Kind> for StageKind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Open => Self::Open,
            Kind::Won => Self::Won,
            Kind::Lost => Self::Lost,
            Kind::Deferred => Self::Deferred,
        }
    }
}

/// `[promise.first-contact]` and `[promise.follow-up]`
#[derive(Debug, Default, serde::Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) struct Promises {
    #[serde(default)]
    pub first_contact: Promise,
    #[serde(default)]
    pub follow_up: Promise,
}

#[derive(Debug, Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Promise {
    pub from: Option<String>,
    pub to: Option<String>,
    pub within: Option<String>,
}

/// `[calendar]`
#[derive(Debug, Default, serde::Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) struct Calendar {
    pub hours: Option<String>,
    pub holidays: Option<Holidays>,
    pub days_off: Option<Vec<Datetime>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
pub(super) enum Holidays {
    #[serde(rename = "PL")]
    Polish,
    #[serde(rename = "none")]
    None,
}

/// `date-order = "day-first"`
#[derive(Debug, Clone, Copy, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Order {
    DayFirst,
    MonthFirst,
}

impl From<Order> for DateOrder {
    fn from(order: Order) -> Self {
        match order {
            Order::DayFirst => Self::DayFirst,
            Order::MonthFirst => Self::MonthFirst,
        }
    }
}

/// `layout = "change-log"`
#[derive(Debug, Clone, Copy)]
pub(super) struct NamedLayout(pub Layout);

impl<'de> Deserialize<'de> for NamedLayout {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer)?;
        Layout::from_name(&name).map(Self).ok_or_else(|| unknown("layout", &name, Layout::ALL.map(Layout::name)))
    }
}

/// `[columns]` and `[sheet.columns]`: headers by what they mean.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(transparent)]
pub(super) struct Columns(BTreeMap<Spanned<ColumnKey>, Vec<String>>);

impl Columns {
    /// Fields with their headers, in the order written.
    pub(super) fn tied(&self) -> Vec<(Field, Vec<String>)> {
        let mut columns: Vec<_> = self.0.iter().collect();
        columns.sort_by_key(|(key, _)| key.span().start);
        let tied = columns.into_iter().filter_map(|(key, headers)| match key.as_ref() {
            ColumnKey::Field(field) => Some((field.clone(), headers.clone())),
            ColumnKey::Ignore => None,
        });
        tied.collect()
    }

    /// Headers of columns to leave alone.
    pub(super) fn ignored(&self) -> &[String] {
        let ignored = self.0.iter().find(|(key, _)| *key.as_ref() == ColumnKey::Ignore);
        ignored.map_or(&[], |(_, headers)| headers)
    }
}

/// A key of `[columns]`.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum ColumnKey {
    Field(Field),
    Ignore,
}

impl<'de> Deserialize<'de> for ColumnKey {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        const IGNORE: &str = "ignore";
        let key = String::deserialize(deserializer)?;
        match Field::from_key(&key) {
            Some(field) => Ok(Self::Field(field)),
            None if key == IGNORE => Ok(Self::Ignore),
            None => {
                let fields = Field::PLAIN.iter().map(Field::key);
                Err(unknown("field", &key, fields.chain([IGNORE.to_owned()])))
            }
        }
    }
}

/// An error in serde's own form, so that [`refusal`] finds the names in it.
fn unknown<E: de::Error>(what: &str, name: &str, known: impl IntoIterator<Item = impl std::fmt::Display>) -> E {
    let known: Vec<String> = known.into_iter().map(|known| format!("`{known}`")).collect();
    E::custom(format!("unknown {what} `{name}`, expected one of {}", known.join(", ")))
}

impl File {
    /// What the text of a template says.
    pub(super) fn parse(name: &str, text: &str) -> Result<Self, Diagnostic> {
        toml::from_str(text).map_err(|error| refusal(name, text, &error))
    }
}

/// Why a text is no template. The names of keys and of their alternatives stand in back-quotes in serde's
/// message, which is their only source: that way no second list of keys has to be kept in step.
fn refusal(name: &str, text: &str, error: &toml::de::Error) -> Diagnostic {
    let line = 1 + error.span().map_or(0, |span| text[..span.start].matches('\n').count());
    let quoted: Vec<&str> = error.message().split('`').skip(1).step_by(2).collect();
    match quoted.as_slice() {
        [key, known @ ..] if error.message().starts_with("unknown ") => Diagnostic::new(Code::TemplateKeyUnknown)
            .with("file", name)
            .with("line", line)
            .with("key", *key)
            .with("suggestion", suggestion(key, known)),
        _ => Diagnostic::new(Code::TemplateUnreadable)
            .with("file", name)
            .with("cause", format!("{line}: {}", error.message())),
    }
}

/// The known key that resembles this one, or all of them.
fn suggestion(key: &str, known: &[&str]) -> String {
    nearest(key, known).map_or_else(|| known.join(", "), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Word;

    fn word<'a>(diagnostic: &'a Diagnostic, name: &str) -> &'a Word {
        &diagnostic.words.iter().find(|(word, _)| word == name).expect("the word is there").1
    }

    #[track_caller]
    fn check_unknown(text: &str, line: usize, key: &str, suggestion: &str) {
        let refusal = File::parse("mine.toml", text).expect_err("refused");
        assert_eq!(refusal.code, Code::TemplateKeyUnknown, "{refusal:?}");
        assert_eq!(*word(&refusal, "file"), "mine.toml".into());
        assert_eq!(*word(&refusal, "line"), line.into());
        assert_eq!(*word(&refusal, "key"), key.into());
        assert_eq!(*word(&refusal, "suggestion"), suggestion.into());
    }

    #[test]
    fn keys_that_do_not_exist_are_refused_with_the_one_that_was_meant() {
        check_unknown("extend = \"universal\"\n", 1, "extend", "extends");
        check_unknown("\n[[stage]]\nkey = \"new\"\nlimits = \"2d\"\n", 4, "limits", "limit");
        check_unknown("[[stage]]\nkey = \"new\"\nname = { pl = \"Nowe\", de = \"Neu\" }\n", 3, "de", "pl, en");
        check_unknown("[[stage]]\nkey = \"new\"\nkind = \"win\"\n", 3, "win", "won");
        check_unknown("[promise.first_contact]\nwithin = \"24h\"\n", 1, "first_contact", "first-contact");
        check_unknown("[calendar]\nholidays = \"pl\"\n", 2, "pl", "PL, none");
        check_unknown("[columns]\nowner = [\"PH\"]\nvalu = [\"Kwota\"]\n", 3, "valu", "value");
        check_unknown("[columns]\nignored = [\"Lp\"]\n", 2, "ignored", "ignore");
        check_unknown("date-order = \"dayfirst\"\n", 1, "dayfirst", "day-first");
        check_unknown(
            "[[sheet]]\nname = \"CRM\"\nskip = true\n",
            3,
            "skip",
            "file, name, use, header-row, layout, columns",
        );
        check_unknown("[[sheet]]\nlayout = \"stage-date\"\n", 2, "stage-date", "stage-dates");
        check_unknown("[[sheet]]\nname = \"CRM\"\n[sheet.columns]\nownr = [\"PH\"]\n", 4, "ownr", "owner");
    }

    #[test]
    fn other_errors_name_their_line() {
        let refusal = File::parse("mine.toml", "[[stage]]\nkey = 5\n").expect_err("refused");
        assert_eq!(refusal.code, Code::TemplateUnreadable);
        let Word::Text(cause) = word(&refusal, "cause") else { panic!("a text") };
        assert!(cause.starts_with("2: invalid type"), "{cause}");
    }

    #[test]
    fn columns_stand_in_the_order_written() {
        let file =
            File::parse("mine.toml", "[columns]\nvalue = [\"Kwota\"]\n\"date:offer\" = [\"Wysłano\"]\nid = [\"Lp\"]\n");
        let fields: Vec<Field> = file.expect("read").columns.tied().into_iter().map(|(field, _)| field).collect();
        assert_eq!(fields, [Field::Value, Field::StageDate("offer".into()), Field::Id]);
    }

    #[test]
    fn every_key_is_explained_in_the_universal_template() {
        let explained = super::super::source("universal").expect("built in");
        for text in
            ["x = 1\n", "[[stage]]\nx = 1\n", "[[sheet]]\nx = 1\n", "[columns]\nx = []\n", "[calendar]\nx = 1\n"]
        {
            let refusal = File::parse("mine.toml", text).expect_err("refused");
            let Word::Text(known) = word(&refusal, "suggestion") else { panic!("a text") };
            assert!(known.contains(", "), "{known}");
            for key in known.split(", ").filter(|key| !["promise", "calendar"].contains(key)) {
                assert!(explained.contains(key), "`{key}` is not explained in universal.toml");
            }
        }
    }
}
