//! Units: the list and one unit.

use vocabulary::directory::UnitKind;

use super::gate::{Gate, shut};
use crate::db::Linked;
use crate::error::{Error, Result};
use crate::ids::UnitId;
use crate::on;

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct ListedUnit {
    pub id: UnitId,
    pub slug: String,
    pub name: String,
    #[sqlx(try_from = "String")]
    pub kind: UnitKind,
    pub parent_name: Option<String>,
}

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Unit {
    pub id: UnitId,
    pub government: String,
    pub slug: String,
    pub name: String,
    pub name_en: String,
    #[sqlx(try_from = "String")]
    pub kind: UnitKind,
    pub area_code: Option<String>,
    /// Whom or where it serves, in words.
    pub serves: String,
    pub about: String,
    pub address: String,
    pub phone: String,
    pub email: String,
    pub hours: String,
    pub valid_from: String,
    /// Its last day; none while it goes on.
    pub valid_to: Option<String>,
    pub parent_slug: Option<String>,
    pub parent_name: Option<String>,
}

impl Unit {
    pub(super) fn through(mut self, gate: &Gate) -> Self {
        let open = &gate.open;
        shut(open.unit_name_en, &mut self.name_en);
        shut(open.unit_serves, &mut self.serves);
        shut(open.unit_about, &mut self.about);
        shut(open.unit_address, &mut self.address);
        shut(open.unit_phone, &mut self.phone);
        shut(open.unit_email, &mut self.email);
        shut(open.unit_hours, &mut self.hours);
        self.area_code = self.area_code.filter(|_| open.unit_area_code);
        self
    }
}

/// Units in force today in order of name.
///
/// # Errors
/// The database's.
pub async fn list(linked: &mut impl Linked, government: &str, today: &str) -> Result<Vec<ListedUnit>> {
    Ok(on!(linked, conn => sqlx::query_as(
        "select u.id, u.slug, u.name, u.kind, p.name as parent_name from unit u left join unit p on p.id = u.parent_id \
         where u.government = $1 and u.kind <> 'pemerintah' and u.valid_from <= $2 and (u.valid_to is null or u.valid_to >= $2) order by u.name")
        .bind(government).bind(today).fetch_all(conn).await?))
}

/// The units directly under the government as a whole, in order of name: what a list of any size begins with.
///
/// # Errors
/// The database's.
pub async fn top(linked: &mut impl Linked, government: &str, today: &str) -> Result<Vec<ListedUnit>> {
    let Some(whole) = whole(linked, government).await? else { return Ok(Vec::new()) };
    under(linked, whole, today).await
}

/// The unit that stands for the whole government.
///
/// # Errors
/// The database's.
pub async fn whole(linked: &mut impl Linked, government: &str) -> Result<Option<UnitId>> {
    Ok(on!(linked, conn => sqlx::query_scalar("select id from unit where government = $1 and kind = 'pemerintah' limit 1").bind(government).fetch_optional(conn).await?))
}

/// One unit, as far as it is public.
///
/// # Errors
/// [`Error::NotFound`] when this government has none of that slug.
pub async fn show(linked: &mut impl Linked, gate: &Gate, government: &str, slug: &str) -> Result<Unit> {
    let found: Option<Unit> = on!(linked, conn => sqlx::query_as(
        "select u.id, u.government, u.slug, u.name, u.name_en, u.kind, u.area_code, u.serves, u.about, u.address, u.phone, u.email, u.hours, u.valid_from, u.valid_to, p.slug as parent_slug, p.name as parent_name \
         from unit u left join unit p on p.id = u.parent_id where u.government = $1 and u.slug = $2")
        .bind(government).bind(slug).fetch_optional(conn).await?);
    found.map(|unit| unit.through(gate)).ok_or(Error::NotFound)
}

/// Units directly under this one.
///
/// # Errors
/// The database's.
pub async fn under(linked: &mut impl Linked, parent: UnitId, today: &str) -> Result<Vec<ListedUnit>> {
    Ok(on!(linked, conn => sqlx::query_as(
        "select u.id, u.slug, u.name, u.kind, null as parent_name from unit u where u.parent_id = $1 and u.valid_from <= $2 and (u.valid_to is null or u.valid_to >= $2) order by u.name")
        .bind(parent).bind(today).fetch_all(conn).await?))
}

/// A unit that took another's place, or whose place it took, and since when.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Related {
    pub slug: String,
    pub name: String,
    pub since: String,
    /// It came after, not before.
    after: bool,
}

/// Whose place this unit took, the earliest first; and what took its place.
///
/// # Errors
/// The database's.
pub async fn related(linked: &mut impl Linked, unit: UnitId) -> Result<(Vec<Related>, Vec<Related>)> {
    let both: Vec<Related> = on!(linked, conn => sqlx::query_as(
        "select u.slug, u.name, s.since, s.subject_id = $1 as after from directory_successor s join unit u on u.id = case when s.subject_id = $1 then s.successor_id else s.subject_id end \
         where s.subject_id = $1 or s.successor_id = $1 order by s.since, u.name")
        .bind(unit).fetch_all(conn).await?);
    Ok(both.into_iter().partition(|unit| !unit.after))
}

/// Id and name of a unit, for those who name it by slug.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn named(linked: &mut impl Linked, government: &str, slug: &str) -> Result<(UnitId, String)> {
    let found: Option<(UnitId, String)> =
        on!(linked, conn => sqlx::query_as("select id, name from unit where government = $1 and slug = $2").bind(government).bind(slug).fetch_optional(conn).await?);
    found.ok_or(Error::NotFound)
}

/// The unit of this kind of agency (`inspektorat`, `diskominfo`) in a government, or the whole government itself.
///
/// # Errors
/// [`Error::NotFound`] when there is none.
pub async fn of_agency(linked: &mut impl Linked, government: &str, agency_key: &str) -> Result<UnitId> {
    let found: Option<UnitId> = on!(linked, conn => sqlx::query_scalar("select id from unit where government = $1 and agency_key = $2 order by slug limit 1").bind(government).bind(agency_key).fetch_optional(conn).await?);
    found.ok_or(Error::NotFound)
}

/// The unit of a kind that serves an area: a ward office for its village code, or the ward's district.
///
/// # Errors
/// The database's.
pub async fn serving_area(linked: &mut impl Linked, government: &str, kinds: &str, area_code: &str) -> Result<Option<UnitId>> {
    Ok(on!(linked, conn => sqlx::query_scalar(
        "select id from unit where government = $1 and area_code = $3 and (kind = $2 or ($2 = 'kelurahan' and kind = 'desa')) limit 1")
        .bind(government).bind(kinds).bind(area_code).fetch_optional(conn).await?))
}
