//! Personal data go: the salts of a subject are taken away, after which nobody can tie its entries to a text. The tree
//! stays whole, and that they were taken away is an entry itself.

use super::append::{Entry, append};
use crate::db::Tx;
use crate::error::Result;
use crate::on;
use crate::portal::Portal;

/// The kind of the entry that says so.
pub(super) const ERASED: &str = "content-erased";

/// Call it in the transaction that erases the content itself. What is recorded of the subject later has salts again.
///
/// # Errors
/// The database's.
pub async fn erase(portal: &Portal, tx: &mut Tx, government: &str, subject: &str) -> Result<()> {
    // What waits for its number keeps its marks, which it was given when it was written.
    on!(tx, conn => sqlx::query("update ledger_pending set salt = null where government = $1 and subject = $2 and kind <> $3 and mark is not null").bind(government).bind(subject).bind(ERASED).execute(conn).await?.rows_affected());
    on!(tx, conn => sqlx::query("delete from ledger_salt where number in (select number from ledger_entry where government = $1 and subject = $2 and kind <> $3)")
        .bind(government).bind(subject).bind(ERASED).execute(conn).await?.rows_affected());
    append(portal, tx, Entry { government, kind: ERASED, subject, by_reporter: true, content: &subject }).await
}
