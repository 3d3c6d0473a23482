//! Nine boxes and the search for people for an open post (PermenPANRB 3/2020): for the personnel office only, with a
//! purpose, and everyone who was shown reads who looked and what for. Nobody is ranked: the order is that of names, or
//! of how many requirements of the post are met, each of which is listed.

use std::collections::BTreeMap;

use vocabulary::accounts::Role;
use vocabulary::development::{Potential, SearchInput, TalentInput, TalentPerformance};
use vocabulary::{Fault, Problems};

use super::profile::{Fit, Level, fit, required};
use super::recorded;
use crate::accounts::Actor;
use crate::clock::{HOUR, Millis};
use crate::db::Linked;
use crate::directory::{self, Government};
use crate::error::{Error, Result};
use crate::ids::{PersonId, PositionId, TalentSearchId};
use crate::on;
use crate::portal::Portal;
use crate::rules;

const BOXES: &str = include_str!("../../../data/reference/talent_boxes.csv");

/// One of the nine boxes, with what is recommended for people in it; from the reference data.
#[derive(Debug, Clone, serde::Deserialize)]
pub struct TalentBox {
    #[serde(rename = "box")]
    pub number: i64,
    pub performance: String,
    pub potential: String,
    pub recommendation_id: String,
    pub recommendation_en: String,
    pub source: String,
}

/// The nine boxes, the ninth first.
pub fn boxes() -> Vec<TalentBox> {
    csv::Reader::from_reader(BOXES.as_bytes()).deserialize().filter_map(|row| row.ok()).collect()
}

/// Writes down what was assessed; the one before stays as history.
///
/// # Errors
/// [`Error::NotFound`] for anyone but the personnel office of the person's government.
pub async fn place(portal: &Portal, actor: &Actor, person: PersonId, input: &TalentInput) -> Result<()> {
    let mut tx = portal.db.begin().await?;
    let government: Option<String> = on!(&mut tx, conn => sqlx::query_scalar("select government from person where id = $1").bind(person).fetch_optional(conn).await?);
    let government = government.filter(|g| actor.holds_in(Role::PersonnelOffice, g)).ok_or(Error::NotFound)?;
    let id = portal.new_id();
    on!(&mut tx, conn => sqlx::query("insert into talent_input (id, government, person_id, performance, potential, assessed_on, source, at, account_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)")
        .bind(id).bind(&government).bind(person).bind(input.performance.as_str()).bind(input.potential.as_str()).bind(&input.assessed_on).bind(&input.source).bind(portal.now()).bind(actor.account)
        .execute(conn).await?.rows_affected());
    recorded(portal, &mut tx, &government, id, &("talent", &input.source)).await?;
    tx.commit().await
}

/// A post that nobody holds.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct OpenPost {
    pub id: PositionId,
    pub slug: String,
    pub title: String,
    pub unit_name: String,
}

/// Posts of a government that nobody holds on the day.
///
/// # Errors
/// The database's.
pub async fn open_posts(linked: &mut impl Linked, government: &str, day: &str) -> Result<Vec<OpenPost>> {
    Ok(on!(linked, conn => sqlx::query_as(
        "select p.id, p.slug, p.title, u.name as unit_name from position p join unit u on u.id = p.unit_id where p.government = $1 and p.valid_from <= $2 and (p.valid_to is null or p.valid_to >= $2) \
         and not exists (select 1 from tenure t where t.position_id = p.id and t.kind = 'definitive' and t.starts_on <= $2 and (t.ends_on is null or t.ends_on >= $2)) order by p.title, p.slug limit 500")
        .bind(government).bind(day).fetch_all(conn).await?))
}

