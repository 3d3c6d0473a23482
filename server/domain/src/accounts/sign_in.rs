//! Signing in by password, once the address is known to be theirs: else anyone could take a stranger's address. A wrong address and a wrong password cost the same time and get the same answer.

use std::sync::LazyLock;

use tokio::sync::Semaphore;
use uuid::Uuid;
use vocabulary::accounts::Email;

use crate::error::{Error, Result};
use crate::ids::AccountId;
use crate::on;
use crate::portal::Portal;
use crate::secrets::{Chance, hash_password, verifies};

/// Hashing takes 19 MiB and a core each: no more than this many at once, however many ask.
static HASHING: Semaphore = Semaphore::const_new(4);

/// A hash that no password has, compared with when there is no such account.
static NOBODY: LazyLock<String> = LazyLock::new(|| hash_password(&Chance::System, "").unwrap_or_default());

/// # Errors
/// [`Error::NotFound`] for a wrong address or password, without telling which.
pub async fn sign_in(portal: &Portal, email: &Email, password: String) -> Result<AccountId> {
    let mut conn = portal.db.read().await?;
    let row: Option<(Uuid, Option<String>)> =
        on!(&mut conn, c => sqlx::query_as("select id, password_hash from account where email = $1 and confirmed_at is not null").bind(email.as_str()).fetch_optional(c).await?);
    drop(conn);
    let (id, hash) = row.map_or((None, None), |(id, hash)| (Some(AccountId(id)), hash));
    let _turn = HASHING.acquire().await.map_err(|e| Error::Broken(e.to_string()))?;
    let matches = tokio::task::spawn_blocking(move || verifies(&password, hash.as_deref().unwrap_or(&NOBODY))).await.map_err(|e| Error::Broken(e.to_string()))?;
    id.filter(|_| matches).ok_or(Error::NotFound)
}
