//! A deal's history in, its changes out: one a step, with where it came from and when.

use chrono::NaiveDate;

use crate::measure::stay::hides_its_end;
use crate::measure::way::Way;
use crate::model::{Entered, Moment, Pipeline, StageId, StageKind};

/// One step of one deal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    /// Which deal.
    pub deal: usize,
    /// What happened.
    pub kind: ChangeKind,
    /// The stage before; none when it came in, or when the sheets do not keep it.
    pub from: Option<StageId>,
    /// The stage that it entered.
    pub to: StageId,
    /// When.
    pub entered: Entered,
    /// A win or loss that was taken back later.
    pub undone: bool,
}

impl Change {
    /// The day that it belongs to; that of the later copy when it was seen between two.
    pub fn day(&self) -> Option<NaiveDate> {
        day(self.entered)
    }
}

/// What a step means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChangeKind {
    /// The deal is seen for the first time.
    CameIn,
    /// To a higher open stage.
    Forward,
    /// To a lower open stage.
    Back,
    /// To an open stage after it was parked, lost, won or gone.
    Resumed,
    /// Parked.
    Deferred,
    /// Won.
    Won,
    /// Lost.
    Lost,
    /// Gone from the sheet.
    Vanished,
    /// To another stage of care after the sale.
    AfterSales,
}

impl ChangeKind {
    /// Every kind.
    pub const ALL: &'static [Self] = &[
        Self::CameIn,
        Self::Forward,
        Self::Back,
        Self::Resumed,
        Self::Deferred,
        Self::Won,
        Self::Lost,
        Self::Vanished,
        Self::AfterSales,
    ];

    /// Stable name for report.json and the catalogues.
    pub fn name(self) -> &'static str {
        match self {
            Self::CameIn => "came-in",
            Self::Forward => "forward",
            Self::Back => "back",
            Self::Resumed => "resumed",
            Self::Deferred => "deferred",
            Self::Won => "won",
            Self::Lost => "lost",
            Self::Vanished => "vanished",
            Self::AfterSales => "after-sales",
        }
    }
}

/// The day of an entry; that of the later copy when it was seen between two.
pub(super) fn day(entered: Entered) -> Option<NaiveDate> {
    entered.shown().map(Moment::date)
}

/// The changes of one deal in their order. A deal that is first seen won, lost or parked came in and was so at once.
pub(super) fn changes<'a>(pipeline: &'a Pipeline, way: &'a Way<'_>) -> impl Iterator<Item = Change> + 'a {
    let history = way.history;
    history.iter().enumerate().flat_map(move |(place, entry)| {
        let before = place.checked_sub(1).map(|before| history[before].stage);
        let came_in = before.is_none().then_some(ChangeKind::CameIn);
        let step = kind(pipeline, before, entry.stage);
        came_in.into_iter().chain(step).map(move |kind| Change {
            deal: way.index,
            kind,
            from: before.filter(|before| keeps_start(pipeline, way, *before, place)),
            to: entry.stage,
            entered: entry.entered,
            undone: is_undone(pipeline, way, kind, place),
        })
    })
}

/// What the step means; none for a deal that begins in an open stage, which came in and no more.
fn kind(pipeline: &Pipeline, before: Option<StageId>, to: StageId) -> Option<ChangeKind> {
    let to = pipeline.stage(to);
    let before = before.map(|before| pipeline.stage(before));
    Some(match (to.kind, before.map(|before| before.kind)) {
        (StageKind::Lost, _) => ChangeKind::Lost,
        (StageKind::Vanished, _) => ChangeKind::Vanished,
        (StageKind::Deferred, _) => ChangeKind::Deferred,
        (StageKind::Won, Some(StageKind::Won)) => ChangeKind::AfterSales,
        (StageKind::Won, _) => ChangeKind::Won,
        (StageKind::Open, None) => return None,
        (StageKind::Open, Some(StageKind::Open)) if to.rank > before?.rank => ChangeKind::Forward,
        (StageKind::Open, Some(StageKind::Open)) => ChangeKind::Back,
        (StageKind::Open, Some(_)) => ChangeKind::Resumed,
    })
}

/// Whether the sheets tell that the deal stood in `before` until this entry, and passed no other stage between.
fn keeps_start(pipeline: &Pipeline, way: &Way<'_>, before: StageId, place: usize) -> bool {
    let is_last = place + 1 == way.history.len();
    let to = way.history[place].stage;
    let is_written_over = is_last && way.is_unplaced_loss();
    !(is_written_over || hides_its_end(pipeline, way, before, to))
}

/// Whether a win, a loss or a vanishing does not stand at as-of.
fn is_undone(pipeline: &Pipeline, way: &Way<'_>, kind: ChangeKind, place: usize) -> bool {
    let after = &way.history[place + 1..];
    match kind {
        ChangeKind::Won => after.iter().any(|later| pipeline.stage(later.stage).kind != StageKind::Won),
        ChangeKind::Lost | ChangeKind::Vanished => !after.is_empty(),
        _ => false,
    }
}
