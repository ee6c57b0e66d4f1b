//! How the JSON is laid out: keys of nested tables on lines of their own, each item of a list on one line.
//! A report of thousands of deals stays readable, searchable line by line, and a third of the size.

use std::io::{self, Write};

use serde_json::ser::Formatter;

const INDENT: &[u8] = b"  ";

/// Writes one line per key outside of lists and one line per item of a list.
#[derive(Debug, Default)]
pub(super) struct Lines {
    depth: usize,
    /// How many lists are open.
    lists: usize,
    /// Something was written since the innermost bracket opened.
    filled: bool,
}

impl Lines {
    fn open<W: Write + ?Sized>(&mut self, out: &mut W, bracket: &[u8]) -> io::Result<()> {
        self.depth += 1;
        self.filled = false;
        out.write_all(bracket)
    }

    /// Closes a bracket whose content stands on `lines` of its own, or all on one.
    fn close<W: Write + ?Sized>(&mut self, out: &mut W, bracket: &[u8], on_lines: bool) -> io::Result<()> {
        self.depth -= 1;
        if on_lines && self.filled {
            self.break_line(out)?;
        }
        self.filled = true;
        out.write_all(bracket)
    }

    fn separate<W: Write + ?Sized>(&mut self, out: &mut W, first: bool, on_lines: bool) -> io::Result<()> {
        match (first, on_lines) {
            (true, false) => Ok(()),
            (false, false) => out.write_all(b", "),
            (true, true) => self.break_line(out),
            (false, true) => out.write_all(b",").and_then(|()| self.break_line(out)),
        }
    }

    fn break_line<W: Write + ?Sized>(&self, out: &mut W) -> io::Result<()> {
        out.write_all(b"\n")?;
        (0..self.depth).try_for_each(|_| out.write_all(INDENT))
    }
}

impl Formatter for Lines {
    fn begin_array<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        self.lists += 1;
        self.open(out, b"[")
    }

    fn end_array<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        self.lists -= 1;
        let on_lines = self.lists == 0;
        self.close(out, b"]", on_lines)
    }

    fn begin_array_value<W: Write + ?Sized>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.separate(out, first, self.lists == 1)
    }

    fn end_array_value<W: Write + ?Sized>(&mut self, _: &mut W) -> io::Result<()> {
        self.filled = true;
        Ok(())
    }

    fn begin_object<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        self.open(out, b"{")
    }

    fn end_object<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        let on_lines = self.lists == 0;
        self.close(out, b"}", on_lines)
    }

    fn begin_object_key<W: Write + ?Sized>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.separate(out, first, self.lists == 0)
    }

    fn begin_object_value<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        out.write_all(b": ")
    }

    fn end_object_value<W: Write + ?Sized>(&mut self, _: &mut W) -> io::Result<()> {
        self.filled = true;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Serialize;
    use serde_json::{Value, json};

    #[track_caller]
    fn check(value: &Value, text: &str) {
        let mut bytes = Vec::new();
        let mut out = serde_json::Serializer::with_formatter(&mut bytes, Lines::default());
        value.serialize(&mut out).expect("a value is JSON");
        assert_eq!(String::from_utf8_lossy(&bytes), text);
        assert_eq!(&serde_json::from_slice::<Value>(&bytes).expect("what was written can be read"), value);
    }

    #[test]
    fn keys_have_lines_and_items_have_lines() {
        check(
            &json!({"a": 1, "b": {"c": [{"d": [1, 2], "e": {}}, {}]}, "f": [], "g": {}}),
            "{\n  \"a\": 1,\n  \"b\": {\n    \"c\": [\n      {\"d\": [1, 2], \"e\": {}},\n      {}\n    ]\n  },\n  \"f\": [],\n  \"g\": {}\n}",
        );
    }
}
