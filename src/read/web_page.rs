//! An HTML page in, the cells of its tables out. Many programs save such a page under the name of a workbook. Only
//! tags are told apart here, as a browser does it; no tree is built, so nesting costs nothing.

mod formats;
mod page;
mod text;

use std::fs;
use std::path::Path;

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{Token, Tokenizer};

use super::draft::Draft;
use super::encoding;
use super::gate::{damaged, refusal};
use super::grid::Format;
use super::signature::Foreign;
use super::sink::{Outcome, Sink};
use crate::diagnostic::{Code, Word};

use page::Page;

/// Reads every table of a page as a sheet. The only one is known by its caption, if it has one; of several, those
/// without are known by their numbers.
pub(super) fn read(path: &Path, sink: &mut Sink<'_>) -> Outcome {
    let bytes =
        fs::read(path).map_err(|error| refusal(Code::FileUnreadable, &sink.file).with("cause", error.to_string()))?;
    let Some(decoded) = encoding::decode_markup(bytes) else {
        return Err(Foreign::Not("found-binary").refusal(&sink.file).into());
    };
    let page = page(&decoded.text, sink.limits.text_bytes);
    if page.is_cut_off() {
        return Err(damaged(&sink.file, Word::term("damage-cut-off")).into());
    }
    let tables = page.finish();
    if tables.is_empty() {
        return Err(Foreign::Not("found-page-without-table").refusal(&sink.file).into());
    }
    sink.format(Format::Html)?;
    if let Some(remark) = decoded.remark(&sink.file) {
        sink.remark(remark)?;
    }
    for table in named(tables) {
        table.pour(sink)?;
    }
    Ok(())
}

/// The page that a text is.
fn page(text: &str, text_bytes: usize) -> Page {
    let mut page = Page::new(text_bytes);
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    for token in Tokenizer::new_with_emitter(text, emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => page.open(&tag),
            Token::EndTag(tag) => page.close(&tag.name),
            Token::String(text) => page.text(&text),
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    page
}

fn named(mut tables: Vec<Draft>) -> Vec<Draft> {
    let mut taken: Vec<String> = Vec::new();
    let several = tables.len() > 1;
    for (number, table) in (1..).zip(&mut tables) {
        let free = |name: &String| !taken.iter().any(|taken| taken.to_lowercase() == name.to_lowercase());
        table.name = table.name.take().filter(free).or_else(|| several.then(|| number.to_string()));
        taken.extend(table.name.clone());
    }
    tables
}
