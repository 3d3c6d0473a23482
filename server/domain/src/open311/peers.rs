//! Other governments that take in reports by Open311: where, under which code, and with which key of theirs. The key is
//! sealed; a page never shows it.

use vocabulary::accounts::Role;
use vocabulary::open311::NewPeer;

use crate::accounts::Actor;
use crate::clock::Millis;
use crate::db::{Linked, is_taken};
use crate::directory::bulk::administered;
use crate::error::{Error, Refusal, Result};
use crate::ids::PeerId;
use crate::ledger;
use crate::on;
use crate::portal::Portal;

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Peer {
    pub id: PeerId,
    pub name: String,
    pub url: String,
    pub jurisdiction_id: String,
    pub service_code: String,
    pub made_at: Millis,
    pub ended_at: Option<Millis>,
    /// Reports that were sent there or wait for it.
    pub forwarded: i64,
}

/// # Errors
/// [`Error::NotFound`] for whoever does not administer the whole government; [`Refusal::AlreadyDone`] for one that is there.
pub async fn make_peer(portal: &Portal, actor: &Actor, government: &str, input: &NewPeer) -> Result<PeerId> {
    let id = PeerId(portal.new_id());
    let sealed = portal.secrets.seal(&portal.chance, &input.key)?;
    let mut tx = portal.db.begin().await?;
    administered(&mut tx, actor, government).await?;
    let written = on!(&mut tx, conn => sqlx::query("insert into open311_peer (id, government, name, url, jurisdiction_id, service_code, sealed_key, made_at, made_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)")
        .bind(id).bind(government).bind(&input.name).bind(&input.url).bind(&input.jurisdiction).bind(&input.service_code).bind(sealed).bind(portal.now()).bind(actor.account).execute(conn).await.map(|done| done.rows_affected()));
    match written {
        Err(e) if is_taken(&e) => return Err(Refusal::AlreadyDone.into()),
        other => other?,
    };
    ledger::append(portal, &mut tx, ledger::Entry { government, kind: "open311-peer-made", subject: &id.to_string(), by_reporter: false, content: &(&input.name, &input.url) })
        .await?;
    tx.commit().await?;
    Ok(id)
}

/// They gave us another key.
///
/// # Errors
/// [`Error::NotFound`] for whoever does not administer the whole government, and for one that has ended; a problem of
/// `kunci-mereka`.
pub async fn change_key(portal: &Portal, actor: &Actor, government: &str, id: PeerId, typed: &str) -> Result<()> {
    let key = NewPeer::key(typed)?;
    let sealed = portal.secrets.seal(&portal.chance, &key)?;
    let mut tx = portal.db.begin().await?;
    administered(&mut tx, actor, government).await?;
    let changed = on!(&mut tx, conn => sqlx::query("update open311_peer set sealed_key = $3 where government = $1 and id = $2 and ended_at is null").bind(government).bind(id).bind(sealed).execute(conn).await?.rows_affected());
    if changed == 0 {
        return Err(Error::NotFound);
    }
    tx.commit().await
}

/// Nothing is sent there any more, and of what was sent nothing is asked.
///
/// # Errors
/// [`Error::NotFound`], [`Refusal::AlreadyDone`].
pub async fn end_peer(portal: &Portal, actor: &Actor, government: &str, id: PeerId) -> Result<()> {
    let mut tx = portal.db.begin().await?;
    administered(&mut tx, actor, government).await?;
    let found: Option<(String, String)> =
        on!(&mut tx, conn => sqlx::query_as("select name, url from open311_peer where government = $1 and id = $2").bind(government).bind(id).fetch_optional(conn).await?);
    let content = found.ok_or(Error::NotFound)?;
    let ended = on!(&mut tx, conn => sqlx::query("update open311_peer set ended_at = $2, ended_by = $3 where id = $1 and ended_at is null").bind(id).bind(portal.now()).bind(actor.account).execute(conn).await?.rows_affected());
    if ended == 0 {
        return Err(Refusal::AlreadyDone.into());
    }
    on!(&mut tx, conn => sqlx::query("update open311_forward set state = case when state = 'waiting' then 'failed' else 'over' end, trouble = 'ended' where peer_id = $1 and state in ('waiting', 'sent')").bind(id).execute(conn).await?.rows_affected());
    ledger::append(portal, &mut tx, ledger::Entry { government, kind: "open311-peer-ended", subject: &id.to_string(), by_reporter: false, content: &content }).await?;
    tx.commit().await
}

const COLUMNS: &str = "select p.id, p.name, p.url, p.jurisdiction_id, p.service_code, p.made_at, p.ended_at, (select count(*) from open311_forward f where f.peer_id = p.id) as forwarded from open311_peer p where p.government = $1 order by case when p.ended_at is null then 0 else 1 end, lower(p.name), p.id";

/// # Errors
/// [`Error::NotFound`] for whoever does not administer the whole government.
pub async fn peers(linked: &mut impl Linked, actor: &Actor, government: &str) -> Result<Vec<Peer>> {
    administered(linked, actor, government).await?;
    Ok(on!(linked, conn => sqlx::query_as(COLUMNS).bind(government).fetch_all(conn).await?))
}

/// Where a verifier may send on to.
///
/// # Errors
/// [`Error::NotFound`] for whoever is none there.
pub async fn peers_to_send_to(linked: &mut impl Linked, actor: &Actor, government: &str) -> Result<Vec<Peer>> {
    if !actor.holds_in(Role::Verifier, government) {
        return Err(Error::NotFound);
    }
    let all: Vec<Peer> = on!(linked, conn => sqlx::query_as(COLUMNS).bind(government).fetch_all(conn).await?);
    Ok(all.into_iter().filter(|p| p.ended_at.is_none()).collect())
}
