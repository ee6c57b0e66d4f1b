//! Sources: what share of the inquiries each brings, beside its share of what was sold, and how often its inquiries
//! are won, with what chance alone would explain.

use crate::i18n::{Language, format};
use crate::measure::{Group, Measured, Pooled, PooledGroup, RateVerdict};
use crate::model::Purse;
use crate::report::Report;

use super::Picture;
use super::look::{self, FIGURE, HEADER, MARGIN, NAME, NOTE, RIGHT};
use super::page::{self, Align, Page, Plot};
use super::table::{GAP, Rows};
use super::words;

/// Sources with rows of their own; the smaller ones share one.
const MOST: usize = 9;
/// A share of sales is telling when it differs by so much from the share of inquiries, and so many were won.
const TELLING: f64 = 0.05;
const WON_FOR_TITLE: usize = 5;

/// One source, or the smaller ones together.
struct Row<'a> {
    name: String,
    deals: usize,
    won: usize,
    won_value: Purse,
    rate: Option<&'a PooledGroup>,
    /// Share of all inquiries.
    of_deals: f64,
    /// Share of what was sold; none when nothing was.
    of_sales: Option<f64>,
}

/// What shares of sales are taken of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sales {
    /// Amounts in one currency.
    Value,
    /// Deals: there are no values, or in several currencies.
    Wins,
}

/// The picture; none when there are no two sources to compare.
pub(super) fn sketch(report: &Report<'_>) -> Option<Picture> {
    if report.measures.sources.iter().all(|group| group.name.is_none()) {
        return None;
    }
    let (language, totals) = (report.language, &report.measures.totals);
    let by_value = totals.won_value.single().is_some_and(|sum| !sum.is_zero());
    let sales = if by_value { Sales::Value } else { Sales::Wins };
    let rows = rows(report, sales);
    if rows.len() < 2 {
        return None;
    }
    let title = title(report, &rows, sales);
    let parts = [
        language.say("count-deals", &[("count", totals.deals.into())]),
        language.say("chart-source-won", &[("count", totals.won.into())]),
    ];
    let under = words::under(report, parts.to_vec());
    let marks = page::draw(|page| draw(page, report, &title, &under, &rows, sales));
    let shares: Vec<String> = rows.iter().map(|row| format!("{}: {}/{}", row.name, row.won, row.deals)).collect();
    Some(Picture { name: "sources", alt: format!("{title}. {}", shares.join("; ")), title, marks })
}

fn rows<'a>(report: &Report<'a>, sales: Sales) -> Vec<Row<'a>> {
    let measures = report.measures;
    let sold = |won: usize, value: &Purse| match sales {
        Sales::Value => ratio(value.single().map_or(0.0, format::plain), amount(&measures.totals.won_value)),
        Sales::Wins => ratio(won as f64, measures.totals.won as f64),
    };
    let rate = |name: Option<&str>| {
        let groups = measures.sources_pooled.known().map(|pooled| pooled.groups.as_slice()).unwrap_or_default();
        groups.iter().find(|group| Some(group.name.as_str()) == name)
    };
    let row = |name: String, groups: &[&Group]| {
        let deals = groups.iter().map(|group| group.deals).sum();
        let won = groups.iter().map(|group| group.won).sum();
        let won_value: Purse = groups.iter().flat_map(|group| group.won_value.sums()).collect();
        let of_deals = ratio(deals as f64, measures.totals.deals as f64).unwrap_or_default();
        let own = groups.first().filter(|_| groups.len() == 1).and_then(|group| rate(group.name.as_deref()));
        Row { name, deals, won, rate: own, of_deals, of_sales: sold(won, &won_value), won_value }
    };
    let (mut named, nameless): (Vec<&Group>, Vec<&Group>) =
        measures.sources.iter().partition(|group| group.name.is_some());
    named.sort_by(|a, b| b.deals.cmp(&a.deals).then_with(|| a.name.cmp(&b.name)));
    let shown = if named.len() > MOST + 1 { MOST } else { named.len() };
    let (large, small) = named.split_at(shown);
    let name = |group: &Group| group.name.clone().unwrap_or_else(|| report.language.text("no-source"));
    let mut rows: Vec<Row<'a>> = large.iter().map(|group| row(name(group), &[group])).collect();
    if !small.is_empty() {
        rows.push(row(report.language.say("chart-source-others", &[("count", small.len().into())]), small));
    }
    rows.extend(nameless.iter().map(|group| row(name(group), &[group])));
    rows
}

