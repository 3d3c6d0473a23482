//! Who holds and held posts whose holders the gate names. Of all other posts nothing of a person leaves, and nothing
//! before the first day in office.

use serde::Serialize;
use uuid::Uuid;

use super::scope::Scope;
use super::table::{Cells, Column, Kind, column};
use crate::db::Linked;
use crate::error::Result;
use crate::on;

pub(super) const COLUMNS: &[Column] = &[
    column("position", Kind::Text, "position.slug"),
    column("title", Kind::Text, "position.title"),
    column("unit", Kind::Text, "unit.slug"),
    column("person", Kind::Text, "person.id"),
    column("name", Kind::Text, "person.name"),
    column("kind", Kind::Text, "tenure.kind"),
    column("starts_on", Kind::Day, "tenure.starts_on"),
    column("ends_on", Kind::MaybeDay, "tenure.ends_on"),
    column("decree", Kind::MaybeText, "tenure.decree"),
    column("url", Kind::Link, ""),
];

#[derive(Debug, Clone, Default, Serialize)]
pub struct TenureItem {
    /// Slug of the post.
    pub position: String,
    pub title: String,
    /// Slug of its unit.
    pub unit: String,
    /// The same for one person in every row, and no number of any register.
    pub person: String,
    pub name: String,
    pub kind: String,
    pub starts_on: String,
    pub ends_on: Option<String>,
    pub decree: Option<String>,
    /// The page of the post.
    pub url: String,
    /// Opaque too, for formats whose rows have ids.
    #[serde(skip)]
    pub id: String,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    person_id: Uuid,
    position: String,
    title: String,
    unit: String,
    name: String,
    kind: String,
    starts_on: String,
    ends_on: Option<String>,
    decree: Option<String>,
}

/// Where a page ends: `slug.2024-01-01.1`, the number counting those of the same post and day that were seen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TenureCursor {
    position: String,
    starts_on: String,
    seen: i64,
}

impl std::fmt::Display for TenureCursor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}.{}", self.position, self.starts_on, self.seen)
    }
}

impl std::str::FromStr for TenureCursor {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let mut parts = text.split('.');
        let (Some(position), Some(starts_on), Some(seen), None) = (parts.next(), parts.next(), parts.next(), parts.next()) else { return Err(()) };
        let seen = seen.parse().ok().filter(|n| (0..=9999).contains(n)).ok_or(())?;
        Ok(Self { position: position.to_owned(), starts_on: starts_on.to_owned(), seen })
    }
}

/// At most so many from the cursor on, in the order of posts and days, of one post or all; and where the next page starts.
///
/// # Errors
/// The database's.
pub async fn tenures(linked: &mut impl Linked, scope: Scope<'_>, position: Option<&str>, from: &TenureCursor, most: i64) -> Result<(Vec<TenureItem>, Option<TenureCursor>)> {
    let gate = &scope.portal.gate;
    // The beginning of the index that is read: the post asked for, or where the last page ended.
    let first = from.position.as_str().max(position.unwrap_or_default());
    // Dates are of a tier as names are: they leave together or not at all.
    let mut rows: Vec<Row> = on!(linked, conn => sqlx::query_as(
        "select t.id, t.person_id, p.slug as position, p.title, u.slug as unit, e.name, t.kind, t.starts_on, t.ends_on, t.decree \
         from position p join tenure t on t.position_id = p.id join person e on e.id = t.person_id join unit u on u.id = p.unit_id \
         where p.government = $1 and t.starts_on <= $2 and $3 like '%,' || p.type || ',%' and p.slug >= $4 and (p.slug > $4 or t.starts_on >= $5) and ($8 = '' or p.slug = $8) \
         order by p.slug, t.starts_on, t.id limit $6 offset $7")
        .bind(&scope.government.slug).bind(scope.day).bind(gate.named_types()).bind(first).bind(if first == from.position { from.starts_on.as_str() } else { "" }).bind(most.saturating_add(1))
        .bind(if first == from.position { from.seen } else { 0 }).bind(position.unwrap_or_default())
        .fetch_all(conn).await?);
    let more = rows.len() as i64 > most;
    if more {
        rows.pop();
    }
    let next = rows.last().filter(|_| more).map(|last| {
        let same = rows.iter().rev().take_while(|r| r.position == last.position && r.starts_on == last.starts_on).count() as i64;
        let before = if same == rows.len() as i64 && from.position == last.position && from.starts_on == last.starts_on { from.seen } else { 0 };
        TenureCursor { position: last.position.clone(), starts_on: last.starts_on.clone(), seen: before + same }
    });
    let secrets = &scope.portal.secrets;
    let items = rows
        .into_iter()
        .map(|row| TenureItem {
            url: scope.address("jabatan", &row.position),
            id: secrets.opaque("tenure", row.id),
            person: secrets.opaque("person", row.person_id),
            position: row.position,
            title: row.title,
            unit: row.unit,
            name: row.name,
            kind: row.kind,
            starts_on: row.starts_on,
            ends_on: row.ends_on,
            decree: row.decree.filter(|_| gate.open.tenure_decree),
        })
        .collect();
    Ok((items, next))
}

impl Cells for TenureItem {
    fn cells(&self) -> Vec<String> {
        let of = |text: &Option<String>| text.clone().unwrap_or_default();
        vec![
            self.position.clone(),
            self.title.clone(),
            self.unit.clone(),
            self.person.clone(),
            self.name.clone(),
            self.kind.clone(),
            self.starts_on.clone(),
            of(&self.ends_on),
            of(&self.decree),
            self.url.clone(),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cursors() {
        let cursor: TenureCursor = "lurah-bagan-deli.2024-01-01.2".parse().unwrap();
        assert_eq!(cursor.to_string(), "lurah-bagan-deli.2024-01-01.2");
        for wrong in ["", "a", "a.2024-01-01", "a.2024-01-01.x", "a.2024-01-01.-1", "a.b.1.2"] {
            assert!(wrong.parse::<TenureCursor>().is_err(), "{wrong}");
        }
    }
}
