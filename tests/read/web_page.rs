//! Web pages: what CRMs save as .xls, what Excel and LibreOffice save as .html, and tags that nobody closed.

use lejek::read::{Area, Format, Limits};

use super::files::{cells, read_good, refused, remarks};

/// The cells of the only table.
#[track_caller]
fn check(page: &str, expect: &[&str]) {
    let read = read_good("eksport.xls", page.as_bytes());
    assert_eq!(read.output.format, Format::Html);
    assert_eq!(read.output.sheets.len(), 1, "{:?}", read.output.sheets);
    assert_eq!(cells(&read.output.sheets[0]), expect);
}

#[test]
fn a_table_is_a_sheet_of_texts() {
    check(
        "<html><head><meta charset=utf-8><title>Szanse</title><script>if (1 < 2) { '<td>' }</script></head><body>
         <h1>Szanse</h1>
         <table border=1>
           <thead><tr><th>Klient</th><th>Data &amp;\n   godzina</th><th>Warto&sacute;&cacute;</th></tr></thead>
           <tbody><tr><td><a href='/1'><b>Żółw</b> &lt;Opole&gt;</a></td><td>2026-11-02<br>14:05</td><td>12&nbsp;500,00 zł</td></tr>
           <tr><td><p>Jan</p><p>Nowak</p></td><td> &nbsp; </td><td>#N/D!</td></tr></tbody>
         </table><p>Razem: 2</p></body></html>",
        &[
            "A1 text Klient",
            "B1 text Data & godzina",
            "C1 text Wartość",
            "A2 text Żółw <Opole>",
            "B2 text 2026-11-02\n14:05",
            "C2 text 12\u{a0}500,00 zł",
            "A3 text Jan\nNowak",
            "C3 error #N/D!",
        ],
    );
}

#[test]
fn tags_may_be_left_open() {
    check("<table><tr><td>a<td>b<tr><td>c<td>d</table>", &["A1 text a", "B1 text b", "A2 text c", "B2 text d"]);
    check("<TABLE><TD>a<TD>b</TABLE>", &["A1 text a", "B1 text b"]);
    check("<table><tr><td>a</b></i></td></tr></tr><tr><td>b</table></table>", &["A1 text a", "A2 text b"]);
}

#[test]
fn cells_that_stretch_are_merged_and_push_the_others_aside() {
    let page = "<table><tr><th rowspan=2>Klient</th><th colspan=2>Oferta</th><th>Etap</th></tr>
                <tr><th>data</th><th>kwota</th><th>teraz</th></tr>
                <tr><td colspan=0 rowspan=99999999>A</td><td>B</td></tr></table>";
    let read = read_good("a.html", page.as_bytes());
    let sheet = &read.output.sheets[0];
    assert_eq!(
        cells(sheet),
        [
            "A1 text Klient",
            "B1 text Oferta",
            "D1 text Etap",
            "B2 text data",
            "C2 text kwota",
            "D2 text teraz",
            "A3 text A",
            "B3 text B"
        ]
    );
    let area = |top, left, bottom, right| Area { top, left, bottom, right };
    assert_eq!(sheet.merged, [area(1, 0, 2, 0), area(1, 1, 1, 2), area(3, 0, 65_536, 0)]);
}

#[test]
fn several_tables_are_several_sheets_and_an_inner_one_is_read_once() {
    let page =
        "<table><tr><td>Menu</td><td><table><caption>Szanse</caption><tr><td>A</td></tr></table></td></tr></table>
                <table><tr><td> </td></tr></table><table><caption>szanse</caption><tr><td>B</table>";
    let read = read_good("a.html", page.as_bytes());
    let sheets = &read.output.sheets;
    let names: Vec<_> = sheets.iter().map(|sheet| sheet.name.as_deref().unwrap_or_default()).collect();
    assert_eq!(names, ["1", "Szanse", "3"]);
    assert_eq!(cells(&sheets[0]), ["A1 text Menu"]);
    assert_eq!(cells(&sheets[1]), ["A1 text A"]);
    assert_eq!(cells(&sheets[2]), ["A1 text B"]);
}

