//! `/{gov}`: the front page of a government.

use axum::extract::{Path, State};
use axum::response::Response;
use domain::clock::DAY;
use domain::directory::{announcements, government};
use domain::feedback::{Filter, list, totals};
use leptos::prelude::*;
use vocabulary::directory::LifeEvent;

use super::announcements::{feed_address, newest_announcements};
use crate::components::{case_list, empty};
use crate::error::PageError;
use crate::session::Visitor;
use crate::sharing::Card;
use crate::shell::{App, Page};

pub async fn front(State(app): State<App>, visitor: Visitor, Path(gov): Path<String>) -> Result<Response, PageError> {
    let mut conn = app.portal.db.read().await?;
    let government = government(&mut conn, &gov).await?;
    let mut newest = list(&mut conn, &gov, &Filter::default(), None).await?.cases;
    newest.truncate(5);
    let today = government.today(visitor.now);
    let told = announcements::newest(&mut conn, &gov, None, &today).await?;
    let totals = totals(&mut conn, &gov, visitor.now - 30 * DAY).await?;
    drop(conn);
    let words = visitor.words;
    let page = Page {
        title: String::new(),
        description: Some(words.with("front-description", &[("government", &government.short_name)])),
        feed: Some(feed_address(&gov)),
        card: Some(Card::front(&government)),
        ..Page::default()
    };
    Ok(visitor.page(&app, Some(&government), page, || {
        let events = LifeEvent::ALL
            .iter()
            .map(|event| {
                let key = event.as_str();
                view! { <li class="card link stack-tight"><h3><a href=format!("/{gov}/layanan?peristiwa={key}")>{words.t(&format!("event-{key}"))}</a></h3><p class="soft">{words.t(&format!("event-{key}-hint"))}</p></li> }
            })
            .collect_view();
        let heading = words.with("front-heading", &[("government", &government.short_name)]);
        let cases = if newest.is_empty() {
            empty(words.t("cases-empty-title"), words.t("cases-empty"), Some((format!("/{gov}/lapor"), words.t("send-button")))).into_any()
        } else {
            view! { {case_list(words, &government, newest, visitor.now)}<p><a href=format!("/{gov}/laporan")>{words.t("front-all-cases")}</a></p> }.into_any()
        };
        view! {
            <div class="stack">
                <h1>{heading}</h1>
                <form class="search measure" action=format!("/{gov}/cari") role="search">
                    <input type="search" name="q" aria-label=words.t("search-label") placeholder=words.t("search-placeholder")/>
                    <button class="button">{words.t("search-button")}</button>
                </form>
                <p class="actions"><a class="button" href=format!("/{gov}/lapor")>{words.t("send-button")}</a><a href="/lacak">{words.t("front-track")}</a></p>
            </div>
            <section class="stack" aria-labelledby="urus"><h2 id="urus">{words.t("front-events")}</h2><ul class="grid plain-list">{events}</ul></section>
            {newest_announcements(words, &gov, &told, &today)}
            <div class="two">
                <section class="stack" aria-labelledby="terbaru"><h2 id="terbaru">{words.t("front-newest")}</h2>{cases}</section>
                <aside class="stack" aria-labelledby="sebulan">
                    <h2 id="sebulan">{words.t("front-month")}</h2>
                    <dl class="facts">
                        <div><dt>{words.t("front-received")}</dt><dd>{totals.received}</dd></div>
                        <div><dt>{words.t("front-answered")}</dt><dd>{totals.answered}</dd></div>
                        <div><dt>{words.t("front-confirmed")}</dt><dd>{totals.confirmed}</dd></div>
                        <div><dt>{words.t("front-no-answer")}</dt><dd>{totals.no_answer}</dd></div>
                        <div><dt>{words.t("front-contested")}</dt><dd>{totals.contested}</dd></div>
                    </dl>
                    <p class="soft">{words.t("front-silence")}</p>
                    {(totals.still_solved + totals.solved_no_more > 0).then(|| view! { <p class="soft">{words.with("front-follow-up", &[("still", &totals.still_solved.to_string()), ("gone", &totals.solved_no_more.to_string())])}</p> })}
                    <h2>{words.t("front-who-title")}</h2>
                    <ul class="plain-list stack-tight">
                        <li><a href=format!("/{gov}/unit")>{words.t("front-units")}</a></li>
                        <li><a href=format!("/{gov}/jabatan")>{words.t("front-positions")}</a></li>
                        <li><a href=format!("/{gov}/layanan")>{words.t("front-services")}</a></li>
                        <li><a href=format!("/{gov}/kinerja")>{words.t("performance-title")}</a></li>
                        <li><a href=format!("/{gov}/pengumuman")>{words.t("announcements-title")}</a></li>
                        <li><a href=format!("/{gov}/lowongan")>{words.t("vacancies-title")}</a></li>
                        <li><a href=format!("/{gov}/forum")>{words.t("front-forum")}</a></li>
                    </ul>
                </aside>
            </div>
        }
    }))
}
