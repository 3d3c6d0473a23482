//! What a stranger checks without trusting us: that an entry is in a tree, that a later tree only adds to an earlier
//! one, and, with what only the holder of a receipt has, that the entry is of their very words.

use serde::{Deserialize, Serialize};

use super::append::{commitment, mark};
use super::list::Leaf;
use super::merkle::{self, Hash};
use super::tree::{Head, as_hash, head, signed, span_hash};
use crate::db::Linked;
use crate::error::{Error, Result};
use crate::on;
use crate::portal::Portal;
use crate::secrets::hex;

/// The root of the first `size` entries.
///
/// # Errors
/// [`Error::NotFound`] when there are fewer.
pub async fn root_at(linked: &mut impl Linked, size: u64) -> Result<Hash> {
    if size > head(linked).await?.size {
        return Err(Error::NotFound);
    }
    span_hash(linked, merkle::Span { start: 0, size }).await
}

/// Proves that entry `number` is in the tree of the first `size`.
///
/// # Errors
/// [`Error::NotFound`] when it is not, or when there are fewer.
pub async fn inclusion(linked: &mut impl Linked, number: u64, size: u64) -> Result<Vec<Hash>> {
    if number == 0 || number > size || size > head(linked).await?.size {
        return Err(Error::NotFound);
    }
    hashes(linked, merkle::inclusion(number - 1, size)).await
}

/// Proves that the tree of the first `second` entries only adds to that of the first `first`.
///
/// # Errors
/// [`Error::NotFound`] when `first` is none or more than `second`, or when there are fewer.
pub async fn consistency(linked: &mut impl Linked, first: u64, second: u64) -> Result<Vec<Hash>> {
    if first == 0 || first > second || second > head(linked).await?.size {
        return Err(Error::NotFound);
    }
    hashes(linked, merkle::consistency(first, second)).await
}

async fn hashes(linked: &mut impl Linked, spans: Vec<merkle::Span>) -> Result<Vec<Hash>> {
    let mut hashes = Vec::with_capacity(spans.len());
    for span in spans {
        hashes.push(span_hash(linked, span).await?);
    }
    Ok(hashes)
}

pub const FORMAT: &str = "balai-ledger-proof-1";

/// What the holder of a receipt keeps. Hashes are in hexadecimal, moments in milliseconds since 1970 UTC.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ProofFile {
    pub format: String,
    pub number: i64,
    pub at: i64,
    pub government: String,
    pub kind: String,
    pub mark: String,
    pub commitment: String,
    pub leaf: String,
    pub size: u64,
    pub root: String,
    pub path: Vec<String>,
    /// None once the salt was erased.
    pub opening: Option<Opening>,
}

/// What opens the commitments; for who sent the words, and for nobody else.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Opening {
    pub salt: String,
    pub subject: String,
    /// The JSON that was committed to, character by character; none where it is no longer what was recorded.
    pub content: Option<String>,
}

/// Why a proof file does not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Flaw {
    /// Not a file of this format.
    Unreadable,
    /// The hash of the leaf is not that of the entry.
    Leaf,
    /// The path does not lead from the leaf to the root.
    Path,
    /// The salt does not open the mark to this subject.
    Subject,
    /// The salt does not open the commitment to this content.
    Content,
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    if !text.len().is_multiple_of(2) || !text.bytes().all(|b| b.is_ascii_hexdigit()) {
        return None;
    }
    (0..text.len()).step_by(2).map(|i| u8::from_str_radix(&text[i..i + 2], 16).ok()).collect()
}

/// Reads a hash as files write it: 64 hexadecimal digits.
pub fn parse_hash(text: &str) -> Option<Hash> {
    unhex(text)?.try_into().ok()
}

