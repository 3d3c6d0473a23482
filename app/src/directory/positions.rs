//! `/{gov}/jabatan` and one post: its duties, who holds it for how long, what it serves. A post is not a person: it is
//! there when nobody holds it, and feedback is about the post.

use axum::extract::{Path, Query, State};
use axum::response::Response;
use domain::directory::edit::position::competencies;
use domain::directory::positions::{Duty, ServedService, Tenure, duties, list, services, show, tenures};
use domain::directory::{government, past};
use leptos::prelude::*;
use std::collections::HashMap;
use vocabulary::corrections::Subject;
use vocabulary::directory::{Competency, EntryKind, PositionType, TenureKind};

use super::as_of::{AsOf, as_of_chooser, as_of_notice};
use super::units::{directory_tabs, position_item};
use crate::components::{crumbs, empty, lines, pager, something_wrong};
use crate::dates;
use crate::error::PageError;
use crate::session::Visitor;
use crate::sharing::Card;
use crate::shell::{App, Page, Section};
use crate::words::Words;

pub async fn positions(State(app): State<App>, visitor: Visitor, Path(gov): Path<String>, Query(query): Query<HashMap<String, String>>) -> Result<Response, PageError> {
    let kind = query.get("jenis").and_then(|k| PositionType::parse(k));
    let after = query.get("setelah").cloned().unwrap_or_default();
    let mut conn = app.portal.db.read().await?;
    let government = government(&mut conn, &gov).await?;
    let today = government.today(visitor.now);
    let as_of = AsOf::asked(&query, &today);
    as_of.recorded(&mut conn, &gov, EntryKind::Position, (&visitor.path, &today)).await?;
    let (gate, day) = (&app.portal.gate, &as_of.day);
    let found = if as_of.past { past::posts(&mut conn, gate, &gov, day, kind, &after).await? } else { list(&mut conn, gate, &gov, day, kind, &after).await? };
    drop(conn);
    let words = visitor.words;
    let page = Page {
        title: words.t("positions-title"),
        section: Section::Directory,
        wrong: as_of.wrong,
        card: Card::list(&government, "jabatan").filter(|_| !as_of.past && kind.is_none() && after.is_empty()),
        ..Page::default()
    };
    Ok(visitor.page(&app, Some(&government), page, || {
        let with_kind = |rest: &str| as_of.on(&kind.map_or_else(|| format!("/{gov}/jabatan?{rest}"), |k| format!("/{gov}/jabatan?jenis={k}&{rest}")));
        let filters = std::iter::once((None, words.t("positions-all")))
            .chain(PositionType::ALL.iter().map(|k| (Some(*k), words.t(&format!("type-{k}")))))
            .map(|(k, label)| {
                let href = as_of.on(&k.map_or_else(|| format!("/{gov}/jabatan"), |k| format!("/{gov}/jabatan?jenis={k}")));
                view! { <a href=href aria-current=(k == kind).then_some("true")>{label}</a> }
            })
            .collect_view();
        let suffix = as_of.suffix();
        let none = found
            .positions
            .is_empty()
            .then(|| empty(words.t("positions-none-title"), words.t("positions-none"), Some((as_of.on(&format!("/{gov}/jabatan")), words.t("positions-all")))));
        let items = found.positions.iter().map(|p| position_item(words, &gov, p, true, &suffix)).collect_view();
        view! {
            {crumbs(words, vec![(format!("/{gov}"), government.short_name.clone())], words.t("positions-title"))}
            {as_of_notice(words, &as_of, &visitor.path)}
            <h1>{words.t("positions-title")}</h1>
            <p class="lead measure">{words.t("positions-lead")}</p>
            {directory_tabs(words, &gov, &as_of, "jabatan")}
            <nav class="tabs" aria-label=words.t("positions-filter")>{filters}</nav>
            {none}
            <ul class="list posts">{items}</ul>
            {pager(words, (!after.is_empty()).then(|| with_kind("")), found.after.map(|slug| with_kind(&format!("setelah={slug}"))))}
            {as_of_chooser(words, &as_of, &visitor.path, Some(format!("/{gov}/perubahan")))}
            {something_wrong(words, &gov, &Subject::page("jabatan"))}
        }
    }))
}

