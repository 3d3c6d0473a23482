//! What staff see of announcements: all of the units that they administer, drafts too.

use vocabulary::accounts::Role;
use vocabulary::announcements::{AnnouncementKind, AnnouncementState};

use super::{Announcement, any, state};
use crate::accounts::Actor;
use crate::clock::Millis;
use crate::db::Linked;
use crate::error::{Error, Result};
use crate::ids::UnitId;
use crate::on;

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct DeskAnnouncement {
    pub slug: String,
    #[sqlx(try_from = "String")]
    pub kind: AnnouncementKind,
    pub title: String,
    pub unit_id: UnitId,
    pub unit_name: String,
    pub shown_from: String,
    pub shown_until: Option<String>,
    pub changed_at: Millis,
    pub published_at: Option<Millis>,
    pub withdrawn_at: Option<Millis>,
}

impl DeskAnnouncement {
    pub fn state(&self, today: &str) -> AnnouncementState {
        state(self.published_at, self.withdrawn_at, &self.shown_from, self.shown_until.as_deref(), today)
    }
}

/// How many a desk shows at once, the last changed first.
const MOST: usize = 200;

/// Announcements of the units this actor administers, the last changed first.
///
/// # Errors
/// [`Error::NotFound`] for whoever administers nothing here.
pub async fn desk_list(linked: &mut impl Linked, actor: &Actor, government: &str) -> Result<Vec<DeskAnnouncement>> {
    let scope = actor.scope(linked, Role::Administrator, government).await?;
    let mut found: Vec<DeskAnnouncement> = on!(linked, conn => sqlx::query_as(
        "select a.slug, a.kind, a.title, a.unit_id, u.name as unit_name, a.shown_from, a.shown_until, a.changed_at, a.published_at, a.withdrawn_at \
         from announcement a join unit u on u.id = a.unit_id where a.government = $1 order by a.changed_at desc, a.id desc")
        .bind(government).fetch_all(conn).await?);
    found.retain(|a| scope.units.contains(&a.unit_id));
    found.truncate(MOST);
    Ok(found)
}

/// One of them.
///
/// # Errors
/// [`Error::NotFound`] for whoever does not administer its unit.
pub async fn at_desk(linked: &mut impl Linked, actor: &Actor, government: &str, slug: &str) -> Result<Announcement> {
    let scope = actor.scope(linked, Role::Administrator, government).await?;
    let found = any(linked, government, slug).await?;
    if scope.units.contains(&found.unit_id) { Ok(found) } else { Err(Error::NotFound) }
}

/// The units in whose name this actor may announce: slug and name, the whole government first.
///
/// # Errors
/// [`Error::NotFound`] for whoever administers nothing here.
pub async fn announcers(linked: &mut impl Linked, actor: &Actor, government: &str, today: &str) -> Result<Vec<(String, String)>> {
    let scope = actor.scope(linked, Role::Administrator, government).await?;
    let units: Vec<(UnitId, String, String)> = on!(linked, conn => sqlx::query_as(
        "select id, slug, name from unit where government = $1 and valid_from <= $2 and (valid_to is null or valid_to >= $2) order by case kind when 'pemerintah' then 0 else 1 end, name, slug")
        .bind(government).bind(today).fetch_all(conn).await?);
    Ok(units.into_iter().filter(|(id, ..)| scope.units.contains(id)).map(|(_, slug, name)| (slug, name)).collect())
}

/// A post that a selection may be for.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct PostChoice {
    pub slug: String,
    pub title: String,
    pub unit_name: String,
}

/// The posts that are filled by open selection: senior executives and administrators of the government.
///
/// # Errors
/// The database's.
pub async fn posts(linked: &mut impl Linked, government: &str) -> Result<Vec<PostChoice>> {
    Ok(on!(linked, conn => sqlx::query_as(
        "select p.slug, p.title, u.name as unit_name from position p join unit u on u.id = p.unit_id where p.government = $1 and p.type in ('jpt_pratama', 'administrator') order by p.title, u.name, p.slug")
        .bind(government).fetch_all(conn).await?))
}
