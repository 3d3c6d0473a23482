//! `/{gov}/lapor`: sending feedback, one question a screen. Every answer travels with the form, so that no screen, no
//! error and no expired session can lose it; each screen posts to this same address.

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::directory::{Government, areas, government, positions, services, units};
use domain::feedback::similar::{Wanted, similar};
use domain::{Error, Refusal, feedback, files, secrets};
use std::collections::HashMap;
use vocabulary::feedback::{Answers, Kind, PHOTOS_MOST, Screen, Target};
use vocabulary::{Fault, Problems};

use super::receipt_cookie::hold;
use super::send_screens::{Choices, draw};
use crate::error::PageError;
use crate::form::Form;
use crate::limits::{Address, What};
use crate::session::Visitor;
use crate::shell::App;

/// Where someone is in the flow.
pub struct Flow {
    pub screen: Screen,
    pub answers: Answers,
    pub problems: Problems,
    /// The check page sent them here to change one answer: the next screen is the check page again.
    pub returning: bool,
    /// They came from the page of what it is about: that question is answered.
    pub arrived: bool,
}

pub async fn get(State(app): State<App>, visitor: Visitor, Path(gov): Path<String>, Query(query): Query<HashMap<String, String>>) -> Result<Response, PageError> {
    let about = query.get("tentang").filter(|t| Target::parse(t).is_ok()).cloned().unwrap_or_default();
    // The page of a service that every ward gives knows the ward.
    let area = query.get("wilayah").filter(|code| code.len() <= 20).cloned().unwrap_or_default();
    let answers = Answers { key: app.portal.chance.token(), about: about.clone(), area, ..Answers::default() };
    let flow = Flow { screen: Screen::Protection, answers, problems: Problems::default(), returning: false, arrived: !about.is_empty() };
    show(&app, &visitor, &gov, flow).await
}

pub async fn post(State(app): State<App>, visitor: Visitor, Address(address): Address, Path(gov): Path<String>, form: Form) -> Result<Response, PageError> {
    app.limits.check(What::Write, &address)?;
    let mut conn = app.portal.db.read().await?;
    let government = government(&mut conn, &gov).await?;
    drop(conn);
    let today = government.today(visitor.now);
    let mut flow = read(&app, &form);
    let bad_photos = keep_photos(&app, &mut flow.answers.photos, &form).await?;
    let action = form.get("aksi").to_owned();
    if let Some(target) = action.strip_prefix("ubah-").and_then(Screen::parse) {
        flow.screen = target;
        flow.returning = true;
    } else if action == "kembali" {
        flow.screen = before(&flow);
    } else if let Some(reference) = action.strip_prefix("ikut-") {
        // Counted to a case that is there already, instead of being sent.
        app.limits.check(What::Send, &address)?;
        let who = visitor.actor.as_ref().map_or(feedback::Follower::Form(&flow.answers.key), |a| feedback::Follower::Account(a.account));
        feedback::follow(&app.portal, &gov, reference, &who).await?;
        return Ok(Redirect::to(&format!("/{gov}/laporan/{reference}?ikut=1")).into_response());
    } else if action == "kirim" && !bad_photos.is_empty() {
        // From the page for writing without a network, which has photos and all on one screen.
        flow.screen = Screen::Place;
        flow.returning = true;
        flow.problems = bad_photos;
    } else if action == "kirim" {
        app.limits.check(What::Send, &address)?;
        return send(&app, &visitor, &government, flow, &today).await;
    } else {
        flow.problems = flow.answers.problems_on(flow.screen, &today);
        flow.problems.0.extend(bad_photos.0);
        if flow.problems.is_empty() {
            flow.screen = after(&flow, &today);
            flow.returning = flow.returning && flow.screen != Screen::Check;
        }
    }
    show(&app, &visitor, &gov, flow).await
}

fn before(flow: &Flow) -> Screen {
    match flow.screen.before() {
        Some(Screen::About) if flow.arrived => Screen::Protection,
        Some(screen) => screen,
        None => flow.screen,
    }
}

fn after(flow: &Flow, today: &str) -> Screen {
    if flow.returning {
        return flow.answers.first_wrong(today).unwrap_or(Screen::Check);
    }
    match flow.screen.next() {
        Screen::About if flow.arrived => Screen::Story,
        screen => screen,
    }
}

/// The form as it came, every word as it was typed.
pub(super) fn read(app: &App, form: &Form) -> Flow {
    let key = form.get("kunci");
    let answers = Answers {
        key: if secrets::is_token(key) { key.to_owned() } else { app.portal.chance.token() },
        protection: form.get("perlindungan").to_owned(),
        name: form.get("nama").to_owned(),
        about: form.get("tentang").to_owned(),
        kind: form.get("jenis").to_owned(),
        story: form.get("cerita").to_owned(),
        date: form.get("tanggal").to_owned(),
        area: form.get("wilayah").to_owned(),
        place: form.get("tempat").to_owned(),
        photos: form.all("foto-tersimpan").into_iter().filter(|f| files::is_file_name(f)).collect(),
        email: form.get("surel").to_owned(),
    };
    Flow {
        screen: Screen::parse(form.get("layar")).unwrap_or(Screen::Protection),
        answers,
        problems: Problems::default(),
        returning: form.get("periksa") == "1",
        arrived: form.get("asal") == "1",
    }
}

/// Keeps the photos that are good, up to as many as a form may have, and names what is wrong with the others.
pub async fn keep_photos(app: &App, kept: &mut Vec<String>, form: &Form) -> Result<Problems, PageError> {
    let mut problems = Problems::default();
    for (bytes, name) in form.files.iter().zip(&form.file_names) {
        if kept.len() >= PHOTOS_MOST {
            problems.add("foto", Fault::TooManyFiles { most: PHOTOS_MOST });
            break;
        }
        match feedback::keep_photo(&app.portal, name, bytes.clone()).await {
            Ok(Ok(photo)) if kept.contains(&photo.file) => {}
            Ok(Ok(photo)) => kept.push(photo.file),
            Ok(Err(fault)) => problems.add("foto", fault),
            Err(e) => problems.add("foto", not_kept(e)?),
        }
    }
    Ok(problems)
}

