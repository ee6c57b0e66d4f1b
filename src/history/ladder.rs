//! The template and the state words of all tables in, the pipeline out.
//!
//! A word that the template knows leads to its stage. One that a template of the field knows (a meeting, a
//! negotiation, …) adds that stage. Every other word becomes a stage of its own, placed by [`evidence`]. Rungs that no
//! sheet uses are left out, so that a funnel does not show steps that the team does not have.
//!
//! [`evidence`]: super::evidence

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic, Warned};
use crate::i18n::Language;
use crate::model::{Deal, Pipeline, Promise, PromiseStages, Stage, StageId, StageKind, StageOrigin};
use crate::recognise::{Layout, NameSays, Record};
use crate::template::{PromiseRule, StageRule, Template};

use super::evidence::Evidence;
use super::lexicon::{Lexicon, Meaning, Usage};
use super::sheet::Sheet;

/// The pipeline of a run, and what each word of the sheets means in it.
#[derive(Debug)]
pub(super) struct Ladder {
    pub pipeline: Pipeline,
    /// Where deals begin.
    pub first: StageId,
    /// The first won stage.
    pub won: StageId,
    /// Where lost deals are.
    pub lost: StageId,
    /// Where deals are that a later copy of their sheet no longer has; none when there is no such deal.
    pub vanished: Option<StageId>,
    meanings: BTreeMap<String, Says>,
}

/// What a state word says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Says {
    /// The deal is in this stage.
    Stage(StageId),
    /// Undecided; it does not tell where.
    Open,
}

impl Ladder {
    /// What a word says; none for one that only ever stood beside a stage and means nothing.
    pub(super) fn says(&self, word: &str) -> Option<Says> {
        self.meanings.get(word).copied()
    }

    /// The kind of a stage.
    pub(super) fn kind(&self, stage: StageId) -> StageKind {
        self.pipeline.stage(stage).kind
    }

    /// Whether deals in a stage are won or lost.
    pub(super) fn is_closed(&self, stage: StageId) -> bool {
        matches!(self.kind(stage), StageKind::Won | StageKind::Lost)
    }

    /// What the sheets call a stage, else its name.
    pub(super) fn word(&self, stage: StageId) -> String {
        let stage = self.pipeline.stage(stage);
        stage.words.first().map_or_else(|| stage.name_en.clone(), |(word, _)| word.clone())
    }

    /// The rank of a stage; off the ladder it counts as higher than all.
    pub(super) fn rank(&self, stage: StageId) -> u32 {
        self.pipeline.stage(stage).rank.unwrap_or(u32::MAX)
    }

    /// Takes out the stage of deals that are gone when there is none: it is the last one.
    pub(super) fn drop_unused<'d>(&mut self, mut deals: impl Iterator<Item = &'d Deal>) {
        if let Some(vanished) = self.vanished
            && deals.all(|deal| deal.stage() != vanished)
        {
            self.pipeline.stages.truncate(vanished.0);
            self.vanished = None;
        }
    }

    /// The kind of stage that a word leads to.
    pub(super) fn kind_of_word(&self, word: &str) -> Option<StageKind> {
        match self.says(word)? {
            Says::Stage(stage) => Some(self.kind(stage)),
            Says::Open => Some(StageKind::Open),
        }
    }
}

