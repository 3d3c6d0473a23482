//! The told cases: sent, verified, answered, confirmed or contested, and the evidence that came of them.

use serde::Deserialize;
use vocabulary::evaluation::DecisionInput;
use vocabulary::feedback::{AcceptInput, AnswerInput, Answers, ArchiveInput};

use super::accounts::{Staff, extra};
use super::moment;
use crate::clock::{DAY, Millis, day_text, parse_day};
use crate::db::Linked;
use crate::directory::import::slug_of;
use crate::directory::{Government, government, units};
use crate::error::{Error, Result};
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

pub async fn tell(portal: &Portal, staff: &Staff, shift: Millis, progress: &mut (dyn FnMut(&str, usize, usize) + Send)) -> Result<()> {
    let told: Vec<Told> = serde_json::from_str(include_str!("../../../data/demo/cases.json")).map_err(|e| Error::Broken(e.to_string()))?;
    for (done, case) in told.iter().enumerate() {
        progress("cases", done, told.len());
        tell_one(portal, staff, shift, case).await.map_err(|e| Error::Broken(format!("case {}: {e}", case.id)))?;
    }
    Ok(())
}

async fn tell_one(portal: &Portal, staff: &Staff, shift: Millis, told: &Told) -> Result<()> {
    let mut conn = portal.db.read().await?;
    let government = government(&mut conn, &told.government).await?;
    let (unit, about) = find(&mut conn, &government, told).await?;
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
    let sent = feedback::send(&received, &government, None, "id", input).await?;
    let actor = |role: &str| staff.get(&format!("{role}/{}", told.government));
    for step in &told.steps {
        let then = portal.at(moment(&step.at, shift)?);
        let note = step.note.clone().unwrap_or_default();
        let desk = if told.kind == "penyimpangan" { actor("inspektorat")? } else { actor("penghubung")? };
        match step.what.as_str() {
            "archive" => feedback::archive(&then, actor("verifikator")?, &sent.reference, &ArchiveInput::parse(step.reason.as_deref().unwrap_or_default(), &note)?).await?,
            "publish" => {
                let text = told.public_text.as_deref().unwrap_or(&told.title);
                let input = AcceptInput::parse(&told.title, text, protection(told), &told.kind, &unit, told.element.as_deref().unwrap_or_default())?;
                feedback::accept(&then, actor("verifikator")?, &sent.reference, &input).await?;
            }
            "progress" => feedback::progress(&then, desk, &sent.reference, &note).await?,
            "answer" => feedback::answer(&then, desk, &sent.reference, &AnswerInput::parse(step.outcome.as_deref().unwrap_or("upheld"), &note)?).await?,
            "confirm" => feedback::confirm(&then, sent.case, &note).await?,
            "contest" => feedback::contest(&then, sent.case, &note).await?,
            other => return Err(Error::Broken(format!("unknown step {other}"))),
        }
    }
    if let Some(told_evaluation) = &told.evaluation {
        tell_evaluation(portal, staff, shift, told, told_evaluation, &sent.reference).await?;
    }
    Ok(())
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
        evaluation::decide(&then, staff.get(&format!("penilai/{}", told.government))?, card, &DecisionInput::parse(&decided.decision, &decided.reason)?).await?;
    }
    Ok(())
}
