//! An evaluation from its beginning to its end: the civil servant reports, the assessor rates in words and by the matrix,
//! the civil servant reads it and may object, the assessor explains, the superior hears both and decides. What was issued
//! is never written again; every change is a version of its own.
//!
//! Long because all steps share the one table that they go through, and read best in their order.

use std::collections::HashMap;

use vocabulary::evaluation::Standing;
use vocabulary::evaluation::rating::{EvaluationState, EvaluationStep, Party, Period, RatingsInput};

use super::content::{EvaluationContent, Evidence, Named, Organisation, Rated, Realised, written};
use super::evaluations::{Evaluation, content_of, evaluation_for, evaluation_row, evidence_of, is_unexplained};
use super::plans::{content_of as plan_content, plan_for};
use super::signature::{signature, tell_person};
use super::standing::Footing;
use super::year::{organisation_of, year_of};
use crate::accounts::Actor;
use crate::calendar::{Calendar, due_text};
use crate::clock::local_day;
use crate::db::{Linked, Tx, is_taken};
use crate::directory::{Government, government, governments};
use crate::error::{Error, Refusal, Result};
use crate::ids::{AccountId, CardId, EvaluationId, PlanId};
use crate::ledger;
use crate::notifications::mail_person;
use crate::on;
use crate::portal::Portal;
use crate::rules;

/// What somebody does to an evaluation.
#[derive(Debug, Clone)]
pub enum EvaluationAct {
    /// What was reached of one result, with the cards it rests on.
    Realise {
        key: String,
        text: String,
        cards: Vec<CardId>,
    },
    Report,
    /// Ratings, and feedback for each result by its key.
    Issue {
        ratings: RatingsInput,
        feedback: HashMap<String, String>,
    },
    Acknowledge,
    Object(String),
    Explain(String),
    Hear(String),
    Uphold(String),
    Change {
        ratings: RatingsInput,
        reason: String,
    },
    Correct {
        ratings: RatingsInput,
        reason: String,
    },
}

/// Begins the evaluation of a period of an agreed plan: its holder or its assessor.
///
/// # Errors
/// [`Error::NotFound`] for others or a period that the year does not have; [`Refusal::Unfinished`] without an agreed plan;
/// [`Refusal::PeriodLasts`] before its first day; [`Refusal::AlreadyDone`].
pub async fn start_evaluation(portal: &Portal, actor: &Actor, plan: PlanId, period: Period) -> Result<EvaluationId> {
    let mut tx = portal.db.begin().await?;
    let (plan, footing, today) = plan_for(portal, &mut tx, actor, plan).await?;
    if !matches!(footing.standing, Standing::Subject | Standing::Assessor) {
        return Err(Error::NotFound);
    }
    let year = year_of(&mut tx, &plan.government, plan.year).await?;
    if !Period::of(year.rhythm).contains(&period) {
        return Err(Error::NotFound);
    }
    let agreed = plan.agreed_version.ok_or(Refusal::Unfinished)?;
    let (first, last) = period.days(plan.year);
    if today < first {
        return Err(Refusal::PeriodLasts.into());
    }
    if plan.starts_on > last || plan.ends_on.as_ref().is_some_and(|end| *end < first) {
        return Err(Error::NotFound);
    }
    let id = EvaluationId(portal.new_id());
    let made = on!(&mut tx, conn => sqlx::query("insert into evaluation (id, government, plan_id, year, period, person_id, position_id, unit_id, state, version, made_at) values ($1, $2, $3, $4, $5, $6, $7, $8, 'reporting', 1, $9)")
        .bind(id).bind(&plan.government).bind(plan.id).bind(plan.year).bind(period.to_string()).bind(plan.person_id).bind(plan.position_id).bind(plan.unit_id).bind(portal.now())
        .execute(conn).await.map(|r| r.rows_affected()));
    match made {
        Err(e) if is_taken(&e) => return Err(Refusal::AlreadyDone.into()),
        other => other?,
    };
    let results = plan_content(&mut tx, plan.id, agreed).await?.results.into_iter().map(|r| Realised { key: r.key, ..Realised::default() }).collect();
    let (text, digest) = written(&EvaluationContent { plan_version: agreed, results, ..EvaluationContent::default() })?;
    on!(&mut tx, conn => sqlx::query("insert into evaluation_version (evaluation_id, number, content, made_at) values ($1, 1, $2, $3)").bind(id).bind(&text).bind(portal.now()).execute(conn).await?.rows_affected());
    let evaluation = evaluation_row(&mut tx, id).await?;
    let who = Who::of(&mut tx, actor, &evaluation, footing.standing, &today).await?;
    record(portal, &mut tx, &evaluation, &who, EvaluationStep::Started, "", &digest).await?;
    tx.commit().await?;
    Ok(id)
}

