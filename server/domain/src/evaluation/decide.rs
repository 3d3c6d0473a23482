//! The assessor accepts, accepts with a note, or rejects; always with a reason, never before the holder replied or had
//! the days to.

use vocabulary::evaluation::DecisionInput;

use super::cards::{View, card};
use crate::accounts::Actor;
use crate::db::is_taken;
use crate::directory;
use crate::error::{Refusal, Result};
use crate::ids::{AccountId, CardId};
use crate::ledger;
use crate::notifications::tell;
use crate::on;
use crate::portal::Portal;

/// # Errors
/// [`Refusal::ConflictOfInterest`] for a card about the assessor, [`Refusal::TooEarly`], [`Refusal::AlreadyDone`];
/// [`crate::Error::NotFound`] for anyone without a right to it.
pub async fn decide(portal: &Portal, actor: &Actor, id: CardId, input: &DecisionInput) -> Result<()> {
    let mut tx = portal.db.begin().await?;
    let (card, view) = card(&mut tx, actor, id).await?;
    if view == View::Holder {
        return Err(Refusal::ConflictOfInterest.into());
    }
    let today = directory::government(&mut tx, &card.government).await?.today(portal.now());
    // A vacant post has nobody to wait for.
    if card.person_id.is_some() && card.replied_at.is_none() && today <= card.reply_due {
        return Err(Refusal::TooEarly.into());
    }
    let written = on!(&mut tx, conn => sqlx::query("insert into evidence_decision (card_id, decision, reason, at, account_id) values ($1, $2, $3, $4, $5)")
        .bind(id).bind(input.decision.as_str()).bind(&input.reason).bind(portal.now()).bind(actor.account).execute(conn).await.map(|r| r.rows_affected()));
    match written {
        Err(e) if is_taken(&e) => return Err(Refusal::AlreadyDone.into()),
        other => other?,
    };
    ledger::append(
        portal,
        &mut tx,
        ledger::Entry { government: &card.government, kind: "evidence-decided", subject: &card.reference, by_reporter: false, content: &(input.decision.as_str(), &input.reason) },
    )
    .await?;
    let holders: Vec<AccountId> = on!(&mut tx, conn => sqlx::query_scalar("select id from account where person_id = $1").bind(card.person_id).fetch_all(conn).await?);
    for account in holders {
        tell(portal, &mut tx, account, "card-decided", &card.reference, "/petugas/penilaian").await?;
    }
    tx.commit().await
}
