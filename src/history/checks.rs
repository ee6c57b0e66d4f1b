//! What is missing or doubtful in the deals as a whole: remarks, no changes.

mod amounts;
mod minutes;
mod twins;

use crate::diagnostic::{Code, Diagnostic};
use crate::model::StageKind;
use crate::settings::Settings;
use crate::template::Field;

use super::Found;
use super::ladder::Ladder;
use super::sheet::Sheet;

/// Remarks on the deals. A missing fact is worth a remark only where a sheet of the deal has a column for it.
pub(super) fn check(sheets: &[Sheet<'_>], found: &[Found], ladder: &Ladder, settings: &Settings) -> Vec<Diagnostic> {
    let mut remarks: Vec<Diagnostic> = Vec::new();
    let offer = ladder.pipeline.by_key(&settings.template.follow_up.from).map(|offer| ladder.rank(offer));
    for found in found {
        missing(sheets, found, ladder, &mut remarks);
        remarks.extend(contradiction(found, ladder));
        remarks.extend(amounts::of_deal(&found.deal, offer, &ladder.pipeline));
    }
    remarks.extend(amounts::unusual(found));
    remarks.extend(twins::repeated_numbers(found));
    remarks.extend(twins::likely(found));
    remarks.extend(sheets.iter().flat_map(|sheet| minutes::filled_in_at_once(sheet, settings.as_of)));
    let unknown = |found: &&Found| !found.deal.way_known && ladder.kind(found.deal.stage()) == StageKind::Lost;
    let losses = found.iter().filter(unknown).count();
    if losses > 0 {
        remarks.push(Diagnostic::new(Code::LossStageUnknown).with("count", losses));
    }
    remarks
}

fn missing(sheets: &[Sheet<'_>], found: &Found, ladder: &Ladder, remarks: &mut Vec<Diagnostic>) {
    let deal = &found.deal;
    let lost = ladder.kind(deal.stage()) == StageKind::Lost;
    let lacks = [
        (Field::Inquiry, deal.inquiry().is_none(), Code::InquiryDateMissing),
        (Field::Owner, deal.owner.is_none(), Code::OwnerMissing),
        (Field::Value, deal.value.is_none(), Code::ValueMissing),
        (Field::LostReason, lost && deal.lost_reason.is_none(), Code::LostReasonMissing),
    ];
    let has = |field: &Field| found.sheets.iter().any(|sheet| sheets[*sheet].has(field));
    let lacks = lacks.into_iter().filter(|(field, missing, _)| *missing && has(field));
    remarks.extend(lacks.map(|(_, _, code)| Diagnostic::new(code).at(deal.at.clone())));
}

/// A deal that is open or won though the sheet has a reason for its loss.
fn contradiction(found: &Found, ladder: &Ladder) -> Option<Diagnostic> {
    let deal = &found.deal;
    let reason = deal.lost_reason.as_deref()?;
    let kept = matches!(ladder.kind(deal.stage()), StageKind::Open | StageKind::Won);
    let word = ladder.word(deal.stage());
    kept.then(|| {
        Diagnostic::new(Code::LostReasonUnexpected).at(deal.at.clone()).with("value", reason).with("word", word)
    })
}
