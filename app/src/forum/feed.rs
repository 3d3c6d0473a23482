//! Feeds of the forum: topics by when they were begun, and the replies of one topic. What is hidden is in none.

use axum::extract::{Path, Query, State};
use axum::http::HeaderMap;
use axum::response::Response;
use domain::Error;
use domain::directory::government;
use domain::forum::{list, show};
use std::collections::HashMap;
use vocabulary::forum::Category;

use crate::error::PageError;
use crate::feed::{Entry, Feed};
use crate::shell::App;
use crate::words::Words;

/// How many letters of a text a feed tells.
const TOLD: usize = 400;

/// The address of the feed of the forum, or of one of its categories.
pub fn topics_address(gov: &str, category: Option<Category>) -> String {
    category.map_or_else(|| format!("/{gov}/forum.atom"), |c| format!("/{gov}/forum.atom?kategori={c}"))
}

/// The address of the feed of one topic.
pub fn topic_address(gov: &str, code: &str) -> String {
    format!("/{gov}/forum/topik/{code}/kabar.atom")
}

pub async fn topics(State(app): State<App>, headers: HeaderMap, Path(gov): Path<String>, Query(query): Query<HashMap<String, String>>) -> Result<Response, PageError> {
    let words = Words::of("id");
    let category = match query.get("kategori") {
        Some(word) => Some(Category::parse(word).ok_or(Error::NotFound)?),
        None => None,
    };
    let mut conn = app.portal.db.read().await?;
    let government = government(&mut conn, &gov).await?;
    let found = list(&mut conn, &gov, category, None).await?;
    drop(conn);
    let entries: Vec<Entry> = found
        .topics
        .into_iter()
        .map(|topic| Entry {
            address: format!("/{gov}/forum/topik/{}", topic.code),
            // A reply makes it new.
            updated: topic.active_at,
            summary: [words.t(&format!("category-{}", topic.category)), words.n("forum-replies", topic.reply_count)].join(" · "),
            category: topic.category.to_string(),
            title: topic.title,
        })
        .collect();
    let feed = Feed {
        title: format!("{} · {}", category.map_or_else(|| words.t("forum-title"), |c| words.t(&format!("category-{c}"))), government.short_name),
        author: government.name_id.clone(),
        address: topics_address(&gov, category),
        page: category.map_or_else(|| format!("/{gov}/forum"), |c| format!("/{gov}/forum/{c}")),
        updated: entries.iter().map(|e| e.updated).max().unwrap_or_default(),
        entries,
    };
    Ok(feed.respond(&app, &headers))
}

pub async fn topic(State(app): State<App>, headers: HeaderMap, Path((gov, code)): Path<(String, String)>) -> Result<Response, PageError> {
    let words = Words::of("id");
    let mut conn = app.portal.db.read().await?;
    let government = government(&mut conn, &gov).await?;
    let (topic, replies) = show(&mut conn, &gov, &code, None).await?;
    drop(conn);
    // As its page: there, and with no word of it.
    let hidden = topic.hidden_reason.is_some();
    let title = if hidden { words.t("forum-hidden-title") } else { topic.title };
    let page = format!("/{gov}/forum/topik/{code}");
    let entries: Vec<Entry> = replies
        .into_iter()
        .rev()
        .filter(|reply| !hidden && reply.hidden_reason.is_none())
        .map(|reply| {
            let official = reply.official_unit_name.is_some();
            Entry {
                title: format!("{}: {}", words.t(if official { "forum-official" } else { "forum-reply" }), reply.official_unit_name.unwrap_or(reply.author_name)),
                address: format!("{page}#balasan-{}", reply.number),
                updated: reply.created_at,
                summary: reply.text.chars().take(TOLD).collect(),
                category: if official { "jawaban" } else { "balasan" }.to_owned(),
            }
        })
        .collect();
    let feed = Feed {
        title: format!("{title} · {}", government.short_name),
        author: government.name_id.clone(),
        address: topic_address(&gov, &code),
        page,
        updated: entries.iter().map(|e| e.updated).max().unwrap_or(topic.created_at),
        entries,
    };
    Ok(feed.respond(&app, &headers))
}
