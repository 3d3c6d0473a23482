//! The performance team opens a year: how often it is evaluated in between, and by which rules. And it sets what units as
//! a whole reached, which stands beside individual ratings as a hint.

use std::collections::HashSet;

use vocabulary::accounts::Role;
use vocabulary::evaluation::rating::{OrganisationPredicate, Period, Rhythm, RuleSet};
use vocabulary::{Fault, Problem, Problems};

use crate::accounts::Actor;
use crate::clock::Millis;
use crate::db::{Linked, is_taken};
use crate::directory::{government, units};
use crate::error::{Error, Refusal, Result};
use crate::ids::UnitId;
use crate::ledger;
use crate::on;
use crate::portal::Portal;

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Year {
    pub government: String,
    pub year: i64,
    #[sqlx(try_from = "String")]
    pub rhythm: Rhythm,
    #[sqlx(try_from = "String")]
    pub rule_set: RuleSet,
    pub opened_at: Millis,
}

/// As early or late as a year is opened: the one before, this one, the next.
const AROUND: i64 = 1;

/// # Errors
/// [`Error::NotFound`] for anyone but the performance team; [`Refusal::AlreadyDone`]; a problem of `tahun`.
pub async fn open_year(portal: &Portal, actor: &Actor, slug: &str, year: i64, rhythm: Rhythm, rule_set: RuleSet) -> Result<()> {
    if !actor.holds_in(Role::PerformanceTeam, slug) {
        return Err(Error::NotFound);
    }
    let mut tx = portal.db.begin().await?;
    let this: i64 = government(&mut tx, slug).await?.today(portal.now())[..4].parse().unwrap_or_default();
    if (year - this).abs() > AROUND {
        return Err(Problems(vec![Problem { field: "tahun", fault: Fault::UnknownChoice }]).into());
    }
    let written = on!(&mut tx, conn => sqlx::query("insert into evaluation_year (government, year, rhythm, rule_set, opened_by, opened_at) values ($1, $2, $3, $4, $5, $6)")
        .bind(slug).bind(year).bind(rhythm.as_str()).bind(rule_set.as_str()).bind(actor.account).bind(portal.now()).execute(conn).await.map(|r| r.rows_affected()));
    match written {
        Err(e) if is_taken(&e) => return Err(Refusal::AlreadyDone.into()),
        other => other?,
    };
    ledger::append(
        portal,
        &mut tx,
        ledger::Entry {
            government: slug,
            kind: "evaluation-year-opened",
            subject: &format!("{slug}/{year}"),
            by_reporter: false,
            content: &(year, rhythm.as_str(), rule_set.as_str()),
        },
    )
    .await?;
    tx.commit().await
}

/// The years of a government that were opened, the newest first.
///
/// # Errors
/// The database's.
pub async fn years(linked: &mut impl Linked, slug: &str) -> Result<Vec<Year>> {
    Ok(
        on!(linked, conn => sqlx::query_as("select government, year, rhythm, rule_set, opened_at from evaluation_year where government = $1 order by year desc").bind(slug).fetch_all(conn).await?),
    )
}

/// # Errors
/// [`Error::NotFound`] where the year was not opened.
pub async fn year_of(linked: &mut impl Linked, slug: &str, year: i64) -> Result<Year> {
    years(linked, slug).await?.into_iter().find(|y| y.year == year).ok_or(Error::NotFound)
}

/// Sets what a unit reached in a period; an earlier word stays and no longer counts.
///
/// # Errors
/// [`Error::NotFound`] for anyone but the performance team, or a unit or year that is not there.
pub async fn rate_organisation(
    portal: &Portal,
    actor: &Actor,
    slug: &str,
    unit: &str,
    (year, period): (i64, Period),
    predicate: OrganisationPredicate,
    reason: &str,
) -> Result<()> {
    if !actor.holds_in(Role::PerformanceTeam, slug) {
        return Err(Error::NotFound);
    }
    let mut tx = portal.db.begin().await?;
    year_of(&mut tx, slug, year).await?;
    let (unit_id, _) = units::named(&mut tx, slug, unit).await.map_err(|e| match e {
        Error::NotFound => Problems(vec![Problem { field: "unit", fault: Fault::UnknownChoice }]).into(),
        other => other,
    })?;
    let id = portal.new_id();
    on!(&mut tx, conn => sqlx::query("insert into organisation_rating (id, government, unit_id, year, period, predicate, reason, account_id, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)")
        .bind(id).bind(slug).bind(unit_id).bind(year).bind(period.to_string()).bind(predicate.as_str()).bind(reason).bind(actor.account).bind(portal.now()).execute(conn).await?.rows_affected());
    ledger::append(
        portal,
        &mut tx,
        ledger::Entry {
            government: slug,
            kind: "organisation-rated",
            subject: &id.to_string(),
            by_reporter: false,
            content: &(unit_id, year, period.to_string(), predicate.as_str(), reason),
        },
    )
    .await?;
    tx.commit().await
}

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct OrganisationRating {
    pub unit_name: String,
    #[sqlx(try_from = "String")]
    pub period: Period,
    #[sqlx(try_from = "String")]
    pub predicate: OrganisationPredicate,
    pub reason: String,
    pub at: Millis,
}

/// What counts for a unit in a period: its own, else that of the next unit above with one.
///
/// # Errors
/// The database's.
pub async fn organisation_of(linked: &mut impl Linked, unit: UnitId, year: i64, period: Period) -> Result<Option<OrganisationRating>> {
    let mut seen = HashSet::new();
    let mut at = Some(unit);
    while let Some(unit) = at.filter(|u| seen.insert(*u)) {
        let found: Option<OrganisationRating> = on!(linked, conn => sqlx::query_as(
            "select u.name as unit_name, r.period, r.predicate, r.reason, r.at from organisation_rating r join unit u on u.id = r.unit_id where r.unit_id = $1 and r.year = $2 and r.period = $3 order by r.at desc, r.id desc limit 1")
            .bind(unit).bind(year).bind(period.to_string()).fetch_optional(conn).await?);
        if found.is_some() {
            return Ok(found);
        }
        at = on!(linked, conn => sqlx::query_scalar::<_, Option<UnitId>>("select parent_id from unit where id = $1").bind(unit).fetch_optional(conn).await?).flatten();
    }
    Ok(None)
}

/// What was set in a year, the newest first.
///
/// # Errors
/// The database's.
pub async fn organisation_ratings(linked: &mut impl Linked, slug: &str, year: i64) -> Result<Vec<OrganisationRating>> {
    Ok(on!(linked, conn => sqlx::query_as(
        "select u.name as unit_name, r.period, r.predicate, r.reason, r.at from organisation_rating r join unit u on u.id = r.unit_id where r.government = $1 and r.year = $2 order by r.at desc, r.id desc limit 200")
        .bind(slug).bind(year).fetch_all(conn).await?))
}
