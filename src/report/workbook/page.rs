//! One sheet being written: title, sentences, tables. Every text goes through [`Page::text`], which is always a
//! string cell; formulas and links are composed from lejek's own words and addresses alone.

use chrono::NaiveDate;
use rust_xlsxwriter::{Format, Formula, Note, Table, TableColumn, TableStyle, Url, Worksheet, XlsxError};

use crate::i18n::format;
use crate::measure::Unmeasured;
use crate::model::{Currency, Moment, Money};
use crate::report::section::Section;

use super::plan::Plan;
use super::style;

/// Rows and columns are counted from 0, as the library does.
pub(super) struct Page<'p> {
    pub(super) plan: &'p Plan<'p>,
    pub(super) sheet: Worksheet,
    /// The first row that is still free.
    pub(super) next: u32,
    /// The row (from 0) where the list to act on begins.
    pub(super) list: Option<u32>,
    /// Texts that were longer than a cell can hold.
    pub(super) texts_cut: usize,
    /// The heads that stand on every printed page, and the rows of the list that they are of.
    repeated: (Vec<String>, usize),
    /// Words that were defined so far.
    defined: usize,
    /// Columns that sentences may span, and how many characters wide they are together.
    span: (u16, f64),
    widths: Vec<f64>,
}

/// What a cell of a table holds.
pub(super) enum Cell {
    Blank,
    Text(String),
    /// A text that keeps to one line, however long.
    Single(String),
    /// A short text that stands in a column of figures.
    Right(String),
    Strong(String),
    /// Better than chance explains.
    Good(String),
    /// Beside the point.
    Muted(String),
    Broken(String),
    Warned(String),
    Count(usize),
    /// A count so small that what rests on it is a rough figure.
    RoughCount(usize),
    /// A number with its sign.
    Change(f64),
    Tenth(f64),
    /// Hours over a promise.
    Late(f64),
    Share(f64),
    Money(Money),
    /// A sum of one currency; none where no deal has a value.
    Sum(f64, Option<Currency>),
    Amount(f64),
    Moment(Moment),
    /// The month of a day.
    Month(NaiveDate),
    /// A formula in which `{row}` stands for the number of its own row and `{above}` for that of the row above, with
    /// its result.
    Live(String, f64, Look),
    /// The name of a deal, with a link to its row.
    Deal(usize),
    Tick,
}

/// A row grows to so many lines at most; the rest of a longer text is seen in the cell alone.
const MOST_LINES: u32 = 8;

/// Lists of more rows go over the page; the head of the longest one stands on each.
const LONG: usize = 20;

impl Cell {
    /// The text that may need more than one line.
    fn words(&self) -> Option<&str> {
        match self {
            Self::Text(text)
            | Self::Strong(text)
            | Self::Good(text)
            | Self::Muted(text)
            | Self::Broken(text)
            | Self::Warned(text) => Some(text),
            _ => None,
        }
    }
}

/// How a live figure is shown.
#[derive(Debug, Clone, Copy)]
pub(super) enum Look {
    Count,
    /// A number with its sign.
    Change,
    Share,
    /// A share in the place of a text.
    ShareLeft,
    /// A number with a decimal.
    Tenth,
    Money(Currency),
}

/// The head of a table's column.
pub(super) struct Head {
    pub(super) title: String,
    pub(super) note: Option<String>,
    pub(super) side: Side,
}

/// Where a column's figures or words stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Left,
    Right,
}

type Done = Result<(), XlsxError>;

impl<'p> Page<'p> {
    /// An empty sheet for this part, set up for printing, with columns of these widths (in characters).
    pub(super) fn new(plan: &'p Plan<'p>, section: Section, widths: &[f64]) -> Result<Self, XlsxError> {
        let mut sheet = Worksheet::new();
        sheet.set_name(section.title(plan.language))?;
        sheet
            .set_landscape()
            .set_paper_size(9)
            .set_margins(0.5, 0.5, 0.5, 0.6, 0.3, 0.3)
            .set_print_fit_to_pages(1, 0)
            .set_footer(footer(plan))
            .set_screen_gridlines(false);
        for (column, width) in widths.iter().enumerate() {
            sheet.set_column_width(column as u16, *width)?;
        }
        let span = (widths.len().saturating_sub(1) as u16, widths.iter().sum());
        Ok(Self {
            plan,
            sheet,
            next: 0,
            list: None,
            texts_cut: 0,
            repeated: (Vec::new(), LONG),
            defined: 0,
            span,
            widths: widths.to_vec(),
        })
    }

