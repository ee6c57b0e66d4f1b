//! Rows of tables of deals that speak of one deal in, that deal out: the state cells tell where it stands, the dates how
//! it came there. Mostly it is one row.
//!
//! A deal begins on the first rung, on the day of its inquiry. Dates of stages follow in their order; what no date
//! tells, but the state cell does, is reached at an unknown time. Dates after as-of are not known yet: a deal that was
//! closed after as-of still stands where it stood. The entries themselves are put together in [`way`].
//!
//! [`way`]: super::way

use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Deal, Entered, Moment, SkipReason, StageEntry, StageId, StageKind};
use crate::recognise::{Layout, Record};
use crate::template::Field;

use super::ladder::{Ladder, Says};
use super::sheet::{Dated, Order, Row, Sheet, describes_a_deal};
use super::state::state_words;
use super::way::{Standing, way};
use super::when::{When, Whens};
use super::{Run, activity, facts, say};

/// How a team keeps a table, as far as it decides what a date means.
pub(super) struct Habits {
    /// Most undecided deals have a "date of closing": it is a plan until the deal is closed.
    closing_is_planned: bool,
    /// Something in the table happened after as-of: it was written later, and a closing may be news from later too.
    written_later: bool,
}

impl Habits {
    pub(super) fn of(place: usize, sheet: &Sheet<'_>, ladder: &Ladder, as_of: Moment) -> Self {
        let (mut undecided, mut dated, mut written_later) = (0, 0, false);
        for (index, record) in sheet.counted() {
            let row = Row { order: Order { sheet: place, record: index }, sheet, record };
            if Told::of(&row, ladder).word.is_some_and(|word| !is_closed(word, ladder)) {
                undecided += 1;
                dated += usize::from(record.closed_on.is_some());
            }
            let whens = Whens::of(&[row], row, ladder, as_of);
            written_later |= whens.facts().any(|when| when.later().is_some());
        }
        Self { closing_is_planned: 2 * dated > undecided, written_later }
    }
}

/// What the state cells of a row tell.
pub(super) struct Told {
    pub word: Option<Says>,
    /// The stage cell, where the other cell overrules it.
    through: Option<StageId>,
    /// The stage in which the deal was lost, if it was.
    lost_in: Option<StageId>,
    /// A cell says that the deal is undecided.
    open: bool,
}

impl Told {
    pub(super) fn of(row: &Row<'_>, ladder: &Ladder) -> Self {
        let record = row.record;
        let words = state_words(record, row.layout(), |word| ladder.kind_of_word(word));
        let says = |word: Option<&str>| word.and_then(|word| ladder.says(word));
        let stage_of = |word| match says(word) {
            Some(Says::Stage(stage)) => Some(stage),
            Some(Says::Open) | None => None,
        };
        let on_ladder = |stage: &StageId| ladder.pipeline.stage(*stage).rank.is_some();
        let lost_in = stage_of(record.lost_stage.as_deref()).filter(on_ladder);
        let open = [&record.stage, &record.outcome].into_iter().any(|cell| says(cell.as_deref()) == Some(Says::Open));
        Self { word: says(words.decides), through: stage_of(words.through), lost_in, open }
    }

    /// The stage that the deal had come to before it was closed in this one, when a cell tells.
    fn through_to(&self, closed: StageId, ladder: &Ladder) -> Option<StageId> {
        let lost_in = self.lost_in.filter(|_| ladder.kind(closed) == StageKind::Lost);
        self.through.or(lost_in)
    }

    /// The stage that a cell names.
    pub(super) fn stage(&self) -> Option<StageId> {
        match self.word {
            Some(Says::Stage(stage)) => Some(stage),
            Some(Says::Open) | None => None,
        }
    }
}

fn is_closed(word: Says, ladder: &Ladder) -> bool {
    matches!(word, Says::Stage(stage) if ladder.is_closed(stage))
}

