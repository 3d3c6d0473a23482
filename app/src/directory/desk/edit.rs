//! `/petugas/direktori/{gov}/{kind}/{slug}/ubah` and `…/{kind}/baru`: one form for units, posts, services and standards.
//! Filled in, then looked at beside what is there now, then published, or proposed to a second person.

use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::directory::areas::areas_of;
use domain::directory::changes::{NewChange, Submitted, submit};
use domain::directory::difference::{self, Difference};
use domain::directory::edit::{Fields, position, service, standard, unit};
use domain::directory::gate::Gate;
use domain::directory::history::{PositionContent, ServiceContent, UnitContent, on_day};
use domain::directory::standards::content_on;
use domain::directory::{Government, positions, services, units};
use domain::{Error, db::Conn};
use leptos::prelude::*;
use std::collections::HashMap;
use vocabulary::Problems;
use vocabulary::accounts::Role;
use vocabulary::directory::{COMPETENCY_MOST, Competency, LifeEvent, PositionType, SubjectKind, UnitKind};

use super::{administered, differences, way};
use crate::components::{crumbs, error_summary, hidden, line_field, option_list, text_area};
use crate::error::PageError;
use crate::form::Form;
use crate::session::{Visitor, say};
use crate::shell::{App, Page, Section};
use crate::words::Words;

/// What every form asks besides its subject.
const WHY: &[&str] = &["mulai", "alasan", "sk"];

/// The fields of a subject's form, in order.
fn names(kind: SubjectKind, new: bool) -> Vec<&'static str> {
    let mut names: Vec<&'static str> = match kind {
        SubjectKind::Unit => unit::FIELDS.to_vec(),
        SubjectKind::Position => {
            let competencies = Competency::ALL.iter().map(|c| position::competency_field(*c));
            position::FIELDS.iter().copied().chain(competencies).collect()
        }
        SubjectKind::Service => service::FIELDS.to_vec(),
        SubjectKind::Standard | SubjectKind::Tenure => standard::FIELDS.to_vec(),
    };
    if new {
        names.push("alamat_halaman");
    }
    names.extend(WHY);
    names
}

fn subject(kind: &str) -> Result<SubjectKind, PageError> {
    SubjectKind::parse(kind).filter(|k| *k != SubjectKind::Tenure).ok_or_else(|| Error::NotFound.into())
}

/// What the lists of a form offer.
#[derive(Default)]
struct Offers {
    units: Vec<(String, String)>,
    posts: Vec<(String, String)>,
    areas: Vec<(String, String)>,
}

async fn offers(conn: &mut Conn, government: &Government, kind: SubjectKind, unit_slug: &str, today: &str) -> Result<Offers, PageError> {
    let mut offers = Offers::default();
    if kind == SubjectKind::Standard {
        return Ok(offers);
    }
    offers.units = units::list(conn, &government.slug, today).await?.into_iter().map(|u| (u.slug, u.name)).collect();
    if kind == SubjectKind::Unit {
        offers.units.insert(0, ("pemerintah".into(), government.name_id.clone()));
        offers.areas = areas_of(conn, &government.area_code)
            .await?
            .into_iter()
            .map(|a| (a.code.clone(), if a.kind == "kecamatan" { format!("Kecamatan {}", a.name) } else { format!("{} · {}", a.name, a.parent_name) }))
            .collect();
        offers.areas.insert(0, (government.area_code.clone(), government.short_name.clone()));
    }
    if kind == SubjectKind::Position
        && let Ok(unit) = units::show(conn, Gate::inside(), &government.slug, unit_slug).await
    {
        let mut posts = positions::of_unit(conn, Gate::inside(), unit.id, today).await?;
        if let Some(parent) = unit.parent_slug {
            let parent = units::show(conn, Gate::inside(), &government.slug, &parent).await?;
            posts.extend(positions::of_unit(conn, Gate::inside(), parent.id, today).await?);
        }
        offers.posts = posts.into_iter().map(|p| (p.slug, format!("{} — {}", p.title, p.unit_name))).collect();
    }
    Ok(offers)
}

