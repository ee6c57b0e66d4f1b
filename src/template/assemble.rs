//! A template file, and the template that it extends, in; a complete [`Template`] out. What contradicts itself is
//! refused: `key` names the place in the file, `cause` is a term of the catalogue.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use toml::value::Datetime;

use crate::diagnostic::{Code, Diagnostic, Word};
use crate::error::Result;
use crate::model::StageKind;

use super::file::{self, File, Holidays};
use super::{CalendarRule, PromiseRule, StageRule, Target, Template, builtin, reading, unit};

const DEFAULT_LIMIT_DAYS: f64 = 14.0;

/// The template that this text describes.
///
/// `base` finds the template that it extends.
pub(super) fn template(name: &str, text: &str, base: &dyn Fn(&str) -> Result<Template>) -> Result<Template> {
    let file = File::parse(name, text)?;
    let base = match &file.extends {
        Some(name) => base(name)?,
        None => blank(),
    };
    let template = Template { name: name.to_owned(), ..base };
    Ok(assemble(template, &file).map_err(|contradiction| contradiction.in_file(name))?)
}

/// What a file gets that extends nothing and says nothing.
fn blank() -> Template {
    let promise =
        |from: &str, to: &str, within_hours| PromiseRule { from: from.to_owned(), to: to.to_owned(), within_hours };
    Template {
        name: String::new(),
        stages: Vec::new(),
        own_words: Vec::new(),
        first_contact: promise("new", "contact", 24.0),
        follow_up: promise("offer", "followup", 48.0),
        calendar: CalendarRule {
            weekdays: [true, true, true, true, true, false, false],
            office_hours: (9, 17),
            polish_holidays: true,
            days_off: Vec::new(),
        },
        scheduled_within_days: 30,
        columns: Vec::new(),
        ignored: Vec::new(),
        shown: Vec::new(),
        date_order: None,
        currency: None,
        target: None,
        rates: BTreeMap::new(),
        pipeline: None,
        owners: Vec::new(),
        sources: Vec::new(),
        sheets: Vec::new(),
        same: Vec::new(),
        different: Vec::new(),
        known_by: Vec::new(),
    }
}

/// What is wrong, and where in the file.
pub(super) struct Contradiction {
    key: String,
    cause: &'static str,
}

pub(super) type Checked<T> = std::result::Result<T, Contradiction>;

impl Contradiction {
    pub(super) fn at(key: impl Into<String>, cause: &'static str) -> Self {
        Self { key: key.into(), cause }
    }

    pub(super) fn in_file(self, name: &str) -> Diagnostic {
        Diagnostic::new(Code::TemplateInvalid)
            .with("file", name)
            .with("key", self.key)
            .with("cause", Word::term(self.cause))
    }
}

fn assemble(mut template: Template, file: &File) -> Checked<Template> {
    leave_out(&mut template.stages, &file.without)?;
    merge_stages(&mut template.stages, &file.stage)?;
    complete_stages(&mut template.stages)?;
    check_words(&template.stages)?;
    template.own_words = file.stage.iter().flat_map(own_words).collect();
    let promises = &file.promise;
    template.first_contact =
        promise("first-contact", template.first_contact, &promises.first_contact, &template.stages)?;
    template.follow_up = promise("follow-up", template.follow_up, &promises.follow_up, &template.stages)?;
    template.calendar = calendar(template.calendar, &file.calendar)?;
    if let Some(span) = &file.scheduled_within {
        let days = unit::days(span).ok_or_else(|| Contradiction::at("scheduled-within", "template-cause-span"))?;
        template.scheduled_within_days = days.ceil() as u32;
    }
    if let Some(text) = &file.target {
        let target = Target::parse(text).ok_or_else(|| Contradiction::at("target", "template-cause-target"))?;
        template.target = Some(target);
    }
    reading::complete(&mut template, file)?;
    Ok(template)
}

fn leave_out(stages: &mut Vec<StageRule>, without: &[String]) -> Checked<()> {
    for key in without {
        let absent = || Contradiction::at(format!("without.{key}"), "template-cause-no-such-stage");
        stages.remove(place_of(stages, key).ok_or_else(absent)?);
    }
    Ok(())
}

