//! The told cases: sent, verified, answered, confirmed or contested, and the evidence that came of them.

use std::collections::HashMap;

use serde::Deserialize;
use vocabulary::accounts::Role;
use vocabulary::evaluation::DecisionInput;
use vocabulary::feedback::{AcceptInput, AnswerInput, Answers, ArchiveInput, AskInput, MergeInput, PhotosInput, ProgressInput, RedirectInput, ResumeInput, Status};

use super::accounts::{Staff, extra};
use super::moment;
use crate::accounts::{Actor, grant, join_person};
use crate::clock::{DAY, Millis, day_text, parse_day};
use crate::db::Linked;
use crate::directory::import::slug_of;
use crate::directory::{Government, government, units};
use crate::error::{Error, Result};
use crate::feedback::upkeep::keep;
use crate::feedback::{Act, Sent, act, staff_case};
use crate::ids::{CardId, PersonId, UnitId};
use crate::portal::Portal;
use crate::{evaluation, feedback, on};

#[derive(Deserialize)]
struct Told {
    id: String,
    government: String,
    received_at: String,
    area_code: Option<String>,
    kind: String,
    opd: Option<String>,
    service_key: Option<String>,
    position_key: Option<String>,
    text: String,
    title: String,
    public_text: Option<String>,
    protection: String,
    reporter_name: Option<String>,
    place: Option<String>,
    happened_on: Option<String>,
    element: Option<String>,
    steps: Vec<Step>,
    evaluation: Option<Evaluation>,
}

#[derive(Deserialize)]
struct Step {
    #[serde(rename = "do")]
    what: String,
    at: String,
    note: Option<String>,
    reason: Option<String>,
    outcome: Option<String>,
    #[serde(default)]
    fields: Vec<String>,
    /// Id of the told case that it becomes part of.
    into: Option<String>,
    known: Option<String>,
    named: Option<String>,
}

#[derive(Deserialize)]
struct Evaluation {
    reply: Option<Said>,
    decision: Option<Decided>,
}

#[derive(Deserialize)]
struct Said {
    at: String,
    text: String,
}

#[derive(Deserialize)]
struct Decided {
    at: String,
    decision: String,
    reason: String,
}

/// One thing that happened to a told case: it was sent (0), or its so manieth step.
type Event = (Millis, usize, usize);

/// Everything in the order in which it happened, so that what happens by itself happens on its day in between.
pub async fn tell(portal: &Portal, staff: &Staff, shift: Millis, progress: &mut (dyn FnMut(&str, usize, usize) + Send)) -> Result<()> {
    let told: Vec<Told> = serde_json::from_str(include_str!("../../../data/demo/cases.json")).map_err(|e| Error::Broken(e.to_string()))?;
    let mut events: Vec<Event> = Vec::new();
    for (number, case) in told.iter().enumerate() {
        events.push((moment(&case.received_at, shift)?, number, 0));
        for (step, done) in case.steps.iter().enumerate() {
            events.push((moment(&done.at, shift)?, number, step + 1));
        }
    }
    events.sort_unstable();
    let mut sent: HashMap<&str, Sent> = HashMap::new();
    let mut kept = events.first().map_or(portal.now(), |(at, ..)| *at);
    for (done, (at, number, step)) in events.iter().enumerate() {
        progress("cases", done, events.len());
        while kept + DAY <= *at {
            kept += DAY;
            keep(&portal.at(kept)).await?;
        }
        let case = &told[*number];
        let one = async {
            match step.checked_sub(1) {
                None => sent.insert(&case.id, send(portal, shift, case).await?).map_or(Ok(()), |_| Err(Error::Broken("told twice".into()))),
                Some(step) => take(&portal.at(*at), staff, case, &case.steps[step], &sent).await,
            }
        };
        one.await.map_err(|e| Error::Broken(format!("case {}: {e}", case.id)))?;
        // A card exists since the reporter confirmed.
        if let (true, Some(evaluation), Some(sent)) = (*step == case.steps.len(), &case.evaluation, sent.get(case.id.as_str())) {
            tell_evaluation(portal, staff, shift, case, evaluation, &sent.reference).await?;
        }
    }
    while kept + DAY <= portal.now() {
        kept += DAY;
        keep(&portal.at(kept)).await?;
    }
    keep(portal).await?;
    seat_assessors(portal, staff).await
}

/// The assessor's account of each government is that of the official with the most cards, so that it has a desk to show.
async fn seat_assessors(portal: &Portal, staff: &Staff) -> Result<()> {
    let mut tx = portal.db.begin().await?;
    let busiest: Vec<(String, String, i64)> = on!(&mut tx, conn => sqlx::query_as(
        "select k.government, e.import_key, count(*) as cards from evidence_card k join person e on e.id = k.desk_person_id group by k.government, e.import_key order by 3, 2").fetch_all(conn).await?);
    let busiest: HashMap<String, String> = busiest.into_iter().map(|(government, key, _)| (government, key)).collect();
    for (government, key) in busiest {
        join_person(&mut tx, staff.get(&format!("penilai/{government}"))?.account, &government, &key).await?;
    }
    tx.commit().await
}

