//! Writing to reporters who left an address: those of the case and of every report that is part of it. A mail holds the
//! reference and nothing of the case.

use vocabulary::feedback::Protection;

use super::case::StaffCase;
use super::tell::tell_reporter;
use crate::db::Tx;
use crate::error::{Error, Result};
use crate::ids::CaseId;
use crate::on;
use crate::portal::Portal;

pub(super) async fn write_to_reporters(portal: &Portal, tx: &mut Tx, case: &StaffCase, key: &str) -> Result<()> {
    let reports: Vec<(CaseId, String, String)> = on!(tx, conn => sqlx::query_as(
        "select id, reference, protection from feedback_case where (id = $1 or merged_into_id = $1) and withdrawn_at is null")
        .bind(case.id).fetch_all(conn).await?);
    for (report, reference, protection) in reports {
        let protection = Protection::parse(&protection).ok_or_else(|| Error::Broken(format!("{reference} has no protection")))?;
        // Whoever sent a report that was merged knows it by its own reference.
        tell_reporter(portal, tx, report, &case.government, protection, key, vec![("reference".into(), reference)]).await?;
    }
    Ok(())
}
