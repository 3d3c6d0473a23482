//! Erasing who reported and what was written to and fro, by destroying the keys: for a reporter who asks for it.

use crate::db::Tx;
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
    let erased = erase_case(portal, &mut tx, case, (&government, reference), true).await?;
    tx.commit().await?;
    Ok(erased)
}

/// The same inside a transaction; the ledger says whether the reporter asked for it.
pub(super) async fn erase_case(portal: &Portal, tx: &mut Tx, case: CaseId, (government, reference): (&str, &str), by_reporter: bool) -> Result<u64> {
    let erased = vault::erase(tx, case).await?;
    crate::feedback::owner::forget(tx, case).await?;
    on!(tx, conn => sqlx::query("update feedback_case set public_name = null where id = $1").bind(case).execute(conn).await?.rows_affected());
    ledger::append(portal, tx, ledger::Entry { government, kind: "identity-erased", subject: reference, by_reporter, content: &erased }).await?;
    Ok(erased)
}
