//! The results of all measures, as plain rows and totals. Definitions are in the modules that fill them.
//!
//! Indices named `deal` are places in [`crate::model::Book::deals`]. Shares and rates lie in 0..=1.

pub use super::bottleneck::{Bottleneck, BottleneckStage, Queue};
pub use super::campaign_cost::{CampaignCost, CampaignCosts};
pub use super::cohort::{Cohort, CohortCell};
pub use super::conversion::{Conversion, ConversionStep};
pub use super::coverage::Coverage;
pub use super::cycle::Cycle;
pub use super::dwell::{CauseTimes, Dwell, DwellQuantile, DwellTimes, MARKS, QUANTILES};
pub use super::forecast::{
    Backtest, Errors, Forecast, Gate, HORIZONS, HorizonForecast, Lack, Prospect, SEED, Spread, Trial,
};
pub use super::funnel::{Funnel, FunnelStage, Overall, Step, StepValue, ValueRates, Within};
pub use super::lost_reason::{LostReason, LostReasons};
pub use super::period::{Change, ChangeKind, Period, PeriodCount, PeriodFigures, PeriodPromise};
pub use super::pooled::{Pooled, PooledGroup, RateVerdict};
pub use super::promise::{
    Latency, PromiseOnClock, PromiseRecord, PromiseResult, PromiseState, ShareWithin, Verdict, Verdicts,
};
pub use super::since::{Bridge, BridgePart, Edit, Move, SinceCopy, Turn};
pub use super::slippage::{Slip, Slippage};
pub use super::speed::{ContactSpeed, Speed, SpeedClass};
pub use super::trend::{SellerWeeks, Trend, WeekConversion, Weekly};
pub use super::velocity::Velocity;

use crate::model::{Currency, Moment, Purse, StageId};

/// Everything measured for a report.
#[derive(Debug, Clone, PartialEq)]
pub struct Measures {
    /// Headline counts and sums.
    pub totals: Totals,
    /// Stage by stage.
    pub funnel: Funnel,
    /// From stage to stage, by the rule of the run.
    pub conversion: Conversion,
    /// Inquiries by month.
    pub cohorts: Vec<Cohort>,
    /// Time in every stage that deals stayed in.
    pub dwells: Vec<Dwell>,
    /// Inquiry to won.
    pub cycle: Measured<Cycle>,
    /// Open deals against the limits of their stages.
    pub stalled: Stalled,
    /// Inquiry to first contact.
    pub first_contact: Measured<PromiseResult>,
    /// Offer to follow-up.
    pub follow_up: Measured<PromiseResult>,
    /// Winning by the speed of first contact.
    pub contact_speed: Measured<ContactSpeed>,
    /// At which stage most money stops.
    pub bottleneck: Measured<Bottleneck>,
    /// What will be won.
    pub forecast: Measured<Forecast>,
    /// Win rate and sales velocity.
    pub velocity: Measured<Velocity>,
    /// The open deals against the target.
    pub coverage: Measured<Coverage>,
    /// How far expected closes were put off.
    pub slippage: Measured<Slippage>,
    /// Why deals were lost.
    pub lost_reasons: Measured<LostReasons>,
    /// Sellers compared, with the case mix of sources taken out.
    pub sellers_pooled: Measured<Pooled>,
    /// Sources compared, with the case mix of sellers taken out.
    pub sources_pooled: Measured<Pooled>,
    /// Campaigns compared, with the case mix of sellers taken out.
    pub campaigns_pooled: Measured<Pooled>,
    /// What happened week by week.
    pub trend: Trend,
    /// By seller; deals without one under none, last.
    pub owners: Vec<Group>,
    /// By source.
    pub sources: Vec<Group>,
    /// By campaign; empty when no sheet has campaigns.
    pub campaigns: Vec<Group>,
    /// What campaigns cost and brought.
    pub campaign_costs: Measured<CampaignCosts>,
    /// What changed in the period that the run looks at.
    pub period: Period,
    /// What the newest copy of the sheet tells that the one before did not.
    pub since_last_copy: Measured<SinceCopy>,
    /// How complete the key cells are.
    pub completeness: Vec<Completeness>,
    /// What to act on, most urgent first.
    pub findings: Vec<Finding>,
    /// The moment of the newest fact that is not later than as-of.
    pub newest_fact: Option<Moment>,
}

