//! `/petugas/gagasan/{code}/tandai`: telling the moderators of an idea or a comment.

use std::collections::HashMap;

use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::moderation::{Subject, flag};
use domain::{Error, ideas};
use leptos::prelude::*;
use vocabulary::Problems;
use vocabulary::moderation::{HideReason, ReasonInput};

use crate::components::{Choice, choices, crumbs, error_summary, hidden, prose, text_area};
use crate::error::PageError;
use crate::form::Form;
use crate::session::{Visitor, say};
use crate::shell::{App, Page, Section};

/// What is flagged: government, subject and words; only what the reader can see.
async fn subject(app: &App, visitor: &Visitor, code: &str, comment: &str) -> Result<(String, Subject, String), PageError> {
    let mut conn = app.portal.db.read().await?;
    let idea = ideas::show(&mut conn, visitor.staff()?, code).await?;
    if comment.is_empty() {
        return if idea.hidden_reason.is_some() { Err(Error::NotFound.into()) } else { Ok((idea.government, Subject::Idea(idea.id), idea.title)) };
    }
    let found = idea.comments.into_iter().find(|c| c.id.to_string() == comment && c.hidden_reason.is_none()).ok_or(Error::NotFound)?;
    Ok((idea.government, Subject::Comment(found.id), found.text))
}

pub async fn get(State(app): State<App>, visitor: Visitor, Path(code): Path<String>, Query(query): Query<HashMap<String, String>>) -> Result<Response, PageError> {
    let comment = query.get("komentar").cloned().unwrap_or_default();
    draw(&app, &visitor, &code, &comment, &Form::default(), Problems::default()).await
}

pub async fn post(State(app): State<App>, visitor: Visitor, Path(code): Path<String>, form: Form) -> Result<Response, PageError> {
    let actor = visitor.staff()?;
    let comment = form.get("komentar").to_owned();
    let (government, subject, _) = subject(&app, &visitor, &code, &comment).await?;
    match ReasonInput::parse(form.get("alasan"), form.get("catatan"), 0) {
        Ok(input) => {
            flag(&app.portal, actor.account, &government, subject, &input).await?;
            say(&visitor, "flag-done").await?;
            Ok(Redirect::to(&format!("/petugas/gagasan/{code}")).into_response())
        }
        Err(problems) => draw(&app, &visitor, &code, &comment, &form, problems).await,
    }
}

async fn draw(app: &App, visitor: &Visitor, code: &str, comment: &str, form: &Form, problems: Problems) -> Result<Response, PageError> {
    let (_, _, text) = subject(app, visitor, code, comment).await?;
    let words = visitor.words;
    let page = Page { title: words.t("flag-title"), section: Section::Staff, wrong: !problems.is_empty(), private: true, ..Page::default() };
    Ok(visitor.page(app, None, page, || {
        let address = format!("/petugas/gagasan/{code}");
        let reasons = HideReason::ALL.iter().map(|r| Choice::plain(r.as_str(), words.t(&format!("hide-{r}")))).collect();
        view! {
            {crumbs(words, vec![("/petugas/gagasan".into(), words.t("ideas-title")), (address.clone(), code.to_uppercase())], words.t("flag-title"))}
            <div class="measure stack">
                {error_summary(words, &problems)}
                <h1>{words.t("flag-title")}</h1>
                <blockquote class="quote">{prose(&text)}</blockquote>
                <p class="soft">{words.t("flag-lead")}</p>
                <form class="stack" method="post" action=format!("{address}/tandai") novalidate="novalidate">
                    {hidden("komentar", comment)}
                    {choices(words, &problems, "alasan", words.t("flag-reason"), reasons, form.get("alasan"))}
                    {text_area(words, &problems, "catatan", words.t("flag-note"), None, 3, form.get("catatan"))}
                    <p><button class="button">{words.t("flag-button")}</button></p>
                </form>
            </div>
        }
    }))
}
