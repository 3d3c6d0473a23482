//! Keys of programs: made and ended by an administrator, shown once, kept as a hash. A key is 128 bits of chance, so that
//! one round of SHA-256 keeps it; nobody tries them out.

use vocabulary::open311::NewKey;

use crate::accounts::Actor;
use crate::clock::Millis;
use crate::db::{Linked, Tx};
use crate::directory::bulk::administered;
use crate::error::{Error, Refusal, Result};
use crate::ids::ApiKeyId;
use crate::ledger;
use crate::on;
use crate::portal::Portal;
use crate::secrets::sha256;

/// What every key begins with, so that one that was left lying about is known for what it is.
const PREFIX: &str = "balai_";

/// A key that is in force.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct ApiKey {
    pub id: ApiKeyId,
    pub government: String,
    pub name: String,
}

/// A key as administrators see it: never the key.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct KeyRow {
    pub id: ApiKeyId,
    pub name: String,
    pub contact: String,
    pub made_at: Millis,
    pub made_by_name: String,
    pub last_used_on: Option<String>,
    pub ended_at: Option<Millis>,
    /// Reports that came by it.
    pub requests: i64,
}

/// A key in the one moment in which it is known.
#[derive(Debug, Clone)]
pub struct MadeKey {
    pub id: ApiKeyId,
    pub secret: String,
}

fn hash_of(secret: &str) -> Vec<u8> {
    sha256(&[b"open311 key", secret.as_bytes()]).to_vec()
}

/// # Errors
/// [`Error::NotFound`] for whoever does not administer the whole government; [`Refusal::AlreadyDone`] when this form made
/// one already.
pub async fn make_key(portal: &Portal, actor: &Actor, government: &str, form_key: &str, input: &NewKey) -> Result<MadeKey> {
    let secret = format!("{PREFIX}{}", portal.chance.token());
    let id = ApiKeyId(portal.new_id());
    let mut tx = portal.db.begin().await?;
    administered(&mut tx, actor, government).await?;
    let written = on!(&mut tx, conn => sqlx::query("insert into open311_key (id, government, name, contact, hash, form_hash, made_at, made_by) values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing")
        .bind(id).bind(government).bind(&input.name).bind(&input.contact).bind(hash_of(&secret)).bind(sha256(&[b"open311 key form", form_key.as_bytes()]).to_vec())
        .bind(portal.now()).bind(actor.account).execute(conn).await?.rows_affected());
    if written == 0 {
        return Err(Refusal::AlreadyDone.into());
    }
    record(portal, &mut tx, government, "open311-key-made", id, &input.name).await?;
    tx.commit().await?;
    Ok(MadeKey { id, secret })
}

/// From the next request on nobody sends by it; what it sent stays.
///
/// # Errors
/// [`Error::NotFound`] for whoever does not administer the government, or a key that is not there; [`Refusal::AlreadyDone`].
pub async fn end_key(portal: &Portal, actor: &Actor, government: &str, id: ApiKeyId) -> Result<()> {
    let mut tx = portal.db.begin().await?;
    administered(&mut tx, actor, government).await?;
    let found: Option<(String, Option<Millis>)> =
        on!(&mut tx, conn => sqlx::query_as("select name, ended_at from open311_key where government = $1 and id = $2").bind(government).bind(id).fetch_optional(conn).await?);
    let (name, _) = found.ok_or(Error::NotFound)?;
    let ended = on!(&mut tx, conn => sqlx::query("update open311_key set ended_at = $2, ended_by = $3 where id = $1 and ended_at is null").bind(id).bind(portal.now()).bind(actor.account).execute(conn).await?.rows_affected());
    if ended == 0 {
        return Err(Refusal::AlreadyDone.into());
    }
    record(portal, &mut tx, government, "open311-key-ended", id, &name).await?;
    tx.commit().await
}

async fn record(portal: &Portal, tx: &mut Tx, government: &str, kind: &'static str, id: ApiKeyId, name: &str) -> Result<()> {
    ledger::append(portal, tx, ledger::Entry { government, kind, subject: &id.to_string(), by_reporter: false, content: &name }).await
}

/// Every key, those in force first, the newest of them first.
///
/// # Errors
/// [`Error::NotFound`] for whoever does not administer the whole government.
pub async fn keys(linked: &mut impl Linked, actor: &Actor, government: &str) -> Result<Vec<KeyRow>> {
    administered(linked, actor, government).await?;
    Ok(on!(linked, conn => sqlx::query_as(
        "select k.id, k.name, k.contact, k.made_at, a.display_name as made_by_name, k.last_used_on, k.ended_at, (select count(*) from open311_request r where r.key_id = k.id) as requests \
         from open311_key k join account a on a.id = k.made_by where k.government = $1 order by case when k.ended_at is null then 0 else 1 end, k.made_at desc, k.id desc limit 200")
        .bind(government).fetch_all(conn).await?))
}

/// The key in force of this government with this secret.
///
/// # Errors
/// [`Error::NotFound`]: unknown, ended and of another government are one.
pub async fn key_of(linked: &mut impl Linked, government: &str, secret: &str) -> Result<ApiKey> {
    if secret.len() != PREFIX.len() + 32 || !secret.starts_with(PREFIX) {
        return Err(Error::NotFound);
    }
    let found: Option<ApiKey> = on!(linked, conn => sqlx::query_as("select id, government, name from open311_key where hash = $1 and government = $2 and ended_at is null")
        .bind(hash_of(secret)).bind(government).fetch_optional(conn).await?);
    found.ok_or(Error::NotFound)
}

/// Notes that a key is used, in the transaction of its use, and holds its row until then: two uses at once are counted one
/// after the other.
///
/// # Errors
/// [`Error::NotFound`] when it was ended meanwhile.
pub(super) async fn use_key(tx: &mut Tx, key: ApiKeyId, today: &str) -> Result<()> {
    let held =
        on!(tx, conn => sqlx::query("update open311_key set last_used_on = $2 where id = $1 and ended_at is null").bind(key).bind(today).execute(conn).await?.rows_affected());
    if held == 1 { Ok(()) } else { Err(Error::NotFound) }
}
