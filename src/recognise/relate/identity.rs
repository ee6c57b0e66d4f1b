//! The tables of one family in, rows of different tables that are one deal out.
//!
//! Numbers come first, where they name deals: a running number that begins anew on each sheet does not. Then e-mail,
//! telephone, firm and name, with the day of the inquiry where both rows have it. A key must name one row of a table;
//! on weaker evidence rows stay deals of their own.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::bonds::{Bonds, Node};
use super::family::Family;
use super::numbering::Numbering;
use super::{record_at, table_at};
use crate::model::Moment;
use crate::recognise::fold::fold;
use crate::recognise::table::{NameSays, Record, SheetReading};
use crate::template::Layout;

/// Of the rows of each table that have a number, this share at least has one of its own.
const UNIQUE_NUMBERS: f64 = 0.95;

/// Of the rows of each table that have an address or a name, this share at least has one of its own, its day included.
const UNIQUE_NAMES: f64 = 0.8;

/// Of the rows that share a number and have facts to compare, this share at least agrees.
const AGREE: f64 = 0.8;

/// Binds the rows of a family, unless they are those of copies.
pub(super) fn bind(family: &Family, readings: &[SheetReading], bonds: &mut Bonds) {
    if matches!(table_at(readings, family[0]).layout, Layout::ChangeLog | Layout::Activities) {
        return;
    }
    let is_copy = |place: &&usize| matches!(table_at(readings, **place).name_says, Some(NameSays::Copy(_)));
    if family.len() > 1 && !family.iter().all(|place| is_copy(&place)) {
        for deal in deals(family, readings) {
            deal.windows(2).for_each(|pair| bonds.bind(pair[0], pair[1]));
        }
    }
    for place in family.iter().filter(is_copy) {
        for record in 0..table_at(readings, *place).records.len() {
            bonds.mark((*place, record));
        }
    }
}

/// Rows of several tables that are one deal.
fn deals(family: &[usize], readings: &[SheetReading]) -> Vec<Vec<Node>> {
    let mut found = Vec::new();
    // By which word of which key a row is named already; a surer key has the first say.
    let rows = |place: &usize| table_at(readings, *place).records.len();
    let mut named: BTreeMap<usize, Vec<Option<(usize, usize)>>> =
        family.iter().map(|place| (*place, vec![None; rows(place)])).collect();
    for (strength, key) in KEYS.iter().enumerate() {
        let Some(groups) = key.groups(family, readings) else { continue };
        for (word, group) in groups.into_iter().enumerate() {
            let mut known = group.iter().filter_map(|(place, row)| named[place][*row]);
            let name = known.next().unwrap_or((strength, word));
            if known.any(|other| other != name) {
                continue;
            }
            for (place, row) in &group {
                named.entry(*place).and_modify(|names| names[*row] = Some(name));
            }
            if group.len() > 1 {
                found.push(group);
            }
        }
        if named.values().flatten().all(Option::is_some) {
            break;
        }
    }
    found
}

