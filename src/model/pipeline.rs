//! Stages in the user's order, and the two promises measured between them.

/// The place of a stage in [`Pipeline::stages`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StageId(pub usize);

/// What it means for a deal to be in a stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StageKind {
    /// On the ladder, not decided.
    Open,
    /// Parked by the customer ("let them buy"): off the ladder, not decided, not stalled by age alone.
    Deferred,
    /// Sold; after-sales stages are won too.
    Won,
    /// Lost: off the ladder.
    Lost,
    /// The row disappeared from a later copy: neither lost nor still there.
    Vanished,
}

/// Where a stage comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StageOrigin {
    /// The template names it.
    Template,
    /// Only the sheet names it; its place on the ladder was found in the data.
    Sheet,
}

/// One stage of a pipeline.
#[derive(Debug, Clone, PartialEq)]
pub struct Stage {
    /// Stable name for settings and report.json (`offer`).
    pub key: String,
    /// Name in Polish.
    pub name_pl: String,
    /// Name in English.
    pub name_en: String,
    /// What it means to be here.
    pub kind: StageKind,
    /// Place on the ladder from 1; none off the ladder. Open stages have ranks of their own; the first won
    /// stage has the highest but for after-sales stages, which follow it.
    pub rank: Option<u32>,
    /// Days after which a deal here is stalled, when the template fixes it.
    pub limit_days: Option<f64>,
    /// Days to assume when neither the template nor the history gives a limit.
    pub default_limit_days: f64,
    /// Who named it.
    pub origin: StageOrigin,
    /// The words that the sheet uses for it, with the number of rows that use each, most used first.
    pub words: Vec<(String, usize)>,
}

/// The stages between which a promise runs, and its limit.
#[derive(Debug, Clone, PartialEq)]
pub struct Promise {
    /// The clock starts at the first visit here.
    pub from: StageId,
    /// It stops at the first visit here.
    pub to: StageId,
    /// Hours within which it is kept.
    pub within_hours: f64,
}

/// The stages that measures ask for by their meaning: those of the two promises of the field, each none where the
/// pipeline lacks them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PromiseStages {
    /// Inquiry to first contact.
    pub first_contact: Option<Promise>,
    /// Offer to follow-up.
    pub follow_up: Option<Promise>,
    /// The stage of offers, also where no stage of follow-ups is there to promise.
    pub offer: Option<StageId>,
}

/// The stages in order: the ladder by rank, then those off the ladder.
#[derive(Debug, Clone, PartialEq)]
pub struct Pipeline {
    /// All stages; a [`StageId`] is a place in here.
    pub stages: Vec<Stage>,
    /// The two promises.
    pub promises: PromiseStages,
}

impl Pipeline {
    /// The stage with this id.
    pub fn stage(&self, id: StageId) -> &Stage {
        &self.stages[id.0]
    }

    /// Every id with its stage, in order.
    pub fn iter(&self) -> impl Iterator<Item = (StageId, &Stage)> {
        self.stages.iter().enumerate().map(|(place, stage)| (StageId(place), stage))
    }

    /// The stage with this key.
    pub fn by_key(&self, key: &str) -> Option<StageId> {
        self.stages.iter().position(|stage| stage.key == key).map(StageId)
    }

    /// Open stages by rank, then the first won stage: the rungs that a funnel shows.
    pub fn ladder(&self) -> Vec<StageId> {
        let mut rungs: Vec<StageId> = self
            .iter()
            .filter(|(_, stage)| stage.kind == StageKind::Open && stage.rank.is_some())
            .map(|(id, _)| id)
            .collect();
        rungs.sort_by_key(|id| self.stage(*id).rank);
        rungs.extend(self.won());
        rungs
    }

    /// The first won stage: the top of the ladder.
    pub fn won(&self) -> Option<StageId> {
        self.iter()
            .filter(|(_, stage)| stage.kind == StageKind::Won)
            .min_by_key(|(_, stage)| stage.rank.unwrap_or(u32::MAX))
            .map(|(id, _)| id)
    }

    /// The rank of the first won stage.
    pub fn won_rank(&self) -> Option<u32> {
        self.won().and_then(|id| self.stage(id).rank)
    }
}
