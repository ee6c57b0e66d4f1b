//! The name of a file in, what it has in common with the other files of its series out: everything but the day, the
//! hour and the version. `lejek_2026-11-20` and `Lejek 27.11.2026 16.00` are one series, `team1` and `team2` are two.

use std::path::Path;

/// A run of letters or of digits, and what stands before it.
struct Part {
    gap: String,
    text: String,
}

impl Part {
    fn number(&self) -> Option<u32> {
        self.text.parse().ok().filter(|_| self.text.len() <= 8)
    }

    /// A number of so many digits at most, within bounds.
    fn is(&self, digits: usize, least: u32, most: u32) -> bool {
        self.text.len() <= digits && self.number().is_some_and(|number| (least..=most).contains(&number))
    }

    fn is_year(&self) -> bool {
        self.text.len() == 4 && self.is(4, 1990, 2100)
    }

    fn is_month(&self) -> bool {
        self.is(2, 1, 12)
    }

    fn is_day(&self) -> bool {
        self.is(2, 1, 31)
    }

    fn is_compact_day(&self) -> bool {
        self.text.len() == 8 && self.is(8, 19_900_101, 21_001_231)
    }

    fn follows_by(&self, gaps: &[&str]) -> bool {
        gaps.contains(&self.gap.as_str())
    }
}

/// What files of one series have in common.
pub(super) fn series(file: &str) -> String {
    let stem = Path::new(file).file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().to_lowercase());
    let parts = parts(without_number_of_download(&stem));
    let mut words: Vec<String> = Vec::new();
    let mut place = 0;
    while let Some(part) = parts.get(place) {
        let in_date = date_at(&parts[place..]);
        if in_date == 0 {
            let is_joined = part.gap.is_empty() && place > 0 && !words.is_empty();
            match words.last_mut() {
                Some(word) if is_joined => word.push_str(&part.text),
                _ => words.push(part.text.clone()),
            }
            place += 1;
        } else {
            place += in_date;
            // An hour, and the `r.` of Polish dates, go with the date.
            while parts.get(place).is_some_and(|part| part.text == "r" || part.text == "t" || is_hour(part)) {
                place += 1;
            }
        }
    }
    words.join(" ")
}

fn is_hour(part: &Part) -> bool {
    matches!(part.text.len(), 2 | 4 | 6) && part.number().is_some() && !part.is_year()
}

/// How many parts from the first on are a date; none when it is no part of one.
fn date_at(parts: &[Part]) -> usize {
    let joined = |place: usize| parts.get(place).is_some_and(|part| part.follows_by(&["-", ".", "_", " "]));
    match parts {
        [a, b, c, ..] if joined(1) && joined(2) && a.is_year() && b.is_month() && c.is_day() => 3,
        [a, b, c, ..] if joined(1) && joined(2) && a.is_day() && b.is_month() && c.is_year() => 3,
        [a, ..] if a.is_compact_day() => 1,
        [year, w, week, ..] if year.is_year() && w.text == "w" && week.is(2, 1, 53) => 3,
        [w, week, year, ..] if is_week(w) && week.is(2, 1, 53) && year.is_year() => 3,
        [w, week, ..] if is_week(w) && week.is(2, 1, 53) => 2,
        [a, b, ..] if joined(1) && a.is_year() && b.is_month() => 2,
        // Of `team2_2026-11-20` the 2 is no month.
        [a, b, ..] if joined(1) && a.is_month() && b.is_year() && date_at(&parts[1..]) == 1 => 2,
        [a, b, ..] if b.follows_by(&["."]) && a.is_day() && b.is_month() => 2,
        // `v2` is another version of the same.
        [v, version, ..] if v.text == "v" && version.gap.is_empty() && version.is(3, 0, 999) => 2,
        [year, ..] if year.is_year() => 1,
        _ => 0,
    }
}

fn is_week(part: &Part) -> bool {
    matches!(part.text.as_str(), "w" | "kw" | "tydz" | "tydzien" | "tydzień" | "week")
}

/// A name without the number that a browser adds to a second download: `lejek (2)`.
fn without_number_of_download(stem: &str) -> &str {
    let inside = stem.strip_suffix(')').and_then(|stem| stem.rsplit_once('('));
    match inside {
        Some((name, number)) if !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => stem,
    }
}

fn parts(name: &str) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let (mut gap, mut before) = (String::new(), None);
    for letter in name.chars() {
        let kind = if letter.is_ascii_digit() { Some(true) } else { letter.is_alphabetic().then_some(false) };
        match (kind, parts.last_mut()) {
            (None, _) => gap.push(letter),
            (Some(_), Some(part)) if kind == before => part.text.push(letter),
            (Some(_), _) => parts.push(Part { gap: std::mem::take(&mut gap), text: letter.to_string() }),
        }
        before = kind;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_hours_in_names_are_ignored() {
        for name in [
            "lejek.xlsx",
            "Lejek_2026-11-20.xlsx",
            "lejek 20.11.2026.xlsx",
            "lejek_20.11.2026 r..xlsx",
            "lejek-20261120.csv",
            "lejek 2026-11-20 16.00.xlsx",
            "lejek_2026-11-20T1600.xlsx",
            "2026-W47 lejek.xlsx",
            "lejek tydzień 47.xlsx",
            "lejek 14.02.xlsx",
            "lejek 2026-11.xlsx",
            "lejek 2026.xlsx",
            "lejek (2).xlsx",
            "lejek 6.02.2026 v2.xlsx",
        ] {
            assert_eq!(series(name), "lejek", "{name}");
        }
    }

    #[test]
    fn other_numbers_and_letters_are_not() {
        let names = ["team1.xlsx", "team2.xlsx", "team 3.xlsx", "zespół a.xlsx", "zespół b.xlsx", "b2b.xlsx", "2.xlsx"];
        let all: std::collections::BTreeSet<String> = names.iter().map(|name| series(name)).collect();
        assert_eq!(all.len(), names.len(), "{all:?}");
        assert_eq!(series("team2_2026-11-20.xlsx"), series("Team2 27.11.2026.xlsx"));
    }
}