/// Stages of the file change those of the same key; new ones are put in after `after`, or after the stage written
/// above them.
fn merge_stages(stages: &mut Vec<StageRule>, written: &[file::Stage]) -> Checked<()> {
    let mut above: Option<&str> = None;
    for (index, stage) in written.iter().enumerate() {
        let at = format!("stage.{}", stage.key);
        if written[..index].iter().any(|earlier| earlier.key == stage.key) {
            return Err(Contradiction::at(at, "template-cause-key-twice"));
        }
        let known = place_of(stages, &stage.key);
        let place = match (&stage.after, above, known) {
            (Some(after), ..) => {
                let missing = || Contradiction::at(format!("{at}.after"), "template-cause-no-such-stage");
                place_of(stages, after).filter(|_| *after != stage.key).ok_or_else(missing)? + 1
            }
            (None, _, Some(known)) => known,
            (None, Some(above), None) => place_of(stages, above).map_or(stages.len(), |place| place + 1),
            (None, None, None) => 0,
        };
        take_words(stages, stage);
        match known {
            Some(known) => {
                let rule = stages.remove(known);
                stages.insert(place - usize::from(place > known), changed(rule, stage)?);
            }
            None => stages.insert(place, changed(unnamed(stage)?, stage)?),
        }
        above = Some(&stage.key);
    }
    Ok(())
}

/// A word that the file gives to one stage no longer leads to another.
fn take_words(stages: &mut [StageRule], stage: &file::Stage) {
    let names = [&stage.name.pl, &stage.name.en].into_iter().flatten();
    let taken: Vec<String> = names.chain(&stage.aliases).map(|word| word.to_lowercase()).collect();
    for other in stages.iter_mut().filter(|other| other.key != stage.key) {
        other.aliases.retain(|alias| !taken.contains(&alias.to_lowercase()));
    }
}

/// The words that the file itself gives to a stage.
fn own_words(stage: &file::Stage) -> impl Iterator<Item = (String, String)> {
    let names = [&stage.name.pl, &stage.name.en].into_iter().flatten();
    names.chain(&stage.aliases).map(|word| (word.clone(), stage.key.clone()))
}

/// What there is to say about a file that extends itself.
pub(super) fn extends_itself(file: &str) -> Diagnostic {
    Contradiction::at("extends", "template-cause-extends-itself").in_file(file)
}

/// A new stage, named in at least one language.
fn unnamed(stage: &file::Stage) -> Checked<StageRule> {
    let name = stage.name.pl.as_ref().or(stage.name.en.as_ref());
    let name = name.ok_or_else(|| Contradiction::at(format!("stage.{}.name", stage.key), "template-cause-no-name"))?;
    Ok(StageRule {
        key: stage.key.clone(),
        name_pl: name.clone(),
        name_en: name.clone(),
        aliases: Vec::new(),
        kind: StageKind::Open,
        limit_days: None,
        default_limit_days: DEFAULT_LIMIT_DAYS,
    })
}

fn changed(rule: StageRule, stage: &file::Stage) -> Checked<StageRule> {
    let span = |key: &str, span: &Option<String>| match span {
        Some(span) => {
            let wrong = || Contradiction::at(format!("stage.{}.{key}", stage.key), "template-cause-span");
            unit::days(span).map(Some).ok_or_else(wrong)
        }
        None => Ok(None),
    };
    let mut aliases = rule.aliases;
    aliases.extend(stage.aliases.iter().cloned());
    Ok(StageRule {
        name_pl: stage.name.pl.clone().unwrap_or(rule.name_pl),
        name_en: stage.name.en.clone().unwrap_or(rule.name_en),
        aliases,
        kind: stage.kind.map_or(rule.kind, StageKind::from),
        limit_days: span("limit", &stage.limit)?.or(rule.limit_days),
        default_limit_days: span("default-limit", &stage.default_limit)?.unwrap_or(rule.default_limit_days),
        ..rule
    })
}

/// Puts the ladder in front of what stands off it, and sees to it that a deal can begin, be won, lost and parked.
fn complete_stages(stages: &mut Vec<StageRule>) -> Checked<()> {
    let has = |stages: &[StageRule], kind| stages.iter().any(|stage| stage.kind == kind);
    for (kind, cause) in [(StageKind::Open, "template-cause-no-open"), (StageKind::Won, "template-cause-no-won")] {
        if !has(stages, kind) {
            return Err(Contradiction::at("stage", cause));
        }
    }
    for kind in [StageKind::Lost, StageKind::Deferred] {
        if !has(stages, kind) {
            stages.push(usual(kind, stages)?);
        }
    }
    stages.sort_by_key(|stage| match stage.kind {
        StageKind::Open => 0,
        StageKind::Won => 1,
        StageKind::Lost | StageKind::Deferred | StageKind::Vanished => 2,
    });
    Ok(())
}

/// The stage of this kind that every pipeline has, without its aliases: the file's own words come first.
fn usual(kind: StageKind, stages: &[StageRule]) -> Checked<StageRule> {
    let universal = builtin(super::DEFAULT).expect("the default is built in").stages;
    let rule = universal.into_iter().find(|rule| rule.kind == kind).expect("it has a stage of every kind");
    match place_of(stages, &rule.key) {
        Some(_) => Err(Contradiction::at(format!("stage.{}.kind", rule.key), "template-cause-kind")),
        None => Ok(StageRule { aliases: Vec::new(), ..rule }),
    }
}

