//! A verifier archives what is no case, with a reason that the reporter reads.

use vocabulary::feedback::{ArchiveInput, ByRole, Status, StepKind};

use super::case::{Desk, case_at_desk};
use super::steps::{NewStep, record};
use crate::accounts::Actor;
use crate::error::Result;
use crate::ledger;
use crate::on;
use crate::portal::Portal;

/// # Errors
/// [`crate::Refusal::WrongStep`]; [`crate::Error::NotFound`] for anyone but a verifier of this government.
pub async fn archive(portal: &Portal, actor: &Actor, reference: &str, input: &ArchiveInput) -> Result<()> {
    let mut tx = portal.db.begin().await?;
    let (case, _) = case_at_desk(&mut tx, actor, reference, &[Desk::Verifier]).await?;
    case.must_be(&[Status::Submitted])?;
    on!(&mut tx, conn => sqlx::query("update feedback_case set status = $2, closed_at = $3 where id = $1")
        .bind(case.id).bind(Status::Archived.as_str()).bind(portal.now()).execute(conn).await?.rows_affected());
    record(
        portal,
        &mut tx,
        case.id,
        NewStep { kind: StepKind::Archived, by: ByRole::Verifier, account: Some(actor.account), note: &input.note, reason: Some(input.reason), ..NewStep::default() },
    )
    .await?;
    ledger::append(
        portal,
        &mut tx,
        ledger::Entry { government: &case.government, kind: "feedback-archived", subject: &case.reference, by_reporter: false, content: &(input.reason.as_str(), &input.note) },
    )
    .await?;
    tx.commit().await
}
