//! `/petugas/penilaian/pegawai`: plans and evaluations of those whom one assesses, and objections that one decides; what
//! waits first.

use std::collections::HashMap;

use axum::extract::{Query, State};
use axum::response::Response;
use domain::Error;
use domain::evaluation::{Desk, Evaluation, desk, years};
use leptos::prelude::*;
use vocabulary::accounts::Role;
use vocabulary::evaluation::Standing;
use vocabulary::evaluation::plan::PlanState;
use vocabulary::evaluation::rating::EvaluationState;

use super::nav::tabs;
use super::own::{evaluation_item, plan_item};
use crate::components::empty;
use crate::error::PageError;
use crate::session::Visitor;
use crate::shell::{App, Page, Section};

fn waits(evaluation: &Evaluation, standing: Standing) -> bool {
    match standing {
        Standing::Assessor => matches!(evaluation.state, EvaluationState::Reported | EvaluationState::Objected),
        _ => matches!(evaluation.state, EvaluationState::AssessorExplained | EvaluationState::Hearing),
    }
}

pub async fn get(State(app): State<App>, visitor: Visitor, Query(query): Query<HashMap<String, String>>) -> Result<Response, PageError> {
    let actor = visitor.staff()?;
    if !actor.holds(Role::Assessor) {
        return Err(Error::NotFound.into());
    }
    let mut conn = app.portal.db.read().await?;
    let mut open: Vec<i64> = Vec::new();
    let slugs: Vec<String> = actor.governments().into_iter().filter(|g| actor.holds_in(Role::Assessor, g)).collect();
    for slug in &slugs {
        open.extend(years(&mut conn, slug).await?.iter().map(|y| y.year));
    }
    open.sort_unstable_by(|a, b| b.cmp(a));
    open.dedup();
    let chosen = query.get("tahun").and_then(|y| y.parse().ok()).filter(|y| open.contains(y)).or(open.first().copied());
    let mut found = Desk::default();
    if let Some(year) = chosen {
        for slug in &slugs {
            match desk(&app.portal, &mut conn, actor, slug, year).await {
                Ok(more) => {
                    found.plans.extend(more.plans);
                    found.evaluations.extend(more.evaluations);
                }
                // An account that belongs to no civil servant assesses nobody.
                Err(Error::NotFound) => {}
                Err(e) => return Err(e.into()),
            }
        }
    }
    drop(conn);
    let words = visitor.words;
    let page = Page { title: words.t("assess-title"), section: Section::Staff, private: true, ..Page::default() };
    Ok(visitor.page(&app, None, page, || {
        let none = (found.plans.is_empty() && found.evaluations.is_empty()).then(|| empty(words.t("assess-empty-title"), words.t("assess-empty"), None));
        let years = (open.len() > 1).then(|| {
            let links = open
                .iter()
                .map(|y| view! { <a href=format!("/petugas/penilaian/pegawai?tahun={y}") aria-current=(Some(*y) == chosen).then_some("page")>{y.to_string()}</a> })
                .collect_view();
            view! { <nav class="tabs" aria-label=words.t("assess-years")>{links}</nav> }
        });
        let (waiting, rest): (Vec<_>, Vec<_>) = found.evaluations.into_iter().partition(|(e, s)| waits(e, *s));
        let (proposed, plans): (Vec<_>, Vec<_>) = found.plans.into_iter().partition(|p| p.state == PlanState::Proposed);
        let any = !waiting.is_empty() || !proposed.is_empty();
        let first = any.then(|| {
            let plans = proposed.into_iter().map(|p| plan_item(words, p)).collect_view();
            let evaluations = waiting.into_iter().map(|(e, _)| evaluation_item(words, e, true)).collect_view();
            view! { <section class="stack"><h2>{words.t("assess-waiting")}</h2><ul class="list queue">{plans}{evaluations}</ul></section> }
        });
        let others = (!rest.is_empty() || !plans.is_empty()).then(|| {
            let plans = plans.into_iter().map(|p| plan_item(words, p)).collect_view();
            let evaluations = rest.into_iter().map(|(e, _)| evaluation_item(words, e, false)).collect_view();
            view! { <section class="stack"><h2>{words.t("assess-others")}</h2><ul class="list queue">{plans}{evaluations}</ul></section> }
        });
        view! {
            <h1>{words.t("assess-title")}</h1>
            {tabs(words, actor, "/petugas/penilaian/pegawai")}
            <p class="measure">{words.t("assess-lead")}</p>
            {years}
            {none}
            {first}
            {others}
        }
    }))
}
