//! What campaigns, or sources, cost and brought.

use serde_json::{Value, json};

use super::{check, report};

/// One row a deal with its present stage.
const CAMPAIGNS: &str = "\
Nr;Klient;Etap;Data wpływu;Wartość;Źródło;Kampania;Koszt kampanii;Data zamknięcia
1;Alfa;Wygrana;2026-03-01;12 000 zł;Google;Hale;6 000 zł;2026-03-20
2;Beta;Przegrana;2026-03-02;8 000 zł;Google;Hale;6 000 zł;2026-03-22
3;Gamma;Wygrana;2026-03-03;9 000 zł;Google;Hale;;2026-04-01
4;Delta;Oferta wysłana;2026-04-03;5 000 zł;Google;Hale;6 000 zł;
5;Epsilon;Oferta wysłana;2026-04-03;7 000 zł;Targi;Targi Hala;1 000 zł;
6;Zeta;Przegrana;2026-04-04;7 000 zł;Targi;Targi Hala;1 500 zł;2026-05-01
7;Eta;Wygrana;2026-04-05;3 000 zł;Mailing;Wiosna;1000;2026-05-02
8;Theta;Nowe zapytanie;2026-05-05;4 000 zł;LinkedIn;Ruch;100 zł;
9;Jota;Nowe zapytanie;2026-05-05;4 000 zł;LinkedIn;Ruch;100 zł;
10;Kappa;Nowe zapytanie;2026-05-05;4 000 zł;LinkedIn;Ruch;200 zł;
11;Lambda;Nowe zapytanie;2026-05-05;4 000 zł;LinkedIn;Ruch;200 zł;
12;My;Wygrana;2026-05-06;4 000 zł;Polecenie;;;2026-05-20
";

fn costs(files: &[(&str, &str)]) -> Value {
    report(files)["measures"]["campaign_cost"].clone()
}

#[track_caller]
fn check_group(costs: &Value, name: Option<&str>, expected: &Value) {
    let groups = costs["groups"].as_array().expect("groups");
    let group = groups.iter().find(|group| group["group"].as_str() == name);
    let group = group.unwrap_or_else(|| panic!("no group {name:?}: {costs}"));
    for (key, wanted) in expected.as_object().expect("figures") {
        check(&group[key], wanted);
    }
}

#[test]
fn a_campaigns_cost_counts_once_or_is_the_sum_of_its_parts() {
    let costs = costs(&[("szanse.csv", CAMPAIGNS)]);
    check(&costs["by"], &json!("campaign"));
    // 6 000 on three rows is the cost of the whole: ÷ 4 inquiries, ÷ 2 wins; 12 000 + 9 000 came back.
    let halls = json!({
        "inquiries": 4, "won": 2, "won_value": { "PLN": 21_000.0 }, "cost": 6_000, "currency": "PLN",
        "cost_per_inquiry": 1_500, "cost_per_won": 3_000, "return": 3.5, "reasons": null,
    });
    check_group(&costs, Some("Hale"), &halls);
    // 1 000 + 1 500 are parts; nothing is won, so nothing came back.
    let fair = json!({
        "inquiries": 2, "won": 0, "cost": 2_500, "cost_per_inquiry": 1_250, "cost_per_won": null, "return": 0,
        "reasons": { "cost_per_won": "no-wins" },
    });
    check_group(&costs, Some("Targi Hala"), &fair);
    // One deal; its 1000 names no currency, and all other amounts are złoty.
    let spring = json!({ "cost": 1_000, "currency": "PLN", "cost_per_won": 1_000, "return": 3 });
    check_group(&costs, Some("Wiosna"), &spring);
    // Two amounts on two rows each may be two parts or four.
    let unclear = json!({ "cost": null, "cost_per_inquiry": null, "return": null });
    check_group(&costs, Some("Ruch"), &unclear);
    check_group(&costs, Some("Ruch"), &json!({ "reasons": all("costs-unclear") }));
    check_group(&costs, None, &json!({ "inquiries": 1, "cost": null, "reasons": all("no-costs") }));
    // 6 000 + 2 500 + 1 000 for 4 + 2 + 1 inquiries, of which 2 + 1 were won for 24 000.
    let total = &costs["total"];
    check(&total["cost"], &json!(9_500));
    check(&total["inquiries"], &json!(7));
    check(&total["cost_per_inquiry"], &json!(9_500.0 / 7.0));
    check(&total["cost_per_won"], &json!(9_500.0 / 3.0));
    check(&total["return"], &json!(24_000.0 / 9_500.0));
}

