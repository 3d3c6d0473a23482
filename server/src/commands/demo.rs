//! `balai demo`.

use clap::Args;
use domain::directory::governments;

use super::progress::Progress;
use crate::config::Storage;

#[derive(Debug, Args)]
pub struct Demo {
    #[command(flatten)]
    storage: Storage,
    /// Add so many synthetic, published cases for benchmarks
    #[arg(long)]
    cases: Option<u64>,
}

impl Demo {
    pub async fn run(self) -> Result<(), String> {
        let portal = self.storage.open().await?;
        let mut conn = portal.db.read().await.map_err(|e| e.to_string())?;
        let empty = governments(&mut conn).await.map_err(|e| e.to_string())?.is_empty();
        drop(conn);
        let mut progress = Progress::new();
        if empty {
            domain::demo::fill(&portal, &mut |what, done, total| progress.show(what, done, total)).await.map_err(|e| e.to_string())?;
            progress.end();
            println!("The demonstration is in the database.");
        } else if self.cases.is_none() {
            return Err("the database is not empty; the demonstration needs one of its own (--cases N adds synthetic cases to it)".into());
        }
        if let Some(count) = self.cases {
            let total = usize::try_from(count).unwrap_or(usize::MAX);
            domain::feedback::synthetic::make_cases(&portal, count, |done| progress.show("synthetic cases", usize::try_from(done).unwrap_or(total), total))
                .await
                .map_err(|e| e.to_string())?;
            progress.end();
            println!("{count} synthetic cases were added.");
        }
        portal.db.close().await;
        Ok(())
    }
}
