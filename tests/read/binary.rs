//! An .xlsb workbook made by hand.

use super::files::{package, relationships};

/// A binary workbook with one sheet of five cells: a text, a number, a date, a truth and an error.
pub(crate) fn xlsb() -> Vec<u8> {
    let workbook = [
        record(0x9C, &[&[0; 4][..], &1_u32.to_le_bytes(), &wide("rId1"), &wide("Szanse")].concat()),
        record(0x90, &[]),
        record(0x9D, &[]),
    ];
    let styles = [
        record(0x269, &2_u32.to_le_bytes()),
        record(0x2F, &[0; 16]),
        record(0x2F, &[&[0, 0, 14, 0][..], &[0; 12]].concat()),
    ];
    let sheet = [
        record(0x94, &[0; 16]),
        record(0x91, &[]),
        record(0x00, &0_u32.to_le_bytes()),
        cell(6, 0, 0, &wide("Etap")),
        cell(5, 1, 0, &12_500.5_f64.to_le_bytes()),
        cell(5, 2, 1, &46_093_f64.to_le_bytes()),
        record(0x00, &2_u32.to_le_bytes()),
        cell(4, 1, 0, &[1]),
        cell(3, 2, 0, &[0x2A]),
        record(0x92, &[]),
    ];
    package(&[
        ("_rels/.rels".to_owned(), relationships(&[("officeDocument", "xl/workbook.bin".to_owned())]).into_bytes()),
        ("xl/workbook.bin".to_owned(), workbook.concat()),
        (
            "xl/_rels/workbook.bin.rels".to_owned(),
            relationships(&[("worksheet", "worksheets/sheet1.bin".to_owned())]).into_bytes(),
        ),
        ("xl/styles.bin".to_owned(), styles.concat()),
        ("xl/worksheets/sheet1.bin".to_owned(), sheet.concat()),
    ])
}

/// Kind and length are numbers of seven bits a byte; none here is longer than two.
fn record(kind: u16, content: &[u8]) -> Vec<u8> {
    let mut record = if kind < 0x80 { vec![kind as u8] } else { vec![kind as u8 | 0x80, (kind >> 7) as u8] };
    record.push(u8::try_from(content.len()).expect("records here are short"));
    record.extend(content);
    record
}

fn cell(kind: u16, column: u32, style: u32, content: &[u8]) -> Vec<u8> {
    record(kind, &[&column.to_le_bytes()[..], &style.to_le_bytes(), content].concat())
}

fn wide(text: &str) -> Vec<u8> {
    (text.len() as u32).to_le_bytes().into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect()
}
