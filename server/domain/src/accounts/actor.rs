//! Who is asking, and what they may see: every query of the domain that is not public takes one.

use uuid::Uuid;
use vocabulary::accounts::Role;

use crate::db::Linked;
use crate::error::{Error, Result};
use crate::ids::{AccountId, PersonId, UnitId};
use crate::on;

#[derive(Debug, Clone)]
pub struct Actor {
    pub account: AccountId,
    pub name: String,
    pub email: String,
    /// The civil servant this account belongs to, if it does.
    pub person: Option<PersonId>,
    pub is_demo: bool,
    pub grants: Vec<Grant>,
}

/// A role held in a unit; it reaches the unit's subtree.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Grant {
    #[sqlx(try_from = "String")]
    pub role: Role,
    pub government: String,
    pub unit_id: UnitId,
    pub unit_name: String,
}

/// In which government and over which units someone holds a role; the bind values of a scoped query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GovernmentScope {
    pub government: String,
    pub units: Vec<UnitId>,
}

impl Actor {
    /// The account with the roles it holds now: a role that ended a second ago is not there.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is no such account.
    pub async fn load(linked: &mut impl Linked, account: AccountId) -> Result<Self> {
        let row: Option<(String, String, Option<Uuid>, bool)> =
            on!(linked, conn => sqlx::query_as("select display_name, email, person_id, is_demo from account where id = $1").bind(account).fetch_optional(conn).await?);
        let (name, email, person, is_demo) = row.ok_or(Error::NotFound)?;
        let grants = on!(linked, conn => sqlx::query_as(
            "select g.role, g.government, g.unit_id, u.name as unit_name from role_grant g join unit u on u.id = g.unit_id where g.account_id = $1 and g.ended_at is null order by g.role")
            .bind(account).fetch_all(conn).await?);
        Ok(Self { account, name, email, person: person.map(PersonId), is_demo, grants })
    }

    pub fn is_staff(&self) -> bool {
        !self.grants.is_empty()
    }

    pub fn holds(&self, role: Role) -> bool {
        self.grants.iter().any(|g| g.role == role)
    }

    pub fn holds_in(&self, role: Role, government: &str) -> bool {
        self.grants.iter().any(|g| g.role == role && g.government == government)
    }

    /// The governments this actor works for.
    pub fn governments(&self) -> Vec<String> {
        let mut found: Vec<String> = self.grants.iter().map(|g| g.government.clone()).collect();
        found.sort();
        found.dedup();
        found
    }

    /// Every unit under the units where this role is held in this government.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the role is not held there: what may not be seen is not there.
    pub async fn scope(&self, linked: &mut impl Linked, role: Role, government: &str) -> Result<GovernmentScope> {
        let mut units = Vec::new();
        for grant in self.grants.iter().filter(|g| g.role == role && g.government == government) {
            let under: Vec<Uuid> = on!(linked, conn => sqlx::query_scalar(
                "with recursive under (id) as (select id from unit where id = $1 union all select u.id from unit u join under on u.parent_id = under.id) select id from under")
                .bind(grant.unit_id).fetch_all(conn).await?);
            units.extend(under.into_iter().map(UnitId));
        }
        if units.is_empty() { Err(Error::NotFound) } else { Ok(GovernmentScope { government: government.to_owned(), units }) }
    }
}
