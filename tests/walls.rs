//! The walls of the house, held by reading the sources: who may use whom, how long a file may be.

use std::path::{Path, PathBuf};

/// Which modules of the crate each step may use. Steps that stand in no row may use everything.
const MAY_USE: &[(&str, &[&str])] = &[
    ("locus", &[]),
    ("diagnostic", &["locus"]),
    ("error", &["diagnostic"]),
    ("model", &["locus", "model"]),
    ("i18n", &["diagnostic", "model", "i18n"]),
    ("suggest", &[]),
    ("once", &[]),
    ("template", &["diagnostic", "error", "model", "suggest", "template"]),
    ("settings", &["model", "template"]),
    ("read", &["diagnostic", "error", "locus", "once", "read"]),
    ("recognise", &["diagnostic", "locus", "i18n", "model", "once", "template", "read", "recognise"]),
    ("history", &["diagnostic", "error", "locus", "i18n", "model", "template", "settings", "recognise", "history"]),
    ("memory", &["diagnostic", "model", "once", "read", "memory"]),
    ("calendar", &["template", "calendar"]),
    ("measure", &["model", "template", "settings", "calendar", "measure"]),
    ("report", &["diagnostic", "locus", "i18n", "model", "settings", "template", "measure", "report"]),
    ("output", &["diagnostic"]),
    ("cli", &["i18n"]),
];

/// Crates, and standard modules, that are named in these places alone.
const NAMED_ONLY_IN: &[(&str, &[&str])] = &[
    ("calamine", &["read/"]),
    ("zip", &["read/"]),
    ("quick_xml", &["read/"]),
    ("html5gum", &["read/web_page"]),
    ("csv", &["read/"]),
    ("encoding_rs", &["read/"]),
    ("chardetng", &["read/"]),
    ("postcard", &["read/"]),
    ("rlimit", &["read/"]),
    ("sha2", &["read/"]),
    ("rust_xlsxwriter", &["report/workbook"]),
    ("plotters", &["report/chart"]),
    ("plotters_backend", &["report/chart"]),
    ("tiny_skia", &["report/chart"]),
    ("ttf_parser", &["report/chart"]),
    ("png", &["report/chart"]),
    ("maud", &["report/page"]),
    ("serde_json", &["report/json", "memory/cells.rs"]),
    ("rusqlite", &["memory"]),
    ("statrs", &["measure/stats/"]),
    ("toml", &["template"]),
    ("strsim", &["suggest.rs", "recognise/"]),
    ("clap", &["cli.rs", "command.rs"]),
    ("anstream", &["command.rs", "report/terminal.rs"]),
    ("anstyle", &["report/terminal"]),
    ("unicode_width", &["report/terminal"]),
    ("fluent_bundle", &["i18n.rs"]),
    ("tempfile", &["output.rs", "read", "memory/tests.rs"]),
];

const LONGEST_FILE: usize = 700;

#[test]
fn each_step_uses_only_what_stands_above_it() {
    for (path, text) in sources() {
        let name = relative(&path);
        let step = name.split(['/', '.']).next().expect("a path has a first part").to_owned();
        let Some((_, allowed)) = MAY_USE.iter().find(|(owner, _)| *owner == step) else { continue };
        for used in modules_used(&without_tests(&text)) {
            assert!(allowed.contains(&used.as_str()), "{name} uses crate::{used}, which is behind a wall");
        }
    }
}

#[test]
fn each_dependency_is_named_in_one_place() {
    for (path, text) in sources() {
        let name = relative(&path);
        let text = without_tests(&text);
        for (dependency, places) in NAMED_ONLY_IN {
            let named = code_lines(&text).any(|line| {
                line.match_indices(&format!("{dependency}::")).any(|(at, _)| {
                    !line[..at].ends_with(|before: char| before.is_alphanumeric() || before == '_' || before == ':')
                })
            });
            let allowed = places.iter().any(|place| name.starts_with(place));
            assert!(!named || allowed, "{name} names {dependency}");
        }
    }
}

#[test]
fn files_are_opened_only_where_the_walls_allow_it() {
    for (path, text) in sources() {
        let name = relative(&path);
        let allowed = ["read", "template", "output.rs", "memory/place.rs", "memory/tests.rs"]
            .iter()
            .any(|place| name.starts_with(place));
        let opens = code_lines(&without_tests(&text)).any(|line| line.contains("fs::") || line.contains("File::open"));
        assert!(allowed || !opens, "{name} opens files");
    }
}

#[test]
fn no_file_is_too_long() {
    for (path, text) in sources() {
        let lines = text.lines().count();
        assert!(lines <= LONGEST_FILE, "{} has {lines} lines", relative(&path));
    }
}

#[test]
fn every_file_says_at_its_top_what_it_is() {
    for (path, text) in sources() {
        assert!(text.starts_with("//! "), "{} does not begin with what it turns into what", relative(&path));
    }
}

/// Modules of the crate that a text names as `crate::…`.
fn modules_used(text: &str) -> Vec<String> {
    let mut used = Vec::new();
    for line in code_lines(text) {
        for (at, _) in line.match_indices("crate::") {
            let rest = &line[at + "crate::".len()..];
            let names: Vec<&str> = match rest.strip_prefix('{') {
                Some(list) => list.split(['}', ',']).collect(),
                None => vec![rest],
            };
            used.extend(names.into_iter().map(|name| {
                name.trim().chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect::<String>()
            }));
        }
    }
    used.retain(|name| name.starts_with(char::is_lowercase));
    used
}

/// The text before its tests: they may use what they need.
fn without_tests(text: &str) -> String {
    text.split("#[cfg(test)]").next().unwrap_or_default().to_owned()
}

fn code_lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| !line.trim_start().starts_with("//"))
}

fn relative(path: &Path) -> String {
    path.strip_prefix(source_folder()).expect("under src").to_string_lossy().replace('\\', "/")
}

fn source_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn sources() -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![source_folder()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let text = std::fs::read_to_string(&path).expect("text");
                found.push((path, text));
            }
        }
    }
    assert!(found.len() > 20, "the sources are where they were");
    found
}
