//! Who reported is not kept for ever: some time after a case is over its keys are destroyed by themselves.

use super::erase::erase_case;
use crate::clock::{DAY, day_text, local_day};
use crate::error::Result;
use crate::ids::CaseId;
use crate::on;
use crate::portal::Portal;
use crate::rules;

/// Cases done in one go, so that no transaction is long.
const AT_ONCE: i64 = 50;

/// Erases what is kept of reporters whose case has been over for the time that the rule gives; says of how many cases.
/// Called once a day.
///
/// # Errors
/// The database's.
pub async fn expire(portal: &Portal) -> Result<usize> {
    let mut conn = portal.db.read().await?;
    let days = rules::in_force(&mut conn, "feedback.identity_kept", &day_text(local_day(portal.now(), 7))).await?.value;
    let until = portal.now() - days * DAY;
    drop(conn);
    let mut erased = 0;
    loop {
        let mut tx = portal.db.begin().await?;
        let due: Vec<(CaseId, String, String)> = on!(&mut tx, conn => sqlx::query_as(
            "select c.id, c.government, c.reference from feedback_case c where c.closed_at < $1 and c.status in ('closed', 'archived', 'withdrawn', 'merged', 'redirected') \
             and exists (select 1 from vault_record v where v.case_id = c.id and v.wrapped_key is not null) order by c.closed_at, c.id limit $2")
            .bind(until).bind(AT_ONCE).fetch_all(conn).await?);
        for (case, government, reference) in &due {
            erase_case(portal, &mut tx, *case, (government, reference), false).await?;
        }
        tx.commit().await?;
        erased += due.len();
        if due.is_empty() {
            return Ok(erased);
        }
    }
}
