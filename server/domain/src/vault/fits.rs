//! Whether the keys that lie beside the database are those with which its records were sealed.

use super::keys::Keys;
use crate::db::Linked;
use crate::error::Result;
use crate::on;

/// False where a record was sealed with a key that is none of these: another installation's, or one that was made anew
/// because the file was missing. One record is asked, for all have the key of the file.
///
/// # Errors
/// The database's.
pub async fn fits(linked: &mut impl Linked, keys: &Keys) -> Result<bool> {
    let any: Option<String> = on!(linked, conn => sqlx::query_scalar("select key_id from vault_record where wrapped_key is not null limit 1").fetch_optional(conn).await?);
    Ok(any.is_none_or(|id| keys.has(&id)))
}

/// Whether there is anything that only its key opens.
///
/// # Errors
/// The database's.
pub async fn is_needed(linked: &mut impl Linked) -> Result<bool> {
    let any: Option<i64> = on!(linked, conn => sqlx::query_scalar("select cast(1 as bigint) from vault_record where wrapped_key is not null limit 1").fetch_optional(conn).await?);
    Ok(any.is_some())
}
