//! Recognitions as those read them who may: the person, who assesses and stands above, the performance team, and the
//! personnel office. A look by anyone but the person is written down, also at each that a list shows.

use vocabulary::accounts::Role;
use vocabulary::evaluation::{LookForm, LookedAt, Standing as InLine};

use super::{After, RecognitionKind, kind};
use crate::accounts::Actor;
use crate::clock::Millis;
use crate::db::{Linked, Tx};
use crate::development::profile::{Right, right, seen};
use crate::directory;
use crate::error::{Error, Result};
use crate::evaluation::{Annual, Look, annual_results, looked, seen_among};
use crate::ids::{CardId, EvaluationId, PersonId, RecognitionId};
use crate::on;
use crate::portal::Portal;

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Recognition {
    pub id: RecognitionId,
    pub government: String,
    pub person_id: PersonId,
    pub name: String,
    pub position_title: String,
    pub unit_name: String,
    kind: String,
    pub reason: String,
    pub given_on: String,
    pub given_by: String,
    evaluation_id: Option<EvaluationId>,
    pub at: Millis,
    pub withdrawn_at: Option<Millis>,
    pub withdrawn_by: Option<String>,
    pub withdrawn_reason: Option<String>,
    /// The year of the evaluation it rests on, where it does.
    pub year: Option<i64>,
    #[sqlx(skip)]
    pub cards: Vec<RestingCard>,
    /// The evaluation with what it says, where the reader may open it.
    #[sqlx(skip)]
    pub annual: Option<Annual>,
}

/// A card that a recognition rests on.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct RestingCard {
    pub id: CardId,
    pub title: String,
    pub event_on: String,
    /// What the decision on it is now: it may have been corrected since.
    pub decision: String,
    /// Whether the reader may open it; of others only their number is told.
    #[sqlx(skip)]
    pub may_open: bool,
}

impl Recognition {
    /// Its kind; none where the reference data no longer have it.
    pub fn kind(&self) -> Option<RecognitionKind> {
        kind(&self.kind)
    }
}

macro_rules! recognitions {
    ($tail:literal) => {
        concat!(
            "select r.id, r.government, r.person_id, e.name, p.title as position_title, u.name as unit_name, r.kind, r.reason, r.given_on, r.given_by, r.evaluation_id, r.at, ",
            "w.at as withdrawn_at, w.withdrawn_by, w.reason as withdrawn_reason, v.year from recognition r join person e on e.id = r.person_id join position p on p.id = r.position_id join unit u on u.id = p.unit_id ",
            "left join recognition_withdrawal w on w.recognition_id = r.id left join evaluation v on v.id = r.evaluation_id where ",
            $tail
        )
    };
}

/// By what right somebody reads a recognition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    Person,
    /// Who may take it back: the assessor, or the one above.
    Giver(InLine),
    Team,
    Personnel,
}

async fn standing(linked: &mut impl Linked, actor: &Actor, recognition: &Recognition, day: &str) -> Result<Standing> {
    // Also who holds no post any more reads what they were given.
    if actor.person == Some(recognition.person_id) {
        return Ok(Standing::Person);
    }
    match right(linked, actor, recognition.person_id, day).await {
        Ok((_, Right::Line(InLine::Team))) => Ok(Standing::Team),
        Ok((_, Right::Line(in_line))) => Ok(Standing::Giver(in_line)),
        Ok((_, Right::Personnel)) => Ok(Standing::Personnel),
        Err(Error::NotFound) if actor.holds_in(Role::PersonnelOffice, &recognition.government) => Ok(Standing::Personnel),
        Err(e) => Err(e),
    }
}

/// One recognition with its grounds, and by what right.
///
/// # Errors
/// [`Error::NotFound`] for anyone without one.
pub async fn show(portal: &Portal, actor: &Actor, id: RecognitionId) -> Result<(Recognition, Standing)> {
    let mut tx = portal.db.begin().await?;
    let found: Option<Recognition> = on!(&mut tx, conn => sqlx::query_as(recognitions!("r.id = $1")).bind(id).fetch_optional(conn).await?);
    let mut recognition = found.ok_or(Error::NotFound)?;
    let day = directory::government(&mut tx, &recognition.government).await?.today(portal.now());
    let standing = standing(&mut tx, actor, &recognition, &day).await?;
    recognition.cards = on!(&mut tx, conn => sqlx::query_as(
        "select k.id, k.title, k.event_on, d.decision from recognition_card c join evidence_card k on k.id = c.card_id join evidence_decision d on d.card_id = k.id and d.number = (select max(number) from evidence_decision n where n.card_id = k.id) \
         where c.recognition_id = $1 order by k.event_on, k.id").bind(id).fetch_all(conn).await?);
    let may = seen_among(portal, &mut tx, actor, recognition.cards.iter().map(|card| card.id).collect()).await?;
    recognition.cards.iter_mut().for_each(|card| card.may_open = may.contains(&card.id));
    if let Some(evaluation) = recognition.evaluation_id {
        recognition.annual = annual_results(portal, &mut tx, actor, recognition.person_id).await?.into_iter().find(|annual| annual.id == evaluation);
    }
    log(portal, &mut tx, actor, &recognition, standing).await?;
    tx.commit().await?;
    Ok((recognition, standing))
}