/// The form as it is before anything is typed: what is in force on the day, or nothing but where it was started from.
async fn before(conn: &mut Conn, government: &Government, kind: SubjectKind, slug: Option<&str>, query: &HashMap<String, String>, today: &str) -> Result<Fields, PageError> {
    let gov = &government.slug;
    let mut fields = match (kind, slug) {
        (SubjectKind::Unit, Some(slug)) => {
            let (id, _) = units::named(conn, gov, slug).await?;
            match on_day::<UnitContent>(conn, id.0, today).await? {
                Some(version) => unit::fields(conn, &version.content).await?,
                None => return Err(Error::NotFound.into()),
            }
        }
        (SubjectKind::Position, Some(slug)) => {
            let post = positions::show(conn, Gate::inside(), gov, slug).await?;
            match on_day::<PositionContent>(conn, post.id.0, today).await? {
                Some(version) => position::fields(conn, &version.content).await?,
                None => return Err(Error::NotFound.into()),
            }
        }
        (SubjectKind::Service, Some(slug)) => {
            let service = services::show(conn, Gate::inside(), gov, slug).await?;
            match on_day::<ServiceContent>(conn, service.id.0, today).await? {
                Some(version) => service::fields(conn, &version.content).await?,
                None => return Err(Error::NotFound.into()),
            }
        }
        (SubjectKind::Standard | SubjectKind::Tenure, Some(slug)) => {
            let service = services::show(conn, Gate::inside(), gov, slug).await?;
            content_on(conn, service.id, today).await?.map(|c| standard::fields(&c)).unwrap_or_default()
        }
        (_, None) => {
            let mut fields = Fields::default();
            for name in ["unit", "induk"] {
                fields.set(name, query.get(name).cloned().unwrap_or_default());
            }
            fields.set("kebutuhan", "1");
            fields.set("urutan", "10");
            fields
        }
    };
    fields.set("mulai", today);
    Ok(fields)
}

pub async fn get(State(app): State<App>, visitor: Visitor, Path((gov, kind, slug)): Path<(String, String, String)>) -> Result<Response, PageError> {
    open(&app, &visitor, &gov, subject(&kind)?, Some(&slug), &HashMap::new()).await
}

