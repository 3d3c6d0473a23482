//! `/petugas/direktori/{gov}/open311`: who administers the whole government makes keys for programs of others, sees what
//! they are used for, and ends them. A key is shown in the answer that makes it and never again.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::directory::Government;
use domain::directory::bulk::administered;
use domain::ids::ApiKeyId;
use domain::open311::{KeyRow, MadeKey, end_key, keys, make_key};
use leptos::prelude::*;
use uuid::Uuid;
use vocabulary::Problems;
use vocabulary::open311::NewKey;

use crate::components::{crumbs, empty, error_summary, hidden, line_field};
use crate::dates;
use crate::error::PageError;
use crate::form::Form;
use crate::session::{Visitor, say};
use crate::shell::{App, Page, Section};
use crate::words::Words;

/// What was typed into the form, and its key.
#[derive(Default)]
struct Typed {
    key: String,
    name: String,
    contact: String,
}

pub async fn get(State(app): State<App>, visitor: Visitor, Path(gov): Path<String>) -> Result<Response, PageError> {
    let typed = Typed { key: app.portal.chance.token(), ..Typed::default() };
    draw(&app, &visitor, &gov, typed, Problems::default(), None).await
}

pub async fn post(State(app): State<App>, visitor: Visitor, Path(gov): Path<String>, form: Form) -> Result<Response, PageError> {
    let actor = visitor.staff()?;
    match form.get("aksi") {
        "buat" => {
            let typed = Typed { key: form.get("kunci").to_owned(), name: form.get("program").to_owned(), contact: form.get("penanggung-jawab").to_owned() };
            // Rights first: of who may not, nothing that was typed is looked at.
            let mut conn = app.portal.db.read().await?;
            administered(&mut conn, actor, &gov).await?;
            drop(conn);
            match NewKey::parse(&typed.name, &typed.contact) {
                Ok(input) => {
                    let made = make_key(&app.portal, actor, &gov, &typed.key, &input).await?;
                    let fresh = Typed { key: app.portal.chance.token(), ..Typed::default() };
                    draw(&app, &visitor, &gov, fresh, Problems::default(), Some((made, input.name))).await
                }
                Err(problems) => draw(&app, &visitor, &gov, typed, problems, None).await,
            }
        }
        "akhiri" => {
            let id = Uuid::try_parse(form.get("yang")).map_err(|_| domain::Error::NotFound)?;
            end_key(&app.portal, actor, &gov, ApiKeyId(id)).await?;
            say(&visitor, "open311-key-ended").await?;
            Ok(Redirect::to(&format!("/petugas/direktori/{gov}/open311")).into_response())
        }
        _ => Err(PageError::BadForm),
    }
}