impl ProofFile {
    /// Everything that does not hold, from the file alone; empty when all does.
    pub fn flaws(&self) -> Vec<Flaw> {
        let (Some(mark_of), Some(commitment_of), Some(leaf), Some(root), Some(path)) =
            (unhex(&self.mark), unhex(&self.commitment), parse_hash(&self.leaf), parse_hash(&self.root), self.path.iter().map(|h| parse_hash(h)).collect::<Option<Vec<_>>>())
        else {
            return vec![Flaw::Unreadable];
        };
        let mut flaws = Vec::new();
        if self.format != FORMAT {
            flaws.push(Flaw::Unreadable);
        }
        let entry =
            Leaf { number: self.number, at: self.at, government: self.government.clone(), kind: self.kind.clone(), mark: mark_of.clone(), commitment: commitment_of.clone() };
        if entry.hash() != leaf {
            flaws.push(Flaw::Leaf);
        }
        let index = u64::try_from(self.number).ok().and_then(|n| n.checked_sub(1));
        if !index.is_some_and(|index| merkle::includes(&leaf, index, self.size, &path, &root)) {
            flaws.push(Flaw::Path);
        }
        if let Some(opening) = &self.opening {
            let salt = unhex(&opening.salt).unwrap_or_default();
            if mark(&salt, &opening.subject).as_slice() != mark_of {
                flaws.push(Flaw::Subject);
            }
            if let Some(content) = &opening.content
                && commitment(&salt, content.as_bytes()).as_slice() != commitment_of
            {
                flaws.push(Flaw::Content);
            }
        }
        flaws
    }
}

/// The proof of the first entry of this kind about a subject, in the tree as it is. `contents` are what it may have
/// been made from; the one that fits is told. An entry that still waits for its number is given one first.
///
/// # Errors
/// The database's.
pub async fn first_of(portal: &Portal, subject: &str, kind: &str, contents: &[String]) -> Result<Option<ProofFile>> {
    let mut conn = portal.db.read().await?;
    let waits: i64 = on!(&mut conn, c => sqlx::query_scalar("select count(*) from ledger_pending where subject = $1 and kind = $2").bind(subject).bind(kind).fetch_one(c).await?);
    if waits > 0 {
        drop(conn);
        super::sequence(portal).await?;
        conn = portal.db.read().await?;
    }
    let found: Option<(Leaf, Vec<u8>)> = entry_of(&mut conn, subject, kind).await?;
    let Some((leaf, hash)) = found else { return Ok(None) };
    let salt: Option<Vec<u8>> = on!(&mut conn, c => sqlx::query_scalar("select salt from ledger_salt where number = $1").bind(leaf.number).fetch_optional(c).await?);
    let Head { size, root } = head(&mut conn).await?;
    let path = inclusion(&mut conn, leaf.number.unsigned_abs(), size).await?;
    let opening = salt.map(|salt| Opening {
        content: contents.iter().find(|content| commitment(&salt, content.as_bytes()).as_slice() == leaf.commitment).cloned(),
        salt: hex(&salt),
        subject: subject.to_owned(),
    });
    Ok(Some(ProofFile {
        format: FORMAT.into(),
        number: leaf.number,
        at: leaf.at,
        government: leaf.government,
        kind: leaf.kind,
        mark: hex(&leaf.mark),
        commitment: hex(&leaf.commitment),
        leaf: hex(&as_hash(&hash)?),
        size,
        root: hex(&root),
        path: path.iter().map(|h| hex(h)).collect(),
        opening,
    }))
}

async fn entry_of(linked: &mut impl Linked, subject: &str, kind: &str) -> Result<Option<(Leaf, Vec<u8>)>> {
    let number: Option<i64> = on!(&mut *linked, conn => sqlx::query_scalar("select number from ledger_entry where subject = $1 and kind = $2 order by number limit 1").bind(subject).bind(kind).fetch_optional(conn).await?);
    match number {
        Some(number) => Ok(super::list::leaves(linked, number - 1, 1).await?.into_iter().next()),
        None => Ok(None),
    }
}

/// The public half of one entry.
///
/// # Errors
/// [`Error::NotFound`] when there is none of that number.
pub async fn entry(linked: &mut impl Linked, number: u64) -> Result<(Leaf, Hash)> {
    let number = signed(number);
    let found = super::list::leaves(linked, number - 1, 1).await?.into_iter().next().filter(|(leaf, _)| leaf.number == number).ok_or(Error::NotFound)?;
    Ok((found.0, as_hash(&found.1)?))
}
