//! What a template file fixes about the reading of sheets, on top of what it extends: columns, dates, currencies,
//! spellings, single sheets. The file's own word comes before the word of the template that it extends.

use std::collections::{BTreeMap, BTreeSet};
use std::str::FromStr;

use rust_decimal::Decimal;

use crate::model::Currency;

use super::assemble::{Checked, Contradiction, place_of};
use super::file::{Columns, File, Sheet};
use super::{DateOrder, Field, SheetRule, StageRule, Template};

/// Adds what the file says of sheets to a template whose stages are settled.
pub(super) fn complete(template: &mut Template, file: &File) -> Checked<()> {
    if let Some(code) = &file.currency {
        template.currency = Some(currency("currency", code)?);
    }
    template.rates.extend(rates(&file.rates)?);
    check_rates(template)?;
    template.date_order = file.date_order.map(DateOrder::from).or(template.date_order);
    template.pipeline = file.pipeline.clone().or(template.pipeline.take());
    check_columns("columns", &file.columns, &template.stages)?;
    put_first(&mut template.columns, file.columns.tied());
    put_first(&mut template.ignored, file.columns.ignored().to_vec());
    put_first(&mut template.shown, file.show.clone());
    put_first(&mut template.owners, spellings("owners", &file.owners)?);
    put_first(&mut template.sources, spellings("sources", &file.sources)?);
    put_first(&mut template.sheets, sheets(&file.sheet, &template.stages)?);
    template.same.extend(file.same.iter().map(|pair| pair.rows.clone()));
    template.different.extend(file.different.iter().map(|pair| pair.rows.clone()));
    // An export is known by the headers of its own template, not of one that goes further.
    template.known_by = known_by(&file.known_by)?;
    Ok(())
}

/// What the file says comes before what it extends: the first that names a header, a spelling or a sheet gets it.
fn put_first<T: PartialEq>(present: &mut Vec<T>, mut first: Vec<T>) {
    for later in present.drain(..) {
        if !first.contains(&later) {
            first.push(later);
        }
    }
    *present = first;
}

fn currency(key: &str, code: &str) -> Checked<Currency> {
    Currency::from_code(code).ok_or_else(|| Contradiction::at(key, "template-cause-currency"))
}

fn rates(written: &BTreeMap<String, f64>) -> Checked<BTreeMap<Currency, Decimal>> {
    let rate = |(code, rate): (&String, &f64)| {
        let at = format!("rates.{code}");
        let currency = currency(&at, code)?;
        // The shortest text of the number is what stands in the file; its binary form would add noise.
        let rate = Decimal::from_str(&rate.to_string()).ok().filter(|rate| *rate > Decimal::ZERO);
        Ok((currency, rate.ok_or_else(|| Contradiction::at(at, "template-cause-rate"))?))
    };
    written.iter().map(rate).collect()
}

fn check_rates(template: &Template) -> Checked<()> {
    match template.currency {
        None if !template.rates.is_empty() => Err(Contradiction::at("rates", "template-cause-rates-without-currency")),
        Some(own) if template.rates.contains_key(&own) => {
            Err(Contradiction::at(format!("rates.{own}"), "template-cause-rate-of-itself"))
        }
        _ => Ok(()),
    }
}

/// Every stage is there, and no header means two things.
fn check_columns(at: &str, columns: &Columns, stages: &[StageRule]) -> Checked<()> {
    let mut seen = BTreeSet::new();
    let mut check_headers =
        |key: &str, headers: &[String]| match headers.iter().find(|h| !seen.insert(h.to_lowercase())) {
            Some(header) => Err(Contradiction::at(format!("{at}.{key}: {header}"), "template-cause-header-twice")),
            None => Ok(()),
        };
    for (field, headers) in columns.tied() {
        if let Field::StageDate(stage) | Field::StageTime(stage) = &field
            && place_of(stages, stage).is_none()
        {
            return Err(Contradiction::at(format!("{at}.{}", field.key()), "template-cause-no-such-stage"));
        }
        check_headers(&field.key(), &headers)?;
    }
    check_headers("ignore", columns.ignored())
}

