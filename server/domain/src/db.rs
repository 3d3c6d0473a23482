//! The only place that knows there are two databases: SQLite (embedded default) and PostgreSQL (by address).
//!
//! SQL is written once, with `$1` for both; [`on!`] repeats one expression for each driver. SQLite has one writer with
//! `BEGIN IMMEDIATE` (a deferred transaction that turns into a write fails with SQLITE_BUSY without waiting) and
//! read-only readers beside it; while a write transaction is open nothing but the database is awaited.

use std::path::Path;
use std::str::FromStr;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use sqlx::pool::PoolConnection;
use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{PgConnection, Postgres, Sqlite, SqliteConnection, Transaction};
use tokio::sync::Notify;

use crate::error::{Error, Result};

#[derive(Debug, Clone)]
pub enum Db {
    Sqlite { read: SqlitePool, write: SqlitePool },
    Postgres(PgPool),
}

/// A connection to read with.
pub enum Conn {
    Sqlite(PoolConnection<Sqlite>),
    Postgres(PoolConnection<Postgres>),
}

/// A transaction to write with; dropped without [`Tx::commit`] it undoes everything.
pub enum Tx {
    Sqlite(Transaction<'static, Sqlite>),
    Postgres(Transaction<'static, Postgres>),
}

/// What [`on!`] matches: one borrowed connection of either driver.
pub enum Link<'a> {
    Sqlite(&'a mut SqliteConnection),
    Postgres(&'a mut PgConnection),
}

/// Anything a query can run on: a reader or a transaction.
pub trait Linked: Send {
    fn link(&mut self) -> Link<'_>;
}

impl Linked for Conn {
    fn link(&mut self) -> Link<'_> {
        match self {
            Self::Sqlite(conn) => Link::Sqlite(conn),
            Self::Postgres(conn) => Link::Postgres(conn),
        }
    }
}

impl Linked for Tx {
    fn link(&mut self) -> Link<'_> {
        match self {
            Self::Sqlite(tx) => Link::Sqlite(tx),
            Self::Postgres(tx) => Link::Postgres(tx),
        }
    }
}

/// Runs one expression on whichever database is linked: `on!(tx, conn => sqlx::query("…").execute(conn).await?)`.
#[macro_export]
macro_rules! on {
    ($linked:expr, $conn:ident => $body:expr) => {
        match $crate::db::Linked::link(&mut *$linked) {
            $crate::db::Link::Sqlite($conn) => $body,
            $crate::db::Link::Postgres($conn) => $body,
        }
    };
}

/// Versions of SQLite before this one can corrupt a database when the write-ahead log is reset.
const SQLITE_LEAST: [u32; 3] = [3, 51, 3];

impl Db {
    /// Opens the database at `url` (`sqlite:PATH` or `postgres://…`), creating a SQLite file that is not there.
    ///
    /// # Errors
    /// [`Error::Configuration`] for an address of neither kind or a SQLite that is too old, else the database's own.
    pub async fn open(url: &str) -> Result<Self> {
        if let Some(path) = url.strip_prefix("sqlite:") {
            Self::open_sqlite(Path::new(path.trim_start_matches("//"))).await
        } else if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            let options = PgConnectOptions::from_str(url)?.application_name("balai");
            let pool = PgPoolOptions::new().max_connections(16).acquire_timeout(Duration::from_secs(10)).connect_with(options).await?;
            Ok(Self::Postgres(pool))
        } else {
            Err(Error::Configuration("the database address must begin with sqlite: or postgres://".into()))
        }
    }

