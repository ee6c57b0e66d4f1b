//! The catalogues of all languages: the same keys with the same places to fill, and none that nobody uses.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use fluent_bundle::FluentResource;
use lejek::diagnostic::Code;
use lejek::i18n::Language;
use lejek::measure::Unmeasured;

type Places = BTreeMap<String, BTreeSet<String>>;

#[test]
fn every_language_has_the_same_keys_with_the_same_places() {
    let (pl, en) = (places("pl"), places("en"));
    let only = |a: &Places, b: &Places| a.keys().filter(|key| !b.contains_key(*key)).cloned().collect::<Vec<_>>();
    assert_eq!(only(&pl, &en), Vec::<String>::new(), "only in Polish");
    assert_eq!(only(&en, &pl), Vec::<String>::new(), "only in English");
    for (key, words) in &pl {
        assert_eq!(words, &en[key], "`{key}` fills other places in Polish than in English");
    }
}

#[test]
fn every_code_has_a_sentence() {
    for language in ["pl", "en"] {
        let places = places(language);
        for code in Code::ALL {
            assert!(places.contains_key(code.name()), "no sentence for `{}` in {language}", code.name());
        }
    }
}

#[test]
fn counts_choose_between_one_and_many() {
    for (file, text) in ["pl", "en"].into_iter().flat_map(files) {
        for (start, _) in text.match_indices("$count ->") {
            let forms = &text[start..];
            let forms = &forms[..forms.find("*[other]").unwrap_or(0)];
            assert!(
                forms.contains("[one]") || forms.contains("[0]"),
                "{file}: a count without its singular: {}",
                &text[start..start + 60]
            );
        }
    }
}

#[test]
fn no_sentence_is_unused() {
    let mut sources = String::new();
    gather(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")), "rs", &mut |_, text| sources.push_str(&text));
    let codes: BTreeSet<&str> = Code::ALL.iter().map(|code| code.name()).collect();
    for key in places("pl").keys() {
        let id = key.split('.').next().expect("a key has a first part");
        let used = codes.contains(id)
            || sources.contains(&format!("\"{id}\""))
            || sources.contains(&format!("\"{key}\""))
            || {
                // Keys put together from a fixed beginning and a name: `format!("rule-{name}")`.
                id.match_indices('-').any(|(dash, _)| sources.contains(&format!("\"{}{{", &id[..=dash])))
            };
        assert!(used, "nobody uses `{key}`");
    }
}

/// The table of docs/measures.md, row by row: what the report calls a measure and how it explains it in both languages.
#[test]
fn what_measures_mean_is_what_the_documentation_says() {
    let docs = include_str!("../docs/measures.md");
    let rows = docs.lines().skip_while(|line| !line.starts_with("| measure | English | polski |")).skip(2);
    let rows: Vec<Vec<String>> = rows
        .take_while(|line| line.starts_with('|'))
        .map(|line| line.trim_matches('|').split(" | ").map(|cell| cell.trim().replace('`', "")).collect())
        .collect();
    assert!(rows.len() > 30, "{} rows", rows.len());
    let meant = |language: Language, key: &str| language.text(&format!("{key}.note"));
    let keys: Vec<String> =
        places("en").into_keys().filter(|key| key.starts_with("term-") && !key.contains('.')).collect();
    assert_eq!(keys.len(), rows.len(), "the glossary has another number of measures");
    for row in rows {
        let key = keys.iter().find(|key| Language::En.text(key) == row[0]);
        let key = key.unwrap_or_else(|| panic!("the glossary has no “{}”", row[0]));
        assert_eq!(meant(Language::En, key), row[1], "{key}");
        assert_eq!(meant(Language::Pl, key), row[2], "{key}");
    }
}

/// The tables of docs/measures.md, which `tests/reasons.rs` holds to report.json: every reason why a figure is not given
/// has its sentence in both languages.
#[test]
fn every_reason_of_a_null_has_a_sentence() {
    let docs = include_str!("../docs/measures.md");
    let rows = docs.lines().skip_while(|line| !line.starts_with("| `reason` |")).skip(2);
    let cells = rows.take_while(|line| line.starts_with('|')).filter_map(|line| line.split('|').nth(1));
    let reasons: BTreeSet<&str> = cells.flat_map(|cell| cell.split('`').skip(1).step_by(2)).collect();
    assert!(reasons.len() >= 20, "{reasons:?}");
    let of_measures: BTreeSet<&str> = Unmeasured::ALL.iter().map(|why| why.name()).collect();
    // What a cohort's cell lacks is said by the sheet of the funnel in its own words.
    let of_cohorts = BTreeMap::from([("too-early", "cohorts-too-early"), ("wins-undated", "cohorts-undated")]);
    let documented: BTreeSet<&str> = of_measures.iter().chain(of_cohorts.keys()).copied().collect();
    assert_eq!(reasons, documented, "the documentation explains other reasons than there are");
    for language in ["pl", "en"] {
        let places = places(language);
        let own =
            |reason: &&str| of_cohorts.get(*reason).map_or_else(|| format!("reason-{reason}"), ToString::to_string);
        for key in reasons.iter().map(own) {
            assert!(places.contains_key(&key), "no sentence for `{key}` in {language}");
        }
    }
}

/// Key (`id` or `id.attribute`) to the variables in its pattern.
fn places(language: &str) -> Places {
    let mut places = Places::new();
    for (file, text) in files(language) {
        let resource = FluentResource::try_new(text).unwrap_or_else(|(_, errors)| panic!("{file}: {errors:?}"));
        for entry in resource.entries() {
            let fluent_syntax::ast::Entry::Message(message) = entry else { continue };
            let mut add = |key: String, pattern: &fluent_syntax::ast::Pattern<&str>| {
                assert!(
                    places.insert(key.clone(), variables(&format!("{pattern:?}"))).is_none(),
                    "`{key}` stands twice"
                );
            };
            if let Some(pattern) = &message.value {
                add(message.id.name.to_owned(), pattern);
            }
            for attribute in &message.attributes {
                add(format!("{}.{}", message.id.name, attribute.id.name), &attribute.value);
            }
        }
    }
    places
}

/// Names of the variables in the debug form of a pattern: `VariableReference { id: Identifier { name: "count" } }`.
fn variables(pattern: &str) -> BTreeSet<String> {
    let marker = "VariableReference { id: Identifier { name: \"";
    pattern
        .match_indices(marker)
        .map(|(start, _)| pattern[start + marker.len()..].chars().take_while(|letter| *letter != '"').collect())
        .collect()
}

fn files(language: &str) -> Vec<(String, String)> {
    let mut files = Vec::new();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/i18n").join(language);
    gather(&folder, "ftl", &mut |path, text| files.push((path.display().to_string(), text)));
    files
}

fn gather(folder: &Path, ending: &str, take: &mut dyn FnMut(&Path, String)) {
    let mut paths: Vec<_> =
        std::fs::read_dir(folder).expect("the folder is there").map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            gather(&path, ending, take);
        } else if path.extension().is_some_and(|found| found == ending) {
            take(&path, std::fs::read_to_string(&path).expect("text"));
        }
    }
}
