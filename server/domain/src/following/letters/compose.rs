//! What stands in letters: each case, topic, announcement and service once, however much happened, with what comes next and
//! by when.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use time::Date;
use uuid::Uuid;
use vocabulary::feedback::{Status, StepKind};
use vocabulary::following::{Level, NewsOf};

use crate::clock::{Millis, day_text};
use crate::db::Linked;
use crate::error::Result;
use crate::following::subject::OWN_CASE;
use crate::ids::{AnnouncementId, CaseId, FollowerId, NewsId, ServiceId, TopicId};
use crate::notifications::news::{self, Announced};
use crate::on;
use crate::secrets::{hex, sha256};

/// One case, topic, announcement or service in a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Of the government, as people call it.
    pub place: String,
    /// Empty for a reporter's own case.
    pub title: String,
    /// Of a case; empty for anything else.
    pub reference: String,
    /// Its address, without the host.
    pub path: String,
    /// What happened, the oldest first.
    pub lines: Vec<Line>,
    pub next: Next,
}

/// By what it is said what comes next, and by when. Days are the last of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Next {
    /// Where a case stands.
    Case {
        status: Option<Status>,
        due: Option<String>,
        /// To a reporter whose report became part of it: what it waits for is not theirs to do.
        part: bool,
    },
    Topic,
    /// The stage of a selection that runs, or the first to come.
    Stage {
        name: String,
        until: String,
    },
    /// An announcement of something to know.
    Shown {
        until: Option<String>,
    },
    /// An announcement that was taken back.
    Withdrawn,
    /// A standard that has begun.
    Standard,
}

