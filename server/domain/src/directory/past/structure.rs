//! The organisation chart, the job map and the offices of an area as they were on a past day.
//!
//! A version that today's row stands for is read from the row, and only what has changed since from its JSON: a chart of
//! a whole government asks for thousands of posts.

use std::collections::HashMap;

use sqlx::{Postgres, QueryBuilder, Sqlite};
use uuid::Uuid;
use vocabulary::directory::{PositionType, TenureKind, UnitKind};

use crate::db::{Link, Linked};
use crate::directory::gate::Gate;
use crate::directory::history::{PositionContent, UnitContent};
use crate::directory::offices::Office;
use crate::directory::positions::in_charge;
use crate::directory::structure::{Head, JobMap, Node, PostRow, map_of};
use crate::error::{Error, Result};
use crate::ids::{PositionId, UnitId};
use crate::on;

/// The content of a version; none where today's row says the same.
pub(super) fn other_than_today<C: serde::de::DeserializeOwned>(content: &str) -> Result<Option<C>> {
    if content.is_empty() { Ok(None) } else { serde_json::from_str(content).map(Some).map_err(|e| Error::Broken(e.to_string())) }
}

#[derive(sqlx::FromRow)]
struct UnitRow {
    id: UnitId,
    slug: String,
    name: String,
    #[sqlx(try_from = "String")]
    kind: UnitKind,
    content: String,
    below: i64,
}

/// A unit and the units directly under it on a day, in the same order as those of today.
///
/// # Errors
/// [`Error::NotFound`] when this government had no such unit then.
pub async fn subtree(linked: &mut impl Linked, gate: &Gate, government: &str, unit: UnitId, day: &str) -> Result<Vec<Node>> {
    let rows: Vec<UnitRow> = on!(linked, conn => sqlx::query_as(
        "select u.id, u.slug, u.name, u.kind, case when u.version_from = v.valid_from then '' else v.content end as content, \
         (select count(*) from directory_version b where b.unit_id = v.subject_id and b.kind = 'unit' and b.subject_id <> v.subject_id and b.valid_from <= $3 and (b.valid_to is null or b.valid_to >= $3)) as below \
         from directory_version v join unit u on u.id = v.subject_id \
         where v.kind = 'unit' and (v.subject_id = $2 or v.unit_id = $2) and v.government = $1 and v.valid_from <= $3 and (v.valid_to is null or v.valid_to >= $3)")
        .bind(government).bind(unit).bind(day).fetch_all(conn).await?);
    let units: Vec<_> = rows.iter().map(|row| row.id).collect();
    let mut heads = heads(linked, gate, &units, day).await?;
    let mut nodes = Vec::with_capacity(rows.len());
    for row in rows {
        let (name, kind) = other_than_today::<UnitContent>(&row.content)?.map_or((row.name, row.kind), |c| (c.name, c.kind));
        nodes.push(Node { depth: usize::from(row.id != unit), slug: row.slug, name, kind, below: row.below, head: heads.remove(&row.id).map(|(head, _)| head) });
    }
    nodes.sort_by_cached_key(|node| (node.depth, node.kind, node.name.to_lowercase(), node.slug.clone()));
    if nodes.first().is_some_and(|root| root.depth == 0) { Ok(nodes) } else { Err(Error::NotFound) }
}

#[derive(sqlx::FromRow)]
struct HeadRow {
    id: PositionId,
    unit_id: UnitId,
    slug: String,
    title: String,
    #[sqlx(rename = "type", try_from = "String")]
    kind: PositionType,
    rank: i64,
    content: String,
}

/// Posts of units, the same text for either driver.
macro_rules! posts_of {
    ($db:ty, $units:expr, $day:expr) => {{
        let mut query = QueryBuilder::<$db>::new(
            "select p.id, v.unit_id, p.slug, p.title, p.type, p.rank, case when p.version_from = v.valid_from then '' else v.content end as content \
             from directory_version v join position p on p.id = v.subject_id where v.kind = 'position' and v.unit_id in (",
        );
        let mut list = query.separated(", ");
        for unit in $units {
            list.push_bind(*unit);
        }
        query.push(") and v.valid_from <= ").push_bind($day.to_owned()).push(" and (v.valid_to is null or v.valid_to >= ").push_bind($day.to_owned()).push(")");
        query
    }};
}

/// Who held posts, the same text for either driver.
macro_rules! held {
    ($db:ty, $posts:expr, $day:expr) => {{
        let mut query = QueryBuilder::<$db>::new("select t.position_id, t.kind, e.name from tenure t join person e on e.id = t.person_id where t.position_id in (");
        let mut list = query.separated(", ");
        for post in $posts {
            list.push_bind(*post);
        }
        query.push(") and t.starts_on <= ").push_bind($day.to_owned()).push(" and (t.ends_on is null or t.ends_on >= ").push_bind($day.to_owned()).push(")");
        query
    }};
}

