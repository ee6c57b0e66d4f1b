//! The program as a user runs it: what it prints, what it writes, the status it ends with.

mod check;
#[path = "../../examples/recognition_score/judge/drawing.rs"]
mod drawing;
mod edited;
mod inspect;
mod run;
mod shown;

use std::fs;
use std::io::Cursor;
use std::path::PathBuf;

use assert_cmd::Command;
use calamine::{Reader, Xlsx};

use run::{Run, check_refused, err, out, sample};

const POLISH_SAMPLE: &str = "samples/pipeline_2026-11-20.xlsx";

#[test]
fn the_report_is_written_and_summed_up() {
    let run = Run::new(&["report", &sample(POLISH_SAMPLE)]);
    let output = run.go();
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    assert_eq!(
        run.files(),
        [
            "lejek-report/first-contact.png",
            "lejek-report/funnel.png",
            "lejek-report/report.html",
            "lejek-report/report.json",
            "lejek-report/report.xlsx",
            "lejek-report/sellers.png",
            "lejek-report/sources.png",
            "lejek-report/stalled.png",
            "lejek-report/time-in-stage.png",
            "lejek-report/trend.png"
        ]
    );
    let summary = out(&output);
    assert!(summary.starts_with("Lejek sprzedaży, stan na 20.11.2026 · pipeline_2026-11-20.xlsx"), "{summary}");
    assert!(summary.contains("Zapisane w lejek-report: report.xlsx, report.json"), "{summary}");
    assert!(!summary.contains('\u{1b}'), "no colour where no terminal is");
}

#[test]
fn pictures_come_in_the_forms_asked_for() {
    for (forms, expected) in [("svg", (0, 7)), ("png,svg", (7, 7)), ("none", (0, 0))] {
        let run = Run::new(&["report", &sample(POLISH_SAMPLE), "--pictures", forms]);
        assert_eq!(run.go().status.code(), Some(0), "{forms}");
        let count = |ending: &str| run.files().iter().filter(|file| file.ends_with(ending)).count();
        assert_eq!((count(".png"), count(".svg")), expected, "{forms}");
        assert_eq!(count("report.html"), 1, "the page has its pictures inside");
    }
}

#[test]
fn each_seller_gets_a_workbook_with_nothing_of_the_others() {
    const OWNERS: [&str; 3] = ["Anna Nowak", "Łukasz Żak", "Jan/../Kowal:ski"];
    let mut sheet = "Klient;Etap;Data zapytania;Handlowiec\n".to_owned();
    for number in 0..12 {
        sheet.push_str(&format!("Firma {number:02};Nowe zapytanie;2026-10-{:02};{}\n", number + 1, OWNERS[number % 3]));
    }
    let run = Run::new(&["report", "deals.csv", "--as-of", "2026-11-20", "--split-by", "owner", "--pictures", "none"])
        .with_file("deals.csv", sheet.as_bytes());
    let output = run.go();
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    assert!(out(&output).contains("to-do-*.xlsx"), "{}", out(&output));
    let files = run.files();
    let handouts: Vec<&String> = files.iter().filter(|file| file.starts_with("lejek-report/to-do-")).collect();
    assert_eq!(handouts.len(), OWNERS.len(), "{files:?}");
    assert!(files.iter().all(|file| file == "deals.csv" || file.matches('/').count() == 1), "{files:?}");
    for (seller, owner) in OWNERS.iter().enumerate() {
        let letters = |text: &str| text.chars().filter(|letter| letter.is_alphanumeric()).collect::<String>();
        let of_seller = |file: &&&String| letters(file).contains(&letters(owner));
        let file = handouts.iter().find(of_seller).unwrap_or_else(|| panic!("none for {owner}: {handouts:?}"));
        let bytes = fs::read(run.folder.path().join(file)).expect("there");
        let mut workbook = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
        let mut texts = String::new();
        for name in workbook.sheet_names() {
            let range = workbook.worksheet_range(&name).expect("a sheet");
            texts.extend(range.used_cells().map(|(.., cell)| format!("{cell}\n")));
        }
        for number in 0..12 {
            let is_there = texts.contains(&format!("Firma {number:02}"));
            assert_eq!(is_there, number % 3 == seller, "deal {number} in the workbook of {owner}");
        }
        let strangers = OWNERS.iter().filter(|other| *other != owner);
        assert!(strangers.into_iter().all(|other| !texts.contains(other)), "{owner}: {texts}");
    }
}

