//! Small sheets in the shapes that teams and CRMs keep, each with the counts it must give without any configuration.

#[path = "support/run.rs"]
mod run;

use std::fs;

use serde_json::Value;

/// The report.json of a sheet given as text.
#[track_caller]
fn report(name: &str, sheet: &str, as_of: &str) -> Value {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(name);
    #[expect(clippy::disallowed_methods, reason = "a test makes its inputs")]
    fs::write(&path, sheet).expect("written");
    run::report(&path, as_of)
}

/// The counts of a report by state: open, won, lost, deferred.
fn states(report: &Value) -> [u64; 4] {
    ["open", "won", "lost", "deferred"].map(|state| report["totals"][state].as_u64().expect("a count"))
}

/// The field that a header was taken for.
fn field<'a>(report: &'a Value, header: &str) -> Option<&'a str> {
    let columns = report["columns"].as_array().expect("columns");
    columns.iter().find(|column| column["header"] == header).and_then(|column| column["field"].as_str())
}

fn codes(report: &Value) -> Vec<&str> {
    report["diagnostics"].as_array().expect("diagnostics").iter().filter_map(|one| one["code"].as_str()).collect()
}

#[test]
fn an_english_crm_export_with_text_dates_and_text_money() {
    let sheet = "\
Potential Name,Potential Owner,Created Time,Closing Date,Amount,Expected Revenue,Stage,Type,Lead Source,Probability
\"Lake, Ann\",Rita Moss,\"15 Apr, 2021 00:02:00\",\"16 May, 2021 00:03:00\",\"$22,700.00\",\"$33,500.00\",Needs Analysis,New,Web,100
\"Ford, Ben\",Rita Moss,\"2 Mar, 2021 10:15:00\",\"1 Apr, 2021 09:00:00\",\"$1,300.50\",\"$900.00\",Closed Won,New,Fair,0
\"Wood, Cyd\",Paul Reed,\"20 Feb, 2021 08:00:00\",\"28 Mar, 2021 12:00:00\",\"$8,000.00\",\"$900.00\",Closed Lost,New,Web,20
\"Hill, Dan\",Paul Reed,\"28 Mar, 2021 08:00:00\",\"30 May, 2021 12:00:00\",\"$950.00\",\"$900.00\",Qualification,New,Web,20
";
    let report = report("potentials.csv", sheet, "2021-04-20");
    assert_eq!(states(&report), [2, 1, 1, 0]);
    assert_eq!(field(&report, "Amount"), Some("value"));
    assert_eq!(field(&report, "Closing Date"), Some("close-date"));
    assert_eq!(report["totals"]["won_value"]["USD"], 1300.5);
    assert_eq!(report["totals"]["open_value"]["USD"], 23650.0);
}

#[test]
fn a_stage_history_of_a_crm_in_code_like_headers() {
    let sheet = "\
deal_stage_key,deal_id,stage_created_at,pipeline_name,pipeline_stage_name,stage_display_order
k1,501,2023-02-17 04:15:01.155000 UTC,MID,DISCOVERY,5
k2,501,2023-02-20 09:00:00.000000 UTC,MID,QUALIFIED,6
k3,501,2023-03-01 09:00:00.000000 UTC,MID,CLOSED WON,10
k4,502,2023-02-18 11:00:00.000000 UTC,MID,DISCOVERY,5
k5,502,2023-02-25 11:00:00.000000 UTC,MID,CLOSED LOST,2
k6,503,2023-02-19 11:00:00.000000 UTC,MID,DISCOVERY,5
k7,503,2023-02-28 11:00:00.000000 UTC,MID,KEEP WARM,4
k8,504,2023-03-02 11:00:00.000000 UTC,MID,DISCOVERY,5
";
    let report = report("stages.csv", sheet, "2023-03-05");
    assert_eq!(report["totals"]["deals"], 4);
    assert_eq!(states(&report), [1, 1, 1, 1]);
    assert_eq!(report["totals"]["rows_read"], 8);
    assert_eq!(report["totals"]["history_rows"], 4);
    assert_eq!(report["inputs"][0]["sheets"][0]["layout"], "change-log");
}

#[test]
fn american_dates_are_told_by_the_column() {
    let sheet = "\
Id,Name,StageName,Amount,CloseDate,LeadSource,IsClosed,IsWon,CreatedDate
O1,Mobile units,Qualification,15000,03/03/24,Web,FALSE,FALSE,02/23/24
O2,Office units,Closed Won,235000,02/28/24,,TRUE,TRUE,02/05/24
O3,Home units,Closed Lost,70000,03/01/24,Web,TRUE,FALSE,02/11/24
";
    let report = report("opportunity.csv", sheet, "2024-03-10");
    assert_eq!(states(&report), [1, 1, 1, 0]);
    assert_eq!(report["deals"][0]["inquiry"], "2024-02-23");
    assert_eq!(report["deals"][1]["closed"], "2024-02-28");
}

