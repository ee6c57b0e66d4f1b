//! Columns in, those out whose numbers may name the deal in another table: `lead_id`, `OpportunityId`, `Nr szansy`.

use super::column::Assigned;
use super::evidence::Evidence;
use super::header::Region;
use super::label::Label;
use super::table::Record;
use super::value::text;
use crate::read::Row;
use crate::template::Field;

/// Words that end the header of a number.
const NUMBERS: &[&str] = &["id", "key", "nr", "numer", "number", "no", "kod", "code", "ref", "sygnatura", "#"];

/// Words of headers that number something else than deals.
#[rustfmt::skip] // words fill the lines
const OF_OTHERS: &[&str] = &[
    "account", "accountid", "company", "contact", "owner", "user", "campaign", "product", "rep", "seller", "sr", "sdr",
    "created", "modified", "pipeline", "stage", "landing", "page", "parent", "firma", "firmy", "klienta", "kontaktu",
    "handlowca", "produktu", "telefonu", "telefon", "nip", "regon", "phone", "postal", "zip", "kampanii", "faktury",
    "invoice", "task", "organization", "person", "osoby", "organizacji",
];

/// The columns, by number from 0.
pub(super) fn columns(region: &Region<'_>, assigned: &Assigned, evidence: &[Evidence]) -> Vec<u32> {
    let places = region.columns.iter().zip(&assigned.columns).zip(evidence);
    places
        .filter(|((headed, column), cells)| {
            let free = column.field.is_none() || column.field == Some(Field::Id);
            free && cells.seen > 0 && cells.plain_dates < 0.1 && names_a_number(&headed.label)
        })
        .map(|((headed, _), _)| headed.index)
        .collect()
}

fn names_a_number(label: &Label) -> bool {
    let plain = label.plain();
    let words: Vec<&str> = plain.split(' ').collect();
    // `NumberOfEmployees` counts, it does not number.
    if words.windows(2).any(|pair| matches!(pair, ["number" | "no", "of"])) {
        return false;
    }
    let glued = words.len() == 1 && plain.len() > 2 && plain.len() <= 16 && plain.ends_with("id");
    let numbers = glued || words.iter().any(|word| NUMBERS.contains(word));
    numbers && !words.iter().any(|word| OF_OTHERS.contains(word) || OF_OTHERS.contains(&word.trim_end_matches("id")))
}

/// Writes the numbers into the records.
pub(super) fn read(region: &Region<'_>, rows: &[&Row], links: &[u32], records: &mut [Record]) {
    for (row, record) in rows.iter().zip(records) {
        record.links = links
            .iter()
            .filter_map(|column| Some((*column, text::line(region.cell(row, *column)?)?)))
            .filter(|(_, number)| !number.contains(' ') && number.len() <= 64)
            .collect();
    }
}
