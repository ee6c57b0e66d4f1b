//! One small workbook a seller, ready to be sent: what to do, and the deals that it is about. Nothing of the others.

use std::collections::BTreeSet;

use crate::report::Report;

use super::plan::Plan;
use super::{Failure, bound, deals, to_do};

/// Letters of a name that its file's name keeps.
const MOST_LETTERS: usize = 50;

/// A seller's workbook, as a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Handout {
    /// The file's name, good on every system and unlike all others of the run.
    pub file: String,
    /// The bytes of an .xlsx file.
    pub workbook: Vec<u8>,
}

/// The workbooks of all sellers that have undecided deals or something to do, in the order of the report.
pub fn handouts(report: &Report<'_>) -> Result<Vec<Handout>, Failure> {
    let mut taken = BTreeSet::new();
    let mut handouts = Vec::new();
    for owner in report.measures.owners.iter().filter_map(|group| group.name.as_deref()) {
        let plan = Plan::of_owner(report, owner);
        if plan.ledger.is_empty() {
            continue;
        }
        let pages = vec![to_do::sheet(&plan)?, deals::sheet(&plan)?];
        handouts.push(Handout { file: file_name(owner, &mut taken), workbook: bound(&plan, pages)? });
    }
    Ok(handouts)
}

/// `to-do-Anna Wilczek.xlsx`. What some system refuses in a name becomes `_`; names that differ only by case, which
/// some systems take for one, are numbered.
fn file_name(owner: &str, taken: &mut BTreeSet<String>) -> String {
    let letters = owner.chars().map(|letter| if is_refused(letter) { '_' } else { letter });
    let name: String = letters.take(MOST_LETTERS).collect();
    let name = name.trim_matches([' ', '.']);
    let mut file = format!("to-do-{name}.xlsx");
    let mut place = 1;
    while !taken.insert(file.to_lowercase()) {
        place += 1;
        file = format!("to-do-{name} ({place}).xlsx");
    }
    file
}

/// Letters that Windows refuses, and those that make a name look like another.
fn is_refused(letter: char) -> bool {
    let turns_or_hides = matches!(
        letter,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}'
    );
    letter.is_control() || "<>:\"/\\|?*".contains(letter) || turns_or_hides
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(owners: &[&str], expected: &[&str]) {
        let mut taken = BTreeSet::new();
        let named: Vec<String> = owners.iter().map(|owner| file_name(owner, &mut taken)).collect();
        assert_eq!(named, expected);
    }

    #[test]
    fn a_name_becomes_a_file_name_that_every_system_takes() {
        check(&["Anna Wilczek", "Łucja Żak"], &["to-do-Anna Wilczek.xlsx", "to-do-Łucja Żak.xlsx"]);
        check(
            &["a/b\\c:d", "CON", "..", "x\t"],
            &["to-do-a_b_c_d.xlsx", "to-do-CON.xlsx", "to-do-.xlsx", "to-do-x_.xlsx"],
        );
        check(&["Jan", "JAN", "jan."], &["to-do-Jan.xlsx", "to-do-JAN (2).xlsx", "to-do-jan (3).xlsx"]);
        check(&["\u{202e}xslx"], &["to-do-_xslx.xlsx"]);
    }

    #[test]
    fn a_long_name_is_cut_and_still_unlike_the_others() {
        let long = "ż".repeat(300);
        let mut taken = BTreeSet::new();
        let [first, second] = [0, 1].map(|_| file_name(&long, &mut taken));
        assert!(first.len() < 255 && second.len() < 255 && first != second);
    }
}
