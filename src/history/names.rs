//! Names of sellers, sources and campaigns as sheets spell them in, one name for each of them out.
//!
//! A template's names come first. Else spellings are one where case, blanks, diacritics and punctuation alone differ; of
//! people also the order of their names, and an initial where just one full name fits. The most frequent spelling is
//! shown, and every merge is said.

mod person;

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic};
use crate::model::Deal;
use crate::recognise::fold::fold;
use crate::template::Template;

use super::Found;

/// Unites the spellings of all names, and says so.
pub(super) fn unite(found: &mut [Found], template: &Template) -> Vec<Diagnostic> {
    let owners = Kind {
        code: Code::OwnersMerged,
        cell: |deal| &mut deal.owner,
        key: person::key,
        given: &template.owners,
        join: person::initials,
    };
    let sources = Kind {
        code: Code::SourcesMerged,
        cell: |deal| &mut deal.source,
        key,
        given: &template.sources,
        join: |_| Vec::new(),
    };
    let campaigns =
        Kind { code: Code::CampaignsMerged, cell: |deal| &mut deal.campaign, key, given: &[], join: |_| Vec::new() };
    let remarks = [owners, sources, campaigns].iter().flat_map(|kind| kind.unite(found)).collect();
    unite_earlier_owners(found, template);
    remarks
}

/// Gives sellers of earlier copies the names that they go by now, so that another spelling is no other seller.
fn unite_earlier_owners(found: &mut [Found], template: &Template) {
    let given = template.owners.iter().flat_map(|(name, others)| others.iter().map(move |other| (other, name)));
    let mut names: BTreeMap<String, String> = given.map(|(other, name)| (person::key(other), name.clone())).collect();
    for owner in found.iter().filter_map(|found| found.deal.owner.as_ref()) {
        names.insert(person::key(owner), owner.clone());
    }
    for stands in found.iter_mut().map(|found| &mut found.deal.stands) {
        for owner in stands.iter_mut().filter_map(|stand| stand.owner.as_mut()) {
            owner.clone_from(names.entry(person::key(owner)).or_insert_with(|| squeezed(owner)));
        }
        stands.dedup_by(|later, earlier| later.is_as_in(earlier));
    }
}

/// What is named, and how its spellings are compared.
struct Kind<'a> {
    code: Code,
    cell: fn(&mut Deal) -> &mut Option<String>,
    /// Spellings with the same key are one name.
    key: fn(&str) -> String,
    /// The template's names with their other spellings.
    given: &'a [(String, Vec<String>)],
    /// Keys that are one name with another key, which has the fuller spelling.
    join: fn(&[&str]) -> Vec<(String, String)>,
}

/// How many deals have a spelling, and the first of them.
#[derive(Clone, Copy)]
struct Use {
    deals: usize,
    first: usize,
}

