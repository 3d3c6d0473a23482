//! Signing in by an e-mailed link. The link only opens a page; its button signs in, so that the preview robots of
//! mail and chat programs use nothing up.

use uuid::Uuid;
use vocabulary::accounts::Email;

use crate::clock::{MINUTE, Millis};
use crate::db::Tx;
use crate::error::{Error, Refusal, Result};
use crate::ids::AccountId;
use crate::notifications::{Mail, promise_mail_until};
use crate::on;
use crate::portal::Portal;
use crate::secrets::sha256;

/// How long a link can be used (milliseconds).
const LIFETIME: Millis = 30 * MINUTE;

/// Mails a link to the address, if it has an account; the caller's answer is the same either way.
/// `compose` makes the mail around the token.
///
/// # Errors
/// The database's.
pub async fn request_link(portal: &Portal, email: &Email, compose: impl FnOnce(&str) -> Mail) -> Result<()> {
    let mut tx = portal.db.begin().await?;
    let known: Option<Uuid> = on!(&mut tx, conn => sqlx::query_scalar("select id from account where email = $1").bind(email.as_str()).fetch_optional(conn).await?);
    if known.is_some() {
        mail_link(portal, &mut tx, email, None, compose).await?;
    }
    tx.commit().await
}

/// Makes a link and promises its mail; a password chosen at sign-up waits with the link until it is used.
pub(super) async fn mail_link(portal: &Portal, tx: &mut Tx, email: &Email, password_hash: Option<String>, compose: impl FnOnce(&str) -> Mail) -> Result<()> {
    let token = portal.chance.token();
    let now = portal.now();
    on!(tx, conn => sqlx::query("insert into sign_in_link (token_hash, email, password_hash, created_at, expires_at) values ($1, $2, $3, $4, $5)")
        .bind(sha256(&[token.as_bytes()]).to_vec()).bind(email.as_str()).bind(&password_hash).bind(now).bind(now + LIFETIME).execute(conn).await?.rows_affected());
    promise_mail_until(portal, tx, &compose(&token), now + LIFETIME).await
}

/// Uses the link up and says whose it is.
///
/// # Errors
/// [`Refusal::LinkUsed`] for a link that is unknown, used or too old.
pub async fn use_link(portal: &Portal, token: &str) -> Result<AccountId> {
    let now = portal.now();
    let mut tx = portal.db.begin().await?;
    let used: Option<(String, Option<String>)> = on!(&mut tx, conn => sqlx::query_as("update sign_in_link set used_at = $1 where token_hash = $2 and used_at is null and expires_at > $1 returning email, password_hash")
        .bind(now).bind(sha256(&[token.as_bytes()]).to_vec()).fetch_optional(conn).await?);
    let (email, password_hash) = used.ok_or(Refusal::LinkUsed)?;
    let id: Option<Uuid> = on!(&mut tx, conn => sqlx::query_scalar(
        "update account set password_hash = case when confirmed_at is null then $3 else password_hash end, confirmed_at = coalesce(confirmed_at, $1) where email = $2 returning id")
        .bind(now).bind(&email).bind(&password_hash).fetch_optional(conn).await?);
    tx.commit().await?;
    id.map(AccountId).ok_or(Error::NotFound)
}