async fn send(portal: &Portal, shift: Millis, told: &Told) -> Result<Sent> {
    let mut conn = portal.db.read().await?;
    let government = government(&mut conn, &told.government).await?;
    let (_, about) = find(&mut conn, &government, told).await?;
    drop(conn);
    let received = portal.at(moment(&told.received_at, shift)?);
    let days = |day: &String| parse_day(day).and_then(|d| d.checked_add(time::Duration::days(shift / DAY))).map(day_text);
    let answers = Answers {
        key: format!("demo-{}", told.id),
        protection: told.protection.clone(),
        name: told.reporter_name.clone().unwrap_or_else(|| "Warga".into()),
        about,
        kind: told.kind.clone(),
        story: if told.text.chars().count() < 20 { format!("{} Mohon diperbaiki.", told.text) } else { told.text.clone() },
        date: told.happened_on.as_ref().and_then(days).unwrap_or_default(),
        area: told.area_code.clone().filter(|code| code.matches('.').count() >= 2).unwrap_or_default(),
        place: told.place.clone().unwrap_or_default(),
        ..Answers::default()
    };
    let input = answers.parse(&government.today(received.now()))?;
    feedback::send(&received, &government, None, "id", input).await
}

async fn take(then: &Portal, staff: &Staff, told: &Told, step: &Step, all: &HashMap<&str, Sent>) -> Result<()> {
    let case = |id: &str| all.get(id).ok_or_else(|| Error::Broken(format!("{id} was not sent before")));
    let sent = case(&told.id)?;
    let actor = |role: &str| staff.get(&format!("{role}/{}", told.government));
    let verifier = actor("verifikator")?;
    let desk = if told.kind == "penyimpangan" { actor("inspektorat")? } else { actor("penghubung")? };
    let note = step.note.clone().unwrap_or_default();
    let status = {
        let mut conn = then.db.read().await?;
        staff_case(&mut conn, verifier, &sent.reference).await?.0.status
    };
    let by = async |actor, what: Act<'_>| act(then, actor, &sent.reference, None, what).await;
    // The history was told without its clock: what was late by then is taken back into work first.
    if status == Status::Escalated && matches!(step.what.as_str(), "take" | "progress" | "internal" | "answer") {
        by(verifier, Act::Resume(&ResumeInput { note: "Penanganan dilanjutkan dengan tenggat baru.".into(), unit: None })).await?;
    }
    match step.what.as_str() {
        "archive" => by(verifier, Act::Archive(&ArchiveInput::parse(step.reason.as_deref().unwrap_or_default(), &note)?)).await,
        "ask_info" => by(verifier, Act::AskInfo(&AskInput::parse(&step.fields, &note)?)).await,
        "complete" => feedback::complete(then, sent.case, &note).await,
        "merge" => by(verifier, Act::Merge(&MergeInput { into: case(step.into.as_deref().unwrap_or_default())?.reference.clone(), note })).await,
        "redirect" => by(verifier, Act::Redirect(&RedirectInput { known: step.known.clone(), named: step.named.clone(), note })).await,
        "publish" => {
            let mut conn = then.db.read().await?;
            let government = government(&mut conn, &told.government).await?;
            let (unit, _) = find(&mut conn, &government, told).await?;
            drop(conn);
            let text = told.public_text.as_deref().unwrap_or(&told.title);
            by(verifier, Act::Accept(&AcceptInput::parse(&told.title, text, protection(told), &told.kind, &unit, told.element.as_deref().unwrap_or_default())?)).await
        }
        "not_ours" => by(desk, Act::NotOurs(&note)).await,
        "take" => by(desk, Act::Take).await,
        "progress" | "internal" => by(desk, Act::Progress(&ProgressInput { note, internal: step.what == "internal" })).await,
        "answer" => by(desk, Act::Answer(&AnswerInput::parse(step.outcome.as_deref().unwrap_or("upheld"), &note)?, &PhotosInput::default())).await,
        "confirm" => feedback::confirm(then, sent.case, &note).await,
        // Too late to contest is not too late for new evidence.
        "contest" if status == Status::Closed => feedback::ask_reopen(then, sent.case, &note).await,
        "contest" => feedback::contest(then, sent.case, &note).await,
        "withdraw" => feedback::withdraw(then, sent.case, &note).await,
        "ask_reopen" => feedback::ask_reopen(then, sent.case, &note).await,
        "reopen" => by(verifier, Act::Reopen(&ResumeInput { note, unit: None })).await,
        other => Err(Error::Broken(format!("unknown step {other}"))),
    }
}

fn protection(told: &Told) -> &str {
    if told.kind == "penyimpangan" { "rahasia" } else { &told.protection }
}

