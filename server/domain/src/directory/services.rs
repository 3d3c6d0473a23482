//! Services and the standard that is promised for each.

use vocabulary::directory::{LifeEvent, ServicePart};

use super::gate::{Gate, shut};
use super::standards::{StandardContent, standard_of};
use crate::db::Linked;
use crate::error::{Error, Result};
use crate::ids::{ServiceId, UnitId};
use crate::on;

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct ListedService {
    pub slug: String,
    pub short_name: String,
    pub summary: String,
    #[sqlx(try_from = "String")]
    pub life_event: LifeEvent,
    pub completion_time: String,
    pub fee: String,
    pub unit_name: Option<String>,
    pub served_by_kind: Option<String>,
}

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Service {
    pub id: ServiceId,
    pub slug: String,
    pub name: String,
    pub name_en: String,
    pub short_name: String,
    pub summary: String,
    #[sqlx(try_from = "String")]
    pub life_event: LifeEvent,
    pub unit_id: Option<UnitId>,
    pub unit_slug: Option<String>,
    pub unit_name: Option<String>,
    pub served_by_kind: Option<String>,
    pub valid_from: String,
    /// Its last day; none while it is given.
    pub valid_to: Option<String>,
}

/// A version of the standard, with its [`StandardContent`].
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Standard {
    pub version: i64,
    pub valid_from: String,
    #[sqlx(flatten)]
    pub content: StandardContent,
}

impl std::ops::Deref for Standard {
    type Target = StandardContent;

    fn deref(&self) -> &StandardContent {
        &self.content
    }
}

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Server {
    pub slug: String,
    pub title: String,
    pub unit_slug: String,
    pub unit_name: String,
    #[sqlx(try_from = "String")]
    pub part: ServicePart,
    pub headcount_required: i64,
    pub headcount_actual: i64,
    /// Whoever is in charge on the day, where the gate names holders of such posts.
    pub holder: Option<String>,
    pub holder_kind: Option<String>,
}

impl ListedService {
    pub(super) fn through(mut self, gate: &Gate) -> Self {
        let open = &gate.open;
        shut(open.service_summary, &mut self.summary);
        shut(open.standard_completion_time, &mut self.completion_time);
        shut(open.standard_fee, &mut self.fee);
        self
    }
}

impl Service {
    pub(super) fn through(mut self, gate: &Gate) -> Self {
        let open = &gate.open;
        shut(open.service_name, &mut self.name);
        shut(open.service_name_en, &mut self.name_en);
        shut(open.service_summary, &mut self.summary);
        self
    }
}

fn through(gate: &Gate, services: Vec<ListedService>) -> Vec<ListedService> {
    services.into_iter().map(|service| service.through(gate)).collect()
}

/// Services of a government by name; of one occasion, of one unit, or all.
///
/// # Errors
/// The database's.
pub async fn list(linked: &mut impl Linked, gate: &Gate, government: &str, today: &str, life_event: Option<LifeEvent>) -> Result<Vec<ListedService>> {
    let found = on!(linked, conn => sqlx::query_as(
        "select s.slug, s.short_name, s.summary, s.life_event, v.completion_time, v.fee, u.name as unit_name, s.served_by_kind \
         from service s join service_standard v on v.service_id = s.id and v.valid_from <= $2 and (v.valid_to is null or v.valid_to >= $2) left join unit u on u.id = s.unit_id \
         where s.government = $1 and s.valid_from <= $2 and (s.valid_to is null or s.valid_to >= $2) and ($3 = '' or s.life_event = $3) order by s.short_name")
        .bind(government).bind(today).bind(life_event.map_or("", LifeEvent::as_str)).fetch_all(conn).await?);
    Ok(through(gate, found))
}

/// Services that this unit gives, itself or as one of its kind.
///
/// # Errors
/// The database's.
pub async fn of_unit(linked: &mut impl Linked, gate: &Gate, unit: UnitId, government: &str, kind: &str, today: &str) -> Result<Vec<ListedService>> {
    let kind = if kind == "desa" { "kelurahan" } else { kind };
    let found = on!(linked, conn => sqlx::query_as(
        "select s.slug, s.short_name, s.summary, s.life_event, v.completion_time, v.fee, null as unit_name, s.served_by_kind \
         from service s join service_standard v on v.service_id = s.id and v.valid_from <= $4 and (v.valid_to is null or v.valid_to >= $4) \
         where s.government = $2 and s.valid_from <= $4 and (s.valid_to is null or s.valid_to >= $4) and (s.unit_id = $1 or s.served_by_kind = $3) order by s.short_name")
        .bind(unit).bind(government).bind(kind).bind(today).fetch_all(conn).await?);
    Ok(through(gate, found))
}

/// One service, as far as it is public.
///
/// # Errors
/// [`Error::NotFound`] when this government has none of that slug.
pub async fn show(linked: &mut impl Linked, gate: &Gate, government: &str, slug: &str) -> Result<Service> {
    let found: Option<Service> = on!(linked, conn => sqlx::query_as(
        "select s.id, s.slug, s.name, s.name_en, s.short_name, s.summary, s.life_event, s.unit_id, u.slug as unit_slug, u.name as unit_name, s.served_by_kind, s.valid_from, s.valid_to \
         from service s left join unit u on u.id = s.unit_id where s.government = $1 and s.slug = $2")
        .bind(government).bind(slug).fetch_optional(conn).await?);
    found.map(|service| service.through(gate)).ok_or(Error::NotFound)
}

/// The standard in force on a day; none where none had been set yet.
///
/// # Errors
/// The database's.
pub async fn standard_on(linked: &mut impl Linked, gate: &Gate, service: ServiceId, day: &str) -> Result<Option<Standard>> {
    let found: Option<Standard> = on!(linked, conn => sqlx::query_as(standard_of!("version, valid_from, ")).bind(service).bind(day).fetch_optional(conn).await?);
    Ok(found.map(|standard| Standard { content: standard.content.through(gate), ..standard }))
}

/// Which posts serve it, the responsible first. For a service that every ward gives, those of one example ward are
/// not the answer: then none.
///
/// # Errors
/// The database's.
pub async fn served_by(linked: &mut impl Linked, gate: &Gate, service: ServiceId, today: &str) -> Result<Vec<Server>> {
    Ok(on!(linked, conn => sqlx::query_as(
        "select p.slug, p.title, u.slug as unit_slug, u.name as unit_name, r.part, p.headcount_required, \
         (select count(*) from tenure t where t.position_id = p.id and t.starts_on <= $2 and (t.ends_on is null or t.ends_on >= $2)) as headcount_actual, \
         (select e.name from tenure t join person e on e.id = t.person_id where t.position_id = p.id and $3 like '%,' || p.type || ',%' \
         and t.starts_on <= $2 and (t.ends_on is null or t.ends_on >= $2) order by case t.kind when 'daily' then 0 when 'acting' then 1 else 2 end, t.starts_on desc limit 1) as holder, \
         (select t.kind from tenure t where t.position_id = p.id and $3 like '%,' || p.type || ',%' \
         and t.starts_on <= $2 and (t.ends_on is null or t.ends_on >= $2) order by case t.kind when 'daily' then 0 when 'acting' then 1 else 2 end, t.starts_on desc limit 1) as holder_kind \
         from service_part r join position p on p.id = r.position_id join unit u on u.id = p.unit_id where r.service_id = $1 \
         order by case r.part when 'responsible' then 0 when 'decides' then 1 else 2 end, p.rank, p.title limit 12")
        .bind(service).bind(today).bind(gate.named_types()).fetch_all(conn).await?))
}
