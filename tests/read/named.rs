//! What a workbook names itself, as hints at where its tables are.

use lejek::read::{NamedArea, Sheet};
use rust_xlsxwriter::{Table, TableColumn, Workbook};

use super::files::{package, read_good, relationships, xlsx, xlsx_parts};

fn shown(sheet: &Sheet) -> Vec<String> {
    let one = |NamedArea { name, area, is_table }: &NamedArea| {
        let kind = if *is_table { "table" } else { "range" };
        format!("{kind} {name} {}:{} {}:{}", area.top, area.bottom, area.left, area.right)
    };
    sheet.named.iter().map(one).collect()
}

#[test]
fn tables_names_filters_and_print_areas_are_told() {
    let mut workbook = Workbook::new();
    let deals = workbook.add_worksheet().set_name("Szanse '26").expect("a name");
    deals.write(0, 0, "Szanse sprzedaży").expect("written");
    let columns = [TableColumn::new().set_header("Klient"), TableColumn::new().set_header("Etap")];
    let table = Table::new().set_name("Lejek").set_columns(&columns);
    deals.add_table(3, 1, 9, 2, &table).expect("a table");
    let bare = Table::new().set_name("Bez_nagłówka").set_header_row(false);
    deals.add_table(20, 1, 25, 2, &bare).expect("a table");
    let lists = workbook.add_worksheet().set_name("Listy").expect("a name");
    lists.write(0, 0, "Etap").expect("written");
    lists.autofilter(0, 0, 5, 1).expect("a filter");
    lists.set_print_area(0, 0, 7, 3).expect("an area");
    workbook.define_name("Etapy", "=Listy!$A$2:$A$6").expect("a name");
    workbook.define_name("Kurs", "=Listy!$D$1").expect("a name");
    workbook.define_name("Stawka", "=0.23").expect("a name");
    let read = read_good("a.xlsx", &workbook.save_to_buffer().expect("saved"));
    let sheets = &read.output.sheets;
    assert_eq!(shown(&sheets[0]), ["table Lejek 4:10 1:2", "range Bez_nagłówka 21:26 1:2"]);
    assert_eq!(
        shown(&sheets[1]),
        ["range _xlnm._FilterDatabase 1:6 0:1", "range Etapy 2:6 0:0", "range _xlnm.Print_Area 1:8 0:3"]
    );
}

#[test]
fn a_hint_that_cannot_be_read_is_none_and_costs_nothing() {
    let mut parts = xlsx_parts(
        &[(
            "S".to_owned(),
            "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData></worksheet>".to_owned(),
        )],
        "",
    );
    for (part, text) in [
        (
            "xl/worksheets/_rels/sheet1.xml.rels",
            relationships(&[("table", "../tables/table1.xml".to_owned()), ("table", "../../../x".to_owned())]),
        ),
        ("xl/tables/table1.xml", "<table displayName=\"T\" ref=\"B9:A1\"/>".to_owned()),
    ] {
        parts.push((part.to_owned(), text.into_bytes()));
    }
    let read = read_good("a.xlsx", &package(&parts));
    assert_eq!((read.output.sheets[0].rows.len(), shown(&read.output.sheets[0])), (1, Vec::new()));
    assert_eq!(shown(&read_good("a.xlsx", &xlsx("")).output.sheets[0]), Vec::<String>::new());
}
