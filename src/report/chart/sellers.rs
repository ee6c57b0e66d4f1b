//! Sellers: a heat map of how many first contacts each kept in time, week by week. Every cell has its count; where
//! they are too few, or the dates do not decide, it is grey.

use plotters::style::RGBColor;

use crate::i18n::{Language, format};
use crate::measure::{SellerWeeks, Verdicts};
use crate::report::Report;

use super::Picture;
use super::look::{self, FIGURE, HEADER, MARGIN, NAME, NOTE, RIGHT};
use super::page::{self, Align, Page};
use super::table::{GAP, Rows};
use super::words;

/// Sellers with rows of their own; the others share one.
const MOST: usize = 13;
/// First contacts below which a cell has no colour, and a seller no place in the title.
const TELLING: usize = 3;
const TITLE_FROM: usize = 10;
/// A cell has no colour when what cannot be told is a larger share than this.
const DECIDED: f64 = 0.34;

/// One row: a seller, or several.
struct Row {
    name: String,
    named: bool,
    weeks: Vec<Kept>,
    all: Kept,
}

/// First contacts kept in time, of those with a verdict.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Kept {
    met: usize,
    cannot_tell: usize,
    n: usize,
}

impl Kept {
    fn of(verdicts: &Verdicts) -> Self {
        Self { met: verdicts.met, cannot_tell: verdicts.cannot_tell, n: verdicts.judged() }
    }

    fn plus(self, other: Self) -> Self {
        Self { met: self.met + other.met, cannot_tell: self.cannot_tell + other.cannot_tell, n: self.n + other.n }
    }

    /// `4/5`, or `3–4/5` when the dates leave one open.
    fn text(self) -> String {
        match self.cannot_tell {
            0 => format!("{}/{}", self.met, self.n),
            open => format!("{}–{}/{}", self.met, self.met + open, self.n),
        }
    }

    fn low(self) -> f64 {
        self.met as f64 / self.n.max(1) as f64
    }

    fn high(self) -> f64 {
        (self.met + self.cannot_tell) as f64 / self.n.max(1) as f64
    }

    /// The colour of its cell, when there are enough and they are decided.
    fn colour(self) -> Option<RGBColor> {
        let telling = self.n >= TELLING && self.cannot_tell as f64 <= DECIDED * self.n as f64;
        telling.then(|| heat(self.low().midpoint(self.high())))
    }
}

/// From all kept (pale) to none kept (dark orange).
fn heat(kept: f64) -> RGBColor {
    const ALL: RGBColor = RGBColor(229, 238, 248);
    const HALF: RGBColor = RGBColor(243, 196, 137);
    if kept >= 0.5 { look::mix(HALF, ALL, kept * 2.0 - 1.0) } else { look::mix(look::ALARM, HALF, kept * 2.0) }
}

/// The picture; none when no seller has a first contact to judge in these weeks.
pub(super) fn sketch(report: &Report<'_>) -> Option<Picture> {
    let (trend, language) = (&report.measures.trend, report.language);
    let contact = report.measures.first_contact.known()?;
    if trend.sellers.iter().all(|seller| seller.name.is_none()) {
        return None;
    }
    let rows = rows(&trend.sellers, language);
    let all = rows.iter().map(|row| row.all).fold(Kept::default(), Kept::plus);
    if all.n == 0 {
        return None;
    }
    let shown = trend.sellers.first().map_or(0, |seller| seller.first_contact.len());
    let days: Vec<String> = trend.weeks[trend.weeks.len() - shown..]
        .iter()
        .map(|monday| format::day_and_month(*monday, language))
        .collect();
    let limit = words::hours(contact.limit_hours, language);
    let title = title(&rows, all, &limit, language);
    let count = [("count", all.n.into()), ("limit", limit.clone().into()), ("weeks", shown.into())];
    let under = words::under(report, vec![language.say("chart-sellers-counted", &count)]);
    let marks = page::draw(|page| draw(page, language, (&title, &under), &rows, &days, &limit));
    let kept: Vec<String> = rows.iter().map(|row| format!("{}: {}", row.name, row.all.text())).collect();
    Some(Picture { name: "sellers", alt: format!("{title}. {}", kept.join("; ")), title, marks })
}

fn rows(sellers: &[SellerWeeks], language: Language) -> Vec<Row> {
    let row = |name: String, named: bool, sellers: &[&SellerWeeks]| {
        let weeks = sellers.first().map_or(0, |seller| seller.first_contact.len());
        let week = |week: usize| {
            let kept = sellers.iter().map(|seller| Kept::of(&seller.first_contact[week]));
            kept.fold(Kept::default(), Kept::plus)
        };
        let weeks: Vec<Kept> = (0..weeks).map(week).collect();
        let all = weeks.iter().copied().fold(Kept::default(), Kept::plus);
        Row { name, named, weeks, all }
    };
    let count = |seller: &SellerWeeks| seller.first_contact.iter().map(|week| Kept::of(week).n).sum::<usize>();
    let (mut named, nameless): (Vec<&SellerWeeks>, Vec<&SellerWeeks>) =
        sellers.iter().filter(|seller| count(seller) > 0).partition(|seller| seller.name.is_some());
    named.sort_by(|a, b| count(b).cmp(&count(a)).then_with(|| a.name.cmp(&b.name)));
    let shown = if named.len() > MOST + 1 { MOST } else { named.len() };
    let (own, others) = named.split_at(shown);
    let mut rows: Vec<Row> =
        own.iter().map(|seller| row(seller.name.clone().unwrap_or_default(), true, &[seller])).collect();
    if !others.is_empty() {
        rows.push(row(language.say("chart-sellers-others", &[("count", others.len().into())]), false, others));
    }
    if !nameless.is_empty() {
        rows.push(row(language.text("nobody"), false, &nameless));
    }
    rows
}

