//! Evaluations as those read them who may. Every version from its issue on stays readable beside the later ones.

use uuid::Uuid;
use vocabulary::evaluation::rating::{EvaluationState, EvaluationStep, Period, Predicate, RuleSet};
use vocabulary::evaluation::{LookForm, LookedAt, Standing};

use super::assessors::{Lines, Official};
use super::content::{EvaluationContent, Evidence, PlanContent, read};
use super::looks::{Look, looked};
use super::plans::content_of as plan_content;
use super::standing::{Footing, Subject, footing};
use super::year::{OrganisationRating, organisation_of};
use crate::accounts::Actor;
use crate::calendar::{Calendar, due_text};
use crate::clock::{Millis, local_day};
use crate::db::{Linked, Tx};
use crate::directory::government;
use crate::error::{Error, Result};
use crate::ids::{EvaluationId, PersonId, PlanId, PositionId, UnitId};
use crate::on;
use crate::portal::Portal;
use crate::rules;

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Evaluation {
    pub id: EvaluationId,
    pub government: String,
    pub plan_id: PlanId,
    pub year: i64,
    #[sqlx(try_from = "String")]
    pub period: Period,
    pub person_id: PersonId,
    pub position_id: PositionId,
    pub unit_id: UnitId,
    #[sqlx(try_from = "String")]
    pub state: EvaluationState,
    pub version: i64,
    pub edits: i64,
    pub objection_due: Option<String>,
    pub issued_by: Option<PersonId>,
    pub person_name: String,
    pub position_title: String,
    pub unit_name: String,
    pub starts_on: String,
    pub ends_on: Option<String>,
    pub agreed_version: Option<i64>,
    #[sqlx(try_from = "String")]
    pub rule_set: RuleSet,
}

impl Evaluation {
    /// First and last day that are evaluated: of the period, as far as the tenure lasts.
    pub fn days(&self) -> (String, String) {
        let (first, last) = self.period.days(self.year);
        let last = self.ends_on.clone().filter(|end| *end < last).unwrap_or(last);
        (first.max(self.starts_on.clone()), last)
    }

    pub fn link(&self) -> String {
        format!("/petugas/penilaian/evaluasi/{}", self.id)
    }
}

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct EvaluationStepRow {
    pub version: i64,
    #[sqlx(try_from = "String")]
    pub kind: EvaluationStep,
    pub at: Millis,
    pub signer: String,
    /// By what right; `system` where a day passed.
    pub standing: String,
    pub note: String,
    pub digest: String,
}

/// An evaluation with one of its versions.
#[derive(Debug, Clone)]
pub struct EvaluationPage {
    pub evaluation: Evaluation,
    pub standing: Standing,
    pub assessor: Option<Official>,
    pub superior: Option<Official>,
    pub version: i64,
    pub content: EvaluationContent,
    pub plan: PlanContent,
    /// Accepted cards of the days that are evaluated; of an issued version, those it lists.
    pub evidence: Vec<Evidence>,
    pub organisation: Option<OrganisationRating>,
    /// The predicates that the assessor who reads has issued in the unit for this period: how many of each.
    pub issued: Vec<(String, i64)>,
    pub steps: Vec<EvaluationStepRow>,
    /// Whether the assessor let the days pass in which to explain; the superior goes on without it then.
    pub is_unexplained: bool,
}

/// Whether the days to explain an objection (rule `evaluation.explain`) are over, and nobody explained: no objection hangs
/// on the word of the one it is about.
pub(super) async fn is_unexplained(linked: &mut impl Linked, evaluation: &Evaluation, today: &str) -> Result<bool> {
    if evaluation.state != EvaluationState::Objected {
        return Ok(false);
    }
    let at: Option<Millis> =
        on!(linked, conn => sqlx::query_scalar("select max(at) from evaluation_step where evaluation_id = $1 and kind = 'object'").bind(evaluation.id).fetch_one(conn).await?);
    let zone = government(linked, &evaluation.government).await?.utc_offset_hours;
    let Some(day) = at.map(|at| local_day(at, zone)) else { return Ok(false) };
    let days = rules::in_force(linked, "evaluation.explain", today).await?.value;
    Ok(due_text(&Calendar::around(linked, day).await?, day, days)?.as_str() < today)
}

