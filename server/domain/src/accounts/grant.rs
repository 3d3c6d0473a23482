//! Giving a role, and the demonstration's accounts.

use vocabulary::accounts::{Email, Role};

use crate::db::{Linked, Tx};
use crate::error::Result;
use crate::ids::{AccountId, GrantId, PersonId, UnitId};
use crate::on;
use crate::portal::Portal;

/// Gives a role in a unit; giving it twice gives it once, and one that ended begins again.
///
/// # Errors
/// The database's.
pub async fn grant(portal: &Portal, tx: &mut Tx, account: AccountId, government: &str, unit: UnitId, role: Role) -> Result<()> {
    on!(tx, conn => sqlx::query("insert into role_grant (id, account_id, government, unit_id, role, granted_at) values ($1, $2, $3, $4, $5, $6) on conflict (account_id, unit_id, role) do update set ended_at = null, granted_at = excluded.granted_at where role_grant.ended_at is not null")
        .bind(GrantId(portal.new_id())).bind(account).bind(government).bind(unit).bind(role.as_str()).bind(portal.now()).execute(conn).await?.rows_affected());
    Ok(())
}

/// Ends a role in a unit: from the next request on whoever held it does not find what it opened. The row stays, with when
/// it began and ended.
///
/// # Errors
/// [`crate::Error::NotFound`] when the account does not hold it there.
pub async fn end_role(portal: &Portal, tx: &mut Tx, account: AccountId, government: &str, unit: UnitId, role: Role) -> Result<()> {
    let ended = on!(tx, conn => sqlx::query("update role_grant set ended_at = $5 where account_id = $1 and government = $2 and unit_id = $3 and role = $4 and ended_at is null")
        .bind(account).bind(government).bind(unit).bind(role.as_str()).bind(portal.now()).execute(conn).await?.rows_affected());
    if ended == 1 { Ok(()) } else { Err(crate::Error::NotFound) }
}

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct DemoAccount {
    pub email: String,
    pub display_name: String,
    pub demo_note: Option<String>,
}

/// The accounts that the sign-in page offers in demonstration mode.
///
/// # Errors
/// The database's.
pub async fn demo_accounts(linked: &mut impl Linked) -> Result<Vec<DemoAccount>> {
    Ok(
        on!(linked, conn => sqlx::query_as("select email, display_name, demo_note from account where is_demo and demo_note <> '' order by case when email like '%@warga.example' then 0 when email like '%@medan.example' then 1 else 2 end, email").fetch_all(conn).await?),
    )
}

/// Outside demonstration mode the program refuses to start with any of them.
///
/// # Errors
/// The database's.
pub async fn has_demo_accounts(linked: &mut impl Linked) -> Result<bool> {
    let found: i64 = on!(linked, conn => sqlx::query_scalar("select count(*) from account where is_demo").fetch_one(conn).await?);
    Ok(found > 0)
}

/// Whether anybody has an account: then the portal was in use.
///
/// # Errors
/// The database's.
pub async fn has_accounts(linked: &mut impl Linked) -> Result<bool> {
    let any: Option<i64> = on!(linked, conn => sqlx::query_scalar("select cast(1 as bigint) from account limit 1").fetch_optional(conn).await?);
    Ok(any.is_some())
}

/// The demonstration's account of this address; a real account is not found here.
///
/// # Errors
/// [`crate::Error::NotFound`].
pub async fn demo_account(linked: &mut impl Linked, email: &str) -> Result<AccountId> {
    let found: Option<AccountId> = on!(linked, conn => sqlx::query_scalar("select id from account where is_demo and email = $1").bind(email).fetch_optional(conn).await?);
    found.ok_or(crate::Error::NotFound)
}

/// The account of this address, once its owner has shown that it is theirs.
///
/// # Errors
/// [`crate::Error::NotFound`].
pub async fn account_of(linked: &mut impl Linked, email: &Email) -> Result<AccountId> {
    let found: Option<AccountId> =
        on!(linked, conn => sqlx::query_scalar("select id from account where email = $1 and confirmed_at is not null").bind(email.as_str()).fetch_optional(conn).await?);
    found.ok_or(crate::Error::NotFound)
}

/// Joins an account to the civil servant it belongs to, by the key of the import.
///
/// # Errors
/// [`crate::Error::NotFound`] when this government has no such person.
pub async fn join_person(tx: &mut Tx, account: AccountId, government: &str, import_key: &str) -> Result<()> {
    let person: Option<PersonId> =
        on!(tx, conn => sqlx::query_scalar("select id from person where government = $1 and import_key = $2").bind(government).bind(import_key).fetch_optional(conn).await?);
    let person = person.ok_or(crate::Error::NotFound)?;
    on!(tx, conn => sqlx::query("update account set person_id = $1 where id = $2").bind(person).bind(account).execute(conn).await?.rows_affected());
    Ok(())
}