#[test]
fn what_a_cell_of_the_workbook_cannot_hold_is_a_remark_everywhere() {
    let long = "ą".repeat(32_768);
    let sheet = format!(
        "Klient;Etap;Data zapytania;Powód utraty\nAlfa;Utracone;2026-11-02;{long}\nBeta;Nowe;2026-11-03;\n\
         Gamma;Utracone;2026-11-04;{}\n",
        &long[2..]
    );
    let run = Run::new(&["report", "deals.csv", "--as-of", "2026-11-20"]).with_file("deals.csv", sheet.as_bytes());
    let output = run.go();
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    let read = |name: &str| fs::read(run.folder.path().join("lejek-report").join(name)).expect("there");
    let report: serde_json::Value = serde_json::from_slice(&read("report.json")).expect("JSON");
    let remarks: Vec<_> = report["diagnostics"].as_array().expect("a list").iter().collect();
    let cut: Vec<_> = remarks.iter().filter(|remark| remark["code"] == "text-cut").collect();
    assert_eq!(cut.len(), 1, "a text that just fits is not cut: {remarks:?}");
    assert!(cut[0]["at"].as_str().is_some_and(|at| at.ends_with("!2")), "{}", cut[0]);
    let mut workbook = Xlsx::new(Cursor::new(read("report.xlsx"))).expect("a workbook");
    let quality = workbook.worksheet_range("Jakość danych").expect("the sheet of data quality");
    assert!(quality.used_cells().any(|(.., cell)| *cell == "Skrócone teksty"));
    assert!(out(&output).contains("[text-cut]"), "{}", out(&output));
}

#[test]
fn the_same_run_twice_gives_the_same_bytes() {
    let runs = [1, 2].map(|_| Run::new(&["report", &sample(POLISH_SAMPLE), "--lang", "en", "--quiet"]));
    for run in &runs {
        let output = run.go();
        assert_eq!((output.status.code(), out(&output).as_str()), (Some(0), ""), "{}", err(&output));
    }
    let [first, second] = &runs;
    assert_eq!(first.files(), second.files());
    for name in first.files() {
        let read = |run: &Run| fs::read(run.folder.path().join(&name)).expect("there");
        assert!(read(first) == read(second), "{name} differs between two runs");
    }
}

#[test]
fn json_goes_to_standard_output_when_asked_for() {
    let run = Run::new(&["report", &sample("samples/twelve_deals.csv"), "--as-of", "2025-06-30", "--json"]);
    let output = run.go();
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(json["totals"]["deals"], 12);
    let written = fs::read(run.folder.path().join("lejek-report/report.json")).expect("there");
    assert_eq!(written, output.stdout);
}

#[test]
fn findings_that_were_asked_for_end_with_status_1() {
    let twelve = sample("samples/twelve_deals.csv");
    let status = |more: &[&str]| {
        let arguments = [&["report", twelve.as_str(), "--as-of", "2025-06-30", "--quiet"], more].concat();
        Run::new(&arguments).go().status.code()
    };
    assert_eq!(status(&[]), Some(0));
    assert_eq!(status(&["--fail-on", "stalled"]), Some(1));
    assert_eq!(status(&["--fail-on", "overdue-next-step"]), Some(0));
    assert_eq!(status(&["--fail-on", "any"]), Some(1));
}

#[test]
fn a_rule_that_does_not_exist_is_refused() {
    check_refused(&Run::new(&["report", &sample(POLISH_SAMPLE), "--fail-on", "stale"]), "code-unknown", "“stale”");
}

#[test]
fn strict_makes_warnings_count() {
    let run = Run::new(&["report", &sample(POLISH_SAMPLE), "--strict", "--quiet"]);
    assert_eq!(run.go().status.code(), Some(1), "the sample has dirty cells");
}

