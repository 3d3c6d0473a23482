//! `/petugas/direktori/{gov}/terusan`: the other governments to which reports may be sent on by Open311, kept by who
//! administers the whole government. Their key is typed once and never shown.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::directory::bulk::administered;
use domain::ids::PeerId;
use domain::open311::{Peer, change_key, end_peer, make_peer, peers};
use leptos::prelude::*;
use uuid::Uuid;
use vocabulary::Problems;
use vocabulary::open311::NewPeer;

use crate::components::{crumbs, empty, error_summary, hidden, line_field};
use crate::dates;
use crate::error::PageError;
use crate::form::Form;
use crate::session::{Visitor, say};
use crate::shell::{App, Page, Section};
use crate::words::Words;

pub async fn get(State(app): State<App>, visitor: Visitor, Path(gov): Path<String>) -> Result<Response, PageError> {
    draw(&app, &visitor, &gov, &Form::default(), Problems::default()).await
}

pub async fn post(State(app): State<App>, visitor: Visitor, Path(gov): Path<String>, form: Form) -> Result<Response, PageError> {
    let actor = visitor.staff()?;
    let mut conn = app.portal.db.read().await?;
    administered(&mut conn, actor, &gov).await?;
    drop(conn);
    match form.get("aksi") {
        "buat" => match NewPeer::parse(form.get("nama"), form.get("alamat"), form.get("yurisdiksi"), form.get("kode-layanan"), form.get("kunci-mereka")) {
            Ok(input) => {
                make_peer(&app.portal, actor, &gov, &input).await?;
                say(&visitor, "peer-made").await?;
            }
            Err(problems) => return draw(&app, &visitor, &gov, &form, problems).await,
        },
        "kunci" => {
            let id = Uuid::try_parse(form.get("yang")).map_err(|_| domain::Error::NotFound)?;
            match change_key(&app.portal, actor, &gov, PeerId(id), form.get("kunci-mereka")).await {
                Err(domain::Error::Invalid(problems)) => return draw(&app, &visitor, &gov, &form, problems).await,
                done => done?,
            }
            say(&visitor, "peer-key-changed").await?;
        }
        "akhiri" => {
            let id = Uuid::try_parse(form.get("yang")).map_err(|_| domain::Error::NotFound)?;
            end_peer(&app.portal, actor, &gov, PeerId(id)).await?;
            say(&visitor, "peer-ended").await?;
        }
        _ => return Err(PageError::BadForm),
    }
    Ok(Redirect::to(&format!("/petugas/direktori/{gov}/terusan")).into_response())
}

async fn draw(app: &App, visitor: &Visitor, gov: &str, typed: &Form, problems: Problems) -> Result<Response, PageError> {
    let actor = visitor.staff()?;
    let mut conn = app.portal.db.read().await?;
    let government = administered(&mut conn, actor, gov).await?;
    let all = peers(&mut conn, actor, gov).await?;
    drop(conn);
    let words = visitor.words;
    let page = Page { title: words.t("peers-title"), section: Section::Staff, wrong: !problems.is_empty(), private: true, ..Page::default() };
    Ok(visitor.page(app, Some(&government), page, || {
        let address = format!("/petugas/direktori/{gov}/terusan");
        let way = vec![("/petugas".into(), words.t("desk-title")), (format!("/petugas/direktori/{gov}"), words.t("directory-desk-title"))];
        let none = all.is_empty().then(|| empty(words.t("peers-none-title"), words.t("peers-none"), None));
        let offset = government.utc_offset_hours;
        let items = all.into_iter().map(|peer| item(words, &address, peer, offset)).collect_view();
        let field = |name: &'static str, hint: bool| {
            let hint = hint.then(|| words.t(&format!("peers-{name}-hint")));
            line_field(words, &problems, name, words.t(&format!("peers-{name}")), hint, "text", "off", if name == "kunci-mereka" { "" } else { typed.get(name) })
        };
        view! {
            {crumbs(words, way, words.t("peers-title"))}
            {error_summary(words, &problems)}
            <h1>{words.t("peers-title")}</h1>
            <p class="lead measure">{words.t("peers-lead")}</p>
            <div class="two">
                <section class="stack" aria-labelledby="tujuan"><h2 id="tujuan">{words.t("peers-all")}</h2>{none}<ul class="list">{items}</ul></section>
                <section class="stack" aria-labelledby="tambah">
                    <h2 id="tambah">{words.t("peers-new")}</h2>
                    <form method="post" action=address.clone() class="stack" novalidate="novalidate">
                        {hidden("aksi", "buat")}
                        {field("nama", false)}{field("alamat", true)}{field("yurisdiksi", true)}{field("kode-layanan", true)}{field("kunci-mereka", true)}
                        <p><button class="button">{words.t("peers-button")}</button></p>
                    </form>
                </section>
            </div>
        }
    }))
}

fn item(words: &'static Words, address: &str, peer: Peer, offset: i64) -> impl IntoView + use<> {
    let address = address.to_owned();
    let told = [peer.url.clone(), peer.jurisdiction_id.clone(), peer.service_code.clone()].into_iter().filter(|t| !t.is_empty()).collect::<Vec<_>>().join(" · ");
    let field = format!("kunci-{}", peer.id);
    let ending = match peer.ended_at {
        Some(at) => view! { <span class="chip plain">{words.with("open311-key-ended-on", &[("date", &dates::moment_day(words, at, offset))])}</span> }.into_any(),
        None => view! {
            <details>
                <summary aria-label=format!("{}: {}", words.t("peers-key-change"), peer.name)>{words.t("peers-key-change")}</summary>
                <form method="post" action=address.clone() class="stack-tight">
                    {hidden("aksi", "kunci")}{hidden("yang", &peer.id.to_string())}
                    <div class="field"><label for=field.clone()>{words.t("peers-kunci-mereka")}</label><input id=field.clone() name="kunci-mereka" type="text" autocomplete="off"/></div>
                    <p><button class="button quiet">{words.t("peers-key-change")}<span class="visually-hidden">" " {peer.name.clone()}</span></button></p>
                </form>
            </details>
            <details>
                <summary aria-label=format!("{}: {}", words.t("open311-key-end"), peer.name)>{words.t("open311-key-end")}</summary>
                <form method="post" action=address class="stack-tight">
                    {hidden("aksi", "akhiri")}{hidden("yang", &peer.id.to_string())}
                    <p>{words.t("peers-end-sure")}</p>
                    <p><button class="button danger">{words.t("peers-end")}<span class="visually-hidden">" " {peer.name.clone()}</span></button></p>
                </form>
            </details>
        }
        .into_any(),
    };
    view! { <li class="stack-tight"><strong>{peer.name}</strong><span class="soft">{told}</span><span class="soft">{words.n("peers-forwarded", peer.forwarded)}</span>{ending}</li> }
}
