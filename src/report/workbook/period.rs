//! What happened in the week, month or quarter against the one before, then deal by deal what changed.

use rust_xlsxwriter::XlsxError;

use crate::diagnostic::Word;
use crate::i18n::format;
use crate::measure::{Change, ChangeKind, Measured, Period, PeriodCount, PeriodFigures, PeriodPromise};
use crate::model::{Entered, StageId};
use crate::report::section::Section;

use super::page::{Cell, Head, Look, Page, right};
use super::plan::Plan;
use super::since;

const WIDTHS: [f64; 10] = [30.0, 24.0, 18.0, 18.0, 24.0, 24.0, 16.0, 16.0, 16.0, 18.0];

/// Changes that are listed at most.
const MOST_ROWS: usize = 2_000;

type Done = Result<(), XlsxError>;

pub(super) fn sheet<'p>(plan: &'p Plan<'p>) -> Result<Page<'p>, XlsxError> {
    let mut page = Page::new(plan, Section::Period, &WIDTHS)?;
    let period = &plan.report.measures.period;
    page.title(Section::Period, &lead(plan, period))?;
    figures(&mut page, period)?;
    promises(&mut page, period)?;
    since::add(&mut page)?;
    if !since::lists(plan.report, period) {
        changes(&mut page, period)?;
    }
    page.definitions(&["term-period", "period-before", "period-day", "period-undone"])?;
    Ok(page)
}

/// Which days are held against which.
fn lead(plan: &Plan<'_>, period: &Period) -> String {
    let day = |day| Word::from(format::date(day, plan.language));
    let before = period.before();
    let words = [
        ("from", day(period.current.from)),
        ("to", day(period.current.to)),
        ("before_from", day(before.from)),
        ("before_to", day(before.to)),
    ];
    plan.language.say("lead-period", &words)
}

/// One row a kind of change: this period, as many days before, and the whole period before where it was longer.
fn figures(page: &mut Page<'_>, period: &Period) -> Done {
    let plan = page.plan;
    page.heading(&plan.word("period-title"))?;
    let whole = period.previous_so_far.is_some().then_some(&period.previous);
    let mut heads = vec![
        plan.words("period-what"),
        plan.figures("period-now"),
        plan.figures("period-then"),
        plan.figures("period-change"),
    ];
    heads.extend(plan.shown_currencies().iter().take(1).flat_map(|currency| {
        [plan.money_head("period-value-now", *currency), plan.money_head("period-value-then", *currency)]
    }));
    if let Some(whole) = whole {
        heads.push(whole_head(plan, whole));
    }
    let offers = |figures: &PeriodFigures| figures.offers.clone();
    let mut rows = Vec::new();
    for kind in ChangeKind::ALL {
        let of = |figures: &PeriodFigures| figures.changes.get(kind).cloned();
        let (Some(now), Some(then)) = (of(&period.current), of(period.before())) else { continue };
        let whole = whole.and_then(of);
        // Kinds that never occur say nothing, but what comes in, is won and lost is always of interest.
        let told = [Some(&now), Some(&then), whole.as_ref()].into_iter().flatten();
        let occurs = told.filter_map(Measured::known).any(|count| count.times > 0);
        if occurs || matches!(kind, ChangeKind::CameIn | ChangeKind::Won | ChangeKind::Lost) {
            rows.push(row(plan, &format!("change-{}", kind.name()), &now, &then, whole.as_ref()));
        }
        if *kind == ChangeKind::CameIn && offers(&period.current).known().is_some() {
            let whole = whole_offers(period);
            rows.push(row(plan, "period-offers", &offers(&period.current), &offers(period.before()), whole.as_ref()));
        }
    }
    page.grid(&heads, rows)?;
    for sentence in untold(plan, period) {
        page.remark(&sentence)?;
        page.next += 1;
    }
    Ok(())
}

fn whole_offers(period: &Period) -> Option<Measured<PeriodCount>> {
    period.previous_so_far.is_some().then(|| period.previous.offers.clone())
}

fn whole_head(plan: &Plan<'_>, whole: &PeriodFigures) -> Head {
    let day = |day| Word::from(format::date(day, plan.language));
    right(plan.language.say("period-whole", &[("from", day(whole.from)), ("to", day(whole.to))]))
}

fn row(
    plan: &Plan<'_>,
    key: &str,
    now: &Measured<PeriodCount>,
    then: &Measured<PeriodCount>,
    whole: Option<&Measured<PeriodCount>>,
) -> Vec<Cell> {
    let times = |count: &Measured<PeriodCount>| match count {
        Measured::Known(count) => Cell::Count(count.times),
        Measured::Unknown(_) => Cell::Right(plan.word("period-undated")),
    };
    let mut row = vec![Cell::Strong(plan.word(key)), times(now), times(then)];
    row.push(match (now.known(), then.known()) {
        (Some(now), Some(then)) => {
            let change = now.times as f64 - then.times as f64;
            Cell::Live("B{row}-C{row}".to_owned(), change, Look::Change)
        }
        _ => Cell::Blank,
    });
    for currency in plan.shown_currencies().iter().take(1) {
        row.extend([now, then].map(|count| match count.known() {
            Some(count) => Cell::Sum(format::plain(count.value.of(*currency)), Some(*currency)),
            None => Cell::Blank,
        }));
    }
    row.extend(whole.map(times));
    row
}

