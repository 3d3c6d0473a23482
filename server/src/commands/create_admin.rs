//! `balai create-admin`.

use clap::Args;
use domain::accounts::{NewAccount, create, grant};
use domain::directory::{government, units};
use domain::secrets::hash_password;
use vocabulary::accounts::{Email, Role, password};

use crate::config::Storage;

#[derive(Debug, Args)]
pub struct CreateAdmin {
    /// Mail address to sign in with
    #[arg(long)]
    email: String,
    /// Name shown to others
    #[arg(long)]
    name: String,
    /// Slug of the government it administers
    #[arg(long)]
    government: String,
    /// Read the password from standard input; without it one signs in by e-mailed link
    #[arg(long)]
    password_stdin: bool,
    #[command(flatten)]
    storage: Storage,
}

impl CreateAdmin {
    pub async fn run(self) -> Result<(), String> {
        let email = Email::parse(&self.email).map_err(|_| format!("{:?} is no mail address", self.email))?;
        let portal = self.storage.open().await?;
        let password_hash = match self.password_stdin {
            true => {
                let mut typed = String::new();
                std::io::stdin().read_line(&mut typed).map_err(|e| e.to_string())?;
                let typed = password(typed.trim_end_matches(['\r', '\n'])).map_err(|fault| format!("the password is refused: {fault:?}"))?;
                Some(hash_password(&portal.chance, &typed).map_err(|e| e.to_string())?)
            }
            false => None,
        };
        let mut tx = portal.db.begin().await.map_err(|e| e.to_string())?;
        let government = government(&mut tx, &self.government).await.map_err(|_| format!("there is no government {:?}; import it first", self.government))?;
        let (root, _) = units::named(&mut tx, &government.slug, "pemerintah").await.map_err(|e| e.to_string())?;
        let new = NewAccount { email: &email, name: &self.name, password_hash, person: None, confirmed: true, demo_note: None };
        let account = create(&portal, &mut tx, new).await.map_err(|e| match e {
            domain::Error::Database(e) if domain::db::is_taken(&e) => format!("{} has an account already", email.as_str()),
            other => other.to_string(),
        })?;
        for role in [Role::Administrator, Role::Verifier, Role::Moderator] {
            grant(&portal, &mut tx, account, &government.slug, root, role).await.map_err(|e| e.to_string())?;
        }
        tx.commit().await.map_err(|e| e.to_string())?;
        println!("{} administers {}.", email.as_str(), government.short_name);
        Ok(())
    }
}
