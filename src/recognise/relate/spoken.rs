//! The columns of a family in, those out whose cells may name deals that stand in another family: numbers, and, where
//! no number does, names and addresses.

use std::collections::BTreeMap;

use super::bonds::Node;
use super::family::Family;
use super::identity::{phone, plain_name};
use super::numbering::Numbering;
use super::table_at;
use crate::recognise::fold::{fold, split_humps};
use crate::recognise::table::{Record, SheetReading};
use crate::template::{Field, Layout};

/// A column of a family that names deals.
pub(super) struct Speaker {
    pub(super) family: usize,
    /// The header as written.
    pub(super) shown: String,
    /// What its header says that it numbers.
    pub(super) about: About,
    /// The column that holds the deal's own number or name.
    pub(super) is_own: bool,
    /// What kind of words; numbers are of none.
    pub(super) words: Option<Words>,
    /// The rows by word, in the order of words.
    pub(super) rows: Vec<(String, Vec<Node>)>,
    /// Whether the words are numbers without gaps, which meet by chance.
    pub(super) is_dense: bool,
    /// Whether nearly every row of each table has a word of its own.
    pub(super) is_unique: bool,
}

/// Of the rows of each table, this share at least has a number of its own.
const UNIQUE: f64 = 0.95;

/// Kinds of words that name deals where no number does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Words {
    Email,
    Phone,
    Name,
    Company,
    Contact,
    /// The own words of a change log that numbers no deals.
    OfLog,
}

/// The columns with numbers: the deal's own, and those that may be of deals in other tables.
pub(super) fn numbers(family: usize, places: &Family, readings: &[SheetReading]) -> Vec<Speaker> {
    let mut numbered: Vec<Numbered> = Vec::new();
    for place in places {
        let table = table_at(readings, *place);
        // Where each column of this table goes among those of the family.
        let mut slots: BTreeMap<u32, usize> = BTreeMap::new();
        let own = table.column_of(&Field::Id).map(|column| column.index);
        for column in &table.columns {
            if column.field.is_none() || Some(column.index) == own {
                let folded = fold(&column.header);
                let known = numbered.iter().position(|other| other.folded == folded);
                let slot = known.unwrap_or(numbered.len());
                if known.is_none() {
                    let shown = column.header.clone();
                    numbered.push(Numbered { folded, shown, is_own: false, cells: Vec::new() });
                }
                numbered[slot].is_own |= Some(column.index) == own;
                slots.insert(column.index, slot);
            }
        }
        for (row, record) in table.records.iter().enumerate() {
            let id = own.zip(record.id.as_deref());
            let links = record.links.iter().map(|(index, number)| (*index, number.as_str()));
            for (index, number) in id.into_iter().chain(links.filter(|(index, _)| Some(*index) != own)) {
                if let Some(slot) = slots.get(&index) {
                    numbered[*slot].cells.push((fold(number), (*place, row)));
                }
            }
        }
    }
    numbered.retain(|column| !column.cells.is_empty());
    let speakers = numbered.into_iter();
    speakers.map(|column| speaker(family, column.shown, column.is_own, None, column.cells, readings)).collect()
}

/// A column of numbers while it is gathered from the tables of a family.
struct Numbered {
    folded: String,
    shown: String,
    is_own: bool,
    cells: Vec<(String, Node)>,
}

/// The columns with names and addresses.
pub(super) fn words(family: usize, places: &Family, readings: &[SheetReading]) -> Vec<Speaker> {
    type Cell = (Words, Field, fn(&Record) -> Option<String>);
    const CELLS: [Cell; 5] = [
        (Words::Email, Field::Email, |record| record.email.as_deref().map(fold)),
        (Words::Phone, Field::Phone, |record| record.phone.as_deref().and_then(phone)),
        (Words::Name, Field::Name, |record| record.name.as_deref().map(plain_name)),
        (Words::Company, Field::Company, |record| record.company.as_deref().map(plain_name)),
        (Words::Contact, Field::Contact, |record| record.contact.as_deref().map(plain_name)),
    ];
    const OF_LOG: Cell = (Words::OfLog, Field::Id, |record| record.id.as_deref().map(plain_name));
    let is_log = table_at(readings, places[0]).layout == Layout::ChangeLog;
    let kinds = CELLS.iter().chain(is_log.then_some(&OF_LOG));
    let column = |(words, field, cell): &Cell| {
        let header = places.iter().find_map(|place| table_at(readings, *place).column_of(field))?.header.clone();
        let mut cells = Vec::new();
        for place in places {
            let records = table_at(readings, *place).records.iter().enumerate();
            cells.extend(records.filter_map(|(row, record)| Some((cell(record)?, (*place, row)))));
        }
        cells.retain(|(word, _)| !word.is_empty());
        Some(speaker(family, header, true, Some(*words), cells, readings))
    };
    kinds.filter_map(column).collect()
}

