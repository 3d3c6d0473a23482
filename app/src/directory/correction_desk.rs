//! `/petugas/direktori/{gov}/koreksi`: what residents say is wrong, for those who administer the unit; the oldest first.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::Error;
use domain::directory::corrections::{QueuedCorrection, answer, at_desk, queue};
use domain::directory::{Government, government};
use leptos::prelude::*;
use vocabulary::Problems;
use vocabulary::corrections::{CorrectionAnswer, CorrectionStatus};

use super::corrections::subject_name;
use crate::components::{Choice, choices, crumbs, empty, error_summary, prose, text_area};
use crate::dates;
use crate::error::PageError;
use crate::feedback::desk::desk_nav;
use crate::form::Form;
use crate::session::{Visitor, say};
use crate::shell::{App, Page, Section};
use crate::words::Words;

/// The way to the desk pages of a government's directory.
pub fn desk_way(words: &Words) -> Vec<(String, String)> {
    vec![("/petugas".into(), words.t("desk-title")), ("/petugas/direktori".into(), words.t("desk-directory"))]
}

pub async fn list(State(app): State<App>, visitor: Visitor, Path(gov): Path<String>) -> Result<Response, PageError> {
    let actor = visitor.staff()?;
    let mut conn = app.portal.db.read().await?;
    let waiting = queue(&mut conn, actor, &gov).await?;
    let government = government(&mut conn, &gov).await?;
    drop(conn);
    let words = visitor.words;
    let page = Page { title: words.t("corrections-desk"), section: Section::Staff, private: true, ..Page::default() };
    Ok(visitor.page(&app, Some(&government), page, || {
        let none = waiting.is_empty().then(|| empty(words.t("corrections-none-title"), words.t("corrections-none"), None));
        let items = waiting.iter().map(|c| queue_item(words, &government, c)).collect_view();
        view! {
            {crumbs(words, desk_way(words), words.t("corrections-desk"))}
            <h1>{words.t("corrections-desk")}</h1>
            {desk_nav(words, "/petugas/direktori")}
            <p class="measure">{words.t("corrections-desk-lead")}</p>
            {none}
            <ul class="list queue">{items}</ul>
        }
    }))
}

fn queue_item(words: &'static Words, government: &Government, c: &QueuedCorrection) -> impl IntoView + use<> {
    let name = subject_name(words, government, &c.subject(), &c.subject_title);
    let detail = [c.code.to_uppercase(), c.unit_name.clone(), dates::moment_day(words, c.received_at, government.utc_offset_hours)].join(" · ");
    let beginning: String = c.text.chars().take(160).collect();
    let beginning = if beginning.len() < c.text.len() { format!("{beginning} …") } else { beginning };
    view! {
        <li>
            <a href=format!("/petugas/direktori/{}/koreksi/{}", government.slug, c.code)><strong>{name}</strong></a>
            <span>{beginning}</span>
            <span class="soft">{detail}</span>
        </li>
    }
}

pub async fn show(State(app): State<App>, visitor: Visitor, Path((gov, code)): Path<(String, String)>) -> Result<Response, PageError> {
    draw(&app, &visitor, &gov, &code, &Form::default(), Problems::default()).await
}

pub async fn act(State(app): State<App>, visitor: Visitor, Path((gov, code)): Path<(String, String)>, form: Form) -> Result<Response, PageError> {
    let actor = visitor.staff()?;
    let done = match CorrectionAnswer::parse(form.get("hasil-koreksi"), form.get("jawaban")) {
        Ok(input) => {
            let link = format!("{}/{gov}/koreksi/{code}", app.settings.public_url);
            answer(&app.portal, actor, &gov, &code, &input, &link).await
        }
        Err(problems) => Err(Error::Invalid(problems)),
    };
    match done {
        Ok(()) => {
            say(&visitor, "correction-done").await?;
            Ok(Redirect::to(&format!("/petugas/direktori/{gov}/koreksi")).into_response())
        }
        Err(Error::Invalid(problems)) => draw(&app, &visitor, &gov, &code, &form, problems).await,
        Err(e) => Err(e.into()),
    }
}

async fn draw(app: &App, visitor: &Visitor, gov: &str, code: &str, form: &Form, problems: Problems) -> Result<Response, PageError> {
    let actor = visitor.staff()?;
    let mut conn = app.portal.db.read().await?;
    let correction = at_desk(&mut conn, actor, gov, code).await?;
    let government = government(&mut conn, gov).await?;
    drop(conn);
    let words = visitor.words;
    let subject = correction.subject();
    let name = subject_name(words, &government, &subject, &correction.subject_title);
    let page = Page { title: name.clone(), section: Section::Staff, wrong: !problems.is_empty(), private: true, ..Page::default() };
    Ok(visitor.page(app, Some(&government), page, || {
        let mut way = desk_way(words);
        way.push((format!("/petugas/direktori/{gov}/koreksi"), words.t("corrections-desk")));
        let detail = [correction.unit_name.clone(), dates::moment_day(words, correction.received_at, government.utc_offset_hours)].join(" · ");
        let address = format!("/{gov}/{}", subject.address());
        let below = if correction.status == CorrectionStatus::Waiting {
            answer_form(words, gov, &correction, form, &problems).into_any()
        } else {
            view! { <section class="stack"><h2>{words.t("correction-answer")}</h2><p><span class="chip plain">{words.t(&format!("correction-{}", correction.status))}</span></p>{prose(&correction.answer)}</section> }.into_any()
        };
        view! {
            {crumbs(words, way, correction.code.to_uppercase())}
            {error_summary(words, &problems)}
            <div class="measure stack">
                <h1>{name}</h1>
                <p class="soft">{detail}</p>
                <p><a href=address.trim_end_matches('/').to_owned()>{words.t("correction-see-page")}</a></p>
                <section class="stack-tight" aria-labelledby="tulisan"><h2 id="tulisan">{words.t("correction-original")}</h2><blockquote class="quote">{prose(&correction.text)}</blockquote></section>
                {below}
            </div>
        }
    }))
}

fn answer_form(words: &'static Words, gov: &str, correction: &QueuedCorrection, form: &Form, problems: &Problems) -> impl IntoView + use<> {
    let outcomes = [CorrectionStatus::Corrected, CorrectionStatus::Declined]
        .iter()
        .map(|s| Choice { value: s.to_string(), label: words.t(&format!("correction-{s}")), hint: Some(words.t(&format!("correction-{s}-hint"))) })
        .collect();
    let told = words.t(if correction.will_be_mailed { "correction-told-mail" } else { "correction-told-page" });
    view! {
        <form class="card stack" method="post" action=format!("/petugas/direktori/{gov}/koreksi/{}", correction.code) novalidate="novalidate">
            {choices(words, problems, "hasil-koreksi", words.t("correction-outcome"), outcomes, form.get("hasil-koreksi"))}
            {text_area(words, problems, "jawaban", words.t("correction-reply"), Some(words.t("correction-reply-hint")), 5, form.get("jawaban"))}
            <p class="soft">{told}</p>
            <p><button class="button">{words.t("correction-reply-button")}</button></p>
        </form>
    }
}
