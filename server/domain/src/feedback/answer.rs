//! The unit answers: an outcome and the words. The reporter then says whether it is solved.

use vocabulary::feedback::{AnswerInput, Status, StepKind};

use super::case::{Desk, case_at_desk};
use super::experience::count_answer;
use super::progress::role_at;
use super::steps::{NewStep, record};
use super::tell::tell_reporter;
use crate::accounts::Actor;
use crate::error::Result;
use crate::ledger;
use crate::on;
use crate::portal::Portal;

/// # Errors
/// [`crate::Refusal::WrongStep`]; [`crate::Error::NotFound`] for anyone but a handler of the unit.
pub async fn answer(portal: &Portal, actor: &Actor, reference: &str, input: &AnswerInput) -> Result<()> {
    let mut tx = portal.db.begin().await?;
    let (case, desk) = case_at_desk(&mut tx, actor, reference, &[Desk::Handler, Desk::Inspector]).await?;
    case.must_be(&[Status::Assigned, Status::InProgress, Status::Disputed])?;
    on!(&mut tx, conn => sqlx::query("update feedback_case set status = $2, outcome = $3, answered_at = $4 where id = $1")
        .bind(case.id).bind(Status::Responded.as_str()).bind(input.outcome.as_str()).bind(portal.now()).execute(conn).await?.rows_affected());
    count_answer(&mut tx, &case, portal.now()).await?;
    let step = NewStep {
        kind: StepKind::Answered,
        by: role_at(desk),
        account: Some(actor.account),
        unit: case.handling_unit_id,
        note: &input.note,
        outcome: Some(input.outcome),
        ..NewStep::default()
    };
    record(portal, &mut tx, case.id, step).await?;
    ledger::append(
        portal,
        &mut tx,
        ledger::Entry { government: &case.government, kind: "feedback-answered", subject: &case.reference, by_reporter: false, content: &(input.outcome.as_str(), &input.note) },
    )
    .await?;
    tell_reporter(portal, &mut tx, case.id, &case.government, case.protection, "mail-feedback-answered", vec![("reference".into(), case.reference.clone())]).await?;
    tx.commit().await
}
