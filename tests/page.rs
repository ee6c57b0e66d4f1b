//! The web page: whole in itself, safe whatever the sheets say, with the figures of report.json.

#[path = "support/measured.rs"]
mod measured;
mod support;

use std::fmt::Write;

use lejek::i18n::{Language, format};
use lejek::report::chart::pictures;
use lejek::report::json::json;
use lejek::report::page::page;
use measured::Measured;
use serde_json::Value;
use support::events;

const AS_OF: &str = "2025-06-30";

/// The page in a language, and report.json. Sellers, sources and deals have names that a page must not obey.
fn made(language: Language) -> (String, Value) {
    let mut text = "deal_id,stage,entered_at,value,owner,source\n".to_owned();
    for number in 0..40 {
        let day = 1 + number % 28;
        let (owner, source) = (NAMES[number % NAMES.len()], NAMES[(number / 5) % NAMES.len()]);
        let (owner, source) = (owner.replace('"', "\"\""), source.replace('"', "\"\""));
        let steps = [("new", "05"), ("contact", "05"), ("offer", "06")];
        for (stage, month) in &steps[..=(number % 3)] {
            writeln!(text, "D{number:02},{stage},2025-{month}-{day:02},1500,\"{owner}\",\"{source}\"")
                .expect("it grows");
        }
    }
    let (mut book, settings) = (events::book(&text, AS_OF), events::settings(AS_OF));
    for (deal, name) in book.deals.iter_mut().zip(NAMES.iter().cycle()) {
        (deal.name, deal.phone) = (Some((*name).to_owned()), Some("+48 600 100 200".to_owned()));
    }
    let measured = Measured::of(book, settings);
    let report = measured.report(language);
    let page = String::from_utf8(page(&report, &pictures(&report))).expect("the page is UTF-8");
    (page, serde_json::from_slice(&json(&report)).expect("it is JSON"))
}

const NAMES: [&str; 5] = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "O'Neil & \"Synowie\" </svg></style>",
    "שלום \u{202e}evil\u{7} 🚀",
    "Żółć",
];

#[test]
fn nothing_from_the_sheets_becomes_markup() {
    for language in Language::ALL {
        let (page, _) = made(language);
        for bad in ["<script", "<img", "onerror=alert(1)>", "</svg></style>", "\u{7}"] {
            assert!(!page.contains(bad), "{bad}");
        }
        assert!(page.contains("<bdi>&lt;script&gt;alert(1)&lt;/script&gt;</bdi>"));
        assert!(page.contains("O'Neil &amp; &quot;Synowie&quot; &lt;/svg&gt;&lt;/style&gt;"));
        assert!(page.contains("<bdi>שלום \u{202e}evil\u{fffd} 🚀</bdi>"));
    }
}

#[test]
fn the_page_needs_nothing_beside_itself() {
    let (page, _) = made(Language::Pl);
    assert!(page.starts_with("<!DOCTYPE html><html lang=\"pl\">"));
    assert!(page.contains("default-src 'none'"));
    for part in ["<link", " src=\"", "url(", "@import", "href=\"http"] {
        assert!(!page.contains(part), "{part}");
    }
    assert!(page.matches("<svg ").count() >= 5, "the pictures are on it");
    let ids: Vec<&str> = page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let mut once = ids.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), ids.len(), "letters of one picture are not those of another");
}

#[test]
fn figures_are_those_of_report_json() {
    let (page, report) = made(Language::En);
    let number = |pointer: &str| report.pointer(pointer).and_then(Value::as_u64).unwrap_or_else(|| panic!("{pointer}"));
    assert!(page.contains(&format!("<b>{}</b>", number("/totals/deals"))));
    assert!(page.contains(&format!("<b>{}</b>", number("/totals/won"))));
    let open = report["totals"]["open_value"]["PLN"].as_f64().expect("an amount");
    let open = format::sum_short(open, lejek::model::Currency::PLN, Language::En);
    assert!(page.contains(&format!("<b>{open}</b>")), "{open}");
    for stage in report["measures"]["funnel"]["stages"].as_array().expect("stages") {
        assert!(page.contains(&format!("<td class=\"n\">{}</td>", stage["reached"])), "{stage}");
    }
    for rule in ["no-contact", "no-follow-up", "stalled"] {
        for owner in NAMES {
            let of_rule = |finding: &&Value| {
                let deal = finding["deal"].as_u64().expect("a place") as usize;
                finding["rule"] == rule && report["deals"][deal]["owner"] == owner
            };
            let count = report["findings"].as_array().expect("findings").iter().filter(of_rule).count();
            assert!(count == 0 || page.contains(&format!("<td class=\"n\">{count}</td>")), "{rule} {owner} {count}");
        }
    }
}
