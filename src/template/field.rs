//! What a column can mean. The keys are those of `[columns]` in a template and of report.json.

use std::sync::Arc;

/// The meaning of a column.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The deal's number.
    Id,
    /// What the deal is called.
    Name,
    /// The firm that buys.
    Company,
    /// The person to talk to.
    Contact,
    /// Telephone.
    Phone,
    /// E-mail.
    Email,
    /// The stage word: where the deal is, or, in a change log, which stage it entered.
    Stage,
    /// A second state column: open, won, lost.
    Outcome,
    /// The amount.
    Value,
    /// The amount's currency.
    Currency,
    /// Who sells.
    Owner,
    /// Where the inquiry came from.
    Source,
    /// The campaign.
    Campaign,
    /// What the campaign cost.
    CampaignCost,
    /// The day (and hour) the inquiry came in.
    Inquiry,
    /// The hour the inquiry came in, where the day has a column of its own.
    InquiryTime,
    /// The hour a stage was reached, where the day has a column of its own; the stage's key in the template.
    StageTime(Arc<str>),
    /// The day a stage was reached; the stage's key in the template.
    StageDate(Arc<str>),
    /// Since when the deal is in the stage that the row names; the moment of a change log's row.
    Entered,
    /// Until when it was there (change logs).
    Left,
    /// A close date that is expected while the deal is open and actual when it is closed.
    CloseDate,
    /// The actual day of closing, won or lost.
    ClosedOn,
    /// The day it was won.
    WonOn,
    /// The day it was lost.
    LostOn,
    /// The expected day of closing.
    ExpectedClose,
    /// The expected day of closing as it was planned at first.
    OriginalClose,
    /// The stage in which it was when it was lost.
    LostStage,
    /// Why it was lost.
    LostReason,
    /// The agreed next step.
    NextStep,
    /// When the next step is due.
    NextStepOn,
    /// The last contact or activity.
    LastActivity,
    /// The seller's or the CRM's probability of winning.
    Probability,
    /// Which of several pipelines the deal is in.
    Pipeline,
    /// What kind of activity the row tells: a call, a meeting, an e-mail.
    Activity,
    /// Remarks.
    Notes,
}

impl Field {
    /// Every field but the dates and hours of stages, in the order of a sheet.
    pub const PLAIN: &'static [Self] = &[
        Self::Id,
        Self::Name,
        Self::Company,
        Self::Contact,
        Self::Phone,
        Self::Email,
        Self::Stage,
        Self::Outcome,
        Self::Value,
        Self::Currency,
        Self::Owner,
        Self::Source,
        Self::Campaign,
        Self::CampaignCost,
        Self::Inquiry,
        Self::InquiryTime,
        Self::Entered,
        Self::Left,
        Self::CloseDate,
        Self::ClosedOn,
        Self::WonOn,
        Self::LostOn,
        Self::ExpectedClose,
        Self::OriginalClose,
        Self::LostStage,
        Self::LostReason,
        Self::NextStep,
        Self::NextStepOn,
        Self::LastActivity,
        Self::Probability,
        Self::Pipeline,
        Self::Activity,
        Self::Notes,
    ];

    /// The key: `owner`, `inquiry`, `date:offer` for the date of a stage, `time:offer` for its hour.
    pub fn key(&self) -> String {
        match self {
            Self::StageDate(stage) => format!("date:{stage}"),
            Self::StageTime(stage) => format!("time:{stage}"),
            plain => plain.plain_key().to_owned(),
        }
    }

    /// The field of a key.
    pub fn from_key(key: &str) -> Option<Self> {
        match key.split_once(':') {
            Some(("date", stage)) => Some(Self::StageDate(stage.into())),
            Some(("time", stage)) => Some(Self::StageTime(stage.into())),
            Some(_) => None,
            None => Self::PLAIN.iter().find(|field| field.plain_key() == key).cloned(),
        }
    }

    fn plain_key(&self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Name => "name",
            Self::Company => "company",
            Self::Contact => "contact",
            Self::Phone => "phone",
            Self::Email => "email",
            Self::Stage => "stage",
            Self::Outcome => "outcome",
            Self::Value => "value",
            Self::Currency => "currency",
            Self::Owner => "owner",
            Self::Source => "source",
            Self::Campaign => "campaign",
            Self::CampaignCost => "campaign-cost",
            Self::Inquiry => "inquiry",
            Self::InquiryTime => "inquiry-time",
            Self::StageDate(_) => "date",
            Self::StageTime(_) => "time",
            Self::Entered => "entered",
            Self::Left => "left",
            Self::CloseDate => "close-date",
            Self::ClosedOn => "closed-on",
            Self::WonOn => "won-on",
            Self::LostOn => "lost-on",
            Self::ExpectedClose => "expected-close",
            Self::OriginalClose => "original-close",
            Self::LostStage => "lost-stage",
            Self::LostReason => "lost-reason",
            Self::NextStep => "next-step",
            Self::NextStepOn => "next-step-on",
            Self::LastActivity => "last-activity",
            Self::Probability => "probability",
            Self::Pipeline => "pipeline",
            Self::Activity => "activity",
            Self::Notes => "notes",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_leads_back_to_its_field() {
        for field in
            Field::PLAIN.iter().cloned().chain([Field::StageDate("offer".into()), Field::StageTime("offer".into())])
        {
            assert_eq!(Field::from_key(&field.key()), Some(field));
        }
    }
}
