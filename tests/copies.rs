//! Weekly copies of one sheet, as files: what must hold whatever they contain, and what changed since the last.

#[path = "support/run.rs"]
mod run;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use rust_xlsxwriter::{DocProperties, Workbook};
use serde_json::Value;

const HEAD: &str = "Firma;Osoba kontaktowa;Data zapytania;Etap;Wartość;Handlowiec;Planowane zamknięcie";

/// A folder of copies.
struct Copies {
    folder: tempfile::TempDir,
}

impl Copies {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a folder") }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, head: &str, rows: &[String]) -> PathBuf {
        let path = self.path(name);
        #[expect(clippy::disallowed_methods, reason = "a test makes its inputs")]
        std::fs::write(&path, format!("{head}\n{}\n", rows.join("\n"))).expect("written");
        path
    }
}

fn report(paths: &[PathBuf], as_of: &str) -> Value {
    run::report_of(&paths.iter().map(PathBuf::as_path).collect::<Vec<&Path>>(), as_of)
}

const WEEKS: [&str; 5] = ["2026-05-08", "2026-05-15", "2026-05-22", "2026-05-29", "2026-06-05"];
const STAGES: [&str; 6] = ["Nowe zapytanie", "Kwalifikacja", "Kontakt", "Oferta", "Follow-up", "Wygrana"];

/// Rows of a team's sheet in one of the weeks: deals come, jump over stages, are lost, change, are deleted and turned round.
fn rows(week: usize) -> Vec<String> {
    let mut rows: Vec<String> = (0..40)
        .filter(|deal| deal / 8 <= week && !(deal % 9 == 4 && week > deal / 8 + 1))
        .map(|deal| {
            let came = deal / 8;
            let stage = ((week - came) * (1 + deal % 3)).min(5);
            let stage = if deal % 7 == 3 && week > came + 1 { "Przegrana" } else { STAGES[stage] };
            let value = 1_000 * (deal + 1) + if deal % 5 == 0 { 100 * week } else { 0 };
            let owner = if deal % 6 == 1 && week > 3 { "Piotr Lis" } else { "Anna Nowak" };
            let close = if deal % 4 == 2 { 1 + week } else { 15 };
            let day = 1 + came * 7 + deal % 7;
            let (month, day) = if day > 31 { (6, day - 31) } else { (5, day) };
            format!("Firma {deal} sp. z o.o.;Osoba {deal};2026-{month:02}-{day:02};{stage};{value};{owner};2026-07-{close:02}")
        })
        .collect();
    if week % 2 == 1 {
        rows.reverse();
    }
    rows
}

fn weekly(copies: &Copies) -> Vec<PathBuf> {
    WEEKS.iter().enumerate().map(|(week, day)| copies.write(&format!("lejek_{day}.csv"), HEAD, &rows(week))).collect()
}

fn lists(report: &Value) -> BTreeMap<String, usize> {
    let deals = report["measures"]["since_last_copy"]["deals"].as_object().expect("lists");
    deals.iter().map(|(name, list)| (name.clone(), list.as_array().expect("a list").len())).collect()
}

#[test]
fn a_copy_compared_with_itself_shows_no_movement() {
    let copies = Copies::new();
    let days = ["2026-06-05", "2026-06-12", "2026-06-19"];
    let paths: Vec<PathBuf> =
        days.iter().map(|day| copies.write(&format!("lejek_{day}.csv"), HEAD, &rows(3))).collect();
    let report = report(&paths, "2026-06-19");
    let since = &report["measures"]["since_last_copy"];
    let open = report["totals"]["open"].as_u64().expect("a count") as usize;
    assert!(open > 5, "{open} open deals");
    let moved: Vec<(String, usize)> = lists(&report).into_iter().filter(|(_, deals)| *deals > 0).collect();
    assert_eq!(moved, [("stuck".to_owned(), open)]);
    assert_eq!(since["open_value"]["before"], since["open_value"]["now"]);
    assert_eq!(since["open_value"]["parts"], serde_json::json!({}));
    for deal in report["deals"].as_array().expect("deals") {
        let seen = deal["history"].as_array().expect("a history").last().expect("an entry");
        let by = seen["entered"].as_array().map_or(&seen["entered"], |span| &span[1]);
        assert!(by.as_str().expect("a moment") <= days[0], "{deal}");
        assert_eq!(deal["rows"].as_array().map(Vec::len), Some(days.len()));
    }
    assert_eq!(report["totals"]["vanished"], 0);
}

