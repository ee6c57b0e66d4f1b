//! Headers and cells of a table in, one field a column out, each field at most once.
//!
//! Every pair of column and field gets a score: how surely the header means the field, times how well the cells fit
//! it. Then one assignment for the whole table makes the sum of scores large. Below a floor a column stays without a
//! field: a wrong guess is worse than none.

use super::evidence::Evidence;
use super::fold::fold;
use super::header::Region;
use super::table::{Column, ColumnReading, ColumnReason, StageColumn};
use super::untold;
use super::vocabulary::stage_header::{pipeline_of, stage_word};
use super::vocabulary::{Claim, Vocabulary};
use crate::diagnostic::{Code, Diagnostic, Word};
use crate::i18n::Language;
use crate::locus::Locus;
use crate::template::Field;

/// The columns of a table with their fields.
#[derive(Debug, Clone)]
pub(super) struct Assigned {
    /// Every column, from left to right.
    pub(super) columns: Vec<Column>,
    /// What the headers alone said of each column's field: 0 for a guess by cells, 1 and more for certainty.
    pub(super) header_weights: Vec<f64>,
    /// The language of the headers; none when they do not tell.
    pub(super) language: Option<Language>,
    /// Columns that lost their field to another.
    pub(super) diagnostics: Vec<Diagnostic>,
}

impl Assigned {
    /// The place of the column that got this field.
    pub(super) fn place_of(&self, field: &Field) -> Option<usize> {
        self.columns.iter().position(|column| column.field.as_ref() == Some(field))
    }
}

/// The numbers of the columns with these headers, in this order; `Data#2` is the second one called `Data`.
pub(super) fn named(region: &Region<'_>, headers: &[String]) -> Vec<u32> {
    let column = |header: &String| {
        let name = fold(header);
        let (plain, nth) = match name.rsplit_once(" # ") {
            Some((plain, nth)) => (plain, nth.parse::<usize>().ok()?),
            None => (name.as_str(), 1),
        };
        let mut alike = region.columns.iter().filter(|headed| headed.label.folded == plain);
        alike.nth(nth.checked_sub(1)?).map(|headed| headed.index)
    };
    headers.iter().filter_map(column).collect()
}

/// Scores below this assign nothing.
const FLOOR: f64 = 0.45;

/// A loser with this score deserves a remark.
const WORTH_A_REMARK: f64 = 0.7;

/// A column that may have a field.
#[derive(Debug, Clone)]
struct Candidate<'a> {
    column: usize,
    claim: Claim,
    score: f64,
    /// The pipeline that the header names: columns of several pipelines may share a stage.
    pipeline: Option<&'a str>,
}

/// Gives each column its field.
pub(super) fn assign(region: &Region<'_>, evidence: &[Evidence], vocabulary: &Vocabulary, sheet: &Locus) -> Assigned {
    let mut claims = claims(region, evidence, vocabulary);
    take_marks_for_stages(&mut claims, region, evidence, vocabulary);
    let mut candidates: Vec<Candidate<'_>> = Vec::new();
    for (column, claims) in claims.iter().enumerate() {
        candidates.extend(claims.iter().map(|claim| Candidate {
            column,
            score: score(claim, &evidence[column]),
            claim: claim.clone(),
            pipeline: pipeline_of(&region.columns[column].label),
        }));
    }
    candidates.retain(|candidate| candidate.score >= FLOOR);
    candidates.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.column.cmp(&b.column)));
    let mut chosen = best_assignment(&candidates);
    drop_flags_beside_stages(&mut chosen, evidence);

    let column = |place: usize| {
        let headed = &region.columns[place];
        let (field, score, reason) = verdict(place, &candidates, &chosen, &claims[place]);
        let of_stage = matches!(field, Some(Field::StageDate(_)));
        Column {
            index: headed.index,
            header: headed.label.shown.clone(),
            field,
            score,
            reason,
            example: None,
            filled: evidence[place].filled,
            reading: (of_stage && are_marks(&evidence[place])).then_some(ColumnReading::Marks),
        }
    };
    let mut columns: Vec<Column> = (0..region.columns.len()).map(column).collect();
    take_hours_beside_days(&mut columns, evidence, &claims);
    let weight =
        |place| chosen.iter().find(|candidate| candidate.column == place).map_or(0.0, |chosen| chosen.claim.weight);
    Assigned {
        header_weights: (0..columns.len()).map(weight).collect(),
        language: language(region, &claims, vocabulary),
        diagnostics: remarks(&columns, &candidates, &chosen, &sheet.at_row(region.top_row())),
        columns,
    }
}

