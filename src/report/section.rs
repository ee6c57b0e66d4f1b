//! The parts of a report in their order, with their names, and why one may be missing.

use crate::i18n::Language;
use crate::measure::{Measured, PromiseResult, Unmeasured};

use super::Report;

/// A part of the report: a sheet of the workbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    /// One page for whoever has one minute.
    Summary,
    /// Who must call whom today.
    ToDo,
    /// What changed since the period before, deal by deal.
    Period,
    /// Week by week.
    Trend,
    /// Stage by stage.
    Funnel,
    /// The promise of a first contact.
    FirstContact,
    /// The promise of a follow-up.
    FollowUp,
    /// Open deals against the limits of their stages.
    Stalled,
    /// How long deals stay in each stage.
    TimeInStage,
    /// By seller.
    Sellers,
    /// By source and campaign.
    Sources,
    /// Why deals are lost.
    Losses,
    /// What will be won.
    Forecast,
    /// What was planned: the target, and expected closes.
    Plans,
    /// What is wrong or missing in the sheets.
    Quality,
    /// Every deal: the base of the formulas.
    Deals,
    /// How the report was made.
    About,
}

impl Section {
    /// Every part, in order.
    pub const ALL: &'static [Self] = &[
        Self::Summary,
        Self::ToDo,
        Self::Period,
        Self::Trend,
        Self::Funnel,
        Self::FirstContact,
        Self::FollowUp,
        Self::Stalled,
        Self::TimeInStage,
        Self::Sellers,
        Self::Sources,
        Self::Losses,
        Self::Forecast,
        Self::Plans,
        Self::Quality,
        Self::Deals,
        Self::About,
    ];

    /// Stable name for the catalogues.
    pub fn name(self) -> &'static str {
        match self {
            Self::Summary => "summary",
            Self::ToDo => "to-do",
            Self::Period => "period",
            Self::Trend => "trend",
            Self::Funnel => "funnel",
            Self::FirstContact => "first-contact",
            Self::FollowUp => "follow-up",
            Self::Stalled => "stalled",
            Self::TimeInStage => "time-in-stage",
            Self::Sellers => "sellers",
            Self::Sources => "sources",
            Self::Losses => "losses",
            Self::Forecast => "forecast",
            Self::Plans => "plans",
            Self::Quality => "quality",
            Self::Deals => "deals",
            Self::About => "about",
        }
    }

    /// Its title, which is the name of its sheet.
    pub fn title(self, language: Language) -> String {
        language.text(&format!("sheet-{}", self.name()))
    }

    /// Why the input gives it no content, in words; none when there is something to show.
    pub fn missing(self, report: &Report<'_>) -> Option<String> {
        let (language, measures) = (report.language, report.measures);
        let unless = |present: bool, key: &str| (!present).then(|| language.text(key));
        match self {
            Self::Summary | Self::ToDo | Self::Quality | Self::About => None,
            // Without a single dated change both periods would be empty.
            Self::Period => unless(measures.newest_fact.is_some(), "missing-period"),
            Self::Trend => unless(measures.trend.is_told(), "missing-trend"),
            Self::Funnel => unless(measures.funnel.stages.iter().any(|stage| stage.reached > 0), "missing-funnel"),
            Self::FirstContact => unmeasured(&measures.first_contact, "first-contact", language),
            Self::FollowUp => unmeasured(&measures.follow_up, "follow-up", language),
            Self::Stalled => unless(!measures.stalled.deals.is_empty(), "missing-stalled"),
            Self::TimeInStage => unless(measures.dwells.iter().any(|dwell| dwell.n > 0), "missing-time-in-stage"),
            Self::Losses => {
                unless(measures.lost_reasons.known().is_some_and(|losses| !losses.reasons.is_empty()), "missing-losses")
            }
            Self::Forecast => match (&measures.forecast, &measures.velocity) {
                (Measured::Unknown(why), Measured::Unknown(_)) => {
                    Some(language.text(&format!("reason-{}", why.name())))
                }
                _ => None,
            },
            Self::Plans => {
                let targeted = !matches!(measures.coverage, Measured::Unknown(Unmeasured::NoTarget));
                unless(targeted || measures.slippage.known().is_some(), "missing-plans")
            }
            Self::Sellers => unless(measures.owners.iter().any(|group| group.name.is_some()), "missing-sellers"),
            Self::Sources => {
                let named = measures.sources.iter().chain(&measures.campaigns).any(|group| group.name.is_some());
                unless(named, "missing-sources")
            }
            Self::Deals => unless(!report.book.deals.is_empty(), "missing-deals"),
        }
    }
}

fn unmeasured(promise: &Measured<PromiseResult>, name: &str, language: Language) -> Option<String> {
    match promise {
        Measured::Known(_) => None,
        Measured::Unknown(why) => Some(language.text(&format!("unmeasured-{name}-{}", why.name()))),
    }
}
