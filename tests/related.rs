//! Deals that stand on several sheets or in several files, each with the counts that they must give.

#[path = "support/run.rs"]
mod run;

use std::path::PathBuf;

use rust_xlsxwriter::Workbook;
use serde_json::Value;

/// Files in a folder of their own: `name.csv` with its text, or a workbook whose sheets are parted by `== name`.
struct Files {
    folder: tempfile::TempDir,
    paths: Vec<PathBuf>,
}

impl Files {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a folder"), paths: Vec::new() }
    }

    fn csv(mut self, name: &str, text: &str) -> Self {
        let path = self.folder.path().join(name);
        #[expect(clippy::disallowed_methods, reason = "a test makes its inputs")]
        std::fs::write(&path, text).expect("written");
        self.paths.push(path);
        self
    }

    /// Sheets by name, their cells parted by `|`; numbers are numbers, all else is text.
    fn workbook(mut self, name: &str, sheets: &[(&str, &str)]) -> Self {
        let mut workbook = Workbook::new();
        for (name, text) in sheets {
            let sheet = workbook.add_worksheet().set_name(*name).expect("a name");
            for (row, line) in text.trim().lines().enumerate() {
                for (column, cell) in line.split('|').map(str::trim).enumerate().filter(|(_, cell)| !cell.is_empty()) {
                    match cell.parse::<f64>() {
                        Ok(number) => sheet.write(row as u32, column as u16, number),
                        Err(_) => sheet.write(row as u32, column as u16, cell),
                    }
                    .expect("written");
                }
            }
        }
        let path = self.folder.path().join(name);
        let bytes = workbook.save_to_buffer().expect("a workbook");
        #[expect(clippy::disallowed_methods, reason = "a test makes its inputs")]
        std::fs::write(&path, bytes).expect("written");
        self.paths.push(path);
        self
    }

    fn report(&self, as_of: &str) -> Value {
        let paths: Vec<&std::path::Path> = self.paths.iter().map(PathBuf::as_path).collect();
        run::report_of(&paths, as_of)
    }

    fn reversed(mut self) -> Self {
        self.paths.reverse();
        self
    }
}

#[track_caller]
fn check(report: &Value, deals: u64, states: [u64; 4], history_rows: u64) {
    let totals = &report["totals"];
    let count = |key: &str| totals[key].as_u64().expect("a count");
    let found = (count("deals"), ["open", "won", "lost", "deferred"].map(count), count("history_rows"));
    assert_eq!(found, (deals, states, history_rows), "{totals}");
    let skipped: u64 = totals["rows_skipped"].as_object().expect("counts").values().filter_map(Value::as_u64).sum();
    assert_eq!(count("deals") + count("history_rows") + skipped, count("rows_read"), "rows add up");
}

fn deal<'a>(report: &'a Value, id: &str) -> &'a Value {
    let deals = report["deals"].as_array().expect("deals");
    deals.iter().find(|deal| deal["id"] == id || deal["company"] == id).expect("the deal is there")
}

fn ways(report: &Value, id: &str) -> Vec<String> {
    let history = deal(report, id)["history"].as_array().expect("a history");
    history.iter().map(|entry| format!("{} {}", entry["stage"], entry["entered"]).replace('"', "")).collect()
}

#[test]
fn a_deal_on_the_sheets_of_two_months_is_one_deal() {
    let files = Files::new().workbook(
        "lejek.xlsx",
        &[
            (
                "Styczeń 2026",
                "Nr | Klient | Data zapytania | Etap | Wartość | Opiekun
                 S1 | Alfa | 2026-01-05 | Oferta wysłana | 1000 | Anna
                 S2 | Beta | 2026-01-07 | Nowe zapytanie | 2000 | Jan
                 S3 | Gamma | 2026-01-09 | Przegrana | 3000 | Jan",
            ),
            (
                "Luty 2026",
                "Nr | Klient | Data zapytania | Etap | Wartość | Opiekun
                 S1 | Alfa | 2026-01-05 | Wygrana | 1100 |
                 S2 | Beta | 2026-01-07 | Oferta wysłana | 2000 | Jan
                 S4 | Delta | 2026-02-02 | Nowe zapytanie | 4000 | Anna",
            ),
        ],
    );
    let report = files.report("2026-02-28");
    check(&report, 4, [2, 1, 1, 0], 2);
    assert_eq!(deal(&report, "S1")["value"], 1100.0);
    assert_eq!(deal(&report, "S1")["owner"], "Anna");
    assert_eq!(deal(&report, "S1")["rows"].as_array().map(Vec::len), Some(2));
}