#[test]
fn copies_in_any_order_give_the_same_bytes() {
    let copies = Copies::new();
    let paths = weekly(&copies);
    let written = |order: &[usize]| {
        let paths: Vec<PathBuf> = order.iter().map(|place| paths[*place].clone()).collect();
        report(&paths, "2026-06-05").to_string()
    };
    let in_time = written(&[0, 1, 2, 3, 4]);
    assert_eq!(written(&[4, 3, 2, 1, 0]), in_time);
    assert_eq!(written(&[2, 0, 4, 1, 3]), in_time);
}

/// Each deal's history by its firm: stage, and from when to when it can have been entered.
fn histories(report: &Value) -> BTreeMap<String, Vec<(String, String, String)>> {
    let entry = |entry: &Value| {
        let text = |value: &Value| value.as_str().unwrap_or("?").to_owned();
        let (from, to) = match entry["entered"].as_array() {
            Some(span) => (text(&span[0]), text(&span[1])),
            None => (text(&entry["entered"]), text(&entry["entered"])),
        };
        (text(&entry["stage"]), from, to)
    };
    let deals = report["deals"].as_array().expect("deals").iter();
    deals
        .map(|deal| {
            let history = deal["history"].as_array().expect("a history").iter().map(entry).collect();
            (deal["company"].as_str().expect("a firm").to_owned(), history)
        })
        .collect()
}

#[test]
fn a_copy_missing_from_the_middle_only_widens_what_it_had_seen() {
    let copies = Copies::new();
    let paths = weekly(&copies);
    let all = histories(&report(&paths, "2026-06-05"));
    let missing = WEEKS[2];
    let fewer: Vec<PathBuf> = paths.iter().filter(|path| !path.to_string_lossy().contains(missing)).cloned().collect();
    let fewer = histories(&report(&fewer, "2026-06-05"));
    assert_eq!(all.keys().collect::<Vec<_>>(), fewer.keys().collect::<Vec<_>>());
    let mut widened = 0;
    for (firm, history) in &fewer {
        for (stage, from, to) in history {
            let known = all[firm].iter().find(|(known, ..)| known == stage).expect("no stage that nobody saw");
            let (_, exact_from, exact_to) = known;
            let touches = [exact_from, exact_to].iter().any(|end| end.as_str() == missing);
            assert!(from <= exact_from && exact_to <= to, "{firm} {stage}: {from}..{to} for {exact_from}..{exact_to}");
            assert!(touches || (from, to) == (exact_from, exact_to), "{firm} {stage}: {from}..{to}");
            widened += usize::from((from, to) != (exact_from, exact_to));
        }
    }
    assert!(widened > 3, "{widened} intervals");
}