impl Item {
    /// Where a case stands.
    pub const fn status(&self) -> Option<Status> {
        match self.next {
            Next::Case { status, .. } => status,
            _ => None,
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    Step(StepKind),
    /// An answer of a unit, by name.
    Answer(String),
    /// So many replies of participants.
    Replies(usize),
    /// To a reporter: who works on their case wrote to them.
    Message,
    /// To a reporter: another government, which has the case too, said something.
    Elsewhere,
    /// An announcement of a unit, by name.
    Announced(String),
    AnnouncementChanged,
    AnnouncementWithdrawn,
    /// A service promises something else from this day on.
    Standard(String),
}

struct Row {
    follower: FollowerId,
    news: NewsId,
    of: NewsOf,
    id: Uuid,
    /// The report of whom it is for as its reporter.
    own: Option<CaseId>,
    number: i64,
    least: Level,
}

/// Something as everybody reads it, or a report as its reporter does.
type About = (Uuid, Option<CaseId>);

impl Row {
    /// Also what became one with another is told of as what was sent.
    fn about(&self) -> About {
        (self.own.map_or(self.id, |report| report.0), self.own)
    }
}

/// What it is called, and where it stands; none for what is no longer shown to everybody.
type Named = Option<Item>;

/// The items of every follower of a batch, the most important first, each with a name for the letter.
pub(super) async fn items(linked: &mut impl Linked, claim: Uuid, today: &str) -> Result<HashMap<FollowerId, (String, Vec<Item>)>> {
    #[derive(sqlx::FromRow)]
    struct Waiting {
        follower_id: FollowerId,
        id: NewsId,
        kind: String,
        subject_id: Uuid,
        case_id: Option<CaseId>,
        number: i64,
        least: String,
    }
    let rows: Vec<Waiting> = on!(linked, conn => sqlx::query_as(
        "select l.follower_id, n.id, n.kind, n.subject_id, w.case_id, n.number, n.least from letter_line l join news n on n.id = l.news_id join follower w on w.id = l.follower_id where l.claim = $1 order by l.follower_id, n.ready_at, n.subject_id, n.number")
        .bind(claim).fetch_all(conn).await?);
    let rows: Vec<Row> = rows
        .into_iter()
        .filter_map(|w| {
            Some(Row { follower: w.follower_id, news: w.id, of: NewsOf::parse(&w.kind)?, id: w.subject_id, own: w.case_id, number: w.number, least: Level::parse(&w.least)? })
        })
        .collect();
    let mut named: HashMap<About, Named> = HashMap::new();
    let mut lines: HashMap<(Uuid, i64), Option<Line>> = HashMap::new();
    for row in &rows {
        if let Entry::Vacant(place) = named.entry(row.about()) {
            place.insert(name(linked, row, today).await?);
        }
        if let Entry::Vacant(place) = lines.entry((row.id, row.number)) {
            place.insert(line(linked, row).await?);
        }
    }
    let mut found: HashMap<FollowerId, (String, Vec<Item>)> = HashMap::new();
    for of_one in rows.chunk_by(|a, b| a.follower == b.follower) {
        let ids: Vec<&[u8]> = of_one.iter().map(|row| row.news.0.as_bytes().as_slice()).chain(of_one.iter().take(1).map(|row| row.follower.0.as_bytes().as_slice())).collect();
        let mut gathered: Vec<(Level, About, Item)> = Vec::new();
        for row in of_one {
            let (Some(Some(item)), Some(Some(line))) = (named.get(&row.about()), lines.get(&(row.id, row.number))) else { continue };
            let at = gathered.iter().position(|(_, about, _)| *about == row.about()).unwrap_or_else(|| {
                gathered.push((row.least, row.about(), item.clone()));
                gathered.len() - 1
            });
            let (least, _, item) = &mut gathered[at];
            *least = (*least).min(row.least);
            match (item.lines.last_mut(), line) {
                (Some(Line::Replies(count)), Line::Replies(more)) => *count += more,
                (Some(Line::AnnouncementChanged), Line::AnnouncementChanged) => {}
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

async fn name(linked: &mut impl Linked, row: &Row, today: &str) -> Result<Named> {
    match row.of {
        NewsOf::Case => name_case(linked, row).await,
        NewsOf::Topic => name_topic(linked, TopicId(row.id)).await,
        NewsOf::Announcement => name_announcement(linked, AnnouncementId(row.id), today).await,
        NewsOf::Service => name_service(linked, ServiceId(row.id)).await,
    }
}

async fn name_topic(linked: &mut impl Linked, topic: TopicId) -> Result<Named> {
    let found: Option<(String, String, String, String)> = on!(linked, conn => sqlx::query_as(
        "select t.government, g.short_name, t.title, t.code from topic t join government g on g.slug = t.government where t.id = $1 and not exists (select 1 from moderation_act m where m.subject_id = t.id)")
        .bind(topic).fetch_optional(conn).await?);
    Ok(found.map(|(government, place, title, code)| Item {
        place,
        title,
        reference: String::new(),
        path: format!("/{government}/forum/topik/{code}"),
        lines: Vec::new(),
        next: Next::Topic,
    }))
}

/// None before its first day and after its last.
async fn name_announcement(linked: &mut impl Linked, announcement: AnnouncementId, today: &str) -> Result<Named> {
    #[derive(sqlx::FromRow)]
    struct Shown {
        government: String,
        short_name: String,
        title: String,
        slug: String,
        shown_until: Option<String>,
        withdrawn_at: Option<Millis>,
    }
    let found: Option<Shown> = on!(&mut *linked, conn => sqlx::query_as(
        "select a.government, g.short_name, a.title, a.slug, a.shown_until, a.withdrawn_at from announcement a join government g on g.slug = a.government \
         where a.id = $1 and a.published_at is not null and a.shown_from <= $2 and (a.shown_until is null or a.shown_until >= $2)")
        .bind(announcement).bind(today).fetch_optional(conn).await?);
    let Some(shown) = found else { return Ok(None) };
    let stage: Option<(String, String)> = on!(linked, conn => sqlx::query_as(
        "select name, ends_on from announcement_stage where announcement_id = $1 and ends_on >= $2 order by starts_on, number limit 1").bind(announcement).bind(today).fetch_optional(conn).await?);
    let next = match (shown.withdrawn_at, stage) {
        (Some(_), _) => Next::Withdrawn,
        (None, Some((name, until))) => Next::Stage { name, until },
        (None, None) => Next::Shown { until: shown.shown_until },
    };
    let path = format!("/{}/pengumuman/{}", shown.government, shown.slug);
    Ok(Some(Item { place: shown.short_name, title: shown.title, reference: String::new(), path, lines: Vec::new(), next }))
}

async fn name_service(linked: &mut impl Linked, service: ServiceId) -> Result<Named> {
    let found: Option<(String, String, String, String)> = on!(linked, conn => sqlx::query_as(
        "select s.government, g.short_name, s.short_name as title, s.slug from service s join government g on g.slug = s.government where s.id = $1").bind(service).fetch_optional(conn).await?);
    Ok(found.map(|(government, place, title, slug)| Item {
        place,
        title,
        reference: String::new(),
        path: format!("/{government}/layanan/{slug}"),
        lines: Vec::new(),
        next: Next::Standard,
    }))
}

/// The day that stands in the place of a step's number.
fn day_of(number: i64) -> Option<String> {
    Some(day_text(Date::from_julian_day(i32::try_from(number).ok()?).ok()?))
}

async fn name_case(linked: &mut impl Linked, row: &Row) -> Result<Named> {
    #[derive(sqlx::FromRow)]
    struct Case {
        government: String,
        short_name: String,
        title: String,
        reference: String,
        part: bool,
        status: String,
        verify_due: Option<String>,
        answer_due: Option<String>,
        info_due: Option<String>,
        reply_due: Option<String>,
        ladder_due: Option<String>,
    }
    let found: Option<Case> = match row.own {
        None => on!(linked, conn => sqlx::query_as(
            "select c.government, g.short_name, c.title, c.reference, false as part, c.status, c.verify_due, c.answer_due, c.info_due, c.reply_due, c.ladder_due from feedback_case c join government g on g.slug = c.government \
             where c.id = $1 and c.published_at is not null and c.public_text is not null and c.protection <> 'rahasia' and c.kind <> 'penyimpangan'")
            .bind(CaseId(row.id)).fetch_optional(conn).await?),
        // Whoever sent it knows it by its own number, and where it stands is where that stands which it became part of. Its
        // title may tell what is not for everybody who sees the mailbox.
        Some(report) => on!(linked, conn => sqlx::query_as(
            "select c.government, g.short_name, '' as title, c.reference, c.merged_into_id is not null as part, m.status, m.verify_due, m.answer_due, m.info_due, m.reply_due, m.ladder_due from feedback_case c join government g on g.slug = c.government \
             join feedback_case m on m.id = coalesce(c.merged_into_id, c.id) where c.id = $1")
            .bind(report).fetch_optional(conn).await?),
    };
    Ok(found.map(|case| {
        let status = Status::parse(&case.status);
        let due = match status {
            Some(Status::Submitted) => case.verify_due,
            Some(Status::NeedsInfo) => case.info_due,
            Some(Status::Assigned | Status::InProgress | Status::Disputed) => case.answer_due,
            Some(Status::Responded) => case.reply_due,
            Some(Status::Escalated) => case.ladder_due,
            _ => None,
        };
        Item {
            place: case.short_name,
            title: case.title,
            path: if row.own.is_some() { OWN_CASE.to_owned() } else { format!("/{}/laporan/{}", case.government, case.reference) },
            reference: case.reference,
            lines: Vec::new(),
            next: Next::Case { status, due, part: case.part },
        }
    }))
}

async fn line(linked: &mut impl Linked, row: &Row) -> Result<Option<Line>> {
    match row.of {
        NewsOf::Case => line_of_case(linked, row).await,
        NewsOf::Topic => {
            let found: Option<Option<String>> = on!(linked, conn => sqlx::query_scalar(
                "select u.name from reply r left join unit u on u.id = r.official_unit_id where r.topic_id = $1 and r.number = $2 and not exists (select 1 from moderation_act m where m.subject_id = r.id)")
                .bind(TopicId(row.id)).bind(row.number).fetch_optional(conn).await?);
            Ok(found.map(|unit| unit.map_or(Line::Replies(1), Line::Answer)))
        }
        NewsOf::Announcement => line_of_announcement(linked, row).await,
        // One that was planned may be planned no more.
        NewsOf::Service => {
            let Some(day) = day_of(row.number) else { return Ok(None) };
            let found: Option<String> = on!(linked, conn => sqlx::query_scalar("select valid_from from service_standard where service_id = $1 and valid_from = $2 limit 1").bind(ServiceId(row.id)).bind(day).fetch_optional(conn).await?);
            Ok(found.map(Line::Standard))
        }
    }
}

async fn line_of_announcement(linked: &mut impl Linked, row: &Row) -> Result<Option<Line>> {
    let found: Option<(String, Option<Millis>)> = on!(linked, conn => sqlx::query_as(
        "select u.name, a.withdrawn_at from announcement a join unit u on u.id = a.unit_id where a.id = $1").bind(AnnouncementId(row.id)).fetch_optional(conn).await?);
    Ok(match (found, Announced::of(row.number)) {
        (Some((unit, None)), Some(Announced::Published)) => Some(Line::Announced(unit)),
        (Some((_, None)), Some(Announced::Changed)) => Some(Line::AnnouncementChanged),
        (Some((_, Some(_))), Some(Announced::Withdrawn)) => Some(Line::AnnouncementWithdrawn),
        _ => None,
    })
}

async fn line_of_case(linked: &mut impl Linked, row: &Row) -> Result<Option<Line>> {
    match row.number {
        news::MESSAGE => return Ok(Some(Line::Message)),
        news::ELSEWHERE => return Ok(Some(Line::Elsewhere)),
        _ => {}
    }
    let kind: Option<String> = on!(linked, conn => sqlx::query_scalar("select kind from feedback_step where case_id = $1 and number = $2").bind(CaseId(row.id)).bind(row.number).fetch_optional(conn).await?);
    Ok(kind.as_deref().and_then(StepKind::parse).map(Line::Step))
}
