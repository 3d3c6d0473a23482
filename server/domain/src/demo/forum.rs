//! The told discussions.

use std::collections::HashMap;

use serde::Deserialize;
use vocabulary::accounts::Role;
use vocabulary::forum::NewTopic;
use vocabulary::moderation::ReasonInput;

use super::accounts::{Staff, extra};
use super::moment;
use crate::accounts::{Actor, grant};
use crate::clock::{HOUR, Millis};
use crate::directory::units;
use crate::error::{Error, Result};
use crate::forum;
use crate::moderation::{self, Subject};
use crate::on;
use crate::portal::Portal;

#[derive(Deserialize)]
struct File {
    participants: Vec<Participant>,
    topics: Vec<Topic>,
}

#[derive(Deserialize)]
struct Participant {
    key: String,
    name: String,
}

#[derive(Deserialize)]
struct Topic {
    government: String,
    category: String,
    title: String,
    text: String,
    author: String,
    at: String,
    supports: Vec<String>,
    replies: Vec<Reply>,
    hidden_reply: Option<Hidden>,
}

#[derive(Deserialize)]
struct Reply {
    author: Option<String>,
    official_opd: Option<String>,
    at: String,
    text: String,
}

#[derive(Deserialize)]
struct Hidden {
    index: usize,
    reason: String,
    note: String,
}

pub async fn tell(portal: &Portal, staff: &Staff, shift: Millis, progress: &mut (dyn FnMut(&str, usize, usize) + Send)) -> Result<()> {
    let file: File = serde_json::from_str(include_str!("../../../data/demo/forum.json")).map_err(|e| Error::Broken(e.to_string()))?;
    let mut people = HashMap::new();
    for participant in &file.participants {
        people.insert(participant.key.clone(), extra(portal, &format!("{}@warga.example", participant.key), &participant.name, None).await?);
    }
    let mut last = 0;
    for (done, topic) in file.topics.iter().enumerate() {
        progress("forum", done, file.topics.len());
        last = last.max(tell_topic(portal, staff, shift, &people, topic).await.map_err(|e| Error::Broken(format!("topic {:?}: {e}", topic.title)))?);
    }
    // One flag that waits for the moderator, so that the desk is not empty.
    if let (Some(topic), Some(reader)) = (file.topics.iter().find(|t| t.hidden_reply.is_none() && t.government == "medan"), people.get("w02")) {
        let mut conn = portal.db.read().await?;
        let id: crate::ids::TopicId = on!(&mut conn, c => sqlx::query_scalar("select id from topic where title = $1").bind(&topic.title).fetch_one(c).await?);
        drop(conn);
        moderation::flag(&portal.at(last), reader.account, &topic.government, Subject::Topic(id), &ReasonInput::parse("off_topic", "Sudah ada topik yang sama.", 0)?).await?;
    }
    Ok(())
}

async fn tell_topic(portal: &Portal, staff: &Staff, shift: Millis, people: &HashMap<String, Actor>, topic: &Topic) -> Result<Millis> {
    let who = |key: &str| people.get(key).ok_or_else(|| Error::Broken(format!("nobody is called {key}")));
    let mut then = portal.at(moment(&topic.at, shift)?);
    let input = NewTopic::parse(&topic.category, &topic.title, &topic.text)?;
    let code = forum::start(&then, who(&topic.author)?, &topic.government, &format!("demo-{}", topic.title), &input).await?;
    for key in &topic.supports {
        forum::support(&then, who(key)?, &topic.government, &code).await?;
    }
    for (index, reply) in topic.replies.iter().enumerate() {
        then = portal.at(moment(&reply.at, shift)?);
        let form = format!("{code}-{index}");
        match (&reply.official_opd, &reply.author) {
            (Some(agency), _) => {
                let officer = officer(portal, &topic.government, agency).await?;
                forum::reply(&then, &officer, &topic.government, &code, &form, &reply.text, true).await?;
            }
            (None, Some(author)) => forum::reply(&then, who(author)?, &topic.government, &code, &form, &reply.text, false).await?,
            (None, None) => forum::reply(&then, staff.get(&format!("penghubung/{}", topic.government))?, &topic.government, &code, &form, &reply.text, false).await?,
        }
    }
    if let Some(hidden) = &topic.hidden_reply {
        let mut conn = portal.db.read().await?;
        let (_, replies) = forum::show(&mut conn, &topic.government, &code, None).await?;
        drop(conn);
        if let Some(reply) = replies.get(hidden.index) {
            let reason = ReasonInput::parse(&hidden.reason, &hidden.note, 0)?;
            moderation::hide(&portal.at(then.now() + 3 * HOUR), staff.get(&format!("moderator/{}", topic.government))?, &topic.government, Subject::Reply(reply.id), &reason)
                .await?;
        }
    }
    Ok(then.now())
}

/// Who answers for an agency.
async fn officer(portal: &Portal, government: &str, agency: &str) -> Result<Actor> {
    let actor = extra(portal, &format!("humas.{agency}@{government}.example"), &format!("Humas {agency}"), None).await?;
    if actor.grants.is_empty() {
        let mut tx = portal.db.begin().await?;
        let unit = match units::of_agency(&mut tx, government, agency).await {
            Err(Error::NotFound) => units::of_agency(&mut tx, government, "diskominfo").await?,
            other => other?,
        };
        grant(portal, &mut tx, actor.account, government, unit, Role::Handler).await?;
        let actor = Actor::load(&mut tx, actor.account).await?;
        tx.commit().await?;
        return Ok(actor);
    }
    Ok(actor)
}
