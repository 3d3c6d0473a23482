//! Numbers what was committed and makes it leaves of the tree: one transaction moves a batch from `ledger_pending` and
//! leaves the tree whole, so that stopping at any moment loses nothing and doing it again changes nothing.

use std::collections::HashMap;

use sqlx::{Postgres, QueryBuilder, Sqlite};
use tokio::sync::Mutex;

use super::append::mark;
use super::heads::{keep, keep_ended, zone};
use super::list::Leaf;
use super::merkle::{Hash, Node};
use super::tree::{STRIDE, edge, signed};
use crate::clock::{Millis, day_text, local_day};
use crate::db::{Link, Linked, Tx};
use crate::error::{Error, Result};
use crate::on;
use crate::portal::Portal;

/// Rows a transaction: SQLite has one writer, and who sends a report must not wait long for it.
const BATCH: i64 = 1000;

/// One after the other in this process: who waits here finds that its row was taken along.
static TURN: Mutex<()> = Mutex::const_new(());

#[derive(Debug, Clone, sqlx::FromRow)]
struct Waiting {
    id: i64,
    at: Millis,
    government: String,
    kind: String,
    subject: String,
    mark: Option<Vec<u8>>,
    commitment: Vec<u8>,
    salt: Option<Vec<u8>>,
}

/// Numbers everything that was committed before, in the order of arrival. Idempotent; any number of processes may.
///
/// # Errors
/// The database's.
pub async fn sequence(portal: &Portal) -> Result<()> {
    loop {
        let _turn = TURN.lock().await;
        let mut conn = portal.db.read().await?;
        let waiting: Option<i64> = on!(&mut conn, c => sqlx::query_scalar("select id from ledger_pending limit 1").fetch_optional(c).await?);
        drop(conn);
        if waiting.is_none() {
            return Ok(());
        }
        batch(portal).await?;
    }
}

async fn batch(portal: &Portal) -> Result<()> {
    let mut tx = portal.db.begin().await?;
    hold(&mut tx).await?;
    // A day that ended is closed before anything of today enters.
    keep_ended(portal, &mut tx).await?;
    let rows: Vec<Waiting> = on!(&mut tx, conn => sqlx::query_as("select id, at, government, kind, subject, mark, commitment, salt from ledger_pending order by id limit $1").bind(BATCH).fetch_all(conn).await?);
    add(&mut tx, &rows).await?;
    tx.commit().await
}

/// The same for a history that was told out of order (the demonstration): by date, with the head of each day.
///
/// # Errors
/// The database's; [`Error::Broken`] when the tree has leaves already.
pub async fn sequence_by_date(portal: &Portal) -> Result<()> {
    let _turn = TURN.lock().await;
    let mut tx = portal.db.begin().await?;
    if hold(&mut tx).await? > 0 {
        return Err(Error::Broken("only an empty ledger is filled by date".into()));
    }
    let rows: Vec<Waiting> =
        on!(&mut tx, conn => sqlx::query_as("select id, at, government, kind, subject, mark, commitment, salt from ledger_pending order by id").fetch_all(conn).await?);
    let Some(zone) = zone(&mut tx).await? else { return Ok(()) };
    // What a reporter did has only its hour: of one subject, what came later stays later.
    let mut latest: HashMap<(String, String), Millis> = HashMap::new();
    let mut dated: Vec<(Millis, Waiting)> = rows
        .into_iter()
        .map(|row| {
            let at = latest.entry((row.government.clone(), row.subject.clone())).or_insert(row.at);
            *at = row.at.max(*at);
            (*at, row)
        })
        .collect();
    dated.sort_by_key(|(at, _)| *at);
    let today = local_day(portal.now(), zone);
    let (today, yesterday) = (day_text(today), day_text(today - time::Duration::DAY));
    let mut newest = String::new();
    for of_day in dated.chunk_by(|(a, _), (b, _)| local_day(*a, zone) == local_day(*b, zone)) {
        let rows: Vec<Waiting> = of_day.iter().map(|(_, row)| row.clone()).collect();
        let day = day_text(local_day(of_day[0].0, zone));
        if day >= today && newest < yesterday {
            keep(&mut tx, &yesterday).await?;
            newest.clone_from(&yesterday);
        }
        for batch in rows.chunks(BATCH as usize) {
            add(&mut tx, batch).await?;
        }
        if day < today {
            keep(&mut tx, &day).await?;
            newest = day;
        }
    }
    if newest < yesterday {
        keep(&mut tx, &yesterday).await?;
    }
    tx.commit().await
}

/// Takes the tree's row until the transaction ends: what another process adds is seen after it, never twice.
pub(super) async fn hold(tx: &mut Tx) -> Result<u64> {
    let size: i64 = on!(tx, conn => sqlx::query_scalar("update ledger_tree set size = size where one = 1 returning size").fetch_one(conn).await?);
    Ok(size.unsigned_abs())
}

