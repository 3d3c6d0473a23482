//! A handler says what is being done.

use vocabulary::feedback::{ByRole, Status, StepKind};

use super::case::{Desk, case_at_desk};
use super::steps::{NewStep, record};
use crate::accounts::Actor;
use crate::error::Result;
use crate::ledger;
use crate::on;
use crate::portal::Portal;

pub(super) const fn role_at(desk: Desk) -> ByRole {
    match desk {
        Desk::Verifier => ByRole::Verifier,
        Desk::Handler => ByRole::Handler,
        Desk::Inspector => ByRole::Inspector,
    }
}

/// # Errors
/// [`crate::Refusal::WrongStep`]; [`crate::Error::NotFound`] for anyone but a handler of the unit.
pub async fn progress(portal: &Portal, actor: &Actor, reference: &str, note: &str) -> Result<()> {
    let mut tx = portal.db.begin().await?;
    let (case, desk) = case_at_desk(&mut tx, actor, reference, &[Desk::Handler, Desk::Inspector]).await?;
    case.must_be(&[Status::Assigned, Status::InProgress, Status::Disputed])?;
    on!(&mut tx, conn => sqlx::query("update feedback_case set status = $2 where id = $1").bind(case.id).bind(Status::InProgress.as_str()).execute(conn).await?.rows_affected());
    record(
        portal,
        &mut tx,
        case.id,
        NewStep { kind: StepKind::Progress, by: role_at(desk), account: Some(actor.account), unit: case.handling_unit_id, note, ..NewStep::default() },
    )
    .await?;
    ledger::append(portal, &mut tx, ledger::Entry { government: &case.government, kind: "feedback-progress", subject: &case.reference, by_reporter: false, content: &note })
        .await?;
    tx.commit().await
}
