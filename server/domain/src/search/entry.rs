//! One thing that can be found, and its place in the index.

use std::collections::{BTreeMap, HashSet};

use sqlx::{Postgres, QueryBuilder, Sqlite};
use vocabulary::directory::EntryKind;

use super::stems::Reader;
use super::vocabulary::{BATCH, count};
use crate::db::{Link, Linked, Tx};
use crate::error::Result;
use crate::on;
use crate::secrets::sha256;

/// A service, a service of another office, a unit or a post, with everything it may be found by. Whatever stands here
/// is public.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub government: String,
    pub kind: EntryKind,
    /// As it stands in its address.
    pub slug: String,
    pub title: String,
    /// Further names, in full or in English: found like the title, and not shown.
    pub also: String,
    /// Shown under the title.
    pub detail: String,
    /// Names of the holders of a post, as far as they may be public; empty for all else.
    pub holder: String,
    /// What else it may be found by: keywords, duties, requirements.
    pub body: String,
    /// Of posts: the lower, the earlier among equals (0 is the head of an agency). Zero for all else.
    pub importance: u8,
}

/// Ids of one level of importance stand together; each has room for more than there will ever be.
const LEVEL: i64 = 1 << 40;
/// Where the ids of units begin, and those of posts; before them stand services.
pub(super) const UNITS: i64 = 2 * LEVEL;
pub(super) const POSTS: i64 = 3 * LEVEL;
const LEVELS: usize = 9;

/// A word that nobody can type: the index itself narrows to one government. No text has a word so long.
pub(super) fn government_word(government: &str) -> String {
    let letters = government.replace(|c: char| !c.is_ascii_alphanumeric(), "9");
    format!("{:x<41}", format!("xgovx{letters}0"))
}

/// An entry as rows.
pub(super) struct Prepared<'a> {
    pub entry: &'a Entry,
    pub title_words: String,
    pub body_words: String,
    pub fingerprint: i64,
}

impl Entry {
    pub(super) fn level(&self) -> usize {
        match self.kind {
            EntryKind::Service => 0,
            EntryKind::Redirect => 1,
            EntryKind::Unit => 2,
            EntryKind::Position => 3 + usize::from(self.importance).min(LEVELS - 4),
        }
    }

    /// Every word once, whole and as its stem. Stop words count in names only, where they may be all there is
    /// ("Bagian Umum").
    pub(super) fn prepare(&self, reader: &mut Reader) -> Prepared<'_> {
        let mut seen = HashSet::new();
        let mut gather = |text: &str, into: &mut String, stop_words: bool| {
            reader.words(text, |word| {
                let forms = [Some(&word.whole), Some(&word.stem).filter(|_| !word.stop)];
                for form in forms.into_iter().flatten().filter(|_| stop_words || !word.stop) {
                    if !seen.contains(form) {
                        seen.insert(form.clone());
                        into.push(' ');
                        into.push_str(form);
                    }
                }
            });
        };
        let mut title_words = government_word(&self.government);
        gather(&self.title, &mut title_words, true);
        gather(&self.also, &mut title_words, true);
        let mut body_words = String::new();
        gather(&self.body, &mut body_words, false);
        gather(&self.holder, &mut body_words, true);
        gather(&self.detail, &mut body_words, false);
        let parts = [&self.title, &self.detail, &self.holder, &title_words, &body_words].map(String::as_bytes);
        let hash = sha256(&[parts.as_slice(), &[[self.level() as u8].as_slice()]].concat());
        let mut fingerprint = [0; 8];
        fingerprint.copy_from_slice(&hash[..8]);
        Prepared { entry: self, title_words, body_words, fingerprint: i64::from_be_bytes(fingerprint) }
    }
}

/// The words of an entry that belong to the vocabulary.
pub(super) fn vocabulary_of<'a>(title_words: &'a str, body_words: &'a str) -> impl Iterator<Item = &'a str> {
    // The first is the word of the government.
    title_words.split_ascii_whitespace().skip(1).chain(body_words.split_ascii_whitespace())
}

/// Puts an entry into the index, or what it says now in place of what it said.
///
/// Call it last in a transaction: on PostgreSQL one writer of the index waits for the other.
///
/// # Errors
/// The database's.
pub async fn index(tx: &mut Tx, entry: &Entry) -> Result<()> {
    lock(tx).await?;
    let prepared = entry.prepare(&mut Reader::default());
    let mut changes = BTreeMap::new();
    for word in vocabulary_of(&prepared.title_words, &prepared.body_words) {
        changes.insert(word, 1);
    }
    let stored = stored(tx, &entry.government, entry.kind, &entry.slug).await?;
    let mut id = None;
    if let Some(Stored { id: old, title_words, body_words, fingerprint }) = &stored {
        if *fingerprint == prepared.fingerprint {
            return Ok(());
        }
        id = Some(*old).filter(|old| (old / LEVEL) as usize == entry.level());
        for word in vocabulary_of(title_words, body_words) {
            *changes.entry(word).or_insert(0) -= 1;
        }
        delete(tx, &[*old]).await?;
    }
    let id = match id {
        Some(id) => id,
        None => next_ids(tx).await?[entry.level()],
    };
    insert(tx, &[(id, &prepared)]).await?;
    count(tx, &changes).await
}

