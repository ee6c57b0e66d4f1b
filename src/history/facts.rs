//! What rows say of a deal apart from its way: names, people, money, plans.

use crate::locus::Locus;
use crate::model::{Currency, Deal, Money, Pipeline, Rows, StageEntry, StageKind};
use crate::recognise::Record;

/// A deal of these records, which are in the order of time: its source is the first one told, everything else the
/// last. `at` is the row that stands for the deal.
pub(super) fn deal(
    records: &[&Record],
    at: Locus,
    history: Vec<StageEntry>,
    pipeline: &Pipeline,
    currency: Option<Currency>,
) -> Deal {
    let last = |tell: fn(&Record) -> Option<&String>| records.iter().rev().find_map(|record| text(tell(record)));
    let first = |tell: fn(&Record) -> Option<&String>| records.iter().find_map(|record| text(tell(record)));
    let kind = history.last().map(|entry| pipeline.stage(entry.stage).kind);
    let undecided = matches!(kind, Some(StageKind::Open | StageKind::Deferred));
    let expected = |record: &Record| {
        record.expected_close.or(record.close_date.filter(|_| undecided)).or(record.closed_on.filter(|_| undecided))
    };
    let expected_close = records.iter().rev().find_map(|record| expected(record));
    let original = records.iter().find_map(|record| record.original_close);
    Deal {
        id: last(|record| record.id.as_ref()).unwrap_or_else(|| format!("#{}", at.row.unwrap_or_default())),
        name: last(|record| record.name.as_ref()),
        company: last(|record| record.company.as_ref()),
        contact: last(|record| record.contact.as_ref()),
        phone: last(|record| record.phone.as_ref()),
        email: last(|record| record.email.as_ref()),
        owner: last(|record| record.owner.as_ref()),
        source: first(|record| record.source.as_ref()),
        campaign: first(|record| record.campaign.as_ref()),
        campaign_cost: records.iter().rev().find_map(|record| money(record.campaign_cost, record, currency)),
        value: value_of(records, currency),
        history,
        way_known: true,
        stages_kept: true,
        lost_reason: last(|record| record.lost_reason.as_ref()),
        next_step: last(|record| record.next_step.as_ref()),
        next_step_on: records.iter().rev().find_map(|record| record.next_step_on),
        expected_close,
        earlier_closes: original
            .filter(|first| expected_close.is_none_or(|close| first.date() != close.date()))
            .into_iter()
            .collect(),
        stands: Vec::new(),
        known_from: None,
        last_activity: records.iter().rev().find_map(|record| record.last_activity),
        notes: last(|record| record.notes.as_ref()),
        value_written: None,
        custom: Vec::new(),
        at,
        rows: Rows::default(),
    }
}

/// The last value that these rows tell.
pub(super) fn value_of(records: &[&Record], currency: Option<Currency>) -> Option<Money> {
    records.iter().rev().find_map(|record| value(record, currency))
}

/// The value that a row tells: in its own currency, else in that of the row, else in that of the template.
pub(super) fn value(record: &Record, currency: Option<Currency>) -> Option<Money> {
    money(record.value, record, currency)
}

fn money(told: Option<Money>, record: &Record, currency: Option<Currency>) -> Option<Money> {
    let told = told?;
    let named = Some(told.currency).filter(|currency| currency.is_stated());
    let currency = named.or(record.currency).or(currency).unwrap_or(Currency::UNSTATED);
    Some(Money { amount: told.amount, currency })
}

fn text(cell: Option<&String>) -> Option<String> {
    cell.map(|text| text.trim()).filter(|text| !text.is_empty()).map(ToOwned::to_owned)
}
