//! `lejek explain`: what a message's code or a finding's rule means, in both languages.

use crate::cli::ExplainArgs;
use crate::diagnostic::Code;
use crate::error::Result;
use crate::i18n::Language;
use crate::measure::Rule;
use crate::report::quality::severity_name;

use super::{Console, Status, code_unknown, print};

pub(super) fn run(arguments: &ExplainArgs, console: &mut Console) -> Result<Status> {
    match &arguments.code {
        Some(code) => print(&explanation(code)?),
        None => print(&list(console.language)),
    }
    Ok(Status::Done)
}

fn list(language: Language) -> String {
    let rules = Rule::ALL.iter().map(|rule| (rule.name(), language.text(&format!("rule-{}", rule.name()))));
    let codes = Code::ALL.iter().map(|code| (code.name(), language.title_of(*code)));
    let lines: Vec<String> = rules.chain(codes).map(|(name, meaning)| format!("{name:<28} {meaning}")).collect();
    lines.join("\n") + "\n"
}

fn explanation(name: &str) -> Result<String> {
    if let Some(rule) = Rule::ALL.iter().find(|rule| rule.name() == name) {
        let key = format!("rule-{}", rule.name());
        return Ok(in_every_language(|language| {
            format!("{}\n  = {}\n", language.text(&key), language.text(&format!("{key}.advice")))
        }));
    }
    let known = |code: &&Code| code.name() == name;
    let names = || Rule::ALL.iter().map(|rule| rule.name()).chain(Code::ALL.iter().map(|code| code.name()));
    let code = Code::ALL.iter().find(known).ok_or_else(|| code_unknown(name, names()))?;
    Ok(in_every_language(|language| {
        let severity = format!("severity-{}", severity_name(code.severity()));
        let advice = language.advice_for(*code).map(|advice| format!("  = {advice}\n")).unwrap_or_default();
        format!("{}[{name}]: {}\n{advice}", language.text(&severity), language.meaning_of(*code))
    }))
}

fn in_every_language(say: impl Fn(Language) -> String) -> String {
    Language::ALL.map(say).join("\n")
}
