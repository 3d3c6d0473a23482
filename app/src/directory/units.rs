//! `/{gov}/unit` and one unit: what it does, its services, its posts with holders and vacancies, its cases.

use std::collections::HashMap;

use axum::extract::{Path, Query, State};
use axum::response::Response;
use domain::directory::pledges::pledge_of;
use domain::directory::positions::{ListedPosition, of_unit};
use domain::directory::units::{ListedUnit, Related, Unit, related, show, top, under};
use domain::directory::{announcements, government, past, services};
use domain::evaluation::{figures, improvements};
use domain::feedback::{self, Filter};
use domain::ideas;
use leptos::prelude::*;
use vocabulary::corrections::Subject;
use vocabulary::directory::{EntryKind, TenureKind, UnitKind};
use vocabulary::following::Followed;

use super::announcements::{feed_address, newest_announcements};
use super::as_of::{AsOf, as_of_chooser, as_of_notice};
use super::chart::{unit_tabs, unit_then};
use super::pledge::pledge_details;
use crate::components::{case_list, crumbs, something_wrong};
use crate::dates;
use crate::error::PageError;
use crate::evaluation::figure_parts::brief;
use crate::evaluation::performance::{improvements as improvement_list, quarter};
use crate::following::button::{follow_button, told as told_of};
use crate::ideas::promised::commitments;
use crate::open_data::structured;
use crate::session::Visitor;
use crate::sharing::Card;
use crate::shell::{App, Page, Section};
use crate::words::Words;

pub async fn units(State(app): State<App>, visitor: Visitor, Path(gov): Path<String>, Query(query): Query<HashMap<String, String>>) -> Result<Response, PageError> {
    let mut conn = app.portal.db.read().await?;
    let government = government(&mut conn, &gov).await?;
    let today = government.today(visitor.now);
    let as_of = AsOf::asked(&query, &today);
    as_of.recorded(&mut conn, &gov, EntryKind::Unit, (&visitor.path, &today)).await?;
    let units = if as_of.past { past::top_units(&mut conn, &gov, &as_of.day).await? } else { top(&mut conn, &gov, &as_of.day).await? };
    drop(conn);
    let words = visitor.words;
    let suffix = as_of.suffix();
    let page =
        Page { title: words.t("units-title"), section: Section::Directory, wrong: as_of.wrong, card: Card::list(&government, "unit").filter(|_| !as_of.past), ..Page::default() };
    Ok(visitor.page(&app, Some(&government), page, || {
        // Offices under an agency and wards under a district stand on their pages: the list stays short in a large town.
        let part = |districts: bool| units.iter().filter(|u| (u.kind == UnitKind::District) == districts).map(|u| unit_item(&gov, u, &suffix)).collect_view();
        let (agencies, districts) = (part(false), part(true));
        view! {
            {crumbs(words, vec![(format!("/{gov}"), government.short_name.clone())], words.t("units-title"))}
            {as_of_notice(words, &as_of, &visitor.path)}
            <h1>{words.t("units-title")}</h1>
            <p class="lead measure">{words.t("units-lead")}</p>
            {directory_tabs(words, &gov, &as_of, "unit")}
            <section class="stack" aria-labelledby="opd"><h2 id="opd">{words.t("units-agencies")}</h2><ul class="list">{agencies}</ul></section>
            <section class="stack" aria-labelledby="wilayah"><h2 id="wilayah">{words.t("units-areas")}</h2><p class="soft">{words.t("units-areas-note")}</p><ul class="list chart-columns">{districts}</ul></section>
            {as_of_chooser(words, &as_of, &visitor.path, Some(format!("/{gov}/perubahan")))}
            {something_wrong(words, &gov, &Subject::page("unit"))}
        }
    }))
}

/// The ways into the directory.
pub fn directory_tabs(words: &'static Words, gov: &str, as_of: &AsOf, here: &'static str) -> impl IntoView + use<> {
    let tab = |path: &'static str, label: String| view! { <a href=as_of.on(&format!("/{gov}/{path}")) aria-current=(path == here).then_some("page")>{label}</a> };
    view! { <nav class="tabs" aria-label=words.t("nav-directory")>{tab("unit", words.t("tab-units"))}{tab("jabatan", words.t("tab-positions"))}{tab("unit/pemerintah/bagan", words.t("tab-chart"))}{tab("unit/pemerintah/peta", words.t("tab-job-map"))}</nav> }
}

fn unit_item(gov: &str, unit: &ListedUnit, suffix: &str) -> impl IntoView + use<> {
    view! { <li><a href=format!("/{gov}/unit/{}{suffix}", unit.slug)><strong>{unit.name.clone()}</strong></a></li> }
}

