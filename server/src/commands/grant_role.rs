//! `balai grant-role`: gives an account a role in a unit, and joins it to the civil servant it belongs to.

use clap::Args;
use domain::accounts::{account_of, grant, join_person};
use domain::directory::units;
use vocabulary::accounts::{Email, Role};

use crate::config::Storage;

#[derive(Debug, Args)]
pub struct GrantRole {
    /// Mail address of the account; it must exist
    #[arg(long)]
    email: String,
    /// verifier, handler, assessor … : one that is not there is answered with all there are
    #[arg(long)]
    role: String,
    #[arg(long)]
    government: String,
    /// Slug of the unit in which the role is held; it reaches every unit under it
    #[arg(long, default_value = "pemerintah")]
    unit: String,
    /// Key of the civil servant in the imported people, for those who hold a post
    #[arg(long)]
    person: Option<String>,
    #[command(flatten)]
    storage: Storage,
}

impl GrantRole {
    pub async fn run(self) -> Result<(), String> {
        let email = Email::parse(&self.email).map_err(|_| format!("{:?} is no mail address", self.email))?;
        let role = Role::parse(&self.role).ok_or_else(|| format!("{:?} is none of {}", self.role, Role::ALL.iter().map(|r| r.as_str()).collect::<Vec<_>>().join(", ")))?;
        let portal = self.storage.open().await?;
        let mut tx = portal.db.begin().await.map_err(|e| e.to_string())?;
        let account = account_of(&mut tx, &email).await.map_err(|_| format!("{} has no confirmed account; its owner signs up and opens the mailed link first", email.as_str()))?;
        let (unit, name) = units::named(&mut tx, &self.government, &self.unit).await.map_err(|_| format!("{} has no unit {:?}", self.government, self.unit))?;
        grant(&portal, &mut tx, account, &self.government, unit, role).await.map_err(|e| e.to_string())?;
        if let Some(person) = &self.person {
            join_person(&mut tx, account, &self.government, person).await.map_err(|_| format!("{} has no civil servant {person:?}", self.government))?;
        }
        tx.commit().await.map_err(|e| e.to_string())?;
        println!("{} is {role} in {name}.", email.as_str());
        Ok(())
    }
}
