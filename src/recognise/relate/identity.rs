//! The tables of one family in, rows of different tables that are one deal out.
//!
//! By number where numbers name deals; else by e-mail, telephone, or firm and name. A key must name one row of each
//! table at the most; what it binds must not contradict itself. On weaker evidence rows stay deals of their own.

use std::collections::{BTreeMap, BTreeSet};

use super::bonds::{Bonds, Node};
use super::family::Family;
use super::table_at;
use crate::model::Moment;
use crate::recognise::fold::fold;
use crate::recognise::table::{NameSays, Record, SheetReading};
use crate::template::Layout;

/// Of the rows of each table that have a key, this share at least has one of its own.
const UNIQUE: f64 = 0.95;

/// Of the pairs that a key makes and that have facts to compare, this share at least agrees.
const AGREE: f64 = 0.8;

/// Binds the rows of a family.
pub(super) fn bind(family: &Family, readings: &[SheetReading], bonds: &mut Bonds) {
    if family.len() < 2 || matches!(table_at(readings, family[0]).layout, Layout::ChangeLog | Layout::Activities) {
        return;
    }
    if let Some(pairs) = KEYS.iter().find_map(|key| pairs(family, readings, key)) {
        for (a, b) in pairs {
            bonds.bind(a, b);
        }
    }
    let copies = |place: &&usize| matches!(table_at(readings, **place).name_says, Some(NameSays::Copy(_)));
    for place in family.iter().filter(copies) {
        for record in 0..table_at(readings, *place).records.len() {
            bonds.mark((*place, record));
        }
    }
}

/// The share of the smaller table's rows that stand in the other too.
pub(super) fn overlap(family: &[usize; 2], readings: &[SheetReading]) -> f64 {
    let pairs = KEYS.iter().find_map(|key| pairs(&family.to_vec(), readings, key)).map_or(0, |pairs| pairs.len());
    let smaller = family.iter().map(|place| table_at(readings, *place).records.len()).min().unwrap_or(0);
    if smaller == 0 { 0.0 } else { pairs as f64 / smaller as f64 }
}

/// Something that may name a deal.
struct Key {
    of: fn(&Record) -> Option<String>,
    /// Whether two rows with the same key agree in what else they say; none when they have nothing to compare.
    agree: fn(&Record, &Record) -> Option<bool>,
}

/// What may name a deal, surest first.
const KEYS: [Key; 4] = [
    Key { of: |record| record.id.as_deref().map(fold), agree: same_name_or_day },
    Key { of: |record| record.email.as_deref().map(fold), agree: same_name_or_day },
    Key {
        of: |record| Some(record.phone.as_deref()?.chars().filter(char::is_ascii_digit).collect()),
        agree: same_name_or_day,
    },
    Key {
        of: |record| {
            let words = [&record.company, &record.name, &record.contact].map(|cell| cell.as_deref().map(plain_name));
            words.iter().any(Option::is_some).then(|| words.map(Option::unwrap_or_default).join("|"))
        },
        agree: same_day,
    },
];

type Pairs = Vec<(Node, Node)>;

/// The pairs that a key makes; none when it does not name deals in this family.
fn pairs(family: &Family, readings: &[SheetReading], key: &Key) -> Option<Pairs> {
    let mut rows: BTreeMap<String, Vec<Node>> = BTreeMap::new();
    let (mut filled, mut all, mut running) = (0, 0, true);
    for place in family {
        let records = &table_at(readings, *place).records;
        let mut own = BTreeSet::new();
        let mut here = 0;
        for (index, record) in records.iter().enumerate() {
            all += 1;
            if let Some(key) = (key.of)(record).filter(|key| !key.is_empty()) {
                here += 1;
                running &= key.parse::<usize>().is_ok_and(|number| number <= 3 * records.len() + 10);
                own.insert(key.clone());
                rows.entry(key).or_default().push((*place, index));
            }
        }
        filled += here;
        if (own.len() as f64) < UNIQUE * here as f64 {
            return None;
        }
    }
    if 2 * filled < all {
        return None;
    }
    let mut pairs = Vec::new();
    let (mut agree, mut judged) = (0, 0);
    for nodes in rows.into_values() {
        let places: BTreeSet<usize> = nodes.iter().map(|(place, _)| *place).collect();
        if places.len() != nodes.len() {
            continue;
        }
        for pair in nodes.windows(2) {
            let [a, b] = [pair[0], pair[1]].map(|(place, record)| &table_at(readings, place).records[record]);
            match (key.agree)(a, b) {
                Some(true) => {
                    (agree, judged) = (agree + 1, judged + 1);
                    pairs.push((pair[0], pair[1]));
                }
                Some(false) => judged += 1,
                None if running => {}
                None => pairs.push((pair[0], pair[1])),
            }
        }
    }
    let credible = agree as f64 >= AGREE * judged as f64 && (!running || agree > 0 || judged == 0 && pairs.is_empty());
    (credible && !pairs.is_empty()).then_some(pairs)
}

/// The firm, the name or the person is the same, or the day of the inquiry: either may have been corrected.
fn same_name_or_day(a: &Record, b: &Record) -> Option<bool> {
    let texts = [(&a.company, &b.company), (&a.name, &b.name), (&a.contact, &b.contact)];
    let told = texts.into_iter().filter_map(|(a, b)| Some(plain_name(a.as_deref()?) == plain_name(b.as_deref()?)));
    told.chain(same_day(a, b)).reduce(|one, other| one || other)
}

fn same_day(a: &Record, b: &Record) -> Option<bool> {
    Some(a.inquiry.map(Moment::date)? == b.inquiry.map(Moment::date)?)
}

/// A name without its legal form: `Alfa Sp. z o.o.` is `alfa`.
fn plain_name(name: &str) -> String {
    let folded = fold(name);
    let form = LEGAL_FORMS.iter().find_map(|form| folded.strip_suffix(form)?.strip_suffix(' '));
    form.unwrap_or(&folded).to_owned()
}

/// How firms end their names, folded.
#[rustfmt::skip] // words fill the lines
const LEGAL_FORMS: [&str; 15] = [
    "sp z o o sp k", "spolka z o o", "sp z o o", "sp zoo", "sp j", "sp k", "s a", "sa", "s c", "p s a", "gmbh", "ltd",
    "llc", "inc", "ag",
];
