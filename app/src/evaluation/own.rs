//! `/petugas/penilaian/kinerja`: one's own plans and evaluations, and who looked at them.

use std::collections::HashMap;

use axum::extract::{Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::development::government_of;
use domain::development::looks::looks_of;
use domain::directory::government;
use domain::evaluation::{Evaluation, OwnTenure, Plan, own_evaluations, own_plans, start_plan, tenures_without_plan, years};
use domain::ids::TenureId;
use leptos::prelude::*;
use uuid::Uuid;
use vocabulary::evaluation::rating::EvaluationState;

use super::nav::{period_name, plan_chip, state_chip, tabs, uuid, way};
use crate::components::{crumbs, empty, hidden};
use crate::dates;
use crate::development::profile::look_item;
use crate::error::PageError;
use crate::form::Form;
use crate::session::{Visitor, say};
use crate::shell::{App, Page, Section};
use crate::words::Words;

pub async fn get(State(app): State<App>, visitor: Visitor) -> Result<Response, PageError> {
    let actor = visitor.civil_servant()?;
    let mut conn = app.portal.db.read().await?;
    let (mut plans, mut evaluations, mut open): (Vec<Plan>, Vec<Evaluation>, Vec<(i64, OwnTenure)>) = Default::default();
    if let Some(person) = actor.person {
        plans = own_plans(&mut conn, person).await?;
        evaluations = own_evaluations(&mut conn, person).await?;
        let mut governments = actor.governments();
        // Whoever has no role has a post all the same.
        governments.extend(Some(government_of(&mut conn, person).await?).filter(|own| !governments.contains(own)));
        for slug in governments {
            for year in years(&mut conn, &slug).await?.into_iter().take(2) {
                let tenures = tenures_without_plan(&mut conn, person, year.year).await?;
                open.extend(tenures.into_iter().filter(|t| t.government == slug).map(|t| (year.year, t)));
            }
        }
    }
    drop(conn);
    let words = visitor.words;
    let page = Page { title: words.t("own-title"), section: Section::Staff, private: true, ..Page::default() };
    Ok(visitor.page(&app, None, page, || {
        let nobody = actor.person.is_none().then(|| empty(words.t("own-nobody-title"), words.t("own-nobody"), None));
        let nothing = (actor.person.is_some() && plans.is_empty() && open.is_empty()).then(|| empty(words.t("own-empty-title"), words.t("own-empty"), None));
        let has_plans = !plans.is_empty();
        let plans = plans.into_iter().map(|p| plan_item(words, p)).collect_view();
        let has_evaluations = !evaluations.is_empty();
        let evaluations = evaluations.into_iter().map(|e| evaluation_item(words, e, false)).collect_view();
        let open = open.into_iter().map(|(year, tenure)| begin(words, year, tenure)).collect_view();
        let looks = actor.person.is_some().then(|| view! { <p><a href="/petugas/penilaian/jejak">{words.t("looks-link")}</a></p> });
        view! {
            <h1>{words.t("own-title")}</h1>
            {tabs(words, actor, "/petugas/penilaian/kinerja")}
            <p class="measure">{words.t("own-lead")}</p>
            {nobody}
            {nothing}
            {open}
            {has_plans.then(|| view! { <section class="stack"><h2>{words.t("own-plans")}</h2><ul class="list queue">{plans}</ul></section> })}
            {has_evaluations.then(|| view! { <section class="stack"><h2>{words.t("own-evaluations")}</h2><ul class="list queue">{evaluations}</ul></section> })}
            {looks}
        }
    }))
}

fn begin(words: &'static Words, year: i64, tenure: OwnTenure) -> impl IntoView + use<> {
    let year = year.to_string();
    view! {
        <form class="card stack-tight" method="post" action="/petugas/penilaian/kinerja">
            <h2>{words.with("plan-begin-title", &[("year", &year)])}</h2>
            <p>{tenure.position_title} " · " {tenure.unit_name}</p>
            {hidden("masa", &tenure.tenure_id.to_string())}
            {hidden("tahun", &year)}
            <p><button class="button" name="aksi" value="mulai">{words.t("plan-begin")}</button></p>
        </form>
    }
}

pub fn plan_item(words: &'static Words, plan: Plan) -> impl IntoView + use<> {
    let title = words.with("plan-title", &[("year", &plan.year.to_string()), ("name", &plan.person_name)]);
    let detail = format!("{} · {}", plan.position_title, plan.unit_name);
    view! { <li><a href=format!("/petugas/penilaian/skp/{}", plan.id)><strong>{title}</strong></a><span class="soft">{detail}</span>{plan_chip(words, plan.state)}</li> }
}

pub fn evaluation_item(words: &'static Words, e: Evaluation, waits: bool) -> impl IntoView + use<> {
    let detail = [
        Some(e.position_title.clone()),
        e.objection_due
            .clone()
            .filter(|_| !waits && matches!(e.state, EvaluationState::Issued | EvaluationState::Acknowledged))
            .map(|d| words.with("objection-until", &[("date", &dates::day(words, &d))])),
    ]
    .into_iter()
    .flatten()
    .collect::<Vec<_>>()
    .join(" · ");
    let title = format!("{}: {}", period_name(words, e.period, e.year), e.person_name);
    view! { <li><a href=e.link()><strong>{title}</strong></a><span class="soft">{detail}</span>{state_chip(words, e.state)}</li> }
}

pub async fn post(State(app): State<App>, visitor: Visitor, form: Form) -> Result<Response, PageError> {
    let actor = visitor.civil_servant()?;
    let year: i64 = form.get("tahun").parse().map_err(|_| PageError::BadForm)?;
    let plan = start_plan(&app.portal, actor, TenureId(uuid(form.get("masa"))?), year).await?;
    say(&visitor, "plan-begun").await?;
    Ok(Redirect::to(&format!("/petugas/penilaian/skp/{plan}")).into_response())
}

/// As many looks as a page shows.
const LOOKS: usize = 50;

/// `/petugas/penilaian/jejak`: every look by somebody else at what is kept about oneself, whichever office it was.
pub async fn looks(State(app): State<App>, visitor: Visitor, Query(query): Query<HashMap<String, String>>) -> Result<Response, PageError> {
    let actor = visitor.civil_servant()?;
    let after = query.get("sebelum").and_then(|a| a.split_once('_')).and_then(|(at, id)| Some((at.parse().ok()?, Uuid::try_parse(id).ok()?)));
    let mut conn = app.portal.db.read().await?;
    let (seen, older, offset) = match actor.person {
        Some(person) => {
            let (seen, older) = looks_of(&mut conn, person, after, LOOKS).await?;
            let slug = government_of(&mut conn, person).await?;
            (seen, older, government(&mut conn, &slug).await?.utc_offset_hours)
        }
        None => (Vec::new(), None, 0),
    };
    drop(conn);
    let words = visitor.words;
    let page = Page { title: words.t("looks-title"), section: Section::Staff, private: true, ..Page::default() };
    Ok(visitor.page(&app, None, page, || {
        let none = seen.is_empty().then(|| empty(words.t("looks-empty-title"), words.t("looks-empty"), None));
        let rows = seen.iter().map(|look| look_item(words, look, offset)).collect_view();
        let newest = after.map(|_| view! { <a rel="prev" href="/petugas/penilaian/jejak">{words.t("looks-newest")}</a> });
        let older = older.map(|(at, id)| view! { <a rel="next" href=format!("/petugas/penilaian/jejak?sebelum={at}_{id}")>{words.t("looks-older")}</a> });
        let pager = (newest.is_some() || older.is_some()).then(|| view! { <nav class="pager" aria-label=words.t("pager")>{newest}{older}</nav> });
        view! {
            {crumbs(words, way(words, actor), words.t("looks-title"))}
            <h1>{words.t("looks-title")}</h1>
            <p class="measure">{words.t("looks-lead")}</p>
            {none}
            <ul class="list">{rows}</ul>
            {pager}
        }
    }))
}
