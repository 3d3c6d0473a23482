//! `/petugas/laporan/templat`: the templates of replies, where they are written; and how one is filled from a case.

use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::Error;
use domain::directory::{Government, government};
use domain::error::Refusal;
use domain::feedback::{StaffCase, Template, end_template, may_write, staff_case, templates_in, units_to_write_for, write_template};
use leptos::prelude::*;
use std::collections::HashMap;
use vocabulary::Problems;
use vocabulary::feedback::{Piece, TemplateField, TemplateInput, pieces};

use crate::components::{crumbs, empty, error_summary, hidden, line_field, option_list, prose, text_area};
use crate::dates;
use crate::error::PageError;
use crate::form::Form;
use crate::session::{Visitor, say};
use crate::shell::{App, Page, Section};
use crate::words::Words;

/// A template with the values of a case, in the language of replies; nothing of what a reader would see is left in braces.
pub(super) fn filled(body: &str, case: Option<&StaffCase>, government: &Government, today: &str) -> String {
    let words = Words::of("id");
    let value = |field: TemplateField| -> String {
        let Some(case) = case else { return words.t(&format!("field-example-{}", slug(field))) };
        let otherwise = |key: &str| words.t(key);
        match field {
            TemplateField::Reference => case.reference.clone(),
            TemplateField::Title => case.title.clone(),
            TemplateField::Service => case.service_name.clone().unwrap_or_else(|| otherwise("field-no-service")),
            TemplateField::Unit => case.handling_unit_name.clone().or_else(|| case.unit_name.clone()).unwrap_or_else(|| government.name_id.clone()),
            TemplateField::Due => case.answer_due.as_deref().map_or_else(|| otherwise("field-no-due"), |due| dates::long_day(words, due)),
            TemplateField::Received => dates::moment_day(words, case.received_at, government.utc_offset_hours),
            TemplateField::Today => dates::long_day(words, today),
        }
    };
    // What is kept was checked; should it ever not be one, it is shown as it stands rather than lost.
    let Ok(pieces) = pieces(body) else { return body.to_owned() };
    pieces
        .into_iter()
        .map(|piece| match piece {
            Piece::Text(text) => text.to_owned(),
            Piece::Field(field) => value(field),
        })
        .collect()
}

/// The word of a field where a blank cannot stand.
fn slug(field: TemplateField) -> String {
    field.as_str().replace(' ', "-")
}

async fn place(app: &App, visitor: &Visitor, asked: Option<&str>) -> Result<Government, PageError> {
    let actor = visitor.staff()?;
    let mine = actor.governments();
    let slug = mine.iter().find(|g| Some(g.as_str()) == asked).or_else(|| mine.first()).ok_or(Error::NotFound)?;
    let mut conn = app.portal.db.read().await?;
    Ok(government(&mut conn, slug).await?)
}

pub async fn show(State(app): State<App>, visitor: Visitor, Query(query): Query<HashMap<String, String>>) -> Result<Response, PageError> {
    let government = place(&app, &visitor, query.get("pemerintah").map(String::as_str)).await?;
    let mut form = Form::default();
    if let Some(id) = query.get("ubah") {
        let mut conn = app.portal.db.read().await?;
        let template = templates_in(&mut conn, &government.slug).await?.into_iter().find(|t| t.id.to_string() == *id).ok_or(Error::NotFound)?;
        drop(conn);
        for (name, value) in [("ganti", template.id.to_string()), ("nama", template.name), ("isi-templat", template.body), ("unit", template.unit_slug)] {
            form.put(name, value);
        }
    }
    draw(&app, &visitor, &government, &form, &Problems::default(), None).await
}

pub async fn act(State(app): State<App>, visitor: Visitor, form: Form) -> Result<Response, PageError> {
    let government = place(&app, &visitor, Some(form.get("pemerintah"))).await?;
    match done(&app, &visitor, &government, &form).await {
        Ok(Some(key)) => {
            say(&visitor, key).await?;
            Ok(Redirect::to(&format!("/petugas/laporan/templat?pemerintah={}", government.slug)).into_response())
        }
        Ok(None) => draw(&app, &visitor, &government, &form, &Problems::default(), None).await,
        Err(PageError::Domain(Error::Invalid(problems))) => draw(&app, &visitor, &government, &form, &problems, None).await,
        Err(PageError::Domain(Error::Refused(refusal))) => draw(&app, &visitor, &government, &form, &Problems::default(), Some(refusal)).await,
        Err(e) => Err(e),
    }
}

/// What to say on the next page; nothing for a preview.
async fn done(app: &App, visitor: &Visitor, government: &Government, form: &Form) -> Result<Option<&'static str>, PageError> {
    let actor = visitor.staff()?;
    let id = |name: &str| form.get(name).parse::<uuid::Uuid>().ok().map(domain::ids::TemplateId);
    if form.get("aksi") == "hapus" {
        end_template(&app.portal, actor, government, id("templat").ok_or(PageError::BadForm)?).await?;
        return Ok(Some("template-ended"));
    }
    let input = TemplateInput::parse(form.get("nama"), form.get("isi-templat"), form.get("unit")).map_err(Error::Invalid)?;
    if form.get("aksi") == "contoh" {
        return Ok(None);
    }
    write_template(&app.portal, actor, government, &input, id("ganti")).await?;
    Ok(Some("template-kept"))
}

