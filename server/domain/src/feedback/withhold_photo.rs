//! A verifier withholds one photo from the public, with a reason; those who work on the case and who sent it still see it.
//! What was withheld by mistake is shown again, with a reason too.

use vocabulary::feedback::{ByRole, PhotoReason, StepKind};

use super::case::{Desk, case_at_desk};
use super::said::UNCHECKED;
use super::steps::{NewStep, record};
use crate::accounts::Actor;
use crate::error::{Error, Refusal, Result};
use crate::ledger;
use crate::on;
use crate::portal::Portal;

/// What nobody had looked at yet stays withheld, from now on for this reason.
///
/// # Errors
/// [`Refusal::AlreadyDone`]; [`Error::NotFound`] for anyone but a verifier, and for a photo that is not there.
pub async fn withhold_photo(portal: &Portal, actor: &Actor, reference: &str, number: i64, reason: PhotoReason) -> Result<()> {
    let mut tx = portal.db.begin().await?;
    let (case, _) = case_at_desk(&mut tx, actor, reference, &[Desk::Verifier]).await?;
    let withheld: Option<Option<String>> = on!(&mut tx, conn => sqlx::query_scalar("select withheld_reason from feedback_photo where case_id = $1 and number = $2").bind(case.id).bind(number).fetch_optional(conn).await?);
    if withheld.ok_or(Error::NotFound)?.is_some_and(|reason| reason != UNCHECKED) {
        return Err(Refusal::AlreadyDone.into());
    }
    on!(&mut tx, conn => sqlx::query("update feedback_photo set withheld_at = $3, withheld_reason = $4 where case_id = $1 and number = $2")
        .bind(case.id).bind(number).bind(portal.now()).bind(reason.as_str()).execute(conn).await?.rows_affected());
    record(portal, &mut tx, case.id, NewStep { kind: StepKind::PhotoWithheld, by: ByRole::Verifier, account: Some(actor.account), ..NewStep::default() }).await?;
    let content = (number, reason.as_str());
    ledger::append(
        portal,
        &mut tx,
        ledger::Entry { government: &case.government, kind: "feedback-photo-withheld", subject: &case.reference, by_reporter: false, content: &content },
    )
    .await?;
    tx.commit().await
}

/// Undoes it. The note says why, and stays among those who work on the case.
///
/// # Errors
/// [`Refusal::AlreadyDone`] for a photo that is not withheld; [`Error::NotFound`] for anyone but a verifier, and for a
/// photo that is not there.
pub async fn release_photo(portal: &Portal, actor: &Actor, reference: &str, number: i64, note: &str) -> Result<()> {
    let mut tx = portal.db.begin().await?;
    let (case, _) = case_at_desk(&mut tx, actor, reference, &[Desk::Verifier]).await?;
    let withheld: Option<Option<i64>> = on!(&mut tx, conn => sqlx::query_scalar("select withheld_at from feedback_photo where case_id = $1 and number = $2").bind(case.id).bind(number).fetch_optional(conn).await?);
    if withheld.ok_or(Error::NotFound)?.is_none() {
        return Err(Refusal::AlreadyDone.into());
    }
    on!(&mut tx, conn => sqlx::query("update feedback_photo set withheld_at = null, withheld_reason = null where case_id = $1 and number = $2")
        .bind(case.id).bind(number).execute(conn).await?.rows_affected());
    let step = NewStep { kind: StepKind::PhotoReleased, by: ByRole::Verifier, account: Some(actor.account), internal_note: note, ..NewStep::default() };
    record(portal, &mut tx, case.id, step).await?;
    let content = (number, note);
    ledger::append(
        portal,
        &mut tx,
        ledger::Entry { government: &case.government, kind: "feedback-photo-released", subject: &case.reference, by_reporter: false, content: &content },
    )
    .await?;
    tx.commit().await
}
