//! The reports that someone sent with their name while signed in. Kept as a keyed hash and for these only: who sent without
//! a name is tied to no account, and the database alone ties nobody.

use crate::clock::Millis;
use crate::db::{Linked, Tx};
use crate::error::Result;
use crate::ids::{AccountId, CaseId};
use crate::on;
use crate::portal::Portal;

fn owner(portal: &Portal, account: AccountId) -> String {
    portal.secrets.case_owner(account.0)
}

pub(super) async fn remember(portal: &Portal, tx: &mut Tx, case: CaseId, account: AccountId) -> Result<()> {
    on!(tx, conn => sqlx::query("insert into feedback_owner (case_id, owner) values ($1, $2) on conflict do nothing").bind(case).bind(owner(portal, account)).execute(conn).await?.rows_affected());
    Ok(())
}

/// A case that became protected is nobody's any more.
pub(super) async fn forget(tx: &mut Tx, case: CaseId) -> Result<()> {
    on!(tx, conn => sqlx::query("delete from feedback_owner where case_id = $1").bind(case).execute(conn).await?.rows_affected());
    Ok(())
}

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct OwnCase {
    pub government: String,
    pub reference: String,
    pub title: String,
    pub received_at: Millis,
    /// Whether everyone may read it: then there is a page to lead to.
    pub is_public: bool,
}

/// The newest fifty that this account sent with its name.
///
/// # Errors
/// The database's.
pub async fn own_cases(portal: &Portal, linked: &mut impl Linked, account: AccountId) -> Result<Vec<OwnCase>> {
    Ok(on!(linked, conn => sqlx::query_as(
        "select c.government, c.reference, c.title, c.received_at, c.published_at is not null as is_public from feedback_owner o join feedback_case c on c.id = o.case_id where o.owner = $1 order by c.received_at desc, c.id desc limit 50")
        .bind(owner(portal, account)).fetch_all(conn).await?))
}