/// No word may lead to two stages.
fn check_words(stages: &[StageRule]) -> Checked<()> {
    let mut owners: BTreeMap<String, &str> = BTreeMap::new();
    for stage in stages {
        for word in [&stage.name_pl, &stage.name_en].into_iter().chain(&stage.aliases) {
            let owner = owners.entry(word.to_lowercase()).or_insert(&stage.key);
            if *owner != stage.key {
                return Err(Contradiction::at(format!("stage.{}: {word}", stage.key), "template-cause-word-twice"));
            }
        }
    }
    Ok(())
}

fn promise(name: &str, rule: PromiseRule, written: &file::Promise, stages: &[StageRule]) -> Checked<PromiseRule> {
    let at = |key: &str| format!("promise.{name}.{key}");
    let stage = |key: &str, written: &Option<String>| match written {
        Some(stage) if place_of(stages, stage).is_none() => {
            Err(Contradiction::at(at(key), "template-cause-no-such-stage"))
        }
        other => Ok(other.clone()),
    };
    let within_hours = match &written.within {
        Some(span) if span.trim().ends_with("wh") => {
            return Err(Contradiction::at(at("within"), "template-cause-working-hours"));
        }
        Some(span) => unit::hours(span).ok_or_else(|| Contradiction::at(at("within"), "template-cause-span"))?,
        None => rule.within_hours,
    };
    let from = stage("from", &written.from)?.unwrap_or(rule.from);
    let to = stage("to", &written.to)?.unwrap_or(rule.to);
    if let (Some(start), Some(stop)) = (place_of(stages, &from), place_of(stages, &to))
        && start >= stop
    {
        return Err(Contradiction::at(at("to"), "template-cause-promise-backwards"));
    }
    Ok(PromiseRule { from, to, within_hours })
}

fn calendar(rule: CalendarRule, written: &file::Calendar) -> Checked<CalendarRule> {
    let (weekdays, office_hours) = match &written.hours {
        Some(text) => {
            unit::office(text).ok_or_else(|| Contradiction::at("calendar.hours", "template-cause-working-time"))?
        }
        None => (rule.weekdays, rule.office_hours),
    };
    let days_off = match &written.days_off {
        Some(days) => days.iter().map(day_off).collect::<Checked<Vec<NaiveDate>>>()?,
        None => rule.days_off,
    };
    let polish_holidays = written.holidays.map_or(rule.polish_holidays, |holidays| holidays == Holidays::Polish);
    Ok(CalendarRule { weekdays, office_hours, polish_holidays, days_off })
}

fn day_off(written: &Datetime) -> Checked<NaiveDate> {
    let day = written.date.filter(|_| written.time.is_none());
    day.and_then(|day| NaiveDate::from_ymd_opt(day.year.into(), day.month.into(), day.day.into()))
        .ok_or_else(|| Contradiction::at(format!("calendar.days-off: {written}"), "template-cause-day"))
}

pub(super) fn place_of(stages: &[StageRule], key: &str) -> Option<usize> {
    stages.iter().position(|stage| stage.key == key)
}

#[cfg(test)]
mod tests {
    use super::super::missing;
    use super::*;
    use crate::model::Currency;
    use crate::template::Field;

    fn template(name: &str, text: &str) -> Result<Template> {
        super::template(name, text, &|base| builtin(base).ok_or_else(|| missing(base).into()))
    }

    fn ladder(text: &str) -> String {
        let template = template("mine.toml", text).expect("a template");
        let keys: Vec<&str> = template.stages.iter().map(|stage| stage.key.as_str()).collect();
        keys.join(" ")
    }

    #[track_caller]
    fn check_refused(text: &str, key: &str, cause: &str) {
        let error = template("mine.toml", text).expect_err("refused");
        let expected = Contradiction { key: key.to_owned(), cause: "" }.in_file("mine.toml");
        let expected = Diagnostic { words: expected.words[..2].to_vec(), ..expected }
            .with("cause", Word::term(format!("template-cause-{cause}")));
        assert_eq!(error.causes, [expected]);
        for language in crate::i18n::Language::ALL {
            assert!(language.sentence_of(&error.causes[0]).contains(key));
        }
    }

    #[test]
    fn a_new_stage_stands_where_it_is_told_or_written() {
        let told =
            "extends = \"universal\"\n[[stage]]\nkey = \"visit\"\nname.pl = \"Wizja lokalna\"\nafter = \"contact\"";
        assert_eq!(ladder(told), "new qualification contact visit offer followup won lost deferred");
        let written = "extends = \"b2c\"\n[[stage]]\nkey = \"offer\"\n[[stage]]\nkey = \"visit\"\nname.en = \"Visit\"";
        assert_eq!(ladder(written), "new contact offer visit followup won lost deferred");
        let moved = "extends = \"b2c\"\n[[stage]]\nkey = \"contact\"\nafter = \"offer\"\n\
                     [promise.first-contact]\nto = \"contact\"";
        assert_eq!(ladder(moved), "new offer contact followup won lost deferred");
    }

