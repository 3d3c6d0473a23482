//! Settings, by flag or `BALAI_…` variable, with safe defaults and a clear refusal of nonsense.

use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;
use domain::accounts::has_accounts;
use domain::clock::Clock;
use domain::db::Db;
use domain::directory::gate::Gate;
use domain::files::Files;
use domain::portal::Portal;
use domain::secrets::{Chance, Secrets};
use domain::vault::{self, Keys};

/// Where things are kept.
#[derive(Debug, Clone, Args)]
pub struct Storage {
    /// Folder for the database, photos, keys and (in the demonstration) mails
    #[arg(long, env = "BALAI_DATA_DIR", default_value = "data")]
    pub data_dir: PathBuf,
    /// sqlite:PATH or postgres://…; by default balai.db in the data folder
    #[arg(long, env = "BALAI_DATABASE_URL", hide_env_values = true)]
    pub database_url: Option<String>,
    /// file:///PATH for photos; by default files/ in the data folder
    #[arg(long, env = "BALAI_FILES_URL")]
    pub files_url: Option<String>,
}

impl Storage {
    /// Everything in one folder, whatever the environment says: for what is thrown away.
    pub fn in_folder(folder: &std::path::Path) -> Self {
        Self { data_dir: folder.to_owned(), database_url: None, files_url: None }
    }

    /// Opens everything and brings the tables up to date.
    ///
    /// # Errors
    /// A sentence for whoever runs the program.
    pub async fn open(&self) -> Result<Portal, String> {
        std::fs::create_dir_all(&self.data_dir).map_err(|e| format!("the data folder {} cannot be made: {e}", self.data_dir.display()))?;
        let url = self.database_url.clone().unwrap_or_else(|| format!("sqlite:{}", self.data_dir.join("balai.db").display()));
        let db = Db::open(&url).await.map_err(|e| format!("the database does not open: {e}"))?;
        db.migrate().await.map_err(|e| format!("the database cannot be brought up to date: {e}"))?;
        let files = match &self.files_url {
            Some(url) => Files::open_url(url),
            None => Files::open(&self.data_dir.join("files")),
        }
        .map_err(|e| e.to_string())?;
        let chance = Chance::System;
        self.has_keys(&db).await?;
        let secrets = Secrets::open(&self.data_dir, &chance).map_err(|e| format!("the key file: {e}"))?;
        let keys = Keys::open(&self.data_dir, &chance).map_err(|e| format!("the key of the vault: {e}"))?;
        let mut conn = db.read().await.map_err(|e| e.to_string())?;
        let fits = vault::fits(&mut conn, &keys).await.map_err(|e| e.to_string())?;
        drop(conn);
        if !fits {
            return Err(format!(
                "{} is not the key with which identities and messages of this database were sealed; bring back the one that belongs to it",
                self.data_dir.join("vault.key").display()
            ));
        }
        Ok(Portal { db, clock: Clock::System, chance, files, secrets: Arc::new(secrets), vault: Arc::new(keys), gate: Arc::new(Gate::standard()) })
    }

    /// A key that is missing is made anew only where nothing needs the one before: a new one would open no identity and
    /// make other receipts, and nobody would notice for weeks.
    async fn has_keys(&self, db: &Db) -> Result<(), String> {
        let words = |e: domain::Error| e.to_string();
        let mut conn = db.read().await.map_err(words)?;
        let (used, sealed) = (has_accounts(&mut conn).await.map_err(words)?, vault::is_needed(&mut conn).await.map_err(words)?);
        drop(conn);
        for (needed, file, for_what) in [
            (used, "secret.key", "receipts and mails that wait were made with it"),
            (sealed, "vault.key", "identities and messages are sealed with it, and nothing else opens them"),
        ] {
            let path = self.data_dir.join(file);
            if needed && !path.exists() {
                return Err(format!("{} is missing: {for_what}; bring it back from the backup", path.display()));
            }
        }
        Ok(())
    }
}

impl Storage {
    /// Says that the key of the vault is in use here: while anyone says so it cannot be changed. Held until dropped.
    ///
    /// # Errors
    /// A sentence when it is being changed at the moment.
    pub fn use_key(&self) -> Result<std::fs::File, String> {
        let file = self.key_lock()?;
        file.try_lock_shared().map_err(|_| "the key of the vault is being changed at the moment (balai rewrap)".to_owned())?;
        Ok(file)
    }

