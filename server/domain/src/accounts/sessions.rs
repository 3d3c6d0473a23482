//! Where someone is signed in, and ending it. The rows are written by the session store of the server.

use crate::clock::Millis;
use crate::db::Linked;
use crate::error::Result;
use crate::ids::AccountId;
use crate::on;
use crate::portal::Portal;
use crate::secrets::hex;

#[derive(Debug, Clone)]
pub struct OpenSession {
    /// Names the session in a form without giving it away.
    pub key: String,
    pub device: Option<String>,
    pub created_at: Millis,
    pub last_used_at: Millis,
    pub is_this_one: bool,
}

/// # Errors
/// The database's.
pub async fn open_sessions(linked: &mut impl Linked, account: AccountId, this: &[u8], now: Millis) -> Result<Vec<OpenSession>> {
    let rows: Vec<(Vec<u8>, Option<String>, Millis, Millis)> = on!(linked, conn => sqlx::query_as(
        "select id_hash, device, created_at, last_used_at from session where account_id = $1 and expires_at > $2 order by last_used_at desc")
        .bind(account).bind(now).fetch_all(conn).await?);
    Ok(rows.into_iter().map(|(hash, device, created_at, last_used_at)| OpenSession { key: hex(&hash), device, created_at, last_used_at, is_this_one: hash == this }).collect())
}

/// Ends one session of this account; one that is not theirs is not touched.
///
/// # Errors
/// The database's.
pub async fn end_session(portal: &Portal, account: AccountId, key: &str) -> Result<()> {
    let mut tx = portal.db.begin().await?;
    let all: Vec<Vec<u8>> = on!(&mut tx, conn => sqlx::query_scalar("select id_hash from session where account_id = $1").bind(account).fetch_all(conn).await?);
    if let Some(hash) = all.into_iter().find(|hash| hex(hash) == key) {
        on!(&mut tx, conn => sqlx::query("delete from session where id_hash = $1").bind(&hash).execute(conn).await?.rows_affected());
    }
    tx.commit().await
}

/// Ends every session of this account but this one.
///
/// # Errors
/// The database's.
pub async fn end_others(portal: &Portal, account: AccountId, this: &[u8]) -> Result<()> {
    let mut tx = portal.db.begin().await?;
    on!(&mut tx, conn => sqlx::query("delete from session where account_id = $1 and id_hash <> $2").bind(account).bind(this).execute(conn).await?.rows_affected());
    tx.commit().await
}
