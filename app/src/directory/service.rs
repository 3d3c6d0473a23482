//! `/{gov}/layanan/{slug}`: one service. The short answer first (what to bring, how long, what it costs, who is
//! responsible, where and when), then promise beside experience, then what people report of it.

use axum::extract::{Path, Query, State};
use axum::response::Response;
use domain::Error;
use domain::db::Conn;
use domain::directory::areas::{Area, area_in};
use domain::directory::gate::Gate;
use domain::directory::offices::{Office, office_of, offices_of_area};
use domain::directory::pledges::{Pledge, pledge_of};
use domain::directory::services::{Server, Service, Standard, served_by, show, standard_on};
use domain::directory::{Government, browse, government, past};
use domain::feedback::{self, Experience, Filter, ListedCase, experience};
use leptos::prelude::*;
use std::collections::HashMap;
use vocabulary::corrections::Subject;
use vocabulary::directory::{EntryKind, ServicePart, TenureKind, UnitKind};
use vocabulary::following::Followed;

use super::as_of::{AsOf, as_of_chooser, as_of_notice};
use super::pledge::pledge_details;
use super::service_promise::{further, promise_beside_experience};
use crate::components::{case_list, crumbs, lines, something_wrong};
use crate::error::PageError;
use crate::following::button::{follow_button, told};
use crate::open_data::structured;
use crate::session::Visitor;
use crate::sharing::Card;
use crate::shell::{App, Page, Section};
use crate::words::Words;

/// How many of the things to bring stand in the short answer; the rest is a link further down.
const BRING_MOST: usize = 4;
const CASES_SHOWN: usize = 5;

/// Everything the page says, loaded before it is drawn.
struct Shown {
    service: Service,
    standard: Option<Standard>,
    servers: Vec<Server>,
    /// Where to go: the unit's office, or of a service that every ward gives the office of the chosen area.
    office: Option<Office>,
    area: Option<Area>,
    experience: Experience,
    pledge: Option<Pledge>,
    cases: Vec<ListedCase>,
}

async fn load(conn: &mut Conn, gate: &Gate, government: &Government, slug: &str, area_code: &str, as_of: &AsOf, at: (&str, &str)) -> Result<Shown, PageError> {
    let day = as_of.day.as_str();
    let (service, servers) = if as_of.past {
        let found = past::service(conn, gate, &government.slug, slug, day).await;
        as_of.found(conn, found, (&government.slug, EntryKind::Service, slug), at).await?
    } else {
        let service = show(conn, gate, &government.slug, slug).await?;
        // A service that is to come is not there yet.
        if service.valid_from.as_str() > day {
            return Err(Error::NotFound.into());
        }
        let servers = served_by(conn, gate, service.id, day).await?;
        (service, servers)
    };
    let standard = standard_on(conn, gate, service.id, day).await?;
    let area = match area_code {
        "" => None,
        code => Some(area_in(conn, &government.area_code, code).await?.ok_or(Error::NotFound)?),
    };
    let mut office = match (service.unit_id, &area) {
        (Some(unit), _) => Some(office_of(conn, gate, unit, day).await?),
        (None, Some(area)) => {
            let near = match as_of.past {
                true => past::offices_of_area(conn, gate, &government.slug, &area.code, day).await?,
                false => offices_of_area(conn, gate, &government.slug, &area.code, day).await?,
            };
            near.into_iter().find(|o| service.served_by_kind.as_deref() == Some(browse::given_as(o.kind)))
        }
        (None, None) => None,
    };
    if let Some(office) = office.as_mut().filter(|_| as_of.past) {
        let then = past::unit(conn, gate, &government.slug, &office.slug, day).await?;
        (office.name, office.address, office.hours, office.phone) = (then.name, then.address, then.hours, then.phone);
    }
    let pledge = match &office {
        Some(office) => pledge_of(conn, office.id, day).await?,
        None => None,
    };
    let experience = experience(conn, service.id, day).await?;
    let mut cases = feedback::list(conn, &government.slug, &Filter { service: Some(service.id), ..Filter::default() }, None).await?.cases;
    cases.truncate(CASES_SHOWN);
    Ok(Shown { service, standard, servers, office, area, experience, pledge, cases })
}

