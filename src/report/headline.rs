//! Measures in, the six headline figures out: how many deals, which promises were kept, what was won, what stalls, what
//! is open. Each with what it counts and the rule it goes by; the summary sheet and the web page show the same.

use crate::diagnostic::Word;
use crate::i18n::{Language, format};
use crate::measure::{AgeStatus, Measured, PromiseResult};
use crate::model::Purse;

use super::{Report, story};

/// Which of the headline figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// All deals.
    Deals,
    /// The promise of a first contact.
    FirstContact,
    /// The promise of a follow-up.
    FollowUp,
    /// Won deals.
    Won,
    /// Deals that stall.
    Stalled,
    /// Undecided deals and their value.
    Open,
}

/// A headline figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Headline {
    /// Which one.
    pub kind: Kind,
    /// The figure itself.
    pub figure: Figure,
    /// The value of what is counted; empty where none was told or it is no matter of money.
    pub worth: Purse,
    /// What is counted, in words.
    pub caption: String,
    /// The rule it goes by, and what belongs to it.
    pub notes: Vec<String>,
}

/// What stands in large letters.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Figure {
    /// The sheets do not tell it; the note says why.
    Unknown,
    /// A count of deals.
    Count(usize),
    /// The share of promises kept, from what is proved to what is possible.
    Kept(f64, f64),
    /// The worth.
    Worth,
}

/// The headline figures in their order.
pub fn headlines(report: &Report<'_>) -> [Headline; 6] {
    let measures = report.measures;
    [
        deals(report),
        promise(&measures.first_contact, Kind::FirstContact, report.language),
        promise(&measures.follow_up, Kind::FollowUp, report.language),
        won(report),
        stalled(report),
        open(report),
    ]
}

fn unknown(kind: Kind, caption: String, why: String) -> Headline {
    Headline { kind, figure: Figure::Unknown, worth: Purse::default(), caption, notes: vec![why] }
}

fn deals(report: &Report<'_>) -> Headline {
    let (totals, language) = (&report.measures.totals, report.language);
    let words = [("open", Word::from(totals.open)), ("deferred", totals.deferred.into()), ("lost", totals.lost.into())];
    Headline {
        kind: Kind::Deals,
        figure: Figure::Count(totals.deals),
        worth: Purse::default(),
        caption: language.say("summary-deals", &[("count", totals.deals.into())]),
        notes: vec![language.say("summary-deals-note", &words)],
    }
}

fn promise(promise: &Measured<PromiseResult>, kind: Kind, language: Language) -> Headline {
    let name = if kind == Kind::FirstContact { "first-contact" } else { "follow-up" };
    let result = match promise {
        Measured::Known(result) => result,
        Measured::Unknown(why) => {
            let why = language.text(&format!("unmeasured-{name}-{}", why.name()));
            return unknown(kind, language.text(&format!("summary-{name}-unknown")), why);
        }
    };
    let limit = Word::from(story::limit(result.limit_hours, language));
    let caption = language.say(&format!("summary-{name}"), &[("limit", limit)]);
    let (Some(low), Some(high)) = (result.clock.share_low, result.clock.share_high) else {
        return unknown(kind, caption, language.text("promise-too-young"));
    };
    let verdicts = result.clock.mature;
    let mut words = vec![("met", Word::from(verdicts.met)), ("count", result.clock.n.into())];
    let mut key = "summary-promise-note";
    if verdicts.cannot_tell > 0 {
        words.push(("open", verdicts.cannot_tell.into()));
        key = "summary-promise-note-range";
    }
    let notes = vec![language.say(key, &words)];
    let figure = if result.clock.is_told() { Figure::Kept(low, high) } else { Figure::Unknown };
    Headline { kind, figure, worth: Purse::default(), caption, notes }
}

fn won(report: &Report<'_>) -> Headline {
    let (totals, language) = (&report.measures.totals, report.language);
    let overall = &report.measures.funnel.overall;
    let share = match (overall.rate_low, overall.rate_high) {
        (Some(low), Some(high)) if overall.n > 0 => {
            let share = format::percent_range(low, high, 0, language);
            Some(language.say("summary-won-note", &[("share", share.into())]))
        }
        _ => None,
    };
    Headline {
        kind: Kind::Won,
        figure: Figure::Count(totals.won),
        worth: totals.won_value.clone(),
        caption: language.say("summary-won", &[("count", totals.won.into())]),
        notes: share.into_iter().collect(),
    }
}

fn stalled(report: &Report<'_>) -> Headline {
    let (all, language) = (&report.measures.stalled.deals, report.language);
    let here: Vec<usize> = all.iter().filter(|a| a.status == AgeStatus::Stalled).map(|ageing| ageing.deal).collect();
    let undated = all.iter().filter(|ageing| ageing.status == AgeStatus::CannotTell).count();
    let caption = language.say("summary-stalled", &[("count", here.len().into())]);
    if undated == all.len() {
        let why = if all.is_empty() { "missing-stalled" } else { "summary-stalled-unknown" };
        return unknown(Kind::Stalled, caption, language.text(why));
    }
    let mut notes = vec![language.say("summary-stalled-note", &[("count", all.len().into())])];
    if undated > 0 {
        notes.push(language.say("summary-stalled-undated", &[("count", undated.into())]));
    }
    Headline {
        kind: Kind::Stalled,
        figure: Figure::Count(here.len()),
        worth: story::purse(report, here.iter().copied()),
        caption,
        notes,
    }
}

fn open(report: &Report<'_>) -> Headline {
    let (totals, language) = (&report.measures.totals, report.language);
    let worth = totals.open_value.clone();
    let (figure, caption, notes) = if worth.is_empty() {
        (Figure::Count(totals.open), "summary-open-count", Vec::new())
    } else {
        (Figure::Worth, "summary-open", vec![language.say("summary-open-note", &[("count", totals.open.into())])])
    };
    Headline { kind: Kind::Open, figure, worth, caption: language.text(caption), notes }
}
