//! Files that are odd but hold a sheet: what can be read is read, and the rest is said.

use super::files::{cells, package, read_good, remarks, xlsx, xlsx_of, xlsx_parts};

#[track_caller]
fn check(rows: &str, expect: &[&str], noticed: &[&str]) {
    let read = read_good("a.xlsx", &xlsx(rows));
    assert_eq!(cells(&read.output.sheets[0]), expect);
    assert_eq!(remarks(&read), noticed);
}

#[test]
fn cells_in_far_corners_take_no_room_between_them() {
    check(
        r#"<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>"#,
        &["A1 number 1", "XFD1048576 number 2"],
        &[],
    );
}

#[test]
fn an_error_is_an_error_and_a_formula_without_a_value_none() {
    check(
        r#"<row r="1"><c r="A1" t="e"><v>#N/A</v></c><c r="B1" t="e"><v>#SPILL!</v></c><c r="C1"><f>SUM(D1:E1)</f></c>
           <c r="D1"><f>1+1</f><v>2</v></c><c r="E1" t="str"><f>""</f><v></v></c></row>"#,
        &["A1 error #N/A", "B1 error #SPILL!", "C1 unevaluated", "D1 number 2"],
        &["a.xlsx › Szanse!A1 error-cell", "a.xlsx › Szanse!B1 error-cell", "a.xlsx › Szanse!C1 formula-without-value"],
    );
}

#[test]
fn a_bad_cell_costs_that_cell_alone() {
    check(
        r#"<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="zz"><v>2</v></c><c r="C1"><v>3</v></c></row>
           <row r="2"><c r="A2"><v>4</v></c><c r="$B$2"><v>5</v></c><c r="D2"><v>6</v></c></row>
           <row r="3"><c r="A3" t="b"><v>yes</v></c></row>"#,
        &["A1 number 1", "C1 number 3", "A2 number 4", "D2 number 6"],
        &["a.xlsx › Szanse!B1 cell-unreadable", "a.xlsx › Szanse!2 cell-unreadable", "a.xlsx › Szanse cell-unreadable"],
    );
}

#[test]
fn a_row_beyond_all_bounds_never_wraps_onto_another() {
    check(
        r#"<row r="1"><c r="A1"><v>1</v></c><c r="A4294967297"><v>7</v></c><c r="XFE1"><v>8</v></c><c r="A1048577"><v>9</v></c>
           <c r="B1"><v>2</v></c></row>"#,
        &["A1 number 1", "B1 number 2"],
        &["a.xlsx › Szanse!1 cell-unreadable"; 3],
    );
}

#[test]
fn the_later_of_two_equal_cells_counts_and_order_does_not_matter() {
    check(
        r#"<row r="2"><c r="B2"><v>4</v></c><c r="A2"><v>3</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>
           <row r="2"><c r="A2"><v>5</v></c></row>"#,
        &["A1 number 1", "A2 number 5", "B2 number 4"],
        &["a.xlsx › Szanse!A2 cell-twice"],
    );
}

#[test]
fn numbers_that_no_calendar_or_scale_has_are_no_cells() {
    check(
        r#"<row r="1"><c r="A1"><v>1e999</v></c><c r="B1" s="1"><v>-5</v></c><c r="C1" s="1"><v>60</v></c>
           <c r="D1" s="1"><v>2958466</v></c><c r="E1" s="4"><v>1.5</v></c><c r="F1" s="3"><v>0.5</v></c><c r="G1" s="5"><v>7</v></c></row>"#,
        &["E1 number 1.5", "F1 percent 0.5", "G1 number 7"],
        &[
            "a.xlsx › Szanse!A1 number-not-finite",
            "a.xlsx › Szanse!B1 serial-out-of-range",
            "a.xlsx › Szanse!C1 serial-out-of-range",
            "a.xlsx › Szanse!D1 serial-out-of-range",
        ],
    );
}

#[test]
fn remarks_on_cells_are_counted_once_nobody_would_read_them() {
    let row = |row| format!(r#"<row r="{row}"><c r="A{row}" t="e"><v>#N/A</v></c></row>"#);
    let rows = (1..=1_200).map(row).collect::<Vec<_>>().concat();
    let read = read_good("a.xlsx", &xlsx(&rows));
    assert_eq!(read.output.sheets[0].rows.len(), 1_200);
    assert_eq!(remarks(&read).len(), 1_001);
    assert_eq!(remarks(&read).last().map(String::as_str), Some("a.xlsx › Szanse remarks-cut"));
}

#[test]
fn a_sheet_that_breaks_off_is_left_out_and_the_others_are_read() {
    let good = r#"<row r="1"><c r="A1"><v>1</v></c></row>"#;
    let bytes = xlsx_of(&[("Szanse", good), ("Zły", r#"<row r="1"><c r="A1"><v>1</v></c><c r="B1">"#)], "");
    // The tags around the rows close, but the cell does not.
    let read = read_good("a.xlsx", &bytes);
    assert_eq!(read.output.sheets.len(), 1);
    assert_eq!(remarks(&read), ["a.xlsx › Zły sheet-unreadable"]);
}

#[test]
fn what_a_library_cannot_live_with_is_mended_for_it() {
    let sheet = r#"<worksheet><dimension ref="junk"/><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData></worksheet>"#;
    let mut parts = xlsx_parts(&[("S".to_owned(), sheet.to_owned())], "");
    parts.push((
        "xl/sharedStrings.xml".to_owned(),
        br#"<sst uniqueCount="1000000000000"><si><t>hi</t></si></sst>"#.to_vec(),
    ));
    let read = read_good("a.xlsx", &package(&parts));
    assert_eq!(cells(&read.output.sheets[0]), ["A1 text hi"]);
    assert_eq!(remarks(&read), Vec::<String>::new());
}
