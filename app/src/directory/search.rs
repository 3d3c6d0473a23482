//! `/cari` and `/{gov}/cari`: one search over services, units, posts and published cases; and, for the island that
//! suggests while one types, the best few as a fragment.

use axum::extract::{Path, Query, State};
use axum::http::request::Parts;
use axum::http::{HeaderValue, header};
use axum::response::{Html, IntoResponse, Response};
use domain::directory::{Government, government, governments};
use domain::search::{Answer, Found, search};
use domain::{Portal, feedback};
use leptos::prelude::*;
use std::collections::HashMap;
use vocabulary::directory::EntryKind;

use crate::components::{case_list, crumbs};
use crate::error::PageError;
use crate::islands::SearchAsYouType;
use crate::limits::{Address, What};
use crate::session::{Visitor, language};
use crate::shell::{App, Page, drawn};
use crate::words::Words;

/// What a search may be at most, in characters; more is cut off.
const QUERY_MOST: usize = 100;
/// What a page lists at most, of all kinds together.
const LISTED: usize = 45;
/// What is suggested while one types: as much as a phone shows above its keyboard.
const SUGGESTED: usize = 8;

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

/// What a page of results shows.
struct Results {
    answer: Answer,
    cases: Vec<feedback::ListedCase>,
    /// Short names of the governments; where one was asked, none are needed.
    names: HashMap<String, String>,
}

async fn results(portal: &Portal, government: Option<&Government>, typed: &str) -> Result<Results, PageError> {
    let mut conn = portal.db.read().await?;
    let answer = search(&mut conn, government.map(|g| g.slug.as_str()), typed, LISTED).await?;
    let cases = match government {
        Some(g) => feedback::search(&mut conn, &g.slug, answer.corrected.as_deref().unwrap_or(typed)).await?,
        None => Vec::new(),
    };
    let names = match government {
        Some(_) => HashMap::new(),
        None => governments(&mut conn).await?.into_iter().map(|g| (g.slug, g.short_name)).collect(),
    };
    Ok(Results { answer, cases, names })
}

fn href(found: &Found) -> String {
    let folder = match found.kind {
        EntryKind::Service => "layanan",
        EntryKind::Redirect => "layanan/luar",
        EntryKind::Unit => "unit",
        EntryKind::Position => "jabatan",
    };
    format!("/{}/{folder}/{}", found.government, found.slug)
}