/// A measure, or why the sheets cannot support it.
#[derive(Debug, Clone, PartialEq)]
pub enum Measured<T> {
    /// It could be measured.
    Known(T),
    /// It could not.
    Unknown(Unmeasured),
}

impl<T> Measured<T> {
    /// The measure, when there is one.
    pub fn known(&self) -> Option<&T> {
        match self {
            Self::Known(result) => Some(result),
            Self::Unknown(_) => None,
        }
    }

    /// The measure, or why there is none.
    pub fn result(&self) -> Result<&T, Unmeasured> {
        match self {
            Self::Known(result) => Ok(result),
            Self::Unknown(why) => Err(*why),
        }
    }
}

/// Why something could not be measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unmeasured {
    /// The pipeline has no stage for one end of the promise.
    NoStage,
    /// No sheet has a date for the start of the promise.
    NoStartDates,
    /// No sheet has a date for its end.
    NoStopDates,
    /// Copies of the sheet tell its start, or its end, and no cell: they know only between which two of them it lies.
    BetweenCopies,
    /// No deal ever came to the start of the promise.
    NoDeals,
    /// Too many of the deals it rests on have no dates.
    TooFewDates,
    /// Nothing was won yet.
    NoWins,
    /// The values are in several currencies, which are never added.
    SeveralCurrencies,
    /// Too many of the deals it rests on have no value.
    TooFewValues,
    /// No sheet tells at which stage some deals were lost.
    LossesUnplaced,
    /// No deal is old enough.
    TooYoung,
    /// No deal has a name in the column that it groups by.
    NoNames,
    /// It happened, and no cell tells when.
    NoDates,
    /// Nobody set a target.
    NoTarget,
    /// No sheet has expected closes of the kind that is needed.
    NoPlans,
    /// Its middle is less than twice the time between two copies of the sheet.
    UnderTwoGaps,
    /// Its middle is two to four times the time between two copies of the sheet.
    UnderFourGaps,
    /// There is no earlier copy of the sheet.
    NoCopies,
    /// No cell tells what it cost, or it cost nothing.
    NoCosts,
    /// Amounts of one campaign differ and yet repeat: no cell tells whether they are parts.
    CostsUnclear,
}

impl Unmeasured {
    /// Every reason.
    pub const ALL: &'static [Self] = &[
        Self::NoStage,
        Self::NoStartDates,
        Self::NoStopDates,
        Self::BetweenCopies,
        Self::NoDeals,
        Self::TooFewDates,
        Self::NoWins,
        Self::SeveralCurrencies,
        Self::TooFewValues,
        Self::LossesUnplaced,
        Self::TooYoung,
        Self::NoNames,
        Self::NoDates,
        Self::NoTarget,
        Self::NoPlans,
        Self::UnderTwoGaps,
        Self::UnderFourGaps,
        Self::NoCopies,
        Self::NoCosts,
        Self::CostsUnclear,
    ];

    /// Stable name for report.json and the catalogues.
    pub fn name(self) -> &'static str {
        match self {
            Self::NoStage => "no-stage",
            Self::NoStartDates => "no-start-dates",
            Self::NoStopDates => "no-stop-dates",
            Self::BetweenCopies => "between-copies",
            Self::NoDeals => "no-deals",
            Self::TooFewDates => "too-few-dates",
            Self::NoWins => "no-wins",
            Self::SeveralCurrencies => "several-currencies",
            Self::TooFewValues => "too-few-values",
            Self::LossesUnplaced => "losses-unplaced",
            Self::TooYoung => "too-young",
            Self::NoNames => "no-names",
            Self::NoDates => "no-dates",
            Self::NoTarget => "no-target",
            Self::NoPlans => "no-plans",
            Self::UnderTwoGaps => "under-two-gaps",
            Self::UnderFourGaps => "under-four-gaps",
            Self::NoCopies => "no-copies",
            Self::NoCosts => "no-costs",
            Self::CostsUnclear => "costs-unclear",
        }
    }
}

/// Headline counts and sums: `open + deferred + won + lost + vanished = deals`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Totals {
    /// All deals.
    pub deals: usize,
    /// Undecided, on the ladder.
    pub open: usize,
    /// Parked.
    pub deferred: usize,
    /// Won.
    pub won: usize,
    /// Lost.
    pub lost: usize,
    /// Gone from the sheet.
    pub vanished: usize,
    /// Value of open deals.
    pub open_value: Purse,
    /// Value of deferred deals.
    pub deferred_value: Purse,
    /// Value of won deals.
    pub won_value: Purse,
    /// Value of lost deals.
    pub lost_value: Purse,
    /// Deals without a value.
    pub without_value: usize,
}

