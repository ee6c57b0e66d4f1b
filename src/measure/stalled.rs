//! Stalled deals: those that stay in their stage longer than deals that went on from it ever needed.
//!
//! The limit of a stage, in days, is the template's; else the smallest t with `F(t) ≥ 0.9·F(∞)`, where F is
//! the cumulative incidence of advancing out of the stage (Aalen–Johansen, so that deals still there count):
//! nine in ten that advanced had done so by then. Below 30 observed advances the largest of them would too
//! often lie under the true limit, and a default is taken.
//!
//! An open deal is stalled when its present stay is longer than the limit, unless a next step is agreed within
//! the coming days. A deferred deal is stalled when the day on which to ask again has passed, or, without
//! such a day, after the limit of its stage. Whatever no cell dates is not judged. A deal that entered its stage between
//! two copies of the sheet is as old as a change in the middle would make it, and judged where it is over the limit, or
//! within it, whenever it entered.

use super::dwell::GAPS;
use super::landmark::{Landmark, PastStay, landmarks};
use super::slippage::slip;
use super::stats::survival::{Curve, Exit, incidence_at_end};
use super::stay::{Stay, Stays};
use super::visit::about;
use super::way::{MOST_DATED, Way};
use super::{AgeStatus, Ageing, Flag, LimitBasis, SortBasis, StageLimit, Stalled};
use crate::model::{Book, DealState, Entered, Moment, Pipeline, Stage, StageId, StageKind};

/// Of the deals that advance, this share has done so by the limit.
const LIMIT_QUANTILE: f64 = 0.9;

/// Advances needed to learn a limit.
const LEARNED_FROM: usize = 30;

/// Comparable stays needed before a chance is named.
const COMPARABLE_STAYS: usize = 20;

/// Pushes, or days in all, from which on an expected close counts as moved.
const MOVED: (usize, f64) = (3, 30.0);

/// Days without activity that are worth a flag.
const QUIET_DAYS: f64 = 14.0;

/// An age is over a limit by more than rounding.
const TOLERANCE: f64 = 1e-9;

