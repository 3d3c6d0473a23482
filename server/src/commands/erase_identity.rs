//! `balai erase-identity REFERENCE`: for a reporter who asks for it.

use clap::Args;
use domain::feedback::identity::erase;

use crate::config::Storage;

#[derive(Debug, Args)]
pub struct EraseIdentity {
    /// The case, as MDN-2611-7K3F0
    reference: String,
    #[command(flatten)]
    storage: Storage,
}

impl EraseIdentity {
    pub async fn run(self) -> Result<(), String> {
        let portal = self.storage.open().await?;
        let erased = erase(&portal, &self.reference).await.map_err(|e| format!("{}: {e}", self.reference))?;
        portal.db.close().await;
        println!("{erased} records of {} are erased: their keys are destroyed. Backups made before still hold them.", self.reference);
        Ok(())
    }
}
