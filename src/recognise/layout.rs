//! Columns and records in, how deals stand in the table out, or why there are none.

use std::collections::{BTreeMap, BTreeSet};

use super::column::Assigned;
use super::evidence::Evidence;
use super::section::Sections;
use super::table::{Because, LeftOut, Record};
use crate::diagnostic::Word;
use crate::model::Moment;
use crate::template::{Field, Layout};

/// Why a table holds no deals, by its columns alone; none when it may.
pub(super) fn left_out(assigned: &Assigned, evidence: &[Evidence], sections: &Sections) -> Option<LeftOut> {
    let filled = |field: &Field| assigned.place_of(field).is_some_and(|place| evidence[place].seen > 0);
    let stages = assigned.place_of(&Field::Stage).map(|place| (&evidence[place], assigned.header_weights[place]));
    let outcomes = assigned.place_of(&Field::Outcome).map(|place| &evidence[place]);
    let tells_outcomes = outcomes.is_some_and(|cells| cells.known_stages >= 0.5 || cells.flags >= 0.5);
    let has_stages = match stages {
        // A bare "Status" may be that of library books; known words, dates of sales or the trade's own columns tell.
        Some((cells, weight)) => {
            weight >= 0.95
                || cells.known_stages >= 0.2
                || SALES_DATES.iter().any(&filled)
                || stage_dates(assigned).next().is_some()
                || TRADE.iter().filter(|field| filled(field)).count() >= 2 && OF_SELLING.iter().any(&filled)
        }
        None if sections.name_stages() => true,
        None => tells_outcomes && (filled(&Field::Id) || filled(&Field::Name) || filled(&Field::Company)),
    };
    let milestones =
        stage_dates(assigned).count() + [Field::WonOn, Field::LostOn].iter().filter(|field| filled(field)).count();
    let has_dates = milestones > 0 && milestones + usize::from(filled(&Field::Inquiry)) >= 2;
    if !has_stages && !has_dates {
        let inquiry = assigned.place_of(&Field::Inquiry).filter(|place| evidence[*place].seen > 0);
        let dated = milestones > 0 || inquiry.is_some_and(|place| assigned.header_weights[place] >= 0.95);
        return Some(if dated { LeftOut::OneDate } else { LeftOut::NoStages });
    }
    // A list of stages with their probabilities, or a pivot of stages by source, is about no deal in particular.
    let told_apart = DEAL_NAMING.iter().any(&filled) || has_dates;
    let numbered = filled(&Field::Id) && stages.is_some_and(|(cells, _)| cells.distinct < cells.seen);
    (!told_apart && !numbered).then_some(LeftOut::NoDeals)
}

/// Whether a table without states may be of use beside another one: it speaks of deals by number or by name, and of
/// what happened to them.
pub(super) fn needs_others(assigned: &Assigned, evidence: &[Evidence], links: &[u32]) -> bool {
    let filled = |field: &Field| assigned.place_of(field).is_some_and(|place| evidence[place].seen > 0);
    let dates = evidence.iter().filter(|cells| cells.plain_dates >= 0.5).count();
    let numbered = !links.is_empty() || filled(&Field::Id);
    let named = filled(&Field::Company) || filled(&Field::Name) || filled(&Field::Contact);
    let facts = assigned.columns.iter().filter(|column| column.field.is_some()).count();
    let of_sales = TRADE.iter().chain(&DEAL_NAMING).filter(|field| filled(field)).count();
    numbered && dates > 0 || named && facts >= 3 && of_sales >= 3
}

/// Dates that only sales have.
const SALES_DATES: [Field; 5] = [Field::WonOn, Field::LostOn, Field::CloseDate, Field::ClosedOn, Field::ExpectedClose];

/// Columns that only sheets about customers have.
const TRADE: [Field; 9] = [
    Field::Company,
    Field::Contact,
    Field::Phone,
    Field::Email,
    Field::Owner,
    Field::Source,
    Field::LostReason,
    Field::NextStep,
    Field::Probability,
];

/// Columns of which one at least speaks of selling: people who subscribe to a newsletter have a status too.
const OF_SELLING: [Field; 8] = [
    Field::Value,
    Field::Owner,
    Field::LostReason,
    Field::NextStep,
    Field::NextStepOn,
    Field::LastActivity,
    Field::Probability,
    Field::Name,
];

/// Columns of which one at least describes a single deal. Owners, sources and reasons stand on lists of words too.
const DEAL_NAMING: [Field; 12] = [
    Field::Name,
    Field::Company,
    Field::Contact,
    Field::Phone,
    Field::Email,
    Field::Value,
    Field::Inquiry,
    Field::Entered,
    Field::CloseDate,
    Field::ClosedOn,
    Field::ExpectedClose,
    Field::LastActivity,
];

fn stage_dates(assigned: &Assigned) -> impl Iterator<Item = &Field> {
    assigned
        .columns
        .iter()
        .filter_map(|column| column.field.as_ref())
        .filter(|field| matches!(field, Field::StageDate(_)))
}

