//! A plan comes to be: its holder writes, the assessor gives it back or agrees, and what was agreed is changed by a new
//! version only.

use vocabulary::directory::PositionType;
use vocabulary::evaluation::Standing;
use vocabulary::evaluation::plan::{ExpectationsInput, PlanState, PlanStep, RESULTS_MOST, ResultInput, ResultKind};
use vocabulary::{Fault, Problem, Problems};

use super::content::{Expectation, Indicator, PlanContent, PlannedResult, written};
use super::plans::{Plan, content_of, plan_for, plan_row, results_above};
use super::signature::{signature, tell_person};
use super::standing::Footing;
use super::year::year_of;
use crate::accounts::Actor;
use crate::db::{Tx, is_taken};
use crate::directory::government;
use crate::error::{Error, Refusal, Result};
use crate::ids::{PersonId, PlanId, PositionId, TenureId, UnitId};
use crate::ledger;
use crate::on;
use crate::portal::Portal;

/// What somebody does to a plan.
#[derive(Debug, Clone)]
pub enum PlanAct {
    /// Adds a result, or writes one anew.
    SaveResult(Option<String>, ResultInput),
    RemoveResult(String),
    SaveExpectations(ExpectationsInput),
    Propose,
    /// Back to its writer, with what is to be changed.
    Return(String),
    Agree,
    /// Begins a new version of what was agreed, with why.
    Change(String),
}

fn wrong(field: &'static str, fault: Fault) -> Error {
    Problems(vec![Problem { field, fault }]).into()
}

/// Begins the plan of one's own tenure in a year that was opened.
///
/// # Errors
/// [`Error::NotFound`] for a tenure of somebody else, in another year, or a year that is not open; [`Refusal::AlreadyDone`].
pub async fn start_plan(portal: &Portal, actor: &Actor, tenure: TenureId, year: i64) -> Result<PlanId> {
    let mut tx = portal.db.begin().await?;
    type Row = (PersonId, PositionId, UnitId, String, String, Option<String>);
    let found: Option<Row> = on!(&mut tx, conn => sqlx::query_as("select t.person_id, t.position_id, p.unit_id, p.government, t.starts_on, t.ends_on from tenure t join position p on p.id = t.position_id where t.id = $1")
        .bind(tenure).fetch_optional(conn).await?);
    let (person, position, unit, slug, starts_on, ends_on) = found.filter(|(person, ..)| actor.person == Some(*person)).ok_or(Error::NotFound)?;
    year_of(&mut tx, &slug, year).await?;
    let (first, last) = vocabulary::evaluation::rating::Period::Year.days(year);
    if starts_on > last || ends_on.is_some_and(|end| end < first) {
        return Err(Error::NotFound);
    }
    let id = PlanId(portal.new_id());
    let made = on!(&mut tx, conn => sqlx::query("insert into performance_plan (id, government, year, tenure_id, person_id, position_id, unit_id, state, version, made_at) values ($1, $2, $3, $4, $5, $6, $7, 'draft', 1, $8)")
        .bind(id).bind(&slug).bind(year).bind(tenure).bind(person).bind(position).bind(unit).bind(portal.now()).execute(conn).await.map(|r| r.rows_affected()));
    match made {
        Err(e) if is_taken(&e) => return Err(Refusal::AlreadyDone.into()),
        other => other?,
    };
    let (text, digest) = written(&PlanContent::default())?;
    on!(&mut tx, conn => sqlx::query("insert into performance_plan_version (plan_id, number, content, made_at) values ($1, 1, $2, $3)").bind(id).bind(&text).bind(portal.now()).execute(conn).await?.rows_affected());
    let plan = plan_row(&mut tx, id).await?;
    record(portal, &mut tx, actor, &plan, Standing::Subject, PlanStep::Started, "", &digest).await?;
    tx.commit().await?;
    Ok(id)
}

