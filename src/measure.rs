//! Book in, measures out. Pure and total: no clock, no file, no language, no failure.
//!
//! Every measure has a file of its own that opens with its definition. They share the deals' `way`s in
//! ranks, their `stay`s in stages and the statistics in `stats`.

mod finding;
mod funnel;
mod group;
mod landmark;
mod latency;
pub mod measures;
mod promise;
mod quality;
mod stalled;
mod stats;
mod stay;
mod totals;
mod way;

pub use measures::*;

use crate::calendar::Calendar;
use crate::model::Book;
use crate::settings::Settings;

/// Measures a book as it stood at its as-of moment.
pub fn measure(book: &Book, settings: &Settings) -> Measures {
    let calendar = Calendar::new(&settings.template.calendar);
    let ways = way::ways(book);
    let promises = &book.pipeline.promises;
    let promise = |stages: Option<&_>, hours| promise::promise(book, &ways, stages, &calendar, hours);
    let first_contact = promise(promises.first_contact.as_ref(), promise::FIRST_CONTACT_HOURS);
    let follow_up = promise(promises.follow_up.as_ref(), promise::FOLLOW_UP_HOURS);
    let stalled = stalled::stalled(book, &ways, settings.template.scheduled_within_days);
    let findings = finding::findings(book, &ways, &stalled, first_contact.known(), follow_up.known());
    let groups = group::Groups::new(&ways, &stalled, &findings, first_contact.known(), follow_up.known());
    Measures {
        totals: totals::totals(&ways),
        funnel: funnel::funnel(book, &ways, &settings.horizons),
        owners: groups.by(|deal| deal.owner.as_deref()),
        sources: groups.by(|deal| deal.source.as_deref()),
        campaigns: groups.by_if_any(|deal| deal.campaign.as_deref()),
        completeness: quality::completeness(book, &ways),
        newest_fact: quality::newest_fact(book),
        stalled,
        first_contact,
        follow_up,
        findings,
    }
}
