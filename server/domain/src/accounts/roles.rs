//! Administrators give and end roles at the desk. Nobody gives or ends their own; everyone concerned is told; the ledger
//! keeps that it happened.

use uuid::Uuid;
use vocabulary::accounts::{Role, RoleInput};
use vocabulary::{Fault, Problem, Problems};

use super::grant::{account_of, end_role, grant};
use crate::accounts::Actor;
use crate::clock::Millis;
use crate::db::{Linked, Tx};
use crate::error::{Error, Refusal, Result};
use crate::ids::{AccountId, GrantId, PersonId, UnitId};
use crate::ledger;
use crate::notifications::{Mail, promise_mail, tell};
use crate::on;
use crate::portal::Portal;

/// A role that somebody holds now.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct HeldRole {
    pub id: GrantId,
    #[sqlx(try_from = "String")]
    pub role: Role,
    pub account_id: AccountId,
    pub name: String,
    pub email: String,
    pub unit_id: UnitId,
    pub unit_name: String,
    pub granted_at: Millis,
    /// The civil servant the account belongs to.
    pub person_name: Option<String>,
}

/// What happened to roles, for whoever administers them.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct RoleChange {
    /// `given` or `ended`.
    pub act: String,
    #[sqlx(try_from = "String")]
    pub role: Role,
    pub name: String,
    pub unit_name: String,
    pub by_name: String,
    pub reason: String,
    pub at: Millis,
    pub unit_id: UnitId,
}

/// The newest so many changes are listed.
const CHANGES_SHOWN: i64 = 50;

/// Roles that are held in the units the actor administers, by unit and role.
///
/// # Errors
/// [`Error::NotFound`] for anyone but an administrator of this government.
pub async fn held_roles(linked: &mut impl Linked, actor: &Actor, government: &str) -> Result<Vec<HeldRole>> {
    let scope = actor.scope(linked, Role::Administrator, government).await?;
    let mut found: Vec<HeldRole> = on!(linked, conn => sqlx::query_as(
        "select g.id, g.role, g.account_id, a.display_name as name, a.email, g.unit_id, u.name as unit_name, g.granted_at, p.name as person_name from role_grant g join account a on a.id = g.account_id \
         join unit u on u.id = g.unit_id left join person p on p.id = a.person_id where g.government = $1 and g.ended_at is null order by u.name, g.role, a.display_name, g.id")
        .bind(government).fetch_all(conn).await?);
    found.retain(|held| scope.units.contains(&held.unit_id));
    Ok(found)
}

/// The newest changes in the units the actor administers.
///
/// # Errors
/// [`Error::NotFound`] for anyone but an administrator of this government.
pub async fn role_changes(linked: &mut impl Linked, actor: &Actor, government: &str) -> Result<Vec<RoleChange>> {
    let scope = actor.scope(linked, Role::Administrator, government).await?;
    let mut found: Vec<RoleChange> = on!(linked, conn => sqlx::query_as(
        "select c.act, g.role, a.display_name as name, u.name as unit_name, b.display_name as by_name, c.reason, c.at, g.unit_id from role_change c join role_grant g on g.id = c.grant_id join account a on a.id = g.account_id \
         join unit u on u.id = g.unit_id join account b on b.id = c.by_account_id where c.government = $1 order by c.at desc, c.id desc limit $2")
        .bind(government).bind(CHANGES_SHOWN).fetch_all(conn).await?);
    found.retain(|change| scope.units.contains(&change.unit_id));
    Ok(found)
}

/// # Errors
/// [`Error::NotFound`] for anyone but an administrator of this government; problems of `surel`, `unit` and `pegawai`;
/// [`Refusal::OwnRole`]; [`Refusal::AlreadyDone`] where it is held there already.
pub async fn give_role(portal: &Portal, actor: &Actor, government: &str, input: &RoleInput) -> Result<()> {
    let mut tx = portal.db.begin().await?;
    let scope = actor.scope(&mut tx, Role::Administrator, government).await?;
    let mut problems = Problems::default();
    let unit: Option<(UnitId, String)> =
        on!(&mut tx, conn => sqlx::query_as("select id, name from unit where government = $1 and slug = $2").bind(government).bind(&input.unit).fetch_optional(conn).await?);
    let unit = unit.filter(|(id, _)| scope.units.contains(id));
    if unit.is_none() {
        problems.add("unit", Fault::UnknownChoice);
    }
    let account = match account_of(&mut tx, &input.email).await {
        Ok(account) => Some(account),
        Err(Error::NotFound) => {
            problems.add("surel", Fault::NoAccount);
            None
        }
        Err(e) => return Err(e),
    };
    let (Some((unit, unit_name)), Some(account)) = (unit, account) else { return Err(problems.into()) };
    if account == actor.account {
        return Err(Refusal::OwnRole.into());
    }
    if let Some(key) = &input.person {
        join(&mut tx, account, government, key).await?;
    }
    let held: Option<GrantId> = on!(&mut tx, conn => sqlx::query_scalar("select id from role_grant where account_id = $1 and unit_id = $2 and role = $3 and ended_at is null")
        .bind(account).bind(unit).bind(input.role.as_str()).fetch_optional(conn).await?);
    if held.is_some() {
        return Err(Refusal::AlreadyDone.into());
    }
    grant(portal, &mut tx, account, government, unit, input.role).await?;
    changed(portal, &mut tx, actor, Change { government, account, unit, unit_name: &unit_name, role: input.role, given: true, reason: &input.reason }).await?;
    tx.commit().await
}

