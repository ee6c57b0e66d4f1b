//! The rows of two copies in, which rows are one deal out: by the number, by an address, by firm, person and day together,
//! by points, each row once.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use super::super::identity::Agreement;
use super::Settled;
use super::facts::{Facts, Told};

/// Points from which two rows are one deal, where both sheets name a person and the day of the inquiry …
const ENOUGH: f64 = 7.0;

/// … and where a sheet does not.
const ENOUGH_WITH_LESS: f64 = 5.0;

/// A pair counts when it is by so many points better than any other of its two rows.
const MARGIN: f64 = 1.5;

/// Of the rows with a number, this share at least has one of its own, if numbers are to name deals.
const UNIQUE: f64 = 0.95;

/// Of the rows that share a number, this share at least agrees in something else.
const AGREE: f64 = 0.8;

/// Rows that share but one fact are compared one by one as long as there are not more pairs than these: a thousand rows
/// imported on one day have better marks than that day.
const PAIRS_OF_ONE_MARK: usize = 40_000;

/// Which rows of two copies are one deal, by their places in them.
#[derive(Debug, Default)]
pub(super) struct Matching {
    /// Earlier and later row.
    pub(super) pairs: Vec<(usize, usize)>,
    /// Pairs that would be good enough, while another is about as good; their rows are in no pair.
    pub(super) doubts: Vec<(usize, usize)>,
    /// Rows that the later copy no longer has.
    pub(super) gone: Vec<usize>,
    /// Rows that the earlier copy did not have.
    pub(super) new: Vec<usize>,
}

/// Matches two copies.
pub(super) fn matching(earlier: &[Facts<'_>], later: &[Facts<'_>], told: Told, settled: &Settled) -> Matching {
    let mut pairing = Pairing {
        earlier,
        later,
        settled,
        numbered: numbers_name_deals(earlier, later),
        taken: [vec![false; earlier.len()], vec![false; later.len()]],
        pairs: Vec::with_capacity(earlier.len().min(later.len())),
    };
    pairing.by_user();
    if pairing.numbered {
        pairing.by_key(|facts| facts.id.as_deref(), |a, b| !is_given_anew(a, b));
    }
    pairing.by_key(|facts| facts.email.as_deref(), Facts::goes_with);
    pairing.by_key(|facts| facts.phone.as_deref(), Facts::goes_with);
    // What agrees in firm, person and day with one row alone would win by points, too; most rows do.
    pairing.by_key(|facts| facts.whole.as_deref(), Facts::goes_with);
    let doubts = pairing.by_points(told);
    let free = |side: &[bool]| side.iter().enumerate().filter(|(_, taken)| !**taken).map(|(row, _)| row).collect();
    let Pairing { taken: [of_earlier, of_later], mut pairs, .. } = pairing;
    pairs.sort_unstable();
    Matching { pairs, doubts, gone: free(&of_earlier), new: free(&of_later) }
}

/// A number that stands beside an entirely different deal has been given anew.
fn is_given_anew(a: &Facts<'_>, b: &Facts<'_>) -> bool {
    let facts = Agreement::of(a.record, b.record);
    facts.same == 0 && facts.told > 1
}

/// Whether the numbers of two copies name deals: nearly each row has one of its own, and rows with one number mostly
/// agree. A column that counts the rows fails in this as soon as rows move.
fn numbers_name_deals(earlier: &[Facts<'_>], later: &[Facts<'_>]) -> bool {
    fn by_number<'f>(rows: &'f [Facts<'_>]) -> (usize, BTreeMap<&'f str, usize>) {
        let numbers = || rows.iter().enumerate().filter_map(|(row, facts)| Some((facts.id.as_deref()?, row)));
        (numbers().count(), numbers().collect())
    }
    let ((told_a, a), (told_b, b)) = (by_number(earlier), by_number(later));
    let unique = |told: usize, own: usize| told > 0 && own as f64 >= UNIQUE * told as f64;
    if !unique(told_a, a.len()) || !unique(told_b, b.len()) {
        return false;
    }
    let (mut judged, mut agree) = (0, 0);
    for (number, row) in &a {
        if let Some(other) = b.get(number) {
            let facts = Agreement::of(earlier[*row].record, later[*other].record);
            judged += usize::from(facts.told > 0);
            agree += usize::from(facts.same > 0);
        }
    }
    agree as f64 >= AGREE * judged as f64
}

/// Two copies while they are being matched.
struct Pairing<'p, 'a> {
    earlier: &'p [Facts<'a>],
    later: &'p [Facts<'a>],
    settled: &'p Settled,
    /// Different numbers are different deals.
    numbered: bool,
    /// Which rows are in a pair: of the earlier copy, of the later.
    taken: [Vec<bool>; 2],
    pairs: Vec<(usize, usize)>,
}

/// Something that may name a row.
type Key = for<'f> fn(&'f Facts<'_>) -> Option<&'f str>;

/// Two rows that are one deal by their points.
struct Fit {
    points: f64,
    /// Rungs between their stages: of two rows alike, the one that stayed where it stood comes first.
    distance: usize,
    a: usize,
    b: usize,
}