/// What no cell dates, and what the sheets wrote over.
fn untold(plan: &Plan<'_>, period: &Period) -> Vec<String> {
    let mut said = Vec::new();
    let undated: Vec<String> = period
        .undated
        .iter()
        .filter(|(_, count)| **count > 0)
        .map(|(kind, count)| {
            let kind = plan.word(&format!("change-{}", kind.name())).to_lowercase();
            format!("{kind}: {}", format::integer(*count as i64, plan.language))
        })
        .collect();
    if !undated.is_empty() {
        said.push(plan.language.say("period-without-dates", &[("kinds", undated.join(", ").into())]));
    }
    if period.stages_overwritten > 0 {
        said.push(plan.language.say("period-overwritten", &[("count", period.stages_overwritten.into())]));
    }
    said
}

/// The promises whose clocks started in each period.
fn promises(page: &mut Page<'_>, period: &Period) -> Done {
    let plan = page.plan;
    let both = [
        (Section::FirstContact, &period.current.first_contact, &period.before().first_contact),
        (Section::FollowUp, &period.current.follow_up, &period.before().follow_up),
    ];
    let known: Vec<_> =
        both.into_iter().filter_map(|(section, now, then)| Some((section, now.known()?, then.known()?))).collect();
    if known.is_empty() {
        return Ok(());
    }
    page.heading(&plan.word("period-promises-title"))?;
    let mut heads =
        vec![plan.words("period-promise"), plan.figures("period-kept-now"), plan.figures("period-kept-then")];
    heads.extend(["met", "missed", "cannot-tell", "not-mature"].map(|name| plan.figures(&format!("promise-{name}"))));
    let rows = known.into_iter().map(|(section, now, then)| {
        let share = |promise: &PeriodPromise| match promise.share_low.zip(promise.share_high) {
            Some((low, high)) => Cell::Right(format::percent_range(low, high, 0, plan.language)),
            None => Cell::Right("–".to_owned()),
        };
        vec![
            Cell::Strong(section.title(plan.language)),
            share(now),
            share(then),
            Cell::Count(now.mature.met),
            Cell::Count(now.mature.missed),
            Cell::Count(now.mature.cannot_tell),
            Cell::Count(now.not_mature),
        ]
    });
    page.grid(&heads, rows.collect())
}

/// What matters most comes first: wins, losses, what came in, then the rest; within a kind by day.
const ORDER: [ChangeKind; 9] = [
    ChangeKind::Won,
    ChangeKind::Lost,
    ChangeKind::CameIn,
    ChangeKind::Forward,
    ChangeKind::Back,
    ChangeKind::Resumed,
    ChangeKind::Deferred,
    ChangeKind::Vanished,
    ChangeKind::AfterSales,
];

/// Deal by deal what changed.
fn changes(page: &mut Page<'_>, period: &Period) -> Done {
    let plan = page.plan;
    let place = |kind: ChangeKind| ORDER.iter().position(|other| *other == kind);
    let mut changes: Vec<&Change> = period.changes.iter().collect();
    changes.sort_by_key(|change| place(change.kind));
    let all = changes.len();
    page.heading(&plan.language.say("period-changes-title", &[("count", all.into())]))?;
    if all > MOST_ROWS {
        changes.truncate(MOST_ROWS);
        page.remark(&plan.list_cut(Section::Period, MOST_ROWS, all))?;
    }
    let mut heads = vec![plan.words("to-do-deal")];
    heads.extend(
        ["deals-beside", "period-kind", "deals-owner", "period-from-stage", "period-to-stage"]
            .map(|key| plan.words(key)),
    );
    heads.extend(["period-on", "deals-value"].map(|key| plan.figures(key)));
    heads.extend(["deals-stage", "source-row"].map(|key| plan.words(key)));
    let rows = changes.into_iter().map(|change| change_row(plan, change)).collect();
    page.table(&heads, rows, &plan.word("period-nothing"))
}

fn change_row(plan: &Plan<'_>, change: &Change) -> Vec<Cell> {
    let deal = plan.deal(change.deal);
    let mut kind = plan.word(&format!("change-{}.one", change.kind.name()));
    if change.undone {
        kind = plan.language.say("period-taken-back", &[("kind", kind.into())]);
    }
    let stage = |stage: Option<StageId>| stage.map_or(Cell::Blank, |id| Cell::Text(plan.stage_name(id).to_owned()));
    vec![
        Cell::Deal(change.deal),
        plan.beside_name(change.deal),
        match change.kind {
            ChangeKind::Won if !change.undone => Cell::Good(kind),
            ChangeKind::Lost if !change.undone => Cell::Warned(kind),
            _ => Cell::Text(kind),
        },
        deal.owner.clone().map_or(Cell::Blank, Cell::Text),
        stage(change.from),
        stage(Some(change.to)),
        match change.entered {
            Entered::At(moment) | Entered::Between(_, moment) => Cell::Moment(moment),
            Entered::BeforeCopies(..) | Entered::Unknown => Cell::Blank,
        },
        deal.value.map_or(Cell::Blank, Cell::Money),
        Cell::Text(plan.stage_name(deal.stage()).to_owned()),
        Cell::Text(plan.source_of(deal)),
    ]
}
