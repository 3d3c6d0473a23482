//! Goes over the whole ledger: recomputes leaves, nodes, root and daily heads, holds it to heads that others kept, and
//! compares it with the rows it tells of ([`rows`]). Names every row that was changed, removed or slipped in.
//!
//! Whoever rewrites everything, hashes and salts included, leaves a ledger that agrees with itself; only a head or a
//! proof from outside shows it, which is why they are given away.

mod rows;

use std::collections::{BTreeMap, HashMap};

use super::append::mark;
use super::erase::ERASED;
use super::heads::seal;
use super::list::Leaf;
use super::merkle::{Edge, Hash, Node, empty};
use super::proof::{Flaw, ProofFile, parse_hash};
use super::tree::{Head, STRIDE, signed};
use crate::db::Conn;
use crate::error::{Error, Result};
use crate::on;
use crate::portal::Portal;
use crate::secrets::hex;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// Some column is not what it was.
    Changed,
    Removed,
    /// It stands for nothing that happened, or what it stood for is gone.
    Inserted,
    /// A whole tree other than the one that was shown before.
    Rewritten,
    /// Entries that others saw and that are not here: an older state was brought back, or the newest were taken away.
    Ahead,
}

/// One row that is not as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub what: What,
    /// Which row, and how that shows, for whoever runs the program.
    pub row: String,
}

/// What was gone over and found.
#[derive(Debug, Default)]
pub struct Report {
    pub size: u64,
    pub root: Hash,
    /// Committed and not yet numbered.
    pub waiting: u64,
    /// Entries whose content was erased, which is recorded.
    pub erased: u64,
    pub heads: usize,
    /// Rows of cases, forum, directory, announcements and corrections that were compared with their entries.
    pub compared: u64,
    pub findings: Vec<Finding>,
    /// Further ones that were counted and not named.
    pub more: u64,
}

/// Enough to see what happened; a table emptied by hand would name millions.
const NAMED_MOST: usize = 1000;

impl Report {
    fn find(&mut self, what: What, row: impl Into<String>) {
        if self.findings.len() < NAMED_MOST { self.findings.push(Finding { what, row: row.into() }) } else { self.more += 1 }
    }

    pub fn is_whole(&self) -> bool {
        self.findings.is_empty()
    }

    /// Whether it agrees with itself, and only lacks what others saw of it.
    pub fn only_lags(&self) -> bool {
        !self.is_whole() && self.more == 0 && self.findings.iter().all(|f| f.what == What::Ahead)
    }
}

/// What others kept of this ledger.
#[derive(Debug, Default)]
pub struct Against {
    pub heads: Vec<Head>,
    pub proofs: Vec<ProofFile>,
}

/// Leaves a batch: full subtrees of the third kept level, so that each node is read once.
const BATCH: u64 = 4096;

pub type Progress<'a> = dyn FnMut(&str, usize, usize) + Send + 'a;

/// Goes over everything as it is at this moment, while others go on writing.
///
/// # Errors
/// The database's.
pub async fn verify(portal: &Portal, against: &Against, progress: &mut Progress<'_>) -> Result<Report> {
    let mut conn = portal.db.read().await?;
    let begin = match conn {
        Conn::Sqlite(_) => "begin",
        Conn::Postgres(_) => "begin isolation level repeatable read read only",
    };
    on!(&mut conn, c => sqlx::query(begin).execute(c).await?.rows_affected());
    let report = go_over(&mut conn, against, progress).await;
    on!(&mut conn, c => sqlx::query("rollback").execute(c).await?.rows_affected());
    report
}

async fn go_over(conn: &mut Conn, against: &Against, progress: &mut Progress<'_>) -> Result<Report> {
    let mut report = Report { root: empty(), ..Report::default() };
    let tree: Option<(i64, Vec<u8>, Vec<u8>)> = on!(&mut *conn, c => sqlx::query_as("select size, root, seal from ledger_tree where one = 1").fetch_optional(c).await?);
    let most: i64 = on!(&mut *conn, c => sqlx::query_scalar("select coalesce(max(number), 0) from ledger_entry").fetch_one(c).await?);
    let (size, root, newest) = tree.unwrap_or_else(|| {
        report.find(What::Removed, "the row of ledger_tree");
        (most, Vec::new(), Vec::new())
    });
    report.size = size.unsigned_abs();
    let mut kept = heads(conn, &newest, &mut report).await?;
    for head in &against.heads {
        kept.push(Kept { size: head.size, root: head.root.to_vec(), told: format!("the head of {} entries that was kept elsewhere", head.size), ours: false });
    }
    for proof in &against.proofs {
        check_proof(conn, proof, &mut kept, &mut report).await?;
    }
    walk(conn, &root, kept, &mut report, progress).await?;
    waiting(conn, &mut report).await?;
    rows::compare(conn, &mut report, progress).await?;
    Ok(report)
}