/// The deal of these rows, of which the last one has the last word, as it is known at a moment; the calls and meetings
/// about it date what no column dates.
pub(super) fn deal(
    rows: &[Row<'_>],
    activities: &[Row<'_>],
    as_of: Moment,
    run: &mut Run<'_>,
) -> Result<Deal, SkipReason> {
    if !rows.iter().any(|row| describes_a_deal(row.record)) {
        return Err(SkipReason::NoDeal);
    }
    let ladder = run.ladder;
    let main = *rows.last().expect("a deal is made of at least one row");
    let state = say::state(rows, ladder);
    let told = Told::of(&state, ladder);
    let mut whens = Whens::of(rows, state, ladder, as_of);
    if whens.closed.as_ref().is_some_and(|when| run.habits[when.date().row.order.sheet].closing_is_planned) {
        whens.close = whens.closed.take();
    }
    run.warnings.extend(whens.facts().filter_map(When::later).map(Dated::in_future));
    let came_later = whens.inquiry.as_ref().is_some_and(|when| when.later().is_some());
    if came_later && whens.facts().all(|when| when.known().is_none()) {
        return Err(SkipReason::AfterAsOf);
    }

    let contacts = activity::date(&mut whens, &told, activities, run);
    let mut standing = standing(rows, &state, &told, &whens, run);
    if let Some(contacted) = contacts.last() {
        standing.rise_to(*contacted, ladder);
    }
    let tells_states = rows.iter().any(|row| row.sheet.has(&Field::Stage) || row.sheet.has(&Field::Outcome));
    let by_dates = !whens.steps.is_empty() || matches!(standing, Standing::Closed { .. });
    if tells_states && told.word.is_none() && !by_dates {
        run.warnings.push(Diagnostic::new(Code::StageMissing).at(main.at()));
    }
    let steps = way(&standing, &whens, ladder, &mut run.warnings);
    let through = matches!(standing, Standing::Closed { through: Some(_), .. });
    let has = |layout| rows.iter().any(|row| row.layout() == layout);
    let way_known = through
        || has(Layout::StageDates)
        || has(Layout::StageMarks)
        || steps.len() > 2 + contacts.len()
        || rows.iter().filter(|row| row.is_of_a_stage_sheet()).count() > 1;

    let currency = run.settings.template.currency;
    let mut history: Vec<StageEntry> = steps
        .into_iter()
        .map(|(stage, date)| StageEntry {
            stage,
            entered: date.as_ref().map_or(Entered::Unknown, |date| Entered::At(date.moment)),
            value: None,
            at: date.map_or(main, |date| date.row).at(),
        })
        .collect();
    let records: Vec<&Record> = rows.iter().map(|row| row.record).collect();
    if let Some(last) = history.last_mut() {
        last.value = facts::value_of(&records, currency);
    }
    let deal = facts::deal(&records, main.at(), history, &ladder.pipeline, currency);
    let lost = ladder.kind(deal.stage()) == StageKind::Lost;
    Ok(Deal {
        way_known: way_known || !lost,
        stages_kept: has(Layout::StageDates),
        last_activity: activity::newest(rows, as_of),
        custom: run.custom(rows),
        ..deal
    })
}

/// Where the deal of a row stands. The state cells decide; a date of winning or losing closes a deal whose stage cell
/// was left as it stood, unless a cell says that it is open.
fn standing<'a>(rows: &[Row<'a>], state: &Row<'a>, told: &Told, whens: &Whens<'a>, run: &mut Run<'_>) -> Standing<'a> {
    let ladder = run.ladder;
    let stage = told.stage();
    if let Some(stage) = stage
        && ladder.is_closed(stage)
    {
        let through = told.through_to(stage, ladder);
        return match closing(stage, told, whens, ladder) {
            Closing::On(date) => Standing::Closed { stage, through, on: Some(date) },
            Closing::After(date) => {
                run.warnings.push(date.in_future());
                Standing::Undecided { stage: told.through, through: None }
            }
            Closing::Planned(date) => {
                run.warnings.push(date.in_future());
                // Where nothing else is later than as-of, the cell was written before, and the date is an old plan.
                if run.habits[state.order.sheet].written_later {
                    Standing::Undecided { stage: told.through, through: None }
                } else {
                    Standing::Closed { stage, through, on: None }
                }
            }
            Closing::Untold => {
                if CLOSINGS.iter().any(|field| rows.iter().any(|row| row.sheet.has(field))) {
                    run.warnings.push(Diagnostic::new(Code::CloseDateMissing).at(state.at()));
                }
                Standing::Closed { stage, through, on: None }
            }
        };
    }
    let undecided = Standing::Undecided { stage, through: told.through };
    if told.open {
        return undecided;
    }
    let known = |when: &Option<When<'a>>| when.as_ref().and_then(|when| when.known().cloned());
    let on = |stage, on| Standing::Closed { stage, through: told.through_to(stage, ladder), on };
    let by_date = match (known(&whens.won), known(&whens.lost)) {
        (Some(won), Some(lost)) if won.is_before(&lost) => Some((ladder.lost, lost)),
        (Some(won), _) => Some((ladder.won, won)),
        (None, Some(lost)) => Some((ladder.lost, lost)),
        (None, None) => None,
    };
    let marked = |kind| whens.marks.iter().copied().find(|stage| ladder.kind(*stage) == kind);
    let closed_by_mark = marked(StageKind::Lost).or(marked(StageKind::Won));
    match (by_date, stage) {
        (None, None) if closed_by_mark.is_some() => {
            on(closed_by_mark.unwrap_or(ladder.lost), known(&whens.closed).or(known(&whens.close)))
        }
        (None, None) if marked(StageKind::Deferred).is_some() => {
            Standing::Undecided { stage: marked(StageKind::Deferred), through: None }
        }
        (Some((closed, date)), _) => {
            Standing::Closed { stage: closed, through: told.through_to(closed, ladder).or(stage), on: Some(date) }
        }
        (None, Some(_)) => undecided,
        (None, None) if rows.iter().any(|row| row.record.lost_reason.is_some()) => {
            on(ladder.lost, known(&whens.closed).or(known(&whens.close)))
        }
        (None, None) => match known(&whens.closed) {
            Some(date) => on(ladder.won, Some(date)),
            None => undecided,
        },
    }
}

/// Fields that can tell when a deal was closed.
const CLOSINGS: [Field; 5] = [Field::WonOn, Field::LostOn, Field::ClosedOn, Field::CloseDate, Field::Entered];

/// What the dates tell of a closing.
enum Closing<'a> {
    On(Dated<'a>),
    /// After as-of.
    After(Dated<'a>),
    /// Expected, or done, after as-of.
    Planned(Dated<'a>),
    Untold,
}

/// When a deal that a cell calls won or lost was closed: the most telling date of those that the row has.
fn closing<'a>(stage: StageId, told: &Told, whens: &Whens<'a>, ladder: &Ladder) -> Closing<'a> {
    let own = if ladder.kind(stage) == StageKind::Won { &whens.won } else { &whens.lost };
    // Since when it is in the stage that the stage cell names: the closed one, unless that cell is overruled.
    let after_sales = ladder.kind(stage) == StageKind::Won && stage != ladder.won;
    let entered = whens.entered.as_ref().filter(|_| told.through.is_none() && !after_sales);
    let facts = [own.as_ref(), whens.closed.as_ref(), entered];
    match (facts.into_iter().flatten().next(), &whens.close) {
        (Some(When::Known(date)), _) | (None, Some(When::Known(date))) => Closing::On(date.clone()),
        (Some(When::Later(date)), _) => Closing::After(date.clone()),
        (None, Some(When::Later(date))) => Closing::Planned(date.clone()),
        (None, None) => Closing::Untold,
    }
}
