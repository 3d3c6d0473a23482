//! A report whose day of verification passed: is there anybody who may verify it? A verifier may hold the very post that
//! it is about, and be the only one; then it would lie on no desk, and nobody would know.

use vocabulary::accounts::Role;

use super::case::StaffCase;
use super::escalate::{may_know, with_role};
use crate::clock::{Millis, day_text, local_day};
use crate::db::Tx;
use crate::directory::government;
use crate::error::Result;
use crate::ids::AccountId;
use crate::notifications::tell;
use crate::on;
use crate::portal::Portal;

/// Tells those who can help, each day until somebody may verify it; whether nobody may. They learn that a report waits,
/// once a day and not which: it may be about one of them whom the guard does not know to be near.
pub(super) async fn look_for_verifier(portal: &Portal, tx: &mut Tx, case: &StaffCase, today: &str) -> Result<bool> {
    // Looked at again tomorrow in any case: who may verify it today may lose the role, or take the post.
    on!(tx, conn => sqlx::query("update feedback_case set rests_until = $2 where id = $1").bind(case.id).bind(today).execute(conn).await?.rows_affected());
    for account in with_role(tx, &case.government, Role::Verifier).await? {
        if may_know(tx, case, account).await? {
            return Ok(false);
        }
    }
    let offset = government(tx, &case.government).await?.utc_offset_hours;
    let mut told = Vec::new();
    let roles = format!("/petugas/direktori/{}/peran", case.government);
    for (role, link) in [(Role::Administrator, roles.as_str()), (Role::Inspector, "/petugas")] {
        for account in with_role(tx, &case.government, role).await? {
            if !told.contains(&account) && may_know(tx, case, account).await? {
                if last_told(tx, account, link).await?.is_none_or(|at| day_text(local_day(at, offset)).as_str() < today) {
                    tell(portal, tx, account, KIND, "", link).await?;
                }
                told.push(account);
            }
        }
    }
    if told.is_empty() {
        tracing::error!(government = %case.government, "a report waits that no verifier, administrator or inspector of this government may see");
    }
    Ok(true)
}

const KIND: &str = "case-no-verifier";

async fn last_told(tx: &mut Tx, account: AccountId, link: &str) -> Result<Option<Millis>> {
    Ok(
        on!(tx, conn => sqlx::query_scalar("select max(created_at) from notice where account_id = $1 and kind = $2 and link = $3").bind(account).bind(KIND).bind(link).fetch_one(conn).await?),
    )
}
