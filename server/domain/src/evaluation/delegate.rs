//! A superior hands assessing over to another official for some days; the performance team may do it for a post whose
//! holder cannot. It ends by itself, or is taken back.

use vocabulary::accounts::Role;
use vocabulary::directory::PositionType;
use vocabulary::evaluation::DelegationInput;
use vocabulary::{Fault, Problem, Problems};

use crate::accounts::Actor;
use crate::clock::Millis;
use crate::db::Linked;
use crate::directory::{government, positions};
use crate::error::{Error, Refusal, Result};
use crate::ids::{DelegationId, PersonId, PositionId};
use crate::ledger;
use crate::on;
use crate::portal::Portal;

fn wrong(field: &'static str, fault: Fault) -> Error {
    Problems(vec![Problem { field, fault }]).into()
}

/// The post of this slug in the government, with its type.
async fn post(linked: &mut impl Linked, slug: &str, named: &str) -> Result<Option<(PositionId, PositionType)>> {
    let found: Option<(PositionId, String)> =
        on!(linked, conn => sqlx::query_as("select id, type from position where government = $1 and slug = $2").bind(slug).bind(named).fetch_optional(conn).await?);
    Ok(found.and_then(|(id, kind)| PositionType::parse(&kind).map(|kind| (id, kind))))
}

/// Whether the actor may hand over what is this post's: whoever acts in it on the day, or the performance team.
async fn may(linked: &mut impl Linked, actor: &Actor, slug: &str, from: PositionId, day: &str) -> Result<bool> {
    if actor.holds_in(Role::PerformanceTeam, slug) {
        return Ok(true);
    }
    let acting: Option<PersonId> = positions::holder_on(linked, from, day).await?.map(|(_, person)| person);
    Ok(acting.is_some() && acting == actor.person && actor.holds_in(Role::Assessor, slug))
}

/// # Errors
/// [`Error::NotFound`] for who may not; problems of the form: `dari`, `kepada`, `untuk`, `mulai`, `sampai`.
pub async fn delegate(portal: &Portal, actor: &Actor, slug: &str, input: &DelegationInput) -> Result<DelegationId> {
    let mut tx = portal.db.begin().await?;
    let today = government(&mut tx, slug).await?.today(portal.now());
    let (from, _) = post(&mut tx, slug, &input.from).await?.ok_or(Error::NotFound)?;
    if !may(&mut tx, actor, slug, from, &today).await? {
        return Err(Error::NotFound);
    }
    let (to, kind) = post(&mut tx, slug, &input.to).await?.ok_or_else(|| wrong("kepada", Fault::UnknownChoice))?;
    // Nobody hands it to themselves, by whatever right.
    let own = positions::holder_on(&mut tx, to, &today).await?.is_some_and(|(_, person)| Some(person) == actor.person);
    if !kind.is_managerial() || to == from || own {
        return Err(wrong("kepada", Fault::UnknownChoice));
    }
    let only = match input.only.as_deref() {
        Some(slug_of_post) => Some(post(&mut tx, slug, slug_of_post).await?.ok_or_else(|| wrong("untuk", Fault::UnknownChoice))?.0),
        None => None,
    };
    if input.starts_on < today {
        return Err(wrong("mulai", Fault::InThePast));
    }
    let id = DelegationId(portal.new_id());
    on!(&mut tx, conn => sqlx::query("insert into assessor_delegation (id, government, from_position_id, for_position_id, to_position_id, starts_on, ends_on, reason, made_by, made_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)")
        .bind(id).bind(slug).bind(from).bind(only).bind(to).bind(&input.starts_on).bind(&input.ends_on).bind(&input.reason).bind(actor.account).bind(portal.now()).execute(conn).await?.rows_affected());
    ledger::append(
        portal,
        &mut tx,
        ledger::Entry {
            government: slug,
            kind: "assessor-delegated",
            subject: &id.to_string(),
            by_reporter: false,
            content: &(from, only, to, &input.starts_on, &input.ends_on, &input.reason),
        },
    )
    .await?;
    tx.commit().await?;
    Ok(id)
}