    /// For changing the key: nobody may be using it.
    ///
    /// # Errors
    /// A sentence when the portal runs.
    pub fn change_key(&self) -> Result<std::fs::File, String> {
        let file = self.key_lock()?;
        file.try_lock().map_err(|_| "the portal is running with the key of the vault; stop it first".to_owned())?;
        Ok(file)
    }

    /// A file of its own, because the key's file is replaced when it changes.
    fn key_lock(&self) -> Result<std::fs::File, String> {
        let words = |e: std::io::Error| format!("{}: {e}", self.data_dir.display());
        std::fs::create_dir_all(&self.data_dir).map_err(words)?;
        std::fs::OpenOptions::new().create(true).truncate(false).write(true).open(self.data_dir.join("vault.lock")).map_err(words)
    }
}

/// How the portal is served.
#[derive(Debug, Clone, Args)]
pub struct Serving {
    /// Address and port to listen on
    #[arg(long, env = "BALAI_ADDR", default_value = "127.0.0.1:3000")]
    pub addr: SocketAddr,
    /// Scheme and host by which people reach it, for links in mails; https makes cookies secure
    #[arg(long, env = "BALAI_PUBLIC_URL")]
    pub public_url: Option<String>,
    /// smtp://user:password@host:port or smtps://…; without it (and outside the demonstration) mails wait
    #[arg(long, env = "BALAI_SMTP_URL", hide_env_values = true)]
    pub smtp_url: Option<String>,
    /// Sender of mails
    #[arg(long, env = "BALAI_MAIL_FROM", default_value = "Balai <balai@localhost.example>")]
    pub mail_from: String,
    /// Address to which letters return that could not be delivered, as kembali@kota.go.id; hand its mail, also with
    /// anything after a +, to `balai bounced`. Without it they return to the sender
    #[arg(long, env = "BALAI_MAIL_RETURN")]
    pub mail_return: Option<String>,
    /// Address of the one proxy whose X-Forwarded-For is believed
    #[arg(long, env = "BALAI_TRUSTED_PROXY")]
    pub trusted_proxy: Option<IpAddr>,
    /// Folder of the built style and island files
    #[arg(long, env = "BALAI_SITE_DIR", default_value = "target/site")]
    pub site_dir: PathBuf,
    /// Takes the service worker and what it cached away from every phone that comes by; reports that wait there stay
    #[arg(long, env = "BALAI_NO_WORKER")]
    pub no_worker: bool,
    /// The demonstration: fills an empty database, offers its accounts, writes mails into a folder
    #[arg(long, env = "BALAI_DEMO")]
    pub demo: bool,
    /// Lifts the limits on how often one address may try things: for browser tests from one machine
    #[arg(long, env = "BALAI_GENEROUS_LIMITS", hide = true)]
    pub generous_limits: bool,
}

impl Serving {
    /// The outside address without a slash at the end.
    ///
    /// # Errors
    /// A sentence when it is no address of the web.
    pub fn outside(&self) -> Result<String, String> {
        let url = self.public_url.clone().unwrap_or_else(|| format!("http://{}", self.addr));
        let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
        match rest.map(|r| r.trim_end_matches('/')) {
            Some(host) if !host.is_empty() && !host.contains(['/', ' ', '?', '#']) => Ok(url.trim_end_matches('/').to_owned()),
            _ => Err(format!("the public address {url:?} must look like https://balai.kota.go.id, without a path")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::Parser;

    #[derive(Parser)]
    struct Only {
        #[command(flatten)]
        serving: Serving,
    }

    #[test]
    fn nonsense_is_refused() {
        let outside = |url: &str| Only::parse_from(["balai", "--public-url", url]).serving.outside();
        assert_eq!(outside("https://balai.medan.example/").as_deref(), Ok("https://balai.medan.example"));
        for url in ["balai.medan.example", "https://", "ftp://x.example", "https://x.example/portal"] {
            assert!(outside(url).is_err(), "{url}");
        }
        assert!(Only::try_parse_from(["balai", "--addr", "semua"]).is_err());
    }
}