/// Does it, if the form was made from the plan as it is now (`edits`).
///
/// # Errors
/// [`Error::NotFound`] for anyone without the right to the step; [`Refusal::NotThisStep`], [`Refusal::ChangedMeanwhile`],
/// [`Refusal::Unfinished`]; problems of the form.
pub async fn act_on_plan(portal: &Portal, actor: &Actor, id: PlanId, edits: i64, act: PlanAct) -> Result<()> {
    let mut tx = portal.db.begin().await?;
    // Takes the row on PostgreSQL: of two at once the second is told what changed.
    on!(&mut tx, conn => sqlx::query("update performance_plan set edits = edits where id = $1").bind(id).execute(conn).await?.rows_affected());
    let (plan, footing, today) = plan_for(portal, &mut tx, actor, id).await?;
    let may = match &act {
        PlanAct::SaveResult(..) | PlanAct::RemoveResult(_) | PlanAct::Propose => footing.standing == Standing::Subject,
        PlanAct::Return(_) | PlanAct::Agree => footing.standing == Standing::Assessor,
        PlanAct::SaveExpectations(_) | PlanAct::Change(_) => matches!(footing.standing, Standing::Subject | Standing::Assessor),
    };
    if !may {
        return Err(Error::NotFound);
    }
    if plan.edits != edits {
        return Err(Refusal::ChangedMeanwhile.into());
    }
    match act {
        PlanAct::SaveResult(key, input) => save_result(&mut tx, &plan, &today, key, input).await?,
        PlanAct::RemoveResult(key) => {
            let mut content = open_content(&mut tx, &plan, footing.standing).await?;
            let before = content.results.len();
            content.results.retain(|r| r.key != key);
            if content.results.len() == before {
                return Err(Error::NotFound);
            }
            keep(&mut tx, &plan, &content).await?;
        }
        PlanAct::SaveExpectations(input) => {
            let mut content = open_content(&mut tx, &plan, footing.standing).await?;
            content.expectations = input.expectations.into_iter().map(|(value, text)| Expectation { value, text }).collect();
            (content.resources, content.accountability, content.consequences) = (input.resources, input.accountability, input.consequences);
            keep(&mut tx, &plan, &content).await?;
        }
        PlanAct::Propose => {
            let content = content_of(&mut tx, id, plan.version).await?;
            if !content.results.iter().any(|r| r.kind == ResultKind::Main) {
                return Err(Refusal::Unfinished.into());
            }
            step(portal, &mut tx, actor, &plan, &footing, PlanStep::Proposed, "").await?;
        }
        PlanAct::Return(note) => step(portal, &mut tx, actor, &plan, &footing, PlanStep::Returned, &note).await?,
        PlanAct::Agree => {
            step(portal, &mut tx, actor, &plan, &footing, PlanStep::Agreed, "").await?;
            on!(&mut tx, conn => sqlx::query("update performance_plan set agreed_version = version where id = $1").bind(id).execute(conn).await?.rows_affected());
        }
        PlanAct::Change(note) => {
            if plan.state.after(PlanStep::Changed).is_none() {
                return Err(Refusal::NotThisStep.into());
            }
            let content = content_of(&mut tx, id, plan.version).await?;
            let (text, _) = written(&content)?;
            on!(&mut tx, conn => sqlx::query("insert into performance_plan_version (plan_id, number, content, reason, made_at) values ($1, $2, $3, $4, $5)")
                .bind(id).bind(plan.version + 1).bind(&text).bind(&note).bind(portal.now()).execute(conn).await?.rows_affected());
            let next = Plan { version: plan.version + 1, ..plan };
            step(portal, &mut tx, actor, &next, &footing, PlanStep::Changed, &note).await?;
        }
    }
    tx.commit().await
}

/// The words that are written on. The holder writes a draft; the leader's expectations the assessor may still write into
/// what was proposed.
async fn open_content(tx: &mut Tx, plan: &Plan, standing: Standing) -> Result<PlanContent> {
    let open = plan.state == PlanState::Draft || (plan.state == PlanState::Proposed && standing == Standing::Assessor);
    if !open {
        return Err(Refusal::NotThisStep.into());
    }
    content_of(tx, plan.id, plan.version).await
}

async fn keep(tx: &mut Tx, plan: &Plan, content: &PlanContent) -> Result<()> {
    let (text, _) = written(content)?;
    on!(tx, conn => sqlx::query("update performance_plan_version set content = $1 where plan_id = $2 and number = $3").bind(&text).bind(plan.id).bind(plan.version).execute(conn).await?.rows_affected());
    on!(tx, conn => sqlx::query("update performance_plan set edits = edits + 1 where id = $1").bind(plan.id).execute(conn).await?.rows_affected());
    Ok(())
}