/// Measures which open and deferred deals are stalled. A next step within so many days keeps a deal from it.
pub(super) fn stalled(book: &Book, ways: &[Way<'_>], stays: &[Stays], scheduled_within_days: u32) -> Stalled {
    let limits: Vec<StageLimit> = book
        .pipeline
        .iter()
        .filter(|(_, stage)| matches!(stage.kind, StageKind::Open | StageKind::Deferred))
        .map(|(id, stage)| limit(id, stage, &stays[id.0]))
        .collect();
    let habits = Habits { steps_are_kept: steps_are_kept(ways), scheduled_within_days };
    let mut deals: Vec<Ageing> = Vec::new();
    for limit in &limits {
        let here = ways.iter().filter(|way| way.stage == limit.stage);
        let first = deals.len();
        deals.extend(here.map(|way| ageing(&book.pipeline, book.as_of, way, limit, &habits)));
        add_chances(&mut deals[first..], &stays[limit.stage.0], ways);
    }
    let sorted_by = sort(&mut deals, ways);
    Stalled { limits, deals, sorted_by }
}

/// How severe it is to be over a limit by this ratio: 1 up to 1.5 times, 2 up to 3 times, 3 beyond.
pub(super) fn severity(ratio: f64) -> u8 {
    if ratio <= 1.5 {
        1
    } else if ratio <= 3.0 {
        2
    } else {
        3
    }
}

fn limit(id: StageId, stage: &Stage, stays: &Stays) -> StageLimit {
    let advanced = || stays.dated.iter().filter(|stay| stay.exit() == Exit::Event);
    let advances = advanced().count();
    let learned = || {
        let observed: Vec<(f64, Exit)> = stays.dated.iter().map(|stay| (stay.days, stay.exit())).collect();
        let days = (advances >= LEARNED_FROM).then(|| Curve::new(&observed).quantile_among_events(LIMIT_QUANTILE));
        // A limit that copies cannot tell is none.
        days.flatten().filter(|days| stays.gap().is_none_or(|gap| *days >= GAPS * gap))
    };
    let deferred = stage.kind == StageKind::Deferred;
    let (days, basis) = if let Some(days) = stage.limit_days {
        (days, LimitBasis::Fixed)
    } else if deferred {
        (stage.default_limit_days, LimitBasis::Fixed)
    } else if let Some(days) = learned() {
        (days, LimitBasis::History)
    } else {
        (stage.default_limit_days, LimitBasis::Default)
    };
    StageLimit {
        stage: id,
        days,
        basis,
        advances: (!deferred).then_some(advances),
        longest_advance: (basis == LimitBasis::History)
            .then(|| advanced().map(|stay| stay.days).max_by(f64::total_cmp))
            .flatten(),
    }
}

/// How the team keeps its next steps.
struct Habits {
    /// At least half of the undecided deals have one, so that its lack tells something.
    steps_are_kept: bool,
    scheduled_within_days: u32,
}

fn steps_are_kept(ways: &[Way<'_>]) -> bool {
    let undecided = ways.iter().filter(|way| way.is_undecided());
    let (all, kept) = undecided.fold((0, 0), |(all, kept), way| (all + 1, kept + usize::from(has_next_step(way))));
    kept > 0 && 2 * kept >= all
}

/// Whether a next step is agreed, dated or not.
pub(super) fn has_next_step(way: &Way<'_>) -> bool {
    way.deal.next_step_on.is_some() || way.deal.next_step.is_some()
}

fn ageing(pipeline: &Pipeline, as_of: Moment, way: &Way<'_>, limit: &StageLimit, habits: &Habits) -> Ageing {
    let (age, ages) = ages(pipeline, as_of, way, limit.days);
    // A limit of no days (all advanced on the day they came) counts as one day, so that there is a ratio.
    let ratio = age.map(|age| age / if limit.days > 0.0 { limit.days } else { 1.0 });
    let status = status(as_of, way, ages, limit.days, habits.scheduled_within_days);
    Ageing {
        deal: way.index,
        stage: limit.stage,
        age,
        limit: limit.days,
        ratio,
        status,
        severity: if status == AgeStatus::Stalled { ratio.map_or(1, severity) } else { 0 },
        flags: flags(as_of, way, habits),
        p_win: None,
        p_win_n: 0,
        p_age_used: None,
        p_win_at_entry: None,
        expected_value: None,
    }
}

/// The days for which a deal has been in its stage, and the least and the most that they can be. A deal that was there in
/// the first copy already has been for at least so long.
fn ages(pipeline: &Pipeline, as_of: Moment, way: &Way<'_>, limit: f64) -> (Option<f64>, Option<(f64, f64)>) {
    let place = way.history.len() - 1;
    let since = |moment: Moment| moment.days_until(as_of);
    match way.history[place].entered {
        Entered::At(at) => (Some(since(at)), Some((since(at), since(at)))),
        Entered::Between(after, by) => {
            (about(pipeline, way.history, way.stages_kept, place).map(since), Some((since(by), since(after))))
        }
        Entered::BeforeCopies(after, by) => {
            (Some(since(by)).filter(|least| *least > limit), Some((since(by), since(after))))
        }
        Entered::Unknown => (None, None),
    }
}

fn status(as_of: Moment, way: &Way<'_>, ages: Option<(f64, f64)>, limit: f64, scheduled_within_days: u32) -> AgeStatus {
    let days_to_step = way.deal.next_step_on.map(|step| (step.date() - as_of.date()).num_days());
    let is_over = |age: f64| age > limit + TOLERANCE;
    let over = ages.and_then(|(least, most)| (is_over(least) == is_over(most)).then_some(is_over(least)));
    if way.state == DealState::Deferred {
        return match (days_to_step, over) {
            (Some(days), _) if days < 0 => AgeStatus::Stalled,
            (None, Some(true)) => AgeStatus::Stalled,
            (None, None) => AgeStatus::CannotTell,
            _ => AgeStatus::Deferred,
        };
    }
    let scheduled = days_to_step.is_some_and(|days| (0..=i64::from(scheduled_within_days)).contains(&days));
    match over {
        None => AgeStatus::CannotTell,
        Some(false) => AgeStatus::Ok,
        Some(true) if scheduled => AgeStatus::Scheduled,
        Some(true) => AgeStatus::Stalled,
    }
}

fn flags(as_of: Moment, way: &Way<'_>, habits: &Habits) -> Vec<Flag> {
    let passed = |moment: Option<Moment>| moment.is_some_and(|moment| moment.date() < as_of.date());
    let quiet = way.deal.last_activity.is_some_and(|last| last.days_until(as_of) > QUIET_DAYS);
    let signs = [
        (Flag::OverdueNextStep, passed(way.deal.next_step_on)),
        (Flag::NoNextStep, habits.steps_are_kept && !has_next_step(way)),
        (Flag::CloseDatePassed, passed(way.deal.expected_close)),
        (Flag::CloseDateMoved, slip(way).is_some_and(|slip| slip.pushes >= MOVED.0 || slip.days >= MOVED.1)),
        (Flag::NoActivity, quiet),
    ];
    signs.into_iter().filter(|(_, shown)| *shown).map(|(flag, _)| flag).collect()
}

/// Adds the chances to win of deals that are all in the stage of these stays.
fn add_chances(deals: &mut [Ageing], stays: &Stays, ways: &[Way<'_>]) {
    let ended = |stay: &Stay| stay.to_end.map(|(to_end, end)| PastStay { days: stay.days, to_end, end });
    let past: Vec<PastStay> = stays.dated.iter().filter_map(ended).collect();
    let speaks_for_all = past.len() as f64 >= MOST_DATED * stays.seen() as f64;
    let mut dated: Vec<&mut Ageing> = deals.iter_mut().filter(|ageing| ageing.age.is_some()).collect();
    if dated.is_empty() {
        return;
    }
    let ages: Vec<f64> = dated.iter().filter_map(|ageing| ageing.age).chain([0.0]).collect();
    let ever =
        |p: &mut f64, stays: &[PastStay]| *p = incidence_at_end(stays.iter().map(|stay| (stay.to_end, stay.end)));
    let mut chances = landmarks(past, &ages, COMPARABLE_STAYS, ever, |p, _| *p);
    let at_entry = chances.pop().map_or(0.0, |chance| chance.figures);
    for (ageing, Landmark { figures: p, stays, age }) in dated.iter_mut().zip(chances) {
        ageing.p_win_n = stays;
        if speaks_for_all && stays >= COMPARABLE_STAYS {
            ageing.p_win = Some(p);
            ageing.p_age_used = Some(age);
            ageing.p_win_at_entry = Some(at_entry);
            ageing.expected_value = ways[ageing.deal].value().map(|_| grosze(ways[ageing.deal].amount() * p));
        }
    }
}

/// Puts stalled deals first, then those with most left to save: by value times chance when every chance is
/// known, else by value.
fn sort(deals: &mut [Ageing], ways: &[Way<'_>]) -> SortBasis {
    let basis =
        if deals.iter().all(|ageing| ageing.p_win.is_some()) { SortBasis::ExpectedValue } else { SortBasis::Value };
    let stake = |ageing: &Ageing| match basis {
        SortBasis::ExpectedValue => ageing.expected_value.unwrap_or(0.0),
        SortBasis::Value => ways[ageing.deal].amount(),
    };
    deals.sort_by(|a, b| {
        let stalled_first = (b.severity > 0).cmp(&(a.severity > 0));
        stalled_first.then_with(|| stake(b).total_cmp(&stake(a))).then_with(|| a.deal.cmp(&b.deal))
    });
    basis
}

/// An amount to the hundredth.
fn grosze(amount: f64) -> f64 {
    (amount * 100.0).round() / 100.0
}
