//! `requests`, one of them, and `tokens`: what everyone may read of reports, and to the key that sent one its state before
//! that. Who sent it is in none of it.

use axum::extract::{Path, State};
use axum::response::Response;
use domain::Error;
use domain::directory::Government;
use domain::feedback::steps;
use domain::open311::{Request, exchange, own_request, photos_of_requests, public_request, requests};
use vocabulary::feedback::Status;

use super::answer::{Answered, Refused, private, public};
use super::asked::wanted;
use super::call::Call;
use super::document::Node;
use super::services::name_of;
use crate::dates;
use crate::shell::App;
use crate::words::Words;

/// The standard's limit of a description, in characters.
const DESCRIPTION_MOST: usize = vocabulary::open311::DESCRIPTION_MOST;
/// What neither a reference nor a token is longer than.
const NAME_MOST: usize = 40;

/// `requests.{format}`.
pub async fn list(app: &App, call: &Call) -> Answered<Response> {
    let mut conn = app.portal.db.read().await?;
    let government = call.government(&mut conn).await?;
    let wanted = wanted(call, &mut conn, &app.portal.gate, &government, app.portal.now()).await?;
    let found = requests(&mut conn, &government.slug, &wanted).await?;
    drop(conn);
    Ok(public(call, "service_requests", Node::List("request", found.iter().map(|r| Node::Group(request(app, call.words, &government, r))).collect())))
}

/// `requests/{id}.{format}`.
pub async fn one(State(app): State<App>, call: Call, Path(file): Path<String>) -> Answered<Response> {
    let reference = call.name(&file)?;
    let mut conn = app.portal.db.read().await?;
    let government = call.government(&mut conn).await?;
    let key = call.key(&mut conn, &government).await?;
    let unknown = || Refused::one(404, call.words.t("open311-wrong-request"));
    if reference.len() > NAME_MOST || reference.contains('\0') {
        return Err(unknown());
    }
    let found = match public_request(&mut conn, &government.slug, reference).await {
        Err(Error::NotFound) => match &key {
            Some(key) => own_request(&mut conn, key, reference).await,
            None => Err(Error::NotFound),
        },
        other => other,
    };
    let found = match found {
        Err(Error::NotFound) => return Err(unknown()),
        other => other?,
    };
    let mut members = request(&app, call.words, &government, &found);
    if call.get("extensions")? == Some("true") && found.is_public() {
        let photos = photos_of_requests(&mut conn, found.id).await?;
        let photos = photos.into_iter().map(|n| Node::Text(photo(&app, &government, &found.reference, n))).collect();
        members.push(("extended_attributes", Node::Group(vec![("title", Node::Text(found.title.clone())), ("photos", Node::List("photo", photos))])));
        let told = steps(&mut conn, found.id).await?.into_iter().map(|step| {
            let said = [Some(call.words.t(&format!("step-{}", step.kind))), Some(step.note).filter(|n| !n.is_empty())].into_iter().flatten().collect::<Vec<_>>().join(". ");
            Node::Group(vec![
                ("datetime", Node::Text(dates::machine(step.at, government.utc_offset_hours))),
                ("description", Node::Text(said)),
                ("type", Node::Text(step.kind.to_string())),
            ])
        });
        members.push(("notes", Node::List("note", told.collect())));
    }
    drop(conn);
    let node = Node::List("request", vec![Node::Group(members)]);
    Ok(if found.is_public() { public(&call, "service_requests", node) } else { private(&call, "service_requests", node) })
}

/// `tokens/{token}.{format}`.
pub async fn token(State(app): State<App>, call: Call, Path(file): Path<String>) -> Answered<Response> {
    let token = call.name(&file)?;
    let mut conn = app.portal.db.read().await?;
    let government = call.government(&mut conn).await?;
    let key = call.key(&mut conn, &government).await?;
    let unknown = || Refused::one(404, call.words.t("open311-wrong-token"));
    if token.len() > NAME_MOST || token.contains('\0') {
        return Err(unknown());
    }
    let found = match exchange(&mut conn, &government.slug, token, key.as_ref()).await {
        Err(Error::NotFound) => return Err(unknown()),
        other => other?,
    };
    drop(conn);
    let members = vec![("service_request_id", Node::some(found.reference)), ("token", Node::Text(token.to_owned()))];
    Ok(private(&call, "service_requests", Node::List("request", vec![Node::Group(members)])))
}

