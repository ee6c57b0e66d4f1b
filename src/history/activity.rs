//! Calls, meetings and mails about a deal in, what they date out: the last contact, and, where the table of deals has no
//! date for it, the first contact after the inquiry and the follow-up after the offer.

use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Moment, StageId};
use crate::recognise::fold::fold;
use crate::recognise::{Layout, Record};
use crate::template::Field;

use super::Run;
use super::ladder::Ladder;
use super::row::Told;
use super::sheet::{Dated, Row};
use super::when::{When, Whens};

/// Kinds of activities in which seller and customer are in contact, as the folded words begin; a task or a note is none.
#[rustfmt::skip] // words fill the lines
const CONTACTS: &[&str] = &[
    "call", "phone", "telefon", "rozmow", "oddzwo", "zadzwon", "meeting", "spotkani", "visit", "wizyt", "mail", "email",
    "wiadomos", "message", "whatsapp", "sms", "linkedin", "messenger", "demo", "prezentacj", "presentation", "video",
    "wideo", "teams", "zoom", "outbound", "wychodzac", "kontakt", "contact",
];

/// Beginnings of words that make it none: planned, failed, or from the other side.
#[rustfmt::skip] // words fill the lines
const NO_CONTACTS: &[&str] = &[
    "planned", "scheduled", "planowan", "zaplanowan", "missed", "nieodebran", "inbound", "przychodzac", "received",
    "otrzyman", "cancel", "odwolan", "anulowan", "busy", "zajet", "failed", "nieudan", "voicemail", "task", "zadani",
    "note", "notatk",
];

/// How many dates of deals were taken from activities.
#[derive(Default)]
pub(super) struct Taken {
    first_contacts: usize,
    follow_ups: usize,
}

impl Taken {
    /// One remark for all of them.
    pub(super) fn remark(&self) -> Option<Diagnostic> {
        (self.first_contacts + self.follow_ups > 0).then(|| {
            Diagnostic::new(Code::DatesFromActivities)
                .with("count", self.first_contacts)
                .with("follow_ups", self.follow_ups)
        })
    }
}

/// When an activity was.
pub(super) fn moment(record: &Record) -> Option<Moment> {
    record.last_activity.or(record.entered).or(record.inquiry)
}

/// The newest contact on record, known at as-of.
pub(super) fn newest(rows: &[Row<'_>], as_of: Moment) -> Option<Moment> {
    let told =
        |row: &Row<'_>| if row.layout() == Layout::Activities { moment(row.record) } else { row.record.last_activity };
    rows.iter().filter_map(told).filter(|moment| moment.known_by(as_of)).max_by(|a, b| a.order(*b))
}

/// Dates the stages of first contact and of the follow-up by the first contacts after the inquiry and after the offer,
/// where no column dates them and no later stage is dated before. The stages dated so, lower first.
pub(super) fn date<'a>(whens: &mut Whens<'a>, told: &Told, activities: &[Row<'a>], run: &mut Run<'_>) -> Vec<StageId> {
    let mut contacts: Vec<Dated<'a>> = activities.iter().filter_map(contact).collect();
    contacts.sort_by(|a, b| a.moment.order(b.moment));
    let (ladder, mut dated) = (run.ladder, Vec::new());
    if let Some(promise) = &ladder.pipeline.promises.first_contact {
        let inquiry = whens.inquiry.as_ref().and_then(When::known).cloned();
        let first = first_after(inquiry, &contacts, promise.to, whens, told, ladder);
        run.taken.first_contacts += usize::from(first.is_some());
        dated.extend(first);
    }
    if let Some(promise) = &ladder.pipeline.promises.follow_up {
        let mut offers = whens.steps.iter().filter(|(stage, _)| *stage == promise.from);
        let offer = offers.find_map(|(_, when)| when.known()).cloned();
        let first = first_after(offer, &contacts, promise.to, whens, told, ladder);
        run.taken.follow_ups += usize::from(first.is_some());
        dated.extend(first);
    }
    let stages = dated.iter().map(|(stage, _)| *stage).collect();
    whens.steps.extend(dated.into_iter().map(|(stage, date)| (stage, When::Known(date))));
    stages
}

/// The stage with the first contact after a date, unless another cell knows better.
fn first_after<'a>(
    after: Option<Dated<'a>>,
    contacts: &[Dated<'a>],
    stage: StageId,
    whens: &Whens<'a>,
    told: &Told,
    ladder: &Ladder,
) -> Option<(StageId, Dated<'a>)> {
    let after = after?;
    let first = contacts.iter().find(|contact| !contact.is_before(&after))?;
    let in_stage = told.stage().filter(|_| whens.entered.is_some());
    let entered = in_stage.map(|stage| (stage, whens.entered.as_ref()));
    let closings = [(ladder.won, whens.won.as_ref()), (ladder.lost, whens.lost.as_ref())];
    let steps = whens.steps.iter().map(|(stage, when)| (*stage, Some(when)));
    let told_otherwise = steps.chain(entered).chain(closings).any(|(other, when)| {
        let earlier = when.and_then(When::known).is_some_and(|date| date.is_before(first));
        other == stage && when.is_some() || ladder.rank(other) > ladder.rank(stage) && earlier
    });
    (!told_otherwise).then(|| (stage, first.clone()))
}

/// The date of an activity in which seller and customer were in contact.
fn contact<'a>(row: &Row<'a>) -> Option<Dated<'a>> {
    let moment = moment(row.record).filter(|_| is_contact(row.record.activity.as_deref()))?;
    let field = if row.record.last_activity.is_some() { Field::LastActivity } else { Field::Entered };
    Some(Dated { moment, field, column: None, row: *row })
}

/// A list of calls alone names no kind; then every row is a contact.
fn is_contact(kind: Option<&str>) -> bool {
    let Some(kind) = kind.map(fold) else { return true };
    let says = |words: &[&str]| kind.split(' ').any(|word| words.iter().any(|beginning| word.starts_with(beginning)));
    says(CONTACTS) && !says(NO_CONTACTS) && !kind.contains("no answer") && !kind.contains("bez odpowiedzi")
}

/// Whether a row about a deal may date a stage.
pub(super) fn is_dated_contact(record: &Record) -> bool {
    record.deal.is_some() && is_contact(record.activity.as_deref()) && moment(record).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contacts_are_told_from_tasks_and_plans() {
        for kind in ["Call", "Rozmowa telefoniczna", "E-mail", "Spotkanie u klienta", "outbound_call", "Wideo", "SMS"] {
            assert!(is_contact(Some(kind)), "{kind}");
        }
        for kind in ["Zadanie", "Note", "Missed call", "Telefon – nieodebrany", "Task: call", "Inbound email", "Oferta"]
        {
            assert!(!is_contact(Some(kind)), "{kind}");
        }
        assert!(is_contact(None));
    }
}
