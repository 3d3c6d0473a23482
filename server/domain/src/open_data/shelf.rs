//! Files kept in memory, so that repeated downloads do not build them again, with their checksum and the day on which
//! they last came out different.
//!
//! A file is fresh while this process has committed nothing since it was built and the day is the same; because a
//! command may write beside us, never for longer than [`LONGEST`]. One file is built at a time, so that a crowd of
//! downloads costs one building.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, PoisonError, RwLock};

use bytes::Bytes;
use sha2::{Digest, Sha256};

use super::files::{FileName, build};
use super::scope::Scope;
use crate::clock::{MINUTE, Millis};
use crate::db::{Conn, commits};
use crate::error::Result;
use crate::on;
use crate::secrets::hex;

/// How long a file is handed out without looking whether another process has written.
const LONGEST: Millis = MINUTE;

/// A file as it is handed out.
#[derive(Debug, Clone)]
pub struct File {
    pub name: FileName,
    pub bytes: Bytes,
    pub rows: usize,
    /// SHA-256 of the bytes, hexadecimal.
    pub checksum: String,
    /// When these bytes were first seen to differ from those before.
    pub changed_at: Millis,
}

#[derive(Debug)]
struct Kept {
    file: Arc<File>,
    built_at: Millis,
    day: String,
    commits: u64,
}

#[derive(Debug, Clone, Default)]
pub struct Shelf(Arc<Inner>);

#[derive(Debug, Default)]
struct Inner {
    kept: RwLock<HashMap<(String, FileName), Kept>>,
    building: tokio::sync::Mutex<()>,
    /// Commits that only noted a new checksum: no reason to build anything again.
    notes: AtomicU64,
}

impl Inner {
    /// Counts the commits of everyone else.
    fn commits(&self) -> u64 {
        commits().wrapping_sub(self.notes.load(Ordering::Acquire))
    }
}

impl Shelf {
    /// The file as of the day of the scope.
    ///
    /// # Errors
    /// The database's.
    pub async fn file(&self, scope: Scope<'_>, name: FileName) -> Result<Arc<File>> {
        if let Some(file) = self.fresh(scope, name) {
            return Ok(file);
        }
        let _alone = self.0.building.lock().await;
        if let Some(file) = self.fresh(scope, name) {
            return Ok(file);
        }
        let commits = self.0.commits();
        let mut conn = scope.portal.db.read().await?;
        let (bytes, rows) = build(&mut conn, scope, name).await?;
        let checksum = hex(&Sha256::digest(&bytes));
        let (changed_at, noted) = changed_at(&mut conn, scope, name, &checksum).await?;
        drop(conn);
        let file = Arc::new(File { name, bytes: bytes.into(), rows, checksum, changed_at });
        self.0.notes.fetch_add(u64::from(noted), Ordering::Release);
        let kept = Kept { file: file.clone(), built_at: scope.portal.now(), day: scope.day.to_owned(), commits };
        self.0.kept.write().unwrap_or_else(PoisonError::into_inner).insert((scope.government.slug.clone(), name), kept);
        Ok(file)
    }

    fn fresh(&self, scope: Scope<'_>, name: FileName) -> Option<Arc<File>> {
        let kept = self.0.kept.read().unwrap_or_else(PoisonError::into_inner);
        let found = kept.get(&(scope.government.slug.clone(), name))?;
        let age = scope.portal.now() - found.built_at;
        (found.commits == self.0.commits() && found.day == scope.day && (0..LONGEST).contains(&age)).then(|| found.file.clone())
    }
}

/// When this content was first seen, and whether that had to be noted now.
async fn changed_at(conn: &mut Conn, scope: Scope<'_>, name: FileName, checksum: &str) -> Result<(Millis, bool)> {
    let (government, file) = (&scope.government.slug, name.to_string());
    let before: Option<(String, Millis)> = on!(conn, c => sqlx::query_as("select checksum, changed_at from dataset_version where government = $1 and file = $2")
        .bind(government).bind(&file).fetch_optional(c).await?);
    if let Some((_, at)) = before.filter(|(known, _)| known == checksum) {
        return Ok((at, false));
    }
    let now = scope.portal.now();
    let noted = async {
        let mut tx = scope.portal.db.begin().await?;
        on!(&mut tx, c => sqlx::query("insert into dataset_version (government, file, checksum, changed_at) values ($1, $2, $3, $4) \
             on conflict (government, file) do update set checksum = excluded.checksum, changed_at = excluded.changed_at")
            .bind(government).bind(&file).bind(checksum).bind(now).execute(c).await?.rows_affected());
        tx.commit().await
    };
    match noted.await {
        Ok(()) => Ok((now, true)),
        Err(error) => {
            // Reading must not fail because a note could not be written.
            tracing::warn!(%error, file, "the change of a dataset could not be noted");
            Ok((now, false))
        }
    }
}
