//! What lies on a desk: plans and evaluations of those whom one assesses, objections that one decides, and for the
//! performance team where everything stands.

use std::collections::HashSet;

use sqlx::{Postgres, QueryBuilder, Sqlite};
use vocabulary::accounts::Role;
use vocabulary::evaluation::Standing;

use super::assessors::{Depth, Lines, reach};
use super::evaluations::{Evaluation, evaluations_where};
use super::plans::{Plan, plans_where};
use crate::accounts::Actor;
use crate::db::{Link, Linked};
use crate::directory::government;
use crate::error::{Error, Result};
use crate::ids::PositionId;
use crate::on;
use crate::portal::Portal;

/// What somebody has to do with in one government, as an assessor or as an assessor's superior.
#[derive(Debug, Clone, Default)]
pub struct Desk {
    pub plans: Vec<Plan>,
    pub evaluations: Vec<(Evaluation, Standing)>,
}

const CHUNK: usize = 500;
/// As many of each as a page lists; what is beyond waits for the desk to be cleared.
const MOST: i64 = 200;

macro_rules! of_positions {
    ($linked:expr, $row:ty, $select:expr, $positions:expr, $year:expr, $order:literal) => {{
        let mut found: Vec<$row> = Vec::new();
        macro_rules! run {
            ($db:ty, $conn:expr, $chunk:expr) => {{
                let mut query = QueryBuilder::<$db>::new($select);
                query.push_bind($year).push(" and p.id in (");
                let mut list = query.separated(", ");
                for id in $chunk {
                    list.push_bind(*id);
                }
                query.push($order).push_bind(MOST);
                found.extend(query.build_query_as::<$row>().fetch_all($conn).await?);
            }};
        }
        for chunk in $positions.chunks(CHUNK) {
            match Linked::link(&mut *$linked) {
                Link::Sqlite(conn) => run!(Sqlite, conn, chunk),
                Link::Postgres(conn) => run!(Postgres, conn, chunk),
            }
        }
        found
    }};
}

/// The desk in a government for a year.
///
/// # Errors
/// [`Error::NotFound`] without the role of assessor there.
pub async fn desk(portal: &Portal, linked: &mut impl Linked, actor: &Actor, slug: &str, year: i64) -> Result<Desk> {
    let Some(person) = actor.person.filter(|_| actor.holds_in(Role::Assessor, slug)) else { return Err(Error::NotFound) };
    let today = government(linked, slug).await?.today(portal.now());
    let positions = reach(linked, slug, person, &today, Depth::Own).await?;
    let plans: Vec<Plan> = of_positions!(linked, Plan, plans_where!("s.year = "), positions, year, ") order by e.name limit ");
    let mut evaluations: Vec<Evaluation> = of_positions!(linked, Evaluation, evaluations_where!("v.year = "), positions, year, ") order by e.name limit ");
    // Objections are few, and come to the one above from anywhere.
    let objected: Vec<Evaluation> = on!(linked, conn => sqlx::query_as(evaluations_where!("v.government = $1 and v.state in ('objected', 'assessor_explained', 'hearing') order by v.made_at limit $2"))
        .bind(slug).bind(MOST).fetch_all(conn).await?);
    let known: HashSet<_> = evaluations.iter().map(|e| e.id).collect();
    evaluations.extend(objected.into_iter().filter(|e| !known.contains(&e.id)));
    let every: Vec<PositionId> = plans.iter().map(|p| p.position_id).chain(evaluations.iter().map(|e| e.position_id)).collect::<HashSet<_>>().into_iter().collect();
    let lines = Lines::above(linked, &every, &today).await?;
    let is_assessor = |position: PositionId, subject| lines.assessor(position, Some(subject), |_| false).is_some_and(|o| o.person == person);
    let plans = plans.into_iter().filter(|p| is_assessor(p.position_id, p.person_id)).collect();
    let evaluations = evaluations
        .into_iter()
        .filter_map(|e| {
            let assessor = lines.assessor(e.position_id, Some(e.person_id), |_| false)?;
            if assessor.person == person {
                return Some((e, Standing::Assessor));
            }
            let superior = lines.superior(e.position_id, Some(e.person_id), &assessor, |o| Some(o.person) == e.issued_by)?;
            (superior.person == person).then_some((e, Standing::Superior))
        })
        .collect();
    Ok(Desk { plans, evaluations })
}

/// For the performance team: how many plans and evaluations of a year stand where.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Standings {
    /// `skp`, or the period.
    pub what: String,
    pub state: String,
    pub many: i64,
}

/// # Errors
/// [`Error::NotFound`] for anyone but the performance team.
pub async fn standings(linked: &mut impl Linked, actor: &Actor, slug: &str, year: i64) -> Result<Vec<Standings>> {
    if !actor.holds_in(Role::PerformanceTeam, slug) {
        return Err(Error::NotFound);
    }
    Ok(on!(linked, conn => sqlx::query_as(
        "select 'skp' as what, state, count(*) as many from performance_plan where government = $1 and year = $2 group by state \
         union all select period as what, state, count(*) as many from evaluation where government = $1 and year = $2 group by period, state order by 1, 2")
        .bind(slug).bind(year).fetch_all(conn).await?))
}

/// For the performance team: every evaluation of a year, by name, a page at a time.
///
/// # Errors
/// [`Error::NotFound`] for anyone but the performance team.
pub async fn all_evaluations(linked: &mut impl Linked, actor: &Actor, slug: &str, year: i64, after: &str) -> Result<Vec<Evaluation>> {
    if !actor.holds_in(Role::PerformanceTeam, slug) {
        return Err(Error::NotFound);
    }
    Ok(
        on!(linked, conn => sqlx::query_as(evaluations_where!("v.government = $1 and v.year = $2 and e.name > $3 order by e.name, v.made_at limit 50")).bind(slug).bind(year).bind(after).fetch_all(conn).await?),
    )
}