/// What the header of each column claims; where it says nothing, what the cells say.
fn claims(region: &Region<'_>, evidence: &[Evidence], vocabulary: &Vocabulary) -> Vec<Vec<Claim>> {
    if region.header.is_empty() {
        return untold::claims(region, evidence);
    }
    let claims_of = |(place, evidence): (usize, &Evidence)| {
        let label = &region.columns[place].label;
        let alike = region.columns[..place].iter().filter(|other| other.label.folded == label.folded).count();
        if let Some(tie) = vocabulary.tie(label, alike + 1) {
            return tie.claims();
        }
        let outright = vocabulary.claims(label);
        let claims = if outright.is_empty() { vocabulary.resemblances(label) } else { outright };
        if evidence.ways >= 0.6 && KINDS.contains(&label.plain()) {
            return vec![claim_by_cells(Field::Activity, 0.8)];
        }
        let says_nothing = claims.is_empty() && !vocabulary.is_foreign(label) && label.of_another.is_none();
        if says_nothing { by_cells(evidence) } else { claims }
    };
    evidence.iter().enumerate().map(claims_of).collect()
}

fn score(claim: &Claim, evidence: &Evidence) -> f64 {
    if claim.reason == ColumnReason::Template { claim.weight } else { claim.weight * fit(&claim.field, evidence) }
}

/// Whether the cells of a column are ticks and crosses rather than days.
fn are_marks(cells: &Evidence) -> bool {
    cells.flags >= 0.5 && cells.plain_dates < 0.5
}

/// Where several columns with the names of stages hold marks, they tell together how far a deal came, also the ones
/// of the first stage, of winning and of losing, which alone would be dates or an outcome.
fn take_marks_for_stages(
    claims: &mut [Vec<Claim>],
    region: &Region<'_>,
    evidence: &[Evidence],
    vocabulary: &Vocabulary,
) {
    let of_column = |place: usize| match claims[place].first() {
        Some(tied) if tied.reason == ColumnReason::Template => {
            let field = vocabulary.stages().unsettled(&tied.field);
            matches!(field, Field::StageDate(_)).then(|| Claim { field, ..tied.clone() })
        }
        _ => vocabulary.mark(&region.columns[place].label),
    };
    let marked: Vec<(usize, Claim)> = (0..claims.len())
        .filter(|place| are_marks(&evidence[*place]))
        .filter_map(|place| Some((place, of_column(place)?)))
        .collect();
    if marked.len() >= 2 {
        for (place, mark) in marked {
            claims[place] = vec![mark];
        }
    }
}

/// A column that says no more than "hour" belongs to the day on its left.
fn take_hours_beside_days(columns: &mut [Column], evidence: &[Evidence], claims: &[Vec<Claim>]) {
    for place in 1..columns.len() {
        let bare = claims[place].first().is_some_and(|claim| claim.field == Field::InquiryTime && claim.weight < 0.9);
        if !bare || evidence[place].times < 0.5 {
            continue;
        }
        let beside = match &columns[place - 1].field {
            Some(Field::StageDate(key)) => Field::StageTime(std::sync::Arc::clone(key)),
            Some(Field::Inquiry) => Field::InquiryTime,
            _ => continue,
        };
        let taken = columns.iter().position(|column| column.field.as_ref() == Some(&beside));
        if taken.is_none_or(|taken| taken == place) {
            let weight = claims[place][0].weight;
            columns[place] =
                Column { field: Some(beside), score: weight, reason: ColumnReason::Header, ..columns[place].clone() };
        }
    }
}