    async fn open_sqlite(path: &Path) -> Result<Self> {
        let options = SqliteConnectOptions::new()
            .filename(path)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            // A confirmation page is a promise: it is on the disk before it is shown.
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(10))
            // There are more statements than the hundred that are kept otherwise, and preparing one costs as much as a page.
            .statement_cache_capacity(1000)
            // A page's rows come over from the database's thread in one go.
            .row_buffer_size(512)
            .pragma("cache_size", "-32768")
            .pragma("mmap_size", "0")
            .pragma("temp_store", "memory")
            // What is deleted or overwritten is gone from the file: a key that was destroyed, the address of a sent mail.
            .pragma("secure_delete", "on");
        let write = SqlitePoolOptions::new().max_connections(1).acquire_timeout(Duration::from_secs(30)).connect_with(options.clone()).await?;
        let version: String = sqlx::query_scalar("select sqlite_version()").fetch_one(&write).await?;
        let found: Vec<u32> = version.split('.').filter_map(|n| n.parse().ok()).collect();
        if found.as_slice() < SQLITE_LEAST.as_slice() {
            return Err(Error::Configuration(format!("SQLite {version} is older than 3.51.3, which can corrupt the database")));
        }
        let read = SqlitePoolOptions::new().max_connections(8).acquire_timeout(Duration::from_secs(10)).connect_with(options.read_only(true).create_if_missing(false)).await?;
        Ok(Self::Sqlite { read, write })
    }

    /// Brings the tables up to date; forward only.
    ///
    /// # Errors
    /// When a migration fails or the database is newer than this program.
    pub async fn migrate(&self) -> Result<()> {
        match self {
            Self::Sqlite { write, .. } => sqlx::migrate!("migrations/sqlite").run(write).await?,
            Self::Postgres(pool) => sqlx::migrate!("migrations/postgres").run(pool).await?,
        }
        Ok(())
    }

    /// # Errors
    /// When no connection is to be had.
    pub async fn read(&self) -> Result<Conn> {
        Ok(match self {
            Self::Sqlite { read, .. } => Conn::Sqlite(read.acquire().await?),
            Self::Postgres(pool) => Conn::Postgres(pool.acquire().await?),
        })
    }

    /// # Errors
    /// When no connection is to be had or the database is locked for longer than its time-out.
    pub async fn begin(&self) -> Result<Tx> {
        Ok(match self {
            Self::Sqlite { write, .. } => Tx::Sqlite(write.begin_with("begin immediate").await?),
            Self::Postgres(pool) => Tx::Postgres(pool.begin().await?),
        })
    }

    /// Copies a SQLite database as it is now into a new file, while others write.
    ///
    /// # Errors
    /// [`Error::Configuration`] for PostgreSQL, which has its own tools; when the file cannot be written.
    pub async fn copy_to(&self, file: &Path) -> Result<()> {
        let Self::Sqlite { read, .. } = self else { return Err(Error::Configuration("only a SQLite database is copied".into())) };
        let path = file.to_str().ok_or_else(|| Error::Configuration("the name of the file is not UTF-8".into()))?;
        // A reader's pragma forbids writing, and `vacuum into` writes only the new file.
        let mut conn = read.acquire().await?;
        sqlx::query("pragma query_only = 0").execute(&mut *conn).await?;
        sqlx::query("vacuum into $1").bind(path).execute(&mut *conn).await?;
        Ok(())
    }

    pub async fn close(&self) {
        match self {
            Self::Sqlite { read, write } => {
                read.close().await;
                write.close().await;
            }
            Self::Postgres(pool) => pool.close().await,
        }
    }
}

/// How many transactions this process has committed.
static COMMITS: AtomicU64 = AtomicU64::new(0);

/// Counts the commits of this process: what was read before the last one may be out of date.
pub fn commits() -> u64 {
    COMMITS.load(Ordering::Acquire)
}

/// Wakes whoever follows up on what was committed.
static COMMITTED: Notify = Notify::const_new();

/// Returns once this process has committed something since it was last asked.
pub async fn committed() {
    COMMITTED.notified().await;
}

impl Tx {
    /// # Errors
    /// When the commit fails; then nothing was kept.
    pub async fn commit(self) -> Result<()> {
        match self {
            Self::Sqlite(tx) => tx.commit().await?,
            Self::Postgres(tx) => tx.commit().await?,
        }
        COMMITS.fetch_add(1, Ordering::Release);
        COMMITTED.notify_one();
        Ok(())
    }
}

/// Whether an insert failed because a row with the same unique columns is there already.
pub fn is_taken(error: &sqlx::Error) -> bool {
    matches!(error, sqlx::Error::Database(e) if e.is_unique_violation())
}
