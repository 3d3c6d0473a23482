//! `/petugas/penilaian/{id}`: one card: what was said, the unit's answer, the holder's reply, the assessor's decision.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::Error;
use domain::directory::government;
use domain::evaluation::{Card, View, card, decide, reply};
use domain::ids::CardId;
use leptos::prelude::*;
use uuid::Uuid;
use vocabulary::Problems;
use vocabulary::evaluation::{CardStage, Decision, DecisionInput, reply as parse_reply};

use super::record::stage_chip;
use crate::components::{Choice, choices, crumbs, error_summary, prose, text_area};
use crate::dates;
use crate::error::PageError;
use crate::form::Form;
use crate::session::{Visitor, say};
use crate::shell::{App, Page, Section};
use crate::words::Words;

fn id(text: &str) -> Result<CardId, PageError> {
    Uuid::try_parse(text).map(CardId).map_err(|_| Error::NotFound.into())
}

pub async fn show(State(app): State<App>, visitor: Visitor, Path(key): Path<String>) -> Result<Response, PageError> {
    draw(&app, &visitor, id(&key)?, &Form::default(), Problems::default()).await
}

pub async fn act(State(app): State<App>, visitor: Visitor, Path(key): Path<String>, form: Form) -> Result<Response, PageError> {
    let actor = visitor.staff()?;
    let id = id(&key)?;
    let done = match form.get("aksi") {
        "balas" => match parse_reply(form.get("balasan")) {
            Ok(text) => reply(&app.portal, actor, id, &text).await,
            Err(problems) => Err(Error::Invalid(problems)),
        },
        "putuskan" => match DecisionInput::parse(form.get("keputusan"), form.get("alasan")) {
            Ok(input) => decide(&app.portal, actor, id, &input).await,
            Err(problems) => Err(Error::Invalid(problems)),
        },
        _ => return Err(PageError::BadForm),
    };
    match done {
        Ok(()) => {
            say(&visitor, "desk-done").await?;
            Ok(Redirect::to(&format!("/petugas/penilaian/{key}")).into_response())
        }
        Err(Error::Invalid(problems)) => draw(&app, &visitor, id, &form, problems).await,
        Err(e) => Err(e.into()),
    }
}

async fn draw(app: &App, visitor: &Visitor, id: CardId, form: &Form, problems: Problems) -> Result<Response, PageError> {
    let actor = visitor.staff()?;
    let mut conn = app.portal.db.read().await?;
    let (card, view) = card(&mut conn, actor, id).await?;
    let government = government(&mut conn, &card.government).await?;
    drop(conn);
    let words = visitor.words;
    let today = government.today(visitor.now);
    let page = Page { title: card.title.clone(), section: Section::Staff, wrong: !problems.is_empty(), private: true, ..Page::default() };
    Ok(visitor.page(app, None, page, || {
        let stage = card.stage();
        let element = card.element.clone().map(|e| view! { <div><dt>{words.t("card-element")}</dt><dd>{words.t(&format!("element-{e}"))}</dd></div> });
        let standard = card.completion_time.clone().zip(card.standard_from.clone()).map(|(time, from)| {
            let service = card.service_name.clone().unwrap_or_default();
            view! { <div class="card stack-tight"><h2>{words.t("card-standard")}</h2><p>{service} ": " {time}</p><p class="soft">{words.with("card-standard-from", &[("date", &dates::day(words, &from))])}</p></div> }
        });
        let case = card.is_public.then(|| view! { <p><a href=format!("/{}/laporan/{}", card.government, card.reference)>{card.reference.clone()}</a></p> });
        let due = words.with(if card.reply_due < today { "due-was" } else { "due-is" }, &[("date", &dates::long_day(words, &card.reply_due))]);
        let holder = card.holder_name.clone().unwrap_or_else(|| words.t("card-vacant"));
        let offset = government.utc_offset_hours;
        view! {
            {crumbs(words, vec![("/petugas".into(), words.t("desk-title")), ("/petugas/penilaian".into(), words.t("record-title"))], card.reference.clone())}
            {error_summary(words, &problems)}
            <div class="two">
                <article class="stack">
                    <h1>{words.with("card-title", &[("title", &card.title)])}</h1>
                    <p class="actions">{stage_chip(words, stage, card.decision.as_deref(), view)}{(stage == CardStage::AwaitingReply).then(|| view! { <span class="soft">{due}</span> })}</p>
                    <dl class="facts">
                        <div><dt>{words.t("card-source")}</dt><dd>{words.t(&format!("source-{}", card.source))}</dd></div>
                        {element}
                        <div><dt>{words.t("card-position")}</dt><dd>{card.position_title.clone()}</dd></div>
                        <div><dt>{words.t("card-holder")}</dt><dd>{holder}</dd></div>
                        <div><dt>{words.t("card-event-on")}</dt><dd>{dates::day(words, &card.event_on)}</dd></div>
                    </dl>
                    <section class="stack-tight"><h2>{words.t("card-said")}</h2><div class="quote">{prose(&card.public_text)}</div></section>
                    <section class="stack-tight"><h2>{words.t("card-answer")}</h2><div class="quote">{prose(&card.answer)}</div></section>
                    {reply_part(words, &card, view, form, &problems, offset)}
                    {decision_part(words, &card, view, form, &problems, offset, card.reply_due >= today)}
                </article>
                <aside class="stack">
                    {standard}
                    <div class="card stack-tight"><h2>{words.t("card-no-score-title")}</h2><p class="soft">{words.t("card-no-score")}</p></div>
                    {case}
                </aside>
            </div>
        }
    }))
}