fn detail(found: &Found, names: &HashMap<String, String>) -> String {
    let parts = [names.get(&found.government).cloned().unwrap_or_default(), found.holder.clone(), found.detail.clone()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// Found things by kind, the kind of the best one first.
fn groups(found: Vec<Found>) -> Vec<(EntryKind, Vec<Found>)> {
    let mut groups: Vec<(EntryKind, Vec<Found>)> = Vec::new();
    for one in found {
        match groups.iter_mut().find(|(kind, _)| *kind == one.kind) {
            Some((_, group)) => group.push(one),
            None => groups.push((one.kind, vec![one])),
        }
    }
    groups
}

fn group(words: &Words, kind: EntryKind, found: Vec<Found>, names: &HashMap<String, String>) -> impl IntoView + use<> {
    let (id, by) = (format!("hasil-{kind}"), format!("hasil-{kind}"));
    let items = found.iter().map(|f| view! { <li><a href=href(f)><strong>{f.title.clone()}</strong></a><span class="soft">{detail(f, names)}</span></li> }).collect_view();
    view! { <section class="stack-tight" aria-labelledby=by><h2 id=id>{words.t(&format!("search-{kind}"))}</h2><ul class="list">{items}</ul></section> }
}

/// Nothing was found, or nothing asked yet: where to go from here.
fn next_steps(words: &Words, government: Option<&Government>, names: &HashMap<String, String>, asked: bool) -> impl IntoView + use<> {
    let (title, text) = if asked { ("search-nothing-title", "search-nothing") } else { ("search-start-title", "search-type") };
    let steps: Vec<(String, String)> = match government {
        Some(g) => {
            let send = asked.then(|| (format!("/{}/lapor", g.slug), words.t("search-ask")));
            let lists = [("layanan", "search-see-services"), ("unit", "search-see-units"), ("jabatan", "search-see-positions")];
            lists.iter().map(|(folder, key)| (format!("/{}/{folder}", g.slug), words.t(key))).chain(send).collect()
        }
        None => {
            let mut places: Vec<_> = names.iter().map(|(slug, name)| (format!("/{slug}/layanan"), words.with("search-services-of", &[("government", name)]))).collect();
            places.sort();
            places
        }
    };
    let steps = steps.into_iter().map(|(href, label)| view! { <li><a href=href>{label}</a></li> }).collect_view();
    view! { <div class="empty stack-tight"><h2>{words.t(title)}</h2><p>{words.t(text)}</p><ul class="plain-list stack-tight">{steps}</ul></div> }
}

async fn answer(app: &App, visitor: &Visitor, government: Option<Government>, typed: String) -> Result<Response, PageError> {
    let words = visitor.words;
    let Results { answer, cases, names } = results(&app.portal, government.as_ref(), &typed).await?;
    let title = if typed.is_empty() { words.t("search-title") } else { words.with("search-title-for", &[("q", &typed)]) };
    let action = government.as_ref().map_or_else(|| "/cari".to_owned(), |g| format!("/{}/cari", g.slug));
    let suggest = format!("{action}/usul");
    let page = Page { title: title.clone(), islands: true, ..Page::default() };
    Ok(visitor.page(app, government.as_ref(), page, || {
        let way = government.as_ref().map_or_else(|| vec![("/".to_owned(), words.t("crumb-home"))], |g| vec![(format!("/{}", g.slug), g.short_name.clone())]);
        let nothing = (answer.found.is_empty() && cases.is_empty()).then(|| next_steps(words, government.as_ref(), &names, !typed.is_empty()));
        let corrected = answer.corrected.map(|q| view! { <p class="notice">{words.with("search-corrected", &[("q", &q)])}</p> });
        let partial = answer.partial.then(|| view! { <p class="notice">{words.t("search-partial")}</p> });
        let groups = groups(answer.found).into_iter().map(|(kind, found)| group(words, kind, found, &names)).collect_view();
        let cases = government
            .as_ref()
            .filter(|_| !cases.is_empty())
            .map(|g| view! { <section class="stack" aria-labelledby="kasus"><h2 id="kasus">{words.t("search-cases")}</h2>{case_list(words, g, cases, visitor.now)}</section> });
        view! {
            {crumbs(words, way, words.t("search-title"))}
            <h1>{title}</h1>
            <form class="search measure" action=action role="search">
                <div class="suggesting">
                    <input id="cari" type="search" name="q" value=typed aria-label=words.t("search-label") maxlength=QUERY_MOST.to_string() data-usul=suggest data-tidak-ada=words.t("suggest-none")/>
                    <div id="cari-usul" class="suggestions" hidden="hidden"></div>
                    <p id="cari-kabar" class="visually-hidden" role="status"></p>
                </div>
                <button class="button">{words.t("search-button")}</button>
                <SearchAsYouType/>
            </form>
            {corrected}
            {partial}
            {nothing}
            {groups}
            {cases}
        }
    }))
}

pub async fn suggest_all(State(app): State<App>, address: Address, parts: Parts, Query(query): Query<HashMap<String, String>>) -> Result<Response, PageError> {
    suggest(&app, address, &parts, None, &query).await
}

pub async fn suggest_one(
    State(app): State<App>,
    address: Address,
    Path(gov): Path<String>,
    parts: Parts,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, PageError> {
    suggest(&app, address, &parts, Some(&gov), &query).await
}

/// A list of links with nothing around it. It looks at no session and is the same for everyone, so a browser may keep it
/// for as long as somebody types and takes back.
async fn suggest(app: &App, Address(address): Address, parts: &Parts, gov: Option<&str>, query: &HashMap<String, String>) -> Result<Response, PageError> {
    app.limits.check(What::Suggest, &address)?;
    let words = language(parts);
    let mut conn = app.portal.db.read().await?;
    let names: HashMap<String, String> = match gov {
        Some(gov) => government(&mut conn, gov).await.map(|_| HashMap::new())?,
        None => governments(&mut conn).await?.into_iter().map(|g| (g.slug, g.short_name)).collect(),
    };
    let found = search(&mut conn, gov, &typed(query), SUGGESTED).await?.found;
    drop(conn);
    let mut response = Html(drawn("", false, || suggestions(words, found, &names))).into_response();
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("private, max-age=60"));
    // The language is a cookie.
    response.headers_mut().insert(header::VARY, HeaderValue::from_static("cookie"));
    Ok(response)
}

fn suggestions(words: &'static Words, found: Vec<Found>, names: &HashMap<String, String>) -> impl IntoView + use<> {
    let count = words.n("suggest-count", found.len());
    let item = |(i, f): (usize, &Found)| {
        let detail = [words.t(&format!("kind-{}", f.kind)), detail(f, names)].into_iter().filter(|d| !d.is_empty()).collect::<Vec<_>>().join(" · ");
        view! { <li role="presentation"><a id=format!("usul-{i}") role="option" aria-selected="false" tabindex="-1" href=href(f)><strong>{f.title.clone()}</strong><span class="soft">{detail}</span></a></li> }
    };
    let items = found.iter().enumerate().map(item).collect_view();
    view! { <ul id="usul" role="listbox" aria-label=words.t("suggest-label") data-jumlah=count>{items}</ul> }
}
