//! Words that all pictures share: the line under the title, names, shares.

use crate::diagnostic::Word;
use crate::i18n::{Language, format};
use crate::model::{Purse, StageId};
use crate::report::Report;

use super::look;

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

/// The stage's name for a title, cut so that the finding itself stays on the page.
pub(super) fn short_name(report: &Report<'_>, stage: StageId) -> String {
    const ROOM: f64 = 370.0;
    look::NAME.cut(report.stage_name(stage), ROOM).into_owned()
}

/// A number of hours with its unit: `24 h`.
pub(super) fn hours(hours: f64, language: Language) -> String {
    language.say("chart-hours", &[("hours", format::short_decimal(hours, 1, language).into())])
}

/// Whether so few deals are better counted than told as a share.
pub(super) fn are_few(of: usize) -> bool {
    of < FEW
}

/// A share between two bounds of so many deals: `61–68 %`, or `3–4 of 5` when they are few.
pub(super) fn share(low: f64, high: f64, of: usize, language: Language) -> String {
    if !are_few(of) {
        // One of 400 is not none, and 399 are not all.
        let fine = (high > 0.0 && high < 0.01) || (low > 0.99 && low < 1.0);
        return format::percent_range(low, high, usize::from(fine), language);
    }
    let count = |share: f64| count((share * of as f64).round() as usize, language);
    let (low, high) = (count(low), count(high));
    let range = if low == high { low } else { format!("{low}–{high}") };
    language.say("chart-of", &[("part", range.into()), ("whole", of.into())])
}

/// A share as a percentage, fine enough that one of 400 is not none and 399 are not all.
pub(super) fn percent(share: f64, language: Language) -> String {
    let fine = (share > 0.0 && share < 0.01) || (share > 0.99 && share < 1.0);
    format::percent(share, usize::from(fine), language)
}

/// Every sum of a purse in short; a dash for an empty one, a count of the currencies when they are too many to read.
pub(super) fn purse(purse: &Purse, language: Language) -> String {
    match purse.sums().count() {
        0 => "–".to_owned(),
        count @ 3.. => language.say("chart-currencies", &[("count", count.into())]),
        _ => format::purse_short(purse, language),
    }
}

/// A count of deals as figures.
pub(super) fn count(count: usize, language: Language) -> String {
    format::integer(i64::try_from(count).unwrap_or(i64::MAX), language)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(low: f64, high: f64, of: usize, expected: &str) {
        assert_eq!(share(low, high, of, Language::En), expected);
    }

    #[test]
    fn shares_are_ranges_and_few_deals_are_counted() {
        check(0.61, 0.68, 200, "61–68%");
        check(0.61, 0.61, 200, "61%");
        check(0.1, 0.3, 10, "10–30%");
        check(0.6, 0.8, 5, "3–4 of 5");
        check(1.0, 1.0, 1, "1 of 1");
        check(0.0025, 0.0025, 400, "0.3%");
        check(0.9975, 1.0, 400, "99.8–100.0%");
        check(0.0, 0.0, 400, "0%");
    }
}
