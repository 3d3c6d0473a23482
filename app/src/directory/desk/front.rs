//! `/petugas/direktori`: the governments one administers; and of one of them its units, what waits for a second pair of
//! eyes, and the ways to change something.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::directory::{bulk, changes, governments, units};
use leptos::prelude::*;
use vocabulary::accounts::Role;
use vocabulary::directory::{ChangeStatus, UnitKind};

use super::administered;
use super::change::change_item;
use crate::components::crumbs;
use crate::error::PageError;
use crate::feedback::desk::desk_nav;
use crate::session::Visitor;
use crate::shell::{App, Page, Section};

pub async fn choose(State(app): State<App>, visitor: Visitor) -> Result<Response, PageError> {
    let actor = visitor.staff()?;
    let mut conn = app.portal.db.read().await?;
    let mine: Vec<_> = governments(&mut conn).await?.into_iter().filter(|g| actor.holds_in(Role::Administrator, &g.slug)).collect();
    drop(conn);
    match mine.as_slice() {
        [] => return Err(domain::Error::NotFound.into()),
        [only] => return Ok(Redirect::to(&format!("/petugas/direktori/{}", only.slug)).into_response()),
        _ => {}
    }
    let words = visitor.words;
    let page = Page { title: words.t("directory-desk-title"), section: Section::Staff, private: true, ..Page::default() };
    Ok(visitor.page(&app, None, page, || {
        let items = mine.iter().map(|g| view! { <li class="card link"><h2><a href=format!("/petugas/direktori/{}", g.slug)>{g.short_name.clone()}</a></h2></li> }).collect_view();
        view! {
            <h1>{words.t("directory-desk-title")}</h1>
            {desk_nav(words, "/petugas/direktori")}
            <ul class="grid plain-list">{items}</ul>
        }
    }))
}

pub async fn front(State(app): State<App>, visitor: Visitor, Path(gov): Path<String>) -> Result<Response, PageError> {
    let actor = visitor.staff()?;
    let mut conn = app.portal.db.read().await?;
    let government = administered(&mut conn, actor, &gov).await?;
    let today = government.today(visitor.now);
    let scope = actor.scope(&mut conn, Role::Administrator, &gov).await?;
    let all: Vec<_> = units::list(&mut conn, &gov, &today).await?.into_iter().filter(|u| scope.units.contains(&u.id)).collect();
    let waiting = changes::list(&mut conn, actor, &gov, ChangeStatus::Proposed).await?;
    let mut published = changes::list(&mut conn, actor, &gov, ChangeStatus::Published).await?;
    let whole = bulk::administered(&mut conn, actor, &gov).await.is_ok();
    drop(conn);
    published.truncate(8);
    let words = visitor.words;
    let page = Page { title: words.t("directory-desk-title"), section: Section::Staff, private: true, ..Page::default() };
    Ok(visitor.page(&app, Some(&government), page, || {
        let item = |u: &units::ListedUnit| view! { <li><a href=format!("/petugas/direktori/{gov}/unit/{}", u.slug)><strong>{u.name.clone()}</strong></a></li> };
        let is_area = |kind: UnitKind| matches!(kind, UnitKind::District | UnitKind::UrbanVillage | UnitKind::Village);
        let agencies = all.iter().filter(|u| !is_area(u.kind)).map(item).collect_view();
        let districts = all
            .iter()
            .filter(|u| u.kind == UnitKind::District)
            .map(|d| {
                let wards = all.iter().filter(|u| u.parent_name.as_deref() == Some(d.name.as_str())).map(item).collect_view();
                view! { <details class="area"><summary>{d.name.clone()}</summary><ul class="list">{item(d)}{wards}</ul></details> }
            })
            .collect_view();
        let waits = (!waiting.is_empty()).then(|| {
            let items = waiting.iter().map(|c| change_item(words, &gov, c, government.utc_offset_hours)).collect_view();
            view! { <section class="stack" aria-labelledby="menunggu"><h2 id="menunggu">{words.t("change-waiting")}</h2><ul class="list">{items}</ul></section> }
        });
        let done = (!published.is_empty()).then(|| {
            let items = published.iter().map(|c| change_item(words, &gov, c, government.utc_offset_hours)).collect_view();
            view! { <section class="stack" aria-labelledby="terbaru"><h2 id="terbaru">{words.t("change-newest")}</h2><ul class="list">{items}</ul><p><a href=format!("/petugas/direktori/{gov}/perubahan")>{words.t("change-all")}</a></p></section> }
        });
        view! {
            {crumbs(words, vec![("/petugas".into(), words.t("desk-title")), ("/petugas/direktori".into(), words.t("directory-desk-title"))], government.short_name.clone())}
            <h1>{words.t("directory-desk-title")}</h1>
            {desk_nav(words, "/petugas/direktori")}
            <p class="lead measure">{words.t("directory-desk-lead")}</p>
            <p class="actions">
                <a class="button" href=format!("/petugas/direktori/{gov}/unit/baru")>{words.t("directory-new-unit")}</a>
                <a class="button quiet" href=format!("/petugas/direktori/{gov}/layanan/baru")>{words.t("directory-new-service")}</a>
                <a class="button quiet" href=format!("/petugas/direktori/{gov}/gabung")>{words.t("directory-merge")}</a>
                {whole.then(|| view! { <a class="button quiet" href=format!("/petugas/direktori/{gov}/berkas")>{words.t("directory-files")}</a> })}
            </p>
            <div class="two">
                <div class="stack-loose">
                    {waits}
                    <section class="stack" aria-labelledby="unit"><h2 id="unit">{words.t("directory-desk-units")}</h2><ul class="list">{agencies}</ul><div class="stack-tight">{districts}</div></section>
                </div>
                <aside class="stack">
                    <ul class="list">
                        <li><a href=format!("/petugas/direktori/{gov}/koreksi")>{words.t("directory-desk-corrections")}</a></li>
                        <li><a href=format!("/petugas/direktori/{gov}/pengumuman")>{words.t("directory-desk-announcements")}</a></li>
                        <li><a href=format!("/petugas/direktori/{gov}/peran")>{words.t("roles-link")}</a></li>
                        {whole.then(|| view! { <li><a href=format!("/petugas/direktori/{gov}/open311")>{words.t("open311-keys-title")}</a></li><li><a href=format!("/petugas/direktori/{gov}/lapor")>{words.t("lapor-title")}</a></li><li><a href=format!("/petugas/direktori/{gov}/terusan")>{words.t("peers-title")}</a></li> })}
                    </ul>
                    {done}
                </aside>
            </div>
        }
    }))
}