/// Ends a role now. What its holder was in the middle of waits for whoever comes next: nothing is assigned to a role.
///
/// # Errors
/// [`Error::NotFound`] for a role that is not held in the actor's units, or for no administrator; [`Refusal::OwnRole`].
pub async fn take_role(portal: &Portal, actor: &Actor, government: &str, id: GrantId, reason: &str) -> Result<()> {
    let mut tx = portal.db.begin().await?;
    let held = held_roles(&mut tx, actor, government).await?.into_iter().find(|held| held.id == id).ok_or(Error::NotFound)?;
    if held.account_id == actor.account {
        return Err(Refusal::OwnRole.into());
    }
    end_role(portal, &mut tx, held.account_id, government, held.unit_id, held.role).await?;
    let change = Change { government, account: held.account_id, unit: held.unit_id, unit_name: &held.unit_name, role: held.role, given: false, reason };
    changed(portal, &mut tx, actor, change).await?;
    tx.commit().await
}

/// Joins an account that belongs to nobody yet to a civil servant who has none: whose evaluation it opens is not changed
/// at a desk.
async fn join(tx: &mut Tx, account: AccountId, government: &str, key: &str) -> Result<()> {
    let wrong = |fault| Error::Invalid(Problems(vec![Problem { field: "pegawai", fault }]));
    let person: Option<PersonId> =
        on!(tx, conn => sqlx::query_scalar("select id from person where government = $1 and import_key = $2").bind(government).bind(key).fetch_optional(conn).await?);
    let person = person.ok_or_else(|| wrong(Fault::UnknownChoice))?;
    let belongs: Option<Uuid> = on!(tx, conn => sqlx::query_scalar("select person_id from account where id = $1").bind(account).fetch_one(conn).await?);
    if belongs == Some(person.0) {
        return Ok(());
    }
    let taken: Option<AccountId> = on!(tx, conn => sqlx::query_scalar("select id from account where person_id = $1 limit 1").bind(person).fetch_optional(conn).await?);
    if belongs.is_some() || taken.is_some() {
        return Err(wrong(Fault::JoinedAlready));
    }
    on!(tx, conn => sqlx::query("update account set person_id = $1 where id = $2").bind(person).bind(account).execute(conn).await?.rows_affected());
    Ok(())
}

struct Change<'a> {
    government: &'a str,
    account: AccountId,
    unit: UnitId,
    unit_name: &'a str,
    role: Role,
    given: bool,
    reason: &'a str,
}

/// Writes down what happened, and tells whom it concerns and every other administrator.
async fn changed(portal: &Portal, tx: &mut Tx, actor: &Actor, change: Change<'_>) -> Result<()> {
    let Change { government, account, unit, role, reason, .. } = change;
    let (act, kind, notice) = if change.given { ("given", "role-given", "role-given") } else { ("ended", "role-ended", "role-ended") };
    let id: GrantId = on!(tx, conn => sqlx::query_scalar("select id from role_grant where account_id = $1 and unit_id = $2 and role = $3").bind(account).bind(unit).bind(role.as_str()).fetch_one(conn).await?);
    on!(tx, conn => sqlx::query("insert into role_change (id, grant_id, government, act, reason, by_account_id, at) values ($1, $2, $3, $4, $5, $6, $7)")
        .bind(portal.new_id()).bind(id).bind(government).bind(act).bind(reason).bind(actor.account).bind(portal.now()).execute(conn).await?.rows_affected());
    // The entry names neither the person nor the role: whoever must know can show the row.
    ledger::append(portal, tx, ledger::Entry { government, kind, subject: &id.to_string(), by_reporter: false, content: &(role.as_str(), account, unit, reason) }).await?;
    tell(portal, tx, account, notice, change.unit_name, if change.given { "/petugas" } else { "/akun" }).await?;
    let to: String = on!(tx, conn => sqlx::query_scalar("select email from account where id = $1").bind(account).fetch_one(conn).await?);
    let mail = Mail { to, language: "id".into(), key: format!("mail-{notice}"), args: vec![("unit".into(), change.unit_name.to_owned()), ("role".into(), format!("role-{role}"))] };
    promise_mail(portal, tx, &mail).await?;
    let others: Vec<AccountId> = on!(tx, conn => sqlx::query_scalar(
        "select distinct account_id from role_grant where government = $1 and role = $2 and ended_at is null and account_id <> $3 and account_id <> $4 order by account_id")
        .bind(government).bind(Role::Administrator.as_str()).bind(actor.account).bind(account).fetch_all(conn).await?);
    for other in others {
        tell(portal, tx, other, "role-changed", change.unit_name, &format!("/petugas/direktori/{government}/peran")).await?;
    }
    Ok(())
}