/// A post in a list: its holder where the post is managerial, else how many are there; a vacancy is said.
pub fn position_item(words: &'static Words, gov: &str, p: &ListedPosition, with_unit: bool, suffix: &str) -> impl IntoView + use<> {
    let vacant = p.headcount_actual == 0;
    let stands_in = p.holder_kind.as_deref().and_then(TenureKind::parse).filter(|k| *k != TenureKind::Definitive).map(|k| words.t(&format!("tenure-{k}-short")));
    let holder = match (&p.holder, vacant) {
        (_, true) => None,
        (Some(name), _) => Some([stands_in, Some(name.clone())].into_iter().flatten().collect::<Vec<_>>().join(" ")),
        (None, _) => Some(words.with("position-filled", &[("actual", &p.headcount_actual.to_string()), ("required", &p.headcount_required.to_string())])),
    };
    let detail = [with_unit.then(|| p.unit_name.clone()), holder].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    view! {
        <li>
            <a href=format!("/{gov}/jabatan/{}{suffix}", p.slug)><strong>{p.title.clone()}</strong></a>
            {(!detail.is_empty()).then(|| view! { <span class="soft">{detail}</span> })}
            {vacant.then(|| view! { <span class="chip wait">{words.t("position-vacant")}</span> })}
        </li>
    }
}

pub async fn unit(
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
    let (unit, posts, served, below) = if as_of.past {
        let unit = unit_then(&mut conn, gate, &as_of, &gov, &slug, (&visitor.path, &today)).await?;
        let posts = past::posts_of_unit(&mut conn, gate, unit.id, day).await?;
        let served = past::services_of_unit(&mut conn, gate, &gov, unit.id, unit.kind, day).await?;
        let below = past::units_under(&mut conn, unit.id, day).await?;
        (unit, posts, served, below)
    } else {
        let unit = show(&mut conn, gate, &gov, &slug).await?;
        // A unit that is to come is not there yet.
        if unit.valid_from.as_str() > day.as_str() {
            return Err(domain::Error::NotFound.into());
        }
        let posts = of_unit(&mut conn, gate, unit.id, day).await?;
        let served = services::of_unit(&mut conn, gate, unit.id, &gov, unit.kind.as_str(), day).await?;
        let below = under(&mut conn, unit.id, day).await?;
        (unit, posts, served, below)
    };
    let (improved, latest) =
        if as_of.past { (Vec::new(), None) } else { (improvements::of_unit(&mut conn, unit.id).await?, figures::periods(&mut conn, &gov).await?.into_iter().next()) };
    let performed = match &latest {
        Some(period) => figures::of_period(&mut conn, &gov, period, Some(unit.id)).await?.pop(),
        None => None,
    };
    let told = if as_of.past { Vec::new() } else { announcements::newest(&mut conn, &gov, Some(unit.id), day).await? };
    let pledge = pledge_of(&mut conn, unit.id, day).await?;
    let promised = if as_of.past { Vec::new() } else { ideas::published(&mut conn, unit.id).await? };
    let (came_from, went_to) = related(&mut conn, unit.id).await?;
    let following = told_of(&mut conn, &visitor, Followed::Unit, unit.id).await?;
    let mut cases = feedback::list(&mut conn, &gov, &Filter { unit: Some(unit.id), ..Filter::default() }, None).await?.cases;
    drop(conn);
    let more_cases = cases.len() > 5;
    cases.truncate(5);
    let words = visitor.words;
    let page = Page {
        title: unit.name.clone(),
        description: Some(unit.about.clone()).filter(|a| !a.is_empty()),
        section: Section::Directory,
        wrong: as_of.wrong,
        feed: (!told.is_empty()).then(|| feed_address(&gov)),
        data: (!as_of.past).then(|| structured::unit(&app, &government, &unit)),
        card: (!as_of.past).then(|| Card::unit(&government, &unit)),
        ..Page::default()
    };
    let suffix = as_of.suffix();
    Ok(visitor.page(&app, Some(&government), page, || {
        let mut way = vec![(format!("/{gov}"), government.short_name.clone()), (format!("/{gov}/unit"), words.t("units-title"))];
        if let (Some(slug), Some(name)) = (unit.parent_slug.clone().filter(|s| s != "pemerintah"), unit.parent_name.clone()) {
            way.push((format!("/{gov}/unit/{slug}{suffix}"), name));
        }
        let services = served.into_iter().map(|s| view! { <li><a href=format!("/{gov}/layanan/{}{suffix}", s.slug)><strong>{s.short_name}</strong></a><span class="soft">{s.completion_time} " · " {s.fee}</span></li> }).collect::<Vec<_>>();
        let has_services = !services.is_empty();
        let has_posts = !posts.is_empty();
        let posts = posts.iter().map(|p| position_item(words, &gov, p, false, &suffix)).collect_view();
        let has_below = !below.is_empty();
        let below = below.iter().map(|u| unit_item(&gov, u, &suffix)).collect_view();
        let all = more_cases.then(|| view! { <p><a href=format!("/{gov}/laporan?unit={}", unit.slug)>{words.t("unit-all-cases")}</a></p> });
        let cases = if cases.is_empty() { view! { <p class="soft">{words.t("unit-no-cases")}</p> }.into_any() } else { case_list(words, &government, cases, visitor.now).into_any() };
        view! {
            {crumbs(words, way, unit.name.clone())}
            {as_of_notice(words, &as_of, &visitor.path)}
            <div class="two">
                <article class="stack-loose">
                    <div class="stack"><h1>{unit.name.clone()}</h1>{ended(words, &gov, &unit, &as_of, &went_to)}{(!unit.about.is_empty()).then(|| view! { <p class="lead measure">{unit.about.clone()}</p> })}{unit_tabs(words, &gov, &as_of, &unit.slug, "")}</div>
                    {has_services.then(|| view! { <section class="stack" aria-labelledby="layanan"><h2 id="layanan">{words.t("unit-services")}</h2><ul class="list">{services}</ul></section> })}
                    {pledge_details(words, &gov, pledge)}
                    {has_posts.then(|| view! { <section class="stack" aria-labelledby="jabatan"><h2 id="jabatan">{words.t("unit-positions")}</h2><ul class="list posts">{posts}</ul></section> })}
                    {commitments(words, &gov, &promised, &as_of.day)}
                    {newest_announcements(words, &gov, &told, &as_of.day)}
                    {has_below.then(|| view! { <section class="stack" aria-labelledby="bawah"><h2 id="bawah">{words.t("unit-below")}</h2><ul class="list">{below}</ul></section> })}
                    <section class="stack" aria-labelledby="kasus"><h2 id="kasus">{words.t("unit-cases")}</h2>{cases}{all}</section>
                    {improvement_list(words, &improved, false)}
                    {performed.zip(latest).map(|(f, period)| view! { <section class="stack" aria-labelledby="kinerja"><h2 id="kinerja">{words.t("unit-performance")}": " {quarter(words, &period)}</h2>{brief(words, &f.told)}<p><a href=format!("/{gov}/kinerja/{}", unit.slug)>{words.with("performance-past", &[("unit", &unit.name)])}</a></p></section> })}
                    {before(words, &gov, &came_from)}
                    {as_of_chooser(words, &as_of, &visitor.path, Some(format!("/{gov}/unit/{}/riwayat", unit.slug)))}
                </article>
                {contact(words, &gov, &unit, (!as_of.past).then(|| follow_button(words, &gov, Followed::Unit, &unit.slug, following)))}
            </div>
            {something_wrong(words, &gov, &Subject::unit(&unit.slug))}
        }
    }))
}

