//! The training plan of a person and year, what of it was done, budgets of units, and what the public learns: of an
//! agency as a whole, of at least ten people, at the ends of quarters, in steps of ten percent.
//!
//! Only agencies are told of, each with everything below it: so no two figures overlap, and none is the other less a
//! few. A figure that changed with each day would tell who came back from a course.

use time::{Date, Month};
use vocabulary::accounts::Role;
use vocabulary::development::{BudgetInput, DoneInput, TrainingInput};

use super::profile::right;
use super::{accounts_of, recorded};
use crate::accounts::Actor;
use crate::clock::{day_text, local_day};
use crate::db::{Linked, is_taken};
use crate::directory::{self, Government};
use crate::error::{Error, Refusal, Result};
use crate::ids::{PersonId, TrainingId, UnitId};
use crate::notifications::tell;
use crate::on;
use crate::portal::Portal;
use crate::rules;

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Training {
    pub id: TrainingId,
    pub person_id: PersonId,
    pub topic: String,
    /// The competency it is for, if for one.
    pub competency: Option<String>,
    /// Planned hours of instruction (JP).
    pub hours: i64,
    pub provider: String,
    pub rupiah: i64,
    pub planned_on: String,
    pub done_on: Option<String>,
    pub done_hours: Option<i64>,
    pub proof: Option<String>,
}

/// Hours of instruction that were done.
pub fn hours(trainings: &[Training]) -> i64 {
    trainings.iter().filter_map(|t| t.done_hours).sum()
}

/// Hours a year that the rule asks for on a day, and its citation.
///
/// # Errors
/// When the reference data lack the rule.
pub async fn hours_a_year(linked: &mut impl Linked, day: &str) -> Result<rules::Rule> {
    rules::in_force(linked, "training.hours_a_year", day).await
}

pub(super) async fn of_person(linked: &mut impl Linked, person: PersonId, year: i64) -> Result<Vec<Training>> {
    Ok(on!(linked, conn => sqlx::query_as(
        "select t.id, t.person_id, t.topic, t.competency, t.hours, t.provider, t.rupiah, t.planned_on, d.on_day as done_on, d.hours as done_hours, d.proof from training t left join training_done d on d.training_id = t.id \
         where t.person_id = $1 and t.year = $2 order by t.planned_on, t.id")
        .bind(person).bind(year).fetch_all(conn).await?))
}

/// Plans a training for a person and tells them.
///
/// # Errors
/// [`Error::NotFound`] for anyone but the assessor and the personnel office.
pub async fn plan(portal: &Portal, actor: &Actor, person: PersonId, input: &TrainingInput) -> Result<TrainingId> {
    let mut tx = portal.db.begin().await?;
    let government: Option<String> = on!(&mut tx, conn => sqlx::query_scalar("select government from person where id = $1").bind(person).fetch_optional(conn).await?);
    let day = directory::government(&mut tx, &government.ok_or(Error::NotFound)?).await?.today(portal.now());
    let (holder, right) = right(&mut tx, actor, person, &day).await?;
    if !right.plans() {
        return Err(Error::NotFound);
    }
    let id = TrainingId(portal.new_id());
    on!(&mut tx, conn => sqlx::query(
        "insert into training (id, government, person_id, unit_id, year, topic, competency, hours, provider, rupiah, planned_on, at, account_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)")
        .bind(id).bind(&holder.government).bind(person).bind(holder.unit_id).bind(input.year).bind(&input.topic).bind(&input.competency).bind(input.hours).bind(&input.provider).bind(input.rupiah)
        .bind(&input.planned_on).bind(portal.now()).bind(actor.account).execute(conn).await?.rows_affected());
    recorded(portal, &mut tx, &holder.government, id.0, &("training", &input.topic)).await?;
    for account in accounts_of(&mut tx, person).await?.into_iter().filter(|a| *a != actor.account) {
        tell(portal, &mut tx, account, "training-planned", &input.topic, "/petugas/pengembangan").await?;
    }
    tx.commit().await?;
    Ok(id)
}