/// What a table is that has no states of its own: a list of activities, where the same deals come again and again,
/// or of particulars.
pub(super) fn of_dependent(assigned: &Assigned, records: &[Record]) -> Layout {
    let closes = [Field::WonOn, Field::LostOn, Field::ClosedOn].iter().any(|field| assigned.place_of(field).is_some());
    if assigned.place_of(&Field::Activity).is_some() && !closes {
        return Layout::Activities;
    }
    let dated = |record: &&Record| record.last_activity.is_some();
    let repeats = |of: &dyn Fn(&Record) -> Option<String>| {
        let numbers: Vec<String> = records.iter().filter_map(of).collect();
        let distinct: BTreeSet<&String> = numbers.iter().collect();
        numbers.len() > 1 && 2 * distinct.len() < numbers.len()
    };
    let by_link = |record: &Record| record.links.first().map(|(_, number)| number.clone());
    let again = repeats(&|record| record.id.clone()) || repeats(&by_link);
    if again && 2 * records.iter().filter(dated).count() > records.len() {
        Layout::Activities
    } else if closes {
        Layout::StageDates
    } else {
        Layout::Particulars
    }
}

/// How deals stand in the table.
pub(super) fn of(assigned: &Assigned, records: &[Record]) -> Layout {
    let says_when = assigned.place_of(&Field::Entered).is_some();
    let milestones = stage_dates(assigned).count();
    // Names repeat in any list of deals, and so does a number that was given twice; only a column of entries, or a
    // number without any date of a stage beside it, makes a row an entry.
    let tells_deals = says_when || assigned.place_of(&Field::Id).is_some() && milestones == 0;
    if assigned.place_of(&Field::Stage).is_some() && tells_deals && is_change_log(records) {
        return Layout::ChangeLog;
    }
    let marked: usize = records.iter().map(|record| record.stage_marks.len()).sum();
    let dated: usize = records.iter().map(|record| record.stage_dates.len()).sum();
    if milestones >= 2 && marked > dated {
        return Layout::StageMarks;
    }
    let closing = [Field::WonOn, Field::LostOn].iter().filter(|field| assigned.place_of(field).is_some()).count();
    if milestones >= 2
        || milestones == 1 && closing > 0
        || assigned.place_of(&Field::Stage).is_none() && milestones + closing > 0
    {
        Layout::StageDates
    } else {
        Layout::CurrentStage
    }
}

/// What speaks for the layout, in words.
pub(super) fn reasons(layout: Layout, fixed: Option<Layout>, assigned: &Assigned) -> impl Iterator<Item = Because> {
    let by_template = fixed.map(|_| Because { key: "template", words: Vec::new() });
    let columns = assigned.columns.iter().filter(|column| {
        matches!(column.field, Some(Field::StageDate(_) | Field::WonOn | Field::LostOn | Field::Inquiry))
    });
    let state = [Field::Stage, Field::Outcome].iter().find_map(|field| assigned.place_of(field));
    let header = state.map(|place| Word::from(assigned.columns[place].header.as_str()));
    let own = match (layout, header) {
        (Layout::CurrentStage, Some(header)) => Some(Because { key: "current-stage", words: vec![("header", header)] }),
        (Layout::CurrentStage | Layout::Board, _) => None,
        (Layout::StageDates | Layout::StageMarks, _) => {
            Some(Because { key: layout.name(), words: vec![("count", Word::from(columns.count()))] })
        }
        (Layout::ChangeLog | Layout::Particulars | Layout::Activities, _) => {
            Some(Because { key: layout.name(), words: Vec::new() })
        }
    };
    by_template.into_iter().chain(own)
}

/// Of the deals on a log's rows, this share at least stands on several.
const SEVERAL_ROWS: f64 = 0.2;

/// Of those, this share at least changes stage and moment from row to row.
const CHANGES: f64 = 0.6;

/// Whether the rows are stage entries: the same deals come again, each time with another stage at another moment.
/// A number that merely repeats over the lines of one order changes neither.
fn is_change_log(records: &[Record]) -> bool {
    #[derive(Default)]
    struct Seen<'a> {
        rows: usize,
        stage: Option<&'a str>,
        moment: Option<Moment>,
        stage_changes: bool,
        moment_changes: bool,
    }
    let mut deals: BTreeMap<&str, Seen<'_>> = BTreeMap::new();
    for record in records {
        let Some(id) = record.id.as_deref().or(record.name.as_deref()).or(record.company.as_deref()) else { continue };
        let moment = record.entered.or(record.inquiry);
        let seen = deals.entry(id).or_default();
        seen.stage_changes |= seen.rows > 0 && seen.stage != record.stage.as_deref();
        seen.moment_changes |= seen.rows > 0 && seen.moment != moment;
        seen.rows += 1;
        seen.stage = record.stage.as_deref();
        seen.moment = moment;
    }
    let several = deals.values().filter(|seen| seen.rows > 1).count() as f64;
    let changing = deals.values().filter(|seen| seen.stage_changes && seen.moment_changes).count() as f64;
    several > 0.0 && several >= SEVERAL_ROWS * deals.len() as f64 && changing >= CHANGES * several
}