/// Names with their other spellings; none may stand for two.
fn spellings(at: &str, written: &BTreeMap<String, Vec<String>>) -> Checked<Vec<(String, Vec<String>)>> {
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    for (name, others) in written {
        for spelling in others.iter().chain([name]) {
            let owner = seen.entry(spelling.to_lowercase()).or_insert(name);
            if owner != name {
                return Err(Contradiction::at(format!("{at}.{name}: {spelling}"), "template-cause-spelling-twice"));
            }
        }
    }
    Ok(written.iter().map(|(name, others)| (name.clone(), others.clone())).collect())
}

fn sheets(written: &[Sheet], stages: &[StageRule]) -> Checked<Vec<SheetRule>> {
    let mut rules: Vec<SheetRule> = Vec::with_capacity(written.len());
    for sheet in written {
        let rule = rule(sheet, stages)?;
        if rules.iter().any(|other| (&other.file, &other.name) == (&rule.file, &rule.name)) {
            return Err(Contradiction::at(place(sheet), "template-cause-sheet-twice"));
        }
        rules.push(rule);
    }
    // A rule for one sheet of one file comes before one for the sheets of many.
    rules.sort_by_key(|rule| (rule.file.is_none(), rule.name.is_none()));
    Ok(rules)
}

fn rule(sheet: &Sheet, stages: &[StageRule]) -> Checked<SheetRule> {
    let at = place(sheet);
    if sheet.file.is_none() && sheet.name.is_none() {
        return Err(Contradiction::at(at, "template-cause-no-sheet"));
    }
    if sheet.header_row == Some(0) {
        return Err(Contradiction::at(format!("{at}.header-row"), "template-cause-row"));
    }
    check_columns(&format!("{at}.columns"), &sheet.columns, stages)?;
    Ok(SheetRule {
        file: sheet.file.clone(),
        name: sheet.name.clone(),
        left_out: !sheet.used,
        header_row: sheet.header_row,
        layout: sheet.layout.map(|layout| layout.0),
        columns: sheet.columns.tied(),
        ignored: sheet.columns.ignored().to_vec(),
    })
}

/// How a message names a sheet's part of the template.
fn place(sheet: &Sheet) -> String {
    let named: Vec<&str> = [&sheet.file, &sheet.name].into_iter().flatten().map(String::as_str).collect();
    if named.is_empty() { "sheet".to_owned() } else { format!("sheet ({})", named.join(" › ")) }
}

fn known_by(written: &[Vec<String>]) -> Checked<Vec<Vec<String>>> {
    let says_nothing = |headers: &Vec<String>| headers.iter().all(|header| header.trim().is_empty());
    if written.iter().any(says_nothing) {
        return Err(Contradiction::at("known-by", "template-cause-no-headers"));
    }
    Ok(written.to_vec())
}

#[cfg(test)]
mod tests {
    use super::super::layout::Layout;
    use super::super::{assemble, builtin, missing};
    use super::*;
    use crate::diagnostic::Word;
    use crate::error::Result;

    fn template(rest: &str) -> Result<Template> {
        let text = format!("extends = \"universal\"\n{rest}");
        assemble::template("mine.toml", &text, &|base| builtin(base).ok_or_else(|| missing(base).into()))
    }

    fn mine(rest: &str) -> Template {
        template(rest).expect("a template")
    }

    #[track_caller]
    fn check_refused(rest: &str, key: &str, cause: &str) {
        let error = template(rest).expect_err("refused");
        let words = &error.causes[0].words;
        assert_eq!(words[1].1, Word::from(key));
        assert_eq!(words[2].1, Word::term(format!("template-cause-{cause}")));
    }

