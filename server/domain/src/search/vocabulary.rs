//! The words of the directory: kept with how many entries have each, looked up for what was typed.

use std::collections::{BTreeMap, BTreeSet};

use sqlx::{Postgres, QueryBuilder, Sqlite};

use super::near::{Likeness, likeness, look_for, variants};
use super::stems::{Word, read};
use crate::db::{Conn, Link, Linked, Tx};
use crate::error::Result;
use crate::on;

/// Rows a statement; each has at most ten parameters, and SQLite allows 32,766.
pub(super) const BATCH: usize = 1000;

/// When so many words begin like what was typed they are named one by one, which the index answers as it goes; more are
/// left to its collecting of beginnings.
const NAMED_MOST: usize = 8;
/// So many mistyped words of one query are corrected; whoever mistypes more did not type words.
const CORRECTED_MOST: usize = 5;
/// Variants looked at for one mistyped beginning.
const VARIANTS_MOST: usize = 40;
/// Words that may have been meant by one that was typed.
const MEANT_MOST: usize = 3;

/// A word, or the beginning of words, that an entry may have.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Form {
    Whole(String),
    Beginning(String),
}

impl Form {
    /// Whether it is among these words, which are sorted.
    pub fn is_in(&self, words: &[&str]) -> bool {
        match self {
            Self::Whole(word) => words.binary_search(&word.as_str()).is_ok(),
            Self::Beginning(letters) => words.get(words.partition_point(|w| *w < letters.as_str())).is_some_and(|w| w.starts_with(letters.as_str())),
        }
    }
}

macro_rules! known_query {
    ($db:ty, $words:expr) => {{
        let mut query = QueryBuilder::<$db>::new("");
        for (number, word) in $words.iter().enumerate() {
            if number > 0 {
                query.push(" union all ");
            }
            query.push("select * from (select cast(").push_bind(number as i64).push(" as bigint) as number, word from directory_word where ");
            let after = format!("{}{{", word.whole);
            query.push("word >= ").push_bind(word.whole.clone()).push(" and word < ").push_bind(after);
            query.push(" order by word limit ").push_bind(NAMED_MOST as i64 + 1).push(") b");
            if word.stem != word.whole {
                query.push(" union all select cast(").push_bind(number as i64).push(" as bigint), word from directory_word where word = ").push_bind(word.stem.clone());
            }
        }
        query
    }};
}

/// For each word, how entries have it: as a word that begins so or by its stem; empty where none does.
pub(super) async fn known(conn: &mut Conn, words: &[Word]) -> Result<Vec<Vec<Form>>> {
    if words.is_empty() {
        return Ok(Vec::new());
    }
    let rows: Vec<(i64, String)> = match conn.link() {
        Link::Sqlite(conn) => known_query!(Sqlite, words).build_query_as().fetch_all(conn).await?,
        Link::Postgres(conn) => known_query!(Postgres, words).build_query_as().fetch_all(conn).await?,
    };
    let mut found: Vec<BTreeSet<String>> = vec![BTreeSet::new(); words.len()];
    for (number, word) in rows {
        found[number as usize].insert(word);
    }
    let forms = |(word, found): (&Word, BTreeSet<String>)| {
        let begin = found.iter().filter(|f| f.starts_with(&word.whole)).count();
        if begin <= NAMED_MOST {
            return found.into_iter().map(Form::Whole).collect();
        }
        let stem = found.contains(&word.stem) && !word.stem.starts_with(&word.whole);
        std::iter::once(Form::Beginning(word.whole.clone())).chain(stem.then(|| Form::Whole(word.stem.clone()))).collect()
    };
    Ok(words.iter().zip(found).map(forms).collect())
}

macro_rules! meant_query {
    ($db:ty, $words:expr) => {{
        let mut query = QueryBuilder::<$db>::new("");
        let mut first = true;
        for (number, word) in $words.iter().enumerate().take(CORRECTED_MOST) {
            let looked = look_for(&word.whole);
            if !looked.same.is_empty() {
                query.push(if std::mem::take(&mut first) { "" } else { " union all " });
                query
                    .push("select cast(")
                    .push_bind(number as i64)
                    .push(" as bigint) as number, n.word, w.entries from directory_word_near n join directory_word w on w.word = n.word where n.variant in (");
                let mut list = query.separated(", ");
                for variant in looked.same {
                    list.push_bind(variant);
                }
                query.push(")");
            }
            for letters in looked.beginning {
                query.push(if std::mem::take(&mut first) { "" } else { " union all " });
                let after = format!("{letters}{{");
                query
                    .push("select * from (select cast(")
                    .push_bind(number as i64)
                    .push(" as bigint) as number, n.word, w.entries from directory_word_near n join directory_word w on w.word = n.word where n.variant >= ");
                query.push_bind(letters).push(" and n.variant < ").push_bind(after).push(" order by n.variant limit ").push_bind(VARIANTS_MOST as i64).push(") b");
            }
        }
        (!first).then_some(query)
    }};
}