async fn add(tx: &mut Tx, rows: &[Waiting]) -> Result<()> {
    if rows.is_empty() {
        return Ok(());
    }
    let size = super::tree::head(tx).await?.size;
    let mut edge = edge(tx, size).await?;
    let mut nodes: Vec<(Node, Hash)> = Vec::new();
    let mut leaves: Vec<(Leaf, Hash)> = Vec::with_capacity(rows.len());
    for row in rows {
        // Entries of the time before the tree have their salt and no mark.
        let own = match (&row.mark, &row.salt) {
            (Some(own), _) => own.clone(),
            (None, salt) => mark(salt.as_deref().unwrap_or_default(), &row.subject).to_vec(),
        };
        let leaf = Leaf { number: signed(edge.size + 1), at: row.at, government: row.government.clone(), kind: row.kind.clone(), mark: own, commitment: row.commitment.clone() };
        let hash = leaf.hash();
        edge.push(hash, |node, hash| {
            if node.level % STRIDE == 0 {
                nodes.push((node, hash));
            }
            hash
        });
        leaves.push((leaf, hash));
    }
    macro_rules! write {
        ($db:ty, $conn:expr) => {{
            let mut query = QueryBuilder::<$db>::new("insert into ledger_entry (number, at, government, kind, subject, mark, commitment, hash) ");
            query.push_values(rows.iter().zip(&leaves), |mut b, (row, (leaf, hash))| {
                b.push_bind(leaf.number)
                    .push_bind(leaf.at)
                    .push_bind(&leaf.government)
                    .push_bind(&leaf.kind)
                    .push_bind(&row.subject)
                    .push_bind(&leaf.mark)
                    .push_bind(&leaf.commitment)
                    .push_bind(hash.to_vec());
            });
            query.build().execute(&mut *$conn).await?;
            let salts: Vec<_> = rows.iter().zip(&leaves).filter_map(|(row, (leaf, _))| row.salt.as_ref().map(|salt| (leaf.number, salt))).collect();
            if !salts.is_empty() {
                let mut query = QueryBuilder::<$db>::new("insert into ledger_salt (number, salt) ");
                query.push_values(salts, |mut b, (number, salt)| {
                    b.push_bind(number).push_bind(salt);
                });
                query.build().execute(&mut *$conn).await?;
            }
            if !nodes.is_empty() {
                let mut query = QueryBuilder::<$db>::new("insert into ledger_node (level, position, hash) ");
                query.push_values(&nodes, |mut b, (node, hash)| {
                    b.push_bind(i64::from(node.level)).push_bind(signed(node.position)).push_bind(hash.to_vec());
                });
                query.build().execute(&mut *$conn).await?;
            }
            // By id and not up to the last: a lower one may be committed later.
            let mut query = QueryBuilder::<$db>::new("delete from ledger_pending where id in (");
            let mut ids = query.separated(", ");
            for row in rows {
                ids.push_bind(row.id);
            }
            query.push(")");
            query.build().execute(&mut *$conn).await?;
            sqlx::query("update ledger_tree set size = $1, root = $2 where one = 1").bind(signed(edge.size)).bind(edge.root().to_vec()).execute(&mut *$conn).await?;
        }};
    }
    match tx.link() {
        Link::Sqlite(conn) => write!(Sqlite, conn),
        Link::Postgres(conn) => write!(Postgres, conn),
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::{Entry, append, head, verify};
    use crate::on_both;

    async fn write(portal: &Portal, number: i64) {
        let mut tx = portal.db.begin().await.unwrap();
        append(portal, &mut tx, Entry { government: "medan", kind: "test", subject: &format!("S-{number}"), by_reporter: false, content: &number }).await.unwrap();
        tx.commit().await.unwrap();
    }

    // As several processes would: without the lock that orders them inside one.
    on_both!(many_write_while_several_number, world => {
        let tasks: Vec<_> = (0..8)
            .map(|task| {
                let portal = world.portal.clone();
                tokio::spawn(async move {
                    for number in 0..25 {
                        write(&portal, task * 100 + number).await;
                        if number % 3 == task % 3 {
                            batch(&portal).await.unwrap();
                        }
                    }
                })
            })
            .collect();
        for task in tasks {
            task.await.unwrap();
        }
        sequence(&world.portal).await.unwrap();
        let mut conn = world.portal.db.read().await.unwrap();
        let subjects: i64 = on!(&mut conn, c => sqlx::query_scalar("select count(distinct subject) from ledger_entry where kind = 'test'").fetch_one(c).await.unwrap());
        assert_eq!((subjects, head(&mut conn).await.unwrap().size), (200, 200), "each once");
        drop(conn);
        let report = verify::verify(&world.portal, &verify::Against::default(), &mut |_, _, _| {}).await.unwrap();
        assert!(report.is_whole() && report.waiting == 0, "{:?}", report.findings);
    });

    on_both!(what_stops_midway_begins_again, world => {
        for number in 0..20 {
            write(&world.portal, number).await;
        }
        let mut tx = world.portal.db.begin().await.unwrap();
        hold(&mut tx).await.unwrap();
        let rows: Vec<Waiting> = on!(&mut tx, conn => sqlx::query_as("select id, at, government, kind, subject, mark, commitment, salt from ledger_pending order by id").fetch_all(conn).await.unwrap());
        add(&mut tx, &rows).await.unwrap();
        drop(tx);
        let mut conn = world.portal.db.read().await.unwrap();
        assert_eq!(head(&mut conn).await.unwrap().size, 0, "nothing was added by halves");
        drop(conn);
        sequence(&world.portal).await.unwrap();
        sequence(&world.portal).await.unwrap();
        let mut conn = world.portal.db.read().await.unwrap();
        assert_eq!(head(&mut conn).await.unwrap().size, 20);
    });
}