impl<'a> Pairing<'_, 'a> {
    fn take(&mut self, a: usize, b: usize) {
        self.taken[0][a] = true;
        self.taken[1][b] = true;
        self.pairs.push((a, b));
    }

    fn is_free(&self, a: usize, b: usize) -> bool {
        !self.taken[0][a] && !self.taken[1][b]
    }

    fn may_be_one(&self, a: usize, b: usize) -> bool {
        let (earlier, later) = (&self.earlier[a], &self.later[b]);
        let numbers_differ = self.numbered && earlier.id.is_some() && later.id.is_some() && earlier.id != later.id;
        self.is_free(a, b) && !numbers_differ && !self.settled.are_different(earlier.node, later.node)
    }

    fn by_user(&mut self) {
        if self.settled.same.is_empty() {
            return;
        }
        for (a, earlier) in self.earlier.iter().enumerate() {
            let same = |b: &usize| self.settled.are_same(earlier.node, self.later[*b].node) && self.is_free(a, *b);
            if let Some(b) = (0..self.later.len()).find(same) {
                self.take(a, b);
            }
        }
    }

    /// Takes the rows whose key only one row of each copy has.
    fn by_key(&mut self, key: Key, counts: impl Fn(&Facts<'a>, &Facts<'a>) -> bool) {
        let (earlier, later) = (self.earlier, self.later);
        let theirs = unique(later, key);
        for (word, a) in unique(earlier, key) {
            if let Some(b) = theirs.get(word)
                && self.may_be_one(a, *b)
                && counts(&earlier[a], &later[*b])
            {
                self.take(a, *b);
            }
        }
    }

    /// Takes the best pairs, and gives back those that are not clearly the best.
    fn by_points(&mut self, told: Told) -> Vec<(usize, usize)> {
        let fits = self.fits(if told.person && told.inquiry { ENOUGH } else { ENOUGH_WITH_LESS });
        let mut of_row: [BTreeMap<usize, Vec<usize>>; 2] = Default::default();
        for (place, fit) in fits.iter().enumerate() {
            of_row[0].entry(fit.a).or_default().push(place);
            of_row[1].entry(fit.b).or_default().push(place);
        }
        let mut doubts: Vec<(usize, usize)> = Vec::new();
        for fit in &fits {
            if !self.is_free(fit.a, fit.b) {
                continue;
            }
            let others = of_row[0][&fit.a].iter().chain(&of_row[1][&fit.b]).map(|place| &fits[*place]);
            let rivals = others.filter(|other| (other.a, other.b) != (fit.a, fit.b) && self.is_free(other.a, other.b));
            let nearest = rivals.map(|other| other.points).fold(f64::NEG_INFINITY, f64::max);
            let agrees = self.earlier[fit.a].agrees_with(&self.later[fit.b], told);
            if fit.points - nearest >= MARGIN || agrees {
                self.take(fit.a, fit.b);
            } else {
                doubts.push((fit.a, fit.b));
            }
        }
        doubts.retain(|(a, b)| self.is_free(*a, *b));
        let mut seen = [BTreeSet::new(), BTreeSet::new()];
        doubts.retain(|(a, b)| seen[0].insert(*a) | seen[1].insert(*b));
        doubts
    }

    /// All pairs that are good enough, the best first, in an order that no place of a row plays a part in.
    fn fits(&self, enough: f64) -> Vec<Fit> {
        let mut fits = Vec::new();
        for (a, b) in self.candidates() {
            let (earlier, later) = (&self.earlier[a], &self.later[b]);
            let points = earlier.points(later);
            if points >= enough {
                fits.push(Fit { points, distance: earlier.rung.distance(later.rung), a, b });
            }
        }
        fits.sort_by(|x, y| {
            let by_content = || {
                let content = |fit: &Fit| (self.earlier[fit.a].content(), self.later[fit.b].content());
                content(x).cmp(&content(y))
            };
            let by_points = y.points.partial_cmp(&x.points).unwrap_or(Ordering::Equal);
            by_points.then(x.distance.cmp(&y.distance)).then_with(by_content).then((x.a, x.b).cmp(&(y.a, y.b)))
        });
        fits
    }

    /// Pairs of rows that have at least something in common.
    fn candidates(&self) -> BTreeSet<(usize, usize)> {
        let keys: [fn(&Facts<'_>) -> Option<String>; 5] = [
            |facts| Some(facts.firm.clone()).filter(|firm| !firm.is_empty()),
            |facts| Some(facts.person.clone()).filter(|person| !person.is_empty()),
            |facts| facts.inquiry.map(|day| day.to_string()),
            |facts| facts.email.clone(),
            |facts| facts.phone.clone(),
        ];
        let mut candidates = BTreeSet::new();
        for key in keys {
            let (ours, theirs) = (groups(self.earlier, &self.taken[0], key), groups(self.later, &self.taken[1], key));
            for (word, rows) in &ours {
                let Some(others) = theirs.get(word).filter(|others| rows.len() * others.len() <= PAIRS_OF_ONE_MARK)
                else {
                    continue;
                };
                for a in rows {
                    candidates.extend(others.iter().filter(|b| self.may_be_one(*a, **b)).map(|b| (*a, *b)));
                }
            }
        }
        candidates
    }
}

/// Rows by a key that no other row of their copy has.
fn unique<'f>(rows: &'f [Facts<'_>], key: Key) -> BTreeMap<&'f str, usize> {
    let mut by_key: BTreeMap<&str, Option<usize>> = BTreeMap::new();
    for (row, facts) in rows.iter().enumerate() {
        if let Some(word) = key(facts) {
            by_key.entry(word).and_modify(|known| *known = None).or_insert(Some(row));
        }
    }
    by_key.into_iter().filter_map(|(word, row)| Some((word, row?))).collect()
}

/// Free rows by a key.
fn groups(rows: &[Facts<'_>], taken: &[bool], key: fn(&Facts<'_>) -> Option<String>) -> BTreeMap<String, Vec<usize>> {
    let mut groups: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (row, facts) in rows.iter().enumerate().filter(|(row, _)| !taken[*row]) {
        if let Some(word) = key(facts) {
            groups.entry(word).or_default().push(row);
        }
    }
    groups
}
