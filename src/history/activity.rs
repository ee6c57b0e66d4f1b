//! Calls, meetings and mails about deals in, what they date out: the last contact, and, where the table of deals has no
//! date for it, the first contact after the inquiry and the follow-up after the offer.

use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Deal, Moment, SkipReason, StageId};
use crate::recognise::fold::fold;
use crate::recognise::{Layout, Record};
use crate::template::{Field, Template};

use super::Rows;
use super::related::Spoken;
use super::sheet::Sheet;

/// Kinds of activities in which seller and customer are in contact, folded; a task or a note is none.
#[rustfmt::skip] // words fill the lines
const CONTACTS: &[&str] = &[
    "call", "phone", "telefon", "rozmowa", "oddzwonienie", "meeting", "spotkanie", "visit", "wizyta", "mail", "email",
    "e mail", "wiadomosc", "message", "whatsapp", "sms", "demo", "prezentacja", "presentation", "video", "wideo",
    "outbound", "kontakt", "contact",
];

/// Words that make it none: planned, failed, or from the other side.
#[rustfmt::skip] // words fill the lines
const NO_CONTACTS: &[&str] = &[
    "planned", "scheduled", "planowane", "zaplanowane", "missed", "nieodebrane", "inbound", "przychodzace", "cancelled",
    "odwolane", "no answer", "busy", "failed", "voicemail",
];

/// How many dates of deals were taken from activities.
#[derive(Default)]
pub(super) struct Dated {
    first_contacts: usize,
    follow_ups: usize,
}

impl Dated {
    /// One remark for all of them.
    pub(super) fn remarks(&self) -> Option<Diagnostic> {
        (self.first_contacts + self.follow_ups > 0).then(|| {
            Diagnostic::new(Code::DatesFromActivities)
                .with("count", self.first_contacts)
                .with("follow_ups", self.follow_ups)
        })
    }
}

/// Keys of the stages that activities can date: a first contact, and a follow-up where offers have dates.
pub(super) fn dated_stages(sheets: &[Sheet<'_>], template: &Template) -> Vec<String> {
    let related = |sheet: &&Sheet<'_>| sheet.table.records.iter().any(|record| record.deal.is_some());
    if !sheets.iter().filter(|sheet| sheet.table.layout == Layout::Activities).any(|sheet| related(&sheet)) {
        return Vec::new();
    }
    let offers = Field::StageDate(template.follow_up.from.as_str().into());
    let follow_ups = sheets.iter().any(|sheet| sheet.has(&offers)).then(|| template.follow_up.to.clone());
    std::iter::once(template.first_contact.to.clone()).chain(follow_ups).collect()
}

/// Every row of a table of activities that speaks of no deal is skipped.
pub(super) fn skip_unrelated(sheet: &Sheet<'_>, rows: &mut Rows<'_>) {
    let alone = sheet.table.records.iter().filter(|record| record.deal.is_none());
    alone.for_each(|_| rows.skip(SkipReason::NoSuchDeal));
}

/// Adds to a deal's row what its activities date. Beside a change log they tell the last contact alone.
pub(super) fn add(record: &mut Record, activities: &[Spoken<'_>], has_log: bool, rows: &Rows<'_>, dated: &mut Dated) {
    let known = known(activities, rows.settings.as_of);
    let newest = known.iter().map(|(_, moment)| *moment).chain(record.last_activity);
    record.last_activity = newest.max_by(|a, b| a.order(*b));
    if has_log {
        return;
    }
    let mut contacts: Vec<Moment> =
        known.iter().filter(|(kind, _)| is_contact(kind.as_deref())).map(|(_, moment)| *moment).collect();
    contacts.sort_by(|a, b| a.order(*b));
    let pipeline = &rows.ladder.pipeline;
    let key = |stage: StageId| pipeline.stage(stage).key.as_str();
    if let Some(promise) = &pipeline.promises.first_contact {
        dated.first_contacts += date(record, key(promise.to), record.inquiry, &contacts);
    }
    if let Some(promise) = &pipeline.promises.follow_up {
        let offered = record.stage_dates.iter().find(|(stage, ..)| **stage == *key(promise.from));
        let offered = offered.map(|(_, moment, _)| *moment);
        dated.follow_ups += date(record, key(promise.to), offered, &contacts);
    }
}

/// Dates a stage by the first contact after a moment, unless a column dates it; the number of dates given.
fn date(record: &mut Record, stage: &str, after: Option<Moment>, contacts: &[Moment]) -> usize {
    let told = record.stage_dates.iter().any(|(known, ..)| **known == *stage);
    let first = contacts.iter().find(|moment| after.is_some_and(|after| after.order(**moment).is_le()));
    match first {
        Some(first) if !told => {
            record.stage_dates.push((stage.into(), *first, None));
            1
        }
        _ => 0,
    }
}

/// The deal with its last contact.
pub(super) fn noted(deal: Deal, activities: &[Spoken<'_>], as_of: Moment) -> Deal {
    let moments = known(activities, as_of).into_iter().map(|(_, moment)| moment);
    Deal { last_activity: moments.chain(deal.last_activity).max_by(|a, b| a.order(*b)), ..deal }
}

/// Kind and moment of every activity known at as-of.
fn known(activities: &[Spoken<'_>], as_of: Moment) -> Vec<(Option<String>, Moment)> {
    let moment = |record: &Record| record.last_activity.or(record.entered).or(record.inquiry);
    let all = activities.iter().filter_map(|row| Some((row.record.activity.clone(), moment(row.record)?)));
    all.filter(|(_, moment)| moment.known_by(as_of)).collect()
}

/// A list of calls alone names no kind; then every row is a contact.
fn is_contact(kind: Option<&str>) -> bool {
    let Some(kind) = kind.map(fold) else { return true };
    let says = |words: &[&str]| words.iter().any(|word| kind.contains(word));
    says(CONTACTS) && !says(NO_CONTACTS)
}
