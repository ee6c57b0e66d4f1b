//! Book in, measures out. Pure and total: no clock, no file, no language, no failure.
//!
//! Every measure has a file of its own that opens with its definition. They share the deals' `way`s in
//! ranks, their `stay`s in stages and the statistics in `stats`.

mod bottleneck;
mod campaign_cost;
mod cohort;
mod conversion;
mod coverage;
mod cycle;
mod dwell;
mod finding;
mod followed;
mod forecast;
mod funnel;
mod group;
mod ladder;
mod landmark;
mod latency;
mod lost_reason;
pub mod measures;
mod names;
mod period;
mod pooled;
mod promise;
mod quality;
mod since;
mod slippage;
mod speed;
mod stalled;
mod stats;
mod stay;
mod totals;
mod trend;
mod velocity;
mod visit;
mod way;
mod when;

pub use measures::*;

use names::Names;

use crate::calendar::Calendar;
use crate::model::{Book, Moment};
use crate::settings::Settings;

/// The forecast alone.
pub fn forecast(book: &Book) -> Measured<Forecast> {
    let histories = way::histories(book);
    forecast::forecast(book, &way::ways(book, &histories))
}

/// How complete the key cells are, alone.
pub fn completeness(book: &Book) -> Vec<Completeness> {
    let histories = way::histories(book);
    quality::completeness(book, &way::ways(book, &histories))
}

/// The moment of the newest fact, alone.
pub fn newest_fact(book: &Book) -> Option<Moment> {
    quality::newest_fact(book, &way::histories(book))
}

/// Measures a book as it stood at its as-of moment.
pub fn measure(book: &Book, settings: &Settings) -> Measures {
    measure_beside(forecast(book), book, settings)
}

/// Everything but the forecast, which was made before.
pub fn measure_beside(forecast: Measured<Forecast>, book: &Book, settings: &Settings) -> Measures {
    let calendar = Calendar::new(&settings.template.calendar);
    let histories = way::histories(book);
    let ways = way::ways(book, &histories);
    let promises = &book.pipeline.promises;
    let promise = |stages: Option<&_>, hours| promise::promise(book, &ways, stages, &calendar, hours);
    let first_contact = promise(promises.first_contact.as_ref(), promise::FIRST_CONTACT_HOURS);
    let follow_up = promise(promises.follow_up.as_ref(), promise::FOLLOW_UP_HOURS);
    let ladder = ladder::Ladder::of(book, &ways);
    let stays = stay::stays(book, &ways);
    let (advances, to_win) = (ladder.advances(&ways), ladder.to_win(&ways));
    let cycle = cycle::cycle(to_win.as_ref());
    let days = cycle::conversion_days(settings.conversion.days, &cycle);
    let horizons = funnel::Horizons { shown: &settings.horizons, conversion: days };
    let funnel = funnel::funnel(&ladder, &ways, &advances, to_win.as_ref(), &horizons);
    let stalled = stalled::stalled(book, &ways, &stays, settings.template.scheduled_within_days);
    let findings = finding::findings(book, &ways, &stalled, first_contact.known(), follow_up.known());
    let groups = group::Groups::new(&ways, &stalled, &findings, first_contact.known(), follow_up.known());
    let owners = Names::new(&ways, |deal| deal.owner.as_deref());
    let sources = Names::new(&ways, |deal| deal.source.as_deref());
    let campaigns = Names::new(&ways, |deal| deal.campaign.as_deref());
    let outcomes = pooled::outcomes(book, &ladder, &ways, days);
    let velocity = velocity::velocity(book, &ways, &cycle);
    Measures {
        contact_speed: speed::contact_speed(&ways, &first_contact, book.as_of, days),
        forecast,
        coverage: coverage::coverage(book, &ways, settings.template.target, &velocity),
        velocity,
        since_last_copy: since::since_last_copy(book),
        slippage: slippage::slippage(&ways),
        lost_reasons: lost_reason::lost_reasons(&ladder, &ways),
        bottleneck: bottleneck::bottleneck(book, &ladder, &ways, &advances, &stays, &stalled),
        sellers_pooled: pooled::pooled(&outcomes, &owners, &sources),
        sources_pooled: pooled::pooled(&outcomes, &sources, &owners),
        campaigns_pooled: pooled::pooled(&outcomes, &campaigns, &owners),
        totals: totals::totals(&ways),
        trend: trend::trend(
            book,
            &trend::Grounds {
                ladder: &ladder,
                ways: &ways,
                stalled: &stalled,
                first_contact: &first_contact,
                follow_up: &follow_up,
                owners: &owners,
                days,
            },
        ),
        conversion: conversion::conversion(&ladder, &ways, &funnel, settings.conversion, days),
        cohorts: cohort::cohorts(book, &ladder, &ways, &settings.horizons),
        dwells: dwell::dwells(book, &stays),
        cycle,
        funnel,
        owners: groups.by(&owners),
        sources: groups.by(&sources),
        campaign_costs: campaign_cost::campaign_costs(book, &ways),
        campaigns: groups.by_if_any(&campaigns),
        completeness: quality::completeness(book, &ways),
        newest_fact: quality::newest_fact(book, &histories),
        period: period::period(book, &ways, settings.period, &first_contact, &follow_up),
        stalled,
        first_contact,
        follow_up,
        findings,
    }
}
