//! "Ikut mengalami": a resident counts themselves to a published case instead of sending it again. No account and no
//! personal data are needed; who has an account counts once, who has none once a form.

use vocabulary::feedback::ByRole;

use crate::db::Linked;
use crate::error::{Error, Result};
use crate::ids::{AccountId, CaseId};
use crate::ledger;
use crate::on;
use crate::portal::Portal;
use crate::secrets::sha256;

/// Who counts themselves, told apart from others without being known.
pub enum Follower<'a> {
    Account(AccountId),
    /// The random key of the form.
    Form(&'a str),
}

impl Follower<'_> {
    fn hash(&self, portal: &Portal) -> Vec<u8> {
        match self {
            // Keyed, for accounts can be counted through.
            Self::Account(account) => sha256(&[b"follow", portal.secrets.opaque("feedback-follow", account.0).as_bytes()]).to_vec(),
            Self::Form(key) => sha256(&[b"follow-form", key.as_bytes()]).to_vec(),
        }
    }
}

/// Whether it was counted now; false where it had been before.
///
/// # Errors
/// [`Error::NotFound`] for what is not published or has ended.
pub async fn follow(portal: &Portal, government: &str, reference: &str, who: &Follower<'_>) -> Result<bool> {
    let hash = who.hash(portal);
    let at = portal.to_the_hour().now();
    let mut tx = portal.db.begin().await?;
    let case = open_case(&mut tx, government, reference).await?;
    let new = on!(&mut tx, conn => sqlx::query("insert into feedback_follow (case_id, by_hash, at) values ($1, $2, $3) on conflict do nothing").bind(case).bind(&hash).bind(at).execute(conn).await?.rows_affected())
        == 1;
    if new {
        on!(&mut tx, conn => sqlx::query("update feedback_case set follow_count = follow_count + 1 where id = $1").bind(case).execute(conn).await?.rows_affected());
        ledger::append(portal, &mut tx, ledger::Entry { government, kind: "feedback-followed", subject: reference, by_reporter: true, content: &ByRole::Reporter.as_str() })
            .await?;
    }
    tx.commit().await?;
    Ok(new)
}

async fn open_case(linked: &mut impl Linked, government: &str, reference: &str) -> Result<CaseId> {
    let found: Option<CaseId> = on!(linked, conn => sqlx::query_scalar("select id from feedback_case where government = $1 and reference = $2 and published_at is not null and public_text is not null and status not in ('archived', 'merged', 'redirected', 'closed', 'withdrawn')")
        .bind(government).bind(reference).fetch_optional(conn).await?);
    found.ok_or(Error::NotFound)
}
