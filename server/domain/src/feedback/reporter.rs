//! Writing to reporters who left an address: those of the case and of every report that is part of it. A mail holds the
//! reference and nothing of the case.

use super::case::StaffCase;
use super::send::Identity;
use crate::db::Tx;
use crate::error::{Error, Result};
use crate::notifications::{Mail, promise_mail};
use crate::on;
use crate::portal::Portal;

pub(super) async fn write_to_reporters(portal: &Portal, tx: &mut Tx, case: &StaffCase, key: &str) -> Result<()> {
    let sealed: Vec<(String, Vec<u8>)> = on!(tx, conn => sqlx::query_as(
        "select c.reference, i.sealed from feedback_case c join feedback_identity i on i.case_id = c.id where (c.id = $1 or c.merged_into_id = $1) and c.withdrawn_at is null")
        .bind(case.id).fetch_all(conn).await?);
    for (reference, sealed) in sealed {
        let identity: Identity = serde_json::from_str(&portal.secrets.unseal(&sealed)?).map_err(|e| Error::Broken(e.to_string()))?;
        if let Some(to) = identity.email {
            // Whoever sent a report that was merged knows it by its own reference.
            promise_mail(portal, tx, &Mail { to, language: identity.language, key: key.to_owned(), args: vec![("reference".into(), reference)] }).await?;
        }
    }
    Ok(())
}
