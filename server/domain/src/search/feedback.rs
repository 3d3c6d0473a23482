//! The index over published cases. It answers newest first, because ranking a million cases costs more than a reader
//! gains, and a reader wants to know what is happening now.

use uuid::Uuid;

use super::stems::{fts5, stems, tsquery};
use crate::clock::Millis;
use crate::db::{Conn, Link, Linked, Tx};
use crate::error::Result;
use crate::ids::CaseId;

/// Puts a case into the index when it is published.
///
/// # Errors
/// The database's.
pub async fn index_case(tx: &mut Tx, case: CaseId, government: &str, published_at: Millis, words: &str) -> Result<()> {
    let text = stems(words).join(" ");
    match tx.link() {
        Link::Sqlite(conn) => {
            let row: i64 = sqlx::query_scalar("insert into feedback_search_row (case_id) values ($1) returning id").bind(case).fetch_one(&mut *conn).await?;
            // The government is a word of the document: the index itself narrows to it.
            sqlx::query("insert into feedback_search (rowid, stems) values ($1, $2)").bind(row).bind(format!("{} {text}", government_word(government))).execute(conn).await?;
        }
        Link::Postgres(conn) => {
            sqlx::query("insert into feedback_search (case_id, government, at, stems) values ($1, $2, $3, to_tsvector('simple', $4))")
                .bind(case)
                .bind(government)
                .bind(published_at)
                .bind(text)
                .execute(conn)
                .await?;
        }
    }
    Ok(())
}

/// Takes a case out of the index when it is no longer published; nothing where it is not there.
///
/// # Errors
/// The database's.
pub async fn forget_case(tx: &mut Tx, case: CaseId) -> Result<()> {
    match tx.link() {
        Link::Sqlite(conn) => {
            sqlx::query("delete from feedback_search where rowid = (select id from feedback_search_row where case_id = $1)").bind(case).execute(&mut *conn).await?;
            sqlx::query("delete from feedback_search_row where case_id = $1").bind(case).execute(conn).await?;
        }
        Link::Postgres(conn) => {
            sqlx::query("delete from feedback_search where case_id = $1").bind(case).execute(conn).await?;
        }
    }
    Ok(())
}

/// No stem has this form, so no one finds it by typing.
pub(crate) fn government_word(government: &str) -> String {
    format!("xgovx{government}x")
}

/// Ids of the newest published cases with these words.
///
/// # Errors
/// The database's.
pub async fn matching_cases(conn: &mut Conn, government: &str, typed: &str, most: i64) -> Result<Vec<CaseId>> {
    let words = stems(typed);
    if words.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<Uuid> = match conn.link() {
        Link::Sqlite(conn) => {
            let query = format!("\"{}\" {}", government_word(government), fts5(&words));
            sqlx::query_scalar("select r.case_id from feedback_search s join feedback_search_row r on r.id = s.rowid where feedback_search match $1 order by s.rowid desc limit $2")
                .bind(query)
                .bind(most)
                .fetch_all(conn)
                .await?
        }
        Link::Postgres(conn) => {
            sqlx::query_scalar("select case_id from feedback_search where government = $1 and stems @@ to_tsquery('simple', $2) order by at desc limit $3")
                .bind(government)
                .bind(tsquery(&words))
                .bind(most)
                .fetch_all(conn)
                .await?
        }
    };
    Ok(ids.into_iter().map(CaseId).collect())
}

/// Among so many of the newest cases PostgreSQL looks for words of which any is enough: as many match as there are
/// cases, and collecting them all to take the newest would cost more with every year.
const RECENT: i64 = 3000;

/// Ids of the newest published cases since a moment with any of these stems.
///
/// # Errors
/// The database's.
pub async fn cases_near(conn: &mut Conn, government: &str, stems: &[String], since: Millis, most: i64) -> Result<Vec<CaseId>> {
    if stems.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<Uuid> = match conn.link() {
        // FTS5 walks its lists from the newest row and stops when it has enough. What is too old the caller sees.
        Link::Sqlite(conn) => {
            let any = stems.iter().map(|w| format!("\"{w}\"")).collect::<Vec<_>>().join(" OR ");
            sqlx::query_scalar("select r.case_id from feedback_search s join feedback_search_row r on r.id = s.rowid where feedback_search match $1 order by s.rowid desc limit $2")
                .bind(format!("\"{}\" AND ({any})", government_word(government)))
                .bind(most)
                .fetch_all(conn)
                .await?
        }
        Link::Postgres(conn) => {
            sqlx::query_scalar(
                "select case_id from (select case_id, at, stems from feedback_search where government = $1 and at >= $2 order by at desc limit $3) recent \
                 where stems @@ to_tsquery('simple', $4) order by at desc limit $5",
            )
            .bind(government)
            .bind(since)
            .bind(RECENT)
            .bind(stems.join(" | "))
            .bind(most)
            .fetch_all(conn)
            .await?
        }
    };
    Ok(ids.into_iter().map(CaseId).collect())
}
