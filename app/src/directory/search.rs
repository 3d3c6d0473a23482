//! `/cari` and `/{gov}/cari`: one search over services, units, posts and published cases.

use axum::extract::{Path, Query, State};
use axum::response::Response;
use domain::directory::{Government, government, governments};
use domain::search::{Found, search};
use domain::{Portal, feedback};
use leptos::prelude::*;
use std::collections::HashMap;

use crate::components::{case_list, crumbs, empty};
use crate::error::PageError;
use crate::session::Visitor;
use crate::shell::{App, Page};
use crate::words::Words;

/// What a search may be at most, in characters; more is cut off.
const QUERY_MOST: usize = 100;

fn typed(query: &HashMap<String, String>) -> String {
    query.get("q").map(|q| q.chars().filter(|c| !c.is_control()).take(QUERY_MOST).collect()).unwrap_or_default()
}

pub async fn search_all(State(app): State<App>, visitor: Visitor, Query(query): Query<HashMap<String, String>>) -> Result<Response, PageError> {
    answer(&app, &visitor, None, typed(&query)).await
}

pub async fn search_one(State(app): State<App>, visitor: Visitor, Path(gov): Path<String>, Query(query): Query<HashMap<String, String>>) -> Result<Response, PageError> {
    let mut conn = app.portal.db.read().await?;
    let government = government(&mut conn, &gov).await?;
    drop(conn);
    answer(&app, &visitor, Some(government), typed(&query)).await
}

async fn found(portal: &Portal, government: Option<&Government>, typed: &str) -> Result<(Vec<Found>, Vec<feedback::ListedCase>, HashMap<String, String>), PageError> {
    let mut conn = portal.db.read().await?;
    let found = search(&mut conn, government.map(|g| g.slug.as_str()), typed, 30).await?;
    let cases = match government {
        Some(g) => feedback::search(&mut conn, &g.slug, typed).await?,
        None => Vec::new(),
    };
    let names = match government {
        Some(_) => HashMap::new(),
        None => governments(&mut conn).await?.into_iter().map(|g| (g.slug, g.short_name)).collect(),
    };
    Ok((found, cases, names))
}

fn item(words: &Words, found: Found, government: Option<&String>) -> impl IntoView + use<> {
    let (folder, kind) = match found.kind.as_str() {
        "service" => ("layanan", words.t("kind-service")),
        "unit" => ("unit", words.t("kind-unit")),
        _ => ("jabatan", words.t("kind-position")),
    };
    let href = format!("/{}/{folder}/{}", found.government, found.slug);
    let detail = [Some(kind), government.cloned(), Some(found.detail)].into_iter().flatten().filter(|d| !d.is_empty()).collect::<Vec<_>>().join(" · ");
    view! { <li><a href=href><strong>{found.title}</strong></a><span class="soft">{detail}</span></li> }
}

async fn answer(app: &App, visitor: &Visitor, government: Option<Government>, typed: String) -> Result<Response, PageError> {
    let words = visitor.words;
    let (found, cases, names) = found(&app.portal, government.as_ref(), &typed).await?;
    let title = if typed.is_empty() { words.t("search-title") } else { words.with("search-title-for", &[("q", &typed)]) };
    let action = government.as_ref().map_or_else(|| "/cari".to_owned(), |g| format!("/{}/cari", g.slug));
    let page = Page { title: title.clone(), ..Page::default() };
    Ok(visitor.page(app, government.as_ref(), page, || {
        let way = government.as_ref().map_or_else(|| vec![("/".to_owned(), words.t("crumb-home"))], |g| vec![(format!("/{}", g.slug), g.short_name.clone())]);
        let nothing = (found.is_empty() && cases.is_empty()).then(|| {
            let step = government.as_ref().map(|g| (format!("/{}/layanan", g.slug), words.t("search-see-services")));
            let text = if typed.is_empty() { words.t("search-type") } else { words.t("search-nothing") };
            empty(words.t("search-nothing-title"), text, step)
        });
        let any = !found.is_empty();
        let items = found
            .into_iter()
            .map(|f| {
                let name = names.get(&f.government);
                item(words, f, name)
            })
            .collect_view();
        let cases = government
            .as_ref()
            .filter(|_| !cases.is_empty())
            .map(|g| view! { <section class="stack" aria-labelledby="kasus"><h2 id="kasus">{words.t("search-cases")}</h2>{case_list(words, g, cases, visitor.now)}</section> });
        view! {
            {crumbs(words, way, words.t("search-title"))}
            <h1>{title}</h1>
            <form class="search measure" action=action role="search">
                <input type="search" name="q" value=typed aria-label=words.t("search-label")/>
                <button class="button">{words.t("search-button")}</button>
            </form>
            {nothing}
            {any.then(|| view! { <ul class="list">{items}</ul> })}
            {cases}
        }
    }))
}
