//! The page around every page: head, header, footer; and when to load the islands' script.

use std::net::IpAddr;
use std::sync::Arc;

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use domain::accounts::Actor;
use domain::directory::Government;
use domain::open_data::Shelf;
use domain::portal::Portal;
use leptos::prelude::*;
use leptos::tachys::view::{Position, RenderFlags};

use crate::limits::Limits;
use crate::open_data::structured;
use crate::session::Visitor;
use crate::sharing::{self, Card};
use crate::words::Words;

/// What every handler works with.
#[derive(Clone)]
pub struct App {
    pub portal: Portal,
    pub settings: Arc<Settings>,
    pub limits: Limits,
    /// Files of open data that are built already.
    pub shelf: Shelf,
}

#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// The demonstration: says so on every page and offers its accounts on the sign-in page.
    pub demo: bool,
    /// Scheme and host of the outside, without a slash at the end.
    pub public_url: String,
    pub trusted_proxy: Option<IpAddr>,
    /// Phones that have the service worker are to lose it.
    pub no_worker: bool,
    /// The public half of the key with which browsers are told, as they take it; empty where nobody is told.
    pub push_key: String,
    pub assets: Assets,
}

/// File names of the built assets, with their hashes.
#[derive(Debug, Clone, Default)]
pub struct Assets {
    pub style: String,
    /// Loads the islands; empty when the browser half was not built.
    pub islands: String,
    /// The outbox on the phone; empty likewise.
    pub outbox: String,
}

/// Which part of the main navigation a page belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Section {
    #[default]
    None,
    Services,
    Directory,
    Cases,
    Forum,
    Account,
    Staff,
}

/// What the shell needs to know of a page.
#[derive(Debug, Clone, Default)]
pub struct Page {
    pub title: String,
    pub description: Option<String>,
    pub section: Section,
    /// The page says that a form has problems: "Galat:" before its title, status 422.
    pub wrong: bool,
    /// The page has an island: load the script. Elsewhere nothing is loaded at all.
    pub islands: bool,
    /// The page keeps what cannot be sent on the phone: load the script of the outbox.
    pub outbox: bool,
    /// Belongs to one person: not kept by caches, not told to the next site.
    pub private: bool,
    /// Address of the feed that tells what is new here.
    pub feed: Option<String>,
    /// How it looks when its address is shared; none of what belongs to somebody.
    pub card: Option<Card>,
    /// What the page is about, in schema.org's words.
    pub data: Option<serde_json::Value>,
    /// Where the reader is, so that changing the language comes back here; set by [`Visitor::page`].
    pub path: String,
}

impl Visitor {
    /// Draws a page for this visitor.
    pub fn page<V: IntoView>(&self, app: &App, government: Option<&Government>, page: Page, body: impl FnOnce() -> V) -> Response {
        let page = Page { path: self.path.clone(), ..page };
        let flash = self.flash.clone().filter(|key| self.words.has(key)).map(|key| self.words.t(&key));
        let words = self.words;
        draw(app, words, self.actor.as_ref(), government, page, move || (flash.map(|text| view! { <p class="notice ok" role="status">{text}</p> }), body()))
    }
}

/// Draws a page as a whole, without waiting for anything: what it shows was loaded before.
pub fn draw<V: IntoView>(app: &App, words: &'static Words, actor: Option<&Actor>, government: Option<&Government>, page: Page, body: impl FnOnce() -> V) -> Response {
    let private = page.private || actor.is_some();
    let referrer = page.private;
    let status = if page.wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let html = drawn("<!doctype html>", page.islands, || document(app, words, actor, government, page, body));
    let mut response = (status, Html(html)).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(if private { "no-store" } else { "private, no-cache" }));
    if referrer {
        // To nobody else; and not "no-referrer", with which browsers that name no `Sec-Fetch-Site` name no origin of a form either.
        headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    }
    response
}