async fn log(portal: &Portal, tx: &mut Tx, actor: &Actor, recognition: &Recognition, standing: Standing) -> Result<()> {
    let in_line = match standing {
        Standing::Person => return Ok(()),
        Standing::Personnel => return seen(portal, tx, actor, &recognition.government, recognition.person_id, "").await,
        Standing::Giver(in_line) => in_line,
        Standing::Team => InLine::Team,
    };
    let look = Look {
        government: &recognition.government,
        person: Some(recognition.person_id),
        standing: in_line,
        subject: LookedAt::Recognition,
        id: recognition.id.0,
        form: LookForm::Page,
    };
    looked(portal, tx, actor, look).await
}

/// Those that a person was given, the newest first. The caller has asked for the right.
pub(in crate::development) async fn given_to(linked: &mut impl Linked, person: PersonId) -> Result<Vec<Recognition>> {
    Ok(on!(linked, conn => sqlx::query_as(recognitions!("r.person_id = $1 order by r.at desc, r.id desc limit 100")).bind(person).fetch_all(conn).await?))
}

/// One's own, the newest first.
///
/// # Errors
/// The database's.
pub async fn of_person(linked: &mut impl Linked, actor: &Actor) -> Result<Vec<Recognition>> {
    match actor.person {
        Some(person) => given_to(linked, person).await,
        None => Ok(Vec::new()),
    }
}

const PAGE: usize = 20;

/// A page of those that were given in a government, for the personnel office, the newest first; and where it ends.
/// Everyone it shows reads of it.
///
/// # Errors
/// [`Error::NotFound`] for anyone else.
pub async fn of_government(portal: &Portal, actor: &Actor, government: &str, after: Option<After>) -> Result<(Vec<Recognition>, Option<After>)> {
    if !actor.holds_in(Role::PersonnelOffice, government) {
        return Err(Error::NotFound);
    }
    let (at, id) = after.unwrap_or((i64::MAX, RecognitionId(uuid::Uuid::max())));
    let mut tx = portal.db.begin().await?;
    let mut found: Vec<Recognition> = on!(&mut tx, conn => sqlx::query_as(recognitions!("r.government = $1 and (r.at, r.id) < ($2, $3) order by r.at desc, r.id desc limit $4"))
        .bind(government).bind(at).bind(id).bind(PAGE as i64 + 1).fetch_all(conn).await?);
    let more = found.len() > PAGE;
    found.truncate(PAGE);
    let mut shown: Vec<PersonId> = found.iter().map(|r| r.person_id).collect();
    shown.sort_unstable();
    shown.dedup();
    for person in shown {
        seen(portal, &mut tx, actor, government, person, "").await?;
    }
    tx.commit().await?;
    let after = found.last().filter(|_| more).map(|r| (r.at, r.id));
    Ok((found, after))
}

/// The recognitions that rest on a card, for who may open the card and them.
///
/// # Errors
/// The database's.
pub async fn resting_on(portal: &Portal, linked: &mut impl Linked, actor: &Actor, card: CardId) -> Result<Vec<Recognition>> {
    let all: Vec<Recognition> = on!(&mut *linked, conn => sqlx::query_as(recognitions!("r.id in (select c.recognition_id from recognition_card c where c.card_id = $1) order by r.at, r.id")).bind(card).fetch_all(conn).await?);
    let mut found = Vec::new();
    for recognition in all {
        let day = directory::government(linked, &recognition.government).await?.today(portal.now());
        match standing(linked, actor, &recognition, &day).await {
            Ok(_) => found.push(recognition),
            Err(Error::NotFound) => {}
            Err(e) => return Err(e),
        }
    }
    Ok(found)
}
