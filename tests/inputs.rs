//! What can be named as an input: standard input, folders, the same file twice. The program is run as a user
//! runs it, and asked what it read and what it left out.

use std::fs;
use std::path::Path;
use std::process::Output;

use assert_cmd::Command;
use serde_json::Value;

const DEALS: &str = "Klient;Etap;Data zapytania;Handlowiec\nAlfa;Oferta;2026-11-02;Ola\nBeta;Wygrana;2026-11-03;Jan\n";
const MORE: &str = "Klient;Etap;Data zapytania;Handlowiec\nGamma;Oferta;2026-11-04;Ola\nDelta;Nowe;2026-11-05;Jan\n";

/// A folder with these files, in which the program runs.
struct Place(tempfile::TempDir);

impl Place {
    fn with(files: &[(&str, &[u8])]) -> Self {
        let place = Self(tempfile::tempdir().expect("a folder"));
        for (name, content) in files {
            place.put(name, content);
        }
        place
    }

    #[expect(clippy::disallowed_methods, reason = "a test makes its inputs")]
    fn put(&self, name: &str, content: &[u8]) {
        let path = self.path().join(name);
        fs::create_dir_all(path.parent().expect("a file is in a folder")).expect("made");
        fs::write(path, content).expect("written");
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    /// A run of `lejek report` with these inputs, and this on standard input.
    fn report(&self, inputs: &[&str], standard_input: &[u8]) -> Output {
        Command::cargo_bin("lejek")
            .expect("built")
            .args([&["report", "--json", "--lang", "en"], inputs].concat())
            .current_dir(self.path())
            .env("LEJEK_LANG", "en")
            .write_stdin(standard_input)
            .output()
            .expect("ran")
    }

    /// What a run that ends well has read, and what it has to say about its inputs.
    #[track_caller]
    fn read(&self, inputs: &[&str], standard_input: &[u8]) -> (Vec<String>, Vec<String>, Value) {
        let output = self.report(inputs, standard_input);
        assert_eq!(output.status.code(), Some(0), "{}", err(&output));
        let json: Value = serde_json::from_slice(&output.stdout).expect("JSON");
        let texts = |key: &str, of: &dyn Fn(&Value) -> String| {
            json[key].as_array().expect("a list").iter().map(of).collect::<Vec<_>>()
        };
        let files = texts("inputs", &|input| input["file"].as_str().expect("a name").to_owned());
        let mut said = texts("diagnostics", &|said| format!("{}: {}", said["code"], said["sentence"]).replace('"', ""));
        said.retain(|said| ["file", "other", "own"].iter().any(|beginning| said.starts_with(beginning)));
        (files, said, json)
    }

    /// A run that must be refused with one message under this code that says this.
    #[track_caller]
    fn refused(&self, inputs: &[&str], standard_input: &[u8], code: &str, says: &str) {
        let output = self.report(inputs, standard_input);
        let message = err(&output);
        assert_eq!(output.status.code(), Some(2), "{message}");
        assert_eq!(message.matches("error[").count(), 1, "one message: {message}");
        assert!(message.contains(&format!("error[{code}]")) && message.contains(says), "{message}");
        assert!(message.contains("\n  = "), "what to do: {message}");
        assert_eq!(output.stdout, b"");
    }
}

fn err(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn sample(name: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("samples").join(name)).expect("there")
}

#[test]
fn standard_input_is_read_whatever_its_format() {
    for (bytes, format) in [(DEALS.as_bytes().to_vec(), "csv"), (sample("english_current_stage.xlsx"), "xlsx")] {
        let (files, _, json) = Place::with(&[]).read(&["-", "--as-of", "2026-11-20"], &bytes);
        assert_eq!(files, ["-"]);
        assert_eq!(json["inputs"][0]["format"], format);
    }
}

#[test]
fn standard_input_stands_beside_files() {
    let place = Place::with(&[("szanse 2026-11-20.csv", DEALS.as_bytes())]);
    let (files, _, json) = place.read(&["szanse 2026-11-20.csv", "-"], MORE.as_bytes());
    assert_eq!(files, ["szanse 2026-11-20.csv", "-"]);
    assert_eq!(json["totals"]["deals"], 4);
    assert!(json["as_of"].as_str().expect("a day").starts_with("2026-11-20"), "a copy's name is nobody's date");
}

#[test]
fn standard_input_without_anything_on_it_or_named_twice_is_refused() {
    let place = Place::with(&[]);
    place.refused(&["-"], b"", "standard-input-empty", "nothing came");
    place.refused(&["-"], b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "not-a-spreadsheet", "“-” is not a spreadsheet");
    let output = place.report(&["-", "-", "--as-of", "2026-11-20"], DEALS.as_bytes());
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains("error[standard-input-twice]"), "{}", err(&output));
}