/// Markup as text: a page, or a fragment for an island.
pub fn drawn<V: IntoView>(start: &str, islands: bool, view: impl FnOnce() -> V) -> String {
    let flags = RenderFlags::new(true, islands, false);
    let owner = Owner::new_root(None);
    let html = owner.with(|| {
        let view = view();
        let mut html = String::with_capacity(16 * 1024);
        html.push_str(start);
        view.into_view().to_html_with_buf(&mut html, &mut Position::FirstChild, flags, vec![]);
        html
    });
    owner.cleanup();
    html
}

/// `property` is RDFa's attribute, which the view macro does not know.
fn og(property: &'static str, content: String) -> impl IntoView {
    leptos::html::meta().attr("property", property).attr("content", content)
}

/// What a chat shows of a shared address. The page's one address has neither query nor token, whatever it was asked by.
fn shared(app: &App, words: &Words, page: &Page, title: String, description: String) -> impl IntoView + use<> {
    let outside = &app.settings.public_url;
    let (own, image) = match &page.card {
        Some(card) => {
            let at = format!("{outside}{}", card.path);
            let own = view! { <link rel="canonical" href=at.clone()/>{og("og:url", at)} };
            let size = view! { {og("og:image:width", sharing::WIDTH.to_string())}{og("og:image:height", sharing::HEIGHT.to_string())}{og("og:image:type", "image/png".to_owned())}{og("og:image:alt", card.says())} };
            let image = view! { {og("og:image", format!("{outside}{}", card.picture()))}{size}<meta name="twitter:card" content="summary_large_image"/> };
            (Some(own), image.into_any())
        }
        None => (None, og("og:image", format!("{outside}/aset/icon-512.png")).into_any()),
    };
    view! {
        {own}
        {og("og:site_name", "Balai".to_owned())}
        {og("og:locale", if words.is_english() { "en_GB" } else { "id_ID" }.to_owned())}
        {og("og:title", title)}
        {og("og:description", description)}
        {og("og:type", "website".to_owned())}
        {image}
    }
}

fn document<V: IntoView>(app: &App, words: &'static Words, actor: Option<&Actor>, government: Option<&Government>, page: Page, body: impl FnOnce() -> V) -> impl IntoView {
    let place = government.map(|g| g.short_name.clone());
    let title = [page.wrong.then(|| words.t("form-wrong-title")), Some(page.title.clone())].into_iter().flatten().collect::<Vec<_>>().join(": ");
    let full_title = [Some(title), place.clone(), Some("Balai".to_owned())].into_iter().flatten().filter(|t| !t.is_empty()).collect::<Vec<_>>().join(" · ");
    let description = page.description.clone().unwrap_or_else(|| words.t("site-description"));
    let assets = &app.settings.assets;
    let islands = (page.islands && !assets.islands.is_empty()).then(|| format!("/aset/{}", assets.islands));
    let outbox = (page.outbox && !assets.outbox.is_empty()).then(|| format!("/aset/{}", assets.outbox));
    let feed = page.feed.clone().map(|href| view! { <link rel="alternate" type="application/atom+xml" title=words.t("feed-title") href=href/> });
    view! {
        <html lang=words.language>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <title>{full_title.clone()}</title>
                <meta name="description" content=description.clone()/>
                {(!page.private).then(|| shared(app, words, &page, full_title.clone(), description))}
                <meta name="color-scheme" content="light dark"/>
                <meta name="theme-color" content="#0b5b5f"/>
                {page.private.then(|| view! { <meta name="robots" content="noindex"/> })}
                {feed}
                <link rel="stylesheet" href=format!("/aset/{}", assets.style)/>
                <link rel="icon" href="/aset/favicon.svg" type="image/svg+xml"/>
                <link rel="apple-touch-icon" href="/aset/icon-maskable-192.png"/>
                <link rel="manifest" href="/aset/site.webmanifest"/>
                {page.data.as_ref().map(|data| leptos::html::script().attr("type", "application/ld+json").inner_html(structured::escaped(data)))}
                {islands.map(|src| view! { <script type="module" src=src></script> })}
                {outbox.map(|src| view! { <script type="module" src=src></script> })}
            </head>
            <body>
                <a class="skip" href="#isi">{words.t("skip")}</a>
                {app.settings.demo.then(|| view! { <aside class="demo-banner" aria-label=words.t("demo-label")><p class="page">{words.t("demo-banner")}</p></aside> })}
                {header(words, actor, government, page.section)}
                <main id="isi" class="page stack" tabindex="-1">{body()}</main>
                {footer(words, government, page.path)}
            </body>
        </html>
    }
}

