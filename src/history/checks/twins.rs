//! Deals in, those out that may be one and the same deal: rows with one number, and rows that say nearly the same.
//! They are listed, never merged.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::diagnostic::{Code, Diagnostic, Word};
use crate::locus::Locus;
use crate::model::Deal;
use crate::recognise::fold::fold;

use super::Found;

/// The same inquiry written down twice is of about the same day.
const DAYS_APART: i64 = 7;

/// Numbers that several deals of one table have. Each row stays a deal of its own; sheets may number anew.
pub(super) fn repeated_numbers(found: &[Found]) -> Vec<Diagnostic> {
    let mut deals: BTreeMap<(Locus, &str), Vec<&Found>> = BTreeMap::new();
    for found in found {
        let sheet = Locus::sheet(&found.deal.at.file, found.deal.at.sheet.as_ref());
        deals.entry((sheet, &found.deal.id)).or_default().push(found);
    }
    let mut repeated: Vec<_> = deals.into_values().filter(|deals| deals.len() > 1).collect();
    repeated.sort_by_key(|deals| deals[0].order);
    let remark = |deals: Vec<&Found>| {
        let first = &deals[0].deal;
        let remark = Diagnostic::new(Code::DuplicateId).at(first.at.clone());
        let rows: Vec<String> = deals.iter().filter_map(|found| Some(found.deal.at.row?.to_string())).collect();
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        remark.with("value", first.id.as_str()).with("count", deals.len()).with("names", Word::names(&rows))
    };
    repeated.into_iter().map(remark).collect()
}

/// Deals of one firm with the same name or person, the same value or e-mail, and nearly the same day of inquiry.
pub(super) fn likely(found: &[Found]) -> Vec<Diagnostic> {
    let mut by_firm: BTreeMap<String, Vec<(NaiveDate, &Found)>> = BTreeMap::new();
    for found in found {
        let firm = found.deal.company.as_deref().map(fold).filter(|firm| !firm.is_empty());
        if let (Some(firm), Some(day)) = (firm, found.deal.inquiry()) {
            by_firm.entry(firm).or_default().push((day.date(), found));
        }
    }
    let mut remarks = Vec::new();
    for deals in by_firm.values_mut().filter(|deals| deals.len() > 1) {
        deals.sort_by_key(|(day, found)| (*day, found.order));
        for (place, (day, later)) in deals.iter().enumerate() {
            let near = deals[..place].iter().rev().take_while(|(before, _)| (*day - *before).num_days() <= DAYS_APART);
            if let Some((_, earlier)) = near.into_iter().find(|(_, earlier)| are_alike(&earlier.deal, &later.deal)) {
                remarks.push((later.order, remark(&earlier.deal, &later.deal)));
            }
        }
    }
    remarks.sort_by_key(|(order, _)| *order);
    remarks.into_iter().map(|(_, remark)| remark).collect()
}

fn remark(earlier: &Deal, later: &Deal) -> Diagnostic {
    let called = later.company.as_deref().unwrap_or(&later.id);
    Diagnostic::new(Code::LikelyDuplicate)
        .at(later.at.clone())
        .with("name", called)
        .with("other", earlier.at.to_string())
}

fn are_alike(a: &Deal, b: &Deal) -> bool {
    let same = |a: &Option<String>, b: &Option<String>| matches!((a, b), (Some(a), Some(b)) if fold(a) == fold(b) && !fold(a).is_empty());
    let differ = |a: &Option<String>, b: &Option<String>| a.is_some() && b.is_some() && !same(a, b);
    let named = same(&a.name, &b.name) || same(&a.contact, &b.contact) && !differ(&a.name, &b.name);
    let valued = a.value.is_some_and(|value| !value.amount.is_zero()) && a.value == b.value;
    named && (valued || same(&a.email, &b.email))
}