/// The personnel office writes down that it was done, with its hours and proof.
///
/// # Errors
/// [`Refusal::AlreadyDone`]; [`Error::NotFound`] for anyone but the personnel office.
pub async fn done(portal: &Portal, actor: &Actor, id: TrainingId, input: &DoneInput) -> Result<()> {
    let mut tx = portal.db.begin().await?;
    let found: Option<(String, PersonId, String)> =
        on!(&mut tx, conn => sqlx::query_as("select government, person_id, topic from training where id = $1").bind(id).fetch_optional(conn).await?);
    let (government, person, topic) = found.filter(|(g, ..)| actor.holds_in(Role::PersonnelOffice, g)).ok_or(Error::NotFound)?;
    let written = on!(&mut tx, conn => sqlx::query("insert into training_done (training_id, hours, on_day, proof, at, account_id) values ($1, $2, $3, $4, $5, $6)")
        .bind(id).bind(input.hours).bind(&input.on_day).bind(&input.proof).bind(portal.now()).bind(actor.account).execute(conn).await.map(|r| r.rows_affected()));
    match written {
        Err(e) if is_taken(&e) => return Err(Refusal::AlreadyDone.into()),
        other => other?,
    };
    recorded(portal, &mut tx, &government, id.0, &("training-done", &input.proof)).await?;
    for account in accounts_of(&mut tx, person).await? {
        tell(portal, &mut tx, account, "training-done", &topic, "/petugas/pengembangan").await?;
    }
    tx.commit().await
}

/// The personnel office writes down an agency's training budget of a year; the newest counts.
///
/// # Errors
/// [`Error::NotFound`] for anyone but the personnel office, and for a unit that is none of the government.
pub async fn budget(portal: &Portal, actor: &Actor, government: &str, input: &BudgetInput) -> Result<()> {
    if !actor.holds_in(Role::PersonnelOffice, government) {
        return Err(Error::NotFound);
    }
    let mut tx = portal.db.begin().await?;
    let (unit, _) = directory::units::named(&mut tx, government, &input.unit).await?;
    let id = portal.new_id();
    on!(&mut tx, conn => sqlx::query("insert into training_budget (id, government, unit_id, year, rupiah, source, at, account_id) values ($1, $2, $3, $4, $5, $6, $7, $8)")
        .bind(id).bind(government).bind(unit).bind(input.year).bind(input.rupiah).bind(&input.source).bind(portal.now()).bind(actor.account).execute(conn).await?.rows_affected());
    recorded(portal, &mut tx, government, id, &("training-budget", &input.source)).await?;
    tx.commit().await
}

/// An agency with everything below it, in a year.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct AgencyTotal {
    pub unit_id: UnitId,
    pub slug: String,
    pub name: String,
    /// People in posts at the end of the period.
    pub people: i64,
    /// Of them, those with the hours of the rule.
    pub fulfilled: i64,
    /// Of them, those of whom any training of the year is recorded as done.
    pub recorded: i64,
    pub rupiah: Option<i64>,
    /// Of the plans of the year, in rupiah.
    pub planned_rupiah: i64,
}