#[test]
fn what_changed_since_the_last_copy_is_listed_and_adds_up() {
    let copies = Copies::new();
    let report = report(&weekly(&copies), "2026-06-05");
    let since = &report["measures"]["since_last_copy"];
    assert_eq!((&since["before"], &since["now"]), (&"2026-05-29".into(), &"2026-06-05".into()));
    let (before, now) = (rows(3), rows(4));
    let cell = |row: &String, column: usize| row.split(';').nth(column).expect("a cell").to_owned();
    let find = |rows: &[String], firm: &str| rows.iter().find(|row| cell(row, 0) == firm).cloned();
    let rank = |row: &String| STAGES.iter().position(|stage| *stage == cell(row, 3));
    let is_open = |row: &String| rank(row).is_some_and(|rank| rank < 5);
    let mut expected: BTreeMap<&str, usize> = BTreeMap::new();
    let mut add = |name: &'static str| *expected.entry(name).or_default() += 1;
    for row in &now {
        let Some(old) = find(&before, &cell(row, 0)) else {
            add("new");
            continue;
        };
        if !is_open(&old) {
            continue;
        }
        match (rank(&old), rank(row)) {
            (_, None) => add("lost"),
            (_, Some(5)) => add("won"),
            (old, new) if old < new => add("forward"),
            _ => add("stuck"),
        }
        if is_open(row) {
            let number = |row: &String, column: usize| cell(row, column).parse::<u32>().expect("a number");
            if cell(&old, 6) < cell(row, 6) {
                add("pushed");
            }
            if number(&old, 4) < number(row, 4) {
                add("grown");
            }
            if cell(&old, 5) != cell(row, 5) {
                add("owner-changed");
            }
        }
    }
    let gone = before.iter().filter(|row| is_open(row) && find(&now, &cell(row, 0)).is_none());
    gone.for_each(|_| add("vanished"));
    let found = lists(&report);
    for (name, deals) in &found {
        assert_eq!(expected.get(name.as_str()).copied().unwrap_or(0), *deals, "{name}");
    }
    assert!(["new", "won", "lost", "forward", "pushed", "grown"].iter().all(|name| found[*name] > 0), "{found:?}");
    let open = |rows: &[String]| -> f64 {
        let open = rows.iter().filter(|row| is_open(row));
        open.map(|row| cell(row, 4).parse::<f64>().expect("a value")).sum()
    };
    let bridge = &since["open_value"];
    let sum = |sums: &Value| sums.as_object().expect("sums").values().filter_map(Value::as_f64).sum::<f64>();
    let parts: f64 = bridge["parts"].as_object().expect("parts").values().map(sum).sum();
    assert!((sum(&bridge["before"]) - open(&before)).abs() < 0.01);
    assert!((sum(&bridge["now"]) - open(&now)).abs() < 0.01);
    assert!((sum(&bridge["before"]) + parts - sum(&bridge["now"])).abs() < 0.01, "{bridge}");
    for list in since["deals"].as_object().expect("lists").values() {
        for one in list.as_array().expect("a list") {
            let deal = &report["deals"][one["deal"].as_u64().expect("a place") as usize];
            assert_eq!(deal["id"], one["deal_id"]);
            let row = one["now"].get("row").unwrap_or(&one["before"]["row"]);
            assert!(deal["rows"].as_array().expect("rows").contains(row), "{one}");
        }
    }
}