/// A unit that is no more says so, and what took its place.
fn ended(words: &'static Words, gov: &str, unit: &Unit, as_of: &AsOf, went_to: &[Related]) -> impl IntoView + use<> {
    let over = unit.valid_to.clone().filter(|last| *last < as_of.day);
    over.map(|last| {
        let links = went_to.iter().map(|u| view! { <li><a href=format!("/{gov}/unit/{}", u.slug)>{u.name.clone()}</a></li> }).collect::<Vec<_>>();
        let replaced = (!links.is_empty()).then(|| view! { <p>{words.t("unit-replaced-by")}</p><ul>{links}</ul> });
        view! { <div class="notice wait"><p><strong>{words.with("unit-ended", &[("date", &dates::day(words, &last))])}</strong></p>{replaced}</div> }
    })
}

/// Whose place it took.
fn before(words: &'static Words, gov: &str, came_from: &[Related]) -> impl IntoView + use<> {
    let items = came_from
        .iter()
        .map(|u| view! { <li><a href=format!("/{gov}/unit/{}", u.slug)>{u.name.clone()}</a><span class="soft">{words.with("unit-until", &[("date", &dates::day(words, &u.since))])}</span></li> })
        .collect::<Vec<_>>();
    (!items.is_empty()).then(|| view! { <section class="stack" aria-labelledby="asal"><h2 id="asal">{words.t("unit-before")}</h2><ul class="list">{items}</ul></section> })
}

fn contact<F: IntoView>(words: &'static Words, gov: &str, unit: &Unit, follow: Option<F>) -> impl IntoView + use<F> {
    let row = |label: &str, value: &str| (!value.is_empty()).then(|| view! { <div><dt>{words.t(label)}</dt><dd>{value.to_owned()}</dd></div> });
    view! {
        <aside class="stack">
            <div class="card stack-tight">
                <h2>{words.t("unit-contact")}</h2>
                <dl class="stack-tight contact">
                    {row("unit-serves", &unit.serves)}
                    {row("unit-address", &unit.address)}
                    {row("unit-hours", &unit.hours)}
                    {row("unit-phone", &unit.phone)}
                    {row("unit-email", &unit.email)}
                </dl>
            </div>
            <div class="card stack-tight">
                <h2>{words.t("unit-send-title")}</h2>
                <p>{words.t("unit-send")}</p>
                <p><a class="button" href=format!("/{gov}/lapor?tentang=unit:{}", unit.slug)>{words.t("send-button")}</a></p>
            </div>
            {follow}
        </aside>
    }
}
