//! Districts and villages, for "where was it".

use crate::db::Linked;
use crate::error::Result;
use crate::on;

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Area {
    pub code: String,
    pub name: String,
    pub kind: String,
    pub parent_name: String,
}

/// Every district of the government with its villages under it, in order of name.
///
/// # Errors
/// The database's.
pub async fn areas_of(linked: &mut impl Linked, government_area: &str) -> Result<Vec<Area>> {
    Ok(on!(linked, conn => sqlx::query_as(
        "select a.code, a.name, a.kind, p.name as parent_name from area a join area p on p.code = a.parent_code \
         where a.parent_code = $1 or p.parent_code = $1 order by case when a.parent_code = $1 then a.name else p.name end, case when a.parent_code = $1 then 0 else 1 end, a.name")
        .bind(government_area).fetch_all(conn).await?))
}

/// The areas directly under one, by name: the districts of a government, the wards of a district.
///
/// # Errors
/// The database's.
pub async fn areas_under(linked: &mut impl Linked, parent_code: &str) -> Result<Vec<Area>> {
    Ok(on!(linked, conn => sqlx::query_as(
        "select a.code, a.name, a.kind, p.name as parent_name from area a join area p on p.code = a.parent_code where a.parent_code = $1 order by a.name").bind(parent_code).fetch_all(conn).await?))
}

/// The area with its district, if it lies in this government.
///
/// # Errors
/// The database's.
pub async fn area_in(linked: &mut impl Linked, government_area: &str, code: &str) -> Result<Option<Area>> {
    Ok(on!(linked, conn => sqlx::query_as(
        "select a.code, a.name, a.kind, p.name as parent_name from area a join area p on p.code = a.parent_code where a.code = $1 and (a.parent_code = $2 or p.parent_code = $2)")
        .bind(code).bind(government_area).fetch_optional(conn).await?))
}
