//! `/{gov}/forum` and `/{gov}/forum/{category}`: topics, the most recently active first.

use axum::extract::{Path, Query, State};
use axum::response::Response;
use domain::Error;
use domain::directory::{Government, government};
use domain::forum::{ListedTopic, list};
use leptos::prelude::*;
use std::collections::HashMap;
use vocabulary::forum::Category;

use super::feed::topics_address;
use crate::components::{crumbs, empty, feed_link, pager};
use crate::dates;
use crate::error::PageError;
use crate::session::Visitor;
use crate::sharing::Card;
use crate::shell::{App, Page, Section};
use crate::words::Words;

pub async fn all(State(app): State<App>, visitor: Visitor, Path(gov): Path<String>, Query(query): Query<HashMap<String, String>>) -> Result<Response, PageError> {
    draw(&app, &visitor, &gov, None, &query).await
}

pub async fn category(
    State(app): State<App>,
    visitor: Visitor,
    Path((gov, category)): Path<(String, String)>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, PageError> {
    let category = Category::parse(&category).ok_or(Error::NotFound)?;
    draw(&app, &visitor, &gov, Some(category), &query).await
}

async fn draw(app: &App, visitor: &Visitor, gov: &str, category: Option<Category>, query: &HashMap<String, String>) -> Result<Response, PageError> {
    let after = query.get("setelah").and_then(|c| c.parse().ok());
    let mut conn = app.portal.db.read().await?;
    let government = government(&mut conn, gov).await?;
    let found = list(&mut conn, gov, category, after).await?;
    drop(conn);
    let words = visitor.words;
    let title = category.map_or_else(|| words.t("forum-title"), |c| words.t(&format!("category-{c}")));
    let card = Card::list(&government, "forum").filter(|_| category.is_none() && after.is_none());
    let page = Page { title: title.clone(), description: Some(words.t("forum-lead")), section: Section::Forum, feed: Some(topics_address(gov, category)), card, ..Page::default() };
    Ok(visitor.page(app, Some(&government), page, || {
        let base = category.map_or_else(|| format!("/{gov}/forum"), |c| format!("/{gov}/forum/{c}"));
        let tabs = std::iter::once((None, words.t("forum-all")))
            .chain(Category::ALL.iter().map(|c| (Some(*c), words.t(&format!("category-{c}")))))
            .map(|(c, label)| {
                let href = c.map_or_else(|| format!("/{gov}/forum"), |c| format!("/{gov}/forum/{c}"));
                view! { <a href=href aria-current=(c == category).then_some("page")>{label}</a> }
            })
            .collect_view();
        let none = found.topics.is_empty().then(|| empty(words.t("forum-empty-title"), words.t("forum-empty"), Some((format!("/{gov}/forum/baru"), words.t("forum-start")))));
        let next = found.after.map(|c| format!("{base}?setelah={c}"));
        let items = found.topics.into_iter().map(|t| item(words, &government, t)).collect_view();
        view! {
            {crumbs(words, vec![(format!("/{gov}"), government.short_name.clone())], words.t("forum-title"))}
            <h1>{title}</h1>
            <p class="lead measure">{words.t("forum-lead")}</p>
            <p class="actions"><a class="button" href=format!("/{gov}/forum/baru")>{words.t("forum-start")}</a></p>
            <nav class="tabs" aria-label=words.t("forum-categories")>{tabs}</nav>
            {none}
            <ul class="list">{items}</ul>
            {pager(words, after.map(|_| base.clone()), next)}
            {feed_link(words, topics_address(gov, category))}
        }
    }))
}

fn item(words: &'static Words, government: &Government, topic: ListedTopic) -> impl IntoView + use<> {
    let detail = [
        words.t(&format!("category-{}", topic.category)),
        topic.author_name,
        dates::moment_day(words, topic.created_at, government.utc_offset_hours),
        words.n("forum-replies", topic.reply_count),
        words.n("forum-supports", topic.support_count),
    ]
    .join(" · ");
    view! {
        <li>
            <a href=format!("/{}/forum/topik/{}", government.slug, topic.code)><strong>{topic.title}</strong></a>
            <span class="soft">{detail}</span>
            {topic.has_official_answer.then(|| view! { <span class="chip ok">{words.t("forum-official")}</span> })}
        </li>
    }
}
