//! From the directory's tables to entries: one thing after a change, or everything.
//!
//! What is in force today is found. So everything is gone over once a day, too: a tenure ends without anybody writing.

use std::collections::{BTreeMap, HashMap};

use vocabulary::directory::{EntryKind, PositionType};

use super::entry::{Entry, delete, index, insert, level_of, lock, next_ids, remove, vocabulary_of};
use super::stems::Reader;
use super::vocabulary::count;
use crate::clock::{Millis, day_text, local_day};
use crate::db::{Link, Linked, Tx};
use crate::directory::gate::Gate;
use crate::error::Result;
use crate::on;
use crate::portal::Portal;

/// The kinds whose entries are made here: all there are. An entry of another kind would stay as its owner indexed it.
const MADE_HERE: &[EntryKind] = &[EntryKind::Service, EntryKind::Redirect, EntryKind::Unit, EntryKind::Position];

/// After so many changed entries the index of SQLite is put in order, as after the first filling.
const MANY: usize = 2000;

/// Brings the index up to date with the directory as it stands today. Only what differs is written, so an index that
/// is up to date costs no more than reading.
///
/// # Errors
/// The database's.
pub async fn rebuild(portal: &Portal) -> Result<()> {
    let mut tx = portal.db.begin().await?;
    rebuild_in(portal, &mut tx).await?;
    tx.commit().await
}

/// [`rebuild`] inside the transaction of what changed.
///
/// # Errors
/// The database's.
pub async fn rebuild_in(portal: &Portal, tx: &mut Tx) -> Result<()> {
    lock(tx).await?;
    let places = places(tx, portal.now()).await?;
    let mut entries = Vec::new();
    for kind in MADE_HERE {
        for place in &places {
            entries.extend(made(tx, &portal.gate, place, *kind, "").await?);
        }
    }
    // Heads before their staff; the sort keeps the order of those alike.
    entries.sort_by_key(Entry::level);
    let mut reader = Reader::default();
    let prepared: Vec<_> = entries.iter().map(|entry| entry.prepare(&mut reader)).collect();

    let rows: Vec<(i64, String, String, String, i64)> =
        on!(tx, conn => sqlx::query_as("select id, government, kind, slug, fingerprint from directory_entry").fetch_all(conn).await?);
    let mut stored: HashMap<(&str, &str, &str), (i64, i64)> =
        rows.iter().map(|(id, government, kind, slug, print)| ((government.as_str(), kind.as_str(), slug.as_str()), (*id, *print))).collect();
    let mut next = next_ids(tx).await?;
    let mut gone = Vec::new();
    let mut written = Vec::new();
    for p in &prepared {
        let old = stored.remove(&(p.entry.government.as_str(), p.entry.kind.as_str(), p.entry.slug.as_str()));
        if old.is_some_and(|(_, print)| print == p.fingerprint) {
            continue;
        }
        gone.extend(old.map(|(id, _)| id));
        let level = p.entry.level();
        let id = old.map(|(id, _)| id).filter(|id| level_of(*id) == level).unwrap_or_else(|| {
            next[level] += 1;
            next[level] - 1
        });
        written.push((id, p));
    }
    gone.extend(stored.iter().filter(|((_, kind, _), _)| MADE_HERE.iter().any(|k| k.as_str() == *kind)).map(|(_, (id, _))| *id));
    if gone.is_empty() && written.is_empty() {
        return Ok(());
    }
    delete(tx, &gone).await?;
    insert(tx, &written).await?;

    // How many have each word now, against how many had it.
    let elsewhere: Vec<(String, String)> =
        on!(tx, conn => sqlx::query_as("select title_words, body_words from directory_entry where kind not in ('service', 'redirect', 'unit', 'position')").fetch_all(conn).await?);
    let had: Vec<(String, i64)> = on!(tx, conn => sqlx::query_as("select word, entries from directory_word").fetch_all(conn).await?);
    let mut changes: BTreeMap<&str, i64> = had.iter().map(|(word, entries)| (word.as_str(), -entries)).collect();
    let here = prepared.iter().flat_map(|p| vocabulary_of(&p.title_words, &p.body_words));
    for word in here.chain(elsewhere.iter().flat_map(|(title, body)| vocabulary_of(title, body))) {
        *changes.entry(word).or_insert(0) += 1;
    }
    count(tx, &changes).await?;
    if written.len() >= MANY {
        match tx.link() {
            Link::Sqlite(conn) => sqlx::query("insert into directory_text (directory_text) values ('optimize')").execute(conn).await?.rows_affected(),
            Link::Postgres(conn) => sqlx::query("analyze directory_entry").execute(conn).await?.rows_affected(),
        };
    }
    Ok(())
}

