//! The reporter says that it is not solved. Once; what comes after a second time is escalation.

use vocabulary::feedback::{ByRole, Status, StepKind};

use super::case::case_of_receipt;
use super::steps::{NewStep, record};
use crate::error::{Refusal, Result};
use crate::ids::CaseId;
use crate::ledger;
use crate::on;
use crate::portal::Portal;

/// # Errors
/// [`Refusal::WrongStep`] when there is no answer to contest, [`Refusal::ContestedBefore`].
pub async fn contest(portal: &Portal, case: CaseId, note: &str) -> Result<()> {
    // Only the hour is kept of when the reporter was here, in everything that comes of it.
    let portal = &portal.to_the_hour();
    let mut tx = portal.db.begin().await?;
    let case = case_of_receipt(&mut tx, case).await?;
    case.must_be(&[Status::Responded])?;
    let before: i64 = on!(&mut tx, conn => sqlx::query_scalar("select count(*) from feedback_step where case_id = $1 and kind = 'contested'").bind(case.id).fetch_one(conn).await?);
    if before > 0 {
        return Err(Refusal::ContestedBefore.into());
    }
    on!(&mut tx, conn => sqlx::query("update feedback_case set status = $2 where id = $1").bind(case.id).bind(Status::Disputed.as_str()).execute(conn).await?.rows_affected());
    record(portal, &mut tx, case.id, NewStep { kind: StepKind::Contested, by: ByRole::Reporter, note, ..NewStep::default() }).await?;
    ledger::append(portal, &mut tx, ledger::Entry { government: &case.government, kind: "feedback-contested", subject: &case.reference, by_reporter: true, content: &note })
        .await?;
    tx.commit().await
}