fn speaker(
    family: usize,
    shown: String,
    is_own: bool,
    words: Option<Words>,
    mut cells: Vec<(String, Node)>,
    readings: &[SheetReading],
) -> Speaker {
    cells.sort_unstable();
    let is_dense = words.is_none() && Numbering::of(cells.iter().map(|(word, _)| word.as_str())).is_dense();
    let (mut own, all) = (0, cells.len());
    let mut rows: Vec<(String, Vec<Node>)> = Vec::new();
    for (word, node) in cells {
        match rows.last_mut() {
            Some((known, nodes)) if *known == word => {
                own += usize::from(nodes.last().is_none_or(|(place, _)| *place != node.0));
                nodes.push(node);
            }
            _ => {
                own += 1;
                rows.push((word, vec![node]));
            }
        }
    }
    let about = About::of(&shown, rows.iter().flat_map(|(_, nodes)| nodes).map(|(place, _)| &readings[*place]).next());
    Speaker { family, shown, about, is_own, words, rows, is_dense, is_unique: own as f64 >= UNIQUE * all as f64 }
}

/// What a header says that its numbers are of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct About {
    /// The thing numbered (`deal`, `lead`); nothing for `Id`.
    pub(super) thing: String,
    /// The things that the names of file and sheet speak of.
    pub(super) named: Vec<String>,
}

impl About {
    fn of(header: &str, reading: Option<&SheetReading>) -> Self {
        let things = |text: &str| -> Vec<String> {
            let folded = fold(&split_humps(text));
            folded.split(' ').filter_map(thing).collect()
        };
        let names = reading.into_iter().flat_map(|reading| {
            let stem = reading.file.rsplit_once('.').map_or(&*reading.file, |(stem, _)| stem);
            [Some(stem), reading.sheet.as_deref()].into_iter().flatten()
        });
        Self { thing: things(header).join(" "), named: names.flat_map(things).collect() }
    }
}

/// Words of headers that say no more than that there is a number.
#[rustfmt::skip] // words fill the lines
const BARE: &[&str] = &[
    "id", "ids", "nr", "no", "numer", "number", "key", "klucz", "kod", "code", "lp", "ref", "record", "rekord", "external",
    "system", "row", "wiersz", "identyfikator", "sprzedazy", "sales", "the", "of", "xid", "uuid", "guid",
];

/// Words for one thing.
#[rustfmt::skip] // words fill the lines
const THINGS: &[(&str, &[&str])] = &[
    ("deal", &["deals", "szansa", "szansy", "szanse", "szans", "opportunity", "opportunities", "opp", "potential",
               "potentials", "transakcja", "transakcji", "transakcje", "sprawa", "sprawy"]),
    ("lead", &["leads", "leada", "leadu", "leady", "leadow", "sygnal", "sygnaly"]),
    ("inquiry", &["inquiries", "zapytanie", "zapytania", "zapytan", "zgloszenie", "zgloszenia"]),
    ("offer", &["offers", "oferta", "oferty", "ofert", "quote", "quotes"]),
    ("customer", &["customers", "client", "clients", "klient", "klienta", "klienci", "kontrahent", "kontrahenta", "odbiorca",
                   "odbiorcy"]),
];

/// The thing that a folded word means; none for words that say nothing.
fn thing(word: &str) -> Option<String> {
    let word = if word.len() > 3 { word.strip_suffix("id").unwrap_or(word) } else { word };
    if word.is_empty() || BARE.contains(&word) || word.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let known = THINGS.iter().find(|(thing, words)| *thing == word || words.contains(&word));
    Some(known.map_or(word, |(thing, _)| thing).to_owned())
}

impl Speaker {
    /// The layout of its tables.
    pub(super) fn layout(&self, families: &[Family], readings: &[SheetReading]) -> Layout {
        table_at(readings, families[self.family][0]).layout
    }
}
