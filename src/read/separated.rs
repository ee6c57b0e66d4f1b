//! Separated text in, numbered records of fields out. The csv crate splits them; on top stands a guard, for that
//! crate takes a quotation mark that is never closed for one long field and swallows every deal behind it.

use std::io::{Chain, Read};

use csv::{ReaderBuilder, StringRecord};

/// Separators that are looked for; the first of two that fit equally well is taken.
const SEPARATORS: [u8; 4] = [b'\t', b';', b'|', b','];

/// Records that are looked at to find the separator.
const SAMPLE: usize = 200;

/// A quotation mark that opens a field and is not closed where a field may end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct OpenQuote {
    /// The line on which it stands, from 1.
    pub(super) line: u32,
}

/// How far a quoted field may run.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bounds {
    /// Lines.
    pub(super) lines: u32,
    /// Bytes.
    pub(super) bytes: usize,
}

/// A record that is not blank.
#[derive(Debug)]
pub(super) struct Record {
    /// Its row from 1, as a spreadsheet counts: blank lines are rows, and the lines of one field are not.
    pub(super) row: u32,
    /// Its fields.
    pub(super) fields: StringRecord,
}

/// The records of a text.
pub(super) struct Records<'a> {
    reader: csv::Reader<Chain<&'a [u8], &'static [u8]>>,
    bounds: Bounds,
    text: &'a str,
    /// Where the record began that was read last.
    at: usize,
    /// The line on which it began.
    line: u32,
    /// Lines so far that are no row: those inside a field, and `sep=;`.
    rowless: u32,
}

/// Finds the separator and gives the records. A first line `sep=;` names it and is no record.
pub(super) fn records(text: &str, bounds: Bounds) -> Records<'_> {
    if let Some((separator, at)) = named_separator(text) {
        let rest = text.get(at..).unwrap_or_default();
        return Records { line: 2, rowless: 1, ..Records::new(rest, separator, bounds) };
    }
    let mut best = (0, b';');
    for separator in SEPARATORS {
        let fit = fit(Records::new(text, separator, bounds));
        if fit > best.0 {
            best = (fit, separator);
        }
    }
    Records::new(text, best.1, bounds)
}

/// The separator that the first line names, and where the records begin.
fn named_separator(text: &str) -> Option<(u8, usize)> {
    let line = text.lines().next()?;
    let named = line.trim_matches('"');
    let separator = *named.as_bytes().get(4)?;
    let names = named.get(..4)?.eq_ignore_ascii_case("sep=") && named.len() == 5;
    let end = text.find('\n').map_or(text.len(), |end| end + 1);
    names.then_some((separator, end))
}

/// How well a separator fits: fields beyond the first, in as many records as have the most common number of
/// them. A decimal comma beside real separators loses, since headers have none.
fn fit(records: Records<'_>) -> usize {
    let mut counts: Vec<usize> = records
        .take(SAMPLE)
        .map_while(Result::ok)
        .map(|record| record.fields.len())
        .filter(|count| *count > 1)
        .collect();
    counts.sort_unstable();
    let runs = counts.chunk_by(|left, right| left == right);
    runs.map(|run| run.len() * run.first().map_or(0, |fields| fields - 1)).max().unwrap_or(0)
}

impl<'a> Records<'a> {
    fn new(text: &'a str, separator: u8, bounds: Bounds) -> Self {
        // A quotation mark that is still open at the end of the text takes this line end into its field.
        let source = text.as_bytes().chain(b"\n".as_slice());
        let reader = ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(source);
        Self { reader, bounds, text, at: 0, line: 1, rowless: 0 }
    }

    /// How far the reader has come.
    fn reached(&self) -> usize {
        self.text.len().min(self.reader.position().byte() as usize)
    }

    fn slice(&self, from: usize, to: usize) -> &'a str {
        // Records begin and end at line ends, which are single bytes in UTF-8.
        self.text.get(from..to).unwrap_or_default()
    }

    /// Whether a field began with a quotation mark that does not belong to its end. `raw` is its record as it
    /// stands in the text.
    fn is_open(&self, field: &str, raw: &str) -> bool {
        let lines = line_ends(field);
        let long = lines > self.bounds.lines || field.len() > self.bounds.bytes;
        match lines {
            0 => long && is_quoted(field, raw),
            // A quote that closes in the middle of a text, lines later, belongs to another field.
            _ => long || !is_quoted(field, raw),
        }
    }
}

impl Iterator for Records<'_> {
    type Item = Result<Record, OpenQuote>;

    fn next(&mut self) -> Option<Self::Item> {
        let mut fields = StringRecord::new();
        let from = self.reached();
        let found = self.reader.read_record(&mut fields).expect("text in memory is readable UTF-8 of any shape");
        if !found {
            return None;
        }
        let to = self.reached();
        // The reader passes over blank lines, and over the second half of a line end, without a word.
        let raw = self.slice(from, to).trim_start_matches(['\r', '\n']);
        let at = to - raw.len();
        self.line += line_ends(self.slice(self.at, at));
        self.at = at;
        let row = self.line - self.rowless;
        let mut inside = 0;
        for field in &fields {
            if self.is_open(field, raw) {
                return Some(Err(OpenQuote { line: self.line + inside }));
            }
            inside += line_ends(field);
        }
        self.rowless += inside;
        Some(Ok(Record { row, fields }))
    }
}

