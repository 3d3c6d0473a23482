//! `/petugas/direktori/{gov}/perubahan` and one change: what it alters, who made it, and the second pair of eyes.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::Error;
use domain::directory::changes::{Change, SHOWN, approve, list, refuse, show};
use domain::directory::difference;
use domain::ids::ChangeId;
use leptos::prelude::*;
use uuid::Uuid;
use vocabulary::directory::ChangeStatus;
use vocabulary::{Fault, Problem, Problems, text};

use super::{administered, differences, way};
use crate::components::{crumbs, empty, error_summary, text_area};
use crate::dates;
use crate::error::PageError;
use crate::form::Form;
use crate::session::{Visitor, say};
use crate::shell::{App, Page, Section};
use crate::words::Words;

/// A change in a list.
pub(super) fn change_item(words: &'static Words, gov: &str, c: &Change, offset: i64) -> impl IntoView + use<> {
    let what = words.t(&format!("change-{}-{}", c.kind, c.action));
    let from = words.with("change-from", &[("date", &dates::day(words, &c.valid_from))]);
    let by = format!("{} · {}", c.proposed_by_name, dates::moment_day(words, c.proposed_at, offset));
    let chip = match c.status {
        ChangeStatus::Proposed => ("chip wait", words.t("change-status-diusulkan")),
        ChangeStatus::Published => ("chip ok", words.t("change-status-terbit")),
        ChangeStatus::Refused => ("chip plain", words.t("change-status-ditolak")),
    };
    let others = (c.batch_count > 1).then(|| words.n("change-and-others", c.batch_count - 1));
    view! { <li><a href=format!("/petugas/direktori/{gov}/perubahan/{}", c.id)><strong>{c.title.clone()} {others.map(|o| format!(" {o}"))}</strong></a><span class="soft">{what} " · " {from} " · " {by}</span><span class=chip.0>{chip.1}</span></li> }
}

pub async fn all(State(app): State<App>, visitor: Visitor, Path(gov): Path<String>) -> Result<Response, PageError> {
    let actor = visitor.staff()?;
    let mut conn = app.portal.db.read().await?;
    let government = administered(&mut conn, actor, &gov).await?;
    let mut found = Vec::new();
    for status in [ChangeStatus::Proposed, ChangeStatus::Published, ChangeStatus::Refused] {
        found.push((status, list(&mut conn, actor, &gov, status).await?));
    }
    drop(conn);
    let words = visitor.words;
    let page = Page { title: words.t("change-all"), section: Section::Staff, private: true, ..Page::default() };
    Ok(visitor.page(&app, Some(&government), page, || {
        let none = found.iter().all(|(_, changes)| changes.is_empty()).then(|| empty(words.t("change-none-title"), words.t("change-none"), None));
        let sections = found
            .iter()
            .filter(|(_, changes)| !changes.is_empty())
            .map(|(status, changes)| {
                let items = changes.iter().map(|c| change_item(words, &gov, c, government.utc_offset_hours)).collect_view();
                view! { <section class="stack"><h2>{words.t(&format!("change-status-{status}"))}</h2><ul class="list">{items}</ul></section> }
            })
            .collect_view();
        view! { {crumbs(words, way(words, &government), words.t("change-all"))}<h1>{words.t("change-all")}</h1>{none}{sections} }
    }))
}

fn id(text: &str) -> Result<ChangeId, PageError> {
    Uuid::try_parse(text).map(ChangeId).map_err(|_| Error::NotFound.into())
}

pub async fn one(State(app): State<App>, visitor: Visitor, Path((gov, change)): Path<(String, String)>) -> Result<Response, PageError> {
    draw(&app, &visitor, &gov, id(&change)?, "", Problems::default()).await
}

pub async fn act(State(app): State<App>, visitor: Visitor, Path((gov, change)): Path<(String, String)>, form: Form) -> Result<Response, PageError> {
    let actor = visitor.staff()?;
    let change = id(&change)?;
    match form.get("aksi") {
        "setujui" => {
            match approve(&app.portal, actor, &gov, change).await {
                Err(Error::Invalid(_)) => return Err(Error::Refused(domain::Refusal::ChangedMeanwhile).into()),
                other => other?,
            }
            say(&visitor, "change-published").await?;
        }
        "tolak" => match text::paragraphs(form.get("catatan"), 5, 2000) {
            Ok(note) => {
                refuse(&app.portal, actor, &gov, change, &note).await?;
                say(&visitor, "change-refused").await?;
            }
            Err(fault) => return draw(&app, &visitor, &gov, change, form.get("catatan"), wrong(fault)).await,
        },
        _ => return Err(PageError::BadForm),
    }
    Ok(Redirect::to(&format!("/petugas/direktori/{gov}/perubahan/{change}")).into_response())
}