/// The columns that hold the days or marks of stages, from left to right.
pub(super) fn stage_columns(columns: &[Column]) -> Vec<StageColumn> {
    let stage_column = |column: &Column| match &column.field {
        Some(Field::StageDate(key)) => {
            Some(StageColumn { index: column.index, key: std::sync::Arc::clone(key), word: stage_word(&column.header) })
        }
        _ => None,
    };
    columns.iter().filter_map(stage_column).collect()
}

/// How well the cells fit a field: 0 when they contradict it.
fn fit(field: &Field, cells: &Evidence) -> f64 {
    let yes = |holds: bool, share: f64| if holds { share } else { 0.0 };
    let empty = cells.seen == 0;
    let is_text = cells.plain_dates < 0.3 && cells.flags < 0.8;
    match field {
        // An empty column of a stage's name says nothing; of a clear "date of …" it still says what was meant.
        Field::StageDate(_) if are_marks(cells) => 0.7 + 0.3 * cells.flags,
        Field::StageDate(_) | Field::Inquiry | Field::WonOn | Field::LostOn => {
            let days = cells.dates + if cells.plain_dates > 0.0 { cells.flags } else { 0.0 };
            if empty { 0.6 } else { yes(days >= 0.5, 0.7 + 0.3 * days.min(1.0)) }
        }
        Field::ExpectedClose if !empty => {
            let days = cells.dates + cells.periods;
            yes(days >= 0.5, 0.7 + 0.3 * days.min(1.0))
        }
        Field::Entered
        | Field::Left
        | Field::CloseDate
        | Field::ClosedOn
        | Field::ExpectedClose
        | Field::OriginalClose
        | Field::NextStepOn
        | Field::LastActivity => {
            if empty {
                0.7
            } else {
                yes(cells.dates >= 0.5, 0.7 + 0.3 * cells.dates)
            }
        }
        Field::InquiryTime | Field::StageTime(_) => yes(cells.times >= 0.5, 1.0),
        Field::Value | Field::CampaignCost => {
            if empty {
                0.7
            } else {
                yes(cells.amounts >= 0.5 && cells.plain_dates < 0.5, 0.7 + 0.3 * cells.amounts)
            }
        }
        Field::Currency => yes(cells.currencies >= 0.6, 1.0),
        Field::Probability => yes(cells.shares >= 0.7, 1.0),
        Field::Email => {
            if empty {
                0.7
            } else {
                yes(cells.emails >= 0.3, 1.0)
            }
        }
        Field::Phone => yes(cells.plain_dates < 0.3 && cells.emails < 0.3, 1.0),
        Field::Id => yes(cells.plain_dates < 0.3, if empty { 0.6 } else { 1.0 }),
        Field::Stage => stage_fit(cells),
        Field::Outcome => {
            let few = cells.distinct <= 8 && cells.plain_dates < 0.3 && (cells.amounts < 0.5 || cells.flags >= 0.8);
            yes(!empty && (few || cells.known_stages >= 0.5), 1.0)
        }
        Field::Owner => {
            let all_different = cells.seen >= 20 && cells.distinct as f64 > 0.9 * cells.seen as f64;
            yes(is_text && cells.amounts < 0.95, if all_different { 0.7 } else { 1.0 })
        }
        Field::Contact => {
            // A few words over and over are channels, not people.
            let channels = cells.seen >= 15 && cells.distinct <= 8;
            yes(is_text && cells.amounts < 0.5 && cells.ways < 0.5, if channels { 0.5 } else { 1.0 })
        }
        Field::Source | Field::Campaign => yes(is_text, if cells.amounts > 0.9 { 0.6 } else { 1.0 }),
        // A "pipeline" full of stage words is the stage itself; sheets have few pipelines.
        Field::Pipeline => yes(is_text && cells.amounts < 0.8 && cells.known_stages < 0.5 && cells.distinct <= 20, 1.0),
        Field::Name | Field::Company | Field::LostStage | Field::LostReason | Field::NextStep | Field::Activity => {
            yes(is_text && cells.amounts < 0.8, 1.0)
        }
        Field::Notes => 1.0,
    }
}