#[test]
fn the_trend_tells_the_weeks_since_the_first_copy() {
    let copies = Copies::new();
    let weekly = weekly(&copies);
    let report = report(&weekly[2..], "2026-06-05");
    let trend = &report["measures"]["trend"];
    let series = |name: &str| trend[name].as_array().expect("a series").clone();
    let weeks: Vec<Value> = series("weeks");
    assert_eq!(weeks[weeks.len() - 3..], ["2026-05-18", "2026-05-25", "2026-06-01"]);
    let in_copy = |week: usize| {
        rows(week).iter().map(|row| row.split(';').map(str::to_owned).collect::<Vec<_>>()).collect::<Vec<_>>()
    };
    let decided = |week: usize, how: &str| -> BTreeSet<String> {
        in_copy(week).into_iter().filter(|row| row[3] == how).map(|row| row[0].clone()).collect()
    };
    for (name, how) in [("won", "Wygrana"), ("lost", "Przegrana")] {
        let new = |week: usize| decided(week, how).difference(&decided(week - 1, how)).count();
        let mut expected = vec![Value::Null; weeks.len() - 2];
        expected.extend([new(3).into(), new(4).into()]);
        assert!(new(3) + new(4) > 0 && !decided(2, how).is_empty());
        assert_eq!(series(name), expected, "{name}");
    }
    // The week ends two days after its copy; who asked by then stands in the next.
    let open = |week: usize| {
        let stands = |row: &Vec<String>| !["Wygrana", "Przegrana"].contains(&row[3].as_str());
        let here: BTreeSet<String> = in_copy(week).iter().map(|row| row[0].clone()).collect();
        let sunday = ["2026-05-10", "2026-05-17", "2026-05-24", "2026-05-31"].get(week);
        let next = sunday.map_or_else(Vec::new, |_| in_copy(week + 1));
        let asked =
            next.into_iter().filter(|row| !here.contains(&row[0]) && sunday.is_some_and(|day| row[2].as_str() <= *day));
        in_copy(week).into_iter().filter(stands).chain(asked).collect::<Vec<_>>()
    };
    let worth = |week: usize| open(week).iter().map(|row| row[4].parse::<f64>().expect("an amount")).sum::<f64>();
    assert_eq!(series("open")[weeks.len() - 3..], [2, 3, 4].map(|week| Value::from(open(week).len())));
    assert_eq!(series("open_value")[weeks.len() - 3..], [2, 3, 4].map(|week| Value::from(worth(week))));
    assert!(series("open")[..weeks.len() - 3].iter().all(Value::is_null));
    // Nothing is said to lack a date that the first copy puts before the period and the one before it.
    let undated = report["measures"]["period"]["undated"].as_object().expect("counts");
    assert!(undated.values().all(|count| count.as_u64() == Some(0)), "{undated:?}");
}

#[test]
fn plans_that_leave_the_quarter_slip() {
    let copies = Copies::new();
    let row = |firm: &str, stage: &str, value: u32, close: &str| {
        format!("{firm};Jan {firm};2026-05-01;{stage};{value};Anna Nowak;{close}")
    };
    let first = [
        row("Alfa", "Oferta", 100, "2026-06-20"),
        row("Beta", "Oferta", 200, "2026-06-20"),
        row("Gamma", "Oferta", 300, "2026-08-01"),
        row("Delta", "Oferta", 400, "2026-06-20"),
        row("Epsilon", "Oferta", 500, "2026-05-01"),
    ];
    let second = [
        row("Alfa", "Oferta", 100, "2026-07-20"),
        row("Beta", "Wygrana", 200, "2026-06-20"),
        row("Gamma", "Oferta", 350, "2026-06-01"),
        row("Delta", "Oferta", 380, "2026-06-20"),
        row("Epsilon", "Oferta", 500, "2026-05-01"),
    ];
    let paths = [copies.write("a 2026-05-08.csv", HEAD, &first), copies.write("a 2026-05-15.csv", HEAD, &second)];
    let report = report(&paths, "2026-05-15");
    let quarter = &report["measures"]["since_last_copy"]["this_quarter"];
    let of = |value: &Value| value["unstated"].as_f64().or(value["PLN"].as_f64());
    assert_eq!((of(&quarter["before"]), of(&quarter["now"])), (Some(1200.0), Some(1230.0)), "{quarter}");
    let parts = ["slipped", "won", "pulled-in", "value-down"].map(|part| of(&quarter["parts"][part]));
    assert_eq!(parts, [Some(-100.0), Some(-200.0), Some(350.0), Some(-20.0)]);
    assert_eq!(report["measures"]["since_last_copy"]["quarter_ends"], "2026-06-30");
}

