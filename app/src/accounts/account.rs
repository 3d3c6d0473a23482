//! `/akun`: one's own page: notices, sessions, signing out.

use std::collections::HashMap;

use axum::extract::{Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::accounts::{end_others, end_session, open_sessions};
use domain::feedback::own_cases;
use domain::notifications::notices;
use domain::secrets::sha256;
use leptos::prelude::*;
use uuid::Uuid;

use crate::components::{hidden, pager};
use crate::dates;
use crate::error::PageError;
use crate::form::Form;
use crate::session::{Visitor, say};
use crate::shell::{App, Page, Section};

/// How the session store names this session: by the hash of its id.
fn this_session(visitor: &Visitor) -> Vec<u8> {
    visitor.session.id().map(|id| session_hash(&id.0.to_le_bytes())).unwrap_or_default()
}

/// The name of a session in the database.
pub fn session_hash(id: &[u8]) -> Vec<u8> {
    sha256(&[b"session", id]).to_vec()
}

pub async fn show(State(app): State<App>, visitor: Visitor, Query(query): Query<HashMap<String, String>>) -> Result<Response, PageError> {
    let actor = visitor.signed_in()?;
    let after = query.get("sebelum").and_then(|a| a.split_once('_')).and_then(|(at, id)| Some((at.parse().ok()?, Uuid::try_parse(id).ok()?)));
    let mut conn = app.portal.db.read().await?;
    let sessions = open_sessions(&mut conn, actor.account, &this_session(&visitor), visitor.now).await?;
    let (notices, older) = notices(&mut conn, actor.account, after).await?;
    let own = own_cases(&app.portal, &mut conn, actor.account).await?;
    drop(conn);
    let words = visitor.words;
    let page = Page { title: words.t("account-title"), section: Section::Account, private: true, ..Page::default() };
    Ok(visitor.page(&app, None, page, || {
        let none = notices.is_empty().then(|| view! { <p class="soft">{words.t("account-no-notices")}</p> });
        let told = notices
            .into_iter()
            .map(|n| {
                let text = words.t(&format!("notice-{}", n.kind));
                view! { <li><a href=n.link><strong>{text}</strong></a><span>{n.detail}</span><span class="soft">{dates::kept_moment(words, n.created_at, 7)}</span></li> }
            })
            .collect_view();
        let pager = pager(words, after.map(|_| "/akun".to_owned()), older.map(|(at, id)| format!("/akun?sebelum={at}_{id}")));
        let own = (!own.is_empty()).then(|| {
            let items = own
                .into_iter()
                .map(|c| {
                    let title = match c.is_public {
                        true => view! { <a href=format!("/{}/laporan/{}", c.government, c.reference)><strong>{c.title}</strong></a> }.into_any(),
                        false => view! { <strong>{c.title}</strong> }.into_any(),
                    };
                    view! { <li>{title}<span class="soft">{c.reference} " · " {dates::moment_day(words, c.received_at, 7)}</span></li> }
                })
                .collect_view();
            view! { <section class="stack measure" aria-labelledby="laporan-saya"><h2 id="laporan-saya">{words.t("account-cases")}</h2><p class="soft">{words.t("account-cases-hint")}</p><ul class="list">{items}</ul></section> }
        });
        let others = sessions.len() > 1;
        let rows = sessions
            .into_iter()
            .map(|s| {
                let device = s.device.filter(|d| !d.is_empty()).unwrap_or_else(|| words.t("account-unknown-device"));
                let end = (!s.is_this_one).then(|| view! { <form method="post" action="/akun">{hidden("sesi", &s.key)}<button class="button quiet small" name="aksi" value="akhiri">{words.t("account-end")}</button></form> });
                view! { <li><strong>{device}</strong>{s.is_this_one.then(|| view! { <span class="chip ok">{words.t("account-this-one")}</span> })}<span class="soft">{words.with("account-last-used", &[("when", &dates::moment(words, s.last_used_at, 7))])}</span>{end}</li> }
            })
            .collect_view();
        view! {
            <h1>{actor.name.clone()}</h1>
            <p class="soft">{actor.email.clone()}</p>
            <section class="stack measure" aria-labelledby="kabar"><h2 id="kabar">{words.t("account-notices")}</h2>{none}<ul class="list">{told}</ul>{pager}<p><a href="/akun/kabar">{words.t("telling-list-link")}</a></p></section>
            {own}
            <section class="stack measure" aria-labelledby="sesi"><h2 id="sesi">{words.t("account-sessions")}</h2><ul class="list sessions">{rows}</ul>
                {others.then(|| view! { <form method="post" action="/akun"><button class="button quiet" name="aksi" value="akhiri-lainnya">{words.t("account-end-others")}</button></form> })}
            </section>
            <form method="post" action="/keluar"><button class="button">{words.t("sign-out")}</button></form>
        }
    }))
}

pub async fn act(State(app): State<App>, visitor: Visitor, form: Form) -> Result<Response, PageError> {
    let actor = visitor.signed_in()?;
    match form.get("aksi") {
        "akhiri" => end_session(&app.portal, actor.account, form.get("sesi")).await?,
        "akhiri-lainnya" => end_others(&app.portal, actor.account, &this_session(&visitor)).await?,
        _ => return Err(PageError::BadForm),
    }
    say(&visitor, "account-ended").await?;
    Ok(Redirect::to("/akun").into_response())
}
