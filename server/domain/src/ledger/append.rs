//! Records an entry inside the transaction of what it tells: both happen or neither. It gets its number after the
//! commit ([`super::sequence`]), so that writers do not wait for each other.

use serde::Serialize;

use crate::clock::{HOUR, Millis};
use crate::db::{Link, Linked, Tx};
use crate::error::{Error, Result};
use crate::portal::Portal;
use crate::secrets::sha256;

/// What is recorded. `content` may hold personal data: only its salted hash enters the tree, so erasing the salt
/// erases the link and leaves the tree whole.
pub struct Entry<'a, T: Serialize> {
    pub government: &'a str,
    pub kind: &'static str,
    pub subject: &'a str,
    /// By a reporter: only the hour is kept, for a precise time beside an access log elsewhere would name them.
    pub by_reporter: bool,
    pub content: &'a T,
}

/// The salted commitment to what is written in JSON.
pub(super) fn commitment(salt: &[u8], content: &[u8]) -> [u8; 32] {
    sha256(&[salt, content])
}

/// The salted commitment to the subject: references are short, and without a salt could be guessed through.
pub(super) fn mark(salt: &[u8], subject: &str) -> [u8; 32] {
    sha256(&[salt, b"subject", subject.as_bytes()])
}

/// # Errors
/// The database's.
pub async fn append<T: Serialize>(portal: &Portal, tx: &mut Tx, entry: Entry<'_, T>) -> Result<()> {
    let now = portal.now();
    let at = if entry.by_reporter { now - now.rem_euclid(HOUR) } else { now };
    append_many(portal, tx, &[(at, entry)]).await
}

/// Many at once with their times, for what is written in bulk; SQLite allows 4,000 of them in a statement.
///
/// # Errors
/// The database's.
pub async fn append_many<T: Serialize>(portal: &Portal, tx: &mut Tx, entries: &[(Millis, Entry<'_, T>)]) -> Result<()> {
    let mut sealed = Vec::with_capacity(entries.len());
    for (_, entry) in entries {
        let mut salt = vec![0; 16];
        portal.chance.fill(&mut salt);
        let content = serde_json::to_vec(entry.content).map_err(|e| Error::Broken(e.to_string()))?;
        sealed.push((mark(&salt, entry.subject).to_vec(), commitment(&salt, &content).to_vec(), salt));
    }
    macro_rules! insert {
        ($db:ty, $conn:expr) => {{
            let mut query = sqlx::QueryBuilder::<$db>::new("insert into ledger_pending (at, government, kind, subject, mark, commitment, salt) ");
            query.push_values(entries.iter().zip(&sealed), |mut row, ((at, entry), (mark, commitment, salt))| {
                row.push_bind(at).push_bind(entry.government).push_bind(entry.kind).push_bind(entry.subject).push_bind(mark).push_bind(commitment).push_bind(salt);
            });
            query.build().execute($conn).await?;
        }};
    }
    match tx.link() {
        Link::Sqlite(conn) => insert!(sqlx::Sqlite, conn),
        Link::Postgres(conn) => insert!(sqlx::Postgres, conn),
    }
    Ok(())
}
