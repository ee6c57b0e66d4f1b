//! `lejek check`: what is wrong or missing in the inputs, on the terminal or as JSON.

use crate::cli::CheckArgs;
use crate::diagnostic::Code;
use crate::error::Result;
use crate::measure;
use crate::report::quality::Quality;
use crate::report::terminal::Places;
use crate::report::{json, terminal};

use super::take_in::has_warning;
use super::understand::understand;
use super::{ANY, Console, Status, code_unknown, print, speaks_for};

pub(super) fn run(arguments: &CheckArgs, console: &mut Console) -> Result<Status> {
    let fail_on = codes(&arguments.fail_on)?;
    let (language, settings, mut taken, book) = understand(&arguments.read, None, console)?.into_book()?;
    taken.diagnostics.extend(speaks_for::out_of_date(book.as_of, measure::newest_fact(&book)));
    let completeness = measure::completeness(&book);
    let quality = Quality {
        language,
        settings: &settings,
        chosen: &taken.chosen,
        inputs: &taken.files,
        book: &book,
        completeness: &completeness,
        diagnostics: &taken.diagnostics,
    };
    if arguments.json {
        console.complain(&taken.inputs.refused);
        print(&String::from_utf8_lossy(&json::check(&quality)));
    } else {
        let places = if arguments.all { Places::All } else { Places::First };
        print(&terminal::check(&quality, places));
    }
    Ok(taken.status(|remarks| {
        let named = remarks.iter().any(|remark| fail_on.contains(&remark.code));
        named || (arguments.strict && has_warning(remarks))
    }))
}

/// The codes that `--fail-on` names; `any` names all.
fn codes(names: &[String]) -> Result<Vec<Code>> {
    let mut codes = Vec::new();
    for name in names {
        match Code::ALL.iter().find(|code| code.name() == name) {
            Some(code) => codes.push(*code),
            None if name == ANY => codes.extend(Code::ALL),
            None => return Err(code_unknown(name, Code::ALL.iter().map(|code| code.name()).chain([ANY])).into()),
        }
    }
    Ok(codes)
}