/// Who takes a step, as the row keeps it.
struct Who {
    account: Option<AccountId>,
    signer: String,
    standing: String,
}

impl Who {
    async fn of(tx: &mut Tx, actor: &Actor, evaluation: &Evaluation, standing: Standing, day: &str) -> Result<Self> {
        Ok(Self { account: Some(actor.account), signer: signature(tx, actor, &evaluation.government, day).await?, standing: standing.to_string() })
    }

    fn system() -> Self {
        Self { account: None, signer: String::new(), standing: "system".into() }
    }
}

/// Does it, if the form was made from the evaluation as it is now (`edits`).
///
/// # Errors
/// [`Error::NotFound`] for anyone without the right to the step; [`Refusal::NotThisStep`], [`Refusal::ChangedMeanwhile`],
/// [`Refusal::Unfinished`], [`Refusal::PeriodLasts`], [`Refusal::ObjectionLate`].
pub async fn act_on_evaluation(portal: &Portal, actor: &Actor, id: EvaluationId, edits: i64, act: EvaluationAct) -> Result<()> {
    let mut tx = portal.db.begin().await?;
    locked(&mut tx, id).await?;
    let (evaluation, footing, today) = evaluation_for(portal, &mut tx, actor, id).await?;
    let (needed, step) = match &act {
        EvaluationAct::Realise { .. } => (Standing::Subject, None),
        EvaluationAct::Report => (Standing::Subject, Some(EvaluationStep::Report)),
        EvaluationAct::Issue { .. } => (Standing::Assessor, Some(EvaluationStep::Issue)),
        EvaluationAct::Acknowledge => (Standing::Subject, Some(EvaluationStep::Acknowledge)),
        EvaluationAct::Object(_) => (Standing::Subject, Some(EvaluationStep::Object)),
        EvaluationAct::Explain(_) => (Standing::Assessor, Some(EvaluationStep::Explain)),
        EvaluationAct::Hear(_) => (Standing::Superior, Some(EvaluationStep::Hear)),
        EvaluationAct::Uphold(_) => (Standing::Superior, Some(EvaluationStep::Uphold)),
        EvaluationAct::Change { .. } => (Standing::Superior, Some(EvaluationStep::Change)),
        // What the superior decided, only the superior corrects.
        EvaluationAct::Correct { .. } => (if was_decided(&mut tx, id).await? { Standing::Superior } else { Standing::Assessor }, Some(EvaluationStep::Correct)),
    };
    if footing.standing != needed {
        return Err(Error::NotFound);
    }
    if evaluation.edits != edits {
        return Err(Refusal::ChangedMeanwhile.into());
    }
    let party = match needed {
        Standing::Subject => Party::Employee,
        Standing::Assessor => Party::Assessor,
        _ => Party::Superior,
    };
    let next = match step {
        // Without the explanation, when its days are over.
        Some(EvaluationStep::Hear) if is_unexplained(&mut tx, &evaluation, &today).await? => {
            EvaluationState::AssessorExplained.after(EvaluationStep::Hear, party).ok_or(Refusal::NotThisStep)?
        }
        Some(step) => evaluation.state.after(step, party).ok_or(Refusal::NotThisStep)?,
        None if evaluation.state == EvaluationState::Reporting => evaluation.state,
        None => return Err(Refusal::NotThisStep.into()),
    };
    let who = Who::of(&mut tx, actor, &evaluation, footing.standing, &today).await?;
    let go = Going { evaluation: &evaluation, footing: &footing, today: &today, next, who: &who };
    match act {
        EvaluationAct::Realise { key, text, cards } => realise(&mut tx, &evaluation, &key, text, cards).await?,
        EvaluationAct::Report => {
            let content = content_of(&mut tx, id, evaluation.version).await?;
            if content.results.iter().any(|r| r.text.is_empty()) {
                return Err(Refusal::Unfinished.into());
            }
            go.step(portal, &mut tx, EvaluationStep::Report, "").await?;
            if let Some(assessor) = &footing.assessor {
                tell_person(portal, &mut tx, assessor.person, "evaluation-reported", &evaluation.person_name, &evaluation.link()).await?;
            }
        }
        EvaluationAct::Issue { ratings, feedback } => {
            // What lasts on is not rated; nor is what nobody reported, before its time is over.
            if today < evaluation.days().1 {
                return Err(Refusal::PeriodLasts.into());
            }
            let mut content = content_of(&mut tx, id, evaluation.version).await?;
            for result in &mut content.results {
                result.feedback = feedback.get(&result.key).cloned().unwrap_or_default();
            }
            content.evidence = evidence_of(&mut tx, &evaluation).await?;
            let content = go.rated(&mut tx, content, &ratings).await?;
            write(&mut tx, &evaluation, evaluation.version, &content).await?;
            go.issue(portal, &mut tx, actor, EvaluationStep::Issue, evaluation.version, "").await?;
        }
        EvaluationAct::Acknowledge => go.step(portal, &mut tx, EvaluationStep::Acknowledge, "").await?,
        EvaluationAct::Object(reason) => {
            if evaluation.objection_due.as_ref().is_some_and(|due| today > *due) {
                return Err(Refusal::ObjectionLate.into());
            }
            go.step(portal, &mut tx, EvaluationStep::Object, &reason).await?;
            for official in footing.assessor.iter().chain(&footing.superior) {
                tell_person(portal, &mut tx, official.person, "evaluation-objected", &evaluation.person_name, &evaluation.link()).await?;
            }
        }
        EvaluationAct::Explain(text) => {
            go.step(portal, &mut tx, EvaluationStep::Explain, &text).await?;
            if let Some(superior) = &footing.superior {
                tell_person(portal, &mut tx, superior.person, "evaluation-explained", &evaluation.person_name, &evaluation.link()).await?;
            }
        }
        EvaluationAct::Hear(note) => go.step(portal, &mut tx, EvaluationStep::Hear, &note).await?,
        EvaluationAct::Uphold(reason) => {
            go.step(portal, &mut tx, EvaluationStep::Uphold, &reason).await?;
            finalise(portal, &mut tx, &evaluation, evaluation.version, go.next).await?;
            go.tell_decided(portal, &mut tx).await?;
        }
        EvaluationAct::Change { ratings, reason } => {
            let version = go.new_version(portal, &mut tx, &ratings, &reason).await?;
            let changed = Evaluation { version, ..evaluation.clone() };
            let go = Going { evaluation: &changed, ..go };
            go.step(portal, &mut tx, EvaluationStep::Change, &reason).await?;
            finalise(portal, &mut tx, &changed, version, go.next).await?;
            go.tell_decided(portal, &mut tx).await?;
        }
        EvaluationAct::Correct { ratings, reason } => {
            let version = go.new_version(portal, &mut tx, &ratings, &reason).await?;
            let changed = Evaluation { version, ..evaluation.clone() };
            let go = Going { evaluation: &changed, ..go };
            if needed == Standing::Superior {
                go.step(portal, &mut tx, EvaluationStep::Correct, &reason).await?;
                go.tell_decided(portal, &mut tx).await?;
            } else {
                go.issue(portal, &mut tx, actor, EvaluationStep::Correct, version, &reason).await?;
            }
        }
    }
    tx.commit().await
}