/// Stage words are texts, and few.
fn stage_fit(cells: &Evidence) -> f64 {
    let is_text = cells.seen > 0 && cells.plain_dates < 0.2 && cells.flags < 0.3 && cells.words >= 0.5;
    let few = cells.distinct <= 12.max(cells.seen / 20).min(40);
    match (is_text, cells.known_stages >= 0.5, few) {
        (false, _, _) => 0.0,
        (true, true, _) => 1.0,
        (true, false, true) => 0.95,
        (true, false, false) => 0.3,
    }
}

/// Headers that tell calls from meetings where the cells do; folded.
const KINDS: &[&str] = &["type", "typ", "kind", "rodzaj", "art"];

fn claim_by_cells(field: Field, weight: f64) -> Claim {
    Claim { field, weight, reason: ColumnReason::Cells, language: None }
}

/// What the cells say where the header says nothing: stage words and e-mail addresses are like nothing else.
fn by_cells(cells: &Evidence) -> Vec<Claim> {
    let mut claims = Vec::new();
    if cells.known_stages >= 0.8 && cells.distinct >= 3 && cells.seen >= 5 {
        claims.push(claim_by_cells(Field::Stage, 0.6));
    }
    if cells.emails >= 0.8 {
        claims.push(claim_by_cells(Field::Email, 0.6));
    }
    claims
}

/// Chooses candidates, no column and no field twice. Takes the surest first, then lets a column give up its field
/// where both it and the column that wanted it are better off together.
fn best_assignment<'a, 'b>(candidates: &'a [Candidate<'b>]) -> Vec<&'a Candidate<'b>> {
    let mut chosen: Vec<&Candidate<'_>> = Vec::new();
    for candidate in candidates {
        if !chosen.iter().any(|other| clash(other, candidate)) {
            chosen.push(candidate);
        }
    }
    while let Some((holder, instead, newcomer)) = improvement(candidates, &chosen) {
        chosen[holder] = instead;
        chosen.push(newcomer);
    }
    chosen
}

/// A chosen candidate (by place), another field for its column, and the column that then gets the first field.
fn improvement<'a, 'b>(
    candidates: &'a [Candidate<'b>],
    chosen: &[&'a Candidate<'b>],
) -> Option<(usize, &'a Candidate<'b>, &'a Candidate<'b>)> {
    let is_free_column = |column| !chosen.iter().any(|other| other.column == column);
    let is_free_field = |field: &Field| !chosen.iter().any(|other| other.claim.field == *field);
    candidates.iter().filter(|newcomer| is_free_column(newcomer.column)).find_map(|newcomer| {
        let holder = chosen.iter().position(|other| other.claim.field == newcomer.claim.field)?;
        let column = chosen[holder].column;
        let instead = candidates.iter().find(|other| other.column == column && is_free_field(&other.claim.field))?;
        // The user's own word is not traded away.
        let better = chosen[holder].claim.reason != ColumnReason::Template
            && instead.score + newcomer.score > chosen[holder].score;
        // Only near equals are traded: a clear meaning is worth more than two doubtful ones.
        (better && instead.score >= chosen[holder].score - 0.2).then_some((holder, instead, newcomer))
    })
}

fn clash(a: &Candidate<'_>, b: &Candidate<'_>) -> bool {
    let of_two_pipelines = a.pipeline.is_some() && b.pipeline.is_some() && a.pipeline != b.pipeline;
    a.column == b.column || a.claim.field == b.claim.field && !of_two_pipelines
}

