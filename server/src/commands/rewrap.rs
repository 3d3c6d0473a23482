//! `balai rewrap`: a new key for the vault. Stopped halfway, it is run again: both keys stay in `vault.key` until every
//! record is wrapped with the new one.

use std::sync::Arc;

use clap::Args;
use domain::secrets::Chance;
use domain::vault::{Keys, rewrap};

use crate::config::Storage;

#[derive(Debug, Args)]
pub struct Rewrap {
    #[command(flatten)]
    storage: Storage,
}

impl Rewrap {
    pub async fn run(self) -> Result<(), String> {
        let _alone = self.storage.change_key()?;
        let mut portal = self.storage.open().await?;
        domain::feedback::move_identities(&portal).await.map_err(|e| e.to_string())?;
        let folder = &self.storage.data_dir;
        let keys = Keys::open(folder, &Chance::System).and_then(|keys| keys.renew(folder, &Chance::System)).map_err(|e| e.to_string())?;
        portal.vault = Arc::new(keys);
        let count = rewrap(&portal).await.map_err(|e| format!("{e}; both keys are still in vault.key, so nothing is lost: run it again"))?;
        portal.db.close().await;
        portal.vault.forget_former(folder).map_err(|e| e.to_string())?;
        println!("{count} records are wrapped with a new key. Backups made before hold the former key; destroy those whose time is over.");
        Ok(())
    }
}