    /// The title of the part, a sentence of what it shows, the as-of and a link back.
    pub(super) fn title(&mut self, section: Section, sentence: &str) -> Done {
        let (language, style) = (self.plan.language, &self.plan.style);
        self.sheet.set_row_height(0, 26)?;
        self.text(0, 0, &section.title(language), &style.title)?;
        self.next = 1;
        self.sentence_in(sentence, &style.subtitle.clone().set_text_wrap())?;
        let as_of = language.say("as-of", &[("moment", format::moment(self.plan.report.book.as_of, language).into())]);
        if self.plan.has(Section::Summary) {
            let back = format!("← {} · {as_of}", Section::Summary.title(language));
            self.link(self.next, 0, Section::Summary, 0, &back, &style.link)?;
        } else {
            self.text(self.next, 0, &as_of, &style.subtitle)?;
        }
        self.sheet.set_freeze_panes(self.next + 1, 0)?;
        self.sheet.set_repeat_rows(0, 0)?;
        self.next += 2;
        Ok(())
    }

    /// The same for a sheet much wider than a page: the sentence spans only so many columns.
    pub(super) fn title_across(&mut self, section: Section, sentence: &str, columns: u16) -> Done {
        let whole = self.span;
        self.span = (columns - 1, whole.1 * f64::from(columns) / f64::from(whole.0 + 1));
        self.title(section, sentence)?;
        self.span = whole;
        Ok(())
    }

    /// A text cell. Texts that a spreadsheet could take for a formula when they are edited keep the quote mark
    /// of a text; texts longer than a cell are cut and counted.
    pub(super) fn text(&mut self, row: u32, column: u16, text: &str, look: &Format) -> Done {
        let (text, cut) = fitted(text);
        self.texts_cut += usize::from(cut);
        if could_become_live(&text) {
            self.sheet.write_string_with_format(row, column, text, &look.clone().set_quote_prefix())?;
        } else {
            self.sheet.write_string_with_format(row, column, text, look)?;
        }
        Ok(())
    }

    /// A text over several columns of one row.
    pub(super) fn wide(&mut self, row: u32, columns: (u16, u16), text: &str, look: &Format) -> Done {
        if columns.0 < columns.1 {
            self.sheet.merge_range(row, columns.0, row, columns.1, "", look)?;
        }
        self.text(row, columns.0, text, look)
    }

    /// A figure that the spreadsheet computes itself, with its result stored beside. Where the sheet of deals
    /// does not hold them all, the result stands alone.
    pub(super) fn live(&mut self, row: u32, column: u16, formula: &str, result: f64, look: &Format) -> Done {
        if self.plan.ledger.is_whole() {
            let formula = Formula::new(formula).set_result(result.to_string());
            self.sheet.write_formula_with_format(row, column, formula, look)?;
        } else {
            self.sheet.write_number_with_format(row, column, result, look)?;
        }
        Ok(())
    }

    /// A link to a row (from 0) of another part of this workbook.
    pub(super) fn link(&mut self, row: u32, column: u16, to: Section, to_row: u32, text: &str, look: &Format) -> Done {
        let (text, cut) = fitted(text);
        self.texts_cut += usize::from(cut);
        let place = format!("internal:'{}'!A{}", to.title(self.plan.language), to_row + 1);
        let quoted;
        let look = if could_become_live(&text) {
            quoted = look.clone().set_quote_prefix();
            &quoted
        } else {
            look
        };
        // The link keeps the text a second time, and there it must be one of XML.
        self.sheet.write_url_with_options(row, column, Url::new(place), attribute(&text), "", Some(look))?;
        if attribute(&text) != text {
            self.sheet.write_string_with_format(row, column, text, look)?;
        }
        Ok(())
    }

