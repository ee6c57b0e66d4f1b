//! Tables with one row a deal in, deals out: the state cells tell where a deal stands, the dates how it came there.
//!
//! A deal begins on the first rung, on the day of its inquiry. Dates of stages follow in their order; what no date
//! tells, but the state cell does, is reached at an unknown time. Dates after as-of are not known yet: a deal that was
//! closed after as-of still stands where it stood. The entries themselves are put together in [`way`].
//!
//! [`way`]: super::way

use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Deal, Entered, SkipReason, StageEntry, StageId, StageKind};
use crate::recognise::{Layout, Record};
use crate::template::Field;

use super::ladder::{Ladder, Says};
use super::sheet::{Dated, Sheet, describes_a_deal};
use super::state::state_words;
use super::way::{Standing, way};
use super::when::{When, Whens};
use super::{Order, Rows, facts};

/// Adds the deals of a table with one row a deal.
pub(super) fn read(place: usize, sheet: &Sheet<'_>, rows: &mut Rows<'_>) {
    let habits = Habits::of(sheet, rows);
    for (index, record) in sheet.table.records.iter().enumerate().filter(|(_, record)| record.deal.is_none()) {
        match deal(sheet, record, &habits, rows) {
            Ok(deal) => rows.deals.push((Order { sheet: place, record: index }, deal)),
            Err(reason) => rows.skip(reason),
        }
    }
}

/// The stage that the state cells of a row name.
pub(super) fn stage_told(record: &Record, layout: Layout, ladder: &Ladder) -> Option<StageId> {
    match Told::of(record, layout, ladder).word {
        Some(Says::Stage(stage)) => Some(stage),
        Some(Says::Open) => Some(ladder.first),
        None => None,
    }
}

/// How a team keeps a table, as far as it decides what a date means.
pub(super) struct Habits {
    /// Most undecided deals have a "date of closing": it is a plan until the deal is closed.
    closing_is_planned: bool,
    /// Something in the table happened after as-of: it was written later, and a closing may be news from later too.
    written_later: bool,
}

impl Habits {
    pub(super) fn of(sheet: &Sheet<'_>, rows: &Rows<'_>) -> Self {
        let (mut undecided, mut dated, mut written_later) = (0, 0, false);
        for record in &sheet.table.records {
            let told = Told::of(record, sheet.table.layout, rows.ladder);
            if told.word.is_some_and(|word| !is_closed(word, rows.ladder)) {
                undecided += 1;
                dated += usize::from(record.closed_on.is_some());
            }
            let whens = Whens::of(record, rows.ladder, rows.settings.as_of);
            written_later |= whens.facts().any(|when| when.later().is_some());
        }
        Self { closing_is_planned: 2 * dated > undecided, written_later }
    }
}

/// What the state cells of a row tell.
struct Told {
    word: Option<Says>,
    /// The stage cell, where the other cell overrules it, or the stage in which the deal was lost.
    through: Option<StageId>,
    /// A cell says that the deal is undecided.
    open: bool,
}

impl Told {
    fn of(record: &Record, layout: Layout, ladder: &Ladder) -> Self {
        let words = state_words(record, layout, |word| ladder.kind_of_word(word));
        let says = |word: Option<&str>| word.and_then(|word| ladder.says(word));
        let stage_of = |word| match says(word) {
            Some(Says::Stage(stage)) => Some(stage),
            Some(Says::Open) | None => None,
        };
        let on_ladder = |stage: &StageId| ladder.pipeline.stage(*stage).rank.is_some();
        let lost_in = stage_of(record.lost_stage.as_deref()).filter(on_ladder);
        let through = stage_of(words.through).or(lost_in);
        let open = [&record.stage, &record.outcome].into_iter().any(|cell| says(cell.as_deref()) == Some(Says::Open));
        Self { word: says(words.decides), through, open }
    }
}

fn is_closed(word: Says, ladder: &Ladder) -> bool {
    matches!(word, Says::Stage(stage) if matches!(ladder.kind(stage), StageKind::Won | StageKind::Lost))
}

