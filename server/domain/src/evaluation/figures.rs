//! What everyone may know of feedback and evidence, per unit and quarter: which kinds came, how it ended, how much of it
//! became evidence, and why some did not. Never a person, never a rank.
//!
//! - **A rater counts once** a unit and quarter, with the last report: whoever signed in and gave a name is known again by
//!   a keyed hash, of an anonymous report nothing is kept by which it could be, so it counts for itself. What was merged
//!   counts with its main report; what is suspected and not released does not count at all.
//! - **At least ten raters** (a rule), in every number that is not nought, and in what is left when any number is taken
//!   from another ([`suppress`]); the government adds up only what its units tell.
//! - **Frozen** some days after the quarter ended: a table that follows the cases tells, from one day to the next, one.

mod margins;
mod raters;
mod recompute;
mod suppress;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

use vocabulary::evaluation::quarter_of;

pub use margins::{DAYS, DAYS_CELLS, GROUPS, Group, Key, MARGINS, Raw, TOTAL, Told, apart, count};
pub use recompute::{Recomputed, recompute};
pub use suppress::suppress;

use super::suspicion::Numbers;
use crate::clock::{Millis, day_text, parse_day};
use crate::db::{Link, Linked, Tx};
use crate::directory::{Government, governments};
use crate::error::Result;
use crate::ids::UnitId;
use crate::ledger;
use crate::on;
use crate::portal::Portal;
use crate::statistics::share;

