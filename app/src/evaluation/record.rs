//! `/petugas/penilaian`: every card one may see, those that wait for one first.

use axum::extract::State;
use axum::response::Response;
use domain::evaluation::{ListedCard, View, cards};
use leptos::prelude::*;
use vocabulary::evaluation::CardStage;

use super::nav::tabs;
use crate::components::empty;
use crate::dates;
use crate::error::PageError;
use crate::session::Visitor;
use crate::shell::{App, Page, Section};
use crate::words::Words;

pub async fn record(State(app): State<App>, visitor: Visitor) -> Result<Response, PageError> {
    let actor = visitor.staff()?;
    let mut conn = app.portal.db.read().await?;
    let found = cards(&mut conn, actor).await?;
    drop(conn);
    let words = visitor.words;
    let page = Page { title: words.t("record-title"), section: Section::Staff, private: true, ..Page::default() };
    Ok(visitor.page(&app, None, page, || {
        let none = found.is_empty().then(|| empty(words.t("record-empty-title"), words.t("record-empty"), None));
        let list = |view: View, title: &str| {
            let items = found.iter().filter(|(_, v)| *v == view).map(|(card, v)| item(words, card, *v)).collect::<Vec<_>>();
            (!items.is_empty()).then(|| view! { <section class="stack"><h2>{words.t(title)}</h2><ul class="list queue">{items}</ul></section> })
        };
        view! {
            <h1>{words.t("record-title")}</h1>
            {tabs(words, actor, "/petugas/penilaian")}
            <p class="measure">{words.t("record-lead")}</p>
            {none}
            {list(View::Holder, "record-own")}
            {list(View::Assessor, "record-assess")}
        }
    }))
}

/// The chip of a card: whose turn it is, or what was decided.
pub fn stage_chip(words: &'static Words, stage: CardStage, decision: Option<&str>, view: View) -> impl IntoView + use<> {
    let (class, text) = match (stage, view) {
        (CardStage::Decided, _) => (if decision == Some("reject") { "chip plain" } else { "chip ok" }, words.t(&format!("decision-{}", decision.unwrap_or_default()))),
        (CardStage::AwaitingReply, View::Holder) => ("chip wait", words.t("card-your-reply")),
        (CardStage::Replied, View::Assessor) => ("chip wait", words.t("card-your-decision")),
        (CardStage::AwaitingReply, View::Assessor) => ("chip", words.t("card-awaits-reply")),
        (CardStage::Replied, View::Holder) => ("chip", words.t("card-awaits-decision")),
    };
    view! { <span class=class>{text}</span> }
}

fn item(words: &'static Words, card: &ListedCard, view: View) -> impl IntoView + use<> {
    let detail = [
        card.reference.clone(),
        card.position_title.clone(),
        card.unit_name.clone(),
        words.t(&format!("source-{}", card.source)),
        words.with("card-event", &[("date", &dates::day(words, &card.event_on))]),
    ]
    .join(" · ");
    view! { <li><a href=format!("/petugas/penilaian/{}", card.id)><strong>{card.title.clone()}</strong></a><span class="soft">{detail}</span>{stage_chip(words, card.stage(), card.decision.as_deref(), view)}</li> }
}
