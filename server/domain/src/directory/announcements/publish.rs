//! An administrator puts an announcement before the public, or takes it back with a reason that stays at its address.

use vocabulary::Fault;

use super::write::{locked, wrong};
use crate::accounts::Actor;
use crate::directory::Government;
use crate::error::{Refusal, Result};
use crate::ledger;
use crate::notifications::news;
use crate::on;
use crate::portal::Portal;

/// Publishes the version that was looked at. Lists show it from its first day, which is today at the earliest.
///
/// # Errors
/// [`Refusal::AlreadyDone`] when it is published or withdrawn; [`crate::Error::Invalid`] when its last day is over or
/// it was changed meanwhile; [`crate::Error::NotFound`] for whoever does not administer its unit.
pub async fn publish(portal: &Portal, actor: &Actor, government: &Government, slug: &str, version: i64) -> Result<()> {
    let now = portal.now();
    let today = government.today(now);
    let mut tx = portal.db.begin().await?;
    let draft = locked(&mut tx, actor, &government.slug, slug, version).await?;
    if draft.published_at.is_some() {
        return Err(Refusal::AlreadyDone.into());
    }
    if draft.shown_until.as_deref().is_some_and(|until| until < today.as_str()) {
        return Err(wrong("tampil-sampai", Fault::EndsBeforeStart));
    }
    on!(&mut tx, conn => sqlx::query(
        "update announcement set published_at = $2, changed_at = $2, published_by = $3, shown_from = case when shown_from < $4 then $4 else shown_from end, version = version + 1 where id = $1")
        .bind(draft.id).bind(now).bind(actor.account).bind(&today).execute(conn).await?.rows_affected());
    let content = (&draft.title, &draft.summary, &draft.body, &draft.criteria);
    ledger::append(portal, &mut tx, ledger::Entry { government: &government.slug, kind: "announcement-published", subject: slug, by_reporter: false, content: &content }).await?;
    news::announcement(portal, &mut tx, draft.id, news::Announced::Published).await?;
    tx.commit().await
}

/// Withdraws it; a draft is put away, and no one outside ever saw it.
///
/// # Errors
/// [`Refusal::AlreadyDone`]; [`crate::Error::Invalid`] when it was changed meanwhile; [`crate::Error::NotFound`] for
/// whoever does not administer its unit.
pub async fn withdraw(portal: &Portal, actor: &Actor, government: &str, slug: &str, version: i64, reason: &str) -> Result<()> {
    let mut tx = portal.db.begin().await?;
    let before = locked(&mut tx, actor, government, slug, version).await?;
    on!(&mut tx, conn => sqlx::query("update announcement set withdrawn_at = $2, withdrawn_by = $3, withdrawn_reason = $4, version = version + 1 where id = $1")
        .bind(before.id).bind(portal.now()).bind(actor.account).bind(reason).execute(conn).await?.rows_affected());
    if before.published_at.is_some() {
        ledger::append(portal, &mut tx, ledger::Entry { government, kind: "announcement-withdrawn", subject: slug, by_reporter: false, content: &reason }).await?;
        news::announcement(portal, &mut tx, before.id, news::Announced::Withdrawn).await?;
    }
    tx.commit().await
}
