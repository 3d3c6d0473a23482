//! Feeds of cases: what is newly published (`/{gov}/laporan.atom`, narrowed like the list), and the steps of one case.

use axum::extract::{Path, Query, State};
use axum::http::HeaderMap;
use axum::response::Response;
use domain::directory::government;
use domain::feedback::{list, show, steps};
use std::collections::HashMap;

use super::narrowed::Narrowed;
use crate::error::PageError;
use crate::feed::{Entry, Feed};
use crate::shell::App;
use crate::words::Words;

/// The address of the feed of a government's cases.
pub fn cases_address(gov: &str) -> String {
    format!("/{gov}/laporan.atom")
}

/// The address of the feed of one case.
pub fn case_address(gov: &str, reference: &str) -> String {
    format!("/{gov}/laporan/{reference}/kabar.atom")
}

pub async fn cases(State(app): State<App>, headers: HeaderMap, Path(gov): Path<String>, Query(query): Query<HashMap<String, String>>) -> Result<Response, PageError> {
    let words = Words::of("id");
    let mut conn = app.portal.db.read().await?;
    let government = government(&mut conn, &gov).await?;
    let narrowed = Narrowed::asked(&app, &mut conn, &gov, &query).await?;
    let about = Some(narrowed.told(words)).filter(|told| !told.is_empty()).unwrap_or_else(|| government.short_name.clone());
    let found = list(&mut conn, &gov, &narrowed.filter, None).await?;
    drop(conn);
    let entries: Vec<Entry> = found
        .cases
        .into_iter()
        .map(|case| Entry {
            address: format!("/{gov}/laporan/{}", case.reference),
            updated: case.published_at,
            summary: [Some(words.t(&format!("kind-{}", case.kind))), case.unit_name, Some(words.t(&format!("status-{}", case.status)))]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" · "),
            category: case.kind.to_string(),
            title: case.title,
        })
        .collect();
    let feed = Feed {
        title: format!("{} · {about}", words.t("cases-title")),
        author: government.name_id.clone(),
        address: format!("{}{}", cases_address(&gov), narrowed.query),
        page: format!("/{gov}/laporan{}", narrowed.query),
        updated: entries.iter().map(|e| e.updated).max().unwrap_or_default(),
        entries,
    };
    Ok(feed.respond(&app, &headers))
}

pub async fn case(State(app): State<App>, headers: HeaderMap, Path((gov, reference)): Path<(String, String)>) -> Result<Response, PageError> {
    let words = Words::of("id");
    let mut conn = app.portal.db.read().await?;
    let government = government(&mut conn, &gov).await?;
    let case = show(&mut conn, &gov, &reference).await?;
    let steps = steps(&mut conn, case.id).await?;
    drop(conn);
    let page = format!("/{gov}/laporan/{reference}");
    // A step's number is its lasting name; the newest stands first.
    let entries: Vec<Entry> = steps
        .into_iter()
        .rev()
        .map(|step| Entry {
            title: words.t(&format!("step-{}", step.kind)),
            address: format!("{page}#langkah-{}", step.number),
            updated: step.at,
            summary: [step.unit_name.unwrap_or_default(), step.note].into_iter().filter(|t| !t.is_empty()).collect::<Vec<_>>().join(": "),
            category: step.kind.to_string(),
        })
        .collect();
    let feed = Feed {
        title: format!("{} · {reference}", case.title),
        author: government.name_id.clone(),
        address: case_address(&gov, &reference),
        page,
        updated: entries.iter().map(|e| e.updated).max().unwrap_or_default(),
        entries,
    };
    Ok(feed.respond(&app, &headers))
}
