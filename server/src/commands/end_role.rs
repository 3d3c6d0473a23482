//! `balai end-role`: ends a role of an account in a unit. It bites on the next request; nobody has to sign out.

use clap::Args;
use domain::accounts::{account_of, end_role};
use domain::directory::units;
use vocabulary::accounts::{Email, Role};

use crate::config::Storage;

#[derive(Debug, Args)]
pub struct EndRole {
    /// Mail address of the account
    #[arg(long)]
    email: String,
    /// verifier, handler, assessor … : one that is not there is answered with all there are
    #[arg(long)]
    role: String,
    #[arg(long)]
    government: String,
    /// Slug of the unit in which the role is held
    #[arg(long, default_value = "pemerintah")]
    unit: String,
    #[command(flatten)]
    storage: Storage,
}

impl EndRole {
    pub async fn run(self) -> Result<(), String> {
        let email = Email::parse(&self.email).map_err(|_| format!("{:?} is no mail address", self.email))?;
        let role = Role::parse(&self.role).ok_or_else(|| format!("{:?} is none of {}", self.role, Role::ALL.iter().map(|r| r.as_str()).collect::<Vec<_>>().join(", ")))?;
        let portal = self.storage.open().await?;
        let mut tx = portal.db.begin().await.map_err(|e| e.to_string())?;
        let account = account_of(&mut tx, &email).await.map_err(|_| format!("{} has no confirmed account", email.as_str()))?;
        let (unit, name) = units::named(&mut tx, &self.government, &self.unit).await.map_err(|_| format!("{} has no unit {:?}", self.government, self.unit))?;
        end_role(&portal, &mut tx, account, &self.government, unit, role).await.map_err(|e| match e {
            domain::Error::NotFound => format!("{} is no {role} in {name}; a role that is held in a unit above is ended there", email.as_str()),
            other => other.to_string(),
        })?;
        tx.commit().await.map_err(|e| e.to_string())?;
        println!("{} is {role} in {name} no more.", email.as_str());
        Ok(())
    }
}
