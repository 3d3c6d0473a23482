//! Announcements (sosialisasi) and open posts with the calendar of their selection by merit (seleksi): what everyone
//! may read. Writing them is `write`, putting them before the public and taking them back `publish`, the staff's view
//! `desk`. Nothing here knows a candidate: only stages, criteria and dates.

mod desk;
mod publish;
mod write;

pub use desk::{DeskAnnouncement, PostChoice, announcers, at_desk, desk_list, posts};
pub use publish::{publish, withdraw};
pub use write::{change, draft};

use uuid::Uuid;
use vocabulary::announcements::{AnnouncementKind, AnnouncementState};

use crate::clock::{Millis, parse_moment};
use crate::db::Linked;
use crate::directory::Government;
use crate::error::{Error, Result};
use crate::ids::{AnnouncementId, PositionId, UnitId};
use crate::on;

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Announcement {
    pub id: AnnouncementId,
    pub government: String,
    pub unit_id: UnitId,
    pub unit_slug: String,
    pub unit_name: String,
    pub slug: String,
    #[sqlx(try_from = "String")]
    pub kind: AnnouncementKind,
    pub title: String,
    pub summary: String,
    pub body: String,
    pub position_id: Option<PositionId>,
    pub position_slug: Option<String>,
    pub position_title: Option<String>,
    /// One a line.
    pub criteria: String,
    pub shown_from: String,
    /// Last day in the lists.
    pub shown_until: Option<String>,
    pub version: i64,
    pub changed_at: Millis,
    pub published_at: Option<Millis>,
    pub withdrawn_at: Option<Millis>,
    pub withdrawn_reason: Option<String>,
}

impl Announcement {
    pub fn state(&self, today: &str) -> AnnouncementState {
        state(self.published_at, self.withdrawn_at, &self.shown_from, self.shown_until.as_deref(), today)
    }

    /// Whether it says something else than when it was published.
    pub fn changed_since_published(&self) -> bool {
        self.published_at.is_some_and(|at| self.changed_at > at)
    }
}

fn state(published_at: Option<Millis>, withdrawn_at: Option<Millis>, shown_from: &str, shown_until: Option<&str>, today: &str) -> AnnouncementState {
    if withdrawn_at.is_some() {
        AnnouncementState::Withdrawn
    } else if published_at.is_none() {
        AnnouncementState::Draft
    } else if shown_from > today {
        AnnouncementState::Scheduled
    } else if shown_until.is_some_and(|until| until < today) {
        AnnouncementState::Over
    } else {
        AnnouncementState::Shown
    }
}

#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Stage {
    pub name: String,
    pub starts_on: String,
    /// Last day.
    pub ends_on: String,
    pub note: String,
}

/// Where a stage stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    Past,
    Now,
    Ahead,
}

impl Stage {
    pub fn when(&self, today: &str) -> When {
        if self.ends_on.as_str() < today {
            When::Past
        } else if self.starts_on.as_str() > today {
            When::Ahead
        } else {
            When::Now
        }
    }
}

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Listed {
    pub id: AnnouncementId,
    pub slug: String,
    #[sqlx(try_from = "String")]
    pub kind: AnnouncementKind,
    pub title: String,
    pub summary: String,
    pub unit_slug: String,
    pub unit_name: String,
    pub shown_from: String,
    /// The stage that runs today; of several the latest.
    pub stage_now: Option<String>,
    /// The last day of the last stage.
    pub ends_on: Option<String>,
}

/// Where a page ends: the next begins after it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cursor {
    pub shown_from: String,
    pub id: Uuid,
}

impl std::fmt::Display for Cursor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}", self.shown_from, self.id.simple())
    }
}

impl std::str::FromStr for Cursor {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        let (day, id) = text.split_once('.').ok_or(())?;
        Ok(Self { shown_from: vocabulary::text::day(day).map_err(|_| ())?, id: Uuid::try_parse(id).map_err(|_| ())? })
    }
}

pub struct Page {
    pub announcements: Vec<Listed>,
    pub after: Option<Cursor>,
}

const PAGE: usize = 20;
/// More selections than this are never open at once in one government.
const OPEN_MOST: i64 = 200;

/// What is shown on a day; `$1` is the government and `$2` the day.
macro_rules! shown {
    ($tail:literal) => {
        concat!(
            "select a.id, a.slug, a.kind, a.title, a.summary, u.slug as unit_slug, u.name as unit_name, a.shown_from, ",
            "(select s.name from announcement_stage s where s.announcement_id = a.id and s.starts_on <= $2 and s.ends_on >= $2 order by s.number desc limit 1) as stage_now, ",
            "(select max(s.ends_on) from announcement_stage s where s.announcement_id = a.id) as ends_on ",
            "from announcement a join unit u on u.id = a.unit_id ",
            "where a.government = $1 and a.published_at is not null and a.withdrawn_at is null and a.shown_from <= $2 and (a.shown_until is null or a.shown_until >= $2) ",
            $tail
        )
    };
}