    /// The heading of a block.
    pub(super) fn heading(&mut self, text: &str) -> Done {
        let row = self.next;
        self.sheet.set_row_height(row, 20)?;
        self.text(row, 0, text, &self.plan.style.heading)?;
        self.next += 1;
        Ok(())
    }

    /// A sentence over the whole width.
    pub(super) fn sentence(&mut self, text: &str) -> Done {
        self.sentence_in(text, &self.plan.style.body)
    }

    /// A remark in small grey letters over the whole width.
    pub(super) fn remark(&mut self, text: &str) -> Done {
        self.sentence_in(text, &self.plan.style.muted)
    }

    /// A warning on an orange band over the whole width.
    pub(super) fn warning(&mut self, text: &str) -> Done {
        self.sentence_in(text, &self.plan.style.warning)
    }

    /// A term and what it means.
    pub(super) fn definition(&mut self, term: &str, meaning: &str) -> Done {
        let (row, (last, characters)) = (self.next, self.span);
        let width = self.widths.first().copied().unwrap_or_default();
        let lines = lines(meaning, characters - width).max(lines(term, width));
        self.sheet.set_row_height(row, style::height(lines))?;
        self.text(row, 0, term, &self.plan.style.term)?;
        self.wide(row, (1, last), meaning, &self.plan.style.body)?;
        self.next += 1;
        Ok(())
    }

    /// What these words mean, each with a sentence of the catalogue: `key.note`.
    pub(super) fn definitions(&mut self, keys: &[&str]) -> Done {
        if self.defined == 0 {
            self.heading(&self.plan.word("definitions"))?;
        }
        for key in keys {
            self.definition(&self.plan.word(key), &self.plan.word(&format!("{key}.note")))?;
            self.defined += 1;
        }
        Ok(())
    }

    /// Why something could not be measured, as a sentence.
    pub(super) fn unmeasured(&mut self, key: &str, why: Unmeasured) -> Done {
        let language = self.plan.language;
        let why = language.text(&format!("reason-{}", why.name()));
        self.sentence(&language.say(key, &[("why", why.into())]))?;
        self.next += 1;
        Ok(())
    }

    fn sentence_in(&mut self, text: &str, look: &Format) -> Done {
        let (row, (last, characters)) = (self.next, self.span);
        self.sheet.set_row_height(row, style::height(lines(text, characters)) + 2.0)?;
        self.wide(row, (0, last), text, look)?;
        self.next += 1;
        Ok(())
    }

    /// A table with filters. Without rows, the sentence that says so.
    pub(super) fn table(&mut self, heads: &[Head], rows: Vec<Vec<Cell>>, if_empty: &str) -> Done {
        if rows.is_empty() {
            self.sentence(if_empty)?;
            self.next += 1;
            return Ok(());
        }
        let top = self.next;
        let last = top + rows.len() as u32;
        self.repeat(heads, rows.len())?;
        self.grid(heads, rows)?;
        let columns: Vec<TableColumn> = heads
            .iter()
            .map(|head| TableColumn::new().set_header(head.title.as_str()).set_header_format(self.head_format(head)))
            .collect();
        let table = Table::new().set_style(TableStyle::None).set_columns(&columns);
        self.sheet.add_table(top, 0, last, heads.len() as u16 - 1, &table)?;
        Ok(())
    }

    /// Lets the heads of the list that comes next stand on every page, when it is long and no longer one has others.
    fn repeat(&mut self, heads: &[Head], rows: usize) -> Done {
        let titles: Vec<String> = heads.iter().map(|head| head.title.clone()).collect();
        if rows > self.repeated.1 {
            if titles != self.repeated.0 {
                self.sheet.set_repeat_rows(self.next, self.next)?;
            }
            self.repeated = (titles, rows);
        }
        Ok(())
    }

    /// A block with heads and rows but no filters: for the few rows of a calculation.
    pub(super) fn grid(&mut self, heads: &[Head], rows: Vec<Vec<Cell>>) -> Done {
        self.heads(heads)?;
        for row in rows {
            self.row(row)?;
        }
        self.next += 1;
        Ok(())
    }

