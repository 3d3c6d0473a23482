//! `/{gov}/layanan/luar/{key}`: what people look for here and others do. It says plainly who does it, where to go and
//! why not here, and what of it can be done here: never a dead end.

use axum::extract::{Path, State};
use axum::response::Response;
use domain::directory::government;
use domain::directory::redirects::{Redirect, redirect, related_services};
use leptos::prelude::*;

use crate::components::crumbs;
use crate::error::PageError;
use crate::session::Visitor;
use crate::shell::{App, Page, Section};
use crate::words::Words;

/// Name, office and reason in the reader's language.
fn in_language(words: &Words, r: &Redirect) -> (String, String, String) {
    if words.is_english() { (r.name_en.clone(), r.office_en.clone(), r.why_en.clone()) } else { (r.name.clone(), r.office.clone(), r.why.clone()) }
}

pub async fn outside(State(app): State<App>, visitor: Visitor, Path((gov, key)): Path<(String, String)>) -> Result<Response, PageError> {
    let mut conn = app.portal.db.read().await?;
    let government = government(&mut conn, &gov).await?;
    let redirect = redirect(&mut conn, &key).await?;
    let related = related_services(&mut conn, &gov, &redirect).await?;
    drop(conn);
    let words = visitor.words;
    let (name, office, why) = in_language(words, &redirect);
    let lead = words.with("outside-lead", &[("government", &government.short_name), ("office", &office)]);
    let page = Page { title: name.clone(), description: Some(lead.clone()), section: Section::Services, ..Page::default() };
    Ok(visitor.page(&app, Some(&government), page, || {
        let way = vec![
            (format!("/{gov}"), government.short_name.clone()),
            (format!("/{gov}/layanan"), words.t("services-title")),
            (format!("/{gov}/layanan#luar"), words.t("services-outside")),
        ];
        let site = redirect.url.trim_start_matches("https://").trim_start_matches("www.").trim_end_matches('/').to_owned();
        let has_site = !site.is_empty();
        let where_to = words.t(if has_site { "outside-where-site" } else { "outside-where" });
        let button = has_site.then(|| view! { <a class="button" href=redirect.url.clone() rel="noreferrer noopener">{words.with("outside-open", &[("site", &site)])}</a> });
        let phone = (!redirect.phone.is_empty()).then(|| view! { <div><dt>{words.t("unit-phone")}</dt><dd><a href=format!("tel:{}", redirect.phone)>{redirect.phone.clone()}</a></dd></div> });
        let related = related
            .into_iter()
            .map(|s| view! { <li><a href=format!("/{gov}/layanan/{}", s.slug)><strong>{s.short_name}</strong></a><span class="soft">{s.summary}</span></li> })
            .collect::<Vec<_>>();
        let has_related = !related.is_empty();
        view! {
            {crumbs(words, way, name.clone())}
            <div class="stack">
                <h1>{name}</h1>
                <p class="lead measure">{lead}</p>
                <section class="card brief stack-tight" aria-labelledby="ke-mana">
                    <h2 id="ke-mana">{words.t("outside-where-title")}</h2>
                    <dl><div class="half"><dt>{words.t("outside-who")}</dt><dd>{office}</dd></div>{phone}</dl>
                    <p>{where_to}</p>
                    {has_site.then(|| view! { <p class="actions">{button}</p> })}
                </section>
            </div>
            <section class="stack measure" aria-labelledby="mengapa"><h2 id="mengapa">{words.t("outside-why")}</h2><p>{why}</p></section>
            {has_related.then(|| view! { <section class="stack" aria-labelledby="di-sini"><h2 id="di-sini">{words.with("outside-related", &[("government", &government.short_name)])}</h2><ul class="list">{related}</ul></section> })}
            <section class="stack" aria-labelledby="lain">
                <h2 id="lain">{words.t("outside-else")}</h2>
                <form class="search measure" action=format!("/{gov}/cari") role="search"><input type="search" name="q" aria-label=words.t("search-label") placeholder=words.t("search-placeholder")/><button class="button quiet">{words.t("search-button")}</button></form>
                <p><a href=format!("/{gov}/layanan")>{words.t("services-all")}</a></p>
            </section>
        }
    }))
}

/// The section of the services list.
pub fn outside_section(words: &'static Words, gov: &str, redirects: Vec<Redirect>) -> impl IntoView + use<> {
    let items = redirects
        .iter()
        .map(|r| {
            let (name, office, _) = in_language(words, r);
            view! { <li><a href=format!("/{gov}/layanan/luar/{}", r.key)>{name}</a><span class="soft">{office}</span></li> }
        })
        .collect::<Vec<_>>();
    (!items.is_empty()).then(|| {
        view! {
            <section class="stack" aria-labelledby="luar">
                <h2 id="luar">{words.t("services-outside")}</h2>
                <p class="soft measure">{words.t("services-outside-lead")}</p>
                <ul class="list columns">{items}</ul>
            </section>
        }
    })
}