async fn totals(linked: &mut impl Linked, government: &str, year: i64, until: &str) -> Result<Vec<AgencyTotal>> {
    let least = hours_a_year(linked, until).await?.value;
    Ok(on!(linked, conn => sqlx::query_as(
        "with recursive below (top, id) as (select u.id, u.id from unit u join unit g on g.id = u.parent_id where g.government = $1 and g.kind = 'pemerintah' and u.valid_from <= $3 and (u.valid_to is null or u.valid_to >= $3) \
         union all select b.top, u.id from unit u join below b on u.parent_id = b.id), \
         staff (top, person) as (select distinct b.top, t.person_id from below b join position p on p.unit_id = b.id join tenure t on t.position_id = p.id where t.kind = 'definitive' and t.starts_on <= $3 and (t.ends_on is null or t.ends_on >= $3)), \
         done (person, hours) as (select t.person_id, sum(d.hours) from training t join training_done d on d.training_id = t.id where t.government = $1 and t.year = $2 and d.on_day <= $3 group by t.person_id) \
         select u.id as unit_id, u.slug, u.name, count(s.person) as people, count(case when d.hours >= $4 then 1 end) as fulfilled, count(d.person) as recorded, \
         (select b.rupiah from training_budget b where b.unit_id = u.id and b.year = $2 order by b.at desc, b.id desc limit 1) as rupiah, \
         cast((select coalesce(sum(t.rupiah), 0) from training t join below k on k.id = t.unit_id where k.top = u.id and t.year = $2) as bigint) as planned_rupiah \
         from unit u join staff s on s.top = u.id left join done d on d.person = s.person group by u.id, u.slug, u.name order by u.name, u.slug")
        .bind(government).bind(year).bind(until).bind(least).fetch_all(conn).await?))
}

/// Agencies in a year, for the personnel office: as it is today.
///
/// # Errors
/// [`Error::NotFound`] for anyone else.
pub async fn overview(linked: &mut impl Linked, actor: &Actor, government: &str, year: i64, today: &str) -> Result<Vec<AgencyTotal>> {
    if !actor.holds_in(Role::PersonnelOffice, government) {
        return Err(Error::NotFound);
    }
    totals(linked, government, year, today).await
}

/// Fewer people than this are not told of.
pub const LEAST_PEOPLE: i64 = 10;

/// What everyone may know of an agency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicTotal {
    pub slug: String,
    pub name: String,
    /// None where there are fewer than [`LEAST_PEOPLE`].
    pub figures: Option<PublicFigures>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicFigures {
    /// Share of the people with the hours of the rule, to the nearest ten percent; none where nothing is recorded of
    /// anybody, which says nothing of what people did.
    pub percent: Option<i64>,
    /// Budget of the year for each of them, in whole thousands of rupiah.
    pub rupiah_each: Option<i64>,
}

/// What is public: the agencies at the end of the last quarter, which is returned with its year.
///
/// # Errors
/// The database's.
pub async fn published(linked: &mut impl Linked, government: &Government, now: crate::clock::Millis) -> Result<(String, Vec<PublicTotal>)> {
    let until = quarter_end(local_day(now, government.utc_offset_hours));
    let totals = totals(linked, &government.slug, i64::from(until.year()), &day_text(until)).await?;
    let told = |t: AgencyTotal| {
        let figures = (t.people >= LEAST_PEOPLE).then(|| PublicFigures {
            percent: (t.recorded > 0).then(|| (t.fulfilled * 10 + t.people / 2) / t.people * 10),
            rupiah_each: t.rupiah.map(|r| r / t.people / 1000 * 1000),
        });
        PublicTotal { slug: t.slug, name: t.name, figures }
    };
    Ok((day_text(until), totals.into_iter().map(told).collect()))
}

/// The last day of the quarter before this one.
fn quarter_end(today: Date) -> Date {
    let first_month = (u8::from(today.month()) - 1) / 3 * 3 + 1;
    let first = Month::try_from(first_month).ok().and_then(|month| Date::from_calendar_date(today.year(), month, 1).ok()).unwrap_or(today);
    first.previous_day().unwrap_or(first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::parse_day;

    #[test]
    fn figures_stand_still_for_a_quarter() {
        for (today, until) in [("2026-01-01", "2025-12-31"), ("2026-03-31", "2025-12-31"), ("2026-04-01", "2026-03-31"), ("2026-11-21", "2026-09-30"), ("2026-12-31", "2026-09-30")]
        {
            assert_eq!(day_text(quarter_end(parse_day(today).unwrap())), until, "{today}");
        }
    }
}
