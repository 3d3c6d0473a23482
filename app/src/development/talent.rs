//! `/petugas/talenta`: the personnel office asks with a purpose, and is shown the nine boxes or people for an open post.

use std::collections::HashMap;

use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect};
use domain::Error;
use domain::development::talent::{Candidate, Found, Placed, TalentBox, ask, boxes, open_posts, shown};
use domain::directory::government;
use domain::ids::TalentSearchId;
use leptos::prelude::*;
use uuid::Uuid;
use vocabulary::Problems;
use vocabulary::accounts::Role;
use vocabulary::development::SearchInput;

use super::profile::{competency, fit_summary};
use super::{Answer, development_nav, place};
use crate::components::{crumbs, empty, error_summary, hidden, line_field, option_list};
use crate::dates;
use crate::feedback::desk::desk_nav;
use crate::form::Form;
use crate::session::Visitor;
use crate::shell::{App, Page, Section};
use crate::words::Words;

pub async fn get(State(app): State<App>, visitor: Visitor, Query(query): Query<HashMap<String, String>>) -> Answer {
    let mut form = Form::default();
    form.put("pemda", query.get("pemda").cloned().unwrap_or_default());
    draw(&app, &visitor, &form, Problems::default()).await
}

pub async fn post(State(app): State<App>, visitor: Visitor, form: Form) -> Answer {
    let actor = visitor.staff()?;
    let government = place(&app, &visitor, form.get("pemda")).await?;
    if !actor.holds_in(Role::PersonnelOffice, &government.slug) {
        return Err(Error::NotFound.into());
    }
    let done = match SearchInput::parse(form.get("jabatan"), form.get("keperluan")) {
        Ok(input) => ask(&app.portal, actor, &government, &input).await,
        Err(problems) => Err(problems.into()),
    };
    match done {
        Ok(id) => Ok(Redirect::to(&format!("/petugas/talenta/{id}")).into_response()),
        Err(Error::Invalid(problems)) => draw(&app, &visitor, &form, problems).await,
        Err(e) => Err(e.into()),
    }
}

async fn draw(app: &App, visitor: &Visitor, form: &Form, problems: Problems) -> Answer {
    let actor = visitor.staff()?;
    let government = place(app, visitor, form.get("pemda")).await?;
    if !actor.holds_in(Role::PersonnelOffice, &government.slug) {
        return Err(Error::NotFound.into());
    }
    let mut conn = app.portal.db.read().await?;
    let posts = open_posts(&mut conn, &government.slug, &government.today(visitor.now)).await?;
    drop(conn);
    let words = visitor.words;
    let page = Page { title: words.t("talent-title"), section: Section::Staff, wrong: !problems.is_empty(), private: true, ..Page::default() };
    Ok(visitor.page(app, None, page, || {
        let posts = std::iter::once((String::new(), words.t("talent-boxes"))).chain(posts.iter().map(|p| (p.slug.clone(), format!("{} · {}", p.title, p.unit_name)))).collect();
        view! {
            {error_summary(words, &problems)}
            <h1>{words.t("talent-title")}</h1>
            {desk_nav(words, "/petugas/pembinaan")}
            {development_nav(words, actor, "/petugas/talenta")}
            <p class="measure">{words.t("talent-lead")}</p>
            <form class="stack measure" method="post" action="/petugas/talenta" novalidate="novalidate">
                {hidden("pemda", &government.slug)}
                {option_list(words, &problems, "jabatan", words.t("talent-what"), Some(words.t("talent-what-hint")), posts, form.get("jabatan"))}
                {line_field(words, &problems, "keperluan", words.t("talent-purpose"), Some(words.t("talent-purpose-hint")), "text", "off", form.get("keperluan"))}
                <p><button class="button">{words.t("talent-show")}</button></p>
            </form>
        }
    }))
}

