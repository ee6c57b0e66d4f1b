//! Files that hold no sheet to read: each cause has its own message.

use lejek::read::{Limits, read};
use tempfile::TempDir;

use super::compound;
use super::files::{boundary, ods, ods_of, package, put, refused, said, xlsx, xlsx_of};

#[test]
fn what_is_no_file_is_named() {
    let folder = TempDir::new().expect("a folder");
    let code = |path: &std::path::Path| {
        read(path, &"a.xlsx".into(), &boundary(Limits::DEFAULT)).map_err(|refusal| refusal.code.name())
    };
    assert_eq!(code(&folder.path().join("nie ma.xlsx")).err(), Some("file-missing"));
    assert_eq!(code(folder.path()).err(), Some("not-a-file"));
}

#[test]
fn what_is_no_sheet_is_named_by_its_content() {
    for (bytes, code, holds) in [
        (&b""[..], "file-empty", "is empty"),
        (b" \r\n\t\n", "file-empty", "is empty"),
        (b"\xEF\xBB\xBF", "file-empty", "is empty"),
        (&[0; 3_000], "file-damaged", "nothing but zeros"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "not-a-spreadsheet", "a picture"),
        (b"%PDF-1.7\n", "not-a-spreadsheet", "PDF"),
        (b"{\\rtf1\\ansi", "not-a-spreadsheet", "a text document"),
        (b"{\"deals\": []}", "not-a-spreadsheet", "JSON"),
        (b"Firma\0Etap\0A\0Oferta\0", "not-a-spreadsheet", "holds no text"),
        (b"<!DOCTYPE html><p>Firma</p>", "not-a-spreadsheet", "a web page without a table"),
        (b"<html><table><tr><td>&nbsp;</table>", "not-a-spreadsheet", "a web page without a table"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related", "format-unsupported", "MHTML"),
        (b"<?xml version=\"1.0\"?><invoice/>", "not-a-spreadsheet", "an XML document"),
        (b"\x09\x02\x06\0\0\0\x10\0\0\0", "format-unsupported", "Excel 3"),
    ] {
        refused("szanse.xlsx", bytes, Limits::DEFAULT, code, holds);
    }
    refused("~$szanse.xlsx", b"\x03Ola", Limits::DEFAULT, "not-a-spreadsheet", "leaves beside an open file");
}

#[test]
fn a_package_without_a_workbook_is_named() {
    let part = |name: &str| (name.to_owned(), b"<x/>".to_vec());
    refused("a.xlsx", &package(&[part("zdjęcia/a.txt")]), Limits::DEFAULT, "not-a-spreadsheet", "archive");
    refused("a.xlsx", &package(&[part("word/document.xml")]), Limits::DEFAULT, "not-a-spreadsheet", "text document");
    refused("a.xlsx", &package(&[part("xl/x.xml")]), Limits::DEFAULT, "file-damaged", "_rels");
    refused("a.xlsx", &xlsx_of(&[], ""), Limits::DEFAULT, "file-damaged", "rules of its format");
}

#[test]
fn a_password_is_said_and_never_called_damage() {
    for stream in ["EncryptedPackage", "EncryptionInfo"] {
        let bytes = compound::with_stream(stream, &[0; 4_096]);
        if stream == "EncryptedPackage" {
            refused("tajne.xlsx", &bytes, Limits::DEFAULT, "password-protected", "password");
        } else {
            refused("tajne.xlsx", &bytes, Limits::DEFAULT, "not-a-spreadsheet", "without a workbook");
        }
    }
    refused(
        "a.xls",
        &compound::with_stream("WordDocument", &[0; 4_096]),
        Limits::DEFAULT,
        "not-a-spreadsheet",
        "text document",
    );
}

#[test]
fn a_file_that_was_not_copied_to_its_end_is_cut_off() {
    let whole = xlsx(r#"<row r="1"><c r="A1"><v>1</v></c></row>"#);
    for kept in [5, 30, whole.len() / 2, whole.len() - 1] {
        refused("a.xlsx", &whole[..kept], Limits::DEFAULT, "file-damaged", "cut off");
    }
    let old = compound::xls();
    for kept in [600, old.len() / 2, old.len() - 600, old.len() - 1] {
        refused("a.xls", &old[..kept], Limits::DEFAULT, "file-damaged", "cut off");
    }
}

#[test]
fn a_flipped_bit_is_never_a_wrong_number() {
    let whole = xlsx(r#"<row r="1"><c r="A1"><v>41</v></c></row>"#);
    let number = whole.windows(4).position(|bytes| bytes == b">41<").expect("parts are not packed") + 2;
    for bit in 0..8 {
        let mut flipped = whole.clone();
        flipped[number] ^= 1 << bit;
        refused("a.xlsx", &flipped, Limits::DEFAULT, "file-damaged", "checksums");
    }
}

#[test]
fn names_that_stand_twice_are_refused() {
    let rows = r#"<row r="1"><c r="A1"><v>1</v></c></row>"#;
    let sheets = xlsx_of(&[("Szanse", rows), ("SZANSE", rows)], "");
    refused("a.xlsx", &sheets, Limits::DEFAULT, "sheet-name-twice", "SZANSE");
    let table = r#"<table:table table:name="S"></table:table>"#;
    refused("a.ods", &ods(&table.repeat(2)), Limits::DEFAULT, "sheet-name-twice", "“S”");
    let part = |name: &str| (name.to_owned(), b"<x/>".to_vec());
    let parts = package(&[part("xl/workbook.xml"), part("xl/WORKBOOK.xml")]);
    refused("a.xlsx", &parts, Limits::DEFAULT, "file-damaged", "share one name");
}

#[test]
fn a_document_that_is_never_closed_is_refused_before_it_is_read_for_ever() {
    let content =
        r#"<office:document-content><office:body><office:spreadsheet><table:table table:name="S"><table:table-row>"#;
    refused("a.ods", &ods_of(content), Limits::DEFAULT, "file-damaged", "rules of its format");
}

#[test]
fn a_quotation_mark_that_is_never_closed_is_named_by_its_line() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("a.csv");
    let lines = (0..2_000).map(|row| format!("{row};Oferta\n")).collect::<Vec<_>>().concat();
    put(&path, format!("Firma;Etap\n\"Żółw;Oferta\n{lines}").as_bytes());
    let refusal = read(&path, &"a.csv".into(), &boundary(Limits::DEFAULT)).expect_err("the quote swallows the deals");
    assert_eq!(
        said(&refusal),
        "a.csv!2 [file-damaged] the file “a.csv” is damaged: a quotation mark opens a field and is never closed"
    );
}
