//! What helps a person to grow: competencies against what their post requires, what recurs in accepted cards, training
//! of the year. Everything is listed and nothing is added up but hours.

use std::collections::BTreeMap;

use vocabulary::accounts::Role;
use vocabulary::evaluation::{LookForm, LookedAt, Standing};

use super::looks::{AnyLook, looks_of};
use super::recognition::{Recognition, given_to};
use super::training::{Training, of_person};
use super::{Holder, recorded};
use crate::accounts::Actor;
use crate::db::{Linked, Tx};
use crate::directory;
use crate::directory::edit::position::competencies;
use crate::error::{Error, Result};
use crate::evaluation::{Look, Subject, footing, looked};
use crate::ids::{PersonId, PositionId};
use crate::on;
use crate::portal::Portal;
use vocabulary::development::LevelInput;

/// By what right someone sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Right {
    /// Subject, assessor, the one above, the performance team.
    Line(Standing),
    /// The personnel office, which keeps these data.
    Personnel,
}

impl Right {
    /// Who assesses, or stands above that, gives recognition.
    pub fn recognises(self) -> bool {
        matches!(self, Self::Line(Standing::Assessor | Standing::Superior))
    }

    /// Who assesses plans training, and so does the personnel office.
    pub fn plans(self) -> bool {
        matches!(self, Self::Personnel | Self::Line(Standing::Assessor))
    }
}

/// An assessed level with its day and source.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Level {
    pub competency: String,
    pub level: i64,
    pub assessed_on: String,
    pub source: String,
}

/// What a post requires that a person has not been seen to have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    pub competency: String,
    pub required: i64,
    /// Nothing where it was never assessed, which is not the same as lacking it.
    pub assessed: Option<i64>,
}

/// How a person fits a post: how many of its competencies are at or above what is required, and which are not. No
/// score: a level above the required one makes up for none below.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fit {
    pub met: usize,
    pub required: usize,
    pub gaps: Vec<Gap>,
}

/// The fit of assessed levels to required ones.
pub fn fit(required: &BTreeMap<String, i64>, levels: &[Level]) -> Fit {
    let of = |name: &str| levels.iter().find(|l| l.competency == name).map(|l| l.level);
    let gaps: Vec<Gap> = required
        .iter()
        .filter(|(name, least)| of(name).is_none_or(|level| level < **least))
        .map(|(name, least)| Gap { competency: name.clone(), required: *least, assessed: of(name) })
        .collect();
    Fit { met: required.len() - gaps.len(), required: required.len(), gaps }
}

/// What a post requires.
///
/// # Errors
/// The database's.
pub async fn required(linked: &mut impl Linked, position: PositionId) -> Result<BTreeMap<String, i64>> {
    let text: Option<String> = on!(linked, conn => sqlx::query_scalar("select competencies from position where id = $1").bind(position).fetch_optional(conn).await?);
    Ok(competencies(&text.unwrap_or_default()))
}

/// The newest assessed level of each competency.
///
/// # Errors
/// The database's.
pub async fn levels(linked: &mut impl Linked, person: PersonId) -> Result<Vec<Level>> {
    Ok(on!(linked, conn => sqlx::query_as(
        "select l.competency, l.level, l.assessed_on, l.source from competency_level l where l.person_id = $1 \
         and not exists (select 1 from competency_level n where n.person_id = l.person_id and n.competency = l.competency and (n.assessed_on, n.at) > (l.assessed_on, l.at)) order by l.competency")
        .bind(person).fetch_all(conn).await?))
}

/// An element that came up in more than one accepted card, with the days; listed and never added up.
#[derive(Debug, Clone)]
pub struct Recurring {
    pub element: String,
    pub days: Vec<String>,
}

async fn recurring(linked: &mut impl Linked, person: PersonId) -> Result<Vec<Recurring>> {
    let cards: Vec<(String, String)> = on!(linked, conn => sqlx::query_as(
        "select k.element, k.event_on from evidence_card k join evidence_decision d on d.card_id = k.id and d.number = (select max(number) from evidence_decision n where n.card_id = k.id) \
         where k.person_id = $1 and k.element is not null and k.source <> 'praise' and d.decision in ('accept', 'accept_with_note') order by k.event_on")
        .bind(person).fetch_all(conn).await?);
    let mut by_element: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (element, day) in cards {
        by_element.entry(element).or_default().push(day);
    }
    Ok(by_element.into_iter().filter(|(_, days)| days.len() > 1).map(|(element, days)| Recurring { element, days }).collect())
}

#[derive(Debug, Clone)]
pub struct Profile {
    pub holder: Holder,
    pub levels: Vec<Level>,
    pub fit: Fit,
    pub recurring: Vec<Recurring>,
    pub trainings: Vec<Training>,
    pub recognitions: Vec<Recognition>,
    /// The newest looks by others, whoever they are; only the person reads them.
    pub looks: Vec<AnyLook>,
}

