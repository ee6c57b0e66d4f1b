//! Where on the ladder a stage belongs that no template knows: what the words, the dates, the order of the columns and
//! the probabilities tell.
//!
//! Each kind of evidence answers with the number of rungs below the stage, or is silent. None depends on the order of
//! the rows.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Moment, StageKind};
use crate::recognise::{Layout, Record};

use super::lexicon::{Lexicon, Usage};
use super::sheet::{Sheet, entry};
use super::state::state_words;

/// The share of a stage's rows that must agree on its probability: a CRM sets one for each stage.
const AGREEMENT: f64 = 0.8;

/// What the sheets tell of the order of their stages, by key.
pub(super) struct Evidence {
    /// The number that leads its word: `3. Negotiation`.
    numbers: BTreeMap<String, u32>,
    /// Deals that entered the one for the first time before the other, by logs and by dates of stages.
    before: BTreeMap<(String, String), usize>,
    /// The stages that have columns, from left to right, by sheet.
    columns: Vec<Vec<String>>,
    /// The probability that nearly all of its rows have, in thousandths.
    probabilities: BTreeMap<String, u32>,
}

impl Evidence {
    pub(super) fn of(sheets: &[Sheet<'_>], lexicon: &Lexicon, usage: &Usage) -> Self {
        Self {
            numbers: numbers(lexicon, usage),
            before: precedence(sheets, lexicon),
            columns: sheets.iter().map(columns).collect(),
            probabilities: probabilities(sheets, lexicon),
        }
    }

    /// The number that leads the word of a stage.
    pub(super) fn number(&self, key: &str) -> Option<u32> {
        self.numbers.get(key).copied()
    }

    /// Behind the rung with the next lower number.
    pub(super) fn by_number(&self, key: &str, rungs: &[&str]) -> Option<usize> {
        let number = self.number(key)?;
        let numbered = |rung: &&str| self.number(rung);
        match rungs.iter().rposition(|rung| numbered(rung).is_some_and(|other| other <= number)) {
            Some(below) => Some(below + 1),
            None => rungs.iter().position(|rung| numbered(rung).is_some()),
        }
    }

    /// Behind the rung whose column stands to the left of its own, else before the one to the right.
    pub(super) fn by_columns(&self, key: &str, rungs: &[&str]) -> Option<usize> {
        let rung = |column: &String| rungs.iter().position(|rung| rung == column);
        self.columns.iter().find_map(|columns| {
            let own = columns.iter().position(|column| column == key)?;
            let left = columns[..own].iter().rev().find_map(rung);
            left.map(|left| left + 1).or_else(|| columns[own + 1..].iter().find_map(rung))
        })
    }

    /// Where the fewest deals contradict. Of several such places the lowest that is not below the first
    /// rung, for that is where deals begin.
    pub(super) fn by_history(&self, key: &str, rungs: &[&str]) -> Option<usize> {
        let deals = |a: &str, b: &str| self.before.get(&(a.to_owned(), b.to_owned())).copied().unwrap_or(0) as i64;
        let pulls: Vec<(i64, i64)> = rungs.iter().map(|rung| (deals(rung, key), deals(key, rung))).collect();
        if pulls.iter().all(|pull| *pull == (0, 0)) {
            return None;
        }
        let agreeing = |place: usize| -> i64 {
            let (below, above) = pulls.split_at(place);
            below.iter().map(|(after, before)| after - before).sum::<i64>()
                + above.iter().map(|(after, before)| before - after).sum::<i64>()
        };
        let places = (1..=rungs.len()).chain([0]);
        places.min_by_key(|place| -agreeing(*place))
    }

    /// Behind the last rung that is no more probable, when the probabilities of the rungs rise and never fall.
    pub(super) fn by_probability(&self, key: &str, rungs: &[&str]) -> Option<usize> {
        let probability = self.probabilities.get(key)?;
        let known: Vec<(usize, u32)> = rungs
            .iter()
            .enumerate()
            .filter_map(|(place, rung)| self.probabilities.get(*rung).map(|probability| (place, *probability)))
            .collect();
        let rises = known.is_sorted_by_key(|(_, other)| *other)
            && known.first().map(|rung| rung.1) < known.last().map(|rung| rung.1);
        let below = known.iter().rfind(|(_, other)| other <= probability);
        rises.then(|| below.map_or(known[0].0, |(place, _)| place + 1))
    }
}

/// Numbers before the words of open stages, where at least half of the words have one; a lone `1. contact` counts
/// contacts, not stages.
fn numbers(lexicon: &Lexicon, usage: &Usage) -> BTreeMap<String, u32> {
    let open: Vec<&String> = usage.words.keys().filter(|word| lexicon.kind(word) == Some(StageKind::Open)).collect();
    let numbered: Vec<(&String, u32)> =
        open.iter().filter_map(|word| leading_number(word).map(|number| (*word, number))).collect();
    if numbered.len() < 2 || 2 * numbered.len() < open.len() {
        return BTreeMap::new();
    }
    let mut numbers = BTreeMap::new();
    for (word, number) in numbered {
        if let Some(key) = lexicon.key(word) {
            let least = numbers.entry(key.to_owned()).or_insert(number);
            *least = number.min(*least);
        }
    }
    numbers
}

/// `3. Negotiation`, `03 Negotiation`, `3) Negotiation` have the number 3; `24h contact` has none.
fn leading_number(word: &str) -> Option<u32> {
    let word = word.trim_start();
    let rest = word.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let digits = &word[..word.len() - rest.len()];
    let separated = rest.starts_with(|letter: char| letter.is_whitespace() || ".):-–_/".contains(letter));
    if digits.len() > 2 || !separated {
        return None;
    }
    digits.parse().ok()
}

/// The keys of the stages that columns stand for.
fn columns(sheet: &Sheet<'_>) -> Vec<String> {
    let mut columns: Vec<(u32, String)> =
        sheet.table.stage_columns.iter().map(|column| (column.index, column.key.to_string())).collect();
    columns.sort();
    columns.into_iter().map(|(_, key)| key).collect()
}

fn precedence(sheets: &[Sheet<'_>], lexicon: &Lexicon) -> BTreeMap<(String, String), usize> {
    let mut before: BTreeMap<(String, String), usize> = BTreeMap::new();
    let mut logged: BTreeMap<&str, Vec<(Moment, &str)>> = BTreeMap::new();
    for sheet in sheets {
        for record in sheet.records() {
            if sheet.table.layout != Layout::ChangeLog {
                count_order(dates(record, sheet).collect(), &mut before);
                continue;
            }
            let words = state_words(record, Layout::ChangeLog, |_| None);
            let word = words.decides.filter(|word| lexicon.kind(word) == Some(StageKind::Open));
            if let (Some((deal, entered)), Some(key)) = (entry(record), word.and_then(|word| lexicon.key(word))) {
                logged.entry(deal).or_default().push((entered, key));
            }
        }
    }
    for entries in logged.into_values() {
        count_order(entries, &mut before);
    }
    before
}

/// The stages that a row dates, as far as they are known at as-of.
fn dates<'a>(record: &'a Record, sheet: &Sheet<'_>) -> impl Iterator<Item = (Moment, &'a str)> {
    let as_of = sheet.as_of;
    let dates = record.stage_dates.iter().map(|(key, moment, _)| (*moment, &**key));
    dates.filter(move |(moment, _)| moment.known_by(as_of))
}

/// Counts which stage comes before which for one deal. Entries of one moment tell no order.
fn count_order(mut entries: Vec<(Moment, &str)>, before: &mut BTreeMap<(String, String), usize>) {
    entries.sort_by(|a, b| a.0.order(b.0).then(a.1.cmp(b.1)));
    let mut seen = BTreeSet::new();
    entries.retain(|(_, key)| seen.insert(*key));
    for (place, (moment, earlier)) in entries.iter().enumerate() {
        for (_, later) in entries[place + 1..].iter().filter(|(other, _)| moment.order(*other).is_lt()) {
            *before.entry(((*earlier).to_owned(), (*later).to_owned())).or_default() += 1;
        }
    }
}

fn probabilities(sheets: &[Sheet<'_>], lexicon: &Lexicon) -> BTreeMap<String, u32> {
    let mut told: BTreeMap<&str, BTreeMap<u32, usize>> = BTreeMap::new();
    for sheet in sheets {
        for record in sheet.records() {
            let words = state_words(record, sheet.table.layout, |word| lexicon.kind(word));
            if let (Some(key), Some(probability)) =
                (words.decides.and_then(|word| lexicon.key(word)), record.probability)
            {
                let thousandths = (probability * 1000.0).round() as u32;
                *told.entry(key).or_default().entry(thousandths).or_default() += 1;
            }
        }
    }
    let agreed = told.into_iter().filter_map(|(key, counts)| {
        let rows: usize = counts.values().sum();
        let (probability, most) = counts.into_iter().max_by_key(|(_, rows)| *rows)?;
        (most as f64 >= AGREEMENT * rows as f64).then(|| (key.to_owned(), probability))
    });
    agreed.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_lead_words() {
        for (word, number) in [
            ("3. Negotiation", Some(3)),
            ("03 Offer", Some(3)),
            (" 10) Won", Some(10)),
            ("4 – Decision", Some(4)),
            ("24h contact", None),
            ("2026 offers", None),
            ("Offer 2", None),
            ("7", None),
        ] {
            assert_eq!(leading_number(word), number, "{word}");
        }
    }

    fn evidence(before: &[(&str, &str, usize)]) -> Evidence {
        let before = before.iter().map(|(a, b, deals)| (((*a).to_owned(), (*b).to_owned()), *deals)).collect();
        Evidence { numbers: BTreeMap::new(), before, columns: Vec::new(), probabilities: BTreeMap::new() }
    }

    #[track_caller]
    fn check_history(before: &[(&str, &str, usize)], place: Option<usize>) {
        assert_eq!(evidence(before).by_history("demo", &["new", "contact", "offer", "followup"]), place);
    }

    #[test]
    fn the_log_places_a_stage_where_the_fewest_deals_contradict() {
        check_history(&[], None);
        check_history(&[("contact", "demo", 5), ("demo", "offer", 4)], Some(2));
        check_history(
            &[("contact", "demo", 5), ("demo", "contact", 2), ("offer", "demo", 1), ("demo", "offer", 9)],
            Some(2),
        );
        check_history(&[("followup", "demo", 1)], Some(4));
        check_history(&[("demo", "contact", 1)], Some(1));
        check_history(&[("demo", "new", 1)], Some(0));
    }

    #[test]
    fn columns_place_a_stage_beside_its_neighbours() {
        let with = |columns: &[&str]| {
            let columns = vec![columns.iter().map(|key| (*key).to_owned()).collect()];
            Evidence { columns, ..evidence(&[]) }.by_columns("demo", &["new", "contact", "offer", "followup"])
        };
        assert_eq!(with(&["contact", "demo", "offer"]), Some(2));
        assert_eq!(with(&["demo", "offer"]), Some(2));
        assert_eq!(with(&["offer", "survey", "demo"]), Some(3));
        assert_eq!(with(&["contact", "offer"]), None);
    }

    #[test]
    fn probabilities_place_a_stage_when_they_rise() {
        let with = |pairs: &[(&str, u32)]| {
            let probabilities = pairs.iter().map(|(key, p)| ((*key).to_owned(), *p)).collect();
            let evidence = Evidence { probabilities, ..evidence(&[]) };
            evidence.by_probability("demo", &["new", "contact", "offer", "followup"])
        };
        assert_eq!(with(&[("new", 100), ("offer", 750), ("demo", 500)]), Some(1));
        assert_eq!(with(&[("new", 100), ("offer", 750), ("demo", 900)]), Some(3));
        assert_eq!(with(&[("new", 100), ("offer", 750), ("demo", 50)]), Some(0));
        assert_eq!(with(&[("new", 100), ("contact", 100), ("offer", 750), ("demo", 500)]), Some(2));
        assert_eq!(with(&[("new", 800), ("offer", 750), ("demo", 500)]), None);
        assert_eq!(with(&[("new", 500), ("offer", 500), ("demo", 500)]), None);
        assert_eq!(with(&[("new", 100), ("demo", 500)]), None);
    }
}
