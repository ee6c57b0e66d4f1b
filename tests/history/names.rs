//! Spellings of owners, sources and campaigns.

use lejek::diagnostic::{Code, Warned};
use lejek::model::{Book, Deal};
use lejek::recognise::Layout;

use crate::tables::{book, settings, sheet};

/// A deal for each of these cells.
fn of(field: &str, cells: &[&str], given: &[(&str, &[&str])]) -> Warned<Book> {
    let rows = cells.iter().enumerate().map(|(number, cell)| format!("{number} | 2026-05-01 | {cell}\n"));
    let text = format!("id | inquiry | {field}\n{}", rows.collect::<String>());
    let mut settings = settings("universal", "2026-06-30");
    let given: Vec<(String, Vec<String>)> = given
        .iter()
        .map(|(name, others)| ((*name).to_owned(), others.iter().map(|other| (*other).to_owned()).collect()))
        .collect();
    settings.template.owners.clone_from(&given);
    settings.template.sources = given;
    book(&[sheet("deals", Layout::CurrentStage, &text)], &settings)
}

#[track_caller]
fn check(field: &str, cells: &[&str], given: &[(&str, &[&str])], names: &[&str], remarks: &[&str]) {
    let book = of(field, cells, given);
    let cell = |deal: &Deal| match field {
        "owner" => deal.owner.clone(),
        "source" => deal.source.clone(),
        _ => deal.campaign.clone(),
    };
    let found: Vec<String> = book.output.deals.iter().filter_map(cell).collect();
    assert_eq!(found, names);
    let codes = [Code::OwnersMerged, Code::SourcesMerged, Code::CampaignsMerged];
    let said: Vec<String> = book
        .warnings
        .iter()
        .filter(|warning| codes.contains(&warning.code))
        .map(|warning| format!("{:?} = {:?}", warning.words[0].1, warning.words[1].1).replace("Text", ""))
        .collect();
    assert_eq!(said, remarks);
}

#[test]
fn owners_in_variants_are_one_owner() {
    check(
        "owner",
        &["Łukasz Wójcik", "WÓJCIK ŁUKASZ", "Lukasz Wojcik", "Łukasz Wójcik", "Łukasz  Wójcik."],
        &[],
        &["Łukasz Wójcik"; 5],
        &["(\"Łukasz Wójcik\") = (\"Lukasz Wojcik (1), WÓJCIK ŁUKASZ (1), Łukasz Wójcik. (1)\")"],
    );
}

#[test]
fn the_most_frequent_spelling_is_shown_then_the_best() {
    check(
        "owner",
        &["anna nowak", "Anna Nowak", "anna nowak"],
        &[],
        &["anna nowak"; 3],
        &["(\"anna nowak\") = (\"Anna Nowak (1)\")"],
    );
    check(
        "owner",
        &["ANNA ŻAK", "anna zak", "Anna Żak"],
        &[],
        &["Anna Żak"; 3],
        &["(\"Anna Żak\") = (\"ANNA ŻAK (1), anna zak (1)\")"],
    );
}

#[test]
fn two_people_are_never_one() {
    let cells = ["Anna Nowak", "Anna Nowacka", "Jan Maria Nowak", "Maria Jan Nowak", "Anna", "Nowak"];
    check("owner", &cells, &[], &cells, &[]);
    let cells = ["Anna Nowak", "Adam Nowak", "A. Nowak"];
    check("owner", &cells, &[], &cells, &[]);
}

#[test]
fn an_initial_is_the_only_full_name_that_fits() {
    check(
        "owner",
        &["A. Nowak", "A. Nowak", "Anna Nowak", "Jan Kowal"],
        &[],
        &["Anna Nowak", "Anna Nowak", "Anna Nowak", "Jan Kowal"],
        &["(\"Anna Nowak\") = (\"A. Nowak (2)\")"],
    );
}

#[test]
fn the_template_knows_better() {
    check(
        "owner",
        &["Ania", "Anna Nowak", "A. Nowak"],
        &[("Anna Nowak-Kot", &["Ania", "anna nowak"])],
        &["Anna Nowak-Kot", "Anna Nowak-Kot", "Anna Nowak-Kot"],
        &["(\"Anna Nowak-Kot\") = (\"A. Nowak (1), Ania (1), Anna Nowak (1)\")"],
    );
    // Told apart by name: an initial is not joined to another.
    check(
        "owner",
        &["A. Nowak", "Anna Nowak"],
        &[("Adam Nowak", &["A. Nowak"])],
        &["Adam Nowak", "Anna Nowak"],
        &["(\"Adam Nowak\") = (\"A. Nowak (1)\")"],
    );
}

#[test]
fn sources_and_campaigns_differ_by_more_than_case() {
    let cells = ["Google", "google", "GOOGLE", "Google Ads", "google-ads", "Google", "google ads"];
    let names = ["Google", "Google", "Google", "Google Ads", "Google Ads", "Google", "Google Ads"];
    check(
        "source",
        &cells,
        &[],
        &names,
        &["(\"Google\") = (\"GOOGLE (1), google (1)\")", "(\"Google Ads\") = (\"google ads (1), google-ads (1)\")"],
    );
    check(
        "campaign",
        &["Wiosna 2026", "wiosna 2026", "Wiosna 2026"],
        &[],
        &["Wiosna 2026"; 3],
        &["(\"Wiosna 2026\") = (\"wiosna 2026 (1)\")"],
    );
    check("source", &["C", "C++", "ads google"], &[], &["C", "C++", "ads google"], &[]);
    check(
        "source",
        &["FB", "Facebook"],
        &[("Facebook", &["FB"])],
        &["Facebook", "Facebook"],
        &["(\"Facebook\") = (\"FB (1)\")"],
    );
}