/// What is shown today, newest first, a page at a time; of one kind or both.
///
/// # Errors
/// The database's.
pub async fn list(linked: &mut impl Linked, government: &str, today: &str, kind: Option<AnnouncementKind>, after: Option<Cursor>) -> Result<Page> {
    let after = after.unwrap_or(Cursor { shown_from: "9999-12-31".into(), id: Uuid::max() });
    let found: Vec<Listed> = on!(linked, conn => sqlx::query_as(
        shown!("and ($3 = '' or a.kind = $3) and (a.shown_from, a.id) < ($4, $5) order by a.shown_from desc, a.id desc limit $6"))
        .bind(government).bind(today).bind(kind.map_or("", AnnouncementKind::as_str)).bind(&after.shown_from).bind(after.id).bind(PAGE as i64 + 1).fetch_all(conn).await?);
    let more = found.len() > PAGE;
    let announcements: Vec<_> = found.into_iter().take(PAGE).collect();
    let after = announcements.last().filter(|_| more).map(|a| Cursor { shown_from: a.shown_from.clone(), id: a.id.0 });
    Ok(Page { announcements, after })
}

/// Selections whose last stage is not over, newest first.
///
/// # Errors
/// The database's.
pub async fn open(linked: &mut impl Linked, government: &str, today: &str) -> Result<Vec<Listed>> {
    Ok(on!(linked, conn => sqlx::query_as(
        shown!("and a.kind = 'seleksi' and exists (select 1 from announcement_stage s where s.announcement_id = a.id and s.ends_on >= $2) order by a.shown_from desc, a.id desc limit $3"))
        .bind(government).bind(today).bind(OPEN_MOST).fetch_all(conn).await?))
}

/// The newest three, of the whole government or of one unit.
///
/// # Errors
/// The database's.
pub async fn newest(linked: &mut impl Linked, government: &str, unit: Option<UnitId>, today: &str) -> Result<Vec<Listed>> {
    Ok(on!(linked, conn => match unit {
        None => sqlx::query_as(shown!("order by a.shown_from desc, a.id desc limit 3")).bind(government).bind(today).fetch_all(conn).await?,
        Some(unit) => sqlx::query_as(shown!("and a.unit_id = $3 order by a.shown_from desc, a.id desc limit 3")).bind(government).bind(today).bind(unit).fetch_all(conn).await?,
    }))
}

macro_rules! announcement {
    ($tail:literal) => {
        concat!(
            "select a.id, a.government, a.unit_id, u.slug as unit_slug, u.name as unit_name, a.slug, a.kind, a.title, a.summary, a.body, a.position_id, p.slug as position_slug, p.title as position_title, ",
            "a.criteria, a.shown_from, a.shown_until, a.version, a.changed_at, a.published_at, a.withdrawn_at, a.withdrawn_reason ",
            "from announcement a join unit u on u.id = a.unit_id left join position p on p.id = a.position_id where a.government = $1 and a.slug = $2",
            $tail
        )
    };
}

/// The announcement at its public address: also when its last day is over or it was withdrawn, for an address that was
/// shared says what became of it.
///
/// # Errors
/// [`Error::NotFound`] for a draft, and before its first day.
pub async fn show(linked: &mut impl Linked, government: &str, slug: &str, today: &str) -> Result<Announcement> {
    let found: Option<Announcement> = on!(linked, conn => sqlx::query_as(announcement!(" and a.published_at is not null and a.shown_from <= $3"))
        .bind(government).bind(slug).bind(today).fetch_optional(conn).await?);
    found.ok_or(Error::NotFound)
}

/// Draft or not; for whoever has a desk for it.
async fn any(linked: &mut impl Linked, government: &str, slug: &str) -> Result<Announcement> {
    let found: Option<Announcement> = on!(linked, conn => sqlx::query_as(announcement!("")).bind(government).bind(slug).fetch_optional(conn).await?);
    found.ok_or(Error::NotFound)
}

/// The calendar of a selection, in order.
///
/// # Errors
/// The database's.
pub async fn stages(linked: &mut impl Linked, announcement: AnnouncementId) -> Result<Vec<Stage>> {
    Ok(on!(linked, conn => sqlx::query_as("select name, starts_on, ends_on, note from announcement_stage where announcement_id = $1 order by number")
        .bind(announcement).fetch_all(conn).await?))
}

/// What feeds tell: what was published, and what was withdrawn after it had been.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct FeedItem {
    pub slug: String,
    #[sqlx(try_from = "String")]
    pub kind: AnnouncementKind,
    pub title: String,
    pub summary: String,
    pub unit_name: String,
    pub shown_from: String,
    pub changed_at: Millis,
    pub withdrawn_at: Option<Millis>,
    pub withdrawn_reason: Option<String>,
}

impl FeedItem {
    /// When its readers last had something new: its first day, its last change or its withdrawal.
    pub fn updated_at(&self, government: &Government) -> Millis {
        // Every day in the database is one, and every offset one of Indonesia's three.
        let first = parse_moment(&format!("{}T00:00:00+{:02}:00", self.shown_from, government.utc_offset_hours)).unwrap_or_default();
        first.max(self.changed_at).max(self.withdrawn_at.unwrap_or_default())
    }
}

/// The newest thirty that have had their first day.
///
/// # Errors
/// The database's.
pub async fn feed(linked: &mut impl Linked, government: &str, today: &str) -> Result<Vec<FeedItem>> {
    Ok(on!(linked, conn => sqlx::query_as(
        "select a.slug, a.kind, a.title, a.summary, u.name as unit_name, a.shown_from, a.changed_at, a.withdrawn_at, a.withdrawn_reason from announcement a join unit u on u.id = a.unit_id \
         where a.government = $1 and a.published_at is not null and a.shown_from <= $2 order by a.shown_from desc, a.id desc limit 30")
        .bind(government).bind(today).fetch_all(conn).await?))
}