/// By what right this actor meets a person who holds a post today.
///
/// # Errors
/// [`Error::NotFound`] for everyone without one.
pub async fn right(linked: &mut impl Linked, actor: &Actor, person: PersonId, day: &str) -> Result<(Holder, Right)> {
    let holder = Holder::of_person(linked, person, day).await?.ok_or(Error::NotFound)?;
    let subject = Subject { government: &holder.government, position: holder.position_id, person: Some(person) };
    match footing(linked, actor, subject, day, |_| false).await {
        Ok(footing) => Ok((holder, Right::Line(footing.standing))),
        Err(Error::NotFound) if actor.holds_in(Role::PersonnelOffice, &holder.government) => Ok((holder, Right::Personnel)),
        Err(e) => Err(e),
    }
}

/// As many looks as the profile shows; the rest stand on a page of their own.
const LOOKS: usize = 12;

/// The profile of a person for a year; the look is written down.
///
/// # Errors
/// [`Error::NotFound`] for everyone without a right.
pub async fn profile(portal: &Portal, actor: &Actor, person: PersonId, year: i64) -> Result<(Profile, Right)> {
    let mut tx = portal.db.begin().await?;
    let government: Option<String> = on!(&mut tx, conn => sqlx::query_scalar("select government from person where id = $1").bind(person).fetch_optional(conn).await?);
    let day = directory::government(&mut tx, &government.ok_or(Error::NotFound)?).await?.today(portal.now());
    let (holder, right) = right(&mut tx, actor, person, &day).await?;
    match right {
        Right::Line(standing) => {
            let look = Look { government: &holder.government, person: Some(person), standing, subject: LookedAt::Development, id: person.0, form: LookForm::Page };
            looked(portal, &mut tx, actor, look).await?;
        }
        Right::Personnel => seen(portal, &mut tx, actor, &holder.government, person, "").await?,
    }
    let levels = levels(&mut tx, person).await?;
    let fit = fit(&required(&mut tx, holder.position_id).await?, &levels);
    let recurring = recurring(&mut tx, person).await?;
    let trainings = of_person(&mut tx, person, year).await?;
    let recognitions = given_to(&mut tx, person).await?;
    let looks = match right {
        Right::Line(Standing::Subject) => looks_of(&mut tx, person, None, LOOKS).await?.0,
        _ => Vec::new(),
    };
    tx.commit().await?;
    Ok((Profile { holder, levels, fit, recurring, trainings, recognitions, looks }, right))
}

/// Writes down that the personnel office looked, and what for; without words: to keep these data.
pub(super) async fn seen(portal: &Portal, tx: &mut Tx, actor: &Actor, government: &str, person: PersonId, purpose: &str) -> Result<()> {
    if actor.person == Some(person) {
        return Ok(());
    }
    on!(tx, conn => sqlx::query("insert into development_look (id, government, person_id, account_id, viewer, purpose, at) values ($1, $2, $3, $4, $5, $6, $7)")
        .bind(portal.new_id()).bind(government).bind(person).bind(actor.account).bind(&actor.name).bind(purpose).bind(portal.now()).execute(conn).await?.rows_affected());
    Ok(())
}

/// The personnel office writes down an assessed level; the one before stays as history.
///
/// # Errors
/// [`Error::NotFound`] for anyone but the personnel office of the person's government.
pub async fn assess(portal: &Portal, actor: &Actor, person: PersonId, input: &LevelInput) -> Result<()> {
    let mut tx = portal.db.begin().await?;
    let government: Option<String> = on!(&mut tx, conn => sqlx::query_scalar("select government from person where id = $1").bind(person).fetch_optional(conn).await?);
    let government = government.filter(|g| actor.holds_in(Role::PersonnelOffice, g)).ok_or(Error::NotFound)?;
    let id = portal.new_id();
    on!(&mut tx, conn => sqlx::query("insert into competency_level (id, government, person_id, competency, level, assessed_on, source, at, account_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)")
        .bind(id).bind(&government).bind(person).bind(&input.competency).bind(input.level).bind(&input.assessed_on).bind(&input.source).bind(portal.now()).bind(actor.account)
        .execute(conn).await?.rows_affected());
    recorded(portal, &mut tx, &government, id, &("level", &input.source)).await?;
    tx.commit().await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_level_above_makes_up_for_none_below() {
        let required: BTreeMap<String, i64> = [("integritas", 3), ("komunikasi", 3), ("Arsip", 2)].into_iter().map(|(n, l)| (n.to_owned(), l)).collect();
        let level = |competency: &str, level| Level { competency: competency.into(), level, assessed_on: "2026-03-01".into(), source: "Uji".into() };
        let found = fit(&required, &[level("integritas", 5), level("komunikasi", 2)]);
        assert_eq!((found.met, found.required), (1, 3));
        assert_eq!(found.gaps, [Gap { competency: "Arsip".into(), required: 2, assessed: None }, Gap { competency: "komunikasi".into(), required: 3, assessed: Some(2) }]);
        assert_eq!(fit(&BTreeMap::new(), &[]).met, 0, "nothing required is nothing met");
    }
}