/// Asks, with a purpose. Whoever will be shown is written down with it before anything is shown.
///
/// # Errors
/// [`Error::NotFound`] for anyone but the personnel office; [`Error::Invalid`] for a post that is not open.
pub async fn ask(portal: &Portal, actor: &Actor, government: &Government, input: &SearchInput) -> Result<TalentSearchId> {
    if !actor.holds_in(Role::PersonnelOffice, &government.slug) {
        return Err(Error::NotFound);
    }
    let day = government.today(portal.now());
    let mut tx = portal.db.begin().await?;
    let post = match &input.position {
        None => None,
        Some(slug) => match open_posts(&mut tx, &government.slug, &day).await?.into_iter().find(|p| p.slug == *slug) {
            Some(post) => Some(post),
            None => {
                let mut problems = Problems::default();
                problems.add("jabatan", Fault::UnknownChoice);
                return Err(problems.into());
            }
        },
    };
    let id = TalentSearchId(portal.new_id());
    on!(&mut tx, conn => sqlx::query("insert into talent_search (id, government, position_id, purpose, viewer, at, account_id) values ($1, $2, $3, $4, $5, $6, $7)")
        .bind(id).bind(&government.slug).bind(post.as_ref().map(|p| p.id)).bind(&input.purpose).bind(&actor.name).bind(portal.now()).bind(actor.account).execute(conn).await?.rows_affected());
    let people: Vec<PersonId> = match post {
        Some(_) => assessed(&mut tx, &government.slug, &day).await?.into_keys().collect(),
        None => placed(&mut tx, &government.slug).await?.into_iter().map(|p| p.person_id).collect(),
    };
    for person in people.into_iter().filter(|p| actor.person != Some(*p)) {
        on!(&mut tx, conn => sqlx::query("insert into talent_seen (search_id, person_id) values ($1, $2)").bind(id).bind(person).execute(conn).await?.rows_affected());
    }
    recorded(portal, &mut tx, &government.slug, id.0, &("talent-search", &input.purpose)).await?;
    tx.commit().await?;
    Ok(id)
}

/// Someone in a box, by the newest assessment.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Placed {
    pub person_id: PersonId,
    pub name: String,
    #[sqlx(try_from = "String")]
    pub performance: TalentPerformance,
    #[sqlx(try_from = "String")]
    pub potential: Potential,
    pub assessed_on: String,
    pub source: String,
}

async fn placed(linked: &mut impl Linked, government: &str) -> Result<Vec<Placed>> {
    Ok(on!(linked, conn => sqlx::query_as(
        "select i.person_id, e.name, i.performance, i.potential, i.assessed_on, i.source from talent_input i join person e on e.id = i.person_id where i.government = $1 \
         and not exists (select 1 from talent_input n where n.person_id = i.person_id and (n.assessed_on, n.at) > (i.assessed_on, i.at)) order by e.name, i.person_id")
        .bind(government).fetch_all(conn).await?))
}

/// Someone whose competencies were assessed, and the post they hold.
#[derive(Debug, Clone)]
struct Assessed {
    name: String,
    title: String,
    unit_name: String,
    levels: Vec<Level>,
}

async fn assessed(linked: &mut impl Linked, government: &str, day: &str) -> Result<BTreeMap<PersonId, Assessed>> {
    type Row = (PersonId, String, String, String, String, i64, String, String);
    let rows: Vec<Row> = on!(linked, conn => sqlx::query_as(
        "select l.person_id, e.name, p.title, u.name as unit_name, l.competency, l.level, l.assessed_on, l.source from competency_level l join person e on e.id = l.person_id \
         join tenure t on t.person_id = e.id and t.kind = 'definitive' and t.starts_on <= $2 and (t.ends_on is null or t.ends_on >= $2) join position p on p.id = t.position_id join unit u on u.id = p.unit_id \
         where l.government = $1 and not exists (select 1 from competency_level n where n.person_id = l.person_id and n.competency = l.competency and (n.assessed_on, n.at) > (l.assessed_on, l.at)) \
         order by l.person_id, l.competency")
        .bind(government).bind(day).fetch_all(conn).await?);
    let mut people: BTreeMap<PersonId, Assessed> = BTreeMap::new();
    for (person, name, title, unit_name, competency, level, assessed_on, source) in rows {
        people.entry(person).or_insert_with(|| Assessed { name, title, unit_name, levels: Vec::new() }).levels.push(Level { competency, level, assessed_on, source });
    }
    Ok(people)
}

