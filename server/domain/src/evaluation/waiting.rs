//! What lies on a desk: plans and evaluations of those whom one assesses, objections that one decides, and for the
//! performance team where everything stands.

use std::collections::HashSet;

use sqlx::{Postgres, QueryBuilder, Sqlite};
use vocabulary::accounts::Role;
use vocabulary::evaluation::Standing;

use super::assessors::{Depth, Lines, reach};
use super::evaluations::{Evaluation, evaluations_where, own_evaluations};
use super::plans::{Plan, own_plans, plans_where};
use crate::accounts::Actor;
use crate::db::{Link, Linked};
use crate::directory::government;
use crate::error::{Error, Result};
use crate::ids::{EvaluationId, PositionId};
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

/// As many objections of a government as are asked about, the oldest first.
const OBJECTIONS: i64 = 2000;

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
        .bind(slug).bind(OBJECTIONS).fetch_all(conn).await?);
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

/// How many plans and evaluations go on only when this actor does something: their own, and those they assess or decide
/// objections to, of this year and the last.
///
/// # Errors
/// The database's.
pub async fn turns(portal: &Portal, linked: &mut impl Linked, actor: &Actor) -> Result<usize> {
    let Some(person) = actor.person else { return Ok(0) };
    let over = |e: &Evaluation, today: &str| today >= e.days().1.as_str();
    let mut count = own_plans(linked, person).await?.iter().filter(|p| p.state.waits_for(Standing::Subject)).count();
    // Whether the days are over is the assessor's question.
    count += own_evaluations(linked, person).await?.iter().filter(|e| e.state.waits_for(Standing::Subject, true)).count();
    for slug in actor.governments() {
        if !actor.holds_in(Role::Assessor, &slug) {
            continue;
        }
        let today = government(linked, &slug).await?.today(portal.now());
        let Some(year) = today.get(..4).and_then(|year| year.parse::<i64>().ok()) else { continue };
        // An objection lies on the desk of every year.
        let mut evaluations = HashSet::new();
        for year in [year - 1, year] {
            let desk = desk(portal, linked, actor, &slug, year).await?;
            count += desk.plans.iter().filter(|p| p.state.waits_for(Standing::Assessor)).count();
            evaluations.extend(desk.evaluations.iter().filter(|(e, standing)| e.state.waits_for(*standing, over(e, &today))).map(|(e, _)| e.id));
        }
        count += evaluations.len();
    }
    Ok(count)
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

/// For the performance team: every evaluation of a year, by name, a page at a time; `after` is the name and the id with which
/// the page before ended.
///
/// # Errors
/// [`Error::NotFound`] for anyone but the performance team.
pub async fn all_evaluations(linked: &mut impl Linked, actor: &Actor, slug: &str, year: i64, after: (&str, EvaluationId)) -> Result<Vec<Evaluation>> {
    if !actor.holds_in(Role::PerformanceTeam, slug) {
        return Err(Error::NotFound);
    }
    Ok(
        on!(linked, conn => sqlx::query_as(evaluations_where!("v.government = $1 and v.year = $2 and (e.name > $3 or e.name = $3 and v.id > $4) order by e.name, v.id limit 50")).bind(slug).bind(year).bind(after.0).bind(after.1).fetch_all(conn).await?),
    )
}
