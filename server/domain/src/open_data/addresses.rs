//! Every public thing of the directory that has a page, for search engines, a page at a time.

use crate::db::Linked;
use crate::error::Result;
use crate::on;

/// What kind of thing (`unit`, `service`, `position`) and its slug.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Address {
    pub kind: String,
    pub slug: String,
}

/// How many there are on a day.
///
/// # Errors
/// The database's.
pub async fn address_count(linked: &mut impl Linked, government: &str, day: &str) -> Result<i64> {
    Ok(on!(linked, conn => sqlx::query_scalar(
        "select (select count(*) from unit u where u.government = $1 and u.valid_from <= $2 and (u.valid_to is null or u.valid_to >= $2)) \
         + (select count(*) from service s where s.government = $1 and s.valid_from <= $2 and (s.valid_to is null or s.valid_to >= $2)) \
         + (select count(*) from position p join unit u on u.id = p.unit_id where p.government = $1 and p.valid_from <= $2 and (p.valid_to is null or p.valid_to >= $2) and u.valid_from <= $2 and (u.valid_to is null or u.valid_to >= $2))")
        .bind(government).bind(day).fetch_one(conn).await?))
}

/// # Errors
/// The database's.
pub async fn addresses(linked: &mut impl Linked, government: &str, day: &str, most: i64, skipped: i64) -> Result<Vec<Address>> {
    Ok(on!(linked, conn => sqlx::query_as(
        "select 'unit' as kind, u.slug from unit u where u.government = $1 and u.valid_from <= $2 and (u.valid_to is null or u.valid_to >= $2) \
         union all select 'service', s.slug from service s where s.government = $1 and s.valid_from <= $2 and (s.valid_to is null or s.valid_to >= $2) \
         union all select 'position', p.slug from position p join unit u on u.id = p.unit_id where p.government = $1 and p.valid_from <= $2 and (p.valid_to is null or p.valid_to >= $2) and u.valid_from <= $2 and (u.valid_to is null or u.valid_to >= $2) \
         order by 1, 2 limit $3 offset $4")
        .bind(government).bind(day).bind(most).bind(skipped).fetch_all(conn).await?))
}
