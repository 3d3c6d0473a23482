//! What stands in letters: each case and topic once, however much happened, with what comes next and by when.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use uuid::Uuid;
use vocabulary::feedback::{Status, StepKind};
use vocabulary::following::{Followed, Level};

use crate::db::Linked;
use crate::error::Result;
use crate::ids::{CaseId, FollowerId, NewsId, TopicId};
use crate::on;
use crate::secrets::{hex, sha256};

/// One case or topic in a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    pub kind: Followed,
    /// Of the government, as people call it.
    pub place: String,
    pub title: String,
    /// Of a case; empty for a topic.
    pub reference: String,
    /// Its address, without the host.
    pub path: String,
    /// What happened, the oldest first.
    pub lines: Vec<Line>,
    /// Of a case: where it stands, by which what comes next is said, and the last day of that.
    pub status: Option<Status>,
    pub due: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    Step(StepKind),
    /// An answer of a unit, by name.
    Answer(String),
    /// So many replies of participants.
    Replies(usize),
}

struct Row {
    follower: FollowerId,
    news: NewsId,
    kind: Followed,
    id: Uuid,
    number: i64,
    least: Level,
}

/// What a case or topic is called, and where it stands.
type Named = Option<Item>;

/// The items of every follower of a batch, the most important first, each with a name for the letter.
pub(super) async fn items(linked: &mut impl Linked, claim: Uuid) -> Result<HashMap<FollowerId, (String, Vec<Item>)>> {
    let rows: Vec<(FollowerId, NewsId, String, Uuid, i64, String)> = on!(linked, conn => sqlx::query_as(
        "select l.follower_id, n.id, n.kind, n.subject_id, n.number, n.least from letter_line l join news n on n.id = l.news_id where l.claim = $1 order by l.follower_id, n.ready_at, n.subject_id, n.number").bind(claim).fetch_all(conn).await?);
    let rows: Vec<Row> = rows
        .into_iter()
        .filter_map(|(follower, news, kind, id, number, least)| Some(Row { follower, news, kind: Followed::parse(&kind)?, id, number, least: Level::parse(&least)? }))
        .collect();
    let mut named: HashMap<Uuid, Named> = HashMap::new();
    let mut lines: HashMap<(Uuid, i64), Option<Line>> = HashMap::new();
    for row in &rows {
        if let Entry::Vacant(place) = named.entry(row.id) {
            place.insert(name(linked, row).await?);
        }
        if let Entry::Vacant(place) = lines.entry((row.id, row.number)) {
            place.insert(line(linked, row).await?);
        }
    }
    let mut found: HashMap<FollowerId, (String, Vec<Item>)> = HashMap::new();
    for of_one in rows.chunk_by(|a, b| a.follower == b.follower) {
        let ids: Vec<&[u8]> = of_one.iter().map(|row| row.news.0.as_bytes().as_slice()).chain(of_one.iter().take(1).map(|row| row.follower.0.as_bytes().as_slice())).collect();
        let mut gathered: Vec<(Level, Uuid, Item)> = Vec::new();
        for row in of_one {
            let (Some(Some(item)), Some(Some(line))) = (named.get(&row.id), lines.get(&(row.id, row.number))) else { continue };
            let at = gathered.iter().position(|(_, id, _)| *id == row.id).unwrap_or_else(|| {
                gathered.push((row.least, row.id, item.clone()));
                gathered.len() - 1
            });
            let (least, _, item) = &mut gathered[at];
            *least = (*least).min(row.least);
            match (item.lines.last_mut(), line) {
                (Some(Line::Replies(count)), Line::Replies(more)) => *count += more,
                _ => item.lines.push(line.clone()),
            }
        }
        // What ended and what was answered first; within that, what was told first.
        gathered.sort_by_key(|(least, ..)| *least);
        let letter = hex(&sha256(&ids)[..16]);
        found.insert(of_one[0].follower, (letter, gathered.into_iter().map(|(.., item)| item).collect()));
    }
    Ok(found)
}

async fn name(linked: &mut impl Linked, row: &Row) -> Result<Named> {
    if row.kind == Followed::Topic {
        let found: Option<(String, String, String, String)> = on!(linked, conn => sqlx::query_as(
            "select t.government, g.short_name, t.title, t.code from topic t join government g on g.slug = t.government where t.id = $1 and not exists (select 1 from moderation_act m where m.subject_id = t.id)")
            .bind(TopicId(row.id)).fetch_optional(conn).await?);
        return Ok(found.map(|(government, place, title, code)| Item {
            kind: Followed::Topic,
            place,
            title,
            reference: String::new(),
            path: format!("/{government}/forum/topik/{code}"),
            lines: Vec::new(),
            status: None,
            due: None,
        }));
    }
    #[derive(sqlx::FromRow)]
    struct Case {
        government: String,
        short_name: String,
        title: String,
        reference: String,
        status: String,
        verify_due: Option<String>,
        answer_due: Option<String>,
        info_due: Option<String>,
        reply_due: Option<String>,
    }
    let found: Option<Case> = on!(linked, conn => sqlx::query_as(
        "select c.government, g.short_name, c.title, c.reference, c.status, c.verify_due, c.answer_due, c.info_due, c.reply_due from feedback_case c join government g on g.slug = c.government \
         where c.id = $1 and c.published_at is not null and c.public_text is not null and c.protection <> 'rahasia' and c.kind <> 'penyimpangan'")
        .bind(CaseId(row.id)).fetch_optional(conn).await?);
    Ok(found.map(|case| {
        let status = Status::parse(&case.status);
        let due = match status {
            Some(Status::Submitted) => case.verify_due,
            Some(Status::NeedsInfo) => case.info_due,
            Some(Status::Assigned | Status::InProgress | Status::Disputed) => case.answer_due,
            Some(Status::Responded) => case.reply_due,
            _ => None,
        };
        Item {
            kind: Followed::Case,
            place: case.short_name,
            title: case.title,
            path: format!("/{}/laporan/{}", case.government, case.reference),
            reference: case.reference,
            lines: Vec::new(),
            status,
            due,
        }
    }))
}

async fn line(linked: &mut impl Linked, row: &Row) -> Result<Option<Line>> {
    if row.kind == Followed::Topic {
        let found: Option<Option<String>> = on!(linked, conn => sqlx::query_scalar(
            "select u.name from reply r left join unit u on u.id = r.official_unit_id where r.topic_id = $1 and r.number = $2 and not exists (select 1 from moderation_act m where m.subject_id = r.id)")
            .bind(TopicId(row.id)).bind(row.number).fetch_optional(conn).await?);
        return Ok(found.map(|unit| unit.map_or(Line::Replies(1), Line::Answer)));
    }
    let kind: Option<String> = on!(linked, conn => sqlx::query_scalar("select kind from feedback_step where case_id = $1 and number = $2").bind(CaseId(row.id)).bind(row.number).fetch_optional(conn).await?);
    Ok(kind.as_deref().and_then(StepKind::parse).map(Line::Step))
}