fn ratio(part: f64, whole: f64) -> Option<f64> {
    (whole > 0.0).then(|| part / whole)
}

fn amount(purse: &Purse) -> f64 {
    purse.single().map_or(0.0, format::plain)
}

/// The finding: the source whose sales differ most from its inquiries, or which surely wins more, or that none does.
fn title(report: &Report<'_>, rows: &[Row<'_>], sales: Sales) -> String {
    let language = report.language;
    let named = || {
        let names: Vec<&str> = report.measures.sources.iter().filter_map(|group| group.name.as_deref()).collect();
        rows.iter().filter(move |row| names.contains(&row.name.as_str()))
    };
    if report.measures.totals.won == 0 {
        let (deals, sources) = (report.measures.totals.deals, report.measures.sources.len());
        return language.say("chart-source-unsold", &[("deals", deals.into()), ("sources", sources.into())]);
    }
    let surplus = |row: &Row<'_>| row.of_sales.unwrap_or_default() - row.of_deals;
    let name = |row: &Row<'_>| NAME.cut(&row.name, 300.0).into_owned();
    let shares = |key: &str, row: &Row<'_>| {
        let (deals, sold) = (row.of_deals, row.of_sales.unwrap_or_default());
        let words = [
            ("source", name(row).into()),
            ("deals", format::percent(deals, 0, language).into()),
            ("sales", format::percent(sold, 0, language).into()),
        ];
        language.say(key, &words)
    };
    let enough = report.measures.totals.won >= WON_FOR_TITLE && sales == Sales::Value;
    let best = named().filter(|row| row.won >= WON_FOR_TITLE).max_by(|a, b| surplus(a).total_cmp(&surplus(b)));
    if let Some(best) = best.filter(|row| enough && surplus(row) > TELLING) {
        return shares("chart-source-sells", best);
    }
    for (verdict, key) in [(RateVerdict::Above, "chart-source-above"), (RateVerdict::Below, "chart-source-below")] {
        let sure = named().filter_map(|row| Some((row, row.rate.filter(|rate| rate.verdict == verdict)?)));
        let row = sure.max_by(|(_, a), (_, b)| (a.above_team - 0.5).abs().total_cmp(&(b.above_team - 0.5).abs()));
        if let Some((row, rate)) = row {
            let (own, all) = (rate.won as f64 / rate.n.max(1) as f64, report.measures.sources_pooled.known());
            let words = [
                ("source", name(row).into()),
                ("own", words::percent(own, language).into()),
                ("all", words::percent(all.map_or(0.0, |pooled| pooled.team_rate), language).into()),
            ];
            return language.say(key, &words);
        }
    }
    let idle = named().min_by(|a, b| surplus(a).total_cmp(&surplus(b)));
    match idle.filter(|row| enough && surplus(row) < -TELLING) {
        Some(idle) => shares("chart-source-idle", idle),
        None => language.text("chart-source-even"),
    }
}

/// Most that the names take.
const NAMES: f64 = 230.0;
/// Room for the label behind the longest bar of the shares.
const LABEL: f64 = 150.0;
/// Share of the free width that the shares take; the rates have the rest.
const SHARES: f64 = 0.56;

