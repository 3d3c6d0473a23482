//! What people look for here and others do: which office, where, and why not here. The same in every government.

use sqlx::{Postgres, QueryBuilder, Sqlite};

use crate::db::{Conn, Link, Linked};
use crate::error::{Error, Result};
use crate::on;

#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Redirect {
    /// As it stands in its address: `paspor`.
    pub key: String,
    pub name: String,
    pub name_en: String,
    /// What else people call it, parted by blanks.
    pub keywords: String,
    pub office: String,
    pub office_en: String,
    pub why: String,
    pub why_en: String,
    /// The office's own site; empty where it has none of its own.
    pub url: String,
    pub phone: String,
    /// Import keys of services of governments that it needs or resembles, parted by blanks.
    pub related: String,
}

/// A service of the government itself that the other office asks for, or that resembles it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct RelatedService {
    pub slug: String,
    pub short_name: String,
    pub summary: String,
}

/// All of them by name.
///
/// # Errors
/// The database's.
pub async fn redirects(linked: &mut impl Linked) -> Result<Vec<Redirect>> {
    Ok(
        on!(linked, conn => sqlx::query_as("select key, name, name_en, keywords, office, office_en, why, why_en, url, phone, related from redirect order by lower(name)").fetch_all(conn).await?),
    )
}

/// # Errors
/// [`Error::NotFound`] when there is none of that key.
pub async fn redirect(linked: &mut impl Linked, key: &str) -> Result<Redirect> {
    let found: Option<Redirect> = on!(linked, conn => sqlx::query_as("select key, name, name_en, keywords, office, office_en, why, why_en, url, phone, related from redirect where key = $1")
        .bind(key).fetch_optional(conn).await?);
    found.ok_or(Error::NotFound)
}

/// The services of a government with one of these import keys.
macro_rules! with_keys {
    ($db:ty, $government:expr, $keys:expr) => {{
        let mut query = QueryBuilder::<$db>::new("select slug, short_name, summary from service where government = ");
        query.push_bind($government).push(" and import_key in (");
        let mut list = query.separated(", ");
        for key in $keys {
            list.push_bind(key);
        }
        query.push(") order by lower(short_name)");
        query
    }};
}

/// What a resident may need from this government on the way there, by name.
///
/// # Errors
/// The database's.
pub async fn related_services(conn: &mut Conn, government: &str, redirect: &Redirect) -> Result<Vec<RelatedService>> {
    let keys = || redirect.related.split_whitespace();
    if keys().next().is_none() {
        return Ok(Vec::new());
    }
    Ok(match conn.link() {
        Link::Sqlite(conn) => with_keys!(Sqlite, government, keys()).build_query_as().fetch_all(conn).await?,
        Link::Postgres(conn) => with_keys!(Postgres, government, keys()).build_query_as().fetch_all(conn).await?,
    })
}
