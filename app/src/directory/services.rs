//! `/{gov}/layanan` and one service: what it takes, how long, what it costs, who serves it, and what people report of it.

use axum::extract::{Path, Query, State};
use axum::response::Response;
use domain::directory::government;
use domain::directory::services::{Server, Service, Standard, list, served_by, show, standard_on};
use domain::feedback::{self, Filter};
use leptos::prelude::*;
use std::collections::HashMap;
use vocabulary::directory::LifeEvent;

use crate::components::{case_list, crumbs, empty, lines};
use crate::dates;
use crate::error::PageError;
use crate::open_data::structured;
use crate::session::Visitor;
use crate::shell::{App, Page, Section};
use crate::words::Words;

pub async fn services(State(app): State<App>, visitor: Visitor, Path(gov): Path<String>, Query(query): Query<HashMap<String, String>>) -> Result<Response, PageError> {
    let event = query.get("peristiwa").and_then(|e| LifeEvent::parse(e));
    let mut conn = app.portal.db.read().await?;
    let government = government(&mut conn, &gov).await?;
    let found = list(&mut conn, &app.portal.gate, &gov, &government.today(visitor.now), event).await?;
    drop(conn);
    let words = visitor.words;
    let title = event.map_or_else(|| words.t("services-title"), |e| words.t(&format!("event-{e}")));
    let page = Page { title: title.clone(), section: Section::Services, ..Page::default() };
    Ok(visitor.page(&app, Some(&government), page, || {
        let tabs = std::iter::once((None, words.t("services-all")))
            .chain(LifeEvent::ALL.iter().map(|e| (Some(*e), words.t(&format!("event-{e}")))))
            .map(|(e, label)| {
                let href = e.map_or_else(|| format!("/{gov}/layanan"), |e| format!("/{gov}/layanan?peristiwa={e}"));
                view! { <a href=href aria-current=(e == event).then_some("true")>{label}</a> }
            })
            .collect_view();
        let none = found.is_empty().then(|| empty(words.t("services-none-title"), words.t("services-none"), Some((format!("/{gov}/layanan"), words.t("services-all")))));
        let items = found
            .into_iter()
            .map(|s| {
                let by = s.unit_name.unwrap_or_else(|| words.t(&format!("served-by-{}", s.served_by_kind.unwrap_or_default())));
                view! { <li><a href=format!("/{gov}/layanan/{}", s.slug)><strong>{s.short_name}</strong></a><span>{s.summary}</span><span class="soft">{by} " · " {s.completion_time} " · " {s.fee}</span></li> }
            })
            .collect_view();
        view! {
            {crumbs(words, vec![(format!("/{gov}"), government.short_name.clone())], words.t("services-title"))}
            <h1>{title}</h1>
            <form class="search measure" action=format!("/{gov}/cari") role="search"><input type="search" name="q" aria-label=words.t("search-label") placeholder=words.t("search-placeholder")/><button class="button">{words.t("search-button")}</button></form>
            <nav class="tabs" aria-label=words.t("services-filter")>{tabs}</nav>
            {none}
            <ul class="list">{items}</ul>
        }
    }))
}

pub async fn service(State(app): State<App>, visitor: Visitor, Path((gov, slug)): Path<(String, String)>) -> Result<Response, PageError> {
    let mut conn = app.portal.db.read().await?;
    let government = government(&mut conn, &gov).await?;
    let service = show(&mut conn, &app.portal.gate, &gov, &slug).await?;
    let today = government.today(visitor.now);
    let standard = standard_on(&mut conn, &app.portal.gate, service.id, &today).await?;
    let servers = served_by(&mut conn, service.id, &today).await?;
    let mut cases = feedback::list(&mut conn, &gov, &Filter { service: Some(service.id), ..Filter::default() }, None).await?.cases;
    drop(conn);
    cases.truncate(5);
    let words = visitor.words;
    let data = Some(structured::service(&app, &government, &service, standard.as_ref()));
    let page =
        Page { title: service.short_name.clone(), description: Some(service.summary.clone()).filter(|s| !s.is_empty()), section: Section::Services, data, ..Page::default() };
    Ok(visitor.page(&app, Some(&government), page, || {
        let way = vec![(format!("/{gov}"), government.short_name.clone()), (format!("/{gov}/layanan"), words.t("services-title"))];
        let cases =
            if cases.is_empty() { view! { <p class="soft">{words.t("service-no-cases")}</p> }.into_any() } else { case_list(words, &government, cases, visitor.now).into_any() };
        view! {
            {crumbs(words, way, service.short_name.clone())}
            <div class="two">
                <article class="stack-loose">
                    {heading(words, &gov, &service, standard.as_ref())}
                    {standard.map(|s| promise(words, s))}
                    <section class="stack" aria-labelledby="kasus"><h2 id="kasus">{words.t("service-cases")}</h2>{cases}</section>
                </article>
                {beside(words, &gov, &service, servers)}
            </div>
        }
    }))
}