impl EvaluationPage {
    /// The last step of these kinds up to the version that is shown: what came later is no part of it.
    pub fn last(&self, kinds: &[EvaluationStep]) -> Option<&EvaluationStepRow> {
        self.steps.iter().rev().find(|s| s.version <= self.version && kinds.contains(&s.kind))
    }

    /// The last step of these kinds on the very version that is shown: nobody has signed what was written after them.
    pub fn signed(&self, kinds: &[EvaluationStep]) -> Option<&EvaluationStepRow> {
        self.last(kinds).filter(|s| s.version == self.version)
    }

    /// The assessor's own signature on the version that is shown; what the superior wrote the assessor has not signed.
    pub fn signed_by_assessor(&self) -> Option<&EvaluationStepRow> {
        self.signed(&[EvaluationStep::Issue, EvaluationStep::Correct]).filter(|s| s.standing == Standing::Assessor.as_str())
    }

    /// What the superior decided on the version that is shown: then the assessor need not sign it.
    pub fn decided_by_superior(&self) -> Option<&EvaluationStepRow> {
        self.signed(&[EvaluationStep::Change, EvaluationStep::Correct]).filter(|s| s.standing == Standing::Superior.as_str())
    }
}

macro_rules! evaluations_where {
    ($tail:literal) => {
        concat!(
            "select v.id, v.government, v.plan_id, v.year, v.period, v.person_id, v.position_id, v.unit_id, v.state, v.version, v.edits, v.objection_due, v.issued_by, e.name as person_name, p.title as position_title, \
             u.name as unit_name, t.starts_on, t.ends_on, s.agreed_version, y.rule_set from evaluation v join performance_plan s on s.id = v.plan_id join person e on e.id = v.person_id join position p on p.id = v.position_id \
             join unit u on u.id = v.unit_id join tenure t on t.id = s.tenure_id join evaluation_year y on y.government = v.government and y.year = v.year where ",
            $tail
        )
    };
}
pub(super) use evaluations_where;

pub(super) async fn evaluation_row(linked: &mut impl Linked, id: EvaluationId) -> Result<Evaluation> {
    let found: Option<Evaluation> = on!(linked, conn => sqlx::query_as(evaluations_where!("v.id = $1")).bind(id).fetch_optional(conn).await?);
    found.ok_or(Error::NotFound)
}

/// By what right the actor meets an evaluation on a day. Whoever issued it never decides on the objection to it, not even
/// after a promotion to the post above.
pub(super) async fn footing_of(linked: &mut impl Linked, actor: &Actor, evaluation: &Evaluation, day: &str) -> Result<Footing> {
    let subject = Subject { government: &evaluation.government, position: evaluation.position_id, person: Some(evaluation.person_id) };
    let Some(issuer) = evaluation.issued_by else { return footing(linked, actor, subject, day, |_| false).await };
    let lines = Lines::above(linked, &[evaluation.position_id], day).await?;
    let assessor = lines.assessor(evaluation.position_id, subject.person, |_| false);
    let superior = assessor.as_ref().and_then(|a| lines.superior(evaluation.position_id, subject.person, a, |o| o.person == issuer));
    match footing(linked, actor, subject, day, |_| false).await {
        Ok(found) if found.standing != Standing::Superior || superior.as_ref().map(|s| s.person) == actor.person => Ok(Footing { superior, ..found }),
        // The next but one stands in for the superior who issued it.
        _ if actor.person.is_some() && superior.as_ref().map(|s| s.person) == actor.person && actor.holds_in(vocabulary::accounts::Role::Assessor, &evaluation.government) => {
            Ok(Footing { standing: Standing::Superior, assessor, superior })
        }
        _ => Err(Error::NotFound),
    }
}

