//! The told ideas of civil servants and what units commit themselves to: one done, one late, one declined, one waiting.

use serde::Deserialize;
use vocabulary::accounts::Role;
use vocabulary::ideas::{NewIdea, StepInput, TypedAnswer};

use super::accounts::{Staff, extra};
use super::moment;
use crate::accounts::{Actor, grant};
use crate::clock::{DAY, Millis, day_text, parse_day};
use crate::directory::{government, units};
use crate::error::{Error, Result};
use crate::ideas;
use crate::ids::PersonId;
use crate::on;
use crate::portal::Portal;

#[derive(Deserialize)]
struct File {
    ideas: Vec<Told>,
}

#[derive(Deserialize)]
struct Told {
    government: String,
    unit: String,
    author: String,
    at: String,
    title: String,
    text: String,
    supports: Vec<String>,
    comments: Vec<Comment>,
    answer: Option<Answer>,
}

#[derive(Deserialize)]
struct Comment {
    author: String,
    at: String,
    text: String,
}

#[derive(Deserialize)]
struct Answer {
    by: String,
    at: String,
    text: String,
    #[serde(default)]
    declined: bool,
    #[serde(default)]
    promise: String,
    #[serde(default)]
    due: String,
    #[serde(default)]
    public: bool,
    #[serde(default)]
    steps: Vec<Step>,
}

#[derive(Deserialize)]
struct Step {
    kind: String,
    at: String,
    text: String,
}

pub async fn tell(portal: &Portal, staff: &Staff, shift: Millis, progress: &mut (dyn FnMut(&str, usize, usize) + Send)) -> Result<()> {
    let file: File = serde_json::from_str(include_str!("../../../data/demo/ideas.json")).map_err(|e| Error::Broken(e.to_string()))?;
    for (done, told) in file.ideas.iter().enumerate() {
        progress("ideas", done, file.ideas.len());
        tell_one(portal, staff, shift, told).await.map_err(|e| Error::Broken(format!("idea {:?}: {e}", told.title)))?;
    }
    Ok(())
}

async fn tell_one(portal: &Portal, staff: &Staff, shift: Millis, told: &Told) -> Result<()> {
    let mut conn = portal.db.read().await?;
    let place = government(&mut conn, &told.government).await?;
    drop(conn);
    let author = someone(portal, staff, &told.government, &told.author).await?;
    let input = NewIdea::parse(&told.unit, "", "", &told.title, &told.text)?;
    let at = moment(&told.at, shift)?;
    let code = ideas::propose(&portal.at(at), &author, &place, &told.title, &input).await?;
    for key in &told.supports {
        ideas::support(&portal.at(at + DAY), &someone(portal, staff, &told.government, key).await?, &code).await?;
    }
    for comment in &told.comments {
        let who = someone(portal, staff, &told.government, &comment.author).await?;
        ideas::comment(&portal.at(moment(&comment.at, shift)?), &who, &code, &comment.text, &comment.text).await?;
    }
    let Some(answer) = &told.answer else { return Ok(()) };
    let head = someone(portal, staff, &told.government, &answer.by).await?;
    let then = portal.at(moment(&answer.at, shift)?);
    let due = parse_day(&answer.due).map(|d| day_text(d.saturating_add(time::Duration::days(shift / DAY)))).unwrap_or_default();
    let owner = owner(portal, &told.government, &told.unit).await?;
    let typed = TypedAnswer {
        outcome: if answer.declined { "tidak_diterima" } else { "diterima" },
        text: &answer.text,
        promise: &answer.promise,
        due_on: &due,
        owner: &owner,
        is_public: answer.public,
    };
    ideas::answer(&then, &head, &code, &typed.parse(&place.today(then.now()))?).await?;
    for step in &answer.steps {
        ideas::step(&portal.at(moment(&step.at, shift)?), &head, &code, &StepInput::parse(&step.kind, &step.text)?).await?;
    }
    Ok(())
}

/// The post under the head, or the head's own where there is no other.
async fn owner(portal: &Portal, government: &str, unit: &str) -> Result<String> {
    let mut conn = portal.db.read().await?;
    let posts: Vec<String> = on!(&mut conn, c => sqlx::query_scalar(
        "select p.slug from position p join unit u on u.id = p.unit_id where u.government = $1 and u.slug = $2 order by p.rank, p.title limit 2").bind(government).bind(unit).fetch_all(c).await?);
    posts.into_iter().next_back().ok_or(Error::NotFound)
}

/// One of the demonstration's staff: a desk by its name, or a civil servant by the key of the import, whose account is
/// made where there is none.
pub(super) async fn someone(portal: &Portal, staff: &Staff, government: &str, key: &str) -> Result<Actor> {
    if let Ok(known) = staff.get(&format!("person/{key}")).or_else(|_| staff.get(&format!("{key}/{government}"))) {
        return Ok(known.clone());
    }
    let mut conn = portal.db.read().await?;
    let (person, name): (PersonId, String) = on!(&mut conn, c => sqlx::query_as("select id, name from person where import_key = $1").bind(key).fetch_one(c).await?);
    drop(conn);
    let email = format!("{}@{government}.example", name.to_lowercase().replace(' ', "."));
    let actor = extra(portal, &email, &name, Some(person)).await?;
    if !actor.grants.is_empty() {
        return Ok(actor);
    }
    let mut tx = portal.db.begin().await?;
    let held: Option<String> = on!(&mut tx, conn => sqlx::query_scalar(
        "select u.slug from tenure t join position p on p.id = t.position_id join unit u on u.id = p.unit_id where t.person_id = $1 and t.ends_on is null order by t.starts_on desc limit 1").bind(person).fetch_optional(conn).await?);
    let (unit, _) = units::named(&mut tx, government, &held.unwrap_or_else(|| "pemerintah".into())).await?;
    grant(portal, &mut tx, actor.account, government, unit, Role::PostHolder).await?;
    let actor = Actor::load(&mut tx, actor.account).await?;
    tx.commit().await?;
    Ok(actor)
}