/// The address of a photo that everyone may see.
pub fn photo(app: &App, government: &Government, reference: &str, number: i64) -> String {
    format!("{}/{}/laporan/{reference}/foto/{number}", app.settings.public_url, government.slug)
}

fn request(app: &App, words: &Words, government: &Government, r: &Request) -> Vec<(&'static str, Node)> {
    let offset = government.utc_offset_hours;
    let at = |at: i64| Node::Text(dates::machine(at, offset));
    let code = r.code();
    let place = [r.area_name.clone(), r.area_parent.clone()].into_iter().flatten().collect::<Vec<_>>().join(", ");
    let words_of_it = r.public_text.as_ref().map(|text| cut(&format!("{}\n\n{text}", r.title)));
    // What is over was changed last when it ended.
    let changed = r.closed_at.filter(|_| !r.status.is_open()).or(r.changed_at);
    let public = r.is_public();
    vec![
        ("service_request_id", Node::Text(r.reference.clone())),
        ("status", Node::Text(r.state().to_string())),
        ("status_notes", Node::Text(status_notes(words, r))),
        ("service_name", Node::Text(name_of(words, &code, r.service_name.as_deref()))),
        ("service_code", Node::Text(code.to_string())),
        ("description", Node::some(words_of_it)),
        ("agency_responsible", Node::some(r.unit_name.clone())),
        ("service_notice", Node::some(public.then(|| words.with("open311-see", &[("url", &format!("{}/{}/laporan/{}", app.settings.public_url, government.slug, r.reference))])))),
        ("requested_datetime", at(r.received_at)),
        ("updated_datetime", changed.map_or(Node::Nothing, at)),
        // The day an answer is due ends at midnight of the place.
        ("expected_datetime", r.answer_due.as_ref().map_or(Node::Nothing, |day| Node::Text(format!("{day}T23:59:59+{offset:02}:00")))),
        ("address", Node::some(place)),
        ("address_id", Node::some(r.area_code.clone())),
        ("zipcode", Node::some(r.postal_code.clone())),
        // Where exactly it was, is for those who handle it: a point on a map can be somebody's door.
        ("lat", Node::Nothing),
        ("long", Node::Nothing),
        ("media_url", r.photo.filter(|_| public).map_or(Node::Nothing, |n| Node::Text(photo(app, government, &r.reference, n)))),
    ]
}

fn cut(text: &str) -> String {
    if text.chars().count() <= DESCRIPTION_MOST {
        return text.to_owned();
    }
    text.chars().take(DESCRIPTION_MOST - 1).chain(['…']).collect()
}

/// What became of it, without sparing anybody: how it ended, whether the reporter agreed, where it went, and the unit's
/// own words.
pub fn status_notes(words: &Words, r: &Request) -> String {
    let state = match (r.status, r.closed_reason.as_deref()) {
        (Status::Closed, Some(reason)) => words.t(&format!("ended-{reason}")),
        (Status::Archived, _) => {
            r.archive_reason.as_ref().map_or_else(|| words.t("status-archived"), |why| format!("{}: {}", words.t("status-archived"), words.t(&format!("archive-{why}"))))
        }
        (Status::Redirected, _) => {
            r.redirected_office.as_ref().filter(|o| !o.is_empty()).map_or_else(|| words.t("status-redirected"), |office| format!("{}: {office}", words.t("status-redirected")))
        }
        (status, _) => words.t(&format!("status-{status}")),
    };
    let outcome = r.outcome.as_ref().map(|outcome| words.with("open311-outcome", &[("outcome", &words.t(&format!("outcome-{outcome}")))]));
    let sentences = [Some(state), outcome, r.note.clone()];
    sentences.into_iter().flatten().map(|s| if s.ends_with(['.', '!', '?']) { s } else { format!("{s}.") }).collect::<Vec<_>>().join(" ")
}