async fn draw(app: &App, visitor: &Visitor, government: &Government, form: &Form, problems: &Problems, refused: Option<Refusal>) -> Result<Response, PageError> {
    let actor = visitor.staff()?;
    let today = government.today(visitor.now);
    let mut conn = app.portal.db.read().await?;
    let mut all: Vec<(Template, bool)> = Vec::new();
    for template in templates_in(&mut conn, &government.slug).await? {
        let own = may_write(&mut conn, actor, government, template.unit_id, &today).await?;
        all.push((template, own));
    }
    let mut options = units_to_write_for(&mut conn, actor, government, &today).await?;
    // One of a unit below is changed where it is.
    if let Some((template, _)) = all.iter().find(|(t, own)| *own && t.id.to_string() == form.get("ganti"))
        && !options.iter().any(|(slug, _)| *slug == template.unit_slug)
    {
        options.push((template.unit_slug.clone(), template.unit_name.clone()));
    }
    let example = match form.get("contoh").trim() {
        "" => None,
        reference => match staff_case(&mut conn, actor, &reference.to_uppercase()).await {
            Err(Error::NotFound) => None,
            other => Some(other?.0),
        },
    };
    drop(conn);
    let words = visitor.words;
    let page = Page { title: words.t("templates-title"), section: Section::Staff, private: true, wrong: !problems.is_empty(), ..Page::default() };
    let mut response = visitor.page(app, None, page, || {
        let conflict = refused.map(|refusal| view! { <div class="errors" role="alert" tabindex="-1" id="galat"><p>{words.t(refusal.sentence())}</p></div> });
        let none = all.is_empty().then(|| empty(words.t("templates-none-title"), words.t("templates-none"), None));
        let items = all
            .into_iter()
            .map(|(t, own)| {
                let change = own.then(|| {
                    let id = t.id.to_string();
                    view! {
                        <form class="actions" method="post" action="/petugas/laporan/templat">
                            {hidden("pemerintah", &government.slug)}{hidden("templat", &id)}
                            <a class="button quiet small" href=format!("/petugas/laporan/templat?pemerintah={}&ubah={id}#tulis", government.slug)>{words.t("template-change")}</a>
                            <button class="button quiet small" name="aksi" value="hapus">{words.t("template-end")}</button>
                        </form>
                    }
                });
                let by = format!("{} · {} · {}", t.unit_name, t.written_by, dates::moment_day(words, t.written_at, government.utc_offset_hours));
                view! { <li class="stack-tight"><h3>{t.name}</h3><p class="soft">{by}</p><div class="quote">{prose(&t.body)}</div>{change}</li> }
            })
            .collect_view();
        let changing = !form.get("ganti").is_empty();
        let shown = (form.get("aksi") == "contoh" && problems.is_empty()).then(|| {
            let text = filled(form.get("isi-templat"), example.as_ref(), government, &today);
            let of = example.as_ref().map_or_else(|| words.t("template-example-made"), |c| words.with("template-example-of", &[("reference", &c.reference)]));
            view! { <section class="card stack-tight" aria-labelledby="pratinjau"><h3 id="pratinjau">{words.t("template-example")}</h3><p class="soft">{of}</p>{prose(&text)}</section> }
        });
        let fields = TemplateField::ALL.iter().map(|f| view! { <li><code>{format!("{{{f}}}")}</code> " " <span class="soft">{words.t(&format!("field-{}", slug(*f)))}</span></li> }).collect_view();
        let writes = !options.is_empty();
        let write = writes.then(|| {
            let first = options.first().map(|(slug, _)| slug.clone()).unwrap_or_default();
            let chosen = if form.get("unit").is_empty() { first } else { form.get("unit").to_owned() };
            view! {
                <section class="card stack" aria-labelledby="tulis"><h2 id="tulis">{words.t(if changing { "template-change-title" } else { "template-new" })}</h2>
                    {shown}
                    <form class="stack" method="post" action="/petugas/laporan/templat" novalidate="novalidate">
                        {hidden("pemerintah", &government.slug)}{hidden("ganti", form.get("ganti"))}
                        {line_field(words, problems, "nama", words.t("template-name"), Some(words.t("template-name-hint")), "text", "off", form.get("nama"))}
                        {option_list(words, problems, "unit", words.t("template-unit"), Some(words.t("template-unit-hint")), options, &chosen)}
                        {text_area(words, problems, "isi-templat", words.t("template-body"), Some(words.t("template-body-hint")), 8, form.get("isi-templat"))}
                        <details open="open"><summary>{words.t("template-fields")}</summary><ul class="plain-list">{fields}</ul></details>
                        {line_field(words, problems, "contoh", words.t("template-try"), Some(words.t("template-try-hint")), "text", "off", form.get("contoh"))}
                        <p class="actions"><button class="button" name="aksi" value="simpan">{words.t("template-keep")}</button><button class="button quiet" name="aksi" value="contoh">{words.t("template-example-button")}</button></p>
                    </form>
                </section>
            }
        });
        view! {
            {crumbs(words, vec![("/petugas".into(), words.t("desk-title")), ("/petugas/laporan".into(), words.t("desk-cases"))], words.t("templates-title"))}
            {conflict}
            {error_summary(words, problems)}
            <h1>{words.t("templates-title")}</h1>
            <p class="lead measure">{words.t("templates-lead")}</p>
            {writes.then(|| view! { <p class="jump"><a href="#tulis">{words.t("template-new")}</a></p> })}
            <div class="two"><div class="stack"><h2>{words.t("templates-all")}</h2>{none}<ul class="list">{items}</ul></div>{write}</div>
        }
    });
    if refused.is_some() {
        *response.status_mut() = StatusCode::CONFLICT;
    }
    Ok(response)
}
