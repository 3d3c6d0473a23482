//! `/api/v1/ledger`: the trail for who copies and checks it. Described in `open_data/openapi.json`, as the rest of the
//! interface.

use axum::extract::{RawQuery, State};
use axum::http::{HeaderMap, Uri};
use axum::response::Response;
use domain::ledger::merkle::Hash;
use domain::ledger::proof::{consistency, entry, inclusion, root_at};
use domain::ledger::{Head, head, heads, leaves};
use domain::secrets::hex;
use serde::Serialize;
use serde_json::json;

use crate::error::PageError;
use crate::open_data::answer::Answer;
use crate::open_data::asked::Asked;
use crate::shell::App;

type Answered = Result<Response, PageError>;

const JSON: &str = "application/json";

#[derive(Serialize)]
struct List {
    items: Vec<serde_json::Value>,
    next: Option<String>,
}

fn path(hashes: &[Hash]) -> Vec<String> {
    hashes.iter().map(|hash| hex(hash)).collect()
}

fn next(app: &App, uri: &Uri, name: &str, value: &str, limit: i64) -> String {
    format!("{}{}?{name}={value}&limit={limit}", app.settings.public_url, uri.path())
}

pub async fn now(State(app): State<App>, RawQuery(query): RawQuery, headers: HeaderMap) -> Answered {
    Asked::read(query.as_deref(), &[])?;
    let mut conn = app.portal.db.read().await?;
    let Head { size, root } = head(&mut conn).await?;
    Ok(Answer::json(&json!({ "size": size, "root": hex(&root) }), JSON)?.to(&headers))
}

pub async fn days(State(app): State<App>, uri: Uri, RawQuery(query): RawQuery, headers: HeaderMap) -> Answered {
    let asked = Asked::read(query.as_deref(), &["before", "limit"])?;
    let (before, limit) = (asked.before()?, asked.limit()?);
    let mut conn = app.portal.db.read().await?;
    let mut found = heads::days(&mut conn, before, limit + 1).await?;
    drop(conn);
    let more = found.len() as i64 > limit;
    found.truncate(limit as usize);
    let next = found.last().filter(|_| more).map(|last| next(&app, &uri, "before", &last.day, limit));
    let items = found.iter().map(|d| json!({ "day": d.day, "size": d.head.size, "root": hex(&d.head.root) })).collect();
    Ok(Answer::json(&List { items, next }, JSON)?.to(&headers))
}

pub async fn entries(State(app): State<App>, uri: Uri, RawQuery(query): RawQuery, headers: HeaderMap) -> Answered {
    let asked = Asked::read(query.as_deref(), &["after", "limit"])?;
    let (after, limit) = (asked.number("after")?.unwrap_or_default(), asked.limit()?);
    let mut conn = app.portal.db.read().await?;
    let mut found = leaves(&mut conn, after as i64, limit + 1).await?;
    drop(conn);
    let more = found.len() as i64 > limit;
    found.truncate(limit as usize);
    let next = found.last().filter(|_| more).map(|(last, _)| next(&app, &uri, "after", &last.number.to_string(), limit));
    let items = found
        .iter()
        .map(|(leaf, hash)| json!({ "number": leaf.number, "at": leaf.at, "government": leaf.government, "kind": leaf.kind, "mark": hex(&leaf.mark), "commitment": hex(&leaf.commitment), "leaf": hex(hash) }))
        .collect();
    Ok(Answer::json(&List { items, next }, JSON)?.to(&headers))
}

pub async fn prove_inclusion(State(app): State<App>, RawQuery(query): RawQuery, headers: HeaderMap) -> Answered {
    let asked = Asked::read(query.as_deref(), &["number", "size"])?;
    let (number, size) = (asked.needed("number")?, asked.at_least_one("size")?);
    let mut conn = app.portal.db.read().await?;
    let size = match size {
        Some(size) => size,
        None => head(&mut conn).await?.size,
    };
    let hashes = inclusion(&mut conn, number, size).await?;
    let (_, leaf) = entry(&mut conn, number).await?;
    let root = root_at(&mut conn, size).await?;
    Ok(Answer::json(&json!({ "number": number, "leaf": hex(&leaf), "size": size, "root": hex(&root), "path": path(&hashes) }), JSON)?.to(&headers))
}

pub async fn prove_consistency(State(app): State<App>, RawQuery(query): RawQuery, headers: HeaderMap) -> Answered {
    let asked = Asked::read(query.as_deref(), &["first", "second"])?;
    let (first, second) = (asked.needed("first")?, asked.at_least_one("second")?);
    let mut conn = app.portal.db.read().await?;
    let second = match second {
        Some(second) => second,
        None => head(&mut conn).await?.size,
    };
    let hashes = consistency(&mut conn, first, second).await?;
    let (old, new) = (root_at(&mut conn, first).await?, root_at(&mut conn, second).await?);
    Ok(Answer::json(&json!({ "first": first, "first_root": hex(&old), "second": second, "second_root": hex(&new), "path": path(&hashes) }), JSON)?.to(&headers))
}