pub async fn get_new(
    State(app): State<App>,
    visitor: Visitor,
    Path((gov, kind)): Path<(String, String)>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, PageError> {
    let kind = subject(&kind)?;
    if kind == SubjectKind::Standard {
        return Err(Error::NotFound.into());
    }
    open(&app, &visitor, &gov, kind, None, &query).await
}

/// `…/unit/baru`, which would otherwise be a unit of that name.
pub async fn get_new_unit(State(app): State<App>, visitor: Visitor, Path(gov): Path<String>, Query(query): Query<HashMap<String, String>>) -> Result<Response, PageError> {
    open(&app, &visitor, &gov, SubjectKind::Unit, None, &query).await
}

pub async fn post_new_unit(State(app): State<App>, visitor: Visitor, Path(gov): Path<String>, form: Form) -> Result<Response, PageError> {
    act(&app, &visitor, &gov, SubjectKind::Unit, None, &form).await
}

async fn open(app: &App, visitor: &Visitor, gov: &str, kind: SubjectKind, slug: Option<&str>, query: &HashMap<String, String>) -> Result<Response, PageError> {
    let actor = visitor.staff()?;
    let mut conn = app.portal.db.read().await?;
    let government = administered(&mut conn, actor, gov).await?;
    let fields = before(&mut conn, &government, kind, slug, query, &government.today(visitor.now)).await?;
    draw(app, visitor, conn, government, kind, slug, &fields, Problems::default()).await
}

pub async fn post(State(app): State<App>, visitor: Visitor, Path((gov, kind, slug)): Path<(String, String, String)>, form: Form) -> Result<Response, PageError> {
    act(&app, &visitor, &gov, subject(&kind)?, Some(&slug), &form).await
}

pub async fn post_new(State(app): State<App>, visitor: Visitor, Path((gov, kind)): Path<(String, String)>, form: Form) -> Result<Response, PageError> {
    let kind = subject(&kind)?;
    if kind == SubjectKind::Standard {
        return Err(Error::NotFound.into());
    }
    act(&app, &visitor, &gov, kind, None, &form).await
}

async fn act(app: &App, visitor: &Visitor, gov: &str, kind: SubjectKind, slug: Option<&str>, form: &Form) -> Result<Response, PageError> {
    let actor = visitor.staff()?;
    let mut conn = app.portal.db.read().await?;
    let government = administered(&mut conn, actor, gov).await?;
    let today = government.today(visitor.now);
    let fields: Fields = names(kind, slug.is_none()).into_iter().map(|name| (name, form.get(name))).collect();
    if form.get("aksi") == "ubah" {
        return draw(app, visitor, conn, government, kind, slug, &fields, Problems::default()).await;
    }
    let asked = match kind {
        SubjectKind::Unit => unit::change(&app.portal, &mut conn, &government, slug, &fields).await,
        SubjectKind::Position => position::change(&app.portal, &mut conn, &government, slug, &fields).await,
        SubjectKind::Service => service::change(&app.portal, &mut conn, &government, slug, &fields).await,
        SubjectKind::Standard | SubjectKind::Tenure => standard::change(&mut conn, &government, slug.unwrap_or_default(), &fields, &today).await,
    };
    let changes = match asked {
        Ok(changes) => changes,
        Err(Error::Invalid(problems)) => return draw(app, visitor, conn, government, kind, slug, &fields, problems).await,
        Err(other) => return Err(other.into()),
    };
    // What one may not change is not there, before anything of it is shown.
    let scope = actor.scope(&mut conn, Role::Administrator, gov).await?;
    if changes.iter().any(|c| !scope.units.contains(&c.unit)) {
        return Err(Error::NotFound.into());
    }
    if form.get("aksi") != "kirim" {
        return preview(app, visitor, conn, government, kind, &fields, changes).await;
    }
    drop(conn);
    let back = changes.first().map(|c| c.slug.clone()).unwrap_or_default();
    match submit(&app.portal, actor, gov, changes).await {
        Ok(Submitted::Published) => {
            say(visitor, "change-published").await?;
            let public = if kind == SubjectKind::Standard { SubjectKind::Service } else { kind };
            Ok(Redirect::to(&format!("/{gov}/{public}/{back}")).into_response())
        }
        Ok(Submitted::Proposed(id)) => {
            say(visitor, "change-proposed").await?;
            Ok(Redirect::to(&format!("/petugas/direktori/{gov}/perubahan/{id}")).into_response())
        }
        Err(Error::Invalid(problems)) => {
            let conn = app.portal.db.read().await?;
            draw(app, visitor, conn, government, kind, slug, &fields, problems).await
        }
        Err(other) => Err(other.into()),
    }
}

async fn preview(app: &App, visitor: &Visitor, mut conn: Conn, government: Government, kind: SubjectKind, fields: &Fields, changes: Vec<NewChange>) -> Result<Response, PageError> {
    let mut found: Vec<Difference> = Vec::new();
    for change in &changes {
        found.extend(difference::of_new(&mut conn, change).await?);
    }
    drop(conn);
    let words = visitor.words;
    let four_eyes = changes.iter().any(|c| c.four_eyes);
    let title = changes.first().map(|c| c.title.clone()).unwrap_or_default();
    let page = Page { title: words.t("change-preview"), section: Section::Staff, private: true, ..Page::default() };
    let address = visitor.path.split('?').next().unwrap_or_default().to_owned();
    Ok(visitor.page(app, Some(&government), page, || {
        let kept = fields.iter().map(|(name, value)| view! { <input type="hidden" name=name.to_owned() value=value.to_owned()/> }).collect_view();
        let from = words.with("change-from", &[("date", &crate::dates::long_day(words, fields.get("mulai")))]);
        view! {
            {crumbs(words, way(words, &government), words.t("change-preview"))}
            <h1>{words.t("change-preview")}</h1>
            <p class="lead">{title} " — " {from}</p>
            {four_eyes.then(|| view! { <p class="notice wait">{words.t("change-four-eyes")}</p> })}
            {differences(words, kind, found)}
            <dl class="standard"><div><dt>{words.t("edit-alasan")}</dt><dd>{fields.get("alasan").to_owned()}</dd></div><div><dt>{words.t("edit-sk")}</dt><dd>{fields.get("sk").to_owned()}</dd></div></dl>
            <form method="post" action=address class="stack">
                {kept}
                <p class="actions"><button class="button" name="aksi" value="kirim">{words.t(if four_eyes { "change-propose" } else { "change-publish" })}</button><button class="button quiet" name="aksi" value="ubah">{words.t("change-back")}</button></p>
            </form>
        }
    }))
}

#[expect(clippy::too_many_arguments, reason = "what a form is: where, of what, as typed and what is wrong with it")]
async fn draw(
    app: &App,
    visitor: &Visitor,
    mut conn: Conn,
    government: Government,
    kind: SubjectKind,
    slug: Option<&str>,
    fields: &Fields,
    problems: Problems,
) -> Result<Response, PageError> {
    let today = government.today(visitor.now);
    let offers = offers(&mut conn, &government, kind, fields.get("unit"), &today).await?;
    drop(conn);
    let words = visitor.words;
    let heading = words.t(&format!("edit-{kind}-{}", if slug.is_some() { "title" } else { "new" }));
    let page = Page { title: heading.clone(), section: Section::Staff, wrong: !problems.is_empty(), private: true, ..Page::default() };
    let address = visitor.path.split('?').next().unwrap_or_default().to_owned();
    let gov = government.slug.clone();
    Ok(visitor.page(app, Some(&government), page, || {
        let controls = names(kind, slug.is_none()).into_iter().map(|name| control(words, &problems, kind, name, fields, &offers)).collect_view();
        let cancel = match (kind, slug) {
            (SubjectKind::Unit, Some(slug)) => format!("/petugas/direktori/{gov}/unit/{slug}"),
            (SubjectKind::Position, _) if !fields.get("unit").is_empty() => format!("/petugas/direktori/{gov}/unit/{}", fields.get("unit")),
            _ => format!("/petugas/direktori/{gov}"),
        };
        view! {
            {crumbs(words, way(words, &government), heading.clone())}
            {error_summary(words, &problems)}
            <h1>{heading}</h1>
            <form method="post" action=address class="stack measure" novalidate="novalidate">
                {controls}
                {(kind == SubjectKind::Standard).then(|| hidden("jenis_formulir", "standar"))}
                <p class="actions"><button class="button" name="aksi" value="periksa">{words.t("change-check")}</button><a href=cancel>{words.t("change-cancel")}</a></p>
            </form>
        }
    }))
}

/// One field of the form, by its name.
fn control(words: &'static Words, problems: &Problems, kind: SubjectKind, name: &'static str, fields: &Fields, offers: &Offers) -> AnyView {
    let own = format!("edit-{kind}-{name}");
    let label = if words.has(&own) { words.t(&own) } else { words.t(&format!("edit-{name}")) };
    let hint_key = [format!("edit-{kind}-{name}-hint"), format!("edit-{name}-hint")].into_iter().find(|k| words.has(k));
    let hint = hint_key.map(|k| words.t(&k));
    let value = fields.get(name);
    // What is there now is always on offer, or a form sent unchanged would take it away.
    let with_none = |options: &[(String, String)]| {
        let other = (!value.is_empty() && options.iter().all(|(v, _)| v != value)).then(|| (value.to_owned(), value.to_owned()));
        std::iter::once((String::new(), words.t("edit-none"))).chain(options.iter().cloned()).chain(other).collect::<Vec<_>>()
    };
    match (kind, name) {
        (_, "mulai") => line_field(words, problems, name, label, hint, "date", "", value).into_any(),
        (_, "alasan") => text_area(words, problems, name, label, hint, 3, value).into_any(),
        (SubjectKind::Unit, "jenis") => option_list(
            words,
            problems,
            name,
            label,
            hint,
            with_none(&UnitKind::ALL.iter().map(|k| (k.to_string(), words.t(&format!("unit-kind-{k}")))).collect::<Vec<_>>()),
            value,
        )
        .into_any(),
        (SubjectKind::Position, "jenis") => {
            option_list(words, problems, name, label, hint, with_none(&PositionType::ALL.iter().map(|k| (k.to_string(), words.t(&format!("type-{k}")))).collect::<Vec<_>>()), value)
                .into_any()
        }
        (SubjectKind::Service, "peristiwa") => {
            option_list(words, problems, name, label, hint, with_none(&LifeEvent::ALL.iter().map(|k| (k.to_string(), words.t(&format!("event-{k}")))).collect::<Vec<_>>()), value)
                .into_any()
        }
        (SubjectKind::Service, "oleh") => option_list(
            words,
            problems,
            name,
            label,
            hint,
            with_none(&service::GIVEN_BY.iter().map(|k| ((*k).to_owned(), words.t(&format!("served-by-{k}")))).collect::<Vec<_>>()),
            value,
        )
        .into_any(),
        (_, "induk" | "unit") => option_list(words, problems, name, label, hint, with_none(&offers.units), value).into_any(),
        (_, "atasan") => option_list(words, problems, name, label, hint, with_none(&offers.posts), value).into_any(),
        (_, "wilayah") => option_list(words, problems, name, label, hint, with_none(&offers.areas), value).into_any(),
        (SubjectKind::Position, competency) if competency.starts_with("kompetensi_") && competency != "kompetensi_teknis" => {
            let levels = (1..=COMPETENCY_MOST).map(|n| (n.to_string(), n.to_string())).collect::<Vec<_>>();
            option_list(words, problems, name, label, hint, with_none(&levels), value).into_any()
        }
        (_, "tentang" | "ringkasan" | "sarana" | "kompetensi" | "pengawasan" | "jaminan" | "keselamatan" | "evaluasi" | "pengaduan") => {
            text_area(words, problems, name, label, hint, 4, value).into_any()
        }
        (_, "tugas" | "hasil" | "wewenang" | "hubungan" | "syarat" | "kompetensi_teknis" | "pelaksana" | "persyaratan" | "prosedur" | "dasar_hukum") => {
            text_area(words, problems, name, label, hint, 6, value).into_any()
        }
        (_, "kelas" | "kebutuhan" | "urutan" | "hari_kerja" | "tarif_rupiah" | "petugas") => line_field(words, problems, name, label, hint, "number", "", value).into_any(),
        _ => line_field(words, problems, name, label, hint, "text", "", value).into_any(),
    }
}