#[test]
fn an_input_that_cannot_be_read_is_left_out_and_said_so() {
    let twelve = sample("samples/twelve_deals.csv");
    let run = Run::new(&["report", &twelve, "absent.xlsx", "--as-of", "2025-06-30"]);
    let output = run.go();
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains("error[file-missing]: there is no file “absent.xlsx”"), "{}", err(&output));
    assert!(run.files().contains(&"lejek-report/report.xlsx".to_owned()), "the report of the rest is there");
}

#[test]
fn a_missing_file_is_refused() {
    check_refused(&Run::new(&["report", "absent.xlsx"]), "file-missing", "there is no file “absent.xlsx”");
    let polish = Run::new(&["report", "absent.xlsx"]).in_locale("pl_PL.UTF-8");
    check_refused(&polish, "file-missing", "nie ma pliku „absent.xlsx”");
}

#[test]
fn an_empty_file_is_refused() {
    for name in ["empty.xlsx", "empty.csv"] {
        check_refused(&Run::new(&["report", name]).with_file(name, b""), "file-empty", name);
    }
}

#[test]
fn a_sheet_without_a_table_is_refused() {
    let lists = Run::new(&["report", "lists.csv"]).with_file("lists.csv", b"Town;River\nWarsaw;Vistula\nOpole;Oder\n");
    check_refused(&lists, "no-table-found", "lists.csv");
}

#[test]
fn a_picture_under_a_false_name_is_refused() {
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x02\0\0\0";
    check_refused(&Run::new(&["report", "p.xlsx"]).with_file("p.xlsx", png), "not-a-spreadsheet", "p.xlsx");
}

#[test]
fn a_workbook_behind_a_password_is_refused() {
    check_refused(
        &Run::new(&["report", "secret.xlsx"]).with_file("secret.xlsx", &encrypted_container()),
        "password-protected",
        "secret.xlsx",
    );
}

#[test]
fn a_date_that_is_none_is_refused() {
    let typed = Run::new(&["report", &sample(POLISH_SAMPLE), "--as-of", "friday"]).in_locale("pl_PL.UTF-8");
    check_refused(&typed, "as-of-unreadable", "„friday” nie jest datą");
}

#[test]
fn a_template_that_does_not_exist_is_refused() {
    let run = Run::new(&["report", &sample(POLISH_SAMPLE), "--template", "b2x"]);
    check_refused(&run, "template-missing", "“b2x”");
}

#[test]
fn a_folder_that_cannot_be_written_is_refused() {
    // A file stands where the folder would be made: that fails for every user, root included.
    let run = Run::new(&["report", &sample(POLISH_SAMPLE), "-o", "taken/report"]).with_file("taken", b"mine");
    check_refused(&run, "output-folder-unwritable", "taken");
}

#[test]
fn an_input_is_never_overwritten() {
    let twelve = fs::read(sample("samples/twelve_deals.csv")).expect("there");
    let run = Run::new(&["report", "report.json", "-o", "."]).with_file("report.json", &twelve);
    check_refused(&run, "output-is-input", "report.json");
    assert_eq!(fs::read(run.folder.path().join("report.json")).expect("there"), twelve);
}

#[test]
fn templates_are_listed_and_printed() {
    let listed = out(&Run::new(&["templates"]).go());
    for name in ["universal", "extended", "b2b", "b2c"] {
        assert!(listed.contains(name), "{listed}");
        let printed = out(&Run::new(&["templates", name]).go());
        assert!(printed.contains("[[stage]]") || printed.contains("extends"), "{printed}");
    }
    check_refused(&Run::new(&["templates", "b2x"]), "template-missing", "“b2x”");
}

#[test]
fn a_printed_template_can_be_used_and_gives_the_same_report() {
    let twelve = sample("samples/twelve_deals.csv");
    let printed = Run::new(&["templates", "universal"]).go().stdout;
    let json = |arguments: &[&str]| {
        let run = Run::new(arguments).with_file("mine.toml", &printed);
        let output = run.go();
        assert_eq!(output.status.code(), Some(0), "{}", err(&output));
        let mut report: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
        let template = report["template"].take();
        (template["name"].clone(), report)
    };
    let (_, built_in) = json(&["report", &twelve, "--as-of", "2025-06-30", "--json"]);
    let (name, printed) = json(&["report", &twelve, "--as-of", "2025-06-30", "--json", "--template", "mine.toml"]);
    assert_eq!(name, "mine.toml");
    assert_eq!(built_in, printed);
}

