//! Numbers of law and policy, read from data with their citation, by the day they applied on.

use crate::db::Linked;
use crate::error::{Error, Result};
use crate::on;

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Rule {
    pub value: i64,
    pub citation: String,
}

/// The rule in force on a day (`YYYY-MM-DD`).
///
/// # Errors
/// [`Error::Configuration`] when the reference data have no such rule: run `balai import`.
pub async fn in_force(linked: &mut impl Linked, key: &str, day: &str) -> Result<Rule> {
    maybe_in_force(linked, key, day).await?.ok_or_else(|| Error::Configuration(format!("the reference data have no rule {key} for {day}; run `balai import`")))
}

/// The same, where having no rule means having no clock.
///
/// # Errors
/// The database's.
pub async fn maybe_in_force(linked: &mut impl Linked, key: &str, day: &str) -> Result<Option<Rule>> {
    Ok(on!(linked, conn => sqlx::query_as("select value, citation from rule where key = $1 and valid_from <= $2 order by valid_from desc limit 1")
        .bind(key).bind(day).fetch_optional(conn).await?))
}