pub async fn position(
    State(app): State<App>,
    visitor: Visitor,
    Path((gov, slug)): Path<(String, String)>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, PageError> {
    let mut conn = app.portal.db.read().await?;
    let government = government(&mut conn, &gov).await?;
    let today = government.today(visitor.now);
    let as_of = AsOf::asked(&query, &today);
    let (day, gate) = (&as_of.day, &app.portal.gate);
    let (post, duties, served) = if as_of.past {
        let found = past::post(&mut conn, gate, &gov, &slug, day).await;
        let (post, duties) = as_of.found(&mut conn, found, (&gov, EntryKind::Position, &slug), (&visitor.path, &today)).await?;
        let served = past::services_of_post(&mut conn, &gov, post.id, day).await?;
        (post, duties, served)
    } else {
        let post = show(&mut conn, gate, &gov, &slug).await?;
        // A post that is to come is not there yet.
        if post.valid_from.as_str() > day.as_str() {
            return Err(domain::Error::NotFound.into());
        }
        let duties = duties(&mut conn, gate, post.id).await?;
        let served = services(&mut conn, post.id).await?;
        (post, duties, served)
    };
    // Who came later is not told of a past day.
    let tenures: Vec<Tenure> = tenures(&mut conn, gate, post.id, post.kind).await?.into_iter().filter(|t| t.starts_on.as_str() <= day.as_str()).collect();
    drop(conn);
    let words = visitor.words;
    let today = as_of.day.clone();
    let suffix = as_of.suffix();
    let description = Some(post.summary.clone()).filter(|s| !s.is_empty());
    let card = (!as_of.past).then(|| Card::position(&government, &post));
    let page = Page { title: post.title.clone(), description, section: Section::Directory, wrong: as_of.wrong, card, ..Page::default() };
    Ok(visitor.page(&app, Some(&government), page, || {
        let way = vec![(format!("/{gov}"), government.short_name.clone()), (format!("/{gov}/unit"), words.t("units-title")), (format!("/{gov}/unit/{}{suffix}", post.unit_slug), post.unit_name.clone())];
        let held = tenures.iter().filter(|t| is_held(t, &today)).count() as i64;
        let named = app.portal.gate.names_holder(post.kind);
        let over = post.valid_to.clone().filter(|last| *last < today).map(|last| view! { <p class="notice wait">{words.with("position-ended", &[("date", &dates::day(words, &last))])}</p> });
        let superior = post.superior_slug.clone().zip(post.superior_title.clone()).map(|(slug, title)| view! { <div><dt>{words.t("position-superior")}</dt><dd><a href=format!("/{gov}/jabatan/{slug}{suffix}")>{title}</a></dd></div> });
        view! {
            {crumbs(words, way, post.title.clone())}
            {as_of_notice(words, &as_of, &visitor.path)}
            <div class="two">
                <article class="stack-loose">
                    <div class="stack">
                        <h1>{post.title.clone()}</h1>
                        {over}
                        {(!post.summary.is_empty()).then(|| view! { <p class="lead measure">{post.summary.clone()}</p> })}
                        <dl class="facts">
                            <div><dt>{words.t("position-type")}</dt><dd>{words.t(&format!("type-{}", post.kind))}</dd></div>
                            {post.job_class.map(|class| view! { <div><dt>{words.t("position-class")}</dt><dd>{class}</dd></div> })}
                            <div><dt>{words.t("position-headcount")}</dt><dd>{words.with("position-of", &[("actual", &held.to_string()), ("required", &post.headcount_required.to_string())])}</dd></div>
                        </dl>
                    </div>
                    {duty_list(words, duties)}
                    {plain_list(words, "position-outputs", &post.outputs)}
                    {plain_list(words, "position-authority", &post.authority)}
                    {plain_list(words, "position-relations", &post.relations)}
                    {needs(words, &post.qualification, &post.competencies)}
                    {as_of_chooser(words, &as_of, &visitor.path, Some(format!("/{gov}/jabatan/{}/riwayat", post.slug)))}
                </article>
                <aside class="stack">
                    {holders(words, &tenures, &today, named, post.headcount_required)}
                    <section class="stack-tight"><h2>{words.t("position-place")}</h2><dl class="stack-tight contact"><div><dt>{words.t("position-unit")}</dt><dd><a href=format!("/{gov}/unit/{}{suffix}", post.unit_slug)>{post.unit_name.clone()}</a></dd></div>{superior}</dl></section>
                    {served_services(words, &gov, served)}
                    <div class="card stack-tight"><h2>{words.t("position-send-title")}</h2><p>{words.t("position-send")}</p><p><a class="button" href=format!("/{gov}/lapor?tentang=jabatan:{}", post.slug)>{words.t("send-button")}</a></p></div>
                </aside>
            </div>
            {something_wrong(words, &gov, &Subject::position(&post.slug))}
        }
    }))
}

fn is_held(tenure: &Tenure, today: &str) -> bool {
    tenure.starts_on.as_str() <= today && tenure.ends_on.as_deref().is_none_or(|end| end >= today)
}

fn duty_list(words: &'static Words, duties: Vec<Duty>) -> impl IntoView {
    let items = duties
        .into_iter()
        .map(|d| view! { <li><div>{d.text}{d.legal_basis.map(|basis| view! { <span class="soft">" " {words.t("position-basis")} " " {basis}</span> })}</div></li> })
        .collect::<Vec<_>>();
    (!items.is_empty())
        .then(|| view! { <section class="stack" aria-labelledby="tugas"><h2 id="tugas">{words.t("position-duties")}</h2><ol class="steps duties">{items}</ol></section> })
}

/// What the post asks of whoever holds it: qualification, and competencies with their levels of five.
fn needs(words: &'static Words, qualification: &str, required: &str) -> impl IntoView + use<> {
    let asked = lines(qualification).into_iter().map(|line| view! { <li>{line}</li> }).collect::<Vec<_>>();
    let levels = competencies(required)
        .into_iter()
        .map(|(name, level)| {
            let label = Competency::parse(&name).map_or(name, |c| words.t(&format!("competency-{c}")));
            view! { <tr><th scope="row">{label}</th><td class="num">{level}</td></tr> }
        })
        .collect::<Vec<_>>();
    let has = (!asked.is_empty(), !levels.is_empty());
    (has.0 || has.1).then(|| {
        view! {
            <section class="stack" aria-labelledby="syarat"><h2 id="syarat">{words.t("position-qualification")}</h2>
                {has.0.then(|| view! { <ul class="list">{asked}</ul> })}
                {has.1.then(|| view! { <details><summary>{words.t("position-competencies")}</summary><table><thead><tr><th scope="col">{words.t("position-competency")}</th><th scope="col" class="num">{words.t("position-level")}</th></tr></thead><tbody>{levels}</tbody></table></details> })}
            </section>
        }
    })
}

fn plain_list(words: &'static Words, title: &'static str, text: &str) -> impl IntoView + use<> {
    let items = lines(text).into_iter().map(|line| view! { <li>{line}</li> }).collect::<Vec<_>>();
    (!items.is_empty()).then(|| view! { <section class="stack"><h2>{words.t(title)}</h2><ul class="list">{items}</ul></section> })
}

/// Who holds it and since when; of non-managerial posts only how many.
fn holders(words: &'static Words, tenures: &[Tenure], today: &str, named: bool, required: i64) -> impl IntoView + use<> {
    let period = |t: &Tenure| match &t.ends_on {
        Some(end) => words.with("tenure-from-to", &[("from", &dates::day(words, &t.starts_on)), ("to", &dates::day(words, end))]),
        None => words.with("tenure-since", &[("from", &dates::day(words, &t.starts_on))]),
    };
    let item = |t: &Tenure| {
        let kind = (t.kind != TenureKind::Definitive).then(|| words.t(&format!("tenure-{}", t.kind)));
        view! { <li><strong>{t.name.clone()}</strong>{kind.map(|k| view! { <span class="chip plain">{k}</span> })}<span class="soft">{period(t)}</span></li> }
    };
    let now: Vec<_> = tenures.iter().filter(|t| is_held(t, today)).collect();
    let before: Vec<_> = tenures.iter().filter(|t| t.ends_on.as_deref().is_some_and(|end| end < today)).collect();
    let vacancy = now.is_empty().then(|| {
        let since = before.iter().filter_map(|t| t.ends_on.as_deref()).max().map(|end| words.with("position-vacant-since", &[("date", &dates::day(words, end))]));
        view! { <p><span class="chip wait">{words.t("position-vacant")}</span></p>{since.map(|s| view! { <p class="soft">{s}</p> })} }
    });
    let count = now.len().to_string();
    let current = if named {
        view! { <ul class="list">{now.iter().map(|t| item(t)).collect_view()}</ul> }.into_any()
    } else {
        view! { <p>{words.with("position-filled", &[("actual", &count), ("required", &required.to_string())])}</p> }.into_any()
    };
    let past = (named && !before.is_empty())
        .then(|| view! { <details><summary>{words.t("position-before")}</summary><ul class="list">{before.iter().map(|t| item(t)).collect_view()}</ul></details> });
    view! { <section class="stack-tight" aria-labelledby="pemangku"><h2 id="pemangku">{words.t("position-holder")}</h2>{vacancy}{(!now.is_empty()).then_some(current)}{past}</section> }
}

fn served_services(words: &'static Words, gov: &str, served: Vec<ServedService>) -> impl IntoView + use<> {
    let items = served
        .into_iter()
        .map(|s| view! { <li><a href=format!("/{gov}/layanan/{}", s.slug)>{s.short_name}</a><span class="soft">{words.t(&format!("part-{}", s.part))}</span></li> })
        .collect::<Vec<_>>();
    (!items.is_empty()).then(|| view! { <section class="stack-tight"><h2>{words.t("position-services")}</h2><ul class="list">{items}</ul></section> })
}