fn all(reason: &str) -> Value {
    let figures = ["cost", "currency", "cost_per_inquiry", "cost_per_won", "return"];
    Value::Object(figures.into_iter().map(|figure| (figure.to_owned(), json!(reason))).collect())
}

/// A date for each stage, and no campaigns: the cost is the source's.
#[test]
fn without_campaigns_the_cost_is_the_sources() {
    let costs = costs(&[(
        "szanse.csv",
        "Klient;Źródło;Wydatki reklamowe (zł);Wartość (zł);Data zapytania;Data wysłania oferty;Data wygranej\n\
         Alfa;Google;800;4000;2026-03-01;2026-03-05;2026-03-20\n\
         Beta;Google;800;;2026-03-02;2026-03-06;2026-03-25\n\
         Gamma;Targi;0;2000;2026-03-03;2026-03-07;2026-03-22\n\
         Delta;Targi;0;2000;2026-03-04;;\n",
    )]);
    check(&costs["by"], &json!("source"));
    // Of the two wins one has no value, so what came back is not known.
    let google = json!({ "cost": 800, "cost_per_won": 400, "return": null, "reasons": { "return": "too-few-values" } });
    check_group(&costs, Some("Google"), &google);
    let free = json!({ "cost": 0, "cost_per_inquiry": 0, "return": null, "reasons": { "return": "no-costs" } });
    check_group(&costs, Some("Targi"), &free);
}

#[test]
fn costs_in_several_currencies_are_never_added() {
    let costs = costs(&[(
        "szanse.csv",
        "Klient;Etap;Data wpływu;Wartość;Kampania;Koszt kampanii\n\
         Alfa;Wygrana;2026-03-01;4 000 zł;Mailing;300 €\n\
         Beta;Wygrana;2026-03-02;4 000 zł;Mailing;200 €\n\
         Gamma;Oferta wysłana;2026-03-03;4 000 zł;Hale;300 €\n\
         Delta;Oferta wysłana;2026-03-03;4 000 zł;Hale;500 zł\n\
         Eta;Oferta wysłana;2026-03-03;4 000 zł;Targi;500 zł\n",
    )]);
    let mailing = json!({
        "cost": 500, "currency": "EUR", "cost_per_won": 250, "return": null, "reasons": { "return": "several-currencies" },
    });
    check_group(&costs, Some("Mailing"), &mailing);
    check_group(&costs, Some("Hale"), &json!({ "cost": null, "reasons": all("several-currencies") }));
    check(&costs["total"]["reasons"], &all("several-currencies"));
}

/// Of each deal the newest copy counts.
#[test]
fn of_copies_the_newest_cost_counts() {
    let copy = |hall: &str, fair: &str| {
        format!(
            "Nr;Klient;Etap;Data wpływu;Wartość;Kampania;Koszt kampanii\n\
             S-101;Alfa;Oferta wysłana;2026-05-01;4000;Hale;{hall}\n\
             S-102;Beta;Oferta wysłana;2026-05-02;5000;Hale;{hall}\n\
             S-103;Gamma;Oferta wysłana;2026-05-03;6000;Targi;{fair}\n"
        )
    };
    let (first, second) = (copy("1000", "700"), copy("1600", ""));
    let costs = costs(&[("szanse_2026-06-22.csv", &first), ("szanse_2026-06-29.csv", &second)]);
    check_group(&costs, Some("Hale"), &json!({ "inquiries": 2, "cost": 1_600, "cost_per_inquiry": 800 }));
    check_group(&costs, Some("Targi"), &json!({ "inquiries": 1, "cost": null }));
}

/// A change log repeats the cost on every row of a deal, which is still one deal.
#[test]
fn in_a_change_log_a_deal_tells_its_cost_once() {
    let costs = costs(&[(
        "zmiany.csv",
        "Nr szansy;Etap;Data zmiany etapu;Wartość;Kampania;Koszt kampanii\n\
         S-1;Nowe zapytanie;2026-03-01;4000;Hale;500\n\
         S-1;Oferta wysłana;2026-03-05;4000;Hale;500\n\
         S-1;Wygrana;2026-03-20;4000;Hale;500\n\
         S-2;Nowe zapytanie;2026-03-02;3000;Hale;300\n\
         S-2;Przegrana;2026-03-09;3000;Hale;300\n",
    )]);
    let halls =
        json!({ "inquiries": 2, "won": 1, "cost": 800, "cost_per_inquiry": 400, "cost_per_won": 800, "return": 5 });
    check_group(&costs, Some("Hale"), &halls);
}