/// Takes the row on PostgreSQL: two steps at once come one after the other, and the second is told what changed.
async fn locked(tx: &mut Tx, id: EvaluationId) -> Result<()> {
    on!(tx, conn => sqlx::query("update evaluation set edits = edits where id = $1").bind(id).execute(conn).await?.rows_affected());
    Ok(())
}

/// Whether a superior has decided on this evaluation.
async fn was_decided(linked: &mut impl Linked, id: EvaluationId) -> Result<bool> {
    let decisions: i64 =
        on!(linked, conn => sqlx::query_scalar("select count(*) from evaluation_step where evaluation_id = $1 and kind in ('uphold', 'change')").bind(id).fetch_one(conn).await?);
    Ok(decisions > 0)
}

/// A step that is being taken.
struct Going<'a> {
    evaluation: &'a Evaluation,
    footing: &'a Footing,
    today: &'a str,
    next: EvaluationState,
    who: &'a Who,
}

impl Going<'_> {
    async fn step(&self, portal: &Portal, tx: &mut Tx, step: EvaluationStep, note: &str) -> Result<()> {
        move_on(portal, tx, self.evaluation, self.next, self.who, step, note).await
    }

    /// The content with ratings, and everyone as they are named today.
    async fn rated(&self, tx: &mut Tx, content: EvaluationContent, ratings: &RatingsInput) -> Result<EvaluationContent> {
        let e = self.evaluation;
        let organisation = organisation_of(tx, e.unit_id, e.year, e.period).await?;
        Ok(EvaluationContent {
            rated: Some(Rated::of(e.rule_set, ratings)),
            employee: Some(Named { person: e.person_id, name: e.person_name.clone(), post: e.position_title.clone(), unit: e.unit_name.clone() }),
            assessor: self.footing.assessor.as_ref().map(Named::from),
            superior: self.footing.superior.as_ref().map(Named::from),
            organisation: organisation.map(|o| Organisation { unit: o.unit_name, predicate: o.predicate, reason: o.reason }),
            ..content
        })
    }

    /// A version beside the one there is, which stays.
    async fn new_version(&self, portal: &Portal, tx: &mut Tx, ratings: &RatingsInput, reason: &str) -> Result<i64> {
        let e = self.evaluation;
        let mut before = content_of(tx, e.id, e.version).await?;
        // What was rejected or thrown out since is evidence of nothing.
        before.evidence = evidence_of(tx, e).await?;
        for result in &mut before.results {
            result.cards.retain(|card| before.evidence.iter().any(|k| k.card == *card));
        }
        let content = EvaluationContent { because: reason.to_owned(), ..self.rated(tx, before, ratings).await? };
        let (text, _) = written(&content)?;
        on!(tx, conn => sqlx::query("insert into evaluation_version (evaluation_id, number, content, made_at) values ($1, $2, $3, $4)")
            .bind(e.id).bind(e.version + 1).bind(&text).bind(portal.now()).execute(conn).await?.rows_affected());
        Ok(e.version + 1)
    }

    /// Hands the document over: from today the days to object run.
    async fn issue(&self, portal: &Portal, tx: &mut Tx, actor: &Actor, step: EvaluationStep, version: i64, note: &str) -> Result<()> {
        let e = self.evaluation;
        let zone = government(tx, &e.government).await?.utc_offset_hours;
        let day = local_day(portal.now(), zone);
        let days = rules::in_force(tx, "evaluation.objection", self.today).await?.value;
        let due = due_text(&Calendar::around(tx, day).await?, day, days)?;
        on!(tx, conn => sqlx::query("update evaluation set objection_due = $1, issued_by = $2 where id = $3").bind(&due).bind(actor.person).bind(e.id).execute(conn).await?.rows_affected());
        move_on(portal, tx, &Evaluation { version, ..e.clone() }, self.next, self.who, step, note).await?;
        tell_person(portal, tx, e.person_id, "evaluation-issued", &e.year.to_string(), &e.link()).await?;
        mail_person(portal, tx, e.person_id, "mail-evaluation-issued", &[("date", &due)], portal.now()).await.map(|_| ())
    }

    /// Subject and assessor learn of the superior's decision.
    async fn tell_decided(&self, portal: &Portal, tx: &mut Tx) -> Result<()> {
        let e = self.evaluation;
        tell_person(portal, tx, e.person_id, "evaluation-decided", &e.year.to_string(), &e.link()).await?;
        mail_person(portal, tx, e.person_id, "mail-evaluation-decided", &[], portal.now()).await?;
        match &self.footing.assessor {
            Some(assessor) => tell_person(portal, tx, assessor.person, "evaluation-decided", &e.person_name, &e.link()).await,
            None => Ok(()),
        }
    }
}

