//! `/{gov}/layanan?wilayah=…`: what the district and ward offices of an area give, and where those offices are. Coming
//! from one service (`layanan=slug`), choosing an area leads back to that service with the office of the area.

use axum::response::Response;
use domain::Error;
use domain::db::Conn;
use domain::directory::areas::{Area, area_in, areas_under};
use domain::directory::browse::{ServicePage, Wanted, browse};
use domain::directory::offices::{Office, offices_of_area};
use domain::directory::services::{Service, show};
use domain::directory::{Government, past};
use leptos::prelude::*;
use vocabulary::corrections::Subject;
use vocabulary::following::Followed;

use super::as_of::{AsOf, as_of_chooser, as_of_notice};
use super::services::{Way, search, service_item, ways};
use crate::components::{crumbs, empty, pager, something_wrong};
use crate::error::PageError;
use crate::following::button::{Told, follow_button, told};
use crate::session::Visitor;
use crate::shell::{App, Page, Section};
use crate::words::Words;

/// A place to choose, and where the choice leads.
struct Places {
    title: String,
    items: Vec<(String, String)>,
}

#[expect(clippy::too_many_arguments, reason = "what the address asks for, each named")]
pub async fn answer(app: &App, visitor: &Visitor, mut conn: Conn, government: &Government, as_of: AsOf, code: &str, service: &str, after: &str) -> Result<Response, PageError> {
    let gov = &government.slug;
    let (gate, day) = (&app.portal.gate, &as_of.day);
    let area = match code {
        "" => None,
        code => Some(area_in(&mut conn, &government.area_code, code).await?.ok_or(Error::NotFound)?),
    };
    let service = if service.is_empty() { None } else { Some(show(&mut conn, &app.portal.gate, gov, service).await?) };
    let below = areas_under(&mut conn, area.as_ref().map_or(government.area_code.as_str(), |a| a.code.as_str())).await?;
    let offices = match (&area, &service) {
        (Some(area), None) if as_of.past => past::offices_of_area(&mut conn, gate, gov, &area.code, day).await?,
        (Some(area), None) => offices_of_area(&mut conn, gate, gov, &area.code, day).await?,
        _ => Vec::new(),
    };
    let kinds: Vec<_> = offices.iter().map(|o| o.kind).collect();
    let wanted = Wanted { given_by: &kinds, ..Wanted::default() };
    let given = match (kinds.is_empty(), as_of.past) {
        (true, _) => ServicePage { services: Vec::new(), after: None },
        (_, true) => past::browse(&mut conn, gate, gov, day, &wanted, after).await?,
        (_, false) => browse(&mut conn, gate, gov, day, &wanted, after).await?,
    };
    let following = match &area {
        Some(area) => told(&mut conn, visitor, Followed::Area, &area.code).await?,
        None => Told::Stranger,
    };
    drop(conn);
    let places = places(visitor.words, government, &as_of, area.as_ref(), service.as_ref(), below);
    Ok(draw(app, visitor, government, as_of, area, service, offices, given, places, after, following))
}

fn places(words: &Words, government: &Government, as_of: &AsOf, area: Option<&Area>, service: Option<&Service>, below: Vec<Area>) -> Places {
    let gov = &government.slug;
    let title = match area {
        None => words.t("services-pick-district"),
        Some(area) => words.with("services-pick-ward", &[("name", &area.name)]),
    };
    let lead = |code: &str, is_district: bool| match service {
        // The office that gives it is reached: back to the service.
        Some(s) if !is_district || s.served_by_kind.as_deref() == Some("kecamatan") => format!("/{gov}/layanan/{}?wilayah={code}", s.slug),
        Some(s) => format!("/{gov}/layanan?wilayah={code}&layanan={}", s.slug),
        None => format!("/{gov}/layanan?wilayah={code}"),
    };
    let items = below.into_iter().map(|a| (as_of.on(&lead(&a.code, a.kind == "kecamatan")), a.name)).collect();
    Places { title, items }
}