/// Fills the index when it is empty and there is something to find, as after a migration. Says whether it did.
///
/// # Errors
/// The database's.
pub async fn rebuild_if_empty(portal: &Portal) -> Result<bool> {
    let mut conn = portal.db.read().await?;
    let indexed: Option<i64> = on!(&mut conn, c => sqlx::query_scalar("select id from directory_entry limit 1").fetch_optional(c).await?);
    let units: Option<String> = on!(&mut conn, c => sqlx::query_scalar("select slug from unit limit 1").fetch_optional(c).await?);
    drop(conn);
    let needed = indexed.is_none() && units.is_some();
    if needed {
        rebuild(portal).await?;
    }
    Ok(needed)
}

/// Puts one service, unit or post into the index as it stands in the tables now, or takes it out when it is no longer in
/// force. Call it last in the transaction that changed it.
///
/// # Errors
/// The database's.
pub async fn refresh(portal: &Portal, tx: &mut Tx, government: &str, kind: EntryKind, slug: &str) -> Result<()> {
    let places = places(tx, portal.now()).await?;
    let Some(place) = places.iter().find(|p| p.slug == government) else { return Ok(()) };
    match made(tx, &portal.gate, place, kind, slug).await?.first() {
        Some(entry) => index(tx, entry).await,
        None => remove(tx, government, kind, slug).await,
    }
}

/// A government, and what day it is there.
struct Place {
    slug: String,
    name: String,
    today: String,
}

async fn places(tx: &mut Tx, now: Millis) -> Result<Vec<Place>> {
    let rows: Vec<(String, String, i64)> = on!(tx, conn => sqlx::query_as("select slug, short_name, utc_offset_hours from government order by slug").fetch_all(conn).await?);
    Ok(rows.into_iter().map(|(slug, name, offset)| Place { slug, name, today: day_text(local_day(now, offset)) }).collect())
}

/// The entries of one kind; all, or the one of this slug. What is not public is not found by its words either.
async fn made(tx: &mut Tx, gate: &Gate, place: &Place, kind: EntryKind, slug: &str) -> Result<Vec<Entry>> {
    match kind {
        EntryKind::Service => services(tx, gate, place, slug).await,
        EntryKind::Unit => units(tx, gate, place, slug).await,
        EntryKind::Position => positions(tx, gate, place, slug).await,
        EntryKind::Redirect => redirects(tx, place, slug).await,
    }
}

fn kept(open: bool, text: String) -> String {
    if open { text } else { String::new() }
}

#[derive(sqlx::FromRow)]
struct ServiceRow {
    slug: String,
    short_name: String,
    name: String,
    name_en: String,
    summary: String,
    keywords: String,
    unit_name: String,
    requirements: String,
    product: String,
}

async fn services(tx: &mut Tx, gate: &Gate, place: &Place, slug: &str) -> Result<Vec<Entry>> {
    let rows: Vec<ServiceRow> = on!(tx, conn => sqlx::query_as(
        "select s.slug, s.short_name, s.name, s.name_en, s.summary, s.keywords, coalesce(u.name, '') as unit_name, coalesce(v.requirements, '') as requirements, coalesce(v.product, '') as product \
         from service s left join unit u on u.id = s.unit_id \
         left join service_standard v on v.service_id = s.id and v.version = (select max(n.version) from service_standard n where n.service_id = s.id and n.valid_from <= $2 and (n.valid_to is null or n.valid_to >= $2)) \
         where s.government = $1 and s.valid_from <= $2 and (s.valid_to is null or s.valid_to >= $2) and ($3 = '' or s.slug = $3) order by s.slug")
        .bind(&place.slug).bind(&place.today).bind(slug).fetch_all(conn).await?);
    let open = &gate.open;
    let entry = |s: ServiceRow| Entry {
        government: place.slug.clone(),
        kind: EntryKind::Service,
        slug: s.slug,
        title: s.short_name,
        also: [kept(open.service_name, s.name), kept(open.service_name_en, s.name_en)].join(" "),
        body: [kept(open.service_keywords, s.keywords), kept(open.standard_requirements, s.requirements), kept(open.standard_product, s.product), s.unit_name, place.name.clone()]
            .join(" "),
        detail: kept(open.service_summary, s.summary),
        holder: String::new(),
        importance: 0,
    };
    Ok(rows.into_iter().map(entry).collect())
}

