//! The matter is the rule and not the person: somebody who works on the case says so with a reason, and no evidence card
//! comes of it. The reporter's case goes on as any other.

use crate::accounts::Actor;
use crate::clock::Millis;
use crate::db::{Linked, is_taken};
use crate::error::{Refusal, Result};
use crate::ids::CaseId;
use crate::ledger;
use crate::on;
use crate::portal::Portal;

use super::case::{Desk, case_at_desk};

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct RuleMatter {
    pub note: String,
    pub at: Millis,
}

/// The mark, where there is one.
///
/// # Errors
/// The database's.
pub async fn is_rule_matter(linked: &mut impl Linked, case: CaseId) -> Result<Option<RuleMatter>> {
    Ok(on!(linked, conn => sqlx::query_as("select note, at from feedback_rule_matter where case_id = $1").bind(case).fetch_optional(conn).await?))
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
    let written = on!(&mut tx, conn => sqlx::query("insert into feedback_rule_matter (case_id, note, at, account_id) values ($1, $2, $3, $4)")
        .bind(case.id).bind(note).bind(portal.now()).bind(actor.account).execute(conn).await.map(|r| r.rows_affected()));
    match written {
        Err(e) if is_taken(&e) => return Err(Refusal::AlreadyDone.into()),
        other => other?,
    };
    ledger::append(portal, &mut tx, ledger::Entry { government: &case.government, kind: "feedback-rule-matter", subject: &case.reference, by_reporter: false, content: &note })
        .await?;
    tx.commit().await
}
