//! `balai import FOLDER`.

use std::path::PathBuf;

use clap::Args;
use domain::directory::import::{FILES, enrichment, import_file, reindex};

use super::progress::Progress;
use crate::config::Storage;

#[derive(Debug, Args)]
pub struct Import {
    /// Folder with the files to import; of those it knows, what is there is imported
    folder: PathBuf,
    #[command(flatten)]
    storage: Storage,
    /// Import the good rows of a file that has bad ones, and list the bad
    #[arg(long)]
    skip_bad_rows: bool,
    /// The day from which imported units, standards and tenures are valid
    #[arg(long, default_value = "2026-01-01")]
    valid_from: String,
}

impl Import {
    pub async fn run(self) -> Result<(), String> {
        if domain::clock::parse_day(&self.valid_from).is_none() {
            return Err(format!("{:?} is not a date like 2026-01-01", self.valid_from));
        }
        let files: Vec<&str> = FILES.iter().copied().filter(|name| self.folder.join(name).exists()).collect();
        if files.is_empty() {
            return Err(format!("{} has none of the files that Balai imports: {}", self.folder.display(), FILES.join(", ")));
        }
        let more = enrichment(&self.folder, &self.valid_from).map_err(|e| e.to_string())?;
        let portal = self.storage.open().await?;
        let mut progress = Progress::new();
        let mut refused = 0;
        for (done, name) in files.iter().enumerate() {
            progress.show(name, done, files.len());
            let bytes = std::fs::read(self.folder.join(name)).map_err(|e| format!("{name}: {e}"))?;
            let text = String::from_utf8(bytes).map_err(|e| format!("{name} is not UTF-8: byte {} cannot be read", e.utf8_error().valid_up_to()))?;
            let outcome = import_file(&portal, name, &text, &more, self.skip_bad_rows).await.map_err(|e| format!("{name}: {e}"))?;
            progress.end();
            for bad in &outcome.bad {
                println!("{name}:{}: {}: {}", bad.line, if bad.column.is_empty() { "row" } else { &bad.column }, bad.message);
            }
            // One row can have several bad cells.
            let bad_rows = outcome.bad.iter().map(|b| b.line).collect::<std::collections::BTreeSet<_>>().len();
            if outcome.imported {
                println!(
                    "{name}: {} rows, {} added or changed{}",
                    outcome.rows,
                    outcome.changed,
                    if outcome.bad.is_empty() { String::new() } else { format!(", {bad_rows} skipped") }
                );
            } else {
                println!("{name}: nothing imported, {bad_rows} bad rows (--skip-bad-rows imports the others)");
                refused += 1;
            }
            // Also where nothing changed: a run before may have been killed between the holidays and the deadlines.
            if name.starts_with("holidays") && outcome.imported {
                let moved = domain::feedback::recompute(&portal, &mut |done, total| progress.show("deadlines", done, total)).await.map_err(|e| e.to_string())?;
                progress.end();
                if moved.all() > 0 {
                    println!("{} deadlines of open cases were adjusted; each case says from when to when", moved.all());
                }
            }
            // Answer times are counted in working days.
            if name.starts_with("holidays") && outcome.changed > 0 {
                domain::feedback::recount(&portal).await.map_err(|e| e.to_string())?;
            }
        }
        reindex(&portal).await.map_err(|e| e.to_string())?;
        portal.db.close().await;
        if refused > 0 { Err(format!("{refused} of {} files had bad rows and were not imported", files.len())) } else { Ok(()) }
    }
}