/// A disk that is full, or a database that takes nothing: the page comes back with every word and says so, and the log
/// says why. Anything else is passed on.
fn not_kept(error: Error) -> Result<Fault, PageError> {
    match error {
        Error::Files(_) | Error::Io(_) | Error::Database(_) => {
            tracing::error!(%error, "what was sent could not be kept");
            Ok(Fault::NotKept)
        }
        other => Err(other.into()),
    }
}

async fn send(app: &App, visitor: &Visitor, government: &Government, mut flow: Flow, today: &str) -> Result<Response, PageError> {
    let input = match flow.answers.parse(today) {
        Ok(input) => input,
        Err(problems) => {
            flow.screen = flow.answers.first_wrong(today).unwrap_or(Screen::Check);
            flow.problems = Problems(problems.0.into_iter().filter(|p| flow.screen.fields().contains(&p.field)).collect());
            flow.returning = true;
            return show(app, visitor, &government.slug, flow).await;
        }
    };
    let account = visitor.actor.as_ref().map(|a| a.account);
    match feedback::send(&app.portal, government, account, visitor.words.language, input).await {
        Ok(sent) => {
            let mut response = Redirect::to(&format!("/{}/lapor/terkirim", government.slug)).into_response();
            hold(app, &mut response, &sent.receipt);
            Ok(response)
        }
        Err(Error::Invalid(problems)) => {
            drop_swept(app, &mut flow.answers.photos, &problems).await;
            flow.screen = Screen::ALL.iter().copied().find(|s| problems.0.iter().any(|p| s.fields().contains(&p.field))).unwrap_or(Screen::Check);
            flow.problems = problems;
            flow.returning = true;
            show(app, visitor, &government.slug, flow).await
        }
        // Nothing that was typed is lost to a table that ends too early.
        Err(Error::Refused(Refusal::BeyondCalendar)) => {
            flow.screen = Screen::Check;
            flow.problems.add("setuju", Fault::BeyondCalendar);
            show(app, visitor, &government.slug, flow).await
        }
        Err(e) => {
            flow.screen = Screen::Check;
            flow.problems.add("setuju", not_kept(e)?);
            show(app, visitor, &government.slug, flow).await
        }
    }
}

/// A form that lay open for days: its photos were deleted, and are asked for again.
async fn drop_swept(app: &App, photos: &mut Vec<String>, problems: &Problems) {
    if problems.of("foto").is_some() {
        drop_missing(app, photos).await;
    }
}

/// Leaves those photos that are still kept.
pub(super) async fn drop_missing(app: &App, photos: &mut Vec<String>) {
    let mut there = Vec::new();
    for photo in photos.drain(..) {
        if app.portal.files.read(&photo).await.is_ok() {
            there.push(photo);
        }
    }
    *photos = there;
}

async fn show(app: &App, visitor: &Visitor, gov: &str, flow: Flow) -> Result<Response, PageError> {
    let mut conn = app.portal.db.read().await?;
    let government = government(&mut conn, gov).await?;
    let today = government.today(visitor.now);
    let mut choices = Choices { today: today.clone(), ..Choices::default() };
    if flow.screen == Screen::About {
        choices.services = services::list(&mut conn, &app.portal.gate, gov, &today, None).await?.into_iter().map(|s| (format!("layanan:{}", s.slug), s.short_name)).collect();
        choices.units = units::list(&mut conn, gov, &today).await?.into_iter().map(|u| (format!("unit:{}", u.slug), u.name)).collect();
    }
    if matches!(flow.screen, Screen::Place | Screen::Check) {
        choices.areas = areas::areas_of(&mut conn, &government.area_code).await?;
    }
    // Who tells of misconduct is led nowhere else.
    if flow.screen == Screen::Check && flow.answers.kind != Kind::Misconduct.as_str() {
        let target = Target::parse(&flow.answers.about).ok();
        let area = Some(flow.answers.area.as_str()).filter(|a| !a.is_empty());
        let wanted = Wanted { text: &flow.answers.story, area, about: target.as_ref(), except: None };
        choices.similar = similar(&mut conn, gov, visitor.now, &wanted).await?;
    }
    choices.days_kept = super::outbox_pages::days_kept(app).await?;
    choices.about = about(app, &mut conn, gov, &flow.answers.about).await?;
    drop(conn);
    let ours = flow.problems.are_ours();
    let mut response = draw(app, visitor, &government, flow, choices);
    if ours {
        *response.status_mut() = StatusCode::SERVICE_UNAVAILABLE;
    }
    Ok(response)
}

/// The name of what it is about.
async fn about(app: &App, conn: &mut domain::db::Conn, gov: &str, typed: &str) -> Result<Option<String>, PageError> {
    let found = match Target::parse(typed) {
        Ok(Target::Service(slug)) => services::show(conn, &app.portal.gate, gov, &slug).await.map(|s| s.short_name),
        Ok(Target::Unit(slug)) => units::named(conn, gov, &slug).await.map(|(_, name)| name),
        Ok(Target::Position(slug)) => positions::show(conn, &app.portal.gate, gov, &slug).await.map(|p| p.title),
        Ok(Target::Unknown) | Err(_) => return Ok(None),
    };
    match found {
        Ok(name) => Ok(Some(name)),
        Err(Error::NotFound) => Ok(None),
        Err(e) => Err(e.into()),
    }
}