pub async fn service(
    State(app): State<App>,
    visitor: Visitor,
    Path((gov, slug)): Path<(String, String)>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, PageError> {
    let mut conn = app.portal.db.read().await?;
    let government = government(&mut conn, &gov).await?;
    let area_code = query.get("wilayah").map(String::as_str).unwrap_or_default();
    let today = government.today(visitor.now);
    let as_of = AsOf::asked(&query, &today);
    let shown = load(&mut conn, &app.portal.gate, &government, &slug, area_code, &as_of, (&visitor.path, &today)).await?;
    let following = told(&mut conn, &visitor, Followed::Service, shown.service.id).await?;
    drop(conn);
    let words = visitor.words;
    let data = (!as_of.past).then(|| structured::service(&app, &government, &shown.service, shown.standard.as_ref()));
    let page = Page {
        title: shown.service.short_name.clone(),
        description: Some(shown.service.summary.clone()),
        section: Section::Services,
        wrong: as_of.wrong,
        data,
        card: (!as_of.past).then(|| Card::service(&government, &shown.service)),
        ..Page::default()
    };
    Ok(visitor.page(&app, Some(&government), page, || {
        let over = shown
            .service
            .valid_to
            .clone()
            .filter(|last| *last < as_of.day)
            .map(|last| view! { <p class="notice wait">{words.with("service-ended", &[("date", &crate::dates::day(words, &last))])}</p> });
        let way = vec![(format!("/{gov}"), government.short_name.clone()), (format!("/{gov}/layanan"), words.t("services-title"))];
        let short_answer = short_answer(words, &gov, &shown, &as_of);
        let Shown { service, standard, servers, experience, pledge, cases, .. } = shown;
        let promise = promise_beside_experience(words, &gov, &service, standard.as_ref(), &experience);
        let further = standard.map(|s| further(words, &service, s));
        let all = (experience.cases > CASES_SHOWN as i64).then(|| view! { <p><a href=format!("/{gov}/laporan?layanan={}", service.slug)>{words.t("service-all-cases")}</a></p> });
        let cases =
            if cases.is_empty() { view! { <p class="soft">{words.t("service-no-cases")}</p> }.into_any() } else { case_list(words, &government, cases, visitor.now).into_any() };
        view! {
            {crumbs(words, way, service.short_name.clone())}
            {as_of_notice(words, &as_of, &visitor.path)}
            <div class="stack-tight">
                <h1>{service.short_name.clone()}</h1>
                {over}
                {short_answer}
            </div>
            <div class="two">
                <article class="stack-loose">
                    {(service.summary != service.short_name).then(|| view! { <p class="lead">{service.summary.clone()}</p> })}
                    {promise}
                    {further}
                    <section class="stack" aria-labelledby="kasus"><h2 id="kasus">{words.t("service-cases")}</h2>{cases}{all}</section>
                    {as_of_chooser(words, &as_of, &visitor.path, Some(format!("/{gov}/layanan/{}/riwayat", service.slug)))}
                </article>
                <aside class="stack">
                    {serving(words, &gov, &service, servers, &as_of)}
                    {pledge_details(words, &gov, pledge)}
                    {(!as_of.past).then(|| follow_button(words, &gov, Followed::Service, &service.slug, following))}
                </aside>
            </div>
            {something_wrong(words, &gov, &Subject::service(&slug))}
        }
    }))
}

/// The card that a resident reads in the first screen of a phone.
fn short_answer(words: &'static Words, gov: &str, shown: &Shown, as_of: &AsOf) -> impl IntoView + use<> {
    let standard = shown.standard.as_ref();
    let none = standard.is_none().then(|| view! { <p class="notice wait">{words.t("standard-none")}</p> });
    let bring = standard.map(|s| lines(&s.requirements)).filter(|needs| !needs.is_empty()).map(|needs| {
        let left = needs.len().saturating_sub(BRING_MOST);
        let items = needs.into_iter().take(BRING_MOST).map(|l| view! { <li>{l}</li> }).collect_view();
        let rest = (left > 0).then(|| view! { <a href="#janji-requirements">{words.n("brief-more", left as i64)}</a> });
        view! { <div class="whole"><dt>{words.t("brief-bring")}</dt><dd><ul>{items}</ul>{rest}</dd></div> }
    });
    let terms = standard.map(|s| {
        view! {
            <div><dt>{words.t("brief-time")}</dt><dd>{s.completion_time.clone()}</dd></div>
            <div><dt>{words.t("brief-fee")}</dt><dd>{s.fee.clone()}</dd></div>
        }
    });
    // The area of the office that gives it, so that a report reaches that office.
    let place = shown.area.as_ref().and(shown.office.as_ref()).and_then(|o| o.area_code.as_ref()).map(|code| format!("&wilayah={code}")).unwrap_or_default();
    view! {
        <section class="card brief stack-tight" aria-labelledby="singkat">
            <h2 id="singkat" class="visually-hidden">{words.t("brief-title")}</h2>
            {none}
            <dl>
                {bring}
                {terms}
                <div class="half"><dt>{words.t("brief-who")}</dt><dd>{responsible(words, gov, shown, as_of)}</dd></div>
                <div class="half"><dt>{words.t("brief-where")}</dt><dd>{place_and_hours(words, gov, shown, as_of)}</dd></div>
            </dl>
            <p><a class="button" href=format!("/{gov}/lapor?tentang=layanan:{}{place}", shown.service.slug)>{words.t("brief-send")}</a></p>
            <p class="soft">{words.t("service-send")}</p>
        </section>
    }
}

/// Name of a holder, with Plt. or Plh. before it for one who stands in.
fn holder_name(words: &Words, holder: Option<&String>, kind: Option<&String>) -> Option<String> {
    let stands_in = kind.and_then(|k| TenureKind::parse(k)).filter(|k| *k != TenureKind::Definitive).map(|k| words.t(&format!("tenure-{k}-short")));
    holder.map(|name| [stands_in, Some(name.clone())].into_iter().flatten().collect::<Vec<_>>().join(" "))
}

/// The post and its unit; the holder's name where the post is managerial. A service that every ward gives has none
/// before the ward is known.
fn responsible(words: &'static Words, gov: &str, shown: &Shown, as_of: &AsOf) -> AnyView {
    let server = shown.servers.iter().find(|s| s.part == ServicePart::Responsible);
    let post =
        server.map(|s| (s.slug.clone(), s.title.clone(), s.unit_slug.clone(), s.unit_name.clone(), holder_name(words, s.holder.as_ref(), s.holder_kind.as_ref()))).or_else(|| {
            let o = shown.office.as_ref()?;
            Some((o.head_slug.clone()?, o.head_title.clone()?, o.slug.clone(), o.name.clone(), holder_name(words, o.holder.as_ref(), o.holder_kind.as_ref())))
        });
    match (post, &shown.office) {
        (Some((slug, title, unit_slug, unit, holder)), _) => view! {
            <a href=as_of.on(&format!("/{gov}/jabatan/{slug}"))>{title}</a>
            {holder.map(|name| view! { <span>{name}</span> })}
            <span class="soft"><a href=as_of.on(&format!("/{gov}/unit/{unit_slug}"))>{unit}</a></span>
        }
        .into_any(),
        (None, Some(office)) => view! { <a href=as_of.on(&format!("/{gov}/unit/{}", office.slug))>{office.name.clone()}</a> }.into_any(),
        (None, None) => view! { <span>{words.t(&format!("brief-who-{}", ward_kind(&shown.service)))}</span> }.into_any(),
    }
}

fn ward_kind(service: &Service) -> UnitKind {
    service.served_by_kind.as_deref().and_then(UnitKind::parse).unwrap_or(UnitKind::UrbanVillage)
}

fn place_and_hours(words: &'static Words, gov: &str, shown: &Shown, as_of: &AsOf) -> impl IntoView + use<> {
    let slug = &shown.service.slug;
    let kind = ward_kind(&shown.service);
    let pick = shown.service.served_by_kind.as_ref().map(|_| {
        let key = if shown.office.is_some() { "brief-pick-other".to_owned() } else { format!("brief-pick-{kind}") };
        view! { <a class="pick" href=format!("/{gov}/layanan?cara=wilayah&layanan={slug}")>{words.t(&key)}</a> }
    });
    let here = match &shown.office {
        Some(office) => {
            let name = shown.service.served_by_kind.as_ref().map(|_| view! { <a href=as_of.on(&format!("/{gov}/unit/{}", office.slug))>{office.name.clone()}</a> });
            let said = [&office.address, &office.hours].into_iter().filter(|t| !t.is_empty()).cloned().map(|t| view! { <span>{t}</span> }).collect::<Vec<_>>();
            let unknown =
                (said.is_empty() && name.is_none()).then(|| view! { <span><a href=as_of.on(&format!("/{gov}/unit/{}", office.slug))>{words.t("brief-where-unit")}</a></span> });
            view! { {name}{said}{unknown} }.into_any()
        }
        None => view! { <span>{words.t(&format!("brief-where-{kind}"))}</span> }.into_any(),
    };
    view! { {here}{pick} }
}

/// Which posts do which part of it.
fn serving(words: &'static Words, gov: &str, service: &Service, servers: Vec<Server>, as_of: &AsOf) -> impl IntoView + use<> {
    let ward = service.served_by_kind.as_ref().map(|kind| view! { <p class="soft">{words.t(&format!("service-every-{kind}"))}</p> });
    let items = servers
        .into_iter()
        .map(|s| {
            let count = if s.headcount_required > 1 { words.with("position-filled", &[("actual", &s.headcount_actual.to_string()), ("required", &s.headcount_required.to_string())]) } else { String::new() };
            let detail = [words.t(&format!("part-{}", s.part)), count].into_iter().filter(|t| !t.is_empty()).collect::<Vec<_>>().join(" · ");
            view! { <li><a href=as_of.on(&format!("/{gov}/jabatan/{}", s.slug))>{s.title}</a><span class="soft">{detail}</span>{(s.headcount_actual == 0).then(|| view! { <span class="chip wait">{words.t("position-vacant")}</span> })}</li> }
        })
        .collect::<Vec<_>>();
    let known = ward.is_some() || !items.is_empty();
    let list = (!items.is_empty()).then(|| view! { <ul class="list">{items}</ul> });
    known.then(|| view! { <section class="stack-tight" aria-labelledby="siapa"><h2 id="siapa">{words.t("service-who")}</h2>{ward}{list}</section> })
}