async fn realise(tx: &mut Tx, evaluation: &Evaluation, key: &str, text: String, cards: Vec<CardId>) -> Result<()> {
    let known: Vec<Evidence> = evidence_of(tx, evaluation).await?;
    // A card of somebody else, or one that was rejected, is evidence of nothing here.
    if !cards.iter().all(|card| known.iter().any(|k| k.card == *card)) {
        return Err(Error::NotFound);
    }
    let mut content = content_of(tx, evaluation.id, evaluation.version).await?;
    let result = content.results.iter_mut().find(|r| r.key == key).ok_or(Error::NotFound)?;
    (result.text, result.cards) = (text, cards);
    write(tx, evaluation, evaluation.version, &content).await?;
    on!(tx, conn => sqlx::query("update evaluation set edits = edits + 1 where id = $1").bind(evaluation.id).execute(conn).await?.rows_affected());
    Ok(())
}

/// Writes on a version that was not issued yet.
async fn write(tx: &mut Tx, evaluation: &Evaluation, version: i64, content: &EvaluationContent) -> Result<()> {
    let (text, _) = written(content)?;
    let rows = on!(tx, conn => sqlx::query(
        "update evaluation_version set content = $1 where evaluation_id = $2 and number = $3 and exists (select 1 from evaluation e where e.id = $2 and e.state in ('reporting', 'reported'))")
        .bind(&text).bind(evaluation.id).bind(version).execute(conn).await?.rows_affected());
    if rows == 1 { Ok(()) } else { Err(Refusal::NotThisStep.into()) }
}

