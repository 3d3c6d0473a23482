//! The directory as it was on a past day, in the very shapes in which it is today: "per 1 Maret 2026".

mod browse;
mod posts;
mod records;
mod structure;

pub use browse::{browse, givers, letters};
pub use posts::posts;
pub use records::{days_of, first_day};
pub use structure::{job_map, offices_of_area, subtree};

use std::collections::HashMap;

use uuid::Uuid;
use vocabulary::directory::UnitKind;

use super::browse::given_as;
use super::gate::Gate;
use super::history::{self, PositionContent, ServiceContent, UnitContent, Version};
use super::positions::{Duty, ListedPosition, Position, ServedService};
use super::services::{ListedService, Server, Service};
use super::units::{ListedUnit, Unit};
use super::{positions, services, units};
use crate::db::Linked;
use crate::error::{Error, Result};
use crate::ids::{PositionId, UnitId};
use crate::on;

/// Address and name of a unit on a day; none where it did not exist then.
async fn unit_name(linked: &mut impl Linked, unit: UnitId, day: &str) -> Result<Option<(String, String)>> {
    let slug: Option<String> = on!(linked, conn => sqlx::query_scalar("select slug from unit where id = $1").bind(unit).fetch_optional(conn).await?);
    let version = history::on_day::<UnitContent>(linked, unit.0, day).await?;
    Ok(slug.zip(version.map(|v| v.content.name)))
}

/// The units directly under the government as a whole on a day, in order of name.
///
/// # Errors
/// The database's.
pub async fn top_units(linked: &mut impl Linked, government: &str, day: &str) -> Result<Vec<ListedUnit>> {
    let Some(whole) = units::whole(linked, government).await? else { return Ok(Vec::new()) };
    units_under(linked, whole, day).await
}

/// Units directly under one on a day, in order of name.
///
/// # Errors
/// The database's.
pub async fn units_under(linked: &mut impl Linked, parent: UnitId, day: &str) -> Result<Vec<ListedUnit>> {
    let rows: Vec<(UnitId, String, String)> = on!(linked, conn => sqlx::query_as(
        "select u.id, u.slug, v.content from directory_version v join unit u on u.id = v.subject_id \
         where v.unit_id = $1 and v.kind = 'unit' and v.valid_from <= $2 and (v.valid_to is null or v.valid_to >= $2)")
        .bind(parent).bind(day).fetch_all(conn).await?);
    let mut found = Vec::with_capacity(rows.len());
    for (id, slug, content) in rows {
        let content: UnitContent = history::content(&content)?;
        found.push(ListedUnit { id, slug, name: content.name, kind: content.kind, parent_name: None });
    }
    found.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(found)
}

/// One unit on a day.
///
/// # Errors
/// [`Error::NotFound`] where it did not exist then.
pub async fn unit(linked: &mut impl Linked, gate: &Gate, government: &str, slug: &str, day: &str) -> Result<Unit> {
    let now = units::show(linked, gate, government, slug).await?;
    let then: Version<UnitContent> = history::on_day(linked, now.id.0, day).await?.ok_or(Error::NotFound)?;
    let parent = match then.content.parent {
        Some(parent) => unit_name(linked, parent, day).await?,
        None => None,
    };
    let c = then.content;
    let (parent_slug, parent_name) = parent.unzip();
    Ok(Unit {
        name: c.name,
        name_en: c.name_en,
        kind: c.kind,
        area_code: c.area_code,
        serves: c.serves,
        about: c.about,
        address: c.address,
        phone: c.phone,
        email: c.email,
        hours: c.hours,
        parent_slug,
        parent_name,
        ..now
    }
    .through(gate))
}

/// Who held a post on a day: how many, and of one the name and kind.
type Held = (i64, String, String);

fn counted(rows: Vec<(Uuid, String, String)>) -> HashMap<Uuid, Held> {
    let mut held: HashMap<Uuid, Held> = HashMap::new();
    for (position, name, kind) in rows {
        let entry = held.entry(position).or_insert((0, String::new(), String::new()));
        *entry = (entry.0 + 1, name, kind);
    }
    held
}

async fn holders_in_unit(linked: &mut impl Linked, unit: UnitId, day: &str) -> Result<HashMap<Uuid, Held>> {
    Ok(counted(on!(linked, conn => sqlx::query_as(
        "select t.position_id, e.name, t.kind from directory_version v join tenure t on t.position_id = v.subject_id and t.starts_on <= $2 and (t.ends_on is null or t.ends_on >= $2) \
         join person e on e.id = t.person_id where v.unit_id = $1 and v.kind = 'position' and v.valid_from <= $2 and (v.valid_to is null or v.valid_to >= $2) order by t.starts_on")
        .bind(unit).bind(day).fetch_all(conn).await?)))
}

