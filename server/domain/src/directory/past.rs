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

use super::gate::Gate;
use super::history::{self, PositionContent, ServiceContent, UnitContent, Version};
use super::positions::{Duty, ListedPosition, Position, ServedService};
use super::services::{ListedService, Server, Service};
use super::units::{ListedUnit, Unit};
use super::{positions, services, units};
use crate::db::Linked;
use crate::error::{Error, Result};
use crate::ids::{PositionId, ServiceId, UnitId};
use crate::on;

/// Address and name of a unit on a day; none where it did not exist then.
async fn unit_name(linked: &mut impl Linked, unit: UnitId, day: &str) -> Result<Option<(String, String)>> {
    let slug: Option<String> = on!(linked, conn => sqlx::query_scalar("select slug from unit where id = $1").bind(unit).fetch_optional(conn).await?);
    let version = history::on_day::<UnitContent>(linked, unit.0, day).await?;
    Ok(slug.zip(version.map(|v| v.content.name)))
}

/// Units of a day in order of name.
///
/// # Errors
/// The database's.
pub async fn units(linked: &mut impl Linked, government: &str, day: &str) -> Result<Vec<ListedUnit>> {
    listed_units(linked, government, None, day).await
}

/// Units directly under one on a day.
///
/// # Errors
/// The database's.
pub async fn units_under(linked: &mut impl Linked, government: &str, parent: UnitId, day: &str) -> Result<Vec<ListedUnit>> {
    listed_units(linked, government, Some(parent), day).await
}

async fn listed_units(linked: &mut impl Linked, government: &str, parent: Option<UnitId>, day: &str) -> Result<Vec<ListedUnit>> {
    let slugs: HashMap<Uuid, String> =
        on!(linked, conn => sqlx::query_as::<_, (Uuid, String)>("select id, slug from unit where government = $1").bind(government).fetch_all(conn).await?).into_iter().collect();
    let versions = history::everything_on::<UnitContent>(linked, government, parent, day).await?;
    let names: HashMap<Uuid, String> = versions.iter().map(|v| (v.subject, v.content.name.clone())).collect();
    let mut found: Vec<ListedUnit> = versions
        .into_iter()
        .filter(|v| v.content.kind != UnitKind::Government)
        .filter_map(|v| {
            let parent_name = v.content.parent.and_then(|p| names.get(&p.0)).cloned();
            Some(ListedUnit { id: UnitId(v.subject), slug: slugs.get(&v.subject)?.clone(), name: v.content.name, kind: v.content.kind, parent_name })
        })
        .collect();
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
        "select t.position_id, e.name, t.kind from directory_version v join tenure t on t.position_id = v.subject_id join person e on e.id = t.person_id \
         where v.unit_id = $1 and v.kind = 'position' and v.valid_from <= $2 and (v.valid_to is null or v.valid_to >= $2) \
         and t.starts_on <= $2 and (t.ends_on is null or t.ends_on >= $2) order by t.starts_on").bind(unit).bind(day).fetch_all(conn).await?)))
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
pub async fn posts_of_unit(linked: &mut impl Linked, gate: &Gate, government: &str, unit: UnitId, day: &str) -> Result<Vec<ListedPosition>> {
    let mut versions = history::everything_on::<PositionContent>(linked, government, Some(unit), day).await?;
    versions.sort_by(|a, b| (a.content.rank, &a.content.title).cmp(&(b.content.rank, &b.content.title)));
    if versions.is_empty() {
        return Ok(Vec::new());
    }
    let Some((unit_slug, unit_name)) = unit_name(linked, unit, day).await? else { return Ok(Vec::new()) };
    let slugs: HashMap<Uuid, String> = on!(linked, conn => sqlx::query_as::<_, (Uuid, String)>(
        "select p.id, p.slug from directory_version v join position p on p.id = v.subject_id where v.unit_id = $1 and v.kind = 'position' and v.valid_from <= $2 and (v.valid_to is null or v.valid_to >= $2)")
        .bind(unit).bind(day).fetch_all(conn).await?)
    .into_iter()
    .collect();
    let held = holders_in_unit(linked, unit, day).await?;
    Ok(versions
        .into_iter()
        .filter_map(|v| {
            let in_office = held.get(&v.subject);
            let named = gate.names_holder(v.content.kind);
            Some(ListedPosition {
                id: PositionId(v.subject),
                slug: slugs.get(&v.subject)?.clone(),
                title: v.content.title,
                kind: v.content.kind,
                unit_name: unit_name.clone(),
                unit_slug: unit_slug.clone(),
                headcount_required: v.content.headcount_required,
                headcount_actual: in_office.map_or(0, |h| h.0),
                holder: in_office.filter(|_| named).map(|h| h.1.clone()),
                holder_kind: in_office.filter(|_| named).map(|h| h.2.clone()),
            })
        })
        .collect())
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

/// Services that a unit gave on a day, itself or as one of its kind.
///
/// # Errors
/// The database's.
pub async fn services_of_unit(linked: &mut impl Linked, gate: &Gate, government: &str, unit: UnitId, kind: UnitKind, day: &str) -> Result<Vec<ListedService>> {
    let kind = if kind == UnitKind::Village { UnitKind::UrbanVillage } else { kind };
    let mut found = Vec::new();
    let own = history::everything_on::<ServiceContent>(linked, government, Some(unit), day).await?;
    for v in own.into_iter().chain(history::of_every_office(linked, government, day).await?) {
        if v.content.unit != Some(unit) && v.content.served_by_kind.as_deref() != Some(kind.as_str()) {
            continue;
        }
        let slug: String = on!(linked, conn => sqlx::query_scalar("select slug from service where id = $1").bind(v.subject).fetch_one(conn).await?);
        let Some(standard) = super::standards::content_on(linked, ServiceId(v.subject), day).await? else { continue };
        found.push(
            ListedService {
                slug,
                short_name: v.content.short_name,
                summary: v.content.summary,
                life_event: v.content.life_event,
                completion_time: standard.completion_time,
                fee: standard.fee,
                unit_name: None,
                served_by_kind: v.content.served_by_kind,
            }
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