/// A root that the tree had, or should have had, at a size.
struct Kept {
    size: u64,
    root: Vec<u8>,
    told: String,
    ours: bool,
}

/// The daily heads and their seals, the oldest first.
async fn heads(conn: &mut Conn, newest: &[u8], report: &mut Report) -> Result<Vec<Kept>> {
    let rows: Vec<(String, i64, Vec<u8>, Vec<u8>)> = on!(conn, c => sqlx::query_as("select day, size, root, seal from ledger_head order by day").fetch_all(c).await?);
    report.heads = rows.len();
    let mut before = vec![0; 32];
    let mut kept = Vec::with_capacity(rows.len());
    for (day, size, root, own) in rows {
        let right = root.as_slice().try_into().is_ok_and(|root| seal(&before, &day, &Head { size: size.unsigned_abs(), root }) == own);
        if !right || size < 0 {
            report.find(What::Changed, format!("the daily head of {day}, or the one before it: changed, removed or put in between"));
        }
        before = own;
        kept.push(Kept { size: size.unsigned_abs(), root, told: format!("the daily head of {day}"), ours: true });
    }
    if before != newest {
        report.find(What::Removed, "the newest daily head, or the seal in ledger_tree was changed");
    }
    Ok(kept)
}

/// A proof that somebody kept: whether it holds by itself, is of the entry that is here, and of this tree.
async fn check_proof(conn: &mut Conn, proof: &ProofFile, kept: &mut Vec<Kept>, report: &mut Report) -> Result<()> {
    for flaw in proof.flaws() {
        let why = match flaw {
            Flaw::Unreadable => "is no proof file of this program",
            Flaw::Leaf => "has a leaf that is not the hash of its entry",
            Flaw::Path => "does not lead from its entry to its root",
            Flaw::Subject => "has a salt that does not open its subject",
            Flaw::Content => "has a salt that does not open its content",
        };
        report.find(What::Changed, format!("the proof file of entry {} {why}", proof.number));
    }
    let here: Option<Vec<u8>> = on!(conn, c => sqlx::query_scalar("select hash from ledger_entry where number = $1").bind(proof.number).fetch_optional(c).await?);
    if here.is_none_or(|hash| hex(&hash) != proof.leaf) {
        report.find(What::Rewritten, format!("entry {}: it is not the one of the proof file", proof.number));
    }
    if let Some(root) = parse_hash(&proof.root) {
        kept.push(Kept { size: proof.size, root: root.to_vec(), told: format!("the head of {} entries in the proof file", proof.size), ours: false });
    }
    Ok(())
}

#[derive(sqlx::FromRow)]
struct Row {
    #[sqlx(flatten)]
    leaf: Leaf,
    subject: String,
    hash: Vec<u8>,
    salt: Option<Vec<u8>>,
}