#[test]
fn only_the_chosen_option_of_a_list_counts() {
    check(
        "<table><tr><td><select><option>Nowa<option selected>Oferta<option>Wygrana</select> tak</td></tr></table>",
        &["A1 text Oferta tak"],
    );
}

#[test]
fn numbers_that_programs_write_beside_the_text_are_believed_once_their_format_is_known() {
    check(
        "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><style><!-- .d {mso-number-format:\"Short Date\";}
         .p{mso-number-format:Percent;} .n{mso-number-format:\"\\#\\,\\#\\#0\\.00\";} --></style>
         <table><tr><td class=d x:num=\"46328\">02.11.2026</td><td class=p x:num=\"0.5\">50%</td>
         <td class=n x:num=\"12500.499\">12 500,50</td><td x:num=\"46328\">2.11.26</td><td x:num>7</td>
         <td x:bool=\"TRUE\">PRAWDA</td><td x:err=\"#N/A\">#N/D!</td><td style='mso-number-format:\"\\@\"'>007</td>
         <td sdval=\"46328.5\" sdnum=\"1045;0;DD.MM.YYYY HH:MM\">02.11.2026 12:00</td><td sdval=\"7.5\" sdnum=\"1045;\">7,5</td>
         </tr></table></html>",
        &[
            "A1 date 2026-11-02 00:00:00",
            "B1 percent 0.5",
            "C1 number 12500.499",
            "D1 text 2.11.26",
            "E1 text 7",
            "F1 bool true",
            "G1 error #N/A",
            "H1 text 007",
            "I1 date 2026-11-02 12:00:00",
            "J1 number 7.5",
        ],
    );
}

#[test]
fn the_encoding_is_the_one_that_the_bytes_prove_else_the_one_that_is_named() {
    let table = "<table><tr><td>Zażółć gęślą jaźń</td></tr></table>";
    let read_as = |bytes: &[u8]| cells(&read_good("a.xls", bytes).output.sheets[0]);
    let named = format!("<html><meta http-equiv=Content-Type content=\"text/html; charset=windows-1250\">{table}");
    let in_1250 = encoding_rs::WINDOWS_1250.encode(&named).0.into_owned();
    let in_8859_2 = named.replace("windows-1250", "iso-8859-2");
    let in_8859_2 = encoding_rs::ISO_8859_2.encode(&in_8859_2).0.into_owned();
    let in_utf_16: Vec<u8> = [0xFEFF].into_iter().chain(table.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    for bytes in [named.into_bytes(), in_1250, in_8859_2, in_utf_16] {
        assert_eq!(read_as(&bytes), ["A1 text Zażółć gęślą jaźń"]);
    }
}

#[test]
fn a_page_that_ends_within_a_row_is_cut_off() {
    let whole = "<table><tr><td>Klient</td><td>Etap</td></tr><tr><td>Alfa</td><td>Oferta</td></tr></table>";
    for end in [whole.find("Oferta").expect("there") + 3, whole.find("<td>Oferta").expect("there")] {
        refused("eksport.xls", &whole.as_bytes()[..end], Limits::DEFAULT, "file-damaged", "cut off");
    }
    check(whole, &["A1 text Klient", "B1 text Etap", "A2 text Alfa", "B2 text Oferta"]);
}

#[test]
fn pages_that_ask_for_too_much_end_in_one_message() {
    let deep = "<table><tr><td>".repeat(200_000) + "x" + &"</table>".repeat(200_000);
    assert_eq!(read_good("a.html", deep.as_bytes()).output.sheets.len(), 1);
    let many = "<table><td>x</table>".repeat(20_000);
    refused("a.html", many.as_bytes(), Limits::DEFAULT, "file-over-limits", "sheets");
    let wide = "<table><tr>".to_owned() + &"<td>x".repeat(20_000) + "</table>";
    let read = read_good("a.html", wide.as_bytes());
    assert_eq!(read.output.sheets[0].rows[0].cells.len(), 16_384);
    assert!(remarks(&read).iter().any(|remark| remark.ends_with("cell-unreadable")));
    let stretched = "<table>".to_owned() + &"<tr><td colspan=2>x".repeat(2_000) + "</table>";
    let limits = Limits { merged: 1_000, ..Limits::DEFAULT };
    refused("a.html", stretched.as_bytes(), limits, "file-over-limits", "merged");
}
