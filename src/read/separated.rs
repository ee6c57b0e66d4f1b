//! Separated text in, records of fields out. Unlike other readers it takes a quotation mark that is never closed
//! for a fault and not for a field of ten thousand lines.

use std::borrow::Cow;

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

/// The records of a text, blank lines included.
pub(super) struct Records<'a> {
    text: &'a str,
    at: usize,
    line: u32,
    separator: u8,
    bounds: Bounds,
}

/// Finds the separator and gives the records. A first line `sep=;` names it and is no record.
pub(super) fn records(text: &str, bounds: Bounds) -> Records<'_> {
    if let Some((separator, at)) = named_separator(text) {
        return Records { text, at, line: 2, separator, bounds };
    }
    let from = |separator| Records { text, at: 0, line: 1, separator, bounds };
    let mut best = (0, b';');
    for separator in SEPARATORS {
        let fit = fit(from(separator));
        if fit > best.0 {
            best = (fit, separator);
        }
    }
    from(best.1)
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
    let mut counts: Vec<usize> =
        records.take(SAMPLE).map_while(Result::ok).map(|fields| fields.len()).filter(|count| *count > 1).collect();
    counts.sort_unstable();
    let runs = counts.chunk_by(|left, right| left == right);
    runs.map(|run| run.len() * run.first().map_or(0, |fields| fields - 1)).max().unwrap_or(0)
}

impl<'a> Iterator for Records<'a> {
    type Item = Result<Vec<Cow<'a, str>>, OpenQuote>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.at >= self.text.len() {
            return None;
        }
        let mut fields = Vec::new();
        loop {
            match self.field() {
                Ok(field) => fields.push(field),
                Err(open) => {
                    // Nothing after it can be trusted.
                    self.at = self.text.len();
                    return Some(Err(open));
                }
            }
            match self.byte(self.at) {
                Some(byte) if byte == self.separator => self.at += 1,
                Some(b'\r') if self.byte(self.at + 1) == Some(b'\n') => self.at += 2,
                Some(_) => self.at += 1,
                None => return Some(Ok(fields)),
            }
            if self.byte(self.at - 1) != Some(self.separator) {
                self.line += 1;
                return Some(Ok(fields));
            }
        }
    }
}

impl<'a> Records<'a> {
    fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }

    fn slice(&self, from: usize, to: usize) -> &'a str {
        // Fields end at separators, quotes and line ends, which are single bytes in UTF-8.
        self.text.get(from..to).unwrap_or_default()
    }

    /// The place at or after `from` where an unquoted field ends.
    fn end_of_field(&self, from: usize) -> usize {
        let ends = |byte: &u8| *byte == self.separator || *byte == b'\n' || *byte == b'\r';
        let rest = self.text.as_bytes().get(from..).unwrap_or_default();
        rest.iter().position(ends).map_or(self.text.len(), |length| from + length)
    }

    fn field(&mut self) -> Result<Cow<'a, str>, OpenQuote> {
        let start = self.at;
        if self.byte(start) != Some(b'"') {
            self.at = self.end_of_field(start);
            return Ok(Cow::Borrowed(self.slice(start, self.at)));
        }
        let open = OpenQuote { line: self.line };
        let (close, breaks) = self.closing_quote(start + 1).ok_or(open)?;
        let end = self.end_of_field(close + 1);
        let (inside, behind) = (self.slice(start + 1, close), self.slice(close + 1, end));
        // A quote that closes in the middle of a text, lines later, belongs to another field.
        if breaks > 0 && !behind.trim().is_empty() {
            return Err(open);
        }
        self.line += breaks;
        self.at = end;
        let text = if inside.contains('"') { Cow::Owned(inside.replace("\"\"", "\"")) } else { Cow::Borrowed(inside) };
        Ok(if behind.trim().is_empty() { text } else { Cow::Owned(format!("{text}{behind}")) })
    }

    /// Where the quote closes that opened before `from`, and how many lines later.
    fn closing_quote(&self, from: usize) -> Option<(usize, u32)> {
        let mut at = from;
        let mut breaks = 0;
        loop {
            match self.byte(at)? {
                b'"' if self.byte(at + 1) == Some(b'"') => at += 1,
                b'"' => return Some((at, breaks)),
                b'\n' => breaks += 1,
                b'\r' if self.byte(at + 1) != Some(b'\n') => breaks += 1,
                _ => {}
            }
            at += 1;
            if breaks > self.bounds.lines || at - from > self.bounds.bytes {
                return None;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOUNDS: Bounds = Bounds { lines: 5, bytes: 100 };

    #[track_caller]
    fn check(text: &str, expect: &[&[&str]]) {
        let read: Vec<Vec<Cow<'_, str>>> =
            records(text, BOUNDS).collect::<Result<_, _>>().expect("every quote is closed");
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
    }

    #[test]
    fn a_quote_that_is_never_closed_is_named_by_its_line() {
        refuse("a;b\n1;\"open\n2;x\n3;y\n", 2);
        refuse("a;b\n\"x\ny\";\"open\n2;x\n", 3);
        refuse("a;b\n1;\"open\n2;x\n3;\"closed\"\n", 2);
        refuse(&format!("a;b\n1;\"{}\";2\n", "x\n".repeat(6)), 2);
        refuse(&format!("a;b\n1;\"{}\";2\n", "x".repeat(101)), 2);
    }
}
