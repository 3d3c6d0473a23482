//! Plans as those read them who may: the holder of the tenure, the assessor, the assessor's superior, the performance
//! team. For everyone else they are not there.

use vocabulary::directory::PositionType;
use vocabulary::evaluation::plan::{PlanState, PlanStep};
use vocabulary::evaluation::{LookForm, LookedAt, Standing};

use super::assessors::Lines;
use super::content::{PlanContent, Served, read};
use super::looks::{Look, looked};
use super::standing::{Footing, Subject, footing};
use crate::accounts::Actor;
use crate::clock::Millis;
use crate::db::Linked;
use crate::directory::government;
use crate::error::{Error, Result};
use crate::ids::{PersonId, PlanId, PositionId, TenureId, UnitId};
use crate::on;
use crate::portal::Portal;

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Plan {
    pub id: PlanId,
    pub government: String,
    pub year: i64,
    pub tenure_id: TenureId,
    pub person_id: PersonId,
    pub position_id: PositionId,
    pub unit_id: UnitId,
    #[sqlx(try_from = "String")]
    pub state: PlanState,
    pub version: i64,
    pub agreed_version: Option<i64>,
    pub edits: i64,
    pub made_at: Millis,
    pub person_name: String,
    pub position_title: String,
    #[sqlx(try_from = "String")]
    pub position_kind: PositionType,
    pub unit_name: String,
    pub starts_on: String,
    pub ends_on: Option<String>,
}

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct PlanStepRow {
    pub version: i64,
    #[sqlx(try_from = "String")]
    pub kind: PlanStep,
    pub at: Millis,
    pub signer: String,
    #[sqlx(try_from = "String")]
    pub standing: Standing,
    pub note: String,
}

/// A plan with one of its versions.
#[derive(Debug, Clone)]
pub struct PlanPage {
    pub plan: Plan,
    pub footing: Footing,
    /// Which version this is, and its words.
    pub version: i64,
    pub content: PlanContent,
    pub steps: Vec<PlanStepRow>,
    /// The superior's results that one of these may serve.
    pub above: Vec<Served>,
}

macro_rules! plans_where {
    ($tail:literal) => {
        concat!(
            "select s.id, s.government, s.year, s.tenure_id, s.person_id, s.position_id, s.unit_id, s.state, s.version, s.agreed_version, s.edits, s.made_at, e.name as person_name, p.title as position_title, \
             p.type as position_kind, u.name as unit_name, t.starts_on, t.ends_on from performance_plan s join person e on e.id = s.person_id join position p on p.id = s.position_id join unit u on u.id = s.unit_id \
             join tenure t on t.id = s.tenure_id where ",
            $tail
        )
    };
}
pub(super) use plans_where;

pub(super) async fn plan_row(linked: &mut impl Linked, id: PlanId) -> Result<Plan> {
    let found: Option<Plan> = on!(linked, conn => sqlx::query_as(plans_where!("s.id = $1")).bind(id).fetch_optional(conn).await?);
    found.ok_or(Error::NotFound)
}

/// The plan and by what right the actor meets it today.
///
/// # Errors
/// [`Error::NotFound`] for anyone without a right.
pub(super) async fn plan_for(portal: &Portal, linked: &mut impl Linked, actor: &Actor, id: PlanId) -> Result<(Plan, Footing, String)> {
    let plan = plan_row(linked, id).await?;
    let today = government(linked, &plan.government).await?.today(portal.now());
    let subject = Subject { government: &plan.government, position: plan.position_id, person: Some(plan.person_id) };
    let footing = footing(linked, actor, subject, &today, |_| false).await?;
    Ok((plan, footing, today))
}

pub(super) async fn content_of(linked: &mut impl Linked, id: PlanId, version: i64) -> Result<PlanContent> {
    let text: Option<String> = on!(linked, conn => sqlx::query_scalar("select content from performance_plan_version where plan_id = $1 and number = $2").bind(id).bind(version).fetch_optional(conn).await?);
    read(&text.ok_or(Error::NotFound)?, id.0)
}