async fn save_result(tx: &mut Tx, plan: &Plan, today: &str, key: Option<String>, input: ResultInput) -> Result<()> {
    let mut content = open_content(tx, plan, Standing::Subject).await?;
    // Results of senior executives are seen from one of four perspectives.
    if plan.position_kind == PositionType::SeniorExecutive && input.perspective.is_none() {
        return Err(wrong("perspektif", Fault::Missing));
    }
    let serves = match &input.serves {
        None => None,
        Some(asked) => {
            let kept = content.results.iter().filter_map(|r| r.serves.clone());
            let found = results_above(tx, plan, today).await?.into_iter().chain(kept).find(|s| format!("{}/{}", s.plan, s.key) == *asked);
            Some(found.ok_or_else(|| wrong("atasan", Fault::UnknownChoice))?)
        }
    };
    let result = PlannedResult {
        key: key.clone().unwrap_or_else(|| content.next_key()),
        kind: input.kind,
        serves,
        text: input.text,
        perspective: input.perspective,
        indicators: input.indicators.into_iter().map(|i| Indicator { aspect: i.aspect, text: i.text, target: i.target, unit: i.unit }).collect(),
    };
    match key {
        Some(key) => *content.results.iter_mut().find(|r| r.key == key).ok_or(Error::NotFound)? = result,
        None if content.results.len() >= RESULTS_MOST => return Err(wrong("hasil", Fault::TooManyAtOnce { most: RESULTS_MOST })),
        None => content.results.push(result),
    }
    keep(tx, plan, &content).await
}

/// Moves the plan on, if the table of steps allows it, and tells whose turn it is.
async fn step(portal: &Portal, tx: &mut Tx, actor: &Actor, plan: &Plan, footing: &Footing, kind: PlanStep, note: &str) -> Result<()> {
    let next = plan.state.after(kind).ok_or(Refusal::NotThisStep)?;
    on!(tx, conn => sqlx::query("update performance_plan set state = $1, version = $2, edits = edits + 1 where id = $3").bind(next.as_str()).bind(plan.version).bind(plan.id).execute(conn).await?.rows_affected());
    let (_, digest) = written(&content_of(tx, plan.id, plan.version).await?)?;
    record(portal, tx, actor, plan, footing.standing, kind, note, &digest).await?;
    let link = format!("/petugas/penilaian/skp/{}", plan.id);
    let detail = format!("{} {}", plan.person_name, plan.year);
    match (kind, &footing.assessor) {
        (PlanStep::Proposed, Some(assessor)) => tell_person(portal, tx, assessor.person, "plan-proposed", &detail, &link).await,
        (PlanStep::Returned, _) => tell_person(portal, tx, plan.person_id, "plan-returned", &detail, &link).await,
        (PlanStep::Agreed, _) => tell_person(portal, tx, plan.person_id, "plan-agreed", &detail, &link).await,
        _ => Ok(()),
    }
}

#[expect(clippy::too_many_arguments, reason = "a step is all of this")]
async fn record(portal: &Portal, tx: &mut Tx, actor: &Actor, plan: &Plan, standing: Standing, kind: PlanStep, note: &str, digest: &str) -> Result<()> {
    let day = government(tx, &plan.government).await?.today(portal.now());
    let signer = signature(tx, actor, &plan.government, &day).await?;
    on!(tx, conn => sqlx::query(
        "insert into performance_plan_step (plan_id, number, version, kind, at, account_id, signer, standing, note, digest) values ($1, (select coalesce(max(number), 0) + 1 from performance_plan_step where plan_id = $1), $2, $3, $4, $5, $6, $7, $8, $9)")
        .bind(plan.id).bind(plan.version).bind(kind.as_str()).bind(portal.now()).bind(actor.account).bind(&signer).bind(standing.as_str()).bind(note).bind(digest).execute(conn).await?.rows_affected());
    let entry = match kind {
        PlanStep::Started => "plan-started",
        PlanStep::Proposed => "plan-proposed",
        PlanStep::Returned => "plan-returned",
        PlanStep::Agreed => "plan-agreed",
        PlanStep::Changed => "plan-changed",
    };
    ledger::append(
        portal,
        tx,
        ledger::Entry { government: &plan.government, kind: entry, subject: &plan.id.to_string(), by_reporter: false, content: &(plan.version, digest, note) },
    )
    .await
}
