//! Published cases, newest first, a page at a time, and what the front page counts.

use sqlx::{Postgres, QueryBuilder, Sqlite};
use uuid::Uuid;
use vocabulary::evaluation::Element;
use vocabulary::feedback::{Kind, Status};

use crate::clock::Millis;
use crate::db::{Conn, Link, Linked};
use crate::error::Result;
use crate::ids::{CaseId, ServiceId, UnitId};
use crate::on;
use crate::search::matching_cases;

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct ListedCase {
    pub id: CaseId,
    pub reference: String,
    pub title: String,
    #[sqlx(try_from = "String")]
    pub kind: Kind,
    #[sqlx(try_from = "String")]
    pub status: Status,
    pub unit_name: Option<String>,
    pub received_at: Millis,
    pub published_at: Millis,
    pub answer_due: Option<String>,
    pub answered_at: Option<Millis>,
    pub closed_reason: Option<String>,
}

#[derive(Debug, Clone, Default)]
pub struct Filter {
    pub kind: Option<Kind>,
    pub status: Option<Status>,
    pub unit: Option<UnitId>,
    pub service: Option<ServiceId>,
    /// Which element of a service it is about; it narrows within a service only, where there is an index for it.
    pub element: Option<Element>,
}

/// Where a page ends: the next begins after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cursor {
    pub at: Millis,
    pub id: Uuid,
}

impl std::fmt::Display for Cursor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}", self.at, self.id.simple())
    }
}

impl std::str::FromStr for Cursor {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        let (at, id) = text.split_once('.').ok_or(())?;
        Ok(Self { at: at.parse().map_err(|_| ())?, id: Uuid::try_parse(id).map_err(|_| ())? })
    }
}

pub struct Page {
    pub cases: Vec<ListedCase>,
    pub after: Option<Cursor>,
}

const PAGE: usize = 20;

const COLUMNS: &str = "select c.id, c.reference, c.title, c.kind, c.status, h.name as unit_name, c.received_at, c.published_at, c.answer_due, c.answered_at, c.closed_reason \
    from feedback_case c left join unit h on h.id = c.handling_unit_id where c.published_at is not null";

/// The filtered query, the same text for either driver.
macro_rules! build {
    ($db:ty, $government:expr, $filter:expr, $after:expr, $most:expr) => {{
        let mut query = QueryBuilder::<$db>::new(COLUMNS);
        // A unit or service has its own index and lies in one government anyway.
        if let Some(unit) = $filter.unit {
            query.push(" and c.handling_unit_id = ").push_bind(unit);
        }
        if let Some(service) = $filter.service {
            query.push(" and c.service_id = ").push_bind(service);
            if let Some(element) = $filter.element {
                query.push(" and c.element = ").push_bind(element.as_str());
            }
        }
        if $filter.unit.is_none() && $filter.service.is_none() {
            query.push(" and c.government = ").push_bind($government.to_owned());
        }
        if let Some(kind) = $filter.kind {
            query.push(" and c.kind = ").push_bind(kind.as_str());
        }
        if let Some(status) = $filter.status {
            query.push(" and c.status = ").push_bind(status.as_str());
        }
        if let Some(Cursor { at, id }) = $after {
            query.push(" and (c.published_at, c.id) < (").push_bind(at).push(", ").push_bind(id).push(")");
        }
        query.push(" order by c.published_at desc, c.id desc limit ").push_bind($most);
        query
    }};
}

/// Published cases with one of these ids.
macro_rules! among {
    ($db:ty, $ids:expr) => {{
        let mut query = QueryBuilder::<$db>::new(COLUMNS);
        query.push(" and c.id in (");
        let mut list = query.separated(", ");
        for id in &$ids {
            list.push_bind(*id);
        }
        query.push(")");
        query
    }};
}

/// # Errors
/// The database's.
pub async fn list(conn: &mut Conn, government: &str, filter: &Filter, after: Option<Cursor>) -> Result<Page> {
    let most = PAGE as i64 + 1;
    let cases: Vec<ListedCase> = match conn.link() {
        Link::Sqlite(conn) => build!(Sqlite, government, filter, after, most).build_query_as().fetch_all(conn).await?,
        Link::Postgres(conn) => build!(Postgres, government, filter, after, most).build_query_as().fetch_all(conn).await?,
    };
    let more = cases.len() > PAGE;
    let cases: Vec<_> = cases.into_iter().take(PAGE).collect();
    let after = cases.last().filter(|_| more).map(|c| Cursor { at: c.published_at, id: c.id.0 });
    Ok(Page { cases, after })
}

/// The newest published cases with these words.
///
/// # Errors
/// The database's.
pub async fn search(conn: &mut Conn, government: &str, typed: &str) -> Result<Vec<ListedCase>> {
    let ids = matching_cases(conn, government, typed, PAGE as i64).await?;
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut found: Vec<ListedCase> = match conn.link() {
        Link::Sqlite(conn) => among!(Sqlite, ids).build_query_as().fetch_all(conn).await?,
        Link::Postgres(conn) => among!(Postgres, ids).build_query_as().fetch_all(conn).await?,
    };
    found.sort_by_key(|case| ids.iter().position(|id| *id == case.id));
    Ok(found)
}

/// What a government received and what became of it since a moment; the ways of ending are counted apart, and reports that
/// are part of another case with it, once.
#[derive(Debug, Clone, Default, PartialEq, Eq, sqlx::FromRow)]
pub struct Totals {
    pub received: i64,
    pub answered: i64,
    pub confirmed: i64,
    /// Closed after the reporter's days passed in silence, which is no satisfaction.
    pub no_answer: i64,
    /// The reporter says, or said last, that it is not solved.
    pub contested: i64,
    /// Of those asked four weeks later: still solved, and no more.
    pub still_solved: i64,
    pub solved_no_more: i64,
}

/// At most the newest 500 published cases are looked at, so that a busy month costs no more than a quiet one.
///
/// # Errors
/// The database's.
pub async fn totals(conn: &mut Conn, government: &str, since: Millis) -> Result<Totals> {
    Ok(on!(conn, c => sqlx::query_as(
        "select count(*) as received, count(answered_at) as answered, count(case when closed_reason = 'confirmed' then 1 end) as confirmed, count(case when closed_reason = 'no_answer' then 1 end) as no_answer, \
         count(case when status in ('disputed', 'escalated') and answered_at is not null or closed_reason = 'contested' then 1 end) as contested, \
         count(case when still_solved = 'ya' then 1 end) as still_solved, count(case when still_solved = 'tidak' then 1 end) as solved_no_more \
         from (select answered_at, closed_reason, status, still_solved from feedback_case where government = $1 and published_at >= $2 order by published_at desc limit 500) recent")
        .bind(government).bind(since).fetch_one(c).await?))
}