    #[test]
    fn a_file_can_stand_alone() {
        let text = "[[stage]]\nkey = \"lead\"\nname.en = \"Lead\"\n[[stage]]\nkey = \"no\"\nkind = \"lost\"\nname.en = \"No\"\n\
                    [[stage]]\nkey = \"yes\"\nkind = \"won\"\nname.en = \"Yes\"";
        assert_eq!(ladder(text), "lead yes no deferred");
    }

    #[test]
    fn a_word_moves_to_the_stage_that_the_file_gives_it_to() {
        let template =
            template("mine.toml", "extends = \"extended\"\n[[stage]]\nkey = \"negotiation\"\naliases = [\"Wycena\"]");
        let template = template.expect("a template");
        let owners: Vec<&str> = template
            .stages
            .iter()
            .filter(|stage| stage.aliases.iter().any(|alias| alias == "Wycena"))
            .map(|stage| stage.key.as_str())
            .collect();
        assert_eq!(owners, ["negotiation"]);
    }

    #[test]
    fn rules_of_the_file_replace_those_that_it_extends() {
        let text = "extends = \"universal\"\nscheduled-within = \"2w\"\ncurrency = \"eur\"\n[promise.follow-up]\nwithin = \"3d\"\n\
                    [calendar]\nhours = \"Mon-Sat 8:00-16:00\"\nholidays = \"none\"\ndays-off = [2026-05-02]\n\
                    [columns]\nowner = [\"PH\"]";
        let template = template("mine.toml", text).expect("a template");
        assert_eq!(template.follow_up.within_hours.to_bits(), 72.0_f64.to_bits());
        assert_eq!(template.scheduled_within_days, 14);
        assert_eq!(template.currency, Some(Currency::EUR));
        assert!(template.calendar.weekdays[5] && !template.calendar.polish_holidays);
        assert_eq!(template.calendar.days_off, [NaiveDate::from_ymd_opt(2026, 5, 2).expect("a day")]);
        assert_eq!(template.columns, [(Field::Owner, vec!["PH".to_owned()])]);
    }

    #[test]
    fn contradictions_are_refused() {
        let universal = |rest: &str| format!("extends = \"universal\"\n{rest}");
        let stage = |rest: &str| universal(&format!("[[stage]]\n{rest}"));
        check_refused("[[stage]]\nkey = \"a\"\nname.en = \"A\"", "stage", "no-won");
        check_refused("", "stage", "no-open");
        check_refused(&universal("[[stage]]\nkey = \"lost\"\nkind = \"open\""), "stage.lost.kind", "kind");
        check_refused(&universal("without = [\"meeting\"]"), "without.meeting", "no-such-stage");
        check_refused(&universal("currency = \"zł\""), "currency", "currency");
        check_refused(&universal("scheduled-within = \"month\""), "scheduled-within", "span");
        check_refused(&stage("key = \"new\"\n[[stage]]\nkey = \"new\""), "stage.new", "key-twice");
        check_refused(&stage("key = \"visit\""), "stage.visit.name", "no-name");
        check_refused(&stage("key = \"new\"\nlimit = \"2\""), "stage.new.limit", "span");
        check_refused(&stage("key = \"new\"\nafter = \"visit\""), "stage.new.after", "no-such-stage");
        check_refused(&stage("key = \"new\"\naliases = [\"follow-UP\"]"), "stage.followup: Follow-up", "word-twice");
        check_refused(
            &universal("without = [\"contact\"]\n[promise.first-contact]\nto = \"contact\""),
            "promise.first-contact.to",
            "no-such-stage",
        );
        check_refused(&universal("[promise.follow-up]\nto = \"new\""), "promise.follow-up.to", "promise-backwards");
        check_refused(
            &universal("[promise.follow-up]\nwithin = \"16wh\""),
            "promise.follow-up.within",
            "working-hours",
        );
        check_refused(&universal("[calendar]\nhours = \"9-17\""), "calendar.hours", "working-time");
        check_refused(&universal("[calendar]\ndays-off = [09:30:00]"), "calendar.days-off: 09:30:00", "day");
        check_refused(&universal("[columns]\n\"date:visit\" = [\"Wizja\"]"), "columns.date:visit", "no-such-stage");
    }

    #[test]
    fn a_promise_without_its_stage_is_left_to_the_pipeline() {
        let text = "extends = \"universal\"\nwithout = [\"contact\"]";
        assert_eq!(template("mine.toml", text).expect("a template").first_contact.to, "contact");
    }
}