#[test]
fn explain_knows_every_message_and_rule_in_both_languages() {
    let listed = out(&Run::new(&["explain"]).go());
    for line in listed.lines() {
        let name = line.split_whitespace().next().expect("a name");
        let output = Run::new(&["explain", name]).go();
        assert_eq!(output.status.code(), Some(0), "{name}: {}", err(&output));
        assert!(out(&output).lines().count() >= 3, "{name}: two languages");
    }
    check_refused(&Run::new(&["explain", "nonsense"]), "code-unknown", "“nonsense”");
}

#[test]
fn the_language_of_messages_can_be_fixed() {
    let mut command = Command::cargo_bin("lejek").expect("built");
    let output = command.args(["report", "absent.xlsx"]).env("LEJEK_LANG", "pl").env("LANG", "en_GB.UTF-8").output();
    assert!(err(&output.expect("ran")).contains("nie ma pliku"));
}

#[test]
fn the_report_speaks_the_language_of_the_sheet_or_the_one_asked_for() {
    let language = |arguments: &[&str]| {
        let run = Run::new(&[&["report", "--quiet", "-o", "out"], arguments].concat());
        let output = run.go();
        assert_eq!(output.status.code(), Some(0), "{}", err(&output));
        let json = fs::read(run.folder.path().join("out/report.json")).expect("there");
        let json: serde_json::Value = serde_json::from_slice(&json).expect("JSON");
        json["language"].as_str().expect("a language").to_owned()
    };
    let (polish, english) = (sample(POLISH_SAMPLE), sample("samples/english_current_stage.xlsx"));
    assert_eq!(language(&[&polish]), "pl");
    assert_eq!(language(&[&english, "--as-of", "2026-11-20"]), "en");
    assert_eq!(language(&[&polish, "--lang", "en"]), "en");
}

#[test]
fn usage_errors_end_with_status_2_and_help_with_0() {
    assert_eq!(Run::new(&["report"]).go().status.code(), Some(2));
    assert_eq!(Run::new(&["--help"]).go().status.code(), Some(0));
    assert_eq!(Run::new(&["report", "--help"]).go().status.code(), Some(0));
}

/// The smallest compound file whose directory names the streams of an encrypted workbook.
fn encrypted_container() -> Vec<u8> {
    const END: u32 = 0xFFFF_FFFE;
    let mut file = vec![0_u8; 512 * 3];
    file[..8].copy_from_slice(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);
    let mut put = |at: usize, bytes: &[u8]| file[at..at + bytes.len()].copy_from_slice(bytes);
    put(24, &[0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0]);
    put(44, &1_u32.to_le_bytes()); // one sector of allocation table
    put(48, &1_u32.to_le_bytes()); // the directory starts in sector 1
    put(56, &4096_u32.to_le_bytes());
    put(60, &END.to_le_bytes());
    put(68, &END.to_le_bytes());
    put(76, &[0xFF; 436]);
    put(76, &0_u32.to_le_bytes()); // the allocation table is sector 0
    put(512, &[0xFF; 512]);
    put(512, &0xFFFF_FFFD_u32.to_le_bytes());
    put(516, &END.to_le_bytes());
    for (place, (name, kind)) in
        [("Root Entry", 5_u8), ("EncryptionInfo", 2), ("EncryptedPackage", 2)].iter().enumerate()
    {
        let at = 1024 + place * 128;
        let utf16: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        put(at, &utf16);
        put(at + 64, &(utf16.len() as u16 + 2).to_le_bytes());
        put(at + 66, &[*kind, 1]);
        put(at + 68, &[0xFF; 12]);
        put(at + 116, &END.to_le_bytes());
    }
    put(1024 + 76, &1_u32.to_le_bytes());
    put(1024 + 128 + 72, &2_u32.to_le_bytes());
    file
}

/// Used by checks that compare with files on the disk.
#[test]
fn samples_are_where_the_tests_expect_them() {
    assert!(PathBuf::from(sample(POLISH_SAMPLE)).is_file());
}
