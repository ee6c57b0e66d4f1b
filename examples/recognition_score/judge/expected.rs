//! The text of `NAME.expected` in, what a careful human says of the case out. A line that is not understood is a
//! mistake in the case and ends the run.

/// What must come out of a case.
#[derive(Debug, Default)]
pub(super) struct Expected<'a> {
    pub(super) as_of: Option<&'a str>,
    pub(super) template: Option<&'a str>,
    /// Counts of deals by state.
    pub(super) deals: Option<&'a str>,
    /// Sums of values by currency.
    pub(super) sum: Option<&'a str>,
    /// States and the sums of their deals' values.
    pub(super) values: Vec<(&'a str, &'a str)>,
    /// How many deals reached each rung of the funnel.
    pub(super) reached: Option<&'a str>,
    /// Codes of diagnostics that must be among those raised.
    pub(super) says: Vec<&'a str>,
    /// Stage words and the keys of their stages.
    pub(super) words: Vec<(&'a str, &'a str)>,
    /// Single deals, by number, name, firm or person, with what is known of each.
    pub(super) facts: Vec<(&'a str, Vec<&'a str>)>,
    pub(super) sheets: Vec<ExpectedSheet<'a>>,
}

/// What must come out of a sheet.
#[derive(Debug, Default)]
pub(super) struct ExpectedSheet<'a> {
    /// Its name; the file's name for text.
    pub(super) name: &'a str,
    pub(super) layout: Option<&'a str>,
    /// Reasons, any of which will do.
    pub(super) left_out: Option<&'a str>,
    pub(super) header: Option<&'a str>,
    /// What the sheet's name says of its rows.
    pub(super) name_says: Option<&'a str>,
    pub(super) skipped: Option<&'a str>,
    /// Headers, or `@C` for a column without one, and their fields.
    pub(super) columns: Vec<(&'a str, &'a str)>,
    /// Headers that stand for stages, and the stages' keys.
    pub(super) stages: Vec<(&'a str, &'a str)>,
}

/// Which list the indented lines belong to.
#[derive(Clone, Copy)]
enum List {
    None,
    Words,
    Columns,
    Stages,
}

impl<'a> Expected<'a> {
    /// Reads the text of a case.
    pub(super) fn read(case: &str, text: &'a str) -> Self {
        let mut expected = Self::default();
        let mut list = List::None;
        for line in text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')) {
            let understood = if line.starts_with(' ') {
                expected.item(list, line.trim())
            } else {
                expected.statement(line.trim_end()).map(|opened| list = opened)
            };
            assert!(understood.is_some(), "{case}.expected: not understood: {line}");
        }
        expected
    }

    fn item(&mut self, list: List, line: &'a str) -> Option<()> {
        let (word, meaning) = line.rsplit_once(" = ")?;
        let pair = (word.trim(), meaning.trim());
        match list {
            List::None => return None,
            List::Words => self.words.push(pair),
            List::Columns => self.sheets.last_mut()?.columns.push(pair),
            List::Stages => self.sheets.last_mut()?.stages.push(pair),
        }
        Some(())
    }

    /// Takes a line that stands at the margin; gives the list that it opens.
    fn statement(&mut self, line: &'a str) -> Option<List> {
        if line == "words:" {
            return Some(List::Words);
        }
        if let Some(deal) = line.strip_prefix("deal ") {
            let (name, facts) = deal.split_once(": ")?;
            self.facts.push((name, facts.split(';').map(str::trim).collect()));
            return Some(List::None);
        }
        if let Some(name) = line.strip_prefix("sheet ").and_then(|rest| rest.strip_suffix(':')) {
            self.sheets.push(ExpectedSheet { name: name.trim(), ..ExpectedSheet::default() });
            return Some(List::None);
        }
        if let Some(list) =
            [("columns:", List::Columns), ("stages:", List::Stages)].iter().find(|(key, _)| line == *key)
        {
            self.sheets.last()?;
            return Some(list.1);
        }
        let (key, value) = line.split_once(": ")?;
        if let Some(state) = key.strip_prefix("value ") {
            self.values.push((state, value.trim()));
            return Some(List::None);
        }
        let slot = match (key, self.sheets.last_mut()) {
            ("as of", _) => &mut self.as_of,
            ("template", _) => &mut self.template,
            ("deals", _) => &mut self.deals,
            ("sum", _) => &mut self.sum,
            ("reached", _) => &mut self.reached,
            ("layout", Some(sheet)) => &mut sheet.layout,
            ("left out", Some(sheet)) => &mut sheet.left_out,
            ("header", Some(sheet)) => &mut sheet.header,
            ("name says", Some(sheet)) => &mut sheet.name_says,
            ("skipped", Some(sheet)) => &mut sheet.skipped,
            ("says", _) => {
                self.says.extend(value.split(',').map(str::trim));
                return Some(List::None);
            }
            _ => return None,
        };
        *slot = Some(value.trim());
        Some(List::None)
    }
}
