//! What people with an account are told on their own page.

use crate::clock::Millis;
use crate::db::{Linked, Tx};
use crate::error::Result;
use crate::ids::{AccountId, NoticeId};
use crate::on;
use crate::portal::Portal;

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Notice {
    /// Key of its sentence: `notice-…`.
    pub kind: String,
    pub detail: String,
    pub link: String,
    pub created_at: Millis,
}

/// # Errors
/// The database's.
pub async fn tell(portal: &Portal, tx: &mut Tx, account: AccountId, kind: &str, detail: &str, link: &str) -> Result<()> {
    on!(tx, conn => sqlx::query("insert into notice (id, account_id, kind, detail, link, created_at) values ($1, $2, $3, $4, $5, $6)")
        .bind(NoticeId(portal.new_id())).bind(account).bind(kind).bind(detail).bind(link).bind(portal.now()).execute(conn).await?.rows_affected());
    Ok(())
}

/// The newest twenty.
///
/// # Errors
/// The database's.
pub async fn notices(linked: &mut impl Linked, account: AccountId) -> Result<Vec<Notice>> {
    Ok(on!(linked, conn => sqlx::query_as("select kind, detail, link, created_at from notice where account_id = $1 order by created_at desc limit 20")
        .bind(account).fetch_all(conn).await?))
}