/// The results that the assessor agreed upon for the same year: what those of the subject may serve. Their words only.
pub(super) async fn results_above(linked: &mut impl Linked, plan: &Plan, day: &str) -> Result<Vec<Served>> {
    let lines = Lines::above(linked, &[plan.position_id], day).await?;
    for official in lines.candidates(plan.position_id).into_iter().filter(|o| o.person != plan.person_id) {
        let found: Option<(PlanId, i64)> = on!(linked, conn => sqlx::query_as("select id, agreed_version from performance_plan where person_id = $1 and position_id = $2 and year = $3 and agreed_version is not null")
            .bind(official.person).bind(official.position).bind(plan.year).fetch_optional(conn).await?);
        if let Some((id, version)) = found {
            let content = content_of(linked, id, version).await?;
            return Ok(content.results.into_iter().map(|r| Served { plan: id, key: r.key, text: r.text }).collect());
        }
    }
    Ok(Vec::new())
}

/// A plan as a page or file shows it; a look by somebody else is written down. `version` is one that was agreed, else the
/// one worked on.
///
/// # Errors
/// [`Error::NotFound`] for anyone without a right, or no such version.
pub async fn plan(portal: &Portal, actor: &Actor, id: PlanId, version: Option<i64>, form: LookForm) -> Result<PlanPage> {
    let mut tx = portal.db.begin().await?;
    let (plan, footing, today) = plan_for(portal, &mut tx, actor, id).await?;
    // What is only a draft is between those who write it.
    let latest = if footing.standing == Standing::Subject || footing.standing == Standing::Assessor { plan.version } else { plan.agreed_version.unwrap_or(plan.version) };
    let version = version.unwrap_or(latest);
    if version > latest {
        return Err(Error::NotFound);
    }
    let content = content_of(&mut tx, id, version).await?;
    let steps = on!(&mut tx, conn => sqlx::query_as("select version, kind, at, signer, standing, note from performance_plan_step where plan_id = $1 order by number").bind(id).fetch_all(conn).await?);
    let above = if footing.standing == Standing::Subject && plan.state == PlanState::Draft { results_above(&mut tx, &plan, &today).await? } else { Vec::new() };
    looked(portal, &mut tx, actor, Look { government: &plan.government, person: Some(plan.person_id), standing: footing.standing, subject: LookedAt::Plan, id: id.0, form })
        .await?;
    tx.commit().await?;
    Ok(PlanPage { plan, footing, version, content, steps, above })
}

/// A tenure in which one may have a plan for a year.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct OwnTenure {
    pub tenure_id: TenureId,
    pub government: String,
    pub position_title: String,
    pub unit_name: String,
    pub starts_on: String,
    pub ends_on: Option<String>,
}

/// One's own plans, the newest year first.
///
/// # Errors
/// The database's.
pub async fn own_plans(linked: &mut impl Linked, person: PersonId) -> Result<Vec<Plan>> {
    Ok(on!(linked, conn => sqlx::query_as(plans_where!("s.person_id = $1 order by s.year desc, t.starts_on desc limit 60")).bind(person).fetch_all(conn).await?))
}

/// One's tenures that touch a year and have no plan for it.
///
/// # Errors
/// The database's.
pub async fn tenures_without_plan(linked: &mut impl Linked, person: PersonId, year: i64) -> Result<Vec<OwnTenure>> {
    let (first, last) = vocabulary::evaluation::rating::Period::Year.days(year);
    Ok(on!(linked, conn => sqlx::query_as(
        "select t.id as tenure_id, p.government, p.title as position_title, u.name as unit_name, t.starts_on, t.ends_on from tenure t join position p on p.id = t.position_id join unit u on u.id = p.unit_id \
         where t.person_id = $1 and t.starts_on <= $3 and (t.ends_on is null or t.ends_on >= $2) and not exists (select 1 from performance_plan s where s.tenure_id = t.id and s.year = $4) order by t.starts_on desc")
        .bind(person).bind(&first).bind(&last).bind(year).fetch_all(conn).await?))
}