/// A workbook with one sheet, cells parted by `;`, that was last saved on a day.
fn workbook(copies: &Copies, name: &str, saved: &str, sheets: &[(&str, &[String])]) -> PathBuf {
    let mut workbook = Workbook::new();
    let day: chrono::NaiveDate = saved.parse().expect("a day");
    let at = day.and_hms_opt(9, 0, 0).expect("an hour").and_utc();
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&at));
    for (name, rows) in sheets {
        let sheet = workbook.add_worksheet().set_name(*name).expect("a name");
        for (row, line) in rows.iter().enumerate() {
            for (column, cell) in line.split(';').enumerate().filter(|(_, cell)| !cell.is_empty()) {
                match cell.parse::<f64>() {
                    Ok(number) => sheet.write(row as u32, column as u16, number),
                    Err(_) => sheet.write(row as u32, column as u16, cell),
                }
                .expect("written");
            }
        }
    }
    let path = copies.path(name);
    let bytes = workbook.save_to_buffer().expect("a workbook");
    #[expect(clippy::disallowed_methods, reason = "a test makes its inputs")]
    std::fs::write(&path, bytes).expect("written");
    path
}

fn with_head(title: Option<&str>, rows: Vec<String>) -> Vec<String> {
    title.map(ToOwned::to_owned).into_iter().chain([HEAD.to_owned()]).chain(rows).collect()
}

#[track_caller]
fn check_dated(report: &Value, reason: &str) {
    let says = |place: usize| &report["inputs"][place]["sheets"][0]["name_says"];
    assert_eq!((&says(0)["value"], &says(1)["value"]), (&"2026-05-08".into(), &"2026-05-15".into()));
    let notes = report["diagnostics"].as_array().expect("remarks").iter().filter(|note| note["code"] == "copy-dated");
    let notes: Vec<&str> = notes.filter_map(|note| note["sentence"].as_str()).collect();
    assert_eq!(notes.len(), 2);
    assert!(notes.iter().all(|note| note.contains(reason)), "{notes:?}");
    assert!(lists(report)["forward"] > 0);
}

#[test]
fn a_cell_above_the_table_dates_a_copy() {
    let copies = Copies::new();
    let sheet = |name: &str, title: &str, week: usize| {
        workbook(&copies, name, "2026-06-01", &[("Lejek", &with_head(Some(title), rows(week)))])
    };
    let paths = [sheet("stary.xlsx", "Stan na 8.05.2026 r.", 0), sheet("nowy.xlsx", "Stan na dzień: 15.05.2026", 1)];
    check_dated(&report(&paths, "2026-05-15"), "komórka");
}

#[test]
fn the_day_of_saving_dates_a_copy_when_nothing_else_does() {
    let copies = Copies::new();
    let sheet = |name: &str, saved: &str, week: usize| {
        workbook(&copies, name, saved, &[("Lejek", &with_head(None, rows(week)))])
    };
    let paths = [sheet("lejek stary.xlsx", "2026-05-08", 0), sheet("lejek.xlsx", "2026-05-15", 1)];
    check_dated(&report(&paths, "2026-05-15"), "zapisano");
    let turned = [paths[1].clone(), paths[0].clone()];
    assert_eq!(report(&turned, "2026-05-15"), report(&paths, "2026-05-15"), "in either order");
}