/// `IsWon = no` of an open deal does not say that it is lost: beside stages, yes and no are no outcome, unless the
/// column leaves open what is not decided.
fn drop_flags_beside_stages(chosen: &mut Vec<&Candidate<'_>>, evidence: &[Evidence]) {
    if chosen.iter().any(|candidate| candidate.claim.field == Field::Stage) {
        let is_open = |cells: &Evidence| cells.filled * 10 < cells.rows * 9;
        chosen.retain(|candidate| {
            let cells = &evidence[candidate.column];
            candidate.claim.field != Field::Outcome || cells.flags < 0.5 || is_open(cells)
        });
    }
}

/// The field of a column, its score and the reason.
fn verdict(
    place: usize,
    candidates: &[Candidate<'_>],
    chosen: &[&Candidate<'_>],
    claims: &[Claim],
) -> (Option<Field>, f64, ColumnReason) {
    if let Some(own) = chosen.iter().find(|candidate| candidate.column == place) {
        return (Some(own.claim.field.clone()), own.score.min(1.0), own.claim.reason);
    }
    let best = candidates.iter().find(|candidate| candidate.column == place);
    let reason = match (best, claims.is_empty()) {
        (Some(_), _) => ColumnReason::BetterColumn,
        (None, false) => ColumnReason::CellsContradict,
        (None, true) => ColumnReason::Nothing,
    };
    (None, best.map_or(0.0, |best| best.score.min(1.0)), reason)
}

fn remarks(
    columns: &[Column],
    candidates: &[Candidate<'_>],
    chosen: &[&Candidate<'_>],
    header: &Locus,
) -> Vec<Diagnostic> {
    let remark = |place: usize| {
        let lost = candidates.iter().find(|candidate| candidate.column == place)?;
        let winner = chosen.iter().find(|other| other.claim.field == lost.claim.field)?;
        let row = header.row.unwrap_or_default();
        let worth_it = lost.score >= WORTH_A_REMARK && columns[place].filled > 0;
        worth_it.then(|| {
            Diagnostic::new(Code::ColumnClaimedTwice)
                .at(header.at_cell(row, columns[place].index))
                .with("header", columns[place].header.as_str())
                .with("other", columns[winner.column].header.as_str())
                .with("field", field_term(&lost.claim.field))
        })
    };
    (0..columns.len()).filter(|place| columns[*place].reason == ColumnReason::BetterColumn).filter_map(remark).collect()
}

/// The field's name in the catalogue; the date of a stage is named by its key.
fn field_term(field: &Field) -> Word {
    match field {
        Field::StageDate(stage) => Word::from(&**stage),
        plain => Word::term(format!("field-{}", plain.key())),
    }
}

/// The language of the headers. A Polish header is Polish wherever it stands; English ones come with every export
/// and code name, so they count only when written as people write, and only when they clearly prevail.
fn language(region: &Region<'_>, claims: &[Vec<Claim>], vocabulary: &Vocabulary) -> Option<Language> {
    let (mut polish, mut english) = (0, 0);
    for (column, claims) in region.columns.iter().zip(claims) {
        // A header that the user ties to a field has not changed its language.
        let tied = vocabulary.is_tied(&column.label).then(|| vocabulary.claims_by_words(&column.label));
        let claims = tied.as_ref().unwrap_or(claims);
        let outright = claims.iter().filter(|claim| claim.reason == ColumnReason::Header);
        let languages: Vec<Language> = outright.filter_map(|claim| claim.language).collect();
        polish += usize::from(languages.first() == Some(&Language::Pl));
        english += usize::from(languages.first() == Some(&Language::En) && !column.label.is_code);
    }
    match (polish, english) {
        (0, 0) => None,
        (polish, english) if polish * 2 >= english => Some(Language::Pl),
        _ => Some(Language::En),
    }
}
