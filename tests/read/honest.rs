//! Files as people have them.

use lejek::read::{Area, Format};
use rust_xlsxwriter::{ExcelDateTime, Format as Look, Formula, Workbook};

use super::binary;
use super::compound;
use super::files::{cells, ods, read_good, remarks, xlsx_of};

/// A workbook as Excel writes it: shared strings, packed parts, styles.
fn written() -> Vec<u8> {
    let mut workbook = Workbook::new();
    let day = Look::new().set_num_format("dd.mm.yyyy");
    let sheet = workbook.add_worksheet().set_name("Szanse").expect("a name");
    let moment = ExcelDateTime::parse_from_str("2026-03-12T14:05:07").expect("a moment");
    sheet.merge_range(0, 0, 0, 3, "Lejek – marzec", &Look::new()).expect("an area");
    sheet.write(2, 0, "Firma").and_then(|sheet| sheet.write(2, 1, "Żółw & Syn")).expect("text");
    sheet.write(3, 0, 12_500.55).and_then(|sheet| sheet.write(3, 1, true)).expect("values");
    sheet.write_with_format(4, 0, &moment, &Look::new().set_num_format("yyyy-mm-dd hh:mm:ss")).expect("a moment");
    sheet.write_with_format(4, 1, 46_093, &day).expect("a day");
    sheet.write_with_format(4, 2, 0.4, &Look::new().set_num_format("0%")).expect("a percentage");
    sheet.write_with_format(4, 3, 0.5, &Look::new().set_num_format("hh:mm")).expect("a time");
    sheet.write(5, 0, Formula::new("=A4*2").set_result("25001.1")).expect("a formula");
    sheet.write(5, 2, "  ").expect("blanks");
    workbook.add_worksheet().set_name("Słownik").expect("a name").set_hidden(true).write(0, 0, "x").expect("text");
    workbook.save_to_buffer().expect("a workbook")
}

#[test]
fn a_workbook_gives_its_cells_with_their_meanings() {
    let read = read_good("lejek.xlsx", &written());
    assert_eq!(read.output.format, Format::Xlsx);
    assert_eq!(&*read.output.file, "lejek.xlsx");
    assert_eq!(read.output.sha256.len(), 64);
    let sheet = &read.output.sheets[0];
    assert_eq!((sheet.name.as_deref(), sheet.hidden), (Some("Szanse"), false));
    assert_eq!(sheet.merged, [Area { top: 1, left: 0, bottom: 1, right: 3 }]);
    assert_eq!(
        cells(sheet),
        [
            "A1 text Lejek – marzec",
            "A3 text Firma",
            "B3 text Żółw & Syn",
            "A4 number 12500.55",
            "B4 bool true",
            "A5 date 2026-03-12 14:05:07",
            "B5 date 2026-03-12 00:00:00",
            "C5 percent 0.4",
            "D5 time 43200",
            "A6 number 25001.1",
        ]
    );
    assert_eq!(read.output.sheets[1].name.as_deref(), Some("Słownik"));
    assert!(read.output.sheets[1].hidden);
    assert_eq!(remarks(&read), ["lejek.xlsx › Słownik hidden-sheet-read"]);
}

#[test]
fn the_same_bytes_are_read_the_same_whatever_they_are_called() {
    let bytes = written();
    let (one, other) = (read_good("a.csv", &bytes), read_good("a.csv", &bytes));
    assert_eq!((one.output, one.warnings), (other.output, other.warnings));
    assert_eq!(read_good("a.csv", &bytes).output.format, Format::Xlsx);
    assert_eq!(read_good("a.xls", b"Firma;Etap\nA;Oferta\n").output.format, Format::Csv);
}