#[test]
fn a_row_that_moves_to_another_sheet_is_not_gone() {
    let copies = Copies::new();
    let head = "Firma;Osoba kontaktowa;Data zapytania;Etap;Wartość";
    let row = |firm: &str, stage: &str| format!("{firm};Jan {firm};2026-05-01;{stage};1000");
    let open = |rows: &[String]| [&[head.to_owned()], rows].concat();
    let won = |rows: &[&str]| {
        let rows = rows.iter().map(|firm| format!("{firm};Jan {firm};2026-05-01;2026-05-12;1000;Anna"));
        ["Firma;Osoba kontaktowa;Data zapytania;Data wygrania;Wartość;Handlowiec".to_owned()]
            .into_iter()
            .chain(rows)
            .collect::<Vec<_>>()
    };
    let both = ["Beta", "Gamma", "Delta", "Kappa"].map(|firm| row(firm, "Oferta"));
    let first = open(&[&[row("Alfa", "Oferta")], both.as_slice()].concat());
    let second = open(&both[..3]);
    let paths = [
        workbook(
            &copies,
            "lejek 2026-05-08.xlsx",
            "2026-05-08",
            &[("Lejek", &first), ("Wygrane", &won(&["Omega", "Sigma"]))],
        ),
        workbook(
            &copies,
            "lejek 2026-05-15.xlsx",
            "2026-05-15",
            &[("Lejek", &second), ("Wygrane", &won(&["Omega", "Sigma", "Alfa"]))],
        ),
    ];
    let report = report(&paths, "2026-05-15");
    let states: BTreeMap<&str, &str> = report["deals"]
        .as_array()
        .expect("deals")
        .iter()
        .filter_map(|deal| Some((deal["company"].as_str()?, deal["state"].as_str()?)))
        .collect();
    assert_eq!(states.len(), report["deals"].as_array().map_or(0, Vec::len), "{states:?}");
    assert_eq!((states["Alfa"], states["Kappa"], states["Beta"]), ("won", "vanished", "open"));
}

/// Ninety weeks of a team that sells much: from copies alone there is a forecast, and what it would have said.
fn two_years(copies: &Copies, weeks: usize) -> Vec<PathBuf> {
    let first: chrono::NaiveDate = "2024-01-05".parse().expect("a day");
    let friday = |week: usize| first + chrono::Days::new(7 * week as u64);
    let stage = |deal: usize, age: usize| match (deal % 4, age) {
        (_, 0) => "Nowe zapytanie",
        (_, 1) => "Kontakt",
        (0, 2 | 3) | (1, 2) | (3, 2..6) => "Oferta",
        (0, _) => "Wygrana",
        _ => "Przegrana",
    };
    let rows = |week: usize| -> Vec<String> {
        let came = |deal: usize| deal / 4;
        let known = (0..4 * (week + 1)).filter(|deal| week - came(*deal) < 30);
        let row = |deal: usize| {
            let age = week - came(deal);
            // The value is known better when the offer is out.
            let value = if age < 2 { 1_000 } else { 3_000 };
            format!(
                "Firma {deal};Jan {deal};{};{};{value};Anna;",
                friday(came(deal)) - chrono::Days::new(2),
                stage(deal, age)
            )
        };
        known.map(row).collect()
    };
    (0..weeks).map(|week| copies.write(&format!("lejek_{}.csv", friday(week)), HEAD, &rows(week))).collect()
}

#[test]
fn the_backtest_knows_what_the_copies_of_that_time_told() {
    let copies = Copies::new();
    let paths = two_years(&copies, 90);
    let trials = |report: &Value| -> BTreeMap<String, (f64, f64)> {
        let trials = report["measures"]["forecast"]["28"]["backtest"]["trials"].as_array().expect("trials");
        let trial = |trial: &Value| {
            let number = |value: &Value| value.as_f64().expect("an amount");
            (
                trial["as_of"].as_str().expect("a day").to_owned(),
                (number(&trial["said"]["p50"]), number(&trial["came"])),
            )
        };
        trials.iter().map(trial).collect()
    };
    let last = |paths: &[PathBuf]| {
        let name = paths.last().expect("a copy").file_stem().expect("a name").to_string_lossy().into_owned();
        name.trim_start_matches("lejek_").to_owned()
    };
    let all = report(&paths, &last(&paths));
    let found = trials(&all);
    assert!(found.len() > 8, "{found:?}");
    for (origin, (said, came)) in &found {
        // One deal a week is won, at its last value; a forecast that knew later values, or later stages, would be off.
        assert!((came - 12_000.0).abs() < 1.0, "{origin}: {came}");
        assert!((said - came).abs() < 6_000.0, "{origin}: said {said}, came {came}");
    }
    // With fewer copies, the same earlier moments say the same.
    let (origin, (said, came)) = found.iter().nth(found.len() / 2).expect("a trial");
    let until: Vec<PathBuf> =
        paths.iter().filter(|path| last(std::slice::from_ref(path)).as_str() <= origin.as_str()).cloned().collect();
    let then = report(&until, origin);
    let forecast = &then["measures"]["forecast"]["28"]["total"]["p50"];
    assert!(
        (forecast.as_f64().expect("a middle") - said).abs() < 1_500.0,
        "{origin}: {forecast} then, {said} in hindsight ({came})"
    );
}

