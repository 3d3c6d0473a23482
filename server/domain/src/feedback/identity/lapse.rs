//! What nobody decided, or nobody opened, in time ends by itself; called now and then. Deciding and opening refuse it
//! before that, so nothing hangs on when this runs.

use vocabulary::feedback::{ByRole, Protection};
use vocabulary::identity::IdentityAct;

use super::show::last_request;
use super::{ENDED, NewAct, Told, record};
use crate::error::Result;
use crate::ids::CaseId;
use crate::on;
use crate::portal::Portal;

/// Says how many lapsed.
///
/// # Errors
/// The database's.
pub async fn lapse_due(portal: &Portal) -> Result<usize> {
    let mut tx = portal.db.begin().await?;
    let due: Vec<(CaseId, String, String, String)> = on!(&mut tx, conn => sqlx::query_as(
        "select distinct c.id, c.government, c.reference, c.protection from identity_step s join feedback_case c on c.id = s.case_id where s.stage < 3 and s.until < $1 \
         and not exists (select 1 from identity_step l where l.case_id = s.case_id and l.request = s.request and l.stage > s.stage)")
        .bind(portal.now()).fetch_all(conn).await?);
    let mut lapsed = 0;
    for (id, government, reference, protection) in due {
        let case = Told { id, government, reference, protection: Protection::parse(&protection).unwrap_or(Protection::Confidential) };
        let Some(request) = last_request(&mut tx, id).await?.filter(|r| r.is_open()) else { continue };
        let asked = request.asked();
        let act = NewAct { request: request.number, stage: ENDED, kind: IdentityAct::Lapsed, by: ByRole::System, account: None, note: "", until: None };
        record(portal, &mut tx, &case, act, (asked.by_role, &asked.note)).await?;
        lapsed += 1;
    }
    tx.commit().await?;
    Ok(lapsed)
}