#[test]
fn the_epoch_of_1904_is_respected() {
    let rows = r#"<row r="1"><c r="A1" s="1"><v>1</v></c><c r="B1" s="2"><v>44481.541</v></c></row>"#;
    let read = read_good("mac.xlsx", &xlsx_of(&[("S", rows)], r#"<workbookPr date1904="1"/>"#));
    assert_eq!(cells(&read.output.sheets[0]), ["A1 date 1904-01-02 00:00:00", "B1 date 2025-10-13 12:59:02"]);
}

#[test]
fn an_old_workbook_gives_its_cells() {
    let read = read_good("stary.xls", &compound::xls());
    assert_eq!(read.output.format, Format::Xls);
    assert_eq!(read.output.sheets[0].name.as_deref(), Some("Szanse"));
    assert_eq!(cells(&read.output.sheets[0]), ["A1 text Etap", "B1 number 12500.5", "B3 bool true", "C3 error #N/A"]);
    assert_eq!(remarks(&read), ["stary.xls › Szanse!C3 error-cell"]);
}

#[test]
fn a_binary_workbook_gives_its_cells_and_says_what_it_may_lack() {
    let read = read_good("szanse.xlsb", &binary::xlsb());
    assert_eq!(read.output.format, Format::Xlsb);
    assert_eq!(
        cells(&read.output.sheets[0]),
        ["A1 text Etap", "B1 number 12500.5", "C1 date 2026-03-12 00:00:00", "B3 bool true", "C3 error #N/A"]
    );
    assert_eq!(remarks(&read), ["szanse.xlsb error-cells-may-be-missing", "szanse.xlsb › Szanse!C3 error-cell"]);
}

#[test]
fn an_open_document_gives_its_cells() {
    let read = read_good(
        "szanse.ods",
        &ods(r#"<table:table table:name="Szanse">
            <table:table-row>
                <table:table-cell office:value-type="string"><text:p>Etap</text:p></table:table-cell>
                <table:table-cell office:value-type="float" office:value="12.5"/>
                <table:table-cell office:value-type="date" office:date-value="2026-03-12T14:05:00"/>
            </table:table-row>
            <table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>
            <table:table-row>
                <table:table-cell office:value-type="time" office:time-value="PT14H05M00S"/>
                <table:table-cell table:formula="of:=[.A1]*2"/>
                <table:table-cell office:value-type="string" calcext:value-type="error"><text:p>#ADR!</text:p></table:table-cell>
            </table:table-row>
        </table:table>"#),
    );
    assert_eq!(read.output.format, Format::Ods);
    assert_eq!(
        cells(&read.output.sheets[0]),
        [
            "A1 text Etap",
            "B1 number 12.5",
            "C1 date 2026-03-12 14:05:00",
            "A4 time 50700",
            "B4 unevaluated",
            "C4 error #ADR!",
        ]
    );
    assert_eq!(remarks(&read), ["szanse.ods › Szanse!C4 error-cell", "szanse.ods › Szanse!B4 formula-without-value"]);
}

#[test]
fn separated_text_gives_texts_as_they_stand() {
    let read = read_good("szanse.csv", "\u{FEFF}Firma;Wartość\r\n\r\nŻółw ;\"12 500,00\r\nzł\"\r\n;x;y\r\n".as_bytes());
    assert_eq!(read.output.sheets[0].name, None);
    assert_eq!(
        cells(&read.output.sheets[0]),
        ["A1 text Firma", "B1 text Wartość", "A3 text Żółw ", "B3 text 12 500,00\r\nzł", "B4 text x", "C4 text y"]
    );
    assert_eq!(remarks(&read), Vec::<String>::new());
}

#[test]
fn separated_text_is_read_in_the_encoding_it_is_in() {
    // "Gdańsk;żółć" in Windows-1250 after "sep=;", which is no row.
    let read = read_good("w1250.csv", b"sep=;\r\nGda\xF1sk;\xBF\xF3\xB3\xE6 \x9Cwie\xBFa\r\n");
    assert_eq!(cells(&read.output.sheets[0]), ["A1 text Gdańsk", "B1 text żółć świeża"]);
    let utf_16: Vec<u8> = "Firma\tłódź\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(cells(&read_good("utf16.csv", &utf_16).output.sheets[0]), ["A1 text Firma", "B1 text łódź"]);
    // A byte that no encoding of the neighbourhood has a letter for is said.
    let dos = read_good("dos.csv", b"Firma;Etap\nZ\x88oty;x\n");
    assert_eq!(remarks(&dos), ["dos.csv encoding-guessed"]);
}

#[test]
fn a_text_is_read_whatever_its_name_separator_and_encoding() {
    let utf_16 = |text: &str| -> Vec<u8> {
        [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
    };
    for (name, bytes) in [
        ("szanse.xls", "Firma;Etap\nŻółw;Oferta\n".as_bytes().to_vec()),
        ("szanse.xlsx", "Firma,Etap\nŻółw,Oferta\n".as_bytes().to_vec()),
        ("szanse.xls", "Firma\tEtap\r\nŻółw\tOferta\r\n".as_bytes().to_vec()),
        ("szanse.tsv", "\"Firma\"\t\"Etap\"\r\n\"Żółw\"\t\"Oferta\"\r\n".as_bytes().to_vec()),
        ("szanse.txt", "sep=|\r\nFirma|Etap\r\nŻółw|Oferta\r\n".as_bytes().to_vec()),
        // What Excel calls “Unicode Text”, often renamed.
        ("szanse.xls", utf_16("Firma\tEtap\r\nŻółw\tOferta\r\n")),
        ("szanse.csv", utf_16("sep=;\r\nFirma;Etap\r\nŻółw;Oferta\r\n")),
    ] {
        let read = read_good(name, &bytes);
        assert_eq!(read.output.format, Format::Csv);
        assert_eq!(
            cells(&read.output.sheets[0]),
            ["A1 text Firma", "B1 text Etap", "A2 text Żółw", "B2 text Oferta"],
            "{name} {}",
            String::from_utf8_lossy(&bytes)
        );
    }
}
