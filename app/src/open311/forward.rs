//! `/petugas/laporan/{ref}/terusan`: a verifier sends a redirected report on to another government by Open311, in words
//! that may leave, and reads what became of it there; and the same news for the reporter's page.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::Error;
use domain::db::Conn;
use domain::directory::government;
use domain::feedback::{TrackedCase, staff_case};
use domain::ids::PeerId;
use domain::open311::{Forwarded, Told, forward, forward_again, forwarded, forwarded_for_reporter, peers_to_send_to};
use leptos::prelude::*;
use uuid::Uuid;
use vocabulary::Problems;
use vocabulary::feedback::{Kind, Protection, Status};
use vocabulary::personal::masked;

use crate::components::{crumbs, error_summary, hidden, option_list, prose, text_area};
use crate::dates;
use crate::error::PageError;
use crate::form::Form;
use crate::session::{Visitor, say};
use crate::shell::{App, Page, Section};
use crate::words::Words;

pub async fn get(State(app): State<App>, visitor: Visitor, Path(reference): Path<String>) -> Result<Response, PageError> {
    draw(&app, &visitor, &reference, None, Problems::default()).await
}

pub async fn post(State(app): State<App>, visitor: Visitor, Path(reference): Path<String>, form: Form) -> Result<Response, PageError> {
    let actor = visitor.staff()?;
    if form.get("aksi") == "lagi" {
        forward_again(&app.portal, actor, &reference).await?;
        say(&visitor, "forward-asked").await?;
        return Ok(Redirect::to(&format!("/petugas/laporan/{reference}/terusan")).into_response());
    }
    let to = Uuid::try_parse(form.get("tujuan")).unwrap_or_default();
    match forward(&app.portal, actor, &reference, PeerId(to), form.get("naskah")).await {
        Ok(()) => {
            say(&visitor, "forward-asked").await?;
            Ok(Redirect::to(&format!("/petugas/laporan/{reference}/terusan")).into_response())
        }
        Err(Error::Invalid(problems)) => draw(&app, &visitor, &reference, Some(&form), problems).await,
        Err(e) => Err(e.into()),
    }
}

async fn draw(app: &App, visitor: &Visitor, reference: &str, typed: Option<&Form>, problems: Problems) -> Result<Response, PageError> {
    let actor = visitor.staff()?;
    let mut conn = app.portal.db.read().await?;
    let (case, _) = staff_case(&mut conn, actor, reference).await?;
    let government = government(&mut conn, &case.government).await?;
    // Whoever works on the case reads what became of it; only verifiers send.
    let peers = match peers_to_send_to(&mut conn, actor, &case.government).await {
        Err(Error::NotFound) => Vec::new(),
        other => other?,
    };
    let sent = forwarded(&mut conn, actor, reference).await?;
    drop(conn);
    let may_leave = case.protection != Protection::Confidential && case.kind != Kind::Misconduct;
    let words = visitor.words;
    let page = Page { title: words.t("forward-title"), section: Section::Staff, wrong: !problems.is_empty(), private: true, ..Page::default() };
    Ok(visitor.page(app, Some(&government), page, || {
        let way = vec![("/petugas".into(), words.t("desk-title")), (format!("/petugas/laporan/{reference}"), reference.to_owned())];
        // Only verifiers have somewhere to send to.
        let again = sent.as_ref().filter(|(sent, _)| sent.state == "failed" && !peers.is_empty()).map(|_| {
            view! {
                <form method="post" action=format!("/petugas/laporan/{reference}/terusan") class="stack-tight measure">
                    {hidden("aksi", "lagi")}
                    <p class="soft">{words.t("forward-again-hint")}</p>
                    <p><button class="button quiet">{words.t("forward-again")}</button></p>
                </form>
            }
        });
        let body = match sent {
            Some((sent, told)) => view! { {news(words, &sent, told, government.utc_offset_hours)}{again}<h2>{words.t("forward-text")}</h2>{prose(&sent.text)} }.into_any(),
            None if !may_leave => view! { <p class="notice late">{words.t("forward-protected")}</p> }.into_any(),
            None if case.status != Status::Redirected => view! { <p class="notice">{words.t("forward-not-yet")}</p> }.into_any(),
            None if peers.is_empty() => view! { <p class="notice">{words.t("forward-no-peer")}</p> }.into_any(),
            None => {
                let options = peers.iter().map(|p| (p.id.to_string(), p.name.clone())).collect();
                let proposed = masked(&case.text);
                let text = typed.map_or(proposed, |form| form.get("naskah").to_owned());
                view! {
                    <form method="post" action=format!("/petugas/laporan/{reference}/terusan") class="stack measure" novalidate="novalidate">
                        {option_list(words, &problems, "tujuan", words.t("forward-to"), None, options, typed.map_or("", |form| form.get("tujuan")))}
                        {text_area(words, &problems, "naskah", words.t("forward-text"), Some(words.t("forward-text-hint")), 10, &text)}
                        <p class="actions"><button class="button">{words.t("forward-button")}</button><a href=format!("/petugas/laporan/{reference}")>{words.t("change-cancel")}</a></p>
                    </form>
                }
                .into_any()
            }
        };
        view! {
            {crumbs(words, way, words.t("forward-title"))}
            {error_summary(words, &problems)}
            <h1>{words.t("forward-title")}</h1>
            <p class="lead measure">{words.t("forward-lead")}</p>
            {body}
        }
    }))
}

/// Where it went, how it stands there, and what they said.
fn news(words: &'static Words, sent: &Forwarded, told: Vec<Told>, offset: i64) -> impl IntoView + use<> {
    let state = match sent.state.as_str() {
        "waiting" => words.with("forward-waiting", &[("name", &sent.peer_name)]),
        "failed" => words.with("forward-failed", &[("name", &sent.peer_name), ("why", &words.t(&format!("forward-trouble-{}", sent.trouble.as_deref().unwrap_or("trouble"))))]),
        _ => words.with("forward-sent", &[("name", &sent.peer_name), ("date", &sent.sent_at.map(|at| dates::moment_day(words, at, offset)).unwrap_or_default())]),
    };
    let number = sent.remote_id.as_ref().map(|id| view! { <p>{words.with("forward-number", &[("number", id)])}</p> });
    let items = told
        .into_iter()
        .map(|t| {
            let note = (!t.note.is_empty()).then(|| prose(&t.note));
            view! { <li><span class="soft">{dates::moment_day(words, t.at, offset)}</span><p><strong>{words.t(&format!("forward-state-{}", t.remote_status))}</strong></p>{note}</li> }
        })
        .collect::<Vec<_>>();
    let list = (!items.is_empty()).then(|| view! { <ul class="list">{items}</ul> });
    view! { <p class="notice">{state}</p>{number}{list} }
}

/// What the reporter reads of it; none where it was not sent on.
///
/// # Errors
/// The database's.
pub async fn for_reporter(words: &'static Words, conn: &mut Conn, case: &TrackedCase) -> Result<Option<AnyView>, PageError> {
    let found = forwarded_for_reporter(conn, case.id).await?;
    Ok(found.filter(|(sent, _)| sent.state != "failed").map(|(sent, told)| {
        view! { <section class="card stack-tight" aria-labelledby="diteruskan"><h2 id="diteruskan">{words.t("forward-track-title")}</h2>{news(words, &sent, told, case.utc_offset_hours)}</section> }.into_any()
    }))
}