/// The links of the main navigation on this page.
fn links(words: &Words, actor: Option<&Actor>, government: Option<&Government>) -> Vec<(String, String, Section)> {
    let mut links = Vec::new();
    if let Some(g) = government {
        let slug = &g.slug;
        links.push((format!("/{slug}/layanan"), words.t("nav-services"), Section::Services));
        links.push((format!("/{slug}/unit"), words.t("nav-directory"), Section::Directory));
        links.push((format!("/{slug}/laporan"), words.t("nav-cases"), Section::Cases));
        links.push((format!("/{slug}/forum"), words.t("nav-forum"), Section::Forum));
    } else {
        links.push(("/lacak".into(), words.t("nav-track"), Section::None));
    }
    match actor {
        Some(actor) => {
            if actor.is_staff() {
                links.push(("/petugas".into(), words.t("nav-desk"), Section::Staff));
            }
            links.push(("/akun".into(), words.t("nav-account"), Section::Account));
        }
        None => links.push(("/masuk".into(), words.t("nav-sign-in"), Section::Account)),
    }
    links
}

fn header(words: &'static Words, actor: Option<&Actor>, government: Option<&Government>, section: Section) -> impl IntoView {
    let home = government.map_or_else(|| "/".to_owned(), |g| format!("/{}", g.slug));
    let place = government.map(|g| g.short_name.clone());
    let links = links(words, actor, government);
    let item =
        move |(href, label, here): (String, String, Section)| view! { <a href=href aria-current=(here == section && section != Section::None).then_some("page")>{label}</a> };
    let wide = links.clone().into_iter().map(item).collect_view();
    let narrow = links.into_iter().map(|link| view! { <li>{item(link)}</li> }).collect_view();
    view! {
        <header class="top">
            <div class="page">
                <a class="brand" href=home>
                    <svg viewBox="0 0 32 32" aria-hidden="true"><path fill="currentColor" d="M16 3 2 14l1.6 2L16 6.4 28.400 16l1.6-2zM16 10 5 18.6V28h6v-7h10v7h6v-9.400z"/></svg>
                    <span>"Balai"</span>
                    {place.map(|name| view! { <span>{name}</span> })}
                </a>
                <nav aria-label=words.t("nav-main")>{wide}</nav>
                <details class="menu"><summary>{words.t("nav-menu")}</summary><ul>{narrow}</ul></details>
            </div>
        </header>
    }
}

fn footer(words: &'static Words, government: Option<&Government>, path: String) -> impl IntoView {
    let send = government.map(|g| view! { <li><a href=format!("/{}/lapor", g.slug)>{words.t("footer-send")}</a></li> });
    let data = government.map(|g| view! { <li><a href=format!("/{}/data", g.slug)>{words.t("footer-data")}</a></li> });
    let other = if words.is_english() { ("id", "Bahasa Indonesia") } else { ("en", "English") };
    view! {
        <footer>
            <div class="page stack">
                <ul>
                    {send}
                    <li><a href="/lacak">{words.t("footer-track")}</a></li>
                    <li><a href="/catatan">{words.t("footer-ledger")}</a></li>
                    {data}
                    <li><a href="/privasi">{words.t("footer-privacy")}</a></li>
                    <li><a href="/">{words.t("footer-governments")}</a></li>
                    <li><form method="post" action="/bahasa"><input type="hidden" name="bahasa" value=other.0/><input type="hidden" name="kembali" value=path/><button class="linklike" lang=other.0>{other.1}</button></form></li>
                </ul>
                <p class="soft">{words.t("footer-emergency")}</p>
            </div>
        </footer>
    }
}
