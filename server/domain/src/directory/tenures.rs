//! Who holds a post, for how long, by which decree. A managerial post has one definitive holder at a time; an acting one
//! (Plt) stands in for nobody, a daily one (Plh) for somebody who is away.

use serde::{Deserialize, Serialize};
use uuid::Uuid;
use vocabulary::directory::{PositionType, TenureKind};
use vocabulary::{Fault, Problem, Problems};

use crate::db::{Linked, Tx};
use crate::error::{Error, Result};
use crate::ids::{PersonId, PositionId, TenureId};
use crate::on;
use crate::portal::Portal;

/// One appointment, as it is made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TenureContent {
    pub position: PositionId,
    /// Who is known already; otherwise a person of this name is written.
    pub person: Option<PersonId>,
    /// What the records that it comes from call a person whom nobody knows yet; empty where a form did. Never the NIP.
    #[serde(default)]
    pub key: String,
    pub name: String,
    #[serde(with = "super::history::word")]
    pub kind: TenureKind,
    pub starts_on: String,
    pub ends_on: Option<String>,
    pub decree: String,
}

/// A tenure as staff see it in a list.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct HeldTenure {
    pub id: TenureId,
    pub person_id: PersonId,
    pub name: String,
    #[sqlx(try_from = "String")]
    pub kind: TenureKind,
    pub starts_on: String,
    pub ends_on: Option<String>,
    pub decree: Option<String>,
}

/// Every tenure of a post, the newest first.
///
/// # Errors
/// The database's.
pub async fn of_position(linked: &mut impl Linked, position: PositionId) -> Result<Vec<HeldTenure>> {
    Ok(on!(linked, conn => sqlx::query_as(
        "select t.id, t.person_id, e.name, t.kind, t.starts_on, t.ends_on, t.decree from tenure t join person e on e.id = t.person_id where t.position_id = $1 order by t.starts_on desc, e.name")
        .bind(position).fetch_all(conn).await?))
}

/// A person with the post they hold, to tell people of one name apart.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct NamedPerson {
    pub id: PersonId,
    pub name: String,
    pub title: Option<String>,
}

/// People of this very name in a government.
///
/// # Errors
/// The database's.
pub async fn people_named(linked: &mut impl Linked, government: &str, name: &str, day: &str) -> Result<Vec<NamedPerson>> {
    Ok(on!(linked, conn => sqlx::query_as(
        "select e.id, e.name, (select p.title from tenure t join position p on p.id = t.position_id where t.person_id = e.id and t.starts_on <= $3 and (t.ends_on is null or t.ends_on >= $3) order by t.starts_on desc limit 1) as title \
         from person e where e.government = $1 and lower(e.name) = lower($2) order by e.name, e.id limit 20")
        .bind(government).bind(name).bind(day).fetch_all(conn).await?))
}

fn wrong(field: &'static str, fault: Fault) -> Error {
    Problems(vec![Problem { field, fault }]).into()
}

