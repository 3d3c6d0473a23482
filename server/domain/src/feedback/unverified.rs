//! A report whose day of verification passed: is there anybody who may verify it? A verifier may hold the very post that
//! it is about, and be the only one; then it would lie on no desk, and nobody would know.

use vocabulary::accounts::Role;

use super::case::StaffCase;
use super::escalate::{may_know, with_role};
use crate::db::Tx;
use crate::error::Result;
use crate::notifications::tell;
use crate::on;
use crate::portal::Portal;

/// Tells those who can help, each day until somebody may verify it; whether they were told. They learn that a report
/// waits, and not which: it may be about one of them whom the guard does not know to be near.
pub(super) async fn look_for_verifier(portal: &Portal, tx: &mut Tx, case: &StaffCase, today: &str) -> Result<bool> {
    for account in with_role(tx, &case.government, Role::Verifier).await? {
        if may_know(tx, case, account).await? {
            on!(tx, conn => sqlx::query("update feedback_case set rests_until = null where id = $1").bind(case.id).execute(conn).await?.rows_affected());
            return Ok(false);
        }
    }
    let mut told = Vec::new();
    let roles = format!("/petugas/direktori/{}/peran", case.government);
    for (role, link) in [(Role::Administrator, roles.as_str()), (Role::Inspector, "/petugas")] {
        for account in with_role(tx, &case.government, role).await? {
            if !told.contains(&account) && may_know(tx, case, account).await? {
                tell(portal, tx, account, "case-no-verifier", "", link).await?;
                told.push(account);
            }
        }
    }
    if told.is_empty() {
        tracing::error!(government = %case.government, "a report waits that no verifier, administrator or inspector of this government may see");
    }
    on!(tx, conn => sqlx::query("update feedback_case set rests_until = $2 where id = $1").bind(case.id).bind(today).execute(conn).await?.rows_affected());
    Ok(true)
}
