//! Currencies, pipelines and columns of the sheet's own.

use lejek::diagnostic::Code;
use lejek::model::{Currency, Money, SkipReason};
use lejek::recognise::{Layout, NamedCost, StageColumn};

use crate::tables::{book, codes, ladder, settings, sheet, table, ways};

const AMOUNTS: &str = "id | inquiry | value
    1 | 2026-05-01 | 100 EUR
    2 | 2026-05-01 | 50.005 EUR
    3 | 2026-05-01 | 10
    4 | 2026-05-01 | 7 USD
    5 | 2026-05-01 |";

#[test]
fn amounts_are_converted_where_the_template_has_a_rate() {
    let mut settings = settings("universal", "2026-06-30");
    settings.template.currency = Some(Currency::PLN);
    settings.template.rates.insert(Currency::EUR, "4.25".parse().expect("a rate"));
    let book = book(&[sheet("deals", Layout::CurrentStage, AMOUNTS)], &settings);
    let shown = |money: Option<Money>| money.map(|money| format!("{} {}", money.amount.normalize(), money.currency));
    let values: Vec<Option<String>> = book.output.deals.iter().map(|deal| shown(deal.value)).collect();
    let expected = ["425 PLN", "212.52 PLN", "10 PLN", "7 USD"].map(|value| Some(value.to_owned()));
    assert_eq!(values, [&expected[..], &[None]].concat());
    let written: Vec<Option<String>> = book.output.deals.iter().map(|deal| shown(deal.value_written)).collect();
    assert_eq!(written, [Some("100 EUR".to_owned()), Some("50.005 EUR".to_owned()), None, None, None]);
    let history = book.output.deals[0].history.last().and_then(|entry| entry.value);
    assert_eq!(shown(history).as_deref(), Some("425 PLN"), "the value in the history too");
    let note = book.warnings.iter().find(|warning| warning.code == Code::RatesUsed).expect("said");
    assert_eq!(note.words[0].1, "1 EUR = 4.25 PLN (2)".into());
}

#[test]
fn what_campaigns_cost_is_converted_as_well() {
    let mut settings = settings("universal", "2026-06-30");
    settings.template.currency = Some(Currency::PLN);
    settings.template.rates.insert(Currency::EUR, "4.25".parse().expect("a rate"));
    let costs = "deal | id | stage | inquiry | campaign | campaign-cost
        a | 1 | Oferta | 2026-05-01 | Hale | 100 EUR
         | 2 | Oferta | 2026-05-01 | Hale | 7 USD";
    let mut table = sheet("costs", Layout::CurrentStage, "deal | id | stage\nz | 9 | Oferta");
    let cost = Money { amount: 10.into(), currency: Currency::EUR };
    table.costs = ["hale", "Radio"].map(|name| NamedCost { name: name.to_owned(), cost }).to_vec();
    let book = book(&[sheet("deals", Layout::CurrentStage, costs), table], &settings).output;
    let shown = |money: &Money| format!("{} {}", money.amount.normalize(), money.currency);
    let told: Vec<String> = book.deals.iter().filter_map(|deal| deal.campaign_cost.as_ref()).map(shown).collect();
    assert_eq!(told, ["425 PLN", "7 USD"]);
    let table = book.cost_table.expect("one name is a deal's");
    let told = table.costs.iter().map(|(name, parts)| (name.as_str(), parts.iter().map(shown).collect::<Vec<_>>()));
    let part = || vec!["42.5 PLN".to_owned()];
    assert_eq!(told.collect::<Vec<_>>(), [("Hale", part()), ("Radio", part())]);
}

#[test]
fn without_rates_currencies_stay_apart() {
    let book = book(&[sheet("deals", Layout::CurrentStage, AMOUNTS)], &settings("universal", "2026-06-30"));
    assert!(book.output.deals.iter().all(|deal| deal.value_written.is_none()));
    assert_eq!(codes(&book), "several-currencies 1, value-missing 1");
    let mut converting = settings("universal", "2026-06-30");
    converting.template.currency = Some(Currency::PLN);
    converting.template.rates.insert(Currency::EUR, "4.25".parse().expect("a rate"));
    converting.template.rates.insert(Currency::USD, "3.90".parse().expect("a rate"));
    let converted = crate::tables::book(&[sheet("deals", Layout::CurrentStage, AMOUNTS)], &converting);
    assert_eq!(codes(&converted), "rates-used 1, value-missing 1", "all are in one now");
}

const PIPELINES: &str = "deal | id | stage | inquiry | pipeline
    a | 1 | Oferta | 2026-05-01 | Sprzedaż
     | 2 | Szkolenie | 2026-05-01 | Partnerzy
     | 3 | Kontakt | 2026-05-01 | sprzedaż
     | 4 | Kontakt | 2026-05-01 |";