/// Whether these days may be held: the post exists through them, and nobody who excludes it is in office.
///
/// # Errors
/// Problems of `mulai`, `sampai` or `nama`: [`Fault::EndsBeforeStart`], [`Fault::BeforeItExisted`],
/// [`Fault::AfterItEnded`], [`Fault::Overlaps`], [`Fault::HoldsAnother`]; [`Error::NotFound`] without such a post.
pub async fn may_hold(linked: &mut impl Linked, itself: Option<TenureId>, content: &TenureContent) -> Result<()> {
    let post: Option<(String, String, Option<String>)> =
        on!(linked, conn => sqlx::query_as("select type, valid_from, valid_to from position where id = $1").bind(content.position).fetch_optional(conn).await?);
    let (kind, exists_from, exists_to) = post.ok_or(Error::NotFound)?;
    if content.ends_on.as_ref().is_some_and(|end| *end < content.starts_on) {
        return Err(wrong("sampai", Fault::EndsBeforeStart));
    }
    if content.starts_on < exists_from {
        return Err(wrong("mulai", Fault::BeforeItExisted));
    }
    if exists_to.as_ref().is_some_and(|end| content.ends_on.as_ref().is_none_or(|e| e > end)) {
        return Err(wrong("mulai", Fault::AfterItEnded));
    }
    let single = PositionType::parse(&kind).is_some_and(PositionType::is_managerial);
    let nobody = Uuid::nil();
    let itself = itself.map_or(nobody, |t| t.0);
    let end = content.ends_on.clone().unwrap_or_else(|| "9999-12-31".into());
    let others: Vec<(PersonId, String)> = on!(linked, conn => sqlx::query_as("select person_id, kind from tenure where position_id = $1 and id <> $2 and starts_on <= $4 and (ends_on is null or ends_on >= $3)")
        .bind(content.position).bind(itself).bind(&content.starts_on).bind(&end).fetch_all(conn).await?);
    let excludes = |other: &str| match content.kind {
        TenureKind::Definitive | TenureKind::Acting => other != TenureKind::Daily.as_str(),
        TenureKind::Daily => other == TenureKind::Daily.as_str(),
    };
    if others.iter().any(|(person, other)| content.person == Some(*person) || (single && excludes(other))) {
        return Err(wrong("mulai", Fault::Overlaps));
    }
    if let (Some(person), TenureKind::Definitive) = (content.person, content.kind) {
        let elsewhere: i64 = on!(linked, conn => sqlx::query_scalar(
            "select count(*) from tenure where person_id = $1 and position_id <> $2 and kind = 'definitive' and starts_on <= $4 and (ends_on is null or ends_on >= $3)")
            .bind(person).bind(content.position).bind(&content.starts_on).bind(&end).fetch_one(conn).await?);
        if elsewhere > 0 {
            return Err(wrong("nama", Fault::HoldsAnother));
        }
    }
    Ok(())
}

/// Writes an appointment, and the person if nobody knows them yet.
///
/// # Errors
/// As [`may_hold`].
pub(super) async fn put(portal: &Portal, tx: &mut Tx, government: &str, id: TenureId, content: &TenureContent) -> Result<()> {
    may_hold(tx, None, content).await?;
    let person = match content.person {
        Some(person) => person,
        None => {
            let person = PersonId(portal.new_id());
            let key = if content.key.is_empty() { format!("staf/{person}") } else { content.key.clone() };
            on!(tx, conn => sqlx::query("insert into person (id, government, import_key, name, employment_type, is_fictional) values ($1, $2, $3, $4, 'PNS', $5)")
                .bind(person).bind(government).bind(key).bind(&content.name).bind(false).execute(conn).await?.rows_affected());
            person
        }
    };
    on!(tx, conn => sqlx::query("insert into tenure (id, position_id, person_id, kind, starts_on, ends_on, decree) values ($1, $2, $3, $4, $5, $6, $7)")
        .bind(id).bind(content.position).bind(person).bind(content.kind.as_str()).bind(&content.starts_on).bind(&content.ends_on).bind(&content.decree).execute(conn).await?.rows_affected());
    Ok(())
}

/// Ends one tenure; `last` is its last day in office.
///
/// # Errors
/// A problem of `mulai` where it begins later; [`Error::NotFound`].
pub(super) async fn end(tx: &mut Tx, tenure: TenureId, last: &str) -> Result<()> {
    let starts: Option<String> = on!(tx, conn => sqlx::query_scalar("select starts_on from tenure where id = $1").bind(tenure).fetch_optional(conn).await?);
    if starts.ok_or(Error::NotFound)?.as_str() > last {
        return Err(wrong("mulai", Fault::EndsBeforeStart));
    }
    on!(tx, conn => sqlx::query("update tenure set ends_on = $1 where id = $2 and (ends_on is null or ends_on > $1)").bind(last).bind(tenure).execute(conn).await?.rows_affected());
    Ok(())
}

/// Ends everyone's tenure of a post that ends.
///
/// # Errors
/// The database's.
pub(super) async fn end_all(tx: &mut Tx, position: PositionId, last: &str) -> Result<()> {
    on!(tx, conn => sqlx::query("update tenure set ends_on = $1 where position_id = $2 and starts_on <= $1 and (ends_on is null or ends_on > $1)").bind(last).bind(position).execute(conn).await?.rows_affected());
    Ok(())
}
