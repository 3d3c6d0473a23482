//! The holder replies before the card counts; the reply always travels with it.

use super::cards::{View, card};
use crate::accounts::Actor;
use crate::db::is_taken;
use crate::error::{Error, Refusal, Result};
use crate::ids::CardId;
use crate::ledger;
use crate::on;
use crate::portal::Portal;

/// # Errors
/// [`Refusal::AlreadyDone`] after a reply or a decision; [`Error::NotFound`] for anyone but the holder of that day.
pub async fn reply(portal: &Portal, actor: &Actor, id: CardId, text: &str) -> Result<()> {
    let mut tx = portal.db.begin().await?;
    let (card, view) = card(&mut tx, actor, id).await?;
    if view != View::Holder {
        return Err(Error::NotFound);
    }
    if card.decided_at.is_some() {
        return Err(Refusal::AlreadyDone.into());
    }
    let written = on!(&mut tx, conn => sqlx::query("insert into evidence_reply (card_id, text, at, account_id) values ($1, $2, $3, $4)")
        .bind(id).bind(text).bind(portal.now()).bind(actor.account).execute(conn).await.map(|r| r.rows_affected()));
    match written {
        Err(e) if is_taken(&e) => return Err(Refusal::AlreadyDone.into()),
        other => other?,
    };
    ledger::append(portal, &mut tx, ledger::Entry { government: &card.government, kind: "evidence-replied", subject: &card.reference, by_reporter: false, content: &text }).await?;
    tx.commit().await
}
