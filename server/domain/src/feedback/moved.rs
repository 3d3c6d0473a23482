//! Moves identities from the table before the vault into it, when the program starts. What is moved is gone from there, so
//! doing it again does nothing.

use super::owner::remember;
use super::tell::{Identity, keep};
use crate::error::{Error, Result};
use crate::ids::{AccountId, CaseId};
use crate::on;
use crate::portal::Portal;

const BATCH: i64 = 500;

/// Says how many were moved.
///
/// # Errors
/// [`Error::Broken`] for a row that does not open with `secret.key`; it and those after it stay where they are.
pub async fn move_identities(portal: &Portal) -> Result<u64> {
    let mut moved = 0;
    loop {
        let mut tx = portal.db.begin().await?;
        let rows: Vec<(CaseId, Vec<u8>, Option<AccountId>, String)> = on!(&mut tx, conn => sqlx::query_as(
            "select i.case_id, i.sealed, i.account_id, c.protection from feedback_identity i join feedback_case c on c.id = i.case_id order by i.case_id limit $1")
            .bind(BATCH).fetch_all(conn).await?);
        if rows.is_empty() {
            return Ok(moved);
        }
        for (case, sealed, account, protection) in rows {
            let identity: Identity = serde_json::from_str(&portal.secrets.unseal(&sealed)?).map_err(|e| Error::Broken(e.to_string()))?;
            keep(portal, &mut tx, case, &identity).await?;
            // A case whose protection was raised since is nobody's any more.
            if let Some(account) = account.filter(|_| protection == "publik") {
                remember(portal, &mut tx, case, account).await?;
            }
            on!(&mut tx, conn => sqlx::query("delete from feedback_identity where case_id = $1").bind(case).execute(conn).await?.rows_affected());
            moved += 1;
        }
        tx.commit().await?;
    }
}
