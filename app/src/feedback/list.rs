//! `/{gov}/laporan`: published cases, filtered in the address.

use axum::extract::{Path, Query, State};
use axum::response::Response;
use domain::directory::government;
use domain::feedback::list;
use leptos::prelude::*;
use std::collections::HashMap;
use vocabulary::evaluation::Element;
use vocabulary::feedback::{Kind, Status};

use super::feed::cases_address;
use super::narrowed::Narrowed;
use crate::components::{case_list, crumbs, empty, feed_link, pager};
use crate::error::PageError;
use crate::session::Visitor;
use crate::sharing::Card;
use crate::shell::{App, Page, Section};
use crate::words::Words;

/// The kinds and states that the public list can be narrowed to.
const KINDS: [Kind; 4] = [Kind::Complaint, Kind::Suggestion, Kind::InformationRequest, Kind::Praise];
const STATES: [Status; 7] = [Status::Assigned, Status::InProgress, Status::Responded, Status::Disputed, Status::Escalated, Status::Closed, Status::Withdrawn];

pub async fn cases(State(app): State<App>, visitor: Visitor, Path(gov): Path<String>, Query(query): Query<HashMap<String, String>>) -> Result<Response, PageError> {
    let word = |name: &str| query.get(name).map(String::as_str).unwrap_or_default();
    let mut conn = app.portal.db.read().await?;
    let government = government(&mut conn, &gov).await?;
    let narrowed = Narrowed::asked(&app, &mut conn, &gov, &query).await?;
    let after = word("setelah").parse().ok();
    let found = list(&mut conn, &gov, &narrowed.filter, after).await?;
    drop(conn);
    let words = visitor.words;
    let feed = format!("{}{}", cases_address(&gov), narrowed.query);
    let page = Page {
        title: words.t("cases-title"),
        section: Section::Cases,
        feed: Some(feed.clone()),
        card: Card::list(&government, "laporan").filter(|_| narrowed.query.is_empty() && after.is_none()),
        ..Page::default()
    };
    Ok(visitor.page(&app, Some(&government), page, || {
        let Narrowed { filter, unit, service, query } = narrowed;
        let base = format!("/{gov}/laporan{query}");
        let select = |name: &'static str, label: String, options: Vec<(String, String)>| {
            let chosen = word(name).to_owned();
            let options = std::iter::once((String::new(), words.t("filter-all"))).chain(options).map(|(v, l)| { let selected = v == chosen; view! { <option value=v selected=selected>{l}</option> } }).collect_view();
            view! { <div class="field"><label for=name>{label}</label><select id=name name=name>{options}</select></div> }
        };
        let kinds = KINDS.iter().map(|k| (k.to_string(), words.t(&format!("kind-{k}")))).collect();
        let states = STATES.iter().map(|s| (s.to_string(), words.t(&format!("status-{s}")))).collect();
        let none = found.cases.is_empty().then(|| {
            if !query.is_empty() { empty(words.t("cases-none-title"), words.t("cases-none"), Some((format!("/{gov}/laporan"), words.t("filter-clear")))) } else { empty(words.t("cases-empty-title"), words.t("cases-empty"), Some((format!("/{gov}/lapor"), words.t("send-button")))) }
        });
        let next = found.after.map(|cursor| format!("{base}{}setelah={cursor}", if query.is_empty() { '?' } else { '&' }));
        let items = (!found.cases.is_empty()).then(|| case_list(words, &government, found.cases, visitor.now));
        view! {
            {crumbs(words, vec![(format!("/{gov}"), government.short_name.clone())], words.t("cases-title"))}
            <h1>{words.t("cases-title")}</h1>
            <p class="lead measure">{words.t("cases-lead")}</p>
            <p class="actions"><a class="button" href=format!("/{gov}/lapor")>{words.t("send-button")}</a></p>
            <form class="filters" action=format!("/{gov}/laporan")>
                {unit.map(|(_, name)| view! { <input type="hidden" name="unit" value=word("unit").to_owned()/><p class="soft">{words.with("cases-of-unit", &[("name", &name)])}</p> })}
                {service.map(|s| about_service(words, &gov, &s.slug, &s.short_name, filter.element))}
                {select("jenis", words.t("filter-kind"), kinds)}
                {select("keadaan", words.t("filter-status"), states)}
                <button class="button quiet">{words.t("filter-button")}</button>
            </form>
            {none}{items}
            {pager(words, after.map(|_| base.clone()), next)}
            {feed_link(words, feed)}
        }
    }))
}

/// The service and element that the list is narrowed to, kept when it is narrowed further.
fn about_service(words: &'static Words, gov: &str, slug: &str, name: &str, element: Option<Element>) -> impl IntoView + use<> {
    let element_kept = element.map(|e| view! { <input type="hidden" name="unsur" value=e.as_str()/> });
    let about = element.map(|e| words.with("cases-of-element", &[("element", &words.t(&format!("element-{e}")))]));
    view! {
        <input type="hidden" name="layanan" value=slug.to_owned()/>{element_kept}
        <p class="soft">{words.t("cases-of-service")} " " <a href=format!("/{gov}/layanan/{slug}")>{name.to_owned()}</a>{about.map(|text| view! { " · " {text} })}</p>
    }
}
