//! What is missing or doubtful in the deals as a whole: remarks, no changes.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Deal, StageKind};
use crate::recognise::Layout;
use crate::template::Field;

use super::Order;
use super::ladder::Ladder;
use super::sheet::Sheet;

/// From here on an amount is a telephone number or a slip of the hand.
const ABSURD: i64 = 1_000_000_000_000;

/// Remarks on the deals. A missing fact is worth a remark only where the sheet of the deal has a column for it.
pub(super) fn check(sheets: &[Sheet<'_>], deals: &[(Order, Deal)], ladder: &Ladder, warnings: &mut Vec<Diagnostic>) {
    warnings.extend(deals.iter().flat_map(|(order, deal)| missing(&sheets[order.sheet], deal)));
    warnings.extend(repeated(sheets, deals));
    let unknown = |deal: &Deal| !deal.way_known && ladder.kind(deal.stage()) == StageKind::Lost;
    let losses = deals.iter().filter(|(_, deal)| unknown(deal)).count();
    if losses > 0 {
        warnings.push(Diagnostic::new(Code::LossStageUnknown).with("count", losses));
    }
}

fn missing(sheet: &Sheet<'_>, deal: &Deal) -> Vec<Diagnostic> {
    let lacks = [
        (Field::Inquiry, deal.inquiry().is_none(), Code::InquiryDateMissing),
        (Field::Owner, deal.owner.is_none(), Code::OwnerMissing),
        (Field::Value, deal.value.is_none(), Code::ValueMissing),
    ];
    let lacks = lacks.into_iter().filter(|(field, missing, _)| *missing && sheet.has(field));
    let mut remarks: Vec<Diagnostic> = lacks.map(|(_, _, code)| Diagnostic::new(code).at(deal.at.clone())).collect();
    let absurd = deal.value.filter(|value| value.amount.is_sign_negative() || value.amount >= ABSURD.into());
    if let Some(value) = absurd {
        remarks.push(Diagnostic::new(Code::AbsurdAmount).at(deal.at.clone()).with("value", value.amount.to_string()));
    }
    remarks
}

/// Numbers that several rows of one table have. Each row stays a deal of its own; sheets may number anew.
fn repeated(sheets: &[Sheet<'_>], deals: &[(Order, Deal)]) -> Vec<Diagnostic> {
    let mut rows: BTreeMap<(usize, &str), Vec<&(Order, Deal)>> = BTreeMap::new();
    for row in deals.iter().filter(|(order, _)| sheets[order.sheet].table.layout != Layout::ChangeLog) {
        rows.entry((row.0.sheet, &row.1.id)).or_default().push(row);
    }
    let mut repeated: Vec<_> = rows.into_values().filter(|rows| rows.len() > 1).collect();
    repeated.sort_by_key(|rows| rows[0].0);
    let remark = |rows: Vec<&(Order, Deal)>| {
        let (_, first) = rows[0];
        let remark = Diagnostic::new(Code::DuplicateId).at(first.at.clone());
        remark.with("value", first.id.as_str()).with("count", rows.len())
    };
    repeated.into_iter().map(remark).collect()
}