#[expect(clippy::too_many_arguments, reason = "what the page shows, each named")]
fn draw(
    app: &App,
    visitor: &Visitor,
    government: &Government,
    as_of: AsOf,
    area: Option<Area>,
    service: Option<Service>,
    offices: Vec<Office>,
    given: ServicePage,
    places: Places,
    after: &str,
    following: Told,
) -> Response {
    let (words, gov) = (visitor.words, government.slug.clone());
    let title = match (&service, &area) {
        (Some(s), _) => words.with("services-where", &[("name", &s.short_name)]),
        (None, Some(area)) => words.with("services-in-area", &[("name", &area.name)]),
        (None, None) => words.t("services-near"),
    };
    let page = Page { title: title.clone(), section: Section::Services, wrong: as_of.wrong, ..Page::default() };
    visitor.page(app, Some(government), page, || {
        let mut way = vec![(format!("/{gov}"), government.short_name.clone()), (as_of.on(&format!("/{gov}/layanan")), words.t("services-title"))];
        let kept = service.as_ref().map(|s| format!("&layanan={}", s.slug)).unwrap_or_default();
        let here = match &area {
            None => words.t("services-by-area"),
            Some(area) => {
                way.push((as_of.on(&format!("/{gov}/layanan?cara=wilayah{kept}")), words.t("services-by-area")));
                if let Some((district, _)) = area.code.rsplit_once('.').filter(|_| area.kind != "kecamatan") {
                    way.push((as_of.on(&format!("/{gov}/layanan?wilayah={district}{kept}")), area.parent_name.clone()));
                }
                area.name.clone()
            }
        };
        let code = area.as_ref().map(|a| a.code.clone()).unwrap_or_default();
        let turn = |rest: &str| as_of.on(&format!("/{gov}/layanan?wilayah={code}{rest}"));
        let (first, next) = ((!after.is_empty()).then(|| turn("")), given.after.map(|slug| turn(&format!("&setelah={slug}"))));
        let place = as_of.on(&format!("?wilayah={code}"));
        let items = given.services.into_iter().map(|s| service_item(words, &gov, s, &place)).collect::<Vec<_>>();
        let shows_services = area.is_some() && service.is_none();
        let services = shows_services.then(|| {
            if items.is_empty() {
                empty(words.t("services-none-title"), words.t("services-none"), Some((as_of.on(&format!("/{gov}/layanan")), words.t("services-all")))).into_any()
            } else {
                view! { <section class="stack" aria-labelledby="layanan"><h2 id="layanan">{words.t("services-given-here")}</h2><ul class="list">{items}</ul></section> }.into_any()
            }
        });
        let offices = offices.into_iter().map(|o| office_card(words, &gov, &as_of, o)).collect::<Vec<_>>();
        let choice = (!places.items.is_empty()).then(|| {
            let items = places.items.into_iter().map(|(href, name)| view! { <li><a href=href>{name}</a></li> }).collect_view();
            view! { <section class="stack" aria-labelledby="tempat"><h2 id="tempat">{places.title}</h2><ul class="list columns">{items}</ul></section> }
        });
        view! {
            {crumbs(words, way, here)}
            {as_of_notice(words, &as_of, &visitor.path)}
            <h1>{title}</h1>
            {search(words, &gov)}
            {ways(words, &gov, &as_of, Way::Area)}
            {(!offices.is_empty()).then(|| view! { <ul class="grid plain-list">{offices}</ul> })}
            {services}
            {pager(words, first, next)}
            {choice}
            {area.as_ref().filter(|_| shows_services && !as_of.past).map(|a| follow_button(words, &gov, Followed::Area, &a.code, following))}
            {as_of_chooser(words, &as_of, &visitor.path, Some(format!("/{gov}/perubahan")))}
            {something_wrong(words, &gov, &Subject::page("layanan"))}
        }
    })
}

/// Where an office is, when it is open and who leads it.
fn office_card(words: &'static Words, gov: &str, as_of: &AsOf, o: Office) -> impl IntoView + use<> {
    let row = move |label: &str, value: String| (!value.is_empty()).then(|| view! { <div><dt>{words.t(label)}</dt><dd>{value}</dd></div> });
    let head = o.head_slug.zip(o.head_title).map(|(slug, title)| {
        let holder = o.holder.map(|name| view! { " · " {name} });
        view! { <p class="soft"><a href=as_of.on(&format!("/{gov}/jabatan/{slug}"))>{title}</a>{holder}</p> }
    });
    view! {
        <li class="card stack-tight">
            <h2><a href=as_of.on(&format!("/{gov}/unit/{}", o.slug))>{o.name}</a></h2>
            <dl class="stack-tight contact">{row("unit-address", o.address)}{row("unit-hours", o.hours)}{row("unit-phone", o.phone)}</dl>
            {head}
        </li>
    }
}
