//! `/{gov}/unit` and one unit: what it does, its services, its posts with holders and vacancies, its cases.

use axum::extract::{Path, State};
use axum::response::Response;
use domain::directory::positions::{ListedPosition, of_unit};
use domain::directory::units::{ListedUnit, Unit, list, show, under};
use domain::directory::{government, services};
use domain::feedback::{self, Filter};
use leptos::prelude::*;
use vocabulary::directory::{TenureKind, UnitKind};

use crate::components::{case_list, crumbs};
use crate::error::PageError;
use crate::open_data::structured;
use crate::session::Visitor;
use crate::shell::{App, Page, Section};
use crate::words::Words;

pub async fn units(State(app): State<App>, visitor: Visitor, Path(gov): Path<String>) -> Result<Response, PageError> {
    let mut conn = app.portal.db.read().await?;
    let government = government(&mut conn, &gov).await?;
    let units = list(&mut conn, &gov, &government.today(visitor.now)).await?;
    drop(conn);
    let words = visitor.words;
    let page = Page { title: words.t("units-title"), section: Section::Directory, ..Page::default() };
    Ok(visitor.page(&app, Some(&government), page, || {
        let is_area = |kind: UnitKind| matches!(kind, UnitKind::UrbanVillage | UnitKind::Village | UnitKind::District);
        let agencies = units.iter().filter(|u| !is_area(u.kind)).map(|u| unit_item(&gov, u)).collect_view();
        // Wards stand under their district; the districts are few enough to scan.
        let districts = units
            .iter()
            .filter(|u| u.kind == UnitKind::District)
            .map(|district| {
                let wards = units.iter().filter(|u| u.parent_name.as_deref() == Some(district.name.as_str())).map(|u| unit_item(&gov, u)).collect_view();
                view! { <details class="area"><summary>{district.name.clone()}</summary><ul class="list"><li><a href=format!("/{gov}/unit/{}", district.slug)><strong>{words.with("units-office", &[("name", &district.name)])}</strong></a></li>{wards}</ul></details> }
            })
            .collect_view();
        view! {
            {crumbs(words, vec![(format!("/{gov}"), government.short_name.clone())], words.t("units-title"))}
            <h1>{words.t("units-title")}</h1>
            <p class="lead measure">{words.t("units-lead")}</p>
            {directory_tabs(words, &gov, "unit")}
            <section class="stack" aria-labelledby="opd"><h2 id="opd">{words.t("units-agencies")}</h2><ul class="list">{agencies}</ul></section>
            <section class="stack" aria-labelledby="wilayah"><h2 id="wilayah">{words.t("units-areas")}</h2><div class="stack-tight">{districts}</div></section>
        }
    }))
}

/// The two ways into the directory.
pub fn directory_tabs(words: &'static Words, gov: &str, here: &'static str) -> impl IntoView + use<> {
    let tab = |path: &'static str, label: String| view! { <a href=format!("/{gov}/{path}") aria-current=(path == here).then_some("page")>{label}</a> };
    view! { <nav class="tabs" aria-label=words.t("nav-directory")>{tab("unit", words.t("tab-units"))}{tab("jabatan", words.t("tab-positions"))}</nav> }
}

fn unit_item(gov: &str, unit: &ListedUnit) -> impl IntoView + use<> {
    view! { <li><a href=format!("/{gov}/unit/{}", unit.slug)><strong>{unit.name.clone()}</strong></a></li> }
}

/// A post in a list: its holder where the post is managerial, else how many are there; a vacancy is said.
pub fn position_item(words: &'static Words, gov: &str, p: &ListedPosition, with_unit: bool) -> impl IntoView + use<> {
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
            <a href=format!("/{gov}/jabatan/{}", p.slug)><strong>{p.title.clone()}</strong></a>
            {(!detail.is_empty()).then(|| view! { <span class="soft">{detail}</span> })}
            {vacant.then(|| view! { <span class="chip wait">{words.t("position-vacant")}</span> })}
        </li>
    }
}