fn wrong(fault: Fault) -> Problems {
    Problems(vec![Problem { field: "catatan", fault }])
}

async fn draw(app: &App, visitor: &Visitor, gov: &str, change: ChangeId, note: &str, problems: Problems) -> Result<Response, PageError> {
    let actor = visitor.staff()?;
    let mut conn = app.portal.db.read().await?;
    let government = administered(&mut conn, actor, gov).await?;
    let changes = show(&mut conn, actor, gov, change).await?;
    let mut parts = Vec::new();
    for c in changes {
        let found = difference::of_change(&mut conn, &c).await?;
        parts.push((c, found));
    }
    drop(conn);
    let words = visitor.words;
    let offset = government.utc_offset_hours;
    let Some(first) = parts.first().map(|(c, _)| c.clone()) else { return Err(Error::NotFound.into()) };
    let page = Page { title: words.t("change-title"), section: Section::Staff, wrong: !problems.is_empty(), private: true, ..Page::default() };
    let (mine, waits) = (first.proposed_by == actor.account, first.status == ChangeStatus::Proposed);
    Ok(visitor.page(app, Some(&government), page, || {
        let count = first.batch_count;
        let cut = (count > SHOWN).then(|| view! { <p class="soft">{words.with("bulk-cut", &[("shown", &SHOWN.to_string()), ("all", &count.to_string())])}</p> });
        let sections = parts
            .into_iter()
            .map(|(c, found)| {
                let what = words.t(&format!("change-{}-{}", c.kind, c.action));
                view! { <section class="card stack"><h2>{c.title.clone()}</h2><p class="soft">{what} " · " {words.with("change-from", &[("date", &dates::long_day(words, &c.valid_from))])}</p>{differences(words, c.kind, found)}</section> }
            })
            .collect_view();
        let decided = first.decided_by_name.clone().zip(first.decided_at).map(|(name, at)| view! { <div><dt>{words.t(&format!("change-status-{}", first.status))}</dt><dd>{name} ", " {dates::moment(words, at, offset)}</dd></div> });
        let refused = (!first.note.is_empty()).then(|| view! { <div><dt>{words.t("change-note")}</dt><dd>{first.note.clone()}</dd></div> });
        let act = waits.then(|| {
            let approve = if mine {
                view! { <p class="notice wait">{words.t("change-own")}</p> }.into_any()
            } else {
                view! { <p><button class="button" name="aksi" value="setujui">{words.t("change-approve")}</button></p> }.into_any()
            };
            view! {
                <form method="post" action=format!("/petugas/direktori/{}/perubahan/{}", government.slug, first.id) class="stack measure" novalidate="novalidate">
                    {approve}
                    {text_area(words, &problems, "catatan", words.t("change-note"), Some(words.t("change-note-hint")), 3, note)}
                    <p><button class="button quiet danger" name="aksi" value="tolak">{words.t(if mine { "change-withdraw" } else { "change-refuse" })}</button></p>
                </form>
            }
        });
        view! {
            {crumbs(words, way(words, &government), words.t("change-title"))}
            {error_summary(words, &problems)}
            <h1>{if count == 1 { words.t("change-title") } else { words.n("change-batch", count) }}</h1>
            <dl class="standard">
                <div><dt>{words.t("change-by")}</dt><dd>{first.proposed_by_name.clone()} ", " {dates::moment(words, first.proposed_at, offset)}</dd></div>
                <div><dt>{words.t("edit-alasan")}</dt><dd>{first.reason.clone()}</dd></div>
                <div><dt>{words.t("edit-sk")}</dt><dd>{first.decree.clone()}</dd></div>
                {decided}{refused}
            </dl>
            {cut}
            {sections}
            {act}
        }
    }))
}
