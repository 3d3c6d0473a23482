//! What published cases show about a service: how long answers took, and which element they name. Counted in the same
//! transaction as the step itself, so that a page reads a handful of rows however many cases there are.

use std::collections::BTreeMap;

use vocabulary::evaluation::Element;

use super::case::StaffCase;
use crate::calendar::Calendar;
use crate::clock::{DAY, Millis, local_day};
use crate::db::{Linked, Tx};
use crate::directory;
use crate::error::Result;
use crate::ids::ServiceId;
use crate::on;
use crate::portal::Portal;
use crate::statistics::nearest_rank;

/// What residents met, beside what was promised to them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Experience {
    /// Published cases about the service.
    pub cases: i64,
    /// Those of them that were answered, as far as the holiday table tells their working days.
    pub answered: i64,
    /// Working days from receipt to the first answer within which half of them were answered (nearest rank).
    pub median_days: Option<i64>,
    /// The same for nine of ten.
    pub p90_days: Option<i64>,
    /// Whether so many were answered that the days say something (rule `directory.experience_least`).
    pub enough: bool,
    /// Published cases by the element that they are about, in the order of the elements; elements without cases are left out.
    pub by_element: Vec<(Element, i64)>,
}

impl Experience {
    /// Published cases about one element.
    pub fn about(&self, element: Element) -> i64 {
        self.by_element.iter().find(|(e, _)| *e == element).map_or(0, |(_, cases)| *cases)
    }
}

/// What published cases show about a service, with the rule of a day (`YYYY-MM-DD`) for how many are enough.
///
/// # Errors
/// The database's.
pub async fn experience(linked: &mut impl Linked, service: ServiceId, day: &str) -> Result<Experience> {
    let rows: Vec<(String, i64, i64)> = on!(linked, conn => sqlx::query_as(
        "select 'days' as what, working_days as days, cases from feedback_answer_days where service_id = $1 \
         union all select element, -1, cases from feedback_element_count where service_id = $1 \
         union all select 'least', -2, value from (select value from rule where key = 'directory.experience_least' and valid_from <= $2 order by valid_from desc limit 1) r \
         order by 2")
        .bind(service).bind(day).fetch_all(conn).await?);
    let histogram: Vec<(i64, i64)> = rows.iter().filter(|(_, days, _)| *days >= 0).map(|(_, days, cases)| (*days, *cases)).collect();
    let answered = histogram.iter().map(|(_, cases)| cases).sum();
    let least = rows.iter().find(|(_, days, _)| *days == -2).map(|(_, _, value)| *value);
    let mut by_element: Vec<(Element, i64)> = rows.iter().filter(|(_, days, _)| *days == -1).filter_map(|(element, _, cases)| Some((Element::parse(element)?, *cases))).collect();
    by_element.sort_by_key(|(element, _)| *element);
    Ok(Experience {
        cases: rows.iter().filter(|(_, days, _)| *days == -1).map(|(_, _, cases)| cases).sum(),
        answered,
        median_days: nearest_rank(&histogram, 50),
        p90_days: nearest_rank(&histogram, 90),
        enough: least.is_some_and(|least| answered >= least),
        by_element,
    })
}

/// Counts a case that is published now.
pub(super) async fn count_published(tx: &mut Tx, service: Option<ServiceId>, element: Option<Element>) -> Result<()> {
    if let Some(service) = service {
        add_element(tx, service, element.map_or("", Element::as_str), 1).await?;
    }
    Ok(())
}

/// Takes a case that is no longer published out of the count.
pub(super) async fn count_withdrawn(tx: &mut Tx, service: Option<ServiceId>, element: Option<&str>) -> Result<()> {
    if let Some(service) = service {
        add_element(tx, service, element.unwrap_or_default(), -1).await?;
        on!(tx, conn => sqlx::query("delete from feedback_element_count where service_id = $1 and cases <= 0").bind(service).execute(conn).await?.rows_affected());
    }
    Ok(())
}

