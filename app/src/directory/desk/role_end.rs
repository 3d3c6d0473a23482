//! `/petugas/direktori/{gov}/peran/{id}`: ending one role, with a reason.

use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use domain::Error;
use domain::accounts::{held_roles, take_role};
use domain::ids::GrantId;
use leptos::prelude::*;
use uuid::Uuid;
use vocabulary::Problems;
use vocabulary::accounts::role_reason;

use super::{administered, way};
use crate::accounts::step_up;
use crate::components::{crumbs, error_summary, line_field, text_area};
use crate::dates;
use crate::error::PageError;
use crate::form::Form;
use crate::session::{Visitor, say};
use crate::shell::{App, Page, Section};

pub async fn get(State(app): State<App>, visitor: Visitor, Path((gov, id)): Path<(String, String)>) -> Result<Response, PageError> {
    draw(&app, &visitor, &gov, grant(&id)?, &Form::default(), Problems::default()).await
}

fn grant(id: &str) -> Result<GrantId, PageError> {
    Ok(GrantId(Uuid::parse_str(id).map_err(|_| Error::NotFound)?))
}

pub async fn post(State(app): State<App>, visitor: Visitor, Path((gov, id)): Path<(String, String)>, headers: HeaderMap, form: Form) -> Result<Response, PageError> {
    let actor = visitor.staff()?;
    let mut conn = app.portal.db.read().await?;
    administered(&mut conn, actor, &gov).await?;
    drop(conn);
    let id = grant(&id)?;
    let mut problems = Problems::default();
    step_up::again(&app, &visitor, &gov, &headers, form.get("sandi"), &mut problems).await?;
    let reason = problems.take("alasan", role_reason(form.get("alasan")));
    let done = match reason {
        Some(reason) if problems.is_empty() => take_role(&app.portal, actor, &gov, id, &reason).await,
        _ => Err(Error::Invalid(problems)),
    };
    match done {
        Ok(()) => {
            say(&visitor, "desk-done").await?;
            Ok(Redirect::to(&format!("/petugas/direktori/{gov}/peran")).into_response())
        }
        Err(Error::Invalid(problems)) => draw(&app, &visitor, &gov, id, &form, problems).await,
        Err(e) => Err(e.into()),
    }
}

async fn draw(app: &App, visitor: &Visitor, gov: &str, id: GrantId, form: &Form, problems: Problems) -> Result<Response, PageError> {
    let actor = visitor.staff()?;
    let mut conn = app.portal.db.read().await?;
    let government = administered(&mut conn, actor, gov).await?;
    let held = held_roles(&mut conn, actor, gov).await?.into_iter().find(|held| held.id == id).ok_or(Error::NotFound)?;
    drop(conn);
    let fresh = step_up::is_fresh(app, visitor, gov).await?;
    let words = visitor.words;
    let page = Page { title: words.t("roles-end-title"), section: Section::Staff, wrong: !problems.is_empty(), private: true, ..Page::default() };
    Ok(visitor.page(app, Some(&government), page, || {
        let at = format!("/petugas/direktori/{gov}/peran");
        let mut way = way(words, &government);
        way.push((at.clone(), words.t("roles-title")));
        let password =
            (!fresh).then(|| line_field(words, &problems, "sandi", words.t("identity-password"), Some(words.t("identity-password-hint")), "password", "current-password", ""));
        view! {
            {crumbs(words, way, words.t("roles-end-title"))}
            {error_summary(words, &problems)}
            <div class="measure stack">
                <h1>{words.t("roles-end-title")}</h1>
                <dl class="facts">
                    <div><dt>{words.t("roles-holder")}</dt><dd>{held.name}<br/><span class="soft">{held.email}</span></dd></div>
                    <div><dt>{words.t("roles-role")}</dt><dd>{words.t(&format!("role-{}", held.role))}</dd></div>
                    <div><dt>{words.t("roles-unit")}</dt><dd>{held.unit_name}</dd></div>
                    <div><dt>{words.t("roles-begun")}</dt><dd>{dates::moment_day(words, held.granted_at, government.utc_offset_hours)}</dd></div>
                </dl>
                <p>{words.t("roles-end-lead")}</p>
                <form class="stack" method="post" action=format!("{at}/{}", id.0) novalidate="novalidate">
                    {text_area(words, &problems, "alasan", words.t("roles-end-reason"), Some(words.t("roles-reason-hint")), 2, form.get("alasan"))}
                    {password}
                    <p class="actions"><button class="button danger">{words.t("roles-end")}</button><a href=at.clone()>{words.t("roles-back")}</a></p>
                </form>
            </div>
        }
    }))
}