/// What people look for here and others do; the same in every government.
async fn redirects(tx: &mut Tx, place: &Place, slug: &str) -> Result<Vec<Entry>> {
    let rows: Vec<(String, String, String, String, String)> =
        on!(tx, conn => sqlx::query_as("select key, name, name_en, keywords, office from redirect where $1 = '' or key = $1 order by key").bind(slug).fetch_all(conn).await?);
    let entry = |(slug, title, also, keywords, office): (String, String, String, String, String)| Entry {
        government: place.slug.clone(),
        kind: EntryKind::Redirect,
        slug,
        title,
        also,
        body: [&keywords, &office, &place.name].map(String::as_str).join(" "),
        detail: office,
        holder: String::new(),
        importance: 0,
    };
    Ok(rows.into_iter().map(entry).collect())
}

#[derive(sqlx::FromRow)]
struct UnitRow {
    slug: String,
    name: String,
    name_en: String,
    parent_name: String,
    about: String,
}

async fn units(tx: &mut Tx, gate: &Gate, place: &Place, slug: &str) -> Result<Vec<Entry>> {
    let rows: Vec<UnitRow> = on!(tx, conn => sqlx::query_as(
        "select u.slug, u.name, u.name_en, coalesce(p.name, '') as parent_name, u.about from unit u left join unit p on p.id = u.parent_id \
         where u.government = $1 and u.kind <> 'pemerintah' and u.valid_from <= $2 and (u.valid_to is null or u.valid_to >= $2) and ($3 = '' or u.slug = $3) order by u.slug")
        .bind(&place.slug).bind(&place.today).bind(slug).fetch_all(conn).await?);
    let open = &gate.open;
    let entry = |u: UnitRow| Entry {
        government: place.slug.clone(),
        kind: EntryKind::Unit,
        title: u.name,
        // Agencies are called by their short names, which stand in the address.
        also: [kept(open.unit_name_en, u.name_en), u.slug.clone()].join(" "),
        body: [kept(open.unit_about, u.about), place.name.clone()].join(" "),
        slug: u.slug,
        detail: u.parent_name,
        holder: String::new(),
        importance: 0,
    };
    Ok(rows.into_iter().map(entry).collect())
}

#[derive(sqlx::FromRow)]
struct PositionRow {
    slug: String,
    title: String,
    #[sqlx(rename = "type", try_from = "String")]
    kind: PositionType,
    unit_name: String,
    summary: String,
    duties: String,
    holder: String,
}

async fn positions(tx: &mut Tx, gate: &Gate, place: &Place, slug: &str) -> Result<Vec<Entry>> {
    let rows: Vec<PositionRow> = on!(tx, conn => sqlx::query_as(
        "select p.slug, p.title, p.type, u.name as unit_name, p.summary, \
         coalesce((select string_agg(d.text, ' ' order by d.number) from duty d where d.position_id = p.id), '') as duties, \
         coalesce((select string_agg(e.name, ', ' order by t.starts_on, e.name) from tenure t join person e on e.id = t.person_id where t.position_id = p.id \
            and t.starts_on <= $2 and (t.ends_on is null or t.ends_on >= $2)), '') as holder \
         from position p join unit u on u.id = p.unit_id \
         where p.government = $1 and p.valid_from <= $2 and (p.valid_to is null or p.valid_to >= $2) and ($3 = '' or p.slug = $3) order by p.rank, p.slug")
        .bind(&place.slug).bind(&place.today).bind(slug).fetch_all(conn).await?);
    let open = &gate.open;
    let entry = |p: PositionRow| Entry {
        government: place.slug.clone(),
        kind: EntryKind::Position,
        slug: p.slug,
        title: p.title,
        also: String::new(),
        body: [kept(open.position_summary, p.summary), kept(open.duty_text, p.duties), place.name.clone()].join(" "),
        detail: p.unit_name,
        holder: if gate.names_holder(p.kind) { p.holder } else { String::new() },
        importance: PositionType::ALL.iter().position(|t| *t == p.kind).unwrap_or_default() as u8,
    };
    Ok(rows.into_iter().map(entry).collect())
}
