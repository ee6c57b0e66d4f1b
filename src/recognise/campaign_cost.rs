//! A column that is called no more than "cost" in, whose cost it is out: the campaign's – or the source's, in a table
//! without campaigns – where each of them has one amount on all its rows. What a deal itself costs to make differs from
//! deal to deal, so any other such column stays without a field. And of a table that holds no deals, the rows that each
//! tell what a campaign cost.

use std::collections::{BTreeMap, BTreeSet};

use super::column::Assigned;
use super::evidence::Evidence;
use super::header::Region;
use super::row::is_total;
use super::table::ColumnReason;
use super::value::text;
use super::vocabulary::Vocabulary;
use crate::read::Row;
use crate::template::Field;

/// Headers that say no more than cost; folded.
const BARE: &[&str] =
    &["koszt", "koszty", "wydatki", "wydano", "cost", "costs", "spend", "spent", "actual cost", "kosten", "ausgaben"];

/// Words beside which a cost is that of the deal itself; folded.
const OF_THE_DEAL: &[&str] = &["marza", "zysk", "dochod", "narzut", "margin", "profit", "markup", "marge", "gewinn"];

/// How surely such a column is the cost of campaigns.
const BY_CELLS: f64 = 0.7;

/// Gives the field to the one column that has earned it.
pub(super) fn tell(region: &Region<'_>, evidence: &[Evidence], assigned: &mut Assigned, vocabulary: &Vocabulary) {
    let by = [Field::Campaign, Field::Source].iter().find_map(|field| assigned.place_of(field));
    let (Some(by), None) = (by, assigned.place_of(&Field::CampaignCost)) else { return };
    let speaks_of_the_deal = |word: &str| OF_THE_DEAL.contains(&word);
    if region.columns.iter().any(|column| column.label.plain().split(' ').any(speaks_of_the_deal)) {
        return;
    }
    if let Some(place) = bare(region, evidence, assigned, vocabulary)
        && has_one_amount_each(region, assigned.columns[by].index, assigned.columns[place].index)
    {
        give(assigned, place);
    }
}

/// The rows of a table of campaigns, or sources, and their costs; none where it is no such table. Whoever buys is not
/// named in it.
pub(super) fn rows<'a>(
    region: &Region<'a>,
    evidence: &[Evidence],
    assigned: &mut Assigned,
    vocabulary: &Vocabulary,
) -> Option<Vec<&'a Row>> {
    let of_customers = [Field::Company, Field::Contact, Field::Phone, Field::Email];
    if of_customers.iter().any(|field| assigned.place_of(field).is_some()) {
        return None;
    }
    let by = [Field::Campaign, Field::Source].iter().find_map(|field| assigned.place_of(field))?;
    if assigned.place_of(&Field::CampaignCost).is_none() {
        let place = bare(region, evidence, assigned, vocabulary)?;
        give(assigned, place);
    }
    let names = assigned.columns[by].index;
    let is_named = |row: &&Row| region.cell(row, names).is_some_and(|cell| !is_total(&text::quoted(cell)));
    Some(region.telling_rows().filter(is_named).collect())
}

/// The one column that says no more than cost and holds amounts.
fn bare(region: &Region<'_>, evidence: &[Evidence], assigned: &Assigned, vocabulary: &Vocabulary) -> Option<usize> {
    let is_bare = |place: &usize| {
        let label = &region.columns[*place].label;
        BARE.contains(&label.plain()) && !vocabulary.is_tied(label) && evidence[*place].amounts >= 0.5
    };
    let mut bare = (0..assigned.columns.len()).filter(|place| assigned.columns[*place].field.is_none()).filter(is_bare);
    bare.next().filter(|_| bare.next().is_none())
}

fn give(assigned: &mut Assigned, place: usize) {
    let column = &mut assigned.columns[place];
    (column.field, column.score, column.reason) = (Some(Field::CampaignCost), BY_CELLS, ColumnReason::Cells);
}

/// Whether every name has one amount on all its rows, and that is no chance: two names at least stand on several rows,
/// and not all have the same.
fn has_one_amount_each(region: &Region<'_>, names: u32, costs: u32) -> bool {
    let told = |row, column| region.cell(row, column).map(text::quoted).filter(|cell| !cell.is_empty());
    let mut amounts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for row in region.telling_rows() {
        if let (Some(name), Some(cost)) = (told(row, names), told(row, costs)) {
            amounts.entry(name).or_default().push(cost);
        }
    }
    let distinct: BTreeSet<&String> = amounts.values().flatten().collect();
    let alike = |costs: &Vec<String>| costs.iter().all(|cost| *cost == costs[0]);
    amounts.values().all(alike) && amounts.values().filter(|costs| costs.len() > 1).count() >= 2 && distinct.len() > 1
}
