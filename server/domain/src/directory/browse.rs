//! Services of a government a page at a time: all, or those of one occasion, letter, unit or kind of office.

use sqlx::{Postgres, QueryBuilder, Sqlite};
use vocabulary::directory::{LifeEvent, UnitKind};

use super::gate::Gate;
use super::services::ListedService;
use crate::db::{Conn, Link, Linked};
use crate::error::Result;
use crate::ids::UnitId;
use crate::on;

/// Which services are wanted; what is named narrows, nothing named means all.
#[derive(Debug, Clone, Default)]
pub struct Wanted<'a> {
    pub event: Option<LifeEvent>,
    /// The first letter of the short name, small.
    pub letter: Option<char>,
    /// What this unit gives, itself or as one of its kind.
    pub unit: Option<(UnitId, UnitKind)>,
    /// Given by every office of one of these kinds.
    pub given_by: &'a [UnitKind],
}

pub struct ServicePage {
    pub services: Vec<ListedService>,
    /// Where the next page starts: the last slug of this one.
    pub after: Option<String>,
}

/// A unit that gives services, and how many.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Giver {
    pub slug: String,
    pub name: String,
    pub services: i64,
}

/// What fits a phone in a few screens.
pub(super) const PAGE: i64 = 25;

/// The kind under which services name the offices that give them: a village office gives what a ward office gives.
pub const fn given_as(kind: UnitKind) -> &'static str {
    match kind {
        UnitKind::Village => UnitKind::UrbanVillage.as_str(),
        other => other.as_str(),
    }
}

/// The filtered query, the same text for either driver. The standard is found by walking its index back from the day,
/// so that ten years of versions cost no more than one.
macro_rules! build {
    ($db:ty, $government:expr, $day:expr, $wanted:expr, $after:expr) => {{
        let mut query = QueryBuilder::<$db>::new(
            "select s.slug, s.short_name, s.summary, s.life_event, coalesce(v.completion_time, '') as completion_time, coalesce(v.fee, '') as fee, u.name as unit_name, s.served_by_kind \
             from service s left join unit u on u.id = s.unit_id left join service_standard v on v.service_id = s.id and v.version = \
             (select w.version from service_standard w where w.service_id = s.id and w.valid_from <= ",
        );
        query.push_bind($day).push(" and (w.valid_to is null or w.valid_to >= ").push_bind($day);
        query.push(") order by w.valid_from desc, w.version desc limit 1) where s.government = ").push_bind($government);
        query.push(" and s.valid_from <= ").push_bind($day).push(" and (s.valid_to is null or s.valid_to >= ").push_bind($day).push(")");
        if let Some(event) = $wanted.event {
            query.push(" and s.life_event = ").push_bind(event.as_str());
        }
        if let Some(letter) = $wanted.letter {
            query.push(" and substr(lower(s.short_name), 1, 1) = ").push_bind(letter.to_string());
        }
        if let Some((unit, kind)) = $wanted.unit {
            query.push(" and (s.unit_id = ").push_bind(unit).push(" or s.served_by_kind = ").push_bind(given_as(kind)).push(")");
        }
        if !$wanted.given_by.is_empty() {
            query.push(" and s.served_by_kind in (");
            let mut kinds = query.separated(", ");
            for kind in $wanted.given_by {
                kinds.push_bind(given_as(*kind));
            }
            query.push(")");
        }
        if !$after.is_empty() {
            query.push(" and (lower(s.short_name), s.slug) > (select lower(a.short_name), a.slug from service a where a.government = ").push_bind($government);
            query.push(" and a.slug = ").push_bind($after).push(")");
        }
        query.push(" order by lower(s.short_name), s.slug limit ").push_bind(PAGE + 1);
        query
    }};
}

/// Services by name with the standard in force on a day; `after` is the slug where the page before ended, or "". A
/// service without a standard is listed too.
///
/// # Errors
/// The database's.
pub async fn browse(conn: &mut Conn, gate: &Gate, government: &str, day: &str, wanted: &Wanted<'_>, after: &str) -> Result<ServicePage> {
    let mut services: Vec<ListedService> = match conn.link() {
        Link::Sqlite(conn) => build!(Sqlite, government, day, wanted, after).build_query_as().fetch_all(conn).await?,
        Link::Postgres(conn) => build!(Postgres, government, day, wanted, after).build_query_as().fetch_all(conn).await?,
    };
    let more = services.len() as i64 > PAGE;
    services.truncate(PAGE as usize);
    let after = services.last().map(|s| s.slug.clone()).filter(|_| more);
    let services = services.into_iter().map(|service| service.through(gate)).collect();
    Ok(ServicePage { services, after })
}

/// The first letters that services have, small, in order.
///
/// # Errors
/// The database's.
pub async fn letters(conn: &mut Conn, government: &str) -> Result<Vec<String>> {
    Ok(
        on!(conn, c => sqlx::query_scalar("select distinct substr(lower(short_name), 1, 1) as letter from service where government = $1 order by 1").bind(government).fetch_all(c).await?),
    )
}

/// The units that give services of their own on a day, by name. Offices that give as one of a kind are found by area.
///
/// # Errors
/// The database's.
pub async fn givers(conn: &mut Conn, government: &str, day: &str) -> Result<Vec<Giver>> {
    Ok(on!(conn, c => sqlx::query_as(
        "select u.slug, u.name, s.services from (select unit_id, count(*) as services from service where government = $1 and unit_id is not null group by unit_id) s join unit u on u.id = s.unit_id \
         where u.valid_from <= $2 and (u.valid_to is null or u.valid_to >= $2) order by u.name")
        .bind(government).bind(day).fetch_all(c).await?))
}