/// A team of which each deal is new for eight days, has its offer for eight more, and is won; one comes in a day.
fn daily(copies: &Copies, days: std::ops::Range<usize>, step: usize) -> Vec<PathBuf> {
    let first: chrono::NaiveDate = "2026-01-05".parse().expect("a day");
    let on = |day: usize| first + chrono::Days::new(day as u64);
    let rows = |day: usize| -> Vec<String> {
        let row = |deal: usize| {
            let stage = ["Nowe zapytanie", "Oferta", "Wygrana"][((day - deal) / 8).min(2)];
            format!("Firma {deal};Anna Osoba{deal};{};{stage};1000;Anna;", on(deal))
        };
        (0..=day).map(row).collect()
    };
    days.step_by(step).map(|day| copies.write(&format!("{step} {}.csv", on(day)), HEAD, &rows(day))).collect()
}

#[test]
fn copies_too_far_apart_tell_no_time_in_stage() {
    let copies = Copies::new();
    let stage = |paths: &[PathBuf], key: &str| report(paths, "2026-03-15")["measures"]["time_in_stage"][key].clone();
    let (daily, weekly) = (daily(&copies, 0..70, 1), daily(&copies, 0..70, 7));
    let offer = stage(&daily, "offer");
    assert_eq!((&offer["reason"], &offer["quantiles"]["p50"]["days"]), (&Value::Null, &8.0.into()), "{offer}");
    let offer = stage(&weekly, "offer");
    assert_eq!((&offer["reason"], offer["quantiles"]["p50"].is_null()), (&"under-two-gaps".into(), true), "{offer}");
}

#[test]
fn a_stalled_deal_is_judged_where_no_day_between_two_copies_makes_a_difference() {
    let copies = Copies::new();
    let row = |firm: &str, stage: &str| format!("{firm};Anna {firm};2026-04-20;{stage};1000;Anna;");
    let first = [row("Alfa", "Oferta"), row("Beta", "Kontakt"), row("Gamma", "Kontakt")];
    let second = [row("Alfa", "Oferta"), row("Beta", "Oferta"), row("Gamma", "Kontakt")];
    let third = [row("Alfa", "Oferta"), row("Beta", "Oferta"), row("Gamma", "Oferta")];
    let weeks = [("2026-05-01", &first), ("2026-05-08", &second), ("2026-05-22", &third)];
    let paths = weeks.map(|(day, rows)| copies.write(&format!("a {day}.csv"), HEAD, rows.as_slice()));
    // The limit is 14 days: Alfa has its offer since April, Beta for 15 to 22 days, Gamma for 1 to 15.
    let report = report(&paths, "2026-05-23");
    let status = |firm: &str| {
        let place = report["deals"].as_array().expect("deals").iter().position(|deal| deal["company"] == firm);
        let deals = report["measures"]["stalled"]["deals"].as_array().expect("deals");
        let found = deals.iter().find(|one| one["deal"].as_u64().map(|deal| deal as usize) == place);
        found.expect("an open deal")["status"].as_str().expect("a status").to_owned()
    };
    assert_eq!(["Alfa", "Beta", "Gamma"].map(status), ["stalled", "stalled", "cannot_tell"]);
}

