//! Services of a past day, browsed as those of today: by occasion, letter, unit or kind of office.

use std::collections::BTreeMap;

use vocabulary::directory::{LifeEvent, UnitKind};

use super::structure::other_than_today;
use crate::db::Linked;
use crate::directory::browse::{Giver, PAGE, ServicePage, Wanted, given_as};
use crate::directory::gate::Gate;
use crate::directory::history::{ServiceContent, UnitContent};
use crate::directory::services::ListedService;
use crate::error::Result;
use crate::ids::UnitId;
use crate::on;

#[derive(sqlx::FromRow)]
struct Row {
    slug: String,
    short_name: String,
    summary: String,
    #[sqlx(try_from = "String")]
    life_event: LifeEvent,
    served_by_kind: Option<String>,
    /// The state then, where it is not today's.
    content: String,
    unit_id: Option<UnitId>,
    unit_slug: Option<String>,
    unit_name: Option<String>,
    unit_content: String,
    completion_time: String,
    fee: String,
}

impl Row {
    fn order(&self) -> (String, &str) {
        (self.short_name.to_lowercase(), &self.slug)
    }

    fn letter(&self) -> Option<char> {
        self.short_name.chars().next().and_then(|c| c.to_lowercase().next())
    }

    fn is_wanted(&self, wanted: &Wanted<'_>) -> bool {
        let given_by = |kind: UnitKind| self.served_by_kind.as_deref() == Some(given_as(kind));
        wanted.event.is_none_or(|event| self.life_event == event)
            && wanted.letter.is_none_or(|letter| self.letter() == Some(letter))
            && wanted.unit.is_none_or(|(unit, kind)| self.unit_id == Some(unit) || given_by(kind))
            && (wanted.given_by.is_empty() || wanted.given_by.iter().any(|kind| given_by(*kind)))
    }
}

/// Every service of a day by name, in one query: a government has some hundreds.
async fn services_on(linked: &mut impl Linked, government: &str, day: &str) -> Result<Vec<Row>> {
    let mut rows: Vec<Row> = on!(linked, conn => sqlx::query_as(
        "select s.slug, s.short_name, s.summary, s.life_event, s.served_by_kind, case when s.version_from = v.valid_from then '' else v.content end as content, \
         v.unit_id, u.slug as unit_slug, u.name as unit_name, coalesce(case when u.version_from = w.valid_from then '' else w.content end, '') as unit_content, \
         coalesce(d.completion_time, '') as completion_time, coalesce(d.fee, '') as fee \
         from directory_version v join service s on s.id = v.subject_id \
         left join directory_version w on w.subject_id = v.unit_id and w.valid_from <= $2 and (w.valid_to is null or w.valid_to >= $2) left join unit u on u.id = w.subject_id \
         left join service_standard d on d.service_id = s.id and d.version = \
         (select x.version from service_standard x where x.service_id = s.id and x.valid_from <= $2 and (x.valid_to is null or x.valid_to >= $2) order by x.valid_from desc, x.version desc limit 1) \
         where v.government = $1 and v.kind = 'service' and v.valid_from <= $2 and (v.valid_to is null or v.valid_to >= $2)")
        .bind(government).bind(day).fetch_all(conn).await?);
    for row in &mut rows {
        if let Some(then) = other_than_today::<ServiceContent>(&row.content)? {
            (row.short_name, row.summary, row.life_event, row.served_by_kind) = (then.short_name, then.summary, then.life_event, then.served_by_kind);
        }
        if let Some(then) = other_than_today::<UnitContent>(&row.unit_content)? {
            row.unit_name = Some(then.name);
        }
    }
    rows.sort_by(|a, b| a.order().cmp(&b.order()));
    Ok(rows)
}

/// Services of a day by name with the standard in force then; `after` is the slug where the page before ended, or "".
///
/// # Errors
/// The database's.
pub async fn browse(linked: &mut impl Linked, gate: &Gate, government: &str, day: &str, wanted: &Wanted<'_>, after: &str) -> Result<ServicePage> {
    let rows = services_on(linked, government, day).await?;
    let from = rows.iter().position(|row| row.slug == after).map_or(0, |at| at + 1);
    let mut found: Vec<_> = rows.into_iter().skip(from).filter(|row| row.is_wanted(wanted)).take(PAGE as usize + 1).collect();
    let more = found.len() as i64 > PAGE;
    found.truncate(PAGE as usize);
    let after = found.last().map(|row| row.slug.clone()).filter(|_| more);
    let services = found
        .into_iter()
        .map(|row| {
            ListedService {
                slug: row.slug,
                short_name: row.short_name,
                summary: row.summary,
                life_event: row.life_event,
                completion_time: row.completion_time,
                fee: row.fee,
                unit_name: row.unit_name,
                served_by_kind: row.served_by_kind,
            }
            .through(gate)
        })
        .collect();
    Ok(ServicePage { services, after })
}

/// The first letters that services had, small, in order.
///
/// # Errors
/// The database's.
pub async fn letters(linked: &mut impl Linked, government: &str, day: &str) -> Result<Vec<String>> {
    let mut letters: Vec<_> = services_on(linked, government, day).await?.iter().filter_map(Row::letter).map(String::from).collect();
    letters.dedup();
    Ok(letters)
}

/// The units that gave services of their own, by name.
///
/// # Errors
/// The database's.
pub async fn givers(linked: &mut impl Linked, government: &str, day: &str) -> Result<Vec<Giver>> {
    let mut counts: BTreeMap<(String, String), i64> = BTreeMap::new();
    for row in services_on(linked, government, day).await? {
        if let Some(unit) = row.unit_name.zip(row.unit_slug) {
            *counts.entry(unit).or_default() += 1;
        }
    }
    Ok(counts.into_iter().map(|((name, slug), services)| Giver { slug, name, services }).collect())
}
