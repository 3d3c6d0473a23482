//! `/petugas/direktori/{gov}/peran`: who holds which role, and giving one.

use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use domain::Error;
use domain::accounts::{RoleChange, give_role, held_roles, role_changes};
use domain::directory::units;
use leptos::prelude::*;
use vocabulary::Problems;
use vocabulary::accounts::{Role, RoleInput};

use super::{administered, way};
use crate::accounts::step_up;
use crate::components::{crumbs, error_summary, line_field, option_list, text_area};
use crate::dates;
use crate::error::PageError;
use crate::form::Form;
use crate::session::{Visitor, say};
use crate::shell::{App, Page, Section};
use crate::words::Words;

pub async fn get(State(app): State<App>, visitor: Visitor, Path(gov): Path<String>) -> Result<Response, PageError> {
    draw(&app, &visitor, &gov, &Form::default(), Problems::default()).await
}

pub async fn post(State(app): State<App>, visitor: Visitor, Path(gov): Path<String>, headers: HeaderMap, form: Form) -> Result<Response, PageError> {
    let actor = visitor.staff()?;
    let mut conn = app.portal.db.read().await?;
    administered(&mut conn, actor, &gov).await?;
    drop(conn);
    let mut problems = Problems::default();
    step_up::again(&app, &visitor, &gov, &headers, form.get("sandi"), &mut problems).await?;
    let done = match RoleInput::parse(form.get("surel"), form.get("peran"), form.get("unit"), form.get("pegawai"), form.get("alasan")) {
        Ok(input) if problems.is_empty() => give_role(&app.portal, actor, &gov, &input).await,
        Ok(_) => Err(Error::Invalid(Problems::default())),
        Err(faults) => Err(Error::Invalid(faults)),
    };
    match done {
        Ok(()) => {
            say(&visitor, "desk-done").await?;
            Ok(Redirect::to(&format!("/petugas/direktori/{gov}/peran")).into_response())
        }
        Err(Error::Invalid(faults)) => {
            problems.0.extend(faults.0);
            draw(&app, &visitor, &gov, &form, problems).await
        }
        Err(e) => Err(e.into()),
    }
}

async fn draw(app: &App, visitor: &Visitor, gov: &str, form: &Form, problems: Problems) -> Result<Response, PageError> {
    let actor = visitor.staff()?;
    let mut conn = app.portal.db.read().await?;
    let government = administered(&mut conn, actor, gov).await?;
    let held = held_roles(&mut conn, actor, gov).await?;
    let changes = role_changes(&mut conn, actor, gov).await?;
    let scope = actor.scope(&mut conn, Role::Administrator, gov).await?;
    let all: Vec<_> = units::list(&mut conn, gov, &government.today(visitor.now)).await?.into_iter().filter(|u| scope.units.contains(&u.id)).collect();
    drop(conn);
    let fresh = step_up::is_fresh(app, visitor, gov).await?;
    let words = visitor.words;
    let page = Page { title: words.t("roles-title"), section: Section::Staff, wrong: !problems.is_empty(), private: true, ..Page::default() };
    Ok(visitor.page(app, Some(&government), page, || {
        let at = format!("/petugas/direktori/{gov}/peran");
        let password = (!fresh).then(|| line_field(words, &problems, "sandi", words.t("identity-password"), Some(words.t("identity-password-hint")), "password", "current-password", ""));
        let roles = std::iter::once((String::new(), words.t("send-choose"))).chain(Role::ALL.iter().map(|r| (r.to_string(), words.t(&format!("role-{r}"))))).collect();
        let mut places: Vec<(String, String)> = all.into_iter().map(|u| (u.slug, u.name)).collect();
        places.insert(0, (String::new(), words.t("send-choose")));
        let fields = view! {
            {line_field(words, &problems, "surel", words.t("roles-email"), Some(words.t("roles-email-hint")), "email", "off", form.get("surel"))}
            {option_list(words, &problems, "peran", words.t("roles-role"), None, roles, form.get("peran"))}
            {option_list(words, &problems, "unit", words.t("roles-unit"), Some(words.t("roles-unit-hint")), places, form.get("unit"))}
            {line_field(words, &problems, "pegawai", words.t("roles-person"), Some(words.t("roles-person-hint")), "text", "off", form.get("pegawai"))}
            {text_area(words, &problems, "alasan", words.t("roles-reason"), Some(words.t("roles-reason-hint")), 2, form.get("alasan"))}
        };
        let items = held
            .iter()
            .map(|h| {
                let since = words.with("roles-since", &[("date", &dates::moment_day(words, h.granted_at, government.utc_offset_hours))]);
                let whose = h.person_name.clone().filter(|name| *name != h.name).map(|name| words.with("roles-belongs", &[("name", &name)]));
                view! {
                    <li class="stack-tight">
                        <p><strong>{h.name.clone()}</strong> " " <span class="chip plain">{words.t(&format!("role-{}", h.role))}</span><br/>
                        <span class="soft">{h.unit_name.clone()} " · " {h.email.clone()} " · " {since}{whose.map(|w| format!(" · {w}"))}</span></p>
                        {if h.account_id == actor.account { view! { <p class="soft">{words.t("roles-own")}</p> }.into_any() } else { view! { <p><a href=format!("{at}/{}", h.id)>{words.t("roles-end-title")}<span class="visually-hidden">" " {words.with("roles-end-of", &[("name", &h.name), ("unit", &h.unit_name)])}</span></a></p> }.into_any() }}
                    </li>
                }
            })
            .collect_view();
        let told = changes.iter().map(|c| told(words, c, government.utc_offset_hours)).collect_view();
        let told = if changes.is_empty() { view! { <p class="soft">{words.t("roles-changes-none")}</p> }.into_any() } else { view! { <ul class="list">{told}</ul> }.into_any() };
        view! {
            {crumbs(words, way(words, &government), words.t("roles-title"))}
            {error_summary(words, &problems)}
            <h1>{words.t("roles-title")}</h1>
            <p class="measure">{words.t("roles-lead")}</p>
            <details class="card" open=!problems.is_empty()><summary>{words.t("roles-give-title")}</summary>
                <form class="stack measure" method="post" action=at.clone() novalidate="novalidate">
                    {fields}
                    {password}
                    <p><button class="button">{words.t("roles-give")}</button></p>
                </form>
            </details>
            <h2>{words.n("roles-held", held.len() as i64)}</h2>
            <ul class="list">{items}</ul>
            <h2>{words.t("roles-changes")}</h2>
            {told}
        }
    }))
}

fn told(words: &'static Words, change: &RoleChange, offset: i64) -> impl IntoView + use<> {
    let role = words.t(&format!("role-{}", change.role));
    let what = words.with(&format!("roles-change-{}", change.act), &[("role", &role), ("name", &change.name), ("unit", &change.unit_name), ("by", &change.by_name)]);
    view! { <li><strong>{what}</strong><span class="soft">{dates::moment(words, change.at, offset)}</span><p>{change.reason.clone()}</p></li> }
}
