//! Changes the key of the installation: the keys of the records are wrapped anew, the records stay as they are.

use super::records::bound_to;
use crate::error::{Error, Result};
use crate::ids::CaseId;
use crate::on;
use crate::portal::Portal;

/// How many at a time: others may write in between.
const BATCH: i64 = 500;

/// Wraps with the key in use whatever a former one wraps; says how many. Begun and not ended, it is simply begun again.
///
/// # Errors
/// [`crate::Error::Broken`] for a record whose key is not here; what was wrapped before it stays so.
pub async fn rewrap(portal: &Portal) -> Result<u64> {
    let mut done = 0;
    loop {
        let mut tx = portal.db.begin().await?;
        let rows: Vec<(CaseId, String, Vec<u8>, String)> = on!(&mut tx, conn => sqlx::query_as(
            "select case_id, slot, wrapped_key, key_id from vault_record where key_id <> $1 and wrapped_key is not null order by case_id, slot limit $2")
            .bind(portal.vault.id()).bind(BATCH).fetch_all(conn).await?);
        if rows.is_empty() {
            return Ok(done);
        }
        for (case, slot, wrapped, key_id) in rows {
            let binding = bound_to("key", case, &slot);
            let key = portal.vault.unwrap(&key_id, &wrapped, &binding)?;
            let wrapped = portal.vault.wrap(&portal.chance, &key, &binding)?;
            let written = on!(&mut tx, conn => sqlx::query("update vault_record set wrapped_key = $3, key_id = $4 where case_id = $1 and slot = $2 and wrapped_key is not null")
                .bind(case).bind(&slot).bind(&wrapped).bind(portal.vault.id()).execute(conn).await?.rows_affected());
            if written != 1 {
                return Err(Error::Broken("a record of the vault was erased meanwhile".into()));
            }
            done += 1;
        }
        tx.commit().await?;
    }
}
