//! `/petugas/gagasan`: what colleagues proposed, the newest first; above it what waits for one's own answer.

use std::collections::HashMap;

use axum::extract::{Query, State};
use axum::response::Response;
use domain::Error;
use domain::directory::government;
use domain::ideas::{Cursor, ListedIdea, list, waiting};
use leptos::prelude::*;
use uuid::Uuid;
use vocabulary::ideas::{CommitmentStage, IdeaStage};

use crate::components::{empty, pager};
use crate::dates;
use crate::error::PageError;
use crate::feedback::desk::desk_nav;
use crate::session::Visitor;
use crate::shell::{App, Page, Section};
use crate::words::Words;

/// The government whose ideas are meant: the one asked for, else the first the actor works for.
pub(super) fn chosen(visitor: &Visitor, asked: &str) -> Result<String, PageError> {
    let actor = visitor.staff()?;
    let governments = actor.governments();
    let found = if asked.is_empty() { governments.into_iter().next() } else { governments.into_iter().find(|g| g == asked) };
    found.ok_or_else(|| Error::NotFound.into())
}

pub async fn ideas(State(app): State<App>, visitor: Visitor, Query(query): Query<HashMap<String, String>>) -> Result<Response, PageError> {
    let actor = visitor.staff()?;
    let asked = |name: &str| query.get(name).map(String::as_str).unwrap_or_default();
    let gov = chosen(&visitor, asked("pemda"))?;
    let after = asked("sesudah").split_once('-').and_then(|(at, id)| Some(Cursor { at: at.parse().ok()?, id: Uuid::try_parse(id).ok()? }));
    let first_page = after.is_none();
    let mut conn = app.portal.db.read().await?;
    let government = government(&mut conn, &gov).await?;
    let today = government.today(visitor.now);
    let mine = if first_page { waiting(&mut conn, actor, &gov, &today).await? } else { Vec::new() };
    let found = list(&mut conn, actor, &gov, after).await?;
    drop(conn);
    let words = visitor.words;
    let places = actor.governments();
    let page = Page { title: words.t("ideas-title"), section: Section::Staff, private: true, ..Page::default() };
    Ok(visitor.page(&app, None, page, || {
        let address = format!("/petugas/gagasan?pemda={gov}");
        let tabs = (places.len() > 1).then(|| {
            let tabs = places.iter().map(|g| view! { <a href=format!("/petugas/gagasan?pemda={g}") aria-current=(*g == gov).then_some("page")>{g.clone()}</a> }).collect_view();
            view! { <nav class="tabs" aria-label=words.t("ideas-government")>{tabs}</nav> }
        });
        let offset = government.utc_offset_hours;
        let rows = |ideas: &[ListedIdea]| ideas.iter().map(|idea| item(words, idea, &today, offset)).collect_view();
        let waits = (!mine.is_empty()).then(
            || view! { <section class="stack" aria-labelledby="menunggu"><h2 id="menunggu">{words.t("ideas-waiting")}</h2><ul class="list queue">{rows(&mine)}</ul></section> },
        );
        let none = found.ideas.is_empty().then(|| empty(words.t("ideas-empty-title"), words.t("ideas-empty"), None));
        let next = found.after.map(|c| format!("{address}&sesudah={}-{}", c.at, c.id));
        view! {
            <h1>{words.t("ideas-title")}</h1>
            {desk_nav(words, "/petugas/gagasan")}
            <p class="measure">{words.t("ideas-lead")}</p>
            {tabs}
            <p><a class="button" href=format!("/petugas/gagasan/baru?pemda={gov}")>{words.t("ideas-propose")}</a></p>
            {waits}
            <section class="stack" aria-labelledby="semua">
                <h2 id="semua">{words.t("ideas-all")}</h2>
                {none}
                <ul class="list queue">{rows(&found.ideas)}</ul>
                {pager(words, (!first_page).then_some(address), next)}
            </section>
        }
    }))
}

/// Where an idea stands; of an accepted one, where its commitment stands.
pub(super) fn stage_chip(words: &'static Words, stage: IdeaStage, commitment: Option<CommitmentStage>) -> impl IntoView + use<> {
    if let Some(commitment) = commitment {
        return commitment_chip(words, commitment).into_any();
    }
    let class = match stage {
        IdeaStage::Open => "chip wait",
        IdeaStage::Late => "chip late",
        IdeaStage::Accepted => "chip ok",
        IdeaStage::Declined => "chip plain",
    };
    view! { <span class=class>{words.t(&format!("idea-stage-{stage}"))}</span> }.into_any()
}

pub(super) fn commitment_chip(words: &'static Words, stage: CommitmentStage) -> impl IntoView + use<> {
    let class = match stage {
        CommitmentStage::Running => "chip wait",
        CommitmentStage::Late => "chip late",
        CommitmentStage::Done | CommitmentStage::DoneLate => "chip ok",
        CommitmentStage::Dropped => "chip plain",
    };
    view! { <span class=class>{words.t(&format!("commitment-stage-{stage}"))}</span> }
}

fn item(words: &'static Words, idea: &ListedIdea, today: &str, offset: i64) -> impl IntoView + use<> {
    let stage = idea.stage(today);
    let due = matches!(stage, IdeaStage::Open | IdeaStage::Late).then(|| words.with("idea-answer-due", &[("date", &dates::day(words, &idea.answer_due))]));
    let detail = [
        Some(idea.unit_name.clone()),
        Some(idea.author_name.clone()),
        Some(dates::moment_day(words, idea.proposed_at, offset)),
        Some(words.n("forum-supports", idea.supports)),
        Some(words.n("idea-comments", idea.comments)),
        due,
    ]
    .into_iter()
    .flatten()
    .collect::<Vec<_>>()
    .join(" · ");
    view! {
        <li class=(stage == IdeaStage::Late).then_some("late")>
            <a href=format!("/petugas/gagasan/{}", idea.code)><strong>{idea.title.clone()}</strong></a>
            <span class="soft">{detail}</span>
            {stage_chip(words, stage, idea.commitment(today))}
        </li>
    }
}
