//! Reads the trail: newest first, a page at a time, or all of one subject.

use crate::clock::Millis;
use crate::db::Linked;
use crate::error::Result;
use crate::on;

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Listed {
    pub number: i64,
    pub at: Millis,
    pub government: String,
    pub kind: String,
    pub subject: String,
    pub hash: Vec<u8>,
}

pub struct Page {
    pub entries: Vec<Listed>,
    /// Where the next page starts, if there is one.
    pub before: Option<i64>,
}

const PAGE: i64 = 50;

/// # Errors
/// The database's.
pub async fn list(linked: &mut impl Linked, before: Option<i64>) -> Result<Page> {
    let before = before.unwrap_or(i64::MAX);
    let entries: Vec<Listed> = on!(linked, conn => sqlx::query_as(
        "select number, at, government, kind, subject, hash from ledger_entry where number < $1 order by number desc limit $2")
        .bind(before).bind(PAGE).fetch_all(conn).await?);
    let more = entries.len() as i64 == PAGE;
    let before = entries.last().map(|e| e.number).filter(|n| more && *n > 1);
    Ok(Page { entries, before })
}

/// # Errors
/// The database's.
pub async fn of_subject(linked: &mut impl Linked, subject: &str) -> Result<Vec<Listed>> {
    Ok(on!(linked, conn => sqlx::query_as("select number, at, government, kind, subject, hash from ledger_entry where subject = $1 order by number")
        .bind(subject).fetch_all(conn).await?))
}