/// The deal of a row.
pub(super) fn deal(
    sheet: &Sheet<'_>,
    record: &Record,
    habits: &Habits,
    rows: &mut Rows<'_>,
) -> Result<Deal, SkipReason> {
    if !describes_a_deal(record) {
        return Err(SkipReason::NoDeal);
    }
    let (ladder, settings) = (rows.ladder, rows.settings);
    let told = Told::of(record, sheet.table.layout, ladder);
    let mut whens = Whens::of(record, ladder, settings.as_of);
    if habits.closing_is_planned {
        whens.close = whens.closed.take().or(whens.close);
    }
    let later = whens.facts().filter_map(When::later);
    rows.warnings.extend(later.map(|date| sheet.in_future(record, date)));
    let came_later = whens.inquiry.as_ref().is_some_and(|when| when.later().is_some());
    if came_later && whens.facts().all(|when| when.known().is_none()) {
        return Err(SkipReason::AfterAsOf);
    }

    let standing = standing(sheet, record, &told, &whens, habits, rows);
    let tells_states = sheet.has(&Field::Stage) || sheet.has(&Field::Outcome);
    let by_dates = !whens.steps.is_empty() || matches!(standing, Standing::Closed { .. });
    if tells_states && told.word.is_none() && !by_dates {
        rows.warnings.push(Diagnostic::new(Code::StageMissing).at(sheet.row(record)));
    }
    let steps = way(sheet, record, &standing, &whens, ladder, &mut rows.warnings);
    let through = matches!(standing, Standing::Closed { through: Some(_), .. });
    let keeps_stages = matches!(sheet.table.layout, Layout::StageDates | Layout::StageMarks);
    let way_known = through || keeps_stages || steps.len() > 2;

    let at = sheet.row(record);
    let currency = settings.template.currency;
    let mut history: Vec<StageEntry> = steps
        .into_iter()
        .map(|(stage, date)| StageEntry {
            stage,
            entered: date.map_or(Entered::Unknown, |date| Entered::At(date.moment)),
            value: None,
            at: at.clone(),
        })
        .collect();
    if let Some(last) = history.last_mut() {
        last.value = facts::value(record, currency);
    }
    let deal = facts::deal(&[record], vec![at], history, &ladder.pipeline, currency);
    let lost = ladder.kind(deal.stage()) == StageKind::Lost;
    let last_activity = deal.last_activity.filter(|moment| moment.known_by(settings.as_of));
    let stages_kept = sheet.table.layout == Layout::StageDates;
    Ok(Deal { way_known: way_known || !lost, stages_kept, last_activity, ..deal })
}

/// Where the deal of a row stands. The state cells decide; a date of winning or losing closes a deal whose stage cell
/// was left as it stood, unless a cell says that it is open.
fn standing(
    sheet: &Sheet<'_>,
    record: &Record,
    told: &Told,
    whens: &Whens,
    habits: &Habits,
    rows: &mut Rows<'_>,
) -> Standing {
    let ladder = rows.ladder;
    let stage = match told.word {
        Some(Says::Stage(stage)) => Some(stage),
        Some(Says::Open) | None => None,
    };
    if let Some(stage) = stage
        && matches!(ladder.kind(stage), StageKind::Won | StageKind::Lost)
    {
        return match closing(stage, told, whens, ladder) {
            Closing::On(date) => Standing::Closed { stage, through: told.through, on: Some(date) },
            Closing::After(date) => {
                rows.warnings.push(sheet.in_future(record, &date));
                Standing::Undecided { stage: told.through, through: None }
            }
            Closing::Planned(date) => {
                rows.warnings.push(sheet.in_future(record, &date));
                // Where nothing else is later than as-of, the cell was written before, and the date is an old plan.
                if habits.written_later {
                    Standing::Undecided { stage: told.through, through: None }
                } else {
                    Standing::Closed { stage, through: told.through, on: None }
                }
            }
            Closing::Untold => {
                if CLOSINGS.iter().any(|field| sheet.has(field)) {
                    rows.warnings.push(Diagnostic::new(Code::CloseDateMissing).at(sheet.row(record)));
                }
                Standing::Closed { stage, through: told.through, on: None }
            }
        };
    }
    let undecided = Standing::Undecided { stage, through: told.through };
    if told.open {
        return undecided;
    }
    let known = |when: &Option<When>| when.as_ref().and_then(|when| when.known().cloned());
    let on = |stage, on| Standing::Closed { stage, through: told.through, on };
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
            Standing::Closed { stage: closed, through: told.through.or(stage), on: Some(date) }
        }
        (None, Some(_)) => undecided,
        (None, None) if record.lost_reason.is_some() => on(ladder.lost, known(&whens.closed).or(known(&whens.close))),
        (None, None) => match known(&whens.closed) {
            Some(date) => on(ladder.won, Some(date)),
            None => undecided,
        },
    }
}

/// Fields that can tell when a deal was closed.
const CLOSINGS: [Field; 5] = [Field::WonOn, Field::LostOn, Field::ClosedOn, Field::CloseDate, Field::Entered];

/// What the dates tell of a closing.
enum Closing {
    On(Dated),
    /// After as-of.
    After(Dated),
    /// Expected, or done, after as-of.
    Planned(Dated),
    Untold,
}

/// When a deal that a cell calls won or lost was closed: the most telling date of those that the row has.
fn closing(stage: StageId, told: &Told, whens: &Whens, ladder: &Ladder) -> Closing {
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