/// Something that may name a deal.
struct Key {
    of: fn(&Record) -> Option<String>,
    /// How sure it is.
    proof: Proof,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Proof {
    /// Different numbers are different deals.
    Number,
    /// An address: one customer, who may come again.
    Address,
    /// Words, of which a single one is weak.
    Names,
}

/// What may name a deal, surest first.
const KEYS: [Key; 4] = [
    Key { of: |record| record.id.as_deref().map(fold), proof: Proof::Number },
    Key { of: |record| with_name(&fold(record.email.as_deref()?), record), proof: Proof::Address },
    Key { of: |record| with_name(&phone(record.phone.as_deref()?)?, record), proof: Proof::Address },
    Key { of: words, proof: Proof::Names },
];

impl Key {
    /// The rows by this key; none when it does not name deals in this family.
    fn groups(&self, family: &[usize], readings: &[SheetReading]) -> Option<Vec<Vec<Node>>> {
        let mut keyed: Vec<(String, Node)> = Vec::new();
        let mut all = 0;
        for place in family {
            let records = &table_at(readings, *place).records;
            all += records.len();
            let keys = records.iter().enumerate().filter_map(|(row, record)| Some(((self.of)(record)?, (*place, row))));
            keyed.extend(keys.filter(|(key, _)| !key.is_empty()));
        }
        if keyed.is_empty() || 2 * keyed.len() < all {
            return None;
        }
        keyed.sort_unstable();
        let record = |node: Node| record_at(readings, node);
        let mut groups: Vec<Vec<Node>> = Vec::new();
        for same in keyed.chunk_by(|a, b| a.0 == b.0) {
            let nodes = same.iter().map(|(_, node)| *node);
            match self.proof {
                Proof::Number => groups.push(nodes.collect()),
                Proof::Address | Proof::Names => groups.extend(by_day(nodes, &record, self.proof)),
            }
        }
        let unique = if self.proof == Proof::Number { UNIQUE_NUMBERS } else { UNIQUE_NAMES };
        if !names_one_row_each(&groups, family, unique) {
            return None;
        }
        groups.retain(|group| group.len() == 1 || places(group).len() == group.len());
        if self.proof == Proof::Number {
            let numbering = Numbering::of(keyed.iter().map(|(key, _)| key.as_str()));
            return proven(groups, &record, numbering.is_dense());
        }
        Some(groups)
    }
}

/// Rows with one address or name, parted by the day of the inquiry. A row without a day belongs to the only day there
/// is. A single name without a day needs the same amount beside it.
fn by_day<'a>(nodes: impl Iterator<Item = Node>, record: &impl Fn(Node) -> &'a Record, proof: Proof) -> Vec<Vec<Node>> {
    let mut by_day: BTreeMap<NaiveDate, Vec<Node>> = BTreeMap::new();
    let mut by_amount: BTreeMap<Decimal, Vec<Node>> = BTreeMap::new();
    let (mut undated, mut alone) = (Vec::new(), Vec::new());
    for node in nodes {
        let record = record(node);
        let is_weak = proof == Proof::Names && names(record).flatten().count() < 2;
        match (record.inquiry.map(Moment::date), record.value) {
            (Some(day), _) => by_day.entry(day).or_default().push(node),
            (None, Some(value)) if is_weak => by_amount.entry(value.amount.normalize()).or_default().push(node),
            (None, None) if is_weak => alone.push(vec![node]),
            (None, _) => undated.push(node),
        }
    }
    let mut groups: Vec<Vec<Node>> = by_day.into_values().collect();
    match groups.as_mut_slice() {
        [only] => only.append(&mut undated),
        _ => groups.push(undated),
    }
    groups.into_iter().chain(by_amount.into_values()).chain(alone).filter(|group| !group.is_empty()).collect()
}

/// Whether in each table nearly every row has a key of its own.
fn names_one_row_each(groups: &[Vec<Node>], family: &[usize], unique: f64) -> bool {
    let mut rows: BTreeMap<usize, (usize, usize)> = family.iter().map(|place| (*place, (0, 0))).collect();
    for group in groups {
        let mut before = None;
        // Groups are in the order of places, but for rows without a day.
        let mut nodes = group.clone();
        nodes.sort_unstable();
        for (place, _) in nodes {
            let (own, all) = rows.entry(place).or_default();
            *all += 1;
            *own += usize::from(before != Some(place));
            before = Some(place);
        }
    }
    rows.values().all(|(own, all)| *own as f64 >= unique * *all as f64)
}

fn places(group: &[Node]) -> BTreeSet<usize> {
    group.iter().map(|(place, _)| *place).collect()
}

