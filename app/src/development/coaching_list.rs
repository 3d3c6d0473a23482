//! `/petugas/pembinaan`: the coachings one has to do with, and whom one may open one for.

use std::collections::HashMap;

use axum::extract::{Query, State};
use domain::development::coaching::{ListedCoaching, assessed, coachings};
use leptos::prelude::*;
use vocabulary::development::CoachingStage;
use vocabulary::evaluation::Standing;

use super::{Answer, development_nav, place};
use crate::components::empty;
use crate::dates;
use crate::feedback::desk::desk_nav;
use crate::session::Visitor;
use crate::shell::{App, Page, Section};
use crate::words::Words;

pub async fn get(State(app): State<App>, visitor: Visitor, Query(query): Query<HashMap<String, String>>) -> Answer {
    let actor = visitor.staff()?;
    let government = place(&app, &visitor, query.get("pemda").map(String::as_str).unwrap_or_default()).await?;
    let today = government.today(visitor.now);
    let mut conn = app.portal.db.read().await?;
    let found = coachings(&mut conn, actor, &government.slug, &today).await?;
    let people = assessed(&mut conn, actor, &government.slug, &today).await?;
    drop(conn);
    let words = visitor.words;
    let page = Page { title: words.t("coaching-title"), section: Section::Staff, private: true, ..Page::default() };
    Ok(visitor.page(&app, None, page, || {
        let none = found.is_empty().then(|| empty(words.t("coaching-empty-title"), words.t("coaching-empty"), None));
        let part = |standing: Standing| {
            let items = found.iter().filter(|(_, s)| *s == standing).map(|(c, s)| item(words, c, *s, &today)).collect::<Vec<_>>();
            (!items.is_empty()).then(|| view! { <section class="stack"><h2>{words.t(&format!("coaching-as-{standing}"))}</h2><ul class="list queue">{items}</ul></section> })
        };
        let names = people
            .iter()
            .map(|h| view! { <li><a href=format!("/petugas/pembinaan/baru?pegawai={}", h.tenure_id)>{h.name.clone()}</a> <span class="soft">{format!("{} · {}", h.position_title, h.unit_name)}</span></li> })
            .collect::<Vec<_>>();
        let open = (!names.is_empty()).then(|| view! { <section class="stack"><h2>{words.t("coaching-open")}</h2><p class="soft measure">{words.t("coaching-open-lead")}</p><details><summary>{words.n("coaching-assessed", names.len() as i64)}</summary><ul class="list">{names}</ul></details></section> });
        view! {
            <h1>{words.t("coaching-title")}</h1>
            {desk_nav(words, "/petugas/pembinaan")}
            {development_nav(words, actor, "/petugas/pembinaan")}
            <p class="measure">{words.t("coaching-lead")}</p>
            {none}
            {part(Standing::Subject)}
            {part(Standing::Assessor)}
            {part(Standing::Superior)}
            {part(Standing::Team)}
            {open}
        }
    }))
}

pub(super) fn stage_chip(words: &'static Words, stage: CoachingStage, outcome: Option<&str>) -> impl IntoView + use<> {
    let (class, key) = match (stage, outcome) {
        (CoachingStage::Closed, Some("membaik")) => ("chip ok", "coaching-outcome-membaik".to_owned()),
        (CoachingStage::Closed, outcome) => ("chip plain", format!("coaching-outcome-{}", outcome.unwrap_or_default())),
        _ => ("chip wait", format!("coaching-stage-{stage}")),
    };
    view! { <span class=class>{words.t(&key)}</span> }
}

fn item(words: &'static Words, coaching: &ListedCoaching, standing: Standing, today: &str) -> impl IntoView + use<> {
    let who = if standing == Standing::Subject || coaching.name.is_empty() { coaching.position_title.clone() } else { coaching.name.clone() };
    let check = coaching.next_check();
    let late = check.is_some_and(|day| day < today);
    let detail = [
        (who != coaching.position_title).then(|| coaching.position_title.clone()),
        Some(coaching.unit_name.clone()),
        check.map(|day| words.with(if late { "coaching-check-was" } else { "coaching-check-on" }, &[("date", &dates::day(words, day))])),
    ]
    .into_iter()
    .flatten()
    .collect::<Vec<_>>()
    .join(" · ");
    view! { <li class=late.then_some("late")><a href=format!("/petugas/pembinaan/{}", coaching.id)><strong>{who}</strong></a><span class="soft">{detail}</span>{stage_chip(words, coaching.stage(), coaching.outcome.as_deref())}</li> }
}