/// Someone who may be considered for a post, with what is met and what is not.
#[derive(Debug, Clone)]
pub struct Candidate {
    pub person_id: PersonId,
    pub name: String,
    pub title: String,
    pub unit_name: String,
    pub fit: Fit,
}

/// What a search shows.
#[derive(Debug, Clone)]
pub enum Found {
    Boxes(Vec<Placed>),
    Candidates { post: String, candidates: Vec<Candidate> },
}

#[derive(Debug, Clone)]
pub struct Search {
    pub government: String,
    pub purpose: String,
    pub at: Millis,
    pub found: Found,
}

/// What was asked for, for the account that asked, as long as its purpose holds. Only people who were written down are
/// shown.
///
/// # Errors
/// [`Error::NotFound`] for everyone else, and once the hours of the rule are over.
pub async fn shown(linked: &mut impl Linked, actor: &Actor, id: TalentSearchId, by_fit: bool, now: Millis) -> Result<Search> {
    type Row = (String, Option<PositionId>, Option<String>, String, Millis);
    let row: Option<Row> = on!(linked, conn => sqlx::query_as(
        "select s.government, s.position_id, p.title, s.purpose, s.at from talent_search s left join position p on p.id = s.position_id where s.id = $1 and s.account_id = $2")
        .bind(id).bind(actor.account).fetch_optional(conn).await?);
    let (government, position, title, purpose, at) = row.ok_or(Error::NotFound)?;
    let day = directory::government(linked, &government).await?.today(now);
    let hours = rules::in_force(linked, "talent.open_hours", &day).await?.value;
    if !actor.holds_in(Role::PersonnelOffice, &government) || now > at + hours * HOUR {
        return Err(Error::NotFound);
    }
    let written: Vec<PersonId> = on!(linked, conn => sqlx::query_scalar("select person_id from talent_seen where search_id = $1").bind(id).fetch_all(conn).await?);
    let may = |person: PersonId| written.contains(&person) || actor.person == Some(person);
    let found = match position {
        None => Found::Boxes(placed(linked, &government).await?.into_iter().filter(|p| may(p.person_id)).collect()),
        Some(position) => {
            let required = required(linked, position).await?;
            let mut candidates: Vec<Candidate> = assessed(linked, &government, &day)
                .await?
                .into_iter()
                .filter(|(person, _)| may(*person))
                .map(|(person_id, a)| Candidate { person_id, name: a.name, title: a.title, unit_name: a.unit_name, fit: fit(&required, &a.levels) })
                .collect();
            candidates.sort_by(|a, b| a.name.cmp(&b.name));
            if by_fit {
                candidates.sort_by_key(|c| std::cmp::Reverse(c.fit.met));
            }
            Found::Candidates { post: title.unwrap_or_default(), candidates }
        }
    };
    Ok(Search { government, purpose, at, found })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nine_boxes_are_those_of_the_regulation() {
        let boxes = boxes();
        assert_eq!(boxes.iter().map(|b| b.number).collect::<Vec<_>>(), (1..=9).rev().collect::<Vec<_>>());
        for performance in TalentPerformance::ALL {
            for potential in Potential::ALL {
                assert_eq!(boxes.iter().filter(|b| b.performance == performance.as_str() && b.potential == potential.as_str()).count(), 1, "{performance} {potential}");
            }
        }
        assert_eq!(boxes[0].performance, "di_atas");
        assert!(boxes.iter().all(|b| !b.recommendation_id.is_empty() && !b.recommendation_en.is_empty()));
    }
}
