//! "This answer helped": said of an official answer, once an account; saying it again takes it back. Enough voices make it
//! evidence of good work.

use crate::accounts::Actor;
use crate::clock::Millis;
use crate::db::Linked;
use crate::error::{Error, Result};
use crate::evaluation::{Answered, offer_answer};
use crate::ids::{AccountId, ReplyId, TopicId, UnitId};
use crate::on;
use crate::portal::Portal;

/// # Errors
/// [`Error::NotFound`] when there is no such official answer, or it is hidden.
pub async fn helpful(portal: &Portal, actor: &Actor, government: &str, code: &str, number: i64) -> Result<()> {
    let mut tx = portal.db.begin().await?;
    // Takes the row: two at once are counted one after the other.
    let topic: Option<(TopicId, String, String, AccountId)> = on!(&mut tx, conn => sqlx::query_as(
        "update topic set support_count = support_count where government = $1 and code = $2 and not exists (select 1 from moderation_act m where m.subject_id = topic.id) returning id, title, text, author_id")
        .bind(government).bind(code).fetch_optional(conn).await?);
    let (topic, title, question, asker) = topic.ok_or(Error::NotFound)?;
    let answer: Option<(ReplyId, String, AccountId, UnitId, Millis)> = on!(&mut tx, conn => sqlx::query_as(
        "select r.id, r.text, r.author_id, r.official_unit_id, r.created_at from reply r where r.topic_id = $1 and r.number = $2 and r.official_unit_id is not null and not exists (select 1 from moderation_act m where m.subject_id = r.id)")
        .bind(topic).bind(number).fetch_optional(conn).await?);
    let (reply, answer, author, unit, at) = answer.ok_or(Error::NotFound)?;
    let taken_back =
        on!(&mut tx, conn => sqlx::query("delete from reply_helpful where reply_id = $1 and account_id = $2").bind(reply).bind(actor.account).execute(conn).await?.rows_affected());
    if taken_back == 0 {
        on!(&mut tx, conn => sqlx::query("insert into reply_helpful (reply_id, account_id, at) values ($1, $2, $3)").bind(reply).bind(actor.account).bind(portal.now()).execute(conn).await?.rows_affected());
        let helped: Vec<AccountId> =
            on!(&mut tx, conn => sqlx::query_scalar("select account_id from reply_helpful where reply_id = $1 order by at, account_id").bind(reply).fetch_all(conn).await?);
        offer_answer(portal, &mut tx, Answered { government, reply, code, title: &title, question: &question, answer: &answer, unit, author, at, asker, helped }).await?;
    }
    tx.commit().await
}

/// How many say of each official answer of a topic that it helped, and whether this reader does.
///
/// # Errors
/// The database's.
pub async fn helped(linked: &mut impl Linked, topic: TopicId, reader: Option<AccountId>) -> Result<Vec<(i64, i64, bool)>> {
    let rows: Vec<(i64, i64, i64)> = on!(linked, conn => sqlx::query_as(
        "select r.number, (select count(*) from reply_helpful h where h.reply_id = r.id) as voices, (select count(*) from reply_helpful h where h.reply_id = r.id and h.account_id = $2) as own from reply r where r.topic_id = $1 and r.official_unit_id is not null order by r.number")
        .bind(topic).bind(reader).fetch_all(conn).await?);
    Ok(rows.into_iter().map(|(number, voices, own)| (number, voices, own > 0)).collect())
}
