//! Putting a record in, opening it, and erasing it by destroying its key.

use super::keys::{fresh, seal, unseal};
use crate::db::{Linked, Tx};
use crate::error::{Error, Result};
use crate::ids::CaseId;
use crate::on;
use crate::portal::Portal;
use crate::secrets::sha256;

/// What is sealed is as long as the next multiple of this many bytes: the length of an address narrows down whose it is.
const BLOCK: usize = 128;

/// What the record's key and text are bound to: this case, this place in it, and what it is.
pub(super) fn bound_to(what: &str, case: CaseId, slot: &str) -> [u8; 32] {
    sha256(&[b"balai vault", what.as_bytes(), case.0.as_bytes(), slot.as_bytes()])
}

/// Seals a text under a key of its own. Spaces at its end are not kept.
///
/// # Errors
/// The database's; a slot of a case is filled once.
pub async fn put(portal: &Portal, tx: &mut Tx, case: CaseId, slot: &str, text: &str) -> Result<()> {
    let key = fresh(&portal.chance);
    let mut padded = text.trim_end().as_bytes().to_vec();
    padded.resize(padded.len().next_multiple_of(BLOCK), b' ');
    let sealed = seal(&portal.chance, &key, &padded, &bound_to("text", case, slot))?;
    let wrapped = portal.vault.wrap(&portal.chance, &key, &bound_to("key", case, slot))?;
    on!(tx, conn => sqlx::query("insert into vault_record (case_id, slot, sealed, wrapped_key, key_id) values ($1, $2, $3, $4, $5)")
        .bind(case).bind(slot).bind(&sealed).bind(&wrapped).bind(portal.vault.id()).execute(conn).await?.rows_affected());
    Ok(())
}

/// The text; none where nothing was put or where it was erased.
///
/// # Errors
/// [`Error::Broken`] when the row is not what was put there.
pub async fn open(portal: &Portal, linked: &mut impl Linked, case: CaseId, slot: &str) -> Result<Option<String>> {
    let row: Option<(Vec<u8>, Option<Vec<u8>>, String)> = on!(linked, conn => sqlx::query_as("select sealed, wrapped_key, key_id from vault_record where case_id = $1 and slot = $2")
        .bind(case).bind(slot).fetch_optional(conn).await?);
    let Some((sealed, Some(wrapped), key_id)) = row else { return Ok(None) };
    let key = portal.vault.unwrap(&key_id, &wrapped, &bound_to("key", case, slot))?;
    let text = unseal(&key, &sealed, &bound_to("text", case, slot))?;
    let text = String::from_utf8(text).map_err(|_| Error::Broken("a record of the vault is no text".into()))?;
    Ok(Some(text.trim_end().to_owned()))
}

/// Whether there is something to open, without opening it.
///
/// # Errors
/// The database's.
pub async fn holds(linked: &mut impl Linked, case: CaseId, slot: &str) -> Result<bool> {
    let found: i64 = on!(linked, conn => sqlx::query_scalar("select count(*) from vault_record where case_id = $1 and slot = $2 and wrapped_key is not null")
        .bind(case).bind(slot).fetch_one(conn).await?);
    Ok(found > 0)
}

/// Destroys the keys of every record of a case, for ever; says how many. A backup made before still has them, until the
/// key that wraps it is gone.
///
/// # Errors
/// The database's.
pub async fn erase(tx: &mut Tx, case: CaseId) -> Result<u64> {
    Ok(
        on!(tx, conn => sqlx::query("update vault_record set wrapped_key = null, sealed = $2 where case_id = $1 and wrapped_key is not null").bind(case).bind(Vec::<u8>::new()).execute(conn).await?.rows_affected()),
    )
}
