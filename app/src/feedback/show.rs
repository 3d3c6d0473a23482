//! `/{gov}/laporan/{ref}`: one published case with its journey.

use axum::extract::{Path, State};
use axum::response::Response;
use domain::directory::government;
use domain::feedback::{PublicCase, may_go_on, show, steps};
use domain::ledger::of_subject;
use domain::secrets::hex;
use leptos::prelude::*;
use vocabulary::feedback::Status;

use crate::components::{case_chip, crumbs, deadline, prose, timeline};
use crate::dates;
use crate::error::PageError;
use crate::session::Visitor;
use crate::shell::{App, Page, Section};
use crate::words::Words;

pub async fn case(State(app): State<App>, visitor: Visitor, Path((gov, reference)): Path<(String, String)>) -> Result<Response, PageError> {
    let mut conn = app.portal.db.read().await?;
    let government = government(&mut conn, &gov).await?;
    let case = show(&mut conn, &gov, &reference).await?;
    let steps = steps(&mut conn, case.id).await?;
    let trail = of_subject(&mut conn, &reference).await?;
    drop(conn);
    let words = visitor.words;
    let today = government.today(visitor.now);
    let short: String = case.public_text.chars().take(150).collect();
    let page = Page { title: case.title.clone(), description: Some(short), section: Section::Cases, ..Page::default() };
    Ok(visitor.page(&app, Some(&government), page, || {
        let way = vec![(format!("/{gov}"), government.short_name.clone()), (format!("/{gov}/laporan"), words.t("cases-title"))];
        let answered = case.answered_at.is_some() || case.status == Status::Archived;
        let by = case.public_name.clone().map_or_else(|| words.t("case-by-anonymous"), |name| words.with("case-by", &[("name", &name)]));
        let photos = (1..=case.photo_count).map(|n| view! { <figure><img loading="lazy" src=format!("/{gov}/laporan/{}/foto/{n}", case.reference) alt=words.n("case-photo", n)/></figure> }).collect::<Vec<_>>();
        let last = trail.iter().rev().find_map(|e| e.hash.as_ref()).map(|hash| hex(hash)[..16].to_owned());
        let count = trail.len() as i64;
        let goes_on = may_go_on(case.answer_due.as_deref(), case.closed_reason.as_deref(), &today);
        view! {
            {crumbs(words, way, case.reference.clone())}
            <div class="two">
                <article class="stack">
                    <h1>{case.title.clone()}</h1>
                    <p class="actions">{case_chip(words, case.status, case.closed_reason.as_deref(), case.answer_due.as_deref(), answered, &today)}{deadline(words, case.answer_due.as_deref(), answered, &today)}</p>
                    {prose(&case.public_text)}
                    <p class="soft">{by} " · " {dates::moment_day(words, case.received_at, government.utc_offset_hours)}</p>
                    {(!photos.is_empty()).then(|| view! { <div class="photos">{photos}</div> })}
                    <h2>{words.t("case-journey")}</h2>
                    {timeline(words, steps, case.status, None, case.answer_due.as_deref(), government.utc_offset_hours)}
                </article>
                <aside class="stack">
                    {about(words, &gov, &case)}
                    <div class="card stack-tight"><h2>{words.t("case-ledger")}</h2><p class="soft">{words.n("case-ledger-count", count)}</p>{last.map(|hash| view! { <p><code>{hash}"…"</code></p> })}<p><a href="/catatan">{words.t("case-ledger-link")}</a></p></div>
                    {goes_on.then(|| view! { <p><a href=format!("/{gov}/laporan/{}/ombudsman.pdf", case.reference) download="">{words.t("pack-link")}</a></p> })}
                    <p class="soft">{words.t("case-not-a-person")}</p>
                </aside>
            </div>
        }
    }))
}

fn about(words: &'static Words, gov: &str, case: &PublicCase) -> impl IntoView + use<> {
    let link = |folder: &str, slug: &Option<String>, name: &Option<String>| {
        slug.clone().zip(name.clone()).map(|(slug, name)| view! { <li><a href=format!("/{gov}/{folder}/{slug}")>{name}</a></li> })
    };
    let handled = case.handling_unit_slug.clone().filter(|h| case.unit_slug.as_ref() != Some(h)).zip(case.handling_unit_name.clone());
    let place = case.area_name.clone();
    view! {
        <div class="card stack-tight">
            <h2>{words.t("case-about")}</h2>
            <ul class="plain-list stack-tight">{link("layanan", &case.service_slug, &case.service_name)}{link("jabatan", &case.position_slug, &case.position_title)}{link("unit", &case.unit_slug, &case.unit_name)}</ul>
            {handled.map(|(slug, name)| view! { <p>{words.t("case-handled-by")} " " <a href=format!("/{gov}/unit/{slug}")>{name}</a></p> })}
            <p class="soft">{place.map(|p| format!("{p} · "))}{words.t(&format!("kind-{}", case.kind))}</p>
        </div>
    }
}