#[test]
fn running_numbers_that_begin_anew_on_each_sheet_name_no_deals() {
    let sheet = |firms: [&str; 3], month: u32| {
        let rows = firms.iter().enumerate().map(|(place, firm)| {
            format!("{} | {firm} | 2026-0{month}-0{} | Nowe zapytanie | {month}00", place + 1, place + 2)
        });
        let lines: Vec<String> =
            std::iter::once("Lp. | Klient | Data zapytania | Etap | Wartość".to_owned()).chain(rows).collect();
        lines.join("\n")
    };
    let (january, february) = (sheet(["Alfa", "Beta", "Gamma"], 1), sheet(["Delta", "Epsilon", "Zeta"], 2));
    let files = Files::new().workbook("lejek.xlsx", &[("Styczeń", &january), ("Luty", &february)]);
    check(&files.report("2026-02-28"), 6, [6, 0, 0, 0], 0);
}

#[test]
fn the_names_of_sheets_are_the_sellers() {
    let sheet = |firm: &str| {
        format!(
            "Klient | Data zapytania | Etap | Wartość\n{firm} 1 | 2026-01-05 | Oferta | 10\n{firm} 2 | 2026-01-06 | Wygrana | 20"
        )
    };
    let (anna, jan) = (sheet("Alfa"), sheet("Beta"));
    let files = Files::new().workbook("lejek.xlsx", &[("Anna Nowak", &anna), ("Jan", &jan)]);
    let report = files.report("2026-02-28");
    check(&report, 4, [2, 2, 0, 0], 0);
    assert_eq!(deal(&report, "Alfa 1")["owner"], "Anna Nowak");
    assert_eq!(deal(&report, "Beta 2")["owner"], "Jan");
}

#[test]
fn files_are_named_after_sellers_too() {
    let text = |firm: &str| {
        format!("Klient;Data zapytania;Etap;Wartość\n{firm};2026-01-05;Oferta;10\n{firm} 2;2026-01-06;Wygrana;20\n")
    };
    let files = Files::new().csv("Anna.csv", &text("Alfa")).csv("Piotr.csv", &text("Beta"));
    assert_eq!(deal(&files.report("2026-02-28"), "Beta")["owner"], "Piotr");
}

#[test]
fn the_names_of_sheets_are_the_stages() {
    let head = "Nr | Klient | Data zapytania | Wartość";
    let sheets = [
        ("Nowe", format!("{head}\nA1 | Alfa | 2026-01-05 | 10\nA2 | Beta | 2026-01-06 | 20")),
        ("Oferta wysłana", format!("{head}\nA2 | Beta | 2026-01-06 | 20\nA3 | Gamma | 2026-01-07 | 30")),
        ("Wygrane", format!("{head}\nA3 | Gamma | 2026-01-07 | 30\nA4 | Delta | 2026-01-08 | 40")),
        ("Przegrane", format!("{head}\nA5 | Omega | 2026-01-09 | 50")),
    ];
    let sheets: Vec<(&str, &str)> = sheets.iter().map(|(name, text)| (*name, text.as_str())).collect();
    let report = Files::new().workbook("etapy.xlsx", &sheets).report("2026-02-28");
    check(&report, 5, [2, 2, 1, 0], 2);
    assert_eq!(ways(&report, "A3"), ["new 2026-01-07", "offer null", "won null"]);
    assert_eq!(deal(&report, "A2")["stage"], "offer");
}

#[test]
fn copies_on_sheets_tell_what_changed_between_them() {
    let head = "Nr | Klient | Data zapytania | Etap";
    let sheets = [
        (
            "2026-02-06",
            format!(
                "{head}\nA1 | Alfa | 2026-01-05 | Nowe zapytanie\nA2 | Beta | 2026-01-06 | Oferta\nA3 | Gamma | 2026-01-07 | Oferta"
            ),
        ),
        (
            "2026-02-13",
            format!(
                "{head}\nA1 | Alfa | 2026-01-05 | Oferta\nA2 | Beta | 2026-01-06 | Oferta\nA3 | Gamma | 2026-01-07 | Oferta"
            ),
        ),
        (
            "2026-02-20",
            format!(
                "{head}\nA1 | Alfa | 2026-01-05 | Oferta\nA2 | Beta | 2026-01-06 | Wygrana\nA4 | Delta | 2026-02-17 | Nowe zapytanie"
            ),
        ),
    ];
    let sheets: Vec<(&str, &str)> = sheets.iter().map(|(name, text)| (*name, text.as_str())).collect();
    let report = Files::new().workbook("kopie.xlsx", &sheets).report("2026-02-20");
    check(&report, 4, [2, 1, 0, 0], 5);
    assert_eq!(report["totals"]["vanished"], 1);
    assert_eq!(ways(&report, "A1"), ["new 2026-01-05", "offer [2026-02-06,2026-02-13]"]);
    assert_eq!(ways(&report, "A2"), ["new 2026-01-06", "offer [2026-01-06,2026-02-06]", "won [2026-02-13,2026-02-20]"]);
    assert_eq!(deal(&report, "A3")["state"], "vanished");
}

