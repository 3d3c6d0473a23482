//! `/`: choose a government, or search in all of them.

use axum::extract::State;
use axum::response::Response;
use domain::directory::governments;
use leptos::prelude::*;

use crate::components::empty;
use crate::error::PageError;
use crate::session::Visitor;
use crate::shell::{App, Page};

pub async fn home(State(app): State<App>, visitor: Visitor) -> Result<Response, PageError> {
    let mut conn = app.portal.db.read().await?;
    let governments = governments(&mut conn).await?;
    let words = visitor.words;
    let page = Page { title: words.t("home-title"), ..Page::default() };
    Ok(visitor.page(&app, None, page, move || {
        let cards = governments
            .iter()
            .map(|g| {
                let (href, name) = (format!("/{}", g.slug), g.short_name.clone());
                let full = if words.is_english() { g.name_en.clone() } else { g.name_id.clone() };
                view! { <li class="card link stack-tight"><h3><a href=href>{name}</a></h3><p class="soft">{full}</p></li> }
            })
            .collect_view();
        let none = governments.is_empty().then(|| empty(words.t("home-none-title"), words.t("home-none"), None));
        view! {
            <div class="stack">
                <h1>{words.t("home-heading")}</h1>
                <p class="lead measure">{words.t("home-lead")}</p>
                <form class="search measure" action="/cari" role="search">
                    <input type="search" name="q" aria-label=words.t("search-label") placeholder=words.t("search-placeholder")/>
                    <button class="button">{words.t("search-button")}</button>
                </form>
            </div>
            <section class="stack" aria-labelledby="pilih">
                <h2 id="pilih">{words.t("home-choose")}</h2>
                {none}
                <ul class="grid plain-list">{cards}</ul>
            </section>
            <section class="two">
                <div class="stack-tight"><h2>{words.t("home-track-title")}</h2><p>{words.t("home-track")}</p><p><a class="button quiet" href="/lacak">{words.t("nav-track")}</a></p></div>
                <div class="promise stack-tight"><h2>{words.t("home-promise-title")}</h2><p class="soft">{words.t("home-promise")}</p></div>
            </section>
        }
    }))
}
