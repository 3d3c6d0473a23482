//! `/petugas/direktori/{gov}/gabung`: units merge into another; what belongs to them moves there. What would move is
//! shown before anything does.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::Error;
use domain::directory::changes::{NewChange, submit};
use domain::directory::edit::{Fields, merge};
use domain::directory::{Government, units};
use leptos::prelude::*;
use vocabulary::accounts::Role;
use vocabulary::directory::{ChangeAction, SubjectKind};
use vocabulary::{Problems, accounts};

use super::{administered, way};
use crate::components::{crumbs, error_summary, line_field, mistake, option_list, text_area};
use crate::error::PageError;
use crate::form::Form;
use crate::session::{Visitor, say};
use crate::shell::{App, Page, Section};

pub async fn get(State(app): State<App>, visitor: Visitor, Path(gov): Path<String>) -> Result<Response, PageError> {
    draw(&app, &visitor, &gov, &[], &Fields::default(), Problems::default()).await
}

pub async fn post(State(app): State<App>, visitor: Visitor, Path(gov): Path<String>, form: Form) -> Result<Response, PageError> {
    let actor = visitor.staff()?;
    let fields: Fields = ["mulai", "alasan", "sk", "tujuan"].into_iter().map(|n| (n, form.get(n))).collect();
    let ending = form.all("unit");
    let mut conn = app.portal.db.read().await?;
    let government = administered(&mut conn, actor, &gov).await?;
    if form.get("aksi") == "ubah" {
        drop(conn);
        return draw(&app, &visitor, &gov, &ending, &fields, Problems::default()).await;
    }
    let asked = merge::changes(&mut conn, &government, &ending, &fields).await;
    let scope = actor.scope(&mut conn, accounts::Role::Administrator, &gov).await?;
    drop(conn);
    let changes = match asked {
        Ok(changes) if changes.iter().all(|c| scope.units.contains(&c.unit)) => changes,
        Ok(_) => return Err(Error::NotFound.into()),
        Err(Error::Invalid(problems)) => return draw(&app, &visitor, &gov, &ending, &fields, problems).await,
        Err(other) => return Err(other.into()),
    };
    if form.get("aksi") != "kirim" {
        return Ok(preview(&app, &visitor, &government, &ending, &fields, &changes));
    }
    match submit(&app.portal, actor, &gov, changes).await {
        Ok(_) => {
            say(&visitor, "change-published").await?;
            Ok(Redirect::to(&format!("/{gov}/unit/{}", fields.get("tujuan"))).into_response())
        }
        Err(Error::Invalid(problems)) => draw(&app, &visitor, &gov, &ending, &fields, problems).await,
        Err(other) => Err(other.into()),
    }
}

fn preview(app: &App, visitor: &Visitor, government: &Government, ending: &[String], fields: &Fields, changes: &[NewChange]) -> Response {
    let words = visitor.words;
    let page = Page { title: words.t("merge-title"), section: Section::Staff, private: true, ..Page::default() };
    visitor.page(app, Some(government), page, || {
        let group = |kind: SubjectKind, action: ChangeAction, key: &'static str| {
            let items: Vec<_> = changes.iter().filter(|c| c.kind == kind && c.action == action).map(|c| view! { <li>{c.title.clone()}</li> }).collect();
            (!items.is_empty()).then(|| view! { <section class="stack-tight"><h2>{words.n(key, items.len() as i64)}</h2><ul class="list">{items}</ul></section> })
        };
        let kept = fields.iter().map(|(n, v)| view! { <input type="hidden" name=n.to_owned() value=v.to_owned()/> }).collect_view();
        let units = ending.iter().map(|u| view! { <input type="hidden" name="unit" value=u.clone()/> }).collect_view();
        view! {
            {crumbs(words, way(words, government), words.t("merge-title"))}
            <h1>{words.t("merge-check")}</h1>
            <p class="lead">{words.with("change-from", &[("date", &crate::dates::long_day(words, fields.get("mulai")))])}</p>
            {group(SubjectKind::Unit, ChangeAction::End, "merge-ends")}
            {group(SubjectKind::Position, ChangeAction::Alter, "merge-posts")}
            {group(SubjectKind::Service, ChangeAction::Alter, "merge-services")}
            {group(SubjectKind::Unit, ChangeAction::Alter, "merge-units")}
            <form method="post" action=format!("/petugas/direktori/{}/gabung", government.slug) class="stack">
                {kept}{units}
                <p class="actions"><button class="button" name="aksi" value="kirim">{words.t("merge-button")}</button><button class="button quiet" name="aksi" value="ubah">{words.t("change-back")}</button></p>
            </form>
        }
    })
}

async fn draw(app: &App, visitor: &Visitor, gov: &str, ending: &[String], fields: &Fields, problems: Problems) -> Result<Response, PageError> {
    let actor = visitor.staff()?;
    let mut conn = app.portal.db.read().await?;
    let government = administered(&mut conn, actor, gov).await?;
    let today = government.today(visitor.now);
    let scope = actor.scope(&mut conn, Role::Administrator, gov).await?;
    let all: Vec<_> = units::list(&mut conn, gov, &today).await?.into_iter().filter(|u| scope.units.contains(&u.id)).collect();
    drop(conn);
    let words = visitor.words;
    let page = Page { title: words.t("merge-title"), section: Section::Staff, wrong: !problems.is_empty(), private: true, ..Page::default() };
    Ok(visitor.page(app, Some(&government), page, || {
        let boxes = all
            .iter()
            .enumerate()
            .map(|(i, u)| {
                let id = if i == 0 { "unit".to_owned() } else { format!("unit-{i}") };
                view! { <div class="choice"><input type="checkbox" id=id.clone() name="unit" value=u.slug.clone() checked=ending.contains(&u.slug)/><label for=id>{u.name.clone()}</label></div> }
            })
            .collect_view();
        let targets = std::iter::once((String::new(), words.t("edit-none"))).chain(all.iter().map(|u| (u.slug.clone(), u.name.clone()))).collect();
        view! {
            {crumbs(words, way(words, &government), words.t("merge-title"))}
            {error_summary(words, &problems)}
            <h1>{words.t("merge-title")}</h1>
            <p class="lead measure">{words.t("merge-lead")}</p>
            <form method="post" action=format!("/petugas/direktori/{gov}/gabung") class="stack measure" novalidate="novalidate">
                <fieldset class="field"><legend>{words.t("merge-units-label")}</legend>{mistake(words, &problems, "unit")}<div class="choices scroll-list stack-tight" tabindex="0">{boxes}</div></fieldset>
                {option_list(words, &problems, "tujuan", words.t("merge-into"), Some(words.t("merge-into-hint")), targets, fields.get("tujuan"))}
                {line_field(words, &problems, "mulai", words.t("edit-mulai"), None, "date", "", fields.get("mulai"))}
                {text_area(words, &problems, "alasan", words.t("edit-alasan"), Some(words.t("edit-alasan-hint")), 3, fields.get("alasan"))}
                {line_field(words, &problems, "sk", words.t("edit-sk"), None, "text", "", fields.get("sk"))}
                <p class="actions"><button class="button" name="aksi" value="periksa">{words.t("change-check")}</button><a href=format!("/petugas/direktori/{gov}")>{words.t("change-cancel")}</a></p>
            </form>
        }
    }))
}