async fn holders_of(linked: &mut impl Linked, position: PositionId, day: &str) -> Result<Option<Held>> {
    Ok(counted(on!(linked, conn => sqlx::query_as(
        "select t.position_id, e.name, t.kind from tenure t join person e on e.id = t.person_id where t.position_id = $1 and t.starts_on <= $2 and (t.ends_on is null or t.ends_on >= $2) order by t.starts_on")
        .bind(position).bind(day).fetch_all(conn).await?))
    .remove(&position.0))
}

/// Posts of a unit on a day, the head first.
///
/// # Errors
/// The database's.
pub async fn posts_of_unit(linked: &mut impl Linked, gate: &Gate, unit: UnitId, day: &str) -> Result<Vec<ListedPosition>> {
    let rows: Vec<(PositionId, String, String)> = on!(linked, conn => sqlx::query_as(
        "select p.id, p.slug, v.content from directory_version v join position p on p.id = v.subject_id \
         where v.unit_id = $1 and v.kind = 'position' and v.valid_from <= $2 and (v.valid_to is null or v.valid_to >= $2)")
        .bind(unit).bind(day).fetch_all(conn).await?);
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let Some((unit_slug, unit_name)) = unit_name(linked, unit, day).await? else { return Ok(Vec::new()) };
    let held = holders_in_unit(linked, unit, day).await?;
    let mut found = Vec::with_capacity(rows.len());
    for (id, slug, content) in rows {
        let content: PositionContent = history::content(&content)?;
        let in_office = held.get(&id.0);
        let named = in_office.filter(|_| gate.names_holder(content.kind));
        let post = ListedPosition {
            id,
            slug,
            title: content.title,
            kind: content.kind,
            unit_name: unit_name.clone(),
            unit_slug: unit_slug.clone(),
            headcount_required: content.headcount_required,
            headcount_actual: in_office.map_or(0, |h| h.0),
            holder: named.map(|h| h.1.clone()),
            holder_kind: named.map(|h| h.2.clone()),
        };
        found.push((content.rank, post));
    }
    found.sort_by(|a, b| (a.0, &a.1.title).cmp(&(b.0, &b.1.title)));
    Ok(found.into_iter().map(|(_, post)| post).collect())
}

/// One post on a day, with its duties then.
///
/// # Errors
/// [`Error::NotFound`] where it did not exist then.
pub async fn post(linked: &mut impl Linked, gate: &Gate, government: &str, slug: &str, day: &str) -> Result<(Position, Vec<Duty>)> {
    let now = positions::show(linked, gate, government, slug).await?;
    let then: Version<PositionContent> = history::on_day(linked, now.id.0, day).await?.ok_or(Error::NotFound)?;
    let c = then.content;
    let (unit_slug, unit_name) = unit_name(linked, c.unit, day).await?.ok_or(Error::NotFound)?;
    let superior: Option<(String, String)> = match c.reports_to {
        Some(superior) => match history::on_day::<PositionContent>(linked, superior.0, day).await? {
            Some(version) => {
                let slug: Option<String> = on!(linked, conn => sqlx::query_scalar("select slug from position where id = $1").bind(superior).fetch_optional(conn).await?);
                slug.map(|slug| (slug, version.content.title))
            }
            None => None,
        },
        None => None,
    };
    let (superior_slug, superior_title) = superior.unzip();
    let open = &gate.open;
    let duties = c.duties.into_iter().filter(|_| open.duty_text).map(|d| Duty { text: d.text, legal_basis: d.basis.filter(|_| open.duty_legal_basis) }).collect();
    let post = Position {
        title: c.title,
        kind: c.kind,
        job_class: c.job_class,
        summary: c.summary,
        outputs: c.outputs,
        authority: c.authority,
        relations: c.relations,
        qualification: c.qualification,
        competencies: c.competencies,
        headcount_required: c.headcount_required,
        unit_id: c.unit,
        unit_slug,
        unit_name,
        superior_slug,
        superior_title,
        ..now
    };
    Ok((post.through(gate), duties))
}

