//! A sheet in, the same sheet after it was saved as text and read again out.

use chrono::{NaiveTime, Timelike};
use lejek::read::{Cell, Sheet};

use super::figures::read_file;

/// How a text is saved.
pub(crate) struct Encoding {
    pub(crate) name: &'static str,
    separator: char,
    encode: fn(&str) -> Vec<u8>,
}

/// The ways in which spreadsheets save text.
pub(crate) const ENCODINGS: &[Encoding] = &[
    Encoding { name: "UTF-8", separator: ';', encode: |text| text.as_bytes().to_vec() },
    Encoding { name: "UTF-8 with a byte order mark", separator: ';', encode: |text| format!("\u{feff}{text}").into() },
    Encoding { name: "Windows-1250", separator: ';', encode: |text| encoding_rs::WINDOWS_1250.encode(text).0.into() },
    Encoding { name: "UTF-16", separator: '\t', encode: utf16 },
];

fn utf16(text: &str) -> Vec<u8> {
    format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// The sheet as it comes back from a text file.
pub(crate) fn saved_and_read(sheet: &Sheet, encoding: &Encoding) -> Sheet {
    let mut file = tempfile::Builder::new().suffix(".csv").tempfile().expect("a file");
    std::io::Write::write_all(&mut file, &(encoding.encode)(&separated(sheet, encoding.separator))).expect("written");
    read_file(file.path()).sheets.remove(0)
}

fn separated(sheet: &Sheet, separator: char) -> String {
    let width = sheet.rows.iter().flat_map(|row| row.cells.iter()).map(|(column, _)| column + 1).max().unwrap_or(0);
    let mut text = String::new();
    let mut line = 1;
    for row in &sheet.rows {
        let blank = vec![""; width as usize].join(&separator.to_string());
        (line..row.number).for_each(|_| text.push_str(&format!("{blank}\r\n")));
        line = row.number + 1;
        let fields: Vec<String> = (0..width).map(|column| field(row.cell(column), separator)).collect();
        text.push_str(&format!("{}\r\n", fields.join(&separator.to_string())));
    }
    text
}

/// A cell as a Polish Excel saves it.
fn field(cell: Option<&Cell>, separator: char) -> String {
    let text = match cell {
        None | Some(Cell::Unevaluated) => String::new(),
        Some(Cell::Text(text) | Cell::Error(text)) => text.to_string(),
        Some(Cell::Number { value, percent: false }) => value.to_string().replace('.', ","),
        Some(Cell::Number { value, percent: true }) => format!("{}%", value * 100.0).replace('.', ","),
        Some(Cell::Date(at)) if at.time() == NaiveTime::MIN => at.format("%d.%m.%Y").to_string(),
        Some(Cell::Date(at)) => at.format("%d.%m.%Y %H:%M").to_string(),
        Some(Cell::Time(seconds)) => {
            let time = NaiveTime::from_num_seconds_from_midnight_opt(*seconds, 0).expect("a time of day");
            format!("{:02}:{:02}", time.hour(), time.minute())
        }
        Some(Cell::Bool(true)) => "PRAWDA".to_owned(),
        Some(Cell::Bool(false)) => "FAŁSZ".to_owned(),
    };
    if text.contains([separator, '"', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}