    #[test]
    fn a_sheet_can_be_left_out_or_fixed() {
        let template = mine(
            "[[sheet]]\nname = \"Cennik\"\nuse = false\n\
             [[sheet]]\nfile = \"crm.xlsx\"\nname = \"Szanse\"\nheader-row = 4\nlayout = \"stage-dates\"\n\
             [sheet.columns]\nvalue = [\"Netto\"]\nignore = [\"Lp.\"]\n\"time:offer\" = [\"Godzina#2\"]",
        );
        let fixed = SheetRule {
            file: Some("crm.xlsx".into()),
            name: Some("Szanse".into()),
            left_out: false,
            header_row: Some(4),
            layout: Some(Layout::StageDates),
            columns: vec![
                (Field::Value, vec!["Netto".into()]),
                (Field::StageTime("offer".into()), vec!["Godzina#2".into()]),
            ],
            ignored: vec!["Lp.".into()],
        };
        let out = SheetRule { name: Some("Cennik".into()), left_out: true, ..SheetRule::default() };
        assert_eq!(template.sheets, [fixed, out], "the narrower rule first");
    }

    #[test]
    fn rates_are_what_stands_in_the_file() {
        let template = mine("currency = \"PLN\"\n[rates]\nEUR = 4.2537\nusd = 4");
        let rate = |code| template.rates[&Currency::from_code(code).expect("a code")].to_string();
        assert_eq!((rate("EUR"), rate("USD")), ("4.2537".to_owned(), "4".to_owned()));
    }

    #[test]
    fn spellings_headers_and_orders_are_taken() {
        let template = mine(
            "date-order = \"month-first\"\npipeline = \"Hurt\"\nshow = [\"Branża\"]\nknown-by = [[\"Deal ID\", \"Deal Stage\"]]\n\
             [owners]\n\"Anna Nowak\" = [\"A. Nowak\"]\n[sources]\nGoogle = [\"google ads\"]\n[columns]\nignore = [\"Lp\"]",
        );
        assert_eq!(template.date_order, Some(DateOrder::MonthFirst));
        assert_eq!(template.pipeline.as_deref(), Some("Hurt"));
        assert_eq!(template.shown, ["Branża"]);
        assert_eq!(template.ignored, ["Lp"]);
        assert_eq!(template.known_by, [["Deal ID", "Deal Stage"]]);
        assert_eq!(template.owners, [("Anna Nowak".to_owned(), vec!["A. Nowak".to_owned()])]);
        assert_eq!(template.sources, [("Google".to_owned(), vec!["google ads".to_owned()])]);
    }

    #[test]
    fn contradictions_are_refused() {
        check_refused("[rates]\nEUR = 4.25", "rates", "rates-without-currency");
        check_refused("currency = \"PLN\"\n[rates]\nPLN = 1.0", "rates.PLN", "rate-of-itself");
        check_refused("currency = \"PLN\"\n[rates]\nEUR = 0", "rates.EUR", "rate");
        check_refused("currency = \"PLN\"\n[rates]\nEUR = inf", "rates.EUR", "rate");
        check_refused("currency = \"PLN\"\n[rates]\neuro = 4.25", "rates.euro", "currency");
        check_refused("known-by = [[]]", "known-by", "no-headers");
        check_refused("[columns]\nowner = [\"PH\"]\nignore = [\"ph\"]", "columns.ignore: ph", "header-twice");
        check_refused("[columns]\n\"time:visit\" = [\"Godz.\"]", "columns.time:visit", "no-such-stage");
        check_refused("[owners]\nAnna = [\"AN\"]\nAdam = [\"an\"]", "owners.Anna: AN", "spelling-twice");
        check_refused("[[sheet]]\nuse = false", "sheet", "no-sheet");
        check_refused("[[sheet]]\nname = \"A\"\n[[sheet]]\nname = \"A\"", "sheet (A)", "sheet-twice");
        check_refused("[[sheet]]\nname = \"A\"\nheader-row = 0", "sheet (A).header-row", "row");
        check_refused(
            "[[sheet]]\nfile = \"a.xlsx\"\nname = \"B\"\n[sheet.columns]\n\"date:visit\" = [\"Wizja\"]",
            "sheet (a.xlsx › B).columns.date:visit",
            "no-such-stage",
        );
    }
}