/// A count with the share it is of another, and its 95 % interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// Lower end.
    pub lo: f64,
    /// Upper end.
    pub hi: f64,
}

/// How a stay in a stage ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cause {
    /// To a higher stage, won included; a deferred deal that is resumed.
    Advance,
    /// To a lower stage.
    Regress,
    /// Lost.
    Lost,
    /// Parked.
    Deferred,
    /// Gone from the sheet.
    Vanished,
}

impl Cause {
    /// Every cause.
    pub const ALL: [Self; 5] = [Self::Advance, Self::Regress, Self::Lost, Self::Deferred, Self::Vanished];

    /// Stable name for report.json.
    pub fn name(self) -> &'static str {
        match self {
            Self::Advance => "advance",
            Self::Regress => "regress",
            Self::Lost => "lost",
            Self::Deferred => "deferred",
            Self::Vanished => "vanished",
        }
    }
}

/// Stalled deals.
#[derive(Debug, Clone, PartialEq)]
pub struct Stalled {
    /// One limit a stage that deals can stall in, in pipeline order.
    pub limits: Vec<StageLimit>,
    /// Every open or deferred deal: stalled ones first, by what there is left to save.
    pub deals: Vec<Ageing>,
    /// What the order goes by.
    pub sorted_by: SortBasis,
}

/// What the list of stalled deals is sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SortBasis {
    /// Value times the chance to win.
    ExpectedValue,
    /// Value, as the chance is not known for all.
    Value,
}

/// From how many days on a deal in this stage is stalled.
#[derive(Debug, Clone, PartialEq)]
pub struct StageLimit {
    /// Which stage.
    pub stage: StageId,
    /// Days.
    pub days: f64,
    /// Where the number comes from.
    pub basis: LimitBasis,
    /// Advances observed from here; none for deferred stages.
    pub advances: Option<usize>,
    /// The longest stay that still advanced, when the limit is learned.
    pub longest_advance: Option<f64>,
}

/// Where a limit comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LimitBasis {
    /// Learned: nine in ten that advanced had done so by then.
    History,
    /// Too few advances to learn from.
    Default,
    /// Fixed by the template.
    Fixed,
}

/// One open or deferred deal against its limit.
#[derive(Debug, Clone, PartialEq)]
pub struct Ageing {
    /// Which deal.
    pub deal: usize,
    /// The stage it is in.
    pub stage: StageId,
    /// Days in it; none when no cell tells since when.
    pub age: Option<f64>,
    /// The stage's limit in days.
    pub limit: f64,
    /// Age over limit; a limit of no days counts as one day.
    pub ratio: Option<f64>,
    /// The verdict.
    pub status: AgeStatus,
    /// 0 not stalled; 1 up to 1.5 times the limit; 2 up to 3 times; 3 beyond.
    pub severity: u8,
    /// What else speaks for looking at it.
    pub flags: Vec<Flag>,
    /// P(won | still here at this age), when at least 20 comparable stays are known.
    pub p_win: Option<f64>,
    /// Comparable stays.
    pub p_win_n: usize,
    /// The age for which the chance was taken, when the deal's own has too few comparables.
    pub p_age_used: Option<f64>,
    /// P(won) when it entered the stage.
    pub p_win_at_entry: Option<f64>,
    /// Value times chance.
    pub expected_value: Option<f64>,
}

/// Verdict on an open deal's age.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AgeStatus {
    /// Over the limit and nothing agreed.
    Stalled,
    /// Over the limit, but a next step is agreed within 30 days.
    Scheduled,
    /// Parked.
    Deferred,
    /// Within the limit.
    Ok,
    /// No cell tells since when it is in its stage.
    CannotTell,
}

/// Signs beside the age; never the reason alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Flag {
    /// The agreed next step has passed.
    OverdueNextStep,
    /// No next step, although at least half of the open deals have one.
    NoNextStep,
    /// The expected close has passed.
    CloseDatePassed,
    /// The expected close was put off three times, or by thirty days.
    CloseDateMoved,
    /// No activity for more than 14 days.
    NoActivity,
}

