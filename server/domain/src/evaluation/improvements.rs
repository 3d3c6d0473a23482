//! "You said, we did": what a unit changed because of a report, before and after, tied to the public case that led to it.
//! Written by the unit; taken back with a reason, never deleted.

use vocabulary::accounts::Role;
use vocabulary::evaluation::ImprovementInput;
use vocabulary::{Fault, Problems};

use crate::accounts::Actor;
use crate::clock::Millis;
use crate::db::Linked;
use crate::error::{Error, Refusal, Result};
use crate::ids::{CaseId, ImprovementId, UnitId};
use crate::ledger;
use crate::on;
use crate::portal::Portal;

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Improvement {
    pub id: ImprovementId,
    pub government: String,
    pub unit_slug: String,
    pub unit_name: String,
    pub reference: String,
    pub title: String,
    pub before_text: String,
    pub after_text: String,
    pub changed_on: String,
    pub at: Millis,
}

macro_rules! improvements {
    ($tail:literal) => {
        concat!(
            "select i.id, i.government, u.slug as unit_slug, u.name as unit_name, c.reference, c.title, i.before_text, i.after_text, i.changed_on, i.at ",
            "from improvement i join unit u on u.id = i.unit_id join feedback_case c on c.id = i.case_id where i.withdrawn_at is null and c.published_at is not null and ",
            $tail
        )
    };
}

/// The newest of a government, at most twenty.
///
/// # Errors
/// The database's.
pub async fn newest(linked: &mut impl Linked, government: &str) -> Result<Vec<Improvement>> {
    Ok(on!(linked, conn => sqlx::query_as(improvements!("i.government = $1 order by i.changed_on desc, i.id desc limit 20")).bind(government).fetch_all(conn).await?))
}

/// The newest of a unit, at most ten.
///
/// # Errors
/// The database's.
pub async fn of_unit(linked: &mut impl Linked, unit: UnitId) -> Result<Vec<Improvement>> {
    Ok(on!(linked, conn => sqlx::query_as(improvements!("i.unit_id = $1 order by i.changed_on desc, i.id desc limit 10")).bind(unit).fetch_all(conn).await?))
}

/// Those that a case led to.
///
/// # Errors
/// The database's.
pub async fn of_case(linked: &mut impl Linked, case: CaseId) -> Result<Vec<Improvement>> {
    Ok(on!(linked, conn => sqlx::query_as(improvements!("i.case_id = $1 order by i.changed_on desc, i.id desc limit 10")).bind(case).fetch_all(conn).await?))
}

/// Those that this actor's units wrote, the newest first.
///
/// # Errors
/// [`Error::NotFound`] for whoever handles no cases.
pub async fn own(linked: &mut impl Linked, actor: &Actor) -> Result<Vec<Improvement>> {
    let mut found = Vec::new();
    let governments: Vec<String> = actor.governments().into_iter().filter(|g| actor.holds_in(Role::Handler, g)).collect();
    if governments.is_empty() {
        return Err(Error::NotFound);
    }
    for government in governments {
        let units = actor.scope(linked, Role::Handler, &government).await?.units;
        let of: Vec<(UnitId, ImprovementId)> = on!(&mut *linked, conn => sqlx::query_as("select unit_id, id from improvement where government = $1 and withdrawn_at is null order by changed_on desc, id desc limit 200").bind(&government).fetch_all(conn).await?);
        for (_, id) in of.into_iter().filter(|(unit, _)| units.contains(unit)).take(50) {
            let one: Option<Improvement> = on!(&mut *linked, conn => sqlx::query_as(improvements!("i.id = $1")).bind(id).fetch_optional(conn).await?);
            found.extend(one);
        }
    }
    Ok(found)
}

/// # Errors
/// [`Error::Invalid`] where there is no such public case of this actor's units; [`Error::NotFound`] for whoever handles none.
pub async fn tell(portal: &Portal, actor: &Actor, input: &ImprovementInput) -> Result<ImprovementId> {
    let mut tx = portal.db.begin().await?;
    let case: Option<(CaseId, String, UnitId)> = on!(&mut tx, conn => sqlx::query_as(
        "select id, government, coalesce(handling_unit_id, unit_id) as unit_id from feedback_case where reference = $1 and published_at is not null and status in ('responded', 'closed') and kind <> 'penyimpangan' and coalesce(handling_unit_id, unit_id) is not null")
        .bind(&input.reference).fetch_optional(conn).await?);
    if !actor.holds(Role::Handler) {
        return Err(Error::NotFound);
    }
    let wrong = || {
        let mut problems = Problems::default();
        problems.add("laporan", Fault::UnknownChoice);
        Error::Invalid(problems)
    };
    let (case, government, unit) = case.ok_or_else(wrong)?;
    if !actor.holds_in(Role::Handler, &government) || !actor.scope(&mut tx, Role::Handler, &government).await?.units.contains(&unit) {
        return Err(wrong());
    }
    let id = ImprovementId(portal.new_id());
    on!(&mut tx, conn => sqlx::query("insert into improvement (id, government, unit_id, case_id, before_text, after_text, changed_on, at, account_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)")
        .bind(id).bind(&government).bind(unit).bind(case).bind(&input.before).bind(&input.after).bind(&input.changed_on).bind(portal.now()).bind(actor.account).execute(conn).await?.rows_affected());
    ledger::append(
        portal,
        &mut tx,
        ledger::Entry {
            government: &government,
            kind: "improvement-told",
            subject: &id.to_string(),
            by_reporter: false,
            content: &(&input.reference, &input.before, &input.after, &input.changed_on),
        },
    )
    .await?;
    tx.commit().await?;
    Ok(id)
}

/// # Errors
/// [`Error::NotFound`] for whoever does not handle cases of its unit; [`Refusal::AlreadyDone`].
pub async fn withdraw(portal: &Portal, actor: &Actor, id: ImprovementId, reason: &str) -> Result<()> {
    let mut tx = portal.db.begin().await?;
    let found: Option<(String, UnitId)> = on!(&mut tx, conn => sqlx::query_as("select government, unit_id from improvement where id = $1").bind(id).fetch_optional(conn).await?);
    let (government, unit) = found.ok_or(Error::NotFound)?;
    if !actor.scope(&mut tx, Role::Handler, &government).await?.units.contains(&unit) {
        return Err(Error::NotFound);
    }
    let done = on!(&mut tx, conn => sqlx::query("update improvement set withdrawn_at = $2, withdrawn_reason = $3 where id = $1 and withdrawn_at is null").bind(id).bind(portal.now()).bind(reason).execute(conn).await?.rows_affected());
    if done == 0 {
        return Err(Refusal::AlreadyDone.into());
    }
    ledger::append(portal, &mut tx, ledger::Entry { government: &government, kind: "improvement-withdrawn", subject: &id.to_string(), by_reporter: false, content: &reason })
        .await?;
    tx.commit().await
}