fn heading(words: &'static Words, gov: &str, service: &Service, standard: Option<&Standard>) -> impl IntoView + use<> {
    let by = match (&service.unit_slug, &service.unit_name) {
        (Some(slug), Some(name)) => view! { <a href=format!("/{gov}/unit/{slug}")>{name.clone()}</a> }.into_any(),
        _ => view! { <a href=format!("/{gov}/unit")>{words.t(&format!("served-by-{}", service.served_by_kind.as_deref().unwrap_or_default()))}</a> }.into_any(),
    };
    let full = (service.name != service.short_name).then(|| service.name.clone());
    let facts = standard.map(|s| {
        view! {
            <dl class="facts">
                <div><dt>{words.t("standard-time")}</dt><dd>{s.completion_time.clone()}</dd></div>
                <div><dt>{words.t("standard-fee")}</dt><dd>{s.fee.clone()}</dd></div>
                <div><dt>{words.t("standard-product")}</dt><dd>{s.product.clone()}</dd></div>
                <div><dt>{words.t("standard-since")}</dt><dd>{dates::day(words, &s.valid_from)}</dd></div>
            </dl>
        }
    });
    let none = standard.is_none().then(|| view! { <p class="notice wait">{words.t("standard-none")}</p> });
    view! {
        <div class="stack">
            <h1>{service.short_name.clone()}</h1>
            {full.map(|name| view! { <p class="soft">{name}</p> })}
            <p class="lead measure">{service.summary.clone()}</p>
            <p>{words.t("service-by")} " " {by}</p>
            {facts}{none}
        </div>
    }
}

/// The standard: the components that must be shown, then the others (PermenPANRB 15/2014).
fn promise(words: &'static Words, s: Standard) -> impl IntoView {
    let needs = lines(&s.requirements).into_iter().map(|l| view! { <li>{l}</li> }).collect::<Vec<_>>();
    let steps = lines(&s.procedure).into_iter().map(|l| view! { <li><div>{l}</div></li> }).collect::<Vec<_>>();
    let has_steps = !steps.is_empty();
    let row = move |key: &str, value: String| (!value.is_empty()).then(|| view! { <div><dt>{words.t(key)}</dt><dd>{value}</dd></div> });
    let basis = lines(&s.legal_basis).join("; ");
    let officers = s.number_of_officers.map(|n| n.to_string()).unwrap_or_default();
    view! {
        <section class="stack" aria-labelledby="syarat"><h2 id="syarat">{words.t("standard-requirements")}</h2><ul class="list">{needs}</ul></section>
        {has_steps.then(|| view! { <section class="stack" aria-labelledby="langkah"><h2 id="langkah">{words.t("standard-procedure")}</h2><ol class="steps">{steps}</ol></section> })}
        <section class="stack" aria-labelledby="adukan"><h2 id="adukan">{words.t("standard-complaints")}</h2><p class="measure">{s.complaint_handling}</p></section>
        <details><summary>{words.t("standard-more")}</summary>
            <dl class="standard">
                {row("standard-basis", basis)}
                {row("standard-facilities", s.facilities)}
                {row("standard-competence", s.officer_competence)}
                {row("standard-supervision", s.internal_supervision)}
                {row("standard-officers", officers)}
                {row("standard-guarantee", s.service_guarantee)}
                {row("standard-safety", s.safety_guarantee)}
                {row("standard-evaluation", s.performance_evaluation)}
            </dl>
        </details>
    }
}

fn beside(words: &'static Words, gov: &str, service: &Service, servers: Vec<Server>) -> impl IntoView + use<> {
    let ward = service.served_by_kind.as_ref().map(|kind| view! { <p class="soft">{words.t(&format!("service-every-{kind}"))}</p> });
    let items = servers
        .into_iter()
        .map(|s| {
            let count = if s.headcount_required > 1 { words.with("position-filled", &[("actual", &s.headcount_actual.to_string()), ("required", &s.headcount_required.to_string())]) } else { String::new() };
            let detail = [words.t(&format!("part-{}", s.part)), count].into_iter().filter(|t| !t.is_empty()).collect::<Vec<_>>().join(" · ");
            view! { <li><a href=format!("/{gov}/jabatan/{}", s.slug)>{s.title}</a><span class="soft">{detail}</span>{(s.headcount_actual == 0).then(|| view! { <span class="chip wait">{words.t("position-vacant")}</span> })}</li> }
        })
        .collect_view();
    view! {
        <aside class="stack">
            <div class="card stack"><h2>{words.t("service-send-title")}</h2><p>{words.t("service-send")}</p><p><a class="button" href=format!("/{gov}/lapor?tentang=layanan:{}", service.slug)>{words.t("send-button")}</a></p></div>
            <section class="stack-tight" aria-labelledby="siapa"><h2 id="siapa">{words.t("service-who")}</h2>{ward}<ul class="list">{items}</ul></section>
            <section class="promise stack-tight"><h2>{words.t("service-pledge-title")}</h2><p class="soft">{words.t("service-pledge")}</p></section>
        </aside>
    }
}