/// The rows of each number, if rows with one number mostly agree in what else they say. Numbers that run without gaps
/// prove nothing where no row agrees.
fn proven<'a>(groups: Vec<Vec<Node>>, record: &impl Fn(Node) -> &'a Record, dense: bool) -> Option<Vec<Vec<Node>>> {
    let (mut agree, mut judged) = (0, 0);
    let mut proven = Vec::with_capacity(groups.len());
    for mut group in groups {
        group.sort_by(|a, b| by_content(record(*a), record(*b)).then(a.cmp(b)));
        let mut start = 0;
        for end in 1..=group.len() {
            let Some(next) = group.get(end) else { break };
            let facts = Agreement::of(record(group[end - 1]), record(*next));
            judged += usize::from(facts.told > 0);
            agree += usize::from(facts.same > 0);
            // A firm may have been renamed or a day corrected, but not everything at once.
            if facts.same == 0 && facts.told > 1 {
                proven.push(group[start..end].to_vec());
                start = end;
            }
        }
        proven.push(group[start..].to_vec());
    }
    // Numbers without gaps that never meet, one to twenty here and twenty-one to forty there, may count rows only.
    let enough = !dense || agree > 0;
    (enough && agree as f64 >= AGREE * judged as f64).then_some(proven)
}

fn by_content(a: &Record, b: &Record) -> Ordering {
    let content = |record: &Record| record.inquiry.map(Moment::lo);
    names(a).cmp(names(b)).then_with(|| content(a).cmp(&content(b)))
}

/// How many facts two rows both tell, and in how many they agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Agreement {
    pub(super) told: usize,
    pub(super) same: usize,
}

impl Agreement {
    /// Compares firm, name, person, address and the day of the inquiry.
    pub(super) fn of(a: &Record, b: &Record) -> Self {
        let same = |a: &str, b: &str| a == b || plain_name(a) == plain_name(b);
        let texts = [(&a.company, &b.company), (&a.name, &b.name), (&a.contact, &b.contact), (&a.email, &b.email)];
        let texts = texts.into_iter().filter_map(|(a, b)| Some(same(a.as_deref()?, b.as_deref()?)));
        let day = a.inquiry.zip(b.inquiry).map(|(a, b)| a.date() == b.date());
        texts.chain(day).fold(Self { told: 0, same: 0 }, |sum, agrees| Self {
            told: sum.told + 1,
            same: sum.same + usize::from(agrees),
        })
    }
}

/// Firm, name and person as written.
fn names(record: &Record) -> impl Iterator<Item = Option<&str>> {
    [&record.company, &record.name, &record.contact].into_iter().map(|cell| cell.as_deref())
}

fn words(record: &Record) -> Option<String> {
    let words: Vec<String> = names(record).map(|cell| cell.map_or_else(String::new, plain_name)).collect();
    words.iter().any(|word| !word.is_empty()).then(|| words.join("|"))
}

/// An address with the name of the deal: two deals of one customer have two names.
fn with_name(address: &str, record: &Record) -> Option<String> {
    let name = record.name.as_deref().map_or_else(String::new, plain_name);
    (!address.is_empty()).then(|| format!("{address}|{name}"))
}

/// The last nine digits: with or without the prefix of the country it is the same telephone.
pub(super) fn phone(written: &str) -> Option<String> {
    let digits: String = written.chars().filter(char::is_ascii_digit).collect();
    (digits.len() >= 7).then(|| digits[digits.len().saturating_sub(9)..].to_owned())
}

/// A name without its legal form: `Alfa Sp. z o.o.` is `alfa`.
pub(super) fn plain_name(name: &str) -> String {
    let mut folded = fold(name);
    let form = LEGAL_FORMS.iter().find_map(|form| folded.strip_suffix(form)?.strip_suffix(' ')).map(str::len);
    folded.truncate(form.unwrap_or(folded.len()));
    folded
}

/// How firms end their names, folded.
#[rustfmt::skip] // words fill the lines
const LEGAL_FORMS: [&str; 16] = [
    "sp z o o sp k", "spolka z o o", "spolka z ograniczona odpowiedzialnoscia", "sp z o o", "sp zoo", "sp j", "sp k",
    "s a", "sa", "s c", "p s a", "gmbh", "ltd", "llc", "inc", "ag",
];