const DEALS: &str = "\
Record ID,Deal Name,Deal Stage,Amount,Create Date,Deal owner
501,Chairs,Closed Won,1000,2026-01-02,Ann Lee
502,Desks,Qualified,2000,2026-01-03,Bob Ray
503,Lamps,Proposal,500,2026-01-04,Bob Ray
";
const LOG: &str = "\
Deal ID,Stage,Entered at
501,Qualified,2026-01-05
501,Proposal,2026-01-09
501,Closed Won,2026-01-20
502,Qualified,2026-01-08
504,Qualified,2026-01-09
";

#[test]
fn deals_and_their_log_are_counted_once_in_either_order() {
    for files in [
        Files::new().csv("deals.csv", DEALS).csv("log.csv", LOG),
        Files::new().csv("deals.csv", DEALS).csv("log.csv", LOG).reversed(),
    ] {
        let report = files.report("2026-02-28");
        check(&report, 4, [3, 1, 0, 0], 4);
        assert_eq!(
            ways(&report, "501"),
            ["new 2026-01-02", "qualification 2026-01-05", "offer 2026-01-09", "won 2026-01-20"]
        );
        assert_eq!(deal(&report, "501")["owner"], "Ann Lee");
        assert_eq!(report["totals"]["won_value"]["unstated"], 1000.0);
    }
}

#[test]
fn leads_and_closed_deals_are_joined_by_their_number() {
    let leads = "\
lead_id,first_contact_date,origin
L1a,2026-01-02,search
L2b,2026-01-03,social
L3c,2026-01-04,search
";
    let closed = "lead_id,seller_id,won_date\nL1a,s9,2026-01-12 10:00:00\nL3c,s7,2026-02-01 09:00:00\n";
    let report = Files::new().csv("leads.csv", leads).csv("closed.csv", closed).report("2026-02-28");
    check(&report, 3, [1, 2, 0, 0], 2);
    assert_eq!(ways(&report, "L1a"), ["new null", "contact 2026-01-02", "won 2026-01-12T10:00:00"]);
    assert_eq!(deal(&report, "L3c")["source"], "search");
}

#[test]
fn calls_date_the_first_contact_and_the_last() {
    let deals = "\
Nr szansy;Klient;Etap;Data zapytania
SZ-1;Alfa;Oferta wysłana;2026-01-05 09:00
SZ-2;Beta;Nowe zapytanie;2026-01-06 10:00
";
    let calls = "\
Nr szansy;Data aktywności;Rodzaj aktywności
SZ-1;2026-01-05 11:30;Telefon
SZ-1;2026-01-05 09:10;Zadanie
SZ-1;2026-01-09 12:00;Spotkanie
SZ-2;2026-01-06 10:05;Notatka
SZ-9;2026-01-07 10:00;Telefon
";
    let report = Files::new().csv("szanse.csv", deals).csv("aktywnosci.csv", calls).report("2026-02-28");
    check(&report, 2, [2, 0, 0, 0], 4);
    assert_eq!(report["totals"]["rows_skipped"]["no-such-deal"], 1);
    assert_eq!(ways(&report, "SZ-1"), ["new 2026-01-05T09:00:00", "contact 2026-01-05T11:30:00", "offer null"]);
    assert_eq!(ways(&report, "SZ-2"), ["new 2026-01-06T10:00:00"]);
}

#[test]
fn a_table_that_nothing_relates_to_is_left_out() {
    let calls = "Nr szansy;Data aktywności;Rodzaj aktywności\nX-1;2026-01-05;Telefon\nX-2;2026-01-06;Telefon\n";
    let report = Files::new().csv("deals.csv", DEALS).csv("calls.csv", calls).report("2026-02-28");
    check(&report, 3, [2, 1, 0, 0], 0);
    let sheets = report["inputs"][1]["sheets"].as_array().expect("sheets");
    assert_eq!(sheets[0]["left_out"], "unrelated");
}