    /// The head row of a block.
    pub(super) fn heads(&mut self, heads: &[Head]) -> Done {
        let row = self.next;
        // Bold letters are about as wide as digits.
        let tallest = heads.iter().zip(&self.widths).map(|(head, width)| style::lines(&head.title, width - 2.0)).max();
        self.sheet.set_row_height(row, style::height(tallest.unwrap_or(1).max(2)) + 4.0)?;
        for (column, head) in heads.iter().enumerate() {
            self.text(row, column as u16, &head.title, &self.head_format(head))?;
            if let Some(note) = &head.note {
                let note = Note::new(note.as_str()).add_author_prefix(false).set_width(260).set_height(90);
                self.sheet.insert_note(row, column as u16, &note)?;
            }
        }
        self.next += 1;
        Ok(())
    }

    /// One row of a block.
    pub(super) fn row(&mut self, cells: Vec<Cell>) -> Done {
        let row = self.next;
        let lines = cells.iter().zip(&self.widths).filter_map(|(cell, width)| Some(lines(cell.words()?, width - 2.0)));
        self.sheet.set_row_height(row, style::height(lines.max().unwrap_or(1).min(MOST_LINES)) + 1.0)?;
        for (column, cell) in cells.into_iter().enumerate() {
            self.cell(row, column as u16, cell)?;
        }
        self.next += 1;
        Ok(())
    }

    pub(super) fn head_format(&self, head: &Head) -> Format {
        match head.side {
            Side::Left => self.plan.style.head.clone(),
            Side::Right => self.plan.style.head_right.clone(),
        }
    }

    pub(super) fn cell(&mut self, row: u32, column: u16, cell: Cell) -> Done {
        let style = &self.plan.style;
        match cell {
            Cell::Blank => self.sheet.write_blank(row, column, &style.text).map(drop),
            Cell::Text(text) => self.text(row, column, &text, &style.text),
            Cell::Single(text) => self.text(row, column, &text, &style.single),
            Cell::Right(text) => self.text(row, column, &text, &style.right),
            Cell::Strong(text) => self.text(row, column, &text, &style.strong),
            Cell::Good(text) => self.text(row, column, &text, &style.good),
            Cell::Muted(text) => self.text(row, column, &text, &style.quiet),
            Cell::Broken(text) => self.text(row, column, &text, &style.broken),
            Cell::Warned(text) => self.text(row, column, &text, &style.warned),
            Cell::Count(count) => self.number(row, column, count as f64, &style.count),
            Cell::RoughCount(count) => self.number(row, column, count as f64, &style.rough),
            Cell::Change(number) => self.number(row, column, number, &style.change),
            Cell::Tenth(number) => self.number(row, column, number, &style.tenth),
            Cell::Late(hours) => self.number(row, column, hours, &style.late),
            Cell::Share(share) => self.number(row, column, share, &style.share),
            Cell::Amount(amount) => self.number(row, column, amount, &style.amount),
            Cell::Money(money) => self.number(row, column, format::plain(money.amount), style.money(money.currency)),
            Cell::Sum(sum, Some(currency)) => self.number(row, column, sum, style.money(currency)),
            Cell::Sum(sum, None) => self.number(row, column, sum, &style.count),
            Cell::Month(day) => self.sheet.write_date_with_format(row, column, day, &style.month).map(drop),
            Cell::Moment(moment) => self.moment(row, column, moment),
            Cell::Live(formula, result, look) => {
                let formula = formula.replace("{row}", &(row + 1).to_string()).replace("{above}", &row.to_string());
                self.live(row, column, &formula, result, self.look(look))
            }
            Cell::Deal(deal) => self.deal(row, column, deal),
            Cell::Tick => self.sheet.insert_checkbox_with_format(row, column, false, &style.tick).map(drop),
        }
    }

