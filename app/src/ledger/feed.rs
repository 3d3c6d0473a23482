//! `/catatan.atom`: the tree of the trail at the end of each day, for whoever keeps copies from outside. A day, and no
//! moment: a precise time beside a size would date whoever reported last.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use domain::clock::parse_moment;
use domain::ledger::heads;
use domain::secrets::hex;

use crate::dates;
use crate::error::PageError;
use crate::feed::{Entry, Feed};
use crate::shell::App;
use crate::words::Words;

pub const ADDRESS: &str = "/catatan.atom";
const DAYS: i64 = 30;

pub async fn feed(State(app): State<App>, headers: HeaderMap) -> Result<Response, PageError> {
    let words = Words::of("id");
    let mut conn = app.portal.db.read().await?;
    let days = heads::days(&mut conn, None, DAYS).await?;
    drop(conn);
    let entries: Vec<Entry> = days
        .into_iter()
        .map(|day| Entry {
            title: dates::day(words, &day.day),
            address: format!("/catatan#hari-{}", day.day),
            updated: parse_moment(&format!("{}T23:59:59+07:00", day.day)).unwrap_or_default(),
            summary: format!("{} {}: {}", words.n("ledger-size", day.head.size as i64), words.t("ledger-root"), hex(&day.head.root)),
            category: "hari".into(),
        })
        .collect();
    let feed = Feed {
        title: words.t("ledger-title"),
        author: "Balai".into(),
        address: ADDRESS.into(),
        page: "/catatan".into(),
        updated: entries.iter().map(|e| e.updated).max().unwrap_or_default(),
        entries,
    };
    Ok(feed.respond(&app, &headers))
}
