//! Whatever a file asks for, and whatever becomes of the child that reads it, the parent ends with one message.

use std::path::PathBuf;
use std::time::Duration;

use lejek::read::{Boundary, Limits, read};
use tempfile::TempDir;

use super::files::{ods, package, put, refused, xlsx, xlsx_parts};

const ROW: &str = r#"<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>"#;

#[test]
fn every_limit_is_kept() {
    let limits = Limits::DEFAULT;
    for (limits, code, holds) in [
        (Limits { file_bytes: 100, ..limits.clone() }, "file-too-large", "the limit is 100 B"),
        (Limits { parts: 2, ..limits.clone() }, "file-over-limits", "parts"),
        (Limits { unpacked_bytes: 100, ..limits.clone() }, "file-over-limits", "unpacked"),
        (Limits { token_bytes: 10, ..limits.clone() }, "file-over-limits", "text"),
        (Limits { cells: 1, ..limits.clone() }, "file-over-limits", "cells"),
        (Limits { sheets: 0, ..limits.clone() }, "file-over-limits", "sheets"),
        (Limits { sent_bytes: 20, ..limits.clone() }, "file-over-limits", "text"),
        (Limits { time: Duration::ZERO, ..limits }, "file-over-limits", "time"),
    ] {
        refused("a.xlsx", &xlsx(ROW), limits, code, holds);
    }
}

#[test]
fn a_bomb_is_refused_by_its_size_and_unused_parts_may_be_large() {
    let sheet = ("S".to_owned(), format!("<worksheet><sheetData>{ROW}</sheetData></worksheet>"));
    let mut parts = xlsx_parts(&[sheet], "");
    let limits = Limits { unpacked_bytes: 10_000, ..Limits::DEFAULT };
    parts.push(("xl/media/image1.png".to_owned(), vec![7; 20_000]));
    assert!(super::files::read_bytes("a.xlsx", &package(&parts), limits.clone()).is_ok());
    parts.push(("xl/sharedStrings.xml".to_owned(), vec![b' '; 20_000]));
    refused("a.xlsx", &package(&parts), limits, "file-over-limits", "unpacked");
}

/// 800 bytes that a library unfolds to gigabytes.
#[cfg(target_os = "linux")]
#[test]
fn a_child_out_of_memory_is_one_message() {
    let row = r#"<table:table-row table:number-rows-repeated="90000"><table:table-cell table:number-columns-repeated="1000" office:value-type="float" office:value="1"/></table:table-row>"#;
    let bytes = ods(&format!(r#"<table:table table:name="S">{row}</table:table>"#));
    let limits = Limits { memory_bytes: 256 << 20, ..Limits::DEFAULT };
    refused("a.ods", &bytes, limits, "file-over-limits", "memory");
}

#[test]
fn a_child_that_cannot_start_or_speaks_in_tongues_is_one_message() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("a.xlsx");
    put(&path, &xlsx(ROW));
    let code = |program: &str| {
        let boundary = Boundary { program: PathBuf::from(program), limits: Limits::DEFAULT };
        read(&path, &"a.xlsx".into(), &boundary).map_err(|refusal| refusal.code.name()).err()
    };
    assert_eq!(code("/no/such/program"), Some("file-unreadable"));
    if cfg!(unix) {
        assert_eq!(code("/bin/true"), Some("file-damaged"));
        assert_eq!(code("/bin/echo"), Some("file-damaged"));
    }
}
