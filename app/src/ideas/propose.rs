//! `/petugas/gagasan/baru`: proposing an improvement to a unit.

use std::collections::HashMap;

use axum::extract::{Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::Error;
use domain::directory::{government, services, units};
use domain::ideas;
use leptos::prelude::*;
use vocabulary::Problems;
use vocabulary::ideas::NewIdea;

use super::list::chosen;
use crate::components::{crumbs, error_summary, hidden, line_field, option_list, text_area};
use crate::error::PageError;
use crate::form::Form;
use crate::session::{Visitor, say};
use crate::shell::{App, Page, Section};

pub async fn get(State(app): State<App>, visitor: Visitor, Query(query): Query<HashMap<String, String>>) -> Result<Response, PageError> {
    let gov = chosen(&visitor, query.get("pemda").map(String::as_str).unwrap_or_default())?;
    let mut form = Form::default();
    // From a public case or one's own unit, a part is filled in already.
    for (name, field) in [("unit", "unit"), ("laporan", "laporan"), ("layanan", "layanan")] {
        form.put(field, query.get(name).cloned().unwrap_or_default());
    }
    draw(&app, &visitor, &gov, &form, Problems::default()).await
}

pub async fn post(State(app): State<App>, visitor: Visitor, form: Form) -> Result<Response, PageError> {
    let actor = visitor.staff()?;
    let gov = chosen(&visitor, form.get("pemda"))?;
    let mut conn = app.portal.db.read().await?;
    let government = government(&mut conn, &gov).await?;
    drop(conn);
    let done = match NewIdea::parse(form.get("unit"), form.get("layanan"), form.get("laporan"), form.get("judul"), form.get("uraian")) {
        Ok(input) => ideas::propose(&app.portal, actor, &government, form.get("kunci"), &input).await,
        Err(problems) => Err(Error::Invalid(problems)),
    };
    match done {
        Ok(code) => {
            say(&visitor, "idea-proposed").await?;
            Ok(Redirect::to(&format!("/petugas/gagasan/{code}")).into_response())
        }
        Err(Error::Invalid(problems)) => draw(&app, &visitor, &gov, &form, problems).await,
        Err(e) => Err(e.into()),
    }
}

async fn draw(app: &App, visitor: &Visitor, gov: &str, form: &Form, problems: Problems) -> Result<Response, PageError> {
    let actor = visitor.staff()?;
    let mut conn = app.portal.db.read().await?;
    let government = government(&mut conn, gov).await?;
    let today = government.today(visitor.now);
    let units = units::list(&mut conn, gov, &today).await?;
    let services = services::list(&mut conn, &app.portal.gate, gov, &today, None).await?;
    drop(conn);
    let words = visitor.words;
    let key = if form.get("kunci").is_empty() { app.portal.chance.token() } else { form.get("kunci").to_owned() };
    let page = Page { title: words.t("ideas-propose"), section: Section::Staff, wrong: !problems.is_empty(), private: true, ..Page::default() };
    Ok(visitor.page(app, None, page, || {
        let unit_options = std::iter::once((String::new(), words.t("send-choose"))).chain(units.iter().map(|u| (u.slug.clone(), u.name.clone()))).collect();
        let service_options = std::iter::once((String::new(), words.t("idea-no-service"))).chain(services.iter().map(|s| (s.slug.clone(), s.short_name.clone()))).collect();
        view! {
            {crumbs(words, vec![("/petugas".into(), words.t("desk-title")), ("/petugas/gagasan".into(), words.t("ideas-title"))], words.t("ideas-propose"))}
            <div class="measure stack">
                {error_summary(words, &problems)}
                <h1>{words.t("ideas-propose")}</h1>
                <p>{words.t("ideas-propose-lead")}</p>
                <p class="soft">{words.with("forum-as", &[("name", &actor.name)])}</p>
                <form class="stack" method="post" action="/petugas/gagasan/baru" novalidate="novalidate">
                    {hidden("kunci", &key)}{hidden("pemda", gov)}
                    {line_field(words, &problems, "judul", words.t("idea-title"), Some(words.t("forum-topic-title-hint")), "text", "off", form.get("judul"))}
                    {text_area(words, &problems, "uraian", words.t("idea-text"), Some(words.t("idea-text-hint")), 8, form.get("uraian"))}
                    {option_list(words, &problems, "unit", words.t("idea-unit"), Some(words.t("idea-unit-hint")), unit_options, form.get("unit"))}
                    {option_list(words, &problems, "layanan", words.t("idea-service"), None, service_options, form.get("layanan"))}
                    {line_field(words, &problems, "laporan", words.t("idea-cases"), Some(words.t("idea-cases-hint")), "text", "off", form.get("laporan"))}
                    <p><button class="button">{words.t("idea-send")}</button></p>
                </form>
            </div>
        }
    }))
}