/// What is known of one rater's last report about a unit.
#[derive(Debug, Clone)]
pub struct Rater {
    pub unit: UnitId,
    /// In the order of [`MARGINS`]; none where the margin does not part this one.
    pub cells: [Option<&'static str>; 6],
    /// Working days until the first answer, without those on which the reporter was waited for; none where there is no
    /// answer, or the holiday table does not tell.
    pub days: Option<i64>,
}

/// First day of a quarter, and the first after it.
fn days_of(period: &str) -> Option<(time::Date, time::Date)> {
    let (year, quarter) = period.split_once("-Q")?;
    let (year, quarter): (i32, u8) = (year.parse().ok()?, quarter.parse().ok()?);
    let first = |year: i32, quarter: u8| time::Date::from_calendar_date(year, time::Month::try_from(quarter * 3 - 2).ok()?, 1).ok();
    Some((first(year, quarter)?, if quarter == 4 { first(year + 1, 1)? } else { first(year, quarter + 1)? }))
}

/// Publishes the quarter that ended last, in each government where its days are over and it is not there yet. Returns
/// which. It may be repeated; a quarter is published once.
///
/// # Errors
/// The database's; [`crate::Error::Configuration`] without the rules.
pub async fn publish(portal: &Portal) -> Result<Vec<(String, String)>> {
    let mut conn = portal.db.read().await?;
    let all = governments(&mut conn).await?;
    drop(conn);
    let mut published = Vec::new();
    for government in all {
        let mut conn = portal.db.read().await?;
        let period = due(&mut conn, &government.today(portal.now())).await?;
        drop(conn);
        let Some(period) = period else { continue };
        if publish_one(portal, &government, &period).await? {
            published.push((government.slug, period));
        }
    }
    Ok(published)
}

/// The last quarter whose figures may be published on a day; none where the day cannot be read.
async fn due(linked: &mut impl Linked, today: &str) -> Result<Option<String>> {
    let after = Numbers::on(linked, today).await?.get("evaluation.figures_after")?;
    // The quarter of the day that lies so far back, less one, is the last whose days are over.
    let back = parse_day(today).and_then(|day| day.checked_sub(time::Duration::days(after)));
    let first = back.and_then(|back| days_of(&quarter_of(&day_text(back)))).map(|(first, _)| first);
    Ok(first.and_then(time::Date::previous_day).map(|last| quarter_of(&day_text(last))))
}

/// First day of the last quarter whose figures may be published on a day: for whoever tells of such a quarter.
///
/// # Errors
/// The database's; [`crate::Error::Configuration`] without the rules.
pub(crate) async fn first_day_due(linked: &mut impl Linked, today: &str) -> Result<Option<time::Date>> {
    Ok(due(linked, today).await?.and_then(|period| days_of(&period)).map(|(first, _)| first))
}

/// Freezes a quarter's figures; false where they are there already, or there is nothing to tell: no entry says that there
/// was nothing.
pub(crate) async fn publish_one(portal: &Portal, government: &Government, period: &str) -> Result<bool> {
    let mut conn = portal.db.read().await?;
    if is_published(&mut conn, &government.slug, period).await? {
        return Ok(false);
    }
    let tables = would_publish(portal, &mut conn, government, period).await?;
    drop(conn);
    freeze(portal, government, period, &tables).await
}

async fn is_published(linked: &mut impl Linked, government: &str, period: &str) -> Result<bool> {
    let there: i64 =
        on!(linked, c => sqlx::query_scalar("select count(*) from evidence_period where government = $1 and period = $2").bind(government).bind(period).fetch_one(c).await?);
    Ok(there > 0)
}

/// Writes a quarter's tables down, once: what is there stays.
async fn freeze(portal: &Portal, government: &Government, period: &str, tables: &Tables) -> Result<bool> {
    if tables.is_empty() {
        return Ok(false);
    }
    let mut tx = portal.db.begin().await?;
    let new = on!(&mut tx, conn => sqlx::query("insert into evidence_period (government, period, at) values ($1, $2, $3) on conflict (government, period) do nothing").bind(&government.slug).bind(period).bind(portal.now()).execute(conn).await?.rows_affected());
    if new == 0 {
        return Ok(false);
    }
    let rows: Vec<Row<'_>> = tables.iter().flat_map(|(unit, told)| told.iter().map(|(key, value)| (&government.slug[..], period, *unit, *key, *value))).collect();
    for rows in rows.chunks(ROWS) {
        insert(&mut tx, rows).await?;
    }
    ledger::append(portal, &mut tx, ledger::Entry { government: &government.slug, kind: "figures-published", subject: period, by_reporter: false, content: &tables.len() }).await?;
    tx.commit().await?;
    Ok(true)
}

/// Rows a statement; SQLite allows 32,766 parameters.
const ROWS: usize = 1000;

/// Government, quarter, unit, name and value.
type Row<'a> = (&'a str, &'a str, Option<UnitId>, Key, Option<i64>);

macro_rules! insert_rows {
    ($db:ty, $conn:expr, $rows:expr) => {{
        let mut query = sqlx::QueryBuilder::<$db>::new("insert into evidence_figure (government, period, unit_id, margin, cell, value) ");
        query.push_values($rows, |mut row, (government, period, unit, (margin, cell), value)| {
            row.push_bind(*government).push_bind(*period).push_bind(*unit).push_bind(*margin).push_bind(*cell).push_bind(*value);
        });
        query.build().execute(&mut *$conn).await?;
    }};
}

async fn insert(tx: &mut Tx, rows: &[Row<'_>]) -> Result<()> {
    match tx.link() {
        Link::Sqlite(conn) => insert_rows!(sqlx::Sqlite, conn, rows),
        Link::Postgres(conn) => insert_rows!(sqlx::Postgres, conn, rows),
    }
    Ok(())
}

/// The figures of a quarter as they would be published now: for whoever tries the rules.
///
/// # Errors
/// The database's; [`crate::Error::Configuration`] without the rules.
pub async fn would_publish(portal: &Portal, linked: &mut impl Linked, government: &Government, period: &str) -> Result<Tables> {
    let least = Numbers::on(linked, &government.today(portal.now())).await?.get("evaluation.raters_least")?;
    Ok(tables(&raters_of(portal, linked, government, period).await?, least))
}

/// Everyone who is counted in a quarter as it stands now; never shown to anybody, but for trying the rules.
///
/// # Errors
/// The database's.
pub async fn raters_of(portal: &Portal, linked: &mut impl Linked, government: &Government, period: &str) -> Result<Vec<Rater>> {
    let Some((first, after)) = days_of(period) else { return Ok(Vec::new()) };
    let starts = |day: time::Date| (day.midnight().assume_utc().unix_timestamp() - government.utc_offset_hours * 3600) * 1000;
    raters::raters(linked, government, starts(first), starts(after), portal.now()).await
}

/// Units with what is told of them; no unit: the government as a whole.
pub type Tables = Vec<(Option<UnitId>, Told)>;

/// The tables of these raters: the government's first, where more than one unit has one.
pub fn tables(raters: &[Rater], least: i64) -> Tables {
    let mut units: HashMap<UnitId, Vec<&Rater>> = HashMap::new();
    for rater in raters {
        units.entry(rater.unit).or_default().push(rater);
    }
    let mut told: Vec<(UnitId, Told, Vec<&Rater>)> = Vec::new();
    for (unit, raters) in units {
        if let Some(mut own) = suppress(&count(raters.iter().copied()), least) {
            suppress::tell_days(&mut own, raters.iter().copied(), least);
            told.push((unit, own, raters));
        }
    }
    told.sort_by_key(|(unit, ..)| *unit);
    let whole = (told.len() > 1).then(|| suppress::together(&told.iter().map(|(_, told, raters)| (told, raters.clone())).collect::<Vec<_>>()));
    whole.into_iter().map(|whole| (None, whole)).chain(told.into_iter().map(|(unit, told, _)| (Some(unit), told))).collect()
}

/// The share of raters who said that it was solved, of those who said anything, with its interval. None where either
/// number is not told.
pub fn solved(told: &Told) -> Option<(f64, f64, f64)> {
    part(told, "ending", "confirmed", "contested")
}

/// The share of those answered or due who were answered within the clock, with its interval.
pub fn in_time(told: &Told) -> Option<(f64, f64, f64)> {
    part(told, "timely", "in_time", "late")
}

fn part(told: &Told, margin: &'static str, some: &'static str, others: &'static str) -> Option<(f64, f64, f64)> {
    let of = |cell| told.get(&(margin, cell)).copied().flatten();
    let (some, others) = (of(some)?, of(others)?);
    share(some, some + others)
}

/// A unit's published figures; no unit: the government as a whole.
#[derive(Debug, Clone)]
pub struct Figures {
    pub unit: Option<(String, String)>,
    pub told: Told,
}

/// The published quarters of a government, the newest first.
///
/// # Errors
/// The database's.
pub async fn periods(linked: &mut impl Linked, government: &str) -> Result<Vec<String>> {
    Ok(on!(linked, conn => sqlx::query_scalar("select period from evidence_period where government = $1 order by period desc limit 20").bind(government).fetch_all(conn).await?))
}

/// A quarter that is published: when that was, and of how many units something is told.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Published {
    pub period: String,
    pub at: Millis,
    pub units: i64,
    /// Raters of all those units.
    pub raters: i64,
}

/// What was published, the newest first.
///
/// # Errors
/// The database's.
pub async fn published(linked: &mut impl Linked, government: &str) -> Result<Vec<Published>> {
    Ok(on!(linked, conn => sqlx::query_as(
        "select p.period, p.at, count(f.unit_id) as units, cast(coalesce(sum(f.value), 0) as bigint) as raters from evidence_period p \
         left join evidence_figure f on f.government = p.government and f.period = p.period and f.margin = 'total' and f.unit_id is not null \
         where p.government = $1 group by p.period, p.at order by p.period desc limit 20").bind(government).fetch_all(conn).await?))
}

/// The published figures of a quarter: the whole first, then units by name; of one unit where one is named.
///
/// # Errors
/// The database's.
pub async fn of_period(linked: &mut impl Linked, government: &str, period: &str, unit: Option<UnitId>) -> Result<Vec<Figures>> {
    /// Address and name of the unit, none for the whole; margin, cell and number.
    type Row = (Option<String>, Option<String>, String, String, Option<i64>);
    let rows: Vec<Row> = on!(linked, conn => match unit {
        None => sqlx::query_as("select u.slug, u.name, f.margin, f.cell, f.value from evidence_figure f left join unit u on u.id = f.unit_id where f.government = $1 and f.period = $2 order by f.unit_id is not null, u.name, u.slug")
            .bind(government).bind(period).fetch_all(conn).await?,
        Some(unit) => sqlx::query_as("select u.slug, u.name, f.margin, f.cell, f.value from evidence_figure f join unit u on u.id = f.unit_id where f.government = $1 and f.period = $2 and f.unit_id = $3")
            .bind(government).bind(period).bind(unit).fetch_all(conn).await?,
    });
    let mut found: Vec<Figures> = Vec::new();
    for (slug, name, margin, cell, value) in rows {
        let unit = slug.zip(name);
        if found.last().is_none_or(|f| f.unit != unit) {
            found.push(Figures { unit, told: Told::new() });
        }
        if let (Some(figures), Some(key)) = (found.last_mut(), margins::key(&margin, &cell)) {
            figures.told.insert(key, value);
        }
    }
    Ok(found)
}

/// One unit through the published quarters, the oldest first.
///
/// # Errors
/// The database's.
pub async fn of_unit(linked: &mut impl Linked, government: &str, unit: UnitId) -> Result<Vec<(String, Told)>> {
    let rows: Vec<(String, String, String, Option<i64>)> = on!(linked, conn => sqlx::query_as(
        "select period, margin, cell, value from evidence_figure where government = $1 and unit_id = $2 order by period").bind(government).bind(unit).fetch_all(conn).await?);
    let mut found: Vec<(String, Told)> = Vec::new();
    for (period, margin, cell, value) in rows {
        if found.last().is_none_or(|(p, _)| *p != period) {
            found.push((period, Told::new()));
        }
        if let (Some((_, told)), Some(key)) = (found.last_mut(), margins::key(&margin, &cell)) {
            told.insert(key, value);
        }
    }
    Ok(found)
}
