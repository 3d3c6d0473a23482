//! The tree as it lies in the database: leaves in `ledger_entry`, every fourth level above them in `ledger_node`. What
//! lies between is made from at most sixteen hashes, so a root or a proof costs a few short reads at any size, and the
//! nodes add a fifteenth to the rows.

use super::merkle::{Edge, Hash, Node, Span, parent, root_over};
use crate::db::Linked;
use crate::error::{Error, Result};
use crate::on;

/// How many levels lie between two that are kept.
pub(super) const STRIDE: u32 = 4;

/// What the tree is at a size.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// How many entries it has.
    pub size: u64,
    pub root: Hash,
}

pub(super) fn as_hash(bytes: &[u8]) -> Result<Hash> {
    bytes.try_into().map_err(|_| Error::Broken("the ledger holds a hash that is not 32 bytes long".into()))
}

/// Numbers of leaves and nodes as the databases count them.
pub(super) fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// The tree as it is now.
///
/// # Errors
/// The database's.
pub async fn head(linked: &mut impl Linked) -> Result<Head> {
    let (size, root): (i64, Vec<u8>) = on!(linked, conn => sqlx::query_as("select size, root from ledger_tree where one = 1").fetch_one(conn).await?);
    Ok(Head { size: size.unsigned_abs(), root: as_hash(&root)? })
}

/// The hash of a full subtree, from the kept level at or below it.
async fn hash_of(linked: &mut impl Linked, node: Node) -> Result<Hash> {
    let (level, height) = (node.level - node.level % STRIDE, node.level % STRIDE);
    let (from, count) = (signed(node.position << height), 1_i64 << height);
    let found: Vec<Vec<u8>> = match level {
        0 => {
            on!(linked, conn => sqlx::query_scalar("select hash from ledger_entry where number > $1 and number <= $2 order by number").bind(from).bind(from + count).fetch_all(conn).await?)
        }
        _ => on!(linked, conn => sqlx::query_scalar("select hash from ledger_node where level = $1 and position >= $2 and position < $3 order by position")
            .bind(i64::from(level)).bind(from).bind(from + count).fetch_all(conn).await?),
    };
    if found.len() as i64 != count {
        return Err(Error::Broken(format!("the ledger lacks a node at level {level}, {from} to {}; run `balai verify`", from + count - 1)));
    }
    let mut row = found.iter().map(|hash| as_hash(hash)).collect::<Result<Vec<_>>>()?;
    while row.len() > 1 {
        row = row.chunks(2).map(|pair| parent(&pair[0], &pair[1])).collect();
    }
    Ok(row[0])
}

pub(super) async fn span_hash(linked: &mut impl Linked, span: Span) -> Result<Hash> {
    Ok(root_over(&peaks(linked, span).await?))
}

async fn peaks(linked: &mut impl Linked, span: Span) -> Result<Vec<Hash>> {
    let mut peaks = Vec::new();
    for node in span.nodes() {
        peaks.push(hash_of(linked, node).await?);
    }
    Ok(peaks)
}

/// The right edge of the tree of the first `size` entries.
pub(super) async fn edge(linked: &mut impl Linked, size: u64) -> Result<Edge> {
    Ok(Edge { size, peaks: peaks(linked, Span { start: 0, size }).await? })
}
