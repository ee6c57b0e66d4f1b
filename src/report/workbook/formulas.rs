//! Counts and sums over the sheet of deals, as formulas that the spreadsheet computes again by itself.
//!
//! A name from the input is never part of a formula: the formula compares with the cell that shows it. Where a
//! criterion of COUNTIFS could mean more than the name itself (`*`, `>5`, another case), EXACT compares instead.

use crate::model::Currency;

use super::deals::{Column, Ledger};

/// What a deal must fulfil to be counted.
#[derive(Debug, Clone)]
pub(super) enum Test {
    /// The cell holds this word of ours.
    Word(Column, String),
    /// The cell holds exactly what stands in the cell with this address; [`Comparison`] tells how to ask.
    Same(Column, String, Comparison),
    /// The day lies in the month of which the first day stands in the cell with this address.
    InMonth(Column, String),
    /// The day lies in the week of which the Monday stands in the cell with this address.
    InWeek(Column, String),
    /// The cell is empty.
    Blank(Column),
    /// The number is at least this.
    AtLeast(Column, u32),
    /// The number is at most this.
    AtMost(Column, u32),
    /// The number is this.
    Equals(Column, u32),
}

/// How a formula can ask for a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Comparison {
    /// As a criterion: the name means nothing but itself.
    Criterion,
    /// Letter by letter.
    Exact,
}

impl Test {
    /// The deals that hold exactly this name in a column, which stands in column A of the formula's row; or none.
    pub(super) fn named<'a>(column: Column, name: Option<&str>, all: impl Iterator<Item = &'a str>) -> Self {
        match name {
            Some(name) => Self::Same(column, "$A{row}".to_owned(), comparison(name, all)),
            None => Self::Blank(column),
        }
    }
}

impl Ledger {
    /// The number of deals that pass all tests.
    pub(super) fn count(&self, tests: &[Test]) -> String {
        if tests.is_empty() {
            return format!("ROWS({})", self.reference(Column::Stage));
        }
        match self.criteria(tests) {
            Some(criteria) => format!("COUNTIFS({criteria})"),
            None => format!("SUMPRODUCT({}*1)", self.product(tests)),
        }
    }

    /// The value of the deals that pass all tests, in one currency.
    pub(super) fn sum(&self, currency: Currency, tests: &[Test]) -> String {
        let mut tests = tests.to_vec();
        tests.push(Test::Word(Column::Currency, self.currency_word(currency)));
        let value = self.reference(Column::Value);
        match self.criteria(&tests) {
            Some(criteria) => format!("SUMIFS({value},{criteria})"),
            None => format!("SUMPRODUCT({}*{value})", self.product(&tests)),
        }
    }

    fn criteria(&self, tests: &[Test]) -> Option<String> {
        let criteria: Option<Vec<String>> = tests
            .iter()
            .map(|test| match test {
                Test::Word(column, word) => Some(format!("{},{}", self.reference(*column), quoted(word))),
                Test::Same(column, cell, Comparison::Criterion) => Some(format!("{},{cell}", self.reference(*column))),
                Test::InMonth(column, cell) => {
                    let column = self.reference(*column);
                    Some(format!("{column},\">=\"&{cell},{column},\"<\"&EDATE({cell},1)"))
                }
                Test::InWeek(column, cell) => {
                    let column = self.reference(*column);
                    Some(format!("{column},\">=\"&{cell},{column},\"<\"&({cell}+7)"))
                }
                Test::Same(_, _, Comparison::Exact) | Test::Blank(_) => None,
                Test::AtLeast(column, number) => Some(format!("{},\">={number}\"", self.reference(*column))),
                Test::AtMost(column, number) => Some(format!("{},\"<={number}\"", self.reference(*column))),
                Test::Equals(column, number) => Some(format!("{},{number}", self.reference(*column))),
            })
            .collect();
        criteria.map(|criteria| criteria.join(","))
    }

    fn product(&self, tests: &[Test]) -> String {
        let factors: Vec<String> = tests
            .iter()
            .map(|test| match test {
                Test::Word(column, word) => format!("({}={})", self.reference(*column), quoted(word)),
                Test::Same(column, cell, _) => format!("EXACT({},{cell})", self.reference(*column)),
                Test::InMonth(column, cell) => {
                    let column = self.reference(*column);
                    format!("({column}>={cell})*({column}<EDATE({cell},1))")
                }
                Test::InWeek(column, cell) => {
                    let column = self.reference(*column);
                    format!("({column}>={cell})*({column}<{cell}+7)")
                }
                Test::Blank(column) => format!("({}=\"\")", self.reference(*column)),
                Test::AtLeast(column, number) => format!("({}>={number})", self.reference(*column)),
                Test::AtMost(column, number) => format!("({}<={number})", self.reference(*column)),
                Test::Equals(column, number) => format!("({}={number})", self.reference(*column)),
            })
            .collect();
        factors.join("*")
    }
}

/// How to ask for `name` among `all` names of its column.
pub(super) fn comparison<'a>(name: &str, mut all: impl Iterator<Item = &'a str>) -> Comparison {
    let folded = name.to_lowercase();
    let plain_letters = name.chars().all(|c| c.is_alphabetic() || " .-'&".contains(c));
    let begins_with_letter = name.starts_with(char::is_alphabetic);
    // COUNTIFS reads these as truth values.
    let truth = ["true", "false", "prawda", "fałsz"].contains(&folded.as_str());
    let alone = !all.any(|other| other != name && other.trim().to_lowercase() == folded.trim());
    if plain_letters && begins_with_letter && !truth && alone && name.chars().count() <= 200 && name.trim() == name {
        Comparison::Criterion
    } else {
        Comparison::Exact
    }
}

fn quoted(word: &str) -> String {
    format!("\"{}\"", word.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, expected: Comparison) {
        assert_eq!(comparison(name, ["anna", "Jan Kos"].into_iter()), expected, "{name}");
    }

    #[test]
    fn only_plain_names_are_criteria() {
        check("Łucja Żak-Wilk", Comparison::Criterion);
        check("Jan Kos", Comparison::Criterion);
        for name in ["Anna", "*", ">5", "=x", "5", "A?", "~a", "TRUE", "Prawda", "Jan 5", " Jan Kos", ""] {
            check(name, Comparison::Exact);
        }
    }
}