/// The post that led each of some units on a day, with its type: the one of the lowest rank number then.
async fn heads(linked: &mut impl Linked, gate: &Gate, units: &[UnitId], day: &str) -> Result<HashMap<UnitId, (Head, PositionType)>> {
    if units.is_empty() {
        return Ok(HashMap::new());
    }
    let rows: Vec<HeadRow> = match linked.link() {
        Link::Sqlite(conn) => posts_of!(Sqlite, units, day).build_query_as().fetch_all(conn).await?,
        Link::Postgres(conn) => posts_of!(Postgres, units, day).build_query_as().fetch_all(conn).await?,
    };
    let mut first: HashMap<UnitId, HeadRow> = HashMap::new();
    for mut row in rows {
        if let Some(then) = other_than_today::<PositionContent>(&row.content)? {
            (row.title, row.kind, row.rank) = (then.title, then.kind, then.rank);
        }
        let leads = first.get(&row.unit_id).is_none_or(|known| (row.rank, &row.title, &row.slug) < (known.rank, &known.title, &known.slug));
        if leads {
            first.insert(row.unit_id, row);
        }
    }
    let posts: Vec<_> = first.values().map(|row| row.id).collect();
    let mut held: Vec<(PositionId, String, String)> = match linked.link() {
        _ if posts.is_empty() => Vec::new(),
        Link::Sqlite(conn) => held!(Sqlite, &posts, day).build_query_as().fetch_all(conn).await?,
        Link::Postgres(conn) => held!(Postgres, &posts, day).build_query_as().fetch_all(conn).await?,
    };
    // The last one that goes in stays: whoever is in charge.
    held.sort_by_cached_key(|(_, kind, name)| std::cmp::Reverse((in_charge(Some(kind.as_str())), name.clone())));
    let mut holders: HashMap<PositionId, (String, String)> = held.into_iter().map(|(post, kind, name)| (post, (kind, name))).collect();
    first
        .into_iter()
        .map(|(unit, row)| {
            let (kind, name) = holders.remove(&row.id).unzip();
            let held_as = kind.map(TenureKind::try_from).transpose().map_err(|e| Error::Broken(e.to_string()))?;
            let head = Head { slug: row.slug, title: row.title, held_as, holder: name.filter(|_| gate.names_holder(row.kind)) };
            Ok((unit, (head, row.kind)))
        })
        .collect()
}

#[derive(sqlx::FromRow)]
struct MapRow {
    #[sqlx(flatten)]
    post: PostRow,
    rank: i64,
    content: String,
}

/// The posts of a unit on a day as a tree of who reported to whom. One query.
///
/// # Errors
/// The database's.
pub async fn job_map(linked: &mut impl Linked, gate: &Gate, unit: UnitId, day: &str) -> Result<JobMap> {
    let mut rows: Vec<MapRow> = on!(linked, conn => sqlx::query_as(
        "select p.id, p.reports_to, p.slug, p.title, p.type, p.job_class, p.headcount_required as required, p.rank, case when p.version_from = v.valid_from then '' else v.content end as content, \
         t.kind as held_as, t.person_id as person from directory_version v join position p on p.id = v.subject_id \
         left join tenure t on t.position_id = p.id and t.starts_on <= $2 and (t.ends_on is null or t.ends_on >= $2) \
         where v.unit_id = $1 and v.kind = 'position' and v.valid_from <= $2 and (v.valid_to is null or v.valid_to >= $2)")
        .bind(unit).bind(day).fetch_all(conn).await?);
    for row in &mut rows {
        if let Some(then) = other_than_today::<PositionContent>(&row.content)? {
            let post = &mut row.post;
            (post.title, post.kind, post.job_class, post.reports_to, post.required, row.rank) =
                (then.title, then.kind, then.job_class, then.reports_to, then.headcount_required, then.rank);
        }
    }
    rows.sort_by_cached_key(|row| (row.rank, row.post.title.clone(), row.post.slug.clone()));
    map_of(gate, rows.into_iter().map(|row| row.post).collect())
}

/// The ward or village office of an area and the office of its district on a day, the nearest first.
///
/// # Errors
/// The database's.
pub async fn offices_of_area(linked: &mut impl Linked, gate: &Gate, government: &str, area_code: &str, day: &str) -> Result<Vec<Office>> {
    let district: Option<String> = on!(linked, conn => sqlx::query_scalar("select parent_code from area where code = $1").bind(area_code).fetch_optional(conn).await?).flatten();
    let rows: Vec<(Uuid, String, String)> = on!(linked, conn => sqlx::query_as(
        "select u.id, u.slug, v.content from directory_version v join unit u on u.id = v.subject_id \
         where v.government = $1 and v.kind = 'unit' and v.valid_from <= $2 and (v.valid_to is null or v.valid_to >= $2) and (u.version_from <> v.valid_from or u.area_code in ($3, $4))")
        .bind(government).bind(day).bind(area_code).bind(&district).fetch_all(conn).await?);
    let mut offices = Vec::new();
    for (id, slug, content) in rows {
        let Some(c) = other_than_today::<UnitContent>(&content)? else { continue };
        let here = c.area_code.as_deref().is_some_and(|code| code == area_code || district.as_deref() == Some(code));
        if here && matches!(c.kind, UnitKind::District | UnitKind::UrbanVillage | UnitKind::Village) {
            offices.push((UnitId(id), slug, c));
        }
    }
    offices.sort_by_cached_key(|(_, slug, c)| (std::cmp::Reverse(c.area_code.as_ref().map_or(0, String::len)), slug.clone()));
    let units: Vec<_> = offices.iter().map(|(id, ..)| *id).collect();
    let mut heads = heads(linked, gate, &units, day).await?;
    Ok(offices.into_iter().map(|(id, slug, c)| Office::then(id, slug, c, heads.remove(&id)).through(gate)).collect())
}