/// # Errors
/// [`Error::NotFound`] for anyone without a right.
pub(super) async fn evaluation_for(portal: &Portal, linked: &mut impl Linked, actor: &Actor, id: EvaluationId) -> Result<(Evaluation, Footing, String)> {
    let evaluation = evaluation_row(linked, id).await?;
    let today = government(linked, &evaluation.government).await?.today(portal.now());
    let footing = footing_of(linked, actor, &evaluation, &today).await?;
    Ok((evaluation, footing, today))
}

pub(super) async fn content_of(linked: &mut impl Linked, id: EvaluationId, version: i64) -> Result<EvaluationContent> {
    let text: Option<String> = on!(linked, conn => sqlx::query_scalar("select content from evaluation_version where evaluation_id = $1 and number = $2").bind(id).bind(version).fetch_optional(conn).await?);
    read(&text.ok_or(Error::NotFound)?, id.0)
}

#[derive(sqlx::FromRow)]
struct CardRow {
    id: crate::ids::CardId,
    reference: String,
    title: String,
    source: String,
    event_on: String,
    decision: String,
    reason: String,
    reply: Option<String>,
}

/// Cards of the tenure that were accepted and happened in the days: what the evaluation may rest on.
pub(super) async fn evidence_of(linked: &mut impl Linked, evaluation: &Evaluation) -> Result<Vec<Evidence>> {
    let (first, last) = evaluation.days();
    let rows: Vec<CardRow> = on!(linked, conn => sqlx::query_as(
        "select k.id, k.reference, k.title, k.source, k.event_on, d.decision, d.reason, r.text as reply from evidence_card k join evidence_decision d on d.card_id = k.id and d.number = (select max(number) from evidence_decision n where n.card_id = k.id) \
         left join evidence_reply r on r.card_id = k.id \
         where k.person_id = $1 and k.position_id = $2 and k.event_on >= $3 and k.event_on <= $4 and k.state <> 'discarded' and d.decision in ('accept', 'accept_with_note') order by k.event_on, k.id limit 200")
        .bind(evaluation.person_id).bind(evaluation.position_id).bind(&first).bind(&last).fetch_all(conn).await?);
    Ok(rows
        .into_iter()
        .map(|r| Evidence {
            card: r.id,
            reference: r.reference,
            title: r.title,
            source: r.source,
            event_on: r.event_on,
            decision: r.decision,
            reason: r.reason,
            reply: r.reply.unwrap_or_default(),
        })
        .collect())
}

/// An evaluation as a page or file shows it; a look by somebody else is written down.
///
/// # Errors
/// [`Error::NotFound`] for anyone without a right, or no such version.
pub async fn evaluation(portal: &Portal, actor: &Actor, id: EvaluationId, version: Option<i64>, form: LookForm) -> Result<EvaluationPage> {
    let mut tx = portal.db.begin().await?;
    let page = load(portal, &mut tx, actor, id, version).await?;
    let look = Look { government: &page.evaluation.government, person: Some(page.evaluation.person_id), standing: page.standing, subject: LookedAt::Evaluation, id: id.0, form };
    looked(portal, &mut tx, actor, look).await?;
    tx.commit().await?;
    Ok(page)
}

pub(super) async fn load(portal: &Portal, tx: &mut Tx, actor: &Actor, id: EvaluationId, version: Option<i64>) -> Result<EvaluationPage> {
    let (evaluation, footing, today) = evaluation_for(portal, tx, actor, id).await?;
    let is_unexplained = is_unexplained(tx, &evaluation, &today).await?;
    let version = version.unwrap_or(evaluation.version);
    let content = content_of(tx, id, version).await?;
    let plan = plan_content(tx, evaluation.plan_id, content.plan_version).await?;
    let evidence = if content.rated.is_some() { content.evidence.clone() } else { evidence_of(tx, &evaluation).await? };
    let organisation = organisation_of(tx, evaluation.unit_id, evaluation.year, evaluation.period).await?;
    let steps = on!(tx, conn => sqlx::query_as("select version, kind, at, signer, standing, note, digest from evaluation_step where evaluation_id = $1 order by number").bind(id).fetch_all(conn).await?);
    let issued = if footing.standing == Standing::Assessor { issued_in(tx, &evaluation, actor.person).await? } else { Vec::new() };
    Ok(EvaluationPage {
        standing: footing.standing,
        assessor: footing.assessor,
        superior: footing.superior,
        version,
        content,
        plan,
        evidence,
        organisation,
        issued,
        steps,
        is_unexplained,
        evaluation,
    })
}