fn draw(page: &Page<'_>, report: &Report<'_>, title: &str, under: &str, rows: &[Row<'_>], sales: Sales) {
    let language = report.language;
    let top = look::head(page, title, under);
    let pooled = &report.measures.sources_pooled;
    let notes = look::foot(&[rule(pooled, language)], 0.0);
    let places = Rows::between(rows.len(), rows.len(), top + 40.0, look::foot_top(notes.len()) - 8.0);
    let name = NAME.at_most(places.pitch * 0.44);
    let names = name.widest(rows.iter().map(|row| row.name.as_str())).clamp(60.0, NAMES);
    page.text((MARGIN, places.heads()), Align::Left, HEADER, &language.text("chart-source-name"));
    for (row, middle) in rows.iter().zip(&places.middles) {
        page.text_within((MARGIN, *middle), Align::Left, name, &row.name, names);
    }
    for pair in places.middles.windows(2) {
        let between = pair[0].midpoint(pair[1]);
        page.line((MARGIN, between), (RIGHT, between), 1.0, look::PALE);
    }
    let left = MARGIN + names + GAP;
    let shares_right = match pooled {
        Measured::Known(_) => left + (RIGHT - left) * SHARES - GAP,
        Measured::Unknown(_) => RIGHT,
    };
    draw_shares(page, language, rows, &places, (left, shares_right), sales);
    if let Measured::Known(pooled) = pooled {
        draw_rates(page, language, pooled, rows, &places, shares_right + GAP);
    }
    for (line, middle) in notes.iter().zip(look::foot_lines(notes.len())) {
        page.text_within((MARGIN, middle), Align::Left, NOTE, line, RIGHT - MARGIN);
    }
}

fn rule(pooled: &Measured<Pooled>, language: Language) -> String {
    match pooled {
        Measured::Known(pooled) => language.say("chart-source-rule", &[("days", pooled.days.into())]),
        Measured::Unknown(why) => {
            let why = language.text(&format!("unmeasured-{}", why.name()));
            language.say("chart-source-no-rate", &[("why", why.into())])
        }
    }
}

/// Two bars a source, each with its share and count: inquiries in blue, sales in green.
fn draw_shares(
    page: &Page<'_>,
    language: Language,
    rows: &[Row<'_>],
    places: &Rows,
    (left, right): (f64, f64),
    sales: Sales,
) {
    let heads = places.heads();
    let sold = language.text(if sales == Sales::Value { "chart-source-value" } else { "chart-source-wins" });
    let deals = language.text("chart-source-deals");
    page.text((left, heads), Align::Left, HEADER.bold().inked(look::BLUE), &deals);
    let beside = left + HEADER.bold().width(&deals) + 18.0;
    page.text((beside, heads), Align::Left, HEADER.bold().inked(look::GREEN), &sold);

    let most = rows.iter().flat_map(|row| [row.of_deals, row.of_sales.unwrap_or_default()]).fold(0.01, f64::max);
    let plot =
        page.plot((left, places.top), (right - LABEL, places.bottom), page::span(0.0, most), page::span(0.0, 1.0));
    let half = (places.pitch * 0.17).min(11.0);
    let set = FIGURE.at_most(half * 1.7).at_most(14.5);
    for (row, middle) in rows.iter().zip(&places.middles) {
        let bar = |centre: f64, share: f64, colour, label: String| {
            let to = plot.place(share, 0.0).0.max(left + 1.0);
            page.block((left, centre - half), (to, centre + half), colour);
            page.text_within((to + 7.0, centre), Align::Left, set, &label, RIGHT - to - 7.0);
        };
        let percent = |share: f64| words::percent(share, language);
        let label = format!("{} · {}", percent(row.of_deals), words::count(row.deals, language));
        bar(middle - half - 1.0, row.of_deals, look::BLUE, label);
        let Some(share) = row.of_sales else { continue };
        let worth = match sales {
            Sales::Value => words::purse(&row.won_value, language),
            Sales::Wins => words::count(row.won, language),
        };
        bar(middle + half + 1.0, share, look::GREEN, format!("{} · {worth}", percent(share)));
    }
}

/// The pooled rate of each source with its interval, against the rate of all.
fn draw_rates(page: &Page<'_>, language: Language, pooled: &Pooled, rows: &[Row<'_>], places: &Rows, left: f64) {
    let counts: Vec<String> = rows
        .iter()
        .map(|row| {
            let of = |rate: &PooledGroup| {
                let words = [
                    ("part", words::count(rate.won, language).into()),
                    ("whole", words::count(rate.n, language).into()),
                ];
                language.say("chart-of", &words)
            };
            row.rate.map_or_else(|| "–".to_owned(), of)
        })
        .collect();
    let set = FIGURE.at_most(places.pitch * 0.4);
    let head = language.say("chart-source-rate", &[("days", pooled.days.into())]);
    let of = set.widest(counts.iter().map(String::as_str));
    for (count, middle) in counts.iter().zip(&places.middles) {
        page.text((RIGHT, *middle), Align::Right, set, count);
    }
    page.text((left, places.heads()), Align::Left, HEADER, &head);

    let highest = rows.iter().filter_map(|row| Some(row.rate?.pooled_80.hi)).fold(pooled.team_rate * 1.3, f64::max);
    let right = RIGHT - of - GAP - HEADER.width(&words::percent(0.25, language)) - 7.0;
    let axis = page::span(0.0, (highest * 1.05).clamp(0.01, 1.0));
    let plot = page.plot((left, places.top), (right, places.bottom), axis, page::span(0.0, 1.0));
    let team = plot.place(pooled.team_rate, 0.0).0;
    page.line((left, places.top), (left, places.bottom), 1.0, look::RULE);
    page.dashes(team, (places.top, places.bottom), 1.5, look::SOFT);
    let share = words::percent(pooled.team_rate, language);
    let label = language.say("chart-source-team", &[("share", share.into())]);
    let at = team.clamp(left + HEADER.width(&label) / 2.0, right - HEADER.width(&label) / 2.0);
    page.text((at, places.bottom + 10.0), Align::Centre, HEADER, &label);
    for (row, middle) in rows.iter().zip(&places.middles) {
        let Some(rate) = row.rate else { continue };
        draw_rate(page, language, &plot, rate, *middle, places.pitch);
    }
}

fn draw_rate<Y>(
    page: &Page<'_>,
    language: Language,
    plot: &Plot<'_, plotters::coord::types::RangedCoordf64, Y>,
    rate: &PooledGroup,
    middle: f64,
    pitch: f64,
) where
    Y: plotters::coord::ranged1d::Ranged<ValueType = f64>,
{
    let radius = (pitch * 0.12).min(6.0);
    let x = |share: f64| plot.place(share, 0.0).0;
    let (colour, full) = match rate.verdict {
        RateVerdict::Above => (look::BLUE, true),
        RateVerdict::Below => (look::ORANGE, true),
        RateVerdict::WithinChance | RateVerdict::TooFew => (look::RULE, false),
    };
    page.line((x(rate.pooled_80.lo), middle), (x(rate.pooled_80.hi), middle), 2.0, colour);
    page.disc((x(rate.pooled), middle), radius, if full { colour } else { look::WHITE });
    if !full {
        page.ring((x(rate.pooled), middle), radius, 2.0, look::SOFT);
    }
    let label = if rate.verdict == RateVerdict::TooFew {
        language.text("chart-source-few")
    } else {
        words::percent(rate.pooled, language)
    };
    let set = if full { HEADER.bold().inked(look::INK) } else { HEADER }.at_most(pitch * 0.4);
    let left = x(rate.pooled_80.hi).max(x(rate.pooled) + radius) + 7.0;
    // The line of all sources stops where a figure stands.
    let half = set.size * 0.6;
    page.block((left - 2.0, middle - half), (left + set.width(&label) + 2.0, middle + half), look::WHITE);
    page.text((left, middle), Align::Left, set, &label);
}
