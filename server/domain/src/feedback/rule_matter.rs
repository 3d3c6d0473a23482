//! The matter is the rule and not the person: somebody who works on the case says so with a reason, and no evidence card
//! comes of it. The reporter's case goes on as any other. It may be taken back with a reason too; then it counts again.

use crate::accounts::Actor;
use crate::clock::Millis;
use crate::db::{Linked, is_taken};
use crate::error::{Refusal, Result};
use crate::ids::CaseId;
use crate::ledger;
use crate::on;
use crate::portal::Portal;
use vocabulary::feedback::ClosedReason;

use super::case::{Desk, case_at_desk};
use super::confirm::offer_evidence;

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct RuleMatter {
    pub note: String,
    pub at: Millis,
}

/// The mark, where there is one that was not taken back.
///
/// # Errors
/// The database's.
pub async fn is_rule_matter(linked: &mut impl Linked, case: CaseId) -> Result<Option<RuleMatter>> {
    Ok(
        on!(linked, conn => sqlx::query_as("select note, at from feedback_rule_matter where case_id = $1 and withdrawn_at is null order by number desc limit 1").bind(case).fetch_optional(conn).await?),
    )
}

/// Before it is closed: afterwards a card may be on its way.
///
/// # Errors
/// [`Refusal::AlreadyDone`], [`Refusal::WrongStep`] once it is closed; [`crate::Error::NotFound`] for who has no desk for it.
pub async fn mark_rule_matter(portal: &Portal, actor: &Actor, reference: &str, note: &str) -> Result<()> {
    let mut tx = portal.db.begin().await?;
    let (case, _) = case_at_desk(&mut tx, actor, reference, &[Desk::Verifier, Desk::Handler]).await?;
    if !case.status.is_open() {
        return Err(Refusal::WrongStep.into());
    }
    if is_rule_matter(&mut tx, case.id).await?.is_some() {
        return Err(Refusal::AlreadyDone.into());
    }
    let written = on!(&mut tx, conn => sqlx::query("insert into feedback_rule_matter (case_id, number, note, at, account_id) values ($1, (select coalesce(max(number), 0) + 1 from feedback_rule_matter where case_id = $1), $2, $3, $4)")
        .bind(case.id).bind(note).bind(portal.now()).bind(actor.account).execute(conn).await.map(|r| r.rows_affected()));
    match written {
        Err(e) if is_taken(&e) => return Err(Refusal::AlreadyDone.into()),
        other => other?,
    };
    ledger::append(portal, &mut tx, ledger::Entry { government: &case.government, kind: "feedback-rule-matter", subject: &case.reference, by_reporter: false, content: &note })
        .await?;
    tx.commit().await
}

/// Takes the mark back: the row stays, with who did so and why. Where the reporter has confirmed meanwhile, the card that
/// the mark held up is offered now, with the holder's days to reply beginning today.
///
/// # Errors
/// [`Refusal::AlreadyDone`] where there is none; [`crate::Error::NotFound`] for who has no desk for the case.
pub async fn unmark_rule_matter(portal: &Portal, actor: &Actor, reference: &str, reason: &str) -> Result<()> {
    let mut tx = portal.db.begin().await?;
    let (case, _) = case_at_desk(&mut tx, actor, reference, &[Desk::Verifier, Desk::Handler]).await?;
    let taken = on!(&mut tx, conn => sqlx::query("update feedback_rule_matter set withdrawn_at = $2, withdrawn_by = $3, withdrawn_reason = $4 where case_id = $1 and withdrawn_at is null")
        .bind(case.id).bind(portal.now()).bind(actor.account).bind(reason).execute(conn).await?.rows_affected());
    if taken == 0 {
        return Err(Refusal::AlreadyDone.into());
    }
    let entry = ledger::Entry { government: &case.government, kind: "feedback-rule-matter-withdrawn", subject: &case.reference, by_reporter: false, content: &reason };
    ledger::append(portal, &mut tx, entry).await?;
    if case.closed_reason.as_deref() == Some(ClosedReason::Confirmed.as_str()) {
        offer_evidence(portal, &mut tx, &case).await?;
    }
    tx.commit().await
}
