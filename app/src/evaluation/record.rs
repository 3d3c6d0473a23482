//! `/petugas/penilaian`: the lists of the desk, and the cards about oneself.

use std::collections::HashMap;

use axum::extract::{Query, State};
use axum::response::Response;
use domain::directory::government;
use domain::evaluation::{COUNTED_MOST, CardDesk, Counted, Cursor, ListedCard, counts, holds, own, page};
use domain::ids::CardId;
use leptos::prelude::*;
use uuid::Uuid;
use vocabulary::evaluation::{CardStage, DeskTab};

use super::nav;
use crate::components::{empty, pager};
use crate::dates;
use crate::error::PageError;
use crate::session::Visitor;
use crate::shell::{App, Page, Section};
use crate::words::Words;

/// The tab of the cards about oneself.
const OWN: &str = "milik";

pub async fn record(State(app): State<App>, visitor: Visitor, Query(query): Query<HashMap<String, String>>) -> Result<Response, PageError> {
    let actor = visitor.civil_servant()?;
    let desks = CardDesk::of(actor);
    let asked = query.get("daftar").map(String::as_str).unwrap_or_default();
    let tab = DeskTab::parse(asked).or((!desks.is_empty() && asked != OWN).then_some(DeskTab::Ready)).filter(|_| !desks.is_empty());
    let after = query.get("sesudah").map(String::as_str);
    let mut conn = app.portal.db.read().await?;
    let counted = counts(&mut conn, &desks, visitor.now).await?;
    let (cards, next) = match tab {
        Some(tab) => {
            let listed = page(&mut conn, &desks, tab, visitor.now, after.and_then(Cursor::parse)).await?;
            (listed.cards, listed.after.map(|a| a.to_string()))
        }
        None => {
            let after = after.and_then(|a| a.split_once('_')).and_then(|(at, id)| Some((at.parse().ok()?, CardId(Uuid::try_parse(id).ok()?))));
            let (cards, after) = own(&mut conn, actor, after).await?;
            (cards, after.map(|(at, id)| format!("{at}_{id}")))
        }
    };
    let today = match desks.first().map(|d| d.government.clone()).or_else(|| actor.governments().into_iter().next()) {
        Some(slug) => government(&mut conn, &slug).await?.today(visitor.now),
        // Nobody's desk: the days are those of the cards, and late is not said.
        None => String::new(),
    };
    let held = holds::waiting(&mut conn, actor).await?;
    drop(conn);
    let looks_after = actor.governments().iter().any(|g| holds::looks_after(actor, g));
    let words = visitor.words;
    let here = Page { title: words.t("record-title"), section: Section::Staff, private: true, ..Page::default() };
    Ok(visitor.page(&app, None, here, || {
        let word = tab.map_or(OWN, DeskTab::as_str);
        let (title, text) = (format!("record-empty-{word}-title"), format!("record-empty-{word}"));
        let none = cards.is_empty().then(|| empty(words.t(&title), words.t(&text), None));
        let items = cards.iter().map(|card| item(words, card, tab, &today)).collect_view();
        let first = after.is_some().then(|| format!("/petugas/penilaian?daftar={word}"));
        let next = next.map(|after| format!("/petugas/penilaian?daftar={word}&sesudah={after}"));
        view! {
            <h1>{words.t("record-title")}</h1>
            {nav::tabs(words, actor, "/petugas/penilaian")}
            <p class="measure">{words.t("record-lead")}</p>
            {looks_after.then(|| view! { <p class="notice"><a href="/petugas/penilaian/tertahan">{words.t("holds-title")}</a>" " <span class={if held == 0 { "chip plain" } else { "chip wait" }}>{words.n("desk-waiting", held)}</span></p> })}
            {(!desks.is_empty()).then(|| tabs(words, word, counted, actor.person.is_some()))}
            {none}
            <ul class="list queue">{items}</ul>
            {pager(words, first, next)}
        }
    }))
}

fn tabs(words: &'static Words, here: &str, counted: Counted, has_own: bool) -> impl IntoView + use<> {
    let many = |n: i64| if n >= COUNTED_MOST { "99+".to_owned() } else { n.to_string() };
    let tab = |word: &'static str, count: Option<i64>| {
        let current = (word == here).then_some("page");
        view! { <a href=format!("/petugas/penilaian?daftar={word}") aria-current=current>{words.t(&format!("record-{word}"))}{count.map(|n| format!(" ({})", many(n)))}</a> }
    };
    view! {
        <nav class="tabs" aria-label=words.t("record-lists")>
            {tab("siap", Some(counted.ready))}
            {tab("menunggu", Some(counted.waiting))}
            {tab("selesai", None)}
            {has_own.then(|| tab(OWN, None))}
        </nav>
    }
}

/// The chip of a card: whose turn it is, or what was decided. `assesses` is said of the reader.
pub fn stage_chip(words: &'static Words, stage: CardStage, decision: Option<&str>, assesses: bool, ready: bool) -> impl IntoView + use<> {
    let (class, text) = match (stage, assesses) {
        (CardStage::Decided, _) => (if decision == Some("reject") { "chip plain" } else { "chip ok" }, words.t(&format!("decision-{}", decision.unwrap_or_default()))),
        (_, true) if ready => ("chip wait", words.t("card-your-decision")),
        (CardStage::AwaitingReply, false) => ("chip wait", words.t("card-your-reply")),
        (_, true) => ("chip", words.t("card-awaits-reply")),
        (CardStage::Replied, false) => ("chip", words.t("card-awaits-decision")),
    };
    view! { <span class=class>{text}</span> }
}

fn item(words: &'static Words, card: &ListedCard, tab: Option<DeskTab>, today: &str) -> impl IntoView + use<> {
    let detail = [
        card.reference.clone(),
        card.position_title.clone(),
        card.unit_name.clone(),
        words.t(&format!("source-{}", card.source)),
        words.with("card-event", &[("date", &dates::day(words, &card.event_on))]),
    ]
    .join(" · ");
    let ready = card.ready_on.as_deref().is_some_and(|day| day <= today);
    let due = match (card.stage(), tab) {
        (CardStage::Decided, _) => None,
        (CardStage::AwaitingReply, None) | (_, Some(DeskTab::Waiting)) => card.reply_due.clone(),
        _ => card.decide_due.clone().filter(|_| ready),
    };
    let late = due.as_deref().is_some_and(|day| day < today);
    let due = due.map(
        |day| view! { <span class={if late { "chip late" } else { "chip" }}>{words.with(if late { "due-was" } else { "due-is" }, &[("date", &dates::day(words, &day))])}</span> },
    );
    view! { <li class=late.then_some("late")><a href=format!("/petugas/penilaian/{}", card.id)><strong>{card.title.clone()}</strong></a><span class="soft">{detail}</span><span class="flags">{stage_chip(words, card.stage(), card.decision.as_deref(), tab.is_some(), ready)}{due}</span></li> }
}
