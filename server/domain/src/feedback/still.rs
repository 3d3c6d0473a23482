//! Four weeks after the end the reporter is asked once more whether it is still solved. The answer changes nothing of how
//! it ended: it is counted beside it.

use vocabulary::accounts::Role;
use vocabulary::feedback::{ByRole, Status, StepKind, StillSolved};

use super::case::case_of_receipt;
use super::escalate::tell_role;
use super::steps::{NewStep, record};
use crate::error::{Refusal, Result};
use crate::ids::CaseId;
use crate::ledger;
use crate::on;
use crate::portal::Portal;

/// # Errors
/// [`Refusal::WrongStep`] where it is not closed or was not asked yet, [`Refusal::AlreadyDone`] when it was said before.
pub async fn say_still(portal: &Portal, case: CaseId, said: StillSolved) -> Result<()> {
    // Only the hour is kept of when the reporter was here, in everything that comes of it.
    let portal = &portal.to_the_hour();
    let mut tx = portal.db.begin().await?;
    let case = case_of_receipt(&mut tx, case).await?;
    let asked: Option<i64> = on!(&mut tx, conn => sqlx::query_scalar("select asked_again_at from feedback_case where id = $1").bind(case.id).fetch_one(conn).await?);
    if case.status != Status::Closed || asked.is_none() {
        return Err(Refusal::WrongStep.into());
    }
    let noted = on!(&mut tx, conn => sqlx::query("update feedback_case set still_solved = $2 where id = $1 and still_solved is null").bind(case.id).bind(said.as_str()).execute(conn).await?.rows_affected());
    if noted != 1 {
        return Err(Refusal::AlreadyDone.into());
    }
    let kind = if said == StillSolved::Yes { StepKind::StillSolved } else { StepKind::SolvedNoMore };
    record(portal, &mut tx, case.id, NewStep { kind, by: ByRole::Reporter, ..NewStep::default() }).await?;
    ledger::append(
        portal,
        &mut tx,
        ledger::Entry { government: &case.government, kind: "feedback-followed-up", subject: &case.reference, by_reporter: true, content: &said.as_str() },
    )
    .await?;
    if said == StillSolved::No {
        tell_role(portal, &mut tx, &case, Role::Verifier, "case-solved-no-more").await?;
    }
    tx.commit().await
}