/// How many of each predicate this assessor has issued in the unit for the period: beside the pattern, to explain. What
/// others issued would tell whose it is, in a unit of a few.
async fn issued_in(linked: &mut impl Linked, evaluation: &Evaluation, assessor: Option<PersonId>) -> Result<Vec<(String, i64)>> {
    let contents: Vec<(Uuid, String)> = on!(linked, conn => sqlx::query_as(
        "select v.id, w.content from evaluation v join evaluation_version w on w.evaluation_id = v.id and w.number = v.version where v.unit_id = $1 and v.year = $2 and v.period = $3 and v.issued_by = $4 limit 500")
        .bind(evaluation.unit_id).bind(evaluation.year).bind(evaluation.period.to_string()).bind(assessor).fetch_all(conn).await?);
    let mut counts: Vec<(String, i64)> = Predicate::ALL.iter().map(|p| (p.to_string(), 0)).collect();
    for (id, text) in contents {
        if let Some(rated) = read::<EvaluationContent>(&text, id)?.rated
            && let Some(count) = counts.iter_mut().find(|(word, _)| *word == rated.predicate.as_str())
        {
            count.1 += 1;
        }
    }
    Ok(counts)
}

/// One's own evaluations, the newest first.
///
/// # Errors
/// The database's.
pub async fn own_evaluations(linked: &mut impl Linked, person: PersonId) -> Result<Vec<Evaluation>> {
    Ok(on!(linked, conn => sqlx::query_as(evaluations_where!("v.person_id = $1 order by v.year desc, v.made_at desc limit 100")).bind(person).fetch_all(conn).await?))
}

/// Those of one plan.
///
/// # Errors
/// The database's.
pub async fn evaluations_of_plan(linked: &mut impl Linked, plan: PlanId) -> Result<Vec<Evaluation>> {
    Ok(on!(linked, conn => sqlx::query_as(evaluations_where!("v.plan_id = $1 order by v.made_at")).bind(plan).fetch_all(conn).await?))
}

/// What a final evaluation of a year says, as it stands now.
#[derive(Debug, Clone)]
pub struct Annual {
    pub id: EvaluationId,
    pub year: i64,
    pub predicate: Predicate,
    /// By what right it is read.
    pub standing: Standing,
}

/// The final evaluations of whole years about a person, the newest first, where this actor may open them.
///
/// # Errors
/// The database's.
pub async fn annual_results(portal: &Portal, linked: &mut impl Linked, actor: &Actor, person: PersonId) -> Result<Vec<Annual>> {
    let all: Vec<Evaluation> = on!(&mut *linked, conn => sqlx::query_as(evaluations_where!("v.person_id = $1 and v.period = $2 and v.state = $3 order by v.year desc, v.made_at desc limit 20"))
        .bind(person).bind(Period::Year.to_string()).bind(EvaluationState::Final.as_str()).fetch_all(conn).await?);
    let mut found = Vec::new();
    for evaluation in all {
        let today = government(linked, &evaluation.government).await?.today(portal.now());
        let standing = match footing_of(linked, actor, &evaluation, &today).await {
            Ok(footing) => footing.standing,
            Err(Error::NotFound) => continue,
            Err(e) => return Err(e),
        };
        let rated = content_of(linked, evaluation.id, evaluation.version).await?.rated;
        found.extend(rated.map(|rated| Annual { id: evaluation.id, year: evaluation.year, predicate: rated.predicate, standing }));
    }
    Ok(found)
}