/// For each word, what may have been meant, best first; empty where nothing resembles it.
pub(super) async fn meant(conn: &mut Conn, words: &[Word]) -> Result<Vec<Vec<String>>> {
    let rows: Vec<(i64, String, i64)> = match conn.link() {
        Link::Sqlite(conn) => match meant_query!(Sqlite, words) {
            Some(mut query) => query.build_query_as().persistent(false).fetch_all(conn).await?,
            None => Vec::new(),
        },
        Link::Postgres(conn) => match meant_query!(Postgres, words) {
            Some(mut query) => query.build_query_as().persistent(false).fetch_all(conn).await?,
            None => Vec::new(),
        },
    };
    let mut found: Vec<BTreeSet<(Likeness, std::cmp::Reverse<i64>, String)>> = vec![BTreeSet::new(); words.len()];
    for (number, word, entries) in rows {
        let number = number as usize;
        if let Some(likeness) = likeness(&words[number].whole, &word) {
            found[number].insert((likeness, std::cmp::Reverse(entries), word));
        }
    }
    let best = |found: BTreeSet<(Likeness, std::cmp::Reverse<i64>, String)>| {
        let best = found.first().map(|f| f.0);
        found.into_iter().take_while(|f| Some(f.0) == best).take(MEANT_MOST).map(|f| f.2).collect()
    };
    Ok(found.into_iter().map(best).collect())
}

/// How entries have a word of the vocabulary: as it is, or by its stem.
pub(super) fn forms(word: &str) -> Vec<Form> {
    let mut forms: BTreeSet<String> = read(word).into_iter().map(|w| w.stem).collect();
    forms.insert(word.to_owned());
    forms.into_iter().map(Form::Whole).collect()
}

macro_rules! insert_words {
    ($db:ty, $conn:expr, $words:expr) => {
        for batch in $words.chunks(BATCH) {
            let mut query = QueryBuilder::<$db>::new("insert into directory_word (word, entries) ");
            query.push_values(batch, |mut row, (word, entries)| {
                row.push_bind((*word).to_owned()).push_bind(*entries);
            });
            query.push(" on conflict (word) do update set entries = directory_word.entries + excluded.entries");
            query.build().execute(&mut *$conn).await?;
        }
    };
}

macro_rules! insert_near {
    ($db:ty, $conn:expr, $near:expr) => {
        for batch in $near.chunks(BATCH) {
            let mut query = QueryBuilder::<$db>::new("insert into directory_word_near (variant, word) ");
            query.push_values(batch, |mut row, (variant, word)| {
                row.push_bind(variant.clone()).push_bind((*word).to_owned());
            });
            query.push(" on conflict do nothing");
            query.build().execute(&mut *$conn).await?;
        }
    };
}

macro_rules! forget_near {
    ($db:ty, $conn:expr, $word:expr) => {{
        let mut query = QueryBuilder::<$db>::new("delete from directory_word_near where word = ");
        query.push_bind($word.clone()).push(" and variant in (");
        let mut list = query.separated(", ");
        for variant in variants($word) {
            list.push_bind(variant);
        }
        query.push(")");
        query.build().execute(&mut *$conn).await?;
    }};
}

/// Changes how many entries have each word; a word that none has any more is forgotten.
pub(super) async fn count(tx: &mut Tx, changes: &BTreeMap<&str, i64>) -> Result<()> {
    let changes: Vec<(&str, i64)> = changes.iter().map(|(word, by)| (*word, *by)).filter(|(_, by)| *by != 0).collect();
    // A word may be there already: then its variants are, too.
    let near: Vec<(String, &str)> = changes.iter().filter(|(_, by)| *by > 0).flat_map(|(word, _)| variants(word).into_iter().map(move |v| (v, *word))).collect();
    match tx.link() {
        Link::Sqlite(conn) => {
            insert_words!(Sqlite, conn, changes);
            insert_near!(Sqlite, conn, near);
        }
        Link::Postgres(conn) => {
            insert_words!(Postgres, conn, changes);
            insert_near!(Postgres, conn, near);
        }
    }
    if changes.iter().any(|(_, by)| *by < 0) {
        let gone: Vec<String> = on!(tx, conn => sqlx::query_scalar("delete from directory_word where entries <= 0 returning word").fetch_all(conn).await?);
        for word in gone.iter().filter(|w| !variants(w).is_empty()) {
            match tx.link() {
                Link::Sqlite(conn) => forget_near!(Sqlite, conn, word),
                Link::Postgres(conn) => forget_near!(Postgres, conn, word),
            }
        }
    }
    Ok(())
}
