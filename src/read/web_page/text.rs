//! Pieces of a page's text in, the text as a browser would show it out.

/// Text that is being gathered.
#[derive(Debug, Default)]
pub(super) struct Gathered(Vec<u8>);

/// Where a line ends. The line ends of the source mean nothing, so this is a character that is rare in sources and
/// means the same.
const LINE_END: char = '\u{2028}';

impl Gathered {
    /// A piece of text as it stands in the source; letters may come in pieces.
    pub(super) fn add(&mut self, piece: &[u8]) {
        self.0.extend(piece);
    }

    /// The line ends here.
    pub(super) fn end_line(&mut self) {
        self.0.extend(LINE_END.to_string().bytes());
    }

    /// The text: blanks in a row are one, and lines in which nothing stands are none.
    pub(super) fn shown(&self) -> String {
        let text = String::from_utf8_lossy(&self.0);
        let lines = text.split(LINE_END).map(|line| line.split_ascii_whitespace().collect::<Vec<_>>().join(" "));
        lines.filter(|line| !line.trim().is_empty()).collect::<Vec<_>>().join("\n")
    }

    /// The text with all its blanks.
    pub(super) fn raw(&self) -> String {
        String::from_utf8_lossy(&self.0).into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_and_lines_are_those_that_show() {
        let mut text = Gathered::default();
        text.add("\n   Żółw \n i ".as_bytes());
        let (beginning, rest) = "Spółka".as_bytes().split_at(3);
        text.add(beginning);
        text.add(rest);
        text.end_line();
        text.end_line();
        text.add("\u{a0}12\u{a0}500,00 zł ".as_bytes());
        assert_eq!(text.shown(), "Żółw i Spółka\n\u{a0}12\u{a0}500,00 zł");
    }
}