/// Whether a field stands in its record with quotation marks around the whole of it, but for blanks behind.
fn is_quoted(field: &str, raw: &str) -> bool {
    const BLANKS: [char; 3] = [' ', '\t', '\u{A0}'];
    let opening = format!("\"{}", field.trim_end_matches(BLANKS).replace('"', "\"\""));
    raw.match_indices(&opening).any(|(at, _)| {
        let behind = raw.get(at + opening.len()..).unwrap_or_default();
        behind.trim_start_matches(BLANKS).starts_with('"')
    })
}

/// Line ends of all systems.
fn line_ends(text: &str) -> u32 {
    let bytes = text.as_bytes();
    let ends = |(at, byte): (usize, &u8)| match byte {
        b'\n' => true,
        b'\r' => bytes.get(at + 1) != Some(&b'\n'),
        _ => false,
    };
    bytes.iter().enumerate().filter(|place| ends(*place)).count() as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOUNDS: Bounds = Bounds { lines: 5, bytes: 100 };

    /// Rows between records are blank.
    #[track_caller]
    fn check(text: &str, expect: &[&[&str]]) {
        let mut read: Vec<Vec<String>> = Vec::new();
        for record in records(text, BOUNDS) {
            let record = record.expect("every quote is closed");
            read.resize(record.row as usize - 1, vec![String::new()]);
            read.push(record.fields.iter().map(str::to_owned).collect());
        }
        assert_eq!(read, expect, "{text:?}");
    }

    #[track_caller]
    fn refuse(text: &str, line: u32) {
        let open = records(text, BOUNDS).find_map(Result::err);
        assert_eq!(open, Some(OpenQuote { line }), "{text:?}");
    }

    #[test]
    fn the_separator_is_found() {
        check("a;b\n1,5;2,5\n", &[&["a", "b"], &["1,5", "2,5"]]);
        check("a,b\n\"1,5\",2\n", &[&["a", "b"], &["1,5", "2"]]);
        check("a\tb\n1,5\t2;3\n", &[&["a", "b"], &["1,5", "2;3"]]);
        check("a|b\n1|2", &[&["a", "b"], &["1", "2"]]);
        check(
            "Raport, stan na dziś\n\nFirma;Etap;Kwota\nA;B;1\n",
            &[&["Raport, stan na dziś"], &[""], &["Firma", "Etap", "Kwota"], &["A", "B", "1"]],
        );
        check("sep=,\na;x,b;y\n", &[&["a;x", "b;y"]]);
        check("Firma\nA\n", &[&["Firma"], &["A"]]);
    }

    #[test]
    fn records_end_as_all_systems_end_lines() {
        for text in ["a;b\nc;d\n", "a;b\r\nc;d\r\n", "a;b\rc;d\r", "a;b\nc;d"] {
            check(text, &[&["a", "b"], &["c", "d"]]);
        }
        check("a;b\r\n\r\nc;\n", &[&["a", "b"], &[""], &["c", ""]]);
        check("", &[]);
    }

    #[test]
    fn quotes_hold_separators_lines_and_quotes() {
        check("\"a;\"\"b\"\"\";c\n\"d\r\ne\";f\n", &[&["a;\"b\"", "c"], &["d\r\ne", "f"]]);
        // An inch sign is no quote, and neither is one that closes on its line.
        check("rura 5\";1\n\"Jan\" Nowak;2\n", &[&["rura 5\"", "1"], &["Jan Nowak", "2"]]);
        check("a;b\n\"c\nd \" ;e\n", &[&["a", "b"], &["c\nd  ", "e"]]);
        check("a;\"\n\"\nb;c\n", &[&["a", "\n"], &["b", "c"]]);
    }

    #[test]
    fn rows_are_counted_as_a_spreadsheet_counts_them() {
        let rows = &[&["a", "b"][..], &[""], &["c\n\nd", "e"], &[""], &[""], &["f"]];
        check("a;b\n\n\"c\n\nd\";e\n\n\nf\n", rows);
        check("sep=;\na;b\n\n\"c\n\nd\";e\n\n\nf\n", rows);
        let rows = &[&[""], &["a", "b"][..], &[""], &["c\r\nd", "e"], &["f"]];
        check("\r\na;b\r\n\r\n\"c\r\nd\";e\r\nf", rows);
        check("\ra;b\r\r\"c\r\nd\";e\rf\r\r", rows);
    }

    #[test]
    fn a_quote_that_is_never_closed_is_named_by_its_line() {
        refuse("a;b\n1;\"open\n2;x\n3;y\n", 2);
        refuse("a;b\n\"x\ny\";\"open\n2;x\n", 3);
        refuse("a;b\n1;\"open\n2;x\n3;\"closed\"\n", 2);
        refuse("a;b\n1;\"open", 2);
        refuse("a;b\n1;\"open\"\"", 2);
        refuse("a;b\n\"\";\"", 2);
        refuse("sep=;\r\na;b\r\n\r\n1;\"open\r\n", 4);
        refuse("a;b\r1;\"open\r2;x\r", 2);
        refuse(&format!("a;b\n1;\"{}\";2\n", "x\n".repeat(6)), 2);
        refuse(&format!("a;b\n1;\"{}\";2\n", "x".repeat(101)), 2);
    }
}
