//! `servicerequestupdates`: what changed in a range of moments, for programs that ask again and again; and words of whoever
//! sent a request by key.

use axum::response::Response;
use domain::directory::Government;
use domain::open311::{Update, updates, write_update};
use vocabulary::feedback::NOTE_MOST;
use vocabulary::text;

use super::answer::{Answered, Refused, private, public};
use super::asked::range;
use super::call::Call;
use super::document::Node;
use super::requests::photo;
use crate::dates;
use crate::shell::App;

const ROOT: &str = "service_requests_updates";

pub async fn list(app: &App, call: &Call) -> Answered<Response> {
    let mut conn = app.portal.db.read().await?;
    let government = call.government(&mut conn).await?;
    let range = range(call, &mut conn, &government, app.portal.now()).await?;
    let found = updates(&mut conn, &government.slug, range.from, range.until, range.skip, range.most).await?;
    drop(conn);
    Ok(public(call, ROOT, Node::List("request_update", found.iter().map(|u| update(app, call, &government, u)).collect())))
}

fn update(app: &App, call: &Call, government: &Government, u: &Update) -> Node {
    let words = call.words;
    let outcome = u.outcome.as_ref().map(|outcome| words.t(&format!("outcome-{outcome}")));
    let note = Some(u.note.clone()).filter(|n| !n.is_empty());
    let said = [Some(words.t(&format!("step-{}", u.kind))), outcome, note].into_iter().flatten().collect::<Vec<_>>().join(". ");
    Node::Group(vec![
        ("update_id", Node::Text(format!("{}-{}", u.reference, u.number))),
        ("service_request_id", Node::Text(u.reference.clone())),
        ("status", Node::Text(u.state().to_string())),
        ("description", Node::Text(said)),
        ("updated_datetime", Node::Text(dates::machine(u.at, government.utc_offset_hours))),
        ("media_url", u.photo.map_or(Node::Nothing, |n| Node::Text(photo(app, government, &u.reference, n)))),
    ])
}

/// `POST servicerequestupdates.{format}`.
pub async fn write(app: &App, call: &Call) -> Answered<Response> {
    let mut conn = app.portal.db.read().await?;
    let government = call.government(&mut conn).await?;
    let key = call.key(&mut conn, &government).await?.ok_or_else(|| Refused::one(403, call.words.t("open311-wrong-key")))?;
    drop(conn);
    let missing = |name: &str| Refused::one(400, call.words.with("open311-wrong-missing", &[("name", name)]));
    let reference = call.get("service_request_id")?.ok_or_else(|| missing("service_request_id"))?;
    let typed = call.get("description")?.ok_or_else(|| missing("description"))?;
    let mut problems = vocabulary::Problems::default();
    let Some(text) = problems.take("pesan", text::paragraphs(typed, 2, NOTE_MOST)) else { return Err(Refused::problems(call.words, &problems)) };
    match write_update(&app.portal, &government, &key, reference, &text).await {
        Err(domain::Error::NotFound) => return Err(Refused::one(404, call.words.t("open311-wrong-request"))),
        Err(domain::Error::Invalid(problems)) => match Refused::problems(call.words, &problems) {
            Refused::Said { errors, .. } => return Err(Refused::Said { status: 429, errors }),
            other => return Err(other),
        },
        other => other?,
    }
    let members = vec![("service_request_id", Node::Text(reference.to_owned())), ("update_id", Node::Nothing)];
    Ok(private(call, ROOT, Node::List("request_update", vec![Node::Group(members)])))
}