#[test]
fn several_pipelines_are_named() {
    let book = book(&[sheet("deals", Layout::CurrentStage, PIPELINES)], &settings("universal", "2026-06-30"));
    let note = book.warnings.iter().find(|warning| warning.code == Code::SeveralPipelines).expect("said");
    assert_eq!(note.words[0].1, "Sprzedaż (2), Partnerzy (1)".into());
    assert_eq!(book.output.deals.len(), 4);
}

#[test]
fn one_of_several_pipelines_is_kept_with_its_stages_alone() {
    let mut settings = settings("universal", "2026-06-30");
    settings.template.pipeline = Some("SPRZEDAŻ".to_owned());
    let log = "deal | id | stage | entered\na | 1 | Kontakt | 2026-05-02";
    let partners = "deal | id | stage | entered | pipeline\nz | 9 | Szkolenie | 2026-05-02 | Partnerzy";
    let sheets = [
        sheet("deals", Layout::CurrentStage, PIPELINES),
        sheet("log", Layout::ChangeLog, log),
        sheet("partners", Layout::ChangeLog, partners),
    ];
    let kept = book(&sheets, &settings);
    assert_eq!(
        ways(&kept),
        [
            "1: new 2026-05-01 > contact 2026-05-02 > offer ?",
            "3: new 2026-05-01 > contact ?",
            "4: new 2026-05-01 > contact ?"
        ]
    );
    assert_eq!(kept.output.tally.skipped.get(&SkipReason::OtherPipeline), Some(&2));
    assert_eq!(codes(&kept), "stage-disagrees 1");
    assert_eq!(ladder(&kept.output.pipeline), "new contact offer won");
    settings.template.pipeline = Some("Serwis".to_owned());
    let missing = lejek::history::book(&sheets, &settings).expect_err("no such pipeline");
    assert_eq!(missing.causes[0].code, Code::PipelineMissing);
}

#[test]
fn shown_columns_are_kept_under_their_headers() {
    let mut settings = settings("universal", "2026-06-30");
    settings.template.shown = ["Region", "BRANŻA", "Kolor"].map(ToOwned::to_owned).to_vec();
    let deals =
        "deal | id | inquiry | custom:Branża | custom:Region\na | 1 | 2026-05-01 | IT | \n | 2 | 2026-05-01 | | Łódź";
    let log = "deal | id | stage | entered | custom:Region\na | 1 | Kontakt | 2026-05-02 | Opole";
    let sheets = [sheet("deals", Layout::CurrentStage, deals), sheet("log", Layout::ChangeLog, log)];
    let book = book(&sheets, &settings).output;
    assert_eq!(book.custom_columns, ["Region", "BRANŻA"], "no table has the third");
    let cells =
        |place: usize| book.deals[place].custom.iter().map(|cell| cell.as_deref().unwrap_or("-")).collect::<Vec<_>>();
    assert_eq!((cells(0), cells(1)), (vec!["Opole", "IT"], vec!["Łódź", "-"]));
}

/// Dates of a stage that no template knows, in a column of its own.
fn with_survey(rows: &str) -> lejek::recognise::SheetReading {
    let header = "id | inquiry | date:contact | date:survey | date:offer";
    let mut deals = sheet("deals", Layout::StageDates, &format!("{header}\n{rows}"));
    let columns = [(2, "contact", "Kontakt"), (3, "survey", "Wizja lokalna"), (4, "offer", "Oferta")];
    table(&mut deals).stage_columns =
        columns.map(|(index, key, word)| StageColumn { index, key: key.into(), word: word.to_owned() }).to_vec();
    deals
}

#[test]
fn a_stage_with_a_column_of_its_own_goes_on_the_ladder() {
    let book = book(&[with_survey("1 | 2026-05-01 | | |")], &settings("universal", "2026-06-30")).output;
    assert_eq!(ladder(&book.pipeline), "new contact survey offer won", "placed by its column");
    let survey = book.pipeline.stages.iter().find(|stage| stage.key == "survey").expect("there");
    assert_eq!((survey.name_pl.as_str(), survey.name_en.as_str()), ("Wizja lokalna", "Wizja lokalna"));
}

#[test]
fn the_dates_of_the_deals_beat_the_order_of_the_columns() {
    let rows = "1 | 2026-05-01 | 2026-05-02 | 2026-05-09 | 2026-05-05\n2 | 2026-05-01 | | 2026-05-12 | 2026-05-06";
    let read = book(&[with_survey(rows)], &settings("universal", "2026-06-30"));
    assert_eq!(ladder(&read.output.pipeline), "new contact offer survey won");
    assert_eq!(ways(&read)[1], "2: new 2026-05-01 > offer 2026-05-06 > survey 2026-05-12");
}
