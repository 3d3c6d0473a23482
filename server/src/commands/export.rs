//! `balai export FOLDER`: the public directory as CSV. Only public columns; a cell that a spreadsheet would run as a
//! formula is defused.

use std::path::PathBuf;

use clap::Args;
use domain::directory::export::{Table, tables};

use crate::config::Storage;

#[derive(Debug, Args)]
pub struct Export {
    /// Folder to write the files into; it is made where it is missing
    folder: PathBuf,
    #[command(flatten)]
    storage: Storage,
}

impl Export {
    pub async fn run(self) -> Result<(), String> {
        let portal = self.storage.open().await?;
        std::fs::create_dir_all(&self.folder).map_err(|e| format!("{}: {e}", self.folder.display()))?;
        let mut conn = portal.db.read().await.map_err(|e| e.to_string())?;
        for Table { name, text, rows } in tables(&mut conn, &portal.gate).await.map_err(|e| e.to_string())? {
            let path = self.folder.join(format!("{name}.csv"));
            std::fs::write(&path, text).map_err(|e| format!("{}: {e}", path.display()))?;
            println!("{}: {rows} rows", path.display());
        }
        Ok(())
    }
}
