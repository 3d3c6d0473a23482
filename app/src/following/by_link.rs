//! `/kabar/{link}`: one's own list by the link in a letter, without signing in: changing, ending, being forgotten. Mail
//! programs post here by themselves when their "unsubscribe" is pressed (RFC 8058); opening the link changes nothing.

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::Error;
use domain::following::{self, Follower, by_link, followings, is_ours};
use leptos::prelude::*;
use std::collections::HashMap;
use vocabulary::following::{MailEnd, Telling};

use super::address_of;
use super::list::followed_list;
use crate::error::PageError;
use crate::form::Form;
use crate::limits::{Address, What};
use crate::session::Visitor;
use crate::shell::{App, Page};

async fn behind(app: &App, link: &str) -> Result<Option<Follower>, PageError> {
    let mut conn = app.portal.db.read().await?;
    match by_link(&app.portal, &mut conn, link).await {
        Ok(follower) => Ok(Some(follower)),
        Err(Error::NotFound) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// Nobody is behind the link: forgotten, or the link is not ours.
fn nobody(app: &App, visitor: &Visitor, link: &str) -> Response {
    let ours = is_ours(&app.portal, link);
    let (title, text) = if ours { ("telling-forgotten-title", "telling-forgotten") } else { ("telling-unknown-title", "telling-unknown") };
    let words = visitor.words;
    let page = Page { title: words.t(title), private: true, ..Page::default() };
    let mut response =
        visitor.page(app, None, page, || view! { <div class="measure stack"><h1>{words.t(title)}</h1><p>{words.t(text)}</p><p><a href="/">{words.t("error-home")}</a></p></div> });
    if !ours {
        *response.status_mut() = StatusCode::NOT_FOUND;
    }
    response
}

pub async fn get(State(app): State<App>, visitor: Visitor, Path(link): Path<String>, Query(query): Query<HashMap<String, String>>) -> Result<Response, PageError> {
    let Some(follower) = behind(&app, &link).await? else { return Ok(nobody(&app, &visitor, &link)) };
    let mut conn = app.portal.db.read().await?;
    let followed = followings(&mut conn, follower.id).await?;
    drop(conn);
    let said = ["baru", "tersimpan", "berhenti"].into_iter().find(|name| query.contains_key(*name));
    let words = visitor.words;
    let page = Page { title: words.t("telling-list-title"), private: true, ..Page::default() };
    Ok(visitor.page(&app, None, page, || {
        let action = address_of(&link);
        let ended = follower.mail_ended().map(|why| view! { <div class="notice wait stack-tight"><p>{words.t(&format!("telling-mail-ended-{why}"))}</p><form method="post" action=action.clone()><button class="button quiet small" name="aksi" value="lanjutkan">{words.t("telling-resume")}</button></form></div> });
        let stop = follower.mail_ended().is_none().then(|| view! { <button class="button" name="aksi" value="berhenti-semua">{words.t("telling-stop-all")}</button> });
        // An account is erased with its account, a reporter's address with the report; an address alone is forgotten here.
        let alone = follower.account_id.is_none() && !follower.is_reporter();
        let erase = alone.then(|| view! { <button class="button quiet" name="aksi" value="hapus">{words.t("telling-erase")}</button> });
        let hint = if alone { Some("telling-erase-hint") } else { follower.is_reporter().then_some("own-link-hint") }.map(|key| view! { <p class="soft">{words.t(key)}</p> });
        view! {
            <div class="measure stack">
                {said.map(|name| view! { <p class="notice ok" role="status">{words.t(&format!("telling-said-{name}"))}</p> })}
                <h1>{words.t("telling-list-title")}</h1>
                <p class="lead">{words.t(if follower.is_reporter() { "own-link-lead" } else { "telling-list-lead" })}</p>
                {ended}
                <form class="stack-tight" method="post" action=action.clone()><div class="actions">{stop}{erase}</div>{hint}</form>
                {followed_list(words, &action, followed)}
            </div>
        }
    }))
}

pub async fn post(State(app): State<App>, visitor: Visitor, Address(address): Address, Path(link): Path<String>, form: Form) -> Result<Response, PageError> {
    app.limits.check(What::Write, &address)?;
    let Some(follower) = behind(&app, &link).await? else { return Ok(nobody(&app, &visitor, &link)) };
    let back = |said: &str| Ok(Redirect::to(&format!("{}?{said}=1", address_of(&link))).into_response());
    // What a mail program posts; it follows no redirect.
    if form.get("List-Unsubscribe") == "One-Click" {
        following::stop_mail(&app.portal, follower.id, MailEnd::Owner).await?;
        return Ok(StatusCode::OK.into_response());
    }
    match form.get("aksi") {
        "berhenti-semua" => following::stop_mail(&app.portal, follower.id, MailEnd::Owner).await?,
        "lanjutkan" => {
            following::resume_mail(&app.portal, follower.id).await?;
            return back("tersimpan");
        }
        "hapus" if follower.account_id.is_none() && !follower.is_reporter() => following::erase(&app.portal, follower.id).await?,
        "berhenti" => following::unfollow(&app.portal, follower.id, form.get("yang")).await?,
        "ubah" => {
            let telling = Telling::parse(form.get("tingkat"), form.get("irama")).map_err(|_| PageError::BadForm)?;
            following::change(&app.portal, follower.id, form.get("yang"), telling).await?;
            return back("tersimpan");
        }
        _ => return Err(PageError::BadForm),
    }
    back("berhenti")
}
