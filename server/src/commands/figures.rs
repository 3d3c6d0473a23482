//! `balai figures`: computes the numbers of every quarter anew. What is due and missing is published; what is published stays.

use clap::Args;
use domain::evaluation::figures::recompute;

use super::progress::Progress;
use crate::config::Storage;

#[derive(Debug, Args)]
pub struct Figures {
    #[command(flatten)]
    storage: Storage,
}

impl Figures {
    /// # Errors
    /// A sentence for whoever runs the program.
    pub async fn run(self) -> Result<(), String> {
        let portal = self.storage.open().await?;
        let mut progress = Progress::new();
        let found = recompute(&portal, &mut |government, done, total| progress.show(&format!("quarters {government}"), done, total)).await.map_err(|e| e.to_string());
        progress.end();
        portal.db.close().await;
        let found = found?;
        println!("{} quarters computed, {} tables; {} were missing and are published now", found.quarters, found.tables, found.published);
        if found.moved > 0 {
            println!("{} published quarters would read otherwise today, for cases went on; they stay as they were published", found.moved);
        }
        Ok(())
    }
}