impl Kind<'_> {
    fn unite(&self, found: &mut [Found]) -> Vec<Diagnostic> {
        let mut uses: BTreeMap<String, Use> = BTreeMap::new();
        for (place, found) in found.iter_mut().enumerate() {
            if let Some(spelling) = (self.cell)(&mut found.deal) {
                *spelling = squeezed(spelling);
                match uses.get_mut(spelling.as_str()) {
                    Some(known) => known.deals += 1,
                    None => drop(uses.insert(spelling.clone(), Use { deals: 1, first: place })),
                }
            }
        }
        let names = self.names(&uses);
        let shown: BTreeMap<&str, &str> = names
            .iter()
            .flat_map(|(name, spellings)| spellings.iter().map(|spelling| (*spelling, name.as_str())))
            .filter(|(spelling, name)| spelling != name)
            .collect();
        if shown.is_empty() {
            return Vec::new();
        }
        let mut remarks: Vec<(usize, Diagnostic)> = Vec::new();
        for (name, spellings) in &names {
            let mut others: Vec<&str> = spellings.iter().copied().filter(|spelling| spelling != name).collect();
            others.sort_by_key(|spelling| (Reverse(uses[*spelling].deals), *spelling));
            let Some(first) = others.iter().map(|spelling| uses[*spelling].first).min() else { continue };
            let listed: Vec<String> =
                others.iter().map(|spelling| format!("{spelling} ({})", uses[*spelling].deals)).collect();
            let remark = Diagnostic::new(self.code)
                .at(found[first].deal.at.clone())
                .with("name", name.as_str())
                .with("found", listed.join(", "))
                .with("count", others.iter().map(|spelling| uses[*spelling].deals).sum::<usize>());
            remarks.push((first, remark));
        }
        for found in found.iter_mut() {
            let cell = (self.cell)(&mut found.deal);
            if let Some(name) = cell.as_deref().and_then(|spelling| shown.get(spelling)) {
                *cell = Some((*name).to_owned());
            }
        }
        remarks.sort_by_key(|(first, _)| *first);
        remarks.into_iter().map(|(_, remark)| remark).collect()
    }

    /// Each name with the spellings that are used for it.
    fn names<'u>(&self, uses: &'u BTreeMap<String, Use>) -> Vec<(String, Vec<&'u str>)> {
        let mut given: BTreeMap<String, &str> = BTreeMap::new();
        for (name, spellings) in self.given {
            for spelling in [name].into_iter().chain(spellings) {
                given.entry((self.key)(spelling)).or_insert(name);
            }
        }
        let mut by_key: BTreeMap<String, Vec<&str>> = BTreeMap::new();
        for spelling in uses.keys() {
            by_key.entry((self.key)(spelling)).or_default().push(spelling);
        }
        let shown = |key: &String, spellings: &[&str]| {
            given.get(key).map_or_else(|| best(spellings, uses), |name| (*name).to_owned())
        };
        let mut by_name: BTreeMap<String, String> =
            given.iter().map(|(key, name)| (key.clone(), (*name).to_owned())).collect();
        by_name.extend(by_key.iter().map(|(key, spellings)| (key.clone(), shown(key, spellings))));
        let keys: Vec<&str> = by_name.keys().map(String::as_str).collect();
        let joined = (self.join)(&keys).into_iter().filter(|(short, _)| !given.contains_key(short));
        let joined: Vec<(String, String)> = joined.map(|(short, full)| (short, by_name[&full].clone())).collect();
        by_name.extend(joined);
        let mut names: BTreeMap<String, Vec<&str>> = BTreeMap::new();
        for (key, spellings) in &by_key {
            names.entry(by_name[key].clone()).or_default().extend(spellings);
        }
        names.into_iter().collect()
    }
}

/// The spelling to show: the most frequent, then the best written.
fn best(spellings: &[&str], uses: &BTreeMap<String, Use>) -> String {
    let best = spellings.iter().max_by_key(|spelling| (uses[**spelling].deals, care(spelling), Reverse(**spelling)));
    best.map(|spelling| (*spelling).to_owned()).unwrap_or_default()
}

/// How carefully a name is written: words with capitals, letters with their marks, nothing at the end.
fn care(name: &str) -> (usize, usize, bool) {
    let is_capital =
        |word: &&str| word.starts_with(char::is_uppercase) && word.chars().skip(1).all(|letter| !letter.is_uppercase());
    let capitals = name.split(' ').filter(is_capital).count();
    let marked = name.chars().filter(|letter| !letter.is_ascii()).count();
    (capitals, marked, name.ends_with(char::is_alphanumeric))
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What makes two names of sources one: their letters and digits, and signs that mean something (`C`, `C++`).
fn key(name: &str) -> String {
    let signs: String = name.chars().filter(|letter| "+&/@=*<>§€$".contains(*letter)).collect();
    let folded = fold(name);
    if folded.is_empty() { name.to_owned() } else { folded + &signs }
}
