//! Headline figures of the page: how many deals, which promises were kept, what was won, what stalls, what is open.

use maud::{Markup, html};

use crate::diagnostic::Word;
use crate::i18n::{Language, format};
use crate::measure::{AgeStatus, Measured, PromiseResult};
use crate::model::Purse;
use crate::report::{Report, story};

/// One figure with what it counts and what belongs to it.
struct Card {
    /// Its class in the style.
    look: &'static str,
    figure: String,
    caption: String,
    note: String,
}

/// The figures as cards.
pub(super) fn cards(report: &Report<'_>) -> Markup {
    let measures = report.measures;
    let cards = [
        deals(report),
        promise(&measures.first_contact, "first-contact", report.language),
        promise(&measures.follow_up, "follow-up", report.language),
        won(report),
        stalled(report),
        open(report),
    ];
    html! {
        section.cards {
            @for card in cards {
                div class={ "card " (card.look) } {
                    b { (card.figure) }
                    span { (card.caption) }
                    small { (card.note) }
                }
            }
        }
    }
}

fn count(count: usize, language: Language) -> String {
    format::integer(count as i64, language)
}

fn deals(report: &Report<'_>) -> Card {
    let (totals, language) = (&report.measures.totals, report.language);
    let words = [("open", Word::from(totals.open)), ("deferred", totals.deferred.into()), ("lost", totals.lost.into())];
    Card {
        look: "",
        figure: count(totals.deals, language),
        caption: language.say("summary-deals", &[("count", totals.deals.into())]),
        note: language.say("summary-deals-note", &words),
    }
}

fn promise(promise: &Measured<PromiseResult>, name: &str, language: Language) -> Card {
    let unknown = |caption, note| Card { look: "none", figure: "–".to_owned(), caption, note };
    let result = match promise {
        Measured::Known(result) => result,
        Measured::Unknown(why) => {
            let note = language.text(&format!("unmeasured-{name}-{}", why.name()));
            return unknown(language.text(&format!("summary-{name}-unknown")), note);
        }
    };
    let limit = Word::from(story::limit(result.limit_hours, language));
    let caption = language.say(&format!("summary-{name}"), &[("limit", limit)]);
    let (Some(low), Some(high)) = (result.clock.share_low, result.clock.share_high) else {
        return unknown(caption, language.text("promise-too-young"));
    };
    let verdicts = result.clock.mature;
    let mut words = vec![("met", Word::from(verdicts.met)), ("count", result.clock.n.into())];
    let mut key = "summary-promise-note";
    if verdicts.cannot_tell > 0 {
        words.push(("open", verdicts.cannot_tell.into()));
        key = "summary-promise-note-range";
    }
    Card { look: "", figure: format::percent_range(low, high, 0, language), caption, note: language.say(key, &words) }
}

/// A purse in words, when there is anything in it.
fn worth(purse: &Purse, language: Language) -> Option<String> {
    (!purse.is_empty()).then(|| format::purse_short(purse, language))
}

fn won(report: &Report<'_>) -> Card {
    let (totals, language) = (&report.measures.totals, report.language);
    let overall = &report.measures.funnel.overall;
    let share = match (overall.rate_low, overall.rate_high) {
        (Some(low), Some(high)) if overall.n > 0 => {
            let share = format::percent_range(low, high, 0, language);
            Some(language.say("summary-won-note", &[("share", share.into())]))
        }
        _ => None,
    };
    let note: Vec<String> = worth(&totals.won_value, language).into_iter().chain(share).collect();
    Card {
        look: "good",
        figure: count(totals.won, language),
        caption: language.say("summary-won", &[("count", totals.won.into())]),
        note: note.join(" · "),
    }
}

fn stalled(report: &Report<'_>) -> Card {
    let (all, language) = (&report.measures.stalled.deals, report.language);
    let here: Vec<usize> = all.iter().filter(|a| a.status == AgeStatus::Stalled).map(|ageing| ageing.deal).collect();
    let unknown = all.iter().filter(|ageing| ageing.status == AgeStatus::CannotTell).count();
    let caption = language.say("summary-stalled", &[("count", here.len().into())]);
    if unknown == all.len() {
        let why = if all.is_empty() { "missing-stalled" } else { "summary-stalled-unknown" };
        return Card { look: "none", figure: "–".to_owned(), caption, note: language.text(why) };
    }
    let mut notes: Vec<String> = worth(&story::purse(report, here.iter().copied()), language).into_iter().collect();
    notes.push(language.say("summary-stalled-note", &[("count", all.len().into())]));
    if unknown > 0 {
        notes.push(language.say("summary-stalled-undated", &[("count", unknown.into())]));
    }
    Card { look: "bad", figure: count(here.len(), language), caption, note: notes.join(" · ") }
}

fn open(report: &Report<'_>) -> Card {
    let (totals, language) = (&report.measures.totals, report.language);
    match worth(&totals.open_value, language) {
        Some(value) => Card {
            look: "",
            figure: value,
            caption: language.text("summary-open"),
            note: language.say("summary-open-note", &[("count", totals.open.into())]),
        },
        None => Card {
            look: "",
            figure: count(totals.open, language),
            caption: language.text("summary-open-count"),
            note: String::new(),
        },
    }
}
