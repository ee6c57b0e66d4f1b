//! The report as one web page, `report.html`: to be mailed, put on an intranet, read on a phone and printed. It needs
//! nothing beside itself: no script, no network, pictures and style inside. Text from the input is escaped as maud
//! escapes it, and stands in an element of its own direction.

mod figures;
mod lists;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::diagnostic::{Code, Diagnostic};
use crate::i18n::{Language, format};

use super::chart::Picture;
use super::intake::file_names;
use super::{Report, since, story};

const STYLE: &str = include_str!("page/style.css");
/// What the page may do: show itself.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

/// The page of a report with its pictures.
pub fn page(report: &Report<'_>, pictures: &[Picture]) -> Vec<u8> {
    let language = report.language;
    let title = language.text("summary-title");
    let document = html! {
        (DOCTYPE)
        html lang=(language.code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="generator" content=(concat!("lejek ", env!("CARGO_PKG_VERSION")));
                title { (title) " – " (format::date(report.book.as_of.date(), language)) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                header { (head(report, &title)) }
                main {
                    (out_of_date(report))
                    (figures::cards(report))
                    (findings(report))
                    (lists::to_do(report))
                    (lists::funnel(report))
                    (drawn(pictures, language))
                    (definitions(language))
                }
                footer { (language.text("page-made")) }
            }
        }
    };
    document.into_string().into_bytes()
}

/// Text from the input: its direction is its own, and characters that a page cannot hold are shown as such.
fn told(text: &str) -> Markup {
    let is_none = |letter: char| letter.is_control() && letter != '\n' || matches!(letter, '\u{fffe}' | '\u{ffff}');
    let visible = |letter: char| if is_none(letter) { char::REPLACEMENT_CHARACTER } else { letter };
    let text: String = text.chars().map(visible).collect();
    html! { bdi { (text) } }
}

fn head(report: &Report<'_>, title: &str) -> Markup {
    let language = report.language;
    let as_of = language.say("as-of", &[("moment", format::moment(report.book.as_of, language).into())]);
    let deals = language.say("count-deals", &[("count", report.book.deals.len().into())]);
    html! {
        h1 { (title) }
        p.under { (as_of) " · " (deals) " · " (told(&file_names(report.inputs, language))) }
        @if let Some(since) = since::sentence(report) { p.since { (since) } }
    }
}

/// Old facts are said before any figure.
fn out_of_date(report: &Report<'_>) -> Markup {
    let language = report.language;
    let old = |diagnostic: &&Diagnostic| diagnostic.code == Code::DataOutOfDate;
    html! {
        @if let Some(diagnostic) = report.diagnostics.iter().find(old) {
            p.warning {
                (language.sentence_of(diagnostic))
                @if let Some(hint) = language.hint_of(diagnostic) { " – " (hint) }
            }
        }
    }
}

fn findings(report: &Report<'_>) -> Markup {
    let language = report.language;
    let unsaid = story::unsaid(report);
    html! {
        section {
            h2 { (language.text("summary-story-title")) }
            ol.findings { @for finding in story::headline_findings(report) { li { (told(&finding.text)) } } }
            @if !unsaid.is_empty() {
                h3 { (language.text("summary-unsaid-title")) }
                ul { @for sentence in unsaid { li { (sentence) } } }
            }
        }
    }
}

/// The pictures; each under its finding as text, which a phone shows larger and a search finds.
fn drawn(pictures: &[Picture], language: Language) -> Markup {
    html! {
        @if !pictures.is_empty() {
            section.pictures {
                h2 { (language.text("page-pictures")) }
                @for picture in pictures {
                    figure id=(picture.name) {
                        figcaption { (told(&picture.title)) }
                        div.paper { (PreEscaped(picture.svg())) }
                    }
                }
            }
        }
    }
}

fn definitions(language: Language) -> Markup {
    html! {
        section {
            h2 { (language.text("definitions")) }
            dl {
                @for name in ["reached", "went-on", "promise", "stalled", "time-in-stage", "forecast", "groups"] {
                    dt { (language.text(&format!("term-{name}"))) }
                    dd { (language.text(&format!("term-{name}.note"))) }
                }
            }
        }
    }
}
