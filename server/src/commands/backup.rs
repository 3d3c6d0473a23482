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
    // Browsers hold to it; a portal that never told one has none.
    if folder.join("push.key").exists() {
        tar.append_path_with_name(folder.join("push.key"), "push.key")?;
    }
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
        // Beside the folder's own files first: what is broken or lacks something leaves the folder as it was.
        let part = folder.join("restore.part");
        let _ = std::fs::remove_dir_all(&part);
        let moved = unpack(file, &part).and_then(|()| take_over(&part, folder));
        let _ = std::fs::remove_dir_all(&part);
        moved.map_err(|e| format!("{}: {e}", self.file.display()))?;
        // Opening checks that it is a database of ours, that its keys are, and brings it up to date.
        self.storage.open().await?.db.close().await;
        println!("Restored into {}.", folder.display());
        Ok(())
    }
}

/// What a backup must have, and why.
const PARTS: [(&str, &str); 3] = [
    ("balai.db", "it is no backup of this program"),
    ("secret.key", "without it no receipt that is sent again would be the same, and no mail that waits could be read"),
    ("vault.key", "without it no identity and no message opens, ever; put the file that belongs to this backup beside the others"),
];

fn unpack(file: std::fs::File, part: &Path) -> Result<(), String> {
    std::fs::create_dir_all(part).map_err(|e| e.to_string())?;
    tar::Archive::new(file).unpack(part).map_err(|e| format!("it cannot be unpacked: {e}"))?;
    for (name, why) in PARTS {
        if !part.join(name).is_file() {
            return Err(format!("{name} is not in it: {why}"));
        }
    }
    Ok(())
}

/// The database last: with it the folder is one that is in use.
fn take_over(part: &Path, folder: &Path) -> Result<(), String> {
    let names = std::fs::read_dir(part).and_then(Iterator::collect::<std::io::Result<Vec<_>>>).map_err(|e| e.to_string())?;
    let mut names: Vec<_> = names.into_iter().map(|entry| entry.file_name()).collect();
    names.sort_by_key(|name| name == "balai.db");
    for name in names {
        let target = folder.join(&name);
        // An empty folder for photos may be there.
        let _ = std::fs::remove_dir(&target);
        std::fs::rename(part.join(&name), &target).map_err(|e| format!("{}: {e}", target.display()))?;
    }
    Ok(())
}
