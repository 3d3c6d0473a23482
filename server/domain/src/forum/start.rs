//! Someone starts a topic.

use vocabulary::forum::NewTopic;

use crate::accounts::Actor;
use crate::error::{Error, Result};
use crate::ids::{TopicId, short_code};
use crate::ledger;
use crate::on;
use crate::portal::Portal;
use crate::secrets::sha256;

/// Starts it and returns the code of its address; a repeated send of the same form is the same topic.
///
/// # Errors
/// The database's.
pub async fn start(portal: &Portal, actor: &Actor, government: &str, form_key: &str, input: &NewTopic) -> Result<String> {
    let now = portal.now();
    let repeat = sha256(&[b"topic", actor.account.0.as_bytes(), form_key.as_bytes()]).to_vec();
    let mut tx = portal.db.begin().await?;
    for letters in 5..11 {
        let code = short_code(government, portal.chance.number(), letters).to_lowercase();
        let written = on!(&mut tx, conn => sqlx::query(
            "insert into topic (id, government, code, category, title, text, author_id, author_name, created_at, active_at, repeat_hash) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $10) on conflict do nothing")
            .bind(TopicId(portal.new_id())).bind(government).bind(&code).bind(input.category.as_str()).bind(&input.title).bind(&input.text).bind(actor.account).bind(&actor.name).bind(now).bind(&repeat)
            .execute(conn).await?.rows_affected());
        if written == 1 {
            ledger::append(portal, &mut tx, ledger::Entry { government, kind: "forum-topic", subject: &code, by_reporter: false, content: &(&input.title, &input.text) }).await?;
            tx.commit().await?;
            return Ok(code);
        }
        let before: Option<String> = on!(&mut tx, conn => sqlx::query_scalar("select code from topic where repeat_hash = $1").bind(&repeat).fetch_optional(conn).await?);
        if let Some(code) = before {
            return Ok(code);
        }
    }
    Err(Error::Broken("no free code was found".into()))
}
