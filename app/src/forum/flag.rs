//! `/{gov}/forum/topik/{code}/tandai`: telling the moderators of a text.

use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::directory::government;
use domain::moderation::{Subject, flag};
use domain::{Error, forum};
use leptos::prelude::*;
use std::collections::HashMap;
use vocabulary::Problems;
use vocabulary::moderation::{HideReason, ReasonInput};

use crate::components::{Choice, choices, crumbs, error_summary, hidden, prose, text_area};
use crate::error::PageError;
use crate::form::Form;
use crate::limits::{Address, What};
use crate::session::{Visitor, say};
use crate::shell::{App, Page, Section};

pub async fn get(State(app): State<App>, visitor: Visitor, Path((gov, code)): Path<(String, String)>, Query(query): Query<HashMap<String, String>>) -> Result<Response, PageError> {
    visitor.signed_in()?;
    let reply = query.get("balasan").cloned().unwrap_or_default();
    draw(&app, &visitor, &gov, &code, &reply, &Form::default(), Problems::default()).await
}

/// What is flagged, with its words; only what can be seen in this topic.
async fn subject(app: &App, gov: &str, code: &str, reply: &str) -> Result<(Subject, String), PageError> {
    let mut conn = app.portal.db.read().await?;
    let (topic, replies) = forum::show(&mut conn, gov, code, None).await?;
    if reply.is_empty() {
        return Ok((Subject::Topic(topic.id), topic.title));
    }
    let found = replies.into_iter().find(|r| r.id.to_string() == reply && r.hidden_reason.is_none()).ok_or(Error::NotFound)?;
    Ok((Subject::Reply(found.id), found.text))
}

pub async fn post(State(app): State<App>, visitor: Visitor, Address(address): Address, Path((gov, code)): Path<(String, String)>, form: Form) -> Result<Response, PageError> {
    let actor = visitor.signed_in()?;
    app.limits.check(What::Write, &address)?;
    let reply = form.get("balasan").to_owned();
    let (subject, _) = subject(&app, &gov, &code, &reply).await?;
    match ReasonInput::parse(form.get("alasan"), form.get("catatan"), 0) {
        Ok(input) => {
            flag(&app.portal, actor.account, &gov, subject, &input).await?;
            say(&visitor, "flag-done").await?;
            Ok(Redirect::to(&format!("/{gov}/forum/topik/{code}")).into_response())
        }
        Err(problems) => draw(&app, &visitor, &gov, &code, &reply, &form, problems).await,
    }
}

async fn draw(app: &App, visitor: &Visitor, gov: &str, code: &str, reply: &str, form: &Form, problems: Problems) -> Result<Response, PageError> {
    let (_, text) = subject(app, gov, code, reply).await?;
    let mut conn = app.portal.db.read().await?;
    let government = government(&mut conn, gov).await?;
    drop(conn);
    let words = visitor.words;
    let page = Page { title: words.t("flag-title"), section: Section::Forum, wrong: !problems.is_empty(), private: true, ..Page::default() };
    Ok(visitor.page(app, Some(&government), page, || {
        let address = format!("/{gov}/forum/topik/{code}");
        let reasons = HideReason::ALL.iter().map(|r| Choice::plain(r.as_str(), words.t(&format!("hide-{r}")))).collect();
        view! {
            {crumbs(words, vec![(format!("/{gov}/forum"), words.t("forum-title")), (address.clone(), words.t("flag-topic"))], words.t("flag-title"))}
            <div class="measure stack">
                {error_summary(words, &problems)}
                <h1>{words.t("flag-title")}</h1>
                <blockquote class="quote">{prose(&text)}</blockquote>
                <p class="soft">{words.t("flag-lead")}</p>
                <form class="stack" method="post" action=format!("{address}/tandai") novalidate="novalidate">
                    {hidden("balasan", reply)}
                    {choices(words, &problems, "alasan", words.t("flag-reason"), reasons, form.get("alasan"))}
                    {text_area(words, &problems, "catatan", words.t("flag-note"), None, 3, form.get("catatan"))}
                    <p><button class="button">{words.t("flag-button")}</button></p>
                </form>
            </div>
        }
    }))
}
