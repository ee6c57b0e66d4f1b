//! Deals in, what the sheet of deals cannot hold of them out: known before anything is written, so that every document
//! can say it.

use crate::diagnostic::{Code, Diagnostic, Word};
use crate::model::{Book, Deal};

use super::deals::MOST_DEALS;
use super::page::is_too_long;

/// A remark for each deal that has texts longer than a cell, and one where not all deals have a row.
pub fn cuts(book: &Book) -> Vec<Diagnostic> {
    let all = book.deals.len();
    let list = (all > MOST_DEALS).then(|| {
        let sheet = Word::term("sheet-deals");
        Diagnostic::new(Code::ListCut).with("sheet", sheet).with("shown", MOST_DEALS).with("count", all)
    });
    let cut = |deal: &Deal| {
        let count = texts(deal).filter(|text| is_too_long(text)).count();
        (count > 0).then(|| Diagnostic::new(Code::TextCut).at(deal.at.clone()).with("count", count))
    };
    list.into_iter().chain(book.deals.iter().filter_map(cut)).collect()
}

/// The texts of a deal that stand on the sheet as the input has them.
fn texts(deal: &Deal) -> impl Iterator<Item = &str> {
    let own = [
        &deal.name,
        &deal.company,
        &deal.contact,
        &deal.phone,
        &deal.email,
        &deal.owner,
        &deal.source,
        &deal.campaign,
        &deal.next_step,
        &deal.lost_reason,
    ];
    let filled = own.into_iter().chain(&deal.custom).filter_map(Option::as_deref);
    [deal.id.as_str()].into_iter().chain(filled)
}
