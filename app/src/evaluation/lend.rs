//! `/petugas/penilaian/pelimpahan`: an assessor hands assessing over for some days, and takes it back.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use domain::Error;
use domain::directory::governments;
use domain::evaluation::{OfferedPost, delegate, delegations, offered_posts, withdraw_delegation};
use domain::ids::DelegationId;
use leptos::prelude::*;
use vocabulary::Problems;
use vocabulary::accounts::Role;
use vocabulary::evaluation::DelegationInput;

use super::nav::{tabs, uuid};
use crate::components::{error_summary, hidden, line_field, option_list, text_area};
use crate::dates;
use crate::error::PageError;
use crate::form::Form;
use crate::session::{Visitor, say};
use crate::shell::{App, Page, Section};

pub async fn get(State(app): State<App>, visitor: Visitor) -> Result<Response, PageError> {
    draw(&app, &visitor, &Form::default(), Problems::default()).await
}

pub async fn post(State(app): State<App>, visitor: Visitor, form: Form) -> Result<Response, PageError> {
    let actor = visitor.staff()?;
    let gov = form.get("pemerintah");
    let done = match form.get("aksi") {
        "limpahkan" => match DelegationInput::parse(form.get("dari"), form.get("kepada"), form.get("untuk"), form.get("mulai"), form.get("sampai"), form.get("alasan")) {
            Ok(input) => delegate(&app.portal, actor, gov, &input).await.map(|_| ()),
            Err(problems) => Err(Error::Invalid(problems)),
        },
        "cabut" => withdraw_delegation(&app.portal, actor, gov, DelegationId(uuid(form.get("pelimpahan"))?)).await,
        _ => return Err(PageError::BadForm),
    };
    match done {
        Ok(()) => {
            say(&visitor, "desk-done").await?;
            Ok(Redirect::to("/petugas/penilaian/pelimpahan").into_response())
        }
        Err(Error::Invalid(problems)) => draw(&app, &visitor, &form, problems).await,
        Err(e) => Err(e.into()),
    }
}

async fn draw(app: &App, visitor: &Visitor, form: &Form, problems: Problems) -> Result<Response, PageError> {
    let actor = visitor.staff()?;
    let mut conn = app.portal.db.read().await?;
    let (mut mine, mut posts): (Vec<_>, Vec<OfferedPost>) = Default::default();
    for g in governments(&mut conn).await? {
        match delegations(&mut conn, actor, &g.slug).await {
            Ok(found) => {
                let today = g.today(visitor.now);
                posts.extend(offered_posts(&mut conn, actor, &g.slug, &today).await?);
                mine.push((g, found));
            }
            Err(Error::NotFound) => {}
            Err(e) => return Err(e.into()),
        }
    }
    drop(conn);
    if mine.is_empty() {
        return Err(Error::NotFound.into());
    }
    let words = visitor.words;
    let page = Page { title: words.t("lend-title"), section: Section::Staff, wrong: !problems.is_empty(), private: true, ..Page::default() };
    Ok(visitor.page(app, None, page, || {
        let team = actor.holds(Role::PerformanceTeam);
        let places: Vec<(String, String)> = mine.iter().map(|(g, _)| (g.slug.clone(), g.short_name.clone())).collect();
        let none = mine.iter().all(|(_, found)| found.is_empty());
        let items = mine
            .into_iter()
            .flat_map(|(g, found)| found.into_iter().map(move |d| (g.slug.clone(), g.today(visitor.now), d)))
            .map(|(slug, today, d)| {
                let open = d.withdrawn_at.is_none() && d.ends_on >= today;
                let days = words.with("lend-days", &[("from", &dates::day(words, &d.starts_on)), ("to", &dates::day(words, &d.ends_on))]);
                let only = d.only_title.map(|title| words.with("lend-only", &[("post", &title)]));
                let state = if d.withdrawn_at.is_some() { ("chip plain", "lend-withdrawn") } else if open { ("chip ok", "lend-lasts") } else { ("chip plain", "lend-over") };
                let back = open.then(|| view! { <form method="post" action="/petugas/penilaian/pelimpahan">{hidden("pemerintah", &slug)}{hidden("pelimpahan", &d.id.to_string())}<button class="button quiet" name="aksi" value="cabut">{words.t("lend-withdraw")}</button></form> });
                view! { <li><strong>{d.from_title} " → " {d.to_title}</strong><span class="soft">{days}{only.map(|o| format!(" · {o}"))}</span><span class=state.0>{words.t(state.1)}</span><p>{d.reason}</p>{back}</li> }
            })
            .collect_view();
        let offer = |first: &str, which: &dyn Fn(&OfferedPost) -> bool| -> Vec<(String, String)> {
            std::iter::once((String::new(), words.t(first))).chain(posts.iter().filter(|p| which(p)).map(|p| (p.slug.clone(), format!("{} · {}", p.title, p.unit_name)))).collect()
        };
        let from = offer("send-choose", &|p| p.kind.is_managerial() && (team || p.mine));
        let to = offer("send-choose", &|p| p.kind.is_managerial() && !p.mine);
        // The team hands over for any post: below thousands no list helps, so it names one.
        let only = if team {
            line_field(words, &problems, "untuk", words.t("lend-for"), Some(words.t("lend-for-hint")), "text", "", form.get("untuk")).into_any()
        } else {
            option_list(words, &problems, "untuk", words.t("lend-for"), None, offer("lend-for-all", &|p| p.below_mine), form.get("untuk")).into_any()
        };
        let place = if places.len() > 1 {
            option_list(words, &problems, "pemerintah", words.t("lend-government"), None, places, form.get("pemerintah")).into_any()
        } else {
            hidden("pemerintah", places.first().map_or("", |(slug, _)| slug)).into_any()
        };
        view! {
            {error_summary(words, &problems)}
            <h1>{words.t("lend-title")}</h1>
            {tabs(words, actor, "/petugas/penilaian/pelimpahan")}
            <p class="measure">{words.t(if team { "lend-lead-team" } else { "lend-lead" })}</p>
            {none.then(|| view! { <p class="soft">{words.t("lend-none")}</p> })}
            <ul class="list">{items}</ul>
            <details open=!problems.is_empty()><summary>{words.t("lend-new")}</summary>
                <form class="stack measure" method="post" action="/petugas/penilaian/pelimpahan" novalidate="novalidate">
                    {place}
                    {option_list(words, &problems, "dari", words.t("lend-from"), None, from, form.get("dari"))}
                    {option_list(words, &problems, "kepada", words.t("lend-to"), Some(words.t("lend-to-hint")), to, form.get("kepada"))}
                    {only}
                    {line_field(words, &problems, "mulai", words.t("lend-starts"), None, "date", "", form.get("mulai"))}
                    {line_field(words, &problems, "sampai", words.t("lend-ends"), None, "date", "", form.get("sampai"))}
                    {text_area(words, &problems, "alasan", words.t("lend-reason"), None, 3, form.get("alasan"))}
                    <p><button class="button" name="aksi" value="limpahkan">{words.t("lend-give")}</button></p>
                </form>
            </details>
        }
    }))
}