async fn draw(app: &App, visitor: &Visitor, gov: &str, typed: Typed, problems: Problems, made: Option<(MadeKey, String)>) -> Result<Response, PageError> {
    let actor = visitor.staff()?;
    let mut conn = app.portal.db.read().await?;
    let government = administered(&mut conn, actor, gov).await?;
    let rows = keys(&mut conn, actor, gov).await?;
    drop(conn);
    let words = visitor.words;
    let page = Page { title: words.t("open311-keys-title"), section: Section::Staff, wrong: !problems.is_empty(), private: true, ..Page::default() };
    Ok(visitor.page(app, Some(&government), page, || {
        let address = format!("/petugas/direktori/{gov}/open311");
        let shown = made.map(|(made, name)| {
            view! {
                <section class="card stack-tight" role="status" aria-labelledby="kunci-baru">
                    <h2 id="kunci-baru">{words.with("open311-key-made", &[("name", &name)])}</h2>
                    <p><code>{made.secret}</code></p>
                    <p>{words.t("open311-key-once")}</p>
                </section>
            }
        });
        let (ended, in_force): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| row.ended_at.is_some());
        let none = in_force.is_empty().then(|| empty(words.t("open311-keys-none-title"), words.t("open311-keys-none"), None));
        let live = in_force.into_iter().map(|row| live_key(words, &address, &government, row)).collect_view();
        let past = (!ended.is_empty()).then(|| {
            let items = ended.into_iter().map(|row| ended_key(words, &government, row)).collect_view();
            view! { <section class="stack" aria-labelledby="berakhir"><h2 id="berakhir">{words.t("open311-keys-ended")}</h2><ul class="list">{items}</ul></section> }
        });
        view! {
            {crumbs(words, way(words, &government), words.t("open311-keys-title"))}
            {error_summary(words, &problems)}
            <h1>{words.t("open311-keys-title")}</h1>
            <p class="lead measure">{words.t("open311-keys-lead")} " " <a href="/open311">{words.t("open311-title")}</a></p>
            {shown}
            <div class="two">
                <div class="stack-loose">
                    <section class="stack" aria-labelledby="berlaku"><h2 id="berlaku">{words.t("open311-keys-live")}</h2>{none}<ul class="list">{live}</ul></section>
                    {past}
                </div>
                <section class="stack" aria-labelledby="buat">
                    <h2 id="buat">{words.t("open311-key-new")}</h2>
                    <form method="post" action=address.clone() class="stack" novalidate="novalidate">
                        {hidden("aksi", "buat")}{hidden("kunci", &typed.key)}
                        {line_field(words, &problems, "program", words.t("open311-key-name"), Some(words.t("open311-key-name-hint")), "text", "off", &typed.name)}
                        {line_field(words, &problems, "penanggung-jawab", words.t("open311-key-contact"), Some(words.t("open311-key-contact-hint")), "text", "off", &typed.contact)}
                        <p><button class="button">{words.t("open311-key-button")}</button></p>
                    </form>
                </section>
            </div>
        }
    }))
}

fn way(words: &'static Words, government: &Government) -> Vec<(String, String)> {
    vec![("/petugas".into(), words.t("desk-title")), (format!("/petugas/direktori/{}", government.slug), words.t("directory-desk-title"))]
}

/// Who made it when, and what it was used for.
fn history(words: &'static Words, government: &Government, row: &KeyRow) -> String {
    let made = words.with("open311-key-by", &[("name", &row.made_by_name), ("date", &dates::moment_day(words, row.made_at, government.utc_offset_hours))]);
    let used = row.last_used_on.as_deref().map_or_else(|| words.t("open311-key-unused"), |day| words.with("open311-key-used", &[("date", &dates::long_day(words, day))]));
    [made, words.n("open311-key-requests", row.requests), used].join(" · ")
}

fn live_key(words: &'static Words, address: &str, government: &Government, row: KeyRow) -> impl IntoView + use<> {
    let told = history(words, government, &row);
    let label = format!("{}: {}", words.t("open311-key-end"), row.name);
    view! {
        <li class="stack-tight">
            <strong>{row.name.clone()}</strong>
            <span class="soft">{row.contact.clone()}</span>
            <span class="soft">{told}</span>
            <details>
                <summary aria-label=label>{words.t("open311-key-end")}</summary>
                <form method="post" action=address.to_owned() class="stack-tight">
                    {hidden("aksi", "akhiri")}{hidden("yang", &row.id.to_string())}
                    <p>{words.t("open311-key-end-sure")}</p>
                    <p><button class="button danger">{words.t("open311-key-end-button")}<span class="visually-hidden">" " {row.name}</span></button></p>
                </form>
            </details>
        </li>
    }
}

fn ended_key(words: &'static Words, government: &Government, row: KeyRow) -> impl IntoView + use<> {
    let told = history(words, government, &row);
    let ended = row.ended_at.map(|at| words.with("open311-key-ended-on", &[("date", &dates::moment_day(words, at, government.utc_offset_hours))]));
    view! { <li><strong>{row.name}</strong><span class="soft">{told}</span><span class="chip plain">{ended}</span></li> }
}
