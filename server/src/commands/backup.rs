//! `balai backup FILE` and `balai restore FILE`: database, photos and keys in one tar file. The keys belong to it:
//! without them no identity opens; keep the file like one keeps the keys.

use std::path::{Path, PathBuf};

use clap::Args;
use domain::db::Db;

use crate::config::Storage;

#[derive(Debug, Args)]
pub struct Backup {
    /// File to write
    file: PathBuf,
    #[command(flatten)]
    storage: Storage,
}

#[derive(Debug, Args)]
pub struct Restore {
    /// File that `backup` wrote
    file: PathBuf,
    #[command(flatten)]
    storage: Storage,
}

impl Backup {
    pub async fn run(self) -> Result<(), String> {
        let folder = &self.storage.data_dir;
        let portal = self.storage.open().await?;
        if !matches!(portal.db, Db::Sqlite { .. }) {
            return Err(format!("a PostgreSQL database is saved with pg_dump; save {} beside it", folder.display()));
        }
        let copy = folder.join("backup.tmp.db");
        let _ = std::fs::remove_file(&copy);
        portal.db.copy_to(&copy).await.map_err(|e| e.to_string())?;
        let written = write(&self.file, folder, &copy).map_err(|e| format!("{}: {e}", self.file.display()));
        let _ = std::fs::remove_file(&copy);
        written?;
        println!("Saved to {}. It holds the keys: keep it as safe as the portal itself.", self.file.display());
        if let Some(url) = &self.storage.files_url {
            println!("The photos at {url} are not in it; save them beside it.");
        }
        Ok(())
    }
}

/// Writes beside the file first: a backup is there whole or not at all.
fn write(file: &Path, folder: &Path, database: &Path) -> std::io::Result<()> {
    let part = file.with_extension("part");
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    // It holds the key: for its owner's eyes only.
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut tar = tar::Builder::new(options.open(&part)?);
    // No times, no owners: nothing that the files themselves do not say.
    tar.mode(tar::HeaderMode::Deterministic);
    tar.append_path_with_name(database, "balai.db")?;
    tar.append_path_with_name(folder.join("secret.key"), "secret.key")?;
    tar.append_path_with_name(folder.join("vault.key"), "vault.key")?;
    if folder.join("files").exists() {
        tar.append_dir_all("files", folder.join("files"))?;
    }
    tar.into_inner()?.sync_all()?;
    std::fs::rename(part, file)
}

impl Restore {
    pub async fn run(self) -> Result<(), String> {
        let folder = &self.storage.data_dir;
        if folder.join("balai.db").exists() || folder.join("secret.key").exists() {
            return Err(format!("{} is not empty; restore into a new data folder", folder.display()));
        }
        std::fs::create_dir_all(folder).map_err(|e| e.to_string())?;
        let file = std::fs::File::open(&self.file).map_err(|e| format!("{}: {e}", self.file.display()))?;
        tar::Archive::new(file).unpack(folder).map_err(|e| format!("{}: {e}", self.file.display()))?;
        // Opening checks that it is a database of ours and brings it up to date.
        self.storage.open().await?.db.close().await;
        println!("Restored into {}.", folder.display());
        Ok(())
    }
}