/// The slug of the unit that answers, and what the form says the case is about.
async fn find(linked: &mut impl Linked, government: &Government, told: &Told) -> Result<(String, String)> {
    let unit = unit_slug(linked, government, told).await?;
    let service: Option<String> = match &told.service_key {
        Some(key) => {
            on!(linked, conn => sqlx::query_scalar("select slug from service where government = $1 and import_key = $2").bind(&told.government).bind(key).fetch_optional(conn).await?)
        }
        None => None,
    };
    let post: Option<String> = match &told.position_key {
        Some(key) => {
            on!(linked, conn => sqlx::query_scalar("select slug from position where government = $1 and slug = $2").bind(&told.government).bind(slug_of(&format!("{key} {unit}"))).fetch_optional(conn).await?)
        }
        None => None,
    };
    let about = match (service, post, &told.opd) {
        (Some(service), ..) => format!("layanan:{service}"),
        (None, Some(post), _) => format!("jabatan:{post}"),
        (None, None, Some(_)) => format!("unit:{unit}"),
        (None, None, None) => "tidak-tahu".into(),
    };
    let answers = if told.kind == "penyimpangan" { "inspektorat".into() } else { unit };
    Ok((answers, about))
}

async fn unit_slug(linked: &mut impl Linked, government: &Government, told: &Told) -> Result<String> {
    let agency = told.opd.as_deref().unwrap_or("diskominfo");
    let slug: Option<String> = on!(linked, conn => sqlx::query_scalar(
        "select slug from unit where government = $1 and agency_key = $2 and ($2 not in ('kecamatan', 'kelurahan') or $3 like area_code || '%' or area_code like $3 || '%') order by length(area_code) desc, slug limit 1")
        .bind(&government.slug).bind(agency).bind(told.area_code.as_deref().unwrap_or_default()).fetch_optional(conn).await?);
    match slug {
        Some(slug) => Ok(slug),
        None => {
            let id: UnitId = units::of_agency(linked, &government.slug, "diskominfo").await?;
            Ok(on!(linked, conn => sqlx::query_scalar("select slug from unit where id = $1").bind(id).fetch_one(conn).await?))
        }
    }
}

async fn tell_evaluation(portal: &Portal, staff: &Staff, shift: Millis, told: &Told, evaluation: &Evaluation, reference: &str) -> Result<()> {
    let mut conn = portal.db.read().await?;
    let card: Option<(CardId, Option<PersonId>, Option<String>)> = on!(&mut conn, c => sqlx::query_as(
        "select k.id, k.person_id, e.name from evidence_card k join feedback_case c on c.id = k.case_id left join person e on e.id = k.person_id where c.reference = $1 limit 1").bind(reference).fetch_optional(c).await?);
    drop(conn);
    let Some((card, person, name)) = card else { return Ok(()) };
    if let (Some(said), Some(person), Some(name)) = (&evaluation.reply, person, name) {
        let then = portal.at(moment(&said.at, shift)?);
        let holder = match [staff.get("person/P001")?, staff.get("person/P004")?].into_iter().find(|a| a.person == Some(person)) {
            Some(known) => known.clone(),
            None => extra(&then, &format!("{}.{}@{}.example", slug_of(&name).replace('-', "."), &person.0.simple().to_string()[..6], told.government), &name, Some(person)).await?,
        };
        evaluation::reply(&then, &holder, card, &said.text).await?;
    }
    if let Some(decided) = &evaluation.decision {
        let then = portal.at(moment(&decided.at, shift)?);
        let Some(assessor) = assessor(&then, &told.government, card).await? else { return Ok(()) };
        evaluation::decide(&then, &assessor, card, &DecisionInput::parse(&decided.decision, &decided.reason)?).await?;
    }
    Ok(())
}

/// Whoever assesses the card: they have an account with the role.
pub(super) async fn assessor(then: &Portal, government: &str, card: CardId) -> Result<Option<Actor>> {
    let mut conn = then.db.read().await?;
    let desk: Option<(PersonId, String, UnitId)> = on!(&mut conn, c => sqlx::query_as(
        "select e.id, e.name, k.unit_id from evidence_card k join person e on e.id = k.desk_person_id where k.id = $1").bind(card).fetch_optional(c).await?);
    drop(conn);
    let Some((person, name, unit)) = desk else { return Ok(None) };
    let known: Option<crate::ids::AccountId> = {
        let mut conn = then.db.read().await?;
        on!(&mut conn, c => sqlx::query_scalar("select id from account where person_id = $1 order by created_at limit 1").bind(person).fetch_optional(c).await?)
    };
    let account = match known {
        Some(account) => account,
        None => extra(then, &format!("{}.{}@{}.example", slug_of(&name).replace('-', "."), &person.0.simple().to_string()[..6], government), &name, Some(person)).await?.account,
    };
    let mut tx = then.db.begin().await?;
    grant(then, &mut tx, account, government, unit, Role::Assessor).await?;
    let actor = Actor::load(&mut tx, account).await?;
    tx.commit().await?;
    Ok(Some(actor))
}