/// The pipeline of these sheets. Remarks on every word that no template knows.
pub(super) fn ladder(sheets: &[Sheet<'_>], template: &Template) -> Warned<Ladder> {
    let lexicon = Lexicon::of(sheets, template);
    let mut usage = Usage::of(sheets, &lexicon);
    usage.add_contacts(sheets, template);
    let evidence = Evidence::of(sheets, &lexicon, &usage);
    let mut stages = template.stages.clone();
    if !speaks_the_template(template, &lexicon, &usage) {
        let first = template.stages[0].key.as_str();
        let begins = deals_begin_below(sheets, &lexicon, &usage).then_some(first);
        let won = template.stages.iter().find(|rule| rule.kind == StageKind::Won);
        let won = &won.expect("a template has a won stage").key;
        stages.retain(|rule| is_kept(rule, begins, won, &usage));
    }
    for rule in lexicon.added(&usage, &evidence) {
        stages.insert(place(rule, &stages, &evidence, &lexicon), rule.clone());
    }
    if sheets.iter().any(|sheet| matches!(sheet.table.name_says, Some(NameSays::Copy(_)))) {
        stages.push(vanished());
    }
    let pipeline = pipeline(stages, template, &lexicon, &usage);
    let warnings = remarks(&pipeline, sheets);
    let says = |meaning: &Meaning| match meaning {
        Meaning::Stage(key) => pipeline.by_key(key).map(Says::Stage),
        Meaning::Open => Some(Says::Open),
    };
    let meanings = lexicon.meanings.iter().filter_map(|(word, meaning)| Some((word.clone(), says(meaning)?))).collect();
    let of_kind = |kind| pipeline.iter().find(|(_, stage)| stage.kind == kind).map(|(id, _)| id);
    let (lost, vanished) = (of_kind(StageKind::Lost), of_kind(StageKind::Vanished));
    let output = Ladder {
        first: pipeline.ladder()[0],
        won: pipeline.won().expect("a template has a won stage, and it is always kept"),
        lost: lost.expect("a template has a lost stage, and it is always kept"),
        vanished,
        meanings,
        pipeline,
    };
    Warned { output, warnings }
}

/// Where deals are that are gone from their sheet.
fn vanished() -> StageRule {
    StageRule {
        key: "vanished".to_owned(),
        name_pl: Language::Pl.text("stage-vanished"),
        name_en: Language::En.text("stage-vanished"),
        aliases: Vec::new(),
        kind: StageKind::Vanished,
        limit_days: None,
        default_limit_days: 0.0,
    }
}

/// Where a stage that the template lacks goes among these.
fn place(rule: &StageRule, stages: &[StageRule], evidence: &Evidence, lexicon: &Lexicon) -> usize {
    let same: Vec<&str> =
        stages.iter().filter(|stage| stage.kind == rule.kind).map(|stage| stage.key.as_str()).collect();
    let start = stages.iter().position(|stage| stage.kind == rule.kind).unwrap_or(stages.len());
    let by_field = || {
        let order = lexicon.order(&rule.key)?;
        let below = same.iter().rposition(|key| lexicon.order(key).is_some_and(|other| other < order));
        Some(below.map_or(0, |place| place + 1))
    };
    let offset = if rule.kind == StageKind::Open {
        evidence
            .by_number(&rule.key, &same)
            .or_else(|| evidence.by_history(&rule.key, &same))
            .or_else(by_field)
            .or_else(|| evidence.by_columns(&rule.key, &same))
            .or_else(|| evidence.by_probability(&rule.key, &same))
    } else {
        by_field()
    };
    start + offset.unwrap_or(same.len())
}

/// Whether the sheets use the template's own names for its stages: such a team uses its whole ladder, also the rungs
/// on which no deal happens to stand.
fn speaks_the_template(template: &Template, lexicon: &Lexicon, usage: &Usage) -> bool {
    let open: Vec<&String> = usage.words.keys().filter(|word| lexicon.kind(word) == Some(StageKind::Open)).collect();
    let own = |word: &String| {
        let word = word.trim().to_lowercase();
        let names = template.stages.iter().flat_map(|rule| [&rule.key, &rule.name_pl, &rule.name_en]);
        names.into_iter().any(|name| name.to_lowercase() == word)
    };
    open.len() >= 2 && open.into_iter().all(own)
}

/// Whether deals can begin on the first rung though no word names it: a table of deals has their inquiries, and
/// "open" says no more. A log alone begins where its first rows begin.
fn deals_begin_below(sheets: &[Sheet<'_>], lexicon: &Lexicon, usage: &Usage) -> bool {
    let table_of_deals = sheets.iter().any(|sheet| sheet.table.layout != Layout::ChangeLog);
    table_of_deals || usage.words.keys().any(|word| lexicon.meanings.get(word) == Some(&Meaning::Open))
}

/// Whether a stage stays: the top, what is off the ladder, what the sheets use, and where deals begin.
fn is_kept(rule: &StageRule, begins: Option<&str>, won: &str, usage: &Usage) -> bool {
    match rule.kind {
        StageKind::Lost | StageKind::Deferred | StageKind::Vanished => true,
        StageKind::Won => usage.is_used(&rule.key) || *rule.key == *won,
        StageKind::Open => usage.is_used(&rule.key) || begins == Some(&rule.key),
    }
}

fn pipeline(stages: Vec<StageRule>, template: &Template, lexicon: &Lexicon, usage: &Usage) -> Pipeline {
    let mut rank = 0;
    let stages: Vec<Stage> = stages
        .into_iter()
        .enumerate()
        .map(|(place, rule)| {
            let on_ladder = matches!(rule.kind, StageKind::Open | StageKind::Won);
            rank += u32::from(on_ladder);
            let words = usage.words_of(lexicon, |meaning| match meaning {
                Meaning::Stage(key) => *key == rule.key,
                // Rows that say no more than "open" stand on the first rung.
                Meaning::Open => place == 0,
            });
            let origin = lexicon.origin(&rule.key);
            let spelling = words.first().filter(|_| origin == StageOrigin::Sheet).map(|(word, _)| word.clone());
            Stage {
                name_pl: spelling.clone().unwrap_or(rule.name_pl),
                name_en: spelling.unwrap_or(rule.name_en),
                key: rule.key,
                kind: rule.kind,
                rank: on_ladder.then_some(rank),
                limit_days: rule.limit_days,
                default_limit_days: rule.default_limit_days,
                origin,
                words,
            }
        })
        .collect();
    let mut pipeline = Pipeline { stages, promises: PromiseStages::default() };
    pipeline.promises = PromiseStages {
        first_contact: promise(&pipeline, &template.first_contact),
        follow_up: promise(&pipeline, &template.follow_up),
        offer: pipeline.by_key(&template.follow_up.from),
    };
    pipeline
}

/// A promise whose two stages are both there.
fn promise(pipeline: &Pipeline, rule: &PromiseRule) -> Option<Promise> {
    let (from, to) = (pipeline.by_key(&rule.from)?, pipeline.by_key(&rule.to)?);
    Some(Promise { from, to, within_hours: rule.within_hours })
}

/// One remark on each stage that only the sheets know, with its neighbours on the ladder.
fn remarks(pipeline: &Pipeline, sheets: &[Sheet<'_>]) -> Vec<Diagnostic> {
    let language = sheets.iter().find_map(|sheet| sheet.table.language).unwrap_or(Language::En);
    let name = |stage: &Stage| match stage.words.first() {
        Some((word, _)) => word.clone(),
        None => language.stage_name(stage).to_owned(),
    };
    let ladder: Vec<&Stage> = pipeline.ladder().into_iter().map(|id| pipeline.stage(id)).collect();
    let unknown = ladder.iter().enumerate().filter(|(_, stage)| stage.origin == StageOrigin::Sheet);
    unknown
        .map(|(rung, stage)| {
            let neighbours = &ladder[rung.saturating_sub(1)..(rung + 2).min(ladder.len())];
            let place: Vec<String> = neighbours.iter().map(|stage| name(stage)).collect();
            let word = name(stage);
            let uses =
                |record: &Record| [&record.stage, &record.outcome].into_iter().flatten().any(|cell| *cell == word);
            let sheet = sheets.iter().find(|sheet| sheet.records().any(uses)).unwrap_or(&sheets[0]);
            Diagnostic::new(Code::UnknownStage)
                .at(sheet.at.clone())
                .with("word", word)
                .with("count", stage.words.iter().map(|(_, rows)| rows).sum::<usize>())
                .with("place", place.join(" › "))
        })
        .collect()
}