#[test]
fn the_same_file_in_two_forms_counts_once() {
    let twice = Files::new().csv("deals.csv", &long()).csv("copy of deals.csv", &long());
    check(&twice.report("2026-02-28"), 9, [9, 0, 0, 0], 0);
}

fn long() -> String {
    let rows = (1..=9).map(|row| format!("7{row},Deal {row},Qualified,{row}00,2026-01-0{row},Ann Lee\n"));
    std::iter::once("Record ID,Deal Name,Deal Stage,Amount,Create Date,Deal owner\n".to_owned()).chain(rows).collect()
}

#[test]
fn files_are_sellers_and_their_sheets_stages() {
    let head = "Klient | Data zapytania | Wartość";
    let sheet = |firm: &str| format!("{head}\n{firm} | 2026-01-05 | 10");
    let [a, b, c, d] = ["Alfa", "Beta", "Gamma", "Delta"].map(sheet);
    let files = Files::new()
        .workbook("Anna Nowak.xlsx", &[("Nowe", &a), ("Wygrane", &b)])
        .workbook("Piotr.xlsx", &[("Nowe", &c), ("Przegrane", &d)]);
    let report = files.report("2026-02-28");
    check(&report, 4, [2, 1, 1, 0], 0);
    assert_eq!(deal(&report, "Beta")["owner"], "Anna Nowak");
    assert_eq!(deal(&report, "Delta")["owner"], "Piotr");
}

#[test]
fn the_newest_month_has_the_last_word_wherever_its_sheet_stands() {
    let sheet = |stage: &str, day: &str| {
        format!(
            "Nr | Klient | Data zapytania | Etap\nS-1 | Alfa | 2026-01-05 | {stage}\nS-9{day} | Beta | 2026-{day}-03 | Nowe"
        )
    };
    let (january, february) = (sheet("Nowe", "01"), sheet("Wygrana", "02"));
    let files = Files::new().workbook("lejek.xlsx", &[("Luty", &february), ("Styczeń", &january)]);
    let report = files.report("2026-02-28");
    check(&report, 3, [2, 1, 0, 0], 1);
    assert_eq!(deal(&report, "S-1")["state"], "won");
}

#[test]
fn of_two_potentials_of_one_lead_none_is_lost_in_either_order() {
    let leads = "\
LEADID,Company,Lead Status,Created Time
4563,Alfa,Contacted,2026-01-01
4564,Beta,Contacted,2026-01-02
4565,Gamma,Not contacted,2026-01-03
";
    let potentials = "\
POTENTIALID,Potential Name,LEADID,Stage,Amount,Created Time
7001,Desks,4563,Closed Won,100,2026-02-01
7002,Chairs,4563,Proposal,200,2026-02-09
7003,Lamps,4564,Proposal,300,2026-02-05
";
    let files = || Files::new().csv("Leads.csv", leads).csv("Potentials.csv", potentials);
    for files in [files(), files().reversed()] {
        check(&files.report("2026-02-28"), 4, [3, 1, 0, 0], 2);
    }
}

#[test]
fn an_old_copy_under_another_name_counts_only_what_the_new_one_lacks() {
    let old = format!("{}710,Deal 10,Qualified,1000,2026-01-10,Ann Lee\n", long()).replace("71,Deal 1,", "70,Deal 0,");
    let report = Files::new().csv("deals.csv", &long()).csv("deals_old.csv", &old).report("2026-02-28");
    check(&report, 11, [11, 0, 0, 0], 0);
    assert_eq!(report["totals"]["rows_skipped"]["repeated"], 8);
}

#[test]
fn meetings_on_another_sheet_are_found_by_the_firm() {
    let deals = "
Nr | Klient | Etap | Data zapytania
S-1 | Alfa | Oferta wysłana | 2026-01-05
S-2 | Beta | Nowe zapytanie | 2026-01-06";
    let meetings = "
Data aktywności | Klient | Rodzaj aktywności | Notatki
2026-01-07 | Alfa Sp. z o.o. | Telefon | oddzwonić
2026-01-15 | Alfa | Spotkanie | u klienta
2026-01-16 | Omega | Telefon | pomyłka";
    let report =
        Files::new().workbook("lejek.xlsx", &[("Szanse", deals), ("Aktywności", meetings)]).report("2026-02-28");
    check(&report, 2, [2, 0, 0, 0], 2);
    assert_eq!(report["totals"]["rows_skipped"]["no-such-deal"], 1);
    assert_eq!(ways(&report, "S-1")[..2], ["new 2026-01-05", "contact 2026-01-07"]);
}
