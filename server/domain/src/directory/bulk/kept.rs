//! A file between its dry run and its confirmation: kept as it was read, seen by who brought it, forgotten after a day.

use vocabulary::directory::SubjectKind;

use super::administered;
use super::read::Sheet;
use crate::accounts::Actor;
use crate::clock::{DAY, Millis};
use crate::db::{Linked, Tx};
use crate::error::{Error, Result};
use crate::ids::FileId;
use crate::on;
use crate::portal::Portal;

/// Why the whole file, and by which decree: typed once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    pub reason: String,
    pub decree: String,
}

#[derive(Debug, Clone)]
pub struct KeptFile {
    pub id: FileId,
    pub kind: SubjectKind,
    pub name: String,
    pub sheet: Sheet,
    pub act: Act,
    pub created_at: Millis,
}

/// # Errors
/// [`Error::NotFound`] for who does not administer the whole government.
pub async fn keep(portal: &Portal, actor: &Actor, government: &str, kind: SubjectKind, name: &str, sheet: &Sheet, act: &Act) -> Result<FileId> {
    let content = serde_json::to_string(sheet).map_err(|e| Error::Broken(e.to_string()))?;
    let id = FileId(portal.new_id());
    let mut tx = portal.db.begin().await?;
    administered(&mut tx, actor, government).await?;
    on!(&mut tx, conn => sqlx::query("insert into directory_file (id, government, kind, account_id, name, content, reason, decree, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)")
        .bind(id).bind(government).bind(kind.as_str()).bind(actor.account).bind(name).bind(&content).bind(&act.reason).bind(&act.decree).bind(portal.now()).execute(conn).await?.rows_affected());
    tx.commit().await?;
    Ok(id)
}

/// # Errors
/// [`Error::NotFound`] for everyone but who brought it, and when it is gone.
pub async fn show(linked: &mut impl Linked, actor: &Actor, government: &str, id: FileId) -> Result<KeptFile> {
    administered(linked, actor, government).await?;
    let row: Option<(String, String, String, String, String, Millis)> = on!(linked, conn => sqlx::query_as(
        "select kind, name, content, reason, decree, created_at from directory_file where id = $1 and government = $2 and account_id = $3")
        .bind(id).bind(government).bind(actor.account).fetch_optional(conn).await?);
    let (kind, name, content, reason, decree, created_at) = row.ok_or(Error::NotFound)?;
    let kind = SubjectKind::parse(&kind).ok_or_else(|| Error::Broken(format!("{kind:?} is no kind of file")))?;
    let sheet = serde_json::from_str(&content).map_err(|e| Error::Broken(e.to_string()))?;
    Ok(KeptFile { id, kind, name, sheet, act: Act { reason, decree }, created_at })
}

/// Who applies it first takes it away; who comes second finds nothing.
pub(super) async fn take_away(tx: &mut Tx, id: FileId) -> Result<()> {
    let gone = on!(tx, conn => sqlx::query("delete from directory_file where id = $1").bind(id).execute(conn).await?.rows_affected());
    if gone == 1 { Ok(()) } else { Err(Error::NotFound) }
}

/// Forgets files that nobody confirmed within a day; called now and then.
///
/// # Errors
/// The database's.
pub async fn sweep(portal: &Portal) -> Result<()> {
    let mut tx = portal.db.begin().await?;
    on!(&mut tx, conn => sqlx::query("delete from directory_file where created_at <= $1").bind(portal.now() - DAY).execute(conn).await?.rows_affected());
    tx.commit().await
}