    fn look(&self, look: Look) -> &'p Format {
        let style = &self.plan.style;
        match look {
            Look::Count => &style.count,
            Look::Change => &style.change,
            Look::Share => &style.share,
            Look::ShareLeft => &style.share_left,
            Look::Tenth => &style.tenth,
            Look::Money(currency) => style.money(currency),
        }
    }

    fn number(&mut self, row: u32, column: u16, number: f64, look: &Format) -> Done {
        // The library would write such a number as the text `NAN`; an empty cell is more honest.
        if number.is_finite() {
            self.sheet.write_number_with_format(row, column, number, look)?;
        } else {
            self.sheet.write_blank(row, column, look)?;
        }
        Ok(())
    }

    fn moment(&mut self, row: u32, column: u16, moment: Moment) -> Done {
        let style = &self.plan.style;
        // A day before 1900 has no number in a spreadsheet.
        let written = match moment {
            Moment::Day(day) => self.sheet.write_date_with_format(row, column, day, &style.day).map(drop),
            Moment::At(at) => self.sheet.write_datetime_with_format(row, column, at, &style.moment).map(drop),
        };
        written.or_else(|_| self.text(row, column, &format::moment(moment, self.plan.language), &style.right))
    }

    fn deal(&mut self, row: u32, column: u16, deal: usize) -> Done {
        let plan = self.plan;
        let name = plan.deal_name(deal);
        match plan.ledger.row_of(deal) {
            Some(to_row) => self.link(row, column, Section::Deals, to_row, name, &plan.style.deal),
            None => self.text(row, column, name, &plan.style.text),
        }
    }
}

/// As-of, the page among all, and the name of the sheet: codes and lejek's own words, for `&` is a code here.
fn footer(plan: &Plan<'_>) -> String {
    let (language, as_of) = (plan.language, format::moment(plan.report.book.as_of, plan.language));
    let as_of = language.say("as-of", &[("moment", as_of.into())]);
    format!("&L&8{as_of}&C&8{}&R&8&A", language.text("page-of-pages"))
}

/// Lines of body text in a cell so wide; letters are narrower than the digits that widths are counted in.
fn lines(text: &str, width: f64) -> u32 {
    const LETTERS_PER_DIGIT: f64 = 1.18;
    style::lines(text, (width * LETTERS_PER_DIGIT).max(1.0))
}

/// A column of words.
pub(super) fn left(title: impl Into<String>) -> Head {
    Head { title: title.into(), note: None, side: Side::Left }
}

/// A column of figures.
pub(super) fn right(title: impl Into<String>) -> Head {
    Head { title: title.into(), note: None, side: Side::Right }
}

impl Head {
    /// The same head with a note that says what the column means.
    pub(super) fn meaning(mut self, note: String) -> Self {
        self.note = Some(note);
        self
    }
}

/// UTF-16 units that a cell can hold.
const CELL_UNITS: usize = 32_767;
/// Line feeds that a cell can hold.
const CELL_LINES: usize = 253;

/// Whether a text has more letters than a cell can hold.
pub(super) fn is_too_long(text: &str) -> bool {
    text.len() > CELL_UNITS && text.encode_utf16().count() > CELL_UNITS
}

/// The text as far as a cell can hold it, and whether anything was cut.
pub(super) fn fitted(text: &str) -> (String, bool) {
    let mut text = text.to_owned();
    if text.matches('\n').count() > CELL_LINES {
        text = text.replace('\n', " ");
    }
    if !is_too_long(&text) {
        return (text, false);
    }
    let mut units = 0;
    let end = text.char_indices().find(|(_, letter)| {
        units += letter.len_utf16();
        units > CELL_UNITS - 1
    });
    text.truncate(end.map_or(text.len(), |(place, _)| place));
    text.push('…');
    (text, true)
}

/// A text for an attribute of the file, which the library writes as it is: without the letters that XML does not have.
pub(super) fn attribute(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_control() && !matches!(letter, '\u{fffe}' | '\u{ffff}')).collect()
}

/// Whether a spreadsheet could take the text for a formula once somebody edits the cell or saves it as CSV.
fn could_become_live(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_longer_than_a_cell_is_cut_between_letters() {
        assert_eq!(fitted("krótki"), ("krótki".to_owned(), false));
        let (cut, was_cut) = fitted(&"🙂".repeat(20_000));
        assert!(was_cut && cut.ends_with("🙂…"));
        assert!(cut.encode_utf16().count() <= CELL_UNITS);
        let exact = "x".repeat(CELL_UNITS);
        assert_eq!(fitted(&exact), (exact, false));
    }

    #[test]
    fn more_lines_than_a_cell_can_hold_are_joined() {
        let (joined, cut) = fitted(&"a\n".repeat(300));
        assert!(!cut && !joined.contains('\n'));
    }
}
