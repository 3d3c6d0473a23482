//! A colleague comments on an idea.

use super::show::acted_on;
use crate::accounts::Actor;
use crate::error::Result;
use crate::ids::CommentId;
use crate::ledger;
use crate::notifications::tell;
use crate::on;
use crate::portal::Portal;
use crate::secrets::sha256;

/// A repeated send of the same form is the same comment.
///
/// # Errors
/// [`crate::Error::NotFound`] when the idea is hidden or of another government.
pub async fn comment(portal: &Portal, actor: &Actor, code: &str, form_key: &str, text: &str) -> Result<()> {
    let repeat = sha256(&[b"idea-comment", actor.account.0.as_bytes(), form_key.as_bytes()]).to_vec();
    let mut tx = portal.db.begin().await?;
    // The update takes the row: two comments at once get two numbers.
    on!(&mut tx, conn => sqlx::query("update idea set code = code where code = $1").bind(code).execute(conn).await?.rows_affected());
    let idea = acted_on(&mut tx, actor, code).await?;
    let written = on!(&mut tx, conn => sqlx::query(
        "insert into idea_comment (id, idea_id, number, text, author_id, author_name, at, repeat_hash) values ($1, $2, (select coalesce(max(number), 0) + 1 from idea_comment where idea_id = $2), $3, $4, $5, $6, $7) on conflict (repeat_hash) do nothing")
        .bind(CommentId(portal.new_id())).bind(idea.id).bind(text).bind(actor.account).bind(&actor.name).bind(portal.now()).bind(&repeat).execute(conn).await?.rows_affected());
    if written == 0 {
        return Ok(());
    }
    if idea.author_id != actor.account {
        tell(portal, &mut tx, idea.author_id, "idea-commented", &idea.title, &format!("/petugas/gagasan/{code}")).await?;
    }
    ledger::append(portal, &mut tx, ledger::Entry { government: &idea.government, kind: "idea-commented", subject: code, by_reporter: false, content: &text }).await?;
    tx.commit().await
}