/// Leaves, nodes and roots, from the first entry to the last.
async fn walk(conn: &mut Conn, root: &[u8], mut kept: Vec<Kept>, report: &mut Report, progress: &mut Progress<'_>) -> Result<()> {
    kept.sort_by_key(|k| std::cmp::Reverse(k.size));
    let most: i64 = on!(&mut *conn, c => sqlx::query_scalar("select coalesce(max(number), 0) from ledger_entry").fetch_one(c).await?);
    let size = report.size.min(most.unsigned_abs());
    if size < report.size {
        report.find(What::Removed, format!("entries {} to {}, or the size in ledger_tree was changed", size + 1, report.size));
    }
    let erased = erasures(conn).await?;
    let mut edge = Edge::default();
    let (mut salts, mut nodes_missing) = (0_i64, 0_i64);
    // Of a leaf that is known to be wrong, what is made from it is wrong too, and is not named again.
    let mut gap = size < report.size;
    let mut spoiled_from = u64::MAX;
    while edge.size < size {
        let start = edge.size;
        let rows: Vec<Row> = on!(&mut *conn, c => sqlx::query_as(
            "select e.number, e.at, e.government, e.kind, e.subject, e.mark, e.commitment, e.hash, s.salt from ledger_entry e left join ledger_salt s on s.number = e.number where e.number > $1 and e.number <= $2 order by e.number")
            .bind(signed(start)).bind(signed((start + BATCH).min(size))).fetch_all(c).await?);
        let mut rows = rows.into_iter().peekable();
        let stored = nodes_of(conn, start, size).await?;
        for number in start + 1..=(start + BATCH).min(size) {
            let Some(row) = rows.next_if(|row| row.leaf.number == signed(number)) else {
                report.find(What::Removed, format!("entry {number}"));
                gap = true;
                spoiled_from = spoiled_from.min(edge.size);
                edge.push([0; 32], |_, hash| hash);
                continue;
            };
            let own = row.leaf.hash();
            if own.as_slice() != row.hash {
                report.find(What::Changed, format!("entry {number}: its hash is not that of its columns"));
                spoiled_from = spoiled_from.min(edge.size);
            }
            match &row.salt {
                Some(salt) => {
                    salts += 1;
                    if mark(salt, &row.subject).as_slice() != row.leaf.mark {
                        report.find(What::Changed, format!("entry {number}: its salt or its subject is not what was recorded"));
                    }
                }
                None if erased.get(&(row.leaf.government.clone(), row.subject.clone())).is_some_and(|at| *at > row.leaf.number) => report.erased += 1,
                None => report.find(What::Removed, format!("the salt of entry {number}, or its subject was changed: no entry says that its content was erased")),
            }
            edge.push(own, |node, hash| {
                if node.level % STRIDE != 0 || gap {
                    return hash;
                }
                let first = node.position << node.level;
                let known = spoiled_from != u64::MAX && spoiled_from >= first;
                match stored.get(&node) {
                    None => {
                        nodes_missing += 1;
                        report.find(What::Removed, format!("the node at level {}, {}", node.level, node.position));
                        hash
                    }
                    Some(kept) if kept.as_slice() == hash => hash,
                    Some(kept) => {
                        if !known {
                            report.find(
                                What::Changed,
                                format!(
                                    "the node at level {}, {}, or an entry from {} to {} together with its hash",
                                    node.level,
                                    node.position,
                                    first + 1,
                                    first + (1 << node.level)
                                ),
                            );
                        }
                        spoiled_from = u64::MAX;
                        // The rest is held to what is kept, else one wrong row would spoil all above it.
                        kept.as_slice().try_into().unwrap_or(hash)
                    }
                }
            });
            while let Some(head) = kept.pop_if(|k| k.size <= edge.size) {
                compare_root(&edge, &head, gap || spoiled_from != u64::MAX, report);
            }
        }
        progress("entries", usize::try_from(edge.size).unwrap_or(usize::MAX), usize::try_from(size).unwrap_or(usize::MAX));
    }
    for head in kept {
        if head.ours {
            report.find(What::Changed, format!("{}: the ledger has only {size} entries", head.told));
        } else {
            report.find(What::Ahead, format!("{} is ahead of this ledger, which has only {size}: the last {} that others saw are not here", head.told, head.size - size));
        }
    }
    report.root = edge.root();
    let size = report.size;
    if !root.is_empty() && edge.root().as_slice() != root && !gap && spoiled_from == u64::MAX {
        report.find(What::Changed, format!("the root or the size in ledger_tree, or one of the last {} entries together with its hash", size % (1 << STRIDE)));
    }
    surplus(conn, size, salts, nodes_missing, report).await
}

fn compare_root(edge: &Edge, head: &Kept, spoiled: bool, report: &mut Report) {
    // A head of none, or one below the first entry, is compared when the first entry is there.
    let right = if head.size == 0 { empty().as_slice() == head.root } else { head.size == edge.size && edge.root().as_slice() == head.root };
    if right || (spoiled && head.ours) {
        return;
    }
    let what = if head.ours { What::Changed } else { What::Rewritten };
    report.find(what, format!("{}: the entries up to {} have another root", head.told, head.size));
}

/// Of which subjects the content was erased, and the entry that says so.
async fn erasures(conn: &mut Conn) -> Result<HashMap<(String, String), i64>> {
    let rows: Vec<(String, String, i64)> =
        on!(&mut *conn, c => sqlx::query_as("select government, subject, number from ledger_entry where kind = $1").bind(ERASED).fetch_all(c).await?);
    let waiting: Vec<(String, String)> = on!(conn, c => sqlx::query_as("select government, subject from ledger_pending where kind = $1").bind(ERASED).fetch_all(c).await?);
    let mut latest = HashMap::new();
    for (government, subject, number) in rows.into_iter().chain(waiting.into_iter().map(|(government, subject)| (government, subject, i64::MAX))) {
        let at = latest.entry((government, subject)).or_insert(number);
        *at = number.max(*at);
    }
    Ok(latest)
}