#[test]
fn where_no_column_tells_costs_that_is_said() {
    let without = CAMPAIGNS.replace("Koszt kampanii", "Uwagi");
    let costs = costs(&[("szanse.csv", &without)]);
    assert_eq!(costs, json!({ "by": null, "groups": [], "total": null, "reason": "no-costs" }));
}

/// Deals that name their campaigns and no costs.
const DEALS: &str = "\
    Nr;Klient;Etap;Data wpływu;Wartość;Źródło;Kampania;Data zamknięcia\n\
    1;Alfa;Wygrana;2026-03-01;12 000 zł;Google;Hale;2026-03-20\n\
    2;Beta;Przegrana;2026-03-02;8 000 zł;Google;Hale;2026-03-22\n\
    3;Gamma;Oferta wysłana;2026-03-03;9 000 zł;Targi;Targi Hala;\n";

/// Each row of a table of campaigns is a part of the cost; what no deal names cost its money all the same.
#[test]
fn a_table_of_campaigns_tells_their_costs() {
    let table = "Kampania;Miesiąc;Koszt\nHALE;styczeń;1 000 zł\nHale;luty;1 000 zł\nTargi hala;maj;4 500 zł\n\
        Radio;maj;700 zł\nRazem;;7 200 zł\n";
    let report = report(&[("szanse.csv", DEALS), ("kampanie.csv", table)]);
    let costs = &report["measures"]["campaign_cost"];
    check(&costs["by"], &json!("campaign"));
    let halls = json!({ "inquiries": 2, "won": 1, "cost": 2_000, "cost_per_inquiry": 1_000, "return": 6 });
    check_group(costs, Some("Hale"), &halls);
    check_group(costs, Some("Targi Hala"), &json!({ "inquiries": 1, "cost": 4_500 }));
    let radio = json!({
        "inquiries": 0, "cost": 700, "cost_per_inquiry": null, "return": 0,
        "reasons": { "cost_per_inquiry": "no-deals", "cost_per_won": "no-wins" },
    });
    check_group(costs, Some("Radio"), &radio);
    check(&costs["total"]["cost"], &json!(7_200));
    let said = report["diagnostics"].as_array().expect("remarks").iter().find(|remark| remark["code"] == "costs-read");
    assert!(said.is_some_and(|remark| remark["at"].to_string().contains("kampanie.csv")), "{said:?}");
}

/// Zoho's export of campaigns has a budget and what was really spent; the rows of deals come after it.
#[test]
fn an_export_of_campaigns_beside_deals_comes_before_their_rows() {
    let deals = "Deal Name,Stage,Created Time,Amount,Campaign Source,Campaign cost\n\
        One,Closed Won,2026-03-01,9000,Spring,10\nTwo,Proposal,2026-03-02,4000,Spring,10\n\
        Three,Proposal,2026-03-02,4000,Fair,50\n";
    let export = "CAMPAIGNID,Campaign Name,Type,Status,Start Date,End Date,Expected Revenue,Budgeted Cost,Actual Cost\n\
        11,Spring,Email,Active,2026-02-01,2026-05-01,$90.00K,$5.00K,$4.50K\n\
        12,Autumn,Email,Planning,2026-09-01,2026-10-01,$90.00K,$5.00K,\n";
    let costs = costs(&[("Deals.csv", deals), ("Campaigns.csv", export)]);
    check_group(
        &costs,
        Some("Spring"),
        &json!({ "cost": 4_500, "cost_per_won": 4_500, "return": 2, "currency": "USD" }),
    );
    check_group(&costs, Some("Fair"), &json!({ "cost": 50 }));
}

/// A later copy of the same table takes the place of the earlier; it is not added.
#[test]
fn copies_of_a_table_of_campaigns_are_not_added() {
    let (first, second) = ("Kampania;Koszt\nHale;1000\nTargi Hala;300\n", "Kampania;Koszt\nHale;1200\n");
    let costs = costs(&[("szanse.csv", DEALS), ("k_2026-05-01.csv", first), ("k_2026-06-01.csv", second)]);
    check_group(&costs, Some("Hale"), &json!({ "cost": 1_200 }));
    check_group(&costs, Some("Targi Hala"), &json!({ "cost": 300 }));
}

/// A table whose names no deal has is about something else.
#[test]
fn a_table_of_other_names_tells_nothing() {
    let costs = costs(&[("szanse.csv", DEALS), ("inne.csv", "Kampania;Koszt\nZima;1000\nLato;1200\n")]);
    assert_eq!(costs["reason"], json!("no-costs"));
}
