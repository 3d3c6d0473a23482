//! Someone replies; staff of a unit may mark theirs as the official answer of that unit.

use vocabulary::accounts::Role;

use crate::accounts::{Actor, Grant};
use crate::error::{Error, Result};
use crate::ids::{AccountId, ReplyId, TopicId, UnitId};
use crate::ledger;
use crate::notifications::{news, tell};
use crate::on;
use crate::portal::Portal;
use crate::secrets::sha256;

/// The unit in whose name this actor may answer officially here, if any.
pub fn answering_unit<'a>(actor: &'a Actor, government: &str) -> Option<&'a Grant> {
    actor.grants.iter().find(|g| g.role == Role::Handler && g.government == government)
}

/// A repeated send of the same form is the same reply.
///
/// # Errors
/// [`Error::NotFound`] when the topic is not there or hidden, or when someone without a unit marks an official answer.
pub async fn reply(portal: &Portal, actor: &Actor, government: &str, code: &str, form_key: &str, text: &str, official: bool) -> Result<()> {
    let unit: Option<UnitId> = match official {
        true => Some(answering_unit(actor, government).ok_or(Error::NotFound)?.unit_id),
        false => None,
    };
    let now = portal.now();
    let repeat = sha256(&[b"reply", actor.account.0.as_bytes(), form_key.as_bytes()]).to_vec();
    let mut tx = portal.db.begin().await?;
    // The update takes the row: two replies at once get two numbers.
    let topic: Option<(TopicId, i64, AccountId)> = on!(&mut tx, conn => sqlx::query_as(
        "update topic set reply_count = reply_count where government = $1 and code = $2 and not exists (select 1 from moderation_act m where m.subject_id = topic.id) returning id, reply_count, author_id")
        .bind(government).bind(code).fetch_optional(conn).await?);
    let (topic, count, author) = topic.ok_or(Error::NotFound)?;
    let written = on!(&mut tx, conn => sqlx::query(
        "insert into reply (id, topic_id, number, text, author_id, author_name, official_unit_id, created_at, repeat_hash) values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (repeat_hash) do nothing")
        .bind(ReplyId(portal.new_id())).bind(topic).bind(count + 1).bind(text).bind(actor.account).bind(&actor.name).bind(unit).bind(now).bind(&repeat).execute(conn).await?.rows_affected());
    if written == 0 {
        return Ok(());
    }
    on!(&mut tx, conn => sqlx::query("update topic set reply_count = $2, active_at = $3, has_official_answer = (has_official_answer or $4) where id = $1")
        .bind(topic).bind(count + 1).bind(now).bind(unit.is_some()).execute(conn).await?.rows_affected());
    if author != actor.account {
        tell(portal, &mut tx, author, "topic-replied", code, &format!("/{government}/forum/topik/{code}")).await?;
    }
    news::topic_reply(portal, &mut tx, government, topic, count + 1, unit).await?;
    ledger::append(portal, &mut tx, ledger::Entry { government, kind: "forum-reply", subject: code, by_reporter: false, content: &(text, official) }).await?;
    tx.commit().await
}