pub async fn unit(State(app): State<App>, visitor: Visitor, Path((gov, slug)): Path<(String, String)>) -> Result<Response, PageError> {
    let mut conn = app.portal.db.read().await?;
    let government = government(&mut conn, &gov).await?;
    let unit = show(&mut conn, &app.portal.gate, &gov, &slug).await?;
    let today = government.today(visitor.now);
    let posts = of_unit(&mut conn, &app.portal.gate, unit.id, &today).await?;
    let served = services::of_unit(&mut conn, &app.portal.gate, unit.id, &gov, unit.kind.as_str(), &today).await?;
    let below = under(&mut conn, unit.id).await?;
    let mut cases = feedback::list(&mut conn, &gov, &Filter { unit: Some(unit.id), ..Filter::default() }, None).await?.cases;
    drop(conn);
    let more_cases = cases.len() > 5;
    cases.truncate(5);
    let words = visitor.words;
    let page = Page {
        title: unit.name.clone(),
        description: Some(unit.about.clone()).filter(|a| !a.is_empty()),
        section: Section::Directory,
        data: Some(structured::unit(&app, &government, &unit)),
        ..Page::default()
    };
    Ok(visitor.page(&app, Some(&government), page, || {
        let mut way = vec![(format!("/{gov}"), government.short_name.clone()), (format!("/{gov}/unit"), words.t("units-title"))];
        if let (Some(slug), Some(name)) = (unit.parent_slug.clone().filter(|s| s != "pemerintah"), unit.parent_name.clone()) {
            way.push((format!("/{gov}/unit/{slug}"), name));
        }
        let services = served.into_iter().map(|s| view! { <li><a href=format!("/{gov}/layanan/{}", s.slug)><strong>{s.short_name}</strong></a><span class="soft">{s.completion_time} " · " {s.fee}</span></li> }).collect::<Vec<_>>();
        let has_services = !services.is_empty();
        let has_posts = !posts.is_empty();
        let posts = posts.iter().map(|p| position_item(words, &gov, p, false)).collect_view();
        let has_below = !below.is_empty();
        let below = below.iter().map(|u| unit_item(&gov, u)).collect_view();
        let all = more_cases.then(|| view! { <p><a href=format!("/{gov}/laporan?unit={}", unit.slug)>{words.t("unit-all-cases")}</a></p> });
        let cases = if cases.is_empty() { view! { <p class="soft">{words.t("unit-no-cases")}</p> }.into_any() } else { case_list(words, &government, cases, visitor.now).into_any() };
        view! {
            {crumbs(words, way, unit.name.clone())}
            <div class="two">
                <article class="stack-loose">
                    <div class="stack"><h1>{unit.name.clone()}</h1>{(!unit.about.is_empty()).then(|| view! { <p class="lead measure">{unit.about.clone()}</p> })}</div>
                    {has_services.then(|| view! { <section class="stack" aria-labelledby="layanan"><h2 id="layanan">{words.t("unit-services")}</h2><ul class="list">{services}</ul></section> })}
                    {has_posts.then(|| view! { <section class="stack" aria-labelledby="jabatan"><h2 id="jabatan">{words.t("unit-positions")}</h2><ul class="list posts">{posts}</ul></section> })}
                    {has_below.then(|| view! { <section class="stack" aria-labelledby="bawah"><h2 id="bawah">{words.t("unit-below")}</h2><ul class="list">{below}</ul></section> })}
                    <section class="stack" aria-labelledby="kasus"><h2 id="kasus">{words.t("unit-cases")}</h2>{cases}{all}</section>
                </article>
                {contact(words, &gov, &unit)}
            </div>
        }
    }))
}

fn contact(words: &'static Words, gov: &str, unit: &Unit) -> impl IntoView + use<> {
    let row = |label: &str, value: &str| (!value.is_empty()).then(|| view! { <div><dt>{words.t(label)}</dt><dd>{value.to_owned()}</dd></div> });
    view! {
        <aside class="stack">
            <div class="card stack-tight">
                <h2>{words.t("unit-contact")}</h2>
                <dl class="stack-tight contact">
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
        </aside>
    }
}
