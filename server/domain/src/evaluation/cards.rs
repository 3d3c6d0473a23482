//! Cards as their holder and their assessor see them. Anyone else does not find them: evaluation is internal
//! (UU 14/2008 art. 17(h)).

use vocabulary::accounts::Role;
use vocabulary::evaluation::{CardStage, Source};

use crate::accounts::Actor;
use crate::clock::Millis;
use crate::db::Linked;
use crate::error::{Error, Result};
use crate::ids::{CardId, PersonId, UnitId};
use crate::on;

/// By what right someone sees a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum View {
    /// It is about the post they held that day.
    Holder,
    /// They assess the unit, and the card is not about themselves.
    Assessor,
}

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Card {
    pub id: CardId,
    pub government: String,
    pub unit_id: UnitId,
    pub person_id: Option<PersonId>,
    pub reference: String,
    pub title: String,
    #[sqlx(try_from = "String")]
    pub source: Source,
    pub element: Option<String>,
    pub event_on: String,
    pub public_text: String,
    pub answer: String,
    pub standard_version: Option<i64>,
    pub made_at: Millis,
    pub reply_due: String,
    pub position_slug: String,
    pub position_title: String,
    pub unit_name: String,
    pub holder_name: Option<String>,
    pub service_name: Option<String>,
    pub completion_time: Option<String>,
    pub standard_from: Option<String>,
    pub is_public: bool,
    pub reply: Option<String>,
    pub replied_at: Option<Millis>,
    pub decision: Option<String>,
    pub reason: Option<String>,
    pub decided_at: Option<Millis>,
}

impl Card {
    pub fn stage(&self) -> CardStage {
        stage(self.decided_at, self.replied_at)
    }
}

fn stage(decided_at: Option<Millis>, replied_at: Option<Millis>) -> CardStage {
    match (decided_at, replied_at) {
        (Some(_), _) => CardStage::Decided,
        (None, Some(_)) => CardStage::Replied,
        (None, None) => CardStage::AwaitingReply,
    }
}

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct ListedCard {
    pub id: CardId,
    pub reference: String,
    pub title: String,
    #[sqlx(try_from = "String")]
    pub source: Source,
    pub position_title: String,
    pub unit_name: String,
    pub event_on: String,
    pub reply_due: String,
    pub person_id: Option<PersonId>,
    pub replied_at: Option<Millis>,
    pub decision: Option<String>,
    pub decided_at: Option<Millis>,
}

impl ListedCard {
    pub fn stage(&self) -> CardStage {
        stage(self.decided_at, self.replied_at)
    }
}

/// One card and by what right this actor sees it.
///
/// # Errors
/// [`Error::NotFound`] for anyone without a right.
pub async fn card(linked: &mut impl Linked, actor: &Actor, id: CardId) -> Result<(Card, View)> {
    let found: Option<Card> = on!(linked, conn => sqlx::query_as(
        "select k.id, k.government, k.unit_id, k.person_id, c.reference, c.title, k.source, k.element, k.event_on, k.public_text, k.answer, k.standard_version, k.made_at, k.reply_due, \
         p.slug as position_slug, p.title as position_title, u.name as unit_name, e.name as holder_name, s.short_name as service_name, v.completion_time, v.valid_from as standard_from, \
         c.published_at is not null as is_public, r.text as reply, r.at as replied_at, d.decision, d.reason, d.at as decided_at \
         from evidence_card k join feedback_case c on c.id = k.case_id join position p on p.id = k.position_id join unit u on u.id = k.unit_id left join person e on e.id = k.person_id \
         left join service s on s.id = c.service_id left join service_standard v on v.service_id = c.service_id and v.version = k.standard_version \
         left join evidence_reply r on r.card_id = k.id left join evidence_decision d on d.card_id = k.id where k.id = $1")
        .bind(id).fetch_optional(conn).await?);
    let card = found.ok_or(Error::NotFound)?;
    if card.person_id.is_some() && card.person_id == actor.person {
        return Ok((card, View::Holder));
    }
    let scope = actor.scope(linked, Role::Assessor, &card.government).await?;
    if scope.units.contains(&card.unit_id) { Ok((card, View::Assessor)) } else { Err(Error::NotFound) }
}

macro_rules! listed_cards {
    ($tail:literal) => {
        concat!(
            "select k.id, c.reference, c.title, k.source, p.title as position_title, u.name as unit_name, k.event_on, k.reply_due, k.person_id, r.at as replied_at, d.decision, d.at as decided_at ",
            "from evidence_card k join feedback_case c on c.id = k.case_id join position p on p.id = k.position_id join unit u on u.id = k.unit_id ",
            "left join evidence_reply r on r.card_id = k.id left join evidence_decision d on d.card_id = k.id where ",
            $tail
        )
    };
}

/// The record: every card this actor may see, those that wait for them first, the newest first.
///
/// # Errors
/// The database's.
pub async fn cards(linked: &mut impl Linked, actor: &Actor) -> Result<Vec<(ListedCard, View)>> {
    let mut found: Vec<(ListedCard, View)> = Vec::new();
    if let Some(person) = actor.person {
        let own: Vec<ListedCard> = on!(linked, conn => sqlx::query_as(listed_cards!("k.person_id = $1 order by k.made_at desc limit 100")).bind(person).fetch_all(conn).await?);
        found.extend(own.into_iter().map(|card| (card, View::Holder)));
    }
    for government in actor.governments() {
        if !actor.holds_in(Role::Assessor, &government) {
            continue;
        }
        for unit in actor.scope(linked, Role::Assessor, &government).await?.units {
            let of_unit: Vec<ListedCard> = on!(linked, conn => sqlx::query_as(listed_cards!("k.unit_id = $1 order by k.made_at desc limit 100")).bind(unit).fetch_all(conn).await?);
            // A card about the assessor is the superior's business.
            found.extend(of_unit.into_iter().filter(|c| c.person_id.is_none() || c.person_id != actor.person).map(|card| (card, View::Assessor)));
        }
    }
    let waits = |card: &ListedCard, view: View| match (card.stage(), view) {
        (CardStage::AwaitingReply, View::Holder) | (CardStage::Replied, View::Assessor) => 0,
        (CardStage::Decided, _) => 2,
        _ => 1,
    };
    found.sort_by_key(|(card, view)| waits(card, *view));
    Ok(found)
}