pub async fn search(State(app): State<App>, visitor: Visitor, Path(id): Path<String>, Query(query): Query<HashMap<String, String>>) -> Answer {
    let actor = visitor.staff()?;
    let id = Uuid::try_parse(&id).map(TalentSearchId).map_err(|_| Error::NotFound)?;
    let by_fit = query.get("urut").is_some_and(|u| u == "syarat");
    let mut conn = app.portal.db.read().await?;
    let found = shown(&mut conn, actor, id, by_fit, visitor.now).await?;
    let government = government(&mut conn, &found.government).await?;
    drop(conn);
    let words = visitor.words;
    let title = match &found.found {
        Found::Boxes(_) => words.t("talent-boxes"),
        Found::Candidates { post, .. } => words.with("talent-for", &[("post", post)]),
    };
    let page = Page { title: title.clone(), section: Section::Staff, private: true, ..Page::default() };
    Ok(visitor.page(&app, None, page, || {
        let body = match &found.found {
            Found::Boxes(people) => boxes_part(words, people).into_any(),
            Found::Candidates { candidates, .. } => candidates_part(words, id, candidates, by_fit).into_any(),
        };
        view! {
            {crumbs(words, vec![("/petugas".into(), words.t("desk-title")), ("/petugas/talenta".into(), words.t("talent-title"))], title.clone())}
            <h1>{title}</h1>
            <p class="notice">{words.with("talent-logged", &[("purpose", &found.purpose), ("when", &dates::moment(words, found.at, government.utc_offset_hours))])}</p>
            {body}
        }
    }))
}

fn boxes_part(words: &'static Words, people: &[Placed]) -> impl IntoView + use<> {
    // A row for each performance, a column for each potential.
    let mut all = boxes();
    let place = |b: &TalentBox| {
        let of = |words: &[&str], word: &str| words.iter().position(|w| *w == word);
        (of(&["di_atas", "sesuai", "di_bawah"], b.performance.as_str()), of(&["tinggi", "menengah", "rendah"], b.potential.as_str()))
    };
    all.sort_by_key(place);
    let cells = all
        .into_iter()
        .map(|b| {
            let names = people
                .iter()
                .filter(|p| p.performance.as_str() == b.performance && p.potential.as_str() == b.potential)
                .map(|p| view! { <li><a href=format!("/petugas/pengembangan/{}", p.person_id)>{p.name.clone()}</a>" " <span class="soft">{format!("{} · {}", dates::day(words, &p.assessed_on), p.source)}</span></li> })
                .collect::<Vec<_>>();
            let none = names.is_empty().then(|| view! { <p class="soft">{words.t("talent-nobody")}</p> });
            let recommended = if words.is_english() { b.recommendation_en } else { b.recommendation_id };
            view! {
                <section class="card stack-tight">
                    <h2>{words.n("talent-box", b.number)}</h2>
                    <p class="soft">{words.t(&format!("talent-performance-{}", b.performance))} " · " {words.t(&format!("talent-potential-{}", b.potential))}</p>
                    <ul class="list">{names}</ul>{none}
                    <p class="soft">{recommended}". " {b.source}</p>
                </section>
            }
        })
        .collect_view();
    view! { <p class="measure">{words.t("talent-boxes-lead")}</p><div class="talent-boxes">{cells}</div> }
}

fn candidates_part(words: &'static Words, id: TalentSearchId, candidates: &[Candidate], by_fit: bool) -> impl IntoView + use<> {
    let items = candidates
        .iter()
        .map(|c| {
            let gaps = c.fit.gaps.iter().map(|g| view! { <li>{format!("{}: {}", competency(words, &g.competency), g.assessed.map_or_else(|| words.t("fit-not-assessed"), |level| words.n("fit-assessed", level)))}</li> }).collect::<Vec<_>>();
            let gaps = (!gaps.is_empty()).then(|| view! { <details><summary>{words.t("fit-gaps").trim_end_matches(':').to_owned()}</summary><ul>{gaps}</ul></details> });
            view! { <li><a href=format!("/petugas/pengembangan/{}", c.person_id)><strong>{c.name.clone()}</strong></a><span class="soft">{format!("{} · {}", c.title, c.unit_name)}</span><span>{fit_summary(words, &c.fit)}</span>{gaps}</li> }
        })
        .collect::<Vec<_>>();
    let none = items.is_empty().then(|| empty(words.t("talent-none-title"), words.t("talent-none"), None));
    let tab = |order: &'static str, key: &str, here: bool| view! { <a href=format!("/petugas/talenta/{id}?urut={order}") aria-current=here.then_some("page")>{words.t(key)}</a> };
    view! {
        <p class="measure">{words.t("talent-criteria")}</p>
        <nav class="tabs" aria-label=words.t("talent-order")>{tab("nama", "talent-by-name", !by_fit)}{tab("syarat", "talent-by-fit", by_fit)}</nav>
        {none}
        <ul class="list">{items}</ul>
    }
}
