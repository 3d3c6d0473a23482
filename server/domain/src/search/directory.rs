//! One index over services, posts and units.

use super::stems::{Match, fts5, stems, tsquery};
use crate::db::{Conn, Link, Linked, Tx};
use crate::error::Result;

#[derive(Debug, Clone, sqlx::FromRow, PartialEq, Eq)]
pub struct Found {
    pub government: String,
    /// `service`, `unit` or `position`.
    pub kind: String,
    pub slug: String,
    pub title: String,
    pub detail: String,
}

/// Replaces what the index says of one thing. `words` is everything it may be found by.
///
/// # Errors
/// The database's.
pub async fn index(tx: &mut Tx, found: &Found, words: &str) -> Result<()> {
    // The title counts twice: who types a name looks for it.
    let text = stems(&format!("{} {} {} {words}", found.title, found.title, found.detail)).join(" ");
    match tx.link() {
        Link::Sqlite(conn) => {
            sqlx::query("insert into directory_search (stems, government, kind, slug, title, detail) values ($1, $2, $3, $4, $5, $6)")
                .bind(text)
                .bind(&found.government)
                .bind(&found.kind)
                .bind(&found.slug)
                .bind(&found.title)
                .bind(&found.detail)
                .execute(conn)
                .await?;
        }
        Link::Postgres(conn) => {
            sqlx::query("insert into directory_search (stems, government, kind, slug, title, detail) values (to_tsvector('simple', $1), $2, $3, $4, $5, $6)")
                .bind(text)
                .bind(&found.government)
                .bind(&found.kind)
                .bind(&found.slug)
                .bind(&found.title)
                .bind(&found.detail)
                .execute(conn)
                .await?;
        }
    }
    Ok(())
}

/// Empties the index before it is filled anew.
///
/// # Errors
/// The database's.
pub async fn clear(tx: &mut Tx) -> Result<()> {
    crate::on!(tx, conn => sqlx::query("delete from directory_search").execute(conn).await?.rows_affected());
    Ok(())
}

/// The best matches, services first; in one government or, for `None`, in all.
///
/// # Errors
/// The database's.
pub async fn search(conn: &mut Conn, government: Option<&str>, typed: &str, most: i64) -> Result<Vec<Found>> {
    let words = stems(typed);
    if words.is_empty() {
        return Ok(Vec::new());
    }
    Ok(match conn.link() {
        Link::Sqlite(conn) => {
            sqlx::query_as(
                "select government, kind, slug, title, detail from directory_search where directory_search match $1 and ($2 is null or government = $2) \
                 order by case kind when 'service' then 0 when 'unit' then 1 else 2 end, bm25(directory_search), title limit $3",
            )
            .bind(fts5(&words, Match::Beginning))
            .bind(government)
            .bind(most)
            .fetch_all(conn)
            .await?
        }
        Link::Postgres(conn) => {
            sqlx::query_as(
                "select government, kind, slug, title, detail from directory_search, to_tsquery('simple', $1) q where stems @@ q and ($2::text is null or government = $2) \
                 order by case kind when 'service' then 0 when 'unit' then 1 else 2 end, ts_rank(stems, q) desc, title limit $3",
            )
            .bind(tsquery(&words, Match::Beginning))
            .bind(government)
            .bind(most)
            .fetch_all(conn)
            .await?
        }
    })
}
