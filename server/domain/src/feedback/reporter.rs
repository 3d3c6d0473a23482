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
    let next = next_of(tx, case.id).await?;
    for (report, reference, protection) in reports {
        let protection = Protection::parse(&protection).ok_or_else(|| Error::Broken(format!("{reference} has no protection")))?;
        // Whoever sent a report that was merged knows it by its own reference.
        tell_reporter(portal, tx, report, &case.government, protection, key, vec![("reference".into(), reference), ("next".into(), next.clone())]).await?;
    }
    Ok(())
}

/// Where the case stands, and the last day of what comes next, for the letter's sentence about it: `responded|2026-11-16`.
/// Of a report that is one with another, where that one stands.
async fn next_of(tx: &mut Tx, case: CaseId) -> Result<String> {
    Ok(on!(tx, conn => sqlx::query_scalar(
        "select status || '|' || coalesce(case status when 'submitted' then verify_due when 'needs_info' then info_due when 'assigned' then answer_due when 'in_progress' then answer_due when 'disputed' then answer_due when 'responded' then reply_due end, '') \
         from feedback_case where id = coalesce((select m.merged_into_id from feedback_case m where m.id = $1), $1)")
        .bind(case).fetch_one(conn).await?))
}
