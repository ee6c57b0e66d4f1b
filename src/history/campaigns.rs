//! Tables of campaigns and their costs in, what the campaigns, or sources, of the deals cost out.
//!
//! A table counts when one of its names is one of the deals'; names are one by their letters and digits. Where several
//! sheets tell the cost of one name, the sheet that was made last does, for copies repeat it.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Code, Diagnostic};
use crate::locus::Locus;
use crate::model::{CostOf, CostTable, Moment, Money};
use crate::recognise::SheetReading;
use crate::recognise::fold::fold;
use crate::template::Template;

use super::{Found, rates};

/// What a sheet tells of one name.
struct Told<'a> {
    sheet: &'a SheetReading,
    name: &'a str,
    parts: Vec<Money>,
}

/// The costs that tables of campaigns tell, and a remark on each sheet that they are taken from.
pub(super) fn costs(
    readings: &[SheetReading],
    found: &[Found],
    template: &Template,
    as_of: Moment,
) -> (Option<CostTable>, Vec<Diagnostic>) {
    let mut told: BTreeMap<String, Told<'_>> = BTreeMap::new();
    let mut sheets: Vec<&SheetReading> =
        readings.iter().filter(|sheet| sheet.made.is_none_or(|made| made.at.known_by(as_of))).collect();
    sheets.sort_by_key(|sheet| (sheet.made.map(|made| made.at.lo()), &sheet.file, &sheet.sheet));
    for sheet in sheets {
        let mut of_sheet: BTreeMap<String, Told<'_>> = BTreeMap::new();
        for cost in &sheet.costs {
            let new = || Told { sheet, name: &cost.name, parts: Vec::new() };
            of_sheet.entry(fold(&cost.name)).or_insert_with(new).parts.push(rates::in_target(cost.cost, template));
        }
        told.extend(of_sheet);
    }
    let names = |by: CostOf| -> BTreeMap<String, &str> {
        found.iter().filter_map(|found| by.of(&found.deal)).map(|name| (fold(name), name)).collect()
    };
    let known = |by: CostOf| names(by).keys().filter(|name| told.contains_key(*name)).count();
    let by = if known(CostOf::Campaign) >= known(CostOf::Source) { CostOf::Campaign } else { CostOf::Source };
    let names = names(by);
    let of_deals = |sheet: &SheetReading| sheet.costs.iter().any(|cost| names.contains_key(&fold(&cost.name)));
    told.retain(|_, told| of_deals(told.sheet));
    if told.is_empty() {
        return (None, Vec::new());
    }
    let mut used: BTreeMap<Locus, BTreeSet<&str>> = BTreeMap::new();
    for told in told.values() {
        used.entry(Locus::sheet(&told.sheet.file, told.sheet.sheet.as_ref())).or_default().insert(told.name);
    }
    let remark =
        |(at, names): (Locus, BTreeSet<&str>)| Diagnostic::new(Code::CostsRead).at(at).with("count", names.len());
    let remarks = used.into_iter().map(remark).collect();
    let named =
        |(key, told): (String, Told<'_>)| (names.get(&key).map_or(told.name, |name| name).to_owned(), told.parts);
    (Some(CostTable { by, costs: told.into_iter().map(named).collect() }), remarks)
}