/// Takes a delegation back from now on.
///
/// # Errors
/// [`Refusal::AlreadyDone`]; [`Error::NotFound`] for who may not.
pub async fn withdraw_delegation(portal: &Portal, actor: &Actor, slug: &str, id: DelegationId) -> Result<()> {
    let mut tx = portal.db.begin().await?;
    let today = government(&mut tx, slug).await?.today(portal.now());
    let from: Option<PositionId> = on!(&mut tx, conn => sqlx::query_scalar("select from_position_id from assessor_delegation where id = $1 and government = $2").bind(id).bind(slug).fetch_optional(conn).await?);
    if !may(&mut tx, actor, slug, from.ok_or(Error::NotFound)?, &today).await? {
        return Err(Error::NotFound);
    }
    let taken = on!(&mut tx, conn => sqlx::query("update assessor_delegation set withdrawn_at = $1 where id = $2 and withdrawn_at is null").bind(portal.now()).bind(id).execute(conn).await?.rows_affected());
    if taken == 0 {
        return Err(Refusal::AlreadyDone.into());
    }
    ledger::append(portal, &mut tx, ledger::Entry { government: slug, kind: "assessor-delegation-withdrawn", subject: &id.to_string(), by_reporter: false, content: &"" }).await?;
    tx.commit().await
}

/// A post that a form offers.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct OfferedPost {
    pub slug: String,
    pub title: String,
    pub unit_name: String,
    /// Whether the actor acts in it on the day.
    pub mine: bool,
    /// Whether it is directly below one that the actor acts in.
    pub below_mine: bool,
    #[sqlx(try_from = "String")]
    pub kind: PositionType,
}

/// The posts of a government between which assessing may be handed over, and those below the actor's own, by unit.
///
/// # Errors
/// The database's.
pub async fn offered_posts(linked: &mut impl Linked, actor: &Actor, slug: &str, day: &str) -> Result<Vec<OfferedPost>> {
    Ok(on!(linked, conn => sqlx::query_as(
        "select p.slug, p.title, u.name as unit_name, p.type as kind, \
         exists (select 1 from tenure t where t.position_id = p.id and t.person_id = $3 and t.starts_on <= $2 and (t.ends_on is null or t.ends_on >= $2)) as mine, \
         exists (select 1 from tenure t where t.position_id = p.reports_to and t.person_id = $3 and t.starts_on <= $2 and (t.ends_on is null or t.ends_on >= $2)) as below_mine \
         from position p join unit u on u.id = p.unit_id where p.government = $1 and p.valid_from <= $2 and (p.valid_to is null or p.valid_to >= $2) \
         and (p.type in ('jpt_pratama', 'administrator', 'pengawas') or p.reports_to in (select t.position_id from tenure t where t.person_id = $3 and t.starts_on <= $2 and (t.ends_on is null or t.ends_on >= $2))) \
         order by u.name, p.rank, p.title limit 2000")
        .bind(slug).bind(day).bind(actor.person).fetch_all(conn).await?))
}

/// A delegation as the desk lists it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct ListedDelegation {
    pub id: DelegationId,
    pub from_title: String,
    pub only_title: Option<String>,
    pub to_title: String,
    pub starts_on: String,
    pub ends_on: String,
    pub reason: String,
    pub made_at: Millis,
    pub withdrawn_at: Option<Millis>,
}

/// Delegations that the actor made a part of or, for the performance team, all of the government's; the newest first.
///
/// # Errors
/// [`Error::NotFound`] without a role at the desk.
pub async fn delegations(linked: &mut impl Linked, actor: &Actor, slug: &str) -> Result<Vec<ListedDelegation>> {
    let team = actor.holds_in(Role::PerformanceTeam, slug);
    if !team && !actor.holds_in(Role::Assessor, slug) {
        return Err(Error::NotFound);
    }
    Ok(on!(linked, conn => sqlx::query_as(
        "select d.id, f.title as from_title, o.title as only_title, t.title as to_title, d.starts_on, d.ends_on, d.reason, d.made_at, d.withdrawn_at from assessor_delegation d \
         join position f on f.id = d.from_position_id join position t on t.id = d.to_position_id left join position o on o.id = d.for_position_id where d.government = $1 \
         and ($2 or exists (select 1 from tenure h where h.person_id = $3 and h.position_id in (d.from_position_id, d.to_position_id))) order by d.made_at desc, d.id desc limit 100")
        .bind(slug).bind(team).bind(actor.person).fetch_all(conn).await?))
}
