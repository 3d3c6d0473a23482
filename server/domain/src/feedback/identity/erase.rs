//! Erasing who reported and what was written to and fro, by destroying the keys: for a reporter who asks for it.

use crate::error::{Error, Result};
use crate::ids::CaseId;
use crate::ledger;
use crate::on;
use crate::portal::Portal;
use crate::vault;

/// Says how many records were erased. The case itself stays, and so does what everyone may read of it.
///
/// # Errors
/// [`Error::NotFound`] for no such case.
pub async fn erase(portal: &Portal, reference: &str) -> Result<u64> {
    let mut tx = portal.db.begin().await?;
    let case: Option<(CaseId, String)> =
        on!(&mut tx, conn => sqlx::query_as("select id, government from feedback_case where reference = $1").bind(reference).fetch_optional(conn).await?);
    let (case, government) = case.ok_or(Error::NotFound)?;
    let erased = vault::erase(&mut tx, case).await?;
    crate::feedback::owner::forget(&mut tx, case).await?;
    on!(&mut tx, conn => sqlx::query("update feedback_case set public_name = null where id = $1").bind(case).execute(conn).await?.rows_affected());
    ledger::append(portal, &mut tx, ledger::Entry { government: &government, kind: "identity-erased", subject: reference, by_reporter: true, content: &erased }).await?;
    tx.commit().await?;
    Ok(erased)
}
