//! Exports of CRMs, each in the shape in which the CRM writes it, with the figures that a careful human works out. What
//! a case is says `tests/recognition/README.md`.

#[path = "../examples/recognition_score/judge/mod.rs"]
mod judge;

use std::path::Path;
use std::process::Command;

use judge::Score;
use serde_json::{Value, json};

#[test]
fn every_export_gives_its_figures() {
    let verdicts = judge::judge_all(Path::new(env!("CARGO_BIN_EXE_lejek")), "tests/fixtures/exports");
    let score = Score::of(&verdicts);
    assert!(score.failures.is_empty(), "{:#?}\n{score}", score.failures);
}

/// What `lejek inspect --json` says of the template for an export, with further arguments.
fn template_of(export: &str, arguments: &[&str]) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/exports").join(export);
    let mut lejek = Command::new(env!("CARGO_BIN_EXE_lejek"));
    lejek.args(["inspect", "--json", "--lang", "en", "--as-of", "2026-11-20"]).arg(path).args(arguments);
    let said = lejek.output().expect("the program runs");
    let inspection: Value = serde_json::from_slice(&said.stdout).expect("JSON");
    json!({
        "name": inspection["template"]["name"],
        "why": inspection["template"]["why"],
        "said": inspection["diagnostics"].as_array().expect("remarks").iter().any(|remark| remark["code"] == "template-picked"),
    })
}

#[test]
fn the_template_is_picked_by_headers_and_said_so_and_the_user_has_the_last_word() {
    for (export, name) in [
        ("hubspot_deals.csv", "hubspot"),
        ("pipedrive_pl.csv", "pipedrive"),
        ("salesforce_api.csv", "salesforce"),
        ("odoo_pl.csv", "odoo"),
        ("zoho_deals.csv", "zoho"),
        ("livespace.csv", "livespace"),
    ] {
        let why = format!("“{export}” has the headers of its exports");
        assert_eq!(template_of(export, &[]), json!({ "name": name, "why": why, "said": true }), "{export}");
        let asked = template_of(export, &["--template", "universal"]);
        assert_eq!(asked, json!({ "name": "universal", "why": "asked for", "said": false }), "{export}");
    }
}
