//! What people with an account are told on their own page.

use uuid::Uuid;

use crate::clock::Millis;
use crate::db::{Linked, Tx};
use crate::error::Result;
use crate::ids::{AccountId, NoticeId};
use crate::on;
use crate::portal::Portal;

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Notice {
    pub id: NoticeId,
    /// Key of its sentence: `notice-…`.
    pub kind: String,
    pub detail: String,
    pub link: String,
    pub created_at: Millis,
    /// Its place in the list.
    came: Millis,
}

/// # Errors
/// The database's.
pub async fn tell(portal: &Portal, tx: &mut Tx, account: AccountId, kind: &str, detail: &str, link: &str) -> Result<()> {
    on!(tx, conn => sqlx::query("insert into notice (id, account_id, kind, detail, link, created_at) values ($1, $2, $3, $4, $5, $6)")
        .bind(NoticeId(portal.new_id())).bind(account).bind(kind).bind(detail).bind(link).bind(portal.now()).execute(conn).await?.rows_affected());
    Ok(())
}

/// As many as a page shows.
const NOTICES: usize = 20;

/// Where a page of notices ends: by when they came, and the id among those of the same moment.
pub type NoticeMark = (Millis, Uuid);

/// The newest that come after the mark, and the mark of the next page when there is one.
///
/// What is told of a reporter's step bears the beginning of its hour ([`Portal::to_the_hour`]) and stands above all else of
/// that hour: by the time it bears it would sink below what it came after, and who is told much would miss it.
///
/// # Errors
/// The database's.
pub async fn notices(linked: &mut impl Linked, account: AccountId, after: Option<NoticeMark>) -> Result<(Vec<Notice>, Option<NoticeMark>)> {
    let (at, id) = after.unwrap_or((Millis::MAX, Uuid::max()));
    let mut found: Vec<Notice> = on!(linked, conn => sqlx::query_as(
        "select * from (select id, kind, detail, link, created_at, created_at + case when created_at % 3600000 = 0 then 3599999 else 0 end as came from notice where account_id = $1) told \
         where (came, id) < ($2, $3) order by came desc, id desc limit $4")
        .bind(account).bind(at).bind(id).bind(NOTICES as i64 + 1).fetch_all(conn).await?);
    let more = found.len() > NOTICES;
    found.truncate(NOTICES);
    let older = found.last().filter(|_| more).map(|n| (n.came, n.id.0));
    Ok((found, older))
}