fn reply_part(words: &'static Words, card: &Card, view: View, form: &Form, problems: &Problems, offset: i64) -> impl IntoView + use<> {
    let body = match (&card.reply, view) {
        (Some(text), _) => {
            let when = card.replied_at.map(|at| dates::moment(words, at, offset)).unwrap_or_default();
            view! { <div class="promise">{prose(text)}</div><p class="soft">{words.with("card-replied", &[("when", &when)])}</p> }.into_any()
        }
        (None, View::Holder) if card.decided_at.is_none() => view! {
            <form class="stack" method="post" action=format!("/petugas/penilaian/{}", card.id) novalidate="novalidate">
                {text_area(words, problems, "balasan", words.t("card-reply"), Some(words.t("card-reply-hint")), 5, form.get("balasan"))}
                <p><button class="button" name="aksi" value="balas">{words.t("card-reply-button")}</button></p>
            </form>
        }
        .into_any(),
        (None, _) => view! { <p class="soft">{words.t("card-no-reply")}</p> }.into_any(),
    };
    view! { <section class="stack-tight"><h2>{words.t("card-reply-title")}</h2>{body}</section> }
}

fn decision_part(words: &'static Words, card: &Card, view: View, form: &Form, problems: &Problems, offset: i64, still_waiting: bool) -> impl IntoView + use<> {
    let body = match (&card.decision, view) {
        (Some(decision), _) => {
            let when = card.decided_at.map(|at| dates::moment(words, at, offset)).unwrap_or_default();
            view! { <p><strong>{words.t(&format!("decision-{decision}"))}</strong></p>{prose(card.reason.as_deref().unwrap_or_default())}<p class="soft">{when}</p> }.into_any()
        }
        (None, View::Assessor) if card.reply.is_some() || card.person_id.is_none() || !still_waiting => {
            let decisions = Decision::ALL
                .iter()
                .map(|d| Choice { value: d.to_string(), label: words.t(&format!("decision-{d}")), hint: Some(words.t(&format!("decision-{d}-hint"))) })
                .collect();
            view! {
                <form class="stack" method="post" action=format!("/petugas/penilaian/{}", card.id) novalidate="novalidate">
                    {choices(words, problems, "keputusan", words.t("card-decision"), decisions, form.get("keputusan"))}
                    {text_area(words, problems, "alasan", words.t("card-reason"), Some(words.t("card-reason-hint")), 4, form.get("alasan"))}
                    <p><button class="button" name="aksi" value="putuskan">{words.t("card-decide-button")}</button></p>
                </form>
            }
            .into_any()
        }
        _ => view! { <p class="soft">{words.t("card-not-decided")}</p> }.into_any(),
    };
    view! { <section class="stack-tight"><h2>{words.t("card-decision-title")}</h2>{body}</section> }
}