#[test]
fn a_stage_column_beside_a_wider_status() {
    let sheet = "\
Organization,Owner,Lead acquisition date,Status,Stage,\"Deal Value, $\",Expected close date,Actual close date
Ada,Kim,2024-04-20,Customer,,833,2024-08-07,2024-06-27
Bee,Kim,2024-05-28,Opportunity,Won,500,2024-10-25,
Cat,Lee,2024-05-29,Opportunity,Lost,700,2024-10-25,
Dog,Lee,2024-06-01,Opportunity,Proposal sent,900,2024-10-25,
Elk,Lee,2024-06-02,New,,100,2024-10-25,
Fox,Kim,2024-06-03,Disqualified,,100,2024-10-25,
";
    let report = report("crm.csv", sheet, "2024-07-01");
    assert_eq!(states(&report), [2, 2, 2, 0]);
}

#[test]
fn a_polish_register_with_titles_above_and_a_total_below() {
    let sheet = "\
Szanse sprzedaży;;;;;
Stan na dzień 21.08.2026;;;;;
;;;;;
Lp.;Data zapytania;Firma;Etap;Wartość netto;Handlowiec
1;31.07.2026;Alfa;Oferta wysłana;16 760,00 zł;Anna
2;03.08.2026;Beta;Wygrana;31 241,00 zł;Jan
3;05.08.2026;Gamma;Przegrana;5 000,00 zł;Jan
4;06.08.2026;Delta;Nowe zapytanie;brak;Anna
Razem;;;;53 001,00 zł;
";
    let report = report("rejestr.csv", sheet, "2026-08-21");
    assert_eq!(states(&report), [2, 1, 1, 0]);
    assert_eq!(report["language"], "pl");
    assert_eq!(report["totals"]["won_value"]["PLN"], 31241.0);
    assert_eq!(report["totals"]["rows_skipped"]["total"], 1);
    let skipped =
        report["diagnostics"].as_array().expect("diagnostics").iter().find(|one| one["code"] == "row-skipped");
    assert_eq!(skipped.expect("listed")["at"], "rejestr.csv!9");
    assert_eq!(report["inputs"][0]["sheets"][0]["header_row"], 4);
}

#[test]
fn one_date_column_per_stage_gives_the_whole_way() {
    let sheet = "\
ID;Data wpłynięcia;Godzina wpłynięcia;Klient;Data kwalifikacji;Data pierwszego kontaktu;Data wysłania oferty;Data follow-up;Data podpisania umowy;Data utracenia;Handlowiec
1;02.03.2026;09:10;Alfa;02.03.2026;02.03.2026 11:40;05.03.2026;06.03.2026;20.03.2026;;Anna
2;03.03.2026;15:00;Beta;04.03.2026;06.03.2026 10:00;09.03.2026;;;25.03.2026;Jan
3;04.03.2026;08:30;Gamma;;;;;;;Jan
";
    let report = report("szanse.csv", sheet, "2026-04-01");
    assert_eq!(states(&report), [1, 1, 1, 0]);
    let clock = &report["measures"]["first_contact"]["clock"];
    assert_eq!((clock["mature"]["met"].as_u64(), clock["mature"]["missed"].as_u64()), (Some(1), Some(2)));
    assert_eq!(report["deals"][0]["inquiry"], "2026-03-02T09:10:00");
    let rungs: Vec<u64> = report["measures"]["funnel"]["stages"]
        .as_array()
        .expect("stages")
        .iter()
        .map(|stage| stage["reached"].as_u64().expect("a count"))
        .collect();
    assert_eq!(rungs, [3, 2, 2, 2, 1, 1]);
}

#[test]
fn dirt_is_refused_by_the_cell_and_listed() {
    let sheet = "\
Nr;Data zapytania;Firma;Etap;Data oferty;Wartość
7;31.02.2026;Alfa;Oferta wysłana;05.03.2026;12 500,00 zł
7;01.03.2026;Beta;Nowe zapytanie;;dużo
8;10.03.2026;Gamma;Oferta wysłana;01.03.2026;100
";
    let report = report("brud.csv", sheet, "2026-04-01");
    let codes = codes(&report);
    for code in ["unreadable-date", "unreadable-amount", "duplicate-id", "dates-out-of-order"] {
        assert!(codes.contains(&code), "{code} in {codes:?}");
    }
    let diagnostics = report["diagnostics"].as_array().expect("diagnostics");
    let date = diagnostics.iter().find(|one| one["code"] == "unreadable-date").expect("listed");
    assert_eq!(date["at"], "brud.csv!B2");
}

#[test]
fn rows_later_than_as_of_change_nothing() {
    let log = |more: &str| {
        format!(
            "Szansa;Etap;Data\nA;Nowe zapytanie;2026-01-05\nA;Kwalifikacja;2026-01-06\nB;Nowe zapytanie;2026-01-07\n{more}"
        )
    };
    let measures = |sheet: &str| report("log.csv", sheet, "2026-01-10")["measures"].clone();
    let later = "A;Pierwszy kontakt;2026-01-11\nC;Nowe zapytanie;2026-02-01\n";
    assert_eq!(measures(&log("")), measures(&log(later)));
}