/// The finding: who keeps the promise most and least often.
fn title(rows: &[Row], all: Kept, limit: &str, language: Language) -> String {
    let share = |kept: Kept| words::share(kept.low(), kept.high(), kept.n, language);
    let name = |row: &Row| NAME.cut(&row.name, 240.0).into_owned();
    let middle = |row: &Row| row.all.low().midpoint(row.all.high());
    let told = || rows.iter().filter(|row| row.named && row.all.n >= TITLE_FROM);
    let best = told().max_by(|a, b| middle(a).total_cmp(&middle(b)));
    let worst = told().min_by(|a, b| middle(a).total_cmp(&middle(b)));
    match (best, worst) {
        // Ranges that overlap leave open who is better.
        (Some(best), Some(worst)) if best.all.low() > worst.all.high() => {
            let words = [
                ("best", name(best).into()),
                ("best_share", share(best.all).into()),
                ("worst", name(worst).into()),
                ("worst_share", share(worst.all).into()),
                ("limit", limit.to_owned().into()),
            ];
            language.say("chart-sellers-spread", &words)
        }
        _ => language.say("chart-sellers-all", &[("share", share(all).into()), ("limit", limit.to_owned().into())]),
    }
}

/// Most that the names take, and the widest a week gets.
const NAMES: f64 = 230.0;
const WEEK: f64 = 110.0;
/// Space between cells.
const BETWEEN: f64 = 3.0;

fn draw(page: &Page<'_>, language: Language, (title, under): (&str, &str), rows: &[Row], days: &[String], limit: &str) {
    let top = look::head(page, title, under);
    let notes = look::foot(&[language.say("chart-sellers-rule", &[("limit", limit.to_owned().into())])], 0.0);
    let places = Rows::between(rows.len(), rows.len(), top + 40.0, look::foot_top(notes.len() + 1) - 8.0);
    let name = NAME.at_most(places.pitch * 0.5);
    let names = name.widest(rows.iter().map(|row| row.name.as_str())).clamp(60.0, NAMES);
    let sums: Vec<String> = rows.iter().map(|row| row.all.text()).collect();
    let figure = FIGURE.bold().at_most(places.pitch * 0.48);
    let head = language.text("chart-sellers-sum");
    let sum = figure.widest(sums.iter().map(String::as_str)).max(HEADER.width(&head));
    let left = MARGIN + names + GAP;
    let week = ((RIGHT - sum - GAP - left) / days.len().max(1) as f64).min(WEEK);
    let end = left + week * days.len() as f64;

    page.text((MARGIN, places.heads()), Align::Left, HEADER, &language.text("chart-sellers-name"));
    page.text((end + GAP + sum, places.heads()), Align::Right, HEADER, &head);
    let axis = language.text("chart-sellers-weeks");
    page.text((left, places.heads() - 20.0), Align::Left, HEADER, &axis);
    let day = HEADER.at_most(week * 0.27);
    for (place, text) in days.iter().enumerate() {
        page.text((left + (place as f64 + 0.5) * week, places.heads()), Align::Centre, day, text);
    }
    for ((row, sum_text), middle) in rows.iter().zip(&sums).zip(&places.middles) {
        page.text_within((MARGIN, *middle), Align::Left, name, &row.name, names);
        page.text((end + GAP + sum, *middle), Align::Right, figure, sum_text);
        for (place, kept) in row.weeks.iter().enumerate().filter(|(_, kept)| kept.n > 0) {
            let from = left + place as f64 * week;
            let half = (places.pitch - BETWEEN) / 2.0;
            draw_cell(page, *kept, (from, middle - half), (from + week - BETWEEN, middle + half));
        }
    }
    draw_foot(page, language, &notes);
}

fn draw_cell(page: &Page<'_>, kept: Kept, from: (f64, f64), to: (f64, f64)) {
    let colour = kept.colour();
    page.block(from, to, colour.unwrap_or(EMPTY));
    let (text, height) = (kept.text(), to.1 - from.1);
    let set = FIGURE.at_most(14.5).at_most(height * 0.55);
    let room = to.0 - from.0 - 6.0;
    let set = set.at_most(set.size * room / set.width(&text).max(1.0));
    let set = match colour {
        None => set.inked(look::SOFT),
        Some(_) if kept.low() < 0.2 => set.bold().inked(look::WHITE).at_most(set.size * 0.95),
        Some(_) => set,
    };
    page.text((from.0.midpoint(to.0), from.1.midpoint(to.1)), Align::Centre, set, &text);
}

/// The colour of cells that tell too little.
const EMPTY: RGBColor = RGBColor(241, 243, 246);

/// What the colours mean, beside each; then the notes.
fn draw_foot(page: &Page<'_>, language: Language, notes: &[String]) {
    let mut lines = look::foot_lines(notes.len() + 1);
    let middle = lines.next().unwrap_or_default();
    let mut left = MARGIN;
    let keys = [
        (heat(1.0), "chart-sellers-kept"),
        (heat(0.5), "chart-sellers-half"),
        (heat(0.0), "chart-sellers-none"),
        (EMPTY, "chart-sellers-few"),
    ];
    for (colour, key) in keys {
        let text = language.text(key);
        page.block((left, middle - 5.5), (left + 16.0, middle + 5.5), colour);
        page.text((left + 22.0, middle), Align::Left, NOTE, &text);
        left += 22.0 + NOTE.width(&text) + 22.0;
    }
    for (note, middle) in notes.iter().zip(lines) {
        page.text_within((MARGIN, middle), Align::Left, NOTE, note, RIGHT - MARGIN);
    }
}
