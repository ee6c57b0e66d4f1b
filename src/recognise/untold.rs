//! The cells of a table without a header in, what they alone tell of the columns out.
//!
//! Stage words, addresses, telephone numbers and running numbers are like nothing else. The only column of dates is
//! when the inquiries came in, the only one of amounts their value, the first of names the customer; of two that are
//! alike nothing is guessed.

use std::collections::BTreeSet;

use super::evidence::Evidence;
use super::header::Region;
use super::relate::names;
use super::table::ColumnReason;
use super::value::text;
use super::vocabulary::Claim;
use crate::read::Cell;
use crate::template::Field;

/// A share of cells that makes a column of one kind.
const MOST: f64 = 0.8;

/// What the cells of each column claim.
pub(super) fn claims(region: &Region<'_>, evidence: &[Evidence]) -> Vec<Vec<Claim>> {
    let mut claims: Vec<Vec<Claim>> = vec![Vec::new(); evidence.len()];
    let mut give = |place: Option<usize>, field: Field, weight: f64| {
        if let Some(place) = place
            && claims[place].is_empty()
        {
            claims[place].push(Claim { field, weight, reason: ColumnReason::Cells, language: None });
        }
    };
    let places = || 0..evidence.len();
    let cells = |place: usize| -> Vec<&Cell> {
        region.telling_rows().filter_map(|row| region.cell(row, region.columns[place].index)).collect()
    };
    let is_words = |place: usize| {
        let of = &evidence[place];
        of.words >= MOST && of.amounts < 0.5 && of.dates < 0.2 && of.emails < 0.3 && of.known_stages < 0.5
    };
    give(places().find(|place| evidence[*place].known_stages >= MOST), Field::Stage, 0.6);
    give(places().find(|place| evidence[*place].emails >= MOST), Field::Email, 0.6);
    give(places().find(|place| are_numbers_of_lines(&cells(*place))), Field::Id, 0.5);
    give(places().find(|place| share(&cells(*place), is_telephone) >= MOST), Field::Phone, 0.55);
    let is_amount = |place: &usize| {
        evidence[*place].amounts >= MOST
            && evidence[*place].plain_dates < 0.2
            && evidence[*place].flags < 0.5
            && !are_numbers_of_lines(&cells(*place))
            && share(&cells(*place), is_telephone) < 0.5
    };
    give(only(places().filter(is_amount)), Field::Value, 0.55);
    give(only(places().filter(|place| evidence[*place].plain_dates >= MOST)), Field::Inquiry, 0.5);
    let people: Vec<usize> =
        places().filter(|place| is_words(*place) && share(&cells(*place), is_person) >= 0.6).collect();
    let come_again = |place: &usize| evidence[*place].distinct * 2 <= evidence[*place].seen;
    give(only(people.iter().copied().filter(come_again)), Field::Owner, 0.5);
    give(only(people.iter().copied().filter(|place| !come_again(place))), Field::Contact, 0.5);
    let is_customer = |place: &usize| {
        is_words(*place) && !people.contains(place) && evidence[*place].distinct * 5 >= evidence[*place].seen * 4
    };
    give(places().find(is_customer), Field::Company, 0.5);
    claims
}

/// The one place, if there is but one.
fn only(mut places: impl Iterator<Item = usize>) -> Option<usize> {
    let first = places.next()?;
    places.next().is_none().then_some(first)
}

fn share(cells: &[&Cell], is_so: fn(&Cell) -> bool) -> f64 {
    let so = cells.iter().filter(|cell| is_so(cell)).count();
    so as f64 / cells.len().max(1) as f64
}

/// `1`, `2`, `3` …, or short codes of which none comes twice.
fn are_numbers_of_lines(cells: &[&Cell]) -> bool {
    let written: Vec<String> = cells.iter().filter_map(|cell| text::line(cell)).collect();
    let distinct: BTreeSet<&String> = written.iter().collect();
    let counts = written.iter().zip(1_usize..).all(|(written, count)| *written == count.to_string());
    let is_code = |written: &String| {
        written.len() <= 16
            && !written.contains([' ', '@'])
            && written.bytes().any(|byte| byte.is_ascii_digit())
            && written.chars().any(char::is_alphabetic)
    };
    written.len() >= 2 && distinct.len() == written.len() && (counts || written.iter().all(is_code))
}

/// Nine digits or more, with what people write between them.
fn is_telephone(cell: &Cell) -> bool {
    let Some(written) = text::line(cell) else { return false };
    let digits = written.bytes().filter(u8::is_ascii_digit).count();
    (9..=13).contains(&digits) && written.chars().all(|letter| letter.is_ascii_digit() || " +-()".contains(letter))
}

fn is_person(cell: &Cell) -> bool {
    matches!(cell, Cell::Text(name) if names::read(name, &[], None).person)
}