/// Counts and sums of one seller, source or campaign.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// Its name; none for deals without one.
    pub name: Option<String>,
    /// All its deals.
    pub deals: usize,
    /// Open.
    pub open: usize,
    /// Deferred.
    pub deferred: usize,
    /// Won.
    pub won: usize,
    /// Lost.
    pub lost: usize,
    /// Value of won deals.
    pub won_value: Purse,
    /// Value of open deals.
    pub open_value: Purse,
    /// Won of won and lost.
    pub win_rate: Option<f64>,
    /// Its Wilson 95 % interval.
    pub win_rate_ci: Option<Interval>,
    /// First contact on working days: mature records by verdict.
    pub first_contact: Option<Verdicts>,
    /// Follow-up on working days: mature records by verdict.
    pub follow_up: Option<Verdicts>,
    /// Stalled deals.
    pub stalled: usize,
    /// Value of stalled deals.
    pub stalled_value: Purse,
    /// Findings to act on.
    pub findings: usize,
}

/// How many deals have a key cell filled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completeness {
    /// Which one.
    pub item: CompletenessItem,
    /// Deals that should have it.
    pub of: usize,
    /// Deals that have it.
    pub filled: usize,
}

/// The cells a pipeline cannot do without.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CompletenessItem {
    /// Date of inquiry.
    InquiryDate,
    /// Date of first contact, of deals that were contacted.
    ContactDate,
    /// Date of the offer, of deals that got one.
    OfferDate,
    /// Date of follow-up, of deals that had one.
    FollowUpDate,
    /// Date of closing, of closed deals.
    ClosedDate,
    /// Date of entering the present stage, of open deals.
    StageSince,
    /// Value.
    Value,
    /// Owner.
    Owner,
    /// Source.
    Source,
    /// Reason, of lost deals.
    LostReason,
    /// Next step, of open deals.
    NextStep,
}

impl CompletenessItem {
    /// Stable name for report.json and the catalogues.
    pub fn name(self) -> &'static str {
        match self {
            Self::InquiryDate => "inquiry-date",
            Self::ContactDate => "contact-date",
            Self::OfferDate => "offer-date",
            Self::FollowUpDate => "follow-up-date",
            Self::ClosedDate => "closed-date",
            Self::StageSince => "stage-since",
            Self::Value => "value",
            Self::Owner => "owner",
            Self::Source => "source",
            Self::LostReason => "lost-reason",
            Self::NextStep => "next-step",
        }
    }
}

/// Something to act on.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// Which rule found it.
    pub rule: Rule,
    /// Which deal.
    pub deal: usize,
    /// 1 to 3.
    pub severity: u8,
    /// Since when it has been so.
    pub since: Option<Moment>,
    /// How much over: hours over the promise (least, on working days) for promises, days in stage for stalled
    /// deals, days past the date for dates.
    pub over: f64,
    /// The limit it is over: hours for promises, days for the others.
    pub limit: f64,
    /// Value at stake, when known.
    pub value: Option<(f64, Currency)>,
}

/// What makes a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// An inquiry that nobody called back in time, still waiting.
    NoContact,
    /// An offer without follow-up in time, still waiting.
    NoFollowUp,
    /// Over the limit of its stage, nothing agreed.
    Stalled,
    /// A deferred deal whose date has come.
    DeferredDue,
    /// The agreed next step has passed.
    OverdueNextStep,
    /// No next step agreed.
    NoNextStep,
    /// The expected close has passed.
    CloseDatePassed,
}

impl Rule {
    /// Every rule, most urgent first.
    pub const ALL: &'static [Self] = &[
        Self::NoContact,
        Self::NoFollowUp,
        Self::Stalled,
        Self::DeferredDue,
        Self::OverdueNextStep,
        Self::CloseDatePassed,
        Self::NoNextStep,
    ];

    /// Stable name for report.json, `--fail-on` and the catalogues.
    pub fn name(self) -> &'static str {
        match self {
            Self::NoContact => "no-contact",
            Self::NoFollowUp => "no-follow-up",
            Self::Stalled => "stalled",
            Self::DeferredDue => "deferred-due",
            Self::OverdueNextStep => "overdue-next-step",
            Self::NoNextStep => "no-next-step",
            Self::CloseDatePassed => "close-date-passed",
        }
    }
}
