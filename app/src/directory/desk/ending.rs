//! `/petugas/direktori/{gov}/{kind}/{slug}/akhiri`: a unit, a post or a service that ends, with what takes its place.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::Error;
use domain::directory::changes::submit;
use domain::directory::edit::{Fields, ending};
use domain::directory::gate::Gate;
use domain::directory::{positions, services, units};
use leptos::prelude::*;
use vocabulary::directory::SubjectKind;
use vocabulary::{Problems, accounts::Role};

use super::{administered, way};
use crate::components::{crumbs, error_summary, line_field, option_list, text_area};
use crate::error::PageError;
use crate::form::Form;
use crate::session::{Visitor, say};
use crate::shell::{App, Page, Section};

fn subject(kind: &str) -> Result<SubjectKind, PageError> {
    SubjectKind::parse(kind).filter(|k| matches!(k, SubjectKind::Unit | SubjectKind::Position | SubjectKind::Service)).ok_or_else(|| Error::NotFound.into())
}

pub async fn get(State(app): State<App>, visitor: Visitor, Path((gov, kind, slug)): Path<(String, String, String)>) -> Result<Response, PageError> {
    draw(&app, &visitor, &gov, subject(&kind)?, &slug, &Fields::default(), Problems::default()).await
}

pub async fn post(State(app): State<App>, visitor: Visitor, Path((gov, kind, slug)): Path<(String, String, String)>, form: Form) -> Result<Response, PageError> {
    let kind = subject(&kind)?;
    let actor = visitor.staff()?;
    let fields: Fields = ["mulai", "alasan", "sk", "pengganti"].into_iter().map(|n| (n, form.get(n))).collect();
    let mut conn = app.portal.db.read().await?;
    let government = administered(&mut conn, actor, &gov).await?;
    let asked = ending::change(&mut conn, &government, kind, &slug, &fields).await;
    drop(conn);
    let done = match asked {
        Ok(changes) => submit(&app.portal, actor, &gov, changes).await,
        Err(other) => Err(other),
    };
    match done {
        Ok(_) => {
            say(&visitor, "change-published").await?;
            Ok(Redirect::to(&format!("/{gov}/{kind}/{slug}")).into_response())
        }
        Err(Error::Invalid(problems)) => draw(&app, &visitor, &gov, kind, &slug, &fields, problems).await,
        Err(other) => Err(other.into()),
    }
}

async fn draw(app: &App, visitor: &Visitor, gov: &str, kind: SubjectKind, slug: &str, fields: &Fields, problems: Problems) -> Result<Response, PageError> {
    let actor = visitor.staff()?;
    let mut conn = app.portal.db.read().await?;
    let government = administered(&mut conn, actor, gov).await?;
    let today = government.today(visitor.now);
    let (name, unit) = match kind {
        SubjectKind::Unit => units::named(&mut conn, gov, slug).await.map(|(id, name)| (name, Some(id)))?,
        SubjectKind::Position => positions::show(&mut conn, Gate::inside(), gov, slug).await.map(|p| (p.title, Some(p.unit_id)))?,
        _ => services::show(&mut conn, Gate::inside(), gov, slug).await.map(|s| (s.short_name, s.unit_id))?,
    };
    let scope = actor.scope(&mut conn, Role::Administrator, gov).await?;
    if unit.is_some_and(|unit| !scope.units.contains(&unit)) {
        return Err(Error::NotFound.into());
    }
    let others: Vec<(String, String)> = units::list(&mut conn, gov, &today).await?.into_iter().filter(|u| u.slug != slug).map(|u| (u.slug, u.name)).collect();
    drop(conn);
    let words = visitor.words;
    let heading = words.with("ending-title", &[("name", &name)]);
    let page = Page { title: heading.clone(), section: Section::Staff, wrong: !problems.is_empty(), private: true, ..Page::default() };
    Ok(visitor.page(app, Some(&government), page, || {
        let options = std::iter::once((String::new(), words.t("edit-none"))).chain(others).collect();
        let successor = (kind == SubjectKind::Unit)
            .then(|| option_list(words, &problems, "pengganti", words.t("ending-successor"), Some(words.t("ending-successor-hint")), options, fields.get("pengganti")));
        view! {
            {crumbs(words, way(words, &government), heading.clone())}
            {error_summary(words, &problems)}
            <h1>{heading}</h1>
            <p class="measure">{words.t(&format!("ending-{kind}-lead"))}</p>
            <form method="post" action=format!("/petugas/direktori/{gov}/{kind}/{slug}/akhiri") class="stack measure" novalidate="novalidate">
                {line_field(words, &problems, "mulai", words.t("ending-from"), Some(words.t("ending-from-hint")), "date", "", fields.get("mulai"))}
                {successor}
                {text_area(words, &problems, "alasan", words.t("edit-alasan"), Some(words.t("edit-alasan-hint")), 3, fields.get("alasan"))}
                {line_field(words, &problems, "sk", words.t("edit-sk"), None, "text", "", fields.get("sk"))}
                <p class="actions"><button class="button danger">{words.t("ending-button")}</button><a href=format!("/petugas/direktori/{gov}")>{words.t("change-cancel")}</a></p>
            </form>
        }
    }))
}