async fn move_on(portal: &Portal, tx: &mut Tx, evaluation: &Evaluation, next: EvaluationState, who: &Who, step: EvaluationStep, note: &str) -> Result<()> {
    on!(tx, conn => sqlx::query("update evaluation set state = $1, version = $2, edits = edits + 1 where id = $3").bind(next.as_str()).bind(evaluation.version).bind(evaluation.id).execute(conn).await?.rows_affected());
    let (_, digest) = written(&content_of(tx, evaluation.id, evaluation.version).await?)?;
    record(portal, tx, evaluation, who, step, note, &digest).await
}

async fn record(portal: &Portal, tx: &mut Tx, evaluation: &Evaluation, who: &Who, step: EvaluationStep, note: &str, digest: &str) -> Result<()> {
    on!(tx, conn => sqlx::query(
        "insert into evaluation_step (evaluation_id, number, version, kind, at, account_id, signer, standing, note, digest) values ($1, (select coalesce(max(number), 0) + 1 from evaluation_step where evaluation_id = $1), $2, $3, $4, $5, $6, $7, $8, $9)")
        .bind(evaluation.id).bind(evaluation.version).bind(step.as_str()).bind(portal.now()).bind(who.account).bind(&who.signer).bind(&who.standing).bind(note).bind(digest).execute(conn).await?.rows_affected());
    // The kind is public: it says that a step was taken, never with what result.
    let kind = match step {
        EvaluationStep::Started => "evaluation-started",
        EvaluationStep::Report => "evaluation-report",
        EvaluationStep::Issue => "evaluation-issue",
        EvaluationStep::Acknowledge => "evaluation-acknowledge",
        EvaluationStep::DeadlinePassed => "evaluation-deadline-passed",
        EvaluationStep::Object => "evaluation-object",
        EvaluationStep::Explain => "evaluation-explain",
        EvaluationStep::Hear => "evaluation-hear-both",
        EvaluationStep::Uphold | EvaluationStep::Change => "evaluation-decide",
        EvaluationStep::Finalise => "evaluation-finalise",
        EvaluationStep::Correct => "evaluation-correct",
    };
    let content = &(evaluation.version, step.as_str(), digest, note);
    ledger::append(portal, tx, ledger::Entry { government: &evaluation.government, kind, subject: &evaluation.id.to_string(), by_reporter: false, content }).await
}

async fn finalise(portal: &Portal, tx: &mut Tx, evaluation: &Evaluation, version: i64, decided: EvaluationState) -> Result<()> {
    let next = decided.after(EvaluationStep::Finalise, Party::System).ok_or(Refusal::NotThisStep)?;
    move_on(portal, tx, &Evaluation { version, ..evaluation.clone() }, next, &Who::system(), EvaluationStep::Finalise, "").await
}

/// As many evaluations as one go of [`pass_deadlines`] moves.
const MOST: i64 = 500;

/// Ends what nobody objected to in time, in every government; repeating it does nothing twice.
///
/// # Errors
/// The database's.
pub async fn pass_deadlines(portal: &Portal) -> Result<usize> {
    let mut conn = portal.db.read().await?;
    let all = governments(&mut conn).await?;
    let mut due: Vec<(EvaluationId, Government)> = Vec::new();
    for government in all {
        let today = government.today(portal.now());
        let found: Vec<EvaluationId> = on!(&mut conn, c => sqlx::query_scalar("select id from evaluation where government = $1 and state in ('issued', 'acknowledged') and objection_due < $2 order by objection_due limit $3")
            .bind(&government.slug).bind(&today).bind(MOST).fetch_all(c).await?);
        due.extend(found.into_iter().map(|id| (id, government.clone())));
    }
    drop(conn);
    let mut passed = 0;
    for (id, government) in due {
        let mut tx = portal.db.begin().await?;
        locked(&mut tx, id).await?;
        let evaluation = evaluation_row(&mut tx, id).await?;
        // Somebody may have been here since the list was read.
        let Some(next) = evaluation.state.after(EvaluationStep::DeadlinePassed, Party::System) else { continue };
        if evaluation.objection_due.as_ref().is_none_or(|day| *day >= government.today(portal.now())) {
            continue;
        }
        move_on(portal, &mut tx, &evaluation, next, &Who::system(), EvaluationStep::DeadlinePassed, "").await?;
        if next == EvaluationState::AcceptedBySilence {
            finalise(portal, &mut tx, &evaluation, evaluation.version, next).await?;
        }
        tx.commit().await?;
        passed += 1;
    }
    Ok(passed)
}
