//! Words that all pictures share: the line under the title, names, shares.

use crate::i18n::{Language, format};
use crate::model::{Purse, StageId};

use crate::diagnostic::Word;
use crate::report::Report;

/// Up to how many deals a share is told as a count: of eight deals, "38 %" says less than "3 of 8".
const FEW: usize = 10;

/// The line under a title: what is special to the picture, then as-of and source.
pub(super) fn under(report: &Report<'_>, mut parts: Vec<String>) -> String {
    let language = report.language;
    parts.push(language.say("chart-as-of", &[("moment", format::moment(report.book.as_of, language).into())]));
    match report.inputs {
        [] => {}
        [input] => parts.push(language.say("chart-source", &[("file", input.file.clone().into())])),
        [first, rest @ ..] => {
            let words = [("file", first.file.clone().into()), ("count", Word::from(rest.len()))];
            parts.push(language.say("chart-sources", &words));
        }
    }
    parts.join(" · ")
}

/// The stage's name in the report's language.
pub(super) fn stage_name<'r>(report: &Report<'r>, stage: StageId) -> &'r str {
    let stage = report.book.pipeline.stage(stage);
    match report.language {
        Language::Pl => &stage.name_pl,
        Language::En => &stage.name_en,
    }
}

/// A number of hours with its unit: `24 h`.
pub(super) fn hours(hours: f64, language: Language) -> String {
    language.say("chart-hours", &[("hours", format::short_decimal(hours, 1, language).into())])
}

/// A share between two bounds of so many deals: `61–68 %`, or `3–4 of 5` when they are few.
pub(super) fn share(low: f64, high: f64, of: usize, language: Language) -> String {
    if of >= FEW {
        return format::percent_range(low, high, 0, language);
    }
    let count = |share: f64| format::integer((share * of as f64).round() as i64, language);
    let (low, high) = (count(low), count(high));
    let range = if low == high { low } else { format!("{low}–{high}") };
    language.say("chart-of", &[("part", range.into()), ("whole", of.into())])
}

/// The same before the noun that it is a share of: `61–68% of`, `3–4 of 5`.
pub(super) fn share_of(low: f64, high: f64, of: usize, language: Language) -> String {
    let share = share(low, high, of, language);
    if of >= FEW { language.say("chart-percent-of", &[("share", share.into())]) } else { share }
}

/// Every sum of a purse in short; a count of the currencies when they are too many to read.
pub(super) fn purse(purse: &Purse, language: Language) -> String {
    match purse.sums().count() {
        count @ 3.. => language.say("chart-currencies", &[("count", count.into())]),
        _ => format::purse_short(purse, language),
    }
}

/// A count of deals as figures.
pub(super) fn count(count: usize, language: Language) -> String {
    format::integer(i64::try_from(count).unwrap_or(i64::MAX), language)
}
