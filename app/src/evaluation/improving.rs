//! `/petugas/perbaikan`: a unit tells what it changed because of a report.

use std::collections::HashMap;

use axum::extract::{Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::Error;
use domain::directory::government;
use domain::evaluation::improvements::{own, tell, withdraw};
use domain::ids::ImprovementId;
use leptos::prelude::*;
use uuid::Uuid;
use vocabulary::Problems;
use vocabulary::accounts::Role;
use vocabulary::evaluation::{ImprovementInput, note};

use crate::components::{crumbs, error_summary, hidden, line_field, text_area};
use crate::dates;
use crate::error::PageError;
use crate::form::Form;
use crate::session::{Visitor, say};
use crate::shell::{App, Page, Section};

pub async fn get(State(app): State<App>, visitor: Visitor, Query(query): Query<HashMap<String, String>>) -> Result<Response, PageError> {
    let mut form = Form::default();
    form.put("laporan", query.get("laporan").cloned().unwrap_or_default());
    draw(&app, &visitor, &form, Problems::default()).await
}

pub async fn post(State(app): State<App>, visitor: Visitor, form: Form) -> Result<Response, PageError> {
    let actor = visitor.staff()?;
    let today = today(&app, &visitor).await?;
    let done = match form.get("aksi") {
        "umumkan" => match ImprovementInput::parse(form.get("laporan"), form.get("sebelum"), form.get("sesudah"), form.get("sejak"), &today) {
            Ok(input) => tell(&app.portal, actor, &input).await.map(|_| ()),
            Err(problems) => Err(Error::Invalid(problems)),
        },
        "tarik" => {
            let id = Uuid::try_parse(form.get("perbaikan")).map(ImprovementId).map_err(|_| PageError::BadForm)?;
            match note(form.get("catatan")) {
                Ok(reason) => withdraw(&app.portal, actor, id, &reason).await,
                Err(problems) => Err(Error::Invalid(problems)),
            }
        }
        _ => return Err(PageError::BadForm),
    };
    match done {
        Ok(()) => {
            say(&visitor, "desk-done").await?;
            Ok(Redirect::to("/petugas/perbaikan").into_response())
        }
        Err(Error::Invalid(problems)) => draw(&app, &visitor, &form, problems).await,
        Err(e) => Err(e.into()),
    }
}

/// Today where this actor handles cases.
async fn today(app: &App, visitor: &Visitor) -> Result<String, PageError> {
    let actor = visitor.staff()?;
    let slug = actor.grants.iter().find(|g| g.role == Role::Handler).map(|g| g.government.clone()).ok_or(Error::NotFound)?;
    let mut conn = app.portal.db.read().await?;
    Ok(government(&mut conn, &slug).await?.today(visitor.now))
}

async fn draw(app: &App, visitor: &Visitor, form: &Form, problems: Problems) -> Result<Response, PageError> {
    let actor = visitor.staff()?;
    let mut conn = app.portal.db.read().await?;
    let found = own(&mut conn, actor).await?;
    drop(conn);
    let words = visitor.words;
    let page = Page { title: words.t("improving-title"), section: Section::Staff, wrong: !problems.is_empty(), private: true, ..Page::default() };
    Ok(visitor.page(app, None, page, || {
        let telling = if form.get("aksi") == "tarik" { Problems::default() } else { problems.clone() };
        let items = found
            .iter()
            .map(|i| {
                let id = i.id.to_string();
                let field = format!("tarik-{id}");
                view! {
                    <li>
                        <a href=format!("/{}/laporan/{}", i.government, i.reference)><strong>{i.title.clone()}</strong></a>
                        <span class="soft">{i.unit_name.clone()} " · " {words.with("improvement-since", &[("date", &dates::day(words, &i.changed_on))])}</span>
                        <span>{i.after_text.clone()}</span>
                        <details><summary>{words.t("improving-withdraw")}</summary>
                            <form class="stack-tight" method="post" action="/petugas/perbaikan">
                                {hidden("perbaikan", &id)}
                                <div class="field"><label for=field.clone()>{words.t("improving-withdraw-reason")}</label><input id=field name="catatan" type="text"/></div>
                                <p><button class="button quiet small" name="aksi" value="tarik">{words.t("improving-withdraw")}</button></p>
                            </form>
                        </details>
                    </li>
                }
            })
            .collect::<Vec<_>>();
        let list = (!items.is_empty())
            .then(|| view! { <section class="stack" aria-labelledby="sudah"><h2 id="sudah">{words.t("improving-told")}</h2><ul class="list">{items}</ul></section> });
        view! {
            {crumbs(words, vec![("/petugas".into(), words.t("desk-title"))], words.t("improving-title"))}
            {error_summary(words, &problems)}
            <h1>{words.t("improving-title")}</h1>
            <p class="measure">{words.t("improving-lead")}</p>
            <form class="stack measure" method="post" action="/petugas/perbaikan" novalidate="novalidate">
                {line_field(words, &telling, "laporan", words.t("improving-case"), Some(words.t("improving-case-hint")), "text", "off", form.get("laporan"))}
                {text_area(words, &telling, "sebelum", words.t("improvement-before"), Some(words.t("improving-before-hint")), 3, form.get("sebelum"))}
                {text_area(words, &telling, "sesudah", words.t("improvement-after"), Some(words.t("improving-after-hint")), 3, form.get("sesudah"))}
                {line_field(words, &telling, "sejak", words.t("improving-since"), None, "date", "off", form.get("sejak"))}
                <p><button class="button" name="aksi" value="umumkan">{words.t("improving-button")}</button></p>
            </form>
            {list}
        }
    }))
}