/// Takes an entry out of the index; nothing happens when it is not there.
///
/// # Errors
/// The database's.
pub async fn remove(tx: &mut Tx, government: &str, kind: EntryKind, slug: &str) -> Result<()> {
    lock(tx).await?;
    let Some(stored) = stored(tx, government, kind, slug).await? else { return Ok(()) };
    let changes: BTreeMap<&str, i64> = vocabulary_of(&stored.title_words, &stored.body_words).map(|word| (word, -1)).collect();
    delete(tx, &[stored.id]).await?;
    count(tx, &changes).await
}

#[derive(sqlx::FromRow)]
struct Stored {
    id: i64,
    title_words: String,
    body_words: String,
    fingerprint: i64,
}

async fn stored(tx: &mut Tx, government: &str, kind: EntryKind, slug: &str) -> Result<Option<Stored>> {
    Ok(on!(tx, conn => sqlx::query_as("select id, title_words, body_words, fingerprint from directory_entry where government = $1 and kind = $2 and slug = $3")
        .bind(government).bind(kind.as_str()).bind(slug).fetch_optional(conn).await?))
}

/// One writer of the index at a time: ids and counts come from what is there. SQLite has but one writer anyway.
pub(super) async fn lock(tx: &mut Tx) -> Result<()> {
    if let Link::Postgres(conn) = tx.link() {
        sqlx::query("lock table directory_entry in share row exclusive mode").execute(conn).await?;
    }
    Ok(())
}

/// The next free id of each level.
pub(super) async fn next_ids(tx: &mut Tx) -> Result<[i64; LEVELS]> {
    let mut next = std::array::from_fn(|level| level as i64 * LEVEL);
    for (level, id) in next.iter_mut().enumerate() {
        let last: Option<i64> =
            on!(tx, conn => sqlx::query_scalar("select max(id) from directory_entry where id >= $1 and id < $2").bind(*id).bind((level as i64 + 1) * LEVEL).fetch_one(conn).await?);
        *id = last.map_or(*id, |last| last + 1);
    }
    Ok(next)
}

/// The level that an id belongs to.
pub(super) fn level_of(id: i64) -> usize {
    (id / LEVEL) as usize
}

macro_rules! insert_rows {
    ($db:ty, $conn:expr, $rows:expr) => {
        for batch in $rows.chunks(BATCH) {
            let mut query = QueryBuilder::<$db>::new("insert into directory_entry (id, government, kind, slug, title, detail, holder, fingerprint, title_words, body_words) ");
            query.push_values(batch, |mut row, (id, p)| {
                row.push_bind(*id).push_bind(p.entry.government.clone()).push_bind(p.entry.kind.as_str()).push_bind(p.entry.slug.clone()).push_bind(p.entry.title.clone());
                row.push_bind(p.entry.detail.clone()).push_bind(p.entry.holder.clone()).push_bind(p.fingerprint).push_bind(p.title_words.clone()).push_bind(p.body_words.clone());
            });
            query.build().execute(&mut *$conn).await?;
        }
    };
}

pub(super) async fn insert(tx: &mut Tx, rows: &[(i64, &Prepared<'_>)]) -> Result<()> {
    match tx.link() {
        Link::Sqlite(conn) => {
            insert_rows!(Sqlite, conn, rows);
            for batch in rows.chunks(BATCH) {
                let mut query = QueryBuilder::<Sqlite>::new("insert into directory_text (rowid, title, body) ");
                query.push_values(batch, |mut row, (id, p)| {
                    row.push_bind(*id).push_bind(p.title_words.clone()).push_bind(p.body_words.clone());
                });
                query.build().execute(&mut *conn).await?;
            }
        }
        // Its columns of stems make themselves.
        Link::Postgres(conn) => insert_rows!(Postgres, conn, rows),
    }
    Ok(())
}

macro_rules! delete_rows {
    ($db:ty, $conn:expr, $start:literal, $ids:expr) => {
        for batch in $ids.chunks(BATCH) {
            let mut query = QueryBuilder::<$db>::new($start);
            let mut list = query.separated(", ");
            for id in batch {
                list.push_bind(*id);
            }
            query.push(")");
            query.build().execute(&mut *$conn).await?;
        }
    };
}

pub(super) async fn delete(tx: &mut Tx, ids: &[i64]) -> Result<()> {
    match tx.link() {
        Link::Sqlite(conn) => {
            delete_rows!(Sqlite, conn, "delete from directory_text where rowid in (", ids);
            delete_rows!(Sqlite, conn, "delete from directory_entry where id in (", ids);
        }
        Link::Postgres(conn) => delete_rows!(Postgres, conn, "delete from directory_entry where id in (", ids),
    }
    Ok(())
}

/// The words of an entry, sorted.
pub(super) fn words_of<'a>(title_words: &'a str, body_words: &'a str) -> Vec<&'a str> {
    let mut words: Vec<&str> = vocabulary_of(title_words, body_words).collect();
    words.sort_unstable();
    words
}
