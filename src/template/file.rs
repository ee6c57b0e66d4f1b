//! The format of a template file: TOML text in, what it says out. Keys that do not exist are refused with their
//! line and the key that was probably meant; what the values mean together is decided in `assemble`.

use std::collections::BTreeMap;

use serde::de::{self, Deserialize, Deserializer};
use toml::Spanned;
use toml::value::Datetime;

use crate::diagnostic::{Code, Diagnostic};
use crate::model::StageKind;

use super::Field;

/// What a template file says. Each key is explained in `templates/universal.toml`.
#[derive(Debug, serde::Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) struct File {
    pub extends: Option<String>,
    #[serde(default)]
    pub without: Vec<String>,
    pub scheduled_within: Option<String>,
    pub currency: Option<String>,
    #[serde(default)]
    pub stage: Vec<Stage>,
    #[serde(default)]
    pub promise: Promises,
    #[serde(default)]
    pub calendar: Calendar,
    #[serde(default)]
    columns: BTreeMap<Spanned<ColumnKey>, Vec<String>>,
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

/// A key of `[columns]`.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct ColumnKey(Field);

impl<'de> Deserialize<'de> for ColumnKey {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let key = String::deserialize(deserializer)?;
        Field::from_key(&key).map(Self).ok_or_else(|| {
            let known: Vec<String> = Field::PLAIN.iter().map(|field| format!("`{}`", field.key())).collect();
            de::Error::custom(format!("unknown field `{key}`, expected one of {}", known.join(", ")))
        })
    }
}

impl File {
    /// What the text of a template says.
    pub(super) fn parse(name: &str, text: &str) -> Result<Self, Diagnostic> {
        toml::from_str(text).map_err(|error| refusal(name, text, &error))
    }

    /// Fields with their headers, in the order written.
    pub(super) fn columns(&self) -> Vec<(Field, Vec<String>)> {
        let mut columns: Vec<_> = self.columns.iter().collect();
        columns.sort_by_key(|(key, _)| key.span().start);
        columns.into_iter().map(|(key, headers)| (key.as_ref().0.clone(), headers.clone())).collect()
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
    const ALIKE: f64 = 0.75;
    let likeness = |known: &str| strsim::jaro_winkler(&key.to_lowercase(), known);
    let nearest = known.iter().max_by(|a, b| likeness(a).total_cmp(&likeness(b)));
    match nearest {
        Some(nearest) if likeness(nearest) >= ALIKE => (*nearest).to_owned(),
        _ => known.join(", "),
    }
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
        let fields: Vec<Field> = file.expect("read").columns().into_iter().map(|(field, _)| field).collect();
        assert_eq!(fields, [Field::Value, Field::StageDate("offer".into()), Field::Id]);
    }
}
