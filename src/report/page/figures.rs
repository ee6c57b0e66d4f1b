//! Headline figures of the page, as cards.

use maud::{Markup, html};

use crate::i18n::{Language, format};
use crate::report::Report;
use crate::report::headline::{Figure, Headline, Kind, headlines};

/// The figures as cards.
pub(super) fn cards(report: &Report<'_>) -> Markup {
    html! {
        section.cards {
            @for headline in headlines(report) { (card(&headline, report.language)) }
        }
    }
}

fn card(headline: &Headline, language: Language) -> Markup {
    let look = match (headline.figure, headline.kind) {
        (Figure::Unknown, _) => "none",
        (_, Kind::Won) => "good",
        (_, Kind::Stalled) => "bad",
        _ => "",
    };
    let worth = || format::purse_short(&headline.worth, language);
    let (figure, beside) = match headline.figure {
        Figure::Unknown => ("–".to_owned(), None),
        Figure::Count(count) => (format::integer(count as i64, language), (!headline.worth.is_empty()).then(worth)),
        Figure::Kept(low, high) => (format::percent_range(low, high, 0, language), None),
        Figure::Worth => (worth(), None),
    };
    let notes: Vec<&str> = beside.iter().chain(&headline.notes).map(String::as_str).collect();
    html! {
        div class={ "card " (look) } {
            b { (figure) }
            span { (headline.caption) }
            small { (notes.join(" · ")) }
        }
    }
}