/// Counts the first answer to a published case; a day beyond the holiday table is left out, never guessed.
pub(super) async fn count_answer(tx: &mut Tx, case: &StaffCase, answered_at: Millis) -> Result<()> {
    let (Some(service), Some(_), None) = (case.service_id, case.published_at, &case.outcome) else { return Ok(()) };
    let offset = directory::government(tx, &case.government).await?.utc_offset_hours;
    let calendar = Calendar::whole(tx).await?;
    match calendar.counted(local_day(case.received_at, offset), local_day(answered_at, offset)) {
        Some(days) => add_days(tx, service, days, 1).await,
        None => Ok(()),
    }
}

async fn add_element(tx: &mut Tx, service: ServiceId, element: &str, cases: i64) -> Result<()> {
    on!(tx, conn => sqlx::query("insert into feedback_element_count (service_id, element, cases) values ($1, $2, $3) on conflict (service_id, element) do update set cases = feedback_element_count.cases + excluded.cases")
        .bind(service).bind(element).bind(cases).execute(conn).await?.rows_affected());
    Ok(())
}

async fn add_days(tx: &mut Tx, service: ServiceId, days: i64, cases: i64) -> Result<()> {
    on!(tx, conn => sqlx::query("insert into feedback_answer_days (service_id, working_days, cases) values ($1, $2, $3) on conflict (service_id, working_days) do update set cases = feedback_answer_days.cases + excluded.cases")
        .bind(service).bind(days).bind(cases).execute(conn).await?.rows_affected());
    Ok(())
}

/// Counts everything anew from the cases: after cases were written in bulk, or when the holiday table changed.
///
/// # Errors
/// The database's; then the old counts stay.
pub async fn recount(portal: &Portal) -> Result<()> {
    let mut tx = portal.db.begin().await?;
    on!(&mut tx, conn => sqlx::query("delete from feedback_element_count").execute(conn).await?.rows_affected());
    on!(&mut tx, conn => sqlx::query("delete from feedback_answer_days").execute(conn).await?.rows_affected());
    let elements: Vec<(ServiceId, String, i64)> = on!(&mut tx, conn => sqlx::query_as(
        "select service_id, coalesce(element, '') as element, count(*) as cases from feedback_case where published_at is not null and service_id is not null group by 1, 2")
        .fetch_all(conn).await?);
    for (service, element, cases) in elements {
        add_element(&mut tx, service, &element, cases).await?;
    }
    // Days since 1970 in the government's zone: whole days, so that the database groups and few rows come back.
    let spans: Vec<(ServiceId, i64, i64, i64)> = on!(&mut tx, conn => sqlx::query_as(
        "select service_id, (received_at + shift) / 86400000 as received, (answered_at + shift) / 86400000 as answered, count(*) as cases from ( \
         select c.service_id, c.received_at, g.utc_offset_hours * 3600000 as shift, \
         coalesce((select min(s.at) from feedback_step s where s.case_id = c.id and s.kind = 'answered'), c.answered_at) as answered_at \
         from feedback_case c join government g on g.slug = c.government where c.published_at is not null and c.service_id is not null and c.answered_at is not null) spans group by 1, 2, 3")
        .fetch_all(conn).await?);
    let calendar = Calendar::whole(&mut tx).await?;
    let mut histogram: BTreeMap<(ServiceId, i64), i64> = BTreeMap::new();
    for (service, received, answered, cases) in spans {
        if let Some(days) = calendar.counted(local_day(received * DAY, 0), local_day(answered * DAY, 0)) {
            *histogram.entry((service, days)).or_default() += cases;
        }
    }
    for ((service, days), cases) in histogram {
        add_days(&mut tx, service, days, cases).await?;
    }
    tx.commit().await
}

/// Counts once where a database is older than the counts: published cases, and nothing counted.
///
/// # Errors
/// The database's.
pub async fn count_if_missing(portal: &Portal) -> Result<()> {
    let mut conn = portal.db.read().await?;
    let missing: i64 = on!(&mut conn, c => sqlx::query_scalar(
        "select case when not exists (select 1 from feedback_element_count) and exists (select 1 from feedback_case where service_id is not null and published_at is not null) then cast(1 as bigint) else 0 end")
        .fetch_one(c).await?);
    drop(conn);
    if missing == 1 { recount(portal).await } else { Ok(()) }
}