/// What a post did in which services on a day.
///
/// # Errors
/// The database's.
pub async fn services_of_post(linked: &mut impl Linked, government: &str, post: PositionId, day: &str) -> Result<Vec<ServedService>> {
    let mut found = Vec::new();
    for v in history::served_by_post(linked, government, post, day).await? {
        let Some(part) = v.content.parts.iter().find(|p| p.position == post).map(|p| p.part) else { continue };
        let slug: String = on!(linked, conn => sqlx::query_scalar("select slug from service where id = $1").bind(v.subject).fetch_one(conn).await?);
        found.push(ServedService { slug, short_name: v.content.short_name, part });
    }
    found.sort_by(|a, b| a.short_name.cmp(&b.short_name));
    Ok(found)
}

// A service of a day with the standard of that day; $2 is the day.
macro_rules! given {
    ($which:literal) => {
        concat!(
            "select s.slug, w.completion_time, w.fee, v.content from directory_version v join service s on s.id = v.subject_id join service_standard w on w.service_id = v.subject_id and w.version = ",
            "(select x.version from service_standard x where x.service_id = v.subject_id and x.valid_from <= $2 and (x.valid_to is null or x.valid_to >= $2) order by x.version desc limit 1) ",
            "where v.kind = 'service' and v.valid_from <= $2 and (v.valid_to is null or v.valid_to >= $2) and ",
            $which
        )
    };
}

/// Services that a unit gave on a day, itself or as one of its kind.
///
/// # Errors
/// The database's.
pub async fn services_of_unit(linked: &mut impl Linked, gate: &Gate, government: &str, unit: UnitId, kind: UnitKind, day: &str) -> Result<Vec<ListedService>> {
    type Row = (String, String, String, String);
    let kind = given_as(kind);
    let mut rows: Vec<Row> = on!(linked, conn => sqlx::query_as(given!("v.unit_id = $1")).bind(unit).bind(day).fetch_all(conn).await?);
    // The kind stands in the content; its text is searched for the word before it is read.
    rows.extend(on!(linked, conn => sqlx::query_as::<_, Row>(given!("v.unit_id is null and v.government = $1 and v.content like '%\"' || $3 || '\"%'"))
        .bind(government).bind(day).bind(kind).fetch_all(conn).await?));
    let mut found = Vec::with_capacity(rows.len());
    for (slug, completion_time, fee, content) in rows {
        let content: ServiceContent = history::content(&content)?;
        if content.unit != Some(unit) && content.served_by_kind.as_deref() != Some(kind) {
            continue;
        }
        let (unit_name, served_by_kind) = (None, content.served_by_kind);
        found.push(
            ListedService { slug, short_name: content.short_name, summary: content.summary, life_event: content.life_event, completion_time, fee, unit_name, served_by_kind }
                .through(gate),
        );
    }
    found.sort_by(|a, b| a.short_name.cmp(&b.short_name));
    Ok(found)
}

/// One service on a day, with the posts that served it then.
///
/// # Errors
/// [`Error::NotFound`] where it was not given then.
pub async fn service(linked: &mut impl Linked, gate: &Gate, government: &str, slug: &str, day: &str) -> Result<(Service, Vec<Server>)> {
    let now = services::show(linked, gate, government, slug).await?;
    let then: Version<ServiceContent> = history::on_day(linked, now.id.0, day).await?.ok_or(Error::NotFound)?;
    let c = then.content;
    let mut servers = Vec::new();
    for part in &c.parts {
        let Some(post) = history::on_day::<PositionContent>(linked, part.position.0, day).await? else { continue };
        let slug: String = on!(linked, conn => sqlx::query_scalar("select slug from position where id = $1").bind(part.position).fetch_one(conn).await?);
        let (unit_slug, unit_name) = unit_name(linked, post.content.unit, day).await?.unwrap_or_default();
        let in_office = holders_of(linked, part.position, day).await?;
        let named = in_office.as_ref().filter(|_| gate.names_holder(post.content.kind));
        servers.push(Server {
            slug,
            title: post.content.title,
            unit_slug,
            unit_name,
            part: part.part,
            headcount_required: post.content.headcount_required,
            headcount_actual: in_office.as_ref().map_or(0, |h| h.0),
            holder: named.map(|h| h.1.clone()),
            holder_kind: named.map(|h| h.2.clone()),
        });
    }
    let of_unit = match c.unit {
        Some(unit) => unit_name(linked, unit, day).await?,
        None => None,
    };
    let (unit_slug, unit_name) = of_unit.unzip();
    let service = Service {
        name: c.name,
        name_en: c.name_en,
        short_name: c.short_name,
        summary: c.summary,
        life_event: c.life_event,
        unit_id: c.unit,
        unit_slug,
        unit_name,
        served_by_kind: c.served_by_kind,
        ..now
    };
    Ok((service.through(gate), servers))
}
