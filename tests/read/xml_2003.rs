//! XML Spreadsheet 2003, as Excel and older exports write it.

use lejek::read::{Area, Format, Limits};

use super::files::{cells, read_good, refused, remarks};

/// A document with these worksheets.
fn document(worksheets: &str) -> String {
    format!(
        "<?xml version=\"1.0\"?>\r\n<?mso-application progid=\"Excel.Sheet\"?>\r\n\
         <Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"
         xmlns:x=\"urn:schemas-microsoft-com:office:excel\">
         <Styles><Style ss:ID=\"Default\"><NumberFormat/></Style><Style ss:ID=\"p\"><NumberFormat ss:Format=\"0%\"/></Style>
         <Style ss:ID=\"t\"><NumberFormat ss:Format=\"h:mm\"/></Style></Styles>{worksheets}</Workbook>"
    )
}

fn sheet(rows: &str) -> String {
    document(&format!("<Worksheet ss:Name=\"Szanse\"><Table>{rows}</Table></Worksheet>"))
}

fn data(kind: &str, value: &str) -> String {
    format!("<Cell><Data ss:Type=\"{kind}\">{value}</Data></Cell>")
}

#[test]
fn every_kind_of_cell_is_read() {
    let row = [
        data("String", "Żółw &amp; Spółka&#10;Opole"),
        data("Number", "12500.5"),
        data("DateTime", "2026-11-02T14:05:00.000"),
        data("DateTime", "1899-12-31T14:05:00.000"),
        data("Boolean", "1"),
        data("Error", "#N/A"),
        "<Cell ss:StyleID=\"p\"><Data ss:Type=\"Number\">0.5</Data></Cell>".to_owned(),
        "<Cell ss:StyleID=\"t\"><Data ss:Type=\"Number\">0.5</Data></Cell>".to_owned(),
        "<Cell ss:Formula=\"=RC[-1]*2\"><Data ss:Type=\"Number\">1</Data></Cell>".to_owned(),
        "<Cell ss:Formula=\"=RC[-1]*2\"/>".to_owned(),
        data("Number", "siedem"),
        "<Cell><ss:Data ss:Type=\"String\" xmlns=\"http://www.w3.org/TR/REC-html40\"><B>Nowa</B> oferta</ss:Data>\
         <Comment><ss:Data>uwaga</ss:Data></Comment></Cell>"
            .to_owned(),
    ];
    let read = read_good("a.xls", sheet(&format!("<Row>{}</Row>", row.concat())).as_bytes());
    assert_eq!(read.output.format, Format::Xml2003);
    assert_eq!(
        cells(&read.output.sheets[0]),
        [
            "A1 text Żółw & Spółka\nOpole",
            "B1 number 12500.5",
            "C1 date 2026-11-02 14:05:00",
            "D1 time 50700",
            "E1 bool true",
            "F1 error #N/A",
            "G1 percent 0.5",
            "H1 time 43200",
            "I1 number 1",
            "J1 unevaluated",
            "L1 text Nowa oferta",
        ]
    );
    assert_eq!(
        remarks(&read),
        [
            "a.xls › Szanse!F1 error-cell",
            "a.xls › Szanse!J1 formula-without-value",
            "a.xls › Szanse!K1 cell-unreadable"
        ]
    );
}

#[test]
fn gaps_and_merged_cells_stand_where_the_file_says() {
    let one = data("Number", "1");
    let rows = format!(
        "<Row ss:Index=\"3\"><Cell ss:Index=\"2\" ss:MergeAcross=\"1\" ss:MergeDown=\"1\"><Data ss:Type=\"String\">a</Data></Cell>{one}</Row>\
         <Row/><Row ss:Span=\"3\"/><Row>{one}</Row><Row ss:Index=\"1048577\">{one}</Row>"
    );
    let read = read_good("a.xml", sheet(&rows).as_bytes());
    let sheet = &read.output.sheets[0];
    assert_eq!(cells(sheet), ["B3 text a", "D3 number 1", "A9 number 1"]);
    assert_eq!(sheet.merged, [Area { top: 3, left: 1, bottom: 4, right: 2 }]);
    assert_eq!(remarks(&read), ["a.xml › Szanse!A1048577 cell-unreadable"]);
}

#[test]
fn hidden_sheets_are_read_and_said() {
    let text = document(
        "<Worksheet ss:Name=\"A\"><Table><Row><Cell><Data ss:Type=\"String\">x</Data></Cell></Row></Table>
         <WorksheetOptions xmlns=\"urn:schemas-microsoft-com:office:excel\"><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet>
         <Worksheet ss:Name=\"B\"/>",
    );
    let read = read_good("a.xls", text.as_bytes());
    let hidden: Vec<bool> = read.output.sheets.iter().map(|sheet| sheet.hidden).collect();
    assert_eq!(hidden, [true, false]);
    assert_eq!(remarks(&read), ["a.xls › A hidden-sheet-read"]);
}

#[test]
fn the_named_encoding_is_used() {
    let text = sheet(&format!("<Row>{}</Row>", data("String", "Zażółć gęślą jaźń")))
        .replace("version=\"1.0\"", "version=\"1.0\" encoding=\"windows-1250\"");
    let bytes = encoding_rs::WINDOWS_1250.encode(&text).0.into_owned();
    assert_eq!(cells(&read_good("a.xls", &bytes).output.sheets[0]), ["A1 text Zażółć gęślą jaźń"]);
}

#[test]
fn what_breaks_the_rules_is_refused() {
    let whole = sheet(&format!("<Row>{}</Row>", data("Number", "1")));
    let refused = |text: &str, code, holds| refused("a.xls", text.as_bytes(), Limits::DEFAULT, code, holds);
    refused(&whole[..whole.len() - 20], "file-damaged", "cut off");
    refused(&whole.replace("</Row>", "</Raw>"), "file-damaged", "rules of its format");
    refused(&whole.replacen("<Workbook", "<!DOCTYPE x [<!ENTITY a \"b\">]><Workbook", 1), "file-damaged", "rules");
    refused(&document("<Worksheet ss:Name=\"A\"/><Worksheet ss:Name=\"a\"/>"), "sheet-name-twice", "“a”");
    refused(&document(""), "file-damaged", "rules of its format");
}