#[test]
fn the_page_says_what_is_new_and_is_silent_without_an_earlier_copy() {
    let copies = Copies::new();
    let paths = weekly(&copies);
    let page = |inputs: &[PathBuf]| {
        let folder = tempfile::tempdir().expect("a folder");
        let mut command = assert_cmd::Command::cargo_bin("lejek").expect("built");
        let command = command.args(["report", "--as-of", "2026-06-05", "--pictures", "none", "-o"]).arg(folder.path());
        command.args(inputs).assert().success();
        std::fs::read_to_string(folder.path().join("report.html")).expect("a page")
    };
    let since = |page: &str| {
        page.split("<p class=\"since\">").nth(1).and_then(|rest| rest.split("</p>").next().map(str::to_owned))
    };
    let found = lists(&report(&paths, "2026-06-05"));
    let told = since(&page(&paths)).expect("what is new");
    assert!(told.starts_with("Od kopii z 29.05.2026: "), "{told}");
    assert!(told.contains(&format!("przegrane {}", found["lost"])), "{told}");
    assert!(told.contains(&format!("poszły dalej {}", found["forward"])), "{told}");
    assert_eq!(since(&page(&paths[4..])), None);
}

#[test]
fn what_copies_alone_tell_judges_no_promise_and_says_so() {
    let copies = Copies::new();
    let stages = ["Nowe zapytanie", "Kontakt", "Oferta", "Follow-up"];
    let row =
        |stage: &str| [1, 2, 3].map(|deal| format!("Firma {deal};Osoba {deal};2026-05-07;{stage};1000;Anna;")).to_vec();
    let paths: Vec<PathBuf> = WEEKS
        .iter()
        .zip(stages)
        .map(|(day, stage)| copies.write(&format!("lejek_{day}.csv"), HEAD, &row(stage)))
        .collect();
    let report = report(&paths, "2026-06-05");
    assert_eq!(report["measures"]["followup"]["reason"], "between-copies");
    assert_eq!(report["measures"]["first_contact"]["reason"], "between-copies");
}

/// The most memory that the report of so many copies of a sheet of 300 deals takes, in kB. Each week three deals come,
/// three leave, and fifteen move on.
#[cfg(target_os = "linux")]
fn peak(count: usize) -> u64 {
    let copies = Copies::new();
    for week in 0..count {
        let row = |deal: usize| {
            let stage = STAGES[(week * 3 + 300 - deal) / 60];
            format!("Firma {deal} sp. z o.o.;Osoba {deal};2024-01-01;{stage};{};Anna Nowak;", 100 * deal)
        };
        let day = chrono::NaiveDate::from_ymd_opt(2024, 1, 5).expect("a day") + chrono::Days::new(7 * week as u64);
        copies.write(&format!("lejek_{day}.csv"), HEAD, &(week * 3..week * 3 + 300).map(row).collect::<Vec<_>>());
    }
    let folder = tempfile::tempdir().expect("a folder");
    let mut run = std::process::Command::new(env!("CARGO_BIN_EXE_lejek"))
        .args(["report", "--pictures", "none", "--quiet", "-o"])
        .args([folder.path(), copies.folder.path()])
        .spawn()
        .expect("the program");
    let status = format!("/proc/{}/status", run.id());
    let mut peak = 0;
    while run.try_wait().expect("a run").is_none() {
        let told = std::fs::read_to_string(&status).unwrap_or_default();
        let most =
            told.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")?.trim().parse().ok());
        peak = most.unwrap_or(peak);
        std::thread::yield_now();
    }
    peak
}

#[test]
#[cfg(target_os = "linux")]
fn a_further_copy_takes_little_memory() {
    let [few, many] = [20, 80].map(peak);
    let each = many.saturating_sub(few) / 60;
    // A row held as it is recognised takes more than 1 kB, and its cells as much again.
    assert!(each < 150, "{each} kB a copy of 300 rows ({few} kB for 20 copies, {many} kB for 80)");
}