/// The kept nodes that a batch of leaves can fill.
async fn nodes_of(conn: &mut Conn, start: u64, size: u64) -> Result<BTreeMap<Node, Vec<u8>>> {
    let mut found = BTreeMap::new();
    let mut level = STRIDE;
    while level < 60 && size >> level > 0 {
        let rows: Vec<(i64, Vec<u8>)> = on!(&mut *conn, c => sqlx::query_as("select position, hash from ledger_node where level = $1 and position >= $2 and position <= $3")
            .bind(i64::from(level)).bind(signed(start >> level)).bind(signed((start + BATCH) >> level)).fetch_all(c).await?);
        found.extend(rows.into_iter().map(|(position, hash)| (Node { level, position: position.unsigned_abs() }, hash)));
        level += STRIDE;
    }
    Ok(found)
}

/// Rows that belong to nothing.
async fn surplus(conn: &mut Conn, size: u64, salts: i64, nodes_missing: i64, report: &mut Report) -> Result<()> {
    let beyond: Vec<i64> = on!(&mut *conn, c => sqlx::query_scalar("select number from ledger_entry where number > $1 or number < 1 order by number limit 1000").bind(signed(size)).fetch_all(c).await?);
    for number in beyond {
        report.find(What::Inserted, format!("entry {number}: the tree has only {size}"));
    }
    let all: i64 = on!(&mut *conn, c => sqlx::query_scalar("select count(*) from ledger_salt").fetch_one(c).await?);
    if all != salts {
        let strays: Vec<i64> = on!(&mut *conn, c => sqlx::query_scalar("select number from ledger_salt s where number > $1 or not exists (select 1 from ledger_entry e where e.number = s.number) limit 1000").bind(signed(size)).fetch_all(c).await?);
        for number in strays {
            report.find(What::Inserted, format!("the salt of entry {number}, which is not in the tree"));
        }
    }
    let full: i64 = (1..15).map(|n| signed(size >> (n * STRIDE))).sum();
    let all: i64 = on!(&mut *conn, c => sqlx::query_scalar("select count(*) from ledger_node").fetch_one(c).await?);
    if all != full - nodes_missing {
        let strays: Vec<(i64, i64)> = on!(&mut *conn, c => sqlx::query_as(
            "select level, position from ledger_node where level % 4 <> 0 or level < 4 or level > 56 or position < 0 or position >= ($1 >> cast(level as integer)) order by level, position limit 1000")
            .bind(signed(size)).fetch_all(c).await?);
        for (level, position) in strays {
            report.find(What::Inserted, format!("the node at level {level}, {position}, above leaves that are not there"));
        }
    }
    Ok(())
}

/// Rows that wait for their number; their marks are checked here, what they tell with the others.
async fn waiting(conn: &mut Conn, report: &mut Report) -> Result<()> {
    type Waiting = (i64, String, String, Option<Vec<u8>>, Option<Vec<u8>>);
    let erased = erasures(conn).await?;
    let rows: Vec<Waiting> = on!(conn, c => sqlx::query_as("select id, government, subject, mark, salt from ledger_pending order by id").fetch_all(c).await?);
    report.waiting = rows.len() as u64;
    for (id, government, subject, own, salt) in rows {
        match (own, salt) {
            (Some(own), Some(salt)) if mark(&salt, &subject).as_slice() != own => {
                report.find(What::Changed, format!("waiting entry {id}: its salt, mark or subject is not what was recorded"))
            }
            (_, None) if erased.contains_key(&(government, subject)) => report.erased += 1,
            (_, None) => report.find(What::Removed, format!("the salt of waiting entry {id}")),
            // Entries of the time before the tree wait without a mark, once.
            (_, Some(_)) => {}
        }
    }
    Ok(())
}

/// Reads a head as the interface gives it: `{"size": 17, "root": "…"}`.
///
/// # Errors
/// [`Error::Configuration`] when it is none.
pub fn parse_head(text: &str) -> Result<Head> {
    #[derive(serde::Deserialize)]
    struct Given {
        size: u64,
        root: String,
    }
    let given: Given = serde_json::from_str(text).map_err(|e| Error::Configuration(format!("this is no head of a ledger: {e}")))?;
    let root = parse_hash(&given.root).ok_or_else(|| Error::Configuration("the root of this head is not 64 hexadecimal digits".into()))?;
    Ok(Head { size: given.size, root })
}