#[test]
fn a_folder_is_read_in_the_order_of_its_paths() {
    let place = Place::with(&[
        ("zespół/b/szanse.csv", MORE.as_bytes()),
        ("zespół/a/szanse.csv", DEALS.as_bytes()),
        ("zespół/a/~$szanse.csv", b"Ola"),
        ("zespół/.~lock.szanse.csv#", b"Ola"),
        ("zespół/.stare/szanse.csv", DEALS.as_bytes()),
        ("zespół/czytaj to.txt", b"nic"),
        ("zespół/logo.png", b"nic"),
    ]);
    let (files, said, json) = place.read(&["zespół", "--as-of", "2026-11-20"], b"");
    assert_eq!(files, ["a/szanse.csv", "b/szanse.csv"]);
    assert_eq!(json["totals"]["deals"], 4);
    assert_eq!(
        said,
        [
            "files-left-out: left out of the folder: .~lock.szanse.csv#, a/~$szanse.csv (marks beside open files)",
            "files-left-out: left out of the folder: .stare (hidden)",
            "other-files-left-out: 2 other files were left out: their endings are not those of sheets",
        ]
    );
}

#[test]
fn names_that_two_folders_share_are_told_apart() {
    let place = Place::with(&[("a/szanse.csv", DEALS.as_bytes()), ("b/szanse.csv", MORE.as_bytes())]);
    assert_eq!(place.read(&["a", "b", "--as-of", "2026-11-20"], b"").0, ["a/szanse.csv", "b/szanse.csv"]);
}

#[test]
fn a_file_that_is_named_twice_is_read_once() {
    let place = Place::with(&[("a/szanse.csv", DEALS.as_bytes())]);
    let (files, said, json) = place.read(&["a/szanse.csv", "a", "--as-of", "2026-11-20"], b"");
    assert_eq!((files, json["totals"]["deals"].as_u64()), (vec!["szanse.csv".to_owned()], Some(2)));
    assert_eq!(said, ["file-named-twice: “szanse.csv” stands twice among the inputs; it was read once"]);
}

#[test]
fn a_report_in_the_folder_is_not_read_again() {
    let place = Place::with(&[("szanse.csv", DEALS.as_bytes())]);
    let arguments = [".", "-o", "wyniki", "--as-of", "2026-11-20"];
    let (_, _, first) = place.read(&arguments, b"");
    let (files, said, second) = place.read(&arguments, b"");
    assert_eq!(files, ["szanse.csv"]);
    assert_eq!(first["totals"], second["totals"]);
    assert_eq!(
        said,
        [
            "other-files-left-out: 3 other files were left out: their endings are not those of sheets",
            "files-left-out: left out of the folder: wyniki/report.xlsx (lejek's own reports)",
        ]
    );
    place.refused(&["wyniki/report.xlsx"], b"", "own-report", "a report that lejek wrote");
    place.refused(&["wyniki"], b"", "folder-without-sheets", "the folder “wyniki” holds no sheet");
}

#[test]
fn a_sheet_in_the_folder_is_never_overwritten() {
    let place = Place::with(&[("report.xlsx", &sample("english_current_stage.xlsx"))]);
    place.refused(&[".", "-o", ".", "--as-of", "2026-11-20"], b"", "output-is-input", "report.xlsx");
}

#[test]
fn a_folder_without_sheets_is_refused() {
    let place = Place::with(&[("pusty/czytaj.md", b"nic")]);
    place.refused(&["pusty"], b"", "folder-without-sheets", "the folder “pusty” holds no sheet");
    let (files, ..) = Place::with(&[("a.csv", DEALS.as_bytes())]).read(&[".", "--as-of", "2026-11-20"], b"");
    assert_eq!(files, ["a.csv"]);
}

#[test]
fn a_sheet_of_the_folder_that_cannot_be_read_is_said() {
    let place = Place::with(&[("a.csv", DEALS.as_bytes()), ("b.xlsx", b"PK\x03\x04cut")]);
    let output = place.report(&[".", "--as-of", "2026-11-20"], b"");
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains("error[file-damaged]: the file “b.xlsx” is damaged"), "{}", err(&output));
    assert!(place.path().join("lejek-report/report.xlsx").is_file(), "the report of the rest is there");
}

/// Links would lead out of the folder, or round in a circle.
#[cfg(unix)]
#[test]
fn links_to_folders_are_not_followed() {
    let place = Place::with(&[("a/szanse.csv", DEALS.as_bytes()), ("inny/szanse.csv", MORE.as_bytes())]);
    for (target, link) in [("a", "a/koło"), ("inny", "a/inny")] {
        std::os::unix::fs::symlink(place.path().join(target), place.path().join(link)).expect("linked");
    }
    let (files, said, _) = place.read(&["a", "--as-of", "2026-11-20"], b"");
    assert_eq!(files, ["szanse.csv"]);
    assert_eq!(said, ["files-left-out: left out of the folder: inny, koło (links to folders)"]);
}
