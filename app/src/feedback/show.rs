//! `/{gov}/laporan/{ref}`: one published case with its journey.

use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::Error;
use domain::directory::government;
use domain::feedback::{self, Follower, PublicCase, may_go_on, merged_into, photos_of, show, steps};
use domain::ledger::of_subject;
use domain::secrets::hex;
use domain::secrets::is_token;
use leptos::prelude::*;
use std::collections::HashMap;
use vocabulary::following::Followed;

use super::feed::case_address;
use super::gallery::{later_photos, sent_photos};
use crate::components::{Dues, case_chip, crumbs, deadline, hidden, level, prose, timeline};
use crate::dates;
use crate::error::PageError;
use crate::following::button::{follow_button, told};
use crate::form::Form;
use crate::limits::{Address, What};
use crate::session::Visitor;
use crate::sharing::Card;
use crate::shell::{App, Page, Section};
use crate::words::Words;

pub async fn case(
    State(app): State<App>,
    visitor: Visitor,
    Path((gov, reference)): Path<(String, String)>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, PageError> {
    let mut conn = app.portal.db.read().await?;
    let government = government(&mut conn, &gov).await?;
    let case = match show(&mut conn, &gov, &reference).await {
        // Whoever kept the address of a report that is one with another finds what came of it there.
        Err(Error::NotFound) => match merged_into(&mut conn, &gov, &reference).await? {
            Some(main) => return Ok(Redirect::to(&format!("/{gov}/laporan/{main}")).into_response()),
            None => return Err(Error::NotFound.into()),
        },
        found => found?,
    };
    let steps = steps(&mut conn, case.id).await?;
    let photos = photos_of(&mut conn, case.id).await?;
    let trail = of_subject(&mut conn, &reference).await?;
    let today = government.today(visitor.now);
    let stands = case.clock().stands(&mut conn, &today).await?;
    let following = told(&mut conn, &visitor, Followed::Case, case.id).await?;
    drop(conn);
    let words = visitor.words;
    let key = app.portal.chance.token();
    let counted = query.contains_key("ikut");
    let short: String = case.public_text.chars().take(150).collect();
    let page = Page {
        title: case.title.clone(),
        description: Some(short),
        section: Section::Cases,
        feed: Some(case_address(&gov, &case.reference)),
        card: Some(Card::case(&government, &case)),
        ..Page::default()
    };
    Ok(visitor.page(&app, Some(&government), page, || {
        let way = vec![(format!("/{gov}"), government.short_name.clone()), (format!("/{gov}/laporan"), words.t("cases-title"))];
        let answered = case.answered_at.is_some() || !case.status.is_open();
        let by = case.public_name.clone().map_or_else(|| words.t("case-by-anonymous"), |name| words.with("case-by", &[("name", &name)]));
        let address = format!("/{gov}/laporan/{}", case.reference);
        let last = trail.iter().rev().find_map(|e| e.hash.as_ref()).map(|hash| hex(hash)[..16].to_owned());
        let count = trail.len() as i64;
        let goes_on = may_go_on(&steps, case.answer_due.as_deref(), case.closed_reason.as_deref(), &government, &today);
        view! {
            {crumbs(words, way, case.reference.clone())}
            <div class="two">
                <article class="stack">
                    <h1>{case.title.clone()}</h1>
                    <p class="actions">{case_chip(words, case.status, case.closed_reason.as_deref(), case.answer_due.as_deref(), answered, &today)}{deadline(words, &stands)}</p>
                    {level(words, case.status, case.escalation_level)}
                    {ended(words, &case)}
                    {prose(&case.public_text)}
                    <p class="soft">{by} " · " {dates::moment_day(words, case.received_at, government.utc_offset_hours)}{(case.reports > 1).then(|| format!(" · {}", words.n("case-reports", case.reports)))}</p>
                    {sent_photos(words, &address, &photos, false)}
                    <h2>{words.t("case-journey")}</h2>
                    {timeline(words, steps, case.status, Dues { answer: case.answer_due.as_deref(), reply: case.reply_due.as_deref(), ..Dues::default() }, government.utc_offset_hours)}
                    {later_photos(words, &address, &photos, false)}
                </article>
                <aside class="stack">
                    {about(words, &gov, &case)}
                    {me_too(words, &address, &key, &case, counted)}
                    {follow_button(words, &gov, Followed::Case, &case.reference, following)}
                    <div class="card stack-tight"><h2>{words.t("case-ledger")}</h2><p class="soft">{words.n("case-ledger-count", count)}</p>{last.map(|hash| view! { <p><code>{hash}"…"</code></p> })}<p><a href="/catatan">{words.t("case-ledger-link")}</a></p></div>
                    {goes_on.then(|| view! { <p><a href=format!("/{gov}/laporan/{}/ombudsman.pdf", case.reference) download="">{words.t("pack-link")}</a></p> })}
                    <p class="soft">{words.t("case-not-a-person")}</p>
                </aside>
            </div>
        }
    }))
}

/// Counting oneself to a case that is still open; the hidden key makes a repeated press one.
fn me_too(words: &'static Words, address: &str, key: &str, case: &PublicCase, counted: bool) -> Option<impl IntoView + use<>> {
    let open = case.status.is_open();
    let number = (case.follow_count > 0).then(|| view! { <p>{words.n("follow-count", case.follow_count)}</p> });
    let said = counted.then(|| view! { <p role="status">{words.t("follow-done")}</p> });
    let form = (open && !counted).then(|| {
        view! {
            <form class="stack-tight" method="post" action=format!("{address}/ikut")>{hidden("kunci", key)}
                <p><button class="button quiet">{words.t("follow-button")}</button></p>
                <p class="soft">{words.t("follow-hint")}</p>
            </form>
        }
    });
    (open || case.follow_count > 0)
        .then(|| view! { <section class="card stack-tight" aria-labelledby="ikut"><h2 id="ikut">{words.t("follow-title")}</h2>{number}{said}{form}</section> })
}

/// `POST /{gov}/laporan/{ref}/ikut`.
pub async fn follow(
    State(app): State<App>,
    visitor: Visitor,
    Address(address): Address,
    Path((gov, reference)): Path<(String, String)>,
    form: Form,
) -> Result<Response, PageError> {
    app.limits.check(What::Send, &address)?;
    let key = form.get("kunci");
    if !is_token(key) {
        return Err(PageError::BadForm);
    }
    let who = visitor.actor.as_ref().map_or(Follower::Form(key), |a| Follower::Account(a.account));
    feedback::follow(&app.portal, &gov, &reference, &who).await?;
    Ok(Redirect::to(&format!("/{gov}/laporan/{reference}?ikut=1")).into_response())
}

/// How it ended, in words, and what the reporter said four weeks later.
fn ended(words: &'static Words, case: &PublicCase) -> impl IntoView + use<> {
    let how = case.closed_reason.as_deref().map(|reason| words.t(&format!("ended-{reason}")));
    let later = case.still_solved.as_deref().map(|said| format!(" {}", words.t(&format!("ended-still-{said}"))));
    how.map(|how| view! { <p class="soft">{how}{later}</p> })
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
