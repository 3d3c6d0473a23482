//! Reads the trail: newest first a page at a time, or all of one subject; and what strangers copy, oldest first.

use super::merkle::{self, Hash};
use crate::clock::Millis;
use crate::db::Linked;
use crate::error::Result;
use crate::on;
use crate::secrets::hex;

/// An entry as its page tells it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Listed {
    /// None in the moment between its commit and its number.
    pub number: Option<i64>,
    pub at: Millis,
    pub government: String,
    pub kind: String,
    pub hash: Option<Vec<u8>>,
}

pub struct Page {
    pub entries: Vec<Listed>,
    /// Where the next page starts, if there is one.
    pub before: Option<i64>,
}

const PAGE: i64 = 50;

/// What of an entry is public, which is all that its leaf is made of. The subject enters only as a salted mark: the
/// reference of a case that is not public is in its reporter's hand.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Leaf {
    pub number: i64,
    pub at: Millis,
    pub government: String,
    pub kind: String,
    pub mark: Vec<u8>,
    pub commitment: Vec<u8>,
}

impl Leaf {
    /// What is hashed: seven lines of text, each with its line feed, so that any language can make them.
    pub fn data(&self) -> String {
        format!("balai-ledger-1\n{}\n{}\n{}\n{}\n{}\n{}\n", self.number, self.at, self.government, self.kind, hex(&self.mark), hex(&self.commitment))
    }

    pub fn hash(&self) -> Hash {
        merkle::leaf(self.data().as_bytes())
    }
}

/// # Errors
/// The database's.
pub async fn list(linked: &mut impl Linked, before: Option<i64>) -> Result<Page> {
    let before = before.unwrap_or(i64::MAX);
    let entries: Vec<Listed> = on!(linked, conn => sqlx::query_as(
        "select number, at, government, kind, hash from ledger_entry where number < $1 order by number desc limit $2")
        .bind(before).bind(PAGE).fetch_all(conn).await?);
    let more = entries.len() as i64 == PAGE;
    let before = entries.last().and_then(|e| e.number).filter(|n| more && *n > 1);
    Ok(Page { entries, before })
}

/// The entries of one subject, the first first; those still without a number come last.
///
/// # Errors
/// The database's.
pub async fn of_subject(linked: &mut impl Linked, subject: &str) -> Result<Vec<Listed>> {
    let mut found: Vec<Listed> = on!(&mut *linked, conn => sqlx::query_as("select number, at, government, kind, hash from ledger_entry where subject = $1 order by number")
        .bind(subject).fetch_all(conn).await?);
    let waiting: Vec<Listed> = on!(linked, conn => sqlx::query_as("select cast(null as bigint) as number, at, government, kind, mark as hash from ledger_pending where subject = $1 order by id")
        .bind(subject).fetch_all(conn).await?);
    found.extend(waiting.into_iter().map(|entry| Listed { hash: None, ..entry }));
    Ok(found)
}

/// The leaves after a number, the lowest first.
///
/// # Errors
/// The database's.
pub async fn leaves(linked: &mut impl Linked, after: i64, limit: i64) -> Result<Vec<(Leaf, Vec<u8>)>> {
    #[derive(sqlx::FromRow)]
    struct Row {
        #[sqlx(flatten)]
        leaf: Leaf,
        hash: Vec<u8>,
    }
    let rows: Vec<Row> = on!(linked, conn => sqlx::query_as("select number, at, government, kind, mark, commitment, hash from ledger_entry where number > $1 order by number limit $2")
        .bind(after).bind(limit).fetch_all(conn).await?);
    Ok(rows.into_iter().map(|row| (row.leaf, row.hash)).collect())
}
